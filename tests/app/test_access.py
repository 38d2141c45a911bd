"""Who may do what: every route has a rule, keys hold until they are revoked, and roles may what they may."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from dirty_equals import IsPartialDict, IsStr
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from starlette.testclient import WebSocketDenialResponse

from app.access import Access, local_principal
from app.auth.audit import Audit, Place
from app.auth.keys import Keys
from app.database import open_database
from app.errors import LoginNeeded
from app.main import create_app
from app.openapi import routes_of
from app.settings import Settings
from evals.server import open_server
from knowledge.errors import NotFound
from knowledge.types import Scope
from tests.app.conftest import Guarded, Ran, Served, guarding
from tools.deps import Principal

KEYS, AUDIT, COLLECTIONS, DOCUMENTS = "/api/v1/keys", "/api/v1/audit", "/api/v1/collections", "/api/v1/documents"
RANK = {"crew": 0, "manager": 1, "admin": 2}
NOT_LOGGED_IN = {
    "openapi": "/openapi.json",
    "routes": "/api",
    "web": "/",
    "web_file": "/web/{path:path}",
    "health": "/health",
    "ready": "/ready",
    "sign_in": "/api/v1/sign-in",
    "oidc": "/api/v1/sign-in/oidc",
    "agent_card": "/.well-known/agent-card.json",
}
METRICS = "/metrics"
"""Has a rule of its own: a setting opens it to everybody."""


def operations(app: FastAPI) -> Iterator[tuple[str, str, str]]:
    """Method, path and role of every route of the description that needs a log-in; parameters filled in."""
    for path, methods in app.openapi()["paths"].items():
        for method, operation in methods.items():
            if {} not in operation["security"]:
                filled = path.replace("{page}", "1").replace("{seconds}", "1").replace("{", "").replace("}", "")
                yield method.upper(), filled, operation["security"][0]["HTTPBearer"][0]


# --- rules ------------------------------------------------------------------------------------------------------------


def test_every_route_declares_who_may_use_it(tmp_path: Path) -> None:
    rules = {str(route.path): rule for route, rule in routes_of(create_app(Settings(data=tmp_path)))}
    assert [path for path, rule in rules.items() if rule is None] == []
    assert {path for path, rule in rules.items() if rule and rule.role is None} == {*NOT_LOGGED_IN.values(), METRICS}


def test_a_route_a_web_socket_or_a_mounted_app_without_a_rule_is_found() -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)

    @app.get("/ruled")
    async def ruled(access: Access) -> str:
        return access.principal.name

    @app.get("/open")
    async def unruled() -> str:
        return ""

    @app.websocket("/socket")
    async def socket() -> None: ...

    app.mount("/mounted", FastAPI())
    assert [route.path for route, rule in routes_of(app) if rule is None] == ["/open", "/socket", "/mounted"]


def test_the_description_names_the_role_and_how_it_is_refused(tmp_path: Path) -> None:
    described = create_app(Settings(data=tmp_path)).openapi()
    assert set(described["components"]["securitySchemes"]) == {"HTTPBearer", "APIKeyHeader"}
    for path, methods in described["paths"].items():
        for operation in methods.values():
            refused = {"401", "429"} if path in {*NOT_LOGGED_IN.values(), METRICS} else {"401", "403", "429"}
            assert refused <= set(operation["responses"]), path
    deleting = described["paths"]["/api/v1/documents/{document_id}"]["delete"]
    assert deleting["security"] == [{"HTTPBearer": ["manager"]}, {"APIKeyHeader": ["manager"]}]
    assert deleting["description"].endswith("Needs the role manager.")
    assert described["x-web-sockets"]["/api/v1/documents/progress"] == {
        "description": "The same over a web socket: one JSON text per event.",
        "parameters": [{"in": "query", "name": "document"}],
        "role": "crew",
    }


def test_without_a_key_only_the_public_routes_answer(guarded: Guarded) -> None:
    for path in NOT_LOGGED_IN.values():
        there_is_none = path.endswith("/oidc")  # no issuer is set
        found = guarded.http.get(path.replace("{path:path}", "icon.svg"))
        assert found.status_code == (404 if there_is_none else 200), path
    assert guarded.http.get("/health").json() == {"status": "ok"}
    for method, path, _ in operations(guarded.http.app):  # pyright: ignore[reportArgumentType] - it is a FastAPI
        refused = guarded.http.request(method, path)
        assert (refused.status_code, refused.json()["code"]) == (401, "login_needed"), (method, path)
        assert refused.headers["www-authenticate"] == 'Bearer realm="linelead"'


def test_a_role_below_the_one_needed_is_refused_before_anything_is_looked_at(guarded: Guarded) -> None:
    tried = 0
    for method, path, needed in operations(guarded.http.app):  # pyright: ignore[reportArgumentType] - it is a FastAPI
        for role in RANK:
            if RANK[role] < RANK[needed]:
                refused = guarded.http.request(method, path, headers=guarded.key(role))
                assert (refused.status_code, refused.json()["code"]) == (403, "forbidden"), (method, path, role)
                tried += 1
    assert tried >= 12
    assert guarded.http.get(AUDIT, headers=guarded.key("crew")).json() == IsPartialDict(
        detail="This needs the role admin, and “the crew” has crew."
    )


def test_only_an_admin_marks_a_turn_as_an_evaluations(guarded: Guarded) -> None:
    for role, status in (("crew", 403), ("manager", 403), ("admin", 200)):
        headers = guarded.key(role) | {"X-Linelead-Evaluation": "true"}
        sent = guarded.http.post("/api/v1/chat", json={"message": "hello there"}, headers=headers)
        assert sent.status_code == status
    assert guarded.http.get("/api/v1/sessions", headers=guarded.key("admin")).json()["sessions"] == []


def test_a_caller_is_told_who_they_are(guarded: Guarded) -> None:
    assert guarded.http.get("/api/v1/me", headers=guarded.key("manager")).json() == {
        "id": IsStr(regex="k[0-9a-f]{32}"),
        "name": "the manager",
        "role": "manager",
        "workspace": "default",
    }


# --- keys -------------------------------------------------------------------------------------------------------------


def test_a_key_is_shown_once_works_in_both_headers_and_ends_when_it_is_revoked(guarded: Guarded) -> None:
    http, admin = guarded.http, guarded.key("admin")
    made = http.post(KEYS, headers=admin, json={"name": " Line  1 ", "role": "crew"})
    assert made.status_code == 201
    key = made.json()
    secret = key.pop("key")
    assert key == IsPartialDict(
        name="Line 1", role="crew", workspace="default", prefix=secret[:11], state="active", last_used_at=None
    )
    assert http.get("/api/v1/me", headers={"authorization": f"bearer {secret}"}).json()["id"] == key["id"]
    assert http.get("/api/v1/me", headers={"x-api-key": secret}).json()["id"] == key["id"]
    listed = {each["id"]: each for each in http.get(KEYS, headers=admin).json()["keys"]}
    assert listed[key["id"]] == {**key, "last_used_at": IsStr}
    assert http.delete(f"{KEYS}/{key['id']}", headers=admin).json() == IsPartialDict(state="revoked")
    refused = http.get("/api/v1/me", headers={"x-api-key": secret})
    assert (refused.status_code, refused.json()["code"]) == (401, "revoked_key")
    assert refused.headers["www-authenticate"] == 'Bearer realm="linelead", error="invalid_token"'
    assert secret not in json.dumps([http.get(KEYS, headers=admin).json(), http.get(AUDIT, headers=admin).json()])


def test_a_key_has_256_random_bits_and_is_stored_nowhere(guarded: Guarded, data: Path) -> None:
    secrets = list(guarded.secrets.values())
    assert len({secret[:11] for secret in secrets}) == 3
    assert all(len(secret) == len("ll_") + 43 for secret in secrets)  # 43 characters of base64 hold 256 bits
    assert guarded.http.get(KEYS, headers=guarded.key("admin")).status_code == 200
    stored = b"".join(path.read_bytes() for path in data.glob("sessions.sqlite*"))
    assert b"the admin" in stored
    assert [secret for secret in secrets if secret[11:].encode() in stored] == []


NO_KEYS: list[tuple[dict[str, str], str]] = [
    ({"authorization": "Bearer ll_" + "a" * 43}, "invalid_key"),
    ({"authorization": "Bearer something"}, "invalid_key"),
    ({"x-api-key": "ll_é"}, "invalid_key"),
    ({"authorization": "Basic YWRtaW46YWRtaW4="}, "login_needed"),
    ({"authorization": "Bearer "}, "login_needed"),
]


def test_what_is_no_key_lets_nobody_in(locked: TestClient) -> None:
    for headers, code in NO_KEYS:
        refused = locked.get("/api/v1/me", headers={n.encode(): v.encode() for n, v in headers.items()})
        assert (refused.status_code, refused.json()["code"]) == (401, code), headers


def test_an_expired_key_lets_nobody_in(linelead: Callable[..., Ran], data: Path) -> None:
    past = linelead("--data", data, "keys", "create", "--role", "crew", "--name", "x", "--expires", "2020-01-01")
    assert (past.code, past.out) == (1, "")
    assert "is past" in past.err
    with guarding(data) as guarded:
        with guarded.program.database.write() as connection:
            connection.execute(text("UPDATE api_keys SET expires_at = '2020-01-01T00:00:00+00:00' WHERE role = 'crew'"))
        refused = guarded.http.get("/api/v1/me", headers=guarded.key("crew"))
    assert (refused.status_code, refused.json()["code"]) == (401, "expired_key")


WRONG_KEYS: list[dict[str, Any]] = [
    {"name": "x", "role": "owner"},
    {"name": "  ", "role": "crew"},
    {"name": "a\u0000b", "role": "crew"},
    {"name": "x" * 81, "role": "crew"},
    {"name": "x", "role": "crew", "workspace": "another"},
    {"name": "x", "role": "crew", "expires_at": "2020-01-01T00:00:00Z"},
    {"name": "x", "role": "crew", "expires_at": "2099-01-01T00:00:00"},
]


def test_a_key_that_cannot_be_is_not_made(guarded: Guarded) -> None:
    for body in WRONG_KEYS:
        assert guarded.http.post(KEYS, headers=guarded.key("admin"), json=body).status_code == 422, body
    assert len(guarded.http.get(KEYS, headers=guarded.key("admin")).json()["keys"]) == 3


def test_keys_are_made_listed_and_revoked_by_the_command(linelead: Callable[..., Ran], data: Path) -> None:
    made = linelead(
        "--data", data, "keys", "create", "--role", "manager", "--name", "Ann", "--expires", "90d", "--json"
    )
    key = json.loads(made.out)
    with TestClient(create_app(Settings(data=data, model="embedded", auth="required"))) as http:
        assert http.get("/api/v1/me", headers={"x-api-key": key["key"]}).json()["name"] == "Ann"
        locked = linelead("--data", data, "keys", "revoke", key["id"])
        assert (locked.code, "ask the running server" in locked.err) == (3, True)
        assert "Ann" in linelead("--data", data, "keys", "list").out  # reading needs no lock
    assert linelead("--data", data, "keys", "revoke", key["id"]).code == 0
    assert json.loads(linelead("--data", data, "keys", "list", "--json").out)["keys"] == [
        IsPartialDict(id=key["id"], state="revoked", role="manager", workspace="default")
    ]
    assert linelead("--data", data, "keys", "revoke", "k1").code == 1
    acts = json.loads(linelead("--data", data, "audit", "--json").out)["entries"]
    assert [(act["action"], act["outcome"], act["address"]) for act in acts] == [
        ("key.revoked", "not_found", "command line"),
        ("key.revoked", "done", "command line"),
        ("key.created", "done", "command line"),
    ]


def test_the_doctor_says_whether_anybody_could_log_in(
    linelead: Callable[..., Ran], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> dict[str, str]:
        checks = json.loads(linelead("--data", data, "doctor", "--json").out)["checks"]
        return next(check for check in checks if check["name"] == "login")

    assert told()["state"] == "ok"
    monkeypatch.setenv("LINELEAD_AUTH", "required")
    assert told() == IsPartialDict(state="warn", remedy="Run: linelead keys create --role admin --name NAME")
    linelead("--data", data, "keys", "create", "--role", "crew", "--name", "Line 1")
    assert told() == IsPartialDict(state="ok", detail="1 key in force, 0 expired or revoked")
    monkeypatch.setenv("LINELEAD_OIDC_ISSUER", "http://issuer.example")
    assert told() == IsPartialDict(state="fail")


def test_keys_are_the_same_in_either_database(tmp_path: Path, database_url: str) -> None:
    database = open_database(tmp_path / "sessions.sqlite", database_url)
    keys = Keys(database)
    key, secret = keys.create("Line 1", "crew", workspace="harbour", created_by="local")
    caller = keys.caller(secret)
    assert (caller.principal, caller.scope) == (
        Principal(key.id, "Line 1", "crew"),
        Scope("harbour", roles=frozenset({"crew"})),
    )
    assert (len(keys.all()), len(keys.all("harbour")), keys.all("station")) == (1, 1, [])
    with pytest.raises(NotFound):
        keys.revoke(key.id, "station")
    revoked = keys.revoke(key.id, "harbour")
    assert keys.revoke(key.id) == revoked  # the first time counts
    with pytest.raises(LoginNeeded, match="revoked"):
        keys.caller(secret)
    database.close()


def test_a_key_and_its_end_outlast_a_killed_server(
    serve: Callable[..., Served], linelead: Callable[..., Ran], data: Path
) -> None:
    def made(role: str) -> dict[str, Any]:
        return json.loads(linelead("--data", data, "keys", "create", "--role", role, "--name", role, "--json").out)

    admin, old = {"x-api-key": made("admin")["key"]}, made("crew")

    def start() -> Served:
        return serve(data, LINELEAD_AUTH="required", LINELEAD_MODEL="embedded")

    served = start()
    new = httpx.post(f"{served.address}{KEYS}", headers=admin, json={"name": "Line 1", "role": "crew"}).json()
    forwarded = {**admin, "x-forwarded-for": "203.0.113.7"}
    assert httpx.delete(f"{served.address}{KEYS}/{old['id']}", headers=forwarded).status_code == 200
    served.process.kill()
    served.process.wait()
    served = start()

    def told(key: dict[str, Any]) -> Any:
        return httpx.get(f"{served.address}/api/v1/me", headers={"x-api-key": key["key"]}).json()

    assert (told(new)["name"], told(old)["code"]) == ("Line 1", "revoked_key")

    async def documents_of_target() -> int:
        async with AsyncExitStack() as stack:
            return (await open_server(stack, served.address, admin["x-api-key"])).about.documents

    assert asyncio.run(documents_of_target()) == 4  # an evaluation of the server logs in, too
    acts = httpx.get(f"{served.address}{AUDIT}", headers=admin).json()["entries"]
    assert [(act["action"], act["address"]) for act in acts] == [
        ("key.revoked", "203.0.113.7"),
        ("key.created", "127.0.0.1"),
        ("key.created", "command line"),
        ("key.created", "command line"),
    ]


@given(name=st.sampled_from(["authorization", "x-api-key"]), value=st.binary(max_size=200))
def test_whatever_is_sent_for_a_key_lets_nobody_in_and_breaks_nothing(
    locked: TestClient, name: str, value: bytes
) -> None:
    sent = bytes(byte for byte in value if byte not in b"\r\n\0")
    refused = locked.get("/api/v1/me", headers={name.encode(): sent})
    assert (refused.status_code, refused.json()["code"]) in {(401, "login_needed"), (401, "invalid_key")}
    bearer = locked.get("/api/v1/me", headers={b"authorization": b"Bearer " + sent})
    assert bearer.status_code == 401


@pytest.fixture(scope="module")
def locked(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a server that nobody has a key for, and that does not slow them."""
    data = shutil.copytree(filled, tmp_path_factory.mktemp("locked") / "data")
    with guarding(data, rate_limit_failures="none", rate_limit_address="none") as opened:
        yield opened.http


