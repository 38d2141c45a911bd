"""Lessons and quizzes made from the documents: every question, hint and verdict points to its span."""

from __future__ import annotations

import asyncio
import hashlib
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

from pydantic import BaseModel, ValidationError
from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability
from pydantic_ai.messages import ModelMessage
from rapidfuzz import fuzz

from knowledge.sentences import split_sentences
from knowledge.types import BlockKind, Document, Query, Quote, StoredBlock, quote_kind, whole
from tools.deps import Deps
from tools.evidence import Excerpt, Reply, Say, evidence_of, excerpt
from tools.triggers import Call, Turn, rule, toolset

TUTOR = "tutor"
QUESTIONS = 4
"""Questions in one quiz: short enough for a break."""
LESSON_EXCERPTS = 12
"""Excerpts in one lesson: what fits on a phone with some scrolling."""
ALIKE = 85.0
"""rapidfuzz ratio (0..100) from which a typed word counts as the expected one: forgives a typo, not another word."""
SHORT_WORD = 3
"""Letters up to which a word must be typed exactly."""

_START = re.compile(r"\b(quiz|test|drill|question) (me|us)\b|\bquiz\b|\bpractice questions?\b|\btest my\b", re.I)
_HINT = re.compile(r"\bhints?\b|\bclue\b|\bgive me a (tip|clue)\b", re.I)
_STOP = re.compile(r"^\W*(i want to |let'?s )?(stop|end|quit|cancel|enough|no more)( (the |this )?quiz)?\W*$", re.I)
_LESSON = re.compile(r"\b(teach|lesson|train me|learn|study|walk me through|explain)\b", re.I)
_TOPIC = re.compile(
    r"\b(please|can you|could you|i want to|i need to|quiz|test|drill|question|teach|train|me|us|my|a|an|the|give|"
    r"start|take|do|some|practice|questions?|lesson|learn|study|explain|walk|through|on|about|of|for|"
    r"knowledge|how to)\b",
    re.I,
)
_FACT = re.compile(
    r"(?:\d[\d,.]*\s?(?:°\s?[FC]|%|ppm|hours?|minutes?|seconds?|days?|weeks?|months?|inches|inch|feet|psi|gallons?|"
    r"quarts?|pounds?|lb|oz|ml|degrees(?: [FC])?)|\$\s?\d[\d,.]*)",
    re.I,
)


class Question(BaseModel):
    """One quiz question. `expected` is the text blanked out (cloze), or the letters in order (steps)."""

    kind: Literal["cloze", "order"]
    prompt: str
    expected: str
    source: list[Excerpt]


class QuizState(BaseModel):
    """An open quiz: what is asked, which question is next (from 0), how many were right."""

    topic: str
    questions: list[Question]
    current: int = 0
    correct: int = 0


def open_quiz(messages: Sequence[ModelMessage]) -> QuizState | None:
    """The quiz that waits for an answer in a conversation, or None."""
    for finding in reversed(evidence_of(messages)):
        if isinstance(finding, Reply) and "quiz" in finding.state:
            try:
                state = QuizState.model_validate(finding.state["quiz"])
            except ValidationError:
                return None
            return state if state.current < len(state.questions) else None
    return None


def topic_of(text: str) -> str:
    """What a wish for a lesson or quiz is about: the text without the words of wishing."""
    return " ".join(_TOPIC.sub(" ", text).split()).strip(" .,!?:;-") or text


@rule("start_quiz")
def _when_a_quiz_is_wished(turn: Turn) -> Call | None:
    return Call({"topic": topic_of(turn.question)}, alone=True) if _START.search(turn.question) else None


@rule("continue_quiz")
def _when_a_quiz_is_open(turn: Turn) -> Call | None:
    if open_quiz(turn.history) is None or _START.search(turn.question) or _LESSON.search(turn.question):
        return None
    return Call({"answer": turn.question}, alone=True)


@rule("give_lesson")
def _when_a_lesson_is_wished(turn: Turn) -> Call | None:
    return Call({"topic": topic_of(turn.question)}, alone=True)


