"""The hazard lexicon: what people name when something is happening to someone, and what together shows a hazard.

Phrases are written in the language of agents/phrases.py, over normalised words: small letters, no accents, no
apostrophes. A *sign* is one part, or several joined with `&` that stand near each other in one sentence in any order; a
part is a phrase or a choice of them with `/` between; the part after `!` must not be in that sentence. A part with `@`
in front tells of somebody: it does not count when its subject is a thing ("the printer is not responding"). English
first, then the Spanish of mixed crews.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hazard:
    """A kind of emergency, the words of the emergency card's heading for it, and the signs that show it, one a line.

    `call` is said before the card, with the site's number for help as {number}.
    """

    kind: str
    heading: str
    signs: str
    call: str = "**Call {number} now.** Get people out of danger first."


HAZARDS: tuple[Hazard, ...] = (
    Hazard(
        "grease_fire",
        "Grease fire",
        """
        <aflame> & <kettle> ! <place> / outlet
        flames|llamas & <kettle>
        fire|fuego & <kettle>
        <kettle> <be>? burning|flaming|ignited|lit|alight|quemando ! fries / food / eyes / hand / arm / smell|smells
        <kettle> went|goes|gone up
        """,
    ),
    Hazard(
        "fire",
        "Fire",
        """
        <aflame>
        fire|fuego|fires|lumbre|inferno ! wood / log|logs
        flame coming|shooting|out|inside|behind|under|from|on ! burner|pilot|yellow|orange|blue|torch|lighter
        flames|llamas ! burner|burners|pilot|yellow|orange|blue|adjust|uneven|torch|decor|logo|until / grill|griddle|\
            broiler
        <place>|<cloth> <be>? burning|smoldering|smouldering|smoking|alight|quemando
        <fuel>|<cloth> & <lit> ! <dish> / everything|bottoms|tops|edges|unevenly / eyes|skin|hand|arm|bill|pilot
        <fuel>|<cloth>|awning|canopy|tent caught ! caught my|on|up|in|him|her|stealing|between
        inferno|fireball|blaze ! pizza / whiskey / shot|shots / rewards
        sparks & smoke|flames|fire|flying|everywhere|wires
        dropped|fell|threw|thrown|flicked|tossed|chucked|knocked|landed & <igniter> & <flammable> ! station
        <igniter>|smoking|welding|grinding near|by|beside|over|above|onto|into|around|next to? .. <flammable> ! \
            station / allowed|may|can|never|sign|signs|policy|rule|rules
        smoke|humo coming|pouring|billowing|everywhere|filling|rising|spreading|all|out|from|in|behind|is|getting|\
            under|inside ! bbq|neighbor|neighbors|fajitas|break|outside|cigarette|cigarettes|smoker|brisket|ribs|\
            vape|flavor|complain*
        thick|black|white|heavy|much|of|with|theres|see|saw|is|mucho|hay|sale smoke|humo ! cigarette|cigarettes|\
            smoker|brisket|vape|flavor
        fill*|full up? with|of .. smoke
        <wired> & <smokes> ! motion / brisket
        <motor> .? .? is|are|started|starts|s|keeps smoking|sparking|glowing|melting
        sprinkler|sprinklers|ansul|suppression .? .? went|going|discharged|activated|dumped|triggered|popped ! test \
            / inspection / drill
        se esta|estan quemando ! comida / arroz / pan / carne / tortillas
        <odour> .. smoke|burning ! <dish> / cigarette|cigarettes|weed|brisket|clothes|jerk|fajitas / my hair
        <odour> & burning|burnt|melting|burned & plastic|rubber|wire|wires|wiring|electrical|electric|electronics|\
            hair|insulation
        <place>|trash|dumpster & now|still|and its|it burning|smoking|flaming ! <dish>
        something|somethings|algo is|s|se|esta? burning|quemando|smoking ! food / eyes / hand
        burning|burnt|electrical .? smell|odor & outlet|panel|wall|plug|wires|wire|breaker|ceiling|electrical|motor|\
            vent|compressor
        fire|smoke alarm|alarms|bell & <sounding> ! <upkeep> / toast
        extinguisher & burning|smoking|flames|spreading
        explosion|exploded|exploding|exploto ! <body> / bottle / wine / beer / egg|eggs / potato / sauce / soda / \
            balloon / social / phone blew / growth / sales / population / bag
        blew|blown up & <blastable>
        """,
    ),
    Hazard(
        "carbon_monoxide",
        "Carbon monoxide",
        """
        carbon|monoxide|co .. alarm|alarms|detector|detectors|sensor|monitor|meter|thing & <sounding> ! battery|\
            batteries|chirp*|low|test|tested
        monoxide|co alarm|meter|monitor|detector|levels & ppm|high|alarming|alarmed|reads|reading ! test / normal
        monoxide|co .? leak|poisoning|poisoned ! symptoms
        <several> & <woozy> ! hungover / drinking / wine / food / chicken / oysters / ate
        monoxido
        """,
    ),
    Hazard(
        "gas",
        "Gas leak",
        """
        <odour> .. .? <gas> ! station / chlorine|ammonia|tear|mustard
        <gas> <odour> ! chlorine|ammonia|tear|mustard
        <gas> fumes ! chlorine|ammonia|tear|mustard|yellow|green
        rotten|rotton egg|eggs & <odour> ! boiled / omelet / carton|cartons / sink / drain / ice
        <odour> .. rotten|rotton egg|eggs ! carton|cartons
        <gas> & <leaking> ! oil / water / refrigerant / tester / car / low
        <gas> & everywhere / hose popped|came|blew|off / valve broke|stuck / wont shut|turn off ! <upkeep>
        <gas> line|hose|pipe|valve|tank|cylinder|main & <leaking>
        <gas> .? alarm|detector|sensor & <sounding> ! <upkeep>
        hit|hits|dug|drilled|cut the|a|into? a|the? <gas> line|pipe|main|meter
        """,
    ),
    Hazard(
        "self_harm",
        "Threat of suicide",
        """
        roof|bridge|ledge|balcony|railing|cliff|platform & wants|going|gonna|threatening|threatens|about|ready to? jump
        <selfharm> ! accidentally / accident / onions / potatoes / slipped / nuggets
        """,
        # whoever only thinks of it needs a person first, and may say it of themselves
        call="**You are not alone with this.** Stay with the person, or if it is you, go to somebody now. "
        "**Call {number} at once** if anybody is hurt or about to be.",
    ),
    Hazard(
        "electric_shock",
        "Electric shock",
        """
        @electrocut*
        @<be> .? .? shocked|zapped|jolted ! <sum> / shocked|zapped how|to|that|when she|he|they|i|we saw|heard|quit|\
            said / schedule / rude
        shocked|zapped|zap|jolt|jolted|shock|toques & <live> ! <sum> / hazard / label / warning / sticker / ice / \
            bath / absorber / marinade
        shocked|zapped me|him|her|them|<whose> ! <sum> / how / that / when i saw|heard / quit
        electric|electrical shock|shocks|jolt ! hazard / label / warning / sticker
        got|felt|gave|took|feel|getting|receive* a|an|little|the? .? shock|jolt|zap ! <sum> / hearing
        @stuck|frozen to & <live> ! sticker / label / tape / magnet
        shock|jolt|zap from|off|when|through ! <sum> / hearing / absorber / static|carpet
        touched|touching|grabbed|grabbing|plugged|plugging|hit|drilled & <live> & thrown|threw|knocked|smoke|\
            convulsing|shaking|numb|tingling|stuck
        cant|wont|couldnt let go of? & <live>
        live|exposed|bare|hanging|downed|loose|sparking wire|wires|cable|cables|line|lines & water|wet|puddle|floor|\
            hanging|touch*|sparking|someone|somebody|car|ground|fell|down|customers
        power line|lines|wire|cable & down|fell|fallen|downed
        hit|hits|touched|touching|clipped|struck|snagged|cut|caught <whose>? .? power|overhead|electric|buried .? \
            line|lines|cable|cables|wire|wires
        downed .? .? line|lines|wire|wires|cable|pole
        water|leaking|leak|dripping|flood* .? in|into|on|onto|inside|by|near .? .? panel|outlet|outlets|breaker|\
            breakers|socket|electrical|fuse ! cooler
        le dio corriente|toques|descarga
        """,
    ),
    Hazard(
        "entrapment",
        "Entrapment",
        """
        @stuck|trapped|locked|shut|closed|encerrad*|atrapad*|atorad* .? .? in|inside|en|between|dentro .. .? \
            <closed> ! key|keys / locked out / food / meat / drain
        <closed> & @trapped|encerrad*|atrapad* / locked|stuck|shut in|inside / banging|pounding|knocking|screaming|\
            yelling .? inside|from ! key|keys / lift truck
        cant|cannot|couldnt get|come .? out & <closed> ! stain|odor|smell|ice|cart|food|key|keys|money
        <cant> get|come|open|push .. out|door|latch & <closed> & <who> ! key|keys / money / food / cart / stain
        <closed> & <who> is|are|still|locked|stuck|trapped? inside|in there|in / in there / inside
        <closed> .? .? door|latch|handle .? wont|broke|stuck|jammed & im|hes|shes|inside|in
        <limb> .. stuck|caught|trapped|pinned|pulled|jammed|sucked|wedged|dragged|mangled|tangled|snagged|wrapped|\
            wound|clamped|slammed|atorad*|atrapad*|atascad*|atoro|atrapo ! oil|steam|grease|edge
        <limb> & went|got|pulled|crushed|smashed|goes|sucked|slipped & in|into|under|between|by the|a|that .? <gear> \
            ! <ware> is
        stuck|caught|trapped|pinned|pulled|crushed|jammed|sucked|wedged|smashed|mangled|tangled|slammed .? .? <limb> \
            & <gear>
        <limb> <be>? .? in|inside|into|under|between|en <whose>? .? <gear> ! put / keep / dont / never
        <gear> grabbed|caught|got|pulled|has|took|ate|mangled|crushed|sucked|closed on? <whose>? .? <limb>|him|her|me
        @stuck|caught|trapped|pinned|crushed|pulled|sucked|wedged|atrapad* .. in|into|inside|under|underneath|\
            between|behind|by|against|en .. <gear> & <who>|<limb>|<self>
        @trapped|pinned|crushed|buried under|underneath|beneath|between|behind|against|inside|by ! <weeds> / <sum>
        <heavy> & fell|collapsed|toppled|tipped|came|dropped|fallen|crashed & <who> .? .? under|underneath
        <who> <be>? .? under|underneath|beneath <whose>? <vehicle>|<gear>|keg|kegs|crate|crates|boxes|stack|load|\
            fridge|freezer|cabinet ! <repair>
        <heavy>|<vehicle>|<gear> .? .? on top of <who>|<body>
        elevator|lift|elevador|ascensor .. stuck|stopped|stalled|trapped & <who>|inside|between|people
        stuck|trapped|atrapad*|atorad* .. elevator|lift|elevador|ascensor ! cart / pallet / boxes
        @trapped ! <weeds> / air / grease / mouse / fly|flies
        """,
    ),
    Hazard(
        "chemical",
        "Poisoning and chemical exposure",
        """
        <chemical> & <splash>|on|exploded|leaked|foam & his|her|my|their|someones|kids|both .? <mucosa> ! cream / \
            wash / soap and
        <child> & <drank> & stuff|bottle|spray|something|liquid
        <chemical> & <splash> & <mucosa> ! dispenser / allowed / label / wear / goggles / mask / shield
        splash*|spray*|squirt*|got|splatter* .. in|into <whose>? <mucosa> ! hit|poked|punched|kicked|metal|glass|\
            elbowed|elbow / camera / clown / <scald>
        <drank> & <chemical>
        <chemical> & mouth|lips & <child>|<drank>|blue|around
        <child> & got into|at / into the / drinking / open / ate|drank & <chemical>|cleaning|pills|medicine
        <child> & cleaning & mouth|drank|ate|around|got
        poisoned|envenen*|intoxic* ! mind / mouse|mice|rat|rats|bait
        @swallowed|ate|drank|swallowing .. poison|battery|batteries|magnet|magnets|pods|pod|pills
        @swallowed|ate|swallowing|eaten & battery|batteries|magnet|magnets
        <mix> & <chemical> & <suffer>|fume*|cloud|bubbling|toxic|wrong|green|yellow|smoke|gas
        mixed .? wrong chemicals|cleaners
        mixed|combined|mezclo|mezclaron|mezcle & <bleach> & <reactive> ! was|been|be|is|gets mixed
        already / by accident / accidentally & mix|mixing|poured|added|dumped|put & <bleach> & <reactive>
        fumes|vapors|vapours|vapores & <suffer> ! guest complaint
        breathed|inhaled|inhaling|breathing|inhalo .? .? .? <chemical>|fumes|vapors|gas
        chemical|chemicals|acid|lye|caustic|bleach|ammonia .? burn|burns|burned|burning|burnt ! hole / smell
        <corrosive> & over|on|onto|down|spilled|splashed|dumped|soaked|got & his|her|my|their .? hand|hands|arm|arms|\
            leg|legs|foot|feet|skin|body|back|neck
        <mucosa> .. burning|burns|stinging & <chemical>
        ammonia|chlorine|refrigerant|chemical|acid|nitrogen|freon .. leak|leaking|leaked|release|cloud ! test / \
            fridge / freezer / cooler / service
        chlorine|ammonia .? gas|fumes|smell|cloud ! pool test
        big|huge|major|massive|bad chemical|acid|ammonia|chlorine spill
        <chemical> & <onto> & burns|burning|screaming|blister*|hurts|pain
        """,
    ),
    Hazard(
        "allergic_reaction",
        "Severe allergic reaction",
        """
        anaphyla*|anafil*|anaphila*
        <be>|think|possible|bad|severe|horrible|huge .. allergic|alergica reaction
        allergic reaction / reaccion alergica ! avoid / menu / matrix
        <swollen> <be>? .? .? <swells> ! paint / mask / makeup / sleep / crying / onions / hairnet
        <swells> up? .? <whose>? <swollen> ! mask
        swelling|hinchando up? .. after|from|nuts|peanut*|shrimp|stung|bee
        <allergen>|wrong dish & welts|hives|rash|swelling|swollen|wheezing ! menu / matrix
        covered in .? hives|welts|rash|bumps / welts|rash all over
        <allergen> & <ate> & <ill> ! menu / matrix / can
        <allergen> & itchy|hives|swelling|swollen|wheezing|throat|epipen|breathe|breathing ! menu / matrix / list / \
            dish|dishes
        <ate> .. <allergen> & is|shes|hes|severely|she|he .? allergic|alergico|alergica ! menu / matrix / list / \
            never / before / can / what / option|options
        allergic to .. & <ate> ! menu / never / before / can / what / option|options / who
        hives & all|everywhere|covered|broke|breaking|broken|breaks|throat|lips|breathing|face|getting ! bee
        need*|get|grab|bring|use|used|using|give|giving|gave|find|wheres|without|forgot .. epipen / epi pen / \
            epinephrine ! training / expire* / restock / poster / sheet
        epipen|epi & now|quick|hurry|help|ate|swelling|breathe
        where epipen|epi / epipen|epi pen? where ! keep|kept|store|stored
        """,
    ),
    Hazard(
        "overdose",
        "Overdose",
        """
        overdos* ! coffee|caffeine|garlic|salt|sugar|cheese|sauce
        oding|oded
        od in|on|at|by|outside / an od
        narcan|naloxone ! training / expir* / order / restock / class
        needle|syringe & arm|unconscious|out|blue|wont|slumped|passed|responding
        took|swallowed|taken|ate too|a|all|bunch|whole|lot .? .? .? pills|meds|medicine|medication|tylenol|bottle|\
            xanax|pastillas ! wine
        pills|fentanyl|heroin|drugs|pastillas & unconscious|breathing|blue|wake|responding|passed|collapsed|\
            swallowed|unresponsive
        sobredosis
        """,
    ),
    Hazard(
        "seizure",
        "Seizure",
        """
        @seizure|seizures|convuls*|convulsiones ! strobe
        @seizing ! engine / motor / up / opportunity / moment
        having a fit
        foaming at
        epilep* ! safe / strobe / allowed
        shaking|twitching|jerking|temblando & floor|ground|uncontrollably|violently|eyes|whole|stiff|piso ! machine|\
            washer|fan|table|shelf|mixer|fridge is|are|keeps|was
        twitching|jerking|shaking & drooling|dropped|collapsed|unresponsive
        eyes .? .? rolled|rolling back|up|white
        """,
    ),
    Hazard(
        "asthma",
        "Asthma attack",
        """
        asthma attack|attacks / ataque de asma
        asthma|asthmatic|asma & breathe|breathing|wheez*|inhaler|attack|gasping|air|bad|puffer
        inhaler & cant|no|without|empty|lost|forgot|need*|find|wheres|gasping|breathe|working|helping|isnt ! store / \
            box / policy
        @wheezing|wheezes|wheezy ! machine / compressor / fan / engine / ice
        """,
    ),
    Hazard(
        "heart_attack",
        "Heart attack",
        """
        heart attack|attacks
        cardiac arrest|event|problem
        chest .? killing me
        chest .? .? .? pain|pains|pressure|tight|tightness|hurt|hurts|hurting|heavy|crushing|squeezing|burning|\
            aching ! freezer / press
        pain|pains|pressure|ache|squeezing|tightness|tight|hurts|dolor .. chest|pecho
        clutch*|grab*|hold*|rubbing at? <whose> chest|heart
        infarto / ataque al corazon
        heart <be>? .? racing|pounding|skipping|stopping|flutter* & dizzy|faint|pale|sweating|breath|chest|weak|pain
        elephant .? on <whose> chest
        left arm|shoulder & numb|pain|hurts|tingling|hurting & chest|jaw|sweating|dizzy
        """,
    ),
    Hazard(
        "stroke",
        "Stroke",
        """
        possible|suspected|mini|mild|massive stroke|strokes
        having|had|has|have|like|think|maybe .? .? a|mini .? stroke ! luck / genius / midnight / <sum> / about to
        face|mouth|smile .. droop*|sagging|lopsided|crooked|dropping ! mask / cake / icing / sign / painting
        slurring|slurred|slurs ! drunk|tab|wasted|hammered|beers|shots
        one|left|right|half|whole side|arm|leg|face|body .. weak|numb|limp|droop*|paralyzed|dropped|hanging|hangs
        one|left|right side .. face|body|mouth .. move|feel|droop*
        is|be|this|its a stroke ! luck / genius / midnight
        numb|weak|limp|paralyzed|move|feel .. one|left|right|whole side
        cant|cannot|couldnt move|feel|lift|raise|use|control .? left|right|one|half|whole side|arm|leg|half|body
        words|talking|speech|speaking .. mush|gibberish|garbled|jumbled|slurry|nonsense
        lost|losing the? feeling|use|strength in|down|on|of <whose>? .? .? side|arm|leg|face|half
        suddenly|sudden .. <cant> .? talk|speak|see|walk|understand|remember|smile
        cant|cannot|not talk|speak|talking .? right|straight|clearly|properly & suddenly|arm|face|sudden|confused|\
            droop*|numb|weird
        arm|face|leg .? .? .? numb|dead|hanging|limp|weak & slurr*|talk|talking|speech|confused|droop*|smile|\
            suddenly|face
        derrame cerebral / embolia
        """,
    ),
    Hazard(
        "low_sugar",
        "Low blood sugar",
        """
        breath & pear drops / acetone / fruity / nail polish ! wine / remover / dentist
        diabetic|diabetes|diabetico|diabetica & <faltering> ! menu / dessert / option|options / friendly / diet / syrup
        blood sugar|glucose & <faltering>|dropp*|way|super|really|too ! what / apple / drink / menu
        sugar & low|high|dropp*|crash* & sweat*|confus*|shak*|dizzy|faint|pass|passed|coma|weak ! drink|drinks|menu|\
            recipe
        sugar crash & diabetic|shaking|passed|faint
        hypoglyc* / insulin shock / too much insulin
        """,
    ),
    Hazard(
        "heat",
        "Heat illness",
        """
        heatstroke|sunstroke / heat|sun stroke|exhaustion|sickness
        stopped|not|isnt|no sweating & <hot>|confused|skin|dizzy|sick|<who>
        <hot> & @<addled> ! food / soup|sauce / dish / spicy / pepper / wings
        golpe de calor
        frostbit*|hypotherm*
        """,
    ),
    Hazard(
        "choking",
        "Choking",
        """
        @<choke> ! choking|choked|chokes me|him|her|the|my|our|another|each / laugh* / valve / hazard|hazards / \
            pressure / the|a choke / uniform|perfume / interview / presentation / game / dust / \
            engine / carb* / flow / <weeds> chokes
        stuck|caught|lodged|blocked|atorad*|blocking .. <throat>
        something|food|bone|piece|meat .? .? in his|her|my|their throat|windpipe
        <throat> <be>? .? blocked|obstructed
        @<airless> ! laugh* / smell / shirt|pants|bra|mask|collar|apron|uniform|size / room to / between
        <mute> & throat|choking|blue|purple|gasping|food|hands|breathe|red|cough|coughing
        <other>|<who> cant|cannot .? cough
        """,
    ),
    Hazard(
        "unconscious",
        "Unconscious person",
        """
        @<breathless>
        @<fainted> ! flyers / samples / menus / power / dates / windows / brew
        @<senseless> ! email|emails|message|messages|text|texts|calls|reviews|page|seller|processed|pos|offline|\
            online|wifi|schedule|request|early|alarm|shifts|opening / on time
        @<collapsed> ! box|boxes / stand / menu / section / window / folder / pos / <sum> / fees
        <who> .? .? <dead> ! battery / phone / laugh* / lol / bored* / hair / inside / tired / hungry / nearly / \
            almost / already did / weight
        on|to|onto the floor|ground & <cant> & <other>|him|her|them ! <ware> is|was
        lying|laying|found|down|slumped|face on|in|down .. floor|ground|bathroom|walkin|lot & <cant>|blood|out|\
            unconscious|responding|moving|breathing|wake|answer|not
        man|woman|guy|worker|person|employee|officer|customer|cook|operator|kid down & in|on|by|at|near|not|help|\
            behind|bleeding|outside
        wont|doesnt|isnt|didnt wake|waking|answer|respond|answering & <who> ! bell|call|calls|calling|phone|email|\
            text|texts|schedule|early|shifts / <ware>
        needs?|doing|started|starting|start|give|giving .. cpr
        aed & now|quick|hurry|get|grab|bring|need
        dropped|drops to the? floor|ground|knees
        """,
    ),
    Hazard(
        "violence",
        "Violence or robbery",
        """
        <weapon> & <other>|<wield>|has|with|got ! spray|glue|heat|nail|caulk|temp|temperature|label|massage|staple / \
            safe / range / metal / license / <sum> / tool cage|box|crib|rack|room
        <tool> & <wield> & <who>|<them>|at|in ! sharpen* / set / roll / skills / sauce / wine
        customer|customers|guest|man|woman|guy|dude|lady|stranger|someone|somebody|person|kid|teen|drunk|boyfriend|\
            ex|husband|robber|tipo|hombre .. has|with|holding|pulled|got|pulls|grabbed a|his|her|our|the .? .? knife|\
            machete|bat|hammer|taser|blade|boxcutter|gun|crowbar|cuchillo|navaja ! cutting / prep / new / sharp* / \
            guard / steak / butter / dull / clean
        he|she|hes|shes|they has|holding|pulled|pulls|got a|his .? knife|machete|blade|gun ! set / skills / new / sharp*
        gunpoint|knifepoint
        knife|gun|fist fight
        snatched|stole|stealing|grabbed .. register|till|purse|cash|money & ran|running|hit|pushed|now|just ! time
        <robbery> ! vending / ref|refs|game / review|reviews / blind / bank of / peter / <sum> / tears / pieces / \
            half / sweat / song / shoes|boots / bluetooth
        @<shots> ! stabbed my|himself|herself|myself|his own / oyster / accidentally / espresso|tequila|vodka|photo|\
            video|whiskey|flu|glass|glasses|commercial|movie|scene|film
        <attack> & <them> & <other>|<who>|<be> ! problem / prep / competitor / <sum> / sale|sales / feelings / goal|\
            goals / target / button / snooze / with
        <attack> <whose>? .? <them>|<body> ! problem / prep / sale|sales / feelings / wall / goal / numbers / snooze \
            / <sum>
        hit|hits|hitting <whose>? .? <them> ! her|his|my|their|the head|elbow|knee|toe|thumb|back|hand|eye / <fell> \
            / goal / up
        @<be> .? .? attacked|assaulted|jumped|beaten|mugged|stabbed|shot|punched|slapped|robbed|groped|strangled ! \
            <sum> / online / deal / car / battery
        <brawl> & <other>|<them>|broke|parking|dining|kitchen|bar|outside|lobby|started|lot|help ! food fight / for \
            / about / cold / snow / song / urge / with the / club / night / against / grease / grime / hunger / with \
            my / to keep / tears / sleep
        <menace> ! boss / mom / wife / manager will / competition / game / vibe / hunger / my feet / <sum> / news
        violent|aggressive & customer|customers|guest|man|guy|drunk|person|someone|somebody|dude|lady|woman|is|hes|shes
        throwing punches|hands|chairs|plates|glasses|bottles
        <hurl> .? .? .? <missile> & at|into|in|through|inside ! bin|trash|garbage|dumpster|skip|truck|van
        <other> .. choking|choked me|him|her|the|my|our|another|each
        masked|mask|ski|hooded men|man|guys|guy|mask|person|people|robber & in|walked|came|money|gun|down|told|has|\
            here|outside
        told|tells|yelling|telling everyone|everybody|us|people .. down|floor|ground
        bomb & threat|found|package|says|said|called|building|suspicious ! jager / bath / calorie / cherry / irish
        suspicious package|bag|device & door|counter|ticking|lobby|wires|abandoned|found|left|outside
        hostage|kidnap*|secuestr* ! negotiator
        locked .? .? in & trying to|hiding|hide|banging|break|kill ! <closed>
        hiding|hide & gun|knife|shooter|robber|office|closet|bathroom ! spot / place / eggs
        looting|looters|riot
        """,
    ),
    Hazard(
        "bleeding",
        "Severe bleeding",
        """
        <gore> ! orange / mary / sausage / pressure / steak / meat / drive / type / juice / clean / stain|stains / \
            wash / mop / oil / water
        @<bleeding> ! <slightly> / nose / gums / ink / edge / money / cash / steak / meat / burger / margin / line|\
            lines / air / brakes / colors / dye / valve / radiator / before i
        @<bleeding> through <whose> / bled through
        knife|blade|glass fell|landed|dropped .. <whose> .? <body>
        <bleeding> & badly|wont|bad|everywhere|heavily|profusely|lot|stop & <who>|<body>|nose ! ink / printer / \
            money / line / valve
        <severed> ! <slightly> / nail|nails / cake / bread / bag / onion / label / sheet / hotdog / tag
        <cut> & <body>|<self> & <bad> ! <slightly> / meat / chicken / steak / how to / potatoes
        cut|sliced|gashed|slashed|stabbed <self> ! <slightly> / slack / break / short
        deep|bad|nasty|huge|big|severe|serious|gaping|gnarly cut|gash|wound|laceration ! <sum> / pay / budget / hours
        cut|nicked|sliced|hit an artery|tendon|vein
        chunk|piece|part|top of .? <digit>|<body> ! chicken / meat / pork
        arterial|severe|heavy|serious|bad|major bleeding|bleed|blood
        see <whose>? bone ! broth
        <blade> .? .? through|into|in|went <whose>? .? .? <body> ! keep / guard / glove / put
        <body> & stabbed|impaled|pierced|sliced|slashed|severed|through & <blade> ! guard / how
        tourniquet|torniquete
        nosebleed|nosebleeds & wont|hour|hours|still|gushing|pouring|faint|thinners
        needs|need|gonna need|probably stitches ! kitchen aid / sewing
        sangre|sangrando|sangrar
        stabbed .? <self>|<body>
        """,
    ),
    Hazard(
        "burn",
        "Burns",
        """
        <scald> & <spill> & <onto> ! slipped|tripped / on|onto|over .? .? laptop|phone|table|counter|book|bag|purse|\
            dress|shirt|uniform|apron|pants|floor|menu|car / counter / stain / floor is
        <scald> & on|over|onto|down <self>|him|her|me|them ! pour / put / ready / ran / on .. laptop|phone|table|\
            book|bag|purse|dress|shirt|uniform|apron|pants|menu|car
        <limb>|<who> .? .? .? on|onto|against the|a .? hot? grill|flattop|burner|stove|griddle|broiler|oven & burn*|\
            burned|fell|touched|put|slipped|skin ! put the / put a
        <scald> & all over|on|over|down his|her|my|their .? .? <body> ! lotion / olive
        splashed|splattered|sprayed|burned by|with|from .. fryer|oil|grease|steam|boiling
        <limb> .? .? .? in|into|en <whose>? .? .? <bath> ! dishwater / keep / never / dont
        <burned> .? .? .? .? <whose> .? .? <body> ! <slightly> / onion|onions / cutting / pepper|peppers / spicy / \
            wings / calories / sun / burned|burnt|burn|burning out
        <body> <be>? .? .? <burned> ! <slightly> / tongue|mouth|ears / onion|onions / cutting / pepper|peppers / \
            spicy / wings / calories / sun / stomach / workout / back burner
        burned|burnt|scalded|burn|burning|quemo|singed <self>|him|her|me|them|someone|alguien ! <slightly> / bridge \
            / sales / calories / out
        @<be> .? .? burned|burnt|scalded ! <slightly> / <dish> / side|sides / out / down / disc / cd / bulb / light \
            / taste / smell|smells / crisp
        bad|severe|serious|huge|big|terrible|horrible|nasty|awful|third|second|3rd|2nd|real degree? burn|burns ! \
            rate / sick
        skin .? .? .? peeling|blistering|coming|bubbling|falling|melting|blistered|charred|off ! <dish> / potato|\
            potatoes / tomato|tomatoes / peppers / peach / salmon / pork
        scalded|scalding|escald* & <who>|<body> ! milk / cream / pan
        se quemo|quemaron & mano|brazo|cara|pierna|cocinero|con|aceite|alguien|ayuda
        me queme ! poquito
        <limb> caught|hit|touched|in the|some .? .? fryer|oil|steam|grease
        bad|huge|big|nasty blisters
        steam & burned|burnt|scalded|burn & <who>|<body>
        burned|burnt|scalded face|hand|hands|arm|arms|leg|legs|foot|fingers|eye|eyes|neck|chest ! <slightly>
        burned|burnt|scalded badly|severely|real ! <dish>
        @<fell> in|into|onto|against <whose>? .? <bath>|grill|griddle|flattop|stove|vat ! asleep / behind
        two|three|four|five|several|both people|workers|cooks|guests|customers|guys|servers|kids|employees .? \
            burned|burnt|scalded ! <dish>
        urn|cooker|boiler|kettle|pot|coffee exploded|burst|tipped & <who>|<body>
        """,
    ),
    Hazard(
        "injury",
        "Serious injury",
        """
        came|went|rolled|flew|tumbled off|over|down the|a .? <height> & <who> ! truck came
        landed on his|her|my|their head|neck|back|hip|face|shoulder|arm|wrist|knee
        finger|toe|thumb|ankle|wrist|arm|leg|elbow|knee is|looks .? .? broken|sideways|crooked|backwards|bent|\
            dislocated|purple ! table|chair / machine
        broken|fractured|dislocated|shattered ankle|wrist|hip|collarbone|rib|ribs|jaw|neck|leg|arm|elbow|shoulder|\
            bone|kneecap ! table / chair / machine / mixer / stand / oven / robot
        @<fell> from|off|down|through|de .. <height> ! asleep / behind / <sum> / box|boxes / menu / schedule
        @<fell> & <crippled> ! asleep / behind / <sum> / apart / short / in love / for it / out on / wallet / \
            glass|glasses|plate|plates|mug|mugs|jar|jars|bottle|bottles|cup|cups .? fell|dropped
        <limb> .. crushed|smashed|busted|mashed
        dropped|fell|landed|rolled|tipped|crashed|slammed|shut|closed .? on|onto|in his|her|my|their .? <body>
        his|her|my|their|someones|guests|customers|kids .? <body> & <harmed> ! <slightly> / yesterday
        <harmed> his|her|my|their|someones|guests|customers|kids .? <body> ! <slightly>
        @dazed|concussed / knocked silly ! confused about
        <heavy> & fell|collapsed|toppled|tipped|came|dropped|fallen|crashed|landed & on|onto .? .? .? <who>|<body> ! \
            <sum> / my way
        <banged> .. head|skull|cabeza & <dazed> ! nail on / shower / lettuce
        head|skull|cabeza .? <banged> & <dazed>|<who> ! lettuce / shower / nail
        head|skull|spinal|spine|neck injury|wound|injuries ! form / report
        concussion
        his|her|my|their|someones|kids|guests|customers|cooks|la|el|su .? <bone> .. <broken> ! machine / robot / \
            chair|table leg|legs|arm|back
        <broken> his|her|my|their|someones|la|el|su .? <bone> ! table|chair leg|legs|arm
        bone & sticking|poking|through|showing|snapped ! broth / steak / ribeye / chicken / ham
        hit|struck|run|ran|backed|drove|crushed|rolled|crashed .? over|into|by|through .? .? <vehicle>|wall|window|\
            building|front|store ! sale / review / rush / goal / <weeds>
        run|ran|rolled|backed|drove over <whose>? .? <who>|<body>
        @was|were|got|been|is|gets|getting .? run over ! budget / time / schedule / meeting / <weeds>
        <vehicle> .. hit|tipped|flipped|rolled|crashed|ran|drove|backed|slammed & <who>|<body>|through|into|over|\
            building|window ! goal / order / <sum>
        got|is|are|was|gets|badly|seriously|someones|hes|shes|really|been .? hurt|injured|wounded ! feelings / \
            feeling / business|sales / nobody / prevent
        <who> hurt|injured|wounded|lastimado|lastimo|herido ! feelings / my back / <sum>
        hurt|injured badly|bad|really|pretty|seriously|severely|his|her ! feelings / sales / business
        eye|eyes & hit|scratched|cut|gouged|poked|blinded|see|glass|metal & cant|cannot|blood|bleeding|something|\
            vision|cork|by
        eye & metal|glass|something|poked|gouged|shard|piece & in|out|stuck|bleeding ! keep an / catch|caught / magic
        threw|hurt|popped .. <who>|back|shoulder & cant|couldnt|wont move|walk|get|stand
        cant|cannot|couldnt feel|move his|her|my|their legs|leg|feet|neck|toes
        roof|ceiling|wall|floor|shelving|racking|scaffold* .? .? collapsed|caved|came|fell & <who>|people|on|under|\
            customers
        se cayo & escalera|cabeza|puede|duele|levantar|golpeo
        drowning|drowned ! tickets / orders / sauce / work / paperwork / dishes / sorrows / syrup / butter / in
        drowning|drowned|drowns in|by|at .. <water>
        dog|snake|spider|rat|raccoon .? bit|bite|bitten|attacked|attacking & <who>
        """,
    ),
    Hazard(
        "collapse",
        "Building collapse",
        """
        <building> <be>? .? .? <collapses> ! tile / paint / poster|posters / menu / sale|sales / price* / asleep
        """,
    ),
    Hazard(
        "missing_child",
        "Missing child",
        """
        <child> .? .? .? missing|lost|gone|vanished|disappeared|perdio ! <keepsake> / weight / appetite / interest
        missing|lost|lose|perdido|perdida|perdimos .? .? <child> ! <keepsake> / interest
        cant|cannot|couldnt|nobody|not find|finds|see|sees <whose>? .? .? <child> ! <keepsake>
        took|taking|grabbed|snatched|left|leaving|walked|walking off|out|away? with? a|the|my|her|his|that|someones .? \
            <child> ! <keepsake> / order / photo|picture
        <child> .? .? wandered|wanders|ran off|away|out ! <keepsake>
        """,
    ),
    Hazard(
        "medical",
        "Medical emergency",
        """
        <aid> & <summon> ! restaurant / number / rats / note / appointment / parade / scanner / uber / definition / \
            card / account
        medical|health emergency|help
        911 911|now|please|emergency|help|asap / emergency emergency
        @talking|speaking .? gibberish|nonsense|crazy / incoherent|disoriented|delirious
        emergencia
        <gutblood>
        <birth> ! shower / labor day / costs / intensive
        <agony> & <who>|kidney|stomach|help ! neck / ass / point
        @<ailing> & <ailing> ! come in / work / shift / call|called|calling / fever / diarrhea / flu / hungover / \
            hangover / sick day / cold / home
        bad|severe|terrible|massive|worst .? headache & see|vision|vomit*|speech|stiff|sudden|confused
        <who> .? really|very|super|so|extremely|violently sick|ill & help|ambulance|hospital|throwing|blood|\
            collapsing|shaking|floor
        <who> .? .? <dead> & help|please|hurry ! battery / phone
        muy mal|grave & <who>
        someone|somebody|he|she|they needs? help now|asap|quick|bad|fast
        """,
    ),
)
"""In the order they are tried: the cause goes before what it does, and the graver before the lighter."""
