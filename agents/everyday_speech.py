"""Everyday speech with the words of hazards in it, and how a sentence says that nothing is happening.

Phrases in the language of agents/phrases.py, over normalised words.
"""

from __future__ import annotations

IDLE = """
    fire extinguisher|extinguishers|drill|drills|exit|exits|door|doors|marshal|marshall|inspector|inspection|code|
    codes|suppression|blanket|blankets|watch|lane|permit|poster|sign|training|class|course|plan|policy|procedure|
    procedures|card|hazard|hazards|safety|department|station|bill|report|form|test|tag|certificate|prevention|
    sale|works|place|pit|wood|roasted|grilled|side|fighter|fighters|escape|panel|sprinkler|sprinklers|insurance|
    truck|hydrant|proof|resistant|rated|rating|wall|stick|fly|cracker|starter|brick|hose|warden|risk|regulations|
    equipment|route|routes|evacuation|system|systems|log|emoji|season|retardant|oven|ovens|pizza|kit|ant|ants|
    hall|chief, fire table|order|apps|entrees|mains|dessert|course|tickets|steaks|next|two|three, fire up|him|off|
    it|them|someone|somebody|people|employees, fire the|that|my|our|two|three|four|all|both|another|some|next|
    second|first|a .? .? order|orders|apps|app|entree|entrees|entree|mains|main|course|courses|steak|steaks|
    ticket|tickets|dessert|desserts|table|salmon|chicken|burger|burgers|starters|starter|grill|smoker|kiln|cook|
    employee|server|person|guy|manager|five|six|seven|eight|nine|ten, when|should|can|do|did|could i|we|you|they
    fire, gonna|going|want|ready|about to fire, firestick, fireball, fireplace, firewall, wildfire,
    campfire, crossfire, backfire*, firefighter*, firearm license|permit, firehouse, bonfire, dumpster fire,
    under|open|cease|rapid|friendly|camp|wood|charcoal|log|wild|brush|forest|slow|low fire, fire and ice, fire and
    forget, ring|goblet|lake|lord of fire, fire|smoke alarm|alarms|detector|detectors .? .? box|cover|test|panel|
    code|company|inspection|system|monitoring|battery|batteries|chirp*, baptism of|by fire, trial by fire, is|are|
    was|were|tastes|looks|taste|look|thats|straight|pure|absolute|total|pretty|be|hella|s fire, burger|burgers|
    wings|sauce|food|fries|pizza|taco|tacos|salsa|dish|coffee|outfit|song|shift|mixtape|special|specials|beat|
    playlist|chili|curry|wine|cocktail|drink|menu|cookie|cookies|brownies|salad|steak|fit|kicks|shoes|haircut|
    vibe|vibes|prep|game .? .? fire, <figure> <be>? <be>? absolutely|totally|really|literally|straight|all|just|
    so|always|still? on fire|lit, <who> .? .? .? .? on fire .? .? <praise>, <praise> .. .? on fire, play* with
    fire, no|without|any flame|flames|fire|smoke|blood, like a house on fire, fuel to the fire, fire in .. belly,
    out of the frying pan, fight fire with, fire under .. ass|butt, light a fire under, where theres smoke,
    putting|put|puts out .? fires, caught fire on social|tiktok|instagram, mouth|tongue|tastebuds|buds|lips|throat
    .? .? on fire|burning, hot|hotter as|than fire, fire engine|red, you|we|i|they|to|does|that|will|people|us
    help, help customers|guests|with|wanted|desk|center|section|find|page, kitchen|line|crew|team|we|grill .?
    was|were smoking, smoke|smoking break|breaks|area|section|shack|detector|detectors|salt|flavor|ring|house|
    signal|room|outside|cigarette*|brisket|ribs|meat|gun|shop|wood|chips|weed|pot|sausage|while|free|machine,
    smoke|smoking a .? cigarette|joint|bowl|pack|cigar, smoked, smokehouse, smoke|smoking in|on|out the|my? back|
    lot|alley|patio|break|shift|dock, i|he|she|they|you|we|to smoke|smokes|smoking, guests|customers|people|
    employees|cooks .? smoke|smoking, take|for|quit|no|go|went|going|stop a|for|out|to|on|step? a|out|to|for?
    smoke|smoking, smoking hot, up in smoke, gas station|money|price|prices|bill|mileage|card|pedal|company|
    supply|can|cap|meter|receipt|reimbursement|tax, out of|low on gas|propane, out|low of|on|the? gas|propane,
    ran|running|run out of gas|propane, buy|fill|filling|pump|save|more|get|pass* .? gas|propane, gas fryer|grill|
    oven|range|stove|burner|pilot|knob is|are|wont|out|doesnt|manual|or|pilot|cleaning, gassed, gassy,
    spark|sparks plug|plugs, step on the gas, gas or electric, rotten egg|eggs in the, eggs .? .? rotten, carbon
    copy|neutral|footprint|dating|offset|paper, co op|worker|owner|founder|manager|pilot|sign|op, co2, sign up,
    heart attack burger|sandwich|special|platter|fries|prices|grill, heart attack on a plate,
    gave|give|gives|giving me|us|him|her|everyone|you a .? heart attack, almost|nearly|bout|gonna|about .? .?
    heart attack, almost|nearly|bout|gonna have|gave|had|died|killed|choked .. heart attack,
    almost|nearly|literally|just died, stroke of, back|key|brush|different|breast stroke|strokes, food coma,
    killing|kills it|time|bacteria|germs|the|my|everyone, <weeds> .? .? killing|kills me|us, kill
    it|time|bacteria|germs, <weeds> is|are|was killing me|us, kill it|off|bacteria|switch|two|time|the|that,
    killed it|that|the|time|this, could|would|will|id|gonna kill for, dressed to kill, boss|manager|chef|mom|wife|
    dad|husband|landlord|gm|owner .? .? .? kill me|us|you|him|her, going|gonna|will to? kill me|us
    if|when|for|over|with, i .? kill you|him|her|them, killer, dying to|for|laughing|of|from|over|here|out,
    im|were|was dying ;, im dying its|lol|haha|here|it|this, died|dead|dying laughing|of|inside|tired, im|were|am
    .? dead, laughed|bored|starving|scared|bore|starved|worked to death, drop dead gorgeous, dying back|over|out
    here, dead battery|end|line|tired|serious|slow|stock|heading|tonight|wrong|zone|spot|bolt|pixel|in|today|on|
    rn, were|was|so|been|pretty|kinda|completely|room|its|lunch|place|store|night|super|totally|brain|feet|legs
    dead|died, deadline, over my dead, wanted dead, left for dead, im so dead, dead ass, choke down|up,
    choke|choked|choking valve|cable|point|laughing|hazard|hazards|up|back, choke* under pressure, choke* on ..
    speech|words|presentation|test|interview|lines, choked at|in|during|big, bleed|bleeding|bleeds edge|money|
    cash|ink|colors|color|dye|heart|air|valve|screw|the|off, blood orange|oranges|mary|sausage|pressure|
    test|drive|type|bank|thinner|moon|donor|sugar chart, bloody mary, bad blood, blood sweat and, cold blooded,
    blood draw|work|money, shock|shocked|shocking the|in|how|at|that|to|price|value|wave|absorber*|treatment|
    pasta|beans|veg*|ice, shock|shocked me|us how|that|when|with, walkin light, shocking*,
    sticker|culture|shell|price shock|shocked, so|really|honestly|kinda|pretty|not|literally|bit shocked|shook,
    <sum> .? .? shocked, in shock when|that|over|at, shocked i|when i|he|she|they|we saw|heard|read|quit|said,
    im|am|was|were|so|just shocked they|you|nobody,
    stuck in|inside traffic|meeting|line|past|middle|my|loop|rut|weeds|between, stuck in a|the meeting|loop|rut|
    past|middle|weeds, stuck with|on the|a|this|him|her|it, trapped grease|air|moisture|steam|heat|water|crumbs|
    food|dirt|lint|gas, locked out, song .. stuck, pinned message|post|to|comment, caught up|in
    traffic|stealing|between|on, locked in|down .. price|rate|deal|contract, we|were|getting|get|i|im
    got|getting|get|are? crushed|slammed|buried|slaughtered|murdered|hammered|destroyed|killed, buried in|under
    work|tickets|orders|paperwork|dishes|prep|snow, drown* in .? .?
    <affair>|<dish>|<crowd>|work|dishes|prep|debt|stock|laundry|paper|admin|calls|returns|boxes|cardboard|sorrows|tips|
    reviews|compliments|cheese|syrup|customers|guests|questions|feedback|details|data, went|go|goes|going|gone down in
    flames, burn rate|calories|out|through|off|cream|kit|
    bandage|gel|dressing|bridges|cd|notice|barrel|fat|unit|time|marks, burn* the|a|my|some|their|our|his|her .? .?
    <dish>|order|lunch|dinner|side|sides|one, burned|burnt|burning <dish>, burned|burnt .? .? to a crisp,
    burned|burnt|burning out|toast|taste|food|ends|bridges|bits|crust|popcorn|smell|calories|through|question|
    love|desire|sugar, burning smell from|of food|toast, heartburn, sunburn*, freezer burn*, freezerburn,
    sick|razor|rope|slow|crispy burn, feel the burn, burning hot, burning question, burns calories|fast|clean,
    money|cash to burn, burn* a hole, burn* midnight, aggressive .? goals|goal|upselling|pricing|schedule|
    timeline|growth|marketing|targets, attack the|this|that|our|those .? prep|dishes|rush|line|list|pile|work|
    menu|mess|day|tickets|problem|sidework, attacked|attacking|attacks|attack us|me|him|her|them in|on|with ..
    review|reviews|yelp|google|online|comments|questions|complaints|emails, fight* .? the rush|urge|clock|system|
    machine|printer|heat|cold, fight* for|over|about|through, food|pillow|snowball|bull|cock|sword fight*, fight
    club|night|song, price|bidding war, attack ad|plan|mode, panic|anxiety attack coming, fight* with .. machine|
    printer|register|system|oven|computer|app|supplier|vendor|schedule|insurance|wifi, hit me|us|him|her|them
    up|with, hit the|my|our|a|their .? goal|button|rush|numbers|target|wall|road|gym|jackpot|spot|sales|sack|
    weeds|snooze|nail|books|record|bank|lights|brakes|switch, hit or miss, hit with a, beat|beating
    the|it|up|our|that|last rush|heat|clock|eggs|price|record|goal|yesterday|up|traffic, beaten, beating
    eggs|egg|the, kick* off|it|bucket|ass|butt|in|back|out, kick* the bucket|habit|tires, whip* .. into|cream,
    punch list|card|in|out|up, punched in|out, punched|punching .. ticket|order|number|code|numbers|time|hours,
    slap|slapped .. sauce|label|sticker|cheese|together|on, jump|jumped|jumping in|on|ahead|to|start|the .. line|
    ahead|in|on|to|start|gun|queue?, grabbed|grabbing|grab a|some|the|my|your|an? .? lunch|bite|one|coffee|drink|
    seat|table|order|beer|food|plate|keys|bag|apron|drinks|snack|dinner|tray|tip|check, robbed of|blind, robbed
    us|me of, highway|daylight robbery, break* into tears|song, break* in .? .? shoes|boots|new|oven|pan, broke in
    half|two|pieces|the, robbing peter, shoot me|him|her|us|them|you|over|out|for ., shot|shots of, shoot* the
    breeze|pool|hoops|photos|pictures|video, photo|video|film|tv|commercial shoot|shooting, shot|shots glass*|in,
    shoot* for|a|photos|some, shooting .? .? video|photos|commercial|ad|pictures, espresso|tequila|vodka|double|
    triple|flu|screen|head|long|best|photo|parting|cheap|hot|jump|moon|extra|a shot|shots, <who> .? shot .? .?
    video|photo, knees|back|feet|nerves|day|brakes|tires|legs|eyes|week|voice .? shot, shot down, glue|heat|nail|
    caulk|price|smoking|temp|temperature|infrared|spray|label|massage|whip|staple|scan|tag|pastry|water|nerf
    gun|guns, gun show|metal|shy, big|top|young gun|guns, jump* the gun, sticking to .. guns, bath|jager|flavor|
    photo|cocoa|calorie bomb*, bomb ass|food|burger|pop, the bomb, bombed, pipe bomb shot, pass|passed|passing|
    handed|handing out .? .? of|flyers|flyer|menus|menu|samples|checks|tickets|cards|plates|forms|candy|drinks|
    water|food|napkins|coupons|uniforms|paychecks|schedules|free|towels, might|may|could pass out, might|may|could
    collapse|faint, blacked|black out dates|windows|area|curtains, knock* out .. prep|list|sidework|orders|this|
    that|the|these, faint smell|of|line|taste|odor|sound|noise, out cold brew|drinks|cuts|beer|water|sandwich*|
    food|items|trays|plates, were|we|im out cold, knocked|knock it out|off, last leg|legs, break a leg, arm and a
    leg, give|gave|lend|need me|him|her|us|a a? hand, other hand, hands down|on|free,
    short|single|second|left|right handed, heads up, head chef|count|office|cook|waiter, cut|cutting .? .? hours|
    pay|corners|slack|costs|line|break|labor|budget|shifts|it|class, cut off a|the|him|her|that|drunk|time,
    cut|cutting .. customer|guest|guy|drunk off, cut me|us|him|her some|a|off|early|loose, got|get|getting|been|is
    cut early|from|at|first, fall|fell asleep|behind|apart|short|through|for|flat, fall|fell in love|line,
    fall|fell on deaf, fall menu|season|special|hours|harvest|decor|break|schedule|items|drinks|weather, trip*
    balls|advisor|over, slipped my|through, falls under|on a, poison ivy|oak|control|center|pill, food poisoning
    complaint*|claim|policy|review|case|report, pick your poison, seize the, alcohol poisoning, seizure|seizures
    of, held up in|by|because traffic|customs|meeting|the, sugar rush|free|packets|caddy, heart of|palm|shaped|
    healthy|emoji|throb, to heart, crash course|diet|pad, dial|dialing 9|in|the|back|up|tone|out|8, 911
    turbo|porsche|call, emergency contact*|exit*|light*|number*|kit|card|procedure*|plan|meeting|brake|stop|
    shutoff|fund|order|lights|generator|line, police log|report|discount|officer discount, cop a|car|out, doctors
    note|appointment, call*|called|calling in|out sick|late|today|tonight|again?, love|sound|sick|health
    bite|bites, frost bite, bite to|size|sized, backed|back up|to|by|in, ran|run|running by|over|into
    some|a|it|that|the|my .? problem|issue|again|time|budget|trouble|numbers|list?, run that|it|this by,
    went|going|gone up in price, blow*|blew|blown up .? .? balloons|phone|spot, phone|phones .? .? blowing|blew
    up, <who> blew|blows|blow up at|on, exploding in|with popularity|flavor, exploded in popularity|sales|on,
    flavor explosion, explosion of flavor, suicide|kamikaze|grenade|bomb|overdose|murder|choke|exploding <dish>|wing|
    wings|nachos|taco|tacos|shrimp|chili|noodles|roll|rolls|sundae|brownie|cocktail|cocktails|shot|shots|shake|soda|
    pepper|peppers, suicide hot|sauce|sauces|level|squad|squeeze|door|doors, death by chocolate|meeting, death row|
    metal|star|valley, heart attack on a, choke and slide, choke cherry|cherries, collaps*|folded the|a|that|those|
    our|two|my .? stroller|strollers|box|boxes|tent|tents|umbrella|umbrellas|cardboard|chair|chairs|table|tables|cart|
    carts|
    carton|cartons|ladder|crate|crates, collapsible, on fire .? .? .? covers|tickets, fainting couch|goat|goats,
    hold up on|the the|table|order|fries|dessert, stick up hooks|note|notes, shooter special|specials|menu,
    stab|stabbing at the|this|that|these|those|our .? schedule|rota|spreadsheet|puzzle|numbers|budget|problem|math|
    inventory, got|get|gets|getting|been|was|were|im burned|burnt by|on|with .? .?
    <affair>|supplier|suppliers|vendor|vendors, choke|choked|choking on .? .? <affair>, hostage of|by|to .? .? <affair>,
    choke hold .? .? <affair>,
    strangled|choked|killed by .? .? <affair>, <affair>
    is|are|was|were|s choking|strangling|killing|bleeding|burning me|us, <crowd> just|really|already|finally? hit|
    hits|hitting|slammed|slamming us|me|the,
    hit|slammed by|with a|the|this|another? big|huge|massive? <crowd>, threat* to sue|quit|
    complain|write|email|post|tweet|cancel|dispute|report, threat* to call corporate, threat* to call the|his|her|a .?
    office|owner|manager|lawyer|bbb|district|bank, hold up the line, hold up wait, hold up i have|need|forgot|think|
    thought,
    stick up the|a|some|those|these|new? .? menu|menus|poster|posters|sign|signs|flyer|flyers|board|note|schedule,
    kill* myself|himself|herself laughing, explode* the bill|check|tab, out cold with the|a|his|her? flu|cold|fever|
    migraine, went|go|goes|going|run|ran
    down to|into the basement|cellar|store|storage|corner|bank|office|street|shop, doctor|doctors|nurse|dentist|vet
    called|calls about|for|to|back|with, through <whose>|the nose|mouth, got|get|gets|been|was|were burned|burnt by
    .. review|reviews|post|deal|supplier|critic|ex|comment, poisoned|poisons|poisoning the mood|vibe|well|minds,
    drowned <dish>|torta|tortas, exploding candy|kittens, shot|shoot|shoots|shooting me|him|her|them|us|you a|an
    text|email|message|dm|look|note, breathing|breathe|breathes a word, wing|wings|<dish>|thigh|thighs|drumstick .?
    .? bleeding|bleeds|bloody, bleeding at|near|by|around the bone,
    on fire .. .? <merit>, on fire lately, set|sets|setting the
    crowd|world|internet on fire, put a fire under, dying .. so|too|super|way .?
    slow|bored|boring|funny|quiet|hungry, roof of <whose> mouth on, burned|burnt|burn <whose> tongue|lip|lips|gums
    on .? .? <dish>|tea|cheese|chili|wings|latte|cocoa, trapped|hostage in .? zoom|conversation|webinar,
    trapped|hostage in a|another|this|my meeting, trapped in small talk, backstab*, back stabber|stabbers,
    almost|nearly fainted when i|we, fainted|collapsed|died from|of .? laughing|laughter, passed out at home,
    choke|choked on that|this|those|the .? .? price|prices|bill|words, explod*|explosion with|of .?
    orders|sales|joy|demand, lost|missing his|her|their|a balloon|sock|mitten|tooth, this|that .? .? .? .? is
    robbery, mugging for, dead to me|us, bleeding us|me|him|them dry, cut myself|herself|himself|me a|some
    slice|piece|slack, water broke through|down, day|days off for, lens fell out, seizing bolts, hives of
    bees|activity, dead slow, bored to death, hurt my|his|her pride|feelings, poison* my|the|our .?
    plant|plants|houseplant|houseplants|weeds
"""
"""Everyday speech with a hazard's word in it: its words show nothing."""

