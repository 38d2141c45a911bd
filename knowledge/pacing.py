"""Who goes first: work that can wait stands back while questions are answered."""

from __future__ import annotations

import time

ANSWERING = 0.1
"""Seconds after a search for which its question counts as being answered: most turns are over by then."""
PATIENCE = 0.2
"""Seconds that a piece of work stands back at most: however much is asked, an ingest goes on."""


class Pacing:
    """When a question was last searched for, for those whose work would slow its answer. Safe to use from threads."""

    def __init__(self) -> None:
        self._asked = -ANSWERING

    def asked(self) -> None:
        """Notes that a question is being answered now."""
        self._asked = time.monotonic()

    def stand_back(self) -> None:
        """Blocks while questions are being answered, for `PATIENCE` at most; returns at once when there are none."""
        until = time.monotonic() + PATIENCE
        while (wait := min(self._asked + ANSWERING, until) - time.monotonic()) > 0:
            time.sleep(wait)
