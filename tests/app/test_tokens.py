"""Tokens of an issuer: only what it signed, for us, and still holds lets anybody in."""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from dirty_equals import IsStr
from jwt.algorithms import ECAlgorithm

from app.auth import tokens
from app.cli import main
from app.errors import SettingError
from app.settings import Settings
from app.wiring import make_gate
from tests.app.conftest import Guarded, guarding
from tests.issuer import ONE, Issuer, public

ME = "/api/v1/me"
TWO, STRANGER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
CURVE = ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def guarded(data: Path, issuer: Issuer) -> Iterator[Guarded]:
    with guarding(data, oidc_issuer=issuer.address, oidc_audience="linelead", oidc_leeway_seconds=5) as opened:
        yield opened


def asked(guarded: Guarded, token: str) -> tuple[int, str]:
    """The status, and the role or the problem's code."""
    answered = guarded.http.get(ME, headers={"authorization": f"Bearer {token}"})
    return answered.status_code, answered.json().get("role") or answered.json()["code"]


def test_a_token_of_the_issuer_lets_its_holder_in_beside_the_keys(guarded: Guarded, issuer: Issuer) -> None:
    answered = guarded.http.get(ME, headers={"authorization": f"Bearer {issuer.token()}"})
    assert answered.json() == {
        "id": IsStr(regex="u[0-9a-f]{32}"),
        "name": "Ann",
        "role": "manager",
        "workspace": "default",
    }
    assert guarded.http.get(ME, headers=guarded.key("crew")).json()["role"] == "crew"
    for _ in range(5):
        assert asked(guarded, issuer.token(sub="43", aud=["other", "linelead"])) == (200, "manager")
    assert len(issuer.asked) == 2  # the discovery and the keys, once


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"exp": 1}, "expired_token"),
    ({"exp": None}, "invalid_token"),
    ({"nbf": 4e9}, "invalid_token"),
    ({"aud": "another"}, "invalid_token"),
    ({"aud": None}, "invalid_token"),
    ({"iss": "https://issuer.example"}, "invalid_token"),
    ({"iss": None}, "invalid_token"),
    ({"sub": None}, "invalid_token"),
    ({"sub": ["42"]}, "invalid_token"),
    ({"kid": "three"}, "invalid_token"),
    ({"key": STRANGER}, "invalid_token"),
    ({"algorithm": "RS512"}, "invalid_token"),
    ({"algorithm": "PS256"}, "invalid_token"),
    ({"algorithm": "ES256", "key": CURVE}, "invalid_token"),
    ({"algorithm": "none", "key": None}, "invalid_token"),
]


def test_a_token_that_does_not_hold_lets_nobody_in(guarded: Guarded, issuer: Issuer) -> None:
    for changes, code in WRONG:
        assert asked(guarded, issuer.token(**changes)) == (401, code), changes


def test_a_public_key_is_not_taken_for_a_shared_secret(guarded: Guarded, issuer: Issuer) -> None:
    secret = ONE.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _, claims, _ = issuer.token().split(".")
    header = encoded(json.dumps({"alg": "HS256", "typ": "JWT", "kid": "one"}).encode())
    signed = f"{header}.{claims}"
    signature = hmac.digest(secret, signed.encode(), "sha256")
    assert asked(guarded, f"{signed}.{encoded(signature)}") == (401, "invalid_token")


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def test_a_token_changed_anywhere_lets_nobody_in(guarded: Guarded, issuer: Issuer) -> None:
    for part in range(3):
        parts = issuer.token().split(".")
        place = len(parts[part]) // 2
        changed = "A" if parts[part][place] != "A" else "B"
        parts[part] = parts[part][:place] + changed + parts[part][place + 1 :]
        assert asked(guarded, ".".join(parts))[0] == 401, part
    assert asked(guarded, issuer.token()) == (200, "manager")


def test_what_is_no_token_lets_nobody_in(guarded: Guarded) -> None:
    for token in ("", "a", "a.b.c", "e30.e30.", ".." * 50, "x" * 5000):
        status, code = asked(guarded, token)
        assert (status, code) in {(401, "invalid_key"), (401, "invalid_token"), (401, "login_needed")}, token


def test_a_slow_clock_is_forgiven_within_the_leeway(guarded: Guarded, issuer: Issuer) -> None:
    assert asked(guarded, issuer.token(exp=time.time() - 3)) == (200, "manager")
    assert asked(guarded, issuer.token(exp=time.time() - 8)) == (401, "expired_token")


def test_rotated_keys_are_fetched_when_they_are_first_seen_and_old_ones_end(
    guarded: Guarded, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "AGAIN_SECONDS", 0.0)
    assert asked(guarded, issuer.token()) == (200, "manager")
    curve = {**ECAlgorithm.to_jwk(CURVE.public_key(), as_dict=True), "kid": "curve"}
    issuer.publish(public(TWO, "two"), curve)
    assert asked(guarded, issuer.token(TWO, kid="two")) == (200, "manager")
    assert asked(guarded, issuer.token(CURVE, kid="curve", algorithm="ES256")) == (200, "manager")
    assert asked(guarded, issuer.token()) == (401, "invalid_token")


def test_unknown_key_ids_do_not_flood_the_issuer(guarded: Guarded, issuer: Issuer) -> None:
    for number in range(15):
        assert asked(guarded, issuer.token(kid=f"made-up-{number}")) == (401, "invalid_token")
    assert len(issuer.asked) == 2


