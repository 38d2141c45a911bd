"""From passages to the spans that answer: whole procedures, rows of tables, sentences, and their warnings."""

from __future__ import annotations

import asyncio
import math
import re
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.amounts import Range, agrees, ranges, without_amounts
from knowledge.answering import FULL, QUICK, Features, Question, Unit, embedded, score
from knowledge.catalogue import LONGEST_SECTION, Catalogue
from knowledge.chunking import row_text
from knowledge.embedder import Embedder, WordEmbedder
from knowledge.evidence import THRESHOLD, WEIGHTS, WORDS_ALONE, Signals, Span, alike, signals, strength
from knowledge.index import VectorIndex
from knowledge.lexicon import code_words, content_words, stem, stems
from knowledge.likeness import Likeness, TextVectors, likeness
from knowledge.lists import Listing, as_list, listing, may_list
from knowledge.planted import CERTAIN, is_no_answer, suspicions
from knowledge.reranker import fitted
from knowledge.retriever import Retriever, all_turns, own_share
from knowledge.sentences import split_sentences
from knowledge.types import (
    Block,
    BlockKind,
    Passage,
    Query,
    Quote,
    QuoteKind,
    Retrieval,
    Scope,
    Section,
    StoredBlock,
    whole,
)

PASSAGES = 6
"""Passages that quotes are looked for in: an answer from further down is a guess."""
QUOTES = 6
"""Quotes beside a procedure at most: what a person reads on a phone."""
ROWS = 4
SENTENCES = 3
WARNINGS = 3

EMBEDDED = 10
"""Candidates judged by their cosines too: each takes two embeddings of about a millisecond."""
EMBEDDED_OF_A_PASSAGE = 5
"""So many of them of one passage: the rows of a table are often all as good, and would leave no room for others."""
HOPELESS = 3.0
"""Logits behind the best by words from which a candidate is not embedded: of 2.5, 3, 3.5 and 4 the least with which the
`tune` questions of the suites answers and retrieval are answered as well as with more. Three or four candidates a
question are embedded on average."""
NEAR = 2.5
"""Logits behind the best span of a passage up to which another of its kind is quoted too. Of questions in crews' words
one in a hundred more is shown what answers than with 2, for a quote more in every seven answers; with 3 the list that a
sentence announces is crowded out."""
OF_A_PROCEDURE = 600
"""Characters of a procedure that the reranker reads: some more than the words that it looks at."""
FEWEST = 2
"""Telling words of the shortest question whose evidence MiniLM is asked for."""
APPLIES = 4.0
"""Logits behind the best span up to which a warning of the same passage is taken to speak of the same thing."""
SECOND_PASSAGE = 0.3
"""Logits behind the best up to which another passage is quoted too."""
FIRST_FOUND = 1.5
"""The same for the passage that was found first: where finding and picking disagree, both are shown."""
MOST_PASSAGES = 2
HARMLESS = -5.0
"""Suspicion (log odds) up to which a sentence is shown for standing beside another: it need say nothing of what was
asked, as what was planted does not. Nine in ten sentences of manuals are below it."""

MOST_LISTS = 3
"""Tables that a list is made of at most."""
LISTED = 0.99
"""The evidence of a list: what asks for the rows of a column is answered by that column; by hand."""

EXPLAINS = 4.0
"""Logits that what explains a name is worth more to who asks what it means; by hand."""
_MEANING = re.compile(
    r"\W*(?:what(?:'?s| is| are| does)?|who(?:'?s| is| are)?|define|(?:meaning|definition) of) (?:(?:an?|the|by) )?"
    r"(?P<name>[\w&/-]+(?: (?!mean|stand|short)[\w&/-]+)?)(?: (?:mean|stand for|short for))?\W*$",
    re.IGNORECASE,
)

READ_OFF = 0.9
"""The least evidence of a row that is read off a table by an amount, and of what explains a name; by hand."""
_OF_READINGS = stems("reads reading shows showing says temp temperature fine bad normal high low right alright still")

OTHER_AMOUNT = 3.0
"""Logits that what is for another amount than the question's stands behind what is for that one; by hand: more than
`NEAR`, so that it is not quoted beside it."""
AS_MUCH = 8.0
"""Logits behind the best of its section up to which what is said of the question's amount is taken to speak of the same
thing; by hand."""

_ORDERS = frozenset({QuoteKind.STEP, QuoteKind.WARNING})
"""Kinds of spans that give orders: they must be planted beyond doubt to be kept back, since a procedure without one of
its steps is worse than none."""

