"""The catalogue shows a scope its own documents, whole versions only, and says what is wrong with its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.catalogue import Catalogue
from knowledge.chunking import RECIPE, chunk, document_id_of
from knowledge.codes import code_rows
from knowledge.errors import DocumentRemoved, LineleadError, NotFound, OperatorError, StoreUnavailable
from knowledge.recorder import Code, NewVersion, Pending, Recorder
from knowledge.types import (
    Block,
    BlockKind,
    Box,
    Changes,
    DocumentReport,
    DocumentState,
    PageReport,
    Reading,
    Scope,
    Word,
)

EVERYTHING = Scope()


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite3")
    yield opened
    opened.close()


def manual(machine: str, meaning: str) -> Reading:
    words = (Word(0, 5, Box(2, 10, 20, 30, 40)),)
    blocks = (
        Block(BlockKind.HEADING, "Error codes", level=1, page=1),
        Block(BlockKind.PARAGRAPH, f"Codes of the {machine}. They blink.", page=1),
        Block(
            BlockKind.ROW, f"E05 | {meaning}", page=2, words=words, cells=("E05", meaning), header=("Code", "Meaning")
        ),
    )  # fmt: skip
    return Reading(machine, blocks, (PageReport(1, 50, 2), PageReport(2, 20, 1, warnings=("faint",))), ("old scan",))


def sha256_of(document_id: str) -> str:
    """That of no file: documents are told apart by it."""
    return document_id.ljust(64, "0")


def store(
    catalogue: Catalogue, name: str, reading: Reading, *, collection: str = "general", workspace: str = "default"
) -> str:
    document_id = document_id_of(workspace, collection, name)
    pending = Pending(document_id, workspace, collection, name, sha256_of(document_id), 100, "t" + document_id)
    made = chunk(document_id, reading)
    codes = [Code(code, c["meaning"], c["cause"], c["action"], row.id) for row, code, c in code_rows(made.blocks)]
    Recorder(catalogue).queue(pending)
    Recorder(catalogue).commit(
        pending,
        NewVersion(
            reading.title, "application/pdf", DocumentState.READY, "", 2, reading.pages, reading.warnings,
            made.blocks, made.chunks, made.windows, codes, RECIPE,
        ),
    )  # fmt: skip
    return document_id


def test_what_was_stored_comes_back_the_same(catalogue: Catalogue) -> None:
    reading = manual("FryMate 240", "Oil too hot")
    document_id = store(catalogue, "fryer.pdf", reading)
    made = chunk(document_id, reading)
    document = catalogue.document(EVERYTHING, document_id)
    assert (document.title, document.version, document.state, document.blocks) == ("FryMate 240", 1, "ready", 3)
    assert catalogue.documents(EVERYTHING) == [document]
    assert catalogue.blocks(EVERYTHING, document_id) == list(made.blocks)
    assert catalogue.section(EVERYTHING, document_id, ("Error codes",)) == list(made.blocks)
    assert catalogue.chunk(EVERYTHING, made.chunks[0].id) == (made.chunks[0], document)
    assert catalogue.block(EVERYTHING, made.blocks[1].id + ".1") == (made.blocks[1], document)
    assert catalogue.report(EVERYTHING, document_id) == DocumentReport(reading.pages, ("old scan",))
    for _ in range(2):  # from the file, then from memory
        loaded = catalogue.load(EVERYTHING, [*(window.id for window in made.windows), "unknown"])
        assert loaded == {window.id: (window, made.chunks[0], document) for window in made.windows}


def test_lexical_search_stems_and_puts_the_better_match_first(catalogue: Catalogue) -> None:
    fryer = store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil too hot"))
    store(catalogue, "ice.pdf", manual("GlacierPro 450", "Water valve stuck"))
    found = catalogue.lexical(EVERYTHING, '"valves" OR "code"', 10)
    assert found == sorted(found, key=lambda hit: -hit[1])
    best = catalogue.load(EVERYTHING, [found[0][0]])[found[0][0]]
    assert "valve" in best[0].text
    assert best[2].id != fryer
    assert catalogue.frequencies(["valves", "e05", "absent"]) == {"valves": 1, "e05": 2, "absent": 0}
    assert catalogue.window_count(EVERYTHING) == 4


def test_the_meaning_of_a_code_depends_on_the_machine(catalogue: Catalogue) -> None:
    store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil too hot"))
    store(catalogue, "ice.pdf", manual("GlacierPro 450", "Water valve stuck"))
    rows = catalogue.codes(EVERYTHING, "e-05")
    assert [(row.machine, row.code, row.meaning) for row in rows] == [
        ("FryMate 240", "E05", "Oil too hot"),
        ("GlacierPro 450", "E05", "Water valve stuck"),
    ]
    assert rows[0].stored.block.words == (Word(0, 5, Box(2, 10, 20, 30, 40)),)
    assert catalogue.codes(EVERYTHING, "E06") == []
    assert [title for _, title in catalogue.machines(EVERYTHING)] == ["FryMate 240", "GlacierPro 450"]


SCOPES_THAT_MUST_NOT_SEE = {
    "another workspace": Scope(workspace="other"),
    "other collections": Scope(collections=frozenset({"safety"})),
    "no collection": Scope(collections=frozenset()),
    "a role that may not read": Scope(roles=frozenset({"crew"})),
    "no role": Scope(roles=frozenset()),
}


@pytest.mark.parametrize("scope", SCOPES_THAT_MUST_NOT_SEE.values(), ids=SCOPES_THAT_MUST_NOT_SEE.keys())
def test_no_read_shows_what_the_scope_may_not_see(catalogue: Catalogue, scope: Scope) -> None:
    reading = manual("FryMate 240", "Oil too hot")
    document_id = store(catalogue, "fryer.pdf", reading, collection="equipment")
    store(catalogue, "wet.pdf", Reading("Floors", (Block(BlockKind.PARAGRAPH, "Mop."),), ()), collection="safety")
    Recorder(catalogue).set_roles("default", "equipment", ["manager"])
    made = chunk(document_id, reading)
    assert catalogue.load(Scope(roles=frozenset({"manager"})), [made.windows[0].id])  # and into memory

    assert all(document.id != document_id for document in catalogue.documents(scope))
    assert "equipment" not in catalogue.collections(scope)
    assert "equipment" not in (catalogue.restriction(scope) or ())
    assert catalogue.restriction(EVERYTHING) is None
    hits = [window for window, _ in catalogue.lexical(scope, '"e05"', 10)]
    assert (hits, catalogue.load(scope, [window.id for window in made.windows])) == ([], {})
    assert catalogue.codes(scope, "E05") == catalogue.machines(scope) == []
    assert catalogue.section(scope, document_id, ("Error codes",)) == []
    assert catalogue.window_count(scope) in (0, 1)  # at most the other document's
    forbidden: list[Callable[[], object]] = [
        lambda: catalogue.document(scope, document_id),
        lambda: catalogue.blocks(scope, document_id),
        lambda: catalogue.report(scope, document_id),
        lambda: catalogue.block(scope, made.blocks[1].id),
        lambda: catalogue.chunk(scope, made.chunks[0].id),
    ]
    for read in forbidden:
        with pytest.raises(NotFound):
            read()


def test_a_new_version_replaces_the_old_one_at_once_and_keeps_the_ids_of_equal_text(catalogue: Catalogue) -> None:
    document_id = store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil too hot"))
    old = catalogue.blocks(EVERYTHING, document_id)
    store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil far too hot"))
    new = catalogue.blocks(EVERYTHING, document_id)
    assert catalogue.document(EVERYTHING, document_id).version == 2
    assert [stored.id for stored in old[:2]] == [stored.id for stored in new[:2]]
    with pytest.raises(NotFound, match=f'No span "{old[2].id}"'):
        catalogue.block(EVERYTHING, old[2].id)
    assert catalogue.codes(EVERYTHING, "E05")[0].meaning == "Oil far too hot"
    assert len(catalogue.lexical(EVERYTHING, '"far"', 10)) == 1


def test_a_queued_or_failed_document_is_listed_and_not_searched(catalogue: Catalogue) -> None:
    recorder = Recorder(catalogue)
    pending = Pending("d1", "default", "general", "scan.pdf", "1" * 64, 5, "t1")
    recorder.queue(pending)
    assert [(d.name, d.state, d.windows) for d in catalogue.documents(EVERYTHING)] == [("scan.pdf", "queued", 0)]
    recorder.fail(pending, "There is no text in the file.", "no_text", DocumentReport((PageReport(1, 0, 0, images=1),)))
    failed = catalogue.document(EVERYTHING, "d1")
    assert (failed.state, failed.reason) == ("failed", "There is no text in the file.")
    assert catalogue.report(EVERYTHING, "d1").pages == (PageReport(1, 0, 0, images=1),)
    with pytest.raises(NotFound, match="No file is kept"):
        catalogue.file(failed)


def test_a_failed_new_version_leaves_the_old_one_searchable_and_says_so(catalogue: Catalogue) -> None:
    document_id = store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil too hot"))
    recorder = Recorder(catalogue)
    pending = Pending(document_id, "default", "general", "fryer.pdf", "1" * 64, 5, "t2")
    recorder.queue(pending)
    recorder.advance(pending, DocumentState.PARSING)
    recorder.fail(pending, "The file is damaged.", "corrupted")
    document = catalogue.document(EVERYTHING, document_id)
    assert (document.state, document.version, document.sha256) == (DocumentState.READY, 1, sha256_of(document_id))
    assert document.reason.endswith("The file is damaged.")
    assert len(catalogue.lexical(EVERYTHING, '"e05"', 10)) == 1


def test_readers_cannot_write(catalogue: Catalogue) -> None:
    with pytest.raises(StoreUnavailable, match="read-only"), catalogue.database.read() as connection:
        connection.exec_driver_sql("DELETE FROM documents")


def test_removing_leaves_a_tombstone_and_no_row_of_the_content(catalogue: Catalogue) -> None:
    document_id = store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil too hot"))
    Recorder(catalogue).remove(document_id)
    with catalogue.database.read() as connection:
        for table in ("pages", "blocks", "chunks", "windows", "windows_fts_docsize", "codes"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0, table
    assert catalogue.documents(EVERYTHING) == []
    with pytest.raises(DocumentRemoved, match=r"“fryer\.pdf” was removed on \d{4}-\d\d-\d\d\."):
        catalogue.document(EVERYTHING, document_id)
    assert store(catalogue, "fryer.pdf", manual("FryMate 240", "Oil too hot")) == document_id
    assert catalogue.document(EVERYTHING, document_id).state is DocumentState.READY


def test_a_new_version_says_which_sections_it_changed(catalogue: Catalogue) -> None:
    def version(*sections: tuple[str, str]) -> Reading:
        blocks: list[Block] = []
        for heading, sentence in sections:
            blocks += [Block(BlockKind.HEADING, heading, level=1), Block(BlockKind.PARAGRAPH, sentence)]
        return Reading("Opening", tuple(blocks), (PageReport(1, 10, 2),))

    store(catalogue, "opening.md", version(("Doors", "Unlock them."), ("Lights", "Switch on."), ("Till", "Count it.")))
    document_id = store(
        catalogue, "opening.md", version(("Doors", "Unlock both."), ("Lights", "Switch on."), ("Grill", "Heat it."))
    )
    assert catalogue.report(EVERYTHING, document_id).changes == Changes(("Grill",), ("Till",), ("Doors",))


def test_a_file_of_the_first_schema_is_brought_up_and_keeps_its_documents(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite3"
    older = Catalogue(path)
    document_id = store(older, "fryer.pdf", manual("FryMate 240", "Oil too hot"))
    known = older.document(EVERYTHING, document_id)
    older.close()
    connection = sqlite3.connect(path)
    for table, column in (
        ("documents", "code"), ("documents", "changes"), ("pages", "name"), ("pages", "confidence"),
        ("pages", "seconds"), ("blocks", "place"), ("documents", "ticket"), ("documents", "queued_at"),
        ("documents", "failed_sha256"), ("documents", "failed_size"),
    ):  # fmt: skip
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    newer = Catalogue(path)
    assert newer.document(EVERYTHING, document_id) == known
    assert len(newer.blocks(EVERYTHING, document_id)) == known.blocks
    newer.close()


def overwrite(path: Path) -> None:
    path.write_bytes(b"not a database" * 100)


def make_newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "error", "message"),
    [
        (overwrite, StoreUnavailable, "not a Linelead database"),
        (make_newer, OperatorError, "made by a newer Linelead .schema 99"),
        (make_folder, StoreUnavailable, "cannot be opened"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(
    tmp_path: Path, spoil: Callable[[Path], None], error: type[LineleadError], message: str
) -> None:
    path = tmp_path / "catalogue.sqlite3"
    spoil(path)
    with pytest.raises(error, match=message) as caught:
        Catalogue(path)
    assert str(path) in str(caught.value)
