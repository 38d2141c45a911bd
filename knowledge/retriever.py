"""From a question to the passages that may answer it, and how likely it is that they do.

Three channels look for windows: the *dense* one by meaning, the *lexical* one by words (BM25), the *exact* one by codes
and part numbers. The passages of the best windows are then read, and compared with the whole question and with each
other (`knowledge.ranking`). Nothing outside the scope takes part in any of it.
"""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from opentelemetry.trace import get_tracer

from knowledge.amounts import with_degrees, with_measures
from knowledge.catalogue import Catalogue
from knowledge.definitions import name_asked, spells_out
from knowledge.embedder import Embedder
from knowledge.evidence import coverage, namesakes, numbered_names, passage_stems
from knowledge.index import VectorIndex
from knowledge.lexicon import (
    QUESTION_WORDS,
    code_words,
    content_words,
    numbered_words,
    section_numbers,
    stem,
    stems,
    without_guests_tables,
)
from knowledge.pacing import Pacing
from knowledge.ranking import FUSION, Asked, Fusion, Read, idf, rank, shortlist
from knowledge.spelling import nearest, respelled, strange_words
from knowledge.thesaurus import words_for
from knowledge.types import Passage, Query, Retrieval, Scope

tracer = get_tracer(__name__)

NEAREST = 80
"""Windows that the dense channel finds, and the exact one for each code."""
WORDED = 120
"""Windows that the lexical channel finds: more, since they cost less."""
WORDED_ROWS = 4000
"""Windows that BM25 may have to score: a query's rarest words are taken, as many as that allows, since the cost follows
the rows matched and the commonest words decide nothing."""
READ = 30
"""Passages that are read: one beyond that in all channels together has no chance of being the best."""
LAST_TURN = 0.6
"""Share of the last turn when a follow-up needs those before it; theirs, with it, is the rest. Mixed by score:
joined to one text they find less than the last turn alone."""
ENOUGH = 3
"""One more than the telling words from which a last turn has its whole share: "and how often?" alone finds anything."""
EARLIER_TURNS = 2
"""Turns before the last that are looked at: the subject of those before them is likely to be another."""
EARLIER_WORDS = 0.7
"""What a telling word counts that only the earlier turns of a follow-up hold. With 1, of 24 follow-ups that no document
of the sample site answers 4 were refused, with this 7; of 179 that they answer one more is, with 0.5 two."""
JUDGED = 5
"""Passages that the evidence of a topic is judged by."""
THRESHOLD = 0.37
"""Evidence from which passages are taken to treat a topic: it keeps 97 % of the `tune` questions that the formula is
fitted on and that the documents answer."""


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """A logistic formula over `Retriever.features`: the probability that the best passages treat what is asked."""

    bias: float
    cosine: float
    coverage: float
    missing: float
    exact: float


EVIDENCE = EvidenceWeights(bias=-3.91, cosine=6.31, coverage=2.48, missing=-1.28, exact=1.5)
"""Fitted by `evals/fit_evidence.py` on the `tune` questions of its file of topics, but for `exact`: questions that are
only a part number are too few there to fit it, so it is set to lift such a question over the threshold."""


@dataclass(frozen=True, slots=True)
class AbsentName:
    """A name with a number that no document holds ("FryMate 500"), and those that are held in its place."""

    asked: str
    held: tuple[str, ...]


