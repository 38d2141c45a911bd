"""A lesson or quiz is made from the section that is about its subject, found with the real model."""

from __future__ import annotations

import pytest

from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal
from tools.subjects import find_subject


@pytest.mark.parametrize(
    ("topic", "document", "title"),
    [
        ("hand washing", "food-safety-handbook.pdf", "3.1 How to wash hands"),
        ("danger zone", "food-safety-handbook.pdf", "2.1 The danger zone"),
        ("cool soup", "food-safety-handbook.pdf", "10.1 Two-stage cooling"),
        ("fryer menu settings", "frymate-240-fryer-manual.pdf", "10.3 Menu settings"),
        ("closing", "opening-and-closing.docx", "3 Closing"),
        ("week 2", "crew-training-guide.pdf", "3 Week 2: fry and grill"),
        ("section 7.2 of the fryer manual", "frymate-240-fryer-manual.pdf", "7.2 Boil-out (every week)"),
    ],
)
async def test_the_section_that_is_about_it_comes_first(
    sample: Linelead, topic: str, document: str, title: str
) -> None:
    subject = await find_subject(sample.deps(Principal(), Scope()), topic)
    assert [(s.document.name, s.title) for s in subject.sections[:1]] == [(document, title)]


@pytest.mark.parametrize("topic", ["french wines", "roll sushi", "week 6", "chapter 44 of the handbook"])
async def test_what_no_document_treats_has_no_section(sample: Linelead, topic: str) -> None:
    subject = await find_subject(sample.deps(Principal(), Scope()), topic)
    assert subject.sections == ()
    assert subject.nearest


async def test_headings_captions_and_labels_of_figures_are_not_taught(sample: Linelead) -> None:
    subject = await find_subject(sample.deps(Principal(), Scope()), "danger zone")
    texts = [stored.text for stored in subject.sections[0].blocks]
    assert [text[:40] for text in texts] == [
        "Bacteria that make people ill grow betwe",
        "House rule: no food that needs temperatu",
    ]


async def test_only_what_the_caller_may_read_is_taught(sample: Linelead) -> None:
    equipment = sample.deps(Principal(), Scope(collections=frozenset({"equipment"})))
    assert (await find_subject(equipment, "week 2")).sections == ()
    washing = await find_subject(equipment, "cleaning")
    assert {section.document.collection for section in washing.sections} == {"equipment"}
