"""Teaching: whether a quiz can be answered from the documents, and whether an answer is graded right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from evals.cases import Ask, Expected, plain
from evals.evaluators.answering import holds, short
from evals.evaluators.base import CaseEvaluator, Seen, Verdict, no, parts, yes
from evals.outcome import QuizQuestion, is_gold
from knowledge.words import counted

BLANK = "_____"
_RIGHT = re.compile(r"\b(right|correct|exactly|well done)\b", re.IGNORECASE)
_WRONG = re.compile(r"\b(not (quite|right|correct)|incorrect|wrong)\b", re.IGNORECASE)
_CHOICE = re.compile(r"^- ([A-Z]): (.*)$", re.MULTILINE)


@dataclass(repr=False)
class QuizIsValid(CaseEvaluator):
    """Every question of the quiz can be answered from the span it was made from, and does not give its answer away."""

    needs = parts("answer", "quiz")

    def judge(self, case: Seen) -> Verdict | Mapping[str, Verdict]:
        if not case.quiz:
            return {}  # a lesson, a hint: whether a quiz had to be opened is for `says` to tell
        for number, question in enumerate(case.quiz, 1):
            fault = fault_of(question)
            if fault:
                return no(f"question {number} (“{short(question.prompt)}”): {fault}")
        return yes(f"{counted(len(case.quiz), 'question')}, each answered by its span")


@dataclass(repr=False)
class QuizAsksGold(CaseEvaluator):
    """A quiz asks about its subject: one of its questions is made from a span that the case names."""

    needs = parts("answer", "quiz")

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.gold)

    def judge(self, case: Seen) -> Verdict | Mapping[str, Verdict]:
        if not case.quiz:
            return {}
        gold = case.expected.gold or []
        for number, question in enumerate(case.quiz, 1):
            if any(is_gold(source.document, source.text, span) for source in question.sources for span in gold):
                return yes(f"question {number} of {len(case.quiz)} is about it")
        return no(f"none of {len(case.quiz)} questions is about it; the first: “{short(case.quiz[0].prompt)}”")


def fault_of(question: QuizQuestion) -> str:
    """What is wrong with a quiz question, or "": its answer must follow from its sources alone."""
    sources = [plain(source.text) for source in question.sources]
    if not sources or not question.expected.strip():
        return "it has no source or no answer"
    if question.kind == "order":
        choices = dict(_CHOICE.findall(question.prompt))
        if sorted(question.expected) != sorted(choices) or len(choices) < 2:
            return "its answer is not an order of its choices"
        if [plain(choices[letter]) for letter in question.expected] != sources:
            return "its answer is not the order of the steps"
        if question.expected == ascii_uppercase[: len(choices)]:
            return "the steps stand in their order already"
        return ""
    if question.prompt.count(BLANK) != 1:
        return "it has not exactly one blank"
    if holds(question.prompt.replace(BLANK, " "), question.expected):
        return "the answer stands in the question"
    if not any(holds(source, question.expected) for source in sources):
        return f"its answer “{question.expected}” is not in its source"
    return ""


@dataclass(repr=False)
class GradedRight(CaseEvaluator):
    """A right answer to a quiz question is called right; a wrong one is not, and the right one is told."""

    needs = parts("answer", "quiz")

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return ask.reply is not None

    def judge(self, case: Seen) -> Verdict:
        if not case.quiz:
            return no(f"no quiz was opened: “{short(case.answer.text)}”")
        text, expected = case.answer.text, case.quiz[0].expected
        called_wrong = _WRONG.search(text) is not None
        called_right = not called_wrong and _RIGHT.search(text) is not None
        if case.ask.reply == "right":
            told = "a right answer was called "
            return yes(told + "right") if called_right else no(f"{told}wrong, or neither: “{short(text)}”")
        if not called_wrong:
            return no(f"a wrong answer was not called wrong: “{short(text)}”")
        if not holds(text, expected):
            return no(f"a wrong answer was called wrong, but “{expected}” was not told: “{short(text)}”")
        return yes("a wrong answer was called wrong and the right one told")
