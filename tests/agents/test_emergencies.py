"""Emergencies are recognised before anything else, and everyday speech is not mistaken for one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.triage import find_emergency

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "evals" / "datasets" / "emergency.yaml").read_text("utf-8")
)
REAL = [case for cases in CASES.values() for case in cases if case["kind"]]
ALIKE = [case for cases in CASES.values() for case in cases if not case["kind"]]


def test_every_emergency_is_recognised() -> None:
    assert [case["text"] for case in REAL if find_emergency(case["text"]) is None] == []


def test_an_emergency_is_of_the_right_kind() -> None:
    wrong: list[str] = []
    for case in REAL:
        found = find_emergency(case["text"])
        if found is not None and found.kind not in case["kind"]:
            wrong.append(f"{case['text']}: {found.kind}")
    assert wrong == []


def test_everyday_speech_is_no_emergency() -> None:
    assert [case["text"] for case in ALIKE if find_emergency(case["text"]) is not None] == []


@pytest.mark.parametrize("text", ["THE FRYER IS ON FIRE!!!", "the fryer is on fire", "The fryer’s on fire…"])
def test_case_and_punctuation_do_not_matter(text: str) -> None:
    found = find_emergency(text)
    assert found is not None
    assert found.heading in ("Grease fire", "Fire")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    find_emergency(text)
