"""How well a unit of text answers a question: one scorer for sentences, list items, steps, rows and procedures.

A unit is judged by its own words, by what its headings and the text before it add to them, by whether it has the kind
of thing asked for, and by how well its passage was found. That costs microseconds; the cosines of the unit, under its
headings and by itself, cost two embeddings, so only a shortlist is judged by them too. Prose and what is listed have
weights of their own. Scores are logits: the softmax over the units of one question is the chance of each to be the one
that answers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from knowledge.lexicon import content_words, stem, stems, words
from knowledge.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Unit:
    """What could be quoted, as it is judged.

    `text` is its own words (a row's with the names of its columns), `headings` the document's title and the headings
    above it, `before` what leads to it in its section, or "". `rank` is its passage's score as a share of the best
    passage's (0..1). A procedure's text is its heading, and `before` all its steps. `is_listed` is everything but a
    sentence of prose: what was written to be read by itself.
    """

    text: str
    headings: str
    before: str = ""
    rank: float = 1.0
    is_row: bool = False
    is_procedure: bool = False
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Features:
    """What a unit is judged by, each 0..1 but for cosines and logits, or how much each of these counts.

    Of the question's telling words, weighted by how rare they are, `coverage` is the share that the unit holds in any
    form (AKIN of it where only another word has it as a part), and `before` and `headings` what the text before it and
    the headings add to that. `share` is the same as `coverage` with all words alike, `forms` with the words exactly as
    asked, `small` that of the question's other words ("in", "after", "the"). `cue` is 1 when the unit has the kind of
    thing asked for, `rank` is the passage's, `row` the coverage of a table's row (which has few small words),
    `procedure` is 1 for a procedure, `lead` for a sentence that ends with a colon (what it announces stands after it),
    `listed` for what is not prose. `cosine` and `alone` are the similarity (-1..1) of the question and the unit, under
    its headings and by itself, `attended` is the reranker's logit (`knowledge.reranker`), and the four before it how
    like their words are (`knowledge.likeness`).
    """

    coverage: float
    share: float
    forms: float
    small: float
    before: float
    headings: float
    cue: float
    rank: float
    row: float = 0.0
    procedure: float = 0.0
    lead: float = 0.0
    listed: float = 0.0
    cosine: float = 0.0
    alone: float = 0.0
    literal: float = 0.0
    meant: float = 0.0
    literal_gap: float = 0.0
    meant_gap: float = 0.0
    attended: float = 0.0


NAMES = tuple(field.name for field in fields(Features))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature counts, of a sentence of prose and of what is listed."""

    prose: Features
    listed: Features


QUICK = Weights(
    prose=Features(
        coverage=4.03,
        share=2.72,
        forms=2.20,
        small=0.99,
        before=3.03,
        headings=3.64,
        cue=2.05,
        rank=7.09,
        row=0.64,
        procedure=1.92,
        lead=-1.26,
    ),
    listed=Features(
        coverage=4.56,
        share=2.09,
        forms=2.80,
        small=0.59,
        before=2.04,
        headings=5.41,
        cue=2.29,
        rank=7.42,
        row=1.29,
        procedure=3.84,
        lead=-1.26,
        listed=-0.02,
    ),
)
FULL = Weights(
    prose=Features(
        coverage=1.48,
        share=1.11,
        forms=0.71,
        small=0.79,
        before=3.98,
        headings=1.36,
        cue=1.84,
        rank=3.51,
        row=0.73,
        procedure=2.28,
        lead=-2.18,
        cosine=2.70,
        alone=2.58,
        literal=1.45,
        meant=2.19,
        literal_gap=1.44,
        meant_gap=-2.35,
        attended=0.36,
    ),
    listed=Features(
        coverage=2.59,
        share=0.17,
        forms=1.28,
        small=0.24,
        before=3.26,
        headings=2.29,
        cue=1.78,
        rank=3.63,
        row=1.46,
        procedure=4.57,
        lead=-2.18,
        listed=-0.05,
        cosine=2.62,
        alone=3.73,
        literal=0.79,
        meant=1.88,
        literal_gap=1.22,
        meant_gap=-2.90,
        attended=0.51,
    ),
)
"""The weights without and with what costs an embedding by MiniLM, fitted by `evals/fit_answering.py` to the questions
of `evals/offered.py`: FULL to all, QUICK before there were sheets, with which it does no better. Of a paragraph's
sentences the first is a right one for 0.877 of the questions in `tune` and 0.890 in `report` (0.3 cosine + 0.7 idf
coverage: 0.831, 0.873); of all that the passages found offer, for 0.742 and 0.766 of the suites' questions and 0.656
and 0.748 of those about sheets. Fitted without sheets and the reranker it was 0.906 of the paragraphs' in `report`,
0.730 and 0.757 of the suites' and 0.600 and 0.690 of the sheets'."""

AKIN = 0.5
"""What a word counts of which a text holds only a compound, a part or another derivation ("lamp", "headlamp"). Of 0,
0.25, 0.5, 0.75 and 1 the most with which SQuAD loses nothing; the suites' `tune` questions would bear 0.75."""
SHORTEST_AKIN = 4
"""Letters of the shortest stem that is looked for inside others."""

# --- the question -----------------------------------------------------------------------------------------------------

_ASIDE = frozenset(
    "i we you me us my our your do does did can could should would will shall may might what which who whom whose when "
    "where why how".split()
)
"""Small words that say who asks and that it is a question: a text that answers holds them by chance."""

_TIME = (
    r"\d+(?:[.,:/]\d+)?(?: (?:to|or|and) \d+)?[ -]*"
    r"(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s|days?|weeks?|wks?|months?|years?|yrs?)\b"
)
_DATE = (
    r"\d ?[ap]\.?m\b|\d:\d\d|\b(?:1\d\d\d|20\d\d)|\d(?:st|nd|rd|th)\b|\b(?:january|february|march|april|(?-i:May)|june|"
    r"july|august|september|october|november|december)\b"
)
"""Clock times too. Who writes "may" in small letters writes of no month."""
_UNITS = r"(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?|days?|weeks?|wks?|months?|years?|yrs?)\b"
_COUNTS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|half|third|quarter|hundreds?|"
    r"thousands?|millions?|billions?|percent|twice|single|both|several)\b"
)
_ASKING = r"(?:^|[^\w\s'] ?|\b(?:and|or|but|so|then|ok|okay|hey|me|know|ask|idk|sure|of|for|to|by|with|from|at|on) )\b"
"""What stands before a word that asks: after a noun "who" and "where" only go on about it ("a guest who is ill")."""
_AUXILIARY = r"(?:'?s|is|are|am|was|were|do|does|did|will|can|could|should|must|may|has|have)\b"
_WHEN = (
    rf"(?<!\bby )\bwhen(?:'?s| {_AUXILIARY})|\b(?:since|until|till) when\b|"
    r"^\W*(?:(?:and|but|so|ok|okay|hey) )*when\b(?!.*\b(?:what|how|who|where|which|why|should|do i|can i)\b)"
)
"""Asks for a time; "the pilot goes out when I let go" and "when it beeps what do I do" ask for none."""
_PERSONS = (
    "manager|technician|lead|leader|supervisor|crew|operator|dealer|everybody|everyone|anybody|nobody|doctor|nurse|"
    "plumber|electrician|engineer|mechanic|inspector|agent|contractor|vendor|supplier|driver|owner|guard|police|"
    "department|team|cook|chef|server|host|cashier|bartender|baker|butcher|cleaner|closer|opener|trainer|trainee|worker|"
    "employee|staff|person|keyholder|clerk|officer|fitter|welder|coordinator|director|representative"
)
_LENGTH = r"\d ?(?:in\b|inch|\"|'|ft\b|feet\b|foot\b|mm\b|cm\b|m\b|meter|metre|yards?\b|miles?\b|km\b)|\d x \d"
_DEGREES = r"\d\s*°|\d\s*(?i:degrees)|\d\s*[FC]\b"

