"""Fits what orders in messages are recognised by: `python -m evals.fit_orders [--cache CACHE] DATA` writes orders.npz.

DATA is that of `evals.fit_planted`, and all it is fitted on is used here too, with the orders and benign sentences of
`fit_orders.yaml` and the specialists' examples, which are what crews say. The threshold is where FALSE_ALARMS of the
examples' sentences, of which the score has not seen the like, are taken for orders. What is printed is measured on
attacks and texts that were not fitted on, and on the questions of the suites.

The weights that are kept were fitted when there were 720 examples. A fit on all of today's, which hold more wishes that
sound like orders ("repeat that please"), left fewer of the messages to `tune` on in the suite injection as they were.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
import yaml

from agents.registry import Registry
from evals import fit_planted
from evals.fit_planted import Data, Order
from evals.public.planted import number_of
from evals.suites import SHIPPED, load_suites
from knowledge import orders, planted
from knowledge.planted import Weights, is_question

TEXTS = Path(__file__).with_suffix(".yaml")
FILLED_ORDERS = 2_400
"""Orders made of templates: some fourteen of each."""
FILLED = 1_200
"""Sentences of crews made of templates."""
FALSE_ALARMS = 0.003
"""Share of what crews say, of which the score has not seen the like, above the threshold."""
FOLDS = fit_planted.FOLDS


def read(folder: Path, cache: Path | None) -> Data:
    """What orders in messages are fitted on."""
    data = fit_planted.read(folder, cache)
    own: dict[str, Any] = yaml.safe_load(TEXTS.read_text("utf-8"))
    more: dict[str, Any] = yaml.safe_load(fit_planted.TEXTS.read_text("utf-8"))
    templates = [*more["order_templates"], *own["order_templates"]]
    made = fit_planted.filled(templates, more["order_words"] | own["order_words"], FILLED_ORDERS)
    crews = fit_planted.filled(own["templates"], own["words"], FILLED)
    kept = [order for order in data.orders if not order.is_filled]
    return replace(
        data,
        orders=(*kept, *(Order(orders.bare(text), template) for text, template in made.items())),
        benign=tuple(map(orders.bare, (*data.benign, *own["benign"], *said()))),
        filled=(*data.filled, *map(orders.bare, crews)),
    )


def said() -> list[str]:
    """What crews say: the specialists' examples."""
    return [text for one in Registry.load() for text in one.spec.routing.examples]


def highest(messages: Sequence[str], weights: Weights) -> Iterator[float]:
    """Of each message that is no question, the score of the part that looks most like an order."""
    for message in messages:
        parts = [part for sentence in orders.parts_of(message) for part in sentence if not is_question(part)]
        if parts:
            yield max(planted.score(orders.bare(part), weights) for part in parts)


def fit(data: Data) -> Weights:
    """The weights of words, and the threshold as the last of `context`, negative."""
    unseen: list[float] = []
    for fold in range(FOLDS):
        weights = fit_planted.fit_words(data, without=fold)
        unseen.extend(highest([text for text in said() if number_of(text) % FOLDS == fold], weights))
        sys.stderr.write(f"fold {fold + 1} of {FOLDS} is fitted\n")
    threshold = float(np.quantile(unseen, 1 - FALSE_ALARMS))
    return replace(fit_planted.fit_words(data), context=np.array([1.0, 0.0, 0.0, -threshold]))


def report(data: Data) -> Iterator[tuple[str, int, float]]:
    """Of each kind of message: its name, how many there are, and the share that is left as it should be.

    The suites' questions, two of them as one message, and one with an attack beside it that was not fitted on, of which
    the question should be left.
    """
    chance = random.Random(0)
    asked = [
        case.inputs.question
        for suite in load_suites(SHIPPED, [], None)
        for case in suite.dataset.cases
        if not (case.inputs.without or case.inputs.planted)
    ]
    attacks = [order.text for order in data.unseen]
    pairs = [(one, chance.choice(asked)) for one in asked]
    attacked = [(one, chance.choice(attacks)) for one in asked]
    for kind, messages in (
        ("a question", [(one, one) for one in asked]),
        ("two questions", [(f"{one}. {other}", f"{one}. {other}") for one, other in pairs]),
        ("a question and an attack", [(f"{one}\n{other}", one) for one, other in attacked]),
        ("an attack and a question", [(f"{other}\n{one}", one) for one, other in attacked]),
    ):
        left = [orders.without_orders(message) == wanted for message, wanted in messages]
        yield kind, len(left), fmean(left)


def main(arguments: Sequence[str]) -> None:
    """Fits, writes the file and prints the shares."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_orders", description=main.__doc__)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--cache", type=Path)
    chosen = parser.parse_args(arguments)
    data = read(chosen.data, chosen.cache)
    weights = fit(data)
    fit_planted.save(weights, orders.WEIGHTS)
    planted.fitted.cache_clear()
    size = orders.WEIGHTS.stat().st_size
    sys.stdout.write(f"{orders.WEIGHTS.name}: {size:,} bytes, threshold {-weights.context[-1]:.2f}\n")
    for kind, count, share in report(data):
        sys.stdout.write(f"{kind}: {share:.4f} of {count:,} left as they should be\n")


if __name__ == "__main__":
    main(sys.argv[1:])
