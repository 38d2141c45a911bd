"""What a run leaves: a file that reads back the same, a comparison, JUnit XML, and a page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest
from playwright.sync_api import sync_playwright
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser

from app.evaluations import newest_evaluations
from app.version import Commit
from evals.compare import compare
from evals.errors import SuiteError
from evals.html import page, write_html
from evals.junit import write_junit
from evals.outcome import Outcome
from evals.printing import print_comparison, print_suite, print_summary
from evals.reports import SavedReport, load, save
from evals.runner import Plan, run_suite
from evals.statistics import bootstrap, wilson
from evals.suites import Suite
from evals.targets import About
from tests.web.conftest import CHROMIUM

from .conftest import ScriptedTarget, Silent, answer, outcome

LoadSuite = Callable[[str], Suite]
CASES = """\
# What it is about.
cases:
  - {inputs: a, expected_output: {route: equipment, says: [oil]}, metadata: {split: report}}
  - {inputs: <b>, expected_output: {route: safety}, metadata: {split: report, kind: odd}}
  - {inputs: c, expected_output: {route: safety}, metadata: {split: tune}}
evaluators: [RouteIsRight, Says]
report_evaluators:
  - ConfusionMatrixEvaluator:
      {predicted_from: labels, predicted_key: route, expected_from: labels, expected_key: expected_route}
  - AtLeast: {metric: route_is_right, value: 0.9}
  - AtLeast: {metric: says, value: 0.9}