@dataclass
class Quiz(AbstractCapability[Deps]):
    """Lessons from a section, and quizzes with grading and hints."""

    def get_toolset(self) -> FunctionToolset[Deps]:
        async def start_quiz(ctx: RunContext[Deps], topic: str) -> ToolReturn[str]:
            """Start a quiz about a topic, made from the site's documents. The first question comes back.

            Args:
                topic: What to ask about, for example "hand washing".
            """
            return _returned(await begin(ctx.deps, topic))

        async def continue_quiz(ctx: RunContext[Deps], answer: str) -> ToolReturn[str]:
            """Grade the answer to the open quiz question, or give a hint when one is asked for. The verdict, the
            sentence it comes from and the next question come back.

            Args:
                answer: What the person answered, word for word.
            """
            state = open_quiz(ctx.messages)
            if state is None:
                return _returned(Reply(parts=[Say(text="No quiz is open. Say “quiz me on …” to start one.")]))
            if _STOP.search(answer):
                return _returned(_ended(state))
            if _HINT.search(answer):
                return _returned(_hint(state))
            return _returned(_graded(state, answer))

        async def give_lesson(ctx: RunContext[Deps], topic: str) -> ToolReturn[str]:
            """Get a short lesson about a topic: the section of the site's documents that teaches it.

            Args:
                topic: What to teach, for example "cooling food safely".
            """
            return _returned(await lesson(ctx.deps, topic))

        return toolset(continue_quiz, start_quiz, give_lesson)


def _returned(reply: Reply) -> ToolReturn[str]:
    said = "\n".join(part.text for part in reply.parts)
    return ToolReturn(return_value=said, metadata=reply.model_dump(mode="json"))


# --- lessons ----------------------------------------------------------------------------------------------------------


async def lesson(deps: Deps, topic: str) -> Reply:
    """The section that teaches a topic, quoted in order; an honest "not in your documents" when there is none."""
    section = await _section(deps, topic)
    if section is None:
        return _nothing_about(topic)
    heading, excerpts = section
    after = Say(text=f"Say “quiz me on {topic}” when you are ready.")
    return Reply(parts=[Say(text=f"### Lesson: {heading}"), *excerpts[:LESSON_EXCERPTS], after])


async def _section(deps: Deps, topic: str) -> tuple[str, list[Excerpt]] | None:
    """The heading and the blocks, in order, of the section that fits a topic best, or None under the threshold."""
    retrieval = await deps.library.retriever.retrieve(
        Query(text=topic, prefer=frozenset({"training", "safety"}), limit=8), deps.scope
    )
    if not retrieval.sufficient or not retrieval.passages:
        return None
    best = retrieval.passages[0]
    blocks = await asyncio.to_thread(
        deps.library.catalogue.section, deps.scope, best.document.id, best.chunk.heading_path
    )
    heading = best.chunk.heading_path[-1] if best.chunk.heading_path else best.document.title
    return heading, [excerpt(whole(b, best.document)) for b in blocks if b.kind is not BlockKind.HEADING]


def _nothing_about(topic: str) -> Reply:
    return Reply(
        parts=[Say(text=f"I can't find anything about “{topic}” in your documents, so I can't teach or quiz it.")]
    )


# --- quizzes ----------------------------------------------------------------------------------------------------------


async def begin(deps: Deps, topic: str) -> Reply:
    """A new quiz about a topic with its first question; says so when the documents hold too little for one."""
    retrieval = await deps.library.retriever.retrieve(
        Query(text=topic, prefer=frozenset({"training", "safety"}), limit=6), deps.scope
    )
    if not retrieval.sufficient:
        return _nothing_about(topic)
    questions: list[Question] = []
    seen: set[str] = set()
    for passage in retrieval.passages:
        blocks = [b for b in passage.chunk.blocks if b.id not in seen]
        seen.update(b.id for b in blocks)
        questions.extend(questions_from(blocks, passage.document))
    if not questions:
        return _nothing_about(topic)
    state = QuizState(topic=topic, questions=questions[:QUESTIONS])
    count = len(state.questions)
    intro = f"Quiz: {topic}, {count} question{'s' if count > 1 else ''}. Say “hint” for help or “stop” to end."
    return _asking(state, [Say(text=intro)])


def questions_from(blocks: Sequence[StoredBlock], document: Document) -> list[Question]:
    """The questions that blocks of one section give: numbers blanked out of sentences and rows, steps to put in order.

    The same blocks always give the same questions: the order of shuffled steps follows from their text.
    """
    made: list[Question] = []
    steps = [b for b in blocks if b.kind is BlockKind.STEP]
    if len(steps) >= 3:
        made.append(_order_question(steps[:5], document))
    for stored in blocks:
        if stored.kind is BlockKind.ROW:
            question = _row_question(stored, document)
        elif stored.kind is BlockKind.HEADING:
            question = None
        else:
            question = _cloze_question(stored, document)
        if question is not None:
            made.append(question)
    return made


def _cloze_question(stored: StoredBlock, document: Document) -> Question | None:
    for index, (start, end) in enumerate(split_sentences(stored.text)):
        sentence = stored.text[start:end]
        facts = list(_FACT.finditer(sentence))
        if len(facts) == 1 and 6 <= len(sentence.split()) <= 40:
            fact = facts[0]
            kind = quote_kind(stored.kind)
            quote = Quote(f"{stored.id}.{index}", kind, sentence, stored, document, start, end, 1.0)
            blanked = f"{sentence[: fact.start()]}_____{sentence[fact.end() :]}"
            return Question(kind="cloze", prompt=blanked, expected=fact.group(0), source=[excerpt(quote)])
    return None


