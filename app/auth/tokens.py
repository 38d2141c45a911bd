"""Tokens of an OpenID Connect issuer: signed by one of its keys, made for us, and still valid."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import httpx

from app.access import ROLES, Caller, caller_of
from app.errors import Forbidden, IssuerDown, LoginNeeded, SettingError
from app.settings import Settings
from tools.deps import Principal, Role

log = logging.getLogger(__name__)

FETCH_SECONDS = 5.0
"""Longest that a fetch from the issuer may take, all in all."""
MOST_BYTES = 256 * 1024
MOST_KEYS = 100
FRESH_SECONDS = 3600.0
"""Age at which the issuer's keys are fetched again."""
KEPT_SECONDS = 24 * 3600.0
"""Age up to which fetched keys serve while the issuer is down."""
AGAIN_SECONDS = 10.0
"""Shortest time between two fetches, whatever tokens come: an unknown key id must not become a flood at the issuer."""
SYMMETRIC = ("HS", "none")
MAX_WORKSPACE_CHARACTERS = 64


@dataclass(frozen=True, slots=True)
class _Fetched:
    about: Mapping[str, Any]  # what the issuer says of itself
    keys: Mapping[str, Mapping[str, Any]]  # key id → JWK; "" for the only key of an issuer that names none
    at: float


