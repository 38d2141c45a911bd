"""What was acknowledged survives a kill, and one process owns a data folder."""

from __future__ import annotations

import asyncio
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from app.database import open_database
from app.sessions import Sessions
from app.turnstore import TurnStore
from evals import kills
from knowledge.catalogue import Catalogue
from knowledge.types import Scope

from .conftest import Ran, Served, silent_provider, wait_until

Serve = Callable[..., Served]


def test_a_kill_during_a_turn_loses_no_acknowledged_turn_and_marks_the_cut_one(serve: Serve, data: Path) -> None:
    with silent_provider() as provider:
        hanging = {"LINELEAD_MODEL": "openai-chat:scripted", "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": provider}
        server = serve(data, **hanging)
        emergency = {"message": "There is a fire in the kitchen!"}  # needs no model
        acknowledged = httpx.post(f"{server.address}/api/v1/chat", json=emergency, timeout=30).json()
        session_id = acknowledged["session_id"]
        question = {"message": "How hot must chicken be?", "session_id": session_id}
        with httpx.stream(
            "POST", f"{server.address}/api/v1/chat", json=question, headers={"accept": "text/event-stream"}, timeout=30
        ) as stream:
            for line in stream.iter_lines():
                if line.startswith("event: route"):
                    break
            server.process.send_signal(signal.SIGKILL)
            server.process.wait()
    database = open_database(data / "sessions.sqlite")
    assert TurnStore(database).recover() == 1
    done, cut = Sessions(database).turns(session_id)
    database.close()
    assert (done.state, done.question) == ("done", "There is a fire in the kitchen!")
    assert done.result is not None
    assert done.result["answer"]["text"] == acknowledged["answer"]
    assert (cut.state, cut.question, cut.result) == ("interrupted", "How hot must chicken be?", None)
    assert cut.reason == "The program stopped during this turn; ask again."

    restarted = serve(data)
    again = httpx.post(f"{restarted.address}/api/v1/chat", json=question, timeout=30).json()
    assert (again["session_id"], again["refused"]) == (session_id, False)


def test_a_second_process_is_refused_with_the_holders_pid(
    serve: Serve, linelead: Callable[..., Ran], data: Path
) -> None:
    server = serve(data)
    for command in (["documents", "list"], ["ask", "hi"], ["serve", "--port", "0"]):
        refused = linelead("--data", data, *command)
        assert (refused.code, refused.out) == (3, "")
        assert refused.err.startswith("linelead: ")
        assert f"process {server.process.pid}" in refused.err
        assert refused.err.count("\n") == 1
    lock = next(
        check
        for check in json.loads(linelead("--data", data, "doctor", "--json").out)["checks"]
        if check["name"] == "lock"
    )
    assert lock["state"] == "warn"
    assert str(server.process.pid) in lock["detail"]
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=15) == 0
    assert linelead("--data", data, "documents", "list").code == 0