# --- without log-in ---------------------------------------------------------------------------------------------------


def test_without_log_in_a_page_of_another_site_may_change_and_ask_nothing(client: TestClient) -> None:
    for method, path, _ in operations(client.app):  # pyright: ignore[reportArgumentType] - it is a FastAPI
        if method == "GET":
            continue
        refused = client.request(method, path, headers={"origin": "https://elsewhere.example"})
        assert (refused.status_code, refused.json()["code"]) == (403, "cross_origin"), (method, path)


def test_without_log_in_only_this_machines_names_lead_here(serve: Callable[..., Served], data: Path) -> None:
    served = serve(data)
    assert httpx.get(f"{served.address}/health").status_code == 200
    refused = httpx.get(f"{served.address}/health", headers={"host": "rebound.example"})
    assert (refused.status_code, refused.json()["code"]) == (400, "unknown_host")


def test_with_log_in_other_addresses_may_be_served_on(serve: Callable[..., Served], data: Path) -> None:
    served = serve(data, LINELEAD_AUTH="required", LINELEAD_HOST="0.0.0.0")
    port = served.address.rpartition(":")[2]
    refused = httpx.get(f"http://127.0.0.1:{port}/api/v1/me", headers={"host": "kitchen.example"})
    assert (refused.status_code, refused.json()["code"]) == (401, "login_needed")


