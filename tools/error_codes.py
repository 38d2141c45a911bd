"""Error codes: what a code means depends on the machine that shows it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from knowledge.types import BlockKind, CodeRow, Quote, whole
from tools.deps import Deps
from tools.evidence import Evidence, excerpt
from tools.search import Snippet, snippets
from tools.triggers import Call, Turn, rule, toolset

CODE = re.compile(r"\b(?:[A-Z]{1,4}[- ]?\d{1,4}[A-Z]?|[A-Z]{2,4}-[A-Z]{1,4})\b", re.IGNORECASE)
"""What looks like a code on a display: E05, "e 5", F-12, HI-LO. Which of them are codes is the catalogue's to say."""

GENERIC = frozenset("machine unit model series manual operation service guide and the of gas electric".split())
"""Words of a document's title that do not tell one machine from another."""


def find_codes(text: str) -> list[str]:
    """The strings in `text` that look like display codes, as written, in order, each once."""
    return list(dict.fromkeys(match.group(0) for match in CODE.finditer(text)))


@rule("look_up_error_code")
def _when_a_code_is_named(turn: Turn) -> Call | None:
    codes = find_codes(turn.question)
    return Call({"code": codes[0], "machine": turn.question}) if codes else None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in GENERIC and len(word) > 1}


def _score(machine: str, said: str) -> int:
    """How many telling words of a machine's title are said, singular and plural alike."""
    spoken = _words(said)
    spoken |= {word[:-1] for word in spoken if word.endswith("s")}
    return len(_words(machine) & spoken)


def rows_for(rows: Sequence[CodeRow], said: str) -> tuple[list[CodeRow], bool]:
    """The rows of the machine that `said` names, and whether it names exactly one; all rows when it names none."""
    best = max((_score(row.machine, said) for row in rows), default=0)
    if best == 0:
        return list(rows), len({row.document.id for row in rows}) == 1
    chosen = [row for row in rows if _score(row.machine, said) == best]
    return chosen, len({row.document.id for row in chosen}) == 1


@dataclass
class ErrorCodes(AbstractCapability[Deps]):
    """Look-up of display codes in the code tables of the machines' manuals."""

    def get_toolset(self) -> FunctionToolset[Deps]:
        async def look_up_error_code(ctx: RunContext[Deps], code: str, machine: str = "") -> ToolReturn[list[Snippet]]:
            """Look up an error code that a machine shows. Call it whenever a code such as E05 is named. The same code
            means different things on different machines: if several come back, list them and ask which machine.

            Args:
                code: The code as shown, for example E05.
                machine: The machine it is on, in the person's words; empty if they did not say.
            """
            evidence = await look_up(ctx.deps, code, machine)
            return ToolReturn(return_value=snippets(evidence), metadata=evidence.model_dump(mode="json"))

        return toolset(look_up_error_code)


async def look_up(deps: Deps, code: str, machine: str) -> Evidence:
    """The row for `code` on the machine that was meant with the procedure that clears it; or one row per machine and
    a question back; or a plain word that the code is in no table."""
    return await asyncio.to_thread(_look_up, deps, code, machine)


def _look_up(deps: Deps, code: str, machine: str) -> Evidence:
    catalogue = deps.library.catalogue
    nothing: list[CodeRow] = []
    rows = next((found for form in _forms(code) if (found := catalogue.codes(deps.scope, form))), nothing)
    chosen, certain = rows_for(rows, machine)
    if not certain and deps.turn.previous:
        chosen, certain = rows_for(rows, " ".join([*deps.turn.previous, machine]))
    quotes = [whole(row.stored, row.document) for row in chosen]
    ask = unknown = ""
    if chosen and certain:
        for row in chosen:
            quotes.extend(_clearing(deps, row))
    elif chosen:
        machines = list(dict.fromkeys(row.machine for row in chosen))
        ask = f"Which machine shows {chosen[0].code}: {', '.join(machines[:-1])} or {machines[-1]}?"
    else:
        unknown = _unknown(deps, code)
    return Evidence(
        query=f"{code} {machine}".strip(),
        excerpts=[excerpt(quote) for quote in quotes],
        strength=1.0 if chosen else 0.0,
        sufficient=bool(chosen),
        ask=ask,
        lead=unknown,
        decisive=bool(chosen or unknown),
    )


def _forms(code: str) -> list[str]:
    """The code as said, and with the zeros that people leave out: "e5" is "E05"."""
    forms = [code]
    match = re.fullmatch(r"([A-Za-z]+)[- ]?0*(\d{1,3})", code.strip())
    if match is not None:
        forms.extend(f"{match.group(1)}{match.group(2).zfill(width)}" for width in (1, 2, 3))
    return forms


def _clearing(deps: Deps, row: CodeRow) -> list[Quote]:
    """The warnings and steps of the sections of the same document whose heading names the code."""
    wanted = _shapeless(row.code)
    sections = deps.library.catalogue.blocks(deps.scope, row.document.id)
    named = [
        stored
        for stored in sections
        if stored.heading_path and wanted in {_shapeless(code) for code in find_codes(stored.heading_path[-1])}
    ]
    shown = [stored for stored in named if stored.kind in (BlockKind.WARNING, BlockKind.STEP)]
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
