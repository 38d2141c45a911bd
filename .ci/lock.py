"""Writes the lock files from what is installed: every package the project needs, and every one its tests add.

Run by `make lock` in a fresh environment where the project and its tests were just installed from pyproject.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent


def closure(requirements: Iterable[str]) -> dict[str, str]:
    """Name and version of every installed package that the requirements pull in on this platform."""
    versions: dict[str, str] = {}
    waiting = [Requirement(text) for text in requirements]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), tuple(sorted(wanted.extras)))
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(wanted.name)
        except PackageNotFoundError:
            continue  # needed by an optional feature that is not installed
        versions[key[0]] = found.version.partition("+")[0]  # "2.13.0+cpu" is pinned as 2.13.0: pip takes either
        for text in found.requires or []:
            child = Requirement(text)
            extras = [*wanted.extras, ""]
            if child.marker is None or any(child.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(child)
    return versions


def main() -> None:
    """Writes requirements.lock and requirements-test.lock beside this file."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    running = closure(project["dependencies"])
    testing = closure(project["optional-dependencies"]["test"])
    head = "# What Linelead runs on, resolved together; written by `make lock`. torch is installed first and alone.\n"
    (HERE / "requirements.lock").write_text(head + _lines(running), "utf-8")
    head = "# What the tests need on top; written by `make lock`.\n-r requirements.lock\n"
    extra = {name: version for name, version in testing.items() if name not in running}
    (HERE / "requirements-test.lock").write_text(head + _lines(extra), "utf-8")


def _lines(versions: dict[str, str]) -> str:
    return "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()))


if __name__ == "__main__":
    main()
