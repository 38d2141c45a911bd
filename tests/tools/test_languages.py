"""A question in a language that no document speaks is told so, and no English one is taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.turns import answer_turn
from app.wiring import Linelead
from evals.cases import plain
from evals.suites import SHIPPED, load_suites
from knowledge.library import Library
from knowledge.types import Scope
from tools.deps import Principal
from tools.languages import LANGUAGES, foreign, language_of

SPANISH, FRENCH, GERMAN, PORTUGUESE = LANGUAGES


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("como limpio la freidora", SPANISH),
        ("¿A qué temperatura se cocina el pollo?", SPANISH),
        ("comment je nettoie la friteuse", FRENCH),
        ("wie reinige ich die fritteuse", GERMAN),
        ("como eu limpo a fritadeira", PORTUGUESE),
        ("no hot water as usual, what do we do", None),
        ("was the die cleaned on monday", None),
        ("tacos al pastor, how long do we hold them", None),
        ("E05", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_its_commonest_words(message: str, language: object) -> None:
    assert language_of(message) is language


def test_no_english_question_of_the_suites_is_taken_for_another_language() -> None:
    asked = [plain(case.inputs.question) for suite in load_suites(SHIPPED, [], None) for case in suite.dataset.cases]
    told = {text for text in asked if language_of(text)}
    assert len(told) < 40
    assert not {text for text in told if set(text.lower().split()) & {"the", "is", "what", "how", "my", "you"}}


async def test_who_asks_in_a_language_that_no_document_speaks_is_told_so(sample: Linelead) -> None:
    turn = await answer_turn(sample, "como limpio la freidora", principal=Principal(), scope=Scope())
    assert turn.answer.text == SPANISH.told
    assert turn.answer.refused


async def test_documents_that_speak_a_language_are_searched_without_a_word_about_it(
    library: Library, tmp_path: Path
) -> None:
    manual = tmp_path / "manual.md"
    manual.write_text(f"# Freidora\n\n{' '.join(sorted(SPANISH.words))} limpiar la freidora cada noche.\n", "utf-8")
    assert foreign("como limpio la freidora", library.catalogue) == SPANISH.told
    await library.ingestor.ingest(manual, collection="equipment", name=manual.name)
    assert foreign("como limpio la freidora", library.catalogue) == ""
