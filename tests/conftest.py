"""Fixtures for every test: no keys, no network beyond loopback, a folder of one's own."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings
from xdist.remote import Producer  # pyright: ignore[reportMissingTypeStubs] - it has none
from xdist.scheduler import LoadFileScheduling  # pyright: ignore[reportMissingTypeStubs] - it has none

from app.settings import Settings
from app.wiring import Linelead, build
from evals.sample import kept_sample
from knowledge.embedder import Embedder, make_embedder
from knowledge.library import Library

from .fakes import HashingEmbedder

settings.register_profile("untimed", deadline=None)  # how fast a machine is says nothing of what is right
settings.load_profile("untimed")
settings.register_profile("fuzz", deadline=None)  # more of what tests/app/test_fuzz.py makes up: `make fuzz`
_SLOWEST = ("web", "app", "evals")
"""Folders whose tests come first, so that no worker ends long after the others."""
_KEPT = {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE", "PYTEST_CURRENT_TEST"}


MadeOnce = Callable[[str, Callable[[Path], None]], Path]


def pytest_configure() -> None:
    """A shell has what it starts in the background ignore Ctrl-C, and so would every command that a test interrupts."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest first."""
    root = Path(__file__).parent
    order = {name: n for n, name in enumerate(_SLOWEST)}
    items.sort(key=lambda item: order.get(Path(os.path.relpath(item.path, root)).parts[0], len(order)))


class TogetherByFile(LoadFileScheduling):
    """The tests of a file stay together in one worker, and so do all that share the browser."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "tests/web" if file.startswith("tests/web/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> TogetherByFile:
    # not xdist's groups by mark: they are written into node ids, which pytest 9.2 no longer takes, without a word
    return TogetherByFile(config, log)


@pytest.fixture(scope="session")
def made_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Gives the folder of a name, filled by the first worker that asks for it. Only copied: nothing may open it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base

    def made(name: str, fill: Callable[[Path], None]) -> Path:
        with FileLock(shared / f"{name}.lock"):
            if not (shared / name).exists():
                filling = tmp_path_factory.mktemp(name) / "data"
                fill(filling)
                filling.rename(shared / name)
        return shared / name

    return made


@pytest.fixture(autouse=True)
def emptied_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test sees no setting and no key of the machine it runs on."""
    for name in list(os.environ):
        if name not in _KEPT and not name.startswith(("OMP_", "OPENBLAS_", "CI")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """A connection to any other machine fails at once, naming the address."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not ip_address(address[0]).is_loopback:
            raise AssertionError(f"A test tried to reach {address[0]}:{address[1]}; tests run offline.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def minilm() -> Embedder:
    """The real embedding model, loaded once."""
    return make_embedder("minilm")


@pytest.fixture(scope="session")
def sample_data(made_once: MadeOnce) -> Path:
    """A data folder with the whole sample site ingested by the real model, the one that evaluations keep, and with the
    router and the second ear fitted. Only copied: nothing may open it.
    """

    def fill(folder: Path) -> None:
        shutil.copytree(kept_sample("minilm", lambda _: None), folder)
        with build(Settings(data=folder, model="embedded")) as linelead:
            asyncio.run(linelead.orchestrator.route("warm up"))  # the examples may be others since it was kept
        for file in folder.glob("sessions.sqlite*"):
            file.unlink()

    return made_once("sample", fill)


@pytest.fixture(scope="session")
def fitted(sample_data: Path) -> Path:
    """What the router and the second ear learned, which takes seconds: the folder `router` of a data folder's own."""
    return sample_data / "router"


@pytest.fixture
def empty(fitted: Path, tmp_path: Path) -> Path:
    """A data folder of one's own without documents, whose router is fitted already."""
    shutil.copytree(fitted, tmp_path / "data" / "router")
    return tmp_path / "data"


@pytest.fixture(scope="session")
def sample(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Linelead]:
    """The program over the sample site, with the embedded default."""
    data = shutil.copytree(sample_data, tmp_path_factory.mktemp("program") / "data")
    with build(Settings(data=data, site="the Copper Kettle Diner")) as linelead:
        yield linelead


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An open, empty library whose embedder ranks by shared words."""
    opened = Library.open(tmp_path / "data", embedder=HashingEmbedder())
    yield opened
    opened.close()
