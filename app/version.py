"""Which program this is: its version, and the commit of the checkout that it runs from."""

from __future__ import annotations

import subprocess
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel


class Commit(BaseModel):
    """The code that runs: the commit of the checkout, or "" for an installed package; `changed`: and more."""

    version: str
    sha: str = ""
    changed: bool = False


def read_commit() -> Commit:
    """The code that runs here. Blocks: it asks git."""
    root = Path(__file__).parent.parent
    try:
        sha, status = _git(root, "rev-parse", "HEAD"), _git(root, "status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.SubprocessError):  # no git, or not a checkout of it: the version says what runs
        return Commit(version=version("linelead"))
    return Commit(version=version("linelead"), sha=sha, changed=bool(status))


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, timeout=10, check=True)
    return done.stdout.strip()
