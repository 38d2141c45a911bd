from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from dirty_equals import IsPartialDict, IsStr
from fastapi.testclient import TestClient
from pydantic_ai import Conversation

from agents.answer import Answer, Claim
from app.cli import main
from app.database import open_database
from app.main import create_app
from app.sessions import Sessions
from app.settings import Settings
from app.turns import Decision, TurnResult
from app.turnstore import NewTurn, TurnStore
from evals.suites import Suite, load_suites
from tools.deps import EVALUATION

Status = Literal["supported", "unsupported", "uncited", "own"]
TODAY = r"20\d\d-\d\d-\d\d"


@dataclass
class Site:
    """A data folder whose sessions are filled with turns by hand."""

    data: Path
    sessions: Sessions
    store: TurnStore

    def ask(
        self,
        question: str,
        *,
        sample: float = 1.0,
        session: str | None = None,
        principal: str = "local",
        text: str = "It is so.",
        claims: Sequence[Status] = ("supported",),
        refused: bool = False,
        asks: bool = False,
        route: str | None = "equipment",
        milliseconds: float = 100.0,
        rating: Literal["up", "down"] | None = None,
        comment: str = "",
        failed: str = "",
    ) -> str:
        """Saves a turn and gives the id of its session."""
        new = NewTurn(question=question, principal=principal, workspace="default", session_id=session)
        accepted = self.store.accept(new, sample=sample)
        if failed:
            self.store.fail(accepted.session_id, accepted.turn_id, failed)
        else:
            decision = Decision(
                question=question,
                route=route,
                confidence=1.0,
                probabilities={},
                routes=[route] if route else [],
                emergency=None,
                reason="It is about machines.",
            )
            checked = [
                Claim(sentence=text, start=0, end=len(text), markers=[], status=status, reason="99 is not there")
                for status in claims
            ]
            result = TurnResult(
                session_id=accepted.session_id,
                turn_id=accepted.turn_id,
                route=decision,
                answer=Answer(text=text, claims=checked, refused=refused, asks=asks),
                milliseconds={"route": 1.0, "total": milliseconds},
            )
            stored = result.model_dump(mode="json")
            self.store.finish(accepted.session_id, accepted.turn_id, stored, Conversation())
        self.sessions.rate(accepted.turn_id, principal, "default", rating, comment)
        return accepted.session_id


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    data = tmp_path / "data"
    data.mkdir()
    database = open_database(data / "sessions.sqlite")
    yield Site(data, Sessions(database), TurnStore(database))
    database.close()


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `linelead eval …` and gives its exit code, output and errors."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["eval", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def figures_of(path: Path, group: str, part: str) -> dict[str, Any]:
    [found] = [each for each in json.loads(path.read_text("utf-8"))["groups"] if each["name"] == group]
    return {
        name: figure and (round(figure["value"], 3), figure["low"], figure["high"], figure["n"])
        for name, figure in found[part]["figures"].items()
    }


def pasted(drafts: Path, tmp_path: Path) -> Suite:
    """The drafts as a suite: completed by evaluators, as an author would, and loaded."""
    folder = tmp_path / "suites"
    (folder / "drafts").mkdir(parents=True)
    text = drafts.read_text("utf-8") + "evaluators: [Unsupported]\n"
    (folder / "drafts" / "cases.yaml").write_text(text, "utf-8")
    [suite] = load_suites(folder, [], None)
    return suite


