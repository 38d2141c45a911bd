"""The sentence that answers: a folder with paragraphs.jsonl and questions.jsonl.

A paragraph is {id, title, text, sentences}, a question {text, paragraph, answers, gold} with the numbers (from 0) of
the sentences that answer, none for a question that its paragraph does not answer. The paragraphs are put into a
library; sentences are found, judged and quoted by `knowledge.quoting`, with the words' rarity as the library knows it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import fmean

from evals.public.bars import with_bar
from evals.public.corpus import COLLECTION, WORKSPACE, Entry, corpus_library
from evals.public.figures import Figure, Form, Measuring
from evals.rows import Row, read_rows
from knowledge.candidates import Candidate
from knowledge.chunking import document_id_of
from knowledge.evidence import THRESHOLD
from knowledge.library import Library
from knowledge.quoting import Quoted
from knowledge.types import BlockKind, Chunk, Passage, Query, Quote, Scope, Scores

DEEP = 80
"""Passages looked through for a question's own paragraph: as many as a channel of the retriever finds windows."""
_FILES = ("paragraphs.jsonl", "questions.jsonl")
_SCOPE = Scope()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its sentences as the set numbers them."""

    id: str
    title: str
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `gold` is empty when its paragraph does not answer it."""

    text: str
    paragraph: Paragraph
    answers: tuple[str, ...]
    gold: frozenset[int]


def fits(folder: Path) -> bool:
    """Whether a folder has the two files."""
    return all((folder / name).is_file() for name in _FILES)


def read(folder: Path) -> tuple[list[Paragraph], list[Asked]]:
    """The paragraphs and the questions about them, in the files' order."""
    read = [
        Paragraph(row.text("id", "_id"), row.text("title", default=""), row.text("text"), tuple(row.texts("sentences")))
        for row in read_rows(folder / "paragraphs.jsonl")
    ]
    paragraphs = {paragraph.id: paragraph for paragraph in read}
    return read, [_asked(row, paragraphs) for row in read_rows(folder / "questions.jsonl")]


def _asked(row: Row, paragraphs: Mapping[str, Paragraph]) -> Asked:
    paragraph, gold = paragraphs.get(row.text("paragraph")), frozenset(row.numbers("gold"))
    if paragraph is None:
        raise row.wrong(f"field 'paragraph' names {row.text('paragraph')!r}, which is none of paragraphs.jsonl")
    if not gold <= set(range(len(paragraph.sentences))):
        raise row.wrong(f"field 'gold' names {sorted(gold)} of {len(paragraph.sentences)} sentences, from 0")
    return Asked(row.text("text"), paragraph, tuple(row.texts("answers")), gold)


def entries(paragraphs: Sequence[Paragraph]) -> list[Entry]:
    """The paragraphs as a corpus takes them."""
    return [Entry(paragraph.id, paragraph.title, paragraph.text) for paragraph in paragraphs]


def given(library: Library, paragraph: Paragraph) -> list[Passage]:
    """A paragraph as if it had been found, whole: its passages (one, unless its title is no heading)."""
    document = library.catalogue.document(_SCOPE, document_id_of(WORKSPACE, COLLECTION, paragraph.id))
    blocks = [block for block in library.catalogue.blocks(_SCOPE, document.id) if block.kind is not BlockKind.HEADING]
    return [
        Passage(Chunk(document.id, document.id, number, path, tuple(section)), document, Scores(fused=1.0), "")
        for number, (path, section) in enumerate(groupby(blocks, key=lambda block: block.heading_path))
    ]


def number_of(paragraph: Paragraph, quote: Quote) -> int:
    """The number of the paragraph's sentence that most of a quote from it stands in.

    Counted in characters that are no white space: lines are broken otherwise in the text than in the sentences.
    """
    lines = [line.strip() for line in paragraph.text.splitlines() if line.strip()]
    block = lines.index(quote.stored.text)
    start = sum(map(_letters, lines[:block])) + _letters(quote.stored.text[: quote.start])
    end = start + _letters(quote.text)
    shared: list[int] = []
    at = 0
    for sentence in paragraph.sentences:
        shared.append(min(end, at + _letters(sentence)) - max(start, at))
        at += _letters(sentence)
    return shared.index(max(shared))


