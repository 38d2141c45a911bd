"""The parsing process outlives bad files, ends with its owner, and is started again when it is gone."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import DocumentRefused
from knowledge.parsing import Parser, ParsingLimits


@pytest.fixture
def parser() -> Iterator[Parser]:
    opened = Parser()
    yield opened
    opened.close()


def write(folder: Path, text: str, name: str = "manual.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def write_slow(folder: Path) -> Path:
    """A page that its parser works on for minutes: it compares each attribute of a tag with all those before it."""
    return write(folder, f"<p {' '.join(f'a{number}' for number in range(400_000))}>Hot.", "slow.html")


def children() -> set[int]:
    return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))


def test_a_readers_refusal_comes_through_whole_and_the_same_process_reads_on(parser: Parser, tmp_path: Path) -> None:
    before = children()
    assert parser.read(write(tmp_path, "# Fryer\n\nHot."), "manual.md")[1].title == "Fryer"
    process = children() - before
    with pytest.raises(DocumentRefused) as refused:
        parser.read(write(tmp_path, "", "empty.md"), "empty.md")
    assert (refused.value.kind, str(refused.value)) == (
        "invalid_content",
        f"{refused.value.reason} {refused.value.remedy}",
    )
    assert parser.read(write(tmp_path, "# Oven\n\nHotter."), "manual.md")[1].title == "Oven"
    assert (len(process), children() - before) == (1, process)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may read what is others'")
def test_root_reads_what_lies_in_a_folder_closed_to_everybody_but_its_owner(parser: Parser, tmp_path: Path) -> None:
    path = write(tmp_path, "# Fryer\n\nHot.")
    os.chown(tmp_path, 1000, 1000)
    tmp_path.chmod(0o700)
    assert parser.read(path, "manual.md")[1].title == "Fryer"


def test_a_process_that_was_killed_is_started_again(parser: Parser, tmp_path: Path) -> None:
    before = children()
    path = write(tmp_path, "# Fryer\n\nHot.")
    parser.read(path, "manual.md")
    (first,) = children() - before
    os.kill(first, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT) is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert parser.read(path, "manual.md")[1].title == "Fryer"


def test_a_read_in_progress_ends_when_it_is_aborted(parser: Parser, tmp_path: Path) -> None:
    parser.read(write(tmp_path, "# Fryer\n\nHot."), "manual.md")  # the process is there: what is aborted is the reading
    slow = write_slow(tmp_path)
    over = threading.Event()

    def abort_until_it_is_over() -> None:
        while not over.wait(0.1):  # the first may come before the reading, which then starts another process
            parser.abort()

    aborting = threading.Thread(target=abort_until_it_is_over)
    aborting.start()
    try:
        with pytest.raises(DocumentRefused, match="made its reader crash"):  # one that is too slow is told as that
            parser.read(slow, "slow.html")
    finally:
        over.set()
        aborting.join()


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (ParsingLimits(seconds=0.5), r"took longer than 0\.5 s\."),
        (ParsingLimits(stall_seconds=0.5), r"took longer than 0\.5 s without getting on\."),
    ],
)
def test_a_read_that_waits_too_long_is_ended(tmp_path: Path, limits: ParsingLimits, reason: str) -> None:
    parser = Parser(limits)
    slow = write_slow(tmp_path)
    before = children()
    with pytest.raises(DocumentRefused, match=reason):
        parser.read(slow, "slow.html")
    assert children() == before
    parser.close()
