"""Quiz questions made from spans: each can be answered from its source alone, and is understood by itself."""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import Literal

from pydantic import BaseModel

from knowledge.codes import code_rows
from knowledge.lexicon import content_words, stems
from knowledge.sentences import split_sentences
from knowledge.types import BlockKind, Quote, QuoteKind, StoredBlock, quote_kind, whole
from tools.evidence import Excerpt, excerpt
from tools.measures import AMOUNT, numbers
from tools.subjects import Section, Subject

BLANK = "_____"
STEPS = range(3, 6)
"""Steps to put in order: two are no puzzle, and more than fit on a phone help nobody."""
STEP_CHARACTERS = 140
"""Longest step to put in order."""
SENTENCE_WORDS = range(5, 41)
"""Words of a sentence that a number is blanked out of."""
LABEL_WORDS = 3
"""Words after a colon up to which a sentence is a label with its value and cannot be asked for by the label."""
CELL_WORDS = 12
"""Words up to which another cell of a row is shown in its question."""
TYPED_WORDS = range(1, 5)
"""Words of an answer without a number that can be asked for: more is a recitation."""
CHOICES, CHOICE_WORDS = range(2, 5), 2
"""Different cells of a column, and most words of each, for it to be a choice to ask about."""
SAME_FACT = 0.5
"""Share of common words from which two sources of one answer state one fact."""
MENTIONED = 0.5
"""Share (0..1) of a topic's telling words that a span of a section about something else must hold to be asked about."""


class Question(BaseModel):
    """One quiz question. `expected` is the text blanked out (cloze), or the letters in order (order)."""

    kind: Literal["cloze", "order"]
    prompt: str
    expected: str
    source: list[Excerpt]

    @property
    def key(self) -> str:
        """What tells this question from others over the same documents."""
        return f"{self.source[0].span_id}:{self.expected}"

    @property
    def difficulty(self) -> int:
        """How hard it is to answer: a number is 1, a range or words 2, an order 3."""
        if self.kind == "order":
            return 3
        return 1 if len(numbers(self.expected.partition("(")[0])) == 1 else 2


def questions_about(subject: Subject) -> list[Question]:
    """The questions that a subject's sections give, the best to ask first: each fact once, kinds and sections mixed.

    All of the first section where its heading names the subject, else what names it by itself or by its document. The
    same documents always give the same questions in the same order.
    """
    about: list[Question] = []
    beside: list[Question] = []
    for place, section in enumerate(subject.sections):
        for question in questions_from(section):
            source = question.source[0]
            told = " ".join([source.text, *source.heading_path[-1:], source.document])
            if place == 0 and section.names_subject:
                about.append(question)
            elif subject.mentioned_in(told) >= MENTIONED and (section.names_subject or question.kind != "order"):
                beside.append(question)
    asked = _mixed(about)
    found = [*asked, *_mixed(beside, before=asked)]
    return found or [question for section in subject.sections[:1] for question in _mixed(questions_from(section))]


def _mixed(questions: Sequence[Question], before: Sequence[Question] = ()) -> list[Question]:
    """Questions in an order that changes kinds and sections as often as it can; a fact that was asked is left out."""
    waiting = list(questions)
    asked = list(before)
    mixed: list[Question] = []
    forms: Counter[str] = Counter()
    while waiting:
        place = min(range(len(waiting)), key=lambda n: (forms[_form(waiting[n])] + forms[_place(waiting[n])], n))
        question = waiting.pop(place)
        if any(_is_told(question, other) for other in asked):
            continue
        asked.append(question)
        mixed.append(question)
        forms.update((_form(question), _place(question)))
    return mixed


def _form(question: Question) -> str:
    return "row" if question.source[0].kind is QuoteKind.ROW else question.kind


def _place(question: Question) -> str:
    return f"{question.source[0].document_id} {question.source[0].heading_path}"


def _is_told(question: Question, before: Question) -> bool:
    """Whether a question that came before asked for the same fact or order, or showed it among steps."""
    if before.kind == "order":
        blocks = {source.span_id.partition(".")[0] for source in before.source}
        if any(source.span_id.partition(".")[0] in blocks for source in question.source):
            return True
    if question.kind != before.kind:
        return False
    ours, theirs = question.source[0], before.source[0]
    if question.kind == "cloze":
        values = [numbers(q.expected.partition("(")[0]) or q.expected.lower() for q in (question, before)]
        if values[0] != values[1]:
            return False
        if ours.header and ours.header == theirs.header:
            return ours.cells[:1] == theirs.cells[:1]
    mine, others = (stems(" ".join(w for s in q.source for w in content_words(s.text))) for q in (question, before))
    return len(mine & others) >= SAME_FACT * min(len(mine), len(others))


