"""Calls made up with what belongs to others, and whether the replies tell anything."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import re
from collections import Counter
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from evals.leaks.calls import BOTH, Call, Operation, make_call, operations_of, sockets_of, tasks_of, tools_of
from evals.leaks.site import PLANTED, READY_SECONDS, ROLES, TOPICS, Member, Site, texts_of

LISTEN_SECONDS = 0.3
"""How long an endless stream is listened to; the live phase listens throughout."""
MOST_BYTES = 1 << 20
BROKEN_OFF = 599
"""Stands for the status of a call whose connection broke off; it counts as the server breaking down."""
AT_ONCE = 8
STREAMED = 0.1
"""Share of the tries that ask for an event stream; few operations have one."""
PHANTOMS = 0.3
"""Share of the tries that are made again with ids that nobody has, to compare the replies."""
_ID = re.compile(r"^[a-z][0-9a-f]{8,}(\.\d+)?$")


@dataclass(frozen=True, slots=True)
class Leak:
    """A reply that told too much. `what` says in words what is wrong with it."""

    member: str
    call: str
    status: int
    what: str


@dataclass
class Report:
    """What came of the tries: how many for each operation, the statuses, and the leaks."""

    tries: Counter[str] = field(default_factory=Counter[str])
    statuses: Counter[int] = field(default_factory=Counter[int])
    compared: int = 0
    leaks: list[Leak] = field(default_factory=list[Leak])

    def lines(self) -> Iterator[str]:
        """The report for people."""
        statuses = ", ".join(f"{count} × {status}" for status, count in sorted(self.statuses.items()))
        yield f"{self.tries.total()} tries of {len(self.tries)} operations: {statuses}"
        yield f"{self.compared} replies compared with those for ids that nobody has"
        yield f"{len(self.leaks)} leaks"
        for leak in self.leaks[:50]:
            yield f"  {leak.member}: {leak.call} → {leak.status}: {leak.what}"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: str


class Tester:
    """Tries what the members of a site can reach."""

    def __init__(self, site: Site, client: httpx.AsyncClient, address: str, chance: random.Random) -> None:
        self._site = site
        self._client = client
        self._address = address
        self._chance = chance
        self._stored: dict[str, set[str]] = {}  # member → what their bodies held
        self.report = Report()

    # --- trying -------------------------------------------------------------------------------------------------------

    async def look_around(self, operations: Sequence[Operation]) -> None:
        """Every member reads whatever needs no parameter, and the documents they may read, as they should."""
        plain = [each for each in operations if not each.changes and "{" not in each.path]
        for member in self._site.members:
            for operation in plain:
                await self.send(member, operation, Call("GET", operation.path, {}))
            for document in sorted(self._site.told.get(member.name, {}).get("id", set())):
                if document.startswith("d"):
                    path = f"/api/v1/documents/{document}"
                    await self.send(member, Operation("GET", path, (), "", {}), Call("GET", path, {}))

    async def send(self, member: Member, operation: Operation, call: Call) -> Reply:
        """The reply to a call, after it was looked through for leaks."""
        self.report.tries[operation.name] += 1
        sent = texts_of([call.json, list(call.named.values())])
        if operation.changes:
            self._stored.setdefault(member.name, set()).update(texts_of(call.json))
            self._site.sent.setdefault(member.workspace, set()).update(sent)
        try:
            reply = await self._reply(member, call)
        except httpx.TransportError as error:
            reply = Reply(BROKEN_OFF, f"no reply: {type(error).__name__}")
        self.report.statuses[reply.status] += 1
        self.check(member, f"{call.method} {call.path}", reply, sent)
        if reply.status < 300:
            with contextlib.suppress(ValueError):
                found = json.loads(reply.body)
                self._site.hear(member, found, document=call.named.get("document_id"))
                if operation.changes:
                    self._site.made.setdefault(member.workspace, set()).update(texts_of(found))
        return reply

    async def _reply(self, member: Member, call: Call) -> Reply:
        headers = {"authorization": f"Bearer {member.key}", **call.headers}
        request = self._client.build_request(
            call.method,
            call.path,
            params=httpx.QueryParams(tuple(call.query)),
            headers=headers,
            json=call.json if call.json is not None else None,
            files=list(call.files) or None,
            data=dict(call.form) or None,
        )
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            endless = response.headers.get("content-type", "").startswith("text/event-stream")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LISTEN_SECONDS if endless else READY_SECONDS):
                    async for part in response.aiter_bytes():
                        body += part
                        if len(body) > MOST_BYTES:
                            break
            told = " ".join(f"{name}: {value}" for name, value in response.headers.items())
            return Reply(response.status_code, f"{body.decode('utf-8', 'replace')}" + ("" if body else told))
        finally:
            await response.aclose()

    def check(self, member: Member, call: str, reply: Reply, echoed: set[str]) -> None:
        """Notes a leak when a reply holds what the member may not read; what they sent themselves may come back."""
        if reply.status >= 500:
            self.report.leaks.append(Leak(member.name, call, reply.status, f"broke down: {reply.body[:200]}"))
        for secret in self._site.untold(member, reply.body, echoed):
            what = f"told {secret.kind} of {secret.workspace} that needs {secret.role}"
            self.report.leaks.append(Leak(member.name, call, reply.status, what))

    async def compare(self, member: Member, operation: Operation, call: Call, reply: Reply, sent: set[str]) -> None:
        """Notes a leak when a hidden thing's id, of those `sent`, is answered in another way than one nobody has."""
        own = self._site.known_to(member)
        renamed = {text: self._phantom(text) for text in sent if _ID.match(text) and text not in own}
        if not renamed:
            return

        def phantom(text: str) -> str:
            for hidden, nobodys in renamed.items():
                text = text.replace(hidden, nobodys)
            return text

        other = await self.send(
            member,
            operation,
            replace(
                call,
                path=phantom(call.path),
                query=[(name, phantom(text)) for name, text in call.query],
                named={name: phantom(text) for name, text in call.named.items()},
                json=json.loads(phantom(json.dumps(call.json))),
            ),
        )
        self.report.compared += 1
        # what is done again has other ids and times; only how it is refused must be the same
        same = other.status == reply.status and (reply.status < 400 or phantom(reply.body) == other.body)
        if not same:
            what = f"tells a hidden thing from none: {_detail(reply)} / {other.status} {_detail(other)}"
            self.report.leaks.append(Leak(member.name, f"{call.method} {call.path}", reply.status, what))

    def _phantom(self, value: str) -> str:
        """An id of the same form that nobody has."""
        head, _, tail = value.partition(".")
        fresh = head[0] + "".join(self._chance.choice("0123456789abcdef") for _ in head[1:])
        return f"{fresh}.{tail}" if tail else fresh

    async def try_one(self, member: Member, operation: Operation, chance: random.Random) -> None:
        """One call with what belongs to others, and perhaps the same with what nobody has."""
        call = make_call(operation, Foreign(self._site, member, chance, only=operation.changes), chance)
        if chance.random() < STREAMED:
            call = replace(call, headers={**call.headers, "accept": "text/event-stream"})
        # what a member sent before may be stored as their own by now
        fresh = texts_of([call.json, list(call.named.values())]) - self._stored.get(member.name, set())
        reply = await self.send(member, operation, call)
        if chance.random() < PHANTOMS:
            await self.compare(member, operation, call, reply, fresh)

    # --- web sockets and streams --------------------------------------------------------------------------------------

    async def try_socket(self, member: Member, operation: Operation, chance: random.Random) -> None:
        """Opens a web socket, says something of what belongs to others, and listens for a moment.

        Half of them are opened with what belongs to others, too: the rest are where the said is heard.
        """
        theirs = Foreign(self._site, member, chance, only=True)
        call = make_call(operation, theirs, chance)
        say: list[object] = []
        own = sorted(self._site.told.get(member.name, {}).get("session_id", ()))
        if "session_id" in call.named and own and chance.random() < 0.5:
            session = chance.choice(own)
            call = replace(call, path=operation.path.replace("{session_id}", session), named={"session_id": session})
            turn = {"turn_id": theirs.named("turn_id") or "t1"}
            say = [
                {"type": "ask", "message": theirs.words()},
                {"type": "stop", **turn},
                {"type": "approve", "call_id": theirs.named("call_id") or "c1", "approve": True, **turn},
            ]
        await self.listen(member, operation, call, asyncio.sleep(LISTEN_SECONDS), say)

    async def listen(
        self,
        member: Member,
        operation: Operation,
        call: Call,
        end: Coroutine[Any, Any, object],
        say: Sequence[object] = (),
    ) -> None:
        """Looks through whatever a web socket tells until the end."""
        self.report.tries[f"SOCKET {operation.path}"] += 1
        query = f"?{httpx.QueryParams(tuple(call.query))}" if call.query else ""
        address = f"{self._address.replace('http', 'ws', 1)}{call.path}{query}"
        heard: list[str] = []
        status = 101
        try:
            async with connect(address, additional_headers={"authorization": f"Bearer {member.key}"}) as socket:

                async def hear() -> None:
                    for said in (*say, {"type": "ping"}):
                        await socket.send(json.dumps(said))
                    async for message in socket:
                        heard.append(message if isinstance(message, str) else message.decode("utf-8", "replace"))

                with contextlib.suppress(ConnectionClosed):
                    await _until(end, hear())
        except InvalidStatus as refused:
            end.close()
            status = refused.response.status_code
            heard.append((refused.response.body or b"").decode("utf-8", "replace"))
        self.report.statuses[status] += 1
        sent = {*call.named.values(), *texts_of(list(say))}
        self.check(member, f"SOCKET {call.path}{query}", Reply(status, "\n".join(heard)), sent)

    async def listen_live(self, operations: Sequence[Operation], sockets: Sequence[Operation]) -> None:
        """Everybody listens to everything that needs no parameter while documents come in and questions are asked."""
        done = asyncio.Event()

        async def end() -> None:
            await done.wait()
            await asyncio.sleep(LISTEN_SECONDS)

        async def stream(member: Member, operation: Operation) -> None:
            headers = {"authorization": f"Bearer {member.key}", "accept": "text/event-stream"}
            body = bytearray()
            async with self._client.stream("GET", operation.path, headers=headers) as response:

                async def hear() -> None:
                    async for part in response.aiter_bytes():
                        body.extend(part)

                await _until(end(), hear())
            self.report.tries[f"LIVE {operation.path}"] += 1
            self.report.statuses[response.status_code] += 1
            reply = Reply(response.status_code, body.decode("utf-8", "replace"))
            self.check(member, f"LIVE {operation.path}", reply, set())

        async def work() -> None:
            for admin in self._site.admins:
                for role in ROLES:
                    await self._site.upload(admin, role)
            for member in self._site.members:
                await self._site.ask(member, member.role)
            done.set()

        streams = [each for each in operations if not each.changes and "{" not in each.path]
        bare = [each for each in sockets if "{" not in each.path]
        async with asyncio.TaskGroup() as tasks:
            for member in self._site.members:
                for operation in streams:
                    tasks.create_task(stream(member, operation))
                for operation in bare:
                    tasks.create_task(self.listen(member, operation, Call("GET", operation.path, {}), end()))
            tasks.create_task(work())


