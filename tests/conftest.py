"""Fixtures for every test: no keys, no network beyond loopback, a folder of one's own."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from app.settings import Settings
from app.wiring import Linelead, build
from knowledge.embedder import Embedder, make_embedder
from knowledge.library import Library

from .fakes import HashingEmbedder

settings.register_profile("untimed", deadline=None)  # how fast a machine is says nothing of what is right
settings.load_profile("untimed")
settings.register_profile("fuzz", deadline=None)  # more of what tests/app/test_fuzz.py makes up: `make fuzz`
SAMPLE = Path(__file__).parent.parent / "knowledge" / "samples" / "site"
_KEPT = {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE", "PYTEST_CURRENT_TEST"}


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
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the whole sample site ingested by the real model. Read only: copy it to change it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    opened = Library.open(folder, embedder=make_embedder("minilm"))

    async def ingest() -> None:
        for path in sorted(path for path in SAMPLE.rglob("*") if path.is_file()):
            await opened.ingestor.ingest(path, collection=path.parent.name, name=path.name)

    try:
        asyncio.run(ingest())
    finally:
        opened.close()
    return folder


@pytest.fixture(scope="session")
def sample(sample_data: Path) -> Iterator[Linelead]:
    """The program over the sample site, with the embedded default."""
    with build(Settings(data=sample_data, site="the Copper Kettle Diner")) as linelead:
        yield linelead


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An open, empty library whose embedder ranks by shared words."""
    opened = Library.open(tmp_path / "data", embedder=HashingEmbedder())
    yield opened
    opened.close()