def is_right(asked: Asked, candidate: Candidate) -> bool:
    """Whether a candidate is a sentence that answers, in the paragraph asked about."""
    quote = candidate.quote
    if quote is None or candidate.passage.document.name != asked.paragraph.id:
        return False
    return number_of(asked.paragraph, quote) in asked.gold


def _letters(text: str) -> int:
    return len("".join(text.split()))


def measure(folder: Path, how: Measuring) -> Iterator[Figure]:
    """Accuracy with the paragraph given and from all paragraphs, and how surely missing answers are noticed."""
    paragraphs, questions = read(folder)
    answerable = [asked for asked in questions if asked.gold]
    how.tell(
        f"{folder.name}: {len(paragraphs):,} paragraphs, {len(answerable):,} of {len(questions):,} questions answered"
    )
    with corpus_library(entries(paragraphs), cache=how.cache, tell=how.tell) as library:
        yield from _given_figures(library, folder.name, answerable)
        yield from _found_figures(library, folder.name, questions)


def _given_figures(library: Library, name: str, answerable: Sequence[Asked]) -> Iterator[Figure]:
    right = [
        is_right(asked, library.quoter.rank(Query(asked.text), given(library, asked.paragraph))[0].candidate)
        for asked in answerable
    ]
    yield _figure("sentence, paragraph given", name, "accuracy", right)


def _found_figures(library: Library, name: str, questions: Sequence[Asked]) -> Iterator[Figure]:
    found = asyncio.run(_answer(library, questions))
    answered = [(asked, quoted.quotes) for asked, _, quoted in found if asked.gold]
    for metric, most in (("first quote holds the answer", 1), ("a quote holds the answer", None)):
        yield _figure(
            "sentence, end to end", name, metric, [_holds(asked, quotes[:most]) for asked, quotes in answered]
        )
    yield _abstention(
        name,
        [evidence for asked, evidence, _ in found if asked.gold],
        [evidence for asked, evidence, _ in found if not asked.gold],
    )
    kept = [quoted.sufficient for asked, _, quoted in found if asked.gold]
    yield _figure("abstain, source missing", name, "answerable questions kept at the threshold", kept)
    refused = [evidence < THRESHOLD for asked, evidence, _ in found if not asked.gold]
    yield _figure("abstain, source missing", name, "others refused at it, by their own paragraph", refused)


async def _answer(library: Library, questions: Sequence[Asked]) -> list[tuple[Asked, float, Quoted]]:
    """For each question the evidence (0..1) that its own paragraph answers it, and what is quoted of all paragraphs."""
    found: list[tuple[Asked, float, Quoted]] = []
    for asked in questions:
        query = Query(asked.text)
        quoted = await library.quoter.quote(await library.retriever.retrieve(query, _SCOPE), _SCOPE)
        own = await found_of_its_paragraph(library, asked)
        found.append((asked, library.quoter.evidence(query, library.quoter.rank(query, own)), quoted))
    return found


async def found_of_its_paragraph(library: Library, asked: Asked) -> list[Passage]:
    """What the retriever finds for a question in the paragraph that it is about, best first."""
    deep = await library.retriever.retrieve(Query(asked.text, limit=DEEP), _SCOPE)
    return [passage for passage in deep.passages if passage.document.name == asked.paragraph.id]


def _holds(asked: Asked, quotes: Sequence[Quote]) -> bool:
    return any(
        quote.document.name == asked.paragraph.id and any(answer in quote.text for answer in asked.answers)
        for quote in quotes
    )


def _figure(subject: str, name: str, metric: str, right: Sequence[bool]) -> Figure:
    value = fmean(right) if right else None
    note = "" if right else "no question is answered"
    return with_bar(Figure(subject, name, len(right), metric, value, note=note))


def _abstention(name: str, wanted: Sequence[float], others: Sequence[float]) -> Figure:
    """The chance that a paragraph that answers has more evidence than one that does not; ties count half."""
    subject, size = "abstain, source missing", len(wanted) + len(others)
    if not wanted or not others:
        return with_bar(Figure(subject, name, size, "AUROC", None, note="needs questions with and without an answer"))
    wins = sum((one > other) + 0.5 * (one == other) for one in wanted for other in others)
    return with_bar(Figure(subject, name, size, "AUROC", wins / (len(wanted) * len(others))))


FORM = Form("answering sentences", fits, measure)