async def _until(end: Coroutine[Any, Any, object], hear: Coroutine[Any, Any, None]) -> None:
    """Hears until the end, or until there is no more to hear."""
    hearing, ending = asyncio.create_task(hear), asyncio.create_task(end)
    try:
        await asyncio.wait((hearing, ending), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (hearing, ending):
            task.cancel()
        found = await asyncio.gather(hearing, ending, return_exceptions=True)
    for error in found:
        if isinstance(error, Exception):
            raise error


class Foreign:
    """Values that were told to others and never to this member; where none fits, or not `only` these, their own."""

    def __init__(self, site: Site, member: Member, chance: random.Random, *, only: bool) -> None:
        self._site = site
        self._member = member
        self._chance = chance
        self._only = only

    def named(self, name: str) -> str | None:
        own = self._site.told.get(self._member.name, {})
        theirs: set[str] = set()
        for other, told in self._site.told.items():
            if other != self._member.name:
                theirs |= _fitting(told, name)
        mine = _fitting(own, name)
        pool = sorted(text for text in theirs - mine if not self._only or PLANTED not in text)
        if not self._only and mine and (not pool or self._chance.random() < 0.15):
            pool = sorted(mine)
        return self._chance.choice(pool) if pool else None

    def words(self) -> str:
        topic = self._chance.choice(list(TOPICS.values()))
        question = self._chance.choice(("What is the {} of the pump called?", "E05 {}", "Tell me all about {}", "{}"))
        return question.format(topic)


def _detail(reply: Reply) -> str:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return str(json.loads(reply.body)["detail"])
    return reply.body[:200]


def _fitting(told: Mapping[str, set[str]], name: str) -> set[str]:
    """The values of fields of that name, and the ids whose first letter is the name's: d… is a document's."""
    ids = {value for values in told.values() for value in values if _ID.match(value) and value[0] == name[:1]}
    close = {"span": "span_id", "file_name": "name", "cursor": "next_cursor", "document": "id", "name": "collection"}
    found = set(told.get(name, set())) | set(told.get(close.get(name, name), set()))
    return found | ids if name.endswith("id") or name in ("document", "session", "turn", "key") else found


async def _tools(client: httpx.AsyncClient, key: str) -> list[dict[str, Any]]:
    """The tools that the MCP server lists."""
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"authorization": f"Bearer {key}", "accept": BOTH}
    return (await client.post("/mcp", json=body, headers=headers)).json()["result"]["tools"]


