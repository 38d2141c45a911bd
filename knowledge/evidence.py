"""How likely it is that what would be quoted first answers the question, so that what it does not answer is refused.

A question that the documents answer is met by *one* span: with its headings and what leads to it, it holds what the
question names, the right machine and the right number too, and it has the kind of thing that is asked for. Where a
price, a machine or a condition is missing, the span that comes nearest lacks it, however well its page was found.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from knowledge.answering import Question
from knowledge.lexicon import code_words, content_words, holds, stem, stems
from knowledge.likeness import Likeness
from knowledge.rarity import rarity
from knowledge.types import Passage

THRESHOLD = 0.4
"""Evidence from which a question is answered: of the questions of `squad_dev` that are answered it keeps 97 %, and it
refuses 91 % of the others, judged by their own paragraph; of the suite crew's `tune` questions whose best span is right
it keeps 97 % and refuses 69 % of the near misses, and at 0.35 98 % and 62 %."""


@dataclass(frozen=True, slots=True)
class Span:
    """What would be quoted: its own words, and these with its headings and what leads to it. `is_row` tells a table's
    row from prose, and `label` is its first cell: what the row is about."""

    text: str
    around: str
    is_row: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Signals:
    """What the evidence is judged by, each 0..1 but for `held` and `attended`, or how much each of these counts.

    `cosine` is that of the passage's nearest window. Of what the question names, each word weighted by how rare it is
    in the documents, `passage` is the share that the passage holds with its headings and its document's title, and
    `lacking` the weight of the rarest word that the span does not hold, as a share of the rarest's. `held` adds up how
    rare in English at large the words are that the span holds with what stands around it: a long message tells much
    that no document says, and is met all the same. `own` is 1 when at least one of the words stands in the span itself.
    `unlabelled` is the share of a row's label that the question does not say, 0 for prose: "par for tomatoes" is not
    met by the lettuce's row. `number` is 1 when a number or code that names something in the question ("week 5",
    "FM-2499", but not "5 hours") is not there. `attribute` is 1 when the question asks by its name for an attribute
    that is not given there, `kind` when it asks for a number, a time, a person, a place or a reason and the span has
    none, and `row` when it asks how something is done and the span is a table's row that lacks a word of it.

    The others are MiniLM's: `headed` and `alone` are the cosine of the question and the span, under its headings and by
    itself, `attended` the reranker's logit (`knowledge.reranker`), and the rest how like their words are
    (`knowledge.likeness`).
    """

    cosine: float
    passage: float
    lacking: float
    held: float
    own: float
    unlabelled: float
    number: float
    attribute: float
    kind: float
    row: float
    headed: float = 0.0
    alone: float = 0.0
    literal: float = 0.0
    meant: float = 0.0
    literal_back: float = 0.0
    meant_back: float = 0.0
    attended: float = 0.0


NAMES = tuple(field.name for field in fields(Signals))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each signal counts, and the logit where there is none of any."""

    bias: float
    signals: Signals


WORDS_ALONE = Weights(
    bias=-1.92,
    signals=Signals(
        cosine=2.12,
        passage=2.59,
        lacking=-1.16,
        held=0.48,
        own=0.32,
        unlabelled=-0.82,
        number=-2.22,
        attribute=-2.22,
        kind=-1.09,
        row=-1.69,
    ),
)
WEIGHTS = Weights(
    bias=0.44,
    signals=Signals(
        cosine=0.32,
        passage=0.88,
        lacking=-1.25,
        held=0.15,
        own=-0.57,
        unlabelled=-0.51,
        number=-1.22,
        attribute=-1.39,
        kind=-1.08,
        row=-1.02,
        headed=-2.01,
        alone=1.76,
        literal=-3.62,
        meant=3.90,
        literal_back=-0.52,
        meant_back=1.18,
        attended=0.49,
    ),
)
"""Fitted by `evals/fit_evidence.py` on the `tune` questions of the suites answers, crew, refusal and retrieval, of
`datasets/answers.yaml`, of the sheets and on half of `squad_dev`, parted by title; WORDS_ALONE is for embedders other
than MiniLM. Right spans against questions that are not answered, AUROC on what is reported by: squad_dev 0.97; of near
misses, which were written to be hard, the suite crew's 0.94 and the sheets' 0.86. By words alone it is 0.96, 0.77 and
0.57. Of 130 questions over manuals that nothing was fitted on 76 are answered rightly and of 80 near misses 51
refused."""


def signals(question: Question, text: str, passage: Passage, span: Span, before: str = "") -> Signals:
    """What the evidence of a span is judged by. `text` is the question as asked, `before` what earlier turns said that
    it leans on."""
    held, own = stems(span.around), stems(span.text)
    said = {stem(word): word for word in reversed(content_words(text))}
    asked = {stem(word): word for word in content_words(before)} | said
    given = question.given_by(span.around)
    stands = {word for word in question.weights if word in given or _stands(word, held, span.around)}
    # of what earlier turns said nothing need stand there: "and on the oven?" leaves the fryer behind
    weights = {word: value for word, value in question.weights.items() if word in said or word in stands}
    missing = [value for word, value in weights.items() if word not in stands]
    return Signals(
        cosine=max(passage.scores.cosine or 0.0, 0.0),
        passage=coverage(weights, passage_stems(passage)),
        lacking=max(missing, default=0.0) / max(weights.values(), default=1.0),
        held=sum(rarity(asked[word]) for word in stands if word in asked),
        own=float(any(_stands(word, own, span.text) for word in weights)),
        unlabelled=_unsaid(span.label, frozenset(asked)) if span.is_row else 0.0,
        number=float(any(not _is_number_of(number, span.around) for number in _numbers(text))),
        attribute=float(question.lacks_attribute(span.around)),
        kind=float(question.asks_for_a_thing and not question.is_met_by(span.text, span.around)),
        row=float(
            span.is_row and question.asks_for_a_course and any(not _stands(word, own, span.text) for word in weights)
        ),
    )


