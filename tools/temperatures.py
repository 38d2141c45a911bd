"""Safe temperatures and times, as the documents state them: quoted, never paraphrased."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from tools.deps import Deps
from tools.evidence import Excerpt
from tools.search import Snippet, search, snippets
from tools.triggers import Call, Turn, kept, rule, toolset

_ASKED = re.compile(
    r"\b(temp\w*|how (hot|cold|warm)|degrees?|°|fahrenheit|celsius|cook(ed)? to|internal|hot hold\w*|cold hold\w*|"
    r"danger zone|reheat\w*|cool(ing)? down|thaw\w*)\b|°",
    re.IGNORECASE,
)
_STATED = re.compile(r"-?\d+(?:\.\d+)?\s*(?:°\s*[FC]?|º\s*[FC]?|degrees?\b|[FC]\b)")


@rule("find_safe_temperature")
def _when_heat_is_asked(turn: Turn) -> Call | None:
    return Call({"food_or_step": turn.question}) if _ASKED.search(turn.question) else None


def states_temperature(item: Excerpt) -> bool:
    """Whether an excerpt gives a temperature, in its words or its column names."""
    text = " ".join([item.text, *item.header])
    return bool(_STATED.search(text)) or (bool(re.search(r"\d", item.text)) and bool(re.search(r"°|temp", text, re.I)))


@dataclass
class Temperatures(AbstractCapability[Deps]):
    """Safe cooking, holding, cooling and storage temperatures from the site's documents."""

    @kept
    def get_toolset(self) -> FunctionToolset[Deps]:
        async def find_safe_temperature(ctx: RunContext[Deps], food_or_step: str) -> ToolReturn[list[Snippet]]:
            """Find the temperature and time a food or a step needs. Call it for every question about how hot or cold
            something must be. Copy numbers and units exactly as returned; if nothing is returned, say that the
            documents do not give it.

            Args:
                food_or_step: The food or step, for example "ground beef" or "cooling soup", in the person's words.
            """
            evidence = await search(ctx.deps, food_or_step, prefer=frozenset({"safety"}))
            stated = [item for item in evidence.excerpts if states_temperature(item)]
            evidence = evidence.model_copy(
                update={"excerpts": stated, "sufficient": evidence.sufficient and bool(stated)}
            )
            found = snippets(evidence) if evidence.sufficient else []
            return ToolReturn(return_value=found, metadata=evidence.model_dump(mode="json"))

        return toolset(find_safe_temperature)
