"""What the documents say is what the program does."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command

from agents.registry import Registry
from app.cli import app as cli
from app.main import create_app
from app.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(text: str) -> list[tuple[str, str]]:
    """The code blocks of a document: their kind and what is in them."""
    return re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


BLOCKS = blocks(README)
DOCUMENTS = [path.read_text("utf-8") for path in (ROOT / "README.md", ROOT / "AGENTS.md", ROOT / "evals" / "README.md")]
COMMANDS = [
    line
    for text in DOCUMENTS
    for kind, block in blocks(text)
    if kind == "sh"
    for line in block.splitlines()
    if line.strip()
]
NAMED = {named for text in DOCUMENTS for named in re.findall(r"`(linelead [^`\n]+)`", text)}


def test_the_settings_table_names_every_setting_and_no_other() -> None:
    section = README.partition("## Settings")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(LINELEAD_[A-Z_]+)`", section))
    assert named == {f"LINELEAD_{name.upper()}" for name in Settings.model_fields}


def test_the_routes_table_names_every_route_and_no_other(tmp_path: Path) -> None:
    section = README.partition("## HTTP")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `(GET|POST|PUT|PATCH|DELETE) ([^`]+)`", section, re.MULTILINE))
    described = create_app(Settings(data=tmp_path)).openapi()["paths"]
    assert named == {(method.upper(), path) for path, methods in described.items() for method in methods}


def parse(words: list[str]) -> None:
    """Reads the words of a command line as the command does, and runs nothing. Raises typer's error for a wrong one."""
    context, command = None, get_command(cli)
    while True:
        context = command.make_context(command.name, words, parent=context)
        rest = [*context._protected_args, *context.args]  # pyright: ignore[reportPrivateUsage] - nothing else tells them
        if not isinstance(command, TyperGroup) or not rest:
            return
        _, found, words = command.resolve_command(context, rest)
        assert found is not None
        command = found


@pytest.mark.parametrize("line", sorted({line for line in COMMANDS if "linelead " in line}))
def test_a_command_line_in_the_documents_is_understood(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("manuals", "sets", "my-suites"):
        (tmp_path / folder).mkdir()
    (tmp_path / "before.json").touch()
    parse(shlex.split(line.split("linelead ", 1)[1], comments=True))


@pytest.mark.parametrize("named", sorted(NAMED))
def test_a_command_named_in_the_documents_exists(named: str) -> None:
    try:
        parse(shlex.split(named)[1:])
    except typer.Exit:
        assert "--help" in named
    except typer.BadParameter as error:
        assert error.format_message().startswith("Missing "), "what it needs may be left out where it is only named"


def test_a_wrong_option_is_not_understood() -> None:
    with pytest.raises(Exception, match="No such option: --sampel"):
        parse(["serve", "--sampel"])


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("make ")])
def test_a_task_in_the_readme_exists(line: str) -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    assert line.split()[1] in {task.split()[0] for task in done.stdout.splitlines()}


def test_the_steps_without_make_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    torch = re.search(r"^torch==.*$", (ROOT / ".ci" / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert torch is not None
    assert f"pip install --retries 0 {torch.group(0)}" in README
    for step in ("-r .ci/requirements.lock", "--no-deps --no-build-isolation --editable ."):
        assert step in README
        assert step in makefile


def test_the_specialist_in_the_readme_loads(tmp_path: Path) -> None:
    [markdown] = [block for kind, block in BLOCKS if kind == "markdown"]
    # under another name, so that it loads beside the one of a reader who has done as the page says
    (tmp_path / "hoist.md").write_text(markdown.replace("forklift", "hoist"), "utf-8")
    specialist = Registry.load(tmp_path).get("hoist")
    assert len(specialist.spec.routing.examples) == 5


@pytest.mark.parametrize("name", ["README.md", "AGENTS.md"])
def test_a_path_named_in_the_documents_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    paths = re.findall(r"`((?:knowledge|tools|agents|app|evals|tests|\.ci)/[\w./-]*)`", text)
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert [path for path in missing if not path.endswith("forklift.md")] == []