_HOW = re.compile(
    r"\b(how (do|to|can|should|would|does|did|you)|steps?|procedures?|instructions?|what now|what next|"
    r"what (do|should|must) (i|we|you) do|what to do|walk me|show me|way to|guide|checklist)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(open(ing)?|clos(e|ing)|clean(ing)?|reset|clear|fix|replace|change|light|relight|start( up)?|shut ?down|drain|"
    r"filter|boil ?out|descale|sanitize|calibrate|wash(ing)?|set up|unjam|unclog)\b",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"^(?!.*(?:\?|\b(?:how|what|which|when|where|who|why|whose|(?:do|does|can|could|should|may|must|would) \w+)\b))"
    r".*\b(?:is|are|was|were|went|has|have|just|got|gets|keeps?|stopped|broke|fell|failed|(?:wo|is|does|ca|did)n'?t)\b",
    re.IGNORECASE,
)
"""Tells of something that happens, and asks for nothing: "the power is out"."""
_STEPS = re.compile(
    r"\b(steps?|procedures?|instructions?|checklist|walk me|show me|how (do|to|can|should))\b"
    r"(?!.*\b(how (hot|cold|warm|long|soon|often|many|much|high|deep|big|far)|what|which|when|where|who|why|know)\b)",
    re.IGNORECASE,
)
"""Asks for what is done, whatever it is about: "steps to check the oil temperature" asks for no temperature."""
_FACT = re.compile(
    r"^\W*(what|which|who|whose|where|when|why|is|are|was|were|does|did|has|have|can|could|may|should|must)\b",
    re.IGNORECASE,
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What could be shown of a passage: a span, or with `quote` None the whole procedure of its section.

    `unit` is what it is judged by, `headed` its text under its headings, as it is embedded.
    """

    passage: Passage
    unit: Unit
    headed: str
    quote: Quote | None

    @property
    def section(self) -> Section:
        return self.passage.document.id, self.passage.chunk.heading_path


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A candidate with what it is judged by and the logit of its chance to be what answers."""

    candidate: Candidate
    features: Features
    logit: float


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted, in display order: what answers best first, but a procedure's warnings before its steps.

    Empty when there is no passage. Scores are 0..1 and rank quotes of one question only. `evidence` is the calibrated
    probability (0..1) that they answer the question, and `sufficient` says whether that reaches the threshold. `lead`
    is what is to be said of a list before it, or "".
    """

    quotes: list[Quote]
    evidence: float = 0.0
    sufficient: bool = False
    lead: str = ""


class Quoter:
    """Picks the spans of a retrieval that answer its question."""

    def __init__(
        self, catalogue: Catalogue, embedder: Embedder, index: VectorIndex, *, threshold: float = THRESHOLD
    ) -> None:
        """`threshold` is the evidence (0..1) under which nothing is answered."""
        self.threshold = threshold
        self._catalogue = catalogue
        self._retriever = Retriever(catalogue, index, embedder)
        # the weights of cosines are fitted to MiniLM's, and of a provider they would cost another call
        self._vectors = _Vectors(embedder) if isinstance(embedder, WordEmbedder) else None

    async def quote(self, retrieval: Retrieval, scope: Scope) -> Quoted:
        """What a retrieval quotes in answer to its question, and how surely that answers it."""
        if not retrieval.passages:
            return Quoted([])
        if listed := await asyncio.to_thread(self._listed, retrieval, scope):
            return listed
        if (as_asked := as_list(retrieval.query.text)) is not None:
            wider = await self._retriever.retrieve(replace(retrieval.query, text=as_asked), scope)
            wider = replace(wider, query=retrieval.query)
            if listed := await asyncio.to_thread(self._listed, wider, scope, marks_alone=True):
                return listed
        return await asyncio.to_thread(self._quote, retrieval, scope)

    def rank(self, query: Query, passages: Sequence[Passage]) -> list[Ranked]:
        """What the passages could show for a question, best first. Blocks while it embeds."""
        question = self.question(query)
        is_how = asks_for_steps(query.text, question)
        found = [
            one
            for one in candidates(_with_table(query.text, _of_the_same(query, passages)), query.text)
            if one.quote is not None
            or (is_how and question.names(f"{one.unit.headings} {one.unit.text}") and not _is_a_card(query.text, one))
        ]
        ranked = _sorted(Ranked(one, features := question.features(one.unit), score(features, QUICK)) for one in found)
        short = _shortlist(ranked)
        if self._vectors is None or not short:
            return _as_asked(query.text, ranked)
        near = self._vectors.near(query, question.weights, [one.candidate for one in short])
        nearest = _sorted(
            Ranked(one.candidate, features := embedded(one.features, *each), score(features, FULL))
            for one, each in zip(short, near, strict=True)
        )
        behind = nearest[-1].logit - ranked[0].logit  # the others stay behind those of the shortlist
        others = [replace(one, logit=one.logit + behind) for one in ranked if one not in short]
        return _as_asked(query.text, [*nearest, *others])

    def near(self, query: Query, found: Sequence[Candidate]) -> list[tuple[float, float, Likeness, float]]:
        """The cosines of each candidate to the question, under its headings and by itself, how like their words are,
        and the reranker's logit; [] where the embedder is not MiniLM. Blocks while it embeds."""
        if self._vectors is None:
            return []
        return self._vectors.near(query, self.question(query).weights, found)

    def evidence(self, query: Query, ranked: Sequence[Ranked]) -> float:
        """The calibrated probability (0..1) that the best of what was ranked answers the question."""
        if not ranked:
            return 0.0
        question = self.question(query)
        found = self._signals(query, question, ranked[0])
        # one word is no question that MiniLM could hold against a text
        if self._vectors is None or len(question.weights) < FEWEST:
            return strength(found, WORDS_ALONE)
        # what a procedure is for is told by its heading alone, and its steps need say nothing of it
        return strength(found, *((WORDS_ALONE, WEIGHTS) if ranked[0].candidate.quote is None else (WEIGHTS,)))

    def signals(self, query: Query, best: Ranked) -> Signals:
        """What the evidence of the best candidate is judged by."""
        return self._signals(query, self.question(query), best)

    def _signals(self, query: Query, question: Question, best: Ranked) -> Signals:
        unit, quote = best.candidate.unit, best.candidate.quote
        around = " ".join([unit.text, unit.headings, unit.before])
        label = quote.stored.block.cells[0] if quote is not None and quote.stored.block.cells else ""
        span = Span(around if quote is None else unit.text, around, unit.is_row, label)
        found = signals(question, query.text, best.candidate.passage, span, " ".join(query.previous))
        if self._vectors is None:
            return found
        like = self._vectors.likeness(query, question.weights, best.candidate)
        attended = best.features.attended
        if quote is None:  # it was picked by its heading; that it answers, its steps may tell
            attended = max(attended, self._vectors.attended(query, with_steps(best.candidate)))
        return alike(found, best.features.cosine, best.features.alone, like, attended)

    def question(self, query: Query) -> Question:
        """The question as candidates are judged by it; the words of earlier turns count for less."""
        return Question(query.text, self._retriever.asked(query))

    def _quote(self, retrieval: Retrieval, scope: Scope) -> Quoted:
        ranked = self.rank(retrieval.query, retrieval.passages)
        evidence = self.evidence(retrieval.query, ranked)
        row = _read_off(retrieval.query.text, retrieval.passages)
        for read in [one for one in ranked if row is not None and _is_of(one, row)]:
            first = max(one.logit for one in ranked) + OTHER_AMOUNT
            ranked = [replace(read, logit=first), *(one for one in ranked if one is not read)]
            evidence = max(evidence, READ_OFF)
        if ranked and _explains(retrieval.query.text, ranked[0]):
            evidence = max(evidence, READ_OFF)
        return Quoted(self._chosen(retrieval, ranked, scope), evidence, evidence >= self.threshold)

    def _listed(self, retrieval: Retrieval, scope: Scope, *, marks_alone: bool = False) -> Quoted | None:
        """The rows of tables, or of tables of marks alone, that a question asks for all of, wherever they stand."""
        question, previous = retrieval.query.text, retrieval.query.previous
        lists: list[tuple[Listing, Passage]] = []
        for passage, of in _tables(retrieval.passages[:PASSAGES]):
            if not may_list(question, previous, of) or len(lists) == MOST_LISTS:
                continue
            path = passage.chunk.heading_path
            section = self._catalogue.section(scope, passage.document.id, path)
            if len(section) == LONGEST_SECTION:
                continue  # a list of its first rows would pass for one of all
            table = [stored for stored in section if _is_of_table(stored.block, of)]
            found = suspicions([stored.text for stored in table])
            table = [stored for stored, suspicion in zip(table, found, strict=True) if suspicion <= 0]
            listed = listing(question, previous, [passage.document.title, *path, of.table], table)
            if listed is not None and not (marks_alone and listed.of != "marks"):
                lists.append((listed, passage))
                if listed.of == "marks":
                    break
        if not lists:
            return None
        lists = [one for one in lists if one[0].of != "some"][-1:] or lists
        quotes = [whole(row, passage.document) for listed, passage in lists for row in listed.rows]
        if lists[0][0].of == "marks":
            passage = lists[0][1]
            quotes += self._rule(retrieval, (passage.document.id, passage.chunk.heading_path))
        lead = " ".join(listed.lead for listed, _ in lists)
        return Quoted(quotes, LISTED, self.threshold <= LISTED, lead)

    def _rule(self, retrieval: Retrieval, table: Section) -> list[Quote]:
        """What the documents say outside a table about what it is asked for: that nothing is promised gluten-free."""
        ranked = self.rank(retrieval.query, retrieval.passages)
        for one in ranked:
            quote = one.candidate.quote
            if one.candidate.section != table and quote is not None and quote.kind is not QuoteKind.ROW:
                return [quote] if one.logit >= ranked[0].logit - APPLIES else []
        return []

    def _chosen(self, retrieval: Retrieval, ranked: Sequence[Ranked], scope: Scope) -> list[Quote]:
        chances = _chances(ranked)
        asked = stems(retrieval.query.text)
        chosen: list[Quote] = []
        seen: set[str] = set()
        first = (retrieval.passages[0].document.id, retrieval.passages[0].chunk.heading_path)
        for best in _to_show(ranked, first):
            if best.candidate.quote is None:
                quotes = self._procedure(best.candidate.passage, chances[id(best.candidate)], scope)
            else:
                quotes = [replace(quote, score=chances[id(one)]) for one, quote in _spans(best, ranked, asked)]
            for quote in quotes:
                if quote.span_id not in seen and quote.stored.id not in seen:
                    seen.add(quote.span_id)
                    chosen.append(quote)
            if sum(quote.kind is not QuoteKind.STEP for quote in chosen) >= QUOTES:
                break
        return chosen

    def _procedure(self, passage: Passage, score: float, scope: Scope) -> list[Quote]:
        """The whole procedure of the passage's section: its warnings first, then every step in order.

        A small table of the section belongs to it: the limits that the steps are to keep.
        """
        section = self._catalogue.section(scope, passage.document.id, passage.chunk.heading_path)
        found = suspicions([stored.text for stored in section])
        kept = [
            stored
            for stored, suspicion in zip(section, found, strict=True)
            if suspicion <= (0 if stored.kind is BlockKind.ROW else CERTAIN)
        ]
        rows = sum(stored.kind is BlockKind.ROW for stored in kept)
        shown = {BlockKind.STEP, BlockKind.ROW} if rows <= ROWS else {BlockKind.STEP}
        course = [stored for stored in kept if stored.kind in shown]
        warnings = [stored for stored in kept if stored.kind is BlockKind.WARNING]
        return [whole(stored, passage.document, score) for stored in (*warnings[:WARNINGS], *course)]


# --- what could be shown ----------------------------------------------------------------------------------------------


def candidates(passages: Sequence[Passage], question: str = "") -> Iterator[Candidate]:
    """What could be shown of the first passages (best first): each span, then the procedure if there is one.

    What was planted in a document to be quoted in answer to `question` could not (`knowledge.planted`).
    """
    top = max((passage.scores.fused for passage in passages[:1]), default=0.0)
    for passage in passages[:PASSAGES]:
        rank = passage.scores.fused / max(top, 1e-6)
        title, path = passage.document.title, passage.chunk.heading_path
        headings = " ".join([title, *path])
        prefix = " – ".join(dict.fromkeys(name for name in (title, *path[-2:]) if name))
        steps: list[str] = []
        before = lead = ""
        for quote in _trusted(passage, question):
            text, stored = quote.text, quote.stored
            is_item = stored.kind is BlockKind.ITEM
            if stored.kind is BlockKind.ROW:
                text, before = " ".join([text, *stored.block.header, stored.block.table]), ""
            shown = row_text(stored.block) if stored.kind is BlockKind.ROW else quote.text
            unit = Unit(
                text,
                headings,
                lead if is_item else before,
                rank,
                is_row=stored.kind is BlockKind.ROW,
                is_listed=quote.kind is not QuoteKind.SENTENCE,
            )
            if not _asks(quote):
                yield Candidate(passage, unit, f"{prefix}: {shown}" if prefix else shown, quote)
            before = text
            if not is_item:
                lead = text  # a list belongs to the sentence that leads to it
            if stored.kind is BlockKind.STEP:
                steps.append(text)
        if steps:
            name = path[-1] if path else title
            above = " ".join([title, *path[:-1]])
            unit = Unit(name, above, " ".join(steps), rank, is_procedure=True, is_listed=True)
            yield Candidate(passage, unit, prefix or steps[0], None)


def with_steps(procedure: Candidate) -> str:
    """A procedure under its headings and with its first steps, as the reranker reads it."""
    return f"{procedure.headed}: {procedure.unit.before}"[:OF_A_PROCEDURE]


def _asks(quote: Quote) -> bool:
    """Whether a span is a question of the document's own, which the text after it answers."""
    return quote.kind in (QuoteKind.SENTENCE, QuoteKind.ITEM) and quote.text.rstrip().endswith("?")


def asks_how(text: str) -> bool:
    """Whether a message asks how something is done, so that a whole procedure may be the answer."""
    if _HOW.search(text) is not None:
        return True
    return (_DOING.search(text) or _HAPPENS.search(text)) is not None and _FACT.match(text) is None


def _is_a_card(text: str, procedure: Candidate) -> bool:
    """Whether a procedure is for an emergency, and a message only tells of something: "the fryer is leaking" is no
    leak of gas, or it would have been heard as one."""
    is_only_told = _HOW.search(text) is None and _DOING.search(text) is None
    return is_only_told and procedure.passage.document.is_for_emergencies


def asks_for_steps(text: str, question: Question) -> bool:
    """Whether a whole procedure may answer: it is asked how something is done, and not for a number, a time or such."""
    return asks_how(text) and (not question.asks_for_a_thing or _STEPS.search(text) is not None)


def _trusted(passage: Passage, question: str) -> list[Quote]:
    """The spans of a passage, in order, without those that were planted in it."""
    spans = [quote for stored in passage.chunk.blocks for quote in _spans_of(stored, passage)]
    found = suspicions([quote.text for quote in spans], question)
    return [
        quote
        for quote, suspicion in zip(spans, found, strict=True)
        if suspicion <= (CERTAIN if quote.kind in _ORDERS else 0)
        and not (quote.kind is not QuoteKind.STEP and is_no_answer(quote.text, question))
    ]


def _spans_of(stored: StoredBlock, passage: Passage) -> list[Quote]:
    """A block whole, or each of its sentences when it is prose."""
    if stored.kind in (BlockKind.HEADING, BlockKind.CAPTION):
        return []
    if stored.kind is not BlockKind.PARAGRAPH:
        return [whole(stored, passage.document, 0.0)]
    return [
        Quote(
            f"{stored.id}.{number}",
            QuoteKind.SENTENCE,
            stored.text[start:end],
            stored,
            passage.document,
            start,
            end,
            0.0,
        )
        for number, (start, end) in enumerate(split_sentences(stored.text))
    ]


# --- what is shown ----------------------------------------------------------------------------------------------------


def _tables(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Block]]:
    """The tables of passages, each once, by the first row that is there of it."""
    seen: set[tuple[Section, tuple[str, ...], str]] = set()
    for passage in passages:
        for block in (stored.block for stored in passage.chunk.blocks if stored.kind is BlockKind.ROW):
            key = (passage.document.id, passage.chunk.heading_path), block.header, block.table
            if key not in seen:
                seen.add(key)
                yield passage, block