def test_figures_are_of_the_turns_that_can_count_and_carry_wilson_intervals(
    site: Site, evaluate: Command, tmp_path: Path
) -> None:
    for number in range(6):
        site.ask("clean the fryer", milliseconds=100 + number)
    site.ask("reset the oven", claims=["supported", "unsupported"], rating="down", milliseconds=200)
    site.ask("part number", claims=["own", "uncited"], rating="up", milliseconds=300)
    site.ask("which one", claims=["own"], asks=True, milliseconds=400)
    site.ask("football", claims=["own"], refused=True, route=None, milliseconds=500)
    site.ask("slow", failed="turn_timed_out")
    site.ask("stopped", failed="cancelled")
    site.ask("not sampled", sample=0.0)
    site.ask("not sampled but rated", sample=0.0, refused=True, claims=[], rating="down", comment="useless")
    code, out, err = evaluate("online", "--data", site.data, "--json", tmp_path / "live.json")
    assert (code, err) == (0, "")
    assert out.startswith("Live turns: 11 sampled, 3 rated, 1 with a comment\n")

    def share(low: float, high: float, value: float, n: int) -> tuple[float, Any, Any, int]:
        return value, pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4), n

    # the intervals are those of scipy.stats.binomtest(…).proportion_ci(method="wilson")
    assert figures_of(tmp_path / "live.json", "all", "sampled") == {
        "failed": share(0.0162, 0.3774, 0.091, 11),
        "refused": share(0.0179, 0.4042, 0.1, 10),
        "asked back": share(0.0179, 0.4042, 0.1, 10),
        "unsupported": share(0.0224, 0.4709, 0.125, 8),
        "uncited": share(0.0224, 0.4709, 0.125, 8),
        "thumbs up": share(0.0945, 0.9055, 0.5, 2),
        "thumbs down": share(0.0945, 0.9055, 0.5, 2),
        "ms p50": (104.5, None, None, 10),
        "ms p95": (455.0, None, None, 10),
    }
    assert figures_of(tmp_path / "live.json", "all", "rated") == {
        "failed": share(0.0, 0.5615, 0.0, 3),
        "refused": share(0.0615, 0.7923, 0.333, 3),
        "asked back": share(0.0, 0.5615, 0.0, 3),
        "unsupported": share(0.0945, 0.9055, 0.5, 2),
        "uncited": share(0.0945, 0.9055, 0.5, 2),
        "thumbs up": share(0.0615, 0.7923, 0.333, 3),
        "thumbs down": share(0.2077, 0.9385, 0.667, 3),
        "ms p50": (200.0, None, None, 3),
        "ms p95": (290.0, None, None, 3),
    }
    assert figures_of(tmp_path / "live.json", "equipment", "sampled")["refused"] == share(0.0, 0.2991, 0.0, 9)
    assert figures_of(tmp_path / "live.json", "none", "sampled")["refused"] == share(0.2065, 1.0, 1.0, 1)


def test_what_nobody_asked_is_no_data(site: Site, evaluate: Command, tmp_path: Path) -> None:
    site.ask("not sampled", sample=0.0)
    code, out, _ = evaluate("online", "--data", site.data, "--json", tmp_path / "live.json")
    assert code == 0
    assert out.splitlines()[:3] == [
        "Live turns: 0 sampled, 0 rated, 0 with a comment",
        "No turn was sampled; the setting sample_turns (LINELEAD_SAMPLE_TURNS) says how ",
        "many are.",
    ]
    assert [line.split() for line in out.splitlines()[3:] if line] == [
        [name, "no", "data"]
        for name in ("all", "equipment", "operations", "persona", "research", "safety", "tutor", "none")
    ]
    assert set(figures_of(tmp_path / "live.json", "all", "sampled").values()) == {None}
    target = tmp_path / "drafts.yaml"
    assert evaluate("draft", "--data", site.data, "--output", target) == (
        0,
        "No live turn went wrong: none was rated down, no sampled one was refused or not supported.\n",
        "",
    )
    assert not target.exists()


