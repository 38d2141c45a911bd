"""A run as one self-contained page: what it came to in plain words first, then plots, then every case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from pydantic_evals.reporting.analyses import ConfusionMatrix, LinePlot, PrecisionRecall, ScalarResult, TableResult

from app.version import Commit
from evals.cases import Split
from evals.compare import Comparison
from evals.evaluators.thresholds import Check
from evals.files import write_file
from evals.plots import Bar, Line, bars, histogram, lines
from evals.reports import CaseState, CaseSummary, SavedReport, SplitReport, SuiteReport
from evals.statistics import Figure
from knowledge.words import counted

STYLE = (Path(__file__).parent / "page.css").read_text("utf-8")
MARKS = {"passed": "✓", "failed": "✗", "error": "!", "no data": "–", "not judged": "·", "stopped": "■"}
SPLIT_WORDS: dict[Split, str] = {
    "report": "judged: nobody tunes on these cases",
    "tune": "for developers: these may be looked at while something is changed, so they prove less",
}
STATE_WORDS: dict[CaseState, str] = {
    "failed": "not as expected",
    "error": "ended in an error",
    "no data": "could not be judged",
    "passed": "as expected",
}


def write_html(report: SavedReport, path: Path, comparison: Comparison | None = None) -> None:
    """Writes the page of a run, with what changed against a baseline when there is one."""
    write_file(path, page(report, comparison))


def page(report: SavedReport, comparison: Comparison | None = None) -> str:
    """The whole page."""
    body = [
        _head(report),
        _in_short(report),
        *([_compared(comparison)] if comparison else []),
        _overview(report),
        *(_suite(suite) for suite in report.suites),
        _reading(),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Linelead evaluation, {escape(report.created_at[:10])}</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _words(text: str) -> str:
    """Text as HTML; what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def _name(metric: str) -> str:
    """A metric's name, which may break between its words alone."""
    return escape(metric).replace("_", "_<wbr>")


def _wide(inner: str) -> str:
    """What is wider than a phone, scrolled by itself."""
    return f"<div class=wide tabindex=0>{inner}</div>"


# --- the whole run ----------------------------------------------------------------------------------------------------


def _head(report: SavedReport) -> str:
    about = report.about
    rows = {
        "Asked": f"{about.target}, over {about.library}",
        "When": report.created_at.replace("T", " ").replace("+00:00", " UTC"),
        "Answers written by": about.model,
        "Documents": f"{about.documents}, index version {about.index_version or 'not told'}",
        "Embedder": about.embedder or "not told",
        "Program": _program(report.commit),
        "Measured by": _program(report.measured_by) if report.measured_by else "",
        "Took": f"{report.seconds:.0f} seconds"
        + (f", every case asked {report.repeat} times" if report.repeat > 1 else ""),
        "Judge": report.judge or "none: every verdict follows a rule",
        "Cost": _cost(report),
        "Not its own words": report.quoted.told,
    }
    cells = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows.items() if value)
    return f"<h1>Linelead evaluation</h1>{_verdict(report)}<dl class=facts>{cells}</dl>"


def _program(commit: Commit) -> str:
    changed = " and changes that are not committed" if commit.changed else ""
    return f"Linelead {commit.version}{f', commit {commit.sha[:10]}' if commit.sha else ''}{changed}"


def _verdict(report: SavedReport) -> str:
    suites = report.suites
    missed = [suite.name for suite in suites if suite.state == "failed"]
    judged = len(suites) - len(report.not_judged)
    besides = f" Nothing to judge had: {', '.join(report.not_judged)}." if report.not_judged else ""
    words = {
        "passed": f"All thresholds of {counted(judged, 'suite')} are met.{besides}",
        "failed": f"{len(missed)} of {counted(len(suites), 'suite')} did not pass: {', '.join(missed)}.",
        "stopped": "The run was interrupted; what follows is what was done by then.",
        "no data": "Nothing could be judged; the reasons stand below.",
    }
    return (
        f'<p class="verdict {report.state.replace(" ", "-")}">{MARKS[report.state]} {escape(words[report.state])}</p>'
    )


