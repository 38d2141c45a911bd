"""Whether a turn needs the earlier ones to be understood: a small logistic formula over what stands in it.

A turn leans on earlier ones by what it points with ("it", "that", "another"), by what it lacks (a subject of its own)
and by how it opens ("and", "what about"). No model is asked: the same turn gets the same answer, in microseconds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from itertools import pairwise

from knowledge.lexicon import CODE, code_words, content_words

CONTEXT_TURNS = 4
"""Earlier user turns that are searched with a follow-up; older ones are another subject more often than not."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Whether a turn needs the earlier ones to be understood, which they are (oldest first), and why."""

    needs_context: bool
    previous: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a turn is judged by (0 or 1 but for `subjects`), or how much each of these counts.

    `pointing`: a pronoun of the third person before any name; `demonstrative`: "this", "those"; `other`: "one", "same",
    "else", "more"; `going_on`: it opens with "and", "so"; `about`: with "what about"; `asking`: with a question word;
    `auxiliary`: with "does", "is"; `subjects`: the logarithm of one more than the words that name a subject; `nothing`:
    no telling word at all; `full_name`: two capitalised words together; `code`: an error code or part number that no
    earlier turn named, for those name no subject of its own; `self`: it speaks of the crew ("I", "our"); `past`: it
    asks for what was, and names nobody; `past_before`: so did the earlier turns, and it names nobody; `fragment`: up to
    three words that ask nothing, with "the" or a question mark, or what is said of something that is not named: "safe
    for egg allergy?"; `correction`: "no, the oven", "I meant the oven".
    """

    pointing: float
    demonstrative: float
    other: float
    going_on: float
    about: float
    asking: float
    auxiliary: float
    subjects: float
    nothing: float
    full_name: float
    code: float
    self: float
    past: float
    past_before: float
    fragment: float
    correction: float


NAMES = tuple(field.name for field in fields(Signs))
BIAS = 2.07
WEIGHTS = Signs(
    pointing=3.27,
    demonstrative=0.82,
    other=1.20,
    going_on=1.96,
    about=1.44,
    asking=0.86,
    auxiliary=1.21,
    subjects=-3.26,
    nothing=-0.78,
    full_name=-1.38,
    code=-1.31,
    self=-0.66,
    past=0.33,
    past_before=2.08,
    fragment=2.79,
    correction=2.60,
)
"""Fitted by `evals/fit_follow_ups.py` on conversations about people and places, on crews' turns and on questions that
stand alone, each set's `tune` part. Right for 0.937 of the conversations' turns in `tune` and 0.945 in `report`, for
0.943 and 0.915 of the crews'."""

FRAGMENT = 3
"""Words that a fragment has at most."""
EXPLAINED = 2
"""Words that name a subject from which on a pronoun points to something in the turn itself."""

# --- the words --------------------------------------------------------------------------------------------------------