_COURSE = re.compile(
    r"\bhow (do|to|can|should|would|did)\b|\b(steps?|step by step|procedure|instructions|walk me|show me)\b",
    re.IGNORECASE,
)

_ASKS_ELSE = re.compile(
    r"^\W*(?!what|which|how much|how heavy)(?:\w+ ){0,2}?(?:who|when|where|why|how (?:often|long|soon))\b"
    r"|^\W*what causes?\b"
    r"|^\W*(?:may|should|must|do(?! (?:you|we) (?:have|know))|does|did|is(?! there)|are(?! there)|was|will|"
    r"can(?! (?:you|i (?:get|have))))\b",
    re.IGNORECASE,
)
"""Asks for another thing than an attribute that it names: where the price labels are, whether colors may be mixed."""

Cues = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _cues(*pairs: tuple[str, str]) -> Cues:
    return tuple((re.compile(asked, re.IGNORECASE), re.compile(given)) for asked, given in pairs)


_ATTRIBUTES = _cues(
    (r"\b(boiling|melting|smoke|flash) point\b", _DEGREES),
    (
        r"\b(costs?|prices?|expensive|salary|wages?|fees?)\b",
        r"[$€£]\s?\d|(?i:\d ?(?:dollars?|cents?|euros?|pounds?|million|billion)\b)",
    ),
    (
        r"\bhow heavy\b|\b(weight|weighs?)\b",
        r"(?i:\d ?(?:lbs?|pounds?|kg|kilos?|g|grams?|oz|ounces?|tons?|tonnes?)\b)",
    ),
    (r"\bgrams?\b", r"(?i:\d ?(?:k?g|k?grams?)\b)"),
    (r"\b(diameter|how (thick|wide|tall|deep)|height|width|clearance)\b", f"(?i:{_LENGTH})"),
    (r"\bhow (loud|noisy)\b|\b(decibels?|noise level)\b", r"(?i:\d ?dB|decibel)"),
    (
        r"\bhow many (lit(er|re)s|gallons|quarts|pints)\b",
        r"(?i:\d ?(?:l|ml|lit(?:er|re)s?|gal|gallons?|qts?|quarts?|pts?|pints?|fl\.? ?oz)\b)",
    ),
    (r"\bbtus?\b", r"(?i:\d ?btu)"),
    (r"\bpart (numbers?|no|num|nr)\b", r"\b[A-Z]{1,5}-?\d\w+|\b\d[\d-]{3,}\b"),
    (r"\b(voltage|volts?)\b", r"\d ?(?:k?V\b|(?i:volts?))"),
    (r"\b(amps?|amperage|amperes?)\b", r"\d ?(?:A\b|(?i:amps?))"),
    (r"\b(watts?|wattage)\b", r"\d ?(?:k?W\b|(?i:k?watts?|BTU))"),
    (r"\b(rpm|revolutions per)\b", r"(?i:\d ?rpm|revolutions)"),
    (
        r"(?<!to )(?<!in )\bcolou?rs?\b",  # television went "to color"
        r"(?i:\b(?:red|orange|yellow|green|blue|purple|violet|white|black|gr[ae]y|brown|pink|amber|silver|gold|"
        r"golden)\b)",
    ),
    (
        r"\b(phone|telephone) numbers?\b|(?<!part )(?<!model )(?<!serial )\bnumber (for|to call)\b|"
        r"\bnumber of (the|our) (\w+ ){0,3}(company|service|office|supplier|vendor|contractor|hotline|hospital|manager|"
        r"technician|plumber|electrician)\b",
        r"\d{3}[-. ]\d{4}\b|\b911\b",
    ),
    (r"\be-?mails?( address(es)?)?\b", r"\S@\S+\.\w"),
    (r"\brecipes?\b", r"(?i:\brecipe|ingredient|\bcups? of\b)"),
)
"""Attributes that questions ask for by name, and how each looks in a text: what does not give it does not answer."""
_MAKERS = _cues(
    (
        r"\bwho (makes?|made|built|manufactur\w+)\b|\b(manufacturer|brand)\b",
        r"\b(?:Make|Maker|Brand|Manufacturer|Supplier)\b|(?:made|built|sold|produced) by|\b(?:by|from) [A-Z]\w",
    ),
    (
        r"\bwho (invented|designed|founded|created|established|owns?|owned)\b|\b(inventor|founder)\b",
        r"(?i:\b(?:invent|found|design|own|creat|establish)\w* [^.]*\bby\b)|"
        r"\b[A-Z]\w*(?: (?!was|were|is|been)[\w-]+){0,4} (?:invent|found|design|own|creat|establish)\w*",
    ),
)
"""The same, asked for by "who"."""

