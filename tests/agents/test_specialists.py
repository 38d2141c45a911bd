"""Every specialist there is, found and not listed: each loads, is routed to, and answers from the sample site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from agents.errors import SpecialistError
from agents.registry import BUILT_IN, Registry
from agents.specialist import EvalCase, Specialist
from app.access import local_principal
from app.turns import answer_turn, classify
from app.wiring import Linelead
from tools.discovery import find_capabilities

REGISTRY = Registry.load()
CASES = [pytest.param(s, case, id=f"{s.name}: {case.question}") for s in REGISTRY for case in s.spec.eval]
every = pytest.mark.parametrize("specialist", list(REGISTRY), ids=REGISTRY.names)


@every
def test_a_specialist_is_one_file_with_examples_and_cases(specialist: Specialist) -> None:
    assert specialist.path.parent == BUILT_IN
    assert specialist.path.stem == specialist.name
    assert len(specialist.spec.routing.examples) >= 5
    assert specialist.spec.eval, "a specialist carries its own eval cases"


@every
async def test_a_specialist_is_routed_to_by_its_own_first_example(specialist: Specialist, sample: Linelead) -> None:
    principal, scope = local_principal()
    decision = await classify(sample, specialist.spec.routing.examples[0], principal=principal, scope=scope)
    assert decision.routes == [specialist.name]


@every
async def test_a_specialist_answers_when_it_is_addressed(specialist: Specialist, sample: Linelead) -> None:
    principal, scope = local_principal()
    question = next(case.question for case in specialist.spec.eval if case.route == specialist.name)
    turn = await answer_turn(sample, f"@{specialist.name} {question}", principal=principal, scope=scope)
    assert turn.route.route == specialist.name
    assert turn.answer.text
    assert [claim for claim in turn.answer.claims if claim.status not in ("supported", "own")] == []
    asks_a_quiz_question = "**Question 1 of" in turn.answer.text  # its source would give the answer away
    is_held = specialist.spec.must_retrieve and not turn.answer.refused and not asks_a_quiz_question
    assert turn.answer.citations or not is_held


@every
async def test_what_a_file_instructs_reaches_a_language_model(specialist: Specialist, sample: Linelead) -> None:
    told: list[str] = []

    def record(_messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        told.append(info.instructions or "")
        return ModelResponse([TextPart("Done.")])

    principal, scope = local_principal()
    agent = REGISTRY.build(model=lambda _spec: FunctionModel(record))[specialist.name]
    await agent.run("hello", deps=sample.deps(principal, scope))
    assert specialist.spec.instructions is not None
    body = str(specialist.spec.instructions).split("{{site}}")
    assert [part for part in body if part not in told[0]] == []
    assert "{{" not in told[0]


@pytest.mark.parametrize(("specialist", "case"), CASES)
async def test_the_cases_in_a_specialists_file_hold(specialist: Specialist, case: EvalCase, sample: Linelead) -> None:
    principal, scope = local_principal()
    turn = await answer_turn(sample, case.question, principal=principal, scope=scope)
    assert turn.route.route == case.route
    said = turn.answer.text.lower()
    assert [word for word in case.expects if word.lower() not in said] == []


FILE = """---
name: {name}
description: Hoists in the yard.
routing:
  examples: [how do I charge the hoist, the hoist will not lift]
{more}
---
You help with hoists.
"""


def write(folder: Path, name: str = "hoist", more: str = "must_retrieve: true", file: str = "") -> Path:
    path = folder / f"{file or name}.md"
    path.write_text(FILE.format(name=name, more=more), "utf-8")
    return path


def test_a_file_in_the_users_folder_is_found(tmp_path: Path) -> None:
    write(tmp_path)
    assert "hoist" in Registry.load(tmp_path)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("colour: red", "hoist.md: unknown key 'colour'; the keys are "),
        ("routing: {}", "hoist.md: routing.examples: Field required"),
        ("must_retrieve: perhaps", "hoist.md: must_retrieve: .* \\(given: 'perhaps'\\)"),
    ],
)
def test_a_wrong_key_is_named_with_its_file(tmp_path: Path, more: str, message: str) -> None:
    write(tmp_path, more=more)
    with pytest.raises(SpecialistError, match=message):
        Registry.load(tmp_path)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("capabilities: [Telepathy]", "capabilities: there is no capability 'Telepathy'; the ones here are {known}."),
        (
            "capabilities: [{KnowledgeSearch: {prefer: menus}}]",
            "KnowledgeSearch: prefer is 'menus'; write a list of collections, such as [menus].",
        ),
    ],
)
def test_a_capability_that_cannot_be_is_named_with_its_file(
    tmp_path: Path, sample: Linelead, more: str, fault: str
) -> None:
    write(tmp_path, more=more)
    known = ", ".join(sorted(find_capabilities()))
    message = f"hoist.md: .*{re.escape(fault.format(known=known))}"
    model = sample.orchestrator.specialists["equipment"].model
    with pytest.raises(SpecialistError, match=message):
        Registry.load(tmp_path).build(model=lambda _spec: model)  # pyright: ignore[reportArgumentType, reportUnknownLambdaType] - never asked


def test_two_specialists_of_one_name_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, name="equipment", file="second")
    with pytest.raises(SpecialistError, match=f"Two specialists are named 'equipment': .*equipment.md and {path}"):
        Registry.load(tmp_path)


def test_a_file_without_front_matter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("hello", "utf-8")
    with pytest.raises(SpecialistError, match=r"x\.md has no front matter; start it with a line '---'"):
        Registry.load(tmp_path)
