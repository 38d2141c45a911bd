"""What people say in danger, and what only sounds like it: the examples that the second ear learns from.

Both as crews type and shout: fragments, no verbs, no commas, half in Spanish. Messages have ";" between them, and lines
may break anywhere. None is a case of the emergency suite.
"""

from __future__ import annotations


def _messages(text: str) -> tuple[str, ...]:
    return tuple(message.strip() for message in " ".join(text.split()).split(";"))


ALARMS: dict[str, tuple[str, ...]] = {
    "fire": _messages(
        """towel caught on the burner and its going; someone threw a cigarette in the dumpster its lit up; ceiling
        tiles burning above the pizza oven; boiler just blew; loud boom and smoke; theres smoke coming out of the
        fryer; fire in the walk in; flames shooting out of the hood; grill is on fire and it wont go out; trash
        can in the bathroom is burning; smoke everywhere cant see; smoke pouring out of the breaker box;
        electrical panel is sparking; fire alarm going off and i smell smoke; oven wont stop burning theres fire
        inside; battery on the forklift is smoking bad; cardboard baler on fire; lint in the dryer is on fire;
        laptop charger melting and smoking; sprinkler just went off and theres smoke; flames behind line 3; dust
        collector exploded; the extinguisher is empty and its spreading; hood is burning; hay fuego en la cocina;
        hay mucho humo no puedo ver; something burning in the wall; explosion in the boiler room; tank blew up;
        the curtain by the candles just caught; i see a glow and smoke under the office door; the electric cart is
        on fire in aisle 9; flames on the roof by the exhaust; the oven is full of fire and i shut it what next;
        the pallet wrap by the heater is burning; an aerosol can went off in the baler and its burning; huele a
        quemado y sale humo del techo; the vent above the grill caught; black stuff pouring out of the oven and i
        can hear crackling; someone left a rag on the range and its flaming up; trailer at dock 4 is on fire with
        a guy in it; the mop closet has smoke coming from under the door; sparks coming off the ceiling fan onto
        the boxes; our walk in fan motor is burning; outlet by register popped and now theres a flame; hot water
        tank exploded; something blew up in the plant people are hurt; co2 tank shot through the wall"""
    ),
    "grease_fire": _messages(
        """ay dios se prendio la freidora; fryer just went up in flames get out; oil fire what do i do now; the wok
        is flaming; frier burst into flames; the oil in the pan lit and i cant put it out; griddle grease trough
        is burning; uh we got a situation the deep fryer just lit and its up to the ceiling; it keeps reigniting
        the pan i put a lid on it and it came back"""
    ),
    "gas": _messages(
        """gas line got cut; lp tank hissing; i smell gas; smell of gas by the stove real strong; gas smell wont go
        away; we can hear gas hissing behind the range; propane tank is leaking; guy with the forklift hit the gas
        pipe; rotten egg smell in kitchen; huele a gas; pilot out and whole kitchen smells like gas; gas alarm is
        beeping; the meter outside got hit and its blowing gas; the whole line smells of gas and my head hurts;
        tank valve broke off and propane is coming out; strong gas odor in the basement; whole store reeks of
        propane; the stove hose came off and its hissing; i can taste gas; boss smells gas too we cant find where
        from"""
    ),
    "carbon_monoxide": _messages(
        """CO alarm; carbon monoxide alarm going off; co detector wont stop beeping and everyone got headaches; whole
        crew is dizzy and nauseous the heater is running; 3 of us feel sick and sleepy in the back, heater on;
        people keep getting dizzy near the oven and the detector is red; everybody in the stock room is falling
        asleep with the generator on; everyone in the office is getting headaches and the boiler just kicked on;
        beeper on the wall says CO 120"""
    ),
    "electric_shock": _messages(
        """my guy got 240v; he touched the wire and flew back; apprentice got hit by 480; standing water around the
        outlets and its on; le dio un toque fuerte y se cayo; worker down next to the panel; i got zapped by the
        mixer and my arm is numb; she cant let go of the machine shes being shocked; electrocuted; got a shock off
        the ice machine my heart is racing; water dripping into the electrical panel; flood in basement the
        breakers are under water; live wire on the floor; he grabbed the plug and now he is shaking; he was fixing
        the plug and got thrown across the room; my hand wont open i am stuck on the handle its electric; the mop
        bucket water hit the power strip and she jumped; electrician took 277 in the arm; the creek came in and
        the breaker room is filling up; burst pipe is spraying on the switchboard; a power line is lying in the
        drive thru; cashier got shocked plugging in the heater and her hand is black; he's frozen to the panel;
        the floor is wet and someone turned on the pump we are getting tingles; mechanic took a jolt from the
        motor and says his heart feels off; water is up to the outlets in the back room; sewer water is pouring in
        and the freezer cords are in it"""
    ),
    "burn": _messages(
        """he fell on the flat top with both hands; my coworker burned his whole arm on the fryer; hot oil all over
        her legs; boiling water spilled on my hand its blistering; he dipped his hand in the fryer; i burned my
        face with steam; got splashed with hot grease in the eyes; skin is coming off my hand; she spilled coffee
        urn on herself, bad burn; caramel stuck to my hand its burning; steam burn entire forearm white skin; se
        quemo con aceite caliente; hot soup fell on a kid; burn on my palm, its black; oven rack burned her neck
        bad; pressure cooker blew up in his face; the stock pot tipped and scalded both his feet; boiling syrup
        all over her chest; his face got it when the oven door opened; radiator cap blew and cooked my arm; the
        welder set his pants on fire and his leg is raw; grease popped in my eye i cant see; the pot of pasta
        water went all over juan's legs; she slipped and her arm went in the fryer; his palm is stuck to the
        flattop; pressure relief blew steam on his face and chest; blisters all over my arm from the oil; hot tar
        on his hand; le cayo aceite hirviendo"""
    ),
    "chemical": _messages(
        """acid drum tipped over and its fuming; peracetic acid spill people coughing; se echo cloro en los ojos;
        degreaser in my eye; bleach splashed in her eyes she cant open them; cant breathe after mixing cleaners;
        we mixed bleach and acid theres a cloud; someone mixed bleach with the toilet cleaner fumes everywhere;
        drain cleaner all over his arms; kid drank from the sanitizer bottle; i swallowed some delimer; he drank
        what was in the cup it was bleach; chemical burn on my hands from oven cleaner; ammonia leak in the engine
        room; ammonia smell is strong my eyes are burning; refrigerant leaking in the walk in i feel dizzy;
        chlorine gas coming from the dish room; caustic sprayed on his face; sanitizer in both eyes; tomo
        desinfectante; battery acid on my leg; nitrogen leak in the tank room; she mixed vinegar and bleach cant
        stop coughing; inhaled oven spray chest hurts; fumes from the cleaner and she collapsed; co2 line leaking
        in the beer cellar he passed out; something from the tank got on his skin and its turning white; i wiped
        my eye with the sani rag and cant see; the blue stuff splashed up into my mouth; a lady in the wash room
        breathed something and is coughing blood; the refrigeration plant is leaking and it stings to breathe;
        whatever he poured down that drain is smoking and we cant stay in here; a child has the bottle of lime
        remover and foam on his lips; forklift punctured a tote of acid; mi companera se trago desengrasante;
        chlorine drum leaking by the pool store; caustic soda got under his glove its eating his skin; someone
        sprayed oven cleaner in her face; bucket of quat fell over her head shes screaming her eyes; janitor
        poured two things in the toilet and now nobody can breathe in there; my lungs are burning from the drain
        stuff; toddler got hold of the dish detergent pod and bit it; delivery guy drank from the unlabeled bottle
        and his mouth is burning; ammonia alarm in the compressor room and a guy still inside; yellow gas coming
        out of the pool pump room; se trago cloro"""
    ),
    "allergic_reaction": _messages(
        """throat is closing up; lips are swelling; ate shrimp and now covered in hives; guest needs epipen;
        anaphylaxis table 3; he ate peanuts and cant breathe; tongue is swelling; face blowing up after the cake,
        nut allergy; se le hincho la cara comio cacahuate; bee sting and her throat feels tight; epipen where is
        it now; she said no nuts and now she cant swallow; his neck is red and puffy and he wheezes since the
        satay; guest at the bar swelling fast where are the pens; welts all over and lightheaded after latex
        gloves; guest ate the pesto and her eyes are swelled shut; he said hes allergic to shrimp and now hes
        covered in bumps and gasping; my tongue feels fat after the cookie and my chest is tight; bee got him and
        hes going down; she needs her epi pen now its in her car"""
    ),
    "choking": _messages(
        """guest is choking; hes choking and turning blue; baby choking table 6; shes grabbing her throat cant talk;
        food stuck in his throat cant breathe; steak lodged in his throat; he stopped coughing and hes going blue;
        se esta ahogando un cliente; heimlich not working; lady at 14 cant swallow or breathe; choking!!!; he has
        a piece of steak in there and no sound comes out; my baby has something in her mouth and is going dark;
        old lady coughing then nothing and clawing at her neck; he took one bite and cant talk hes pointing at his
        neck; grandpa at 8 is turning purple; a kid swallowed a coin and is gagging cant breathe; lady hands on
        throat no sound; something went down the wrong way and hes losing color; no puedo respirar"""
    ),
    "asthma": _messages(
        """asthma attack no inhaler; shes wheezing bad; she is whistling when she breathes and used her puffer three
        times; no inhaler and my chest is closing; kid is breathing super fast and his lips look grey"""
    ),
    "unconscious": _messages(
        """dishwasher is curled up on the floor and going gray; her face turned a weird color and she cant talk; he
        went purple by the sink; guy curled up in a corner and wont answer; found him on the floor; employee down;
        hes breathing weird and wont open his eyes; her lips are blue; no pulse; he has no heartbeat; doing cpr need
        help; heart stopped; old man slumped over at the bar; he's not waking up; she fainted by the register;
        collapsed on the line; guy on the ground not responding; dishwasher passed out; passed out in the walk in;
        unconscious customer in restroom; se desmayo; no responde; she hit her head and wont wake up; hes out cold;
        somebody fell over and isnt moving; lady in booth unresponsive; she went limp; hes not breathing; somebody
        dying; i think hes dead; he is dying; guest collapsed at table 22 not breathing; someone is lying behind the
        counter and i cant get an answer; the night porter is face down by the drain; guest just slid under the
        table; she isnt breathing right and im alone; driver slumped on the wheel at the window; i shake him and
        nothing; an older gentleman just dropped next to the salad bar; hes not got a pulse; we are doing
        compressions; customer slid off his chair and hes not answering me; theres a person on the bathroom floor
        not moving; i found the night guy lying in the cooler hes cold; she just went white and dropped; we cant get
        him to open his eyes; temp worker blacked out on the ladder line; necesito ayuda ya se desmayo mi companera;
        se cayo un muchacho y no se mueve"""
    ),
    "heart_attack": _messages(
        """le duele el pecho y el brazo; my manager is having chest pain; chest pain left arm numb; he grabbed his
        chest and fell; i think shes having a heart attack; tightness in my chest cant catch my breath; crushing
        pain in chest sweating like crazy; pressure on my chest and im sweating cold; my dad works the grill he is
        clutching his chest and sweating; squeezing in my chest going up to the jaw; bartender grey and clammy
        says his arm aches; dave says theres an elephant on his chest; server sweating and grey and left arm hurts"""
    ),
    "stroke": _messages(
        """she cant lift her arm and talks funny; half of his face is numb; one side of her body stopped working; la
        cara se le fue de lado; cant see out of one eye and words come out wrong; her face is drooping; slurred
        speech out of nowhere; cook is suddenly confused and cant speak; boss suddenly drops everything on one
        side and mumbles; her smile is lopsided and she keeps saying the wrong words; her mouth is crooked all of
        a sudden; he cant find his words and his arm just hangs; cook is talking gibberish wont make sense and
        half his face sags; out of nowhere she cant see and cant walk straight"""
    ),
    "seizure": _messages(
        """hes twitching and foaming; eyes rolled back and shes stiff; having a seizure; shes shaking on the floor;
        convulsing in the dining room; esta convulsionando; my trainee is having a fit; epileptic fit; he went
        stiff then started to jerk; her eyes are fluttering and she is thrashing on the tile; guest is jerking on
        the floor foam in the mouth; his whole body is shaking and he doesnt hear us; he bit his tongue and is
        convulsing"""
    ),
    "low_sugar": _messages(
        """sugar is 30; diabetic passed out; hes diabetic shaky and confused; type one cook is drenched in sweat and
        mumbling; her meter says LO; her sugar is crashing she is shaking and not making sense; my insulin is in
        my car and i feel like im going to pass out"""
    ),
    "heat": _messages(
        """heat stroke on the dock; picker collapsed from heat; confused and burning up, hot kitchen; guy is
        delirious been on the roof in the sun; hot and dizzy and throwing up, not making sense; stopped sweating
        and talking nonsense, 105 in here; the guy unloading the trailer is red hot dry and mumbling; mascot
        passed out from the heat; line cook stopped sweating and is acting drunk its 110 back here; roofers down
        from the heat; she is burning up and doesnt know where she is"""
    ),
    "overdose": _messages(
        """fentanyl bathroom; guy nodding out and barely breathing in restroom; customer overdosed in the bathroom;
        needle in his arm not breathing; OD in the mens room; he took a bunch of pills; narcan; coworker swallowed
        a whole bottle of tylenol; blue and not breathing i think drugs; found a man with foil and a lighter not
        breathing right; somebody gave her something in her drink and shes gone limp; pinpoint pupils and he
        snores and wont come to; guy in stall 2 has a needle and is blue; my coworker took something and he wont
        wake up; she ate a whole bag of gummies and cant stay conscious; he says he took all his sleeping pills"""
    ),
    "bleeding": _messages(
        """soaked three towels with blood; se corto feo y no para la sangre; amputation line 4; bleeding wont stop;
        deep cut on the slicer blood all over; cut his wrist its spurting; i cut myself bad i can see bone; blood
        is squirting out; knife went thru my hand; glass in her arm bleeding like crazy; nose bleed for 40 min
        wont stop and hes pale; sliced my thumb almost off; broken glass cut her foot open really bad; gash on his
        leg gushing; finger cut off; he cut his finger off; wont stop bleeding from nose and mouth; lost the tip
        of my finger in the slicer; stabbed himself with the boning knife; his hand is split open to the bone; she
        put her arm through the window red everywhere; it is spraying every time his heart beats; the tip is gone
        we have it in a napkin; big piece of glass sticking out of his leg; pressed for fifteen minutes and it
        keeps soaking; she lost so much blood shes getting sleepy; mandoline took off the end of my pinky; blood
        wont stop from his arm we used 5 towels; box cutter went in his thigh its pumping; glass rack broke and
        her wrist is wide open; i think i cut a tendon i cant bend my finger and its pouring; metal strap snapped
        and cut his face open; saw took two fingers; se corto el dedo completo"""
    ),
    "entrapment": _messages(
        """press came down on her hand; im locked in; he is under the forklift; fell in the mixing tank; he is in the
        silo; grain bin guy is buried; his hand is stuck in the machine; arm caught in the conveyor; sleeve got
        pulled in the roller and her arm; hair got caught in the mixer; fingers crushed in the dough sheeter; hand
        in the grinder; machine ate his hand; leg trapped under pallet; pinned against the wall by a forklift; he
        is stuck in the baler; se agarro la mano en la maquina; stuck in the walk in; locked in the freezer; door
        wont open im inside the walkin its freezing; someone is trapped in the elevator; trapped in the cold
        storage help; banging from inside the freezer; encerrado en el congelador; trapped under the shelving;
        forklift tipped over driver underneath; racking came down on a guy; her ring is caught and the belt wont
        stop; the dough roller has my arm; tailgate closed on his legs; he went in the hopper and it started; the
        cooler latch is dead and i have no coat; a kid is stuck in the escalator; hay alguien atrapado debajo del
        montacargas; her fingers are in the press; the mixer hook has his arm; glove pulled into the rollers and
        his hand with it; a pallet came down on marcos leg hes pinned; dock plate fell on his foot its flat; guy
        squashed between truck and dock; forklift flipped and he's under; i got shut in the freezer and my phone
        is at 5 percent; the safety handle in the walk in broke and i'm in here; lift stopped between floors with
        a guest in a wheelchair; the door jammed and carla is inside the blast chiller"""
    ),
    "injury": _messages(
        """he dropped 10 ft off the rack; coworker fell through the ceiling; he jumped off the roof; drowned in the
        vat; saw kicked back into his stomach; welders flash cant see; fork went through his leg; nail through his
        foot with the nail gun; metal in my eye; glass exploded in my eye; foot run over by a pallet jack; fell
        off the ladder; fell down the stairs cant move; fell from the mezzanine; slipped and hit head, blood;
        broke her leg; bone sticking out; cant feel his legs; old lady fell and her hip hurts cant get up; landed
        on his neck; se cayo de la escalera; pregnant server fell on her belly; shelf collapsed on her; car drove
        through the front window; truck backed into someone on the dock; forklift ran over her foot; crane dropped
        the load on him; snake bit him; slipped in the freezer and knocked out; forklift hit a guy; dog attacked a
        customer; he came down off the scaffold onto concrete; she tumbled the whole flight and her arm is bent;
        keg rolled on his shin and it is crooked; a box from the top rack hit her on the head and she is woozy; a
        customer got knocked over by the cart train and cant move; nail gun shot in his knee; reach truck hit a
        picker shes down; he drove the forklift off the dock; fell about 12 feet off the order picker; slipped on
        the ice out back and i heard it snap; he hit the back of his head and is throwing up; guest fell on the
        stairs and her foot is facing the wrong way; he landed on his back and his legs dont work; a dog is biting
        a kid on the patio"""
    ),
    "collapse": _messages(
        """roof is caving in; wall is coming down; ceiling collapsed on the line; the shelving is coming down like
        dominoes; part of the ceiling fell in and people are under it; floor gave out under the freezer; canopy
        fell on the patio guests; a truck took out the corner of the building and it is leaning; deck broke and
        everybody dropped; rack is falling people under it; mezzanine gave way; the ceiling just dropped on table
        5; storefront got hit by an suv theres people hurt; tree came through the roof"""
    ),
    "violence": _messages(
        """someone is following me to my car; tiene una pistola; a man is trying to break in the back door; masked
        man; he put his hands around my neck; guy with a gun; robbery in progress; man is threatening staff with a
        bottle; he said hes gonna shoot us; customer punched the cashier; two guys fighting in the dining room;
        fight broke out knives; drunk guy wont leave and is hitting people; active shooter; ex boyfriend here and
        hes got a gun; he is attacking my coworker; nos estan asaltando; bomb threat on the phone; he grabbed me
        and wont let me go; she says he is going to kill her and hes outside; a man came over the counter; he
        follows the girls to the bathroom and has a blade; customer threw boiling coffee at my cashier; they are
        kicking him on the ground outside; a guy says open the safe or else; someone in the parking lot pointing
        something at people; my husband is here and he is going to hurt me; guest grabbed her by the hair and wont
        stop; we are hiding in the office he is still out there; smash and grab happening right now; guy in a
        hoodie is holding up the register; someone pulled a blade on the bartender; a customer just slapped my
        server and wont let her leave; two customers are beating on each other by the bar; he's got a gun to the
        managers head; man outside says hell burn the place down hes got gas can; she's being choked by her
        boyfriend in the lot; people are running someone is shooting; he threw a chair and is coming at us; caller
        says theres a bomb in the store; un hombre con cuchillo"""
    ),
    "missing_child": _messages(
        """lost child; cant find my kid; a little girl is missing; kid missing for 10 min; mom is screaming she cant
        find her son; somebody took a child; a woman lost her daughter in the store; toddler wandered off and
        nobody sees him; theres a boy about five gone from the play area; i think a stranger left with that little
        girl; perdimos a un nino en la tienda; parents are screaming that their baby is gone; i got a four year
        old here and no parents, and a mom who cant find her boy; a man just walked out with a kid thats not his;
        we have lost a child in the store"""
    ),
    "self_harm": _messages(
        """better off dead im gonna end it; i want to kill myself; my coworker says hes gonna hurt himself; she is
        cutting herself in the bathroom; i cant do this anymore i just want to die; dishwasher took a knife and
        locked himself in says he wants to die; quiere suicidarse; he texted me goodbye and says he wont wake up
        tomorrow; she wrote that everyone would be happier without her; my buddy on nights says today is his last
        day on earth; i have the pills in my hand; i keep thinking about jumping; i dont see the point in living;
        my friend at work said she took pills to end it; the dishwasher is on the roof and says he will jump; he
        has a rope and says goodbye"""
    ),
    "medical": _messages(
        """911; HELP; emergency in aisle 5; miscarrying bleeding in restroom; water broke shes having the baby now;
        woman in labor in the bathroom; guest vomiting blood; call 911; need ambulance; ambulance now; someone
        call an ambulance please; ayuda emergencia; llama al 911; hes really bad please come; somebody is hurt bad
        out front; bring the first aid kit now she is bad; we need paramedics at the loading dock; mi jefe esta
        muy mal; customer in terrible pain holding his stomach and grey; blood coming out when she coughs;
        pregnant guest bleeding and crying in pain; baby is coming right here in the booth; throwing up blood in
        the bathroom; shes in so much pain she cant stand up; there is a dead guy in the bathroom; come quick its
        carlos; somebody please get help shes not ok"""
    ),
}
"""Messages of people in danger, by the kind of hazard (agents/hazards.py)."""