def test_turns_that_went_wrong_become_cases_that_a_suite_takes(site: Site, evaluate: Command, tmp_path: Path) -> None:
    site.ask("fine", rating="up")
    site.ask("only refused, not sampled", sample=0.0, refused=True)
    site.ask("rightly refused", refused=True, rating="up")
    session = site.ask("how do I filter the fryer oil")
    site.ask("cut off", session=session, failed="turn_timed_out")
    site.ask(
        "and how often?", session=session, sample=0.0, rating="down", comment="wrong machine", text="Daily.\n\nYes."
    )
    site.ask("descale it", claims=["unsupported"], text="Use 99 ml.")
    site.ask("Descale  it", claims=["unsupported"], text="Use 99 cups.")
    site.ask("who is the mayor", refused=True, text="Not in your documents.", claims=["own"], route=None)
    for _ in range(2):
        site.ask("E05", sample=0.0, failed="turn_timed_out", rating="down", comment="slow")
    path = site.data / "evals" / "drafts.yaml"
    assert evaluate("draft", "--data", site.data) == (
        0,
        f"4 draft cases from 6 live turns: {path}\n"
        "They hold what crews wrote, word for word: read them before you share the file.\n",
        "",
    )
    cases = path.read_text("utf-8").partition("cases:\n")[2]
    assert cases == IsStr(
        regex=f"""\
  # turns: 1, the last on {TODAY}
  # thumbs down: wrong machine
  # answered by: equipment \\(It is about machines\\.\\)
  # answer: Daily\\.
  #
  #   Yes\\.
  - inputs:
      earlier: \\[how do I filter the fryer oil\\]
      question: and how often\\?
    expected_output: {{}}
    metadata: {{split: tune, kind: draft-thumbs-down}}

  # turns: 2, the last on {TODAY}
  # answered by: equipment \\(It is about machines\\.\\)
  # answer: Use 99 cups\\.
  # not supported: Use 99 cups\\. \\(99 is not there\\)
  - inputs: descale it
    expected_output: {{}}
    metadata: {{split: tune, kind: draft-unsupported}}

  # turns: 1, the last on {TODAY}
  # answered by: none \\(It is about machines\\.\\)
  # refused: Not in your documents\\.
  - inputs: who is the mayor
    expected_output: {{}}
    metadata: {{split: tune, kind: draft-refused}}

  # turns: 2, the last on {TODAY}
  # thumbs down: slow
  # no answer: turn_timed_out
  - inputs: E05
    expected_output: {{}}
    metadata: {{split: tune, kind: draft-thumbs-down}}
"""
    )
    suite = pasted(path, tmp_path)
    assert [(case.inputs.question, case.inputs.earlier) for case in suite.part("tune")] == [
        ("and how often?", ["how do I filter the fryer oil"]),
        ("descale it", []),
        ("who is the mayor", []),
        ("E05", []),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "one\n- inputs: two\n  metadata: {split: report}",
        "tab\there, \u0085next\u2028line\u2029and\u000bon",
        "# cases: [] \u0080\u009f\u007f\ufeff",
        "yes",
        "1.0",
        "[E05, {fryer: 'x'}] & *all | > \"quoted\" \\n",
        "what " + "a long question about the fryer and its oil, " * 40,
        "¿Cómo limpio la freidora? 🍟",
    ],
)
def test_whatever_crews_write_is_drafted_as_they_wrote_it(
    site: Site, evaluate: Command, tmp_path: Path, words: str
) -> None:
    session = site.ask(words)
    site.ask(words, session=session, text=words, claims=["unsupported"], comment=words, rating="down")
    path = tmp_path / "drafts.yaml"
    assert evaluate("draft", "--data", site.data, "--output", path)[0] == 0
    [case] = yaml.safe_load(path.read_text("utf-8"))["cases"]
    assert case == {
        "inputs": {"question": words, "earlier": [words]},
        "expected_output": {},
        "metadata": {"split": "tune", "kind": "draft-thumbs-down"},
    }
    [loaded] = pasted(path, tmp_path).dataset.cases
    assert (loaded.inputs.question, loaded.inputs.earlier) == (words, [words])


def test_a_file_of_drafts_is_replaced_only_when_told_so(site: Site, evaluate: Command, tmp_path: Path) -> None:
    site.ask("E05", rating="down")
    path = tmp_path / "drafts.yaml"
    path.write_text("half a day's work", "utf-8")
    assert evaluate("draft", "--data", site.data, "--output", path) == (
        1,
        "",
        f"linelead: {path} exists already; name another file with --output, or replace it with --force.\n",
    )
    assert path.read_text("utf-8") == "half a day's work"
    assert evaluate("draft", "--data", site.data, "--output", path, "--force")[0] == 0
    assert "- inputs: E05\n" in path.read_text("utf-8")


