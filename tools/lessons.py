"""Lessons: the section of the documents that teaches a topic, quoted in order."""

from __future__ import annotations

import asyncio
from typing import Literal

from knowledge.types import DocumentState, whole
from tools.deps import Deps
from tools.evidence import Excerpt, Reply, Say, excerpt
from tools.questions import MENTIONED
from tools.subjects import PREFERRED, Section, Subject, find_subject

TUTOR = "tutor"
"""The specialist that a question back waits for."""
EXCERPTS = 12
"""Excerpts in one lesson: what fits on a phone with some scrolling."""
ENOUGH = 4
"""Excerpts from which a lesson is not filled up from another section."""
OFFERED = 8
"""Documents named when a wish names no subject."""

Wish = Literal["quiz", "lesson"]


async def lesson(deps: Deps, topic: str) -> Reply:
    """The section that teaches a topic, quoted in order; an honest "not in your documents" when there is none.

    A short section is followed by others on the topic. Without a topic: a question back, with what there is.
    """
    if not topic:
        return await which_subject(deps, "lesson")
    subject = await find_subject(deps, topic)
    return lesson_on(subject) if subject.sections else nothing_about(subject)


def lesson_on(subject: Subject) -> Reply:
    """The lesson of a subject that has a section."""
    parts: list[Say | Excerpt] = [Say(text=f"### Lesson: {subject.sections[0].title}")]
    taken = 0
    for section in subject.sections:
        if taken >= ENOUGH:
            break
        taught = _taught(subject, section)
        if taken and taught:
            parts.append(Say(text=f"**{section.document.title}, {section.title}**:"))
        shown, rest = taught[: EXCERPTS - taken], taught[EXCERPTS - taken :]
        parts.extend(shown)
        taken += len(shown)
        if rest:
            stands = f", {rest[0].place}" if rest[0].place else ""
            parts.append(Say(text=f"The rest of it, {len(rest)} more, stands in {section.document.title}{stands}."))
    parts.append(Say(text=f"Say “quiz me on {subject.topic}” when you are ready."))
    return Reply(parts=parts, state={"topic": subject.topic})


def _taught(subject: Subject, section: Section) -> list[Excerpt]:
    """The excerpts of a section that teach a subject: all of it where its heading names it, else those that do."""
    blocks = list(section.blocks)
    if not section.names_subject:
        mentions = [stored for stored in blocks if subject.mentioned_in(stored.text) >= MENTIONED]
        is_first = section is subject.sections[0]
        blocks = mentions or (blocks if is_first else [])
    return [excerpt(whole(stored, section.document)) for stored in blocks]


def nothing_about(subject: Subject) -> Reply:
    """The refusal of a subject that no document treats, with the places that come closest."""
    text = f"I can't find anything about “{subject.topic}” in your documents, so I can't teach or quiz it."
    return Reply(parts=[Say(text=text)], refused=True, nearest=list(subject.nearest))


async def which_subject(deps: Deps, wish: Wish) -> Reply:
    """The question what to teach or quiz, with the titles of the documents there are; the next message answers it."""
    known = await asyncio.to_thread(deps.library.catalogue.sources, deps.scope)
    documents = [document for document in known if document.state in (DocumentState.READY, DocumentState.PARTIAL)]
    if not documents:
        return Reply(parts=[Say(text="There are no documents yet that I could teach or quiz from.")], refused=True)
    ordered = sorted(documents, key=lambda d: (d.collection != "training", d.collection not in PREFERRED, d.title))
    titles = "\n".join(f"- {document.title}" for document in ordered[:OFFERED])
    more = f"\n- and {len(ordered) - OFFERED} more" if len(ordered) > OFFERED else ""
    ask = f"What shall the {wish} be about? Name a subject or a section; your documents are:\n\n{titles}{more}"
    return Reply(parts=[Say(text=ask)], state={"awaiting": TUTOR, "wish": wish})
