"""The same case asked of the program in this process, of a language model, and of a server."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

import httpx
import pytest
from dirty_equals import IsFloat

from app.main import create_app
from app.settings import Settings
from app.version import Commit
from app.wiring import Linelead, build
from evals.cases import Ask, Planted
from evals.errors import TargetError
from evals.outcome import Outcome, Part
from evals.reports import SavedReport, SuiteReport, Usage
from evals.runner import Plan, run_suite
from evals.server import ServerTarget, open_server
from evals.suites import Suite
from evals.targets import About, EmbeddedTarget, open_program
from tests.scripted_openai import CallTool, Say, scripted

from .conftest import Silent, metered_provider

LoadSuite = Callable[[str], Suite]
ABOUT = About(target="embedded", model="embedded")
WHOLE: frozenset[Part] = frozenset({"decision", "answer", "passages", "context"})


@pytest.fixture
def target(sample: Linelead) -> EmbeddedTarget:
    return EmbeddedTarget(sample, ABOUT, None)


def ask(target: EmbeddedTarget, case: Ask, *parts: Part) -> Outcome:
    return asyncio.run(target.answer(case, frozenset(parts)))


def test_the_program_gives_what_is_wanted_and_nothing_else(target: EmbeddedTarget) -> None:
    question = "how hot must chicken be"
    routed = ask(target, Ask(question=question), "decision")
    assert routed.decision is not None
    assert (routed.decision.route, routed.answer, routed.passages, routed.milliseconds) == ("safety", None, None, {})
    whole = ask(target, Ask(question=question), *WHOLE)
    assert whole.answer is not None
    assert whole.passages is not None
    assert "165 °F" in whole.answer.text
    assert whole.answer.citations[0].document == "food-safety-handbook.pdf"
    assert whole.passages[0].spans
    assert whole.milliseconds == {"route": IsFloat(gt=0), "first_text": IsFloat(gt=0), "total": IsFloat(gt=0)}
    assert (whole.needs_context, whole.missing) == (False, {})


def test_earlier_turns_are_asked_first_in_one_conversation(target: EmbeddedTarget) -> None:
    case = Ask(question="and how do i clear it", earlier=["what does E05 mean on the fryer"])
    came = ask(target, case, "decision", "context", "passages")
    assert came.decision is not None
    assert came.passages is not None
    assert (came.decision.route, came.needs_context) == ("equipment", True)
    alone = ask(target, Ask(question="and how do i clear it"), "passages").passages
    assert came.passages != alone, "the earlier turn is searched with it"


@pytest.mark.parametrize(("reply", "verdict"), [("right", "**Right.**"), ("wrong", "**Not quite.")])
def test_a_quiz_is_answered_as_the_case_wants_and_the_grading_is_what_is_judged(
    target: EmbeddedTarget, reply: str, verdict: str
) -> None:
    case = Ask.model_validate({"question": "quiz me on hand washing", "reply": reply})
    came = ask(target, case, "answer", "quiz")
    assert came.quiz
    assert came.answer is not None
    assert came.answer.text.startswith(verdict)
    assert (reply == "right") or came.quiz[0].expected in came.answer.text


def test_planted_documents_are_there_for_their_case_alone(sample_data: Path, tmp_path: Path) -> None:
    planted = Planted(title="Notice 7", text="The zorbulator is oiled every nine days.")
    question = "how often is the zorbulator oiled"
    for name in ("main", "spare"):
        shutil.copytree(sample_data, tmp_path / name)
    with (
        build(Settings(data=tmp_path / "main", model="embedded")) as linelead,
        build(Settings(data=tmp_path / "spare", model="embedded")) as spare,
    ):
        target = EmbeddedTarget(linelead, ABOUT, spare)

        async def both() -> list[Outcome]:
            cases = [Ask(question=question, planted=[planted]), Ask(question=question)]
            return [await target.answer(case, frozenset({"answer", "passages"})) for case in cases]

        with_it, without = asyncio.run(both())
    assert with_it.answer is not None
    assert without.answer is not None
    assert [citation.document for citation in with_it.answer.citations] == ["notice-7.md"]
    assert without.answer.refused
    assert not any(found.document == "notice-7.md" for found in without.passages or [])


def test_nothing_is_planted_in_a_library_of_ones_own(target: EmbeddedTarget) -> None:
    case = Ask(question="a", planted=[Planted(title="a", text="b")])
    assert ask(target, case, "answer").missing == {"answer": "documents are only planted beside the sample site"}


def test_a_server_is_asked_as_by_any_client(sample_data: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    app = create_app(Settings(data=tmp_path / "data", model="embedded"))

    async def asked() -> tuple[Outcome, Outcome, Outcome]:
        transport = httpx.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://x") as client,
        ):
            server = ServerTarget(client, ABOUT)
            follow_up = Ask(question="and how do i clear it", earlier=["what does E05 mean on the fryer"])
            return (
                await server.answer(Ask(question="how hot must chicken be"), WHOLE),
                await server.answer(follow_up, frozenset({"decision"})),
                await server.answer(Ask(question="thanks"), frozenset({"decision"})),
            )

    whole, follow_up, routed = asyncio.run(asked())
    assert whole.answer is not None
    assert "165 °F" in whole.answer.text
    assert whole.answer.citations[0].document == "food-safety-handbook.pdf"
    assert whole.answer.strength is None, "the wire does not tell it"
    assert whole.milliseconds == {"route": IsFloat(gt=0), "first_text": IsFloat(gt=0), "total": IsFloat(gt=0)}
    assert whole.missing == {
        "passages": "a server does not tell the passages behind its answers",
        "context": "a server does not tell whether it took a turn as a follow-up",
    }
    assert follow_up.decision is not None
    assert (follow_up.decision.route, follow_up.missing) == ("equipment", {})
    assert routed.decision is not None
    assert (routed.decision.route, routed.answer) == ("persona", None)


def test_a_server_that_is_none_is_told_with_the_remedy() -> None:
    async def opened(address: str) -> None:
        async with AsyncExitStack() as stack:
            await open_server(stack, address)

    with pytest.raises(
        TargetError, match=r"http://127.0.0.1:9/info does not answer \(ConnectError\). Start the server"
    ):
        asyncio.run(opened("http://127.0.0.1:9/"))


def test_what_a_server_refuses_is_told_in_its_own_words(sample_data: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    app = create_app(Settings(data=tmp_path / "data", model="embedded"))

    async def asked() -> None:
        transport = httpx.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://x") as client,
        ):
            await ServerTarget(client, ABOUT).answer(Ask(question="@plumber hello"), frozenset({"answer"}))

    with pytest.raises(TargetError, match="http://x/api/v1/chat answers 422: There is no specialist 'plumber'"):
        asyncio.run(asked())


ONE = """\
cases:
  - {inputs: how hot must chicken be, expected_output: {route: safety}, metadata: {split: report}}
