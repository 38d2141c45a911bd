"""How long it takes: the milliseconds of each stage of a turn, and their percentiles over all cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic_evals.evaluators import ReportEvaluator, ReportEvaluatorContext
from pydantic_evals.reporting.analyses import ReportAnalysis, ScalarResult

from evals.cases import Ask, Labels
from evals.evaluators.base import CaseEvaluator, Seen, Verdict, explained

STAGES = {
    "route": "until it is decided who answers",
    "first_text": "until the first words of the answer",
    "total": "until the answer is whole",
}


@dataclass(repr=False)
class Milliseconds(CaseEvaluator):
    """Milliseconds of a turn, until it is routed, until the first words, and in all. Cases run one at a time."""

    meanings = explained({f"{stage}_ms": f"Milliseconds from the question {what}." for stage, what in STAGES.items()})
    alone = True

    def judge(self, case: Seen) -> Mapping[str, Verdict]:
        return {
            f"{stage}_ms": Verdict(case.outcome.milliseconds[stage])
            for stage in STAGES
            if stage in case.outcome.milliseconds
        }


@dataclass(repr=False)
class Percentiles(ReportEvaluator[Ask, object, Labels]):
    """Percentiles of scores over all cases, named as in "total_ms p95"."""

    scores: list[str]
    percentiles: list[int] = field(default_factory=lambda: [50, 95])
    unit: str = "ms"

    @property
    def explanations(self) -> dict[str, str]:
        """What each percentile means, for people."""
        return {f"{name} p{share}": _at_most(name, share) for name in self.scores for share in self.percentiles}

    def evaluate(self, ctx: ReportEvaluatorContext[Ask, object, Labels]) -> list[ReportAnalysis]:
        import numpy as np

        found: list[ReportAnalysis] = []
        for name in self.scores:
            values = [float(case.scores[name].value) for case in ctx.report.cases if name in case.scores]
            for share in self.percentiles if values else []:
                value = round(float(np.percentile(values, share)), 1)
                title, told = f"{name} p{share}", f"{len(values)} turns"
                found.append(ScalarResult(title=title, value=value, unit=self.unit, description=told))
        return found


def _at_most(name: str, share: int) -> str:
    stage = name.removesuffix("_ms")
    return f"Time {STAGES.get(stage, name)} that {share} of 100 turns keep within."
