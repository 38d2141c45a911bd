"""The server's log: lines of one request share its id, no key and no question is in it, and a turn ends in one line."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from dirty_equals import IsFloat, IsPartialDict, IsStr

from app.logs import formatter
from tests.app.conftest import Served, guarding

QUESTION = "How hot must chicken be?"
CHAT = "/api/v1/chat"


@contextmanager
def logged(*, content: bool = False) -> Generator[list[dict[str, Any]]]:
    """What is logged meanwhile, as the lines of the JSON format."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter("json", content=content))
    root, own = logging.getLogger(), logging.getLogger("app")
    before = own.level
    root.addHandler(handler)
    own.setLevel("DEBUG")
    lines: list[dict[str, Any]] = []
    try:
        yield lines
    finally:
        own.setLevel(before)
        root.removeHandler(handler)
        lines.extend(json.loads(line) for line in stream.getvalue().splitlines())


def test_every_line_of_a_request_and_its_turn_has_its_ids_and_none_has_a_key_or_the_question(data: Path) -> None:
    with guarding(data) as guarded, logged() as lines:
        for name in ("one", "two"):
            headers = {**guarded.key("crew"), "x-request-id": name}
            turn = guarded.http.post(CHAT, json={"message": QUESTION}, headers=headers).json()
    assert lines == [
        IsPartialDict(
            event="A turn ended.",
            level="info",
            logger="app.observing",
            at=IsStr,
            request_id=name,
            principal=IsStr(regex="k[0-9a-f]{32}"),
            session_id=IsStr(regex="s[0-9a-f]{32}"),
            turn_id=IsStr(regex="t[0-9a-f]{32}"),
            specialist="safety",
            outcome="answered",
            milliseconds={"route": IsFloat, "first_text": IsFloat, "total": IsFloat},
        )
        for name in ("one", "two")
    ]
    assert lines[1]["turn_id"] == turn["turn_id"]
    assert not any("question" in line or "chicken" in json.dumps(line) for line in lines)


def test_turns_that_wait_in_line_are_logged_with_their_own_requests(data: Path) -> None:
    with guarding(data) as guarded, logged() as lines:
        session = guarded.http.post(CHAT, json={"message": QUESTION}, headers=guarded.key("crew")).json()["session_id"]
        body = {"message": QUESTION, "session_id": session}

        def ask(name: str) -> str:
            headers = {**guarded.key("crew"), "x-request-id": name}
            return guarded.http.post(CHAT, json=body, headers=headers).json()["turn_id"]

        names = [f"request-{n}" for n in range(6)]
        with ThreadPoolExecutor(len(names)) as threads:
            turns = dict(zip(names, threads.map(ask, names), strict=True))
    assert {line["request_id"]: line["turn_id"] for line in lines[1:]} == turns


def test_content_is_logged_when_a_setting_asks_for_it(data: Path) -> None:
    with guarding(data, log_content=True) as guarded, logged(content=True) as lines:
        guarded.http.post(CHAT, json={"message": QUESTION}, headers=guarded.key("crew"))
    assert lines[-1] == IsPartialDict(question=QUESTION, answer=IsStr(regex=r"(?s).*165 °F.*"))


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("the key ll_0123456789abcdefghij0123456789abcdefghij012 is old", "0123456789abcdef"),
        ("Authorization: Bearer abc.def-ghi", "abc.def"),
        ("eyJhbGciOi.eyJzdWIi.c2ln was sent", "eyJ"),
        ("postgresql://linelead:hunter2@db/linelead does not answer", "hunter2"),
    ],
)
@pytest.mark.parametrize("form", ["json", "text"])
def test_a_key_that_is_logged_by_mistake_is_hidden(form: Any, text: str, secret: str) -> None:
    record = logging.LogRecord("other", logging.ERROR, "file", 1, "%s", (text,), None)
    line = formatter(form, content=True).format(record)
    assert "**********" in line
    assert secret not in line


def test_the_message_of_a_strangers_exception_is_left_out_as_it_may_quote_the_question() -> None:
    def line(content: bool) -> str:
        try:
            try:
                raise OSError("disk gone")
            except OSError as cause:
                raise ValueError(f"cannot read {QUESTION!r}") from cause
        except ValueError as error:
            record = logging.LogRecord("app", logging.ERROR, "f", 1, "failed", (), (ValueError, error, None))
            return formatter("json", content=content).format(record)

    hidden = json.loads(line(False))["exception"]
    assert "chicken" not in hidden
    assert hidden.splitlines()[-1] == "ValueError"
    assert "OSError: disk gone" in hidden
    assert "chicken" in line(True)


def test_the_servers_own_lines_about_requests_are_json_without_the_query(
    serve: Callable[..., Served], data: Path
) -> None:
    served = serve(data, LINELEAD_LOG_FORMAT="json", LINELEAD_LOG_LEVEL="info")
    assert served.process.stdout is not None
    httpx.get(f"{served.address}/health?q=chicken", headers={"x-request-id": "mine"})
    line = next(line for line in served.process.stdout if '"request"' in line)
    assert json.loads(line) == {
        "event": "request",
        "request_id": "mine",
        "principal": "local",
        "level": "info",
        "logger": "uvicorn.access",
        "at": IsStr,
        "client": IsStr(regex=r"127\.0\.0\.1:\d+"),
        "method": "GET",
        "path": "/health",
        "http": "1.1",
        "status": 200,
    }
