"""The hazard lexicon: what people say when something is happening to someone now.

Each hazard has phrases that show it, as regular expressions over normalised text (small letters, no apostrophes or
punctuation but sentence ends as ";"). A phrase counts unless the clause around it says that nothing is happening: a
question about how things are done, a rule, a drill, the past, a denial, or an idiom. Missing a real emergency is worse
than a false alarm, so words of presence ("now", "help", "bleeding everywhere") win over a question's form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein


@dataclass(frozen=True, slots=True)
class Hazard:
    """A kind of emergency, the words of the emergency card's heading for it, and the phrases that show it."""

    kind: str
    heading: str
    phrases: tuple[str, ...]


_WHO = (
    r"(?:someone|somebody|he|she|they|shes|hes|theyre|a \w+|an \w+|the \w+|my \w+|our \w+|this \w+|one of \w+|"
    r"customer|guest|guy|lady|woman|man|kid|child|baby|cook|coworker|server|manager|dishwasher|chef|people|everyone|"
    r"[a-z]+)"
)
_PLACE = (
    r"(?:fryer|grill|hood|oven|stove|range|kitchen|store room|storeroom|dumpster|trash|trashcan|bin|pan|oil|grease|"
    r"towel|rag|apron|sleeve|shirt|hair|building|dining room|bathroom|restroom|outlet|panel|wall|ceiling|roof|duct|vent|"
    r"griddle|broiler|toaster|microwave|paper|box|boxes|curtain|pot|wok|flat top|flattop|smoker|freezer|machine|plug|"
    r"motor|compressor|dish machine|dishwasher|table|candle|bag|truck|car|office|basement|attic)"
)
_BODY = r"(?:hand|arm|finger|fingers|leg|foot|head|face|neck|throat|wrist|thumb|palm|eye|eyes|mouth|nose|back|chest)"