def questions_from(section: Section) -> list[Question]:
    """The questions that a section gives: numbers, codes and words to fill in, then steps to put in order.

    What the first sentence of a block says comes before what the others add.
    """
    rows = Counter(stored.id for stored, _, _ in code_rows(section.blocks))
    codes = {s.id: (code, cells["meaning"]) for s, code, cells in code_rows(section.blocks) if rows[s.id] == 1}
    choices = _choices(section.blocks)
    first: list[Question | None] = []
    later: list[Question | None] = []
    for stored in section.blocks:
        if stored.id in codes and codes[stored.id][1]:
            first.append(_code(stored, section, *codes[stored.id]))
        elif stored.kind is BlockKind.ROW:
            first.append(_row(stored, section, choices.get(stored.block.header, frozenset())))
        else:
            for index, (start, end) in enumerate(split_sentences(stored.text)):
                (later if index else first).append(_sentence(stored, section, index, start, end))
    made = [question for question in (*first, *later) if question is not None]
    return [*made, *(_order(steps, section) for steps in _procedures(section.blocks))]


def _cloze(before: str, text: str, expected: str, at: int, source: Excerpt) -> Question | None:
    """The question with `expected` blanked out of `text` at `at`, or None when what is left gives it away."""
    rest = f"{before}{text[:at]}{BLANK}{text[at + len(expected) :]}"
    shown = re.sub(r"“[\d.]+ ", "“", rest)  # the number of the section
    wanted = numbers(expected)
    given_away = set(wanted) <= set(numbers(shown)) if wanted else expected.lower() in shown.lower()
    return None if given_away else Question(kind="cloze", prompt=rest, expected=expected, source=[source])


def _where(stored: StoredBlock, section: Section) -> str:
    """Where a question is from, so that it can be understood by itself."""
    heading = stored.heading_path[-1] if stored.heading_path else ""
    if heading.isupper():  # a word out of a figure
        heading = section.title
    title = section.document.title
    return f"“{heading}” ({title}): " if heading and heading != title else f"{title}: "


_POINTING = re.compile(
    r"^\W*(none|some|both|each|most|same)\b|"
    r"\b(it|its|they|them|their|this|that|these|those|he|she|there|other|otherwise|then)\b",
    re.IGNORECASE,
)


def _sentence(stored: StoredBlock, section: Section, index: int, start: int, end: int) -> Question | None:
    """A number blanked out of a sentence that says what it is about."""
    sentence = stored.text[start:end]
    opening = " ".join(sentence.split()[:3])
    if len(sentence.split()) not in SENTENCE_WORDS or sentence[0].islower() or _POINTING.search(opening):
        return None  # "Change it after 4 hours": nobody can tell what
    quote = Quote(f"{stored.id}.{index}", quote_kind(stored.kind), sentence, stored, section.document, start, end, 1.0)
    for fact in AMOUNT.finditer(sentence):
        after = sentence[fact.end() :].strip(" .)")
        is_label = after.startswith(":") and len(after.split()) <= LABEL_WORDS  # "Solution of 200 ppm: mild."
        is_side = sentence[: fact.start()].endswith(" x ")  # one side of "12 x 20 in."
        is_cut = not after and fact.group(0).endswith("in.")  # the point of "in." was taken for the sentence's end
        if is_label or is_side or is_cut or not content_words(sentence[: fact.start()]):
            continue
        question = _cloze(_where(stored, section), sentence, fact.group(0), fact.start(), excerpt(quote))
        if question is not None:
            return question
    return None


def _code(stored: StoredBlock, section: Section, code: str, meaning: str) -> Question | None:
    text = f"Which code says “{meaning}”? {code}"
    source = excerpt(whole(stored, section.document))
    return _cloze(_where(stored, section), text, code, len(text) - len(code), source)


def _row(stored: StoredBlock, section: Section, choices: frozenset[int]) -> Question | None:
    """A number or a choice blanked out of a row's cell, or a short answer out of a row that asks a question itself.

    `choices` are the columns with few different words, such as yes and no.
    """
    header, cells = stored.block.header, [" ".join(cell.split()) for cell in stored.block.cells]
    if len(cells) < 2 or not cells[0]:
        return None
    if cells[0].endswith("?"):
        return _asked_by_row(stored, section, cells)
    names = [name.strip() for name in header] if len(header) == len(cells) else [""] * len(cells)
    facts = [
        (column, fact)
        for column in range(1, len(cells))
        if (fact := AMOUNT.search(cells[column])) and not _PART_OF_LIST.search(cells[column][: fact.start()])
    ]
    shown = [0, *(n for n in range(1, len(cells)) if len(cells[n].split()) <= CELL_WORDS)]
    asked = [(column, fact.group(0), fact.start()) for column, fact in facts]
    if not asked and choices:
        turn = sorted(choices)[stored.ordinal % len(choices)]  # so that a table is not asked about by one column only
        asked, shown = [(turn, cells[turn], 0)], [0]
    for column, expected, start in asked:
        order = [*(n for n in shown if n != column), column]
        text = " · ".join(f"{names[n]}: {cells[n]}" if names[n] else cells[n] for n in order if cells[n])
        at = len(text) - len(cells[column]) + start
        question = _cloze(_where(stored, section), text, expected, at, excerpt(whole(stored, section.document)))
        if question is not None:
            return question
    return None


