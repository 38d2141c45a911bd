from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.intake import Outcome, Source, find_sources, sample_sources
from knowledge.library import Library

from .conftest import Ran

Command = Callable[..., Ran]


def test_a_file_belongs_to_the_first_folder_below_the_one_given(tmp_path: Path) -> None:
    for name in ("top.md", "bar/shaker.md", "bar/mixers/blender.md", ".git/config.md", "bar/~$shaker.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Text\n", "utf-8")
    assert list(find_sources([tmp_path], None)) == [
        Source(tmp_path / "top.md", "general", "top.md"),
        Source(tmp_path / "bar/shaker.md", "bar", "shaker.md"),
        Source(tmp_path / "bar/mixers/blender.md", "bar", "mixers/blender.md"),
    ]
    assert list(find_sources([tmp_path / "bar"], "drinks")) == [
        Source(tmp_path / "bar/shaker.md", "drinks", "shaker.md"),
        Source(tmp_path / "bar/mixers/blender.md", "drinks", "mixers/blender.md"),
    ]


def test_a_path_that_brings_nothing_says_so(tmp_path: Path) -> None:
    missing, empty = find_sources([tmp_path / "missing", tmp_path], None)
    assert (missing, empty) == (
        Outcome(
            tmp_path / "missing",
            code="not_found",
            reason=f"There is no file or folder '{tmp_path}/missing'; check the path.",
        ),
        Outcome(tmp_path, code="not_found", reason=f"The folder '{tmp_path}' holds no files; check the path."),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems let no such name be written")
def test_what_is_no_plain_file_or_has_an_odd_name_does_not_keep_the_others(linelead: Command, tmp_path: Path) -> None:
    folder = tmp_path / "manuals"
    folder.mkdir()
    (folder / "bar.md").write_text("# Bar\n\nRinse the shaker after every drink.\n", "utf-8")
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("# Café\n\nThe grinder weighs 9 kg.\n", "utf-8")
    os.mkfifo(folder / "pipe.md")
    ran = linelead("--data", tmp_path / "data", "ingest", folder, tmp_path / ("n" * 300), "--json")
    report = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert [(d["name"], d["state"]) for d in report["documents"]] == [("bar.md", "ready"), ("caf\\xe9.md", "ready")]
    assert [f["message"] for f in report["failed"]] == [
        f"{folder}/pipe.md is a pipe or a device. Name a file that holds what comes out of it.",
        f"{tmp_path}/{'n' * 300} cannot be looked into (File name too long). Check its name and permissions.",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are closed otherwise there")
def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # what lies above it is closed to others, too
    tmp_path.chmod(0o755)
    closed = Path("manuals/closed")
    closed.mkdir(parents=True)
    closed.chmod(0)
    is_root = os.geteuid() == 0  # root may look into everything
    if is_root:
        os.seteuid(65534)
    try:
        found = list(find_sources([Path("manuals"), closed / "oven.md"], None))
    finally:
        if is_root:
            os.seteuid(0)
    assert [(outcome.path, outcome.failed) for outcome in found if isinstance(outcome, Outcome)] == [
        (closed, True),
        (closed / "oven.md", True),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="rights are taken away otherwise there")
def test_a_file_that_may_not_be_read_is_not_called_damaged(linelead: Command, tmp_path: Path) -> None:
    data, config, manual = tmp_path / "data", tmp_path / "linelead.yaml", tmp_path / "broken.pdf"
    specialist = tmp_path / "specialists" / "hoist.md"
    manual.write_bytes(b"%PDF-1.7 and then nothing")
    linelead("--data", data, "ingest", manual)
    [document] = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    [stored] = (data / "files").iterdir()
    linelead("specialists", "new", "hoist", "--folder", specialist.parent)
    config.write_text(f"specialists: {specialist.parent}\n", "utf-8")
    for path, arguments in (
        (manual, ["--data", data, "ingest", manual]),
        (stored, ["--data", data, "documents", "retry", document["id"]]),
        (specialist, ["--config", config, "specialists", "list"]),
        (data / "jobs.sqlite", ["--data", data, "doctor"]),
    ):
        path.chmod(0)
        told = as_anybody(*arguments)
        assert f"{path} may not be read by the user who runs Linelead. Give that user the permission, and " in told
        assert "damaged" not in told


def as_anybody(*arguments: str | Path) -> str:
    """What a command says to a user who may read only what its permissions allow; root may read everything."""
    command = [sys.executable, "-m", "app.cli", *map(str, arguments)]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("there is no setpriv to give up root's rights with; on Debian: apt-get install util-linux")
        rights = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *command]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout + done.stderr


def test_a_file_that_was_taken_in_by_two_paths_is_quoted_once(linelead: Command, empty: Path, tmp_path: Path) -> None:
    cleaning = "Rinse the juicer basket with warm water every evening."
    codes = "| Code | Meaning |\n|---|---|\n| E05 | The lid is open |\n"
    text = f"# Zumex juicer\n\n## Cleaning\n\n{cleaning}\n\n## Codes\n\n{codes}"
    data, first, second = empty, tmp_path / "bar" / "juicer.md", tmp_path / "bar" / "old" / "juicer.md"
    second.parent.mkdir(parents=True)
    for path in (first, second):
        path.write_text(text, "utf-8")

    def quoted(question: str) -> list[tuple[str, str]]:
        answered = json.loads(linelead("--data", data, "ask", "--json", question).out)
        assert "Which machine" not in answered["answer"]
        return [(citation["collection"], citation["quote"]) for citation in answered["citations"]]

    ran = linelead("--data", data, "ingest", first.parent)
    told = "old/juicer.md is the same file as general/juicer.md: answers quote only that one."
    assert ran.out.splitlines()[-1] == told
    how, code = "how do I clean the basket of the juicer?", "E05"
    assert (quoted(how), [place for place, _ in quoted(code)]) == ([("general", cleaning)], ["general"])
    document, _ = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    linelead("--data", data, "documents", "delete", document["id"])
    assert (quoted(how), [place for place, _ in quoted(code)]) == ([("old", cleaning)], ["old"])
    first.write_text(text.replace("open", "off"), "utf-8")  # another document of the same title: both count
    linelead("--data", data, "ingest", first)
    assert {place for place, _ in quoted(code)} == {"general", "old"}


async def test_the_sample_site_is_not_mixed_with_documents_of_ones_own(library: Library, tmp_path: Path) -> None:
    assert {source.collection for source in sample_sources(library)} >= {"equipment", "safety"}
    (tmp_path / "own.md").write_text("# Own\n\nThe key hangs behind the door.\n", "utf-8")
    await library.ingestor.ingest(tmp_path / "own.md", collection="house", name="own.md")
    assert sample_sources(library) == []