_KINDS = _cues(
    (r"\b(how (hot|cold|warm)|temp\w*|degrees?)\b|°", _DEGREES),
    (
        rf"\bhow (long|soon|fast|quick\w*|much (longer|time)|many {_UNITS})|\btimer\W*$|"
        r"\b(timer (for|on)|(cook|cooking|fry|frying|baking|hold|holding|waiting) time)\b",
        rf"(?i:{_TIME}|\b(?:(?:seconds|minutes|hours|days|weeks|months|years|centuries)|until)\b)",
    ),
    (r"\bhow long (is|are)\b", f"(?i:{_LENGTH})"),
    (
        r"\bhow often\b|\b(interval|schedule)\b",
        rf"(?i:{_TIME}|\b(?:daily|weekly|monthly|yearly|nightly|every|each|once|twice)\b)",
    ),
    (
        rf"{_WHEN}|\b(what time|(what|which) (year|date|day|month|century|decade|season))\b",
        rf"(?i:{_TIME}|{_DATE}|\b(?:before|after|until|daily|every)\b)",
    ),
    (
        r"\b(by when|due (?:date|by)|deadline|last day)\b",
        rf"(?i:{_TIME}|{_DATE}|\b(?:daily|every|noon|midnight|tomorrow|\w+day)\b|(?<=\w )(?:before|until)\b)",
    ),
    (
        rf"\bhow (many(?! (?:{_UNITS}))|much(?! longer| time|.*\b(?:costs?|weighs?)\b))",
        rf"(?i:\d[\d.,/]*+(?! ?(?:°|degrees|{_UNITS})\b)|\b{_COUNTS})",
    ),
    (
        r"\bhow (big|large|strong|far|high|deep|tall|old|wide)\b|"
        r"\b(what|which) (size|voltage|pressure|number|percent\w*|proportion|amount|population|age|score|rank|rate|"
        r"share|length|distance|point|level|limit|ratio|range|reading|dose)\b|\b(capacity|percentage)\b",
        rf"(?i:\d[\d.,]*|\b{_COUNTS})",
    ),
    (
        rf"{_ASKING}(who|whom|whose)\b",
        rf"(?<=[a-z,;:(] )[A-Z]\w+|(?i:\b(?:{_PERSONS})s?\b)",
    ),
    (
        rf"{_ASKING}where\b|\bwhere(?:'?s| is| are| do| does| did| can| was| were| to)\b|"
        r"\b((what|which) (city|country|state|town|place|location|street|county|continent|region|room|side))\b",
        r"\b(?i:in|at|on|near|from|to|under|behind|above|below|inside|beside|next to) (?:the |a |its )?\w+",
    ),
    (
        r"\bwhy\b|\b(reasons?|purpose)\b",
        r"(?i:\b(?:because|due to|since|so that|in order to|as a result|caused?s?|reason|therefore|otherwise|lets|"
        r"keeps|prevents?)\b)",
    ),
)
"""Kinds of things that questions ask for by how they begin, and how that looks in a text.

What is asked for, here and above, must stand in the text and not in the question itself."""


