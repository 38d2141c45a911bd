"""Who is asking, and what they may read."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from app.errors import CrossOrigin
from knowledge.types import Scope
from tools.deps import Principal


def local_principal() -> tuple[Principal, Scope]:
    """The one user of a program without log-in, who may read everything. A dependency of every route that reads."""
    return Principal(), Scope()


def same_origin(connection: HTTPConnection) -> None:
    """A dependency of every route that changes something: raises CrossOrigin for a page of another site.

    Without a log-in the browser's own rights are all there is: any page it shows could otherwise send a form here.
    """
    origin = connection.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != connection.headers.get("host", ""):
        raise CrossOrigin(f"The page {origin} may not change anything here; open Linelead itself.")