class Tokens:
    """Checks tokens of the one issuer of the settings, whose keys it fetches and keeps."""

    def __init__(self, settings: Settings, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Asks nobody yet. Raises SettingError for an issuer that could be overheard, and without an audience."""
        self._issuer = settings.oidc_issuer
        _check(settings)
        self._settings = settings
        self._clock = clock
        self._fetching = asyncio.Lock()
        self._fetched: _Fetched | None = None
        self._asked_at = float("-inf")

    async def caller(self, token: str) -> Caller:
        """Who holds a token.

        Raises Forbidden for one without role or workspace, and what `claims` raises.
        """
        return self._caller(await self.claims(token, self._settings.oidc_audience))

    async def about(self) -> Mapping[str, Any]:
        """What the issuer says of itself (OpenID Connect Discovery 1.0). Raises IssuerDown."""
        return (await self._keys(newer=False)).about

    async def claims(self, token: str, audience: str) -> Mapping[str, Any]:
        """What a token says that was made for this audience.

        Raises LoginNeeded for one that does not hold, and IssuerDown when the issuer's keys cannot be had.
        """
        import jwt

        try:
            header = jwt.get_unverified_header(token)
        except jwt.PyJWTError as error:
            raise LoginNeeded("What was sent is neither a key nor a token.", code="invalid_key") from error
        algorithm = header.get("alg")
        if algorithm not in self._settings.oidc_algorithms:
            raise _refused(f"its algorithm is {algorithm!r}")
        found = await self._key(str(header.get("kid", "")))
        if found is None:
            raise _refused("the issuer has no such key")
        try:
            key = jwt.PyJWK.from_dict(dict(found), algorithm=algorithm)
            return jwt.decode(
                token,
                key,
                algorithms=[algorithm],
                audience=audience,
                issuer=self._issuer,
                leeway=self._settings.oidc_leeway_seconds,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except jwt.ExpiredSignatureError as error:
            raise LoginNeeded("The token has expired; log in again.", code="expired_token") from error
        except jwt.PyJWTError as error:
            raise _refused(str(error)) from error

    def _caller(self, claims: Mapping[str, Any]) -> Caller:
        settings = self._settings
        subject = str(claims["sub"])
        name = next((str(claims[key]) for key in ("name", "preferred_username", "email") if claims.get(key)), subject)
        # the issuer goes in: another one may give the same subject to somebody else
        principal_id = "u" + hashlib.sha256(f"{self._issuer}\n{subject}".encode()).hexdigest()[:32]
        principal = Principal(principal_id, name[:80], self._role(_claim(claims, settings.oidc_role_claim)))
        if not settings.oidc_workspace_claim:
            return caller_of(principal, "default")
        workspace = _claim(claims, settings.oidc_workspace_claim)
        if not isinstance(workspace, str) or not 0 < len(workspace) <= MAX_WORKSPACE_CHARACTERS:
            raise Forbidden("The token names no workspace; ask whoever runs the log-ins.", code="no_workspace")
        return caller_of(principal, workspace)

    def _role(self, claimed: object) -> Role:
        """The highest role that the claim's value, or one of its values, stands for."""
        values = cast(list[object], claimed) if isinstance(claimed, list) else [claimed]
        names: Mapping[str, Role] = self._settings.oidc_roles or {role: role for role in ROLES}
        held = {names[value] for value in values if isinstance(value, str) and value in names}
        for role in reversed(ROLES):
            if role in held:
                return role
        raise Forbidden("The token carries no role of Linelead; ask whoever runs the log-ins.", code="no_role")

    # --- the issuer's keys --------------------------------------------------------------------------------------------

    async def _key(self, key_id: str) -> Mapping[str, Any] | None:
        """The issuer's key of that id, fetched again when it is not known: issuers change their keys."""
        fetched = await self._keys(newer=False)
        found = _pick(fetched, key_id)
        if found is None:
            found = _pick(await self._keys(newer=True), key_id)
        return found

    async def _keys(self, *, newer: bool) -> _Fetched:
        """The keys as fetched, or as `newer` ones as may be asked for. Raises IssuerDown when there are none."""
        seen = self._fetched
        if seen is not None and not newer and self._clock() - seen.at < FRESH_SECONDS:
            return seen
        async with self._fetching:
            if self._fetched is not seen and self._fetched is not None:  # somebody else fetched meanwhile
                return self._fetched
            if self._clock() - self._asked_at >= AGAIN_SECONDS:
                self._asked_at = self._clock()
                try:
                    async with asyncio.timeout(FETCH_SECONDS):
                        self._fetched = _Fetched(*await self._fetch(), self._clock())
                except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError) as error:
                    log.error("The keys of %s cannot be fetched: %s %s", self._issuer, type(error).__name__, error)
        if self._fetched is None or self._clock() - self._fetched.at > KEPT_SECONDS:
            raise IssuerDown("The issuer of log-ins cannot be reached; try again in a minute.")
        return self._fetched

    async def _fetch(self) -> tuple[Mapping[str, Any], Mapping[str, Mapping[str, Any]]]:
        async with httpx.AsyncClient(timeout=FETCH_SECONDS) as client:
            found = await read_json(client, "GET", f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
            if found.get("issuer") != self._issuer:
                raise ValueError(f"it says that it is {found.get('issuer')!r}")
            address = str(found.get("jwks_uri", ""))
            if not is_safe(address):
                raise ValueError(f"its keys are at {address!r}, which could be overheard")
            listed = (await read_json(client, "GET", address)).get("keys")
        if not isinstance(listed, list) or len(cast(list[object], listed)) > MOST_KEYS:
            raise ValueError(f"it lists no keys, or more than {MOST_KEYS}")
        keys = [cast(Mapping[str, Any], key) for key in cast(list[object], listed) if isinstance(key, dict)]
        return found, {
            str(key.get("kid", "")): key
            for key in keys
            if key.get("kty") in ("RSA", "EC", "OKP") and key.get("use", "sig") == "sig"
        }


def _pick(fetched: _Fetched, key_id: str) -> Mapping[str, Any] | None:
    if not key_id and len(fetched.keys) == 1:
        return next(iter(fetched.keys.values()))
    return fetched.keys.get(key_id)


async def read_json(
    client: httpx.AsyncClient, method: str, address: str, form: Mapping[str, str] | None = None
) -> Mapping[str, Any]:
    """A JSON object. Raises ValueError for anything else and for one beyond MOST_BYTES, HTTPError for a refusal."""
    accepted = {"accept": "application/json"}
    async with client.stream(method, address, headers=accepted, data=form) as response:
        response.raise_for_status()
        body = bytearray()
        async for part in response.aiter_bytes():
            body += part
            if len(body) > MOST_BYTES:
                raise ValueError(f"{address} answers with more than {MOST_BYTES} bytes")
    found = json.loads(body)
    if not isinstance(found, dict):
        raise ValueError(f"{address} answers with no JSON object")
    return cast(Mapping[str, Any], found)


def _claim(claims: Mapping[str, Any], path: str) -> object:
    """The claim of that name, or at that path: "realm_access.roles" is the roles in realm_access."""
    if path in claims:
        return claims[path]
    found: object = claims
    for name in path.split("."):
        found = cast(Mapping[str, object], found).get(name) if isinstance(found, dict) else None
    return found


def _refused(why: str) -> LoginNeeded:
    log.info("A token was refused: %s", why)
    return LoginNeeded("The token does not hold; log in again.", code="invalid_token")


def is_safe(address: str) -> bool:
    """Whether nobody on the way can read along: https, or this machine itself."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"))


def _check(settings: Settings) -> None:
    if not is_safe(settings.oidc_issuer):
        raise SettingError(
            f"The setting oidc_issuer (LINELEAD_OIDC_ISSUER) is {settings.oidc_issuer!r}; write its https:// address."
        )
    if not settings.oidc_audience:
        raise SettingError(
            "The setting oidc_audience (LINELEAD_OIDC_AUDIENCE) is empty, so a token made for another program would"
            " be taken; set it to the name that the issuer knows Linelead by."
        )
    weak = [name for name in settings.oidc_algorithms if name.startswith(SYMMETRIC)]
    if weak or not settings.oidc_algorithms:
        raise SettingError(
            f"The setting oidc_algorithms (LINELEAD_OIDC_ALGORITHMS) is {settings.oidc_algorithms!r}; name algorithms"
            " with a public key, as RS256 and ES256."
        )
