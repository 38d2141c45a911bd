from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dirty_equals import IsStr
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from app.quality import percentile
from app.wiring import Linelead
from tests.app.conftest import guarding

FRYER = "The fryer shows E05, what now?"


def test_the_quality_counts_what_was_asked_answered_refused_and_rated(client: TestClient) -> None:
    before = client.get("/api/v1/quality").json()
    answered = client.post("/api/v1/chat", json={"message": "The fryer shows E05, what now?"}).json()
    for question in ("Who won the cup in 1966?", "who won the cup in 1966"):
        assert client.post("/api/v1/chat", json={"message": question}).json()["refused"] is True
    sent = {"rating": "down", "comment": "too long"}
    client.post(f"/api/v1/turns/{answered['turn_id']}/feedback", json=sent)
    now = client.get("/api/v1/quality").json()

    grown = {name: now[name] - before[name] for name in ("turns", "finished", "refused", "unanswered", "up", "down")}
    assert grown == {"turns": 3, "finished": 3, "refused": 2, "unanswered": 0, "up": 0, "down": 1}
    assert len(now["days"]) == 7
    assert sum(now["days"].values()) == now["turns"]
    assert {stage["stage"]: stage["turns"] for stage in now["stages"]}["total"] == now["finished"]
    assert all(0 < stage["p50"] <= stage["p95"] for stage in now["stages"])
    [gap] = [gap for gap in now["gaps"] if "cup in 1966" in gap["question"]]
    assert gap["times"] == 2
    [disliked] = [turn for turn in now["disliked"] if turn["turn_id"] == answered["turn_id"]]
    assert (disliked["question"], disliked["comment"], disliked["specialist"]) == (
        "The fryer shows E05, what now?",
        "too long",
        "equipment",
    )


def test_the_health_counts_the_last_minutes_and_what_waits(client: TestClient) -> None:
    before = client.get("/api/v1/quality/health?minutes=3").json()
    for question in (FRYER, "Who won the cup in 1966?"):
        client.post("/api/v1/chat", json={"message": question})
    now = client.get("/api/v1/quality/health?minutes=3").json()

    assert (now["answering"], now["documents_waiting"]) == (0, 0)
    assert now["turns"] == sum(minute["turns"] for minute in now["minutes"]) >= 2
    assert now["refused"] == sum(minute["refused"] for minute in now["minutes"]) >= 1
    assert [minute["at"] for minute in now["minutes"]] == sorted(minute["at"] for minute in now["minutes"])
    assert len(now["minutes"]) == len(before["minutes"]) == 3
    with_turns = [minute["times"] for minute in now["minutes"] if minute["turns"]]
    assert all(0 < times["p50"] <= times["p95"] for times in with_turns)
    assert client.get("/api/v1/quality/health?minutes=0").status_code == 422


# --- which questions cite a document ----------------------------------------------------------------------------------


def test_a_document_tells_which_questions_cite_it(client: TestClient) -> None:
    documents = {one["name"]: one["id"] for one in client.get("/api/v1/documents").json()["documents"]}
    first = client.post("/api/v1/chat", json={"message": "Cook chicken to which temperature?"}).json()
    last = client.post("/api/v1/chat", json={"message": "cook chicken to which TEMPERATURE"}).json()
    assert last["citations"][0]["document_id"] == first["citations"][0]["document_id"] == documents["handbook.md"]

    cited = client.get(f"/api/v1/documents/{documents['handbook.md']}/questions").json()
    assert cited["questions"][0] == {
        "question": "cook chicken to which TEMPERATURE",
        "times": 2,
        "last_asked_at": IsStr,
        "places": [],
        "session_id": last["session_id"],
        "turn_id": last["turn_id"],
    }
    other = client.get(f"/api/v1/documents/{documents['allergens.csv']}/questions").json()
    assert "chicken" not in json.dumps(other)
    assert client.get("/api/v1/documents/nothing/questions").status_code == 404


def test_crews_see_their_own_questions_and_managers_those_of_all(data: Path, database_url: str) -> None:
    with guarding(data, database=database_url) as guarded:
        client = guarded.http
        one, manager = guarded.key("crew"), guarded.key("manager")
        other = guarded.program.keys.create("Line 2", "crew", workspace="default", created_by="local")[1]
        answer = client.post("/api/v1/chat", json={"message": FRYER}, headers=one).json()
        path = f"/api/v1/documents/{answer['citations'][0]['document_id']}/questions"

        asked: dict[str, Any] = {"question": FRYER, "times": 1, "last_asked_at": IsStr, "places": []}
        own = {**asked, "session_id": answer["session_id"], "turn_id": answer["turn_id"]}
        assert client.get(path, headers=one).json() == {"turns": 1, "questions": [own]}
        assert client.get(path, headers={"x-api-key": other}).json() == {"turns": 0, "questions": []}
        others = {**asked, "session_id": None, "turn_id": None}
        assert client.get(path, headers=manager).json() == {"turns": 1, "questions": [others]}
        for route in ("/api/v1/quality", "/api/v1/quality/health"):
            told = client.get(route, headers=manager).json()
            assert (told["turns"], told["finished"], told["refused"]) == (1, 1, 0)
            assert [stage["turns"] for stage in told["stages"]] == [1, 1, 1]

        closed = client.put("/api/v1/collections/equipment", json={"role": "manager"}, headers=manager)
        assert closed.status_code == 200
        assert client.get(path, headers=one).status_code == 404


# --- evaluation reports -----------------------------------------------------------------------------------------------


def test_before_the_first_report_there_is_none_and_a_broken_one_is_passed_over(
    client: TestClient, program: Linelead
) -> None:
    folder = program.settings.data / "evals"
    assert client.get("/api/v1/quality/evaluations").json() == {"evaluations": []}
    folder.mkdir()
    (folder / "2026-01-03T00-00-00.json").write_text('{"format": 1', "utf-8")
    assert client.get("/api/v1/quality/evaluations").json() == {"evaluations": []}


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_the_smallest_value_that_the_share_does_not_exceed(values: list[float], share: float) -> None:
    ordered = sorted(values)
    found = percentile(ordered, share)
    assert found is not None
    assert sum(value <= found for value in ordered) >= share * len(ordered) - 1e-9
    assert sum(value < found for value in ordered) < share * len(ordered) + 1e-9


def test_without_a_turn_there_is_no_percentile() -> None:
    assert percentile([], 0.5) is None
