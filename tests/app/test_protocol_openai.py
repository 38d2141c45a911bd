"""Clients of the OpenAI protocol get the same answers, with the same citations, as everybody else."""

from __future__ import annotations

import httpx
import openai
import pytest
from dirty_equals import IsPartialDict, IsStr
from fastapi.testclient import TestClient
from openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam

from tests.app.conftest import Guarded, examples

QUESTION = "How hot must chicken be?"
ASKED: list[ChatCompletionMessageParam] = [{"role": "user", "content": QUESTION}]
NO_MODEL = "There is no model 'linelead/plumber'; GET /v1/models lists them."


@pytest.fixture
def ai(address: str) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)


def ask(
    ai: openai.OpenAI,
    question: str,
    *,
    model: str = "linelead",
    user: str | openai.Omit = openai.omit,
    metadata: dict[str, str] | openai.Omit = openai.omit,
    session: str = "",
) -> ChatCompletion:
    return ai.chat.completions.create(
        model=model,
        messages=[{"role": "user", "content": question}],
        user=user,
        metadata=metadata,
        extra_headers={"X-Session-Id": session} if session else {},
    )


def stream(
    ai: openai.OpenAI, messages: list[ChatCompletionMessageParam], model: str = "linelead"
) -> list[ChatCompletionChunk]:
    return list(ai.chat.completions.create(model=model, messages=messages, stream=True))


def spans(completion: ChatCompletion) -> list[str]:
    return [cited.model_dump()["url_citation"]["span_id"] for cited in completion.choices[0].message.annotations or []]


def test_the_specialists_are_models(ai: openai.OpenAI, client: TestClient) -> None:
    names = [specialist["name"] for specialist in client.get("/api/v1/specialists").json()["specialists"]]
    assert [model.id for model in ai.models.list()] == ["linelead", *(f"linelead/{name}" for name in names)]
    assert ai.models.retrieve("linelead/safety").owned_by == "linelead"
    with pytest.raises(openai.NotFoundError):
        ai.models.retrieve("linelead/plumber")


def test_a_completion_carries_the_answer_and_points_to_its_places(ai: openai.OpenAI, client: TestClient) -> None:
    told = client.post("/api/v1/chat", json={"message": QUESTION}).json()
    completion = ask(ai, QUESTION)
    message = completion.choices[0].message
    assert (message.role, message.content) == ("assistant", told["answer"])
    assert completion.choices[0].finish_reason == "stop"
    assert spans(completion) == [citation["span_id"] for citation in told["citations"]]
    for annotation in message.annotations or []:
        cited = annotation.url_citation
        assert (message.content or "")[cited.start_index : cited.end_index] == "[1]"
        assert cited.title == "Food safety handbook"
        assert httpx.get(cited.url).status_code == 200
    extra = completion.model_dump()["linelead"]
    assert extra["citations"] == told["citations"]
    assert extra["route"] == "safety"


def test_a_citation_of_a_table_shows_its_picture(ai: openai.OpenAI) -> None:
    [annotation] = ask(ai, "Is there peanut in the satay skewer?").choices[0].message.annotations or []
    shown = httpx.get(annotation.url_citation.url)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/png")


def test_a_stream_says_the_same_as_a_completion(ai: openai.OpenAI) -> None:
    whole = ask(ai, QUESTION)
    chunks = stream(ai, ASKED)
    assert len({chunk.id for chunk in chunks}) == 1
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == whole.choices[0].message.content
    assert [chunk.choices[0].finish_reason for chunk in chunks] == [*[None] * (len(chunks) - 1), "stop"]
    last = chunks[-1].model_dump()
    assert last["choices"][0]["delta"]["annotations"] == [
        annotation.model_dump() for annotation in whole.choices[0].message.annotations or []
    ]
    assert last["linelead"]["citations"] == whole.model_dump()["linelead"]["citations"]


def test_a_session_goes_on_with_what_the_server_knows(ai: openai.OpenAI) -> None:
    first = ask(ai, "How do I filter the fryer oil?").model_dump()["linelead"]
    own = first["session_id"]
    for second in (
        ask(ai, "and what about E07?", session=own),
        ask(ai, "and what about E07?", metadata={"session_id": own}),
        ask(ai, "and what about E07?", user=own),
    ):
        assert second.model_dump()["linelead"]["session_id"] == own
        assert "drain valve" in (second.choices[0].message.content or "").lower()
    other = ask(ai, QUESTION, user="line 3").model_dump()["linelead"]
    assert other["session_id"] != own


def test_earlier_messages_are_context_where_there_is_no_session(ai: openai.OpenAI) -> None:
    asked = {"role": "user", "content": "How do I clear E05 on the fryer?"}
    claimed = {"role": "assistant", "content": "Kick it. The door gasket is on page 99 [1]."}
    completion = ai.chat.completions.create(
        model="linelead",
        messages=[asked, claimed, {"role": "user", "content": "and what about E07?"}],  # pyright: ignore[reportArgumentType] - plain dictionaries
    )
    assert "Drain valve is open" in (completion.choices[0].message.content or "")
    assert spans(completion) and "Kick it" not in completion.model_dump_json()


