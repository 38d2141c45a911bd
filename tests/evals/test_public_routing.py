"""Public sets of intents: the router's accuracy beside the bar that is known, or that is measured on the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from evals.public.figures import Figure, Measuring
from evals.public.routing import FORM

TRAIN = {
    "card lost": [
        "i lost my card",
        "my card is gone",
        "my wallet was stolen with the card in it",
        "the card is missing",
    ],
    "exchange rate": ["what is the rate for euros", "how much is a dollar in yen", "todays exchange rate", "euro rate"],
}
ASKED = [
    ("where has my card gone", "card lost"),
    ("rate of the pound", "exchange rate"),
    ("i lost my card", "exchange rate"),
]
SILENT = Measuring(lambda _line: None)


def intents(folder: Path) -> Path:
    """A set of BANKING77's form and name."""
    folder.mkdir()
    train = [(text, label) for label, texts in TRAIN.items() for text in texts]
    for name, lines in (("train", train), ("valid", ASKED)):
        written = [json.dumps({"text": text, "label": label}) for text, label in lines]
        (folder / f"{name}.jsonl").write_text("\n".join(written), "utf-8")
    return folder


def test_strangers_need_no_label(tmp_path: Path) -> None:
    folder = intents(tmp_path / "banking77")
    (folder / "oos_test.jsonl").write_text(json.dumps({"text": "who won the cup"}), "utf-8")
    figures = {figure.metric: figure.size for figure in FORM.measure(folder, SILENT)}
    assert figures["strangers refused, all"] == 1


def test_intents_have_the_known_bar_or_that_of_the_simple_system_asked_the_same(tmp_path: Path) -> None:
    folder = intents(tmp_path / "banking77")
    known = {figure.metric: figure for figure in FORM.measure(folder, SILENT)}["accuracy, all"]
    assert known == Figure(
        "routing", "banking77", 3, "accuracy, all", 2 / 3, 0.939, 0.012, "of the most probable label"
    )
    beside = {figure.metric: figure for figure in FORM.measure(folder, replace(SILENT, beside=True))}
    assert beside["accuracy, all"] == replace(
        known, bar=2 / 3, half_width=0.0, note="of the most probable label; bar measured beside"
    )
    assert (beside["ECE, all"].bar, beside["ECE, all"].less_is_better) == (0.05, True), "wanted of every set"
    tuned = FORM.measure(intents(tmp_path / "banking"), replace(SILENT, tune=True))
    assert [figure.bar for figure in tuned if figure.subject == "routing"] == [None] * 4, "no bar was measured on it"
    assert beside["accuracy, 5"].note == "mean of 3 samples, of the most probable label; bar measured beside"