HAZARDS: tuple[Hazard, ...] = (
    Hazard(
        "grease_fire",
        "Grease fire",
        (
            r"(?:grease|oil|fat|fryer|deep fryer|frier|pan|wok) (?:fire|caught fire|is on fire|on fire|in flames|ignited|"
            r"just (?:caught|lit)|is burning|went up|flared up|is in flames|started burning|lit up|is flaming)",
            r"flames? (?:\w+ ){0,4}(?:fryer|grease|oil|pan|wok)|(?:fryer|frier|grease|oil|fat|wok) (?:\w+ ){0,4}(?:flames|fire)\b",
            r"(?:fire|burning) (?:\w+ ){0,2}(?:in|on|at|inside|from) (?:the |our |my )?(?:\w+ )?(?:fryer|grease|oil|pan|wok)",
            r"hot oil (?:\w+ ){0,2}(?:fire|flames|burning)",
        ),
    ),
    Hazard(
        "fire",
        "Fire",
        (
            r"(?:theres|there is|there are|we have|weve got|i see|got|its) (?:a |an )?(?:\w+ )?(?:fire|flames?)\b",
            rf"\b{_PLACE} (?:\w+ )?(?:is |are |just |has |have )*(?:on fire|in flames|caught fire|catching fire|went up in "
            rf"flames|burning down|burst into flames|ablaze|smoking and \w+|in fire)",
            r"\b(?:on fire|in flames|caught fire|catching fire|burst into flames|burning down)\b",
            rf"\b{_PLACE} (?:\w+ ){{0,4}}(?:is|are) burning\b(?! (?:the|my|our|food))",
            r"flames? (?:\w+ ){0,3}(?:coming|shooting|everywhere|out of|from|behind|under|in the|on the|up the|spreading)",
            r"smoke (?:\w+ ){0,3}(?:coming|pouring|billowing|everywhere|filling|out of|from the)",
            r"(?:filling|filled|full) (?:up )?(?:\w+ )?with (?:\w+ )?smoke|(?:thick|black|lots of|so much) smoke",
            r"^(?:help )?fire+(?: fire+)*(?: help)?$|\bfire in the \w+|\bfire at the \w+|\bfire behind the \w+",
            r"fire (?:is )?(?:spreading|wont go out|is getting bigger|out of control)|put (?:this|the) fire out now",
            r"(?:something|smth) (?:is )?(?:burning|on fire)|smell(?:s)? (?:of |like )?(?:smoke|burning (?:wires?|plastic|rubber))",
            r"(?:outlet|plug|wires?|panel|motor) (?:is |are )?(?:smoking|sparking|on fire|burning)",
            r"fire alarm (?:is )?(?:going off|ringing|went off)",
        ),
    ),
    Hazard(
        "carbon_monoxide",
        "Carbon monoxide",
        (
            r"(?:carbon monoxide|\bco\b|monoxide) (?:\w+ ){0,2}(?:alarm|detector|sensor|monitor) (?:\w+ ){0,3}(?:going|went|"
            r"beeping|ringing|sounding|screaming|on|chirping|off|goes)",
            r"(?:carbon monoxide|\bco\b) (?:leak|poisoning|in (?:here|the))",
            r"(?:everyone|everybody|all of us|we all|half the crew|people|whole crew|several of us) (?:\w+ ){0,5}(?:headaches?|"
            r"dizzy|nauseous|sick to|sleepy|lightheaded|light headed)",
        ),
    ),
    Hazard(
        "gas",
        "Gas leak",
        (
            r"(?:smell(?:s|ing)?|smelling|stinks?|reeks?|odor|stench|whiff) (?:\w+ ){0,4}(?:gas|propane|rotten eggs?)\b",
            r"(?:gas|propane|rotten eggs?) (?:smell|odor|stench)",
            r"(?:gas|propane) (?:\w+ ){0,2}(?:is |was )?(?:leak|leaks|leaking|hissing|escaping|coming out)",
            r"leak(?:ing)? (?:\w+ ){0,2}(?:gas|propane)\b|hissing (?:\w+ ){0,4}(?:gas|propane|line|pipe)",
            r"(?:gas|propane) (?:line|hose|pipe|valve) (?:\w+ )?(?:broke|broken|burst|cracked|snapped|ruptured|is hissing|came off)",
            r"(?:gas|propane) (?:alarm|detector) (?:\w+ ){0,2}(?:going|went|beeping|ringing)",
        ),
    ),
    Hazard(
        "choking",
        "Choking",
        (
            rf"\b{_WHO} (?:\w+ ){{0,2}}(?:is |are |was )?(?:choking|choked)\b(?! (?:up|valve|hazard|point))|\b(?:im|am|shes|hes|"
            rf"theyre) choking\b|^(?:help )?choking\b",
            r"choking (?:on|guest|customer|kid|child|person|guy|lady|man|woman|victim)",
            r"(?:something|food|steak|bone|meat|piece \w+ \w+|it) (?:is )?(?:stuck|caught|lodged) in (?:\w+ )?(?:throat|windpipe|airway)",
            r"(?:cant|cannot|can not|couldnt|unable to|not|isnt|stopped|barely|struggling to|trouble|hard to|hardly) "
            r"breath(?:e|ing)?\b",
            r"(?:turning|turned|going|gone) (?:blue|purple)\b|grabbing (?:\w+ )?throat|gasping for (?:air|breath)",
            r"heimlich (?:now|him|her|someone|somebody|quick)",
        ),
    ),
    Hazard(
        "allergic_reaction",
        "Severe allergic reaction",
        (
            r"(?:having|has|had|got|getting|is in|going into|went into|think) (?:an? |some |a bad |a severe )?(?:\w+ ){0,3}"
            r"(?:allergic reaction|anaphyla\w+)",
            r"(?:throat|tongue|lips?|face|mouth|eyes?) (?:\w+ ){0,2}(?:is |are )?(?:swelling|swollen|swole|closing|closed up|"
            r"tightening|puffing|puffy|blowing up|tight)",
            r"swelling (?:up )?(?:\w+ ){0,3}(?:after|from|shrimp|nuts?|peanut\w*|face|throat|lips?|tongue)",
            r"\banaphyla\w+",
            r"(?:broke|breaking|broken|breaks) out in hives|hives (?:all over|everywhere)|covered in hives",
            r"(?:needs?|wheres|where is|get|use|used|grab|find) (?:\w+ ){0,3}epi ?-?pen|epipen now",
            r"allergic (?:\w+ ){0,3}(?:ate|eaten|just had|swallowed)|(?:ate|eaten|just had|swallowed) (?:\w+ ){0,6}allergic",
        ),
    ),
    Hazard(
        "unconscious",
        "Unconscious person",
        (
            r"(?:passed|passing|blacked|knocked|blacking) out\b",
            r"\b(?:fainted|faints|collapsed|collapsing|unconscious|unresponsive|not responding|isnt responding|wont respond|"
            r"lifeless|not moving|isnt moving|wont move)\b",
            r"(?:wont|not|cant|doesnt|isnt) (?:wake|waking|get (?:him|her|them) to wake)(?: up)?",
            r"(?:no|not have a|cant find a|lost) pulse|heart (?:\w+ )?stopped|stopped breathing|not breathing|isnt breathing",
            r"(?:having|has|had|is having) (?:a |an )?(?:\w+ )?(?:seizure|stroke|heart attack|cardiac arrest|fit on)",
            r"\b(?:seizing|convulsing|seizure)\b|heart attack|cardiac arrest|needs? cpr|doing cpr|start(?:ed|ing)? cpr|foaming at",
            r"chest (?:\w+ )?(?:pains?|hurts?|is tight|tightness|pressure)|(?:pain|pains|pressure) in (?:\w+ )?chest",
            r"face (?:is )?drooping|slurring|slurred speech|cant feel (?:\w+ )?(?:left|right) (?:side|arm)|(?:overdosed|overdose|od ed|oding)",
            r"(?:lying|laying|found|down|dropped|fell|slumped) (?:\w+ ){0,5}(?:unconscious|not moving|out cold|and isnt|and wont)",
            r"(?:hit|banged|cracked|smacked) (?:\w+ ){0,2}head (?:\w+ ){0,6}(?:bleeding|out|confused|vomiting|dizzy|wont|not|isnt|blood)",
            r"out cold\b(?! (?:brew|drinks?|water|cuts|food|fries|beer|sandwich\w*|trays?|items?))|dropped to the (?:floor|ground)|just dropped (?:down|on)",
        ),
    ),
    Hazard(
        "electric_shock",
        "Electric shock",
        (
            r"(?:got|getting|was|were|been|is|gets|just|being) (?:\w+ ){0,2}(?:shocked|electrocuted|zapped)\b",
            r"\belectrocut(?:ed|ing|ion)\b|electric(?:al)? shock|shocked (?:me|him|her|them|my|someone|somebody|the)\b",
            r"zapped (?:me|him|her|them|my)|live wire (?:\w+ ){0,3}(?:touch|water|floor|hanging|exposed|sparking)|"
            r"(?:touched|grabbed|stuck to) (?:\w+ ){0,2}live wire",
            r"(?:cant|wont) let go of (?:\w+ ){0,2}(?:plug|outlet|wire|cord|machine)|stuck to the (?:outlet|wire|panel|plug)",
            r"(?:jolt|shock) (?:from|off|when i touched) (?:the |a |that )?\w+",
        ),
    ),
    Hazard(
        "entrapment",
        "Entrapment",
        (
            r"(?:stuck|trapped|locked|locked in|shut) (?:\w+ ){0,3}(?:in|inside) (?:\w+ ){0,2}(?:walk ?in|freezer|cooler|fridge|"
            r"elevator|lift|dumpwaiter|dumbwaiter|cold room|storage room|bathroom|restroom|compactor|baler)",
            r"(?:cant|cannot) (?:get|open|come) (?:\w+ ){0,3}(?:out of the (?:walk ?in|freezer|cooler)|freezer door from inside)",
            rf"{_BODY} (?:\w+ ){{0,3}}(?:is |are |got |gets |was )?(?:stuck|caught|trapped|pinned|pulled|crushed|jammed) (?:in|into|"
            r"inside|under|between|by)",
            r"(?:stuck|caught|trapped|pinned|crushed|pulled) (?:\w+ ){0,3}(?:in|into|inside|under|between|by) (?:\w+ ){0,3}(?:slicer|mixer|"
            r"grinder|machine|conveyor|press|roller|compactor|baler|forklift|shelf|shelves|rack|pallet|door|gears?|truck|dough)",
            r"(?:rack|shelf|shelves|pallet|fridge|boxes) (?:\w+ ){0,2}(?:fell|collapsed|came down) (?:\w+ ){0,2}on (?:\w+ )?"
            r"(?:him|her|me|them|someone|somebody|coworker|cook|guy|\w+)",
            r"(?:elevator|lift) (?:\w+ )?stuck\b|hair (?:\w+ ){0,2}(?:caught|stuck|pulled) in",
            r"\b(?:trapped|pinned) (?:in|inside|under|between|behind)\b",
        ),
    ),
    Hazard(
        "burn",
        "Burns",
        (
            r"(?:hot|boiling|fryer) (?:\w+ ){0,2}(?:oil|water|grease|soup|coffee|steam|fat|sauce|caramel|sugar) (?:\w+ ){0,6}(?:on|over|down|onto|all over|in) (?:\w+ ){0,3}"
            r"(?:hand|hands|arm|arms|face|leg|legs|foot|feet|chest|me|him|her|them|himself|herself|myself|someone|somebody|cook|guy|girl|eyes?|neck|back)\b",
        ),
    ),
    Hazard(
        "chemical",
        "Poisoning and chemical exposure",
        (
            r"(?:bleach|sanitizer|degreaser|cleaner|chemicals?|lye|drain \w+|descaler|acid|chlorine|ammonia|boil ?out|detergent|soap|"
            r"caustic|fryclear|ovencut|limeoff|drainfast|kleenquat|britechlor|saniquat|ovenstrip|drainfree|scalego|delimer|pesticide|"
            r"rat poison|something|it) (?:\w+ ){0,4}(?:in|into|on|all over|splashed|sprayed|burning) (?:\w+ ){0,3}(?:eyes?|face|mouth|skin)\b",
            r"(?:splash(?:ed)?|spray(?:ed)?|squirted|got|spilled|splattered|dumped|poured) (?:\w+ ){0,6}(?:in|into|on|all over) "
            r"(?:\w+ ){0,2}(?:eyes?|face|mouth)\b",
            r"(?:drank|drunk|swallowed|ingested|drinking|gulped|sipped|ate) (?:\w+ ){0,6}(?:bleach|sanitizer|degreaser|cleaner|chemicals?|"
            r"drain \w+|descaler|acid|ammonia|detergent|pods?|soap|poison|delimer|fryclear|ovencut|limeoff|drainfast|kleenquat|britechlor|"
            r"saniquat|ovenstrip|drainfree|scalego|hand gel|lye)",
            r"(?:been|was|got|is|are|may be|being) poison(?:ed|ing)|\bpoisoned (?:him|her|me|them|someone)\b|swallowed (?:\w+ )?poison",
            r"(?:mixed|mixing|poured|added|combined) (?:\w+ ){0,4}(?:bleach|ammonia|acid|chlorine|descaler|chemicals) (?:\w+ ){0,8}"
            r"(?:fumes?|smoke|gas|cough|coughing|burn|burning|eyes|breathe|sick|dizzy|green|yellow|cloud|smell)",
            r"(?:fumes?|vapou?rs?) (?:\w+ ){0,5}(?:cough|coughing|choking|burning|dizzy|breathe|sick|throat|eyes|passed)|breathed in (?:\w+ )"
            r"{0,3}(?:fumes|chemicals?|bleach|gas|chlorine|ammonia)",
            r"(?:chemical|acid|lye|caustic) burns?\b|(?:eyes?|skin) (?:\w+ ){0,2}(?:is |are )?burning (?:\w+ ){0,4}(?:bleach|chemicals?|cleaner|"
            r"sanitizer|degreaser|from|after)",
            r"(?:bleach|degreaser|oven cleaner|drain \w+|sanitizer|descaler|acid|caustic|boil ?out) (?:\w+ ){0,3}(?:all over|on) (?:\w+ ){0,2}"
            r"(?:arm|arms|hand|hands|leg|legs|skin|face|body|me|him|her|myself)\b",
        ),
    ),
    Hazard(
        "burn",
        "Burns",
        (
            r"(?:burn(?:ed|t)?|scald(?:ed)?) (?:\w+ ){0,3}(?:hand|arm|arms|hands|face|leg|legs|foot|feet|fingers?|neck|chest|body|himself|"
            r"herself|themselves|myself|badly|bad|real bad|skin)\b",
            r"(?:hot|boiling) (?:\w+ ){0,2}(?:oil|water|grease|soup|coffee|steam|fat) (?:\w+ ){0,5}(?:on|over|down|onto|all over) (?:\w+ ){0,3}"
            r"(?:hand|hands|arm|arms|face|leg|legs|foot|feet|chest|me|him|her|them|himself|herself|myself|someone|somebody|cook|\w+)\b",
            r"(?:spilled|splashed|poured|dumped|dropped|splattered|fell) (?:\w+ ){0,5}(?:hot|boiling|fryer) (?:\w+ ){0,2}(?:oil|water|grease|soup|"
            r"coffee|fat)(?: (?:\w+ ){0,4}(?:on|over|down|all)\b)?",
            r"\b(?:he|she|i|im|hes|shes|they|cook|coworker|someone|somebody|guest|customer|kid|guy|girl|lady|server|chef|luis|maria) (?:just )?(?:got|been|was|is|has been|have been|gets)? ?(?:\w+ )?(?:burned|burnt|scalded)\b(?! (?:the|out|my (?:toast|food|rice)|some|a batch|it|dinner|lunch|food|toast))|(?:bad|severe|serious|third degree|second degree|huge|"
            r"big|terrible|horrible|nasty) (?:\w+ )?burns?\b|skin (?:is )?(?:peeling|blistering|coming off|bubbling|falling off)",
            r"(?:hand|arm|face|leg|foot|fingers?) (?:\w+ ){0,4}(?:in|into|in to) (?:the |a )?(?:fryer|hot oil|boiling|oil|hot grease)",
            r"(?:oil|grease|steam|water) (?:\w+ )?(?:burned|burnt|scalded) (?:\w+ )?",
            rf"{_BODY}s? (?:just |all )?(?:got|is|are|was|were|gets|been|has been) (?:\w+ ){{0,2}}(?:burned|burnt|scalded|blistered)\b",
        ),
    ),
    Hazard(
        "bleeding",
        "Severe bleeding",
        (
            r"(?:wont|not|doesnt|cant|isnt|never) (?:\w+ ){0,2}(?:stop|stopping|stops) (?:the )?bleeding|bleeding (?:\w+ ){0,3}(?:wont|not|doesnt|"
            r"isnt|cant) (?:\w+ )?stop",
            r"bleeding (?:\w+ )?(?:badly|bad|a lot|heavily|everywhere|out|profusely|like crazy|so much|hard|real bad|all over|from|really|pretty)",
            r"blood (?:\w+ ){0,2}(?:everywhere|all over|gushing|spurting|squirting|pouring|pumping|is pouring|on the floor)|(?:lot|lots|so much|pool|"
            r"tons|puddle) of blood|losing (?:\w+ ){0,3}blood|gushing blood|spurting|gushing|blood wont",
            r"(?:cut|sliced|chopped|severed|took|lost|ripped|tore|amputated|slashed|cutting|hacked|lopped) (?:\w+ ){0,4}(?:off|open|to the bone|"
            r"deep|real bad|really bad|badly)\b(?=.*\b(?:finger|fingers|hand|arm|thumb|wrist|tip|leg|palm|himself|herself|artery|neck|toe)\b)",
            r"(?:chopped|cut|cutting|sliced|took|lopped|hacked) (?:\w+ ){0,6}(?:fingers?|thumb|fingertip|toe|hand) (?:\w+ )?off\b",
            r"(?:finger|fingertip|thumb|hand|tip of \w+ finger|arm|toe) (?:\w+ ){0,3}(?:cut off|chopped off|sliced off|came off|is off|severed|hanging|"
            r"is gone|off in|amputated)",
            r"(?:cut|sliced|stabbed|gashed|slashed) (?:\w+ ){0,3}(?:hand|finger|arm|wrist|leg|palm|thumb|himself|herself|myself|open) (?:\w+ ){0,6}"
            r"(?:bleeding|blood|deep|bad|badly|bone|stitches|wont|everywhere|gushing|open)",
            r"(?:deep|bad|nasty|huge|big|severe|serious) (?:cut|gash|wound|laceration) (?:\w+ ){0,6}(?:bleeding|blood|wont)|(?:arterial|severe|heavy|"
            r"serious|bad) bleeding|see (?:the )?bone|(?:is|hes|shes|im|theyre|guest|someone|he|she) bleeding\b|need a tourniquet|tourniquet now",
            r"(?:knife|glass|blade) (?:\w+ ){0,3}(?:went |through|into|stuck in) (?:\w+ ){0,2}(?:hand|arm|leg|foot|palm|finger)",
        ),
    ),
    Hazard(
        "violence",
        "Violence or robbery",
        (
            r"(?:pulled|pulling|waving|pointing|drew|swinging|threatening (?:\w+ )?with|aiming) (?:\w+ ){0,3}(?:gun|knife|weapon|pistol|rifle|shotgun|machete|bat)\b",
            r"(?:has|have|with|got|holding|brought|carrying) (?:a |an |his |her )?(?:\w+ )?(?:gun|weapon|pistol|rifle|shotgun|machete|firearm)\b",
            r"(?:guy|man|customer|guest|someone|somebody|dude|person|lady|woman|stranger|kid|robber) (?:\w+ ){0,3}(?:has|with|holding|got) (?:a |his )?(?:\w+ )?knife\b",
            r"(?:being|getting|been|just got|were|are|we got|i got) (?:robbed|held up|mugged|attacked|stabbed|shot|assaulted|beaten)|hold ?up in progress|"
            r"robbery (?:in progress|right now|happening|now)|(?:someone|somebody|guy|man|dude) (?:is )?robbing|robbing (?:us|the|our|me)",
            r"(?:someone|somebody|he|she|hes|shes|guy|man|customer|guest|people|they|theyre|guys|cooks|two \w+|coworkers?|\w+) (?:\w+ ){0,3}(?:fighting|"
            r"attacking|punching|hitting|beating|stabbed|stabbing|shooting|strangling|threatening|threatened|punched|attacked|swinging at|"
            r"assaulting|choked out|grabbed|brawling)\b (?:\w+ ){0,4}(?:me|us|him|her|them|someone|somebody|staff|server|cashier|customers?|guests?|"
            r"each other|with|everyone|people|another|a|the|in)\b",
            r"(?:gun ?shots?|shots? fired|active shooter|shooter|shooting (?:in|at|outside)|bomb threat|somebody shot|someone shot)\b",
            r"(?:going to|gonna|wants to|threatening to|threatened to|will) (?:kill|shoot|stab|hurt|beat up|beat) (?:\w+ ){0,2}(?:me|us|him|her|them|someone|"
            r"everyone|somebody|you|\w+)",
            r"(?:fight|brawl) (?:\w+ ){0,3}(?:broke out|breaking out|in the|going on|started|happening)|(?:broke|breaking) in(?:to)? (?:\w+ ){0,3}(?:right )?now|"
            r"intruder|break ?in in progress|(?:wont|refuses to) leave and (?:\w+ ){0,4}(?:threat\w*|scream\w*|aggressive|violent)|violent (?:customer|guest|man|guy)|"
            r"(?:got|getting|becoming|being) (?:really |very )?(?:violent|aggressive)",
        ),
    ),
)