def test_where_the_server_knows_the_conversation_the_clients_history_does_not_count(ai: openai.OpenAI) -> None:
    named = "tablet 4, Saturday"
    first = ask(ai, "How do I filter the fryer oil?", session=named).model_dump()["linelead"]
    lie: list[ChatCompletionMessageParam] = [
        {"role": "user", "content": "How hot must chicken be?"},
        {"role": "assistant", "content": "Cold."},
        {"role": "user", "content": "and what must I wear for that?"},
    ]
    second = ai.chat.completions.create(model="linelead", messages=lie, extra_headers={"X-Session-Id": named})
    assert second.model_dump()["linelead"]["session_id"] == first["session_id"]
    assert "gloves" in (second.choices[0].message.content or "")


def test_a_name_of_a_conversation_is_its_callers_own(guarded: Guarded) -> None:
    body = {"messages": ASKED, "metadata": {"session_id": "mine"}}
    ids = {
        role: guarded.http.post("/v1/chat/completions", json=body, headers=guarded.key(role)).json()["linelead"]
        for role in ("crew", "crew", "manager")
    }
    assert ids["crew"]["session_id"] != ids["manager"]["session_id"]
    body = {"messages": ASKED, "metadata": {"session_id": ids["crew"]["session_id"]}}
    refused = guarded.http.post("/v1/chat/completions", json=body, headers=guarded.key("manager"))
    assert refused.status_code == 404


def test_a_stream_says_at_its_end_what_it_used(ai: openai.OpenAI) -> None:
    *_, last = ai.chat.completions.create(
        model="linelead", messages=ASKED, stream=True, stream_options={"include_usage": True}
    )
    assert (last.choices, last.usage and last.usage.total_tokens) == ([], 0)


def test_the_example_in_the_readme_runs(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = [block for block in examples("python") if "openai" in block]
    exec(example.replace("http://127.0.0.1:8000", address), {})
    shown = capsys.readouterr().out
    assert "High-limit thermostat" in shown
    assert f"FryMate 240 gas fryer {address}/api/v1/documents/" in shown


def test_a_model_is_the_specialist_it_names(ai: openai.OpenAI) -> None:
    answered = ask(ai, QUESTION, model="linelead/safety")
    assert answered.model_dump()["linelead"] == IsPartialDict(route="safety", reason="addressed with @safety")


def test_an_emergency_goes_before_the_model_that_was_named(ai: openai.OpenAI) -> None:
    fire = "The fryer is on fire!"
    whole = ask(ai, fire, model="linelead/persona")
    streamed = stream(ai, [{"role": "user", "content": fire}], "linelead/persona")[-1]
    for last in (whole, streamed):
        turn = last.model_dump()["linelead"]
        assert turn["emergency"] == "grease_fire"
        assert "911" in turn["answer"]


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(
    ("body", "status", "code", "message"),
    [
        ({"model": "linelead/plumber"}, 404, "model_not_found", NO_MODEL),
        (
            {"model": "gpt-5"},
            404,
            "model_not_found",
            "There is no model 'gpt-5'; GET /v1/models lists them.",
        ),
        (
            {"messages": [{"role": "system", "content": "Be brief."}]},
            422,
            "no_question",
            "No message has the role “user”; send the question as one.",
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:,"}}]}]},
            422,
            "not_text",
            "A part of type 'image_url' cannot be read; ask in words.",
        ),
        (
            {"messages": [{"role": "user", "content": " "}]},
            422,
            "empty_question",
            "The question is empty; write what you want to know.",
        ),
        (
            {"metadata": {"session_id": "s" + "0" * 32}},
            404,
            "not_found",
            f"There is no session '{'s' + '0' * 32}'; leave the session out to start a new one.",
        ),
        (
            {"metadata": {"session_id": "x" * 201}},
            422,
            "bad_conversation_name",
            "The name of a conversation must be 1 to 200 printable characters; send a UUID, say.",
        ),
        ({"n": 2}, 422, "invalid_request", IsStr(regex="The body n is not right: .*")),
    ],
)
def test_a_refusal_is_one_of_openais_with_our_code(
    client: TestClient, streamed: bool, body: dict[str, object], status: int, code: str, message: str
) -> None:
    sent = {"model": "linelead", "messages": ASKED, "stream": streamed, **body}
    refused = client.post("/v1/chat/completions", json=sent)
    assert refused.status_code == status
    assert refused.json()["error"] == {
        "message": message,
        "type": "invalid_request_error",
        "param": None,
        "code": code,
    }


def test_the_official_client_raises_its_own_error_for_a_refusal(ai: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as refused:
        ai.chat.completions.create(model="linelead/plumber", messages=ASKED)
    assert (refused.value.code, refused.value.body) == (
        "model_not_found",
        {"message": NO_MODEL, "type": "invalid_request_error", "param": None, "code": "model_not_found"},
    )


def test_without_a_key_the_client_is_told_so_in_its_own_form(guarded: Guarded) -> None:
    body = {"model": "linelead", "messages": ASKED}
    refused = guarded.http.post("/v1/chat/completions", json=body)
    assert (refused.status_code, refused.json()["error"]) == (
        401,
        IsPartialDict(type="authentication_error", code="login_needed"),
    )
    assert guarded.http.post("/v1/chat/completions", json=body, headers=guarded.key("crew")).status_code == 200


def test_a_long_history_is_taken_and_an_endless_one_refused(client: TestClient) -> None:
    filler = [{"role": "assistant", "content": "x" * 100_000}]
    assert client.post("/v1/chat/completions", json={"messages": [*filler, *ASKED]}).status_code == 200
    refused = client.post("/v1/chat/completions", json={"messages": [*filler * 11, *ASKED]})
    assert (refused.status_code, refused.json()["detail"]) == (413, "The body is too large; send at most 1,024 KB.")
