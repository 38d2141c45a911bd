"""The web app: plain files of `app/web`, which speak only to the public API."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from app.routes.dependencies import PublicAccess

FOLDER = Path(__file__).parent.parent / "web"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
POLICY = (
    "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'"
)
"""Nothing from another host, nothing inline; pictures and recordings come with a key, so they pass through the page."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class WebFile:
    """A file as it is sent: whole, packed, and the tag that names its content."""

    media_type: str
    content: bytes
    packed: bytes
    tag: str


@cache
def web_files() -> dict[str, WebFile]:
    """Every file of the web app by its path below the folder; read once, as they come with the program."""
    paths = [path for path in sorted(FOLDER.rglob("*")) if path.suffix in MEDIA_TYPES]
    return {path.relative_to(FOLDER).as_posix(): _read(path) for path in paths}


def _read(path: Path) -> WebFile:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:32]
    return WebFile(MEDIA_TYPES[path.suffix], content, gzip.compress(content, mtime=0), digest)


Known = Annotated[str | None, Header(alias="if-none-match")]
Encodings = Annotated[str, Header(alias="accept-encoding")]


@router.get("/")
async def start(_access: PublicAccess, known: Known = None, encodings: Encodings = "") -> Response:
    """The page of the web app."""
    return _sent("index.html", known, encodings, {"Content-Security-Policy": POLICY})


@router.get("/web/{path:path}")
async def web_file(path: str, _access: PublicAccess, known: Known = None, encodings: Encodings = "") -> Response:
    """A file of the web app. The service worker looks after the whole site and not only after its folder."""
    return _sent(path, known, encodings, {"Service-Worker-Allowed": "/"} if path == "sw.js" else {})


def _sent(path: str, known: str | None, encodings: str, more: dict[str, str]) -> Response:
    file = web_files().get(path)
    if file is None:
        raise HTTPException(404)
    is_packed = "gzip" in encodings and len(file.packed) < len(file.content)
    tag = f'"{file.tag}-gzip"' if is_packed else f'"{file.tag}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding", **more}
    if known is not None and tag in known:
        return Response(status_code=304, headers=headers)
    if is_packed:
        headers["Content-Encoding"] = "gzip"
    return Response(file.packed if is_packed else file.content, media_type=file.media_type, headers=headers)


@router.get("/api")
async def routes(request: Request, _access: PublicAccess) -> HTMLResponse:
    """A page that lists the routes; the framework's own ones load scripts from another host."""
    schema: dict[str, dict[str, dict[str, Any]]] = request.app.openapi()
    rows = "".join(
        f"<li><code>{method.upper()} {escape(path)}</code>: {escape(str(operation.get('description', '')))}</li>"
        for path, operations in schema["paths"].items()
        for method, operation in operations.items()
    )
    return HTMLResponse(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Linelead</title><h1>Linelead</h1>'
        f'<ul>{rows}</ul><p>Described for programs in <a href="/openapi.json">/openapi.json</a>.</p></html>'
    )
