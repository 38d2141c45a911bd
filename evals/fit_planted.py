"""Fits what planted text is recognised by: `python -m evals.fit_planted [--cache CACHE] DATA` writes planted.npz.

DATA holds `docs`, a folder of documents of all kinds, and `bench` with the sets injection (attacks.jsonl), squad_dev
(paragraphs and questions), stackfaq and mtrag (corpus.jsonl). Half of each is fitted on: `evals.public.planted` parts
attacks by family, this script parts paragraphs by title, threads, and documents by parts of 40 blocks. Beside them
stand the sample site and the texts of `fit_planted.yaml`. What is printed is measured on the other half.

The weights of words are a logistic regression (`knowledge.planted.indices`, L2, so many kept as are largest). Those of
the context are fitted on scores that each fold's texts get from the weights fitted without that fold. The threshold is
where FALSE_ALARMS of the benign spans among them are taken for planted, and the lower one of spans that echo the
question where ECHO_ALARMS of benign lines that answer a question they say are: planted ones of these would be quoted
first, others seldom.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from evals.public import sentences
from evals.public.corpus import read_corpus
from evals.public.planted import Half, half_of, number_of, read_attacks, spans_of
from knowledge import planted
from knowledge.errors import DocumentRefused
from knowledge.lexicon import content_words
from knowledge.parsing import Parser
from knowledge.planted import Ids, Weights
from knowledge.readers import SUFFIXES
from knowledge.types import BlockKind

TEXTS = Path(__file__).with_suffix(".yaml")
SITE = Path(__file__).parent.parent / "knowledge" / "samples" / "site"
FOLDS = 4
REGULARISATION = 50.0
"""scikit-learn's C; 20 and 100 order the held-out texts about as well."""
KEPT = 40_000
"""Weights kept, the largest: 105 KB as a file."""
ECHOES = 3
"""Forms with a question's words that each attack is fitted in beside its own."""
FILLED = 2_500
"""Benign sentences made of templates."""
FILLED_ORDERS = 800
"""Orders made of templates. Those of one template are in one fold."""
FALSE_ALARMS = 0.001
"""Share of benign spans, of which the score has not seen the like, above the threshold."""
ECHO_ALARMS = 0.25
"""Share of lines that say the asked question and answer it at once, above the lower threshold of what echoes it."""
SECTION = 8  # blocks of a document that are looked at together
PART = 40  # blocks of a document that are in one half
PAGES = 60  # of a document that are read
SAMPLED = 1_200  # benign sections of a fold that the context is fitted on
_RECORDED = {".avi", ".m4a", ".mov", ".mp3", ".mp4", ".wav"}
_WEIGHT = {
    "attack": 5.0,
    "sentence of a long attack": 1.5,
    "echo": 0.5,
    "clause": 0.3,
    "benign": 4.0,
    "filled": 2.0,
    "filled order": 1.0,
}
_SOURCE_WEIGHT = {"stackfaq": 4.0, "squad_dev": 2.0, "site": 2.0}


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive benign spans of a source, in the half of their text."""

    source: str
    half: Half
    spans: tuple[str, ...]

    @property
    def fold(self) -> int:
        return number_of(self.spans[0]) % FOLDS


@dataclass(frozen=True, slots=True)
class Order:
    """An attack of the half that is fitted on. Those of one `family` are in one fold."""

    text: str
    family: str
    is_filled: bool = False

    @property
    def fold(self) -> int:
        return number_of(self.family) % FOLDS


@dataclass(frozen=True, slots=True)
class Data:
    """All that is fitted on and measured with."""

    orders: tuple[Order, ...]
    unseen: tuple[Order, ...]
    sections: tuple[Section, ...]
    questions: Mapping[Half, Sequence[sentences.Asked]]
    benign: tuple[str, ...]
    filled: tuple[str, ...]


Rows = NDArray[np.float64]
Flags = NDArray[np.bool_]


# --- reading ----------------------------------------------------------------------------------------------------------


def read(folder: Path, cache: Path | None) -> Data:
    """The data of a folder; `cache` keeps what was read of its documents."""
    own: dict[str, Any] = yaml.safe_load(TEXTS.read_text("utf-8"))
    bench = folder / "bench"
    attacks = read_attacks(bench / "injection")
    mine = [Order(text, f"own {number % 8}") for number, text in enumerate(own["attacks"])]
    made = filled(own["order_templates"], own["order_words"], FILLED_ORDERS)
    mine += [Order(text, template, is_filled=True) for text, template in made.items()]
    paragraphs, asked = sentences.read(bench / "squad_dev")
    questions: dict[Half, list[sentences.Asked]] = defaultdict(list)
    for one in asked:
        if one.gold:
            questions[half_of(one.paragraph.title)].append(one)
    sections = [Section("squad_dev", half_of(p.title), p.sentences) for p in paragraphs]
    for name in ("stackfaq", "mtrag"):
        for entry in read_corpus(bench / name / "corpus.jsonl"):
            if spans := spans_of(entry.text):
                sections.append(Section(name, half_of(entry.title or entry.id), tuple(spans)))
    sections.extend(_documents([folder / "docs", SITE], cache))
    return Data(
        orders=(*(Order(a.text, a.family) for a in attacks if a.half == "tune"), *mine),
        unseen=tuple(Order(a.text, a.family) for a in attacks if a.half == "report"),
        sections=tuple(sections),
        questions=questions,
        benign=tuple(own["benign"]),
        filled=tuple(filled(own["templates"], own["words"], FILLED)),
    )


def filled(templates: Sequence[str], words: Mapping[str, Sequence[str]], count: int) -> dict[str, str]:
    """So many different texts made of templates with words in their places, each with its template."""
    rng = random.Random(0)
    made: dict[str, str] = {}
    while len(made) < count:
        chosen = {name: rng.choice(choices) for name, choices in words.items()}
        template = rng.choice(templates)
        text = template.format_map(chosen)
        made[text[:1].upper() + text[1:]] = template
    return made


def _documents(folders: Sequence[Path], cache: Path | None) -> list[Section]:
    kept = cache / "documents.json" if cache is not None else None
    if kept is not None and kept.is_file():
        return [Section(source, half, tuple(spans)) for source, half, spans in json.loads(kept.read_text("utf-8"))]
    paths = [(folder.name, path) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    found = [section for source, path in paths for section in _document(path, source)]
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([(section.source, section.half, section.spans) for section in found]), "utf-8")
    return found


def _document(path: Path, source: str) -> Iterator[Section]:
    if path.suffix.lower() not in SUFFIXES or path.suffix.lower() in _RECORDED:
        return
    parser = Parser()
    try:
        _, reading = parser.read(path, path.name, first_pages=PAGES)
    except DocumentRefused as refused:
        sys.stderr.write(f"{path.name}: {refused}\n")
        return
    finally:
        parser.close()
    shown = [block for block in reading.blocks if block.kind not in (BlockKind.HEADING, BlockKind.CAPTION)]
    for number, numbered in groupby(enumerate(shown), key=lambda entry: entry[0] // SECTION):
        blocks = [block for _, block in numbered if not block.hidden]
        spans = [
            span for b in blocks for span in (spans_of(b.text) if b.kind is BlockKind.PARAGRAPH else [b.text]) if span
        ]
        if spans:
            yield Section(source, half_of(f"{path.name}#{number * SECTION // PART}"), tuple(spans))


# --- the weights of words ---------------------------------------------------------------------------------------------


def echo(question: str, attack: str, rng: random.Random) -> str:
    """An attack with the words of a question around it; other ways than those it is measured with."""
    asked = question.strip().rstrip("?")
    begun, order, ended = asked[:1].lower() + asked[1:], attack[:1].lower() + attack[1:], attack.rstrip(".")
    words = " ".join(content_words(asked)) or asked
    rest = asked.split(" ", 2)[-1]
    ways = (
        f"{asked}? {attack}",
        f"{asked}: {attack}",
        f"{asked} = {attack}",
        f"{asked}; {order}",
        f"Regarding {begun}, {order}",
        f"If you ask {begun}, {order}",
        f"To know {rest}, {order}",
        f"For {rest}: {attack}",
        f"On {words}, {order}",
        f"{words} {attack}",
        f"{ended} and {words}.",
        f"{ended} ({asked}).",
        f"{ended}; this answers {begun}.",
        f"{ended} when asked {begun}.",
    )
    return rng.choice(ways)


def fit_words(data: Data, without: int | None = None) -> Weights:
    """The weights of words fitted on the texts of `tune` but those of a fold, without weights of the context."""
    from scipy.sparse import csr_matrix  # pyright: ignore[reportMissingTypeStubs] - it has none
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    examples = list(_examples(data, without))
    found = [planted.indices(ids) for ids, _, _ in examples]
    rows = np.repeat(np.arange(len(found)), [len(each) for each in found])
    values = np.concatenate([np.full(len(each), len(each) ** -0.5) for each in found])
    matrix: Any = csr_matrix((values, (rows, np.concatenate(found))), shape=(len(found), 1 << planted.BITS))
    model: Any = LogisticRegression(C=REGULARISATION, solver="liblinear", max_iter=2000)
    model.fit(matrix, [is_attack for _, is_attack, _ in examples], sample_weight=[weight for _, _, weight in examples])
    table: NDArray[np.float32] = model.coef_[0].astype(np.float32)
    smallest = np.sort(np.abs(table))[-KEPT]
    return Weights(np.where(np.abs(table) >= smallest, table, np.float32(0)), float(model.intercept_[0]), np.zeros(4))


def _examples(data: Data, without: int | None) -> Iterator[tuple[Ids, bool, float]]:
    """The words of texts or clauses, whether they are an attack's, and how much each counts."""
    rng = random.Random(0)
    asked = data.questions["tune"]
    for order in data.orders:
        if order.fold != without:
            for text, weight in _sentences(order.text):
                weight = _WEIGHT["filled order"] if order.is_filled else weight
                yield planted.parts(text)[0], True, weight
                for _ in range(ECHOES):
                    echoed = spans_of(echo(rng.choice(asked).text, text, rng))[-1]
                    yield planted.parts(echoed)[0], True, weight * _WEIGHT["echo"]
    benign = [
        (span, _SOURCE_WEIGHT.get(section.source, 1.0))
        for section in data.sections
        if section.half == "tune" and section.fold != without
        for span in section.spans
    ]
    benign += [(text, _WEIGHT["benign"]) for text in data.benign if number_of(text) % FOLDS != without]
    benign += [(text, _WEIGHT["filled"]) for text in data.filled]
    benign += [(span, 1.0) for one in asked for span in _answered(one, rng)]
    for text, weight in benign:
        for number, ids in enumerate(planted.parts(text)):
            yield ids, False, weight * (_WEIGHT["clause"] if number else 1.0)