NOT_NOW = (
    # how things are done, where things are, what the rule is
    r"\b(?:what|which) (?:class|type|kind|size|colou?r|brand|number)\b",
    r"\b(?:how|what|whats|where|wheres|which|who|when|whens|why) (?:do|does|to|should|would|can|could|must|is|are|was|were|did|the|our|a|happens?|about)\b"
    r"(?:(?!;).)*\b(?:if|when|in case|case of|during|after an?|extinguisher|exits?|alarm|drill|blanket|suppression|code|class|procedure|policy|plan|"
    r"inspection|safety|hazard|kit|box|form|report|log|poster|sign|symptoms?|training|course|rating|detector|sensor|shut ?off|valve|bill|company|"
    r"department|marshal|watch|permit|risk|usually|normally|supposed)\b",
    r"^(?:how|what) (?:do|does|should|would|can|is|are) (?:i|we|you|one|u|the|a|someone|somebody|people)\b(?! do\b)(?! we do\b)(?! i do\b)",
    r"\bhow (?:do|can|should|would) (?:i|we|you|u) (?:treat|prevent|avoid|handle|deal with|help|put out|use|test|check|recognize|spot|clean|fight|tell|"
    r"report|know|respond|store|dispose)\b",
    r"\bhow to (?:treat|prevent|avoid|handle|deal|help|put out|use|test|check|recognize|spot|fight|tell|report|respond|stop|perform|do)\b",
    r"\b(?:what|whats) (?:do|should|would|are|is) (?:i|we|you|u|the steps?|the procedure|the protocol|the first)\b(?:(?!;).)*\b(?:if|when|in case|for a|for an|case of)\b",
    r"\b(?:what if|in case of|in the event|in case|just in case|suppose|supposing|say someone|imagine|hypothetical\w*|scenario|pretend|role ?play)\b",
    r"\b(?:steps?|procedure|protocol|policy|rules?|first aid|guide|instructions?|poster|sign|training|lesson|section|page|plan|checklist|signs|symptoms) "
    r"(?:for|of|about|on|in|to|when|if)\b",
    r"\b(?:quiz|teach|train|training|lesson|learn|drill|practice|practise|test me|explain|study|course|certif\w+|exam|refresher)\b",
    r"\b(?:prevent|preventing|prevention|avoid|avoiding|risk of|danger of|chance of|causes? of|cause a|could cause|can cause|worried about|afraid of|in danger)\b",
    r"\b(?:is it|are we|am i) (?:ok|okay|allowed|safe|legal|normal|true|possible)\b|\b(?:can|could|will|would|does|do|did) (?:the |a |an |this |that |you |we |it |i )"
    r"?(?:\w+ ){0,4}(?:catch fire|cause|start a fire|set off|explode|give you|hurt you)\b",
    # the past, reports, denials
    r"\b(?:yesterday|last (?:week|night|month|year|shift|summer|winter|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\w+ (?:days?|weeks?|months?|"
    r"years?) ago|in the past|used to|once had|history of|back in|the other day|earlier this (?:week|month|year)|a while ago)\b",
    r"\b(?:false alarm|no longer|already (?:out|handled|fixed|over|gone|treated|left)|was put out|is out now|nobody (?:is|was|got) hurt|no one (?:is|was|got) hurt|"
    r"not an emergency|no emergency|all good|all clear|just kidding|jk|joking)\b",
    r"\b(?:no|not|isnt|arent|wasnt|without|never|dont|doesnt|didnt|nothing) (?:\w+ ){0,2}(?:on fire|fire|flames|smoke|gas smell|smell gas|smell of gas|bleeding|"
    r"choking|burned|burnt|unconscious|allergic reaction|shocked|leaking gas)\b(?!.*\b(?:but|help)\b)",
    # paperwork, shopping, talk
    r"\b(?:menu|recipe|order|reorder|invoice|budget|vendor|price|cost|buy|purchase|replace|schedule|inspect|inspection|maintenance|song|movie|video|game|podcast|"
    r"playlist|book|story|joke|t ?shirt|paint|decor|costume|halloween|name of|called the|brand|reviews?|yelp|comments?|survey|emails?)\b",
    r"\b(?:fire|choking|gas|burn|bleeding|cpr|aed|first aid|allergy|allergen|emergency|evacuation|robbery|shock) (?:extinguisher|drill|exit|door|marshal|inspector|code|"
    r"suppression|blanket|watch|lane|permit|poster|sign|training|class|course|kit|plan|policy|procedure|card|hazard|safety|department|station|bill|company|"
    r"meter|cap|station|matrix|chart|sheet|menu|log|report|form|test|tag|certificate|prevention|cream|rate)\b",
)
"""Clauses of these shapes say that nothing is happening."""

