"""API keys: 256 random bits that are shown once; what is stored is their SHA-256, from which no key can be made."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, insert, select, update

from app import tables
from app.access import Caller, caller_of
from app.database import ServiceDatabase
from app.errors import LoginNeeded
from knowledge.errors import InvalidInput, NotFound, StoreUnavailable
from tools.deps import Principal, Role

log = logging.getLogger(__name__)

KEY_START = "ll_"
KEY_BYTES = 32
PREFIX_CHARACTERS = len(KEY_START) + 8
"""What is shown of a key afterwards, so that people can tell theirs: 48 of the 256 bits."""
MAX_NAME_CHARACTERS = 80
USE_SECONDS = 60.0
"""How often a key's last use is written, at most."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key as stored. Times are ISO 8601 in UTC; None: never."""

    id: str
    workspace: str
    name: str
    role: Role
    prefix: str
    created_at: str
    created_by: str
    expires_at: str | None
    revoked_at: str | None
    last_used_at: str | None

    @property
    def state(self) -> str:
        """Whether it is valid now: active, expired or revoked."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= _now() else "active"


class Keys:
    """The keys in a service database. All methods block: call them off the event loop."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database
        self._noted: dict[str, float] = {}  # key id → when its use was last written, by the monotonic clock

    def create(
        self, name: str, role: Role, *, workspace: str, created_by: str, expires_at: datetime | None = None
    ) -> tuple[Key, str]:
        """A new key, and its secret, which nobody can tell again.

        Raises InvalidInput for a name that is empty, over-long or not text, and for an expiry that is past.
        """
        words = " ".join(name.split())
        if not words or len(words) > MAX_NAME_CHARACTERS or not words.isprintable():
            raise InvalidInput(
                f"The name {name[:MAX_NAME_CHARACTERS]!r} is no name for a key;"
                f" write 1 to {MAX_NAME_CHARACTERS} characters.",
                code="invalid_name",
            )
        if expires_at is not None and expires_at <= datetime.now(UTC):
            raise InvalidInput(f"The expiry {expires_at.isoformat()} is past; name a later one.", code="invalid_expiry")
        secret = KEY_START + secrets.token_urlsafe(KEY_BYTES)
        key = Key(
            id=f"k{uuid4().hex}",
            workspace=workspace,
            name=words,
            role=role,
            prefix=secret[:PREFIX_CHARACTERS],
            created_at=_now(),
            created_by=created_by,
            expires_at=_utc(expires_at) if expires_at is not None else None,
            revoked_at=None,
            last_used_at=None,
        )
        with self._database.write() as connection:
            connection.execute(
                insert(tables.api_keys).values(
                    id=key.id,
                    workspace=key.workspace,
                    name=key.name,
                    role=key.role,
                    prefix=key.prefix,
                    sha256=_digest(secret),
                    created_at=key.created_at,
                    created_by=key.created_by,
                    expires_at=key.expires_at,
                )
            )
        return key, secret

    def all(self, workspace: str | None = None) -> list[Key]:
        """The keys of a workspace or of all, oldest first, with those that hold no more."""
        statement = select(tables.api_keys).order_by(tables.api_keys.c.created_at, tables.api_keys.c.id)
        if workspace is not None:
            statement = statement.where(tables.api_keys.c.workspace == workspace)
        with self._database.read() as connection:
            return [_key(row) for row in connection.execute(statement)]

    def revoke(self, key_id: str, workspace: str | None = None) -> Key:
        """The key, which holds no more from now on; one that was revoked before stays as it was. Raises NotFound."""
        known = tables.api_keys.c.id == key_id
        if workspace is not None:
            known &= tables.api_keys.c.workspace == workspace
        with self._database.write() as connection:
            connection.execute(
                update(tables.api_keys).where(known, tables.api_keys.c.revoked_at.is_(None)).values(revoked_at=_now())
            )
            row = connection.execute(select(tables.api_keys).where(known)).one_or_none()
        if row is None:
            raise NotFound(f"There is no key {key_id!r}; list the keys to see their ids.")
        return _key(row)

    def caller(self, secret: str) -> Caller:
        """Who holds a key. Raises LoginNeeded for one that is unknown, revoked or expired."""
        digest = _digest(secret)
        with self._database.read() as connection:
            row = connection.execute(select(tables.api_keys).where(tables.api_keys.c.sha256 == digest)).one_or_none()
        # the look-up itself tells nothing by its time: what it compares is a hash, which nobody can steer
        if row is None or not hmac.compare_digest(row.sha256, digest):
            raise LoginNeeded("This key is not known; ask an admin for one.", code="invalid_key")
        key = _key(row)
        if key.state != "active":
            raise LoginNeeded(f"This key is {key.state}; ask an admin for another.", code=f"{key.state}_key")
        self._note_use(key.id)
        return caller_of(Principal(key.id, key.name, key.role), key.workspace)

    def _note_use(self, key_id: str) -> None:
        now = time.monotonic()
        if now - self._noted.get(key_id, -USE_SECONDS) < USE_SECONDS:
            return
        self._noted[key_id] = now
        try:
            with self._database.write() as connection:
                used = update(tables.api_keys).where(tables.api_keys.c.id == key_id).values(last_used_at=_now())
                connection.execute(used)
        except StoreUnavailable as error:  # a full disk must not lock everybody out
            log.warning("The last use of the key %s could not be noted: %s", key_id, error)


def _key(row: Row[Any]) -> Key:
    return Key(
        id=row.id,
        workspace=row.workspace,
        name=row.name,
        role=row.role,
        prefix=row.prefix,
        created_at=row.created_at,
        created_by=row.created_by,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        last_used_at=row.last_used_at,
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _now() -> str:
    return _utc(datetime.now(UTC))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
