"""The second ear for emergencies: what the rules of agents/hazards.py do not foresee, heard by its likeness.

Rules know who they find and why, but not every way to cry for help. A message in which they find nothing is compared
with what people in danger say and with what only sounds like it (agents/alarms.py), by the classifier that also routes:
no language model is asked here either. What its form says of a message (a question about how things are done, the past,
a drill) counts as it does for the rules.
"""

from __future__ import annotations

import re

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.emergencies import Message
from agents.hazards import HAZARDS
from agents.models.local_router import LocalRouter
from agents.triage import EMERGENCY_CHARACTERS, Emergency

ALARM = "emergency"
CALM = "everyday talk"
ALARMING = 0.75
"""Probability (0..1) from which a message tells of an emergency. Of 115 new ones, rules and ear missed 15 together and
10 with 0.6 (rules alone 49); of the look-alikes to `tune` on, 0.982 are none, and 0.964 with 0.6."""
SURELY_ALARMING = 0.9
"""The same for a message of FEW words, and for one with a turn of everyday speech in it: "on fire tonight"."""
FEW = 2
"""Words beside those that only join ("and the glass") that are too few to tell what is happening."""
_JOINING = frozenset({"a", "an", "and", "but", "or", "so", "the", "then"})
_CODE = re.compile(r"(?!co2|n2|o2)[a-z]{1,2}\d{1,3}")
"""A word that is a machine's code: what goes on about it is the machine's."""

_KINDS = {message: kind for kind, messages in ALARMS.items() for message in messages}
_HEADINGS = {hazard.kind: hazard.heading for hazard in HAZARDS}


class SecondEar:
    """Hears emergencies by their likeness to others. Fitted at first use, and kept as the router's state is."""

    def __init__(self, router: LocalRouter) -> None:
        """What the specialists of `router` are asked is everyday talk."""
        asked = [text for texts in router.examples.values() for text in texts]
        self._classifier = router.of_other_examples(
            {ALARM: list(_KINDS), CALM: [*LOOK_ALIKES, *asked]}, folder="alarms"
        )

    async def listen(self, text: str) -> Emergency | None:
        """The emergency that a message tells of as happening, or None; `matched` is the alarm that is most like it."""
        text = text[:EMERGENCY_CHARACTERS]
        message = Message(text)
        if any(map(_CODE.fullmatch, message.words)) or not any(True for _ in message.told()):
            return None
        decision = await self._classifier.decide_text(text)
        says_little = sum(word not in _JOINING for word in message.words) <= FEW
        enough = SURELY_ALARMING if message.is_idle or says_little else ALARMING
        if decision.route != ALARM or decision.confidence < enough:
            return None
        kind = _KINDS.get(decision.nearest, "medical")
        return Emergency(kind, _HEADINGS[kind], decision.nearest)