IDIOMS = (
    r"\b(?:sales|tips?|numbers|business|team|crew|we|were|we re|you|youre|ur|playlist|specials?|menu|reviews?|staff|line|squad|everyone|server|servers|boss|dj|band|"
    r"music|phones?|instagram|tiktok|social media|kitchen crew|drive thru|lunch rush|chef|cook) (?:\w+ ){0,3}(?:was |were |is |are |been )?(?:absolutely |totally |really |"
    r"literally |straight )?(?:on fire|fire|lit)\b(?: (?:today|tonight|lately|this \w+|right now))?",
    r"\b(?:burger|wings?|sauce|food|fries|pizza|taco|tacos|salsa|dish|coffee|outfit|song|shift|that|this|these|those|hot sauce|curry|chili|special|beat|mixtape|"
    r"playlist) (?:\w+ ){0,2}(?:is|are|was|were|s)? ?(?:so |straight |pure |absolute )?(?:fire)\b(?! (?:alarm|in|on|at))",
    r"\b(?:mouth|tongue|tastebuds|taste buds) (?:\w+ )?(?:is |was )?(?:on fire|burning)\b",
    r"\b(?:he|she|hes|shes|maria|luis|you guys|they|theyre) (?:is |was |are |were )?on fire (?:today|tonight|lately|this (?:week|shift|morning))",
    r"(?<!on )(?<!a )(?<!caught )(?<!the )\bfire (?:the|that|this|a|up|him|her|off|table|order|apps|entrees?|mains?|course|steaks?|tickets?|next|second|it|them|someone|somebody|an|my|me|jose|\w+ing)\b(?! (?:is|out|alarm))",
    r"\b(?:fired up|fire sale|under fire|fireworks?|friendly fire|wildfire|campfire|rapid fire|ceasefire|fire ?place|wood fire\w*|fire ?roasted|fire ?grilled|"
    r"fire ?side|spitfire|crossfire|misfire|backfire|caught fire on (?:social|tiktok|instagram)|trial by fire|play(?:ing)? with fire|like a house on fire)\b",
    r"\b(?:got|get|getting|was|were|been|be|being|are|is|he|she) (?:\w+ )?fired\b",
    r"\b(?:smoke|smoking) (?:break|area|section|shack|detector|alarm test|salt|flavou?r|ring|house|signal|room|outside|a cigarette|cigarettes?|brisket|ribs|meat|gun)\b|"
    r"\b(?:go|going|went|step|stepping|out|for a|take a|no) (?:\w+ )?smok(?:e|ing)\b|\bsmoked (?:\w+)|\bsmok(?:e|es|ing) (?:weed|pot|cigarettes?|when|in the parking|out back)",
    r"\b(?:fryer|oil|pan|grill|griddle|butter|wok) (?:\w+ ){0,2}(?:is |starts? |keeps? |s )?smoking\b(?! and)|\b(?:burnt|burned) (?:toast|food|bread|rice|coffee|fries|taste|the (?:fries|toast|"
    r"rice|sauce|soup|bread|coffee|food|bacon|steak|pizza|batch|bottom|onions|garlic|milk|beans))\b|\bburning (?:the )?(?:food|fries|toast|bread|rice|milk|coffee)\b",
    r"\b(?:out of|low on|need|buy|get|fill(?:ing)?|pump(?:ing)?|price of|cost of|save|car) (?:more )?(?:gas|propane)\b|\bgas (?:station|money|price|prices|bill|mileage|card|fryer|grill|oven|"
    r"range|stove|burner|pilot|knob|pedal|company|supply|bbq|line inspection)\b(?! (?:\w+ ){0,3}(?:leak|smell|hiss|fire|broke))|\b(?:have|has|had|got|gives? \w+|passing|passed) gas\b|"
    r"\bgassy\b|\bstep on the gas\b|\brunning out of gas\b",
    r"\bchok(?:e|ed|ing) (?:valve|point|under pressure|up|with laughter|back tears|on (?:the|my|his|her) (?:speech|words|presentation|lines|test|interview)|laughing|hold|the market)\b|"
    r"\b(?:dying|choking|crying|screaming) (?:of|with|from) laugh\w*|\b(?:choke|choking) hazards?\b|\bartichoke|\bchoked (?:in|at|during) (?:the|my)\b|\bchokes? the (?:flow|engine)\b",
    r"\b(?:bleed|bleeding|bled) (?:the (?:line|lines|brakes?|radiator|valve|system|air)|money|cash|edge|heart|through|ink|colou?rs?|margin|into the)\b|\b(?:pen|ink|dye|colou?rs?|printer|pos|logo|"
    r"marker|sauce|beets?|steak|meat|burger|profits?|we|company|budget|it|gums?|nose) (?:is |are |was )?(?:bleeding)\b(?! (?:badly|everywhere|a lot|heavily|out|bad|from))|\bbleeding[ -]edge\b",
    r"\b(?:heart attack|stroke|seizure|coma) (?:burger|on a plate|sandwich|special|of (?:luck|genius|midnight)|worthy|food|inducing|platter|fries)\b|\bback ?stroke|brush ?stroke|key ?strokes?|"
    r"\b(?:gave|give|giving|almost|nearly|gonna|going to|about to) (?:me |us |him |her )?(?:\w+ )?(?:had |have )?a? ?heart attack\b|\bhaving a stroke of\b|\bstroke of\b|food coma",
    r"\b(?:shock(?:ed|ing)?) (?:the (?:lettuce|beans|vegetables|broccoli|asparagus|eggs|pasta|greens|shrimp)|at|by (?:the |how |that )?(?:price|bill|news|cost|amount|review|number|size|taste|much|many)|that|to (?:see|hear|find|learn)|how|when i (?:saw|heard)|in ice|price|bill|news|value|"
    r"me (?:how|that|when|with how)|absorbers?|me to)\b|\bsticker shock|culture shock|\b(?:bill|price|news|cost|total|review|check|he|she|that) (?:\w+ )?shocked (?:me|us|him|her|everyone)|\bshell ?shocked\b|"
    r"\b(?:im|i am|was|were|be|not|so|kinda|pretty|really|honestly) (?:\w+ )?shocked\b(?! (?:by the|from the|touching|when i touched|off))",
    r"\b(?:stuck|trapped|locked) (?:in|inside) (?:traffic|a meeting|line|the (?:past|middle|rut)|my head|a loop|the office all)\b|\btrapped (?:grease|air|moisture|steam|heat|water|crumbs|food|dirt|lint)\b|"
    r"\blocked out\b|\b(?:song|tune) stuck\b|\bstuck (?:in my head|with (?:him|her|it|them|this|that|the)|on (?:the|a|this) (?:screen|question|step|menu|page|order))\b|\b(?:drawer|lid|door|basket|ticket|paper|button|key|tray|valve|coin|knob|pan|plug|cup) "
    r"(?:is |was |gets |got )?(?:stuck|jammed)\b|\bpinned (?:to|the|post|message|on the (?:board|wall))\b",
    r"\bpoison (?:ivy|oak|apple|control (?:number|poster)|pill)\b|\bfood poisoning (?:complaint|claim|policy|case|report|review)s?\b|\bpoison(?:ous)? (?:mushroom|plant|berr)\w*",
    r"\b(?:kill|killing|killed) (?:the (?:lights?|music|heat|burner|ticket|fryer|switch|mood|vibe|engine|order|flame|power)|time|it|bacteria|germs|for|off|me (?:with|softly)|my (?:feet|back|vibe))\b|"
    r"\bkilled (?:it|that)\b|\b(?:could|would|will) kill for\b|\bgonna kill (?:it|me for|this)\b|\bdressed to kill\b|\b(?:boss|manager|chef|mom|wife|dad) (?:is |s )?(?:gonna|going to|will) kill (?:me|us)\b",
    r"\brobbed (?:of|us of|blind by)\b|\b(?:robbing|rob) peter\b|\bhighway robbery\b|\brobbery (?:procedure|training|policy|button)\b|\bdaylight robbery\b",
    r"\b(?:shoot|shot|shots) (?:me an?|us an?|him an?|her an?|an? (?:email|text|video|photo|message)|of (?:espresso|tequila|vodka|whisky|whiskey|syrup|rum)|glass(?:es)?|for|the breeze|photos?|pictures?|a)\b|"
    r"\b(?:espresso|tequila|vodka|double|triple|flu|screen|head|long|best|photo|parting|cheap) ?shots?\b|\bphoto shoot",
    r"\b(?:knife|knives) (?:sharpen\w*|skills?|kit|roll|block|set|safety|rack|drawer|brand|holder)\b|\b(?:chef|butter|steak|bread|paring|santoku|utility|oyster|dull|sharp|new|clean|dirty|good|fillet|boning|table) "
    r"(?:knife|knives)\b(?! (?:went|through|into|in (?:his|her|my)|at (?:me|us|him|her)))|\b(?:glue|heat|nail|caulk|price|smoking|temp|temperature|infrared|spray|label|massage|whip|staple) gun\b|\bgun (?:show|metal|thermometer)\b|"
    r"\bbaseball bat|\bbatter\b",
    r"\b(?:burn|burns|burned|burning|burnt) (?:rate|calories|out|the midnight|a hole|bridges|question|through (?:cash|money|product|stock|supplies|labor)|cd|man|desire|fat|off|in)\b|\bheart ?burn|sun ?burn\w*|freezer ?burn\w*|"
    r"\b(?:burn) (?:cream|kit|bandage|gel|dressing)s?\b|\bsick burn\b|\brope burn\b|\brazor burn\b",
    r"\b(?:attack|attacking|attacked) (?:the|this|that|our|those) (?:problem|prep|dishes|rush|line|list|pile|work|menu|mess|day|tickets?|side ?work)\b|\bfight(?:ing)? (?:for|over|about|the (?:rush|urge|clock|system)|"
    r"with the (?:register|printer|pos|machine|ice machine|computer|tablet|door|schedule|manager about|supplier))\b|\bfood fight\b|\bfight song\b|\bpillow fight\b|\bprice war\b",
    r"\b(?:passed|pass|passing) out (?:the |some |our |free |more |all |a )?(?:flyers?|menus?|samples?|checks?|tickets?|cards?|plates?|forms?|candy|drinks?|water|food|napkins?|coupons?|uniforms?|paychecks?|schedules?)\b|"
    r"\b(?:collapsed|collapse|collapsing) (?:the )?(?:box|boxes|tent|cake|souffle|umbrella|table|cart|shelf was|souffl\w*)\b|\b(?:souffle|cake|bread|tent|box|boxes|dough|foam|sale|deal) (?:\w+ )?(?:collapsed|fell)\b|"
    r"\b(?:faint|fainted) (?:of|smell|line|taste)\b|\b(?:line|order|queue|ticket|traffic|screen|cursor|conveyor|belt|fan|rotor|wheel|handle|needle|dial|arrow|timer|clock|pump|product|inventory|stock) (?:is |are |isnt )?(?:not )?moving\b|"
    r"\bblacked out (?:dates?|windows?|the)\b|\b(?:pos|register|printer|app|screen|system|machine|tablet|ipad|computer|website|supplier|thermostat|panel|touchscreen|customer service|vendor|keypad|display|button|server app|phone|"
    r"terminal|display|email) (?:\w+ ){0,3}(?:unresponsive|not responding|isnt responding|wont respond|wont wake|is dead|died|not moving)\b",
)
"""Everyday speech with a hazard's word in it; taken out of the text before the phrases are looked for."""

