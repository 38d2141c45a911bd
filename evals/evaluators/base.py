"""What evaluators are made of: the case as they see it, and verdicts with a reason for people."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

from app.turns import Decision
from evals.cases import Ask, Expected, Labels
from evals.outcome import Found, Outcome, Part, QuizQuestion, Said

Verdict = EvaluationReason
"""A value and the sentence that explains it. True or false passes or fails the case; a number is averaged; a string
labels the case."""

Verdicts = Verdict | Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Seen:
    """A case that was run, as an evaluator sees it. The parts it declares in `needs` are there."""

    ask: Ask
    expected: Expected
    outcome: Outcome

    @property
    def decision(self) -> Decision:
        assert self.outcome.decision is not None
        return self.outcome.decision

    @property
    def answer(self) -> Said:
        assert self.outcome.answer is not None
        return self.outcome.answer

    @property
    def passages(self) -> list[Found]:
        assert self.outcome.passages is not None
        return self.outcome.passages

    @property
    def quiz(self) -> list[QuizQuestion]:
        assert self.outcome.quiz is not None
        return self.outcome.quiz

    @property
    def needs_context(self) -> bool:
        assert self.outcome.needs_context is not None
        return self.outcome.needs_context


def parts(*names: Part) -> frozenset[Part]:
    """Parts of an outcome, for `needs`."""
    return frozenset(names)


def explained(meanings: Mapping[str, str]) -> Mapping[str, str]:
    """Meanings of values, for `meanings`."""
    return MappingProxyType(dict(meanings))


@dataclass(repr=False)
class CaseEvaluator(Evaluator[Ask, object, Labels]):
    """A score of one case. A subclass is a dataclass with `needs`, `judge`, and `applies` unless it judges every case.

    Its first docstring line is what the report says about it. What it gives is named after the class in snake_case,
    or, when `judge` gives several values, by their keys, each explained in `meanings`.
    """

    # without annotations: pydantic-evals takes every annotated name for an argument in a suite's file
    needs = parts("answer")
    """The parts of the outcome it looks at; a case whose target cannot give one of them gets no verdict."""
    meanings = explained({})
    alone = False
    """Whether the cases must run one after the other, as for measuring time."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        """Whether the case expects anything that this judges."""
        return True

    @abstractmethod
    def judge(self, case: Seen) -> Verdicts:
        """The verdict on a case that expects one and whose parts are there."""
        ...

    def get_default_evaluation_name(self) -> str:
        return metric_name(type(self))

    def evaluate(self, ctx: EvaluatorContext[Ask, object, Labels]) -> Verdicts:
        case = seen(ctx)
        if not self.applies(case.ask, case.expected) or any(part in case.outcome.missing for part in self.needs):
            return {}
        return self.judge(case)


def seen(ctx: EvaluatorContext[Ask, object, Labels]) -> Seen:
    """The case behind pydantic-evals' context."""
    assert isinstance(ctx.output, Outcome)
    expected = ctx.expected_output if isinstance(ctx.expected_output, Expected) else Expected()
    return Seen(ctx.inputs, expected, ctx.output)


def metric_name(kind: type) -> str:
    """The name of what an evaluator gives: its class in snake_case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


def meanings_of(kind: type) -> dict[str, str]:
    """What each value of an evaluator means, in words for people; pydantic-evals' own say it in their docstring."""
    own = getattr(kind, "meanings", {})
    line = (kind.__doc__ or "").strip().partition("\n")[0]
    name = metric_name(kind) if issubclass(kind, CaseEvaluator) else kind.__name__
    return {**own} if own else {name: line}


def yes(reason: str) -> Verdict:
    """It is as expected."""
    return Verdict(True, reason)


def no(reason: str) -> Verdict:
    """It is not."""
    return Verdict(False, reason)


def listed(names: list[str], none: str = "nothing") -> str:
    """Names in a row for people."""
    return ", ".join(names) or none
