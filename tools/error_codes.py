"""Error codes: what a code means depends on the machine that shows it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from knowledge.lexicon import STOP_WORDS, content_words, section_numbers
from knowledge.thesaurus import meant_by
from knowledge.types import BlockKind, CodeRow, Quote, whole
from tools.deps import Deps
from tools.evidence import Evidence, current_turn, excerpt
from tools.search import Snippet, snippets
from tools.triggers import Call, Turn, kept, rule, toolset

CODE = re.compile(r"(?<!['’])\b(?:[A-Z]{1,4}[- ]?\d{1,4}[A-Z]?|[A-Z]{2,4}-[A-Z]{1,4})\b", re.IGNORECASE)
"""What looks like a code on a display: E05, "e 5", F-12, HI-LO. Which of them are codes is the catalogue's to say."""

SHORT_WORDS = 8
"""Words of a message that may name nothing but another machine."""

GENERIC = frozenset("machine unit model series manual operation service guide and the of gas electric".split())
"""Words of a document's title that do not tell one machine from another."""

STRANGERS = re.compile(
    r"\b(?:(?!(?:the|this|that|which|what|your|our|my|any|other|same|new|old|big|small|i|we|you|they|to|can|should|must|not|"
    r"and|or|then|when|if|just)\b)[a-z]+ (?:machine|maker|unit|"
    r"press|truck|cooker|roaster|heater|warmer|cabinet|line)|dish ?washer|ice ?maker|slicer|mixer|blender|grinder|"
    r"toaster|microwave|grill|griddle|broiler|steamer|salamander|rotisserie|smoker|oven|fryer|frier|range|stove|kettle|"
    r"boiler|freezer|fridge|refrigerator|cooler|walk[- ]?in|chiller|heater|hood|extractor|dispenser|brewer|compressor|"
    r"conveyor|forklift|lift|elevator|pump|motor|generator|robot|printer|scanner|terminal|register|till|scale|"
    r"thermostat|alarm|panel board|washer|dryer|vacuum|scrubber|compactor|baler|pallet jack|air con(?:ditioner)?|ac)\b",
    re.IGNORECASE,
)
"""Names of machines of restaurants, shops and plants: one that no code table is about must not get another's row."""


def find_codes(text: str) -> list[str]:
    """The strings in `text` that look like display codes, as written, in order, each once; "a 15" of "a 15 year old"
    is none."""
    found = [match.group(0) for match in CODE.finditer(text)]
    return list(dict.fromkeys(code for code in found if code.split()[0] not in STOP_WORDS))


LIKE, LIKE_MARGIN = 0.45, 0.15
"""Cosine (0..1) from which a machine may be meant that is not named by its title's words ("the coffee machine"), and
how far the next machine must be behind: a wrong machine's row is worse than a question back."""


_SPELLED = re.compile(r"\b([a-z]) (\d) (\d)\b", re.IGNORECASE)
_BY_NUMBER = re.compile(r"\b(?:error|err|fault|failure)(?: code| number| no\.?)? ?#?(\d{1,3})\b", re.IGNORECASE)


def said_codes(text: str) -> list[str]:
    """The codes that a message names, those spelled too ("e 0 5"), else those told by their number ("error 5")."""
    return find_codes(_SPELLED.sub(r"\1\2\3", text)) or list(dict.fromkeys(_BY_NUMBER.findall(text)))


@rule("look_up_error_code")
def _when_a_code_is_named(turn: Turn) -> Call | None:
    codes = said_codes(turn.question)
    if codes:
        return Call({"code": codes[0], "machine": turn.question})
    before, _, _ = current_turn(turn.history)
    # "and on the fryer?": another machine, and the code of the turn before
    is_short = len(turn.question.split()) <= SHORT_WORDS
    return Call({"code": "", "machine": turn.question}) if is_short and find_codes(before) else None


def _words(text: str) -> set[str]:
    found = re.findall(r"[a-z0-9]+", text.lower())
    return {meant_by(word) for word in found if word not in GENERIC and len(word) > 1}


