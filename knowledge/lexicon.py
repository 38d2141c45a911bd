"""Words as search and checks see them: which carry meaning, what stem they share, what looks like a code."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from knowledge.thesaurus import meant_by

STOP_WORDS = frozenset(
    "a an the and or but if then than so as of in on at to for from by with into onto over under up down out off it "
    "its is are was were be been being am do does did has have had can could should would may might must will shall "
    "this that these those there here you your we our they their he she his her i me my us them who what which when "
    "where why how not no never all any each every some more most other such only also very just about before after "
    "until "
    "while during again once too own same both between through because per via get got gets go goes going gonna need "
    "needs want wants let lets make makes im ive dont doesnt didnt cant wont isnt whats wheres hows theres thats id "
    "him her hers weve youve theyve youre theyre shes hes itll youll theyll youd hed theyd wasnt werent hasnt "
    "havent hadnt couldnt wouldnt shouldnt mustnt arent aint himself herself itself myself yourself ourselves "
    "themselves somebody anybody till til thru gotta please tell know say says said now okay ok yes hey hi one "
    "thing things something anything someone".split()
)

QUESTION_WORDS = frozenset(
    "often long many much hot cold warm strong soon fast far big high deep time times number kind "
    "morning evening afternoon night tonight today tomorrow restaurant store shop site place".split()
)
"""Words of what is asked for, not of what it is about: a text may answer "how often" without saying "often", and what
is done "in the morning" at "the restaurant" is done at the site that all its documents are about."""

_NUMBERED = re.compile(
    r"\b(?:week|day|step|section|chapter|part|unit|module|lesson|level|page|table|figure|zone|stage|phase|station|"
    r"appendix|rule|item|form) \d{1,3}(?:\.\d{1,3}){0,3}\b",
    re.IGNORECASE,
)

_GUESTS = re.compile(
    r"(?P<where>\b(?:at|on|to|for|from|by|near|off|over|under|behind)(?: the)? (?:table|booth)) \d{1,3}\b"
    r"(?! (?:of|in)\b)|(?P<who>\b(?:table|booth)) \d{1,3}(?= (?:has|have|had|is|are|was|wants?|wanted|left|asked|asks|"
    r"ordered|orders|got|needs?|just|keeps?|still|complains?|complained|walked|paid|spilled|sent)\b)",
    re.IGNORECASE,
)
"""The guests at a table, not the table of a document: "a phone on table 4", "table 7 wants a refund"."""

_SECTION = re.compile(
    r"(?:\b(?:section|chapter|part|appendix|unit|module)|§) ?(\d{1,3}(?:\.\d{1,3}){0,3})\b"
    r"|\b(?:manual|handbook|guide|book|card|plan|policy|procedure|standards?) (\d{1,3}(?:\.\d{1,3}){1,3})\b",
    re.IGNORECASE,
)

_BEFORE_A_TILL = frozenset(
    "a the our my your his her their this that each every which cash main front bar count open close lock check empty "
    "balance use reset start by at in from to on of with per new".split()
)
_AFTER_UNTIL = frozenset("when what then now you we i they it he she the".split())

_WORD = re.compile(r"[a-z0-9ß-öø-ÿ]+(?:'[a-z]+)?")
_WORD_AS_WRITTEN = re.compile(_WORD.pattern, re.IGNORECASE)
CODE = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b|\b\d+(?:-\d+)+\b")
"""A word of letters and digits, or digit groups with hyphens: error codes, part and model numbers, but also "
""165F"."""
_MEASURE = re.compile(
    r"\d+(?:st|nd|rd|th|f|c|h|hr|hrs|min|mins|s|sec|lb|lbs|oz|kg|g|ml|l|gal|qt|in|ft|mm|cm|m|v|w|kw|a|am|pm|ppm|psi|"
    r"x|k)",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The words and numbers of a text, small, in order."""
    return _WORD.findall(text.lower().replace("’", "'"))


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """The same with where each begins and ends in the text."""
    return [
        (match.group(0).lower(), match.start(), match.end())
        for match in _WORD_AS_WRITTEN.finditer(text.replace("’", "'"))
    ]


def content_words(text: str) -> list[str]:
    """The words that carry meaning, in order: no stop words, no single letters; a till, but not "till closing"."""
    found = words(text)
    return [
        word
        for at, word in enumerate(found)
        if (word.replace("'", "") not in STOP_WORDS and (len(word) > 1 or word.isdigit()))
        or (word in ("till", "tills") and _is_a_thing(found, at))
    ]


def _is_a_thing(found: list[str], at: int) -> bool:
    """Whether "till" is where money lies: after "the" or "count", before "drawer", or first of all."""
    after = found[at + 1] if at + 1 < len(found) else ""
    return found[at - 1] in _BEFORE_A_TILL if at else after not in _AFTER_UNTIL


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part that forms of an English word, and words for the same thing, share, roughly: the same for "cleaning",
    "cleaned" and "cleans", and for "fridge" and "cooler"."""
    word = meant_by(word.removesuffix("'s").replace("'", ""))
    for suffix in ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            base = word[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return base + "y"
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]  # stopping, stop
            return base.rstrip("e") if len(base) > 3 else base
    if word.endswith("ie") and len(word) > 4:
        return word[:-2] + "y"  # brownie, brownies
    return word.rstrip("e") if len(word) > 3 else word


@lru_cache(maxsize=10_000)  # the same passages are looked at again and again
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text, stop words included."""
    return frozenset(stem(word) for word in words(text))


SAME_STEM = 5
"""Letters from which a stem counts as the beginning of another: "calibrat" of "calibration"."""


def holds(held: frozenset[str], stem: str) -> bool:
    """Whether a stem is among others, or begins or goes on one of them, or is one of them but for a typo."""
    if stem in held or len(stem) < SAME_STEM:
        return stem in held
    long = [other for other in held if len(other) >= SAME_STEM and other[0] == stem[0]]
    if any(other.startswith(stem) or stem.startswith(other) for other in long):
        return True
    return not stem.isdigit() and any(
        DamerauLevenshtein.distance(stem, other, score_cutoff=1) <= 1 for other in long if len(other) > SAME_STEM
    )


def numbered_words(text: str) -> list[str]:
    """Parts named by their number, as written and each once: "week 2", "section 6.3", "step 4"."""
    return list(dict.fromkeys(" ".join(match.group(0).split()) for match in _NUMBERED.finditer(text)))


def without_guests_tables(text: str) -> str:
    """A text in which guests' tables have no number: no document says which they are, but many have a "Table 4"."""
    return _GUESTS.sub(lambda match: match["where"] or match["who"], text)


def section_numbers(text: str) -> list[str]:
    """The numbers of sections that a text names, each once: "6.4" of "section 6.4" and "manual 6.4", "3" of "§ 3"."""
    return list(dict.fromkeys(match.group(1) or match.group(2) for match in _SECTION.finditer(text)))


def code_words(text: str) -> list[str]:
    """What looks like an error code, part or model number in a text, as written, each once. Measures are none."""
    found = [match.group(0) for match in CODE.finditer(text)]
    return list(dict.fromkeys(word for word in found if not _MEASURE.fullmatch(word)))