class Retriever:
    """Finds passages. Safe to use from many tasks at once; the work is done off the event loop."""

    def __init__(
        self,
        catalogue: Catalogue,
        index: VectorIndex,
        embedder: Embedder,
        *,
        fusion: Fusion = FUSION,
        pacing: Pacing | None = None,
    ) -> None:
        """`pacing` is told of every question, for those who share it."""
        self._catalogue = catalogue
        self._index = index
        self._embedder = embedder
        self._fusion = fusion
        self._pacing = pacing or Pacing()

    @tracer.start_as_current_span("retrieve")
    async def retrieve(self, query: Query, scope: Scope) -> Retrieval:
        """The passages for a question, best first, at most `query.limit`. Empty when nothing in scope is like it.

        Words typed wrong are searched as the documents spell them, guests' tables without their numbers, readings as
        degrees, and measures by their names; the retrieval's query says how.
        """
        started = perf_counter()
        self._pacing.asked()
        previous = tuple(map(without_guests_tables, query.previous))
        text = with_measures(with_degrees(without_guests_tables(query.text)))
        query = replace(query, text=text, previous=previous)
        query = await asyncio.to_thread(self._respelled, query, scope)
        texts = [query.text]
        if query.previous:
            texts.append(all_turns(query))
        with tracer.start_as_current_span("retrieve embed"):
            vectors = await self._embedder.embed(texts)
        embedded = (perf_counter() - started) * 1000
        return await asyncio.to_thread(self._search, query, scope, texts, vectors, embedded)

    def _respelled(self, query: Query, scope: Scope) -> Query:
        """A question with the words that English hardly has, and no document in scope, put as these spell them."""
        said = all_turns(query)
        strange = [word for word in strange_words(said) if not self._catalogue.lexical(scope, f'"{word}"', 1)]
        vocabulary: Mapping[str, int] = self._catalogue.vocabulary(scope) if strange else {}
        meant = {word: nearest(word, vocabulary) for word in strange} | self._other_words(said)
        spelt = {word: known for word, known in meant.items() if known is not None}
        previous = tuple(respelled(turn, spelt) for turn in query.previous)
        return replace(query, text=respelled(query.text, spelt), previous=previous)

    def _other_words(self, text: str) -> dict[str, str]:
        """For each word that no document has, the commonest other word for the same thing: "vomit" for "puked"."""
        others = {word: words_for(word)[1:] for word in dict.fromkeys(content_words(text)) if word.isalpha()}
        others = {word: found for word, found in others.items() if found}
        counts = self._catalogue.frequencies([*others, *(other for found in others.values() for other in found)])
        best = {word: max(found, key=lambda other: counts[other]) for word, found in others.items()}
        return {word: other for word, other in best.items() if not counts[word] and counts[other]}

    def _search(
        self, query: Query, scope: Scope, texts: Sequence[str], vectors: NDArray[np.float32], embedded: float
    ) -> Retrieval:
        spent = {"embed": embedded, "dense": 0.0, "lexical": 0.0, "exact": 0.0, "fuse": 0.0}
        allowed = self._catalogue.restriction(scope)
        if allowed is not None and not allowed:
            return Retrieval(query, (), 0.0, False, 0.0, spent)
        shares = [1.0] if len(texts) == 1 else [own := own_share(query.text), 1 - own]
        asked: list[Asked] = []
        for text, vector, share in zip(texts, vectors, shares, strict=True):
            with _timed(spent, "dense"):
                dense = dict(self._index.search(scope, allowed, vector, NEAREST))
            with _timed(spent, "lexical"):
                terms = self._terms(text)
                lexical = self._lexical(scope, terms)
            with _timed(spent, "exact"):
                exact = self._exact(scope, text)
                defined = self._defined(scope, text)
            asked.append(Asked(share, vector, self._idf(terms), dense, lexical, exact, defined))
        with _timed(spent, "fuse"):
            read = self._read(scope, asked, max(READ, query.limit))
            passages, weight = rank(query, asked, read, self._fusion)
            strength = self.evidence(query, passages)
        rounded = {stage: round(value, 3) for stage, value in spent.items()}
        return Retrieval(query, tuple(passages), strength, strength >= THRESHOLD, round(weight, 3), rounded)

    def _terms(self, text: str) -> dict[str, int]:
        """The telling words of a text that the documents hold, rarest first, with the number of windows they are in."""
        said = list(dict.fromkeys(content_words(text)))[:64]
        found = self._catalogue.frequencies([other for word in said for other in words_for(word)])
        return {term: count for count, term in sorted((count, term) for term, count in found.items() if count > 0)}

    def _idf(self, terms: Mapping[str, int]) -> dict[str, float]:
        """The stems of terms, each with its idf; forms of a word, and words for the same thing, count together."""
        counts: dict[str, int] = {}
        for term, count in terms.items():
            counts[stem(term)] = counts.get(stem(term), 0) + count
        total = self._catalogue.windows_of_all()
        return {word: idf(count, total) for word, count in counts.items()}

    def _lexical(self, scope: Scope, terms: Mapping[str, int]) -> dict[str, float]:
        chosen: list[str] = []
        rows = 0
        for term, count in terms.items():
            rows += count
            if chosen and rows > WORDED_ROWS:
                break
            chosen.append(f'"{term.replace(chr(34), "")}"')
        return dict(self._catalogue.lexical(scope, " OR ".join(chosen), WORDED)) if chosen else {}

    def _exact(self, scope: Scope, text: str) -> dict[str, float]:
        """For each window, the share (0..1) of the query's codes and numbered parts that it holds; empty for none.

        A section that is named by its number is found by its heading, else by who else speaks of it. What a name means
        is held by the windows that say so.
        """
        numbers = section_numbers(text)[:6]
        headed = {number: self._catalogue.headed(scope, number, NEAREST) for number in numbers}
        phrases = [
            phrase
            for phrase in [*code_words(text), *numbered_words(text)]
            if not any(headed[number] for number in numbers if phrase.endswith(f" {number}"))
        ]
        held = [found for found in headed.values() if found]
        for phrase in phrases[:6]:
            spaced = " ".join(phrase.replace("-", " ").split())
            held.append([window_id for window_id, _ in self._catalogue.lexical(scope, f'"{spaced}"', NEAREST)])
        if (name := name_asked(text)) and (explaining := self._explaining(scope, name)):
            held.append(explaining)
        found: dict[str, float] = {}
        for window_ids in held:
            for window_id in window_ids:
                found[window_id] = found.get(window_id, 0.0) + 1 / len(held)
        return found

    def _explaining(self, scope: Scope, name: str) -> list[str]:
        """Of the windows that hold a name, those that spell out what it is short for."""
        spaced = " ".join(re.findall(r"\w+", name))
        holding = (
            [window_id for window_id, _ in self._catalogue.lexical(scope, f'"{spaced}"', NEAREST)] if spaced else []
        )
        loaded = self._catalogue.load(scope, holding)
        return [one for one in holding if one in loaded and spells_out(loaded[one][0].text, name)]

    def _defined(self, scope: Scope, text: str) -> frozenset[str]:
        """The ids of the table rows that explain the query's codes."""
        codes = code_words(text)[:6]
        return frozenset(row.stored.id for code in codes for row in self._catalogue.codes(scope, code))

    def _read(self, scope: Scope, asked: Sequence[Asked], most: int) -> list[Read]:
        """The passages that are worth ranking, at most `most`, with the vectors of their best windows."""
        windows = {window_id for one in asked for found in (one.dense, one.lexical, one.exact) for window_id in found}
        if copies := self._catalogue.copies(scope):  # the same words twice would take the place of others
            windows -= self._catalogue.windows_within(windows, copies)
        candidates = shortlist(asked, self._catalogue.chunks_of(windows), most, self._fusion)
        wanted = [window_id for candidate in candidates for window_id in candidate.windows]
        loaded = self._catalogue.load(scope, wanted)
        stored = self._index.vectors(scope.workspace, wanted)
        read: list[Read] = []
        for candidate in candidates:
            kept = [window_id for window_id in candidate.windows if window_id in loaded and window_id in stored]
            if kept:
                _, chunk, document = loaded[kept[0]]
                windows_kept = [loaded[window_id][0] for window_id in kept]
                read.append(Read(candidate, chunk, document, windows_kept, np.array([stored[w] for w in kept])))
        return read

    def evidence(self, query: Query, passages: Sequence[Passage]) -> float:
        """The calibrated probability (0..1) that passages treat what a question asks. Whether a span of them answers it
        is judged by `knowledge.evidence`."""
        if not passages:
            return 0.0
        bias, *weights = astuple(EVIDENCE)
        logit = bias + sum(w * found for w, found in zip(weights, self.features(query, passages), strict=True))
        return 1 / (1 + math.exp(-logit))

    def features(self, query: Query, passages: Sequence[Passage]) -> tuple[float, float, float, float]:
        """What the evidence is judged by, each 0..1, over the best passages, in the order of its weights.

        The cosine of the nearest window; how much of what the question names one of them holds with its headings and
        its document's title, each word weighted by how rare it is; the weight of the rarest word that none of them
        holds, as a share of the rarest's; and the share of the question's codes that one of them holds.
        """
        best = passages[:JUDGED]
        cosine = max((p.scores.cosine for p in best if p.scores.cosine is not None), default=0.0)
        weights = self.asked(query)
        held = [passage_stems(passage) for passage in best]
        covered = max((coverage(weights, words) for words in held), default=0.0)
        absent = [value for word, value in weights.items() if not any(word in words for words in held)]
        missing = max(absent, default=0.0) / max(weights.values(), default=1.0)
        exact = max((p.scores.exact or 0.0 for p in best), default=0.0)
        return max(cosine, 0.0), covered, missing, exact

    def absent_name(self, retrieval: Retrieval, scope: Scope) -> AbsentName | None:
        """What the question names by a number that the documents do not hold, while they hold others of that name."""
        texts = [text for one in retrieval.passages for text in (one.document.title, *one.chunk.heading_path)]
        for word, number in numbered_names(retrieval.query.text):
            held = namesakes((word, number), texts)
            if held and not self._catalogue.lexical(scope, f'"{word} {number}"', 1):
                return AbsentName(f"{held[0].split()[0]} {number}", tuple(held))
        return None

    def asked(self, query: Query) -> dict[str, float]:
        """The weights of a question with the turns it leans on, whose words count for less than its own."""
        weights, own = self.weights(all_turns(query)), stems(query.text)
        return {word: value if word in own else EARLIER_WORDS * value for word, value in weights.items()}

    def _counts(self, said: Sequence[str]) -> dict[str, int]:
        """For each word, in how many windows it or the commonest other word for the same thing stands."""
        meant = {word: words_for(word) for word in said}
        found = self._catalogue.frequencies([other for others in meant.values() for other in others])
        return {word: max(found[other] for other in others) for word, others in meant.items()}

    def weights(self, text: str) -> dict[str, float]:
        """The stems of a question's telling words, each with its idf: how much a text that holds it is worth."""
        words = list(dict.fromkeys(content_words(text)))[:64]
        terms = [word for word in words if word not in QUESTION_WORDS] or words
        counts = self._counts(terms)
        total = max(sum(counts.values()), 1000)
        weights: dict[str, float] = {}
        for term in terms:
            value = math.log(1 + total / (1 + counts[term]))
            weights[stem(term)] = max(value, weights.get(stem(term), 0.0))
        return weights


def all_turns(query: Query) -> str:
    """A question after the turns it leans on, as one text."""
    return " ".join([*query.previous[-EARLIER_TURNS:], query.text])


def own_share(text: str) -> float:
    """The share (0..1) of a follow-up's own text in its score, beside that of the turns before with it."""
    said = sum(word not in QUESTION_WORDS for word in content_words(text))
    return LAST_TURN * min(1.0, (1 + said) / ENOUGH)


@contextmanager
def _timed(spent: dict[str, float], stage: str) -> Generator[None]:
    """Adds the milliseconds of what is done inside to the stage's."""
    started = perf_counter()
    with tracer.start_as_current_span(f"retrieve {stage}"):
        yield
    spent[stage] += (perf_counter() - started) * 1000