def _answered(asked: sentences.Asked, rng: random.Random) -> list[str]:
    """Benign spans that say a question and answer it."""
    said, answer = asked.text.strip().rstrip("?"), asked.answers[0]
    return rng.choice(([f"{said}: {answer}."], [f"{said}?", f"{answer}."], [f"Q: {said}?", f"A: {answer}."]))


def _sentences(text: str) -> list[tuple[str, float]]:
    """The sentences of an attack with their weights: of a long one, many are harmless by themselves."""
    found = [span for span in spans_of(text) if len(span.split()) >= planted.CLAUSE_WORDS] or [text]
    weight = _WEIGHT["attack"] if len(found) < 3 else _WEIGHT["sentence of a long attack"]
    return [(span, weight) for span in found if planted.parts(span)]


# --- the weights of the context ---------------------------------------------------------------------------------------


def contexts(
    weights: Weights, orders: Sequence[Order], sections: Sequence[Section], asked: Sequence[sentences.Asked]
) -> tuple[Rows, Flags, list[str]]:
    """What spans are judged by, whether they are planted, and what kind of text each is.

    Of paragraphs with each order planted (once as it is, twice with a question's words), of paragraphs that say a
    question and answer it, and of benign sections.
    """
    rng = random.Random(0)
    rows: list[Rows] = []
    flags: list[bool] = []
    kinds: list[str] = []

    def add(spans: Sequence[str], question: str, told: Sequence[str]) -> None:
        rows.append(planted.context(spans, question, weights))
        flags.extend(kind.startswith("planted") for kind in told)
        kinds.extend(told)

    for order in orders:
        for way in ("plain", "echo", "echo"):
            one = rng.choice(asked)
            text = " ".join((order.text if way == "plain" else echo(one.text, order.text, rng)).split())
            spans = spans_of(text if text[-1:] in ".?!" else f"{text}.")
            clean, place = one.paragraph.sentences, rng.randrange(len(one.paragraph.sentences) + 1)
            told = ["beside planted"] * place + [f"planted, {way}"] * len(spans)
            add([*clean[:place], *spans, *clean[place:]], one.text, told + ["beside planted"] * (len(clean) - place))
    for one in rng.sample(list(asked), min(len(asked), 60)):
        lines = _answered(one, rng)
        first, rest = one.paragraph.sentences[:1], one.paragraph.sentences[1:]
        told = ["squad_dev", *["question" if line[-1] == "?" else "answered question" for line in lines]]
        told += ["squad_dev"] * len(rest)
        add([*first, *lines, *rest], one.text, told)
    for section in sections:
        add(section.spans, "", [section.source] * len(section.spans))
    return np.concatenate(rows), np.array(flags), kinds


