"""Two workspaces of a server, filled with what only some may read, and what is known of who may."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import httpx

from evals.errors import TargetError

ROLES = ("crew", "manager", "admin")
TOPICS = {"crew": "gasket", "manager": "payroll", "admin": "merger"}
"""What the documents of a collection are about, by the least role that may read it; words the questions share."""
READY_SECONDS = 60.0
PLANTED = "zq"
"""How every planted word begins; no other word does."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a key."""

    workspace: str
    role: str
    key: str

    @property
    def name(self) -> str:
        return f"{self.workspace}/{self.role}"


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that only those of the workspace with the role, and its owner, may read. `kind` says what they are."""

    text: str
    kind: str
    workspace: str
    role: str
    owner: str = ""

    def is_open_to(self, member: Member) -> bool:
        if member.workspace != self.workspace:
            return False
        return member.name == self.owner or ROLES.index(member.role) >= ROLES.index(self.role)


class Site:
    """Workspaces of a server, filled; knows what each member may know, and what they were told."""

    def __init__(self, client: httpx.AsyncClient, admin_keys: Mapping[str, str], chance: random.Random) -> None:
        self._client = client
        self._chance = chance
        self.members = [Member(workspace, "admin", key) for workspace, key in admin_keys.items()]
        self.secrets: list[Secret] = []
        self.told: dict[str, dict[str, set[str]]] = {}  # member → field name → values that replies told them
        self.sent: dict[str, set[str]] = {}  # workspace → what its members sent in calls that may have been stored
        self.made: dict[str, set[str]] = {}  # workspace → ids of what its members made by their tries
        self._documents: dict[str, str] = {}  # span → the document that it is of

    # --- filling ------------------------------------------------------------------------------------------------------

    async def fill(self) -> None:
        """Makes members, documents, sessions, turns and feedback in both workspaces."""
        for admin in list(self.members):
            for role in ROLES[:-1]:
                made = await self.made_by(admin, "POST", "/api/v1/keys", json={"name": f"the {role}", "role": role})
                member = Member(admin.workspace, role, made["key"])
                self.members.append(member)
                self.secrets.append(Secret(made["id"], "the id of a key", admin.workspace, "admin", member.name))
                self.secrets.append(Secret(made["key"], "a key", admin.workspace, "admin"))
        for admin in self.admins:
            for role in ROLES:
                await self.upload(admin, role)
                body = {"role": role}
                await self.made_by(
                    admin, "PUT", f"/api/v1/collections/{self.collection(admin.workspace, role)}", json=body
                )
        for member in self.members:
            for role in ROLES[: ROLES.index(member.role) + 1]:
                await self.ask(member, role)

    def collection(self, workspace: str, role: str) -> str:
        return f"{TOPICS[role]}-of-{workspace}"

    async def upload(self, admin: Member, role: str) -> None:
        """Takes in a document with planted words, in the collection of that role, and waits until it is searched."""
        word, name = self._planted(), self._planted()
        file = f"{TOPICS[role]}-{self._chance.randrange(10**6)}.md"  # names are tried, so nothing is planted in them
        topic, collection = TOPICS[role], self.collection(admin.workspace, role)
        text = (
            f"# The {topic} of the pump {name}\n\nThe {topic} of the pump is called {word}.\n\n"
            f"## Error codes\n\n| Code | Meaning |\n|---|---|\n| E05 | The {topic} is {word} |\n"
        )
        sent = {"files": {"files": (file, text.encode())}, "data": {"collection": collection}}
        [document] = (await self.made_by(admin, "POST", "/api/v1/documents", **sent))["documents"]
        kinds = ((word, "words of a document"), (name, "the title of a document"), (document["id"], "a document's id"))
        self.secrets += [Secret(secret, kind, admin.workspace, role) for secret, kind in kinds]
        until = time.monotonic() + READY_SECONDS
        while (found := await self.made_by(admin, "GET", f"/api/v1/documents/{document['id']}"))["state"] != "ready":
            if time.monotonic() > until or found["state"] == "failed":
                raise TargetError(f"The document was not taken in: {found['state']} {found['reason']}")
            await asyncio.sleep(0.05)

    async def ask(self, member: Member, role: str) -> None:
        """Asks about what that role may read, in a session of its own, and comments on the answer."""
        said = self._planted()
        question = {"message": f"What is the {TOPICS[role]} of the pump called? {said}"}
        turn = await self.made_by(member, "POST", "/api/v1/chat", json=question)
        comment = self._planted()
        body = {"rating": "down", "comment": comment}
        await self.made_by(member, "POST", f"/api/v1/turns/{turn['turn_id']}/feedback", json=body)
        own = ((said, "a question"), (comment, "a comment"), (turn["session_id"], "a session's id"))
        # managers see what is said of answers in their workspace
        self.secrets += [Secret(secret, kind, member.workspace, "manager", member.name) for secret, kind in own]

    def _planted(self) -> str:
        return f"{PLANTED}{self._chance.getrandbits(48):012x}"

    async def made_by(self, member: Member, method: str, path: str, **sent: Any) -> Any:
        """The JSON of a reply, which the member was told. Raises TargetError for a refusal."""
        headers = {"authorization": f"Bearer {member.key}"}
        response = await self._client.request(method, path, headers=headers, **sent)
        if not response.is_success:
            raise TargetError(f"{method} {path} as {member.name}: {response.status_code} {response.text[:300]}")
        found = response.json()
        self.hear(member, found)
        return found

    def hear(self, member: Member, found: object, name: str = "", document: object = None) -> None:
        """Notes every text of a reply, by the field that it stands in, as told to the member.

        `document` is the id of the one that it is about, where what encloses it or the request says so.
        """
        if isinstance(found, dict):
            parts = cast(dict[str, object], found)
            document = parts.get("document_id", document)
            self._note_span(parts.get("span_id"), document)
            for key, value in parts.items():
                self.hear(member, value, key, document)
        elif isinstance(found, list):
            for value in cast(list[object], found):
                self.hear(member, value, name, document)
        elif isinstance(found, str) and 0 < len(found) <= 200:
            self.told.setdefault(member.name, {}).setdefault(name, set()).add(found)

    def _note_span(self, span: object, document: object) -> None:
        """What is open to those who may read a document is a span of it, too."""
        if not isinstance(span, str) or not isinstance(document, str):
            return
        for part in {span, span.partition(".")[0]} - self._documents.keys():  # a sentence, and the block that it is in
            self._documents[part] = document
            for secret in [secret for secret in self.secrets if secret.text == document]:
                self.secrets.append(replace(secret, text=part, kind="a span's id"))

    # --- who knows what ---------------------------------------------------------------------------------------------

    @property
    def admins(self) -> list[Member]:
        return [member for member in self.members if member.role == "admin"]

    def known_to(self, member: Member) -> set[str]:
        """Every text that the member was told or may be told."""
        known = {text for texts in self.told.get(member.name, {}).values() for text in texts}
        known |= {secret.text for secret in self.secrets if secret.is_open_to(member)}
        known |= self.made.get(member.workspace, set())  # who of them may read it is not known
        return known | {span for span, document in self._documents.items() if document in known}

    def untold(self, member: Member, body: str, echoed: set[str]) -> list[Secret]:
        """What a reply holds that the member may not read; what they sent themselves may come back."""
        sent = "\n".join(echoed | self.sent.get(member.workspace, set()))
        return [
            secret
            for secret in self.secrets
            if secret.text in body and secret.text not in sent and not secret.is_open_to(member)
        ]

    async def losses(self) -> list[str]:
        """What is gone, ended or opened that nobody had the right to touch; empty when all is as it was made."""
        found: list[str] = []
        documents = {secret.text: secret.workspace for secret in self.secrets if secret.kind == "a document's id"}
        for admin in self.admins:
            listed = {each["id"] for each in (await self.made_by(admin, "GET", "/api/v1/documents"))["documents"]}
            gone = [
                each for each, workspace in documents.items() if workspace == admin.workspace and each not in listed
            ]
            found += [f"the document {each} of {admin.workspace} is gone" for each in gone]
            keys = (await self.made_by(admin, "GET", "/api/v1/keys"))["keys"]
            found += [
                f"the key {key['id']} of {admin.workspace} is {key['state']}"
                for key in keys
                if key["state"] != "active"
            ]
            collections = (await self.made_by(admin, "GET", "/api/v1/collections"))["collections"]
            opened = {collection["name"]: collection["role"] for collection in collections}
            for role in ROLES:
                now = opened.get(self.collection(admin.workspace, role))
                if now != role:
                    found.append(f"the {role}'s collection of {admin.workspace} is open to {now}")
        return found


def texts_of(found: object) -> set[str]:
    """Every text within a value."""
    if isinstance(found, dict):
        return {text for value in cast(dict[str, object], found).values() for text in texts_of(value)}
    if isinstance(found, list):
        return {text for value in cast(list[object], found) for text in texts_of(value)}
    return {found} if isinstance(found, str) else set()
