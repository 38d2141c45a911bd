"""Writes app/API.md, the page about the HTTP interface, from its description: `python -m app.reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.main import create_app
from app.openapi import SOCKETS
from app.settings import Settings

PAGE = Path(__file__).with_name("API.md")
ADDRESS = "http://127.0.0.1:8000"
JSON = "-H 'content-type: application/json'"
HEAD = """# The HTTP interface

Written from the description that the server gives at `/openapi.json`; do not change it by hand, run
`python -m app.reference`. The examples are for a server on this machine (`make serve`), which needs no key. Where
log-in is required, add `-H 'authorization: Bearer KEY'`; "needs" names the least role.

Every error is a problem (`application/problem+json`, RFC 9457): a stable `code`, and a sentence for people in `detail`.
"""
EXAMPLES = {
    "chat": (
        f"""curl -s {ADDRESS}/api/v1/chat {JSON} -d '{{"message": "The fryer shows E05, what now?"}}'""",
        f"""curl -sN {ADDRESS}/api/v1/chat {JSON} -H 'accept: text/event-stream' -d '{{"message": "and E07?"}}'""",
    ),
    "history": (f"curl -s '{ADDRESS}/api/v1/search?q=fryer'",),
    "documents": (
        "printf '# Mixer\\n\\nOil the mixer every nine days.\\n' > mixer.md",
        f"curl -s {ADDRESS}/api/v1/documents -F files=@mixer.md -F collection=equipment",
        f"curl -s {ADDRESS}/api/v1/documents",
    ),
    "reading": (f"""curl -s {ADDRESS}/api/v1/markdown {JSON} -d '{{"texts": ["**Wear gloves.**"]}}'""",),
    "access": (f"""curl -s {ADDRESS}/api/v1/keys {JSON} -d '{{"name": "Line 1", "role": "crew"}}'""",),
    "openai": (
        f"curl -s {ADDRESS}/v1/chat/completions {JSON}"
        """ -d '{"model": "linelead", "messages": [{"role": "user", "content": "How hot must chicken be?"}]}'""",
    ),
    "protocols": (
        f"curl -sN {ADDRESS}/api/v1/vercel {JSON}"
        """ -d '{"trigger": "submit-message", "id": "c1", "messages":"""
        """ [{"id": "m1", "role": "user", "parts": [{"type": "text", "text": "How hot must chicken be?"}]}]}'""",
    ),
    "system": (f"curl -s {ADDRESS}/ready",),
}
"""Commands that show a group of routes at work; the tests run every one."""


def reference() -> str:
    """The page as Markdown."""
    description = create_app(Settings()).openapi()
    groups: dict[str, list[str]] = {}
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            groups.setdefault(operation["tags"][0], []).append(_row(f"{method.upper()} {path}", operation))
    return "\n".join(
        [HEAD, *(line for tag, rows in groups.items() for line in _section(tag, rows)), *_sockets(description)]
    )


def _section(tag: str, rows: list[str]) -> Iterator[str]:
    yield f"## {tag.capitalize()}\n"
    yield "| Route | Needs | What it does | Takes | Gives |"
    yield "|---|---|---|---|---|"
    yield from rows
    if tag in EXAMPLES:
        yield "\n```sh\n" + "\n".join(EXAMPLES[tag]) + "\n```"
    yield ""


def _row(route: str, operation: dict[str, Any]) -> str:
    roles = [role for one in operation["security"] for named in one.values() for role in named]
    words = operation.get("description", "").partition("\n\nNeeds the role")[0]
    takes = [f"`{one['name']}`" for one in operation.get("parameters", []) if one["in"] in ("query", "header")]
    takes += [f"{kind}: {_shape(body)}" for kind, body in operation.get("requestBody", {}).get("content", {}).items()]
    gives = [
        f"{status} {_shape(body) or kind}"
        for status, response in operation["responses"].items()
        if status < "4"
        for kind, body in response.get("content", {"": {}}).items()
    ]
    cells = (
        f"`{route}`",
        roles[0] if roles else "no role",
        " ".join(words.split()),
        ", ".join(takes),
        ", ".join(gives),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _shape(body: dict[str, Any]) -> str:
    name = body.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return f"`{name}`" if name else ""


def _sockets(description: dict[str, Any]) -> Iterator[str]:
    sockets: dict[str, dict[str, Any]] = description.get(SOCKETS, {})
    if sockets:
        yield "## Web sockets\n"
    for path, socket in sockets.items():
        yield f"* `{path}`: {' '.join(str(socket.get('description', '')).split())}"
    if sockets:
        yield ""


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf-8")
