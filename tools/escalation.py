"""Who to call, and the site's own emergency procedure, quoted."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from knowledge.catalogue import Catalogue
from knowledge.embedder import WordEmbedder
from knowledge.lexicon import content_words, stem, stems
from knowledge.types import BlockKind, Document, Quote, Scope, StoredBlock, whole
from tools.deps import Deps
from tools.evidence import Excerpt, Reply, Say, excerpt
from tools.search import Snippet, search, snippets
from tools.triggers import Call, Turn, kept, rule, toolset

_NO_ONES = "".join(rf"(?<!\b{word} )" for word in "a the my his her our your their this that by via".split())
_ASKED = re.compile(
    r"\b(who (do|should|can|must|to) (i |we )?(call|phone|ring|contact|tell|notify)|"
    r"(phone|telephone) (numbers?|list|book)|"
    r"number (for|of) (the )?(\w+ )?(dept|department|hospital|police|company|boss)|"
    rf"(?:^\W*|{_NO_ONES})(phone|telephone)(?=\W*$| (for|of|to)\b)|the (phone|telephone) (for|of)\b|"
    r"contacts?(?! (times?|surfaces?|lens(es)?|with|points?|paper)\b)|"
    r"emergency numbers?|hotline|help ?line|(control|help|gas|service|police|hospital|manager('?s)?) number|"
    r"how (do|can) (i|we) reach|extension(?! (cords?|leads?|cables?)\b))\b",
    re.IGNORECASE,
)
"""Asks whom to call or for a number; not "he left a phone here", nor the contact time of a sanitizer."""
_PHONE = re.compile(r"\(?\d{3}\)?[ -]\d{3}[ -]?\d{4}|\b\d-\d{3}-\d{3}-\d{4}\b|\b(911|112|999|000)\b")


LISTED = 0.95
"""Evidence (0..1) of a contact that the emergency card lists by the words of the question; by hand."""


@rule("find_contacts")
def _when_a_contact_is_asked(turn: Turn) -> Call | None:
    return Call({"who": turn.question}) if _ASKED.search(turn.question) else None


@rule("show_emergency_card")
def _always(turn: Turn) -> Call | None:
    return Call({"situation": turn.question}, alone=True)


@dataclass
class Escalation(AbstractCapability[Deps]):
    """The site's contacts: whom to call for what."""

    @kept
    def get_toolset(self) -> FunctionToolset[Deps]:
        async def find_contacts(ctx: RunContext[Deps], who: str) -> ToolReturn[list[Snippet]]:
            """Find whom to call and their phone number in the site's documents. Copy numbers exactly.

            Args:
                who: The person, service or situation, for example "gas company" or "freezer broken".
            """
            listed = await asyncio.to_thread(contacts_for, ctx.deps.library.catalogue, ctx.deps.scope, who)
            evidence = await search(ctx.deps, who if listed else f"{who} contact phone")
            found = [excerpt(quote) for quote in listed]
            if found:
                evidence = evidence.model_copy(update={"excerpts": found, "sufficient": True, "strength": LISTED})
            elif evidence.sufficient:
                numbers = [item for item in evidence.excerpts if _PHONE.search(item.text)]
                evidence = evidence.model_copy(update={"excerpts": numbers or evidence.excerpts})
            return ToolReturn(return_value=snippets(evidence), metadata=evidence.model_dump(mode="json"))

        return toolset(find_contacts)


@dataclass
class EmergencyCard(AbstractCapability[Deps]):
    """The emergency lane's only tool: the call for help and the site's own procedure, word for word."""

    @classmethod
    def get_serialization_name(cls) -> str | None:
        return None  # the orchestrator's own; an ordinary specialist never decides that there is no emergency

    @kept
    def get_toolset(self) -> FunctionToolset[Deps]:
        async def show_emergency_card(ctx: RunContext[Deps], situation: str) -> ToolReturn[str]:
            """Show the site's emergency procedure.

            Args:
                situation: What was said.
            """
            reply = await asyncio.to_thread(emergency_reply, ctx.deps, ctx.deps.turn.emergency, situation)
            said = "\n".join(part.text for part in reply.parts)
            return ToolReturn(return_value=said, metadata=reply.model_dump(mode="json"))

        return toolset(show_emergency_card)


