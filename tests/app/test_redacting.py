"""An old answer shows nothing of a document that its reader may no longer read, wherever it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_ai import Conversation
from pydantic_ai.messages import ModelRequest, ModelResponse, TextPart, UserPromptPart

from agents.answer import Answer, Citation
from agents.claims import check_claims
from app.eventlog import EventLog
from app.redacting import NOTICE, Hidden, readable, redacted
from tests.scripted_openai import Stall, scripted
from tools.evidence import KEPT, Reply, TextLocator, evidence_of

from .conftest import Guarded, guarding, wait_until

BOTH = "The fryer shows E05, what does that mean, and how hot must chicken be?"
SECRETS = re.compile(r"(?<![0-9a-f])165(?![0-9a-f])|poultry")
"""What stands in the closed document; an id or a time that has 165 among its digits tells nothing of it."""
STREAM = {"accept": "text/event-stream"}


def close(guarded: Guarded, role: str = "manager") -> None:
    done = guarded.http.put("/api/v1/collections/safety", json={"role": role}, headers=guarded.key("admin"))
    assert done.status_code == 200


def shown(guarded: Guarded, turn: dict[str, Any], question: str) -> dict[str, str]:
    """Everything that a crew member can see of a turn of theirs, by the way that they see it."""
    http, key = guarded.http, guarded.key("crew")
    session, turn_id = f"/api/v1/sessions/{turn['session_id']}", turn["turn_id"]
    texts = {
        path: http.get(path, headers=key).text
        for path in (
            f"/api/v1/turns/{turn_id}",
            f"/api/v1/turns/{turn_id}/events",
            f"{session}/messages",
            f"{session}/export",
            f"{session}/export?format=markdown",
            "/api/v1/search?q=chicken",
            "/api/v1/search?q=poultry",
        )
    }
    again = {"message": question, "client_id": "once"}
    texts["chat"] = http.post("/api/v1/chat", json=again, headers=key).text
    texts["stream"] = http.post("/api/v1/chat", json=again, headers=key | STREAM).text
    task = {"jsonrpc": "2.0", "id": 1, "method": "GetTask", "params": {"id": turn_id}}
    texts["task"] = http.post("/a2a", json=task, headers=key).text
    texts["stop"] = http.post(f"/api/v1/turns/{turn_id}/stop", headers=key).text
    with http.websocket_connect(f"{session}/ws?after=0", headers=key) as line:
        told = [line.receive_text()]
        while json.loads(told[-1])["event"] not in ("done", "stopped"):
            told.append(line.receive_text())
    texts["socket"] = "\n".join(told)
    return texts


def test_an_old_answer_loses_the_lines_of_a_closed_collection_and_gets_them_back(guarded: Guarded) -> None:
    http, key = guarded.http, guarded.key("crew")
    body = {"message": BOTH, "client_id": "once"}
    turn = http.post("/api/v1/chat", json=body, headers=key).json()
    assert sorted({citation["collection"] for citation in turn["citations"]}) == ["equipment", "safety"]
    before = shown(guarded, turn, BOTH)

    close(guarded)
    after = shown(guarded, turn, BOTH)
    for way, text in after.items():
        assert SECRETS.findall(text.replace("q=poultry", "")) == [], way
        if way.startswith("/api/v1/search"):
            assert '"assistant"' not in text
        else:
            assert ("thermostat" in text, NOTICE in text) == (True, True), way
        assert re.search(r'"collection": ?"safety"|"collections": ?\[[^]]*"safety"', text) is None, way
    left = http.get(f"/api/v1/turns/{turn['turn_id']}", headers=key).json()["turn"]
    assert {citation["collection"] for citation in left["citations"]} == {"equipment"}
    assert [left["answer"][claim["start"] : claim["end"]] for claim in left["claims"]] == [
        claim["sentence"] for claim in left["claims"]
    ]
    gone = next(citation for citation in turn["citations"] if citation["collection"] == "safety")
    for path in (f"pages/1.png?span={gone['span_id']}", f"text?span={gone['span_id']}", "outline", "file"):
        assert http.get(f"/api/v1/documents/{gone['document_id']}/{path}", headers=key).status_code == 404

    close(guarded, "crew")
    assert shown(guarded, turn, BOTH) == before


def test_what_is_said_next_holds_nothing_of_it_either(guarded: Guarded) -> None:
    http, key = guarded.http, guarded.key("crew")
    turn = http.post("/api/v1/chat", json={"message": "Quiz me on cooking chicken"}, headers=key).json()
    session = turn["session_id"]
    stored = http.get(f"/api/v1/sessions/{session}/messages", headers=key).json()["messages"]
    assert "Question 1" in stored[-1]["text"]
    close(guarded)
    stored = http.get(f"/api/v1/sessions/{session}/messages", headers=key).json()["messages"]
    assert stored[-1]["text"] == NOTICE, "a quiz cites nothing, and all of it is out of the document"
    for said in ("hint", "skip", "What is the answer?", "How hot must chicken be?", "and for how long?"):
        answered = http.post("/api/v1/chat", json={"message": said, "session_id": session}, headers=key).text
        assert SECRETS.findall(answered) == [], said


@pytest.mark.parametrize(("collection", "kept"), [("safety", 0), ("equipment", 1)])
def test_a_quiz_begun_beside_another_question_does_not_go_on_from_what_is_closed(collection: str, kept: int) -> None:
    reply = Reply(parts=[], state={"quiz": {"source": [{"collection": collection}]}})
    said = ModelResponse([TextPart("Question 1")], metadata={KEPT: [reply.model_dump(mode="json")]})
    conversation = Conversation(messages=[ModelRequest([UserPromptPart("how hot is it, and quiz me")]), said])
    hidden = Hidden(frozenset({"safety"}), frozenset())
    assert len(evidence_of(readable(conversation, hidden).messages)) == kept


def test_a_stopped_answer_is_left_out_whole(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = "Chicken and poultry need 165 °F. Then there is more. "
    with scripted([Stall(20, after=written)]) as script:
        monkeypatch.setenv("OPENAI_BASE_URL", script.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        with guarding(data, model="openai-chat:scripted") as guarded:
            question = "How hot must chicken be?"
            session = guarded.http.post("/api/v1/sessions", json={"title": "x"}, headers=guarded.key("crew")).json()
            path = f"/api/v1/sessions/{session['id']}/messages"
            body = {"message": question, "client_id": "once"}
            turn = guarded.http.post(path, json=body, headers=guarded.key("crew")).json()
            log = EventLog(guarded.program.database)
            wait_until(lambda: any(each.event.type == "delta" for each in log.of_turn(turn["turn_id"], 0)))
            stopped = guarded.http.post(f"/api/v1/turns/{turn['turn_id']}/stop", headers=guarded.key("crew"))
            assert stopped.json()["state"] == "stopped"
            assert "165" in guarded.http.get(path, headers=guarded.key("crew")).text
            close(guarded)
            told = guarded.http.get(f"/api/v1/turns/{turn['turn_id']}/events", headers=guarded.key("crew")).text
            told += guarded.http.get(path, headers=guarded.key("crew")).text
            assert (SECRETS.findall(told), NOTICE in told) == ([], True)


WORDS = st.lists(st.sampled_from("valve oil burner gasket drain clock lid".split()), min_size=1, max_size=6)
LINES = st.lists(st.tuples(st.sampled_from(["open", "closed", "own"]), WORDS), min_size=1, max_size=8)


@given(LINES)
def test_of_any_answer_every_line_of_the_closed_collection_goes_and_no_other(
    lines: list[tuple[str, list[str]]],
) -> None:
    citations: list[Citation] = []
    texts: list[str] = []
    for number, (kind, words) in enumerate(lines, 1):
        said = f"{kind} {' '.join(words)} n{number}"
        texts.append(f"- {said.capitalize()}. And more [{number}]" if kind != "own" else f"### Heading {number}:")
        if kind != "own":
            citations.append(
                Citation(
                    marker=number,
                    span_id=f"s{number}",
                    kind="sentence",  # pyright: ignore[reportArgumentType] - as it is stored
                    text=f"{said}. And more",
                    score=1,
                    document_id=f"d-{kind}",
                    document=f"Book {kind}",
                    name="x.md",
                    version=1,
                    collection=kind,
                    heading_path=[],
                    page=None,
                    locator=TextLocator(heading_path=[], start=0, end=1),
                )
            )
    text = "\n".join(texts)
    answer = Answer(text=text, citations=citations, claims=check_claims(text, citations))
    left = redacted(answer, Hidden(frozenset({"closed"}), frozenset({"d-closed"})))
    kinds = [kind for kind, _ in lines]
    if "closed" not in kinds:
        assert left is answer
        return
    assert "Closed" not in left.text and {citation.collection for citation in left.citations} <= {"open"}
    if "open" in kinds:
        kept = [line for line in texts if not line.startswith("- Closed")]
        assert [line for line in left.text.splitlines() if line != NOTICE] == kept
    assert all(left.text[claim.start : claim.end] == claim.sentence for claim in left.claims)
