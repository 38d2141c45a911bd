"""`linelead watch` keeps a library as its folder is; failed documents are tried again from the command line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import FRYER, OVEN, Ran, wait_until

Command = Callable[..., Ran]


class Watching:
    """A `linelead watch` in a process of its own, and the lines it has printed."""

    def __init__(self, data: Path, folder: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "--data", str(data), "watch", str(folder), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def has_told(self, *words: str) -> bool:
        return any(all(word in line for word in words) for line in list(self.lines))

    def stop(self, by: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(by)
        code = self.process.wait(timeout=30)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "manuals"
    made.mkdir()
    (made / "fryer.md").write_text(FRYER, "utf-8")
    return made


@pytest.fixture
def watch(tmp_path: Path, folder: Path) -> Iterator[Callable[..., Watching]]:
    running: list[Watching] = []

    def start(*options: str) -> Watching:
        running.append(Watching(tmp_path / "data", folder, *options))
        return running[-1]

    yield start
    for each in running:
        if each.process.poll() is None:
            each.stop(signal.SIGKILL)


def documents(linelead: Command, data: Path) -> list[tuple[str, str, int]]:
    listed = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    return [(document["name"], document["state"], document["version"]) for document in listed]


def test_a_watched_folder_is_taken_in_then_every_change_until_ctrl_c(
    watch: Callable[..., Watching], linelead: Command, folder: Path, tmp_path: Path
) -> None:
    watching = watch("--delete")
    wait_until(lambda: watching.has_told("fryer.md", "ready"), 60)
    (folder / "oven.md").write_text(OVEN, "utf-8")
    wait_until(lambda: watching.has_told("oven.md", "ready"), 60)
    (folder / "fryer.md").unlink()
    (folder / "oven.md").write_text(OVEN.replace("gasket", "seal"), "utf-8")
    wait_until(lambda: sum("oven.md" in line and "ready" in line for line in watching.lines) == 2, 60)
    # a deletion is not told: what comes after it is
    (folder / "grill.md").write_text(OVEN, "utf-8")
    wait_until(lambda: watching.has_told("grill.md", "ready"), 60)
    assert watching.stop() == 0
    assert documents(linelead, tmp_path / "data") == [("grill.md", "ready", 1), ("oven.md", "ready", 2)]


def test_a_folder_that_is_none_is_refused_by_name(linelead: Command, tmp_path: Path) -> None:
    refused = linelead("--data", tmp_path / "data", "watch", tmp_path / "nowhere")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == f"linelead: {tmp_path / 'nowhere'} is not a folder; name one to watch.\n"


def test_a_failed_document_is_tried_again_and_says_why_it_fails_again(linelead: Command, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF\n")
    assert linelead("--data", data, "ingest", tmp_path / "torn.pdf").code == 1
    document = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"][0]
    again = linelead("--data", data, "documents", "retry", document["id"])
    assert again.code == 1
    assert document["reason"] in again.out + again.err
    missing = linelead("--data", data, "documents", "retry", "d-none")
    assert (missing.code, missing.out) == (1, "")
    assert "d-none" in missing.err


def test_the_formats_are_listed_with_the_limits_in_force(
    linelead: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINELEAD_MAX_MEGABYTES", '{".pdf": 80}')
    formats = json.loads(linelead("--data", tmp_path / "data", "documents", "formats", "--json").out)["formats"]
    limits = {suffix: row["max_megabytes"] for row in formats for suffix in row["suffixes"]}
    assert (limits[".pdf"], limits[".docx"], limits[".mp4"]) == (80, 50, 500)
    assert {".heic", ".msg", ".xlsm", ".odp", ".mov"} < limits.keys()
    plain = linelead("--data", tmp_path / "data", "documents", "formats")
    assert (plain.code, len(plain.out.splitlines())) == (0, len(formats))