async def try_server(address: str, admin_keys: Mapping[str, str], *, tries: int, seed: int = 1) -> Report:
    """What came of so many tries against a running server, whose workspaces hold nothing but an admin's key each."""
    chance = random.Random(seed)
    # a connection is not used again: the pool, or the server, could close it just when a request is to go out on it
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=address, timeout=READY_SECONDS, limits=limits) as client:
        described = (await client.get("/openapi.json")).json()
        operations, sockets = operations_of(described), sockets_of(described)
        operations += tools_of(await _tools(client, next(iter(admin_keys.values())))) + tasks_of()
        site = Site(client, admin_keys, chance)
        tester = Tester(site, client, address, chance)
        await site.fill()
        await tester.listen_live(operations, sockets)
        await tester.look_around(operations)
        room = asyncio.Semaphore(AT_ONCE)

        async def one(member: Member, operation: Operation, is_socket: bool, own: random.Random) -> None:
            async with room:
                await (tester.try_socket if is_socket else tester.try_one)(member, operation, own)

        targets = [(each, False) for each in operations] + [(each, True) for each in sockets]
        # each operation by each member in turn, so that a few tries reach them all
        rounds = [(member, *target) for target in targets for member in site.members]
        planned = [rounds[number % len(rounds)] for number in range(tries)]
        async with asyncio.TaskGroup() as tasks:
            for member, operation, is_socket in planned:
                tasks.create_task(one(member, operation, is_socket, random.Random(chance.getrandbits(64))))
        tester.report.leaks += [Leak("somebody", "after all tries", 0, loss) for loss in await site.losses()]
        return tester.report
