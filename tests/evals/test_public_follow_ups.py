"""Turns of public conversations are judged as the product judges a crew's."""

from __future__ import annotations

import json
from pathlib import Path

from evals.public.figures import Measuring
from evals.public.follow_ups import FORM, Turn, read

TURNS = [
    {"topic": ["Ada", "Life"], "history": [], "text": "Who was Ada?", "rewrite": "", "needs_context": False},
    {
        "topic": ["Ada", "Life"],
        "history": ["Who was Ada?", "A mathematician."],
        "text": "When was she born?",
        "rewrite": "When was Ada Lovelace born?",
        "needs_context": True,
    },
    {
        "topic": ["Ada", "Life"],
        "history": ["Who was Ada?", "A mathematician.", "When was she born?", "In 1815."],
        "text": "Who was Charles Babbage?",
        "rewrite": "Who was Charles Babbage?",
        "needs_context": False,
    },
]


def write(folder: Path) -> None:
    (folder / "turns.jsonl").write_text("\n".join(json.dumps(turn) for turn in TURNS), "utf-8")


def test_turns_after_others_are_read_with_the_users_own_turns_and_their_rewrites(tmp_path: Path) -> None:
    write(tmp_path)
    assert FORM.fits(tmp_path)
    assert read(tmp_path) == [
        Turn("When was she born?", ("Who was Ada?",), True, "Ada / Life"),
        Turn("When was Ada Lovelace born?", ("Who was Ada?",), False, "Ada / Life"),
        Turn("Who was Charles Babbage?", ("Who was Ada?", "When was she born?"), False, "Ada / Life"),
    ]


def test_every_figure_of_a_set_is_measured(tmp_path: Path) -> None:
    folder = tmp_path / "canard"
    folder.mkdir()
    write(folder)
    figures = list(FORM.measure(folder, Measuring(lambda _line: None)))
    assert [(figure.metric, figure.value, figure.size, figure.bar) for figure in figures] == [
        ("accuracy", 1.0, 3, 0.922),
        ("needed and seen", 1.0, 1, None),
        ("not needed and let be", 1.0, 2, None),
    ]


def test_a_set_without_such_turns_gives_no_data_instead_of_a_number(tmp_path: Path) -> None:
    (tmp_path / "turns.jsonl").write_text(json.dumps(TURNS[0]), "utf-8")
    assert [(figure.value, figure.note) for figure in FORM.measure(tmp_path, Measuring(lambda _line: None))] == [
        (None, "no such turn")
    ] * 3
