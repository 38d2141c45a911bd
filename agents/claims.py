"""The claim check: does the cited span say what the sentence says?

Each sentence of an answer is held against the text of the spans it cites. Its numbers with their units, its codes and
its negations must all be there, and most of its key words; otherwise it is unsupported, and the reason names what is
missing. The check is lexical on purpose: it is deterministic, takes well under a millisecond, and its verdict can be
shown to a person word by word. It proves that nothing was made up about numbers, codes and steps; it does not prove
that a paraphrase keeps every nuance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.answer import Citation, Claim
from knowledge.lexicon import content_words, stem
from knowledge.sentences import split_sentences

KEY_WORDS = 0.6
"""Share (0..1) of a sentence's key words that the cited text must hold. A verbatim quote has 1; a faithful paraphrase
in other words stays above one half, since names of things are not paraphrased."""

MARKER = re.compile(r"\[(\d+)\]")
_MARKERS_AT_END = re.compile(r"(?:\s*\[\d+\])+\s*$")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s+|[-*•]\s+|\d{1,3}[.)]\s+|[a-z]\)\s+)+")
_NUMBER = re.compile(
    r"(?<![\w.])(?P<sign>-)?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*/\s*(?P<over>\d+))?"
    r"(?:\s*(?P<unit>°\s?[CF]|º\s?[CF]|%|[a-zµ]+\b|\"|'))?",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b")
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|cannot|can['’]?t|don['’]?t|doesn['’]?t|mustn['’]?t|without|n['’]t)\b", re.I
)

_UNITS = {
    "f": "°f", "°f": "°f", "ºf": "°f", "fahrenheit": "°f", "c": "°c", "°c": "°c", "ºc": "°c", "celsius": "°c",
    "h": "hour", "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour",
    "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute",
    "s": "second", "sec": "second", "secs": "second", "second": "second", "seconds": "second",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "year": "year", "years": "year", "%": "%", "percent": "%", "ppm": "ppm", "psi": "psi", "v": "volt",
    "volt": "volt", "volts": "volt", "a": "amp", "amp": "amp", "amps": "amp", "kw": "kw", "w": "watt",
    "lb": "pound", "lbs": "pound", "pound": "pound", "pounds": "pound", "oz": "ounce", "ounce": "ounce",
    "ounces": "ounce", "kg": "kg", "g": "gram", "gram": "gram", "grams": "gram", "ml": "ml", "l": "litre",
    "litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre", "gal": "gallon", "gallon": "gallon",
    "gallons": "gallon", "qt": "quart", "quart": "quart", "quarts": "quart", "in": "inch", "inch": "inch",
    "inches": "inch", '"': "inch", "ft": "foot", "foot": "foot", "feet": "foot", "mm": "mm", "cm": "cm", "m": "metre",
}  # fmt: skip
_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
_SPELLED_RE = re.compile(rf"\b({'|'.join(_SPELLED)})\b(?=\s+(?:{'|'.join(u for u in _UNITS if len(u) > 2)})\b)", re.I)


@dataclass(frozen=True, slots=True)
class _Facts:
    numbers: frozenset[tuple[float, str]]
    bare: frozenset[float]
    codes: frozenset[str]
    words: frozenset[str]
    negated: bool


def check_claims(text: str, citations: Sequence[Citation]) -> list[Claim]:
    """The sentences of an answer, each with its verdict, in order; offsets are of `text`.

    A sentence without a marker takes the marker of the next sentence on its line, since a quote of several sentences
    carries one marker at its end.
    """
    by_marker = {citation.marker: citation for citation in citations}
    claims: list[Claim] = []
    for start, end, markers in sentences_with_markers(text):
        claims.append(_check(text[start:end], start, end, markers, by_marker))
    return claims


def sentences_with_markers(text: str) -> list[tuple[int, int, list[int]]]:
    """The sentences of an answer with the markers that hold for each: its own, else the next ones on its line."""
    found: list[tuple[int, int, list[int]]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        lead = _LEAD.match(line)
        shift = offset + (lead.end() if lead else 0)
        body = line[lead.end() if lead else 0 :]
        spans = _join_markers(body, split_sentences(body))
        inherited: list[int] = []
        row: list[tuple[int, int, list[int]]] = []
        for start, end in reversed(spans):
            own = [int(n) for n in MARKER.findall(body[start:end])]
            inherited = own or inherited
            row.append((shift + start, shift + end, inherited))
        found.extend(reversed(row))
        offset += len(line)
    return found


def _join_markers(body: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gives markers that stand after the period ("… valve. [1]") to the sentence they follow."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        lead = re.match(r"(?:\[\d+\]\s*)+", body[start:end])
        if lead and joined:
            joined[-1] = (joined[-1][0], start + len(lead.group(0).rstrip()))
            start += lead.end()
        if start < end:
            joined.append((start, end))
    return joined


def _check(sentence: str, start: int, end: int, markers: list[int], known: dict[int, Citation]) -> Claim:
    def verdict(status: str, reason: str = "") -> Claim:
        return Claim.model_validate(
            {"sentence": sentence, "start": start, "end": end, "markers": markers, "status": status, "reason": reason}
        )

    said = _facts(MARKER.sub(" ", sentence))
    cited = [known[marker] for marker in markers if marker in known]
    if not cited:
        return verdict("own") if is_own(sentence, said) else verdict("uncited", "nothing is cited for it")
    source = " \n ".join(_source_text(citation) for citation in cited)
    known_facts = _facts(source)
    plain = _plain(MARKER.sub(" ", sentence))
    # a quote that leaves out the "never" before it is no quote; the "without" of a heading is not left out
    is_negated = any(_NEGATION.search(_own_text(citation)) for citation in cited)
    if plain and said.negated == is_negated and any(plain in _plain(_source_text(c)) for c in cited):
        return verdict("supported")
    missing = _missing(said, known_facts, source)
    return verdict("unsupported", missing) if missing else verdict("supported")


def is_own(sentence: str, said: _Facts | None = None) -> bool:
    """Whether a sentence states nothing from a document: a heading, a question, or words without a number or code."""
    stripped = _MARKERS_AT_END.sub("", sentence).strip(" *_#")
    if not stripped or stripped.endswith((":", "?")):
        return True
    facts = said or _facts(sentence)
    return not (facts.numbers or facts.bare or facts.codes) and len(facts.words) <= OWN_WORDS


OWN_WORDS = 2
"""Key words up to which a sentence without numbers or codes counts as Linelead's own ("From the fryer manual")."""


