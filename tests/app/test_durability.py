"""What was acknowledged survives a kill, and one process owns a data folder."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx

from app.sessions import Sessions

from .conftest import Ran, Served, silent_provider

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
    sessions = Sessions(data / "sessions.sqlite")
    done, cut = sessions.turns(session_id)
    sessions.close()
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
