"""A measured number of a public set, and the bar it is held against."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, pstdev

Tell = Callable[[str], None]
"""Takes one line of progress."""


def to_stderr(line: str) -> None:
    """Writes a line to stderr."""
    sys.stderr.write(line + "\n")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. `value` is None where the set gives no data for it; `note` then says why.

    `bar` is the best of the simple systems without tuning, `half_width` half of its 95 % interval: `value` is better
    only when it passes the bar by more than that, upwards unless `less_is_better`.
    """

    subject: str
    set_name: str
    size: int
    metric: str
    value: float | None
    bar: float | None = None
    half_width: float | None = None
    note: str = ""
    less_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Measuring:
    """How sets are measured. `cache` is a folder where what was embedded is kept for the next time.

    `tune`: what is asked comes from the part that constants are chosen on, which no bar was measured on. `beside`: the
    bar is the simple system asked the same here, not what it got elsewhere, on questions that the set may not hold.
    """

    tell: Tell = to_stderr
    cache: Path | None = None
    tune: bool = False
    beside: bool = False


def bar_beside(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The bar that another system sets by what it got for the same cases, and half of the 95 % interval of the
    difference."""
    differences = [one - other for one, other in zip(ours, theirs, strict=True)]
    return fmean(theirs), 1.96 * pstdev(differences) / math.sqrt(len(differences))


@dataclass(frozen=True, slots=True)
class Form:
    """A form of benchmark data: `fits(folder)` tells whether a folder has it, `measure(folder, how)` runs it.

    `tunes`: it has a part to choose constants on.
    """

    name: str
    fits: Callable[[Path], bool]
    measure: Callable[[Path, Measuring], Iterable[Figure]]
    tunes: bool = False
