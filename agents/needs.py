"""The needs of a message: "the fryer shows E05, and how hot must chicken be" is for two specialists.

A message is taken apart where it may turn to something else. A part is a need of its own when it is for another
specialist than the parts beside it and does not only point back, explain or greet; parts for the same one stay
together. A wish about the answers, or a question about Linelead, is a need beside a question: else it would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from agents import follow_ups
from agents.routing import IN_SCOPE, NOBODY, Decision
from knowledge.lexicon import content_words
from tools.chatter import OF_ANSWERS, OF_ITSELF, is_small_talk, kind_of
from tools.parts import Part, asks, joined, parts_of
from tools.wishes import is_wish

Decide = Callable[[Part], Awaitable[Decision]]
"""Who a part of a message is for."""

SURE = 0.5
"""Probability (0..1) from which a part is a need of its own."""
NOT_ANOTHERS = 0.3
"""Probability (0..1) under which a question is not for the specialists of the other parts: then it is a need of its
own, even if it is not sure whose. Set with SURE and STATED on 2,099 messages to `tune` on with one need, of which 5 are
taken for two, and on 46 with two, of which 44 are seen."""
STATED = 0.75
"""Probability (0..1) from which what asks nothing beside a question, and so explains it as a rule, is a need all the
same; and from which what is said to "you" is said to Linelead."""
LITTLE = 0.4
"""Probability (0..1) of all that is no small talk, under which a part stays small talk: of "top one fine" it is 0.2."""
SURELY = 0.9
"""Probability (0..1) from which a part that leans on the one before, or asks about it, is another's all the same."""
SURELY_POINTING = 0.97
"""The same when it points back with a pronoun and names no subject: "who takes it off the check"."""
MOST_NEEDS = 2
"""Needs that are looked up; what Linelead itself is asked comes beside them."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one specialist is asked in a message, and how sure it is (0..1) that it is for that one.

    `stands_alone` when it asks for something or is a later sentence: then it counts beside small talk too.
    """

    name: str
    text: str
    confidence: float
    stands_alone: bool


NAMED_WORDS = 2
"""Telling words beside a wish about the answers that name a subject: "short answers please, chicken temp"."""
_TO_YOU = re.compile(r"\b(?:you|u|your|ur|you['’]?re|yourself)\b", re.IGNORECASE)
_TELLING = re.compile(
    r"^\W*(?:so\s+|um+\s+|and\s+)*(?:(?:i|we)\s+(?:(?:just|already|only|never|still|also)\s+)*"
    r"(?:have|had|got|did|was|were|put|feel|felt|tried|called|came|start|started|work|worked|saw|went|share|live|read|"
    r"heard|thought|forgot|watched|asked|quizzed|told|taught|trained|showed)|"
    r"(?:(?:my|our|the|a|an)\s+)?(?:\w+\s+){1,2}(?:showed|told|taught|came|fixed|said))\b"
    r"(?!.*\b(?:how|what|when|where|who|which|why|can|could|do|does|should|may) )",
    re.IGNORECASE,
)


def _only_tells(part: Part) -> bool:
    """Whether a part tells what somebody has or did and asks for nothing: it explains another part."""
    return not part.asks and _TELLING.match(part.text) is not None


def _only_goes_on(part: Part) -> bool:
    """Whether a part may go on with the sentence before: as in a list, or behind a comma without a question's words."""
    return part.link == "weak" or (part.link == "comma" and not asks(part.text))


def asks_more(text: str) -> bool:
    """Whether a message of small talk asks for something else in another part: "void an item how, and tell a joke".

    Beside a wish about the answers what only names a subject asks too: "short answers please, chicken temp".
    """
    parts = parts_of(text)
    if len(parts) == 1:
        return False
    kinds = [kind_of(part.text) for part in parts]
    may_name = any(kind in OF_ANSWERS for kind in kinds)
    return any(
        (part.asks and (kind == "other" or not is_small_talk(part.text)))
        or (may_name and kind == "other" and len(content_words(part.text)) >= NAMED_WORDS)
        for part, kind in zip(parts, kinds, strict=True)
    )


