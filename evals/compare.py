"""Two runs compared case by case: what was fixed, what was broken, what stayed as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evals.reports import CaseState, CaseSummary, SavedReport

Change = Literal["fixed", "broken", "unchanged", "new", "gone", "no data"]
CHANGES: tuple[Change, ...] = ("broken", "fixed", "unchanged", "new", "gone", "no data")


@dataclass(frozen=True, slots=True)
class Compared:
    """A case before and now; None where it was not run."""

    suite: str
    split: str
    name: str
    before: CaseSummary | None
    now: CaseSummary | None

    @property
    def change(self) -> Change:
        if self.before is None:
            return "new"
        if self.now is None:
            return "gone"
        before, now = _passes(self.before.state), _passes(self.now.state)
        if before is None or now is None:
            return "no data"
        if before == now:
            return "unchanged"
        return "fixed" if now else "broken"


@dataclass(frozen=True, slots=True)
class MetricChange:
    """An average before and now. `clear`: the two 95 % intervals do not overlap."""

    suite: str
    metric: str
    before: float
    now: float
    clear: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run held against a baseline. `other_cases` names the suites whose cases are not the baseline's, and
    `other_specialists` the specialists whose files are not, as far as both reports tell them.
    """

    cases: tuple[Compared, ...]
    metrics: tuple[MetricChange, ...]
    other_cases: tuple[str, ...]
    other_specialists: tuple[str, ...] = ()

    @property
    def notes(self) -> list[str]:
        """What else differs, each in a sentence."""
        cases = [
            f"The cases of {s} are not those of the baseline: its averages do not compare." for s in self.other_cases
        ]
        return cases + [f"The file of the specialist {name} is another one." for name in self.other_specialists]

    def of(self, change: Change) -> list[Compared]:
        """The cases that changed so."""
        return [case for case in self.cases if case.change == change]

    @property
    def still_failing(self) -> list[Compared]:
        """The unchanged cases that are not as expected."""
        return [case for case in self.of("unchanged") if case.now is not None and not _passes(case.now.state)]

    @property
    def told(self) -> str:
        """The counts in words: "1 broken, 5 unchanged (2 of them failing)"."""
        failing = f" ({len(self.still_failing)} of them failing)" if self.still_failing else ""
        counts = [
            f"{count} {change}{failing if change == 'unchanged' else ''}" for change, count in self.counts.items()
        ]
        return ", ".join(counts) or "no cases in common"

    @property
    def counts(self) -> dict[Change, int]:
        """How many cases changed in each way, those ways left out that none did."""
        return {change: count for change in CHANGES if (count := len(self.of(change)))}


def compare(now: SavedReport, baseline: SavedReport) -> Comparison:
    """A run against a baseline, over the suites that both ran."""
    before = {suite.name: suite for suite in baseline.suites}
    cases: list[Compared] = []
    metrics: list[MetricChange] = []
    other: list[str] = []
    for suite in now.suites:
        old = before.get(suite.name)
        if old is None:
            continue
        if old.dataset_hash != suite.dataset_hash and not (old.narrowed or suite.narrowed):
            other.append(suite.name)
        for split in ("report", "tune"):
            mine = {case.name: case for case in suite.splits[split].cases} if split in suite.splits else {}
            theirs = {case.name: case for case in old.splits[split].cases} if split in old.splits else {}
            names = mine if suite.narrowed else {**mine, **theirs}
            cases += [Compared(suite.name, split, name, theirs.get(name), mine.get(name)) for name in names]
        metrics += _metrics(suite.name, now, baseline)
    files, old_files = now.about.specialists, baseline.about.specialists
    changed = [name for name in {**old_files, **files} if files.get(name) != old_files.get(name)]
    return Comparison(tuple(cases), tuple(metrics), tuple(other), tuple(sorted(changed)) if files and old_files else ())


def _metrics(suite: str, now: SavedReport, baseline: SavedReport) -> list[MetricChange]:
    def figures(report: SavedReport):
        [found] = [one for one in report.suites if one.name == suite]
        return {f.metric: f for f in found.splits["report"].figures} if "report" in found.splits else {}

    mine, theirs = figures(now), figures(baseline)
    changes: list[MetricChange] = []
    for metric, figure in mine.items():
        old = theirs.get(metric)
        if old is None or None in (figure.low, figure.high, old.low, old.high):
            continue
        assert figure.low is not None
        assert figure.high is not None
        assert old.low is not None
        assert old.high is not None
        clear = figure.low > old.high or figure.high < old.low
        changes.append(MetricChange(suite, metric, old.value, figure.value, clear))
    return changes


def _passes(state: CaseState) -> bool | None:
    return {"passed": True, "failed": False, "error": False}.get(state)
