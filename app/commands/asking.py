"""`linelead ask`, `chat` and `classify`."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.commands.context import (
    STANDARD_INPUT,
    JsonOption,
    decoded,
    in_line,
    read_lines,
    the_program,
    write_json,
    write_line,
)
from app.errors import EXIT_FAILED, BadQuestion, TurnFailed
from knowledge.errors import InvalidInput, LineleadError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from app.printing import TurnPrinter
    from app.turns import ApprovalEvent
    from app.wiring import Linelead

Question = Annotated[list[str], typer.Argument(help="The question; '-' reads one per line and prints JSON lines.")]
SessionOption = Annotated[str | None, typer.Option("--session", help="Id of a session to go on with.")]
SpecialistOption = Annotated[str | None, typer.Option("--specialist", help="Who should answer.")]

CHAT_HELP = """/new          start a new conversation
/specialists  who answers what
/why          why the last question went where it went
/sources      the sources of the last answer again
/good         the last answer helped; words may follow
/bad WORDS    it did not help, and why
/exit         end (so does Ctrl-D)"""


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(ask)
    app.command()(chat)
    app.command()(classify)


def ask(
    context: typer.Context,
    question: Question,
    as_json: JsonOption = False,
    session: SessionOption = None,
    specialist: SpecialistOption = None,
) -> None:
    """Answer a question from the documents, with citations.

    Examples:

        linelead ask "How hot must chicken be?"

        linelead ask --json The fryer shows E05

        linelead ask - < questions.txt > answers.jsonl
    """
    with the_program(context) as linelead:
        if question == [STANDARD_INPUT]:

            async def answer(text: str) -> BaseModel:
                return await _answer(linelead, text, session, specialist)

            _answer_lines(answer)
        elif as_json:
            write_json(asyncio.run(_answer(linelead, " ".join(question), session, specialist)))
        else:
            printer = asyncio.run(_print_answer(linelead, " ".join(question), session, specialist))
            _raise_failure(printer)
        _tell_when_empty(linelead)


def classify(context: typer.Context, question: Question, as_json: JsonOption = False) -> None:
    """Say who would answer a question, how surely, and why; nothing is answered or saved.

    Examples:

        linelead classify "Ice machine drops half a batch"

        linelead classify - < questions.txt
    """
    with the_program(context) as linelead:
        from app.access import local_principal
        from app.printing import print_decision
        from app.schemas.turns import decision_out
        from app.turns import classify as decide

        principal, scope = local_principal()

        if question == [STANDARD_INPUT]:

            async def answer(text: str) -> BaseModel:
                return decision_out(await decide(linelead, text, principal=principal, scope=scope))

            _answer_lines(answer)
            return
        decision = asyncio.run(decide(linelead, " ".join(question), principal=principal, scope=scope))
        if as_json:
            write_json(decision_out(decision))
        else:
            print_decision(decision)


def _answer_lines(answer: Callable[[str], Awaitable[BaseModel]]) -> None:
    """One question per line of stdin, one JSON object per line out; a bad line gets its error and the next go on."""
    failures = 0

    async def run() -> None:
        nonlocal failures
        for line in read_lines(sys.stdin.buffer):
            text, is_utf8 = decoded(line)
            try:
                if not is_utf8:
                    raise BadQuestion("The question is not valid UTF-8; send it as UTF-8.", code="question_not_text")
                result = await answer(text)
            except LineleadError as error:
                failures += 1
                write_json({"question": text, "error": {"code": error.code, "message": str(error)}}, one_line=True)
            else:
                write_json(result, one_line=True)

    asyncio.run(run())
    if failures:
        raise typer.Exit(EXIT_FAILED)


async def _answer(linelead: Linelead, text: str, session: str | None, specialist: str | None) -> BaseModel:
    from app.access import local_principal
    from app.schemas.turns import turn_out
    from app.turns import answer_turn

    principal, scope = local_principal()
    turn = await answer_turn(
        linelead, text, principal=principal, scope=scope, session_id=session, specialist=specialist
    )
    return turn_out(turn)


async def _print_answer(linelead: Linelead, text: str, session: str | None, specialist: str | None) -> TurnPrinter:
    from app.access import local_principal
    from app.printing import TurnPrinter
    from app.turns import ApprovalEvent, StartedEvent, run_turn

    principal, scope = local_principal()
    printer, turn_id = TurnPrinter(), ""
    turn = run_turn(linelead, text, principal=principal, scope=scope, session_id=session, specialist=specialist)
    async with aclosing(turn) as events:
        async for event in events:
            printer.show(event)
            if isinstance(event, ApprovalEvent):
                await _decide(linelead, turn_id, event)
            elif isinstance(event, StartedEvent):
                turn_id = event.turn_id
    return printer


def _tell_when_empty(linelead: Linelead) -> None:
    from app.access import local_principal

    if not linelead.library.catalogue.window_count(local_principal()[1]):
        remedy = "take documents in with `linelead ingest PATH`, or the sample site with `linelead ingest --sample`."
        typer.echo(f"The library is empty: {remedy}", err=True)


async def _decide(linelead: Linelead, turn_id: str, event: ApprovalEvent) -> None:
    """Asks the person at the terminal to allow what a tool wants to do; without one it is refused."""
    from app.access import local_principal
    from app.approving import answer_approval

    if sys.stdin.isatty():
        approved, reason = await asyncio.to_thread(typer.confirm, f"{in_line(event.action)}. Allow it?"), ""
    else:
        approved, reason = False, "nobody is at a terminal to allow it"
    await answer_approval(linelead, turn_id, event.call_id, approved=approved, reason=reason, caller=local_principal())


def _raise_failure(printer: TurnPrinter) -> None:
    if printer.failed is not None:
        failed = TurnFailed(printer.failed.message)
        failed.code = printer.failed.code
        raise failed


def chat(context: typer.Context, session: SessionOption = None, specialist: SpecialistOption = None) -> None:
    """Talk with Linelead; what was said before counts. Type /help for the commands inside.

    Examples:

        linelead chat

        linelead chat --session s0123abc…
    """
    with the_program(context) as linelead, asyncio.Runner() as runner:
        from app.access import local_principal

        principal, scope = local_principal()
        if session is not None:  # now, and not when the first question has been typed
            linelead.sessions.last_sequence(session, principal.id, scope.workspace)
        if specialist is not None:
            linelead.registry.get(specialist)
        _tell_when_empty(linelead)
        _Chat(linelead, runner, session, specialist).run()


class _Chat:
    """A conversation in the terminal, or over a pipe."""

    def __init__(self, linelead: Linelead, runner: asyncio.Runner, session: str | None, specialist: str | None) -> None:
        self._linelead = linelead
        self._runner = runner
        self._session = session
        self._specialist = specialist
        self._last: TurnPrinter | None = None
        self._interactive = sys.stdin.isatty()

    def run(self) -> None:
        if self._interactive:
            # imported for its effect: it gives input() its history and editing; Windows has its own and no such module
            with suppress(ImportError):
                importlib.import_module("readline")

            write_line(f"Linelead at {self._linelead.settings.site}. Ask, or type /help.")
        for text in iter(self._read, None):
            if text.startswith("/"):
                name, *words = text.split(maxsplit=1)
                if name in ("/exit", "/quit"):
                    break
                self._command(name, " ".join(words))
            elif text.strip():
                self._ask(text)
        if self._session and self._interactive:
            write_line(f"Go on later with: linelead chat --session {self._session}")

    def _read(self) -> str | None:
        if not self._interactive:
            line = next(read_lines(sys.stdin.buffer), None)
            return None if line is None else decoded(line)[0]
        try:
            return input("> ")
        except EOFError:
            write_line()
            return None

    def _ask(self, text: str) -> None:
        try:
            self._last = self._runner.run(_print_answer(self._linelead, text, self._session, self._specialist))
            if self._last.result is not None:
                self._session = self._last.result.session_id
            _raise_failure(self._last)
        except (InvalidInput, TurnFailed) as error:
            write_line(f"! {error}")
        except KeyboardInterrupt:
            if not self._interactive:
                raise
            write_line("\n(stopped)")
        write_line()

    def _rate(self, rating: Literal["up", "down"], words: str) -> None:
        from app.access import local_principal
        from app.turns import rate_turn

        if self._last is None or self._last.result is None:
            write_line("There is no answer yet.")
            return
        turn_id = self._last.result.turn_id
        principal, scope = local_principal()
        try:
            self._runner.run(rate_turn(self._linelead, turn_id, rating, words, principal=principal, scope=scope))
        except InvalidInput as error:
            write_line(f"! {error}")
        else:
            write_line("Noted.")

    def _command(self, name: str, words: str) -> None:
        from app.printing import print_decision, print_sources

        result = self._last.result if self._last else None
        match name:
            case "/new":
                self._session, self._last = None, None
                write_line("A new conversation.")
            case "/specialists":
                for specialist in self._linelead.registry:
                    write_line(f"@{specialist.name}: {specialist.spec.description}")
            case "/why":
                if result is None:
                    write_line("Nothing has been asked yet.")
                else:
                    print_decision(result.route)
            case "/sources":
                if result is None or not result.answer.citations:
                    write_line("The last answer has no sources.")
                else:
                    print_sources(result.answer.citations)
            case "/good":
                self._rate("up", words)
            case "/bad":
                self._rate("down", words)
            case "/help":
                write_line(CHAT_HELP)
            case _:
                write_line(f"There is no command {name}. The commands are:\n{CHAT_HELP}")
