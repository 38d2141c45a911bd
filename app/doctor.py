"""Looks whether everything Linelead needs is there and fits together, and says what to do where it does not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from app.auth.keys import Key, Keys
from app.auth.tokens import Tokens
from app.database import open_database
from app.settings import EMBEDDED, PROVIDER_MODELS, Settings
from app.wiring import answering_models, load_registry, make_language_model
from knowledge.embedder import make_embedder
from knowledge.errors import LineleadError, StoreLocked, unreadable
from knowledge.library import Library
from knowledge.minilm import EXPORT_COMMAND, MINILM, check_weights, is_exported, minilm_weights, onnx_file
from knowledge.readers import media, ocr
from knowledge.types import Scope
from knowledge.words import counted

MOST_NEEDED_BYTES = 1 << 30
"""Free disk space under which the doctor warns: a large manual with its vectors and images takes some 100 MB."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found. `remedy` says what to do, "" when there is nothing to do."""

    name: str
    state: Literal["ok", "warn", "fail"]
    detail: str
    remedy: str = ""


def examine(settings: Settings) -> Iterator[Check]:
    """The checks one after the other, each as soon as it is done. Nothing is changed that a start would not change."""
    checks: tuple[Callable[[Settings], Iterator[Check]], ...] = (
        _python,
        _embedder,
        _recognition,
        _data_folder,
        _catalogue,
        _login,
        _library,
        _model,
        _specialists,
    )
    for check in checks:
        try:
            yield from check(settings)
        except LineleadError as error:
            yield Check(check.__name__.strip("_").replace("_", " "), "fail", str(error))


def _python(_settings: Settings) -> Iterator[Check]:
    yield Check("python", "ok", f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")


def _embedder(settings: Settings) -> Iterator[Check]:
    embedder = make_embedder(settings.embedder)
    if embedder.name != MINILM:
        yield Check("embedder", "ok", f"{embedder.name}, a provider's: not asked here")
        return
    weights = minilm_weights()
    check_weights(weights)
    yield Check("embedder", "ok", f"{MINILM}, weights as published: {weights}")
    if is_exported():
        yield Check("embedder speed", "ok", f"exported for ONNX Runtime: {onnx_file()}")
    else:
        detail = "not exported for ONNX Runtime: sentence-transformers runs it, several times slower"
        yield Check("embedder speed", "warn", detail, f"Write it once: {EXPORT_COMMAND}")


def _recognition(_settings: Settings) -> Iterator[Check]:
    """What reads pictures and recordings; a document that needs what is missing says so in its report as well."""
    for name, missing in (("print recognition", ocr.available()), ("speech recognition", media.available())):
        yield Check(name, "warn", missing, "Run the line it names.") if missing else Check(name, "ok", "installed")
    if find_spec("pillow_heif") is None:
        remedy = "Save such pictures as JPG, or: pip install pillow-heif"
        yield Check("HEIC pictures", "warn", "not read: pillow-heif is not installed.", remedy)


def _data_folder(settings: Settings) -> Iterator[Check]:
    folder = settings.data.absolute()
    if not folder.exists():
        parent = next(p for p in folder.parents if p.exists())
        if not os.access(parent, os.W_OK):
            remedy = "Make it writable, or choose another folder with --data."
            yield Check("data folder", "fail", f"{folder} does not exist and {parent} cannot be written.", remedy)
            return
        yield Check("data folder", "warn", f"{folder} does not exist yet.", "The first ingest makes it.")
        folder = parent
    else:
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"x")
        except OSError as error:
            remedy = "Free some space, make it writable, or choose another folder with --data."
            yield Check("data folder", "fail", f"{folder} cannot be written: {error.strerror}.", remedy)
            return
        yield Check("data folder", "ok", f"{folder} can be written")
    free = shutil.disk_usage(folder).free
    detail = f"{free / (1 << 30):,.1f} GiB free"
    if free < MOST_NEEDED_BYTES:
        yield Check("disk", "warn", detail, "Free some space before taking in large documents.")
    else:
        yield Check("disk", "ok", detail)