def _score(machine: str, said: str) -> int:
    """How many telling words of a machine's title are said, singular and plural alike."""
    spoken = _words(said)
    spoken |= {word[:-1] for word in spoken if word.endswith("s")}
    return len(_words(machine) & spoken)


def named_in(titles: Iterable[str], said: str) -> set[str]:
    """The machines that share the most telling words with what was said; none when they share none."""
    scores = {title: _score(title, said) for title in titles}
    best = max(scores.values(), default=0)
    return {title for title, score in scores.items() if score == best} if best else set()


@dataclass
class ErrorCodes(AbstractCapability[Deps]):
    """Look-up of display codes in the code tables of the machines' manuals."""

    @kept
    def get_toolset(self) -> FunctionToolset[Deps]:
        async def look_up_error_code(ctx: RunContext[Deps], code: str, machine: str = "") -> ToolReturn[list[Snippet]]:
            """Look up an error code that a machine shows. Call it whenever a code such as E05 is named. The same code
            means different things on different machines: if several come back, list them and ask which machine.

            Args:
                code: The code as shown, for example E05; empty for the code of the turn before, on another machine.
                machine: The machine it is on, in the person's words; empty if they did not say.
            """
            _, history, _ = current_turn(ctx.messages)
            before, _, _ = current_turn(history)
            evidence = await look_up(ctx.deps, code, machine, before)
            return ToolReturn(return_value=snippets(evidence), metadata=evidence.model_dump(mode="json"))

        return toolset(look_up_error_code)


async def look_up(deps: Deps, code: str, machine: str, before: str = "") -> Evidence:
    """The row for `code` on the machine that was meant with the procedure that clears it; or one row per machine and
    a question back; or a plain word that the code is in no table, or not in this machine's.

    An empty `code` is that of the last turn that named one; nothing comes back then unless `machine` names a machine
    that has a code table, and says nothing else. `before` is what was said last: "the fryer is broken", then "E05".
    """
    found = await asyncio.to_thread(deps.library.catalogue.machines, deps.scope)
    titles = list(dict.fromkeys(title for _, title in found))
    meant = named_in(titles, machine) or await _most_like(deps, titles, machine)
    earlier = deps.turn.previous[::-1]
    if not code.strip():
        code = next((codes[0] for turn in earlier if (codes := find_codes(turn))), "")
        if not code or not meant or _says_more(machine, meant):
            return Evidence(query=machine, excerpts=[], strength=0.0, sufficient=False)
    stranger = "" if meant else _stranger(machine)
    if not meant and not stranger:
        of_before = next((named for turn in (before, *earlier) if (named := named_in(titles, turn))), set[str]())
        of_it = await asyncio.to_thread(_look_up, deps, code, machine, of_before, stranger)
        if of_it.sufficient or not of_before:
            return of_it
        # the code of a machine that was not spoken of: "e30", a gas leak, after a question about the oven
        other = await asyncio.to_thread(_look_up, deps, code, machine, set(), "")
        return other.model_copy(update={"lead": of_it.lead})
    return await asyncio.to_thread(_look_up, deps, code, machine, meant, stranger)


async def _most_like(deps: Deps, titles: Sequence[str], said: str) -> set[str]:
    """The one machine whose title is most like what was said ("the coffee machine"); none when that is not plain."""
    if not titles or not said.strip():
        return set()
    vector, *others = await deps.library.embedder.embed([said, *titles])
    likeness = sorted((float(vector @ other), title) for other, title in zip(others, titles, strict=True))
    best, title = likeness[-1]
    second = likeness[-2][0] if len(likeness) > 1 else 0.0
    return {title} if best >= LIKE and best - second >= LIKE_MARGIN else set()


def _says_more(said: str, meant: Iterable[str]) -> bool:
    """Whether something else is said than which machine is meant."""
    named = set[str]().union(*(_words(title) for title in meant)) | GENERIC
    return any({word, meant_by(word), word.rstrip("s")}.isdisjoint(named) for word in content_words(said))


