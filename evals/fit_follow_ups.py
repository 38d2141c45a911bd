"""Fits what makes a follow-up: `python -m evals.fit_follow_ups FOLDER` prints the weights and how well they do.

FOLDER has a turns.jsonl (see `evals/public/follow_ups.py`). Fitted on every other of its topics, sorted (`tune`), on
the crews' turns of `datasets/follow_ups.yaml` and of the follow-ups suite marked `tune`, and on the specialists'
examples, which stand alone; reported on the other topics and on the turns marked `report`. The weights stand as
constants in `agents/follow_ups.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import yaml

from agents.follow_ups import NAMES, chance, resolve_follow_up, signs
from agents.registry import Registry
from evals.public.follow_ups import fits, read

CREW = Path(__file__).parent / "datasets" / "follow_ups.yaml"
SUITE = Path(__file__).parent / "suites" / "follow-ups" / "cases.yaml"
CREW_WEIGHT = 3.0
"""What a crew's turn counts beside one of FOLDER's, of which there are some five times as many."""
EXAMPLES_WEIGHT = 150.0
"""What all examples count together, however many the specialists have: they are of one kind only."""
REGULARISATION = 1.0
"""scikit-learn's C; 0.1 to 10 do the same."""

Split = Literal["tune", "report"]


@dataclass(frozen=True, slots=True)
class Case:
    """A turn after others, whether it needs them, and what it counts in the fit."""

    subject: str
    split: Split
    text: str
    before: tuple[str, ...]
    needs: bool
    weight: float = 1.0


def cases(folder: Path) -> Iterator[Case]:
    """All cases of both splits."""
    turns = read(folder)
    topics = sorted({turn.topic for turn in turns})
    for turn in turns:
        split: Split = "tune" if topics.index(turn.topic) % 2 == 0 else "report"
        yield Case(folder.name, split, turn.text, turn.before, turn.needs_context)
    written: dict[Split, list[dict[str, Any]]] = yaml.safe_load(CREW.read_text("utf-8"))
    for marked, lines in written.items():
        for line in lines:
            yield Case("crews' turns", marked, line["text"], (line["before"],), line["needs"], CREW_WEIGHT)
    for case in yaml.safe_load(SUITE.read_text("utf-8"))["cases"]:
        asked, expected = case["inputs"], case["expected_output"]
        if "needs_context" in expected:
            before, needs = tuple(asked["earlier"]), bool(expected["needs_context"])
            yield Case("follow-ups suite", case["metadata"]["split"], asked["question"], before, needs, CREW_WEIGHT)
    examples = [example for specialist in Registry.load() for example in specialist.spec.routing.examples]
    weight = EXAMPLES_WEIGHT / (2 * len(examples))
    for before, example in zip([examples[-1], *examples], examples, strict=False):
        for text in (example, example[0].upper() + example[1:]):  # crews write both
            yield Case("examples", "tune", text, (before,), False, weight)


def fit(tune: Sequence[Case]) -> tuple[float, list[float]]:
    """The bias and the weights, in the order of `NAMES`."""
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    model: Any = LogisticRegression(C=REGULARISATION, max_iter=2000)
    found = np.array([astuple(signs(case.text, case.before)) for case in tune])
    model.fit(found, [case.needs for case in tune], sample_weight=[case.weight for case in tune])
    return float(model.intercept_[0]), [float(weight) for weight in model.coef_[0]]


def main(folder: Path) -> None:
    """Prints the fitted weights, then how often the constants in the code are right, by subject and split."""
    every = list(cases(folder))
    bias, weights = fit([case for case in every if case.split == "tune"])
    named = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(NAMES, weights, strict=True))
    sys.stdout.write(f"BIAS = {bias:.2f}\nWEIGHTS = Signs({named})\nWith the constants as they stand:\n")
    for subject, split in dict.fromkeys((case.subject, case.split) for case in every):
        chosen = [case for case in every if (case.subject, case.split) == (subject, split)]
        parts: list[str] = []
        for needs, words in ((True, "that need context are seen"), (False, "others let be")):
            right = [
                resolve_follow_up(case.text, case.before).needs_context == needs
                for case in chosen
                if case.needs == needs
            ]
            parts.append(f"{sum(right)} of {len(right)} {words}")
        right = [(chance(signs(case.text, case.before)) >= 0.5) == case.needs for case in chosen]
        sys.stdout.write(f"  {subject}, {split}: {np.mean(right):.3f} ({', '.join(parts)})\n")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not fits(Path(sys.argv[1])):
        sys.exit("Usage: python -m evals.fit_follow_ups FOLDER, a folder with a turns.jsonl")
    main(Path(sys.argv[1]))
