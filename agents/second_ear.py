"""The second ear for emergencies: what the rules of agents/hazards.py do not foresee, heard by its likeness.

Rules know who they find and why, but not every way to cry for help. A message in which they find nothing is compared
with what people in danger say, by kind of hazard, and with what only sounds like it (agents/alarms.txt), by the
classifier that also routes: no language model is asked here either. What its form says of a message (a question about
how things are done, the past, a drill) counts as it does for the rules, unless the likeness is beyond doubt.

A message in which rules find an emergency is let by only when it is surely none: when it is like everyday talk and like
no alarm ("I got burned on that supplier deal").
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping, Sequence

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.emergencies import Message
from agents.hazards import HAZARDS
from agents.models.local_router import LocalRouter
from agents.routing import NOBODY, Decision, Method
from agents.triage import EMERGENCY_CHARACTERS, Emergency

log = logging.getLogger(__name__)

ALARMING = 0.5
"""Probability (0..1) from which a message tells of an emergency, of whatever kind. Of 4,726 examples of alarms that
rules do not find and that have no other bound, fitted on three quarters of all and heard in the fourth, 3,851 have as
much, and 374 of 7,651 look-alikes, many of them written to be hard; with 0.4 it is 4,041 and 536, with 0.6 3,661 and
300. Rules and ear together found 218 of 220 emergencies of somebody who knew neither, and took 7 of 220 look-alikes for
one."""
METHOD = Method(word_buckets=16384, words_length=0.6, piece=4, nobodys_share=0.5)
"""A short message hangs on a word, and often on a misspelt one: so more words than the router's, and pieces of them.
The area under the curve of alarms and look-alikes to `tune` on, by ear alone, was 0.955 with the router's method and
one class of alarms, 0.975 with more words, 0.987 with a class of each kind too. Told apart in 700 messages of other
writers, one half by examples of the other, 0.6 as the words' length is as good as 0.9 or better; sharper kernels, more
landmarks, words apart, and names of concepts and signs as more words gained nothing."""
SURELY_ALARMING = 0.7
"""The same for a message of FEW words, and for one with a turn of everyday speech in it: "on fire tonight". Of 172
such alarms, measured in the same way, 136 have as much, and 28 of 1,243 look-alikes; with 0.6 it is 140 and 41, with
0.8 123 and 18."""
AGAINST_FORM = 0.85
"""The same for a text that asks how things are done, tells of the past, names a machine's code or goes on with what was
asked before: 52 of 117 and 14 of
1,506; with 0.75 it is 62 and 23, with 0.95 36 and 4."""
IN_PASSING = 0.7
"""The same for one sentence of several, heard by itself: an emergency is told in passing too, between the delivery and
the broken till. Of 300 examples of alarms put among two to five everyday messages, half of these look-alikes, and one
half of all heard when the other was learned from, 215 were heard; of 300 messages without an alarm 12 were taken for
one."""
CALM = 0.015
"""Probability under which a message that the rules take for an emergency is none, when all its sentences have less. Of
the emergencies of the suite to `tune` on the least has 0.14. Of 2,920 examples of alarms that rules find, one half of
all judged when the other was learned from, 2 have less than this, and 49 of 386 look-alikes that they take for one;
less than 0.03 have 6 and 88. `evals/fit_second_ear.py` measures this and the bounds before."""
PATIENCE = 0.5
"""Seconds that an emergency found by rules waits for that at most: an embedding takes 1 to 3 ms on a machine of one's
own, but may be a provider's."""
FEW = 2
"""Words beside those that only join ("and the glass") that are too few to tell what is happening."""
TELLING = 4
"""Words of a sentence that may tell something by itself."""
_JOINING = frozenset({"a", "an", "and", "but", "or", "so", "the", "then"})
_CODE = re.compile(r"(?!co2|n2|o2|nh3|h2s|cl2|so2|r\d{2,3})[a-z]{1,2}\d{1,3}")
"""A word that is a machine's code, and no gas: what goes on about it is the machine's."""
_CODE_WORD = re.compile(rf"\b{_CODE.pattern}\b", re.IGNORECASE)

