"""An answer's sentence is supported only by a span that says it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.answer import Citation
from agents.claims import check_claims

from .evidence import excerpt


def citation(text: str, marker: int = 1, span: str = "b1") -> Citation:
    return Citation(**excerpt(text, span=span).model_dump(), marker=marker)


def verdict(answer: str, *sources: str) -> list[tuple[str, str]]:
    cited = [citation(source, marker, span=f"b{marker:013x}") for marker, source in enumerate(sources, start=1)]
    return [(claim.status, claim.reason) for claim in check_claims(answer, cited)]


OIL = "Heat the oil to 350 °F (177 °C) and let it rest for 10 minutes before you filter it."


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Heat the oil to 350 °F (177 °C) and let it rest for 10 minutes before you filter it. [1]", "supported"),
        ("Heat the oil to 350 F and let it rest ten minutes. [1]", "supported"),
        ("Let the oil rest for 10 min before filtering. [1]", "supported"),
        ("Heat the oil to 375 °F. [1]", "unsupported"),
        ("Heat the oil to 350 °C. [1]", "unsupported"),
        ("Let the oil rest for 10 hours before you filter it. [1]", "unsupported"),
        ("Do not heat the oil to 350 °F before you filter it. [1]", "unsupported"),
        ("Replace the compressor belt after every shift. [1]", "unsupported"),
        ("Heat the oil to 350 °F and let it rest.", "uncited"),
        ("Here is what the manual says:", "own"),
        ("Which machine is it?", "own"),
    ],
)
def test_numbers_units_negations_and_key_words_must_be_in_the_cited_span(answer: str, status: str) -> None:
    assert [found for found, _ in verdict(answer, OIL)] == [status]


def test_the_reason_names_what_is_missing() -> None:
    assert verdict("Heat the oil to 375 °F. [1]", OIL) == [("unsupported", "“375 °f” is not in the cited text")]
    assert verdict("Code E07 means the oil is too hot. [1]", "E05: the oil is too hot.") == [
        ("unsupported", "“E07” is not in the cited text")
    ]


def test_a_dropped_negation_is_unsupported() -> None:
    assert verdict("Mix bleach with the descaler. [1]", "Never mix bleach with the descaler.") == [
        ("unsupported", "the cited text says “not”")
    ]


def test_a_verbatim_quote_under_a_heading_with_a_negation_is_supported() -> None:
    quoted = citation("Lower the heat by 10 degrees.").model_copy(update={"heading_path": ["Faults without a code"]})
    assert [claim.status for claim in check_claims("Lower the heat by 10 degrees. [1]", [quoted])] == ["supported"]
    forbidden = citation("Bleach and vinegar.").model_copy(update={"heading_path": ["Never mix"]})
    assert [claim.status for claim in check_claims("Mix bleach with vinegar. [1]", [forbidden])] == ["unsupported"]


def test_a_sentence_is_held_against_its_own_citation_only() -> None:
    answer = "Hold soup at 135 °F. [1] Keep salad at 41 °F. [2] Keep salad at 135 °F. [2]"
    assert [status for status, _ in verdict(answer, "Hold soup at 135 °F.", "Keep salad at 41 °F.")] == [
        "supported",
        "supported",
        "unsupported",
    ]


def test_offsets_point_at_the_sentences() -> None:
    answer = "### Oil\n\n1. Heat the oil to 350 °F. [1]\n- Filter it. [1]"
    claims = check_claims(answer, [citation("Heat the oil to 350 °F. Filter it.")])
    assert [answer[claim.start : claim.end] for claim in claims] == [
        "Oil",
        "Heat the oil to 350 °F. [1]",
        "Filter it. [1]",
    ]


WORDS = st.sampled_from("oil fryer valve drain heat filter basket rinse cover thermostat pilot steam".split())


def sentence_of(words: list[str], number: int, unit: str) -> str:
    return f"{' '.join(words).capitalize()} {number} {unit}."


UNITS = st.sampled_from(["°F", "minutes", "psi", "ppm", "inches"])
SENTENCES = st.builds(sentence_of, st.lists(WORDS, min_size=2, max_size=8), st.integers(1, 999), UNITS)


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_a_verbatim_quote_is_always_supported(sentence: str) -> None:
    assert [status for status, _ in verdict(f"{sentence} [1]", sentence)] == ["supported"]


@settings(max_examples=150, deadline=None)
@given(SENTENCES, st.integers(1, 999))
def test_a_changed_number_is_never_supported(sentence: str, added: int) -> None:
    changed = re.sub(r"\d+", lambda match: str(int(match.group(0)) + added), sentence)
    assert [status for status, _ in verdict(f"{changed} [1]", sentence)] == ["unsupported"]
