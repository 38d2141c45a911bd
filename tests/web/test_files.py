"""The files of the web app among themselves: what is wanted at the start is named at the start."""

from __future__ import annotations

import json
import re

from app.routes.web import FOLDER

IMPORT = re.compile(r'^(?:import|export) [^;]*?from "\./(\w+)\.js";', re.MULTILINE)


def wanted_at_the_start() -> set[str]:
    """The modules that the first one imports, and those that these import, and so on."""
    found: set[str] = set()
    left = {"app"}
    while left:
        found |= left
        left = {name for one in left for name in IMPORT.findall((FOLDER / f"js/{one}.js").read_text())} - found
    return found


def test_every_module_of_the_start_is_asked_for_at_once() -> None:
    page = (FOLDER / "index.html").read_text()
    preloaded = set(re.findall(r'rel="modulepreload" href="/web/js/(\w+)\.js"', page))
    assert preloaded == wanted_at_the_start() - {"app"}


def test_the_shell_without_a_network_has_every_module_of_the_start() -> None:
    worker = (FOLDER / "sw.js").read_text()
    names = re.search(r"\.\.\.(\[[^\]]*\])\.map", worker)
    assert names is not None
    assert wanted_at_the_start() <= set(json.loads(names[1]))
