"""Suites: folders with a `cases.yaml` each, loaded as pydantic-evals datasets, with errors that name case and field."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import pkgutil
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json
from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Evaluator, ReportEvaluator

import evals.evaluators
from agents.registry import Registry
from agents.yaml_text import read_mapping, read_text
from evals.cases import NOBODY, Ask, AskOrQuestion, Expected, Labels, Split, plain
from evals.errors import SuiteError, UnknownSuite
from evals.evaluators.thresholds import Threshold
from evals.files import write_file

SHIPPED = Path(__file__).parent / "suites"
CASES = "cases.yaml"
SCHEMA = "cases.schema.json"
"""Beside the suites' folders: the same for all of them."""
OWN_EVALUATORS = "evaluators.py"
"""A file beside the suites of a folder whose evaluators they may name, next to those that come with the product."""
ROUTING = "routing"
"""The suite that the specialists' own cases take part in."""
NAME_CHARACTERS = 90
CaseOf = Case[Ask, Expected, Labels]
Cases = Dataset[AskOrQuestion, Expected, Labels]
CaseKind = type[Evaluator[Ask, Expected, Labels]]
ReportKind = type[ReportEvaluator[Ask, Expected, Labels]]


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite as loaded. Every case has a name and labels. `about` is what its file says of itself, in plain words."""

    name: str
    path: Path
    about: str
    dataset: Cases

    @property
    def digest(self) -> str:
        """A hash of the cases, as 12 hexadecimal digits: the same cases in another order or layout have the same."""
        cases = sorted(
            to_json([case.name, case.inputs, case.expected_output, case.metadata]) for case in self.dataset.cases
        )
        return hashlib.sha256(b"\n".join(cases)).hexdigest()[:12]

    @property
    def thresholds(self) -> list[Threshold]:
        return [evaluator for evaluator in self.dataset.report_evaluators if isinstance(evaluator, Threshold)]

    def part(self, split: Split) -> list[CaseOf]:
        """The cases of one split, in the file's order."""
        return [case for case in self.dataset.cases if case.metadata is not None and case.metadata.split == split]

    def narrowed(self, wanted: Sequence[str]) -> Suite:
        """The suite with only the cases that are named so, or whose name holds the words."""
        texts = [text.lower() for text in wanted]
        kept = [case for case in self.dataset.cases if any(text in str(case.name).lower() for text in texts)]
        return self._with(kept)

    def _with(self, cases: Iterable[CaseOf]) -> Suite:
        dataset = self.dataset.model_copy(update={"cases": list(cases)})
        return Suite(self.name, self.path, self.about, dataset)

    def joined(self, cases: Iterable[CaseOf]) -> Suite:
        """The suite with more cases; one whose question is there already is left out."""
        known = {plain(case.inputs.question).lower() for case in self.dataset.cases}
        new = [case for case in cases if plain(case.inputs.question).lower() not in known]
        return self._with([*self.dataset.cases, *new])


def load_suites(folder: Path, names: Sequence[str], registry: Registry | None) -> list[Suite]:
    """The suites of a folder, those named or all, in alphabetical order or the one given.

    `registry` adds the specialists' own cases to the suite called ROUTING. Raises SuiteError for a file that is wrong,
    UnknownSuite for a name that is none.
    """
    files = find_suites(folder)
    for name in names:
        if name not in files:
            near = get_close_matches(name, files, 1)
            meant = f"Did you mean {near[0]!r}? " if near else ""
            raise UnknownSuite(f"There is no suite {name!r} in {folder}. {meant}The suites are: {', '.join(files)}.")
    kinds = find_evaluators(folder)
    suites = [read_suite(files[name], kinds) for name in (names or files)]
    if registry is None:
        return suites
    own = specialists_cases(registry)
    return [suite.joined(own) if suite.name == ROUTING else suite for suite in suites]


def check_routes(suites: Iterable[Suite], registry: Registry) -> None:
    """Raises SuiteError for a case that expects a specialist who is not there."""
    for suite in suites:
        for number, case in enumerate(suite.dataset.cases, 1):
            expected = case.expected_output or Expected()
            wanted = [("route", expected.route or NOBODY), *(("routes", name) for name in expected.routes or [])]
            for field, name in wanted:
                if name != NOBODY and name not in registry:
                    near = get_close_matches(name, registry.names, 1)
                    meant = f"Did you mean {near[0]!r}? " if near else ""
                    raise SuiteError(
                        f"{suite.path}: case {number} (“{case.name}”): expected_output.{field}: there is no specialist "
                        f"{name!r}. {meant}The specialists are: {', '.join(registry.names)}; {NOBODY!r} is nobody."
                    )


