"""What is found: where the gold spans stand among the passages that the retriever ranked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evals.cases import Ask, Expected
from evals.evaluators.base import CaseEvaluator, Seen, Verdict, explained, no, parts, yes
from evals.outcome import first_rank

AT = 5
"""Passages that recall looks at: what an answer is made from."""


@dataclass(repr=False)
class GoldRanked(CaseEvaluator):
    """A passage that answers stands high among those found."""

    needs = parts("passages")
    meanings = explained(
        {
            "gold_found": f"What is needed to answer stands in the first {AT} passages found.",
            "reciprocal_rank": "1 when the first passage found answers, ½ when the second does, and so on; 0 for none.",
            f"recall_at_{AT}": f"Share of the spans that answer which stand in the first {AT} passages found.",
        }
    )

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.gold)

    def judge(self, case: Seen) -> Mapping[str, Verdict]:
        gold = case.expected.gold or []
        ranks = {str(span): first_rank(case.passages, span) for span in gold}
        found = [rank for rank in ranks.values() if rank is not None]
        near = [rank for rank in found if rank <= AT]
        missing = [span for span, rank in ranks.items() if rank is None or rank > AT]
        wanted = len(gold) if case.expected.all_gold else 1
        best = min(found, default=None)
        told = f"the first passage that answers is number {best}" if best else "no passage found answers"
        if not case.passages:
            told = "nothing was found"
        first = f"; the first one found is from {case.passages[0].document}" if case.passages and best != 1 else ""
        short = f"; not in the first {AT}: {missing[0]}" if missing and len(near) < wanted else ""
        return {
            "gold_found": yes(told) if len(near) >= wanted else no(told + first + short),
            "reciprocal_rank": Verdict(1 / best if best else 0.0, told),
            f"recall_at_{AT}": Verdict(min(len(near) / wanted, 1.0), f"{len(near)} of {len(gold)} in the first {AT}"),
        }