PRESENT = re.compile(
    r"\b(?:help|helpp+|hurry|quick|quickly|asap|emergency|911|right now|now now|oh my god|omg|ambulance|please come|everywhere|wont stop|cant stop|still (?:burning|bleeding|"
    r"leaking)|is (?:burning|bleeding|choking)|im (?:bleeding|burned|choking|trapped|stuck)|spreading|cant breathe|not breathing|unconscious|passed out)\b"
)
"""Words that say it is happening, whatever the form of the sentence."""

_VOCABULARY = (
    "bleeding choking unconscious electrocuted poisoned swallowed flames smoke burned burning fainted collapsed seizure breathing breathe swelling allergic reaction monoxide "
    "trapped stabbed robbed attacked shocked bleach freezer fryer grease gushing severed scalded ambulance emergency leaking throat unresponsive tourniquet"
).split()


@cache
def phrases() -> tuple[tuple[Hazard, re.Pattern[str]], ...]:
    """The hazards' phrases, compiled, in the order they are tried; each begins with a whole word ("about cold" is not
    "out cold")."""
    return tuple((hazard, re.compile(rf"\b(?:{phrase})")) for hazard in HAZARDS for phrase in hazard.phrases)


@cache
def idioms() -> tuple[re.Pattern[str], ...]:
    """The idioms, compiled."""
    return tuple(re.compile(idiom) for idiom in IDIOMS)