def fit(data: Data) -> Weights:
    """All weights, fitted on the texts of `tune`."""
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    found: list[tuple[Rows, Flags, list[str]]] = []
    for fold in range(FOLDS):
        weights = fit_words(data, without=fold)
        orders = [order for order in data.orders if order.fold == fold]
        sections = [section for section in data.sections if section.half == "tune" and section.fold == fold]
        some = random.Random(fold).sample(sections, min(len(sections), SAMPLED))
        found.append(contexts(weights, orders, some, data.questions["tune"]))
        sys.stderr.write(f"fold {fold + 1} of {FOLDS} is fitted\n")
    rows, flags = np.concatenate([each[0] for each in found]), np.concatenate([each[1] for each in found])
    kinds = np.array([kind for each in found for kind in each[2]])
    model: Any = LogisticRegression(C=10.0, max_iter=1000)
    plain = ~np.isin(kinds, ["question", "answered question"])
    model.fit(rows[plain, :2], flags[plain], sample_weight=np.where(flags[plain], 2.0, 1.0))
    scores: NDArray[np.float64] = rows[:, :2] @ model.coef_[0]
    threshold = float(np.quantile(scores[plain & ~flags & (kinds != "beside planted")], 1 - FALSE_ALARMS))
    lower = float(np.quantile(scores[(kinds == "answered question") & (rows[:, 2] > 0)], 1 - ECHO_ALARMS))
    return replace(fit_words(data), context=np.array([*model.coef_[0], max(threshold - lower, 0.0), -threshold]))


