"""What the signs of hazards speak of: people, their parts, places, things, and what happens to them.

Phrases in the language of agents/phrases.py, over normalised words. English first, then the Spanish of mixed crews.
"""

from __future__ import annotations

CONCEPTS: dict[str, str] = {
    # people and their parts
    "who": """i, im, ive, me, he, hes, she, shes, they, theyre, we, us, him, her, them, someone, somebody,
        everyone, everybody, people, person, man, men, woman, women, guy, guys, girl, girls, boy, kid, kids,
        child, children, baby, toddler, infant, teen, teenager, student, lady, gentleman, dude, elderly, customer,
        customers, guest, guests, patron, client, shopper, visitor, diner, cook, cooks, chef, server, servers,
        waiter, waitress, hostess, host, busser, bartender, barista, cashier, dishwasher, manager, boss,
        supervisor, coworker, coworkers, colleague, employee, employees, worker, workers, teammate, staff, crew,
        member, driver, janitor, trainee, intern, temp, operator, picker, packer, mechanic, technician, tech,
        electrician, plumber, welder, contractor, loader, stocker, clerk, associate, runner, porter, sous, mom,
        mother, dad, father, wife, husband, son, daughter, brother, sister, friend, buddy, partner, grandma,
        grandpa, passenger, victim, pregnant, diabetic, tourist, regular, bouncer, guard, alguien, cliente,
        clienta, senora, senor, nino, nina, hombre, mujer, companero, companera, cocinero, cocinera, mesero,
        mesera, chico, chica, bebe, muchacho, muchacha, viejito, abuelo, abuela, jefe, gente, persona""",
    "other": """customer, customers, guest, guests, patron, client, man, men, woman, women, guy, guys, dude, lady,
        stranger, someone, somebody, person, people, kid, kids, teen, teens, teenager, teenagers, drunk,
        boyfriend, girlfriend, ex, husband, robber, he, hes, she, shes, they, theyre, homeless, driver, employee,
        cook, cooks, coworker, coworkers, hombre, tipo, cliente, alguien, senor""",
    "them": """me, us, him, her, them, someone, somebody, staff, server, cashier, customer, customers, guest,
        guests, each other, everyone, everybody, people, another, hostess, waitress, bartender, cook, cooks,
        manager, employee, coworker, coworkers, kid, driver, girl, guy, wife, girlfriend, barista, clerk,
        associate, child, woman, lady, man, dishwasher, security, a .? customer|guest|man|woman, old
        man|woman|lady""",
    "child": "kid, child, toddler, baby, boy, girl, son, daughter, infant, nino, nina, bebe",
    "self": "himself, herself, myself, themself, themselves, yourself",
    "body": """hand, hands, arm, arms, forearm, finger, fingers, fingertip, leg, legs, foot, feet, toe, toes,
        head, face, neck, throat, wrist, thumb, palm, back, chest, shoulder, knee, ankle, hip, elbow, skin, scalp,
        thigh, calf, shin, stomach, belly, ear, lap, body, lip, lips, tongue, cheek, mouth, eye, eyes, nose, mano,
        manos, brazo, brazos, dedo, dedos, pierna, piernas, pie, pies, cabeza, cara, cuello, ojo, ojos, boca,
        piel, espalda""",
    "limb": """hand, hands, arm, arms, forearm, finger, fingers, fingertip, leg, legs, foot, feet, toe, toes,
        thumb, wrist, palm, head, neck, hair, ponytail, braid, beard, sleeve, glove, apron, shirt, jacket, scarf,
        lanyard, necklace, tie, ring, bracelet, skirt, pants, shoe, boot, jeans, mano, manos, brazo, dedo, dedos,
        pierna, pie, pelo""",
    "digit": "finger, fingers, fingertip, fingertips, thumb, toe, toes, hand, arm, knuckle, pinky, dedo, dedos",
    "bone": """leg, arm, ankle, wrist, hip, bone, collarbone, elbow, knee, shoulder, neck, rib, ribs, jaw, spine,
        skull, foot, finger, pierna, brazo, tobillo, hueso""",
    "mucosa": "eye, eyes, face, mouth, nose, throat, ojo, ojos, cara, boca",
    "throat": "throat, windpipe, airway, garganta",
    "swollen": """throat, tongue, lip, lips, face, mouth, eyes, eye, airway, neck, garganta, lengua, labios, cara,
        cuello""",
    "whose": """his, her, my, their, your, our, su, mi, a, the, both, someones, somebodys, kids, guests,
        customers, cooks, chefs, el, la, los, las, s""",
    "cloth": """sleeve, sleeves, apron, shirt, jacket, scarf, clothes, clothing, pants, hoodie, uniform, dress,
        hair, delantal""",
    "be": """is, are, was, were, am, be, been, being, just, got, get, gets, getting, has, have, had, s, im, hes,
        shes, theyre, its, keeps, kept, started, starting, starts, goes, went, esta, estan""",
    "cant": """cant, cannot, couldnt, can not, wont, unable to, not able to, isnt able to, doesnt, not, isnt,
        arent, no puede, no puedo, no""",
    # places and things
    "place": """kitchen, storeroom, store room, stockroom, dumpster, trash, trashcan, garbage, bin, building,
        dining room, bathroom, restroom, toilet, wall, ceiling, roof, duct, ducts, vent, hood, office, basement,
        attic, warehouse, dock, lobby, patio, parking lot, store, shop, restaurant, floor, room, closet, shed,
        house, plant, cocina, bano, bodega, pared, techo, basura, edificio""",
    "kettle": """fryer, fryers, frier, friers, wok, skillet, pan, grease, oil, fat, lard, flat top, flattop,
        griddle, freidora, sarten, aceite, grasa""",
    "fuel": """grill, oven, stove, range, broiler, toaster, microwave, smoker, freezer, fridge, machine, motor,
        compressor, dishwasher, conveyor, battery, batteries, charger, forklift, truck, car, van, scooter, laptop,
        phone, outlet, plug, wire, wires, wiring, cord, breaker, fuse, light, lights, fan, heater, boiler,
        furnace, dryer, towel, towels, rag, rags, paper, box, boxes, cardboard, curtain, curtains, candle, table,
        tablecloth, bag, bags, pot, pallet, pallets, tank, generator, napkin, napkins, decorations, mattress,
        insulation, chair, couch, plastic, sawdust, wood, linen, laundry, estufa, horno, parrilla, cable""",
    "building": """roof, ceiling, wall, building, floor, canopy, awning, deck, balcony, scaffold*, mezzanine, tent,
        bridge, racking, racks, shelving, shelves, structure, patio, techo, pared, edificio""",
    "collapses": """collapsed, collapsing, collapse, caved|caving in, cave in, coming|came|comes down, gave|giving|gives
        way|out, fell|falling|fallen in|on|down|over, crumbling, buckling, se cayo, derrumb*""",
    "keepsake": """jacket, jackets, coat, hat, shoe, shoes, toy, toys, menu, menus, cup, cups, seat, seats, chair,
        chairs, meal, meals, bag, phone, tooth, size, sizes, policy, drill, code, poster, ticket""",
    "wired": """outlet, outlets, socket, plug, wire, wires, wiring, cord, cable, breaker, panel, fuse box, motor,
        charger, battery, light, lights, switch, compressor, ceiling, wall, trash, trashcan, garbage, dumpster,
        roof, transformer, enchufe, pared""",
    "motor": """gearbox, motor, machine, conveyor, compressor, pump, engine, fan, dishwasher, battery, charger,
        generator, belt, laptop, phone, forklift, truck, car, van, printer, fridge, freezer, transformer, panel,
        elevator, dryer, mixer, bearing, pallet jack, line""",
    "live": """outlet, socket, plug, wire, wires, wiring, cord, cable, breaker, breakers, panel, fuse box, switch,
        power line, electrical, electric, electricity, current, volts, slicer, mixer, machine, dishwasher, fryer,
        oven, toaster, blender, microwave, fridge, freezer, cooler, heater, charger, light, sign, register,
        grinder, motor, compressor, steamer, warmer, maker, conveyor, drill, saw, welder, pump, generator,
        enchufe, corriente""",
    "closed": """walkin, walkins, freezer, freezers, cooler, coolers, fridge, elevator, elevators, lift,
        dumbwaiter, cold room, cold storage, compactor, baler, crusher, silo, tank, vault, pit, hopper, bathroom,
        restroom, stall, storage, closet, storeroom, trailer, container, blast chiller, elevador, ascensor,
        congelador, refrigerador, cuarto frio, bano, nevera""",
    "gear": """slicer, mixer, grinder, machine, machinery, conveyor, belt, press, roller, rollers, compactor,
        baler, forklift, pallet jack, lift gate, liftgate, rack, racking, shelf, shelves, shelving, pallet,
        pallets, door, doors, gear, gears, chain, fan, blade, blades, auger, dough, sheeter, blender, dispenser,
        escalator, cart, gate, tailgate, truck, car, disposal, chopper, shredder, saw, drill, lathe, wrapper,
        palletizer, processor, dishwasher, hook, maquina, cortadora, batidora, mezcladora, molino, puerta,
        rebanadora""",
    "heavy": """rack, racking, shelf, shelves, shelving, pallet, pallets, fridge, boxes, box, keg, kegs, cart,
        ceiling, beam, cabinet, freezer, oven, sign, tree, roof, wall, crate, crates, stack, load, container,
        forklift, machine, tray, pan, ladder, tv, case, cases, drum, barrel, pipe, bin, estante, caja, cajas""",
    "vehicle": """car, truck, forklift, van, bus, suv, pallet jack, pickup, trailer, cart, montacargas, vehicle,
        bike, scooter""",
    "height": """ladder, stairs, roof, steps, stool, dock, truck, forklift, scaffold, scaffolding, balcony,
        escalator, platform, catwalk, bike, lift, stairwell, mezzanine, ledge, escalera""",
    "ware": """machine, maker, printer, pos, register, tablet, ipad, app, screen, system, computer, laptop,
        website, phone, terminal, display, button, keypad, scanner, kiosk, email, wifi, internet, router,
        thermostat, panel, sensor, timer, clock, controller, software, portal, login, account, password, card,
        reader, fryer, fryers, oven, ovens, grill, stove, range, burner, burners, griddle, toaster, microwave,
        mixer, slicer, blender, grinder, freezer, fridge, cooler, walkin, compressor, pump, motor, engine, fan,
        hood, vent, filter, drain, sink, faucet, pipe, hose, valve, tap, keg, line, ice, steamer, smoker, warmer,
        boiler, heater, battery, light, lights, bulb, lamp, elevator, forklift, truck, van, car, mower, cart,
        belt, conveyor, wheel, gear, chain, door, lock, key, keys, lid, drawer, basket, shelf, rack, table, chair,
        booth, box, boxes, tent, umbrella, awning, sign, ticket, tickets, paper, order, orders, queue, traffic,
        cursor, needle, dial, handle, knob, coin, cup, tray, pan, pot, plate, bag, bottle, can, jar, cake,
        souffle, bread, dough, foam, pie, cheesecake, meringue, batter, sauce, soup, rice, toast, beans, bagel,
        bagels, fries, burger, burgers, steak, steaks, meat, beet, beets, cookie, cookies, pizza, pasta, cheese,
        bacon, onion, onions, garlic, milk, coffee, grounds, beer, wine, cocktail, ink, pen, pens, marker, markers, dye,
        paint, lipstick, plates, dishes,
        cups, mugs, bowls, trays, pans, pots, bottles, cans, jars, labels, stamp, highlighter, jam, ketchup, salsa,
        syrup, marinade, beetroot, velvet, coloring,
        cabbage, cranberries, blueberries, cherry, cherries, berries,
        tomato, tomatoes, strawberries, frosting, icing, color,
        colour, logo, sales, sale, deal, stock, inventory, product, products, supplier, vendor, delivery,
        shipment, company, business, profit, profits, budget, margin, market, price, economy, schedule, meeting,
        project, plan, song, tune, zipper, item, items, food, crumbs, debris, scraps, touch, roast, bird, mouse,
        rat, cat, squirrel, scoop, spatula, pallet, network, browser, page, document, file, spreadsheet, gasket,
        seal, thermometer, probe, toilet, curtain, tarp, ladder, gate, window, plants, flowers, balloon, headset,
        speaker, music, radio, tv, camera, brakes, brake, gums, tank, cylinder, scale, robot, drone, bike,
        sandwich, wallet, seller, impresora, sistema, maquina, pantalla""",
    # fire and gas
    "aflame": """on fire, in flames, caught on? fire, catching on? fire, caught alight, ablaze, burning down,
        blazing, aflame, burst into flames|flame, engulfed, in fire, en llamas, en fuego, incendiando, incendia,
        incendio, quemandose, prendio|agarro fuego""",
    "lit": """went up, lit up, just caught, caught and, ignited, flared up, flaming, smoldering, smouldering, set
        fire, still burning, keeps burning, burning, alight, quemando, prendio, blazing""",
    "smokes": """smoking, sparking, sparks, spark, sparked, arcing, melting, melted, glowing, scorching, humeando,
        chispas""",
    "odour": """smell, smells, smelling, smelled, smellin, stinks, stink, reeks, reek, odor, odour, stench, whiff,
        scent, huele, olor, oler""",
    "sounding": """going, goin, goes off, went off, gone off, beeping, ringing, rings, sounding, sounded,
        screaming, blaring, wont stop, keeps, triggered, tripped, just went, is on, sonando, suena""",
    "upkeep": """battery, batteries, chirp*, low, test, tested, testing, every, install, mount, replace, where,
        how, which""",
    "gas": "gas, propane, lpg, butane",
    "leaking": """leak, leaks, leaking, leaked, leakin, hissing, hiss, hisses, escaping, coming out, broke,
        broken, burst, cracked, snapped, ruptured, came off, disconnected, punctured, spewing, fuga""",
    "woozy": """headache, headaches, dizzy, nauseous, nausea, sleepy, lightheaded, light headed, drowsy, passing
        out, mareados, mareado, mareada, feel sick, feeling sick""",
    "several": """of us, everyone, everybody, we all, were all, people, whole .? crew|kitchen|line|shift|team|
        staff, several, half the, most of, todos, crew is|are, the cooks|crew|guys""",
    "blastable": """boiler, fryer, tank, propane, cylinder, aerosol, can, oven, grill, stove, heater, battery,
        transformer, breaker, panel, pressure, kettle, urn, furnace, car, microwave, generator, compressor,
        kitchen, building, gas, machine, truck, lighter""",
    # breath and mind
    "choke": """choking, chokes, choked, choke, chokin, gagging on, suffocating, atragant*, ahogando, ahogandose,
        asfixi*""",
    "airless": """cant|cannot|couldnt|unable|able|puedo .. breathe|breath|breathin, barely|hardly|hard|trouble|
        difficulty|struggling|fighting|problems to?|for? breathe|breath|breathing|air, struggles to breathe, not
        breathing right|well|good|normal|normally|properly|much, <cant> get|catch any|a|his|her|my|enough|their?
        air|breath, gasping, gasps for, short of breath, shortness of breath, breathing weird|funny|wrong|strange|
        shallow|really|super, blue lips|face, turning|turned|going|gone|went|lips|face|looks is|are|all?
        blue|purple|grey|gray, no air, no puede|puedo respirar, heimlich, hands|hand on|around|at his|her|their|my
        throat|neck, grabbing|clutching|holding|grabs|pointing|points|grabbed|scratching at|to?
        his|her|their|my|the? throat|neck, cant|not make|making a|any? sound, no respira bien, down the wrong
        pipe|tube""",
    "mute": "cant|cannot|couldnt talk|speak|cough|swallow|answer, no puede hablar",
    "breathless": """not|isnt|stopped|quit|wont|no|arent|aint breathing|breathe, no pulse|heartbeat, cant
        find|feel|get a? pulse, heart just? stopped|quit, no respira, sin pulso""",
    "fainted": """passed|passing|blacked|blacking|knocked|pass .? out, passes out, fainted, fainting, faints,
        unconscious, unresponsive, lifeless, barely|semi conscious, out of consciousness, out cold, out on the
        floor|ground, keeled over, desmay*, inconsciente, went|gone|goes limp, limp and, not conscious,
        lost|losing|loses consciousness, perdio el conocimiento""",
    "senseless": """not|isnt|wont|wouldnt|doesnt|arent|hasnt|stopped|barely|no respond|responding|answering|
        answer|moving|move|reacting|waking|awake, <cant> wake|waking|woke|woken|rouse him|her|them|up?,
        hasnt|didnt woken|woke|wake up?, no responde, no despierta, no se mueve, no reacciona, nonresponsive,
        motionless, hes|shes|is|looks|seems|acting out of it""",
    "collapsed": """collapsed, collapsing, collapses, collapse, slumped, dropped to|on the floor|ground|deck,
        just|suddenly dropped, dropped and, hit the floor|deck|ground, went down, dropped dead, fell to the
        floor|ground, fell out""",
    "dead": "dead, died, dying, deceased, muerto, muerta, muriendo",
    "addled": """confused, dizzy, throwing up, threw up, vomiting, puking, puked, delirious, making no? sense,
        makes no sense, make sense, disoriented, stumbling, nonsense, passed out, faint, fainted, collapsed,
        cramping, cramps, wobbly, incoherent, weird, staggering, slurring, nauseous, pale, vomitando, confundido,
        confundida""",
    "faltering": """shaking, shaky, shakes, confused, crashing, crashed, crash, low, passing out, pass out, passed
        out, sweaty, sweating, dizzy, pale, incoherent, making sense, unresponsive, weird, funny, slurring,
        trembling, faint, fainted, out of it, unconscious, collapsed""",
    "ailing": """pale, gray, grey, sweaty, sweating, clammy, weak, dizzy, lightheaded, faint, shaking, trembling,
        vomiting, throwing up, puking, disoriented, confused, drowsy, moaning, groaning, dazed, cant stand, cant
        walk, cant see, blurry, numb, tingling, short of breath, twitching, drooling, slurring, delirious, about
        to pass, passing out, in pain, cant breathe, unsteady, staggering""",
    "harmed": """twisted, sprained, gashed, torn, tore, popped, dislocated, broken, broke, busted, punctured,
        gouged, crushed, smashed, split open, swelled|swelling|swollen|blown up, cut|sliced open, cant
        move|bend|feel|straighten, mangled, shredded, skinned, ripped open, hanging, pierced, numb and, black and
        blue, bent, snapped, dangling""",
    "hot": "heat, hot, sun, overheated, overheating, dehydrated, fever, burning up, calor, degrees, boiling in here",
    # bodies
    "swells": """swelling, swollen, swole, swells, swelled, swell, closing, closed up, tightening, tight, puffing,
        puffy, puffed, ballooning, ballooned, blowing up, blew up, itchy, itching, tingling, hinchando, hinchada,
        hinchado, hinchandose, hincho, cerrando, huge""",
    "ate": """ate, eaten, eating, eats, had, has, swallowed, tried, bite, bit, stung, drank, touched, comio,
        tasted, took, given, gave, served, been""",
    "allergen": """peanut, peanuts, nut, nuts, walnut, walnuts, almond, almonds, cashew, cashews, pecan, pecans,
        shellfish, shrimp, crab, lobster, sesame, soy, dairy, bee, bees, wasp, hornet, latex, allergic, allergy,
        allergies, alergia, alergico, alergica, mani, cacahuate, nuez, camaron, camarones, mariscos, pesto,
        penicillin""",
    "ill": """itchy, itching, wheezing, wheezy, hives, swelling, swollen, breathe, breathing, throat, vomiting,
        throwing up, rash, dizzy, faint, passed out, lips, tongue, coughing, puffy, sick, epipen, reacting,
        ronchas, cant swallow, choking, collapsed, red and""",
    "shocked": "shocked, zapped, zap, shocks, jolt, jolted, shock, shocking, toques",
    "spill": """spill*, splash*, splatter*, pour*, dump*, dropped, tipped, sprayed, squirted, exploded, burst,
        blew, hit, got, went, all over, knocked over, flew, shot, erupted, slid, fell, popped, landed, cayo,
        derramo, salpico, tiro""",
    "scald": """hot|boiling|scalding|fryer|fry|burning|molten .? oil|water|grease|soup|coffee|tea|fat|sauce|
        caramel|sugar|gravy|stock|syrup|wax|cheese|broth|pasta|chocolate|metal, steam, grease, oil, coffee urn,
        soup pot, stock pot, stockpot, pot of, aceite, agua hirviendo, agua caliente, vapor, caramel, boiling,
        soup, coffee""",
    "onto": """on|over|onto|across|down|in|all over|on|into? me|him|her|them|us|<self>|someone|somebody|kid|baby|
        everyone, on|over|onto|across|down|in|into|all over? <whose> whole|left|right|bare|entire|own|new|little|
        old|young? <body>|<who>, en <whose> <body>, his|her|my <body>""",
    "bath": "fryer, hot oil|grease|water|fryer, oil, grease, boiling water|oil|soup, freidora, aceite, fry oil",
    "burned": """burned, burnt, scalded, burn, burns, burning, quemo, queme, quemaron, quemadura, quemaduras,
        quemada, blistered, blistering, blisters, charred, burnd, brned, singed, melted, quemado""",
    "gore": """blood is? everywhere|gushing|spurting|squirting|pouring|pumping|wont|spraying|dripping, blood
        on|all|in .. floor|over|place|shirt|wall, lot|lots|so|pool|tons|puddle|trail|bunch much|of|of all? blood,
        losing|lost|loses .. blood, gushing, spurting, bleeding out, pouring|spurting|gushing|
        dripping|spitting|leaking blood, stop the blood, blood coming|running|is coming, soaked|covered|drenched
        through|in|with blood, mucha sangre, blood loss""",
    "bleeding": "bleeding, bleeds, bleedin, bleed, sangrando, sangrar, sangra, hemorrhag*",
    "bad": """bad, badly, a lot, heavily, everywhere, out, profusely, crazy, so much, hard, all over, really,
        pretty, wont, not stopping, cant stop, cant get, doesnt stop, isnt stopping, will not stop, no para,
        still, heavy, severe, serious, mucho, nonstop, through, keeps, deep, deeply, bone, open, stitches,
        severed, wide, huge, terrible, tendon, artery, horrible, gash, gushing, blood, help, ambulance, hospital,
        911, severely, squirting, pumping""",
    "cut": """cut, cutting, sliced, slice, chopped, slashed, gashed, gash, stabbed, severed, lopped, hacked, tore,
        ripped, laceration, lacerated, corte, corto, impaled, cortada, split""",
    "severed": """cut|sliced|chopped|took|lopped|hacked|tore|ripped|slice|slicing|cutting .. <digit> .? .? off,
        cut|sliced|chopped|took|lopped|hacked|ripped|tore off .. <digit>, took|chopped|lopped|severed|lost|shaved
        .. tip|top|end of .. <digit>, <digit> .? .? cut|chopped|sliced|ripped|came|is|off
        off|severed|hanging|gone, lost|severed|chopped|lopped|missing .. finger|fingers|thumb|fingertip|toe, tip
        of .. <digit>, degloved""",
    "blade": """knife, glass, blade, nail, skewer, metal, cleaver, mandoline, boxcutter, box cutter, scissors,
        hook, screwdriver, rebar, stick, pole, fork, cuchillo, vidrio""",
    # chemicals
    "chemical": """bleach, sanitizer, sanitiser, degreaser, cleaner, cleanser, chemical, chemicals, lye, drain
        opener, drano, cleaners, products, descaler, lime remover, stain remover, graffiti remover, remover, acid,
        chlorine, ammonia, boil out, boilout, detergent, soap, caustic, pesticide, poison, delimer, rinse aid,
        solvent, thinner, bug spray, pepper spray, antifreeze, quat, peroxide, vinegar, lime away, limeaway,
        windex, lysol, refrigerant, freon, gasoline, diesel, hydraulic fluid, cleaning stuff|product|fluid|
        solution|supplies|spray, disinfectant, stripper, paint, lamp oil, hand gel, fryclear, ovencut, limeoff,
        drainfast, kleenquat, britechlor, saniquat, ovenstrip, drainfree, scalego, cloro, quimico, quimicos,
        detergente, jabon, limpiador, desinfectante, acido, blanqueador""",
    "corrosive": """bleach, degreaser, lye, drain opener|cleaner, oven cleaner, acid, caustic, descaler, chlorine,
        ammonia, boil out, boilout, chemical, chemicals, delimer, acido, fryclear, ovencut, limeoff, drainfast,
        britechlor, ovenstrip, drainfree, scalego""",
    "splash": """splash*, spray*, squirt*, got, get, gets, getting, in, into, spill*, splatter*, burn*, sting*,
        stung, all over, cayo, entro, dumped, poured, flew, wiped, rubbed""",
    "drank": """drank, drunk, swallowed, ingested, drinking, gulped, sipped, ate, swallowing, drinks, took a
        sip|drink|gulp|swig, sip of, tomo, bebio, trago, chugged""",
    "mix": "mixed, mixing, mix, combined, poured, added, dumped, put, together, mezclo, mezclaron, mezcle",
    "suffer": """cough, coughs, coughing, choking, suffocating, burning, burns, burn, dizzy, breathe, breathing,
        sick, throat, eyes, passed out, headache, headaches, throwing up, lightheaded, nauseous, watering,
        tosiendo""",
    # violence
    "weapon": """gun, guns, weapon, pistol, rifle, shotgun, machete, firearm, handgun, revolver, axe, hatchet,
        crowbar, pistola, arma""",
    "tool": """knife, bat, blade, bottle, hammer, taser, boxcutter, box cutter, chair, cleaver, scissors, pipe,
        screwdriver, wrench, cuchillo, navaja""",
    "wield": """pulled, pulling, pulls, waving, waved, pointing, pointed, drew, swinging, swung, aiming,
        brandishing, threatening, threatened, chasing, chased, lunged, coming at, came at, attacking, charging,
        outside, flashing, flashed, holding, swings, stabbing""",
    "robbery": """robbed, robbing, robbery, held up, holding us up, hold up, holdup, stick up, stickup, mugged,
        mugging, robber, robbers, robando, asaltando, asalto, asaltan, carjack*, burglar, burglars, burglary,
        intruder, breaking into|in, broke into, broke in|the and|window|while|and, someone|somebody broke in,
        break in in progress, demanding the? money|cash|safe, wants the money|cash|safe, empty the
        register|till|safe""",
    "shots": """gunshot, gunshots, gun shots, shots fired, shot fired, shots outside, active shooter, shooter,
        shooting at|in|outside|people|up, someone|somebody|he|she|guy|got|was|been|is|were|hes|shes just? shot,
        bomb threat, hostage, hostages, kidnap*, stabbed, stabbing, stabs, gunfire, disparos, balazos, balacera,
        apunal*, tiroteo""",
    "attack": """attacking, attacked, attacks, punching, punched, punches, hitting, beating, beat up, beating up,
        strangling, strangled, choked out, choking out, assaulting, assaulted, assaults, kicking, kicked, slapped,
        slapping, shoving, shoved, swinging at, jumped, grabbed, grabbing, groped, groping, tackled, swung at,
        biting, headbutt*, threw .. at, throwing .. at, spit on|at, pegando, golpeando, golpeo, lunged at,
        chasing, threatening, threatened""",
    "brawl": """fighting, fight, brawl, brawling, fistfight, fist fight, pelea, peleando, throwing punches|hands,
        going at it, beating each other""",
    "menace": """going|wants|want|threatening|threatened|threatens|threatning|trying|tried to kill|shoot|stab|
        hurt|beat|attack|murder|bomb, gonna|wanna|will|hell|shell|theyll kill|shoot|stab|beat|murder, says|said ..
        kill|shoot|stab|hurt, death threat|threats, refuses|refusing|wont to? leave and, getting|got|becoming|
        being|turning physical|violent|aggressive, smashing|breaking|destroying|trashing|throwing the|our? stuff|
        things|windows|window|glasses|everything|plates|chairs|tables|tv""",
    "selfharm": """kill|killing|hurt|hurting|harm|harming|hang|hanging|shoot|hurts himself|herself|myself|
        themself|themselves, cutting himself|herself|themself, suicid*, end|ending|take|taking|took
        his|her|my|their own? life, end it all|tonight|now, wants|want|wanted|going to die, doesnt|dont want|wanna
        to? live, doesnt|dont want|wanna to? be alive|here|around, no reason to live, suicidio, matarse, quiere
        morir, slit|slitting|slashed|cut both? his|her|my|their wrists, slit|slitting|slashed his|her|my|their
        wrist, jump off the|a? roof|building|bridge""",
    # injury and illness
    "fell": "fell, fall, fallen, falling, slipped, tripped, tumbled, thrown, falls, cayo, resbalo",
    "crippled": """<cant> move|walk|stand|feel|get|getting|straighten|put, hurt, hurts, hurting, injured,
        screaming, pain, broke, broken, twisted, his|her|my back|head|neck|leg|hip, hit, crying, bad, badly, hard,
        still|lying|laying on|lying|there|down, knocked, landed, lastimado""",
    "banged": """hit, hits, banged, cracked, smacked, bumped, struck, bonked, split, landed, slammed, bounced,
        smashed, golpeo, pego""",
    "dazed": """bleeding, out, confused, vomit*, throwing up, dizzy, wont, not, isnt, blood, double, blurry, hard,
        bad, badly, passed, cant, drowsy, sleepy, dazed, remember, unconscious, repeating, concrete, floor, fell,
        slipped, neck, weird, knocked, stars, fall, ladder, tile""",
    "broken": """broke, broken, snapped, fractured, fracture, dislocated, shattered, crushed, sticking out, bent,
        poking out, wrong way|direction|angle, quebro, rompio, popped out, mangled""",
    "agony": """so|too much pain, terrible|severe|unbearable|horrible|awful|extreme|excruciating|intense|insane|
        massive pain|pains|cramps, lot of pain, in|with pain|agony, screaming|crying|doubled|writhing
        over|in|from|with pain|agony, doubled over, kidney|stomach|abdominal|side|belly|back|severe|sharp|stabbing
        pain|pains so|really|bad|badly|wont|severe|and, kidney pain|pains|stone|stones, worst headache, mucho
        dolor, dolor fuerte, curled up .. pain""",
    "gutblood": """throwing|coughing|vomiting|spitting|puking|peeing|coughed|threw|pooping|coughs|vomits up?
        blood, vomita sangre""",
    "birth": """water just? broke|breaking, in|into labor|labour, having .. baby|miscarriage|contractions,
        contractions, giving birth, baby is? coming, miscarr*, rompio la fuente""",
    "aid": """ambulance, ambulances, paramedic, paramedics, ems, emt, emts, medic, 911, 999, ambulancia, nine one
        one, police, cops, policia, fire department, bomberos, doctor""",
    "summon": """need, needs, call, calling, called, send, get, dial, now, please, hurry, help, quick, asap,
        bring, necesito, necesitamos, llama, llamen, rapido""",
    # how it is meant
    "figure": """sales, tips, numbers, business, team, we, were, you, youre, ur, yall, playlist, specials,
        special, menu, reviews, staff, squad, everyone, everybody, server, servers, boss, dj, band, music, phones,
        instagram, tiktok, socials, social media, facebook, crew, rush, chef, cook, cooks, bartender, bartenders,
        guys, orders, drive thru, marketing, campaign, page, post, video, market, economy, shares, career, wings""",
    "praise": """tonight, today, lately, this week|month|shift|season|year|morning, best, great, awesome, amazing,
        lol, haha, nice, killing it, crushing it, keep it up, all day|night|week, beast, on the line tonight, rn,
        with those|the tickets|orders""",
    "affair": """deal, deals, schedule, schedules, rota, roster, spreadsheet, spreadsheets, contract, contracts,
        invoice, invoices, budget, numbers, forecast, inventory, paperwork, refund, bet,
        trade, investment, lease, quote, market, margin, margins, puzzle, zoom, meeting, meetings, math,
        payroll, taxes, rent, interest, crypto, fees, discount, prices, pricing, orders, tickets, emails, report,
        reports, checklist, quota, targets, policy""",
    "crowd": """bus load|loads, busload, busloads, wave, waves, wave|waves of .? .?
        customers|guests|people|orders|tickets|students|tourists|covers, rush, onslaught, orders, tickets, covers,
        walkins""",
    "scale": """big, huge, little, small, bad, terrible, awful, major, minor, whole, kitchen, dumpster, scary""",
    "merit": """perfect, flawless, on point, spotless, hes|shes|theyre|were|youre so|really|super
        fast|good|quick|smooth, sold, selling, sells, nailing, nailed, zero|no complaints|mistakes|returns|remakes""",
    "slightly": """a little bit, just a little, <body> a little, little cut|burn|scratch|nick|blister, small,
        tiny, minor, slight, slightly, paper cut, papercut, a bit, scratch, poquito, band aid|aids, bandaid,
        bandaids""",
    "weeds": """line, rush, shift, job, heat, back, feet, commute, schedule, prices, price, competition, service,
        brunch, double, week, weather, humidity, work, day, night, prep, closing, place, traffic, math, music,
        wait, stress""",
    "sum": "price, prices, bill, cost, costs, total, check, news, review, reviews, tip, turnout, amount",
    "dish": """rice, sauce, soup, toast, bread, bagel, bagels, fries, bacon, coffee, garlic, onions, butter,
        steak, burger, burgers, chicken, fish, cookies, cake, pizza, pie, beans, eggs, milk, roux, caramel,
        popcorn, pan, pot, ends, bottom, edges, top, crust, buns, tortillas, meat, oil, batch, nuts, gravy, roast,
        food, bird, turkey, brisket, ribs""",
}
"""What the signs speak of, by name."""
