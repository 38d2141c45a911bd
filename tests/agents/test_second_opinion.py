"""The documents' word on who a question is for: it counts where the router doubts, and as much as they answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.registry import Registry
from agents.routing import NOBODY, Decision
from agents.second_opinion import homes, weigh
from app.access import local_principal
from app.turns import classify
from app.wiring import Linelead

HOMES = ("equipment", "safety", "operations")
TALKERS = frozenset({"persona"})
chances = st.floats(0.01, 1.0)


def decision(*weights: float) -> Decision:
    """A decision with these odds of HOMES, of persona, and of nobody."""
    total = sum(weights)
    names = (*HOMES, "persona", NOBODY)
    probabilities = {name: weight / total for name, weight in zip(names, weights, strict=True)}
    best = max(probabilities, key=lambda name: probabilities[name])
    return Decision(None if best == NOBODY else best, probabilities[best], probabilities, False, "by example")


def test_a_collection_is_at_home_with_the_specialist_that_prefers_it_first() -> None:
    shipped = {"equipment", "operations", "persona", "research", "safety", "tutor"}
    found = homes(Registry.load(), but=frozenset({"tutor"}))
    own = {collection: name for collection, name in found.items() if name in shipped}
    assert own == {"equipment": "equipment", "operations": "operations", "research": "research", "safety": "safety"}


@given(st.tuples(chances, chances, chances, chances, chances), st.floats(0, 1))
def test_the_documents_word_keeps_probabilities_that_sum_to_one(
    weights: tuple[float, float, float, float, float], evidence: float
) -> None:
    before = decision(*weights)
    after = weigh(before, {"safety": 0.75, "operations": 0.25}, TALKERS, evidence)
    assert sum(after.probabilities.values()) == pytest.approx(1)
    assert after.probabilities[NOBODY] <= before.probabilities[NOBODY] + 1e-9
    assert after.confidence == after.probabilities[after.route or NOBODY]


def test_documents_that_answer_nothing_change_nothing() -> None:
    before = decision(0.4, 0.2, 0.1, 0.1, 0.2)
    assert weigh(before, {"safety": 1.0}, TALKERS, 0.0).probabilities == pytest.approx(dict(before.probabilities))
    assert weigh(before, {}, TALKERS, 1.0) is before


async def test_what_only_the_sites_documents_know_goes_where_they_are_at_home(sample: Linelead) -> None:
    principal, scope = local_principal()
    for question, route in (("SaniQuat", "safety"), ("CAERS which agency", "research")):
        assert (await classify(sample, question, principal=principal, scope=scope)).route == route