def save(weights: Weights, path: Path) -> None:
    """Writes weights as `knowledge.planted.fitted` reads them: where those that are not 0 stand, as steps, and them."""
    places = np.flatnonzero(weights.table)
    np.savez_compressed(
        path,
        steps=np.diff(places, prepend=0).astype(np.uint32),
        values=weights.table[places].astype(np.float16),
        bias=np.float64(weights.bias),
        context=weights.context,
    )


def report(data: Data, weights: Weights) -> Iterator[tuple[str, int, float]]:
    """Of each kind of text of `report`: its name, how many spans, and the share of them taken for planted."""
    sections = [section for section in data.sections if section.half == "report"]
    rows, _, kinds = contexts(weights, data.unseen, sections, data.questions["report"])
    suspected = rows @ weights.context[:-1] + weights.context[-1] > 0
    for kind in sorted(set(kinds)):
        of_kind = np.array(kinds) == kind
        yield kind, int(of_kind.sum()), float(suspected[of_kind].mean())


def main(arguments: Sequence[str]) -> None:
    """Fits, writes the file and prints the shares."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_planted", description=main.__doc__)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args(arguments)
    data = read(asked.data, asked.cache)
    weights = fit(data)
    save(weights, planted.WEIGHTS)
    size = planted.WEIGHTS.stat().st_size
    sys.stdout.write(f"{planted.WEIGHTS.name}: {size:,} bytes, context {np.round(weights.context, 2)}\n")
    for kind, count, share in report(data, weights):
        sys.stdout.write(f"{kind}: {share:.4f} of {count:,} spans taken for planted\n")


if __name__ == "__main__":
    main(sys.argv[1:])
