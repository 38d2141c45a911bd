"""Whether an answer to a quiz question is right, and whether it is meant as an answer at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_lowercase

from rapidfuzz import fuzz

from knowledge.codes import normalise_code
from knowledge.lexicon import STOP_WORDS, code_words, words
from tools.chatter import asks_about_work
from tools.measures import is_same_amount, numbers
from tools.questions import STEPS, Question

ALIKE = 85.0
"""rapidfuzz ratio (0..100) from which a typed word counts as the expected one: forgives a typo, not another word."""
SHORT_WORD = 3
"""Letters up to which a word must be typed exactly."""
NUMBER_WORDS = 8
"""Words up to which a message with a number may be an answer that asks for one."""
ASKED_WORDS = 3
"""Words up to which an answer may be put as a question: "is it 165 degrees?"."""

_SAYING = re.compile(
    r"^\W*(?:(?:(?:my|the) (?:answer|order)|answer|the code|code|it'?s|it|i think|i guess|i'?d say|i say|maybe|"
    r"probably|um+|uh+|is|that'?s|that|would be|must be|should be|about)\b[\s:,]*)+",
    re.IGNORECASE,
)


def is_right(question: Question, answer: str) -> bool:
    """Whether an answer says what the span says: amounts must be equal, words may have a typo, letters be in order."""
    said = _SAYING.sub("", answer).strip(" .!?,;:\"'") or answer.strip()
    if question.kind == "order":
        return question.expected.lower() in _orders(said)
    if numbers(question.expected):
        return is_same_amount(question.expected, said)
    if any(letter.isdigit() for letter in question.expected):
        return _code_form(question.expected) in {_code_form(said), *map(_code_form, said.split())}
    wanted, given = _telling(question.expected), _telling(said)
    if _NEGATIONS.intersection(wanted) != _NEGATIONS.intersection(given) or len(given) > 2 * len(wanted) + 1:
        return False
    return bool(wanted) and all(_is_typed(word, given) for word in wanted)


def is_attempt(question: Question, answer: str) -> bool:
    """Whether a message may be meant as the answer to a question, right or wrong; "lol" or a question of its own is
    not."""
    said = answer.strip().lower()
    count = len(said.split())
    if not said or said.strip(" .!?") in _CHATTER:
        return False
    bare = _SAYING.sub("", answer)
    if question.kind == "order":
        return bool(_orders(bare))
    if asks_about_work(answer) and len(bare.split()) > ASKED_WORDS:
        return False
    if code_words(answer) and not any(letter.isdigit() for letter in question.expected):
        return False
    if numbers(question.expected) and numbers(answer):
        return count <= NUMBER_WORDS and not _ELSE.match(said)
    if said.endswith("?") or _ELSE.match(said):
        return False
    if numbers(question.expected):
        return count <= 2 and not _YES_NO.keys() & set(said.split())
    return count <= max(5, 2 * len(question.expected.split()) + 1)


_CHATTER = frozenset(
    "brb busy cool damn fine good great ha haha hahaha hello hey hi hm hmm huh k lol nice oh ok okay omg "
    "really right sorry sure thanks thx ty uh um wait what why wow".split()
) | {"thank you", "hold on", "one sec", "one moment", "oh no", "oh ok"}
_ELSE = re.compile(
    r"^\W*(wait|hold on|hang on|btw|by the way|hey|actually|sorry|excuse me|help|please|can|could|do you|does|who|what "
    r"(?!about)|whats|what's|when|where|which|why|how (?!about)|my|our|the (?!answer)|there)\b"
)


def _orders(said: str) -> set[str]:
    """The orders that a text may name: its letters, "B, C, A" or "bca", in small letters; empty when it names none."""
    tokens = re.findall(r"[a-z]+", said.lower())
    letters = [token for token in tokens if token not in ("and", "then", "the", "order", "is", "first", "next", "last")]
    one_by_one = all(len(token) == 1 for token in letters) and len(letters) > 1
    if one_by_one:
        return {"".join(letters)}
    choices = set(ascii_lowercase[: STEPS[-1]])
    return {token for token in letters if len(letters) == 1 and len(token) > 1 and set(token) <= choices}


def _code_form(text: str) -> str:
    """A code as it is compared: "e5" and "E-05" are the same."""
    return re.sub(r"(?<=[a-z])0+(?=\d)", "", normalise_code(text))


_YES_NO = {"yes": "yes", "yeah": "yes", "yep": "yes", "yup": "yes", "no": "no", "nope": "no", "nah": "no"}
_NEGATIONS = frozenset({"no", "not", "never", "none"})
_PASSED_OVER = (
    STOP_WORDS - _NEGATIONS - frozenset("yes may all only up down on off in out before after over under".split())
)


def _telling(text: str) -> list[str]:
    """The words of a typed answer that decide whether it is right."""
    return [_YES_NO.get(word, word) for word in words(text) if word not in _PASSED_OVER]


def _is_typed(word: str, given: Iterable[str]) -> bool:
    """Whether a word was typed, a slip in a long one forgiven: one slip in "K" makes another class."""
    if len(word) <= SHORT_WORD:
        return word in given
    return any(fuzz.ratio(word, other) >= ALIKE for other in given)