# --- the needs --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part, or several that belong together, and who it is for; `tells` when it only explains another part,
    `to_itself` when it wishes or asks for something of Linelead itself."""

    part: Part
    decision: Decision
    tells: bool
    to_itself: bool = False


async def find_needs(text: str, decide: Decide, yielding: frozenset[str]) -> list[Need]:
    """The needs that a message tells apart, each with who answers it; fewer than two when it is one question, or one
    beside what nobody needs to look up, and none when nothing could be taken apart.

    A part for a specialist of `yielding`, who look nothing up, is no need beside another, but for what is wished or
    asked of Linelead itself: "shorter answers please, and how hot must chicken be".
    """
    parts = parts_of(text)
    if len(parts) == 1:
        return []
    placed = await _place(parts, decide, yielding)
    if len(placed) == 1:
        return [_need(placed[0].part, placed[0].decision)]
    is_asked = any(one.part.asks for one in placed)
    is_scene = any(one.to_itself and kind_of(one.part.text) == "role_play" for one in placed)
    placed = [replace(one, decision=_without_small_talk(one, yielding)) for one in placed]
    sure = {d.route for d in (one.decision for one in placed) if d.route is not None and d.confidence >= SURE}
    needs: list[tuple[Part, Decision]] = []
    before: Part | None = None
    for one in placed:
        part, decision = one.part, one.decision
        others = sum(decision.probabilities.get(other, 0.0) for other in sure - {decision.route})
        is_sure = decision.route in sure or (others <= NOT_ANOTHERS and part.asks)
        may_explain = is_scene or (is_asked and not part.asks and part.link != "also")
        explains = (is_asked and one.tells) or (may_explain and decision.confidence < STATED)
        is_own = one.to_itself or (
            is_sure and not explains and decision.route is not None and decision.route not in yielding
        )
        if is_own and all(decision.route != other.route for _, other in needs):
            needs.append((part if before is None else joined(before, part), decision))
            before = None
        elif needs and needs[-1][1].route not in yielding:
            needs[-1] = joined(needs[-1][0], part), needs[-1][1]
        else:
            before = part if before is None else joined(before, part)
    if needs and before is not None:
        needs[-1] = joined(needs[-1][0], before), needs[-1][1]
    while len(looking := [n for n, (_, decision) in enumerate(needs) if decision.route not in yielding]) > MOST_NEEDS:
        least = min(looking[1:], key=lambda index: needs[index][1].confidence)
        gone, _ = needs.pop(least)
        needs[least - 1] = joined(needs[least - 1][0], gone), needs[least - 1][1]
    return [_need(part, decision) for part, decision in needs]


def _need(part: Part, decision: Decision) -> Need:
    return Need(decision.route or "", part.text, decision.confidence, part.asks or part.link in ("also", "stop"))


async def _place(parts: list[Part], decide: Decide, yielding: frozenset[str]) -> list[_Placed]:
    """Who each part is for, those that belong together as one."""
    placed: list[_Placed] = []
    for part in parts:
        one = _Placed(part, await decide(part), _only_tells(part))
        last = placed[-1] if placed else None
        if _is_to_itself(one, yielding):
            talker = max(yielding, key=lambda name: one.decision.probabilities.get(name, 0.0))
            placed.append(replace(one, decision=replace(one.decision, route=talker), to_itself=True))
            continue
        if last is not None and last.to_itself:  # no question leans on what is said of Linelead
            if _only_goes_on(part) and one.decision.confidence < STATED:
                placed[-1] = replace(last, part=joined(last.part, part))
                continue
            last = None
        joins = last is not None and not is_wish(part.text) and (_is_listed(one, last) or _is_about(one, last))
        leans = last is not None and follow_ups.resolve_follow_up(part.text, [last.part.text]).needs_context
        if last is None:
            placed.append(one)
        elif leans and is_wish(part.text):
            if any(other.part.asks for other in placed):  # "how do i clean the slicer, and test me on that"
                placed.append(replace(one, part=joined(last.part, part)))
            else:  # "… the slicer …, can you teach me that": what stands before is its subject
                placed = [_Placed(joined(*(other.part for other in placed), part), one.decision, False)]
        elif joins or (leans and not _is_anothers(one, last)):
            story = _story(placed) if part.asks else placed[-1:]
            both = joined(*(other.part for other in story), part)
            names_subject = follow_ups.signs(part.text, ()).subjects > 0
            tells = last.tells and (one.tells or not names_subject)
            placed[-len(story) :] = [_Placed(both, await decide(both), tells)]
        else:
            placed.append(one)
    return placed


def _story(placed: list[_Placed]) -> list[_Placed]:
    """The last part, with what was told before it that a question about it is about too: "it stopped, there's water,
    what's wrong"."""
    start = len(placed) - 1
    while start and not any(one.part.asks or one.to_itself for one in placed[start - 1 : start + 1]):
        if placed[start].decision.confidence >= SURELY or placed[start].part.link == "also":
            break
        start -= 1
    return placed[start:]


