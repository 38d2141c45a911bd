"""Who is asking, and what they may read."""

from __future__ import annotations

from knowledge.types import Scope
from tools.deps import Principal


def local_principal() -> tuple[Principal, Scope]:
    """The one user of a program without log-in, who may read everything. A dependency of every route that reads."""
    return Principal(), Scope()