def _unsaid(label: str, asked: frozenset[str]) -> float:
    """The share (0..1) of a label's telling words that are not asked for; 1 for a label without any."""
    words = [stem(word) for word in content_words(label)]
    return 1 - sum(holds(asked, word) for word in words) / len(words) if words else 1.0


def alike(found: Signals, headed: float, alone: float, like: Likeness, attended: float) -> Signals:
    """The signals with those that cost an embedding."""
    return replace(
        found,
        headed=headed,
        alone=alone,
        literal=like.literal,
        meant=like.meant,
        literal_back=like.literal_back,
        meant_back=like.meant_back,
        attended=attended,
    )


def strength(found: Signals, *formulas: Weights) -> float:
    """The probability (0..1) that a span with these signals answers; of several formulas halfway, in log-odds."""
    logits = [one.bias + sum(getattr(found, name) * getattr(one.signals, name) for name in NAMES) for one in formulas]
    return 1 / (1 + math.exp(-sum(logits) / len(logits)))


def coverage(weights: Mapping[str, float], held: frozenset[str]) -> float:
    """The share (0..1) of the weights of the stems that a text holds; 0 when there are none."""
    total = sum(weights.values())
    return sum(value for word, value in weights.items() if word in held) / total if total else 0.0


def passage_stems(passage: Passage) -> frozenset[str]:
    """The stems of a passage, its headings, its columns' names and its document's title."""
    headers = [name for stored in passage.chunk.blocks for name in (*stored.block.header, stored.block.table)]
    return stems(" ".join([passage.document.title, *passage.chunk.heading_path, *headers, passage.chunk.text]))


# --- the words of the question ----------------------------------------------------------------------------------------

_SYMBOLS: Mapping[str, str] = {
    "gram": "k?g", "ounc": "(?:fl )?oz", "pound": "lbs?", "gallon": "gal", "lit": "l", "inch": "in", "foot": "ft",
    "feet": "ft", "hour": "h", "minut": "min", "second": "s", "amp": "a", "volt": "v", "watt": "k?w", "degre": "°",
    "percent": "%", "decibel": "db", "kilo": "kg",
}  # fmt: skip
"""Stems of units, and how the unit is written after a number."""


def _numbers(text: str) -> list[str]:
    return [*(number for _, number in numbered_names(text)), *code_words(text)]


_NAMED = re.compile(r"\b(?P<word>[A-Za-z]+) (?P<number>\d+(?:[.,]\d+)*)(?![\w°%])(?= ?(?P<next>[A-Za-z]*))")
_COUNTED = frozenset({*_SYMBOLS, "day", "week", "month", "year", "dollar", "buck", "time", "people", "guest", "person"})
"""Stems of what numbers count: such a number is no name."""
_READ = frozenset(
    map(
        stem,
        "show read display measure hit reach drop climb rise fall stay stand temperature age turn above below around "
        "nearly almost exactly past minus negative level".split(),
    )
)
"""Stems of words before a number that was read or reached: "showing 43" names nothing either."""


def _stands(word: str, held: frozenset[str], text: str) -> bool:
    if holds(held, word):
        return True
    symbol = _SYMBOLS.get(word)
    return symbol is not None and re.search(rf"\d ?{symbol}(?![a-z])", text, re.IGNORECASE) is not None


def numbered_names(text: str) -> list[tuple[str, str]]:
    """What a text names by a word and a number, as written, each once: ("FryMate", "500"), but not "5 hours"."""
    return [
        (match["word"], match["number"])
        for match in _NAMED.finditer(text)
        if content_words(match["word"])
        and stem(match["word"].lower()) not in _READ
        and stem(match["next"].lower()) not in _COUNTED
    ]


def namesakes(name: tuple[str, str], texts: Iterable[str]) -> list[str]:
    """What is named by the same word and another number in texts, as written, each once; [] when the name itself is."""
    word, number = name
    found = [match for text in texts for match in re.finditer(rf"\b{word} (\d+(?:[.,]\d+)*)\b", text, re.IGNORECASE)]
    if any(match.group(1) == number for match in found):
        return []
    return list({match.group(0).lower(): match.group(0) for match in found}.values())


def _is_number_of(number: str, text: str) -> bool:
    """Whether a number or code stands in a text; a code however it is written: "e5" for "E-05"."""
    runs: list[str] = re.findall(r"[^\W\d_]+|\d+", number)
    as_code = r"[ .-]?".join(f"0*{run.lstrip('0')}" if run.isdigit() else run for run in runs)
    asked = as_code if len(runs) > 1 and runs[0].isalpha() else re.escape(number)
    return re.search(rf"(?<![\w.,]){asked}(?!\w|[.,]\d)", text, re.IGNORECASE) is not None
