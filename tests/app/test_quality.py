from __future__ import annotations

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from app.quality import percentile


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


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_the_smallest_value_that_the_share_does_not_exceed(values: list[float], share: float) -> None:
    ordered = sorted(values)
    found = percentile(ordered, share)
    assert found is not None
    assert sum(value <= found for value in ordered) >= share * len(ordered) - 1e-9
    assert sum(value < found for value in ordered) < share * len(ordered) + 1e-9


def test_without_a_turn_there_is_no_percentile() -> None:
    assert percentile([], 0.5) is None