class Question:
    """A question as units are judged by it."""

    def __init__(self, text: str, weights: Mapping[str, float]) -> None:
        """`weights` are the stems of its telling words, each with its idf (`Retriever.weights`)."""
        self._lower = text.lower()
        self._weights = weights
        self._forms = {word: weights[stem(word)] for word in content_words(text) if stem(word) in weights}
        self._small = frozenset(word for word in words(text) if word not in self._forms) - _ASIDE
        is_how = _COURSE.search(text) is not None  # "reset the price label printer" asks for no price
        self._attributes = [] if is_how or _ASKS_ELSE.match(text) else _asked(_ATTRIBUTES, text)
        if not (is_how or self._attributes):
            self._attributes = _asked(_MAKERS, text)
        self._kinds = _asked(_KINDS, text)
        self._is_how = is_how
        self._total = sum(weights.values()) or 1.0
        self._forms_total = sum(self._forms.values()) or 1.0

    @property
    def asks_for_a_thing(self) -> bool:
        """Whether it asks for a number, a time, a person, a place or a reason, not for how something is done."""
        return bool(self._attributes or self._kinds)

    @property
    def asks_for_a_course(self) -> bool:
        """Whether it asks how something is done, which a row that only names the task does not say."""
        return self._is_how and not self.asks_for_a_thing

    @property
    def weights(self) -> Mapping[str, float]:
        """The stems of its telling words with what each counts."""
        return self._weights

    def names(self, text: str) -> bool:
        """Whether a text, such as a procedure's headings, holds one of its telling words; always when it has none."""
        return not self._weights or not stems(text).isdisjoint(self._weights)

    def is_met_by(self, text: str, headings: str = "") -> bool:
        """Whether a text has what is asked for: every attribute named, which its headings may give ("Mirror, 25 mm"),
        else one of the kinds; always when the question asks for none."""
        if self._attributes or not self._kinds:
            return not self.lacks_attribute(f"{headings} {text}")
        return any(self._is_new(given, text) for _, given in self._kinds)

    def given_by(self, text: str) -> frozenset[str]:
        """The stems of the words that ask for what a text gives: it need not say "color" to say "blue"."""
        met = [asked for asked, given in (*self._attributes, *self._kinds) if self._is_new(given, text)]
        return frozenset[str]().union(*met)

    def lacks_attribute(self, text: str) -> bool:
        """Whether it asks for an attribute by its name, such as a price or a color, that a text does not give."""
        return not all(self._is_new(given, text) for _, given in self._attributes)

    def features(self, unit: Unit) -> Features:
        """What `unit` is judged by before it is embedded; see `embedded`."""
        own, forms = stems(unit.text), _forms(unit.text)
        unheld = [word for word in self._weights if word not in own]
        missing = {word: self._weights[word] * (1 - AKIN * _is_akin(word, own)) for word in unheld}
        coverage = 1 - sum(missing.values()) / self._total if self._weights else 0.0
        return Features(
            coverage=coverage,
            share=1 - len(unheld) / len(self._weights) if self._weights else 0.0,
            forms=sum(value for word, value in self._forms.items() if word in forms) / self._forms_total,
            small=len(self._small & forms) / max(len(self._small), 1),
            before=self._added(missing, unit.before),
            headings=self._added(missing, unit.headings),
            cue=float(self.asks_for_a_thing and self.is_met_by(unit.text, unit.headings)),
            rank=unit.rank,
            row=coverage if unit.is_row else 0.0,
            procedure=float(unit.is_procedure),
            lead=float(not unit.is_row and unit.text.rstrip().endswith(":")),
            listed=float(unit.is_listed),
        )

    def _added(self, missing: Mapping[str, float], text: str) -> float:
        if not missing or not text:
            return 0.0
        held = stems(text)
        return sum(value for word, value in missing.items() if word in held) / self._total

    def _is_new(self, given: re.Pattern[str], text: str) -> bool:
        return any(match.group(0).lower() not in self._lower for match in given.finditer(text))


