"""The house keeps its order: folders, layers, and what may import what."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ["knowledge", "tools", "agents", "app", "evals"]
COMMAND_LINE = {ROOT / "evals" / "cli.py", ROOT / "evals" / "cli_online.py"}
"""What entry points add to the command: the only modules outside app/ that know typer."""


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def reads_environment(path: Path) -> bool:
    """Whether a module names the environment in any way: as a part of `os`, or imported from it."""
    parts = {"environ", "environb", "getenv", "getenvb"}
    return any(
        (isinstance(node, ast.Attribute) and node.attr in parts)
        or (isinstance(node, ast.ImportFrom) and node.module == "os" and {alias.name for alias in node.names} & parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def top(name: str) -> str:
    return name.partition(".")[0]


@pytest.mark.parametrize("package", LAYERS)
def test_a_package_imports_only_those_to_its_left(package: str) -> None:
    allowed = set(LAYERS[: LAYERS.index(package) + 1])
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(package)
        for name in imported(path)
        if top(name) in {*LAYERS, "tests"} - allowed
    ]
    assert wrong == []


def test_evals_enter_the_app_only_through_its_wiring_and_turns() -> None:
    allowed = {"app.wiring", "app.settings", "app.turns", "app.errors", "app.version"}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("evals")
        for name in imported(path)
        if top(name) == "app" and name not in allowed | ({"app.commands.context"} if path in COMMAND_LINE else set())
    ]
    assert wrong == []


def test_one_module_touches_chroma() -> None:
    users = {
        str(path.relative_to(ROOT))
        for package in LAYERS
        for path in modules(package)
        if "chromadb" in set(map(top, imported(path)))
    }
    assert users == {"knowledge/index.py"}


def test_only_the_app_touches_fastapi_and_the_environment() -> None:
    wrong: list[str] = []
    for package in set(LAYERS) - {"app"}:
        for path in modules(package):
            names = set(map(top, imported(path)))
            if names & {"fastapi", "starlette", "uvicorn"} or ("typer" in names and path not in COMMAND_LINE):
                wrong.append(f"{path.relative_to(ROOT)} imports a web or command-line library")
            if reads_environment(path):
                wrong.append(f"{path.relative_to(ROOT)} reads the environment")
    assert wrong == []


@pytest.mark.parametrize("package", [*LAYERS, "tests"])
def test_whatever_is_ignored_is_named_with_its_reason(package: str) -> None:
    bare = re.compile(r"# (?:pyright: ignore|noqa|type: ignore)(?:\[[\w, ]+\]|: [A-Z\d, ]+)?\s*$")
    wrong = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in modules(package)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if bare.search(line)
    ]
    assert wrong == []


@pytest.mark.parametrize("package", LAYERS)
def test_a_package_imports_on_a_bare_machine_and_is_ours(package: str) -> None:
    """No key, no environment, no model file, and neither torch nor chromadb is loaded by it."""
    code = (
        f"import sys, {package}; "
        f"print({package}.__file__); print(sorted({{'torch', 'chromadb', 'sentence_transformers'}} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
        env={},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines() == [str(ROOT / package / "__init__.py"), "[]"]


def test_every_module_imports_without_loading_a_model() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for package in LAYERS
        for path in modules(package)
        if path.name != "__main__.py"
    ]
    code = (
        "import sys, importlib\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(sorted({'torch', 'chromadb', 'sentence_transformers', 'sklearn'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={}, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr[-2000:]


def test_pyproject_lists_every_package() -> None:
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    present = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for package in LAYERS
        for path in modules(package)
        if path.name == "__init__.py"
    }
    assert listed == present


def test_the_root_holds_only_what_belongs_there() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    ).stdout.splitlines()
    if not tracked:
        pytest.skip("not a git checkout")
    roots = {top_entry for line in tracked if not (top_entry := line.partition("/")[0]).startswith(".")}
    assert roots == {*LAYERS, "tests", "pyproject.toml", "README.md", "AGENTS.md", "Makefile"}


def test_packages_are_importable_by_their_own_names() -> None:
    assert [Path(import_module(name).__file__ or "").parent for name in LAYERS] == [ROOT / name for name in LAYERS]