def test_an_issuer_that_is_down_is_told_apart_from_a_wrong_token(
    guarded: Guarded, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = issuer.token()
    issuer.answers = {}
    assert asked(guarded, token) == (503, "issuer_unavailable")
    assert asked(guarded, token) == (503, "issuer_unavailable")
    assert len(issuer.asked) == 1  # not asked again at once
    monkeypatch.setattr(tokens, "AGAIN_SECONDS", 0.0)
    issuer.publish(public(ONE, "one"))
    assert asked(guarded, token) == (200, "manager")
    issuer.answers = {}
    monkeypatch.setattr(tokens, "FRESH_SECONDS", 0.0)
    assert asked(guarded, token) == (200, "manager")  # the keys it had serve on
    monkeypatch.setattr(tokens, "KEPT_SECONDS", 0.0)
    assert asked(guarded, token) == (503, "issuer_unavailable")
    assert guarded.http.get(ME, headers=guarded.key("crew")).status_code == 200


NONSENSE: list[dict[str, object]] = [
    {"/realms/kitchen/.well-known/openid-configuration": {"issuer": "https://another.example", "jwks_uri": "x"}},
    {"/realms/kitchen/keys": {"keys": []}},
    {"/realms/kitchen/keys": {"keys": "none"}},
    {"/realms/kitchen/keys": ["keys"]},
    {"/realms/kitchen/keys": b"\xff not json"},
    {"/realms/kitchen/keys": b" " * (tokens.MOST_BYTES + 1)},
    {"/realms/kitchen/keys": {"keys": [{"kty": "oct", "k": "c2VjcmV0", "kid": "one"}]}},
    {"/realms/kitchen/keys": {"keys": [{"kty": "RSA", "n": "?", "e": 7, "kid": "one"}, "x"]}},
]


def test_an_issuer_that_answers_nonsense_lets_nobody_in(
    guarded: Guarded, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AGAIN_SECONDS", "FRESH_SECONDS", "KEPT_SECONDS"):
        monkeypatch.setattr(tokens, name, 0.0)
    for change in NONSENSE:
        issuer.publish(public(ONE, "one"))
        issuer.answers.update(change)
        assert asked(guarded, issuer.token())[0] in (401, 503), change


def test_keys_behind_an_address_that_could_be_overheard_are_not_fetched(guarded: Guarded, issuer: Issuer) -> None:
    discovery = {"issuer": issuer.address, "jwks_uri": "http://keys.example/keys"}
    issuer.answers["/realms/kitchen/.well-known/openid-configuration"] = discovery
    assert asked(guarded, issuer.token()) == (503, "issuer_unavailable")


def test_role_and_workspace_come_from_the_claims_that_the_settings_name(data: Path, issuer: Issuer) -> None:
    with guarding(
        data,
        oidc_issuer=issuer.address,
        oidc_audience="linelead",
        oidc_role_claim="realm_access.roles",
        oidc_roles={"staff": "crew", "shift-leads": "manager"},
        oidc_workspace_claim="site",
    ) as guarded:

        def told(**claims: Any) -> tuple[int, str, str]:
            token = issuer.token(**claims)
            answered = guarded.http.get(ME, headers={"authorization": f"Bearer {token}"})
            body = answered.json()
            return answered.status_code, body.get("role", body.get("code")), body.get("workspace", "")

        roles: dict[str, Any] = {"realm_access": {"roles": ["staff", "offline", "shift-leads"]}}
        assert told(**roles, site="harbour") == (200, "manager", "harbour")
        assert told(realm_access={"roles": "staff"}, site="harbour") == (200, "crew", "harbour")
        assert told(**roles) == (403, "no_workspace", "")
        assert told(**roles, site=["harbour"]) == (403, "no_workspace", "")
        assert told(realm_access={"roles": ["admin"]}, site="harbour") == (403, "no_role", "")
        assert told(realm_access=7, site="harbour") == (403, "no_role", "")
        listed = guarded.http.get(
            "/api/v1/documents", headers={"authorization": f"Bearer {issuer.token(**roles, site='harbour')}"}
        )
        assert listed.json() == {"documents": []}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"oidc_issuer": "http://issuer.example"}, "write its https:// address"),
        ({"oidc_issuer": "https://issuer.example"}, "LINELEAD_OIDC_AUDIENCE"),
        ({"oidc_issuer": "https://issuer.example", "oidc_audience": "x", "oidc_algorithms": ["HS256"]}, "public key"),
        ({"oidc_issuer": "https://issuer.example", "oidc_audience": "x", "oidc_algorithms": ["none"]}, "public key"),
        ({"rate_limit": "often"}, "LINELEAD_RATE_LIMIT"),
        ({"rate_limit_storage": "carrier-pigeon://"}, "LINELEAD_RATE_LIMIT_STORAGE"),
    ],
)
def test_a_log_in_that_would_not_hold_is_refused_at_start(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingError, match=said):
        make_gate(Settings(**settings), keys=None)  # pyright: ignore[reportArgumentType] - no key is looked up


def test_the_server_says_in_one_line_which_setting_of_the_log_in_is_wrong(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LINELEAD_OIDC_ISSUER", "https://issuer.example")
    assert main(["--data", str(data), "serve", "--auth", "--port", "0"]) == 3
    assert capsys.readouterr().err.startswith("linelead: The setting oidc_audience (LINELEAD_OIDC_AUDIENCE) is empty")
