"""Kills a server at random moments while clients ask, and looks whether anything that it acknowledged is lost.

    python -m evals.kills --data .linelead --kills 100

Every client asks in sessions of its own, each question under a key, and asks it again under the same key when the
server dies before it has answered. At the end every acknowledged question must be there, once, with the answer that was
given; and every session must answer again. The folder's documents decide what is answered; its sessions grow.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

QUESTIONS = (
    "How hot must chicken be?",
    "The fryer shows E05, what now?",
    "Keep cold food at which temperature?",
    "There is a fire in the kitchen!",
)
START_SECONDS = 120.0
"""Longest start on a busy machine."""
TURNS_PER_SESSION = 4


@dataclass
class Acknowledged:
    """A question that the server took; `answer` is the whole turn when the server gave that too."""

    key: str
    question: str
    session_id: str
    turn_id: str
    answer: dict[str, Any] | None = None


@dataclass
class Outcome:
    """What a run came to. `lost` and `unusable` name what should not be; `interrupted` turns are only counted."""

    kills: int = 0
    acknowledged: int = 0
    answered: int = 0
    interrupted: int = 0
    lost: list[str] = field(default_factory=list[str])
    unusable: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        return (
            f"{self.kills} kills; {self.acknowledged} questions acknowledged, {self.answered} answered to the client, "
            f"{self.interrupted} interrupted; {len(self.lost)} lost or doubled, {len(self.unusable)} sessions unusable"
        )


async def run(data: Path, *, kills: int, clients: int, seed: int, longest_seconds: float = 2.0) -> Outcome:
    """Kills a server on `data` so many times, each within `longest_seconds`, and then checks.

    Every other server has as long from its start, so that some die before they took anything, and the others from when
    they acknowledged as many questions as there are clients, so that on a slow machine too there is something to lose.
    """
    moments = random.Random(seed)
    taken: dict[str, Acknowledged] = {}
    outcome = Outcome(kills=kills)
    open_keys: list[tuple[str, str, str | None]] = [("", "", None)] * clients
    counts = [0] * clients
    for kill in range(kills):
        async with _served(data) as (address, process), httpx.AsyncClient(base_url=address, timeout=30) as http:
            acknowledged = asyncio.Semaphore(0)
            asking = [
                asyncio.create_task(_ask_on(http, client, open_keys, counts, taken, acknowledged))
                for client in range(clients)
            ]
            if kill % 2:
                async with asyncio.timeout(START_SECONDS):
                    for _ in range(clients):
                        await acknowledged.acquire()
            await asyncio.sleep(moments.uniform(0.0, longest_seconds))
            process.send_signal(signal.SIGKILL)
            await process.wait()
            await asyncio.gather(*asking)
    async with _served(data) as (address, _), httpx.AsyncClient(base_url=address, timeout=120) as http:
        await _check(http, taken, outcome)
    return outcome


async def _ask_on(
    http: httpx.AsyncClient,
    client: int,
    open_keys: list[tuple[str, str, str | None]],
    counts: list[int],
    taken: dict[str, Acknowledged],
    acknowledged: asyncio.Semaphore,
) -> None:
    """One client: asks until the server is gone; what was not answered is asked again under its key."""
    while True:
        key, question, session_id = open_keys[client]
        if not key:
            counts[client] += 1
            key, question = f"{client}-{counts[client]}", QUESTIONS[(client + counts[client]) % len(QUESTIONS)]
            open_keys[client] = key, question, session_id
        headers = {"idempotency-key": key}
        try:
            if session_id is None or counts[client] % 2:
                answered = await http.post(
                    "/api/v1/chat", json={"message": question, "session_id": session_id}, headers=headers
                )
                whole = answered.json() if answered.status_code == 200 else None
                said = whole
            else:
                path = f"/api/v1/sessions/{session_id}/messages"
                answered = await http.post(path, json={"message": question}, headers=headers)
                whole, said = None, answered.json()
        except (httpx.TransportError, ValueError):
            return
        if said is not None:
            taken[key] = Acknowledged(key, question, said["session_id"], said["turn_id"], whole)
            acknowledged.release()
            session_id = said["session_id"] if counts[client] % TURNS_PER_SESSION else None
        open_keys[client] = "", "", session_id  # a turn that was interrupted has its end, too


async def _check(http: httpx.AsyncClient, taken: dict[str, Acknowledged], outcome: Outcome) -> None:
    outcome.acknowledged = len(taken)
    for each in taken.values():
        stored = (await http.get(f"/api/v1/turns/{each.turn_id}")).json()
        if stored.get("question") != each.question or stored["session_id"] != each.session_id:
            outcome.lost.append(f"{each.key}: {stored}")
            continue
        outcome.interrupted += stored["state"] == "interrupted"
        if each.answer is not None:
            outcome.answered += 1
            if stored["turn"] != each.answer:
                outcome.lost.append(f"{each.key}: another answer than was given")
    sessions = {each.session_id for each in taken.values()}
    for session_id in sessions:
        again = await http.post("/api/v1/chat", json={"message": QUESTIONS[0], "session_id": session_id})
        if again.status_code != 200:
            outcome.unusable.append(f"{session_id}: {again.text}")
        page = await http.get(f"/api/v1/sessions/{session_id}/messages", params={"limit": 200})
        asked = [each["turn_id"] for each in page.json()["messages"] if each["role"] == "user"]
        known = [each.turn_id for each in taken.values() if each.session_id == session_id]
        if len(set(asked)) != len(asked) or set(known) - set(asked):
            outcome.lost.append(f"{session_id}: its history holds {asked}, acknowledged were {known}")


@asynccontextmanager
async def _served(data: Path) -> AsyncGenerator[tuple[str, asyncio.subprocess.Process]]:
    """The address and the process of a server that answers; it is killed in the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "app.cli", "--data", str(data), "--model", "embedded", "serve", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    lines: list[str] = []
    try:
        async with asyncio.timeout(START_SECONDS):
            async for line in process.stdout:
                lines.append(line.decode())
                if "answers at http" in lines[-1]:
                    break
            else:
                raise RuntimeError("The server did not start: " + "".join(lines))
        yield lines[-1].split("answers at ")[1].split()[0], process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def main() -> int:
    """The exit code: 0 when nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a data folder with documents; use a copy")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seed", type=int, default=20261121)
    given = parser.parse_args()
    outcome = asyncio.run(run(given.data, kills=given.kills, clients=given.clients, seed=given.seed))
    print(outcome)  # noqa: T201 - a script
    for line in [*outcome.lost, *outcome.unusable]:
        print(line)  # noqa: T201 - a script
    return bool(outcome.lost or outcome.unusable)


if __name__ == "__main__":
    sys.exit(main())
