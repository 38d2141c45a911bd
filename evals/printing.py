"""A run as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_evals.reporting.analyses import ConfusionMatrix, ScalarResult
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.version import Commit
from evals.compare import Comparison
from evals.evaluators.thresholds import Check
from evals.reports import CaseSummary, SavedReport, SuiteReport
from evals.statistics import Figure
from knowledge.words import counted

MARKS = {
    "passed": "[green]✓[/]",
    "failed": "[red]✗[/]",
    "error": "[red]![/]",
    "no data": "[yellow]–[/]",
    "not judged": "[dim]·[/]",
    "stopped": "[yellow]■[/]",
}
NAMED = 6
"""Failing cases that a threshold names here; the case table and the saved report have all of them."""


def print_suite(console: Console, suite: SuiteReport, *, every_case: bool) -> None:
    """Prints a suite: its thresholds, averages with intervals, confusion matrix, and the cases with their reasons."""
    counts = ", ".join(f"{len(part.cases)} {split}" for split, part in suite.splits.items())
    console.print(
        f"\n{MARKS[suite.state]} [bold]{suite.name}[/]  {suite.state}  [dim]{counts}; {suite.seconds:.1f} s[/]"
    )
    for check in suite.checks:
        console.print(f"  {MARKS[check.state]} {escape(told(check))}", highlight=False)
    for fault in suite.faults:
        console.print(f"  {MARKS['error']} {escape(fault)}", highlight=False)
    averages = _averages(suite)
    if averages.row_count:
        console.print(averages)
    for split, part in suite.splits.items():
        for analysis in part.report.analyses:
            if isinstance(analysis, ConfusionMatrix) and split == "report":
                console.print(_confusion(analysis))
            elif isinstance(analysis, ScalarResult):
                unit = f" {analysis.unit}" if analysis.unit else ""
                console.print(f"  {analysis.title}: {analysis.value:.3g}{unit}  [dim]{split}[/]", highlight=False)
    cases = [(split, case) for split, part in suite.splits.items() for case in part.cases]
    shown = [(split, case) for split, case in cases if every_case or case.state in ("failed", "error")]
    if shown:
        console.print(_cases(shown))
    if len(shown) < len(cases):
        hidden = counted(len(cases) - len(shown), "case")
        console.print(f"  [dim]Not shown: {hidden} that did not fail; --all shows all.[/]")


def told(check: Check) -> str:
    """A threshold and how it was met, in a line that names the cases against it."""
    line = check.rule
    if check.value is not None:
        line += f": {check.value:.3f}{interval(check.low, check.high)}, {counted(check.n, 'case')}"
    if check.reason:
        line += f" ({check.state}: {check.reason})"
    if check.state == "failed" and check.failing:
        more = f" and {len(check.failing) - NAMED} more" if len(check.failing) > NAMED else ""
        line += f"; against it: {'; '.join(check.failing[:NAMED])}{more}"
    return line


def interval(low: float | None, high: float | None) -> str:
    """A 95 % interval as it stands behind a value; "" when there is none."""
    return "" if low is None or high is None else f" ({low:.2f}–{high:.2f})"


def _averages(suite: SuiteReport) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 2), header_style="dim", title=None)
    table.add_column("average\n(95 % interval)", no_wrap=True)  # on a narrow terminal the numbers break, no name does
    found: dict[str, dict[str, Figure]] = {}
    for split, part in suite.splits.items():
        table.add_column(split, justify="right")
        for figure in part.figures:
            found.setdefault(figure.metric, {})[split] = figure
    for metric, figures in found.items():
        cells = [
            f"{figure.value:.3f}{interval(figure.low, figure.high)} n {figure.n}" if figure else "no data"
            for figure in (figures.get(split) for split in suite.splits)
        ]
        table.add_row(metric, *cells)
    return table


def _confusion(matrix: ConfusionMatrix) -> Table:
    """Rows are what was expected, columns what was given; zeros are left out."""
    table = Table(box=None, padding=(0, 1, 0, 2), header_style="dim")
    table.add_column(f"{matrix.title}: expected ↓ given →", overflow="fold")
    for label in matrix.class_labels:
        table.add_column(escape(label), justify="right", overflow="fold")
    for row, label in enumerate(matrix.class_labels):
        cells = [
            "·" if not count else f"[green]{count}[/]" if row == column else f"[red]{count}[/]"
            for column, count in enumerate(matrix.matrix[row])
        ]
        table.add_row(escape(label), *cells)
    return table


def _cases(cases: Iterable[tuple[str, CaseSummary]]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 2), header_style="dim")
    table.add_column("")
    table.add_column("case", overflow="fold", ratio=2)
    table.add_column("split")
    table.add_column("why", overflow="fold", ratio=3)
    for split, case in cases:
        runs = f" ({case.passed_runs} of {case.runs} runs passed)" if case.runs > 1 else ""
        why = case.reasons[:1] if case.state == "passed" else case.reasons
        table.add_row(MARKS[case.state], escape(case.name), split, escape("\n".join(why)) + runs)
    return table


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Prints what a run fixed and broke against its baseline."""
    console.print(f"\n[bold]Against the baseline[/]: {comparison.told}")
    for note in comparison.notes:
        console.print(f"  [yellow]{escape(note)}[/]", highlight=False)
    for change in ("broken", "fixed"):
        for case in comparison.of(change):
            mark = "[red]✗[/]" if change == "broken" else "[green]✓[/]"
            why = f": {case.now.reasons[0]}" if change == "broken" and case.now and case.now.reasons else ""
            console.print(
                f"  {mark} {change}  {escape(f'{case.suite} ({case.split}): {case.name}{why}')}", highlight=False
            )
    for metric in comparison.metrics:
        if metric.before != metric.now:
            sure = "" if metric.clear else "  [dim]within the intervals[/]"
            values = f"{metric.before:.3f} → {metric.now:.3f}"
            console.print(f"  {metric.suite} {metric.metric}: {values}{sure}", highlight=False)