evaluators: [RouteIsRight, Says, Judge, {MaxModelRequests: 3}]
"""


def measured(
    suite: Suite, data: Path, monkeypatch: pytest.MonkeyPatch, *, url: str, model: str, judge: str = ""
) -> SuiteReport:
    """The suite run over a copy of the sample site with a language model at an address."""
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    with ExitStack() as stack:
        settings = Settings(data=data, model=model, model_timeout_seconds=5)
        target = open_program(stack, settings, own=True, plants=False, tell=lambda _: None)
        assert (target.about.model, target.about.documents, target.about.library) == (model, 18, str(data))
        assert len(target.about.index_version) == 12
        return asyncio.run(run_suite(suite, target, Plan(judge=judge), Silent()))


def test_tokens_and_cost_of_a_language_model_are_counted_from_the_spans(
    suite: LoadSuite, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    with metered_provider("I do not know.", tokens_in=1000, tokens_out=200) as url:
        report = measured(suite(ONE), tmp_path / "data", monkeypatch, url=url, model="openai-chat:gpt-4o-mini")
    [case] = report.splits["report"].report.cases
    assert case.assertions["MaxModelRequests"].value, "pydantic-evals' own evaluators see the spans of the run"
    usage = SavedReport(created_at="", commit=Commit(version="0"), about=ABOUT, seconds=0, suites=[report]).usage
    assert (usage.input_tokens, usage.output_tokens) == (1000, 200)
    assert usage.cost == IsFloat(gt=0), "the price of this model is known"
    assert "judge" not in case.scores, "no judge was named"


def test_a_model_that_cannot_be_reached_is_an_error_of_every_case_and_no_quote_passes_for_its_answer(
    suite: LoadSuite, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    model, text = "openai-chat:scripted", f"{ONE}report_evaluators: [AtLeast: {{metric: route_is_right, value: 0}}]"
    report = measured(suite(text), tmp_path / "data", monkeypatch, url="http://127.0.0.1:9/v1", model=model)
    [case] = report.splits["report"].cases
    why = "The connection to the language model failed"
    assert (case.state, case.reasons) == (
        "error",
        [f"ModelMissing: {why}; quotes stood in for its answer, which say nothing of it."],
    )
    assert (report.state, report.checks[0].reason) == ("failed", "every case ended in an error")
    saved = SavedReport(created_at="", commit=Commit(version="0"), about=ABOUT, seconds=0, suites=[report])
    assert saved.quoted.told == f"1 of 1 answers were quoted instead: {why} (1)"


def test_an_answer_that_the_documents_do_not_confirm_is_the_models_and_is_counted(
    suite: LoadSuite, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    with scripted([Say("Chicken is safe at 90 °F.")]) as script:
        report = measured(suite(ONE), tmp_path / "data", monkeypatch, url=script.url, model="openai-chat:scripted")
    assert [case.state for case in report.splits["report"].cases] == ["passed"]
    saved = SavedReport(created_at="", commit=Commit(version="0"), about=ABOUT, seconds=0, suites=[report])
    assert saved.quoted.told == (
        "1 of 1 answers were quoted instead: The language model's answer was not confirmed by your documents (1)"
    )


def test_a_judge_scores_the_answers_when_a_run_names_one(
    suite: LoadSuite, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    verdict = CallTool("final_result", {"reason": "It is plain.", "pass": True, "score": 0.8})
    with scripted([Say("I do not know."), verdict]) as script:
        model, judge = "openai-chat:scripted", "openai-chat:judge"
        report = measured(suite(ONE), tmp_path / "data", monkeypatch, url=script.url, model=model, judge=judge)
    [case] = report.splits["report"].report.cases
    assert (case.scores["judge"].value, case.scores["judge"].reason) == (0.8, "It is plain.")
    assert str(case.scores["judge"].evaluator_version).startswith("openai-chat:judge ")
    assert report.meanings["judge"] == "How well the answer meets the rubric, as the judge model saw it."
    usage = SavedReport(created_at="", commit=Commit(version="0"), about=ABOUT, seconds=0, suites=[report]).usage
    assert usage == Usage(input_tokens=10, output_tokens=5, cost=None), "the judge is not the target"
