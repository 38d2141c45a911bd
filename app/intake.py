"""Finds the files to take in, takes them in one after the other, and tells how each one went."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import knowledge.samples
from app.jobs import JobEvent, Jobs
from knowledge.errors import InvalidInput, NotFound
from knowledge.ingest import IngestResult
from knowledge.library import Library
from knowledge.readers import SUFFIXES
from knowledge.recorder import Pending
from knowledge.types import NO_REPORT, Document, DocumentReport, Scope

GENERAL = "general"
"""Collection of files that stand in no folder of their own."""

SAMPLE_SITE = Path(knowledge.samples.__file__).parent / "site"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to take in: `name` is its path inside the collection."""

    path: Path
    collection: str
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a path went. `document` is None when nothing came of it; `code` and `reason` then say why.

    `skipped`: not tried, and not a failure. `unchanged`: the library had exactly this file already.
    """

    path: Path
    document: Document | None = None
    report: DocumentReport = NO_REPORT
    code: str = ""
    reason: str = ""
    skipped: bool = False
    unchanged: bool = False
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        return bool(self.code) and not self.skipped


class Listener(Protocol):
    """Who is told how the intake goes, while it goes."""

    def start(self, files: int) -> None: ...

    def advance(self, source: Source, event: JobEvent) -> None: ...

    def finish(self, outcome: Outcome) -> None: ...


def find_sources(paths: Sequence[Path], collection: str | None) -> Iterator[Source | Outcome]:
    """The files at and under the paths, and an Outcome for whatever cannot be or is not taken in.

    Without `collection` a file belongs to the first sub-folder of the given folder that it is under, else to GENERAL.
    Hidden files and folders are passed over in silence.
    """
    for path in paths:
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError as error:
            yield _closed(path, error)
            continue
        if is_folder:
            yield from _in_folder(path, collection)
        elif is_there:
            yield Source(path, collection or GENERAL, _written(path.name))
        else:
            yield Outcome(path, code=NotFound.code, reason=f"There is no file or folder {str(path)!r}; check the path.")


def _in_folder(folder: Path, collection: str | None) -> Iterator[Source | Outcome]:
    found = False
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith((".", "~$")):  # ~$ is what Office leaves beside an open file
                continue
            found = True
            path = Path(place) / name
            if path.suffix.lower() not in SUFFIXES:
                known = " ".join(SUFFIXES)
                kind = f"{path.suffix} files are not read" if path.suffix else "the name has no suffix"
                yield Outcome(path, code="invalid_type", reason=f"{kind}; those that are: {known}", skipped=True)
                continue
            parts = [_written(part) for part in path.relative_to(folder).parts]
            if collection is not None or len(parts) == 1:
                yield Source(path, collection or GENERAL, "/".join(parts))
            else:
                yield Source(path, parts[0], "/".join(parts[1:]))
    for error in closed:
        yield _closed(Path(error.filename), error)
    if not found and not closed:
        yield Outcome(folder, code=NotFound.code, reason=f"The folder {str(folder)!r} holds no files; check the path.")


def _closed(path: Path, error: OSError) -> Outcome:
    reason = f"{path} cannot be looked into ({error.strerror}). Check its name and permissions."
    return Outcome(path, code=InvalidInput.code, reason=reason)


def _written(name: str) -> str:
    """A name as it can be stored: where it is not UTF-8, as out of another system's archive, its bytes are spelt."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def sample_sources(library: Library) -> list[Source]:
    """The sample site's files; none when the library holds documents of its own, which a sample must not mix with."""
    sources = [item for item in find_sources([SAMPLE_SITE], None) if isinstance(item, Source)]
    sample = {(source.collection, source.name) for source in sources}
    held = {(document.collection, document.name) for document in library.catalogue.documents(Scope())}
    return sources if held <= sample else []


async def take_in(jobs: Jobs, items: Sequence[Source | Outcome], listener: Listener) -> list[Outcome]:
    """How each item went, in order; one that fails does not keep the others.

    All files are accepted before the first is waited for: what is on record is finished even after a crash. Raises
    OperatorError at once: a full disk would fail all that follow.
    """
    listener.start(sum(isinstance(item, Source) for item in items))
    accepted = [item if isinstance(item, Outcome) else await _accept(jobs, item) for item in items]
    outcomes: list[Outcome] = []
    for item in accepted:
        outcome = item if isinstance(item, Outcome) else await _finish(jobs, *item, listener)
        listener.finish(outcome)
        outcomes.append(outcome)
    return outcomes


async def _accept(jobs: Jobs, source: Source) -> Outcome | tuple[Source, Pending]:
    try:
        accepted = await jobs.submit(
            source.path, workspace=Scope().workspace, collection=source.collection, name=source.name, wait=True
        )
    except InvalidInput as error:
        return Outcome(source.path, code=error.code, reason=str(error))
    return (source, accepted) if isinstance(accepted, Pending) else _outcome(source, accepted)


async def _finish(jobs: Jobs, source: Source, pending: Pending, listener: Listener) -> Outcome:
    result = await jobs.finished(pending, lambda event: listener.advance(source, event))
    return _outcome(source, result)


def _outcome(source: Source, result: IngestResult) -> Outcome:
    return Outcome(
        source.path,
        result.document,
        result.report,
        code=result.code,
        reason=result.reason or result.document.reason,
        unchanged=result.outcome == "unchanged",
        seconds=result.seconds,
    )