MOODS: dict[str, str] = {
    "urgent": """help, helpp, hurry, quick, quickly, asap, right now, omg, oh my god, please come, come quick,
        sos, asking|happening rn|now, somebody come, everywhere, wont stop, cant stop, ayuda, ayudame, ayudenme,
        auxilio, socorro, urgente, rapido, emergencia""",
    "still": """still bleeding|burning|on|not|wont|cant|unconscious|stuck|trapped|in|inside|choking|leaking|
        smoking|going|here|hurts, since yesterday|last|ayer|anoche, today its|im|it|hes|shes|my|his|her,
        right|and|but|just now, now he|she|hes|shes|its|im|my|her|his|theres|the|cant|they,
        wont stop|wake|answer|respond, hasnt, getting worse, again""",
    "never": """quiz, teach, test|drill me|us, what if, hypothetic*, suppose, supposing, imagine, scenario, scenarios,
        pretend, simulated, roleplay, role play, movie, movies, video game, podcast, tv show, im|just|only|was
        joking|kidding, a joke, jk, false alarm, simulacro, simulation, in case of, in the event, in case someone|
        a|the|there|we|somebody, just in case, say someone|a, lets say, explain, halloween, costume, costumes,
        documentary, essay, slogan, define, definition, meaning of, symptoms|signs of|for|are|list, how
        do|can|would|will|should i|we|you|one|u know|tell|recognize|spot|prevent|avoid|keep|handle|treat|respond|
        stop .? someone|a|an|people|if|when?, how to prevent|avoid|recognize|spot|tell|keep|handle|treat|respond,
        prevent*, to avoid, so i|we|nobody|they|it|you dont|doesnt|wont get|burn|fall|cause|catch|start|have|cut|
        slip|hurt, worried|scared about|of|that, afraid of, risk|danger|chance|chances|odds of, causes of|for,
        likely to, what causes, could|can|might|would|may cause|lead|start|become|turn, que hacer si|en caso, que
        hago si, como se, first aid for|of|on|if, procedure|protocol|plan|steps|instructions|guide|checklist|tips|
        drill for|of|in|when|if someone|somebody|a|an|when|if|people, next|every drill, a|the|fire|our drill
        is|are|on|today|tomorrow, slide|slides|caption|headline|script|worksheet|flashcard .? says|said|reads|shows|
        asks, example|examples of a|an|the?, we|they are filming a|an|the, title of""",
    "lore": """train, training, trained, lesson, learn, learning, drill, drills, practice, practise, practicing,
        study, course, certif*, exam, refresher, song, story, poster, policy, policies, menu, recipe, t shirt,
        capacitacion, table? top|tabletop exercise|exercises|drill|scenario|session|simulation|discussion|walkthrough|
        script, safety|training|evac|evacuation|desktop|response|emergency
        exercise|exercises|walkthrough, exercise|exercises|walkthrough|outline|mockup|briefing for|on|about,
        walkthrough|walk through of, dry run, mock,
        shooter|leak|release|spill|fire|rescue|robbery|choking|threat exercise|exercises, script|outline|agenda for,
    book, novel, episode, interview, flyer, class, procedure, protocol, handbook""",
    "paper": """report, reports, form, forms, log, logbook, insurance, claim, claims, workers comp, osha, footage,
        paperwork, investigation, write up, writeup, incident, complaint, complaints, document, invoice, order
        more, reorder, restock, buy, purchase, appointment, budget, vendor, reimburse*, statement, lawsuit,
        refill, refund""",
    "past": """yesterday, last week|night|month|year|shift|summer|winter|spring|fall|time|monday|tuesday|
        wednesday|thursday|friday|saturday|sunday|weekend|christmas|thanksgiving|quarter, days|weeks|months|years|
        day|week|month|year|shifts ago, week|month|year or so|two ago, couple|few months|years
        back, in the past, used to, once had|saw|got, history of, back in 199*|200*|201*|202*|high|college|january|
        february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|
        winter, back in the day, other day, earlier this week|month|year, a while ago|back, when i
        was, previously, in january|february|march|april|june|july|august|september|october|november|december, in 199*|
        200*|201*|202*, on monday|tuesday|wednesday|thursday|friday|saturday|sunday, this weekend, never happened, ever
        had|
        been|gotten|seen|fallen|passed|happened, before i started, once true?, here once, once here, at my
        old|last|other job, recovered from, came back from, is back from, before my|our time, over the summer|winter|
        holidays|weekend, when i|we first started|opened, when .? worked here|there, on|in|over
        the news, in the 60s|70s|80s|90s, at his|her|our|their old|last|former|previous job,
        before i was hired, before i worked|joined, ex|former|old coworker|employee|cook|manager|boss .? lost .? .?
        <digit>, during|at last nights|weeks|months|years|shifts|summers|winters|springs|falls|mondays|tuesdays|
        wednesdays|thursdays|fridays|saturdays|sundays|weekends|quarters|seasons, recently, ayer, la semana pasada,
        anoche,
        remember when|that|the, read about, heard about the|that|a|an, <body>|her|him|me|it|home monday|tuesday|
        wednesday|thursday|friday|saturday|sunday, at|over christmas|easter|thanksgiving|halloween,
        at|over new years, fortnight ago|back, on reddit|tiktok|youtube|facebook|instagram said|says, read that""",
    "figures": """data|dataset|datasets|statistic|statistics|stats|study|studies|research|figures|numbers|survey|
        surveys|papers|records on|about|of|for|into|among|with, data set|sets on|about|of|for|with, percent|percentage|
        share|fraction|proportion|rate|rates|trend|trends|count|frequency|prevalence of, average|median|total number|
        rate|share|days|age|cost, leading|main|common causes, which|what state|states|industry|industries|job|jobs|
        sector has|have, by year|month|state|industry|region|age|sex|body, each|per|every year, annually, nationally,
        nationwide, worldwide, national""",
    "over": """near miss, fire|flame|flames went out, went to the|an|a? hospital|doctor|clinic|er, already
        out|handled|fixed|over|gone|treated|left|ok|fine|okay|put, was put out, is out now, fire
        is|s out, we|i|he|she|they|already|got put it out, nobody|none is|was|got|were .? hurt|injured,
        everyone|everybody|all is|was|are|were ok|fine|okay|safe|good, not an emergency, no emergency, not
        hurt|serious, all good|clear, turned out, under control, no big deal, went fine,
        is|are|doing|feels|feeling ok|fine|better|okay now?, was ok|fine after|later|afterwards|now, fixed now, ya
        paso, as a joke, figuratively, not literally, lol, lolol*, lmao*, lmfao*, haha*, jaja*, rofl, just a movie|game,
        nothing is|s|was
        on|burning|wrong|serious, just|only from the|some, just|only .? .? steam|toast|dust|burnt|cooking|the
        grill|test|drill, is just|only? from, scab|scabs|scabbed, healed, healing""",
    "eased": """all good|fine|ok|okay|better|clear|safe now, is|s|im|hes|shes|its|feel|feels|feeling|doing
        all|totally|completely|much|perfectly|doing|feeling? good|fine|ok|okay|better|great|alright|normal
        now|again""",
    "settled": """is|was|im|hes|shes|been back at|to work|school, on .. feet again, healed up|fine|
        well|nicely|completely?, recovered, made a .? recovery, got|gotten better, laugh|laughing|joke|joking about it|
        that now, its|thats funny now, no harm done, good as new, is|was|been|got
        fixed|repaired|replaced|resolved|handled|sorted, ya esta bien""",
    "bygone": """yesterdays <scale>?, last nights|weeks|months|years|shifts|summers|winters|springs|falls|mondays|
        tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|quarters|seasons <scale>?""",
    "no": """no, not, isnt, arent, wasnt, werent, without, never, nobody, none, dont, doesnt, didnt, aint,
        nothing, nor, zero, nobodys""",
    "but": "but, however, though, not joking|kidding, no joke, seriously, for real, not lol",
    "if": """if someone|somebody|a|an|the|you|we|i|im|people|anyone|anybody|there|theres|my|our|one|customers|
        guests|it|its|they|another|any|two, si alguien|hay|un|una|se, when someone|somebody|a|an|you|people|
        anyone|there|theres|customers|guests|one|another, whenever, unless, anytime""",
    "generic": """what|which class|type|kind|size|color|colour|brand|number|gauge|extinguisher|one, how often|
        many|much|long|old|big|far, what time, whats the difference, difference between, what does|is|are|whats ..
        mean|called|rule|law|code|limit|policy|procedure|protocol|plan|number|process, is it normal|ok|okay|safe|
        legal|true|bad|possible|allowed|required|mandatory, are we|you|they allowed|required|supposed|covered|
        insured, supposed to, do we have|need|keep|use|get|offer|stock, does anyone have|know, when is|was|are|do|
        does|did|should|can, who is|handles|does|teaches|runs|cleans|checks|inspects|services, whos|who|whose in
        charge|responsible|trained|certified, can|could you|i|we|u get|be|die|use|have|make|tell|explain|give|
        show|put|still, why do|does|did we|you|people|they|it, should we have|keep|store|buy|get""",
    "asking": """how, what, whats, when, where, wheres, which, who, whos, whom, why, whys, do, does, did, can,
        could, would, should, will, is, are, was, were, has, have, como, que, donde, cuando, quien""",
    "answered": """is|are there|that|this|he|she|his|her|anyone|somebody|someone, can|could|will|would someone|
        somebody|you|anyone|u|we please? please|help|come|call|send|get|bring, do|does|did you|anyone|anybody|u|
        yall|everyone .? .? smell, why is|are|isnt|wont|cant|am, whats that|this|burning|on|happening|leaking|
        hissing, what is that|this|burning|on|leaking|hissing, did someone|somebody|anyone call""",
    "plea": """what|who|where|how do|should|can|must|would i|we|u .? do|call|tell|go|get|ask|notify|find, what
        now, que hago""",
    "someone": """his, her, my, him, he, hes, she, shes, im, ive, theres, weve, they, theyre, their, this, these,
        me, i, just, myself, himself, herself, hay, mi, esta""",
    "fact": "is, are, just, got, caught, keeps, started, went, has, fell, hit, cant, wont, isnt, cut, hay, esta",
}
"""How a sentence is meant: phrases that say whether something is happening in it."""
