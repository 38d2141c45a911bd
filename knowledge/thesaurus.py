"""Words that mean the same to crews and to manuals, and the forms of English words that no ending tells.

Documents use one word for a thing of a restaurant, a shop or a plant, crews often another. Each stands where it seldom
means anything else: "change" is money too, "chips" are two foods, and "bleach" is not all that chlorine is in.
"""

from __future__ import annotations

from functools import lru_cache

_SAME = """
temperature temp; cooler fridge refrigerator chiller; machine maker; burger hamburger patty; minutes min; hours hrs;
seconds sec secs; year yr yrs; night nite; maximum max; approximately approx; quantity qty; department dept;
management mgmt; manager mgr boss; assistant asst; required mandatory require requirement compulsory obligatory;
vegetable veggie; sanitizer sani; dish dishwasher; fryer frier; wheat gluten; restroom bathroom toilet washroom
lavatory loo; cash money; injury hurt injured accident wound; ill sick unwell; vomit puke barf; nausea nauseous
queasy; diarrhea diarrhoea; norovirus noro; fever feverish; bandage bandaid plaster; burn scald scorch singe; gash
laceration; allergy allergic; defibrillator aed defib; doctor physician; medicine medication meds; rescue rescuer;
discard throw toss dump dispose disposal; trash garbage rubbish; recycle recycling recyclable; repair fix mend; fault
broken malfunction defect defective faulty busted; replace swap replacement; restart reboot; disconnect unplug; outlet
socket receptacle; electricity electric electrical; lamp bulb lightbulb; button pushbutton; knob dial; screen
touchscreen display; faucet spigot; hose hosepipe; bucket pail; spanner wrench; gasket seal; lubricant lube lubricate;
lint fluff; grime gunk crud residue buildup sludge slime scum; dirty filthy soiled grimy grubby; smell odor odour
stink stench whiff smelly; fume vapor vapour; leak leakage drip; clog blockage plugged; jam stuck; noise noisy loud;
vibrate shudder wobble vibration; rattle clank; crack fracture; dent ding; flashlight torchlight; thermometer thermo;
gauge gage; calibrate recalibrate; preheat warmup; thaw defrost; reheat rewarm; spoil spoilt rotten; mold mould moldy
mouldy; expire expiry expiration; rodent mice; cockroach roach; insect bug; pest vermin; label sticker; box carton;
pallet skid; shelf shelves shelving rack; cart trolley dolly; ladder stepladder; delivery shipment deliver; supplier
vendor; inventory stocktake stocktaking; stockroom storeroom backroom; merchandise merch; barcode upc; scanner
scangun; payment pay; coupon voucher; refund reimburse reimbursement; price cost; discount markdown; counterfeit fake;
shoplift shoplifter shoplifting theft steal; robbery holdup; police cop; intruder trespasser; customer guest patron
shopper clientele; employee worker staff crew coworker colleague associate teammate personnel; server waiter waitress
waitstaff; bartender barman barkeep; cook chef; janitor custodian; trainee newbie; applicant candidate; child kid
children; minor underage teen teenager; baby infant; pregnant pregnancy; reservation booking; takeout takeaway
carryout; silverware cutlery flatware; napkin serviette; soda softdrink; schedule rota roster timetable; vacation pto;
wage salary; paycheck payslip paystub; uniform outfit attire; shoe footwear sneaker; goggles eyewear; earplug earmuff;
jewelry jewellery; perfume cologne; phone telephone cellphone smartphone; email mail; password passcode; meeting
huddle; photo picture photograph; begin start commence; finish complete; buy purchase; permit permission allow
authorize authorise authorization; forbid prohibit prohibited forbidden ban banned; check inspect inspection examine
examination; clean cleanup; cloth rag; sweep broom; polish buff; slippery slick; trip stumble; lift hoist; explode
explosion; ignite ignition; extinguish extinguisher; evacuate evacuation; choke choking; poison toxic poisonous;
corrosive caustic; dilute dilution; color colour; gray grey; liter litre; meter metre; center centre; fiber fibre;
aluminum aluminium; tire tyre; flavor flavour; labor labour; program programme; license licence; catalog catalogue; 3
three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve; 3rd third; 4th fourth; 5th
fifth; pound lb lbs; ounce oz; gallon gal; foot ft; kilo kilogram kg; degree deg degs; percent pct percentage; week
wk; month mth mnth; average avg; people ppl; technician tech; captain capt; appointment appt; account acct; laboratory
lab; certificate cert certification certify; document doc paperwork; equipment equip; information info; message msg;
maintenance maint maintain; buzzer beep beeper buzz chirp; aisle hallway corridor; griddle flattop; stove cooktop
stovetop; microwave nuke; pot stockpot saucepan; jug pitcher; spill spillage puddle; splash splatter spatter; flame
blaze; outage blackout; cable cord wire wiring; fan blower; tube tubing; loosen unscrew undo; unclog unblock; press
push; pull yank tug; fill refill; charge recharge; lockout loto; helmet hardhat; corrosion corrode rust rusty; descale
delime; descaler delimer; sds msds; wide width; tall height; thick thickness; weigh weight; sharpen sharp; adjust
adjustment; install installation; connect connection; measure measurement; store storage; approve approval; remove
removal; arrive arrival; renew renewal; depart departure; refuse refusal; notify notification; investigate
investigation; protect protection protective; prevent prevention; infect infection; contaminate contamination;
ventilate ventilation; operate operation; expose exposure; fail failure; drain drainage; treat treatment; locate
location; identify identification; select selection choose; happen occur; previous prior earlier; stop halt cease;
enough sufficient; wrong incorrect erroneous; hazard hazardous; danger dangerous; illuminate lit; attorney lawyer
counsel; spouse husband wife; family relative kin; interpret interpreter interpretation translate translator
translation; airplane aircraft aeroplane plane; television tv televise; media journalist reporter; bankruptcy
bankrupt; reconcile reconciliation; computer pc laptop; wifi wireless; login logon signin; delete erase; software app;
webpage website; copy photocopy duplicate xerox; vehicle car automobile; truck lorry; gasoline petrol; windshield
windscreen; alcohol alcoholic liquor booze; intoxicated intoxication drunk tipsy inebriated; tip gratuity; invoice
bill; overtime ot; absence absent absentee; tardy tardiness; resign resignation quit; terminate termination dismiss
dismissal; hire recruit recruitment; harass harassment; discriminate discrimination; complain complaint gripe;
warranty guarantee; bag sack; ambulance ems; medic paramedic emt; cpr resuscitation; seizure convulsion; unconscious
unconsciousness fainting fainted faints; dizzy dizziness lightheaded woozy; pain ache sore; blood bloody bleed;
breath breathe; swallow ingest
ingestion; itch itchy; epinephrine epipen; shock electrocute electrocution zap; poultry chicken; shrimp prawn; ketchup
catsup; mayonnaise mayo; yogurt yoghurt; doughnut donut; fillet filet; barbecue bbq; dollar buck
"""
"""All words for one thing, the one that stands for it first. Plurals and other regular forms belong to each."""