def _is_to_itself(one: _Placed, yielding: frozenset[str]) -> bool:
    """Whether a part wishes or asks for something of Linelead itself: a tone, a scene, who reads this.

    What no rule knows is such a wish when it asks "you" something, or is surely like one about the answers.
    """
    kind, decision = kind_of(one.part.text), one.decision
    if decision.route not in yielding:
        return kind in OF_ANSWERS and (decision.route is None or decision.confidence < SURELY)
    if kind != "other":
        return kind in OF_ITSELF and (one.part.asks or kind == "role_play" or kind in OF_ANSWERS)
    if one.part.asks and _TO_YOU.search(one.part.text):
        return decision.confidence >= STATED
    points = follow_ups.signs(one.part.text, ()).pointing  # "give me a quiz and keep it easy"
    return not points and decision.confidence >= SURELY and kind_of(decision.nearest) in OF_ANSWERS


def _is_anothers(one: _Placed, last: _Placed) -> bool:
    """Whether a part that leans on the one before is surely for another specialist all the same.

    It must name a subject, or be a second question: "where do i call" is about what was told before it.
    """
    if one.decision.route is None or one.decision.route == last.decision.route:
        return False
    signs = follow_ups.signs(one.part.text, ())
    points = signs.pointing or signs.demonstrative
    both_ask = one.part.asks and last.part.asks
    least = SURELY_POINTING if points and not signs.subjects else SURELY
    return one.decision.confidence >= least and (signs.subjects > 0 or both_ask)


def _is_listed(one: _Placed, last: _Placed) -> bool:
    """Whether what "and" or a comma joins only goes on: to be two, both parts must surely be different specialists'."""
    both = (one.decision, last.decision)
    sure = all(decision.route is not None and decision.confidence >= SURELY for decision in both)
    return _only_goes_on(one.part) and (not sure or one.decision.route == last.decision.route)


def _is_about(one: _Placed, last: _Placed) -> bool:
    """Whether a question only a comma away is about what was told before it: "my roommate has it, do i come in"."""
    if one.part.link != "comma" or not one.part.asks or last.part.asks:
        return False
    return not (_is_anothers(one, last) and last.decision.confidence >= SURELY)


def _without_small_talk(one: _Placed, yielding: frozenset[str]) -> Decision:
    """The decision on a part that is no small talk by its words: beside a question about the work it is hardly any."""
    decision = one.decision
    if one.to_itself or kind_of(one.part.text) != "other":
        return decision
    left = {name: p for name, p in decision.probabilities.items() if name not in yielding}
    total = sum(left.values())
    best = max(left, key=lambda name: left[name])
    if total < LITTLE or left[best] / total < IN_SCOPE:
        return decision
    route = None if best == NOBODY else best
    return replace(
        decision, route=route, confidence=left[best] / total, probabilities={k: p / total for k, p in left.items()}
    )