_POINTING = frozenset("he she it they him her them his hers its their theirs himself herself itself themselves".split())
_DEMONSTRATIVE = frozenset("this that these those".split())
_OTHER = frozenset(
    "one ones same such else other others another more also too again instead any additional further".split()
)
_GOING_ON = frozenset("and but or so then ok okay also plus".split())
_ASKING = frozenset("what who when where why how which".split())
_AUXILIARY = frozenset("did does do is was were are has have had can could will would".split())
_SELF = frozenset("i we you me us my our your im ive id".split())
_LIGHT = frozenset(
    "temperature temperatures degree degrees celsius fahrenheit minute minutes hour hours day days week weeks month "
    "months year years second seconds amount size step steps part parts number numbers way ways reason reasons "
    "thing things time times kind type sort place end side rest half happen happens happened mean means meant take "
    "takes took taken use used uses using try tried trying put puts write call called calls keep keeps kept find "
    "found work works worked working do doing done start started stop stopped check checked change changed look "
    "looks see saw show shows shown send sent sign signs come comes came give gives gave wait often long many much "
    "hot cold warm strong soon fast far big high deep short first third last next new old good bad safe dangerous "
    "ok okay still already yet even maybe really back away test tests know knew think want wanted wants like needed "
    "less enough ever different wrong right left lower higher leave become became begin began release released "
    "receive received play played win won perform performed made interesting important aspects aspect information "
    "article famous known notable success successful".split()
)
"""Telling words that name no subject: what is measured, what is done, how it is."""
_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:['’][A-Za-z]+)?")
_ABOUT = re.compile(r"^\W*(?:and |but |so |ok |okay )?(?:what|how) about\b", re.IGNORECASE)
_DUMMY = re.compile(
    r"\b(?:(?:is it|it is|it['’]?s) (?:(?:still|even|really) )?"
    r"(?:ok|okay|safe|allowed|true|legal|normal|possible|important|necessary|time)|"
    r"there['’]?s|there (?:is|are|was|were)|(?:is|are|was|were) there|"
    r"this (?:morning|afternoon|evening|week|weekend|month|year))\b",
    re.IGNORECASE,
)
"""Where "it", "there" and "this" point to nothing."""
_PREDICATE = re.compile(
    r"^\W*(?:still )?(?:safe|ok|okay|good|fine|enough|allowed|suitable|bad) (?:for|with|after|till|until)\b",
    re.IGNORECASE,
)
"""Something is said of what is not named."""
_PAST = re.compile(
    r"^\W*(?:(?:what|who|when|where|why|how|which)\b(?:\W+\w+){0,3}?\W+)?(?:did|was|were|had)\b", re.IGNORECASE
)
"""A question about what was."""


_CORRECTION = re.compile(
    r"^\W*(?:no+|nope|nah|sorry|oops)\b(?:\s*[,.!-]|(?=\W+(?:the|not|its|it['’]s|for|on|in|my|our|i)\b))|"
    r"\b(?:i|we) (?:meant?|was asking)\b(?! (?:to|well)\b)",
    re.IGNORECASE,
)
"""A turn that takes back what was asked. "no hot water" takes nothing back."""


def signs(text: str, user_turns: Sequence[str]) -> Signs:
    """What stands in a turn after these earlier user turns (oldest first)."""
    spoken = text.lower() if text.isupper() else text  # capitals throughout name nobody
    said = _WORD.findall(spoken)
    lower = [word.lower().replace("’", "'") for word in said]
    first = lower[0] if lower else ""
    is_name = [n > 0 and word[0].isupper() and word != "I" for n, word in enumerate(said)]
    known = {code.lower() for turn in user_turns for code in code_words(turn)}
    telling = [word for word in content_words(spoken) if word not in known]
    names_nobody = not any(is_name)
    return Signs(
        pointing=float(_pointing(spoken) is not None),
        demonstrative=float(any(word.lower() in _DEMONSTRATIVE for word in _WORD.findall(_DUMMY.sub(" ", spoken)))),
        other=float(any(word in _OTHER for word in lower)),
        going_on=float(first in _GOING_ON),
        about=float(_ABOUT.match(spoken) is not None),
        asking=float(first in _ASKING),
        auxiliary=float(first in _AUXILIARY),
        subjects=math.log1p(sum(word not in _LIGHT for word in telling)),
        nothing=float(not telling),
        full_name=float(any(one and other for one, other in pairwise(is_name))),
        code=float(any(code.lower() not in known for code in CODE.findall(spoken))),
        self=float(any(word in _SELF for word in lower)),
        past=float(names_nobody and _PAST.search(spoken) is not None),
        past_before=float(names_nobody and any(_PAST.search(turn) for turn in user_turns)),
        fragment=float(
            _PREDICATE.match(spoken) is not None
            or (
                len(lower) <= FRAGMENT
                and first not in _ASKING | _AUXILIARY
                and (first == "the" or spoken.rstrip().endswith("?"))
            )
        ),
        correction=float(_CORRECTION.search(spoken) is not None),
    )


def _pointing(text: str) -> str | None:
    """The first pronoun of the third person that nothing before it in the turn explains, or None."""
    subjects = 0
    for number, word in enumerate(_WORD.findall(_DUMMY.sub(" ", text))):
        if word.lower().replace("’", "'") in _POINTING:
            return word.lower()
        if number > 0 and word[0].isupper() and word != "I":
            return None
        subjects += _names_subject(word)
        if subjects == EXPLAINED:
            return None
    return None


def _names_subject(word: str) -> bool:
    return bool(content_words(word)) and word.lower() not in _LIGHT


def chance(found: Signs) -> float:
    """The chance (0..1) that a turn with these signs needs the earlier ones."""
    logit = BIAS + sum(value * weight for value, weight in zip(astuple(found), astuple(WEIGHTS), strict=True))
    return 1 / (1 + math.exp(-logit))


def resolve_follow_up(text: str, user_turns: Sequence[str]) -> FollowUp:
    """Whether a turn leans on the earlier ones; a first turn never does, for there is nothing it could lean on."""
    if not user_turns:
        return FollowUp(False)
    previous = tuple(user_turns[-CONTEXT_TURNS:])
    found = signs(text, previous)
    if chance(found) < 0.5:
        return FollowUp(False)
    return FollowUp(True, previous, _reason(text, found))


def _reason(text: str, found: Signs) -> str:
    """The plainest of the signs, in words."""
    lower = [word.lower() for word in _WORD.findall(text)]
    if found.nothing:
        return "it names no subject"
    if found.about or found.going_on:
        return f"it goes on with “{' '.join(lower[:2]) if found.about and not found.going_on else lower[0]}”"
    pointing = _pointing(text) or next((word for word in lower if word in _DEMONSTRATIVE), None)
    if pointing is not None and (found.pointing or found.demonstrative):
        return f"it points back with “{pointing}”"
    if found.correction:
        return "it takes back what was asked"
    if found.fragment:
        return f"it says only “{' '.join(_WORD.findall(text))}”"
    if found.other:
        return f"it asks for “{next(word for word in lower if word in _OTHER)}”"
    return "it does not say what it is about" if found.subjects else "it names no subject"


# --- answers to a question back ---------------------------------------------------------------------------------------

_NEW = re.compile(
    r"^\W*(how|what|whats|where|when|who|which|why|can|could|do|does|is|are|should|teach|quiz|test|hi|hello|thanks|"
    r"thank)\b",
    re.I,
)


def asks_something_new(text: str) -> bool:
    """Whether a message that could be an answer to a question is a question of its own."""
    return bool(_NEW.match(text)) and (text.rstrip().endswith("?") or len(text.split()) >= 4)
