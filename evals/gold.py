"""Whether the gold spans of suites stand in a library at all: a case that names words nobody wrote measures nothing."""

from __future__ import annotations

from collections.abc import Iterable

from evals.cases import Gold, plain
from evals.suites import Suite
from knowledge.library import Library
from knowledge.types import Scope


def spans_by_document(library: Library) -> dict[str, list[str]]:
    """The texts of all spans of a library, as they are compared, by file name."""
    scope, found = Scope(), dict[str, list[str]]()
    for document in library.catalogue.documents(scope):
        blocks = library.catalogue.blocks(scope, document.id)
        found.setdefault(document.name, []).extend(plain(block.text) for block in blocks)
    return found


def unresolved(suites: Iterable[Suite], spans: dict[str, list[str]]) -> list[str]:
    """What is wrong with the gold of suites, one line each: a document that is not there, words that no span holds."""
    faults: list[str] = []
    for suite in suites:
        for case in suite.dataset.cases:
            planted = {document.name for document in case.inputs.planted}
            for gold in (case.expected_output.gold if case.expected_output else None) or []:
                fault = "" if gold.document in planted else _fault(gold, spans)
                if fault:
                    faults.append(f"{suite.name}: {case.name}: {fault}")
    return faults


def _fault(gold: Gold, spans: dict[str, list[str]]) -> str:
    if gold.document not in spans:
        return f"there is no document {gold.document!r} in the library"
    words = plain(gold.words)
    return "" if any(words in span for span in spans[gold.document]) else f"no span holds {gold}"
