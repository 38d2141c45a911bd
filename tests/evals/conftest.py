"""Suites of a test's own, and a target that answers as it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import jsonschema_rs
import pytest

from agents.yaml_text import read_mapping
from app.turns import Decision
from evals.cases import Ask
from evals.errors import SuiteError
from evals.outcome import Cited, Outcome, Part, Said
from evals.suites import SCHEMA, Suite, find_evaluators, read_suite
from evals.targets import About


def decision(question: str, route: str | None, emergency: str | None = None) -> Decision:
    """A decision for a route."""
    return Decision(
        question=question,
        route=route,
        confidence=0.9,
        probabilities={},
        routes=[route] if route else [],
        emergency=emergency,
        reason="told so",
    )


def answer(text: str, *cited: tuple[str, str], refused: bool = False, strength: float | None = 0.9) -> Said:
    """An answer that cites (document, quote) pairs."""
    citations = [Cited(document=document, text=quote, heading_path=["Oil"]) for document, quote in cited]
    return Said(text=text, refused=refused, asks=False, citations=citations, claims=[], strength=strength)


def outcome(question: str, route: str | None = "equipment", **more: object) -> Outcome:
    """What came of a question."""
    return Outcome.model_validate(
        {"question": question, "decision": decision(question, route), "milliseconds": {}, **more}
    )


@dataclass
class ScriptedTarget:
    """Answers each question with its outcome, or raises its error; keeps what parts were wanted of it."""

    script: Mapping[str, Outcome | Exception | Callable[[], Outcome]]
    about: About = field(default_factory=lambda: About(target="script", model="script"))
    wanted: dict[str, frozenset[Part]] = field(default_factory=dict[str, frozenset[Part]])

    async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome:
        self.wanted[ask.question] = parts
        told = self.script[ask.question]
        if isinstance(told, Exception):
            raise told
        return told if isinstance(told, Outcome) else told()


@dataclass
class Silent:
    """Counts the cases that were done."""

    done: int = 0

    def start(self, suite: str, runs: int) -> None:
        """Nothing."""

    def advance(self, suite: str) -> None:
        self.done += 1


def editor_faults(folder: Path, text: str) -> list[str]:
    """What an editor finds wrong in a suite's text by the schema in a folder of suites."""
    schema = jsonschema_rs.validator_for(json.loads((folder / SCHEMA).read_text("utf-8")))
    data = read_mapping(text, SuiteError, what="the suite", holds="cases")
    return [f"{error.instance_path}: {error.message}" for error in schema.iter_errors(data)]


@pytest.fixture
def suite(tmp_path: Path) -> Callable[[str], Suite]:
    """Loads a suite called "mine" from its YAML, without the name."""

    def load(text: str) -> Suite:
        path = tmp_path / "mine" / "cases.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"name: mine\n{text}", "utf-8")
        return read_suite(path, find_evaluators())

    return load


@contextmanager
def metered_provider(text: str, *, tokens_in: int, tokens_out: int) -> Generator[str]:
    """The address of a provider that streams the same text to every request and says what it cost in tokens."""
    usage = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out, "total_tokens": tokens_in + tokens_out}
    head: dict[str, object] = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-4o-mini"}
    no_delta: dict[str, str] = {}
    chunks: list[dict[str, object]] = [
        {**head, "choices": [{"index": 0, "delta": {"content": text}}]},
        {**head, "choices": [{"index": 0, "delta": no_delta, "finish_reason": "stop"}]},
        {**head, "choices": [], "usage": usage},
    ]
    body = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the test's output."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
