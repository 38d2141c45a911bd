"""A language model as judge, for what no rule can tell. Optional: it judges only when a run names a judge."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext, LLMJudge, OutputConfig

from evals.cases import Ask, Labels
from evals.evaluators.base import Verdict, explained, seen

RUBRIC = """\
The answer is for somebody at work in a restaurant, in the middle of a shift.
It answers the question that was asked, or says plainly that the documents do not answer it.
It states nothing as a fact of the site that its quoted sources do not say.
What has to be done first, and any warning, comes first."""


@dataclass(repr=False)
class Judge(Evaluator[Ask, object, Labels]):
    """How well an answer meets a rubric, from 0 to 1, in the eyes of the language model that the run names as judge."""

    rubric: str = RUBRIC
    model: str = ""
    meanings = explained({"judge": "How well the answer meets the rubric, as the judge model saw it."})

    def get_default_evaluation_name(self) -> str:
        return "judge"

    def get_evaluator_version(self) -> str | None:
        """The judge and a digest of its rubric: scores of another judge or rubric do not compare."""
        return f"{self.model} {hashlib.sha256(self.rubric.encode()).hexdigest()[:8]}" if self.model else None

    async def evaluate(self, ctx: EvaluatorContext[Ask, object, Labels]) -> Mapping[str, Verdict]:
        answer = seen(ctx).outcome.answer
        if not self.model or answer is None:
            return {}
        sources = "\n".join(f"[{number}] {c.text} ({c.document})" for number, c in enumerate(answer.citations, 1))
        shown = replace(ctx, inputs=ctx.inputs.question, output=f"{answer.text}\n\nSources:\n{sources or 'none'}")
        config = OutputConfig(evaluation_name="judge", include_reason=True)
        theirs = LLMJudge(self.rubric, model=self.model, include_input=True, score=config, assertion=False)
        given = await theirs.evaluate(shown)
        assert isinstance(given, Mapping)
        verdict = given["judge"]
        return {"judge": verdict if isinstance(verdict, EvaluationReason) else Verdict(verdict)}
