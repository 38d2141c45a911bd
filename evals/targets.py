"""Who is asked: the program itself, in this process, over the sample site or a library of one's own."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import tempfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import ExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, Field

from agents.follow_ups import resolve_follow_up
from app.errors import TurnFailed
from app.settings import Settings
from app.turns import Decision, DoneEvent, ErrorEvent, ToolEvent, TurnResult, classify, run_turn
from app.version import Commit
from app.wiring import Linelead, build
from evals.cases import Ask, Planted
from evals.errors import TargetError
from evals.outcome import Found, Outcome, Part, QuizQuestion, Said, check_model, cited, said
from evals.sample import SITE_NAME, Tell, index_version, sample_copy
from knowledge.library import CATALOGUE
from knowledge.types import Passage, Query, Scope
from tools.deps import EVALUATION
from tools.quiz import Question, QuizState, begin


class About(BaseModel):
    """What a target is, for the report. An empty value is one that the target does not tell."""

    target: str
    model: str
    embedder: str = ""
    documents: int = 0
    index_version: str = ""
    library: str = ""
    specialists: dict[str, str] = Field(
        default_factory=dict[str, str], description="A hash, as 12 hexadecimal digits, of each specialist's file"
    )
    program: Commit | None = Field(default=None, description="What runs there, where it is not this program")


class Target(Protocol):
    """Answers cases. `parts` are what the evaluators of a case look at; what cannot be given is named in `missing`."""

    @property
    def about(self) -> About: ...

    async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome: ...


@dataclass
class EmbeddedTarget:
    """The program itself, with the embedded default or a language model. Open one with `open_program`."""

    linelead: Linelead
    about: About
    spare: Linelead | None
    """A second one over a copy of the same documents, for cases that plant some; None where they are one's own."""
    _planting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome:
        if not ask.planted:
            return await _answer(self.linelead, ask, parts)
        if self.spare is None:
            return nothing(ask, parts, "documents are only planted beside the sample site")
        # one case at a time: it must not meet the documents of another
        async with self._planting, _planted(self.spare, ask.planted):
            return await _answer(self.spare, ask, parts)


def open_program(stack: ExitStack, settings: Settings, *, own: bool, plants: bool, tell: Tell) -> EmbeddedTarget:
    """The program as a target, closed with `stack`. Must be called outside an event loop.

    With `own` it opens the settings' data folder, else a copy of the sample site; `plants` opens a second copy for
    cases that plant documents. Raises OperatorError, StoreLocked among them.
    """
    spare: Linelead | None = None
    if own:
        if not (settings.data / CATALOGUE).is_file():
            raise TargetError(f"There is no library in {settings.data}; correct the folder after --data.")
        library = str(settings.data)
    else:
        library = "the sample site"
        data = stack.enter_context(sample_copy(settings.embedder, tell))
        settings = settings.model_copy(update={"data": data, "site": SITE_NAME})
        if plants:
            second = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="linelead-evals-"))) / "data"
            shutil.copytree(data, second)
            spare = stack.enter_context(build(settings.model_copy(update={"data": second})))
    linelead = stack.enter_context(build(settings))
    documents = len(linelead.library.catalogue.documents(Scope()))
    if not documents:
        raise TargetError(f"The library in {settings.data} holds no documents; take some in, or leave --data out.")
    model = settings.answering_model
    about = About(
        target=model,
        model=model,
        embedder=linelead.library.embedder.name,
        documents=documents,
        index_version=index_version(linelead),
        library=library,
        specialists={s.name: hashlib.sha256(s.path.read_bytes()).hexdigest()[:12] for s in linelead.registry},
    )
    return EmbeddedTarget(linelead, about, spare)


@asynccontextmanager
async def _planted(linelead: Linelead, documents: Sequence[Planted]) -> AsyncGenerator[None]:
    """The documents stand in the library, and are gone afterwards."""
    ingestor, taken = linelead.library.ingestor, list[str]()
    with tempfile.TemporaryDirectory() as folder:
        try:
            for document in documents:
                path = Path(folder) / document.name
                await asyncio.to_thread(path.write_text, f"# {document.title}\n\n{document.text}\n", "utf-8")
                result = await ingestor.ingest(path, collection="planted", name=document.name)
                if result.outcome == "failed":
                    raise TargetError(f"The planted document {document.title!r} was not taken in: {result.reason}")
                taken.append(result.document.id)
            yield
        finally:
            for document_id in taken:
                await ingestor.delete(Scope(), document_id)


