"""AG-UI clients get a run of events, with the route and the citations of every other protocol as custom ones."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from ag_ui.core import (
    AssistantMessage,
    BaseEvent,
    CustomEvent,
    Event,
    ImageInputContent,
    InputContentDataSource,
    RunAgentInput,
    RunFinishedEvent,
    RunStartedEvent,
    TextInputContent,
    TextMessageContentEvent,
    UserMessage,
)
from dirty_equals import IsPartialDict
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from tests.app.conftest import Guarded, examples

PATH = "/api/v1/ag-ui"
QUESTION = "How hot must chicken be?"

_events: TypeAdapter[BaseEvent] = TypeAdapter(Event)


def run(*messages: UserMessage | AssistantMessage, thread: str) -> dict[str, Any]:
    asked = RunAgentInput(
        thread_id=thread, run_id="run 1", messages=list(messages), tools=[], context=[], forwarded_props={}
    )
    return asked.model_dump(mode="json", by_alias=True)


def user(text: str) -> UserMessage:
    return UserMessage(id="u", content=text)


def events(address: str, body: dict[str, Any]) -> list[BaseEvent]:
    answered = httpx.post(address + PATH, json=body, timeout=20)
    assert answered.status_code == 200, answered.text
    assert answered.headers["content-type"].startswith("text/event-stream")
    return [_events.validate_json(block.removeprefix("data: ")) for block in answered.text.split("\n\n") if block]


def text(found: list[BaseEvent]) -> str:
    return "".join(event.delta for event in found if isinstance(event, TextMessageContentEvent))


def custom(found: list[BaseEvent], name: str) -> list[Any]:
    return [event.value for event in found if isinstance(event, CustomEvent) and event.name == name]


def test_a_turn_is_a_run(address: str, client: TestClient) -> None:
    told = client.post("/api/v1/chat", json={"message": QUESTION}).json()
    found = events(address, run(user(QUESTION), thread="ag-ui 1"))
    kinds = list(dict.fromkeys(event.type.value for event in found))
    assert kinds == [
        *("RUN_STARTED", "CUSTOM", "STEP_STARTED", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT"),
        *("TEXT_MESSAGE_END", "STEP_FINISHED", "RUN_FINISHED"),
    ]
    assert found[0] == RunStartedEvent(thread_id="ag-ui 1", run_id="run 1")
    assert text(found) == told["answer"]
    assert custom(found, "route") == [IsPartialDict(route="safety")]
    cited = custom(found, "citation")
    assert [{key: one[key] for key in one if key != "url"} for one in cited] == told["citations"]
    assert all(httpx.get(one["url"]).status_code == 200 for one in cited)
    last = found[-1]
    assert isinstance(last, RunFinishedEvent) and (last.result or {})["citations"] == told["citations"]


def test_a_thread_goes_on_with_what_the_server_knows(address: str) -> None:
    events(address, run(user("How do I filter the fryer oil?"), thread="ag-ui 2"))
    lie = [user(QUESTION), AssistantMessage(id="a", content="Cold."), user("and what must I wear for that?")]
    assert "gloves" in text(events(address, run(*lie, thread="ag-ui 2")))


def test_an_emergency_is_answered_by_its_card(address: str) -> None:
    found = events(address, run(user("The fryer is on fire!"), thread="ag-ui 3"))
    assert custom(found, "route") == [IsPartialDict(emergency="grease_fire")]
    assert "911" in text(found)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (AssistantMessage(id="a", content="Hello"), "no_question"),
        (user(" "), "empty_question"),
        (user("@plumber come"), "unknown_specialist"),
        (
            UserMessage(
                id="u",
                content=[
                    TextInputContent(text="What is this?"),
                    ImageInputContent(source=InputContentDataSource(value="", mime_type="image/png")),
                ],
            ),
            "not_text",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused_before_the_run(
    client: TestClient, message: UserMessage | AssistantMessage, code: str
) -> None:
    refused = client.post(PATH, json=run(message, thread="ag-ui 4"))
    assert (refused.status_code, refused.json()["code"]) == (422, code)


def test_a_thread_is_its_callers_own(guarded: Guarded) -> None:
    asked = run(user(QUESTION), thread="ag-ui 5")
    answered = {role: guarded.http.post(PATH, json=asked, headers=guarded.key(role)).text for role in ("crew", "admin")}
    sessions = {
        custom([_events.validate_json(line[6:]) for line in lines.split("\n\n") if line], "started")[0]["session_id"]
        for lines in answered.values()
    }
    assert len(sessions) == 2


def test_the_example_in_the_readme_runs(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = [block for block in examples("python") if "ag_ui" in block]
    exec(example.replace("http://127.0.0.1:8000", address), {})
    assert "High-limit thermostat" in capsys.readouterr().out
