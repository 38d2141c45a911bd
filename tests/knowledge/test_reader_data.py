"""JSON becomes rows, headings and "key: value" lines with the lines of the file, or is refused with the place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from knowledge.errors import DocumentRefused
from knowledge.readers import data
from knowledge.readers.data import read_json
from knowledge.types import Block, Reading


def read(tmp_path: Path, text: str | bytes) -> Reading:
    path = tmp_path / "x.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_json(path, "codes.json", time.monotonic() + 60)


def refused(tmp_path: Path, text: str) -> tuple[str, str]:
    with pytest.raises(DocumentRefused) as caught:
        read(tmp_path, text)
    return caught.value.kind, str(caught.value)


def brief(blocks: tuple[Block, ...]) -> list[tuple[str, int, str, int | None]]:
    return [(block.kind.value, block.level, block.text, block.line) for block in blocks]


def test_an_array_of_objects_is_a_table_under_their_keys(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '[\n {"code": "E1", "fix": {"who": "crew", "minutes": 1.50}},\n {"code": "E2", "parts": ["fan", "belt"]}\n]\n',
    )
    assert brief(found.blocks) == [("row", 0, "E1 | crew | 1.50 | ", 2), ("row", 0, "E2 |  |  | fan, belt", 3)]
    assert found.blocks[0].header == ("code", "fix.who", "fix.minutes", "parts")
    assert found.blocks[1].cells == ("E2", "", "", "fan, belt")
    assert (found.title, found.pages[0].tables, found.pages[0].blocks) == ("", 1, 2)


def test_json_lines_are_one_array_with_the_lines_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, '\n{"code": "E1", "open": true}\n\n{"code": "E2", "open": null}\n')
    assert brief(found.blocks) == [("row", 0, "E1 | true", 2), ("row", 0, "E2 | ", 4)]


def test_an_object_is_lines_and_what_is_in_it_follows_under_headings(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """{
  "title": "Fryer  F2",
  "oil": {"litres": 12, "kinds": ["palm", "canola"], "note": ""},
  "model": "F2-40",
  "steps": ["Turn the fryer off at the wall and wait until the oil is cold.",
            "2. Open the drain valve and let all of the oil run into the container."],
  "warning": "Hot oil burns.",
  "codes": [{"code": "E1", "action": "Call service"}],
  "places": [{"name": "Kitchen", "people": [{"name": "Ana"}, "Bo"]}, "Bar", []]
}""",
    )
    assert found.title == "Fryer F2"
    assert brief(found.blocks) == [
        ("paragraph", 0, "title: Fryer F2", 2),
        ("paragraph", 0, "model: F2-40", 4),
        ("warning", 0, "Hot oil burns.", 7),
        ("heading", 1, "oil", 3),
        ("paragraph", 0, "litres: 12", 3),
        ("paragraph", 0, "kinds: palm, canola", 3),
        ("heading", 1, "steps", 5),
        ("item", 0, "Turn the fryer off at the wall and wait until the oil is cold.", 5),
        ("step", 0, "Open the drain valve and let all of the oil run into the container.", 6),
        ("heading", 1, "codes", 8),
        ("row", 0, "E1 | Call service", 8),
        ("heading", 1, "places", 9),
        ("heading", 2, "Kitchen", 9),
        ("paragraph", 0, "name: Kitchen", 9),
        ("heading", 3, "people", 9),
        ("heading", 4, "Ana", 9),
        ("paragraph", 0, "name: Ana", 9),
        ("item", 0, "Bo", 9),
        ("item", 0, "Bar", 9),
    ]
    assert found.blocks[10].table == "codes"


def test_objects_with_little_in_common_are_no_table(tmp_path: Path) -> None:
    found = read(tmp_path, "[" + ", ".join(f'{{"k{number}": {number}}}' for number in range(5)) + "]")
    assert brief(found.blocks)[:4] == [
        ("heading", 1, "1", 1),
        ("paragraph", 0, "k0: 0", 1),
        ("heading", 1, "2", 1),
        ("paragraph", 0, "k1: 1", 1),
    ]


def test_numbers_stay_as_written_and_nothing_is_kept_that_cannot_be_stored(tmp_path: Path) -> None:
    found = read(tmp_path, b'\xef\xbb\xbf{"n": 1' + b"0" * 5000 + b', "f": 0.10, "half": "a\\ud800\\u0000b"}')
    assert [block.text for block in found.blocks] == ["n: 1" + "0" * 5000, "f: 0.10", "half: a?b"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1,\n "b" 2}', "line 2, column 6: Expecting “:”"),
        ('{"a": 1,\n}', "line 2, column 1: Expecting a key in double quotes"),
        ('[1 "2"]', "line 1, column 4: Expecting “,”"),
        ('{"a": "never ends}', "line 1, column 7: Unterminated string starting"),
        ('{"a": 1} {"a": 2}', "line 1, column 10: More text after the value"),
        ("[1, 2", "line 1, column 6: Expecting “,”"),
        ("Not at all", "line 1, column 1: Expecting value"),
        (" \n ", "line 2, column 2: Expecting value"),
    ],
)
def test_what_is_not_json_is_refused_with_line_and_column(tmp_path: Path, text: str, place: str) -> None:
    assert refused(tmp_path, text) == (
        "corrupted",
        f"“codes.json” is not JSON in {place}. Correct it there, or export it again.",
    )


def test_depth_number_and_time_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fits = "[" * data.MAX_DEPTH + "]" * data.MAX_DEPTH
    assert read(tmp_path, fits).blocks == ()
    assert refused(tmp_path, "[" * 100_000) == (
        "security_risk",
        "“codes.json” nests values more than 50 deep in line 1. Export it with fewer levels.",
    )
    many = tmp_path / "many.json"
    many.write_text("[" + "1," * 1000 + "1]")
    with pytest.raises(DocumentRefused, match="took too long to read: stopped at line 1"):
        read_json(many, "many.json", 0)
    monkeypatch.setattr(data, "MAX_VALUES", 3)
    assert read(tmp_path, "[1, 2]").blocks
    assert refused(tmp_path, "[1, 2, 3]")[0] == "security_risk"
