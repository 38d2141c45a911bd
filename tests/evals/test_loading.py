"""Suites load, or say in one line what is wrong with which case."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.background import BACKGROUND
from agents.registry import Registry
from app.wiring import Linelead
from evals import sheets
from evals.cases import SPLITS, plain
from evals.errors import SuiteError, UnknownSuite
from evals.gold import spans_by_document, unresolved
from evals.suites import (
    ROUTING,
    SCHEMA,
    SHIPPED,
    CaseOf,
    Cases,
    Suite,
    find_evaluators,
    find_suites,
    load_suites,
    schema_text,
)

from .conftest import editor_faults

LoadSuite = Callable[[str], Suite]
NAMES = list(find_suites(SHIPPED))
DATASETS = SHIPPED.parent / "datasets"


def bare(*texts: str) -> str:
    """The texts' words alone: how two questions are compared."""
    return " / ".join(" ".join(re.findall(r"\w+", text.lower().replace("'", ""))) for text in texts)


def asked_by(case: CaseOf) -> str:
    """What a case asks, of what documents, after what was said before."""
    ask = case.inputs
    return bare(*ask.earlier, ask.question, ask.reply or "", *(planted.text for planted in ask.planted))


@pytest.fixture(scope="module")
def shipped() -> dict[str, Suite]:
    return {suite.name: suite for suite in load_suites(SHIPPED, [], Registry.load())}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "cases: [{inputs: hi, metadata: {split: tune}, expected_output: {rout: a}}]",
            "case 1 (“hi”): there is no field 'expected_output.rout'; the fields are route, routes, emergency, gold, "
            "all_gold, says, says_not, refused, asks, needs_context.",
        ),
        (
            "cases: [{inputs: {question: hi, erlier: [a]}, metadata: {split: tune}}]",
            "case 1 (“hi”): there is no field 'inputs.erlier'; the fields are question, earlier, planted, without, "
            "reply.",
        ),
        (
            "cases: [{name: a, inputs: hi, metadata: {split: tuned}}]",
            "case 1 (“a”): metadata.split: Input should be 'tune' or 'report' (given: 'tuned').",
        ),
        (
            "cases: [{inputs: hi, metadata: {split: tune}}, {inputs: ho, expected: {}, metadata: {split: tune}}]",
            "case 2 (“ho”): there is no field 'expected'; the fields are name, inputs, expected_output, metadata, "
            "evaluators.",
        ),
        (
            "cases: [{inputs: hi, metadata: {split: tune}, expected_output: {gold: [{document: a.pdf}]}}]",
            "case 1 (“hi”): expected_output.gold.0.words: Field required.",
        ),
        (
            "cases: [{inputs: hi}]\nevaluators: [Says]",
            "case 1 (“hi”): metadata is missing; write metadata: {split: tune} or {split: report}.",
        ),
        (
            "cases: [{name: a, inputs: hi}, {name: a, inputs: ho}]\nevaluators: [Says]",
            "Duplicate case name: 'a'",
        ),
        (
            "cases: [{inputs: hi, metadata: {split: tune}}]\nreport_evaluators: [{AtLeast: {metrik: a, value: 1}}]",
            "Failed to instantiate report evaluator 'AtLeast' for dataset: AtLeast.__init__() got an unexpected "
            "keyword argument 'metrik'",
        ),
        ("cases: []\nevaluators: [Says]", "has no cases; add one under `cases:`."),
        ("cases: [{inputs: hi, metadata: {split: tune}}]", "has no evaluators; name some under `evaluators:`."),
        (
            "cases: [{inputs: hi, metadata: {split: tune}}]\nevaluators: [Says]\n"
            "report_evaluators: [{AtLeast: {metric: says, value: 1}}]",
            "its thresholds judge the cases to report, and there is none; write metadata: {split: report} for the "
            "cases that nothing is tuned on.",
        ),
        ("cases:\n  - inputs: a: b", "is not valid YAML at line 3; check quotes, colons and indents."),
    ],
)
def test_a_wrong_file_is_named_with_the_case_and_the_field(
    suite: LoadSuite, tmp_path: Path, text: str, fault: str
) -> None:
    with pytest.raises(SuiteError) as raised:
        suite(text)
    where = f"{tmp_path / 'mine' / 'cases.yaml'}"
    assert str(raised.value) in (f"{where}: {fault}", f"{where} {fault}")


