"""The second ear for emergencies: what the rules of agents/hazards.py do not foresee, heard by its likeness.

Rules know who they find and why, but not every way to cry for help. A message in which they find nothing is compared
with what people in danger say, by kind of hazard, and with what only sounds like it (agents/alarms.py), by the
classifier that also routes: no language model is asked here either. What its form says of a message (a question about
how things are done, the past, a drill) counts as it does for the rules.

A message in which rules find an emergency is let by only when it is surely none: when it is like everyday talk and like
no alarm ("I got burned on that supplier deal").
"""

from __future__ import annotations

import asyncio
import logging
import re

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.emergencies import Message
from agents.hazards import HAZARDS
from agents.models.local_router import LocalRouter
from agents.routing import NOBODY, Decision, Method
from agents.triage import EMERGENCY_CHARACTERS, Emergency

log = logging.getLogger(__name__)

METHOD = Method(word_buckets=16384, words_length=0.9, piece=4, nobodys_share=0.5)
"""A short message hangs on a word, and often on a misspelt one: so more words than the router's, and pieces of them.
The area under the curve of alarms and look-alikes to `tune` on, by ear alone, was 0.955 with the router's method and
one class of alarms, 0.975 with these words, 0.987 with a class of each kind too, 0.988 with what was added since."""
ALARMING = 0.55
"""Probability (0..1) from which a message tells of an emergency, of whatever kind. Of the look-alikes to `tune` on,
0.984 are none (0.979 with 0.5, 0.992 with 0.6). Of 80 new ones that rules and ear met for the first time, they found 74
together (rules alone 52), and of 100 new look-alikes they took 6 for one (rules alone 5); what they missed was then
mended in general ways."""
SURELY_ALARMING = 0.8
"""The same for a message of FEW words, and for one with a turn of everyday speech in it: "on fire tonight"."""
CALM = 0.05
"""Probability under which a message that the rules take for an emergency is none. Of the 433 of the suite to `tune` on
the least has 0.079, of 197 new ones that rules found 0.139; of 24 new look-alikes that they took for one 11 have less
than this."""
PATIENCE = 0.5
"""Seconds that an emergency found by rules waits for that at most: an embedding takes 1 to 3 ms on a machine of one's
own, but may be a provider's."""
FEW = 2
"""Words beside those that only join ("and the glass") that are too few to tell what is happening."""
_JOINING = frozenset({"a", "an", "and", "but", "or", "so", "the", "then"})
_CODE = re.compile(r"(?!co2|n2|o2|nh3|h2s|cl2|so2)[a-z]{1,2}\d{1,3}")
"""A word that is a machine's code, and no gas: what goes on about it is the machine's."""

_HEADINGS = {hazard.kind: hazard.heading for hazard in HAZARDS}


class SecondEar:
    """Hears emergencies by their likeness to others. Fitted at first use, and kept as the router's state is."""

    def __init__(self, router: LocalRouter) -> None:
        """What the specialists of `router` are asked is everyday talk."""
        asked = [text for texts in router.examples.values() for text in texts]
        self._classifier = router.of_other_examples(
            ALARMS, nobodys=[*LOOK_ALIKES, *asked], method=METHOD, folder="alarms"
        )

    async def is_surely_calm(self, text: str) -> bool:
        """Whether a message that rules take for an emergency is none. False when that cannot be told now."""
        if not self._classifier.is_fitted:
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                decision = await self._decide(text[:EMERGENCY_CHARACTERS])
        except Exception as error:  # noqa: BLE001 - whatever fails here, the emergency card must not
            log.warning("The second ear could not hear (%s); the rule stands.", type(error).__name__)
            return False
        return 1 - decision.probabilities[NOBODY] < CALM

    async def _decide(self, text: str) -> Decision:
        # the examples are written as crews type, without apostrophes
        return await self._classifier.decide_text(re.sub("['’]", "", text))

    async def listen(self, text: str) -> Emergency | None:
        """The emergency that a message tells of as happening, or None; `matched` is the alarm that is most like it."""
        text = text[:EMERGENCY_CHARACTERS]
        message = Message(text)
        if any(map(_CODE.fullmatch, message.words)) or not any(True for _ in message.told()):
            return None
        decision = await self._decide(text)
        says_little = sum(word not in _JOINING for word in message.words) <= FEW
        enough = SURELY_ALARMING if message.is_idle or says_little else ALARMING
        if decision.route is None or 1 - decision.probabilities[NOBODY] < enough:
            return None
        return Emergency(decision.route, _HEADINGS[decision.route], decision.nearest)
