"""A data folder has one owner, and survives kill -9 and a full disk."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import StoreLocked, StoreMismatch, StoreUnavailable
from knowledge.library import Library
from knowledge.types import DocumentState, Scope
from tests.fakes import HashingEmbedder

ROOT = Path(__file__).parents[2]
EVERYTHING = Scope()
SEARCHABLE = (DocumentState.READY, DocumentState.PARTIAL)


def manual(version: int = 1, count: int = 120) -> str:
    """`count` sections, of which half differ between versions."""
    sections = (
        f"## Part {n}\n\nCheck part {n} every day. It costs {n * (version if n % 2 else 1)} dollars. Ask the manager.\n"
        for n in range(count)
    )
    return "# Parts\n\n" + "\n".join(sections)


class RenamedEmbedder(HashingEmbedder):
    name = "other-256"


class Child:
    """Another process that opens a data folder, runs a few lines there, and says "now" before it waits to be killed."""

    def __init__(self, folder: Path, lines: str) -> None:
        code = f"""
import asyncio, sys, time
from pathlib import Path
from knowledge.library import Library
from tests.fakes import HashingEmbedder

def wait():
    print("now", flush=True)
    time.sleep(60)

async def main(library):
{lines}

sys.argv = ["linelead", "serve", "--key", "secret"]
library = Library.open(Path({str(folder)!r}), embedder=HashingEmbedder())
asyncio.run(main(library))
library.close()
print("end", flush=True)
"""
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        _, errors = self.process.communicate()
        assert "Traceback" not in errors, errors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def undisturbed(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "undisturbed", embedder=HashingEmbedder())
    yield opened
    opened.close()


def test_a_second_process_is_refused_and_told_who_has_the_folder(folder: Path) -> None:
    child = Child(folder, "    wait()")
    assert child.says() == "now"
    with pytest.raises(StoreLocked) as refused:
        Library.open(folder, embedder=HashingEmbedder())
    assert str(refused.value) == (
        f"{folder} is in use by process {child.process.pid} (linelead serve). Stop it, or use another --data folder."
    )
    child.kill()
    Library.open(folder, embedder=HashingEmbedder()).close()


def test_a_folder_can_be_opened_again_after_it_was_closed_or_failed_to_open(folder: Path) -> None:
    Library.open(folder, embedder=HashingEmbedder()).close()
    catalogue = folder / "catalogue.sqlite3"
    kept = catalogue.read_bytes()
    catalogue.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreUnavailable):
        Library.open(folder, embedder=HashingEmbedder())
    catalogue.write_bytes(kept)
    Library.open(folder, embedder=HashingEmbedder()).close()


def test_a_data_folder_that_is_a_file_is_refused_by_name(folder: Path) -> None:
    folder.write_text("a file")
    with pytest.raises(StoreUnavailable, match=str(folder)):
        Library.open(folder, embedder=HashingEmbedder())


def test_a_folder_closed_by_another_thread_than_opened_it_is_free_again(folder: Path) -> None:
    library = Library.open(folder, embedder=HashingEmbedder())
    closer = threading.Thread(target=library.close)
    closer.start()
    closer.join()
    Library.open(folder, embedder=HashingEmbedder()).close()


async def test_another_embedder_is_refused_until_the_index_is_made_again(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "parts.md"
    path.write_text(manual())
    library = Library.open(folder, embedder=HashingEmbedder())
    windows = (await library.ingestor.ingest(path)).document.windows
    library.close()
    with pytest.raises(StoreMismatch, match=r"hashing-256 .*other-256 .*linelead reindex"):
        Library.open(folder, embedder=RenamedEmbedder())
    library = Library.open(folder, embedder=RenamedEmbedder(), rebuild_index=True)
    assert await library.ingestor.reindex() == windows
    library.close()
    Library.open(folder, embedder=RenamedEmbedder()).close()


KILLED_AT = {
    "parsing": 'progress.state == "parsing"',
    "before the first vectors": 'progress.state == "indexing" and progress.windows_total == 0',
    "among the vectors": "0 < progress.windows_done < progress.windows_total",
    "before the commit": "0 < progress.windows_done == progress.windows_total and progress.state == 'indexing'",
    "after the commit": "progress.state == 'ready'",
}


@pytest.mark.parametrize("version", [1, 2], ids=["new", "changed"])
@pytest.mark.parametrize("moment", KILLED_AT.values(), ids=KILLED_AT.keys())
async def test_kill_9_in_the_middle_leaves_nothing_half_visible_and_is_made_good(
    folder: Path, tmp_path: Path, undisturbed: Library, moment: str, version: int
) -> None:
    path = tmp_path / "parts.md"
    if version == 2:
        path.write_text(manual(1))
        library = Library.open(folder, embedder=HashingEmbedder())
        await library.ingestor.ingest(path)
        library.close()
    path.write_text(manual(version))
    expected = (await undisturbed.ingestor.ingest(path)).document

    child = Child(
        folder,
        f"""
    def told(progress):
        if {moment}:
            wait()
    await library.ingestor.ingest(Path({str(path)!r}), progress=told)
