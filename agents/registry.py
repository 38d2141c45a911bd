"""Finds the specialists: this package's folder, then the user's, then entry points of other packages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from pydantic_ai import Agent
from pydantic_ai.capabilities import AbstractCapability
from pydantic_ai.models import Model

from agents.errors import SpecialistError, UnknownSpecialist
from agents.specialist import Specialist, SpecialistSpec, build_agent, read_specialist
from tools.deps import Deps
from tools.discovery import find_capabilities

BUILT_IN = Path(__file__).parent / "specialists"
ENTRY_POINT_GROUP = "linelead.specialists"
_NAMED = re.compile(r"(?!readme\.)[a-z][a-z0-9_-]*\.md")


class Registry:
    """The specialists by name, in the order found. The one place where they are listed; everything else derives."""

    def __init__(self, specialists: Iterable[Specialist]) -> None:
        """Raises SpecialistError for two of one name, for none at all, and for more than one `fallback: true`."""
        self._by_name: dict[str, Specialist] = {}
        for specialist in specialists:
            other = self._by_name.get(specialist.name)
            if other is not None:
                raise SpecialistError(
                    f"Two specialists are named {specialist.name!r}: {other.path} and {specialist.path}; rename one."
                )
            self._by_name[specialist.name] = specialist
        if not self._by_name:
            raise SpecialistError("No specialist was found; add a Markdown file to agents/specialists.")
        fallbacks = [s for s in self if s.spec.fallback]
        if len(fallbacks) > 1:
            raise SpecialistError(
                f"{fallbacks[0].path} and {fallbacks[1].path} both say 'fallback: true'; only one may."
            )
        self.fallback = (fallbacks or list(self))[0].name
        """Who takes a question that fits nowhere."""

    @classmethod
    def load(cls, *folders: Path) -> Registry:
        """The built-in specialists, those in `folders`, and those of installed packages.

        In a folder the files count that `is_specialist_file` names; others are passed by. Raises SpecialistError naming
        the file for anything wrong in one, and for a folder that does not exist.
        """
        places = [BUILT_IN, *folders]
        for point in entry_points(group=ENTRY_POINT_GROUP):
            places.append(Path(point.load()))
        found: list[Specialist] = []
        for folder in places:
            if not folder.is_dir():
                raise SpecialistError(f"{folder} is not a folder of specialists; create it or change the setting.")
            found.extend(read_specialist(path) for path in sorted(folder.iterdir()) if is_specialist_file(path))
        return cls(found)

    def __iter__(self) -> Iterator[Specialist]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    @property
    def names(self) -> list[str]:
        return list(self._by_name)

    def get(self, name: str) -> Specialist:
        """The specialist of that name. Raises UnknownSpecialist listing the known ones."""
        if name not in self._by_name:
            raise UnknownSpecialist(name, self._by_name)
        return self._by_name[name]

    @property
    def examples(self) -> dict[str, list[str]]:
        """What the router learns from: example questions by specialist."""
        return {s.name: s.spec.routing.examples for s in self}

    def build(
        self,
        *,
        model: Callable[[SpecialistSpec], Model],
        capabilities: Mapping[str, type[AbstractCapability[Any]]] | None = None,
    ) -> dict[str, Agent[Deps, str]]:
        """The agents by name. `model` is called with each spec and gives its answering model."""
        known = capabilities if capabilities is not None else find_capabilities()
        return {s.name: build_agent(s, capabilities=known, model=model) for s in self}


def is_specialist_file(path: Path) -> bool:
    """Whether something in a folder of specialists is one's file: Markdown that is not hidden, named as specialists are
    (small letters, digits, - and _; not "readme") or begun with front matter ("---").

    Either is enough: of a file named so whose front matter was forgotten somebody must hear.
    """
    if path.suffix != ".md" or path.name.startswith(".") or not path.is_file():
        return False
    if _NAMED.fullmatch(path.name):
        return True
    with suppress(OSError), path.open("rb") as file:
        return file.read(3) == b"---"
    return False