def _own_text(citation: Citation) -> str:
    """The words of a citation, a row's with the names of its columns."""
    cells = " ".join(f"{name} {cell}" for name, cell in zip(citation.header, citation.cells, strict=False))
    return " \n ".join([citation.text, citation.label, cells])


def _source_text(citation: Citation) -> str:
    """What a citation vouches for: its words with the names that give them meaning."""
    return " \n ".join([_own_text(citation), *citation.heading_path, citation.document])


def _missing(said: _Facts, source: _Facts, text: str) -> str:
    for value, unit in sorted(said.numbers):
        if (value, unit) not in source.numbers:
            return f"“{value:g} {unit}” is not in the cited text"
    for value in sorted(said.bare):
        if value not in source.bare and not any(value == number for number, _ in source.numbers):
            return f"“{value:g}” is not in the cited text"
    for code in sorted(said.codes):
        if code not in source.codes and code not in _squash(text):
            return f"“{code.upper()}” is not in the cited text"
    # a negation dropped or added turns a rule round; a cited text of several sentences may hold both kinds
    if said.negated and not source.negated:
        return "it says “not” where the cited text does not"
    if source.negated and not said.negated and len(split_sentences(text.split(" \n ", 1)[0])) <= 1:
        return "the cited text says “not”"
    if said.words:
        share = _overlap(said.words, source.words)
        if share < KEY_WORDS:
            absent = ", ".join(sorted(said.words - source.words)[:4])
            return f"the cited text does not speak of: {absent}"
    return ""


def _overlap(words: Iterable[str], source: frozenset[str]) -> float:
    wanted = list(words)
    return sum(word in source for word in wanted) / len(wanted)


def _facts(text: str) -> _Facts:
    spelled = _SPELLED_RE.sub(lambda match: _SPELLED[match.group(1).lower()], text)
    codes = {_squash(match.group(0)) for match in _CODE.finditer(spelled) if not _is_measure(match.group(0))}
    numbers: set[tuple[float, str]] = set()
    bare: set[float] = set()
    for match in _NUMBER.finditer(spelled):
        value = float(match.group("value").replace(",", ""))
        if match.group("sign") and not re.search(r"\d\s*$", spelled[: match.start()]):
            value = -value
        unit = _UNITS.get((match.group("unit") or "").lower().replace(" ", ""), "")
        if match.group("over"):
            value = value / float(match.group("over")) if float(match.group("over")) else value
        (numbers.add((value, unit)) if unit else bare.add(value))
    _spread_units(spelled, numbers, bare)
    words = {stem(word) for word in content_words(spelled) if word.isalpha() and len(word) > 2 and word not in _UNITS}
    return _Facts(frozenset(numbers), frozenset(bare), frozenset(codes), frozenset(words), bool(_NEGATION.search(text)))


_RANGE = re.compile(r"(\d[\d,.]*)\s*(?:-|–|to|and|or)\s*(\d[\d,.]*)\s*(°\s?[CF]|º\s?[CF]|%|[a-zµ]+\b)", re.I)


def _spread_units(text: str, numbers: set[tuple[float, str]], bare: set[float]) -> None:
    """Gives the first number of a range ("50 to 100 ppm") the unit of the second."""
    for match in _RANGE.finditer(text):
        unit = _UNITS.get(match.group(3).lower().replace(" ", ""), "")
        if unit:
            try:
                first = float(match.group(1).replace(",", "").rstrip("."))
            except ValueError:
                continue
            bare.discard(first)
            numbers.add((first, unit))


def _is_measure(token: str) -> bool:
    match = re.fullmatch(r"\d+(?:\.\d+)?([a-zA-Z]+)", token)
    return match is not None and match.group(1).lower() in _UNITS


def _squash(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text.lower())


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
