"""Lessons and quizzes made from the documents: every question, hint and verdict points to its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, Field, ValidationError
from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability
from pydantic_ai.messages import ModelMessage

from tools.chatter import asks_about_work, kind_of
from tools.deps import Deps
from tools.error_codes import find_codes, look_up
from tools.evidence import Excerpt, Reply, Say, current_turn, evidence_of
from tools.grading import is_attempt, is_right
from tools.lessons import TUTOR, lesson, lesson_on, nothing_about, which_subject
from tools.questions import Question, questions_about
from tools.search import search
from tools.subjects import find_subject
from tools.triggers import Call, Turn, kept, rule, toolset
from tools.wishes import LESSON, NEW_ROUND, QUIZ, Intent, asks_about_training, count_of, intent_of, topic_of

QUESTIONS = 4
"""Questions in one quiz that asks for no number: short enough for a break."""
MOST = 10
"""Questions in one quiz at most."""
INTENT_WORDS = 8
"""Words up to which a wish about a quiz says nothing else."""
ANSWER_WORDS = 2
"""Words up to which an answer is no question or report of something else."""
ASIDE_EXCERPTS = 4
"""Excerpts shown for a question that is asked in the middle of a quiz."""

RESUME = "back to the quiz"
_OTHER_QUESTION = re.compile(
    r"\b(have|got|ask you) (a|one|another|one more|a different|an) ?(other |more )?question\b", re.I
)
_GOING_ON = re.compile(r"\b(continue|go on)\b", re.IGNORECASE)


class QuizState(BaseModel):
    """A quiz: what is asked, which question is next (from 0), how many were right, and the places of those missed.

    `seen` holds the keys of questions that earlier quizzes on the topic asked, so that "more questions" are others.
    """

    topic: str
    questions: list[Question]
    current: int = 0
    correct: int = 0
    missed: list[int] = Field(default_factory=list[int])
    seen: list[str] = Field(default_factory=list[str])

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self.current < len(self.questions)


# --- what a message is ------------------------------------------------------------------------------------------------


def last_quiz(messages: Sequence[ModelMessage]) -> QuizState | None:
    """The last quiz of a conversation, open or done, or None."""
    for reply in _replies(messages):
        if "quiz" in reply.state:
            try:
                return QuizState.model_validate(reply.state["quiz"])
            except ValidationError:
                return None
    return None


def _replies(messages: Sequence[ModelMessage]) -> Iterator[Reply]:
    """The replies of tools in a conversation, newest first; read as far as they are wanted."""
    for message in reversed(messages):
        yield from (found for found in reversed(evidence_of([message])) if isinstance(found, Reply))


Said = Literal["surely", "perhaps", "no"]


def said_to(quiz: QuizState, text: str) -> Said:
    """Whether a message is said to the open question of a quiz: an answer, or "hint", "skip", "back to the quiz".

    Perhaps: it may be a longer answer as well as something else.
    """
    if _OTHER_QUESTION.search(text):
        return "no"
    words = len(text.split())
    if intent_of(text) is not None:
        return "surely" if words <= INTENT_WORDS else "perhaps"
    question = quiz.questions[quiz.current]
    if kind_of(text) not in ("other", "acknowledgement", "about_me", "order"):
        return "no"
    if is_right(question, text) and words <= INTENT_WORDS:
        return "surely"
    if is_attempt(question, text):
        return "surely" if words <= ANSWER_WORDS else "perhaps"
    return "no"


def is_about_done(text: str, *, is_last: bool) -> bool:
    """Whether a message goes on after a quiz that is done: for the score, what was missed, harder or more questions.

    `is_last` tells that the tutor spoke last: only then "again" and "next" are the quiz's.
    """
    intent = intent_of(text)
    if intent is None or _OTHER_QUESTION.search(text) or len(text.split()) > INTENT_WORDS:
        return False
    return intent in NEW_ROUND | {"score", "resume"} or (is_last and intent in ("retry", "repeat", "skip"))


def _plan(turn: Turn) -> tuple[str, dict[str, str]] | None:
    """The tool for a message to the tutor and its arguments; None for a question that is no wish to be taught."""
    text, quiz = turn.question, last_quiz(turn.history)
    intent, topic = intent_of(text), topic_of(text) or _topic_before(turn)
    if intent == "skip" and quiz is None and topic:
        return "start_quiz", {"topic": topic}  # what comes next after a lesson
    if intent is not None and not (quiz is None and intent in NEW_ROUND):
        return "continue_quiz", {"answer": text}
    if QUIZ.search(text) or intent is not None:
        return "start_quiz", {"topic": topic}
    if quiz is not None and quiz.is_open and not (LESSON.search(text) and topic_of(text)):
        return "continue_quiz", {"answer": text}
    _, _, last_turn = current_turn(turn.history)
    wish = next((reply.state["wish"] for reply in _replies(last_turn) if "wish" in reply.state), None)
    if wish == "quiz":
        return "start_quiz", {"topic": topic}
    if wish is None and asks_about_work(text) and (not LESSON.search(text) or asks_about_training(text)):
        return None
    return "give_lesson", {"topic": topic}


def _topic_before(turn: Turn) -> str:
    """What a wish that names no subject may mean: the last lesson's or quiz's, or, for "quiz me on that", what was
    asked just before; "" for neither."""
    for reply in _replies(turn.history):
        if "topic" in reply.state:
            return str(reply.state["topic"])
    before, _, _ = current_turn(turn.history)
    return topic_of(before) if re.search(r"\b(that|this|it|them|those|these)\b", turn.question.lower()) else ""


@rule("start_quiz")
def _when_a_quiz_is_wished(turn: Turn) -> Call | None:
    return _call("start_quiz", turn)


@rule("continue_quiz")
def _when_a_quiz_is_meant(turn: Turn) -> Call | None:
    return _call("continue_quiz", turn)


@rule("give_lesson")
def _when_a_lesson_is_wished(turn: Turn) -> Call | None:
    return _call("give_lesson", turn)


def _call(tool: str, turn: Turn) -> Call | None:
    planned = _plan(turn)
    return Call(planned[1], alone=True) if planned is not None and planned[0] == tool else None


@dataclass
class Quiz(AbstractCapability[Deps]):
    """Lessons from a section, and quizzes with grading, hints, a score, and the missed questions again."""

    @kept
    def get_toolset(self) -> FunctionToolset[Deps]:
        async def start_quiz(ctx: RunContext[Deps], topic: str) -> ToolReturn[str]:
            """Start a quiz about a topic, made from the site's documents. The first question comes back.

            Args:
                topic: What to ask about, for example "hand washing"; empty when the person named nothing.
            """
            asked, _, _ = current_turn(ctx.messages)
            return _returned(await begin(ctx.deps, topic, count_of(asked) or QUESTIONS))

        async def continue_quiz(ctx: RunContext[Deps], answer: str) -> ToolReturn[str]:
            """Take a message to the open quiz: grade an answer, or give the hint, the score, the next, a harder or a
            missed question, or the end that it asks for. The verdict, the sentence it comes from and the next
            question come back.

            Args:
                answer: What the person said, word for word.
            """
            _, before, _ = current_turn(ctx.messages)
            _, _, last_turn = current_turn(before)
            was_left = not any("quiz" in reply.state for reply in _replies(last_turn))
            if was_left and _GOING_ON.search(answer) and intent_of(answer) == "skip":
                answer = RESUME  # after something else "go on" means the quiz, not past its question
            return _returned(await carry_on(ctx.deps, last_quiz(ctx.messages), answer))

        async def give_lesson(ctx: RunContext[Deps], topic: str) -> ToolReturn[str]:
            """Get a short lesson about a topic: the section of the site's documents that teaches it.

            Args:
                topic: What to teach, for example "cooling food safely"; empty when the person named nothing.
            """
            return _returned(await lesson(ctx.deps, topic))

        return toolset(continue_quiz, start_quiz, give_lesson)


def _returned(reply: Reply) -> ToolReturn[str]:
    said = "\n".join(part.text for part in reply.parts)
    return ToolReturn(return_value=said, metadata=reply.model_dump(mode="json"))


# --- quizzes ----------------------------------------------------------------------------------------------------------


async def begin(deps: Deps, topic: str, count: int = QUESTIONS) -> Reply:
    """A new quiz about a topic with its first question; the same documents always give the same one. It has `count`
    questions, as far as the documents give so many, and MOST at most.

    A lesson where the documents hold too little to ask about, and a refusal where they hold nothing.
    """
    if not topic:
        return await which_subject(deps, "quiz")
    subject = await find_subject(deps, topic)
    if not subject.sections:
        return nothing_about(subject)
    questions = questions_about(subject)[: max(1, min(count, MOST))]
    if not questions:
        taught = lesson_on(subject)
        first = Say(text=f"There is nothing on {topic} that makes a fair question, so here is what there is to learn.")
        return taught.model_copy(update={"parts": [first, *taught.parts[:-1]]})
    return _opened(QuizState(topic=topic, questions=questions))


def _opened(state: QuizState) -> Reply:
    count = len(state.questions)
    number = f"{count} question{'s' if count > 1 else ''}"
    return _asking(state, [Say(text=f"Quiz: {state.topic}, {number}. Say “hint”, “skip” or “stop” at any time.")])


def _asking(state: QuizState, before: Sequence[Say | Excerpt]) -> Reply:
    number = state.current + 1
    ask = Say(text=f"**Question {number} of {len(state.questions)}.** {state.questions[state.current].prompt}")
    return Reply(parts=[*before, ask], state={**_kept(state), "awaiting": TUTOR})


def _kept(state: QuizState) -> dict[str, object]:
    return {"quiz": state.model_dump(mode="json"), "topic": state.topic}


async def carry_on(deps: Deps, state: QuizState | None, said: str) -> Reply:
    """The reply to a message about the last quiz: a verdict and the next question, or what else it asks for."""
    intent = intent_of(said)
    if state is None:
        there = "There was no quiz in this conversation" if intent == "score" else "No quiz is open"
        return Reply(parts=[Say(text=f"{there}. Say “quiz me on …” to start one.")])
    if not state.is_open:
        return await _after(deps, state, intent)
    question = state.questions[state.current]
    if intent != "stop" and is_right(question, said):
        return _graded(state, "Right.", right=True)
    answer = f"The answer is {question.expected.removesuffix('.')}."
    match intent:
        case "stop":
            return _ended(state)
        case "skip":
            return _graded(state, f"Skipped. {answer}", right=False)
        case "reveal":
            return _graded(state, answer, right=False)
        case "hint":
            return _asking(state, [_hint(question)])
        case "score":
            return _asking(state, [Say(text=_score(state))])
        case "repeat" | "resume":
            return _asking(state, [])
        case "retry":
            return _retried(state)
        case "harder" | "easier" | "more":
            return await _next_round(deps, state, intent)
        case _:
            if is_attempt(question, said):
                return _graded(state, f"Not quite. {answer}", right=False)
            return await _aside(deps, state, said)


def _graded(state: QuizState, verdict: str, *, right: bool) -> Reply:
    question = state.questions[state.current]
    missed = state.missed if right else [*state.missed, state.current]
    update = {"current": state.current + 1, "correct": state.correct + int(right), "missed": missed}
    after = state.model_copy(update=update)
    shown: list[Say | Excerpt] = [Say(text=f"**{verdict}** It says:"), *question.source]
    if after.is_open:
        return _asking(after, shown)
    again = "Say “quiz me on what I missed”, or “more questions”." if missed else "Say “more questions” to go on."
    return Reply(parts=[*shown, Say(text=f"{_score(after)} {again}")], state=_kept(after))


def _score(state: QuizState) -> str:
    if not state.current:
        return "No question was answered."
    return f"You got {state.correct} of {state.current} right on {state.topic}."


def _ended(state: QuizState) -> Reply:
    done = state.model_copy(update={"questions": state.questions[: state.current]})
    return Reply(parts=[Say(text=f"Quiz ended. {_score(done)}")], state=_kept(done))


def _hint(question: Question) -> Say:
    source = question.source[0]
    if question.kind == "order":
        return Say(text=f"Hint: the first letter is {question.expected[0]}.")
    hidden = r"\d" if re.search(r"\d", question.expected) else r"(?<=\w)\w"
    stands = f", {source.place}" if source.place else ""
    return Say(text=f"Hint: it looks like “{re.sub(hidden, '•', question.expected)}”. See {source.document}{stands}.")


def _retried(state: QuizState) -> Reply:
    """The question before once more when it was missed, else the open one."""
    before = state.current - 1
    if before not in state.missed:
        return _asking(state, [])
    missed = [place for place in state.missed if place != before]
    return _asking(state.model_copy(update={"current": before, "missed": missed}), [Say(text="Once more.")])


async def _aside(deps: Deps, state: QuizState, said: str) -> Reply:
    """What the documents say to a message that is no answer; it is not graded, and the question stays open."""
    codes = find_codes(said)
    evidence = await look_up(deps, codes[0], said) if codes else None
    if evidence is None or not evidence.sufficient:
        evidence = await search(deps, said)
    if not evidence.sufficient:
        text = "That is not graded, since it does not look like an answer. Say “hint”, “skip” or “stop”, or try again."
        return _asking(state, [Say(text=text)])
    parts: list[Say | Excerpt] = [Say(text="That is not graded. Your documents say:")]
    if evidence.ask:
        parts.extend([*evidence.excerpts, Say(text=evidence.ask)])
    else:
        document_id = evidence.excerpts[0].document_id
        parts.extend([item for item in evidence.excerpts if item.document_id == document_id][:ASIDE_EXCERPTS])
    return _asking(state, [*parts, Say(text="Back to the quiz.")])


async def _after(deps: Deps, state: QuizState, intent: Intent | None) -> Reply:
    """The reply to a message about a quiz that is done."""
    match intent:
        case "score":
            return Reply(parts=[Say(text=_score(state))], state=_kept(state))
        case "retry" | "repeat" | "resume":
            if not state.missed:
                text = f"You missed nothing on {state.topic}. Say “more questions” or “harder questions” to go on."
                return Reply(parts=[Say(text=text)], state=_kept(state))
            again = [state.questions[place] for place in state.missed]
            return _opened(QuizState(topic=state.topic, questions=again, seen=_asked(state)))
        case "harder" | "easier":
            return await _next_round(deps, state, intent)
        case "more" | "skip":
            return await _next_round(deps, state, "more")
        case _:
            return await carry_on(deps, None, "")


def _asked(state: QuizState) -> list[str]:
    """The keys of the questions on the topic that are done, in this quiz and before it."""
    return list(dict.fromkeys([*state.seen, *(question.key for question in state.questions[: state.current])]))


async def _next_round(deps: Deps, state: QuizState, intent: Literal["harder", "easier", "more"]) -> Reply:
    """A new quiz on the topic of the last one, of questions that were not asked yet, the hardest or easiest first."""
    asked = _asked(state)
    left = [q for q in questions_about(await find_subject(deps, state.topic)) if q.key not in asked]
    if intent != "more":
        left.sort(key=lambda question: question.difficulty, reverse=intent == "harder")
    if left:
        return _opened(QuizState(topic=state.topic, questions=left[:QUESTIONS], seen=asked))
    text = f"Those were all the questions that your documents give on {state.topic}."
    if state.is_open:
        return _asking(state, [Say(text=text)])
    missed = " Say “quiz me on what I missed” to repeat those." if state.missed else ""
    return Reply(parts=[Say(text=text + missed)], state=_kept(state))