def _commit(commit: Commit) -> str:
    changed = " with changes" if commit.changed else ""
    return f"commit {commit.sha[:10]}{changed}" if commit.sha else f"Linelead {commit.version}"


def print_summary(console: Console, report: SavedReport) -> None:
    """Prints one line per suite, what the language models cost, and the whole run's state."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("", "suite", "cases", "failed", "thresholds met"):
        table.add_column(name)
    for suite in report.suites:
        cases = [case for part in suite.splits.values() for case in part.cases]
        failed = sum(case.state in ("failed", "error") for case in cases)
        judged = [check for check in suite.checks if check.state in ("passed", "failed")]
        met = f"{sum(check.state == 'passed' for check in judged)} of {len(judged)}" if judged else "none judged"
        table.add_row(MARKS[suite.state], suite.name, str(len(cases)), str(failed), met)
    console.print()
    console.print(table)
    for name, why in report.not_judged.items():
        console.print(f"[yellow]{escape(f'{name} had nothing to judge: {why}')}[/]", highlight=False)
    usage = report.usage
    if usage.input_tokens:
        cost = f"${usage.cost:.4f}" if usage.cost is not None else "unknown: no price is known for the model"
        console.print(f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out; cost {cost}", highlight=False)
    if report.quoted.told:
        console.print(f"[yellow]{escape(report.quoted.told)}[/]", highlight=False)
    about = report.about
    made_with = [f"{about.target} over {about.library}"]
    made_with += [f"index {about.index_version}"] if about.index_version else []
    made_with += [_commit(report.commit)] if report.commit.sha else []
    if report.measured_by is not None:
        made_with += [f"measured by {_commit(report.measured_by)}"]
    made_with += [f"judge {report.judge}"] if report.judge else []
    told = f"{report.state} in {report.seconds:.0f} s  [dim]{escape(', '.join(made_with))}[/]"
    console.print(f"{MARKS[report.state]} {told}", highlight=False)
