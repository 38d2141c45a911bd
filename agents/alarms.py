"""What people say in danger, and what only sounds like it: the examples that the second ear learns from.

They stand in the file beside this one, one a line under the kind of hazard, as crews type and shout: fragments, no
verbs, no commas, half in Spanish. None is a case of the emergency suite.
"""

from __future__ import annotations

from pathlib import Path


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    sections = path.read_text("utf-8").removeprefix("[").split("\n[")
    return {kind: tuple(lines.splitlines()) for kind, _, lines in (section.partition("]\n") for section in sections)}


ALARMS = _read(Path(__file__).with_suffix(".txt"))
"""Messages of people in danger, by the kind of hazard (agents/hazards.py)."""
LOOK_ALIKES = ALARMS.pop("look-alikes")
"""Everyday speech, faults of machines, questions about rules, and the past: nobody is in danger."""
