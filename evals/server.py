"""A running server as a target, asked over HTTP as any client asks it."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, cast

import httpx
from pydantic import BaseModel
from pydantic_evals import increment_eval_metric

from agents.answer import Claim
from app.turns import Decision, ModelUsage
from app.version import Commit
from evals.cases import Ask
from evals.errors import TargetError
from evals.outcome import Cited, Outcome, Part, Said, check_model
from evals.targets import About, nothing

SECONDS = 60.0
"""Longest a server may take for one request."""

MARKED = {"X-Linelead-Evaluation": "true"}
"""By this header a server knows that a turn only measures it."""

_NOT_TOLD: dict[Part, str] = {
    "passages": "a server does not tell the passages behind its answers",
    "context": "a server does not tell whether it took a turn as a follow-up",
    "quiz": "a server does not tell the expected answers of its quizzes",
}


class _Turn(BaseModel):
    """What a server's reply to POST /api/v1/chat must hold to be judged."""

    answer: str
    refused: bool
    asks: bool
    citations: list[_Citation]
    claims: list[Claim]
    model: str
    fallback: str
    session_id: str
    timings: dict[str, float]
    usage: ModelUsage | None = None


class _Citation(BaseModel):
    name: str
    quote: str
    place: str
    heading_path: list[str]
    span_id: str


@dataclass
class ServerTarget:
    """A running server, asked as any client asks it. Open one with `open_server`."""

    client: httpx.AsyncClient
    about: About

    async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome:
        if ask.planted:
            return nothing(ask, parts, "nothing is planted in the documents of a running server")
        missing: dict[Part, str] = {part: reason for part, reason in _NOT_TOLD.items() if part in parts}
        if ask.reply is not None:
            missing["answer"] = _NOT_TOLD["quiz"]
        decision: Decision | None = None
        answer: Said | None = None
        milliseconds: dict[str, float] = {}
        if "answer" in parts or ("decision" in parts and ask.earlier):
            session: str | None = None
            for earlier in ask.earlier:
                _, turn = await self._chat(earlier, session)
                session = turn.session_id
            decision, turn = await self._chat(ask.question, session)
            answer, milliseconds = _said(turn), turn.timings
        elif "decision" in parts:
            decision = Decision.model_validate(await self._post("classify", ask.question, None))
        return Outcome(
            question=ask.question, decision=decision, answer=answer, milliseconds=milliseconds, missing=missing
        )

    async def _chat(self, message: str, session: str | None) -> tuple[Decision, _Turn]:
        body = await self._post("chat", message, session)
        turn = _Turn.model_validate(body)
        for name, amount in turn.usage.model_dump(exclude_none=True).items() if turn.usage else ():
            increment_eval_metric(name, amount)  # as pydantic-evals does by the spans of a run in this process
        check_model(turn.fallback)
        return Decision.model_validate(body), turn

    async def _post(self, route: str, message: str, session: str | None) -> dict[str, Any]:
        body = {"message": message} | ({"session_id": session} if session else {})
        return await fetch(self.client, "POST", f"/api/v1/{route}", json=body, headers=MARKED)


def _said(turn: _Turn) -> Said:
    cited = [
        Cited(document=c.name, text=c.quote, place=c.place, heading_path=c.heading_path, span_id=c.span_id)
        for c in turn.citations
    ]
    return Said(
        text=turn.answer,
        refused=turn.refused,
        asks=turn.asks,
        citations=cited,
        claims=turn.claims,
        model=turn.model,
        fallback=turn.fallback,
    )


async def open_server(stack: AsyncExitStack, address: str, key: str = "") -> ServerTarget:
    """A running server as a target, its client closed with `stack`. `key` is an admin's, where it requires a log-in.

    Raises TargetError when it does not answer.
    """
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    opened = httpx.AsyncClient(base_url=address.rstrip("/"), timeout=SECONDS, headers=headers)
    client = await stack.enter_async_context(opened)
    info = await fetch(client, "GET", "/info")
    about = About(
        target=address,
        model=str(info.get("model", "")),
        embedder=str(info.get("embedder", "")),
        documents=int(info.get("documents", 0)),
        index_version=str(info.get("index_version", "")),
        library=f"the documents of {address}",
        program=Commit(version=str(info.get("version", "")), sha=str(info.get("commit", ""))),
    )
    return ServerTarget(client, about)


async def fetch(client: httpx.AsyncClient, method: str, route: str, **more: Any) -> dict[str, Any]:
    """The JSON object that a server answers with. Raises TargetError with the server's own words when it is none."""
    where = f"{str(client.base_url).rstrip('/')}{route}"
    try:
        response = await client.request(method, route, **more)
    except httpx.HTTPError as error:
        raise TargetError(
            f"{where} does not answer ({type(error).__name__}). Start the server with `linelead serve`, or correct "
            "the address after --target."
        ) from error
    try:
        body: object = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise TargetError(f"{where} answers {response.status_code} without a JSON object; is it a Linelead server?")
    found = cast(dict[str, Any], body)
    if response.is_error:
        raise TargetError(f"{where} answers {response.status_code}: {found.get('detail', 'no reason given')}")
    return found


def is_address(target: str) -> bool:
    """Whether a target is a running server's address, and not a model."""
    return target.startswith(("http://", "https://"))
