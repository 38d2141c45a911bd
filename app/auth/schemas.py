"""The wire of who may do what: callers, keys, collections and the log, as app/schemas is for all else."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from app.access import least_role
from app.auth.audit import Entry
from app.auth.keys import Key
from knowledge.types import Collection
from tools.deps import Role


class CallerOut(BaseModel):
    """Who asks, as a key or token says it."""

    id: str
    name: str
    role: Role
    workspace: str


class KeyRequest(BaseModel):
    """A key to be made, in the caller's own workspace."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(description="Who or what will use it, as Line 1", max_length=200)
    role: Role
    expires_at: AwareDatetime | None = Field(default=None, description="When it ends by itself; null: never")


class KeyOut(BaseModel):
    """A key without its secret. Times are in UTC; null: never."""

    id: str
    name: str
    role: Role
    workspace: str
    prefix: str = Field(description="How the key begins")
    state: Literal["active", "expired", "revoked"]
    created_at: str
    created_by: str
    expires_at: str | None
    revoked_at: str | None
    last_used_at: str | None = Field(description="To the minute")


class NewKeyOut(KeyOut):
    """A key that was just made."""

    key: str = Field(description="The key itself; it is shown this once")


class KeysOut(BaseModel):
    keys: list[KeyOut]


class CollectionOut(BaseModel):
    """A collection and the least role that may read it."""

    name: str
    role: Role
    documents: int


class CollectionsOut(BaseModel):
    collections: list[CollectionOut]


class CollectionRequest(BaseModel):
    """Who may read a collection from now on."""

    model_config = ConfigDict(extra="forbid")

    role: Role = Field(description="The least role that may read it; at most your own")


class EntryOut(BaseModel):
    """An administrative act."""

    number: int
    at: str
    principal: str = Field(description="Id of who did it")
    name: str
    role: str
    action: str = Field(description="As key.created, document.deleted")
    target: str = Field(description="Id or name of what it was done to; empty when nothing came of it")
    outcome: str = Field(description="done, or the code of the error")
    address: str
    request_id: str
    details: dict[str, Any]


class AuditOut(BaseModel):
    """Entries of the log, newest first."""

    entries: list[EntryOut]
    next_cursor: str | None = Field(description="Cursor of the entries before these; null: there are none")


def key_out(key: Key) -> KeyOut:
    return KeyOut(**_key(key))


def new_key_out(key: Key, secret: str) -> NewKeyOut:
    return NewKeyOut(**_key(key), key=secret)


def _key(key: Key) -> dict[str, Any]:
    return {**asdict(key), "state": key.state}


def collection_out(collection: Collection) -> CollectionOut:
    return CollectionOut(name=collection.name, role=least_role(collection.roles), documents=collection.documents)


def entry_out(entry: Entry) -> EntryOut:
    return EntryOut(**{name: value for name, value in asdict(entry).items() if name != "workspace"})
