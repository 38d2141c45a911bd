"""What a lesson or quiz is about: the sections of the documents that treat a topic, best first."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.lexicon import STOP_WORDS, holds, stems, words
from knowledge.types import BlockKind, Document, Passage, Query, StoredBlock
from tools.deps import Deps
from tools.evidence import Place, place

PREFERRED = frozenset({"training", "safety"})
"""Collections whose sections win near ties: what is written to teach."""
PASSAGES = 20
"""Passages looked at: several are of one section."""
SECTIONS = 5
"""Sections kept of them, best first."""
NAMED_WITH_TITLE, NAMED_BY_HEADING = 0.3, 0.3
"""What a section gains when the document's title and its heading together name the whole subject, and when its heading
alone does, beside a search score of about 0..1. This and FOUND_AGAIN were set by hand on the `tune` cases of
evals/suites/tutor."""
FOUND_AGAIN = 0.05
"""What a section gains for each further passage of it that was found, three at most."""
DOCUMENTS = 3
"""Documents looked into for a part that is asked for by its number."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with its subsections: what can be read of it, in order, without headings and labels."""

    document: Document
    path: tuple[str, ...]
    blocks: tuple[StoredBlock, ...]
    names_subject: bool

    @property
    def title(self) -> str:
        """Its heading, or the document's title where it has none."""
        return self.path[-1] if self.path else self.document.title


@dataclass(frozen=True, slots=True)
class Subject:
    """What the documents hold on a topic: its sections, best first, empty when they do not treat it.

    `stems` are the topic's telling words with their weights; `nearest` the places that come closest.
    """

    topic: str
    sections: tuple[Section, ...]
    stems: Mapping[str, float]
    nearest: tuple[Place, ...]

    def mentioned_in(self, text: str) -> float:
        """The share (0..1) of the topic's telling words that a text holds, by weight."""
        return _share(self.stems, text)


async def find_subject(deps: Deps, topic: str) -> Subject:
    """What the documents that the caller may read hold on a topic.

    A part asked for by its number ("week 2", "section 7.2 of the fryer manual") is that part or nothing.
    """
    library = deps.library
    retrieval = await library.retriever.retrieve(Query(topic, prefer=PREFERRED, limit=PASSAGES), deps.scope)
    part = _PART.search(topic)
    if part is not None:
        sections = await asyncio.to_thread(_numbered, deps, topic, part, retrieval.passages)
    else:
        sections = await asyncio.to_thread(_sections, deps, topic, retrieval.passages)
        if not retrieval.sufficient and not (sections and _is_title(topic, sections[0].title)):
            sections = []
    weights = await asyncio.to_thread(library.retriever.weights, topic)
    return Subject(topic, tuple(sections), weights, tuple(place(passage) for passage in retrieval.passages))


def _sections(deps: Deps, topic: str, passages: Sequence[Passage]) -> list[Section]:
    weights = deps.library.retriever.weights(topic)
    found_in: dict[tuple[str, tuple[str, ...]], list[Passage]] = {}
    for passage in passages:
        found_in.setdefault((passage.document.id, _subject_path(weights, passage)), []).append(passage)
    scores = {key: _score(weights, key[1], group) for key, group in found_in.items()}
    blocks: dict[str, list[StoredBlock]] = {}
    found: list[Section] = []
    for document_id, path in sorted(scores, key=lambda key: -scores[key]):
        if document_id not in blocks:
            blocks[document_id] = deps.library.catalogue.blocks(deps.scope, document_id)
        document = found_in[document_id, path][0].document
        section = _section(document, path, blocks[document_id], weights)
        shown = {stored.id for other in found for stored in other.blocks}
        if any(stored.id not in shown for stored in section.blocks):
            found.append(section)
        if len(found) == SECTIONS:
            break
    return found


def _score(weights: Mapping[str, float], path: tuple[str, ...], passages: Sequence[Passage]) -> float:
    """How much a section is about a subject: its best passage, what its heading names, and how often it was found."""
    document, heading = passages[0].document, path[-1] if path else ""
    score = max(passage.scores.fused for passage in passages) + FOUND_AGAIN * min(len(passages) - 1, 3)
    score += NAMED_WITH_TITLE * _share(weights, f"{document.title} {heading}")
    return score + (0.0 if _is_whole(document, path) else NAMED_BY_HEADING * _share(weights, heading))


