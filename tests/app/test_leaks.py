"""What is not one's own cannot be read, and the tester that says so finds it where it can."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from app.access import Caller
from app.auth import keys
from app.main import create_app
from app.settings import Settings
from evals.leaks.calls import operations_of, sockets_of, tasks_of
from evals.leaks.tries import try_server
from knowledge.catalogue import Catalogue
from knowledge.errors import NotFound
from knowledge.types import Document, Scope
from tests.app.conftest import wait_until
from tools.deps import Principal

WORKSPACES = ("harbour", "station")


@contextmanager
def serving(data: Path) -> Generator[tuple[str, dict[str, str], set[str]]]:
    """A server in this process: its address, an admin's key for each workspace, and all that can be called."""
    settings = Settings(
        data=data,
        model="embedded",
        auth="required",
        max_open_requests=1000,
        rate_limit="none",
        rate_limit_address="none",
        rate_limit_failures="none",
    )
    app = create_app(settings)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="websockets-sansio"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started, 30)
        port = server.servers[0].sockets[0].getsockname()[1]
        made = app.state.linelead.keys
        admins = {each: made.create("admin", "admin", workspace=each, created_by="local")[1] for each in WORKSPACES}
        described = app.openapi()
        callable_ones = {f"{each.method} {each.path}" for each in operations_of(described)}
        callable_ones |= {f"SOCKET {each.path}" for each in sockets_of(described)}
        yield f"http://127.0.0.1:{port}", admins, callable_ones
    finally:
        server.should_exit = True
        thread.join(30)


async def test_nobody_reads_what_is_not_theirs(empty: Path) -> None:
    with serving(empty) as (address, admins, callable_ones):
        callable_ones |= {f"POST /mcp {tool}" for tool in ("ask", "search", "open_page", "list_documents")}
        callable_ones |= {task.name for task in tasks_of()}
        # six members, and each of them calls everything once at least
        report = await try_server(address, admins, tries=6 * len(callable_ones))
    assert report.leaks == []
    assert callable_ones <= set(report.tries)
    assert report.compared >= 10


def in_one_workspace(principal: Principal, workspace: str) -> Caller:
    return Caller(principal, Scope(WORKSPACES[0]))


def with_every_role(principal: Principal, workspace: str) -> Caller:
    return Caller(principal, Scope(workspace))


def of_any_workspace(self: Catalogue, scope: Scope, document_id: str) -> Document:
    for workspace in WORKSPACES:
        for document in self.documents(Scope(workspace)):
            if document.id == document_id:
                return document
    raise NotFound(document_id)


@pytest.mark.parametrize(
    ("place", "name", "broken", "tries", "found"),
    [
        (keys, "caller_of", in_one_workspace, 0, "told the title of a document of harbour that needs crew"),
        (keys, "caller_of", with_every_role, 0, "told the title of a document of"),
        (Catalogue, "document", of_any_workspace, 240, "told the title of a document of"),
    ],
)
async def test_a_leak_that_is_made_on_purpose_is_found(
    empty: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: object,
    name: str,
    broken: Callable[..., object],
    tries: int,
    found: str,
) -> None:
    monkeypatch.setattr(place, name, broken)
    with serving(empty) as (address, admins, _):
        report = await try_server(address, admins, tries=tries)
    assert [leak for leak in report.leaks if found in leak.what] != [], sorted({leak.what for leak in report.leaks})