def find_suites(folder: Path) -> dict[str, Path]:
    """The files of the suites in a folder by name. Raises SuiteError when there is no suite in it."""
    files = {path.parent.name: path for path in sorted(folder.glob(f"*/{CASES}"))}
    if not files:
        raise SuiteError(f"There is no suite in {folder}; a suite is a folder in it with a file {CASES}.")
    return files


# --- evaluators -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evaluators:
    """The evaluator classes that a suite's file may name, besides pydantic-evals' own."""

    of_cases: tuple[CaseKind, ...]
    of_reports: tuple[ReportKind, ...]


@cache
def find_evaluators(folder: Path = SHIPPED) -> Evaluators:
    """The evaluators of this package, and those in the file OWN_EVALUATORS of a folder of suites.

    Raises SuiteError when that file cannot be run, and for two classes of one name.
    """
    modules = [
        importlib.import_module(f"evals.evaluators.{info.name}")
        for info in pkgutil.iter_modules(evals.evaluators.__path__)
    ]
    if (folder / OWN_EVALUATORS).is_file():
        modules.append(_run(folder / OWN_EVALUATORS))
    found: dict[str, type] = {}
    for module in modules:
        for value in vars(module).values():
            if not isinstance(value, type) or value.__module__ != module.__name__ or _is_abstract(value):
                continue
            if issubclass(value, Evaluator | ReportEvaluator):
                if value.__name__ in found:
                    raise SuiteError(f"{module.__file__}: there is another evaluator {value.__name__!r}; rename one.")
                found[value.__name__] = cast(type, value)
    of_cases = [cast(CaseKind, kind) for kind in found.values() if issubclass(kind, Evaluator)]
    of_reports = [cast(ReportKind, kind) for kind in found.values() if issubclass(kind, ReportEvaluator)]
    return Evaluators(tuple(of_cases), tuple(of_reports))


def _is_abstract(kind: type) -> bool:
    return bool(getattr(kind, "__abstractmethods__", ()))


def _run(path: Path) -> ModuleType:
    name = f"linelead_suites_{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise SuiteError(f"{path} cannot be run: {type(error).__name__}: {error}") from error
    return module


# --- files ------------------------------------------------------------------------------------------------------------


def read_suite(path: Path, kinds: Evaluators) -> Suite:
    """The suite in a file. Raises SuiteError naming the file, the case and the field of the first thing wrong."""
    text = read_text(path, SuiteError)
    holds = "the keys name, cases, evaluators and report_evaluators"
    data = read_mapping(text, SuiteError, what=str(path), holds=holds)
    try:
        dataset = Cases.from_dict(data, kinds.of_cases, kinds.of_reports, default_name=path.parent.name)
    except ValidationError as error:
        raise SuiteError(f"{path}: {_explained(error.errors()[0], data)}") from error
    except ExceptionGroup as group:
        raise SuiteError(f"{path}: {_evaluator_fault(group.exceptions[0])}") from group
    except (ValueError, TypeError) as error:
        raise SuiteError(f"{path}: {_one_line(error)}") from error
    suite = Suite(path.parent.name, path, _about(text), dataset)
    _check(suite)
    _name_cases(dataset.cases)
    return suite


def _check(suite: Suite) -> None:
    dataset, path = suite.dataset, suite.path
    if dataset.name != suite.name:
        raise SuiteError(f"{path}: name is {dataset.name!r}; write {suite.name!r}, the name of its folder.")
    if not dataset.cases:
        raise SuiteError(f"{path} has no cases; add one under `cases:`.")
    if not dataset.evaluators and not all(case.evaluators for case in dataset.cases):
        raise SuiteError(f"{path} has no evaluators; name some under `evaluators:`.")
    for number, case in enumerate(dataset.cases, 1):
        if case.metadata is None:
            raise SuiteError(
                f"{path}: case {number} (“{case.inputs.question}”): metadata is missing; "
                "write metadata: {split: tune} or {split: report}."
            )
    if suite.thresholds and not suite.part("report"):
        raise SuiteError(
            f"{path}: its thresholds judge the cases to report, and there is none; write metadata: {{split: report}} "
            "for the cases that nothing is tuned on."
        )


def _name_cases(cases: Iterable[CaseOf]) -> None:
    """Names the cases that have no name after their question."""
    taken: dict[str, int] = {}
    for case in cases:
        name = case.name or _shortened(plain(case.inputs.question))
        taken[name] = taken.get(name, 0) + 1
        case.name = name if taken[name] == 1 else f"{name} ({taken[name]})"


def _shortened(text: str) -> str:
    return text if len(text) <= NAME_CHARACTERS else text[: NAME_CHARACTERS - 1].rstrip() + "…"


