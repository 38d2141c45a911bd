"""The page about the HTTP interface says what the interface is, and its examples run."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from app.reference import ADDRESS, PAGE, reference
from tests.app.conftest import Served

EXAMPLES = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


def test_the_page_is_as_the_description_makes_it() -> None:
    assert PAGE.read_text("utf-8") == reference(), "routes have changed; write the page anew: python -m app.reference"


def test_every_example_of_the_page_runs(serve: Callable[..., Served], data: Path, tmp_path: Path) -> None:
    served = serve(data)
    assert len([line for line in EXAMPLES if line.startswith("curl")]) >= 8
    for line in EXAMPLES:
        command = line.replace(ADDRESS, served.address).replace("curl ", "curl --fail-with-body --max-time 60 ", 1)
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=90, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}"
        assert done.stdout or not line.startswith("curl"), line