def test_an_unknown_evaluator_is_named_with_the_one_that_was_meant(suite: LoadSuite) -> None:
    with pytest.raises(
        SuiteError, match=r"there is no evaluator 'Sayss'. Did you mean Says\? Those here are: .*Refused"
    ):
        suite("cases: [{inputs: hi, metadata: {split: tune}}]\nevaluators: [Sayss]")


def test_a_suite_is_called_after_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "routing" / "cases.yaml"
    path.parent.mkdir()
    path.write_text("name: router\ncases: [{inputs: hi, metadata: {split: tune}}]\nevaluators: [Says]", "utf-8")
    with pytest.raises(SuiteError, match="name is 'router'; write 'routing', the name of its folder"):
        load_suites(tmp_path, [], None)
    with pytest.raises(UnknownSuite, match=r"There is no suite 'rooting' in .*Did you mean 'routing'\?"):
        load_suites(tmp_path, ["rooting"], None)
    with pytest.raises(SuiteError, match=r"There is no suite in .*/routing; a suite is a folder"):
        load_suites(tmp_path / "routing", [], None)


def test_a_case_without_a_name_is_called_after_its_question(suite: LoadSuite) -> None:
    again = "{inputs: {question: and then, earlier: [a]}, metadata: {split: report}}"
    loaded = suite(f"cases: [{{inputs: 'and  then', metadata: {{split: tune}}}}, {again}]\nevaluators: [Says]")
    assert [case.name for case in loaded.dataset.cases] == ["and then", "and then (2)"]
    assert [case.name for case in loaded.part("report")] == ["and then (2)"]
    assert loaded.dataset.cases[0].inputs.question == "and  then"


def test_the_hash_follows_from_the_cases_alone(suite: LoadSuite) -> None:
    one, two = "{inputs: a, metadata: {split: tune}}", "{inputs: b, metadata: {split: report}}"
    first = suite(f"cases: [{one}, {two}]\nevaluators: [Says]").digest
    assert suite(f"# moved\ncases:\n - {two}\n - {one}\nevaluators: [Refused]").digest == first
    assert suite(f"cases: [{one}, {two.replace('report', 'tune')}]\nevaluators: [Says]").digest != first


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_suite_holds_both_splits_and_asks_nothing_twice(shipped: dict[str, Suite], name: str) -> None:
    suite = shipped[name]
    asked = {
        split: {
            plain(" / ".join([*case.inputs.earlier, case.inputs.question, str(case.inputs.reply or "")])).lower()
            for case in suite.part(split)
        }
        for split in SPLITS
    }
    assert asked["tune"]
    assert asked["report"]
    assert asked["tune"] & asked["report"] == set()
    assert suite.about
    assert suite.thresholds


def test_no_question_judges_in_one_suite_or_dataset_and_is_tuned_on_in_another(shipped: dict[str, Suite]) -> None:
    stands: dict[str, dict[str, set[str]]] = {split: defaultdict(set) for split in SPLITS}
    for suite in shipped.values():
        for split in SPLITS:
            for case in suite.part(split):
                stands[split][asked_by(case)].add(suite.name)
    for path in sorted(DATASETS.glob("*.yaml")):
        for split, rows in yaml.safe_load(path.read_text("utf-8")).items():
            for row in rows:
                earlier = [row["before"]] if "before" in row else []
                stands[split][bare(*earlier, row.get("q") or row["text"], "")].add(path.name)
    for trade in sheets.trades():
        for asked in (asked for sheet in sheets.read(trade) for asked in sheet.asked):
            stands[sheets.split_of(trade)][bare(asked.text, "")].add(trade)
    both = sorted(stands["report"].keys() & stands["tune"].keys())
    assert [(text, stands["report"][text], stands["tune"][text]) for text in both] == []


def test_what_is_only_timed_is_asked_by_no_other_suite(shipped: dict[str, Suite]) -> None:
    timed = {asked_by(case) for case in shipped["latency"].dataset.cases}
    others = {asked_by(case) for name, suite in shipped.items() if name != "latency" for case in suite.dataset.cases}
    assert timed & others == set()