def embedded(found: Features, cosine: float, alone: float, like: Likeness, attended: float) -> Features:
    """The features with those that cost an embedding."""
    return replace(
        found,
        cosine=cosine,
        alone=alone,
        literal=like.literal,
        meant=like.meant,
        literal_gap=like.literal_gap,
        meant_gap=like.meant_gap,
        attended=attended,
    )


def _is_akin(word: str, held: frozenset[str]) -> bool:
    """Whether one of the stems is a part of a stem, or has it as a part: "lamp" and "headlamp"."""
    if len(word) < SHORTEST_AKIN or word.isdigit():
        return False
    return any((word in other or other in word) and len(other) >= SHORTEST_AKIN for other in held)


def _asked(cues: Cues, text: str) -> list[tuple[frozenset[str], re.Pattern[str]]]:
    """What a question asks for: the stems of the words it asks with, and how the thing looks in a text."""
    found = [(asked.search(text), given) for asked, given in cues]
    return [(stems(match.group(0)), given) for match, given in found if match]


@lru_cache(maxsize=10_000)  # the same passages are looked at again and again
def _forms(text: str) -> frozenset[str]:
    return frozenset(words(text))


def score(found: Features, weights: Weights) -> float:
    """The logit of a unit with these features."""
    counted = weights.listed if found.listed else weights.prose
    return sum(getattr(found, name) * getattr(counted, name) for name in NAMES)
