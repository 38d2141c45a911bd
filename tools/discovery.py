"""The capabilities a specialist's file may name: every one in this package, and those other packages bring."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any, cast

from pydantic_ai.capabilities import AbstractCapability

import tools
from knowledge.errors import OperatorError

ENTRY_POINT_GROUP = "linelead.capabilities"


@cache
def find_capabilities() -> dict[str, type[AbstractCapability[Any]]]:
    """Capability classes by name: those defined in this package's modules, then entry points of ENTRY_POINT_GROUP.

    Raises OperatorError when two classes share a name, and naming what cannot be imported.
    """
    found: dict[str, type[AbstractCapability[Any]]] = {}

    def add(candidate: object, origin: str) -> None:
        if not (isinstance(candidate, type) and issubclass(candidate, AbstractCapability)):
            raise OperatorError(f"The entry point {origin} is not a capability class; point it at one.")
        name = candidate.get_serialization_name()
        if name is None:
            return
        if name in found and found[name] is not candidate:
            raise OperatorError(f"Two capabilities are named {name!r} (the second in {origin}); rename one.")
        found[name] = candidate

    for module_info in pkgutil.iter_modules(tools.__path__):
        name = f"tools.{module_info.name}"
        spec = find_spec(name)
        with _importing(spec.origin if spec else name):
            module = importlib.import_module(name)
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, AbstractCapability)
                and value.__module__ == module.__name__
                and not value.__name__.startswith("_")
            ):
                add(cast(object, value), module.__name__)
    for point in entry_points(group=ENTRY_POINT_GROUP):
        with _importing(f"The entry point {point.value}"):
            candidate: object = point.load()
        add(candidate, point.value)
    return found


@contextmanager
def _importing(origin: str | None) -> Generator[None]:
    try:
        yield
    except Exception as error:
        raise OperatorError(
            f"{origin} cannot be imported ({type(error).__name__}: {error}); mend it, or take it away."
        ) from error