@cache
def not_now() -> tuple[re.Pattern[str], ...]:
    """The shapes of clauses that say that nothing is happening, compiled."""
    return tuple(re.compile(shape) for shape in NOT_NOW)


def normalise(text: str) -> str:
    """The text in small letters without apostrophes, ends of sentences as ";", and hazard words spelled right."""
    lowered = text.lower().replace("’", "'").replace("'", "")
    lowered = re.sub(r"[.!?\n]+", " ; ", lowered)
    lowered = re.sub(r"[^a-z0-9; ]+", " ", lowered)
    words = [_corrected(word) for word in lowered.split()]
    return " ".join(words).strip(" ;")


@cache
def _corrected(word: str) -> str:
    """A hazard word for a word one slip away from it (two in long words), else the word itself."""
    squeezed = re.sub(r"(.)\1{2,}", r"\1", word)
    if len(squeezed) < 5 or squeezed in _KNOWN:
        return squeezed if len(squeezed) >= 3 else word
    for known in _VOCABULARY:
        allowed = 2 if len(known) >= 9 else 1
        alike = abs(len(known) - len(squeezed)) <= allowed and squeezed[0] == known[0]
        if alike and DamerauLevenshtein.distance(squeezed, known, score_cutoff=allowed) <= allowed:
            return known
    return squeezed


_KNOWN = frozenset(
    "smelling smelled smells welling dwelling spelling selling burger burners burner turning grilling greased greasy freeze freezers fryers frozen smoked smokes smoker smokey choke choked blending breading bleed bleeds breath breather "
    "through trapper flame flambe frames poison poisons swallow swelled selling shock shocks locked rocked stocked cooked attack attacks robbers burnt learning earning turned "
    "allergen allergens allergies reactions traction breach bleaching heaving leaving reading treating breaking".split()
) | frozenset(_VOCABULARY)
