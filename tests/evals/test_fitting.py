"""The scripts that fit the numbers in the code find what makes the difference, and nothing else."""

from __future__ import annotations

import numpy as np

from agents.follow_ups import NAMES as SIGNS
from agents.routing import NOBODY, Decision
from evals.cases import Split
from evals.fit_answering import Case, first_is_right, fit
from evals.fit_follow_ups import Case as Turn
from evals.fit_follow_ups import fit as fit_follow_ups
from evals.fit_second_opinion import Question, best_weight
from knowledge.answering import NAMES


def question(right: int, split: Split = "tune") -> Case:
    """Three candidates; the cue tells which is right, the rank says nothing."""
    features = np.zeros((3, len(NAMES)))
    features[right, NAMES.index("cue")] = 1.0
    features[:, NAMES.index("rank")] = [1.0, 0.5, 0.2]
    return Case("made up", split, features, np.arange(3) == right)


def test_the_feature_that_tells_the_answer_gets_the_weight() -> None:
    cases = [question(right) for right in (0, 1, 2)] * 10
    weights = fit(cases, NAMES)
    prose = dict(zip(NAMES, weights[0], strict=True))
    assert prose["cue"] > 1.0
    assert abs(prose["rank"]) < 0.1
    assert all(prose[name] == 0.0 for name in NAMES if name not in ("cue", "rank"))
    assert first_is_right(cases, weights) == 1.0


def test_what_is_listed_is_weighed_apart_only_where_it_differs() -> None:
    def listed(case: Case) -> Case:
        features = case.features.copy()
        features[:, NAMES.index("listed")] = 1.0
        features[:, NAMES.index("cue")] *= -1.0  # here it speaks against the right one
        return Case("made up", "tune", features, case.right)

    cases = [question(right) for right in (0, 1, 2)] * 10
    prose, same = fit(cases, NAMES)
    assert np.allclose(prose, same)
    prose, apart = fit([*cases, *map(listed, cases)], NAMES)
    assert prose[NAMES.index("cue")] > 0 > apart[NAMES.index("cue")]


def test_a_feature_that_is_not_used_gets_no_weight() -> None:
    weights = fit([question(1)] * 3, ["rank"])
    assert np.flatnonzero(weights[0]).tolist() == [NAMES.index("rank")]


def test_a_question_without_a_right_candidate_counts_as_missed_and_teaches_nothing() -> None:
    missed = Case("made up", "tune", question(0).features, np.zeros(3, dtype=bool))
    assert np.allclose(fit([question(0), missed], NAMES), fit([question(0)], NAMES), atol=1e-3)
    by_cue = np.eye(len(NAMES))[[NAMES.index("cue")] * 2]
    assert first_is_right([question(0), missed], by_cue) == 0.5


def test_what_stands_in_turns_that_need_others_gets_weight() -> None:
    turns = [
        Turn("made up", "tune", "how long does it take", ("how do I drain the fryer",), True),
        Turn("made up", "tune", "how long does the fryer take to drain", ("how do I drain the fryer",), False),
    ] * 5
    _, weights = fit_follow_ups(turns)
    assert weights[SIGNS.index("pointing")] > 0 > weights[SIGNS.index("subjects")]
    assert weights[SIGNS.index("code")] == 0


def test_the_documents_word_weighs_as_the_middle_of_what_puts_the_router_right() -> None:
    def asked(p: float, wanted: str, split: Split = "tune") -> Question:
        doubt = Decision("safety", 1 - p, {"safety": 1 - p, "equipment": p, NOBODY: 0.0}, True, "by example")
        return Question(split, wanted, doubt, {"equipment": 1.0, "safety": 0.0}, 1.0)

    heard = [asked(0.3, "equipment"), asked(0.25, "equipment"), asked(0.16, "safety"), asked(0.06, "safety", "report")]
    assert best_weight(heard, frozenset()) == 1.5
    assert best_weight([asked(0.3, "equipment"), asked(0.16, "safety")], frozenset()) == 1.0, "of 1.0 and 1.5"
    assert best_weight([asked(0.16, "equipment")], frozenset()) == 6.0, "of 2.0 to 10.0"
    assert best_weight([asked(0.4, "safety")], frozenset()) == 0.0
