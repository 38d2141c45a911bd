"""A capability as somebody else's package brings it: a tool that writes, and that a person must allow to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from tools.approvals import need_approval
from tools.deps import Deps
from tools.evidence import Reply, Say
from tools.triggers import Call, Turn, rule, toolset

_WISH = re.compile(r"\blog (?:the )?(?P<place>[\w -]+?) at (?P<degrees>\d+)", re.IGNORECASE)


@rule("log_temperature")
def _when_one_is_to_be_logged(turn: Turn) -> Call | None:
    found = _WISH.search(turn.question)
    return Call({"place": found["place"], "degrees": int(found["degrees"])}, alone=True) if found else None


@dataclass
class TemperatureRecord(AbstractCapability[Deps]):
    """The site's record of temperatures: one line for each that was logged."""

    file: str
    role: Literal["crew", "manager"] = "crew"

    def get_toolset(self) -> FunctionToolset[Deps]:
        def log_temperature(ctx: RunContext[Deps], place: str, degrees: int) -> ToolReturn[str]:
            """Log a temperature in the site's record.

            Args:
                place: What was measured.
                degrees: The temperature in °F.
            """
            need_approval(ctx, f"Log {degrees} °F for the {place}", role=self.role)
            with Path(self.file).open("a", encoding="utf-8") as record:
                record.write(f"{ctx.deps.principal.name}: {place} {degrees}\n")
            reply = Reply(parts=[Say(text=f"Logged: {place}, {degrees} °F.")])
            return ToolReturn(return_value="Logged.", metadata=reply.model_dump(mode="json"))

        return toolset(log_temperature)
