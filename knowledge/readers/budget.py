"""What a workbook or a set of slides may take of time, cells and characters."""

from __future__ import annotations

import time

from knowledge.errors import DocumentRefused
from knowledge.readers.refusals import too_slow

MAX_CELLS = 2_000_000
"""Filled cells of a workbook."""
MAX_AREA = 8_000_000
"""Cells of the rectangles around the filled cells of all sheets."""
MAX_CHARACTERS = 20_000_000
"""Characters of the texts of a workbook, counted wherever they are shown."""


class Budget:
    """What a workbook or a set of slides may still take of time, cells and characters."""

    def __init__(self, name: str, deadline: float) -> None:
        self.name = name
        self._deadline = deadline
        self._cells = self._area = self._characters = 0

    def refusal(self, reason: str) -> DocumentRefused:
        """The refusal of a file that is beyond a limit."""
        return DocumentRefused("security_risk", f"“{self.name}” is too large: {reason}.", "Split it.")

    def check_time(self, where: str) -> None:
        """Raises DocumentRefused when the deadline is over; `where` says how far the reading came."""
        if time.monotonic() > self._deadline:
            raise too_slow(self.name, where)

    def spend(self, *, cells: int = 0, area: int = 0, characters: int = 0) -> None:
        """Counts what was found; raises DocumentRefused when it is more than is read."""
        self._cells += cells
        self._area += area
        self._characters += characters
        if self._cells > MAX_CELLS:
            raise self.refusal(f"more than {MAX_CELLS:,} cells are filled")
        if self._area > MAX_AREA:
            raise self.refusal(f"its filled cells lie further apart than {MAX_AREA:,} cells; clear stray ones")
        self.check_characters(self._characters)

    def check_characters(self, count: int) -> None:
        """Raises DocumentRefused when texts have more characters than are read."""
        if count > MAX_CHARACTERS:
            raise self.refusal(f"its texts have more than {MAX_CHARACTERS:,} characters")
