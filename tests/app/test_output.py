"""A command whose output cannot be written ends quietly or with one line, and its exit code says so."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.cli import main

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