def emergency_reply(deps: Deps, heading: str, situation: str = "") -> Reply:
    """The call for help, then the section of the site's emergency card that `heading` names, quoted in full.

    Of its sub-sections (eyes, skin, swallowed) the one that is most like the `situation` comes first. Without a card,
    or without that section, the call for help stands alone and says so: it is never withheld.
    """
    parts: list[Say | Excerpt] = [Say(text=deps.turn.call.format(number=deps.emergency_number))]
    section = emergency_section(deps.library.catalogue, deps.scope, heading)
    if section is None:
        parts.append(
            Say(text=f"No emergency procedure for “{heading}” is in your documents. Tell the manager on duty.")
        )
    else:
        path, stored_blocks, document = section
        parts.append(Say(text=f"### {path[-1]}"))
        below: dict[tuple[str, ...], list[StoredBlock]] = {}
        for stored in stored_blocks:
            below.setdefault(stored.heading_path[len(path) :], []).append(stored)
        parts.extend(excerpt(whole(stored, document)) for stored in below.pop((), []))
        for names in _most_like_first(deps, situation, below):
            parts.append(Say(text=f"#### {' – '.join(names)}"))
            parts.extend(excerpt(whole(stored, document)) for stored in below[names])
    return Reply(parts=parts, state={"emergency": heading})


def _most_like_first(
    deps: Deps, situation: str, below: Mapping[tuple[str, ...], Sequence[StoredBlock]]
) -> list[tuple[str, ...]]:
    """The sub-sections of a card, that one first which a situation is told to be; the others as they stand."""
    texts = [" ".join([*names, *(stored.text for stored in blocks)]) for names, blocks in below.items()]
    embedder = deps.library.embedder
    if len(texts) > 1 and situation.strip() and isinstance(embedder, WordEmbedder):  # no provider is waited for
        asked, *found = embedder.embed_now([situation, *texts])
        first = int(np.argmax([vector @ asked for vector in found]))
    else:
        said = {stem(word) for word in content_words(situation)}
        first = max(range(len(texts)), key=lambda at: len(said & stems(texts[at])), default=0)
    names = list(below)
    return [*names[first : first + 1], *names[:first], *names[first + 1 :]]


Section = tuple[tuple[str, ...], list[StoredBlock], Document]
"""The headings of a section, its blocks with those of its sub-sections, and its document."""


def emergency_section(catalogue: Catalogue, scope: Scope, heading: str) -> Section | None:
    """The section of an emergency card whose heading shares most words with `heading`, or None."""
    wanted = _words(heading)
    best: tuple[float, Section] | None = None
    for document in catalogue.sources(scope):
        if not document.is_for_emergencies:
            continue
        sections: dict[tuple[str, ...], list[StoredBlock]] = {}
        for stored in catalogue.blocks(scope, document.id):
            if stored.kind is not BlockKind.HEADING:
                for depth in range(1, len(stored.heading_path) + 1):
                    sections.setdefault(stored.heading_path[:depth], []).append(stored)
        for path, blocks in sections.items():
            have = _words(path[-1])
            score = len(wanted & have) / max(len(wanted | have), 1)
            if score > 0 and (best is None or score > best[0]):
                best = (score, (path, blocks, document))
    return best[1] if best is not None else None


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[a-z]+", text.lower())} - {"and", "or", "the", "a", "of"}


def contacts_for(catalogue: Catalogue, scope: Scope, who: str) -> list[Quote]:
    """The rows of the emergency card's contacts that `who` speaks of; all of them for a question about nobody else."""
    section = emergency_section(catalogue, scope, "contacts")
    if section is None:
        return []
    _, blocks, document = section
    rows = [stored for stored in blocks if _PHONE.search(stored.text)]
    wanted = {stem(word) for word in content_words(who)} - {stem(word) for word in _ASIDE}
    scored = [(_said_of(wanted, stored), stored) for stored in rows]
    best = max((score for score, _ in scored), default=0)
    if wanted and best == 0:
        return []
    return [whole(stored, document) for score, stored in scored if score == best]


def _said_of(wanted: set[str], row: StoredBlock) -> int:
    """How many of the stems a row holds; those in its first cell, which names whom it is for, count twice."""
    name = stems(row.block.cells[0]) if row.block.cells else frozenset[str]()
    return len(wanted & stems(row.text)) + len(wanted & name)


_ASIDE = frozenset(
    "call phone number contact contacts emergency telephone reach notify list line hotline numbers".split()
)
