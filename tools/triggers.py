"""When a tool is called without a language model: each tool brings its own rule.

The embedded answering model reads no prose instructions. A tool that it may call carries the metadata
`{TRIGGER: name}`, and the rule registered under that name decides from the turn whether to call it and with what.
The same rule fixes the first tool calls of a language model where a specialist must retrieve before it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from pydantic_ai import FunctionToolset
from pydantic_ai.messages import ModelMessage
from pydantic_ai.tools import ToolFuncEither

from tools.deps import Deps

TRIGGER = "linelead.trigger"


@dataclass(frozen=True, slots=True)
class Turn:
    """The question as asked, and the messages of the conversation before it."""

    question: str
    history: Sequence[ModelMessage] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """Call the tool with these arguments; `alone` means that no other tool is called in this turn."""

    arguments: dict[str, Any]
    alone: bool = False


Rule = Callable[[Turn], Call | None]
_rules: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    """Registers the decorated rule under `name`; two rules of one name are an error."""

    def register(function: Rule) -> Rule:
        if name in _rules:
            raise ValueError(f"Two trigger rules are named {name!r}; rename one of them.")
        _rules[name] = function
        return function

    return register


def find_rule(name: str) -> Rule | None:
    """The rule registered under `name`, or None."""
    return _rules.get(name)


_TOOLSET = "_toolset"
_Capability = TypeVar("_Capability")
_GetToolset = Callable[[_Capability], FunctionToolset[Deps]]


def kept(make: _GetToolset[_Capability]) -> _GetToolset[_Capability]:
    """A capability's `get_toolset` that makes the toolset once: every run asks for it, and the schemas of its tools
    take milliseconds. A toolset holds nothing of a run."""

    @wraps(make)
    def get_toolset(self: _Capability) -> FunctionToolset[Deps]:
        own = vars(self)
        if _TOOLSET not in own:
            own[_TOOLSET] = make(self)
        return own[_TOOLSET]

    return get_toolset


TOOL_TIMEOUT_SECONDS = 15.0
"""Longest a tool may take. A search takes some 20 ms; the rest is for a busy machine."""


def toolset(*functions: ToolFuncEither[Deps, ...]) -> FunctionToolset[Deps]:
    """A toolset made from functions: names, schemas and descriptions come from their signatures and docstrings.

    A function for which a rule of the same name is registered is called by that rule when no language model is there.
    """
    made = FunctionToolset[Deps](
        id=functions[0].__name__.replace("_", "-"), timeout=TOOL_TIMEOUT_SECONDS, require_parameter_descriptions=True
    )
    for function in functions:
        name = function.__name__
        made.add_function(function, metadata={TRIGGER: name} if name in _rules else None)
    return made
