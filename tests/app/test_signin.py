"""Signing in at an issuer with a browser: only who began it here gets a token, and only one made for this sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from fastapi.testclient import TestClient

from app.auth import tokens
from app.cli import main
from tests.app.conftest import guarding
from tests.issuer import CLIENT, Issuer

WAYS, OIDC, ME = "/api/v1/sign-in", "/api/v1/sign-in/oidc", "/api/v1/me"


@pytest.fixture
def browser(data: Path, issuer: Issuer) -> Iterator[TestClient]:
    settings = {"oidc_issuer": issuer.address, "oidc_audience": "linelead", "oidc_client": CLIENT}
    with guarding(data, **settings) as guarded:
        guarded.http.follow_redirects = False
        yield guarded.http


def begun(browser: TestClient) -> tuple[str, dict[str, str]]:
    """The issuer's address that a browser is sent to, and what it is asked there."""
    sent = browser.get(OIDC)
    assert sent.status_code == 303
    place = urlsplit(sent.headers["location"])
    return place._replace(query="").geturl(), dict(parse_qsl(place.query))


def come_back(browser: TestClient) -> dict[str, str]:
    """What the issuer sends back with the browser."""
    address = browser.get(OIDC).headers["location"]
    return dict(parse_qsl(urlsplit(httpx.get(address).headers["location"]).query))


def refused(browser: TestClient, sent: dict[str, str]) -> tuple[int, str]:
    answered = browser.post(OIDC, json=sent)
    return answered.status_code, answered.json()["code"]


def test_a_browser_signs_in_at_the_issuer_and_gets_a_token(browser: TestClient, issuer: Issuer) -> None:
    assert browser.get(WAYS).json() == {"required": True, "oidc": True}
    address, asked = begun(browser)
    assert address == f"{issuer.address}/authorize"
    assert {name: asked[name] for name in ("response_type", "client_id", "redirect_uri", "scope")} == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": "http://testserver/",
        "scope": "openid profile email",
    }
    assert asked["code_challenge_method"] == "S256"
    cookie = browser.get(OIDC).headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "samesite=strict", f"path={OIDC}", "max-age=600"))
    sent = come_back(browser)
    answered = browser.post(OIDC, json=sent)
    assert (answered.status_code, answered.headers["cache-control"]) == (200, "no-store")
    found = answered.json()
    assert browser.get(ME, headers={"authorization": f"Bearer {found['token']}"}).json()["name"] == "Ann"
    assert found["sign_out"].startswith(f"{issuer.address}/leave?client_id={CLIENT}&post_logout_redirect_uri=")
    assert refused(browser, sent) == (401, "sign_in_failed"), "once"


def test_what_was_not_begun_in_this_browser_signs_nobody_in(browser: TestClient, issuer: Issuer) -> None:
    sent = come_back(browser)
    assert refused(browser, {**sent, "state": "another"}) == (401, "sign_in_failed")
    browser.cookies.clear()
    assert refused(browser, sent) == (401, "sign_in_failed")
    browser.cookies.set("linelead-sign-in", "nonsense")
    assert refused(browser, sent) == (401, "sign_in_failed")
    assert issuer.codes, "the issuer was not asked"


@pytest.mark.parametrize(
    "changes", [{"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"exp": 1}, {"iss": "x"}]
)
def test_an_identity_that_is_not_for_this_sign_in_signs_nobody_in(
    browser: TestClient, issuer: Issuer, changes: dict[str, Any]
) -> None:
    issuer.changes = changes
    assert refused(browser, come_back(browser))[0] == 401


def test_a_made_up_code_and_an_issuer_that_is_down_are_told_apart(
    browser: TestClient, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(browser, {**come_back(browser), "code": "made-up"}) == (401, "sign_in_failed")
    sent = come_back(browser)
    for name in ("AGAIN_SECONDS", "FRESH_SECONDS", "KEPT_SECONDS"):
        monkeypatch.setattr(tokens, name, 0.0)
    issuer.answers = {}
    assert refused(browser, sent) == (503, "issuer_unavailable")
    assert browser.get(OIDC).status_code == 503


def test_without_a_client_there_is_no_sign_in_at_an_issuer(client: TestClient) -> None:
    assert client.get(WAYS).json() == {"required": False, "oidc": False}
    assert client.get(OIDC, follow_redirects=False).status_code == 404
    assert client.post(OIDC, json={"code": "a", "state": "b"}).status_code == 404


def test_a_client_without_an_issuer_is_refused_at_start(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LINELEAD_OIDC_CLIENT", CLIENT)
    assert main(["--data", str(data), "serve", "--auth", "--port", "0"]) == 3
    assert capsys.readouterr().err.startswith("linelead: The setting oidc_client (LINELEAD_OIDC_CLIENT) names a client")