def _about(text: str) -> str:
    """The comment at the head of a file, without the line for editors."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if "yaml-language-server" not in line:
            lines.append(line.lstrip("# ").rstrip())
    return " ".join(lines).strip()


def _explained(error: ErrorDetails, data: Mapping[str, Any]) -> str:
    """What is wrong and where, in words: "case 3 (“…”): expected_output.rout: …"."""
    place = list(error["loc"])
    where = ""
    if place[:1] == ["cases"] and len(place) > 1 and isinstance(place[1], int):
        number = place[1]
        where = f"case {number + 1}{_titled(data['cases'][number])}: "
        place = place[2:]
    # pydantic names the branches of a union ("Ask", "function-before[…]"), which are no field of the file
    field = ".".join(str(part) for part in place if not (isinstance(part, str) and ("[" in part or part[:1].isupper())))
    if error["type"] == "extra_forbidden":
        known = _fields_at(field)
        return f"{where}there is no field {field!r}{f'; the fields are {known}' if known else ''}."
    given = "" if error["type"] == "missing" else f" (given: {error['input']!r})"
    return f"{where}{field or 'the file'}: {error['msg']}{given}."


def _titled(case: object) -> str:
    if not isinstance(case, dict):
        return ""
    known = cast(dict[str, Any], case)
    inputs = known.get("inputs")
    question = cast(dict[str, Any], inputs).get("question") if isinstance(inputs, dict) else inputs
    title = known.get("name") or question
    return f" (“{_shortened(plain(str(title)))}”)" if title else ""


def _fields_at(field: str) -> str:
    models = {"inputs": Ask, "expected_output": Expected, "metadata": Labels}
    model = models.get(field.partition(".")[0])
    if model is not None and field.count(".") == 1:
        return ", ".join(model.model_fields)
    return "" if "." in field else "name, inputs, expected_output, metadata, evaluators"


_NO_EVALUATOR = re.compile(r"^((?:report )?evaluator) '(\w+)' is not in .*?Valid choices: \[(.*?)\]", re.IGNORECASE)


def _evaluator_fault(error: BaseException) -> str:
    """What is wrong with an evaluator that a file names: unknown, or with arguments that it does not take."""
    text = _one_line(error)
    unknown = _NO_EVALUATOR.match(text)
    if unknown is None:
        return text
    kind, name, choices = unknown.group(1).lower(), unknown.group(2), unknown.group(3).replace("'", "")
    near = get_close_matches(name, choices.split(", "), 1)
    meant = f"Did you mean {near[0]}? " if near else ""
    return f"there is no {kind} {name!r}. {meant}Those here are: {choices}."


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())


# --- specialists ------------------------------------------------------------------------------------------------------


def specialists_cases(registry: Registry) -> list[CaseOf]:
    """The `eval:` cases of the specialists' own files. One that is also among the examples the router learned from
    is filed under `tune`: that it goes right proves nothing."""
    learned = {_bare(text) for texts in registry.examples.values() for text in texts}
    found: list[CaseOf] = []
    for specialist in registry:
        for case in specialist.spec.eval:
            split: Split = "tune" if _bare(case.question) in learned else "report"
            found.append(
                CaseOf(
                    name=f"{specialist.path.name}: {_shortened(plain(case.question))}",
                    inputs=Ask(question=case.question),
                    expected_output=Expected(route=case.route or NOBODY, says=case.expects or None),
                    metadata=Labels(split=split, kind="own-file"),
                )
            )
    return found


def _bare(text: str) -> str:
    return " ".join("".join(ch if ch.isalnum() else " " for ch in text.lower()).split())


# --- the editor's schema ----------------------------------------------------------------------------------------------


def schema_text(folder: Path = SHIPPED) -> str:
    """The JSON schema of the suites in a folder, with every evaluator that they may name, as its file should be.

    It asks for what `read_suite` asks for beside what pydantic-evals does: a case, its split, and evaluators.
    """
    kinds = find_evaluators(folder)
    schema = Cases.model_json_schema_with_evaluators(kinds.of_cases, kinds.of_reports)
    case, some = schema["$defs"]["Case"], {"required": ["evaluators"], "properties": {"evaluators": {"minItems": 1}}}
    case["properties"]["metadata"] = {"$ref": "#/$defs/Labels"}
    case["required"].append("metadata")
    schema["properties"]["cases"]["minItems"] = 1
    schema["anyOf"] = [some, {"properties": {"cases": {"items": some}}}]
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write_schema(folder: Path = SHIPPED) -> bool:
    """Writes the schema of a folder of suites; whether it changed. Raises SuiteError when there is no suite in it."""
    find_suites(folder)
    text, file = schema_text(folder), folder / SCHEMA
    if file.is_file() and file.read_text("utf-8") == text:
        return False
    write_file(file, text)
    return True
