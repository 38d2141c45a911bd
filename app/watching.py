"""Watches a folder and keeps the library as it is there."""

from __future__ import annotations

from pathlib import Path

from app.intake import Listener, Source, find_sources, take_in
from app.jobs import Jobs
from knowledge.chunking import document_id_of
from knowledge.errors import NotFound
from knowledge.types import Scope

SETTLE_MILLISECONDS = 800
"""Silence after a change before it is looked at: a file that is still being copied is not read half."""
LOOK_AGAIN_MILLISECONDS = 30_000
"""Longest time between two looks: shared network folders tell of no changes."""


async def watch_folder(
    jobs: Jobs, folder: Path, collection: str | None, listener: Listener, *, delete_removed: bool = False
) -> None:
    """Takes in what is in the folder, then what changes, until cancelled.

    `delete_removed` deletes the documents whose files are removed while it watches; else they stay.
    """
    # imported here: only those who watch need it
    from watchfiles import awatch  # pyright: ignore[reportUnknownVariableType] - anyio's event is untyped in it

    known = await _take_in(jobs, folder, collection, listener, {})
    async for _changes in awatch(
        folder, step=SETTLE_MILLISECONDS, rust_timeout=LOOK_AGAIN_MILLISECONDS, yield_on_timeout=True, recursive=True
    ):
        present = await _take_in(jobs, folder, collection, listener, known)
        if delete_removed:
            for source in known.keys() - present.keys():
                await _delete(jobs, source)
        known = present


_Known = dict[tuple[str, str], tuple[int, int]]
"""By collection and name of a document, when its file was last changed (in nanoseconds) and how many bytes it has."""


async def _take_in(jobs: Jobs, folder: Path, collection: str | None, listener: Listener, known: _Known) -> _Known:
    """Takes in what is not `known` of the folder as it is now, and gives what is known then."""
    present: _Known = {}
    changed: list[Source] = []
    for source in find_sources([folder], collection):
        if not isinstance(source, Source):
            continue
        key = (source.collection, source.name)
        try:
            status = source.path.stat()
        except FileNotFoundError:  # gone since the folder was listed
            continue
        present[key] = (status.st_mtime_ns, status.st_size)
        if known.get(key) != present[key]:
            changed.append(source)
    if changed:
        await take_in(jobs, changed, listener)
    return present


async def _delete(jobs: Jobs, source: tuple[str, str]) -> None:
    scope = Scope()
    try:
        await jobs.delete(scope, document_id_of(scope.workspace, *source))
    except NotFound:
        return  # somebody else deleted it already
