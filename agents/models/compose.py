"""From what the tools found to the text of an answer: verbatim, cited, most useful first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from agents.answer import Answer, Citation
from agents.claims import check_claims
from knowledge.types import QuoteKind
from tools.evidence import Evidence, Excerpt, Place, Reply, Say

NOT_FOUND = "I can't find that in your documents."
NO_CLEAR_ANSWER = "I can't find a clear answer to that in your documents. This comes closest:"
UNSURE = "I'm not sure that this answers your question:"
DOUBTFUL = 0.65
"""Strength (0..1) under which it is said that what is quoted may not answer: of the `tune` questions of the suites
answers, crew and refusal that are answered with less, 25 of 82 are answered rightly, of the others 243 of 303."""
CLOSE = 0.05
"""Strength (0..1) from which a refusal quotes what comes closest, for the asker to judge: of the 44 `tune` questions of
the suites answers, crew and refusal that lie between it and an answer, 21 are answered by that."""
CLOSEST = 3
"""Quotes that a refusal shows at most."""


class Writer:
    """Collects the lines of an answer and numbers its citations, one number per span, in order of appearance."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._citations: dict[str, Citation] = {}

    def marker(self, item: Excerpt) -> int:
        """The number of the citation for this excerpt's span."""
        if item.span_id not in self._citations:
            number = len(self._citations) + 1
            self._citations[item.span_id] = Citation(**item.model_dump(exclude={"marker"}), marker=number)
        return self._citations[item.span_id].marker

    def has(self, item: Excerpt) -> bool:
        """Whether the span, or the whole block it is part of, was quoted already."""
        return item.span_id in self._citations or item.span_id.partition(".")[0] in self._citations

    def say(self, text: str) -> None:
        """Adds words of Linelead's own, as a paragraph."""
        self.gap()
        self._lines.append(text)

    def gap(self) -> None:
        """Starts a new paragraph."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def quote(self, item: Excerpt, number: int | None = None) -> None:
        """Adds an excerpt as a line of its kind. `number` is the place of a step that has no printed label."""
        mark = f"[{self.marker(item)}]"
        text = " ".join(item.text.split())
        match item.kind:
            case QuoteKind.WARNING:
                self.gap()
                self._lines.append(f"> **{(item.label or 'Warning').rstrip(':').upper()}:** {text} {mark}")
                self._lines.append("")
            case QuoteKind.STEP:
                self._lines.append(f"{item.label or f'{number or 1}.'} {text} {mark}")
            case QuoteKind.ITEM:
                self._lines.append(f"- {text} {mark}")
            case QuoteKind.ROW:
                self._lines.append(f"- {row_text(item)} {mark}")
            case QuoteKind.SENTENCE:
                self._lines.append(f"{text} {mark}")

    def answer(self, **fields: object) -> Answer:
        """The finished answer, its claims checked."""
        text = "\n".join(self._lines).strip()
        citations = list(self._citations.values())
        # what stands here without a citation was said by `say`: words of Linelead's own
        claims = [
            claim.model_copy(update={"status": "own", "reason": ""}) if claim.status == "uncited" else claim
            for claim in check_claims(text, citations)
        ]
        return Answer.model_validate({"text": text, "citations": citations, "claims": claims, **fields})


def row_text(item: Excerpt) -> str:
    """A table row as one line, each cell after the name of its column, every cell as printed."""
    if not item.cells:
        return " ".join(item.text.split())
    cells = [" ".join(cell.split()) for cell in item.cells]
    named = [
        f"**{name.strip()}:** {cell}" if name.strip() else cell
        for name, cell in zip([*item.header, *[""] * len(cells)], cells, strict=False)
        if cell
    ]
    return " · ".join(named)


def compose(findings: Sequence[Evidence | Reply], failures: Sequence[str] = (), *, brief: bool = False) -> Answer:
    """The answer that quotes what was found; when nothing suffices an honest refusal with what comes closest.

    `failures` are the safe sentences of tools that failed. `brief` keeps only the first group of quotes.
    """
    writer = Writer()
    for failure in failures:
        writer.say(failure)
    replies = [finding for finding in findings if isinstance(finding, Reply)]
    evidence = [finding for finding in findings if isinstance(finding, Evidence)]
    if replies:
        for part in (part for reply in replies for part in reply.parts):
            _add_part(writer, part)
        if all(reply.refused for reply in replies):
            nearest = _say_nearest(writer, (place for reply in replies for place in reply.nearest))
            return writer.answer(refused=True, nearest=nearest)
        return writer.answer(strength=1.0)
    decisive = [found for found in evidence if found.decisive]
    sufficient = [found for found in decisive or evidence if found.sufficient]
    if not sufficient:
        return _refusal(writer, decisive or evidence, evidence)
    strength = max(found.strength for found in sufficient)
    asking = next((found for found in sufficient if found.ask), None)
    if asking is not None:
        for item in asking.excerpts:
            writer.gap()
            writer.say(f"**{item.document}**:")
            writer.quote(item)
        writer.say(asking.ask)
        return writer.answer(asks=True, strength=strength)
    ordered = sorted(sufficient, key=lambda found: -found.strength)
    for lead in dict.fromkeys(found.lead for found in ordered if found.lead):
        writer.say(lead)
    if strength < DOUBTFUL:
        writer.say(UNSURE)
    for group in _groups(ordered, brief=brief):
        _add_group(writer, group)
    return writer.answer(strength=strength)


def _add_part(writer: Writer, part: Say | Excerpt) -> None:
    if isinstance(part, Say):
        writer.say(part.text)
        writer.gap()
    else:
        writer.quote(part)


def _groups(ordered: Sequence[Evidence], *, brief: bool) -> Iterator[list[Excerpt]]:
    """The excerpts by section, in the order found. What a specific look-up found (a code's row) names the document:
    other documents then add nothing but confusion."""
    first = ordered[0]
    documents = {item.document_id for item in first.excerpts} if first.strength >= 1.0 and len(ordered) > 1 else None
    groups: dict[tuple[str, tuple[str, ...]], list[Excerpt]] = {}
    seen: set[str] = set()
    for found in ordered:
        for item in found.excerpts:
            if item.span_id in seen or item.span_id.partition(".")[0] in seen:
                continue
            if documents is not None and item.document_id not in documents:
                continue
            seen.add(item.span_id)
            groups.setdefault((item.document_id, tuple(item.heading_path)), []).append(item)
    for index, group in enumerate(groups.values()):
        if brief and index > 0:
            return
        yield group


def _add_group(writer: Writer, group: Sequence[Excerpt]) -> None:
    first = group[0]
    heading = first.heading_path[-1] if first.heading_path else ""
    title = f"{first.document}, {heading}" if heading and heading != first.document else first.document
    writer.say(f"**{title}**:")
    number = 0
    last: QuoteKind | None = None
    for item in group:
        number = number + 1 if item.kind is QuoteKind.STEP else 0
        if last is not None and (last is not item.kind or item.kind is QuoteKind.SENTENCE):
            writer.gap()
        writer.quote(item, number)
        last = item.kind


def _refusal(writer: Writer, speaking: Sequence[Evidence], evidence: Sequence[Evidence]) -> Answer:
    leads = list(dict.fromkeys(found.lead for found in speaking if found.lead))
    places = [place for found in evidence for place in found.nearest]
    for lead in leads:
        writer.say(lead)
    if leads:
        nearest = _unique(places)
    elif closest := _closest(speaking):
        writer.say(NO_CLEAR_ANSWER)
        for group in closest:
            _add_group(writer, group)
        nearest = _unique(places)
    else:
        writer.say(NOT_FOUND)
        nearest = _say_nearest(writer, places)
    strength = max((found.strength for found in evidence), default=0.0)
    return writer.answer(refused=True, nearest=nearest, strength=strength)


def _closest(evidence: Sequence[Evidence]) -> list[list[Excerpt]]:
    """What comes closest to an answer, by section; nothing when it is too far from one, or a procedure that would be
    cut short."""
    best = max(evidence, key=lambda found: found.strength, default=None)
    if best is None or best.strength < CLOSE:
        return []
    shown, rest = best.excerpts[:CLOSEST], best.excerpts[CLOSEST:]
    if rest and shown[-1].kind is rest[0].kind is QuoteKind.STEP:
        return []
    return list(_groups([best.model_copy(update={"excerpts": shown})], brief=False))


def _say_nearest(writer: Writer, places: Iterable[Place]) -> list[Place]:
    """The places that come closest, each once; adds them to the text."""
    nearest = _unique(places)
    if nearest:
        writer.say("The closest pages are:\n\n" + "\n".join(f"- {where(place)}" for place in nearest))
    return nearest


def where(place: Place) -> str:
    """A place in words: document, page, section."""
    stands = f", {place.place}" if place.place else ""
    section = f": {place.heading_path[-1]}" if place.heading_path else ""
    return f"{place.document}{stands}{section}"


def _unique(places: Iterable[Place]) -> list[Place]:
    found: dict[tuple[str, int | None, tuple[str, ...]], Place] = {}
    for place in places:
        found.setdefault((place.document_id, place.page, tuple(place.heading_path)), place)
    return list(found.values())[:3]
