"""A small site, taken in once, behind the HTTP app and behind the command."""

from __future__ import annotations

import io
import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.cli import main
from app.main import create_app
from app.settings import Settings
from app.wiring import Linelead
from tests.conftest import MadeOnce
from tests.issuer import Issuer, running_issuer

FRYER = """# FryMate 240 gas fryer

## Error codes

| Code | Meaning | Action |
|---|---|---|
| E05 | High-limit thermostat has tripped | Let the oil cool below 150 °F, then press the red reset button |
| E07 | Drain valve is open | Close the drain valve fully |

## Daily filtering

> WARNING: Hot oil burns. Wear gloves and goggles.

1. Switch the burner off and wait ten minutes.
2. Open the drain valve slowly.
3. Close the drain valve and refill to the line.
"""
OVEN = """# BakeStar 6 combi oven

## Error codes

| Code | Meaning | Action |
|---|---|---|
| E05 | Door switch does not close | Clean the door gasket and close the door firmly |
"""
HANDBOOK = """# Food safety handbook

## Cooking temperatures

Cook chicken and all poultry to an inside temperature of 165 °F for at least one second.

## Cold holding

Keep cold food at 41 °F or below. Throw out cold food that was above 41 °F for more than four hours.
"""
ALLERGENS = "Dish,Milk,Peanuts\nCheeseburger,yes,no\nSatay skewer,no,yes\n"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of documents in two collections."""
    folder = tmp_path_factory.mktemp("site")
    for name, text in {
        "equipment/fryer.md": FRYER,
        "equipment/oven.md": OVEN,
        "safety/handbook.md": HANDBOOK,
        "safety/allergens.csv": ALLERGENS,
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def filled(site: Path, fitted: Path, made_once: MadeOnce) -> Path:
    """A data folder that holds the site. Only copied: nothing may open it."""

    def fill(data: Path) -> None:
        shutil.copytree(fitted, data / "router")
        assert main(["--data", str(data), "ingest", str(site)]) == 0
        for file in data.glob("sessions.sqlite*"):
            file.unlink()

    return made_once("filled", fill)


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    """A data folder of one's own that holds the site."""
    return shutil.copytree(filled, tmp_path / "data")


@pytest.fixture(scope="session")
def client(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the HTTP app over the site; tests must not change the documents."""
    data = shutil.copytree(filled, tmp_path_factory.mktemp("served") / "data")
    settings = Settings(data=data, model="embedded", site="the test kitchen", max_running_turns=4)
    with TestClient(create_app(settings), raise_server_exceptions=False) as opened:
        yield opened


@contextmanager
def on_a_port(client: TestClient) -> Generator[str]:
    """The address of a client's app on a port of this machine, for clients that bring their own connections."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(client.app, lifespan="off", log_config=None, ws="websockets-sansio"))
    portal = client.portal
    assert portal is not None
    running = portal.start_task_soon(server.serve, [listener])  # in the event loop of `client`, whose program it is
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    running.result(timeout=20)


@pytest.fixture(scope="session")
def address(client: TestClient) -> Iterator[str]:
    """The address of `client`'s app."""
    with on_a_port(client) as opened:
        yield opened


@pytest.fixture
def program(client: TestClient) -> Linelead:
    """What runs behind `client`."""
    return cast(FastAPI, client.app).state.linelead


@dataclass(frozen=True)
class Guarded:
    """A server that requires a log-in, and a key for each role: `http.get(path, headers=guarded.key("crew"))`."""

    http: TestClient
    program: Linelead
    secrets: dict[str, str]

    def key(self, role: str) -> dict[str, str]:
        return {"authorization": f"Bearer {self.secrets[role]}"}


@contextmanager
def guarding(data: Path, **settings: Any) -> Generator[Guarded]:
    """Serves the folder to callers with a key of the workspace "default"."""
    given: dict[str, Any] = {"data": data, "model": "embedded", "auth": "required", **settings}
    app = create_app(Settings(**given))
    with TestClient(app, raise_server_exceptions=False) as http:
        keys = app.state.linelead.keys
        secrets = {
            role: keys.create(f"the {role}", role, workspace="default", created_by="local")[1]
            for role in ("crew", "manager", "admin")
        }
        yield Guarded(http, app.state.linelead, secrets)


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    """An issuer of log-ins."""
    with running_issuer() as found:
        yield found


@pytest.fixture
def guarded(data: Path) -> Iterator[Guarded]:
    """The small site, served to callers with a key."""
    with guarding(data) as opened:
        yield opened


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def linelead(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs the command in this process: `linelead("ask", "…", stdin=b"…")`."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@dataclass(frozen=True)
class Served:
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    address: str


@contextmanager
def servers() -> Generator[Callable[..., Served]]:
    """Starts `linelead serve` in processes of their own, waits until they answer, and ends them all."""
    running: list[subprocess.Popen[str]] = []

    def start(data: Path, **environment: str) -> Served:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "--data", str(data), "serve", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **environment},
        )
        running.append(process)
        assert process.stdout is not None
        lines: list[str] = []
        for line in process.stdout:
            lines.append(line)
            if "answers at http" in line:
                return Served(process, line.split("answers at ")[1].split()[0])
        raise AssertionError("the server did not start: " + "".join(lines))

    try:
        yield start
    finally:
        for process in running:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts servers of one test."""
    with servers() as start:
        yield start


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Gives the URL of a new, empty Postgres database, on a server of the tests' own that no network reaches."""
    programs = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
    if programs is None or not (programs / "initdb").exists():
        pytest.skip("no Postgres server is installed; on Debian: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="linelead-postgres-"))
    if user := "postgres" if os.getuid() == 0 else None:  # the server refuses to run as root
        shutil.chown(folder, user)
    cluster = ["--pgdata", str(folder / "data")]
    command = [programs / "initdb", *cluster, "--auth=trust", "--username=tests", "--no-sync", "--encoding=UTF8"]
    subprocess.run(command, user=user, cwd=folder, stdout=subprocess.DEVNULL, check=True, timeout=60)
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=60"
    control = [programs / "pg_ctl", *cluster, "--silent", "--wait"]
    command = [*control, "--log", folder / "log", "--options", options, "start"]
    subprocess.run(command, user=user, cwd=folder, stdout=subprocess.DEVNULL, check=True, timeout=60)
    names = (f"test{number}" for number in itertools.count())

    def create() -> str:
        name = next(names)
        command = [programs / "createdb", "--host", folder, "--username=tests", name]
        subprocess.run(command, check=True, timeout=30, env={})
        return f"postgresql://tests@/{name}?host={folder}"

    try:
        yield create
    finally:
        subprocess.run([*control, "--mode=immediate", "stop"], user=user, cwd=folder, check=True, timeout=60)
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The setting `database`: empty for SQLite, and once more a new Postgres database."""
    return "" if request.param == "sqlite" else request.getfixturevalue("postgres")()


@contextmanager
def silent_provider() -> Generator[str]:
    """The address of a server that takes requests and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"


def examples(language: str) -> list[str]:
    """The README's blocks of code in a language."""
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)


def wait_until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Returns when `true()` is; fails when it does not become so in time."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not become true in time"
        time.sleep(0.02)