def test_a_full_disk_is_one_clear_line_and_nothing_stored_is_lost(
    linelead: Callable[..., Ran], data: Path, tmp_path: Path
) -> None:
    before = linelead("--data", data, "documents", "list", "--json").out
    manual = tmp_path / "long.md"
    manual.write_text("# Long\n\n" + "".join(f"Line {n} says to wipe table {n}.\n\n" for n in range(3000)), "utf-8")
    limit = 40_000  # bytes that a file may grow to: what a full disk does, without needing one

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    for command in (["ingest", str(manual)], ["ask", "How hot must chicken be?"]):
        ran = subprocess.run(
            [sys.executable, "-m", "app.cli", "--data", str(data), *command],
            preexec_fn=limited,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (ran.returncode, ran.stdout) == (3, "")
        assert ran.stderr.startswith("linelead: ")
        assert ran.stderr.count("\n") == 1
    assert linelead("--data", data, "documents", "list", "--json").out == before


def test_an_interrupted_ingest_ends_at_once_and_the_next_one_finishes_it(
    tmp_path: Path, linelead: Callable[..., Ran]
) -> None:
    manual, data = tmp_path / "long.md", tmp_path / "data"
    manual.write_text("".join(f"# Machine {n}\n\nTurn valve {n} to {n * 7} degrees.\n\n" for n in range(6000)), "utf-8")
    ingest = subprocess.Popen([sys.executable, "-m", "app.cli", "--data", str(data), "ingest", str(manual)])

    def at_work() -> bool:
        return any((data / "work").glob("*.json"))  # it was read, and is embedded now

    wait_until(at_work, 60)
    ingest.send_signal(signal.SIGINT)
    assert ingest.wait(timeout=30) == 130
    manual.write_text("# Machine 1\n\nTurn valve 1 to 7 degrees.\n", "utf-8")  # the test need not wait for the long one
    assert linelead("--data", data, "ingest", manual).code == 0
    [document] = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    assert (document["state"], document["blocks"]) == ("ready", 2)


def test_kills_at_random_moments_of_an_ingest_leave_what_an_undisturbed_one_gives(
    site: Path, tmp_path: Path, linelead: Callable[..., Ran]
) -> None:
    folder = tmp_path / "manuals"
    shutil.copytree(site, folder)
    for n in range(8):
        steps = "".join(f"{step}. Turn valve {step} of machine {n} to {step * 7} degrees.\n" for step in range(1, 60))
        (folder / f"machine-{n}.md").write_text(f"# Machine {n}\n\n## Start\n\n{steps}", "utf-8")
    assert linelead("--data", tmp_path / "undisturbed", "ingest", folder).code == 0
    data = tmp_path / "killed"
    moments = random.Random(20261121)
    for _ in range(4):
        ingest = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "--data", str(data), "ingest", str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert ingest.stdout is not None
        ingest.stdout.readline()  # from here on it is at work
        time.sleep(moments.uniform(0.0, 0.6))
        os.killpg(ingest.pid, signal.SIGKILL)
        ingest.communicate()
    assert linelead("--data", data, "ingest", folder).code == 0
    assert spans(data) == spans(tmp_path / "undisturbed")
    checks = json.loads(linelead("--data", data, "doctor", "--json").out)["checks"]
    assert next(check["state"] for check in checks if check["name"] == "index") == "ok"


def spans(data: Path) -> dict[str, tuple[str, int, list[str]]]:
    """State, version and span ids of every document."""
    catalogue = Catalogue(data / "catalogue.sqlite3")
    found = {
        document.name: (
            document.state.value,
            document.version,
            [stored.id for stored in catalogue.blocks(Scope(), document.id)],
        )
        for document in catalogue.documents(Scope())
    }
    catalogue.close()
    return found


def test_documents_are_taken_in_while_sixteen_clients_chat_and_no_turn_fails(serve: Serve, data: Path) -> None:
    server = serve(data)
    rows = "".join(f"| P{n} | Part {n} of the press is greased every {n + 1} weeks |\n" for n in range(400))
    manuals = {f"press-{n}.md": f"# Press {n}\n\n| Part | Care |\n|---|---|\n{rows}" for n in range(2)}

    async def run() -> tuple[list[int], list[str]]:
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            sent = await client.post(
                "/api/v1/documents", files=[("files", (name, text.encode())) for name, text in manuals.items()]
            )
            ids = [document["id"] for document in sent.json()["documents"]]
            working = True

            async def chat(n: int) -> list[int]:
                statuses: list[int] = []
                while working or not statuses:
                    question = {"message": f"How hot must chicken be inside, asks guest {n}-{len(statuses)}?"}
                    statuses.append((await client.post("/api/v1/chat", json=question)).status_code)
                return statuses

            async def wait() -> list[str]:
                nonlocal working
                states: list[str] = []
                while not states or set(states) - {"ready", "failed", "partial"}:
                    await asyncio.sleep(0.1)
                    states = [(await client.get(f"/api/v1/documents/{each}")).json()["state"] for each in ids]
                working = False
                return states

            *turns, states = await asyncio.gather(*(chat(n) for n in range(16)), wait())
            return [status for one in turns for status in one], states  # pyright: ignore[reportReturnType] - the last is wait's

    statuses, states = asyncio.run(run())
    assert (set(statuses), states) == ({200}, ["ready", "ready"])


async def test_kills_at_random_moments_lose_no_acknowledged_question_and_no_session(data: Path) -> None:
    outcome = await kills.run(data, kills=4, clients=16, seed=20261121)
    assert (outcome.lost, outcome.unusable) == ([], [])
    assert outcome.acknowledged >= outcome.answered > 4