async def _answer(linelead: Linelead, ask: Ask, parts: frozenset[Part]) -> Outcome:
    """What the program makes of a case: a whole turn where an answer is judged, else the decision alone."""
    decision: Decision | None = None
    answer: Said | None = None
    quiz: list[QuizQuestion] | None = None
    milliseconds: dict[str, float] = {}
    tools: list[str] | None = None
    if "answer" in parts or ("decision" in parts and ask.earlier):
        session: str | None = None
        for earlier in ask.earlier:
            session = (await _ask(linelead, earlier, session)).turn.session_id
        asked = await _ask(linelead, ask.question, session)
        if "quiz" in parts:
            quiz = await _quiz(linelead, asked.tools)
            if ask.reply is not None and quiz:
                reply = quiz[0].expected if ask.reply == "right" else wrong_answer(quiz[0])
                asked = await _ask(linelead, reply, asked.turn.session_id)
        turn = asked.turn
        decision, answer, milliseconds = turn.route, said(turn.answer), turn.milliseconds
        tools = [event.tool for event in asked.tools]
    elif "decision" in parts:
        decision = await classify(linelead, ask.question, principal=EVALUATION, scope=Scope())
    follow_up = resolve_follow_up(ask.question, ask.earlier)
    passages: list[Found] | None = None
    if "passages" in parts:
        retrieval = await linelead.library.retriever.retrieve(Query(ask.question, follow_up.previous), Scope())
        passages = [_found(passage) for passage in retrieval.passages]
    return Outcome(
        question=ask.question,
        decision=decision,
        answer=answer,
        passages=passages,
        needs_context=follow_up.needs_context if "context" in parts else None,
        quiz=quiz,
        milliseconds=milliseconds,
        tools=tools,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A finished turn and the tools that it called."""

    turn: TurnResult
    tools: list[ToolEvent]


async def _ask(linelead: Linelead, text: str, session: str | None) -> _Asked:
    tools: list[ToolEvent] = []
    turn = run_turn(linelead, text, principal=EVALUATION, scope=Scope(), session_id=session)
    async with aclosing(turn) as events:
        async for event in events:
            match event:
                case ToolEvent():
                    tools.append(event)
                case DoneEvent():
                    check_model(event.turn.answer.fallback)
                    return _Asked(event.turn, tools)
                case ErrorEvent():
                    raise TurnFailed(f"{event.message} ({event.code})")
                case _:
                    continue
    raise TurnFailed("The turn ended without an answer.")


def _found(passage: Passage) -> Found:
    spans = [stored.text for stored in passage.chunk.blocks]
    return Found(document=passage.document.name, heading_path=list(passage.chunk.heading_path), spans=spans)


async def _quiz(linelead: Linelead, tools: Sequence[ToolEvent]) -> list[QuizQuestion]:
    """The quiz that a turn opened, empty when it opened none: made anew from its topic, since a topic and the documents
    always give the same one."""
    topic = next((event.arguments.get("topic") for event in tools if event.tool == "start_quiz"), None)
    if not isinstance(topic, str):
        return []
    state = (await begin(linelead.deps(EVALUATION, Scope()), topic)).state.get("quiz")
    return [_quiz_question(one) for one in QuizState.model_validate(state).questions] if state is not None else []


def _quiz_question(question: Question) -> QuizQuestion:
    sources = [cited(excerpt) for excerpt in question.source]
    return QuizQuestion(kind=question.kind, prompt=question.prompt, expected=question.expected, sources=sources)


def wrong_answer(question: QuizQuestion) -> str:
    """An answer that is surely not right: another order, or other numbers with the same unit."""
    if question.kind == "order":
        return question.expected[::-1]
    digits = str.maketrans("0123456789", "1234567890")
    other = question.expected.translate(digits)
    return other if other != question.expected else "I have no idea"


def nothing(ask: Ask, parts: frozenset[Part], reason: str) -> Outcome:
    """The outcome of a case that the target cannot be asked."""
    return Outcome(question=ask.question, milliseconds={}, missing=dict.fromkeys(sorted(parts), reason))
