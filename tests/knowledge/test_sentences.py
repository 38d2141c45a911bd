"""Sentences begin and end where a reader would say, and never change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Turn it off. Wait.", ["Turn it off.", "Wait."]),
        ("Keep 4.5 in. of space. Test it.", ["Keep 4.5 in. of space.", "Test it."]),
        ("Call Dr. Ray at 6 a.m. tomorrow.", ["Call Dr. Ray at 6 a.m. tomorrow."]),
        (
            "It is 1/8 in. (3 mm) thick. Leave 6 in. Test it.",
            ["It is 1/8 in. (3 mm) thick.", "Leave 6 in.", "Test it."],
        ),
        (
            "File it under 11 U.S.C. § 704 (5 U.S.C. 552). Done.",
            ["File it under 11 U.S.C. § 704 (5 U.S.C. 552).", "Done."],
        ),
        ("Made in the U.S.A. The left one leaks.", ["Made in the U.S.A.", "The left one leaks."]),
        ("Let the air in. 2 people push.", ["Let the air in.", "2 people push."]),
        ("1. Open the valve. 2. Close it.", ["1. Open the valve.", "2. Close it."]),
        ("Is it hot? Yes! Leave", ["Is it hot?", "Yes!", "Leave"]),
        ("one line\nanother line", ["one line", "another line"]),
        ("", []),
    ],
)
def test_a_period_ends_a_sentence_only_where_one_ends(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@given(st.text(max_size=300))
def test_nothing_but_white_space_is_outside_a_sentence(text: str) -> None:
    spans = split_sentences(text)
    outside = list(text)
    for start, end in spans:
        assert start < end
        for at in range(start, end):
            outside[at] = " "
    assert "".join(outside).strip() == ""
    assert spans == sorted(spans)
