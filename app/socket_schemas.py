"""The wire of a session's web socket, in both directions: one JSON object per message, told apart by `type`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from app.eventlog import LoggedEvent
from app.schemas.turns import event_out
from app.turnstore import Accepted


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Ask(_Said):
    """A question. The same `client_id` is the same turn, however often it is sent."""

    type: Literal["ask"]
    message: str
    specialist: str | None = None
    client_id: str | None = None


class Stop(_Said):
    """Stop this turn."""

    type: Literal["stop"]
    turn_id: str


class Approve(_Said):
    """Allow a call that a turn waits for, or refuse it."""

    type: Literal["approve"]
    turn_id: str
    call_id: str
    approve: bool
    reason: str = ""


class Ping(_Said):
    """Are you there?"""

    type: Literal["ping"]


SAID: TypeAdapter[Ask | Stop | Approve | Ping] = TypeAdapter(
    Annotated[Ask | Stop | Approve | Ping, Field(discriminator="type")]
)
"""What a client may say."""


class EventTold(BaseModel):
    """An event of a turn, named and filled as in an event stream. `sequence` grows by one with every event."""

    type: Literal["event"] = "event"
    sequence: int
    turn_id: str
    number: int
    event: str
    data: dict[str, Any]


class Asked(BaseModel):
    """A question was saved; `repeated`: it was before, by the same request."""

    type: Literal["asked"] = "asked"
    client_id: str | None
    session_id: str
    turn_id: str
    repeated: bool


class Stopped(BaseModel):
    """A turn has ended; `state` says how."""

    type: Literal["stopped"] = "stopped"
    turn_id: str
    state: str


class Answered(BaseModel):
    """A call was allowed or refused; `state` says how its turn stands now."""

    type: Literal["answered"] = "answered"
    turn_id: str
    call_id: str
    state: str


class Pong(BaseModel):
    """Here."""

    type: Literal["pong"] = "pong"


class Refused(BaseModel):
    """What the client said could not be done. `code` is stable, as in a problem; the socket stays open."""

    type: Literal["problem"] = "problem"
    client_id: str | None
    code: str
    detail: str


def told(logged: LoggedEvent) -> EventTold:
    name, data = event_out(logged.event)
    return EventTold(
        sequence=logged.sequence,
        turn_id=logged.turn_id,
        number=logged.number,
        event=name,
        data=data.model_dump(mode="json"),
    )


def asked(accepted: Accepted, client_id: str | None) -> Asked:
    return Asked(
        client_id=client_id,
        session_id=accepted.session_id,
        turn_id=accepted.turn_id,
        repeated=accepted.repeated,
    )