def _stranger(said: str) -> str:
    """The machine that is named though no code table is known for one, or ""."""
    match = STRANGERS.search(said)
    return match.group(0).lower() if match else ""


def _look_up(deps: Deps, code: str, machine: str, meant: set[str], stranger: str) -> Evidence:
    rows = _rows(deps, code)
    chosen = [row for row in rows if row.machine in meant] if meant else [] if stranger else rows
    quotes = [whole(row.stored, row.document) for row in chosen]
    ask = absent = ""
    if len({row.machine for row in chosen}) == 1:
        for row in chosen:
            quotes.extend(_clearing(deps, row))
    elif chosen:
        machines = list(dict.fromkeys(row.machine for row in chosen))
        ask = f"Which machine shows {chosen[0].code}: {', '.join(machines[:-1])} or {machines[-1]}?"
    elif rows:
        owner = f"the code table of {' or '.join(sorted(meant))}" if meant else f"a code table of the {stranger}"
        holders = " and ".join(dict.fromkeys(row.machine for row in rows))
        absent = f"Your documents do not have {rows[0].code} in {owner}. It is a code of {holders}."
    else:
        absent = _unknown(deps, code)
    return Evidence(
        query=f"{code} {machine}".strip(),
        excerpts=[excerpt(quote) for quote in quotes],
        strength=1.0 if chosen else 0.0,
        sufficient=bool(chosen),
        ask=ask,
        lead=absent,
        decisive=bool(chosen or absent),
    )


def _rows(deps: Deps, code: str) -> list[CodeRow]:
    """The rows of all machines for a code, in the first form of it that some table has."""
    codes = deps.library.catalogue.codes
    if code.isdigit():  # a number is that of every code with one letter before it
        return [row for row in codes(deps.scope) if re.fullmatch(rf"[A-Z][- ]?0*{int(code)}", row.code, re.IGNORECASE)]
    return next((rows for form in _forms(code) if (rows := codes(deps.scope, form))), list[CodeRow]())


def _forms(code: str) -> list[str]:
    """The code as said, and with the zeros that people leave out: "e5" is "E05"."""
    forms = [code]
    match = re.fullmatch(r"([A-Za-z]+)[- ]?0*(\d{1,3})", code.strip())
    if match is not None:
        forms.extend(f"{match.group(1)}{match.group(2).zfill(width)}" for width in (1, 2, 3))
    return forms


def _clearing(deps: Deps, row: CodeRow) -> list[Quote]:
    """The warnings and steps of the sections of the same document whose heading names the code, else of the first
    section that the row sends to: "LOCK. Forced rinse, section 6.4." """
    wanted = _shapeless(row.code)
    blocks = deps.library.catalogue.blocks(deps.scope, row.document.id)
    headed = [stored for stored in blocks if stored.heading_path and stored.kind is not BlockKind.HEADING]
    named = [
        stored for stored in headed if wanted in {_shapeless(code) for code in find_codes(stored.heading_path[-1])}
    ]
    if not named and (sent := section_numbers(row.stored.text)[:1]):
        named = [stored for stored in headed if stored.heading_path[-1].split()[0].rstrip(".") == sent[0]]
    shown = [stored for stored in named if stored.kind in (BlockKind.WARNING, BlockKind.STEP)]
    shown = shown or [stored for stored in named if stored.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)]
    return [whole(stored, row.document) for stored in shown]


def _shapeless(code: str) -> str:
    return re.sub(r"[\s-]", "", code).upper()


def _unknown(deps: Deps, code: str) -> str:
    """What to say of a code that looks like those in the tables but is in none of them; "" when it may be a part."""
    shape = _shape(code)
    machines = {row.machine for row in deps.library.catalogue.codes(deps.scope) if _shape(row.code) == shape}
    if not machines:
        return ""
    return f"The code {code.upper()} is not in the code tables of your documents ({', '.join(sorted(machines))})."


def _shape(code: str) -> str:
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", re.sub(r"[\s-]", "", code.upper())))
