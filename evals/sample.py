"""The sample site, ingested once and kept in the machine's temporary folder, so that a run starts in a second."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import knowledge
import knowledge.samples
from app.settings import Settings
from app.wiring import Linelead, build
from evals.errors import TargetError
from knowledge.embedder import make_embedder

SITE = Path(knowledge.samples.__file__).parent / "site"
SITE_NAME = "the Copper Kettle Diner"
PREFIX = "linelead-sample-"
UNUSED_SECONDS = 7 * 24 * 3600.0
"""After so long without use a kept site is deleted when another one is made."""
ROUTER = "router"
"""Folder of the fitted router in a data folder."""

Tell = Callable[[str], None]
"""Takes one line of progress."""


@contextmanager
def sample_copy(embedder: str, tell: Tell) -> Generator[Path]:
    """A data folder of one's own with the whole sample site in it; it is gone afterwards.

    Raises TargetError when a file of the site could not be taken in.
    """
    kept = kept_sample(embedder, tell)
    with tempfile.TemporaryDirectory(prefix="linelead-evals-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(kept, data)
        yield data
        _keep_router(data, kept)


def kept_sample(embedder: str, tell: Tell) -> Path:
    """The kept data folder with the sample site. Only copied: nothing may open it.

    Its name follows from the site's files, the code that reads them and the embedder; another makes another.
    """
    folder = Path(tempfile.gettempdir())
    kept = folder / f"{PREFIX}{_key(embedder)}"
    if kept.is_dir():
        os.utime(kept)  # used today
        return kept
    for old in folder.glob(f"{PREFIX}*"):
        if time.time() - old.stat().st_mtime > UNUSED_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    tell("Taking in the sample site (once; it is kept for the next run)")
    partial = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        asyncio.run(_take_in(partial, embedder))
        with suppress(OSError):  # another run was quicker: its folder holds the same
            partial.rename(kept)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return kept


async def _take_in(data: Path, embedder: str) -> None:
    with build(Settings(data=data, embedder=embedder, model="embedded")) as linelead:
        for path in sorted(path for path in SITE.rglob("*") if path.is_file()):
            result = await linelead.library.ingestor.ingest(path, collection=path.parent.name, name=path.name)
            if result.outcome == "failed":
                raise TargetError(f"The sample file {path} could not be taken in: {result.reason}")
        await linelead.orchestrator.route("warm up")  # fits the router, which takes as long as the documents


def _key(embedder: str) -> str:
    code = Path(knowledge.__file__).parent
    files = [*SITE.rglob("*"), *code.glob("*.py"), *(code / "readers").rglob("*.py")]
    digest = hashlib.sha256(make_embedder(embedder).name.encode())
    for path in sorted(path for path in files if path.is_file()):
        digest.update(f"{path.relative_to(code)}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _keep_router(data: Path, kept: Path) -> None:
    """Keeps what was fitted in this run, the router and the second ear: changed examples are learned once, not in every
    run."""
    fitted, known = _states(data), _states(kept)
    for name in fitted - known:
        with suppress(OSError):  # a full disk costs the next run six seconds, no more
            place = kept / ROUTER / name
            place.parent.mkdir(parents=True, exist_ok=True)
            partial = place.with_name(f"{place.name}.part")
            shutil.copyfile(data / ROUTER / name, partial)
            partial.replace(place)
            for old in known:
                if old.parent == name.parent:
                    (kept / ROUTER / old).unlink(missing_ok=True)


def _states(data: Path) -> set[Path]:
    """The fitted states of a data folder, by their places in its router's."""
    folder = data / ROUTER
    return {path.relative_to(folder) for path in folder.rglob("*.npz")}


def index_version(linelead: Linelead) -> str:
    """A hash, as 12 hexadecimal digits, of the documents in a library and of what made its vectors."""
    from knowledge.chunking import RECIPE
    from knowledge.types import Scope

    documents = sorted((d.collection, d.name, d.sha256) for d in linelead.library.catalogue.documents(Scope()))
    made = (linelead.library.embedder.name, RECIPE, documents)
    return hashlib.sha256(repr(made).encode()).hexdigest()[:12]