def test_a_place_that_cannot_be_written_is_named_and_left_clean(site: Site, evaluate: Command, tmp_path: Path) -> None:
    site.ask("E05", rating="down")
    folder = tmp_path / "drafts"
    folder.mkdir()
    assert evaluate("draft", "--data", site.data, "--output", folder, "--force") == (
        3,
        "",
        f"linelead: {folder} cannot be written (Is a directory); name another file.\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "drafts"]


def test_turns_of_evaluations_and_of_earlier_days_are_not_meant(site: Site, evaluate: Command, tmp_path: Path) -> None:
    site.ask("E05", rating="down", principal=EVALUATION.id)
    assert evaluate("draft", "--data", site.data)[1].startswith("No live turn went wrong")
    site.ask("E07", rating="down")
    assert evaluate("draft", "--data", site.data, "--since", "2999-01-01")[1].startswith("No live turn went wrong")
    live = tmp_path / "live.json"
    assert evaluate("online", "--data", site.data, "--since", "2020-01-01", "--json", live)[0] == 0
    assert json.loads(live.read_text("utf-8")) == IsPartialDict(since="2020-01-01T00:00:00+00:00")
    assert figures_of(live, "all", "rated")["thumbs down"][3] == 1


def test_a_file_that_cannot_be_written_is_one_line(evaluate: Command, site: Site, tmp_path: Path) -> None:
    site.ask("why is it loud", rating="down")
    (tmp_path / "file").touch()
    for command, option in (("online", "--json"), ("draft", "--output")):
        for place, why in ((tmp_path / "file" / "x", "File exists"), (tmp_path / "data", "Is a directory")):
            code, _, told = evaluate(command, "--data", site.data, option, place, *["--force"][: command == "draft"])
            assert (code, told) == (3, f"linelead: {place} cannot be written ({why}); name another file.\n")


def test_what_an_evaluation_asks_over_http_is_no_live_turn(evaluate: Command, empty: Path) -> None:
    data, mark = empty, {"X-Linelead-Evaluation": "true"}
    with TestClient(create_app(Settings(data=data, model="embedded", sample_turns=1.0))) as client:
        first = client.post("/api/v1/chat", json={"message": "How do I filter the fryer oil?"}, headers=mark).json()
        body = {"message": "and when?", "session_id": first["session_id"]}
        assert client.post("/api/v1/chat", json=body, headers=mark).status_code == 200, "its conversation goes on"
        assert client.post("/api/v1/chat", json=body).status_code == 404, "nobody else finds it"
        assert client.get("/api/v1/sessions").json()["sessions"] == []
        assert client.get("/api/v1/quality").json() == IsPartialDict(turns=0, refused=0, gaps=[])
        assert client.get("/api/v1/quality/health").json() == IsPartialDict(turns=0)
        assert "0 sampled, 0 rated" in evaluate("online", "--data", data)[1]
    assert evaluate("draft", "--data", data)[1].startswith("No live turn went wrong")


def test_a_folder_that_is_not_there_is_named_and_not_made(evaluate: Command, tmp_path: Path) -> None:
    missing = tmp_path / "typo"
    for command in ("online", "draft"):
        assert evaluate(command, "--data", missing) == (
            3,
            "",
            f"linelead: {missing} holds no turns; name the data folder that the server uses with --data.\n",
        )
    assert not missing.exists()


def test_what_is_asked_and_rated_over_http_is_scored_and_drafted(
    evaluate: Command, empty: Path, tmp_path: Path
) -> None:
    data, live, path = empty, tmp_path / "live.json", tmp_path / "drafts.yaml"
    with TestClient(create_app(Settings(data=data, model="embedded", sample_turns=1.0))) as client:
        asked = [
            client.post("/api/v1/chat", json={"message": question}).json()
            for question in ("hello there", "How do I filter the fryer oil?")
        ]
        client.post(f"/api/v1/turns/{asked[0]['turn_id']}/feedback", json={"rating": "up"})
        # beside the server, which goes on holding the folder
        assert evaluate("online", "--data", data, "--json", live)[0] == 0
    assert [turn["refused"] for turn in asked] == [False, True], "there are no documents"
    assert figures_of(live, "all", "sampled") == IsPartialDict(
        {"failed": (0.0, 0.0, pytest.approx(0.658, abs=1e-3), 2), "unsupported": None}
    )
    assert figures_of(live, "persona", "rated")["thumbs up"][0] == 1.0
    assert evaluate("draft", "--data", data, "--output", path)[0] == 0
    [case] = pasted(path, tmp_path).dataset.cases
    assert case.inputs.question == "How do I filter the fryer oil?"
    assert case.metadata is not None
    assert case.metadata.kind == "draft-refused"
