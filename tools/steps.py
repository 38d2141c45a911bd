"""A procedure step by step: "next", "step 3" and "repeat that" after an answer that told one."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_ai.messages import ModelMessage

from knowledge.errors import NotFound
from knowledge.lexicon import content_words
from knowledge.types import BlockKind, Document, QuoteKind, Section, StoredBlock, whole
from knowledge.words import counted
from tools.deps import Deps
from tools.evidence import Evidence, Excerpt, Reply, Say, current_turn, evidence_of, excerpt

TURNS = 6
"""Turns back that a procedure is looked for: who asks something else in between still knows where they were."""
MOST_TOLD = 2
"""Telling words of a message beside the step it names, up to which it asks for the step and not about something."""

WISHES = ("next", "before", "again", "last", "count")
"""What may be asked of a procedure but for a step by its number."""

_STATE = "step"
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_ORDINALS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_SPELLED = "|".join((*_NUMBERS, *_ORDINALS))
_NUMBERED = re.compile(
    rf"\bstep (?:number |no\.? |#)?(?P<number>\d{{1,2}}|{_SPELLED})\b|"
    rf"\b(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{_SPELLED}|last|final) (?:step|one)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(after|following|past|done with|finished|(?:i|we)(?:['’]ve)? (?:just |already )?(?:did|done)|"
    r"(?:just|already) did)\b[^.?!]*$",
    re.IGNORECASE,
)
_DONE = (
    r"(?:(?:ok(?:ay)?|k|alright|right|cool|great|good|yes|yep|yeah|done|ready|finished|got (?:it|that)|and|so|"
    r"(?:i )?did (?:it|that)|(?:that|it)(?:'?s| is) done|thanks|please|pls)[\s,.!]+)*"
)
_NEXT = re.compile(
    rf"\W*{_DONE}(?:next(?: (?:step|one|thing))?|what(?:'?s| is| comes)?(?: the)? next(?: (?:step|one|thing))?|"
    r"(?:and |now )?then(?: what)?|now what|what now|(?:and )?after (?:that|this)|continue|go on|keep going|"
    r"what (?:do|should) (?:i|we) do (?:next|now|then|after(?: (?:that|this))?)|what comes (?:next|after(?: that)?)|"
    r"the next (?:step|one))(?:[\s,]+(?:please|pls))?\W*$",
    re.IGNORECASE,
)
_IS_DONE = re.compile(rf"\W*{_DONE}(?:done|did it|did that|finished|ready)\W*$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\W*(?:(?:the )?(?:previous|last|prior) step|(?:go|step|one step) back(?: (?:one|a step|one step))?|back|"
    r"(?:what was )?the step before(?: that| this)?)(?: please| pls)?\W*$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\W*(?:(?:sorry|wait|what)\W+)?(?:repeat(?: (?:that|it|the step|this step))?|again|"
    r"(?:say|tell me) (?:that|it) again|once more|one more time|what was (?:that|it)(?: again)?)(?: please| pls)?\W*$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\W*how many (?:more )?steps(?: (?:are|is) (?:there|it|left))?\W*$", re.IGNORECASE)


class _State(BaseModel):
    """Where somebody is in a procedure, as a reply keeps it."""

    document: str
    path: list[str]
    at: int


@dataclass(frozen=True, slots=True)
class Walk:
    """The procedure that was told last: its section, and which step was shown alone: its place from 1, as a walk keeps
    it, or the span of it that was quoted; 0 and "" when none was."""

    section: Section
    is_last_turn: bool
    at: int = 0
    span_id: str = ""

    @property
    def is_at_a_step(self) -> bool:
        return bool(self.at or self.span_id)


def last_walk(history: Sequence[ModelMessage]) -> Walk | None:
    """The procedure that the conversation told last, or None. What was said in passing since does not count."""
    before, is_last = history, True
    for _ in range(TURNS):
        _, earlier, turn = current_turn(before)
        if not turn:
            return None
        findings = evidence_of(turn)
        if (found := _walk_of(findings, is_last=is_last)) is not None:
            return found
        is_last = is_last and all(isinstance(one, Reply) and not one.state for one in findings)
        before = earlier
    return None


def _walk_of(findings: Iterable[Evidence | Reply], *, is_last: bool) -> Walk | None:
    for finding in findings:
        if isinstance(finding, Reply):
            if _STATE in finding.state:
                state = _State.model_validate(finding.state[_STATE])
                return Walk((state.document, tuple(state.path)), is_last, state.at)
            if "emergency" not in finding.state:
                continue
            steps = [part for part in finding.parts if isinstance(part, Excerpt) and part.kind is QuoteKind.STEP]
        else:
            steps = [item for item in finding.excerpts if finding.sufficient and item.kind is QuoteKind.STEP]
        if steps:
            first = steps[0]
            told = [step for step in steps if _section(step) == _section(first)]
            return Walk(_section(first), is_last, span_id=first.span_id if len(told) == 1 else "")
    return None


def _section(item: Excerpt) -> Section:
    return item.document_id, tuple(item.heading_path)


def _number(label: str) -> int:
    return int(found.group()) if (found := re.search(r"\d+", label)) else 0


def step_asked(text: str, history: Sequence[ModelMessage]) -> str:
    """What a message asks of the procedure that was told last: "next", "before", "again", "count", "last" or the number
    of a step; "" when it asks nothing of it. Without its word "step" only the turn right after it goes on with it."""
    match = _NUMBERED.search(text)
    if match is None and not any(wish.match(text) for wish in (_COUNT, _NEXT, _IS_DONE, _BEFORE, _AGAIN)):
        return ""  # before the history is read, which takes longer
    walk = last_walk(history)
    if walk is None:
        return ""
    if match is not None:
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        if len(content_words(rest)) > MOST_TOLD:
            return ""
        number = _value(match["number"] or match["ordinal"])
        return str(number + 1) if number and _AFTER.search(text[: match.start()]) else str(number or "last")
    if _COUNT.match(text):
        return "count"
    if not walk.is_last_turn and "step" not in text.lower():
        return ""
    if _NEXT.match(text) or (walk.is_at_a_step and _IS_DONE.match(text)):
        return "next"
    if walk.is_at_a_step and _BEFORE.match(text):
        return "before"
    return "again" if walk.is_at_a_step and _AGAIN.match(text) else ""


def _value(word: str) -> int:
    """The number that a word names; 0 for "last"."""
    word = word.lower()
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else _NUMBERS.get(word, _ORDINALS.get(word, 0))


async def show(deps: Deps, which: str, history: Sequence[ModelMessage]) -> Reply:
    """The step of the last procedure that `which` asks for, as `step_asked` tells, with the warnings before it."""
    walk = last_walk(history)
    if walk is None:
        return Reply(parts=[Say(text="No procedure was told before. Ask how something is done.")])
    return await asyncio.to_thread(_show, deps, which, walk)


def _show(deps: Deps, which: str, walk: Walk) -> Reply:
    document_id, path = walk.section
    catalogue = deps.library.catalogue
    try:
        document = catalogue.document(deps.scope, document_id)
    except NotFound:
        document = None
    blocks = catalogue.section(deps.scope, document_id, path)
    steps = [stored for stored in blocks if stored.kind is BlockKind.STEP]
    if document is None or not steps:
        return Reply(parts=[Say(text="That procedure is no longer in your documents.")], refused=True)
    count, name = len(steps), path[-1] if path else document.title
    before = walk.at or next((n for n, step in enumerate(steps, 1) if step.id == walk.span_id), 0)
    number = _place(which, before, steps)
    at = before if which == "count" else min(max(number, 0), count)
    state: dict[str, object] = {_STATE: _State(document=document_id, path=list(path), at=at).model_dump()}
    told = f"“{name}” has {counted(count, 'step')}."
    if which == "count":
        return Reply(parts=[Say(text=told)], state=state)
    if number < 1:
        return Reply(parts=[Say(text=f"There is no step before the first of “{name}”.")], state=state)
    if number > count:
        done = f"That was the last step of “{name}”." if which == "next" else told
        return Reply(parts=[Say(text=done)], state=state)
    head = Say(text=f"**{document.title}, {name}**: step {number} of {count}")
    return Reply(parts=[head, *_with_warnings(blocks, steps, number, document)], state=state)


def _place(which: str, at: int, steps: Sequence[StoredBlock]) -> int:
    """The place of the step that is asked for, from 1, by its printed number where one has it; there is no step at a
    place out of 1..len(steps)."""
    places = dict(zip(WISHES, (at + 1, at - 1, at, len(steps), at), strict=True))
    if which in places:
        return places[which]
    printed = [n for n, step in enumerate(steps, 1) if _number(step.block.label) == int(which)]
    return printed[0] if printed else int(which)


def _with_warnings(
    blocks: Sequence[StoredBlock], steps: Sequence[StoredBlock], number: int, document: Document
) -> list[Excerpt]:
    """A step after the warnings that stand between it and the one before."""
    step = steps[number - 1]
    since = steps[number - 2].ordinal if number > 1 else -1
    warnings = [
        excerpt(whole(stored, document))
        for stored in blocks
        if stored.kind is BlockKind.WARNING and since < stored.ordinal < step.ordinal
    ]
    shown = excerpt(whole(step, document))
    return [*warnings, shown if shown.label else shown.model_copy(update={"label": f"{number}."})]
