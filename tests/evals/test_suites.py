"""The quick suites meet their thresholds over the sample site; `linelead eval` runs all of them."""

from __future__ import annotations

from evals.testing import ThresholdTest, thresholds


@thresholds("emergency")
def test_emergencies_are_recognised_and_look_alikes_left_alone(threshold: ThresholdTest) -> None:
    threshold.check()


@thresholds("retrieval")
def test_what_answers_is_found(threshold: ThresholdTest) -> None:
    threshold.check()


@thresholds("routing")
def test_questions_go_to_the_specialist_they_are_for(threshold: ThresholdTest) -> None:
    threshold.check()


@thresholds("persona")
def test_small_talk_stays_small_talk(threshold: ThresholdTest) -> None:
    threshold.check()
