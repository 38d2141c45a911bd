"""What routes are given: the program, who asks, and what they may read."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from app.access import local_principal
from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal

EVENT_STREAM = "text/event-stream"


def the_program(request: Request) -> Linelead:
    """The program that the app's lifespan built."""
    return cast(Linelead, request.app.state.linelead)


Program = Annotated[Linelead, Depends(the_program)]
Access = Annotated[tuple[Principal, Scope], Depends(local_principal)]