def _catalogue(settings: Settings) -> Iterator[Check]:
    """Each database is read by a connection that cannot write, so a running server is not disturbed."""
    for file in sorted(settings.data.glob("*.sqlite*")) if settings.data.is_dir() else []:
        if file.suffix in (".sqlite", ".sqlite3"):
            yield _quick_check(file)


def _quick_check(file: Path) -> Check:
    remedy = "Restore it from a backup; documents can also be taken in again into a new data folder."
    try:
        file.open("rb").close()
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        try:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
        finally:
            connection.close()
    except OSError as error:
        return Check(file.stem, "fail", *unreadable(file, error))
    except sqlite3.Error as error:
        return Check(file.stem, "fail", f"{file} cannot be read: {error}.", remedy)
    if found != ["ok"]:
        return Check(file.stem, "fail", f"{file} is damaged: {found[0]}.", remedy)
    return Check(file.stem, "ok", f"{file.name} is intact")


def _login(settings: Settings) -> Iterator[Check]:
    """Whether anybody could log in where they must; read as the databases above are."""
    if settings.auth == "none":
        yield Check("login", "ok", "none is required; only this machine's own addresses may be served on")
        return
    url = settings.database.get_secret_value()
    keys: list[Key] = []
    if url or settings.database_path.is_file():
        database = open_database(settings.database_path, url, read_only=True)
        try:
            keys = Keys(database).all()
        finally:
            database.close()
    active = sum(key.state == "active" for key in keys)
    detail = f"{counted(active, 'key')} in force, {len(keys) - active} expired or revoked"
    if settings.oidc_issuer:
        Tokens(settings)  # raises what is wrong with the settings
        yield Check("login", "ok", f"{detail}; tokens of {settings.oidc_issuer} count")
    elif active:
        yield Check("login", "ok", detail)
    else:
        remedy = "Run: linelead keys create --role admin --name NAME"
        yield Check("login", "warn", "A log-in is required, and there is no key.", remedy)


def _library(settings: Settings) -> Iterator[Check]:
    """The lock, the embedder's match with the index, and the index's count; needs the data folder to itself."""
    if not settings.data.is_dir():
        return
    try:
        library = Library.open(settings.data, embedder=make_embedder(settings.embedder), threshold=settings.threshold)
    except StoreLocked as error:
        yield Check("lock", "warn", str(error), "Stop it to have the index checked as well.")
        return
    try:
        yield Check("lock", "ok", "no other process holds the data folder")
        scope = Scope()
        windows = library.catalogue.window_count(scope)
        vectors = len(library.index.ids(scope.workspace))
        documents = len(library.catalogue.documents(scope))
        detail = f"{counted(documents, 'document')}, {counted(windows, 'window')}, {counted(vectors, 'vector')} of "
        detail += library.embedder.name
        if vectors < windows:
            yield Check("index", "fail", f"{detail}: some cannot be found.", "Run: linelead reindex")
        elif not documents:
            yield Check("index", "warn", "The library is empty.", "Run: linelead ingest PATH (or --sample)")
        else:
            yield Check("index", "ok", detail)
    finally:
        library.close()


def _model(settings: Settings) -> Iterator[Check]:
    name = settings.answering_model
    if name == EMBEDDED:
        yield Check("model", "ok", "embedded: answers quote the documents; no key needed")
        return
    make_language_model(settings)
    keys = [key for key, _ in PROVIDER_MODELS if os.environ.get(key)]
    origin = "set" if settings.model else f"picked because {keys[0]} is set"
    yield Check("model", "ok", f"{name} ({origin}); not asked here, quotes take over when it fails")


def _specialists(settings: Settings) -> Iterator[Check]:
    registry = load_registry(settings)
    registry.build(model=answering_models(settings, None))
    yield Check("specialists", "ok", ", ".join(registry.names))
