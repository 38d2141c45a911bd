"""What whoever runs the server is told: that it lives, whether it can work, what it counts, and what it is made of."""

from __future__ import annotations

import asyncio
import re
import resource
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dirty_equals import IsInt, IsPartialDict, IsStr
from fastapi.testclient import TestClient

from app.main import create_app
from app.readiness import Readiness
from app.settings import Settings
from app.wiring import Linelead
from knowledge.errors import StoreUnavailable
from tests.app.conftest import guarding

PARTS = ["disk", "database", "catalogue", "index", "embedder", "router", "jobs"]
MOMENT = IsStr(regex=r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")


@contextmanager
def files_of_at_most(size: int) -> Generator[None]:
    """No file may grow beyond `size` bytes: what a full disk does, without needing one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def samples(text: str) -> dict[str, float]:
    """The numbers of an exposition by name and labels."""
    return {
        name: float(value)
        for name, value in (line.rsplit(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    }


# --- ready ------------------------------------------------------------------------------------------------------------


def test_ready_names_every_part_with_its_state(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    found = client.get("/ready")
    assert found.status_code == 200
    assert found.json() == {
        "status": "ready",
        "parts": [{"name": name, "state": "ok", "since": MOMENT, "checked_at": MOMENT, "detail": ""} for name in PARTS],
    }


def test_a_full_disk_is_not_ready_and_says_since_when(data: Path) -> None:
    with guarding(data) as guarded:
        admin = guarded.key("admin")
        with files_of_at_most(1024):
            full = guarded.http.get("/ready", headers=admin)
            public = guarded.http.get("/ready")
        assert (full.status_code, full.headers["content-type"]) == (503, "application/problem+json")
        assert full.json() == IsPartialDict(code="not_ready", detail="Not ready: disk.", status=503)
        [disk, *others] = full.json()["parts"]
        assert disk == IsPartialDict(
            state="failing",
            detail=f"{data} cannot be written (File too large); free some space or make it writable.",
        )
        assert {part["state"] for part in others} == {"ok"}
        assert public.json() == IsPartialDict(
            parts=[], code="not_ready", detail="Not ready; an admin is told which part is not."
        )
        assert guarded.http.get("/health").status_code == 200, "it lives all the same"


async def test_a_part_is_tried_once_a_second_and_its_state_keeps_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    tried, wrong = 0, False

    async def check() -> None:
        nonlocal tried
        tried += 1
        if wrong:
            raise StoreUnavailable("The store is away; bring it back.")

    readiness = Readiness({"store": check})
    [first], [second] = await asyncio.gather(readiness.parts(), readiness.parts())
    assert (tried, first, first.state) == (1, second, "ok")
    monkeypatch.setattr("app.readiness.FRESH_SECONDS", 0.0)
    wrong = True
    [broken] = await readiness.parts()
    [still] = await readiness.parts()
    assert (broken.state, broken.detail) == ("failing", "The store is away; bring it back.")
    assert (still.since, tried) == (broken.since, 3)


async def test_a_part_that_hangs_is_failing_and_not_tried_again_beside_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.readiness.FRESH_SECONDS", 0.0)
    tried, free = 0, asyncio.Event()

    async def check() -> None:
        nonlocal tried
        tried += 1
        await free.wait()

    readiness = Readiness({"store": check}, check_seconds=0.01)
    for _ in range(3):
        [part] = await readiness.parts()
        assert (part.state, part.detail) == ("failing", "It has not answered within 0.01 s.")
    assert tried == 1
    free.set()
    await asyncio.sleep(0)
    [part] = await readiness.parts()
    assert part.state == "ok"


# --- metrics ----------------------------------------------------------------------------------------------------------


def test_requests_are_counted_by_template_and_no_path_becomes_a_label(data: Path) -> None:
    with TestClient(create_app(Settings(data=data, model="embedded")), raise_server_exceptions=False) as http:
        for n in range(5):
            http.get(f"/api/v1/documents/nothing{n}")
            http.get(f"/nowhere/{n}")
            http.request(f"ODD{n}", "/health")
        assert http.post("/api/v1/chat", json={"message": "How hot must chicken be?"}).status_code == 200
        shown = http.get("/metrics")
    assert shown.headers["content-type"].startswith("text/plain; version=")
    found = samples(shown.text)
    asked = {name: value for name, value in found.items() if name.startswith("linelead_http_requests_total")}
    assert asked == {
        'linelead_http_requests_total{method="GET",route="/api/v1/documents/{document_id}",status="404"}': 5,
        'linelead_http_requests_total{method="GET",route="unmatched",status="404"}': 5,
        'linelead_http_requests_total{method="other",route="/health",status="405"}': 5,
        'linelead_http_requests_total{method="POST",route="/api/v1/chat",status="200"}': 1,
    }
    assert found['linelead_http_request_seconds_count{method="POST",route="/api/v1/chat"}'] == 1
    assert found["linelead_ingest_pending"] == 0
    assert found["process_resident_memory_bytes"] > 1e6


def test_open_streams_and_sockets_are_counted_while_they_are_open(client: TestClient, program: Linelead) -> None:
    def now() -> tuple[float, float]:
        found = samples(program.metrics.exposition().decode())
        return found["linelead_open_streams"], found["linelead_open_sockets"]

    before = now()
    with client.websocket_connect("/api/v1/documents/progress"):
        assert now() == (before[0], before[1] + 1)
    assert now() == before
    assert client.post("/api/v1/chat", json={"message": "E05"}, headers={"accept": "text/event-stream"}).text
    assert now() == before


@pytest.mark.parametrize(
    ("setting", "allowed"),
    [("admin", {"admin": 200, "manager": 403, "crew": 403, "": 401}), ("public", {"admin": 200, "crew": 200, "": 200})],
)
def test_metrics_are_for_whom_the_setting_says(data: Path, setting: str, allowed: dict[str, int]) -> None:
    with guarding(data, metrics=setting) as guarded:
        for role, status in allowed.items():
            headers = guarded.key(role) if role else {}
            assert guarded.http.get("/metrics", headers=headers).status_code == status, role


# --- info -------------------------------------------------------------------------------------------------------------


def test_info_names_what_runs_and_no_secret(data: Path) -> None:
    passwords = {"transcription_key": "sk-hidden", "jobs_database": "", "rate_limit_storage": "memory://"}
    with guarding(data, transcription_url="http://user:hidden@127.0.0.1:9/v1", **passwords) as guarded:
        shown = guarded.http.get("/info", headers=guarded.key("admin"))
        assert shown.json() == {
            "version": IsStr(regex=r"\d+\.\d+\.\d+"),
            "commit": IsStr(regex=r"([0-9a-f]{40})?"),
            "model": "embedded",
            "embedder": "all-MiniLM-L6-v2",
            "dimension": 384,
            "index_version": IsStr(regex=r"chromadb \d.*"),
            "schema_revision": IsStr(regex=r"\d{4}"),
            "sqlite_version": IsStr(regex=r"3\.\d+\.\d+"),
            "python_version": IsStr(regex=r"3\.\d+\.\d+"),
            "documents": 4,
            "windows": IsInt(gt=5),
            "settings": IsPartialDict(
                auth="required",
                transcription_key="**********",
                transcription_url="http://user:**********@127.0.0.1:9/v1",
            ),
        }
        assert not re.search("hidden", shown.text)


def test_turns_of_people_are_counted_by_specialist_outcome_and_emergency_with_their_times(data: Path) -> None:
    with TestClient(create_app(Settings(data=data, model="embedded"))) as http:
        for question in (
            "How hot must chicken be?",
            "E05",
            "What is the torque of the fryer's gas regulator bolts?",
            "The fryer is on fire!",
        ):
            http.post("/api/v1/chat", json={"message": question})
        http.post("/api/v1/chat", json={"message": "There is smoke!"}, headers={"X-Linelead-Evaluation": "true"})
        found = samples(http.get("/metrics").text)
    assert {name: value for name, value in found.items() if name.startswith("linelead_turns_total")} == {
        'linelead_turns_total{emergency="no",outcome="answered",specialist="safety"}': 1,
        'linelead_turns_total{emergency="no",outcome="asked",specialist="equipment"}': 1,
        'linelead_turns_total{emergency="no",outcome="refused",specialist="equipment"}': 1,
        'linelead_turns_total{emergency="yes",outcome="answered",specialist="safety"}': 1,
    }
    for stage in ("route", "first_text", "total"):
        assert found[f'linelead_turn_stage_seconds_count{{stage="{stage}"}}'] == 4
    assert found["linelead_turns_living"] == 0
    assert found["linelead_turn_fallbacks_total"] == 0
