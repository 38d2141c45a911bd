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


async def watch_folder(
    jobs: Jobs, folder: Path, collection: str | None, listener: Listener, *, delete_removed: bool = False
) -> None:
    """Takes in what is in the folder, then what changes, until cancelled.

    `delete_removed` deletes the documents whose files are removed while it watches; else they stay.
    """
    # imported here: only those who watch need it
    from watchfiles import awatch  # pyright: ignore[reportUnknownVariableType] - anyio's event is untyped in it

    known = await _take_in(jobs, folder, collection, listener)
    async for _changes in awatch(folder, step=SETTLE_MILLISECONDS, recursive=True):
        present = await _take_in(jobs, folder, collection, listener)
        if delete_removed:
            for source in known - present:
                await _delete(jobs, source)
        known = present


async def _take_in(jobs: Jobs, folder: Path, collection: str | None, listener: Listener) -> set[tuple[str, str]]:
    """Takes in the folder as it is now; unchanged files cost a look at their bytes. Collection and name of each."""
    sources = [item for item in find_sources([folder], collection) if isinstance(item, Source)]
    await take_in(jobs, sources, listener)
    return {(source.collection, source.name) for source in sources}


async def _delete(jobs: Jobs, source: tuple[str, str]) -> None:
    scope = Scope()
    try:
        await jobs.delete(scope, document_id_of(scope.workspace, *source))
    except NotFound:
        return  # somebody else deleted it already
