"""What routes are given: the program, who asks, what they may read, and from where."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.access import Access, AdminAccess, ManagerAccess, PublicAccess
from app.auth.audit import Place
from app.auth.gate import address_of
from app.request_ids import request_id_of
from app.wiring import Linelead

__all__ = ["EVENT_STREAM", "Access", "AdminAccess", "From", "ManagerAccess", "Program", "PublicAccess"]

EVENT_STREAM = "text/event-stream"


def the_program(connection: HTTPConnection) -> Linelead:
    """The program that the app's lifespan built."""
    return cast(Linelead, connection.app.state.linelead)


def place_of(connection: HTTPConnection) -> Place:
    """From where a request comes, as the log of administrative acts keeps it."""
    return Place(address_of(connection), request_id_of(connection.scope))


Program = Annotated[Linelead, Depends(the_program)]
From = Annotated[Place, Depends(place_of)]
