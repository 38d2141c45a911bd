"""Questions for what a name means, and texts that say it."""

from __future__ import annotations

import re

_MEANING = re.compile(
    r"\W*(?:what(?:'?s| is| are| does)?|who(?:'?s| is| are)?|define|(?:meaning|definition) of) (?:(?:an?|the|by) )?"
    r"(?P<name>[\w&/-]+(?: (?!mean|stand|short)[\w&/-]+)?)(?: (?:mean|stand for|short for))?\W*$",
    re.IGNORECASE,
)


def name_asked(question: str) -> str:
    """The name of which a question asks what it means, one or two words of it; "" when it asks something else."""
    asked = _MEANING.match(question)
    return asked["name"] if asked is not None else ""


_BEFORE = 80
"""Characters before a name in brackets in which the words that it is short for stand."""


def tells_meaning(text: str, name: str) -> bool:
    """Whether a text says what a name means: it stands at the head of a sentence or row that tells, or in brackets
    behind the words it is short for."""
    escaped = re.escape(name)
    told = rf"^(?:(?:an?|the) )?{escaped}(?: \(.{{2,60}}\))?(?: is\b| are\b| means?\b| stands for\b|:| \|)"
    return re.search(told, text, re.IGNORECASE) is not None or spells_out(text, name)


def spells_out(text: str, name: str) -> bool:
    """Whether a name stands in brackets behind words that have its letters in order: "angle of attack (AOA)"."""
    letters = re.findall(r"\w", name.lower())
    for found in re.finditer(rf"\({re.escape(name)}s?\)", text, re.IGNORECASE):
        before = text[max(found.start() - _BEFORE, 0) : found.start()].lower()
        for start in re.finditer(r"\b\w", before):
            rest = iter(before[start.start() :])
            if start.group() == letters[0] and all(letter in rest for letter in letters):
                return True
    return False