def _cost(report: SavedReport) -> str:
    usage = report.usage
    if not usage.input_tokens:
        return "no tokens of a language model were counted"
    price = f"${usage.cost:.4f}" if usage.cost is not None else "no price is known for the model"
    return f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out: {price}"


def _in_short(report: SavedReport) -> str:
    items = [
        f"<li class={_class(check.state)}>{MARKS[check.state]} <b>{escape(suite.name)}</b>: "
        f"{_words(sentence(check, suite.meanings))}</li>"
        for suite in report.suites
        for check in suite.checks
    ]
    items += [
        f"<li class=failed>{MARKS['error']} <b>{escape(suite.name)}</b>: {escape(line)}</li>"
        for suite in report.suites
        for line in [*suite.faults, *_errors(suite)]
    ]
    return f"<section><h2>In short</h2><ul class=short>{''.join(items) or '<li>No thresholds.</li>'}</ul></section>"


def _errors(suite: SuiteReport) -> list[str]:
    cases = [case for part in suite.splits.values() for case in part.cases if case.state == "error"]
    if not cases:
        return []
    first = f"the first is “{cases[0].name}”: {cases[0].reasons[0]}"
    return [f"{counted(len(cases), 'case')} ended in an error, {first}"]


def sentence(check: Check, meanings: dict[str, str]) -> str:
    """A threshold in words for people who did not write it."""
    wanted = f"{'at least' if check.at_least else 'at most'} {_number(check, check.bound)}"
    meaning = meanings.get(check.metric, check.metric.replace("_", " "))
    if check.value is None:
        return f"{meaning} {check.state.capitalize()}: {check.reason}."
    value = _number(check, check.value)
    spread = ""
    if check.low is not None and check.high is not None:
        spread = f", with 95 % certainty between {_number(check, check.low)} and {_number(check, check.high)}"
    verdict = {"passed": "reached", "failed": "missed"}.get(check.state, check.state)
    return f"{meaning} Here: {value} over {counted(check.n, 'case')}{spread}; wanted: {wanted}, {verdict}."


def _number(check: Check, value: float) -> str:
    if check.unit:
        return f"{value:,.0f} {check.unit}"
    return f"{value:.1%}" if check.share else f"{value:.3f}"


def _overview(report: SavedReport) -> str:
    rows = [
        Bar(
            f"{suite.name}: {check.metric.replace('_', ' ')}",
            check.value,
            f"{_number(check, check.value)} ({check.n})",
            check.low,
            check.high,
            check.bound,
            "good" if check.state == "passed" else "bad" if check.state == "failed" else "plain",
        )
        for suite in report.suites
        for check in suite.checks
        if check.value is not None and not check.unit
    ]
    if not rows:
        return ""
    plot = bars(rows, title="Every threshold with its value, its 95 % interval and the bound")
    note = "Thin lines are 95 % intervals, dashed marks the bounds; in brackets the number of cases."
    return f"<section><h2>All suites</h2>{_wide(plot)}<p class=note>{note}</p></section>"


def _compared(comparison: Comparison) -> str:
    other = "".join(f"<p class=note>{escape(note)}</p>" for note in comparison.notes)
    lists = ""
    shown = {change: comparison.of(change) for change in ("broken", "fixed", "new", "gone")}
    shown["unchanged, failing"] = comparison.still_failing
    for change, cases in shown.items():
        items = "".join(
            f"<li><b>{escape(case.suite)}</b> {escape(case.name)}"
            + (f"<br><small>{escape(case.now.reasons[0])}</small>" if case.now and case.now.reasons else "")
            + "</li>"
            for case in cases
        )
        if cases:
            is_open = " open" if change == "broken" else ""
            lists += f"<details{is_open}><summary>{change} ({len(cases)})</summary><ul>{items}</ul></details>"
    rows = "".join(
        f"<tr><td>{escape(m.suite)}</td><td>{_name(m.metric)}</td><td>{m.before:.3f}</td><td>{m.now:.3f}</td>"
        f"<td>{'clearly' if m.clear else 'within the intervals'}</td></tr>"
        for m in comparison.metrics
        if m.before != m.now
    )
    head = "<tr><th>suite</th><th>average</th><th>before</th><th>now</th><th>changed</th></tr>"
    table = _wide(f"<table>{head}{rows}</table>") if rows else "<p>No average changed.</p>"
    return f"<section><h2>Against the baseline</h2><p>{escape(comparison.told)}</p>{other}{lists}{table}</section>"