LOOK_ALIKES = _messages(
    """somebody threw up by the stairs; kid threw up on the floor of the party room; guest threw up in the hallway
    get the kit; threw up once this morning am i ok to come in; our dishwasher has the flu; he caught a cold; the
    hosts kid has a fever; some people are smoking at the side entrance; cook is smoking in the alley on the clock;
    a guy smokes by the dumpster; i burned my lip on the tea; burned my gums on hot cheese; case of cans fell in the
    aisle; stack of crates fell in the back; boxes fell over in receiving; tap water is rusty today; tap runs
    cloudy; a woman at the desk is annoyed; the man at the window is mad about his fries; there was an eyelash in my
    pasta; lady says she got plastic in her salad; a guest found glitter in his drink; customer found a bug in the
    lettuce; he complained about a fingernail in the rice; someone was sick on the carpet; a child vomited in the
    booth; baby spit up on the high chair; a man was sick in the mens room who cleans it; puke on the patio; she
    felt sick after lunch and went home; he has a stomach bug; two of us have a cold; my kid has the flu; she has a
    fever and wants to come in; he tested positive and stays home; cook is hungover; she was coughing into her
    elbow; he coughed on the plates; someone sneezed over the salad bar; she blew her nose and went on; he scratches
    his head over the food; her hair is down on the line; his beard has no net; she wears rings; he has long
    sleeves; her perfume is strong; his shoes are worn out; his apron is filthy; she chews gum on the line; he vapes
    in the dry storage; a guest smokes in the restroom; two teenagers smoke out front; someone lit a candle on table
    2; he walked off the job; she gave her two weeks; they quit by text; he got written up; she was fired last week;
    he stormed out; she cried after the rush; he is moody; he swears at everybody; she argues with the hosts; they
    yelled at each other about tips; a lady shouted at the cashier; a man slammed his fist on the counter because of
    the wait; some guy is rude to our hostess; an old man complains about the music; a mom is upset about the
    crayons; a couple argues at the bar; he flirted with a guest; a regular is drunk again; a man fell asleep at the
    bar; the driver naps in his car; the night guy sleeps in the office; she zoned out in the meeting; he is
    exhausted after a double; my legs are tired; my knees ache from the tile; my hands are dry from the soap; my
    shoulder is stiff; i got a blister from new shoes; i have a splinter; i pinched my finger a bit its fine; i
    bumped my elbow; i bit my tongue; my lips are chapped; the jalapeno burns my fingers; the soup burned the roof
    of my mouth; onions make me cry; i stubbed my toe; tiny nick already has a bandaid; hiccups all morning; i
    sneeze from the flour; he knocked over the tea; she spilled soup on a guest, it was cold; he dropped a case of
    eggs; a shelf of cups fell and nobody was there; a pallet tipped and broke some jars; a box fell off the truck;
    the sign blew over in the wind; a chair broke under nobody; a tray of desserts slid off; she cracked a plate; he
    backed the cart into the door; a shopping cart rolled into the fence; the forklift scraped the rack; the pallet
    jack is stuck; the belt is jammed with a box; the press shows a jam; the gate is stuck half open; new paint
    stinks in the hall; the floor wax smells; the drain smells like eggs; the trash smells bad in the heat; the mop
    water stinks; the fridge smells sour; burnt popcorn smell in the break room; dusty smell when the heater comes
    on; someone wore too much cologne; the grease bin smells; ants by the sugar; a pigeon got in; a cat sits by the
    back door; a raccoon was in the trash; fruit flies at the bar; a snake outside by the dumpster is gone now; the
    toilet runs all day; the sink is slow; the roof drips in one spot; rain comes in under the door; puddle by the
    ice machine; breaker flipped once and is back on; a bulb popped; lights flicker in the restroom; the register
    froze; someone took my jacket; my phone was stolen last month; the tip money is short; a guest walked out on the
    bill; someone dined and dashed; a kid took a menu; teens loiter outside; a man begs at the entrance; a woman
    brought her dog in; guest wants his money back; lady says the wine is corked; he wants it remade; she says its
    too salty; the fish is dry; table says the burger is raw; he did not like the wait; they were fifty minutes
    late; a party of twelve walked in; the new hire is nervous; she froze during the rush and got it wrong; he is
    lost in the pos; she mixed up two tables; he cut the limes wrong; she burned the bacon; he overcooked the rice;
    she left the cooler open; he forgot the dough; the milk turned; the lettuce is brown; the bread is stale; the
    ice tastes odd; the soda is flat; the coffee is weak; she is expecting in june; he broke his phone; her car
    broke down; he missed the bus; she hit traffic; his mom is in town; she lost her badge; he locked himself out of
    his locker; she is out of uniform; he is color blind; she is left handed; this shift is killing me; im dying
    here its so slow; fire the new guy; kill the lights at 10; kill the music; burnt toast smell how do i get rid of
    it; shock the vegetables in ice water; how long do i shock broccoli; blanch and shock green beans; fire the apps
    for 8; fire two burgers; all day on the steaks, fire them now; what do we do if theres a fire; how do i use the
    fire blanket; when was the last fire inspection; who checks the fire extinguishers; fire drill tomorrow at 3?;
    fire exit light bulb is out; fire door has to stay closed right; fire marshal is coming friday; wood fired pizza
    temp; fire roasted salsa recipe; flame grilled chicken how long; how do i flambe bananas; char the peppers till
    black; smoked brisket how long; smoker wont hold temp; smoking area for staff; can i take a smoke break; smoke
    detector battery chirping; smoke point of canola oil; the oil starts to smoke at what temp; smoky flavor in the
    salsa; liquid smoke reorder; gas bill is high; gas station nearby; what gas line size for the range; gas grill
    wont light; tank of propane is empty who swaps it; where do we store propane tanks; how do i change the co2 on
    the soda; co2 tank is empty; carbon monoxide detector where should it be; what are the signs of co poisoning;
    quiz me on gas leaks; who installs the gas alarm; training on burns next week; first aid for a burn; burn cream
    is out; burned the bacon again; i burned the rice; burnt the bottoms of the cookies; burner wont light; burnt
    out on this job; sunburn from the weekend; freezer burn on the shrimp; burn ointment in the first aid kit?;
    heartburn from the chili; how do you treat a second degree burn; steam burn prevention; last week jose burned
    his hand what form do i fill; i burned my finger a little yesterday; electric bill; electrician coming when;
    shock absorber for the cart; i was shocked at the tips tonight; static shock from the carpet lol; the price of
    eggs is shocking; breaker tripped again in the back; outlet behind the bar is dead; extension cords allowed?;
    what's lockout tagout; how do i unplug the slicer safely; do we need gfci outlets by the sink; can i mix bleach
    and vinegar; dilution for degreaser; is oven cleaner dangerous to breathe; how much chlorine for veggies;
    chemical delivery when; where do we keep bleach; what ppe for acid; eye wash station check weekly?; sds for
    sanitizer; spilled some sanitizer on the floor; got soap in the fryer; bleach stains on my apron; choking poster
    required?; where is the choking poster; heimlich training date; whats the choking procedure; how do you help a
    choking baby; choke on the espresso machine; the drain is choked up; chicken got stuck in the slicer; food stuck
    in the drain; chest freezer lid broken; chest pain what should i know for the test; heart of palm salad;
    artichoke hearts allergy; aed battery replace when; cpr class sign up; cpr certification expires; have you got
    an aed; stroke of luck we made the numbers; stroke signs; fainting policy; what to do if someone faints; i
    almost fainted when i saw the bill; the beer tap passed out foam; pass out the menus; passed out flyers
    yesterday; knocked out all the prep; im out cold brew; server is down; pos is down; the system is not
    responding; printer not responding; manager not responding to my text; app keeps crashing; the fryer died; ice
    machine is dead; battery dead on the scanner; walk in is dead; line is dead today; customer dead set on a
    refund; we are getting slammed; we got killed last night; getting crushed on the line; in the weeds bad;
    drowning in tickets; swamped; buried in dishes; killed it tonight team; we crushed our sales goal; i could
    murder a burger; bloody mary mix; bloody steak is that ok; how rare is bloody; blood orange juice; blood on a
    bandaid in the food what do we do; blood borne pathogens training; steak bleeding on the plate; wipe up meat
    blood; nosebleed yesterday, do i report it; cut the cake; cut the onions; cut hours; can i cut tom early; cut
    off a drunk customer; cut finger yesterday still sore; small cut on my finger; paper cut lol; cut gloves out of
    stock; how do i cut a pineapple; knife is dull; knife sharpening service; steak knife missing; where do the
    knives go; knives skills training; chicken fingers on kids menu; finger food for party; lady fingers recipe;
    ring finger sanitizer dispenser broken; dismembering a chicken how; slicer guard missing; how do i clean the
    slicer; slicer lockout steps; hand stuck dispenser; hand sink is clogged; hand in my two weeks; caught a mistake
    in the order; caught in traffic be late; caught stealing last week; mixer stuck on speed 2; tray stuck in
    conveyor; pallet stuck in the racks; conveyor jammed with boxes; peanut allergy guest what can they eat; does it
    have nuts; allergic to shellfish can i have the fries; allergy matrix; im allergic to mornings; allergic
    reaction procedure?; where do we keep the epipen; epipen training; hives of bees on the roof need pest control;
    swollen bag of milk is it ok; bloated can; overdosed on coffee haha; overdose of garlic in this sauce; od green
    plates; narcan training; pills found on floor lost and found?; drug test policy; needle for the marinade
    injector; heat stroke training; its hot as hell in here; ac is out; heat lamp broken; how hot is too hot for the
    kitchen crew; what are the symptoms of heat exhaustion; heat up the soup; fell in love with this place; sales
    fell off a cliff; fell behind on prep; falling star cocktail; fall menu; ladder inspection; do i need training
    for the ladder; slip and fall form; slips trips falls quiz; tripped the breaker; trip to the supply store;
    robbery policy; what do we do during a robbery; stick up the specials board; this price is robbery; gun for the
    caulk; temp gun reads wrong; heat gun where; soda gun is sticky; label gun out of labels; gunning for employee
    of the month; shoot me an email; photo shoot in the dining room; shots special tonight; two shots of espresso;
    kill it on the line tonight; bomb this burger is the bomb; jager bomb price; bath bombs display; who do i call
    about a threat policy; threat of rain for patio; customer threatened a bad review; guest threatened to sue;
    customer is threatening to call corporate; fight for the close shift lol; food fight cleanup; fighting a cold;
    fighting the printer again; the coffee attacked my stomach; panic at the drive thru; panic button test; assault
    training module; active shooter training when; hostage of this schedule; trapped grease in the line; grease trap
    is full; steam trap leaking; mouse trap by the door; lint trap; trapped in this meeting; locked myself out of
    the pos; lock on the walk in is broken; walk in door wont close; walk in handle loose; how do you get out of the
    walk in if locked; elevator inspection; freezer door frozen shut; stuck on this question; flooded with orders;
    flood of complaints; floor drain backing up; toilet overflowing; mop water in the hallway; water leak under the
    sink; roof leak when it rains; ceiling tile stained; shelf is wobbly; rack needs to be anchored; forklift
    license renewal; forklift inspection checklist; forklift battery charging; can i drive the forklift at 17; fork
    in the disposal; suicide wings hot level; suicide prevention poster where; suicide soda mix; kill myself
    laughing; im gonna die of boredom; dying to get off at 5; dead tired; want to die this hangover; my feet are
    killing me; i'd kill for a coffee; kid's menu; kids eat free day; missing a case of lettuce; missing child
    policy; code adam training; lost kid's jacket; lost my keys; lost sales; explosion of flavor; sales exploded;
    popcorn popping; blew a fuse; blew up my phone all night; blown gasket on the oven; exploded soda can in the
    freezer; egg exploded in microwave; ammonia free cleaner; ammonia system training; refrigerant type; how much
    refrigerant does it hold; who refills refrigerant; sugar free options; asthma form for new hire; breathing room
    between tables; dough needs to breathe; cant breathe in this hat; seizure training; strobe light warning; seize
    the day; emergency exit; emergency contact form; emergency shut off where; 911 poster; do we call 911 for a
    small fire; who do i call in an emergency; emergency card location; ambulance bill insurance; police report for
    last month; evacuation plan; where is the meeting point; safety meeting tues; accident report from last week;
    osha log; near miss form; last month a guy lost a finger what changed; in 2019 we had a fire; tell me about the
    accident in march; a story about a robbery; did you see the fire on the news; scary movie night; write a fire
    safety quiz; role play a robbery; pretend you are choking; practice cpr with me; example of a chemical burn;
    stats on burns; how many restaurants have fires a year; dataset on robberies; what causes grease fires; what
    temperature does oil ignite; if oil catches fire do i use water; if the fryer catches on fire who calls; when
    the alarm goes off where do we go; in case of gas leak what is the number; should i turn off the gas at close;
    test the gas alarm monthly?; alarm code; alarm goes off when i open the back door; timer keeps going off; oven
    alarm beeping means done?; fire suppression inspection tag; ansul service due; hood smoke test; smells burnt but
    the food is fine; smells like fish; smells like rotten milk in the fridge; the dumpster smells; strong smell of
    garlic; weird smell from the drain; my back is killing me; my head hurts from the music; headache from the
    lights; im sick tomorrow; feeling sick can i go home; threw up this morning do i come in; puke in the restroom;
    guest sneezed on the buffet; throat is sore; sore throat can i work; eyes burn from onions; pepper in the eyes
    cutting jalapenos lol; onions make me cry; numb from the freezer; my hands are freezing; ice pack where;
    bandaids blue ones; out of burn gel; first aid kit restock; hurt feelings; employee hurt last year claim; guest
    complaint about hair; que hago si hay fuego; donde esta el extintor; curso de primeros auxilios; se quemo el
    arroz; me muero de hambre; me mata este turno; chile quema mucho; entrenamiento de evacuacion; cuando es el
    simulacro; la plancha quema mas de un lado; poner fuego bajo a la sopa; leg came off a bar stool; arm of the
    chair is loose; handle snapped on the skillet; foot pedal on the sink is broken; head of the mop fell off; neck
    of the faucet drips; the lid shattered in the dish machine; shelf in dry storage is bent; two plates broke at
    table 6; dropped a tray of glasses; a case of wine broke in the cellar; jar fell off the shelf and broke; dough
    fell on the floor; the awning is ripped; tent pole is bent; patio umbrella blew over; sign out front fell off;
    our cake collapsed in the oven; bread did not rise and sank in the middle; display of cans fell over nobody was
    near; the stack of chairs tipped; box of straws spilled all over; spilled coffee on the counter; spilled soup on
    my apron; a guest spilled wine on her dress; oil dripped on the floor by the fry station; ice all over the
    floor; water all over the floor under the sink; sauce splashed on the wall; dish soap exploded in the storage
    bin; yogurt cups burst in the delivery; can of whipped cream popped; balloon popped and scared everybody; tire
    blew on the catering van; light bulb blew in the walk in; fuse in the panel is bad who replaces it; plug on the
    toaster is loose; cord on the blender is frayed, do we toss it; outlet cover is cracked; motor on the mixer
    sounds rough; belt on the dough sheeter slips; chain on the conveyor is off; roller is stuck on the wrapper;
    film jammed in the sealer; box stuck in the chute; tray stuck in the oven rack; knife stuck in the holder;
    drawer stuck shut; key stuck in the lock; lid stuck on the blender; cart stuck in the elevator; pallet stuck on
    the forks; door of the cooler is stuck open; freezer door will not latch; walk in was left open all night;
    somebody unplugged the ice machine; someone forgot to lock the chemical closet; somebody left the gas burner on
    low overnight; someone took my knife; somebody ate my lunch; someone stole my tip jar money last week; who took
    the keys to the office; customer left without paying; guest walked out on the bill; guy wants to speak to the
    owner; customer is rude to the hostess; lady says her soup is cold; man at the counter wants a refund now; guest
    almost slipped on the mat; server bumped a table and dropped a plate; cook is late again; dishwasher did not
    show up; manager is not picking up; driver is lost and cannot find us; kid dropped his ice cream; kids are
    running around the dining room; a baby is crying at table 3; child seat strap is broken; kids crayons ran out;
    lost kids shoe at the booth; somebody threw up in the restroom who cleans; dog on the patio allowed; bird got in
    the warehouse; bees around the trash cans; rat droppings behind the fryer; flies in the bar; meat has a strange
    smell; milk smells off; sewer smell from the floor drain; smell of onions in the cooler; burnt smell after the
    self clean cycle; smoke from the grill when we cook bacon; bit of smoke from the toaster crumbs; steam is coming
    out of the kettle; steam from the dish machine fogs the window; fog machine for the party; candles on the tables
    allowed; lighter for the birthday cake; sparklers on the dessert; pizza oven flame is low; pilot flame is
    orange; grill has a cold spot; fryer oil is black; fryer basket handle is hot; plates are too hot to carry; hot
    plates warning; hot sauce in my eye last summer at the other store; peppers made my hands tingle a bit; i have a
    headache can i take my break; my stomach hurts a little can i sit down; my knee is sore from standing; back pain
    belt at work; blister from new shoes; small splinter tweezers?; cut my nail too short; chapped lips; sneezing
    all day allergies; allergic to latex what gloves do i use; guest asks if the sauce has peanuts; guest says he is
    lactose intolerant; she is pregnant can she lift; my sugar free syrup is out; insulin in the staff fridge ok?;
    inhaler allowed in my apron; epipen storage temperature; narcan box expired; aed pads expire; pulse button on
    the blender; heart logo on the menu; choke tube on the pressure washer; strokes on the paint brush; seizing
    bolts on the press; shock sensor on the pallet; shocking pink napkins; stun the lobster first?; kill the fish
    how; slaughter date on the beef; blood on the beef tray; bleed the fish; bleeding hearts flowers for tables;
    cutting board is cut up; cut the power to the sign at night; power cut tonight planned; cut the line at 10;
    severed tie with the supplier; crushed ice or cubed; smashed burgers special; smashed avocado prep; mashed it in
    the printer; pinned to the board; hanging baskets; hang up the aprons; rope lights on the patio; jump start the
    van; drop the fries; drop table 9; drop off time for linens; throw out the old rice; toss the salad; beat the
    eggs; whip the cream; punch in late; hit the horn when backing up; knock before you come in the walk in; knock
    off at ten; pull the plug on the special; pull the pin on the pallet jack handle; shoot for 90 seconds; target
    sales; gun it to the bank before five; fire up the smoker; fire sauce; fireball shots for 22; dead on time; dead
    slow tonight; deadhead the flowers; die for this cheesecake; to die for brownies; ghost kitchen; ghost pepper
    wings; zombie cocktail; corpse reviver cocktail recipe; murder mystery dinner friday; poison dart night; toxic
    coworker what do i do; my manager is a monster; pain in the neck customer; headache of a day; hell of a night;
    crash course on the pos; the app crashed; website is down; wifi down; card machine dead; phones down; elevator
    slow; elevator out of order sign; alarm clock; alarm panel chirps; alarm went off by mistake; false alarm
    procedure; test the sprinkler when; evacuation map is outdated; exit sign bulb; emergency light blinking; police
    came for the report; fire department lunch order for 10; ambulance crew ordered coffee; nurse discount; hospital
    catering order; funeral catering on friday; how do we label the fire exits on the map; can you fire up the grill
    at 10; who signs off on fire training; the fireplace in the lounge wont light; fire alarm panel inspection
    sticker expired; my oven smokes a little when i preheat is that normal; smoked salmon par; the new smoker recipe
    for wings; vape smoke in the restroom policy; the toaster burns the bread every time; burger patties coming out
    burnt on one side; caramel burned to the pan how do i clean it; flames on the burner are yellow not blue; pilot
    flame too low; how high should the wok flame be; gas pressure too low on the range; gas delivery wont come till
    friday; is propane allowed inside; how many co alarms do we need; natural gas shut off location; electrical room
    key; power outage checklist; someone unplugged the freezer overnight; getting a static zap off the cart every
    time lol; shock treatment for the pool how much; shock chill the soup; whats the burn rate on the candles; burn
    card for new hires; i got a tiny burn last night, do i need to file; what cream for a small oven burn; can i
    cover a burn with a glove and work; how do i get grease burns off a pan; steam table wont get hot; hot water
    heater out; hot sauce too hot complaint; coffee too hot who sued mcdonalds; can i use degreaser on the hood; do
    i rinse after the sanitizer; acid wash for tile; which cleaner is the blue one; bleach ran out; mix ratio for
    floor cleaner; bleach and vinegar bottles go on which shelf; whats in the eye wash bottle; someone left the
    chemical closet open; chemicals training sign off sheet; ammonia smell in the mop bucket? normal or did we use
    too much; fumes training video; kids cup of sanitizer labeled?; choking sign for dining room required by state;
    kids menu choking sizes for hot dogs; card reader choked; i choked during the interview; heart health menu;
    chest of drawers in office; chest freezer temp log; stroke order in kanji lol; what does FAST mean in stroke
    training; who is cpr certified on shift; restaurant down the street closed; the server went down at lunch and
    pos froze; passed my servsafe; pass the salt; fell asleep on break can they fire me; im so tired i could pass
    out; booth bench collapsed nobody on it; the box tower collapsed in dry storage; wake me up when its over; not
    responding to my schedule request; he doesnt answer texts about his shift; guest wont leave at closing;
    unconscious bias training; seizing engine on the van; shake machine shaking; shaking the dressing; twitchy mouse
    on the office pc; foam on the beer; bleeding the radiator; bleed the brake lines on the forklift; blood sausage
    on the menu?; blood test for food handlers; blood pressure machine in the pharmacy aisle; blood stain on a
    uniform how do i wash it; cut resistance rating of gloves; cut my hours again; cut off time for delivery;
    cutting fruit with which knife; chopped salad ingredients; chop chop table 4; fingers crossed for inspection;
    finger print clock not working; tip pool cutoff; lost the tip of the probe; thumb drive missing; the slicer
    thumb guard is cracked; hand truck has a flat; hand washing sink blocked; arm of the dish machine wont spin;
    conveyor arm bent; leg of the table is broken; the head on the espresso group leaks; head count for the party;
    neck of the bottle broke; broken glass in the ice bin; broken bottle in aisle 3; back door broken; broken chair
    in booth 4; crushed ice setting; crushed tomatoes out of stock; crushed it in reviews; pinned the schedule on
    the board; pin code for the safe; trapped air in the line; pallet trapped behind the door; stuck key in the
    register; tray got stuck in the dumbwaiter; freezer locked who has the key; locked the safe with the drop
    inside; freezing in the walk in wear a jacket?; peanut sauce recipe; is the fryer shared with peanuts; gluten
    reaction vs allergy difference; nut free dessert list; allergy season is killing my nose; swollen can of beans;
    hives honey supplier; pills in the lost and found; drug store hours; needle nose pliers; overdose of salt in the
    chili; how hot can it be in a kitchen by law; heat index policy for dock; cooling vest stock; dehydrated onions;
    hot box temp; slip resistant mats; ladder missing; wet floor cone; someone almost fell by the door; slipped disc
    last year, lifting rules?; trip hazard tape; roof access key; robbery training video; armed guard pick up time;
    gunky drain; knife block missing a knife; machete for coconuts; bat signal lol; boss is gonna kill me for this;
    i'll kill whoever took my lunch; she stabbed me in the back taking my shift; attack of the killer lunch rush;
    customers fighting over the last cake haha; panic mode tonight; threatening sky should we close the patio; bomb
    shelter sign; explosive sales this week; bag exploded in the microwave just popcorn; dead battery forklift; dead
    stock list; dead bolt stuck; dead mouse in trap; killer deal on avocados; deadline for inventory; dying for a
    break; i'm starving; die cut labels; kill switch on the mixer location; child labor rules; high chair broken;
    missing money from drawer; missing employee for shift; lost my name tag; flood the ice bin with hot water?;
    floodlight out in lot; water on the floor near the ice maker; leak under the three comp sink; roof leaking on
    dry storage shelf; collapsed cardboard goes where; shelving load limit; rack label wrong; forklift speed limit;
    forklift horn broken; pallet jack squeaks; truck hit the bollard last month; jumping the battery on the lift;
    jump on register 2; 911 sauce spice level; emergency lights test date; ambulance chaser lawyer ad; police
    discount; doctor note needed?; hospital cafeteria sizes; medic kit expiry; nurse shoes ok?; is the cough syrup
    locked up; flu shots for staff; two shots in a margarita; shoot the temp on table 5 steak; sick of this;
    throwing up a new display; vomit kit where; diarrhea policy; how do i stop bleeding on a small cut for the test;
    what if someone collapses; teach me about electric shock; quiz about choking; practice what to say if robbed;
    stats on forklift deaths; when someone gets burned who fills the form; does insurance pay for a cut finger;
    incident report from the fall on monday; after last weeks fire where do we store oil; new sprinkler heads when;
    que hago con la freidora si prende fuego; clase de primeros auxilios cuando; estoy muerto de sueño; el chef me
    va a matar; my ears are ringing from the hood fan; ears must be burning we talked about you; cold feet about the
    new menu; my head is spinning with all these orders; that guest broke my heart lol; she wears her heart on her
    sleeve; he has two left feet behind the bar; cost an arm and a leg; my legs are jelly after ten hours; my arms
    are dead from the whisk; my back is shot from the dish pit; eyes are tired from the screen; bite your tongue
    with that guest; i burnt my tongue on the chili; burned the roof of my mouth on pizza; skin on the chicken is
    not crispy; take the skin off the fish; bone in or boneless ribs; beef heart skewers; ox tongue tacos; liver and
    onions; neck bones for stock; chicken feet broth; pigs head on the menu; flesh side down on the grill; blood
    drips from the thawing beef; juice runs through the bread; sauce seeps through the bag; grill puts out more
    smoke than it used to; the oil smokes at the end of the night; pan smokes when i sear; toaster oven smokes from
    crumbs; oven is too hot on the left; handle gets really hot; careful the plate is hot; kitchen is so hot today
    the ac broke; we are all sweating back here; freezer is not freezing; walk in is warmer than usual; pot boiled
    over on the range; milk boiled over; soup splashed on the stove; bulb burned out over the pass; heat lamp bulb
    blew; hood light is out; exit light is out in the hall; stairwell light is flickering; cone fell over in the
    wind; mop fell over; a sign fell off the wall; ladder slid and scratched the paint; cart rolled into the wall
    and chipped it; truck scraped the awning pole; guest backed into the planter; gas company is here for the meter;
    electrician is here; fire inspector is here; police officer wants a coffee; paramedics are at table 5 for lunch;
    ambulance parked out front they are eating; that set was fire; this playlist is fire; dj killed it last night;
    you are killing me smalls; boss will kill me if the count is off; he would kill for that recipe; he bombed the
    tasting; i blew the order; i froze on the register; i choked on the quiz; i died on stage lol; knocked out the
    prep list early; wiped out after that double; dead tired after inventory; crashed on the couch at noon; slept
    like the dead; he is dead weight; she is a killer baker; he is a beast on the grill; savage tips tonight; murder
    on the feet these shoes; torture these shoes; jingle is stuck in my head; gum stuck under the table; label stuck
    to the pan; what battery does the detector take; what size bulb for the hood; what happens if a guest eats raw
    chicken; what happens if someone drinks old milk; what happens if you touch the heating element; how do you help
    somebody who is choking; how do i help a guest who feels faint; how would you treat a bad burn; how should we
    react when a guest passes out; who do i tell if a guest falls; what is the rule if the alarm rings; what number
    do i call if i smell gas; can a person with epilepsy work the fryer; can you get shocked from the slicer; does
    bleach burn skin; is the fryer oil dangerous; is it bad to breathe flour; why do people faint in the heat; when
    do people get heat stroke; how common are knife injuries among cooks; share of warehouse workers who get hurt by
    forklifts; number of people electrocuted at work every year; were there many robberies of gas stations in 2022;
    did more people die of heat or of falls; what part of kitchen fires start in the fryer; which chemicals hurt the
    most workers; deaths from carbon monoxide per winter; how often do guests choke in restaurants; rate of
    amputations in meat plants; percentage of burns that need a hospital; overdose deaths among restaurant staff by
    county; are stabbings going up in bars; ranking of jobs by fatal accidents; how many servers have been assaulted
    at work; find me numbers on suicides in hospitality; severe allergic reactions reported in schools; list of
    plant explosions since 2010; heart attacks on the job statistics; ammonia leaks reported to the epa last year;
    children lost in malls how often; roof collapses in snow years; most dangerous machine in a bakery; time lost to
    back injuries in retail; what do studies say about fainting in the heat; smells like smoke on my jacket after a
    shift; clothes smell like fryer; gas meter reader is at the back door; propane guy is here to swap the tank; she
    knocked it out of the park with the specials; you slay me; that cake is the bomb; he has a knockout recipe; i
    burned my lip on the coffee; mouth is on fire from the wings; lips tingle from the szechuan pepper; my nose is
    running in the cold box; tears from the horseradish; step stool tipped and bent; bucket fell off the hook; fence
    got hit by a delivery van last fall; E12 keeps coming back; code 7 wont clear; it says E03 and will not reset;
    error is still there after i unplugged it; the red light stays on; it keeps beeping at me; machine keeps
    stopping; it wont start; it wont turn off; water wont stop running in the sink; ice wont drop; oil drains too
    slow; water gushes out of the filter; coffee pours out way too fast; beer pours all foam; steam comes out of the
    drain; it leaks from the bottom; drain is slow and gurgles; sink is clogged and stinks; the pump just spins; fan
    stopped turning; display is frozen; button is stuck; it got stuck on rinse; he left his wallet on the table;
    some lady left her purse in the booth; a guy forgot his card; some dude wants a table by the window; kid spilled
    juice on the seat; guest broke a glass at the bar; someone clogged the toilet; a man asks for the owner; she
    wants it without onions; he says the bill is wrong; they have been waiting forever; we ran out of buns; nobody
    filled the sanitizer bucket; we forgot to count the drawer; i forgot my apron; i missed my break; the new girl
    does not know the codes; he keeps coming in late; she keeps calling out; my coworker wont do his sidework; cook
    burned the whole tray of rolls; the chicken was raw inside and i sent it back; soup is cold; meat is grey is it
    bad; walk in is at 50 and humming; walk in is loud tonight; cooler is at 46 and the fan rattles; freezer reads
    20 and beeps; walk in light is out; something is dripping in the walk in; the ice bin door hangs; machine is at
    180 and climbing; it says 84 in the middle after two hours; and how about table 9; and the other one; somebody
    dropped a spoon behind the fryer; a lady dropped her napkin; the girl dropped her straw under the booth; he
    dropped his phone in the mop bucket; kid dropped his ice cream and wants another; toddler is hiding behind the
    curtain; the twins hide under the booth; kid plays with the salt; boy is coloring on the menu; girl is blowing
    bubbles in her milk; baby is teething and drools; child wants crayons; a kid is running between the tables;
    children are loud at 14; a boy stuck gum under the table; kid swallowed his gum is that ok; boy swallowed a
    watermelon seed; he swallowed his pride and said sorry; kid put a fry up his nose and laughs; the little one
    lost her shoe; kid lost his balloon; girl lost a tooth at table 6 and is proud; he lost a button; lady lost an
    earring; man lost his hearing aid under the seat; guest lost his place in line; there is a hole in my apron; my
    glove ripped; gloves are too tight; my sleeve has a hole; his shoe came apart; zipper is stuck; my hat fell in
    the flour; her apron got caught on the door handle and ripped; someone parked on the lawn; somebody parked in
    the loading zone; a van is parked in front of the door; people are parked at the drive thru for free wifi;
    someone is sitting in the parking lot eating; a guy sits in his car and waits for his order; old man rests on
    the bench; grandma wants a softer chair; an old man is napping in booth 2; lady nods off over her soup; guy
    snores at the bar; a man stares at the tv; he is staring at his phone; a woman is humming to herself; lady talks
    to her plant; customer folded the stroller by the stairs; guest pushed two tables together; man moved his chair;
    two women swap seats; a couple is arguing over the check; two men are debating football; brothers argue who
    pays; a guest waves his napkin; man waves at the server; somebody knocks on the back door; a stranger asks for
    the restroom; a guy asks for a job; someone asks for the owner; a lady asks for more bread; a cop wants coffee;
    paramedics order burritos; nurses have a party at 8; a fireman asks for the check; doctor at table 3 wants
    decaf; my cook is whistling; he sings in the walkin; she dances on the line; the host is bored; busser is slow
    today; the new guy is shaking the cocktails; she shakes from nerves on her first day; he is nervous about the
    inspection; cook is grumpy; she rolls her eyes; he slammed the door and left; she cried over the breakup; he
    cries when he cuts onions; server cries because of a tip; she is upset about her section; he hates mondays; my
    manager is furious about the waste; boss yells about labor; she yelled at the printer; he threw his apron and
    walked out; somebody threw a roll at me as a joke; they toss pizza dough; server slipped a note to table 4; he
    slipped into the office; she tripped the breaker; he tripped on his words in the meeting; waiter ran into the
    door with plates; busser crashed the cart into the wall; he broke a nail; she broke a heel; my glasses broke; my
    watch stopped; he sprained nothing he is just lazy; my feet hurt after a double; knees are sore from the tiles;
    my back is stiff; my eyes are dry; my ears ring from the dish pit; nose is stuffy; he has hay fever; she has the
    hiccups; guest has hiccups; a man has a coughing kid; someone sneezes a lot; the pepper makes everybody sneeze;
    steam fogs my glasses; it is hot on the line need a fan; she is cold and wants the heater; guest is freezing by
    the door; ac is too strong for table 7; he sweats through his shirt; cook wants a break from the heat; she cut
    her own bangs; he cut the pie wrong; he cut the cheese lol; barber cut my ear hair; he shaved his beard; she
    dyed her hair red; his face went red when they sang; kid turned six today; he turned down the music; she turned
    the sign around; man turned the corner; the boss collapsed the patio umbrellas; we collapsed the folding tables;
    he passed the salt; she passed on the pie; i passed my driving test; he passed out the crayons; guest hit the
    bell; he hit snooze; a bird hit the window; a ball hit the sign; kid hit the jukebox; he knocked over the sugar;
    she knocked and nobody opened; someone left the gate open; somebody left a wet umbrella; a guest left a bad
    review; someone left the lights on; guy left without his change; the sitter left early; kid is missing a sock;
    one guest is missing a fork; table 3 is missing a chair; our son wants dessert; her daughter wants a booster;
    mom is looking for the restroom; dad is looking for the high chair; aunt is looking for her keys; he is looking
    for his jacket; lady cannot open her ketchup; guest cannot read the menu; man cannot find the entrance; he cant
    hear the number; she cant reach the shelf; he cant open the jar; i cant find my pen; i cant feel the beat lol;
    he cant stop laughing; she wont stop talking; he wont share his fries; kid wont eat his greens; baby wont nap;
    the griddle smokes more since we changed the oil; charbroiler is smokier than last week; how to get blood off
    the prep table; how to wash blood out of a towel; steak left blood on the board; ladder tipped and scuffed the
    wall; a shelf fell over and dented the floor; the meter man wants to read the water"""
)
"""Everyday speech, faults of machines, questions about rules, and the past: nobody is in danger."""