_FORMS = """
arise arose arisen; awake awoke awoken; beat beaten; become became; bend bent; bind bound; bite bitten;
bleed bled; blow blew blown; break broke; breed bred; bring brought; build built; burn burnt; buy bought;
catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn;
dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; fight fought;
find found; flee fled; fly flew flown; foot feet; forget forgot forgotten; freeze froze frozen; give gave given;
grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; knife knives;
lay laid; lean leant; learn learnt; lend lent; loaf loaves; lose lost; man men; mean meant; meet met;
overcome overcame; pay paid; prove proven; ride rode ridden; ring rang; rise rose risen; run ran; see seen;
seek sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone; show shown; shrink shrank shrunk;
sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spell spelt; spend spent;
spill spilt; spin spun; stand stood; sting stung; strike struck; swear swore sworn; sweep swept; swell swollen;
swim swam swum; swing swung; take took taken; teach taught; tear tore torn; think thought; throw threw thrown;
tooth teeth; understand understood; wake woke woken; wear wore worn; weave wove woven; weep wept; win won;
withdraw withdrew withdrawn; woman women; write wrote written
"""
"""Irregular forms, each after the word that it is a form of."""


def _listed(text: str) -> list[list[str]]:
    return [group.split() for group in text.split(";")]


def _known() -> dict[str, str]:
    same = {word: group[0] for group in _listed(_SAME) for word in group}
    forms = {form: same.get(group[0], group[0]) for group in _listed(_FORMS) for form in group}
    return forms | same


KNOWN = _known()
"""Every listed word, and the word that stands for it."""


def _others() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, meant in KNOWN.items():
        found.setdefault(meant, []).append(word)
    return found


_OTHERS = _others()


@lru_cache(maxsize=50_000)
def meant_by(word: str) -> str:
    """The word that stands for what a word (small letters) means: "cooler" for "fridges", "discard" for "threw"; the
    word itself where none is listed."""
    return next((KNOWN[form] for form in _base_forms(word) if form in KNOWN), word)


def words_for(word: str) -> list[str]:
    """All listed words that mean the same, in their base forms, and the word itself."""
    return list(dict.fromkeys([word, *_OTHERS.get(meant_by(word), [])]))


def _base_forms(word: str) -> list[str]:
    """What a word may be a regular form of, itself first: "purchased" of "purchase", "swapping" of "swap"."""
    found = [word]
    if word.endswith("s"):
        found.append(word[:-1])
    if word.endswith("ies"):
        found.append(f"{word[:-3]}y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        found.append(word[:-2])
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2:
            found += [base, f"{base}e"] + ([base[:-1]] if base[-1] == base[-2] else [])
    return found
