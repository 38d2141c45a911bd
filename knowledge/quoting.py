"""From passages to the spans that answer: whole procedures, rows of tables, sentences, and their warnings.

A question for all rows of a table is answered by them (`knowledge.lists`). For any other, what the passages could show
(`knowledge.candidates`, `knowledge.procedures`) is ranked by its words and its nearness to the question
(`knowledge.answering`, `knowledge.nearness`), then by amounts and names (`knowledge.particulars`); the best is shown
with what belongs to it (`knowledge.showing`), and its evidence says whether it is an answer (`knowledge.evidence`).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answering import FULL, QUICK, Question, embedded, score
from knowledge.candidates import PASSAGES, Candidate, Ranked, best_first, candidates
from knowledge.catalogue import Catalogue
from knowledge.embedder import Embedder, WordEmbedder
from knowledge.evidence import THRESHOLD, WEIGHTS, WORDS_ALONE, Signals, Span, alike, signals, strength
from knowledge.index import VectorIndex
from knowledge.likeness import Likeness
from knowledge.lists import as_list, found_lists
from knowledge.nearness import Nearness
from knowledge.particulars import OTHER_AMOUNT, as_asked, by_name, explains, is_of, of_the_same, read_off, with_table
from knowledge.procedures import asks_for_steps, chapter, is_a_card, with_steps
from knowledge.retriever import Retriever
from knowledge.showing import APPLIES, quotes_of
from knowledge.types import Passage, Query, Quote, QuoteKind, Retrieval, Scope, Section, whole

EMBEDDED = 10
"""Candidates judged by their cosines too: each takes two embeddings of about a millisecond."""
EMBEDDED_OF_A_PASSAGE = 5
"""So many of them of one passage: the rows of a table are often all as good, and would leave no room for others."""
HOPELESS = 3.0
"""Logits behind the best by words from which a candidate is not embedded: of 2.5, 3, 3.5 and 4 the least with which the
`tune` questions of the suites answers and retrieval are answered as well as with more. Three or four candidates a
question are embedded on average."""

NO_COURSE = 1.0
"""Logits that a row is worth less beside a procedure to who asks how something is done: it tells a state of things. Of
1 and 2 that with which fewer of the suite refusal's `tune` questions are refused."""
WHOLE_COURSE = 1.0
"""Logits up to which a procedure may stand behind its own best step and is told whole to who asks how something is
done; by hand: of 0 to 4 each answers as many of the suites' `tune` questions."""
FEWEST = 2
"""Telling words of the shortest question whose evidence MiniLM is asked for."""
READ_OFF = 0.9
"""The least evidence of a row that is read off a table by an amount, of what explains a name, and of a chapter that is
called by its name; by hand."""
LISTED = 0.99
"""The evidence of a list: what asks for the rows of a column is answered by that column; by hand."""


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
        self._nearness = Nearness(embedder) if isinstance(embedder, WordEmbedder) else None

    async def quote(self, retrieval: Retrieval, scope: Scope) -> Quoted:
        """What a retrieval quotes in answer to its question, and how surely that answers it."""
        if not retrieval.passages:
            return Quoted([])
        if listed := await asyncio.to_thread(self._listed, retrieval, scope):
            return listed
        if (reworded := as_list(retrieval.query.text)) is not None:
            wider = await self._retriever.retrieve(replace(retrieval.query, text=reworded), scope)
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
            for one in candidates(with_table(query.text, of_the_same(query, passages)), query.text)
            if one.quote is not None
            or (is_how and question.names(f"{one.unit.headings} {one.unit.text}") and not is_a_card(query.text, one))
        ]
        ranked = best_first(
            Ranked(one, features := question.features(one.unit), score(features, QUICK)) for one in found
        )
        short = _shortlist(ranked)
        if self._nearness is None or not short:
            return as_asked(query.text, ranked)
        near = self._nearness.near(query, question.weights, [one.candidate for one in short])
        nearest = best_first(
            Ranked(one.candidate, features := embedded(one.features, *each), score(features, FULL))
            for one, each in zip(short, near, strict=True)
        )
        nearest = by_name(query.text, nearest)
        behind = nearest[-1].logit - ranked[0].logit  # the others stay behind those of the shortlist
        others = [replace(one, logit=one.logit + behind) for one in ranked if one not in short]
        if question.asks_for_a_course and any(one.candidate.quote is None for one in nearest):
            nearest = _whole_course(best_first(_less_if_row(one) for one in nearest))
        return as_asked(query.text, [*nearest, *others])

    def near(self, query: Query, found: Sequence[Candidate]) -> list[tuple[float, float, Likeness, float]]:
        """The cosines of each candidate to the question, under its headings and by itself, how like their words are,
        and the reranker's logit; [] where the embedder is not MiniLM. Blocks while it embeds."""
        if self._nearness is None:
            return []
        return self._nearness.near(query, self.question(query).weights, found)

    def evidence(self, query: Query, ranked: Sequence[Ranked]) -> float:
        """The calibrated probability (0..1) that the best of what was ranked answers the question."""
        if not ranked:
            return 0.0
        question = self.question(query)
        found = self._signals(query, question, ranked[0])
        # one word is no question that MiniLM could hold against a text
        if self._nearness is None or len(question.weights) < FEWEST:
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
        if self._nearness is None:
            return found
        like = self._nearness.likeness(query, question.weights, best.candidate)
        attended = best.features.attended
        if quote is None:  # it was picked by its heading; that it answers, its steps may tell
            attended = max(attended, self._nearness.attended(query, with_steps(best.candidate)))
        return alike(found, best.features.cosine, best.features.alone, like, attended)

    def question(self, query: Query) -> Question:
        """The question as candidates are judged by it; the words of earlier turns count for less."""
        return Question(query.text, self._retriever.asked(query))

    def _quote(self, retrieval: Retrieval, scope: Scope) -> Quoted:
        passages = retrieval.passages[:PASSAGES]
        if told := chapter(self._catalogue, retrieval.query.text, passages, scope):
            lead, quotes = told
            return Quoted(quotes, READ_OFF, self.threshold <= READ_OFF, lead)
        ranked = self.rank(retrieval.query, retrieval.passages)
        evidence = self.evidence(retrieval.query, ranked)
        row = read_off(retrieval.query.text, retrieval.passages)
        for read in [one for one in ranked if row is not None and is_of(one, row)]:
            first = max(one.logit for one in ranked) + OTHER_AMOUNT
            ranked = [replace(read, logit=first), *(one for one in ranked if one is not read)]
            evidence = max(evidence, READ_OFF)
        if ranked and explains(retrieval.query.text, ranked[0]):
            evidence = max(evidence, READ_OFF)
        return Quoted(quotes_of(self._catalogue, retrieval, ranked, scope), evidence, evidence >= self.threshold)

    def _listed(self, retrieval: Retrieval, scope: Scope, *, marks_alone: bool = False) -> Quoted | None:
        """The rows of tables, or of tables of marks alone, that a question asks for all of, wherever they stand."""
        passages = retrieval.passages[:PASSAGES]
        lists = found_lists(self._catalogue, retrieval.query, passages, scope, marks_alone=marks_alone)
        if not lists:
            return None
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


def _whole_course(ranked: list[Ranked]) -> list[Ranked]:
    """With the procedure before its own best step, where both are about as good: who asks how wants all of it."""
    best = ranked[0]
    if best.candidate.quote is None or best.candidate.quote.kind is not QuoteKind.STEP:
        return ranked
    own = (one for one in ranked if one.candidate.quote is None and one.candidate.section == best.candidate.section)
    course = next((one for one in own if one.logit >= best.logit - WHOLE_COURSE), None)
    if course is None:
        return ranked
    return [replace(course, logit=best.logit), *(one for one in ranked if one is not course)]


def _less_if_row(one: Ranked) -> Ranked:
    return replace(one, logit=one.logit - NO_COURSE) if one.candidate.unit.is_row else one


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