def _row_question(stored: StoredBlock, document: Document) -> Question | None:
    header, cells = stored.block.header, stored.block.cells
    for column in range(1, min(len(header), len(cells))):
        if header[column] and _FACT.fullmatch(cells[column].strip()):
            prompt = f"{header[0]}: {cells[0]}. {header[column]}: _____"
            return Question(
                kind="cloze", prompt=prompt, expected=cells[column].strip(), source=[excerpt(whole(stored, document))]
            )
    return None


def _order_question(steps: Sequence[StoredBlock], document: Document) -> Question:
    order = list(range(len(steps)))
    seed = hashlib.blake2b("".join(s.id for s in steps).encode(), digest_size=4).digest()
    random.Random(int.from_bytes(seed, "big")).shuffle(order)
    if order == sorted(order):
        order.reverse()
    lines = [f"- {ascii_uppercase[place]}: {steps[index].text}" for place, index in enumerate(order)]
    expected = "".join(ascii_uppercase[order.index(index)] for index in range(len(steps)))
    title = steps[0].heading_path[-1] if steps[0].heading_path else document.title
    prompt = f"Put the steps of “{title}” in order (answer with the letters, such as BAC):\n" + "\n".join(lines)
    return Question(kind="order", prompt=prompt, expected=expected, source=[excerpt(whole(s, document)) for s in steps])


def _asking(state: QuizState, before: Sequence[Say | Excerpt]) -> Reply:
    number = state.current + 1
    ask = Say(text=f"**Question {number} of {len(state.questions)}.** {state.questions[state.current].prompt}")
    return Reply(parts=[*before, ask], state={"quiz": state.model_dump(mode="json"), "awaiting": TUTOR})


def is_right(question: Question, answer: str) -> bool:
    """Whether an answer says what the span says: numbers must be equal, words may have a typo, letters be in order."""
    if question.kind == "order":
        letters = re.sub(r"[^a-z]", "", answer.lower())
        return letters == question.expected.lower()
    expected_numbers, given_numbers = _numbers(question.expected), _numbers(answer)
    if expected_numbers:
        return given_numbers == expected_numbers and _units_agree(question.expected, answer)
    expected, given = question.expected.lower(), answer.lower().strip(" .!")
    short = {word for word in expected.split() if len(word) <= SHORT_WORD}  # one slip in "K" makes another class
    return short <= set(given.split()) and fuzz.ratio(expected, given) >= ALIKE


_SPELLED = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def _numbers(text: str) -> list[float]:
    spelled = re.sub(
        rf"\b({'|'.join(_SPELLED)})\b", lambda match: str(_SPELLED.index(match.group(1).lower())), text, flags=re.I
    )
    return [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", spelled)]


def _units_agree(expected: str, given: str) -> bool:
    """False only when another unit of the same kind is named: 4 minutes for 4 hours, °C for °F."""
    for family in (("second", "minute", "hour", "day", "week", "month"), ("°f", "°c")):
        want = {unit for unit in family if unit in expected.lower().replace(" ", "")}
        have = {unit for unit in family if unit in given.lower().replace(" ", "")}
        if want and have and not want & have:
            return False
    return True


def _graded(state: QuizState, answer: str) -> Reply:
    question = state.questions[state.current]
    right = is_right(question, answer)
    verdict = "Right." if right else f"Not quite. The answer is {question.expected}."
    after = state.model_copy(update={"current": state.current + 1, "correct": state.correct + int(right)})
    shown: list[Say | Excerpt] = [Say(text=f"**{verdict}** It says:"), *question.source]
    if after.current < len(after.questions):
        return _asking(after, shown)
    return Reply(parts=[*shown, Say(text=_score(after))], state={"quiz": after.model_dump(mode="json")})


def _score(state: QuizState) -> str:
    return f"You got {state.correct} of {state.current} right on {state.topic}."


def _ended(state: QuizState) -> Reply:
    done = state.model_copy(update={"questions": state.questions[: state.current]})
    score = _score(done) if state.current else "No question was answered."
    return Reply(parts=[Say(text=f"Quiz ended. {score}")], state={"quiz": done.model_dump(mode="json")})


def _hint(state: QuizState) -> Reply:
    question = state.questions[state.current]
    source = question.source[0]
    if question.kind == "order":
        first = Say(text=f"Hint: the first letter is {question.expected[0]}.")
    else:
        shown = re.sub(r"\d", "•", question.expected)
        stands = f", {source.place}" if source.place else ""
        first = Say(text=f"Hint: it looks like “{shown}”. See {source.document}{stands}.")
    return _asking(state, [first])
