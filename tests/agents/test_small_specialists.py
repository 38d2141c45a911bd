"""A specialist that somebody adds with five examples is found, and takes hardly a question from those shipped."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from agents.models.local_router import LocalRouter
from agents.registry import Registry
from app.wiring import Linelead

SMALL = yaml.safe_load(Path(__file__).with_name("small_specialists.yaml").read_text("utf-8"))
SUITE = Path(__file__).parents[2] / "evals" / "suites" / "routing" / "cases.yaml"


def router(sample: Linelead, examples: dict[str, list[str]]) -> LocalRouter:
    vectors = sample.orchestrator.router.vectors
    return LocalRouter(Registry.load().examples | examples, sample.library.embedder, vectors=vectors)


@pytest.mark.parametrize("part", ["tune", "report"])
async def test_five_examples_are_enough_for_most_questions_to_a_new_specialist(sample: Linelead, part: str) -> None:
    right: list[bool] = []
    for name, given in SMALL[part].items():
        found = await router(sample, {name: given["examples"]}).decide_texts(given["questions"])
        right += [decision.route == name for decision in found]
    assert sum(right) / len(right) >= 0.75


async def test_a_new_specialist_takes_hardly_a_question_from_those_shipped(sample: Linelead) -> None:
    cases = yaml.safe_load(SUITE.read_text("utf-8"))["cases"]
    texts = [case["inputs"] for case in cases if "route" in case["expected_output"]]
    before = await router(sample, {}).decide_texts(texts)
    added = {name: given["examples"] for given in SMALL.values() for name, given in given.items()}
    for name in ("forklift", "bakery", "laundry"):
        after = await router(sample, {name: added[name]}).decide_texts(texts)
        changed = [text for text, one, other in zip(texts, before, after, strict=True) if one.route != other.route]
        assert len(changed) <= 0.03 * len(texts)
