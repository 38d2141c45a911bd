"""Requests made up from the description, sent to a running server: `make fuzz` sends ten thousand of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi import checks

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import servers

LEFT_OUT = [
    "/api/v1/documents/progress",  # a stream without end cannot be read to its end
]
IS_LONG = settings.get_current_profile_name() == "fuzz"
EXAMPLES = 260 if IS_LONG else 6
"""For each of the operations, of which there are some fifty."""

openapi: Any = schemathesis.openapi  # its generic types are not filled in
schema = openapi.from_dict(create_app(Settings(data=Path("nothing-is-written"))).openapi()).exclude(path=LEFT_OUT)
CHECKS: list[Any] = [
    getattr(checks, name)
    for name in (
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
        "response_headers_conformance",
    )
]

known: dict[str, list[str]] = {}
"""Ids of things that exist on the server, by the name of the parameter: made-up ones would meet nothing but 404."""


def _known_or(name: str, made_up: Any) -> Any:
    """One of the known ids for about half of the values, the same for the same value."""
    number = sum(map(ord, str(made_up)))
    return known[name][number // 2 % len(known[name])] if name in known and number % 2 else made_up


@schema.hook
def map_path_parameters(context: Any, parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    if parameters and context.operation is not None and context.operation.method == "delete":
        # one of each at most: the others are still to be met
        return {name: _known_or(f"last {name}", value) for name, value in parameters.items()}
    return parameters and {name: _known_or(name, value) for name, value in parameters.items()}


@schema.hook
def map_body(_context: Any, body: object) -> object:
    if not isinstance(body, dict):
        return body
    fields = cast(dict[str, Any], body)
    if isinstance(fields.get("session_id"), str):
        fields["session_id"] = _known_or("session_id", fields["session_id"])
    return fields


@pytest.fixture(scope="module")
def address(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a small site of its own, where everybody may do everything."""
    with servers() as start:
        address = start(shutil.copytree(filled, tmp_path_factory.mktemp("fuzzed") / "data")).address
        with httpx.Client(base_url=f"{address}/api/v1", timeout=30) as http:
            turn = http.post("/chat", json={"message": "How hot must chicken be?"}).json()
            documents = [document["id"] for document in http.get("/documents").json()["documents"]]
            known["last document_id"] = documents[-1:]
            known.update(
                document_id=documents,
                turn_id=[turn["turn_id"]],
                session_id=[turn["session_id"]],
                key_id=[http.post("/keys", json={"name": "fuzz", "role": "crew"}).json()["id"]],
                name=[each["name"] for each in http.get("/collections").json()["collections"]],
            )
        yield address


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=not IS_LONG,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
def test_no_request_breaks_the_server_and_every_answer_is_as_declared(case: Any, address: str) -> None:
    response = case.call(base_url=address, timeout=30)
    assert response.status_code < 500
    case.validate_response(response, checks=CHECKS)
    if response.status_code >= 400:
        assert response.headers["content-type"] == ["application/problem+json"]
        problem: dict[str, Any] = response.json()
        assert problem["status"] == response.status_code
        assert problem["code"].replace("_", "").isalnum()