""",
    )
    assert child.says() == "now"
    child.process.send_signal(signal.SIGKILL)
    child.kill()
    path.unlink()

    library = Library.open(folder, embedder=HashingEmbedder())
    visible = [document for document in library.catalogue.documents(EVERYTHING) if document.state in SEARCHABLE]
    committed = moment == KILLED_AT["after the commit"]
    assert [document.version for document in visible] == ([version] if committed else [1] * (version - 1))
    words = library.catalogue.lexical(EVERYTHING, '"dollars"', 1000)
    assert len(words) == library.catalogue.window_count(EVERYTHING)  # all of the visible version, and nothing else

    recovery = await library.ingestor.recover()
    assert [result.outcome for result in recovery.finished] == (
        [] if committed else [["added", "updated"][version - 1]]
    )
    document = library.catalogue.document(EVERYTHING, expected.id)
    assert (document.state, document.version, document.sha256) == (DocumentState.READY, version, expected.sha256)
    assert library.catalogue.blocks(EVERYTHING, expected.id) == undisturbed.catalogue.blocks(EVERYTHING, expected.id)
    assert library.index.ids("default") == undisturbed.index.ids("default")
    assert (await library.ingestor.recover()).vectors_restored == 0
    library.close()


def test_a_full_disk_is_said_plainly_and_loses_nothing(folder: Path, tmp_path: Path) -> None:
    """A limit on file sizes stands for the disk: the same calls fail."""
    for name, text in (("small.md", manual()), ("big.md", manual(2, 2000))):
        (tmp_path / name).write_text(text)
    child = Child(
        folder,
        f"""
    import resource
    from knowledge.errors import StoreUnavailable
    from knowledge.types import Scope
    await library.ingestor.ingest(Path({str(tmp_path / "small.md")!r}))
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (100_000, 500_000, 1_000_000):  # for the original, then for the vectors (Chroma hung at the second)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, unlimited[1]))
        try:
            await library.ingestor.ingest(Path({str(tmp_path / "big.md")!r}))
            print("taken in")
        except StoreUnavailable as error:
            print(error)
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        print(len(library.catalogue.lexical(Scope(), '"dollars"', 1000)) > 50)
    recovery = await library.ingestor.recover()
    print([result.outcome for result in recovery.finished])
""",
    )
    output, errors = child.process.communicate(timeout=100)
    lines = output.splitlines()
    assert "big.md could not be stored" in lines[0], (output, errors)
    assert "Free some space" in lines[0]
    assert all("the vector index cannot be used" in line for line in (lines[2], lines[4])), (output, errors)
    assert [lines[1], lines[3], *lines[5:]] == ["True", "True", "True", "['added']", "end"], (output, errors)