"""


def measured(suite: Suite, script: Mapping[str, Outcome | Exception]) -> SavedReport:
    report = asyncio.run(run_suite(suite, ScriptedTarget(script), Plan(), Silent()))
    return SavedReport(
        created_at="2026-01-31T09:30:00+00:00",
        commit=Commit(version="0.1.0", sha="0123456789abcdef", changed=True),
        about=About(target="embedded", model="embedded", index_version="cafe", library="the sample site"),
        seconds=1.5,
        suites=[report],
    )


@pytest.fixture
def report(suite: LoadSuite) -> SavedReport:
    said = {"a": outcome("a", answer=answer("Drain the oil. [1]", ("fryer.pdf", "Drain the oil.")))}
    return measured(suite(CASES), {**said, "<b>": outcome("<b>"), "c": outcome("c", "safety")})


def test_a_saved_report_reads_back_the_same(report: SavedReport, tmp_path: Path) -> None:
    path = tmp_path / "evals" / "report.json"
    save(report, path)
    assert load(path) == report
    assert [file.name for file in path.parent.iterdir()] == ["report.json"]


def test_the_service_tells_the_newest_reports_by_figures_and_without_a_case(
    report: SavedReport, tmp_path: Path
) -> None:
    save(report, tmp_path / "evals" / "2026-01-30T09-30-00.json")
    save(report.model_copy(update={"created_at": "newer"}), tmp_path / "evals" / "2026-01-31T09-30-00.json")
    newest, before = newest_evaluations(tmp_path, 5)
    assert (newest.name, newest.created_at, before.name) == ("2026-01-31T09-30-00", "newer", "2026-01-30T09-30-00")
    assert (newest.commit, newest.is_changed, newest.target) == ("0123456789ab", True, "embedded")
    [told] = newest.suites
    assert (told.name, told.cases) == ("mine", 2)
    assert [(check.metric, check.state, check.value, check.n) for check in told.checks] == [
        ("route_is_right", "failed", 0.5, 2),
        ("says", "passed", 1.0, 1),
    ]
    [confusion] = told.confusions
    assert (confusion.labels, confusion.counts) == (["equipment", "safety"], [[1, 0], [1, 0]])
    assert "<b>" not in newest.model_dump_json()
    assert newest_evaluations(tmp_path, 1) == [newest]


def test_a_file_that_is_no_report_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"format": 1}', "utf-8")
    with pytest.raises(SuiteError, match=r"other.json is not a report of this version of Linelead \(created_at: Field"):
        load(tmp_path / "other.json")
    with pytest.raises(SuiteError, match=r"none.json cannot be read \(No such file or directory\); name a report"):
        load(tmp_path / "none.json")


def test_two_runs_are_compared_case_by_case(suite: LoadSuite, report: SavedReport) -> None:
    said = {"a": outcome("a", answer=answer("Nothing.")), "<b>": outcome("<b>", "safety"), "c": outcome("c", "safety")}
    other = measured(suite(CASES + "# the same cases"), {**said})
    comparison = compare(other, report)
    assert [(case.name, case.split, case.change) for case in comparison.cases] == [
        ("a", "report", "broken"),
        ("<b>", "report", "fixed"),
        ("c", "tune", "unchanged"),
    ]
    assert comparison.counts == {"broken": 1, "fixed": 1, "unchanged": 1}
    assert [(m.metric, m.before, m.now, m.clear) for m in comparison.metrics] == [
        ("route_is_right", 0.5, 1.0, False),
        ("says", 1.0, 0.0, False),
    ]
    assert comparison.other_cases == ()
    more = CASES.replace("inputs: c", "inputs: d")
    changed = compare(measured(suite(more), {**said, "d": outcome("d", "safety")}), report)
    assert changed.other_cases == ("mine",)
    assert changed.counts == {"broken": 1, "fixed": 1, "new": 1, "gone": 1}
    terminal = StringIO()
    print_comparison(Console(file=terminal, width=200), comparison)
    assert terminal.getvalue() == (
        "\nAgainst the baseline: 1 broken, 1 fixed, 1 unchanged\n"
        "  ✗ broken  mine (report): a: says: it does not say “oil”; it begins “Nothing.”\n"
        "  ✓ fixed  mine (report): <b>\n"
        "  mine route_is_right: 0.500 → 1.000  within the intervals\n"
        "  mine says: 1.000 → 0.000  within the intervals\n"
    )


def test_what_failed_before_and_fails_still_is_unchanged_and_counted(report: SavedReport) -> None:
    comparison = compare(report, report)
    assert comparison.told == "3 unchanged (1 of them failing)"
    tree = LexborHTMLParser(page(report, comparison))
    assert "unchanged, failing (1)" in [node.text() for node in tree.css("summary")]


def test_a_specialist_whose_file_changed_is_named_against_the_baseline(report: SavedReport) -> None:
    def made_with(**files: str) -> SavedReport:
        return report.model_copy(update={"about": report.about.model_copy(update={"specialists": files})})

    before = made_with(equipment="aa", safety="bb")
    assert compare(made_with(equipment="ab", safety="bb", ours="cc"), before).notes == [
        "The file of the specialist equipment is another one.",
        "The file of the specialist ours is another one.",
    ]
    assert compare(before, before).notes == compare(report, before).notes == []


def test_a_run_is_told_in_the_terminal(report: SavedReport) -> None:
    terminal = StringIO()
    console = Console(file=terminal, width=200)
    print_suite(console, report.suites[0], every_case=False)
    print_summary(console, report)
    text = re.sub(r" +\n", "\n", terminal.getvalue())
    assert "✗ route_is_right ≥ 0.9: 0.500 (0.09–0.91), 2 cases; against it: <b>\n" in text
    assert "✓ says ≥ 0.9: 1.000 (0.21–1.00), 1 case\n" in text
    assert re.search(r"✗ +<b> +report +route_is_right: it went to equipment \(90%: told so\); it is for safety\n", text)
    assert re.search(
        r"Confusion Matrix: expected ↓ given → +equipment +safety\n +equipment +1 +·\n +safety +1 +·\n", text
    )
    assert "Not shown: 2 cases that did not fail" in text
    assert "embedded over the sample site, index cafe, commit 0123456789 with changes" in text


def test_junit_holds_cases_thresholds_and_errors(suite: LoadSuite, tmp_path: Path) -> None:
    broken = {"a": RuntimeError("bad \x00 byte"), "<b>": outcome("<b>"), "c": outcome("c", "safety")}
    write_junit(measured(suite(CASES), broken), tmp_path / "junit.xml")
    [element] = parse(tmp_path / "junit.xml").getroot()
    counts = {name: element.get(name) for name in ("name", "tests", "failures", "errors", "skipped")}
    assert counts == {"name": "mine", "tests": "5", "failures": "2", "errors": "1", "skipped": "1"}
    told = {
        f"{case.get('classname')} {case.get('name')}": (case[0].tag, case[0].get("message")) if len(case) else None
        for case in element
    }
    assert told == {
        "mine.thresholds route_is_right ≥ 0.9": ("failure", "0.000; against it: <b>"),
        "mine.thresholds says ≥ 0.9": (
            "failure",
            "no case gave 'says'; correct its name, the metrics are: route_is_right",
        ),
        "mine.report <b>": (
            "skipped",
            "not as expected, but only thresholds are judged: "
            "route_is_right: it went to equipment (90%: told so); it is for safety",
        ),
        "mine.report a": ("error", "RuntimeError: bad � byte"),
        "mine.tune c": None,
    }


@pytest.mark.parametrize("narrowed", [False, True])
def test_junit_is_red_when_the_run_is(suite: LoadSuite, tmp_path: Path, *, narrowed: bool) -> None:
    said = {"a": outcome("a", answer=answer("Oil. [1]")), "<b>": outcome("<b>"), "c": outcome("c")}
    [ran] = measured(suite(CASES.replace("value: 0.9", "value: 0.5")), said).suites
    report = measured(suite(CASES), said).model_copy(update={"suites": [ran.model_copy(update={"narrowed": narrowed})]})
    write_junit(report, tmp_path / "junit.xml")
    [element] = parse(tmp_path / "junit.xml").getroot()
    assert (report.state, element.get("failures")) == (("failed", "2") if narrowed else ("passed", "0"))


def test_the_page_is_one_file_that_says_in_words_what_the_run_came_to(report: SavedReport, tmp_path: Path) -> None:
    write_html(report, tmp_path / "out" / "page.html", compare(report, report))
    text = (tmp_path / "out" / "page.html").read_text("utf-8")
    assert re.search(r"(?:src|href)\s*=|url\(|@import|<script|https?://", text) is None, "it asks for nothing else"
    tree = LexborHTMLParser(text)
    assert [node.text() for node in tree.css(".verdict")] == ["✗ 1 of 1 suite did not pass: mine."]
    assert [node.text() for node in tree.css("ul.short li")] == [
        "✗ mine: The question went to the specialist it is for, or to nobody when it is out of scope. Here: 50.0% over "
        "2 cases, with 95 % certainty between 9.5% and 90.5%; wanted: at least 90.0%, missed.",
        "✓ mine: The answer holds the words and numbers that a right one must hold, and none that it must not. Here: "
        "100.0% over 1 case, with 95 % certainty between 20.7% and 100.0%; wanted: at least 90.0%, reached.",
    ]
    assert [node.text() for node in tree.css("details.cases > summary")] == [
        "✗ not as expected (1)",
        "✓ as expected (1)",
        "✓ as expected (1)",
    ]
    assert len(tree.css("table.heat td.right")) == 2 + 1
    assert len(tree.css("svg")) == 3
    assert "&lt;b&gt;" in text
    assert "<b></td>" not in text
    assert "commit 0123456789 and changes that are not committed" in text


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_the_page_fits_a_phone_and_breaks_no_name_within_a_word(suite: LoadSuite, tmp_path: Path) -> None:
    said = {"a": outcome("a", answer=answer("Oil. [1]")), "<b>": outcome("<b>"), "c": outcome("c")}
    report = measured(suite(CASES), said)
    told = report.suites[0].model_copy(update={"about": "`tune` may be looked at."})
    write_html(report.model_copy(update={"suites": [told]}), tmp_path / "page.html")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 400, "height": 800})
        page.goto((tmp_path / "page.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 400
        assert page.locator("section p code").all_inner_texts() == ["tune"]
        [name, *_] = page.locator("td.what").all_inner_texts()
        assert name.startswith("route_is_right\nThe question went to the specialist")
        browser.close()


def test_a_page_without_anything_to_judge_says_so(suite: LoadSuite) -> None:
    nothing = Outcome(question="a", milliseconds={}, missing={"decision": "it does not tell"})
    only = "cases: [{inputs: a, expected_output: {route: x}, metadata: {split: report}}]\nevaluators: [RouteIsRight]"
    report = measured(suite(only), {"a": nothing})
    assert report.state == "no data"
    assert "Nothing could be judged; the reasons stand below." in page(report)
    assert "it does not tell" in page(report)


def test_intervals_are_those_of_the_books() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), 857: 81 of 263, and 0 of 20 by the score method
    assert wilson(81 / 263, 263) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))
    assert wilson(0.0, 20) == (0.0, pytest.approx(0.1611, abs=1e-4))
    assert bootstrap([0.5] * 9) == (0.5, 0.5)
    low, high = bootstrap([0.0, 1.0] * 50)
    assert (low, high) == (pytest.approx(0.4, abs=0.03), pytest.approx(0.6, abs=0.03))