def _subject_path(weights: Mapping[str, float], passage: Passage) -> tuple[str, ...]:
    """The section to teach: the passage's own, or the one around it whose heading names more of the subject.

    Words of the document's title are in all its sections, so they decide nothing where there are others, and the whole
    document is no section.
    """
    path, title = passage.chunk.heading_path, passage.document.title
    rest = {stem: weight for stem, weight in weights.items() if not holds(stems(title), stem)} or weights
    around = [depth for depth in range(len(path), 0, -1) if not _is_whole(passage.document, path[:depth])]
    return path[: max(around, key=lambda depth: _share(rest, path[depth - 1]), default=len(path))]


def _section(
    document: Document, path: tuple[str, ...], blocks: Sequence[StoredBlock], weights: Mapping[str, float]
) -> Section:
    inside = tuple(
        stored
        for stored in blocks
        if stored.heading_path[: len(path)] == path
        and (len(stored.heading_path) == len(path) or not _is_whole(document, path))
        and is_readable(stored)
    )
    return Section(document, path, inside, _share(weights, path[-1] if path else document.title) > 0)


def _is_whole(document: Document, path: tuple[str, ...]) -> bool:
    """Whether a heading path stands for the document: of such a section, only what is right under the title counts."""
    return not path or (len(path) == 1 and stems(path[0]) == stems(document.title))


def is_readable(stored: StoredBlock) -> bool:
    """Whether a block says something by itself: no heading, no caption, no label out of a figure."""
    text, kind = stored.text.strip(), stored.kind
    if kind in (BlockKind.HEADING, BlockKind.CAPTION):
        return False
    said = words(text)
    if kind is BlockKind.WARNING:
        return len(said) >= 3
    if kind is not BlockKind.PARAGRAPH or text.endswith((".", "!", "?", ":", ".)", ".”", '."')):
        return True
    lettered = [word for word in said if len(word) >= 3 and word.isalpha()]
    return len(lettered) >= 4 and len(STOP_WORDS.intersection(said)) >= 2


# --- parts asked for by number ----------------------------------------------------------------------------------------

_PART = re.compile(r"\b(week|day|section|chapter|part|unit|module|lesson|level) (\d+(?:\.\d+)*)\b", re.IGNORECASE)


def _numbered(deps: Deps, topic: str, part: re.Match[str], passages: Sequence[Passage]) -> list[Section]:
    """The part with this number in the document that the rest of the topic names, or in the best one that has it."""
    weights = deps.library.retriever.weights(topic[: part.start()] + topic[part.end() :])
    kind, number = part.group(1).lower(), re.escape(part.group(2))
    says_it = re.compile(rf"\b{kind} {number}\b(?!\.\d)", re.IGNORECASE)
    has_number = re.compile(rf"{number}\b(?!\.\d)") if kind in ("section", "chapter", "part", "unit") else says_it
    for document in _documents(deps, weights, passages):
        blocks = deps.library.catalogue.blocks(deps.scope, document.id)
        for path in dict.fromkeys(stored.heading_path for stored in blocks):
            for depth, heading in enumerate(path, 1):
                if says_it.search(heading) or has_number.match(heading):
                    return [_section(document, path[:depth], blocks, weights)]
    return []


def _documents(deps: Deps, weights: Mapping[str, float], passages: Sequence[Passage]) -> Iterator[Document]:
    """The documents whose title names the most of what is looked for, else those of the passages; at most DOCUMENTS."""
    named = {d.id: (_share(weights, d.title), d) for d in deps.library.catalogue.sources(deps.scope)}
    best = max((share for share, _ in named.values()), default=0.0)
    if best > 0:
        found = [document for share, document in named.values() if share == best]
    else:
        found = list({passage.document.id: passage.document for passage in passages}.values())
    yield from found[:DOCUMENTS]


def _share(weights: Mapping[str, float], text: str) -> float:
    """The share (0..1) of the weights of the stems that stand in a text, or begin or go on one of its words."""
    total = sum(weights.values())
    if not total:
        return 0.0
    held = stems(text)
    return sum(weight for stem, weight in weights.items() if holds(held, stem)) / total


def _is_title(topic: str, title: str) -> bool:
    """Whether a heading is the topic, apart from its number and small words."""
    wanted = {stem for stem in stems(topic) if stem not in STOP_WORDS}
    return bool(wanted) and all(holds(stems(title), stem) for stem in wanted)
