"""Tools that change something wait for a person's word: the turn pauses, and goes on with a yes or a no."""

from __future__ import annotations

from pydantic_ai import RunContext
from pydantic_ai.exceptions import ApprovalRequired

from tools.deps import Deps, Role

ACTION, ROLE = "linelead.action", "linelead.role"
"""Keys of a deferred call's metadata: what it would do, in words, and the least role that may allow it."""


def need_approval(ctx: RunContext[Deps], action: str, *, role: Role = "crew") -> None:
    """Returns when this call was allowed; else pauses the turn. Call it in a tool before anything is changed.

    `action` says what the call would do, in words for whoever decides ("Log 38 °F for the walk-in cooler"). Its asker
    decides when they have the `role`, and everybody of their workspace who has it where it is above crew. A tool that
    is allowed runs from its beginning again, with the same arguments, and at most once.
    """
    if not ctx.tool_call_approved:
        raise ApprovalRequired({ACTION: action, ROLE: role})