def _reading() -> str:
    return (
        "<section><h2>How to read this</h2><p>A <b>case</b> is one question with what is expected of the answer. A "
        "<b>95 % interval</b> says where the true average lies if many more cases of this kind were asked; a small "
        "number of cases makes it wide, and two averages whose intervals overlap may well be the same. <b>report</b> "
        "cases are kept apart and judge the program; <b>tune</b> cases may be looked at while it is changed. "
        "<b>No data</b> means that whoever was asked cannot tell, which is neither good nor bad.</p></section>"
    )


# --- one suite --------------------------------------------------------------------------------------------------------


def _suite(suite: SuiteReport) -> str:
    parts = "".join(_split(suite, split, part) for split, part in suite.splits.items())
    title = f'<span class="{_class(suite.state)}">{MARKS[suite.state]}</span> {escape(suite.name)}'
    return (
        f'<section id="{escape(suite.name, quote=True)}"><h2>{title}</h2><p>{_words(suite.about)}</p>'
        f"<p class=note>cases {escape(suite.dataset_hash)}, {suite.seconds:.1f} s</p>{parts}</section>"
    )


def _split(suite: SuiteReport, split: Split, part: SplitReport) -> str:
    cases = part.cases
    body = [_averages(suite, split, part), *_analyses(part), _latency(part, split), _cases(cases)]
    title = f"{split}: {counted(len(cases), 'case')}"
    is_open = " open" if split == "report" else ""
    return (
        f"<details class=split{is_open}><summary><b>{title}</b> <span class=note>{SPLIT_WORDS[split]}</span></summary>"
        f"{''.join(body)}</details>"
    )


def _averages(suite: SuiteReport, split: Split, part: SplitReport) -> str:
    bounds = {check.metric: check for check in suite.checks} if split == "report" else {}
    rows = "".join(_average(figure, suite.meanings, bounds.get(figure.metric)) for figure in part.figures)
    if not rows:
        return "<p>No data.</p>"
    head = "<tr><th>average</th><th>value</th><th>95 % interval</th><th>cases</th><th>wanted</th></tr>"
    shares = [figure for figure in part.figures if figure.share]
    plot = bars(
        [
            Bar(
                figure.metric.replace("_", " "),
                figure.value,
                f"{figure.value:.1%}",
                figure.low,
                figure.high,
                bounds[figure.metric].bound if figure.metric in bounds else None,
            )
            for figure in shares
        ],
        title=f"Averages of {suite.name}, {split}",
    )
    return f"{_wide(plot) if shares else ''}{_wide(f'<table>{head}{rows}</table>')}"


def _average(figure: Figure, meanings: dict[str, str], check: Check | None) -> str:
    def shown(value: float | None) -> str:
        if value is None:
            return ""
        return f"{value:.1%}" if figure.share else f"{value:,.1f}" if "_ms" in figure.metric else f"{value:.3f}"

    between = f"{shown(figure.low)} to {shown(figure.high)}" if figure.low is not None else ""
    wanted = f"{MARKS[check.state]} {'≥' if check.at_least else '≤'} {shown(check.bound)}" if check else ""
    meaning = _words(meanings.get(figure.metric, ""))
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in (shown(figure.value), between, str(figure.n), wanted))
    return f"<tr><td class=what>{_name(figure.metric)}<br><small>{meaning}</small></td>{cells}</tr>"


