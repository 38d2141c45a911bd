"""A command whose output cannot be written ends quietly or with one line; what it prints does not steer terminals."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main

from .conftest import Ran

COMMANDS = [["--help"], ["settings", "--json"], ["eval", "list"], ["ask", "How hot must chicken be?"]]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_that_has_gone_ends_the_command_without_a_word(
    data: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdout", nobody)
        code = main(["--data", str(data), *command])
    assert (code, capsys.readouterr().err) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_is_told_in_one_line(
    data: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        code = main(["--data", str(data), *command])
    assert (code, capsys.readouterr().err) == (
        3,
        "linelead: What there is to print cannot be written (No space left on device). Free some space, or send it"
        " elsewhere.\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no file is called so there")
def test_control_characters_of_names_and_titles_are_spelt_and_in_json_exact(
    linelead: Callable[..., Ran], empty: Path, tmp_path: Path
) -> None:
    name, title = "juicer\x1b[2J\nOwned ready\x07.md", "Juicer\x1b]0;owned\x07"
    manual = tmp_path / "manuals" / name
    manual.parent.mkdir()
    manual.write_text(f"# {title}\n\nRinse the basket of the juicer \x9b31mevery evening.\n", "utf-8")
    data = empty
    asked = "when do I rinse the basket of the juicer?"
    printed = [
        linelead("--data", data, "ingest", manual.parent, manual, tmp_path / f"none{name}", "--pages"),
        linelead("--data", data, "documents", "list"),
        linelead("--data", data, "documents", "show", f"d{name}"),
        linelead("--data", data, "ask", asked),
    ]
    for ran in printed:
        assert [sign for sign in ran.out + ran.err if (sign < " " and sign != "\n") or "\x7f" <= sign < "\xa0"] == []
        assert not any(line.startswith("Owned ready") for line in ran.out.splitlines())
        assert "uicer\\x1b" in ran.out or "juicer\\x1b" in ran.err
    [document] = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    assert (document["name"], document["title"]) == (name, title)
    assert "\x9b31m" in json.loads(linelead("--data", data, "ask", "--json", asked).out)["answer"]