def _is_of_table(block: Block, row: Block) -> bool:
    return block.kind is BlockKind.ROW and (block.header, block.table) == (row.header, row.table)


def _sorted(found: Iterable[Ranked]) -> list[Ranked]:
    return sorted(found, key=lambda one: -one.logit)


def _as_asked(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """What was ranked, with what words do not tell: the amounts that it is for, and what explains a name."""
    return _by_definition(question, _by_amounts(question, ranked))


def _by_amounts(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Of what a section says of different amounts, that first which is for the question's: a cooler at 47 °F is "above
    45 °F", and soup at 128 °F for 5 hours is not soup at 128 °F for 1 hour."""
    asked = ranges(question)
    if not asked:
        return list(ranked)
    told = {id(one): agrees(asked, _told(one)) for one in ranked}
    best: dict[Section, float] = {}
    fits: dict[Section, float] = {}
    for one in ranked:
        best.setdefault(one.candidate.section, one.logit)
        if told[id(one)]:
            fits.setdefault(one.candidate.section, one.logit)

    def moved(one: Ranked) -> Ranked:
        section = one.candidate.section
        if fits.get(section, -math.inf) < best[section] - AS_MUCH:
            return one
        if told[id(one)]:
            return replace(one, logit=one.logit + best[section] - fits[section])
        return replace(one, logit=min(one.logit, best[section] - OTHER_AMOUNT)) if told[id(one)] is False else one

    others = {one.candidate.section for one in ranked if told[id(one)] is False}
    return _sorted(moved(one) if one.candidate.section in others else one for one in ranked)


def _by_definition(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Of what is asked to be explained, that first which explains it: "the person in charge (PIC) is …", the row of a
    glossary."""
    return _sorted(replace(one, logit=one.logit + EXPLAINS) if _explains(question, one) else one for one in ranked)


def _explains(question: str, one: Ranked) -> bool:
    asked, quote = _MEANING.match(question), one.candidate.quote
    if asked is None or quote is None:
        return False
    name = re.escape(asked["name"])
    told = rf"\({name}\)|^(?:(?:an?|the) )?{name}(?: \(.{{2,60}}\))?(?: is\b| are\b| means?\b| stands for\b|:| \|)"
    return re.search(told, quote.text, re.IGNORECASE) is not None


def _read_off(question: str, passages: Sequence[Passage]) -> StoredBlock | None:
    """The row of a table of ranges that holds the amount of a question, when the question names nothing but what the
    table is about: "walk in is at 47" is read off the table "Reading the walk-in"."""
    asked = ranges(question)
    named = {stem(word) for word in content_words(without_amounts(question))} - _OF_READINGS
    if not asked or not named:
        return None
    for passage in passages:
        rows = [stored for stored in passage.chunk.blocks if stored.block.cells]
        fits = [stored for stored in rows if agrees(asked, ranges(stored.block.cells[0]))]
        if not fits or all(found.is_point for found in ranges(fits[0].block.cells[0])):
            continue
        about = stems(" ".join([*passage.chunk.heading_path[-1:], fits[0].block.table, *fits[0].block.header]))
        if named <= about and any(agrees(asked, ranges(stored.block.cells[0])) is False for stored in rows):
            return fits[0]
    return None


def _with_table(question: str, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages, of which that one is looked at too whose table an amount is read off."""
    row = _read_off(question, passages)
    at = next((n for n, passage in enumerate(passages) if row is not None and row in passage.chunk.blocks), 0)
    return passages if at < PASSAGES else [passages[0], passages[at], *passages[1:at], *passages[at + 1 :]]


def _is_of(one: Ranked, stored: StoredBlock) -> bool:
    return one.candidate.quote is not None and one.candidate.quote.stored.id == stored.id


def _told(one: Ranked) -> list[Range]:
    """The amounts that a span is for: those of a row's first cell, else the ranges of its text."""
    quote = one.candidate.quote
    if quote is None:
        return []
    if quote.stored.block.cells:
        return ranges(quote.stored.block.cells[0])
    return [found for found in ranges(quote.text) if not found.is_point]


def _shortlist(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best by their words, not too many of one passage."""
    short: list[Ranked] = []
    of_passage: Counter[int] = Counter()
    for one in ranked:
        if len(short) == EMBEDDED or one.logit < ranked[0].logit - HOPELESS:
            break
        of_passage[id(one.candidate.passage)] += 1
        if of_passage[id(one.candidate.passage)] <= EMBEDDED_OF_A_PASSAGE:
            short.append(one)
    return short


def _chances(ranked: Sequence[Ranked]) -> dict[int, float]:
    """The softmax of the logits, by the identity of the candidate."""
    sizes = [math.exp(one.logit - ranked[0].logit) for one in ranked]
    return {id(one.candidate): size / sum(sizes) for one, size in zip(ranked, sizes, strict=True)}


def _to_show(ranked: Sequence[Ranked], first: Section) -> list[Ranked]:
    """The best of each section that is worth showing, best first. `first` is the section that was found first."""
    procedures = {one.candidate.section: one for one in ranked if one.candidate.quote is None}
    best: dict[Section, Ranked] = {}
    told: dict[tuple[str, str], Section] = {}
    for one in ranked:
        section = one.candidate.section
        if told.setdefault((section[0], one.candidate.unit.text), section) != section:
            continue  # the same words in another section of the document say nothing more
        quote = one.candidate.quote
        # how a thing is done is not said by its warning: that comes along with the procedure
        if quote is not None and quote.kind is QuoteKind.WARNING and section in procedures:
            one = replace(procedures[section], logit=one.logit)
        best.setdefault(section, one)
    worth = [
        one
        for section, one in best.items()
        if one.logit >= ranked[0].logit - (FIRST_FOUND if section == first else SECOND_PASSAGE)
    ]
    return worth[:MOST_PASSAGES]


def _spans(best: Ranked, ranked: Sequence[Ranked], asked: frozenset[str]) -> list[tuple[Candidate, Quote]]:
    """The best span and those of its passage that are as good, with the warnings that speak of the same thing.

    The best comes first, the others as they stand in the document; steps all do, after the warnings. `asked` are the
    stems of the question.
    """
    assert best.candidate.quote is not None
    kind = best.candidate.quote.kind
    there = [
        (one, one.candidate.quote)
        for one in ranked
        if one.candidate.passage is best.candidate.passage and one.candidate.quote is not None
    ]
    near = [(one.candidate, quote) for one, quote in there if quote.kind is kind and one.logit >= best.logit - NEAR]
    if kind is QuoteKind.ROW:
        rows = near[:ROWS]
        if _SAME.search(best.candidate.quote.text):  # of what stands above it
            above = [(one.candidate, quote) for one, quote in there if _is_above(quote, best.candidate.quote)]
            rows = [*rows, *(entry for entry in above if entry not in rows)]
        return [*rows, *_notes(best, best.candidate.quote, ranked, asked)]
    picked = [*near[:SENTENCES], *_beside(best.candidate.quote, there, near)]
    warnings = [
        (one.candidate, quote)
        for one, quote in there
        if quote.kind is QuoteKind.WARNING and kind is not QuoteKind.WARNING and one.logit >= best.logit - APPLIES
    ][:WARNINGS]
    if kind is QuoteKind.STEP:
        return [*warnings, *sorted(picked, key=_place)]
    return [*picked[:1], *sorted(picked[1:], key=_place), *warnings]


_SAME = re.compile(r"\| (same\b|as above|ditto)", re.IGNORECASE)


def _is_above(quote: Quote, row: Quote) -> bool:
    return quote.kind is QuoteKind.ROW and quote.stored.ordinal == row.stored.ordinal - 1


def _beside(
    quote: Quote, there: Sequence[tuple[Ranked, Quote]], near: Sequence[tuple[Candidate, Quote]]
) -> Iterator[tuple[Candidate, Quote]]:
    """What a span is half of: the list that a sentence announces, else the sentences before and after it."""
    shown = {id(other) for _, other in near[:SENTENCES]}
    others = sorted(((one.candidate, other) for one, other in there if id(other) not in shown), key=_place)
    if quote.text.rstrip().endswith(":"):
        at = quote.stored.ordinal
        for entry in others:
            if entry[1].kind in (QuoteKind.ITEM, QuoteKind.STEP) and entry[1].stored.ordinal == at + 1:
                at += 1
                yield entry
        return
    touching = [
        entry
        for entry in others
        if entry[1].stored.id == quote.stored.id and abs(_number(entry[1]) - _number(quote)) == 1
    ]
    found = suspicions([other.text for _, other in touching])
    harmless = [entry for entry, suspicion in zip(touching, found, strict=True) if suspicion <= HARMLESS]
    yield from harmless[: SENTENCES - len(shown)]


def _number(quote: Quote) -> int:
    """Which sentence of its block a quote is."""
    return int(quote.span_id.partition(".")[2] or 0)


def _notes(
    row: Ranked, quote: Quote, ranked: Sequence[Ranked], asked: frozenset[str]
) -> Iterator[tuple[Candidate, Quote]]:
    """The note of a row's section that says more of what the question and the row name, such as a house rule."""
    named = stems(quote.text) & asked
    for one in ranked:
        note = one.candidate.quote
        if (
            note is not None
            and note.kind not in (QuoteKind.ROW, QuoteKind.STEP)
            and one.candidate.section == row.candidate.section
            and one.features.cue == row.features.cue
            and named
            and named <= stems(note.text)
        ):
            yield one.candidate, note
            return


def _of_the_same(query: Query, passages: Sequence[Passage]) -> list[Passage]:
    """Without what other machines mean by a code that was spoken of: "how do I clear it" asks of the one whose code the
    last answer told, unless the turn names another machine or a code of its own that the first does not have."""
    told = {document_id for document_id, _ in query.cited}
    codes = frozenset(code_words(query.text) or code_words(all_turns(query))) if told else frozenset[str]()
    holders = {id(one) for one in passages if codes and codes & {*code_words(_with_headings(one))}}
    if not any(one.document.id in told for one in passages if id(one) in holders):
        return list(passages)
    named = stems(" ".join(content_words(query.text)))
    return [
        one
        for one in passages
        if one.document.id in told or id(one) not in holders or not named.isdisjoint(stems(one.document.title))
    ]


def _with_headings(passage: Passage) -> str:
    return " ".join([*passage.chunk.heading_path, passage.chunk.text])


def _place(entry: tuple[Candidate, Quote]) -> tuple[int, int]:
    return entry[1].stored.ordinal, entry[1].start


class _Vectors:
    """What candidates are to a question as MiniLM sees them; the last texts are remembered: the same passages come
    again."""

    REMEMBERED = 4096
    READ = 512
    """Texts remembered with the vectors of their words, each of some 50 KB."""
    AT_ONCE = 4
    """So many texts are embedded as a question is, at once and not after the windows of an ingest."""
    LEADING = 400
    """Characters at the end of what leads to a span that are read: a procedure's steps can be long."""

    def __init__(self, embedder: WordEmbedder) -> None:
        self._embedder = embedder
        self._vectors = _Recent[NDArray[np.float32]](self.REMEMBERED, self._embed)
        self._read = _Recent[TextVectors](self.READ, embedder.read_now)

    def near(
        self, query: Query, weights: Mapping[str, float], found: Sequence[Candidate]
    ) -> list[tuple[float, float, Likeness, float]]:
        """The cosines of each candidate to the question, under its headings and by itself, how like their words are,
        and the reranker's logit. The question is its last turn and all its turns, as the retriever mixes them."""
        asked = self._embedder.embed_now([query.text])[0]
        alone = self._vectors.of([one.unit.text for one in found])
        headed = self._read.of([one.headed for one in found])
        if query.previous:
            own = own_share(query.text)
            asked = own * asked + (1 - own) * self._embedder.embed_now([all_turns(query)])[0]
        words = self._asked(query, weights)
        return [
            (float(text.whole @ asked), float(vector @ asked), likeness(words, weights, text), logit)
            for text, vector, logit in zip(headed, alone, self._attended(query, headed), strict=True)
        ]

    def attended(self, query: Query, text: str) -> float:
        """The reranker's logit of a text."""
        return self._attended(query, self._read.of([text]))[0]

    def _attended(self, query: Query, texts: Sequence[TextVectors]) -> list[float]:
        """The reranker's logits: of the question's last turn and all its turns, as cosines are mixed."""
        found = np.array(fitted().logits(self._read.of([query.text])[0], texts))
        if query.previous:
            own, turns = own_share(query.text), self._read.of([all_turns(query)])[0]
            found = own * found + (1 - own) * np.array(fitted().logits(turns, texts))
        return [float(logit) for logit in found]

    def likeness(self, query: Query, weights: Mapping[str, float], one: Candidate) -> Likeness:
        """How like the words of a question and of a candidate with what leads to it are."""
        before = one.unit.before[-self.LEADING :]
        text, led = (self._read.of([one.headed, before])) if before else (*self._read.of([one.headed]), None)
        return likeness(self._asked(query, weights), weights, text, led)

    def _asked(self, query: Query, weights: Mapping[str, float]) -> TextVectors:
        """The question's words: those of its last turn, unless none of them tells anything."""
        has_own = not stems(query.text).isdisjoint(weights)
        return self._read.of([query.text if has_own or not query.previous else all_turns(query)])[0]

    def _embed(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        parts = (texts[start : start + self.AT_ONCE] for start in range(0, len(texts), self.AT_ONCE))
        return [vector for part in parts for vector in self._embedder.embed_now(part)]


class _Recent(Generic[T]):
    """What was made of the last texts."""

    def __init__(self, size: int, make: Callable[[Sequence[str]], Sequence[T]]) -> None:
        self._size, self._make = size, make
        self._guard = threading.Lock()
        self._kept: OrderedDict[str, T] = OrderedDict()

    def of(self, texts: Sequence[str]) -> list[T]:
        """In the order of the texts; made now where it is not remembered."""
        with self._guard:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found.update(zip(missing, self._make(missing), strict=True))
        with self._guard:
            self._kept.update((text, found[text]) for text in missing)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return [found[text] for text in texts]