_PART_OF_LIST = re.compile(r"\d(,| x) $")
"""What stands before the last of several numbers with one unit: "15, 30, 45, 60 min", "12 x 20 in."."""


def _asked_by_row(stored: StoredBlock, section: Section, cells: Sequence[str]) -> Question | None:
    """The question that a row asks itself, as practice questions do: its number, or an answer short enough to type."""
    if re.search(r"\b(is|are|does|do|must|should|can) (it|they|this|that|these)\b", cells[0]):
        return None
    fact = AMOUNT.search(cells[1])
    if fact is None and len(content_words(cells[1])) not in TYPED_WORDS:
        return None
    expected, start = (fact.group(0), fact.start()) if fact is not None else (cells[1], 0)
    source = excerpt(whole(stored, section.document))
    return _cloze(_where(stored, section), f"{cells[0]} {cells[1]}", expected, len(cells[0]) + 1 + start, source)


def _choices(blocks: Sequence[StoredBlock]) -> dict[tuple[str, ...], frozenset[int]]:
    """For each table, by its header, the columns whose cells are one of a few words: yes or no, raw or cooked."""
    tables: dict[tuple[str, ...], list[StoredBlock]] = {}
    for stored in blocks:
        if stored.kind is BlockKind.ROW and len(stored.block.cells) == len(stored.block.header):
            tables.setdefault(stored.block.header, []).append(stored)
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for header, rows in tables.items():
        columns: set[int] = set()
        for column in range(1, len(header)):
            words = Counter(row.block.cells[column].strip().lower() for row in rows)
            is_short = all(0 < len(word.split()) <= CHOICE_WORDS and not word.isdigit() for word in words)
            if header[column].strip() and is_short and len(words) in CHOICES and len(rows) >= 2 * len(words):
                columns.add(column)
        found[header] = frozenset(columns)
    return found


_IMPERATIVE = frozenset(
    "add adjust allow apply arrive ask attach attack bag bend boil break bring brush burp call carry change check "
    "choose clean clear close collect compare connect cook cool correct count cover curl cut date deliver descale "
    "dip discard disconnect disinfect divide do drain drop dry empty feel fill filter find fit flush fold get "
    "give go grind hand hang heat hit hold insert inspect install keep knock label lay leave let lift light list "
    "listen load lock log look loosen lower make mark measure mix mop move note offer open pack pick place plug "
    "polish position post pour preheat prepare press print pull purge push put raise read record relight remember "
    "remove repeat replace report reset return rinse roll rotate rub run sanitize save say scoop scrape screen "
    "screw scrub seal select send serve set shake show shut sign simmer skim slide soak sort spray spread stand "
    "start stay step stir stop store sweep switch take talk tell test thank throw tighten tip touch train "
    "transfer turn unlock unplug unscrew use vacuum verify wait walk warm wash watch wear weigh wet wipe wrap "
    "write".split()
)
_NO_ORDER = re.compile(r"\b(rules?|causes?|reasons?|ways|facts|tips|don'?ts?|questions?)\b", re.IGNORECASE)
"""Headings of numbered lists whose order says nothing."""


def _procedures(blocks: Sequence[StoredBlock]) -> Iterator[Sequence[StoredBlock]]:
    """Steps of each procedure that follow one another: numbered instructions, most of which begin with a verb."""
    runs: list[list[StoredBlock]] = []
    for stored in blocks:
        if stored.kind is not BlockKind.STEP or len(stored.text) > STEP_CHARACTERS:
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and (stored.heading_path, stored.ordinal) == (last.heading_path, last.ordinal + 1):
            runs[-1].append(stored)
        else:
            runs.append([stored])
    for run in runs:
        steps = run[: STEPS[-1]]
        verbs = sum(_first_word(step.text) in _IMPERATIVE for step in steps)
        distinct = len({" ".join(step.text.split()) for step in steps}) == len(steps)
        title = steps[0].heading_path[-1] if steps[0].heading_path else ""
        if len(steps) in STEPS and verbs > len(steps) / 2 and distinct and not _NO_ORDER.search(title):
            yield steps


def _first_word(text: str) -> str:
    return re.sub(r"\W", "", text.split()[0]).lower() if text.split() else ""


def _order(steps: Sequence[StoredBlock], section: Section) -> Question:
    order = list(range(len(steps)))
    seed = hashlib.blake2b("".join(s.id for s in steps).encode(), digest_size=4).digest()
    chance = random.Random(int.from_bytes(seed, "big"))
    while order[0] == 0:
        chance.shuffle(order)
    lines = [f"- {ascii_uppercase[place]}: {' '.join(steps[index].text.split())}" for place, index in enumerate(order)]
    expected = "".join(ascii_uppercase[order.index(index)] for index in range(len(steps)))
    where = _where(steps[0], section)
    prompt = f"{where}put these steps in order (answer with the letters, such as BAC):\n" + "\n".join(lines)
    source = [excerpt(whole(step, section.document)) for step in steps]
    return Question(kind="order", prompt=prompt, expected=expected, source=source)
