"""An issuer of log-ins on a port of this machine: it signs tokens, and lets browsers in without a question."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ONE = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CLIENT = "linelead-web"


def public(key: rsa.RSAPrivateKey, key_id: str) -> dict[str, Any]:
    return {**RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": key_id, "use": "sig"}


@dataclass
class Issuer:
    """An issuer on a port of this machine. `answers` maps a path to what it gives; a missing one is a 500.

    `codes` holds what was asked with each code that it gave out and that was not traded yet; `changes` go into the
    identity tokens.
    """

    port: int
    answers: dict[str, object] = field(default_factory=dict[str, object])
    asked: list[str] = field(default_factory=list[str])
    codes: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    changes: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/realms/kitchen"

    def publish(self, *keys: dict[str, Any]) -> None:
        self.answers = {
            "/realms/kitchen/.well-known/openid-configuration": {
                "issuer": self.address,
                "jwks_uri": f"{self.address}/keys",
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "end_session_endpoint": f"{self.address}/leave",
            },
            "/realms/kitchen/keys": {"keys": list(keys)},
        }

    def token(self, key: Any = ONE, *, algorithm: str = "RS256", kid: str | None = "one", **changes: Any) -> str:
        claims = {
            "iss": self.address,
            "aud": "linelead",
            "sub": "42",
            "exp": time.time() + 60,
            "name": "Ann",
            "role": "manager",
        }
        claims = {name: value for name, value in {**claims, **changes}.items() if value is not None}
        return jwt.encode(claims, key, algorithm, headers={"kid": kid} if kid is not None else None)

    def code_for(self, asked: dict[str, str]) -> str:
        """Lets a browser in."""
        code = f"code-{len(self.asked)}-{len(self.codes)}"
        self.codes[code] = asked
        return code

    def traded(self, form: dict[str, str]) -> dict[str, str] | None:
        """The tokens for a code, once, for the client that asked and proves it; None otherwise."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form["client_id"] != asked["client_id"] or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        proof = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
        if proof != asked["code_challenge"]:
            return None
        identity = {"aud": CLIENT, "nonce": asked["nonce"], **self.changes}
        return {"access_token": self.token(), "id_token": self.token(**identity), "token_type": "Bearer"}


@contextmanager
def running_issuer() -> Generator[Issuer]:
    """An issuer that signs with the key ONE."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            place = urlsplit(self.path)
            if place.path == "/realms/kitchen/authorize":
                asked = dict(parse_qsl(place.query))
                back = urlencode({"code": found.code_for(asked), "state": asked["state"]})
                self.give(302, b"", location=f"{asked['redirect_uri']}?{back}")
            elif place.path == "/realms/kitchen/leave":
                self.give(302, b"", location=dict(parse_qsl(place.query))["post_logout_redirect_uri"])
            else:
                answer = found.answers.get(self.path)
                self.give(500 if answer is None else 200, answer if isinstance(answer, bytes) else _json(answer))

        def do_POST(self) -> None:
            form = dict(parse_qsl(self.rfile.read(int(self.headers["content-length"])).decode()))
            traded = found.traded(form)
            self.give(200 if traded else 400, _json(traded or {"error": "invalid_grant"}))

        def give(self, status: int, body: bytes, **headers: str) -> None:
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keeps the test's output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Issuer(server.server_port)
    found.publish(public(ONE, "one"))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _json(value: object) -> bytes:
    return json.dumps(value).encode()
