"""MCP clients ask, search and read within what their caller may, and get the citations of every other protocol."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from dirty_equals import IsPartialDict, IsStr
from fastapi.testclient import TestClient
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import TextContent

from tests.app.conftest import Guarded, examples

QUESTION = "How hot must chicken be?"


@pytest.fixture
def mcp(address: str) -> Client:
    return Client(f"{address}/mcp")


async def call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refusal(client: Client, tool: str, **arguments: Any) -> str:
    result = await client.call_tool(tool, arguments)
    [content] = result.content
    assert result.is_error and isinstance(content, TextContent)
    return content.text


async def test_the_tools_say_what_they_take_and_give(mcp: Client) -> None:
    async with mcp:
        tools = {tool.name: tool for tool in (await mcp.list_tools()).tools}
    assert set(tools) == {"ask", "search", "open_page", "list_documents"}
    for tool in tools.values():
        assert tool.description and tool.output_schema
        assert "ctx" not in tool.input_schema["properties"]
        assert all("description" in each for each in tool.input_schema["properties"].values())


async def test_an_answer_carries_its_citations(mcp: Client, client: TestClient) -> None:
    told = client.post("/api/v1/chat", json={"message": QUESTION}).json()
    async with mcp:
        result = await mcp.call_tool("ask", {"question": QUESTION})
    answered: dict[str, Any] = result.structured_content or {}
    assert answered == IsPartialDict(answer=told["answer"], refused=False, specialists=["safety"], emergency=None)
    cited: list[dict[str, Any]] = answered["citations"]
    assert [{key: one[key] for key in one if key != "url"} for one in cited] == told["citations"]
    assert [client.get(one["url"]).status_code for one in cited] == [200 for _ in cited]
    [content] = result.content
    assert isinstance(content, TextContent)
    assert content.text.startswith(told["answer"])
    assert f"[1] Food safety handbook (span {cited[0]['span_id']}, document {cited[0]['document_id']})" in content.text


async def test_a_follow_up_goes_on_with_the_session(mcp: Client) -> None:
    async with mcp:
        first = await call(mcp, "ask", question="How do I filter the fryer oil?")
        second = await call(mcp, "ask", question="and what must I wear for that?", session_id=first["session_id"])
    assert second["session_id"] == first["session_id"]
    assert "gloves" in second["answer"]


async def test_an_emergency_is_answered_by_its_card(mcp: Client) -> None:
    async with mcp:
        answered = await call(mcp, "ask", question="The fryer is on fire!", specialist="persona")
    assert answered["emergency"] == "grease_fire" and "911" in answered["answer"]


async def test_a_search_gives_places_and_says_whether_they_answer(mcp: Client) -> None:
    async with mcp:
        found = await call(mcp, "search", query="E07 on the fryer")
        nothing = await call(mcp, "search", query="torque of the gas regulator bolts")
    assert found["sufficient"] is True
    assert [one["marker"] for one in found["citations"]] == list(range(1, len(found["citations"]) + 1))
    assert "Drain valve is open" in found["citations"][0]["quote"]
    assert nothing["sufficient"] is False


async def test_a_page_shows_what_stands_around_a_citation(mcp: Client) -> None:
    async with mcp:
        found = await call(mcp, "search", query="E07 on the fryer")
        place = found["citations"][0]
        page = await call(mcp, "open_page", document_id=place["document_id"])
    assert page == IsPartialDict(document="FryMate 240 gas fryer", page=1, pages=1)
    assert place["span_id"] in {piece["span_id"] for piece in page["pieces"]}
    assert "3. Close the drain valve and refill to the line." in {piece["text"] for piece in page["pieces"]}


async def test_the_documents_are_listed(mcp: Client, client: TestClient) -> None:
    async with mcp:
        listed = await call(mcp, "list_documents")
    assert listed["next_cursor"] is None
    assert [document["name"] for document in listed["documents"]] == [
        *("fryer.md", "oven.md", "allergens.csv", "handbook.md")
    ]


async def test_an_error_tells_the_model_what_to_do(mcp: Client) -> None:
    async with mcp:
        document = (await call(mcp, "list_documents"))["documents"][0]["id"]
        told = [
            await refusal(mcp, "ask", question=" "),
            await refusal(mcp, "ask", question=QUESTION, specialist="plumber"),
            await refusal(mcp, "ask", question=QUESTION, session_id="s" + "0" * 32),
            await refusal(mcp, "open_page", document_id="d0"),
            await refusal(mcp, "open_page", document_id=document, page=2),
            await refusal(mcp, "list_documents", cursor="?"),
            await refusal(mcp, "search", query="E05", limit=0),
        ]
    assert told == [
        "Error executing tool ask: The question is empty; write what you want to know. (empty_question)",
        IsStr(regex=r"Error executing tool ask: There is no specialist 'plumber'. Choose one of: .* \(.*\)"),
        IsStr(regex=r"Error executing tool ask: There is no session .* \(not_found\)"),
        'Error executing tool open_page: No document "d0". List the documents to see their ids. (not_found)',
        "Error executing tool open_page: “fryer.md” has 1 page; open one of them. (no_such_page)",
        IsStr(regex=r"Error executing tool list_documents: The cursor '\?' is not one of this list; .*"),
        IsStr(regex=r"(?s)Error executing tool search: .*limit.*greater than or equal to 1.*"),
    ]


def rpc(method: str, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}


def test_a_caller_finds_only_what_they_may_read(guarded: Guarded) -> None:
    http, accept = guarded.http, {"accept": "application/json, text/event-stream"}
    closed = http.put("/api/v1/collections/equipment", headers=guarded.key("admin"), json={"role": "manager"})
    assert closed.status_code == 200

    def tool(role: str, name: str, **arguments: Any) -> dict[str, Any]:
        body = rpc("tools/call", name=name, arguments=arguments)
        answered = http.post("/mcp", json=body, headers={**accept, **guarded.key(role)})
        assert answered.status_code == 200, answered.text
        return answered.json()["result"]["structuredContent"]

    def names(role: str) -> list[str]:
        return [document["name"] for document in tool(role, "list_documents")["documents"]]

    assert names("crew") == ["allergens.csv", "handbook.md"]
    assert names("manager") == ["fryer.md", "oven.md", "allergens.csv", "handbook.md"]
    assert "fryer.md" not in {one["name"] for one in tool("crew", "search", query="E07 fryer drain")["citations"]}
    assert "fryer.md" not in {one["name"] for one in tool("crew", "ask", question="The fryer shows E07")["citations"]}
    refused = http.post("/mcp", json=rpc("tools/list"), headers=accept)
    assert (refused.status_code, refused.json()["code"]) == (401, "login_needed")


async def test_a_key_goes_with_the_official_client(address: str) -> None:
    """Both eras of the protocol: one that shakes hands first, and one where every call stands alone."""
    async with httpx2.AsyncClient(headers={"authorization": "Bearer none"}) as http:
        for mode in ("legacy", "auto"):
            transport = streamable_http_client(f"{address}/mcp", http_client=http)
            async with Client(transport, mode=mode) as client:
                assert (await call(client, "ask", question=QUESTION))["citations"]


async def test_the_command_serves_a_program_that_starts_it(data: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "app.cli", "--data", str(data), "mcp"], env={"HF_HUB_OFFLINE": "1"}
    )
    async with Client(stdio_client(command)) as client:
        answered = await call(client, "ask", question=QUESTION)
    assert answered["citations"][0]["span_id"]


def test_the_example_in_the_readme_runs(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = [block for block in examples("python") if "mcp" in block]
    exec(example.replace("http://127.0.0.1:8000", address), {})
    assert "FryMate 240 gas fryer" in capsys.readouterr().out
