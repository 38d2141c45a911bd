"""Nobody asks more often, or holds more open, than the settings let; and every response can be traced."""

from __future__ import annotations

from pathlib import Path

import pytest
from dirty_equals import IsPartialDict, IsStr
from fastapi.testclient import TestClient
from starlette.requests import HTTPConnection
from starlette.testclient import WebSocketDenialResponse

from app.auth.gate import address_of
from app.main import create_app
from app.settings import Settings
from tests.app.conftest import Guarded, guarding

ME, SOCKET = "/api/v1/me", "/api/v1/documents/progress"


def test_a_caller_who_asks_too_often_is_told_when_to_ask_again_and_others_are_not_slowed(data: Path) -> None:
    with guarding(data, rate_limit="3/hour") as guarded:
        assert [guarded.http.get(ME, headers=guarded.key("crew")).status_code for _ in range(3)] == [200] * 3
        refused = guarded.http.get(ME, headers=guarded.key("crew"))
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["retry-after"]) <= 7200
        assert refused.json() == {
            "type": "about:blank",
            "title": "Too Many Requests",
            "status": 429,
            "detail": IsStr(regex=r"More than 3 per 1 hour were sent; send the next in \d+ s\."),
            "code": "too_many_requests",
            "instance": ME,
        }
        with pytest.raises(WebSocketDenialResponse) as denied:
            guarded.http.websocket_connect(SOCKET, headers=guarded.key("crew")).__enter__()
        assert (denied.value.status_code, "retry-after" in denied.value.headers) == (429, True)
        assert guarded.http.get(ME, headers=guarded.key("manager")).status_code == 200


def test_an_address_is_limited_whoever_asks_from_it(data: Path) -> None:
    with guarding(data, rate_limit_address="4/hour") as guarded:
        roles = ["crew", "manager", "admin", "crew"]
        assert [guarded.http.get(ME, headers=guarded.key(role)).status_code for role in roles] == [200] * 4
        assert guarded.http.get(ME).status_code == 429
        assert guarded.http.get("/health").status_code == 429


def test_failed_log_ins_are_limited_and_lock_out_no_valid_key_behind_the_same_address(data: Path) -> None:
    with guarding(data, rate_limit_failures="2/hour") as guarded:
        wrong = {"x-api-key": "ll_" + "a" * 43}
        assert [guarded.http.get(ME, headers=wrong).status_code for _ in range(4)] == [401, 401, 429, 429]
        assert guarded.http.get(ME, headers=wrong).json()["code"] == "too_many_failures"
        assert guarded.http.get(ME, headers=guarded.key("crew")).status_code == 200


def test_a_caller_holds_only_so_many_requests_open_and_a_closed_one_makes_room(data: Path) -> None:
    with guarding(data, max_open_requests=2) as guarded:
        http, crew = guarded.http, guarded.key("crew")
        with http.websocket_connect(SOCKET, headers=crew), http.websocket_connect(SOCKET, headers=crew):
            refused = http.get(ME, headers=crew)
            assert (refused.status_code, refused.json()["code"]) == (429, "too_many_open_requests")
            assert http.get(ME, headers=guarded.key("manager")).status_code == 200
        assert http.get(ME, headers=crew).status_code == 200


def test_without_log_in_and_without_a_limit_nobody_is_slowed(client: TestClient, data: Path) -> None:
    assert {client.get("/api/v1/specialists").status_code for _ in range(700)} == {200}


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::1", "::1"),
        ("testclient", "testclient"),
    ],
)
def test_a_machine_counts_once_however_many_addresses_it_has(host: str, counted: str) -> None:
    assert address_of(HTTPConnection({"type": "http", "client": (host, 1), "headers": []})) == counted


def test_every_response_names_the_request_the_clients_way_where_it_is_one(guarded: Guarded) -> None:
    http = guarded.http
    assert http.get("/health", headers={"x-request-id": "till-7.a_b"}).headers["x-request-id"] == "till-7.a_b"
    made = {http.get(path).headers["x-request-id"] for path in ("/health", "/nothing", ME)}
    assert len(made) == 3
    for wrong in ("", "a b", "x" * 65, "a\x00b"):
        assert http.get("/health", headers={"x-request-id": wrong}).headers["x-request-id"] == IsStr(
            regex="[0-9a-f]{32}"
        )


def test_other_sites_may_use_the_api_only_where_a_setting_names_them(data: Path, client: TestClient) -> None:
    asked = {"origin": "https://kitchen.example", "access-control-request-method": "POST"}
    assert "access-control-allow-origin" not in client.options("/api/v1/chat", headers=asked).headers
    settings = Settings(data=data, model="embedded", cors_origins=["https://kitchen.example"])
    with TestClient(create_app(settings)) as http:
        allowed = http.options("/api/v1/chat", headers=asked)
        assert allowed.headers["access-control-allow-origin"] == "https://kitchen.example"
        assert "access-control-allow-credentials" not in allowed.headers
        posted = http.post("/api/v1/classify", json={"message": "hello"}, headers={"origin": "https://kitchen.example"})
        assert (posted.status_code, posted.headers["access-control-allow-origin"]) == (200, "https://kitchen.example")
        other = {**asked, "origin": "https://elsewhere.example"}
        assert http.options("/api/v1/chat", headers=other).status_code == 400


def test_the_server_answers_only_to_the_names_it_is_given(data: Path) -> None:
    names = ["linelead.example", "*.site.example"]
    with guarding(data, trusted_hosts=names) as guarded:

        def status(host: str) -> int:
            return guarded.http.get("/health", headers={"host": host}).status_code

        hosts = [
            "linelead.example",
            "LINELEAD.example:8443",
            "a.site.example",
            "site.example",
            "evil.example",
            "",
            "[::1]:80",
        ]
        assert {host: status(host) for host in hosts} == {
            "linelead.example": 200,
            "LINELEAD.example:8443": 200,
            "a.site.example": 200,
            "site.example": 400,
            "evil.example": 400,
            "": 400,
            "[::1]:80": 400,
        }
        refused = guarded.http.get("/health", headers={"host": "evil.example"})
        assert refused.json() == IsPartialDict(code="unknown_host", status=400)
        assert {"x-request-id", "content-security-policy"} <= set(refused.headers)
        with pytest.raises(WebSocketDenialResponse):
            guarded.http.websocket_connect(SOCKET, headers={"host": "evil.example"}).__enter__()