_GOES_ON = re.compile(
    r"\W*(?:(?:and )?(?:what|how) about|and(?=.*\?\W*$)|(?:and|no|now) (?:the|for|with))\b(?: [\w'’,-]+){1,6}\W*$",
    re.IGNORECASE,
)
"""A few words that go on with what was asked before: "and the floor drains"."""
_THE_OTHER = re.compile(
    r"\W*(?:and|or|what about|how about) (?:the|a|this|that)\b(?: [\w'’-]+){0,3} ones?\W*$", re.IGNORECASE
)
"""Asks about another of what was spoken of, and tells of nothing: "and the red one"."""
_WHAT_LIKE = re.compile(
    r"\W*(?:so |and |hey )?what(?:'?s| does| do| is)? (?:[\w'’-]+ ){1,6}(?:smell|look|feel|sound|taste)s? like\W*$",
    re.IGNORECASE,
)
"""Asks how something is told: "what does a stroke look like"."""
_LAUGHTER = re.compile(r"\b(?:lol+|lmf?ao+|rofl|(?:ha){2,}h?|(?:ja){2,})\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")

_HAZARDS = {hazard.kind: hazard for hazard in HAZARDS}


class SecondEar:
    """Hears emergencies by their likeness to others. Fitted at first use, and kept as the router's state is."""

    def __init__(
        self,
        router: LocalRouter,
        alarms: Mapping[str, Sequence[str]] = ALARMS,
        look_alikes: Sequence[str] = LOOK_ALIKES,
    ) -> None:
        """What the specialists of `router` are asked is everyday talk. Others than all examples are for measuring."""
        asked = [text for texts in router.examples.values() for text in texts]
        self._classifier = router.of_other_examples(
            alarms, nobodys=[*look_alikes, *asked], method=METHOD, folder="alarms"
        )

    async def is_surely_calm(self, text: str) -> bool:
        """Whether a message that rules take for an emergency is none. False when that cannot be told now."""
        if not self._classifier.is_fitted:
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.alarm(text) < CALM
        except Exception as error:  # noqa: BLE001 - whatever fails here, the emergency card must not
            log.warning("The second ear could not hear (%s); the rule stands.", type(error).__name__)
            return False

    async def alarm(self, text: str) -> float:
        """The probability (0..1) that a message tells of an emergency, by the most alarming of its sentences or as a
        whole."""
        decisions = await self._decide(_parts(text[:EMERGENCY_CHARACTERS]))
        return max(1 - decision.probabilities[NOBODY] for decision in decisions)

    async def _decide(self, texts: Sequence[str]) -> list[Decision]:
        # the examples are written as crews type, without apostrophes, and letters of a code are like no words
        plain = [_CODE_WORD.sub("the error", re.sub("['’]", "", text)) for text in texts]
        return await self._classifier.decide_texts(plain)

    async def listen(self, text: str) -> Emergency | None:
        """The emergency that a message tells of as happening, or None; `matched` is the alarm that is most like it."""
        if _THE_OTHER.match(text) or _WHAT_LIKE.match(text):
            return None
        whole, *sentences = _parts(text[:EMERGENCY_CHARACTERS])
        needed = {whole: enough(whole)} | {each: max(enough(each), IN_PASSING) for each in sentences}
        for part, decision in zip(needed, await self._decide(list(needed)), strict=True):
            if decision.route is not None and 1 - decision.probabilities[NOBODY] >= needed[part]:
                return Emergency(_HAZARDS[decision.route], decision.nearest)
        return None


def _parts(text: str) -> list[str]:
    """A message, and each of its sentences that may tell something by itself when it has several."""
    sentences = _SENTENCE_END.split(text.strip())
    told = [each for each in sentences if len(each.split()) >= TELLING] if len(sentences) > 1 else []
    return [text, *dict.fromkeys(told)]


def enough(text: str) -> float:
    """The probability from which a text tells of an emergency."""
    serious = _LAUGHTER.sub(" ", text)  # who laughs off a pain has it still
    message = Message(serious)
    if any(map(_CODE.fullmatch, message.words)) or not any(True for _ in message.told()) or _GOES_ON.match(text):
        return AGAINST_FORM
    says_little = sum(word not in _JOINING for word in message.words) <= FEW
    return SURELY_ALARMING if message.is_idle or says_little or serious != text else ALARMING
