"""Questions about the wide world: what the router learns "nobody's subject" from."""

from __future__ import annotations

from pathlib import Path

BACKGROUND = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
"""One a line in the file beside this one."""