def test_a_server_that_nobody_can_log_in_to_says_how_to_make_a_key(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with TestClient(create_app(Settings(data=data, model="embedded", auth="required"))):
        assert "linelead keys create --role admin" in caplog.text


# --- web sockets ------------------------------------------------------------------------------------------------------


def test_a_web_socket_needs_a_key_and_a_browser_sends_it_as_a_protocol(guarded: Guarded) -> None:
    path = f"{DOCUMENTS}/progress"
    with pytest.raises(WebSocketDenialResponse) as denied, guarded.http.websocket_connect(path):
        raise AssertionError("the socket was opened")
    assert (denied.value.status_code, denied.value.json()["code"]) == (401, "login_needed")
    with guarded.http.websocket_connect(path, headers=guarded.key("crew")) as socket:
        assert socket.accepted_subprotocol is None
    with guarded.http.websocket_connect(path, subprotocols=["linelead", f"bearer.{guarded.secrets['crew']}"]) as socket:
        assert socket.accepted_subprotocol == "linelead"


# --- collections ------------------------------------------------------------------------------------------------------


def test_a_collection_closed_to_crews_is_nowhere_to_be_found_for_them(guarded: Guarded) -> None:
    http, crew, manager = guarded.http, guarded.key("crew"), guarded.key("manager")
    [handbook] = [d["id"] for d in http.get(DOCUMENTS, headers=crew).json()["documents"] if d["name"] == "handbook.md"]
    question = {"message": "How hot must chicken be?"}
    assert "165 °F" in http.post("/api/v1/chat", headers=crew, json=question).json()["answer"]
    closed = http.put(f"{COLLECTIONS}/safety", headers=manager, json={"role": "manager"})
    assert closed.json() == {"name": "safety", "role": "manager", "documents": 2}

    assert http.get(COLLECTIONS, headers=crew).json() == {
        "collections": [{"name": "equipment", "role": "crew", "documents": 2}]
    }
    assert {d["collection"] for d in http.get(DOCUMENTS, headers=crew).json()["documents"]} == {"equipment"}
    unknown = http.get(f"{DOCUMENTS}/d1", headers=crew).json()
    hidden = http.get(f"{DOCUMENTS}/{handbook}", headers=crew).json()
    assert hidden == {**unknown, "detail": unknown["detail"].replace("d1", handbook), "instance": IsStr}
    turn = http.post("/api/v1/chat", headers=crew, json=question).json()
    assert (turn["citations"], "165" in turn["answer"]) == ([], False)
    with pytest.raises(WebSocketDenialResponse) as denied:
        http.websocket_connect(f"{DOCUMENTS}/progress?document={handbook}", headers=crew).__enter__()
    assert denied.value.status_code == 404
    assert "165 °F" in http.post("/api/v1/chat", headers=manager, json=question).json()["answer"]


def test_nobody_sets_a_role_above_their_own_or_for_what_they_cannot_see(guarded: Guarded) -> None:
    http, manager, admin = guarded.http, guarded.key("manager"), guarded.key("admin")
    above = http.put(f"{COLLECTIONS}/safety", headers=manager, json={"role": "admin"})
    assert (above.status_code, above.json()["code"]) == (403, "forbidden")
    assert http.put(f"{COLLECTIONS}/safety", headers=admin, json={"role": "admin"}).status_code == 200
    for name in ("safety", "nothing"):
        unseen = http.put(f"{COLLECTIONS}/{name}", headers=manager, json={"role": "crew"})
        assert (unseen.status_code, unseen.json()["code"]) == (404, "not_found")
    into = http.post(
        DOCUMENTS, headers=manager, files={"files": ("a.md", b"# A\n\nText.")}, data={"collection": "safety"}
    )
    assert (into.status_code, into.json()["code"]) == (403, "forbidden")


def test_the_command_closes_a_collection(linelead: Callable[..., Ran], data: Path) -> None:
    assert linelead("--data", data, "collections", "set", "safety", "--role", "manager").code == 0
    listed = json.loads(linelead("--data", data, "collections", "list", "--json").out)["collections"]
    assert {each["name"]: each["role"] for each in listed} == {"equipment": "crew", "safety": "manager"}
    assert linelead("--data", data, "collections", "set", "nothing", "--role", "crew").code == 1


# --- the log ----------------------------------------------------------------------------------------------------------


def test_administrative_acts_are_logged_with_who_where_and_what_came_of_them(guarded: Guarded) -> None:
    http, manager, admin = guarded.http, guarded.key("manager"), guarded.key("admin")
    document = http.get(DOCUMENTS, headers=manager).json()["documents"][0]
    key = http.post(KEYS, headers=admin, json={"name": "Line 1", "role": "crew"}).json()["id"]
    http.delete(f"{KEYS}/{key}", headers={**admin, "x-request-id": "from-the-test"})
    http.delete(f"{KEYS}/k1", headers=admin)
    http.put(f"{COLLECTIONS}/safety", headers=manager, json={"role": "admin"})
    http.delete(f"{DOCUMENTS}/{document['id']}", headers=manager)
    pages: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = http.get(AUDIT, headers=admin, params={"limit": 2, **cursor}).json()
        pages.append(page["entries"])
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert [len(page) for page in pages] == [2, 2, 1]
    for wrong in ("WyJ4Il0", "WyI5OTk5OTk5OTk5OTk5OTk5Il0", "?"):
        refused = http.get(AUDIT, headers=admin, params={"cursor": wrong})
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid_cursor")
    entries = [entry for page in pages for entry in page]
    assert [(e["name"], e["action"], e["target"], e["outcome"]) for e in entries] == [
        ("the manager", "document.deleted", document["id"], "done"),
        ("the manager", "collection.role_changed", "safety", "forbidden"),
        ("the admin", "key.revoked", "k1", "not_found"),
        ("the admin", "key.revoked", key, "done"),
        ("the admin", "key.created", key, "done"),
    ]
    assert entries[3] == IsPartialDict(role="admin", address="testclient", request_id="from-the-test")
    assert entries[0]["details"] == {"collection": document["collection"], "name": document["name"]}


def test_the_database_keeps_the_log_from_being_changed(tmp_path: Path, database_url: str) -> None:
    database = open_database(tmp_path / "sessions.sqlite", database_url)
    Audit(database).add(local_principal(), Place(), "key.created", "k1", "done", {})
    for change in ("UPDATE audit SET outcome = 'failed'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="only ever added to"), database.write() as connection:
            connection.execute(text(change))
    assert [entry.outcome for entry in Audit(database).entries(None)] == ["done"]
    database.close()