def _analyses(part: SplitReport) -> Iterator[str]:
    for analysis in part.report.analyses:
        match analysis:
            case ConfusionMatrix():
                yield _confusion(analysis)
            case LinePlot():
                curves = [Line(c.name, [(p.x, p.y) for p in c.points], c.style == "dashed") for c in analysis.curves]
                yield _wide(lines(curves, title=analysis.title, x_label=analysis.x_label, y_label=analysis.y_label))
            case PrecisionRecall():
                curves = [Line(c.name, [(p.recall, p.precision) for p in c.points]) for c in analysis.curves]
                yield _wide(lines(curves, title=analysis.title, x_label="recall", y_label="precision"))
            case ScalarResult():
                told = f" ({analysis.description})" if analysis.description else ""
                unit = f" {analysis.unit}" if analysis.unit else ""
                yield f"<p><b>{escape(analysis.title)}</b>: {analysis.value:,.3g}{escape(unit + told)}</p>"
            case TableResult():
                head = "".join(f"<th>{escape(name)}</th>" for name in analysis.columns)
                rows = "".join(
                    f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in analysis.rows
                )
                yield f"<h3>{escape(analysis.title)}</h3>{_wide(f'<table><tr>{head}</tr>{rows}</table>')}"


def _confusion(matrix: ConfusionMatrix) -> str:
    """A heat table: the darker, the more of the row's cases; off the diagonal is wrong."""
    head = "".join(f"<th>{escape(label)}</th>" for label in matrix.class_labels)
    rows: list[str] = []
    for row, label in enumerate(matrix.class_labels):
        total = sum(matrix.matrix[row]) or 1
        cells = "".join(
            f'<td class={"right" if row == column else "wrong"} style="--heat:{count / total:.2f}">{count or ""}</td>'
            for column, count in enumerate(matrix.matrix[row])
        )
        rows.append(f"<tr><th>{escape(label)}</th>{cells}</tr>")
    table = _wide(f"<table class=heat><tr><th></th>{head}</tr>{''.join(rows)}</table>")
    return (
        f"<h3>{escape(matrix.title)}</h3><p class=note>Rows: where it belongs. Columns: where it went. Only the "
        f"diagonal is right.</p>{table}"
    )


def _latency(part: SplitReport, split: Split) -> str:
    """How long the turns took, for the suites that measure it."""
    import numpy as np

    values = [float(case.scores["total_ms"].value) for case in part.report.cases if "total_ms" in case.scores]
    if not values:
        return ""
    marks = [(f"p{share}", float(np.percentile(values, share))) for share in (50, 95)]
    plot = histogram(values, title=f"Milliseconds of a whole turn, {split}", unit="ms", marks=marks)
    return f"<h3>How long a turn takes</h3>{_wide(plot)}"


def _cases(cases: Sequence[CaseSummary]) -> str:
    found: list[str] = []
    for state, words in STATE_WORDS.items():
        chosen = [case for case in cases if case.state == state]
        if not chosen:
            continue
        rows = "".join(_case(case) for case in chosen)
        is_open = " open" if state in ("failed", "error") else ""
        head = "<tr><th>case</th><th>kind</th><th>why</th></tr>"
        found.append(
            f'<details class="cases {_class(state)}"{is_open}><summary>{MARKS[state]} {words} ({len(chosen)})'
            f"</summary>{_wide(f'<table>{head}{rows}</table>')}</details>"
        )
    return "".join(found)


def _case(case: CaseSummary) -> str:
    question = f"<br><small>{escape(case.question)}</small>" if case.question != case.name else ""
    runs = f"<br><small>{case.passed_runs} of {case.runs} runs passed</small>" if case.runs > 1 else ""
    answer = f"<details><summary>answer</summary><pre>{escape(case.answer)}</pre></details>" if case.answer else ""
    why = "<br>".join(_words(reason) for reason in case.reasons)
    return f"<tr><td>{escape(case.name)}{question}{runs}</td><td>{escape(case.kind)}</td><td>{why}{answer}</td></tr>"


def _class(state: str) -> str:
    """A state as the style sheet calls it."""
    return state.replace(" ", "-")