def test_no_case_of_routing_nor_one_to_report_is_an_example_that_the_router_learns_from() -> None:
    learned = {bare(text) for texts in Registry.load().examples.values() for text in texts} | {*map(bare, BACKGROUND)}
    judging = [
        (suite.name, case)
        for suite in load_suites(SHIPPED, [], None)
        for case in (suite.dataset.cases if suite.name == ROUTING else suite.part("report"))
    ]
    assert [(name, case.name) for name, case in judging if bare(case.inputs.question) in learned] == []


def test_no_case_of_emergency_is_an_example_that_the_ear_learns_from() -> None:
    learned = {bare(text) for texts in (*ALARMS.values(), LOOK_ALIKES) for text in texts}
    [emergency] = load_suites(SHIPPED, ["emergency"], None)
    assert [case.name for case in emergency.dataset.cases if bare(case.inputs.question) in learned] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_suite_is_yaml_to_every_reader(name: str) -> None:
    """libyaml takes what PyYAML in Python, and so pydantic-evals' own reader, does not."""
    path, kinds = find_suites(SHIPPED)[name], find_evaluators()
    text = path.read_text("utf-8")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader)
    read = Cases.from_file(path, custom_evaluator_types=kinds.of_cases, custom_report_evaluator_types=kinds.of_reports)
    assert len(read.cases) == len(load_suites(SHIPPED, [name], None)[0].dataset.cases)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_suite_names_the_schema_for_editors(name: str) -> None:
    first = find_suites(SHIPPED)[name].read_text("utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../{SCHEMA}"


@pytest.mark.parametrize("name", NAMES)
def test_editors_find_no_fault_in_a_shipped_suite(name: str) -> None:
    assert editor_faults(SHIPPED, find_suites(SHIPPED)[name].read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "cases: [{inputs: a}]\nevaluators: [Says]",
        "cases: [{inputs: a, metadata: {split: tune}}]",
        "cases: []\nevaluators: [Says]",
        "cases: [{inputs: a, metadata: {split: tune}}]\nevaluators: [Says]\nreport_evaluators: [AtLeast]",
    ],
)
def test_editors_refuse_what_is_refused(suite: LoadSuite, text: str) -> None:
    assert editor_faults(SHIPPED, text)
    with pytest.raises(SuiteError):
        suite(text)


def test_the_schema_for_editors_is_current() -> None:
    """`linelead eval schema` writes it."""
    assert json.loads((SHIPPED / SCHEMA).read_text("utf-8")) == json.loads(schema_text())


def test_the_gold_of_the_shipped_suites_stands_in_the_sample_site(sample: Linelead) -> None:
    spans = spans_by_document(sample.library)
    assert unresolved(load_suites(SHIPPED, [], None), spans) == []


def test_gold_that_nobody_wrote_is_told(suite: LoadSuite, sample: Linelead) -> None:
    gold = "[{document: emergency-card.md, words: never written}, {document: no.pdf, words: a}]"
    loaded = suite(
        f"cases: [{{inputs: a, metadata: {{split: tune}}, expected_output: {{gold: {gold}}}}}]\nevaluators: [Says]"
    )
    assert unresolved([loaded], spans_by_document(sample.library)) == [
        "mine: a: no span holds “never written” (emergency-card.md)",
        "mine: a: there is no document 'no.pdf' in the library",
    ]


def test_the_specialists_own_cases_take_part_in_routing(shipped: dict[str, Suite]) -> None:
    own = {str(case.name): case for case in shipped[ROUTING].dataset.cases if ".md: " in str(case.name)}
    registry = Registry.load()
    named = {name.partition(".md")[0] for name in own}
    assert named == set(registry.names)
    learned = own["equipment.md: The fryer shows E05, what now?"]
    assert learned.metadata is not None
    assert learned.metadata.split == "tune", "it is one of the router's examples: that it goes right proves nothing"
    new = own["equipment.md: ice machine says E05"]
    assert new.metadata is not None
    assert new.expected_output is not None
    assert (new.metadata.split, new.expected_output.route, new.expected_output.says) == (
        "report",
        "equipment",
        ["water"],
    )
    nobody = own["research.md: who won the super bowl"]
    assert nobody.expected_output is not None
    assert nobody.expected_output.route == "none"
