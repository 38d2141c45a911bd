from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.database import open_database
from app.main import create_app
from app.sessions import Sessions
from app.settings import Settings
from app.turnstore import NewTurn, TurnStore, is_sampled
from app.wiring import Linelead, build

from .conftest import Ran

Command = Callable[..., Ran]
NOBODYS = "There is no turn {!r}; send the turn_id that came with the answer."


@pytest.fixture(scope="module")
def turn(client: TestClient) -> dict[str, Any]:
    """A turn of the client's own."""
    return client.post("/api/v1/chat", json={"message": "How hot must chicken be?"}).json()


def path_of(turn_id: str) -> str:
    return f"/api/v1/turns/{turn_id}/feedback"


def stored(program: Linelead, session_id: str) -> list[tuple[str | None, str]]:
    return [(each.rating, each.comment) for each in program.sessions.turns(session_id)]


def problem(status: int, code: str, detail: str, path: str) -> dict[str, Any]:
    shown = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return {**shown, "detail": detail, "code": code, "instance": path}


def test_the_last_word_on_a_turn_counts_and_an_empty_one_takes_it_back(
    client: TestClient, program: Linelead, turn: dict[str, Any]
) -> None:
    path, session, turn_id = path_of(turn["turn_id"]), turn["session_id"], turn["turn_id"]
    sent = client.post(path, json={"rating": "up"})
    assert (sent.status_code, sent.json()) == (200, {"turn_id": turn_id, "rating": "up", "comment": ""})
    sent = client.post(path, json={"rating": "down", "comment": "  not for the old fryer\n"})
    assert sent.json() == {"turn_id": turn_id, "rating": "down", "comment": "not for the old fryer"}
    assert stored(program, session) == [("down", "not for the old fryer")]
    assert client.post(path, json={"comment": "x" * 2000}).status_code == 200
    assert stored(program, session) == [(None, "x" * 2000)]
    assert client.post(path, json={"rating": None, "comment": " "}).json()["comment"] == ""
    assert stored(program, session) == [(None, "")]


@pytest.mark.parametrize(("principal", "workspace"), [("somebody", "default"), ("local", "elsewhere")])
def test_a_turn_of_somebody_else_or_of_another_workspace_is_not_found(
    client: TestClient, program: Linelead, principal: str, workspace: str
) -> None:
    new = NewTurn(question="How hot must chicken be?", principal=principal, workspace=workspace)
    accepted = TurnStore(program.database).accept(new)
    turn_id = accepted.turn_id
    refused = client.post(path_of(turn_id), json={"rating": "down", "comment": "mine now"})
    assert refused.json() == problem(404, "not_found", NOBODYS.format(turn_id), path_of(turn_id))
    assert refused.status_code == 404
    assert stored(program, accepted.session_id) == [(None, "")]


def test_a_turn_that_never_was_is_not_found(client: TestClient) -> None:
    refused = client.post(path_of("t1"), json={"rating": "up"})
    assert refused.json() == problem(404, "not_found", NOBODYS.format("t1"), path_of("t1"))


@pytest.mark.parametrize(
    ("body", "code", "sentence"),
    [
        (
            {"comment": "x" * 2001},
            "comment_too_long",
            "The comment has 2,001 characters; at most 2,000 are taken. Shorten it.",
        ),
        (
            {"comment": "wrong\u0000"},
            "comment_not_text",
            "The comment holds bytes that are not text; send it as UTF-8 without control characters.",
        ),
        ({"rating": "meh"}, "invalid_request", "The body rating is not right: Input should be 'up' or 'down'."),
        ({"stars": 5}, "invalid_request", "The body stars is not right: Extra inputs are not permitted."),
    ],
)
def test_bad_feedback_is_a_problem_and_changes_nothing(
    client: TestClient, program: Linelead, turn: dict[str, Any], body: dict[str, Any], code: str, sentence: str
) -> None:
    path = path_of(turn["turn_id"])
    client.post(path, json={"rating": "up", "comment": "thanks"})
    refused = client.post(path, json=body)
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json() == problem(422, code, sentence, path)
    assert stored(program, turn["session_id"]) == [("up", "thanks")]


def test_the_page_of_another_site_cannot_rate(client: TestClient, turn: dict[str, Any]) -> None:
    sent = client.post(path_of(turn["turn_id"]), json={"rating": "down"}, headers={"origin": "https://elsewhere.test"})
    assert (sent.status_code, sent.json()["code"]) == (403, "cross_origin")


def test_the_last_answer_of_a_chat_can_be_rated(linelead: Command, data: Path) -> None:
    lines = [
        "/bad",
        "How hot must chicken be?",
        "/good",
        "Keep cold food at which temperature?",
        "/bad\twrong shelf ",
        "/bad " + "x" * 2001,
    ]
    ran = linelead("--data", data, "chat", stdin="\n".join(lines).encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("There is no answer yet.\n")
    assert ran.out.endswith("Noted.\n! The comment has 2,001 characters; at most 2,000 are taken. Shorten it.\n")
    database = open_database(data / "sessions.sqlite", read_only=True)
    rated = [(each.question, each.rating, each.comment) for each in Sessions(database).reviewable("default")]
    database.close()
    assert rated == [
        ("How hot must chicken be?", "up", ""),
        ("Keep cold food at which temperature?", "down", "wrong shelf"),
    ]


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_setting_says_which_share_of_the_turns_is_sampled(empty: Path, share: float) -> None:
    settings = Settings(data=empty, model="embedded", sample_turns=share)
    with TestClient(create_app(settings)) as client:
        turn = client.post("/api/v1/chat", json={"message": "hello"}).json()
    with build(settings) as linelead:
        assert [each.sampled for each in linelead.sessions.turns(turn["session_id"])] == [share == 1.0]


def test_no_turn_is_sampled_unless_it_is_set() -> None:
    assert Settings().sample_turns == 0.0


def test_a_sample_is_fixed_by_the_turns_ids_has_its_share_and_holds_every_smaller_one() -> None:
    ids = [f"t{number:032x}" for number in range(20_000)]
    tenth, third = ({turn for turn in ids if is_sampled(turn, share)} for share in (0.1, 1 / 3))
    assert {turn for turn in ids if is_sampled(turn, 0.1)} == tenth
    assert tenth < third
    # five standard deviations of a binomial share among 20,000
    assert abs(len(tenth) / 20_000 - 0.1) < 5 * 0.00213
    assert abs(len(third) / 20_000 - 1 / 3) < 5 * 0.00334
    assert not any(is_sampled(turn, 0.0) for turn in ids)
    assert all(is_sampled(turn, 1.0) for turn in ids)


def test_a_share_beyond_one_is_refused_at_start(linelead: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINELEAD_SAMPLE_TURNS", "1.5")
    ran = linelead("--data", data, "ask", "hi")
    assert ran.code == 3
    assert ran.err == (
        "linelead: The setting sample_turns (LINELEAD_SAMPLE_TURNS) is '1.5': "
        "Input should be less than or equal to 1.\n"
    )
