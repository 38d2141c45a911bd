"""A scripted server that speaks the OpenAI chat-completions protocol over real HTTP, on a loopback port.

Each step of the script answers one request, in order. A request beyond the script, and a step that nobody asked for,
fail the test.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Say:
    """Text, streamed in pieces of a few characters when the client streams."""

    text: str


@dataclass(frozen=True)
class CallTool:
    """One tool call."""

    name: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Fail:
    """An HTTP status with an error body that must never reach a user."""

    status: int


@dataclass(frozen=True)
class Stall:
    """Nothing for so many seconds: before the first byte, or after `after` when that is not empty."""

    seconds: float
    after: str = ""


@dataclass(frozen=True)
class Disconnect:
    """The connection breaks after this text."""

    after: str


Step = Say | CallTool | Fail | Stall | Disconnect
SECRET = "provider-internal-detail"
USAGE = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}


@dataclass
class Script:
    """The steps still to come, and the requests that came."""

    steps: list[Step]
    requests: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    surplus: int = 0
    url: str = ""

    def next(self, request: dict[str, Any]) -> Step:
        self.requests.append(request)
        if not self.steps:
            self.surplus += 1
            return Fail(500)
        return self.steps.pop(0)


@contextmanager
def scripted(steps: Sequence[Step]) -> Generator[Script]:
    """A running server; `script.url` is its base URL. Fails when a step was left over or a request was too many."""
    script = Script(list(steps))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            _answer(self, script.next(body), stream=bool(body.get("stream")))

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
    assert script.steps == [], f"steps that nobody asked for: {script.steps}"
    assert script.surplus == 0, f"{script.surplus} requests beyond the script"


def _answer(handler: BaseHTTPRequestHandler, step: Step, *, stream: bool) -> None:
    if isinstance(step, Fail):
        _json(handler, step.status, {"error": {"message": SECRET, "type": "server_error"}})
    elif isinstance(step, Stall) and not step.after:
        time.sleep(step.seconds)
        handler.close_connection = True
    elif stream:
        _stream(handler, step)
    elif isinstance(step, CallTool):
        _json(
            handler, 200, _completion({"role": "assistant", "content": None, "tool_calls": [_call(step)]}, "tool_calls")
        )
    elif isinstance(step, Say):
        _json(handler, 200, _completion({"role": "assistant", "content": step.text}, "stop"))
    else:
        handler.close_connection = True


def _json(handler: BaseHTTPRequestHandler, status: int, body: dict[str, Any]) -> None:
    data = json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def _completion(message: dict[str, Any], reason: str) -> dict[str, Any]:
    return {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": reason}],
        "usage": USAGE,
    }


def _call(step: CallTool) -> dict[str, Any]:
    return {
        "index": 0,
        "id": "call-1",
        "type": "function",
        "function": {"name": step.name, "arguments": json.dumps(step.arguments)},
    }


def _stream(handler: BaseHTTPRequestHandler, step: Step) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()
    # a connection closed after a whole answer may be in use for the next request already
    handler.close_connection = isinstance(step, Disconnect | Stall)

    def write(data: bytes) -> None:
        handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        handler.wfile.flush()

    def send_chunk(**rest: Any) -> None:
        chunk = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted", **rest}
        write(f"data: {json.dumps(chunk)}\n\n".encode())

    def send(delta: dict[str, Any], reason: str | None = None) -> None:
        send_chunk(choices=[{"index": 0, "delta": delta, "finish_reason": reason}])

    if isinstance(step, CallTool):
        send({"role": "assistant", "tool_calls": [_call(step)]})
        send({}, "tool_calls")
    else:
        text = step.text if isinstance(step, Say) else step.after if isinstance(step, Stall | Disconnect) else ""
        for start in range(0, len(text), 7):
            send({"content": text[start : start + 7]})
        if isinstance(step, Disconnect):
            return  # without the last chunk: the client sees a connection that broke
        if isinstance(step, Stall):
            time.sleep(step.seconds)
            return
        send({}, "stop")
    send_chunk(choices=[], usage=USAGE)
    write(b"data: [DONE]\n\n")
    handler.wfile.write(b"0\r\n\r\n")
