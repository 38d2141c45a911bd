"""Signing in at the issuer with a browser: the authorization code flow with PKCE, as a public client.

What must come back unchanged (the state), what the token must hold (the nonce) and what proves that the code is ours
(the verifier) wait in a cookie that no script reads; this server keeps nothing, so any of several can finish it.
Sources: OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC 9700, section 2.1.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

from app.auth.tokens import FETCH_SECONDS, Tokens, is_safe, read_json
from app.errors import IssuerDown, LoginNeeded
from app.settings import Settings

log = logging.getLogger(__name__)

LASTS_SECONDS = 600
"""How long somebody may take at the issuer."""


class Begun(BaseModel):
    """What waits for the way back, as the cookie holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: str
    nonce: str
    verifier: str

    def packed(self) -> str:
        """It as the value of a cookie."""
        return base64.urlsafe_b64encode(self.model_dump_json().encode()).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A token that opens the API. `sign_out` is where the issuer ends its own session, "" when it names no place."""

    token: str
    sign_out: str


class SignIn:
    """Sends browsers to the issuer of the settings, and trades what they bring back for a token."""

    def __init__(self, settings: Settings, tokens: Tokens) -> None:
        self._client = settings.oidc_client
        self._scopes = settings.oidc_scopes
        self._tokens = tokens

    async def begin(self, back: str) -> tuple[str, Begun]:
        """The issuer's address to go to, and what must wait meanwhile. `back` is the address to come back to.

        Raises IssuerDown.
        """
        begun = Begun(state=_secret(), nonce=_secret(), verifier=_secret())
        challenge = hashlib.sha256(begun.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._client,
            "redirect_uri": back,
            "scope": self._scopes,
            "state": begun.state,
            "nonce": begun.nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return _with_query(await self._endpoint("authorization_endpoint"), asked), begun

    async def finish(self, code: str, state: str, waiting: str, back: str) -> SignedIn:
        """The token for a code that came back with this state to the browser whose cookie holds `waiting`.

        Raises LoginNeeded for what does not belong together and what the issuer refuses, Forbidden for somebody without
        a role here, and IssuerDown.
        """
        begun = _unpacked(waiting)
        if begun is None or not hmac.compare_digest(begun.state.encode(), state.encode()):
            raise _failed("This sign-in was not begun in this browser, or long ago; sign in again.")
        traded = await self._trade(code, begun.verifier, back)
        identity = str(traded.get("id_token", ""))
        claims = await self._tokens.claims(identity, self._client)
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), begun.nonce.encode()):
            raise _failed("The issuer answered another sign-in; sign in again.")
        return SignedIn(await self._opening(str(traded.get("access_token", "")), identity), await self._sign_out(back))

    async def _opening(self, access: str, identity: str) -> str:
        """The one of the two tokens that is made for this API: the access token, as a rule."""
        try:
            await self._tokens.caller(access)
            return access
        except LoginNeeded:
            await self._tokens.caller(identity)
            return identity

    async def _trade(self, code: str, verifier: str, back: str) -> Mapping[str, Any]:
        address = await self._endpoint("token_endpoint")
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self._client,
            "code_verifier": verifier,
        }
        try:
            async with asyncio.timeout(FETCH_SECONDS), httpx.AsyncClient(timeout=FETCH_SECONDS) as client:
                return await read_json(client, "POST", address, form)
        except httpx.HTTPStatusError as error:
            log.warning("The issuer took no code: it answered %d", error.response.status_code)
            if error.response.is_server_error:
                raise IssuerDown("The issuer of log-ins cannot be reached; try again in a minute.") from error
            raise _failed("The issuer did not confirm this sign-in; sign in again.") from error
        except (httpx.HTTPError, TimeoutError, ValueError) as error:
            log.error("The issuer cannot be asked for a token: %s %s", type(error).__name__, error)
            raise IssuerDown("The issuer of log-ins cannot be reached; try again in a minute.") from error

    async def _sign_out(self, back: str) -> str:
        address = str((await self._tokens.about()).get("end_session_endpoint", ""))
        if not is_safe(address):
            return ""
        return _with_query(address, {"client_id": self._client, "post_logout_redirect_uri": back})

    async def _endpoint(self, name: str) -> str:
        address = str((await self._tokens.about()).get(name, ""))
        if not is_safe(address):
            log.error("The issuer's %s is %r, which could be overheard", name, address)
            raise IssuerDown("The issuer of log-ins offers no sign-in here; ask whoever runs the log-ins.")
        return address


def _secret() -> str:
    return secrets.token_urlsafe(32)


def _unpacked(waiting: str) -> Begun | None:
    try:
        return Begun.model_validate_json(base64.urlsafe_b64decode(waiting + "=" * (-len(waiting) % 4)))
    except (ValueError, ValidationError):
        return None


def _with_query(address: str, query: Mapping[str, str]) -> str:
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(query)}"


def _failed(sentence: str) -> LoginNeeded:
    return LoginNeeded(sentence, code="sign_in_failed")
