"""`linelead specialists`: list, show, new, check."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.context import JsonOption, options_of, write_json, write_line
from app.errors import EXIT_FAILED, SettingError
from knowledge.errors import InvalidInput
from knowledge.words import counted

if TYPE_CHECKING:
    from app.overlaps import SpecialistsReport
    from app.routing_score import Score

TEMPLATE = """\
---
name: {name}
description: {description}
routing:
  # questions this specialist should answer, in the crew's own words: the router learns from them; ten are better
  examples:
{examples}
must_retrieve: true
capabilities:
  - KnowledgeSearch
eval:
  # what `linelead specialists check {name}` tries
  - question: {question}
    route: {name}
---
You help the crew of the site with {subject}. Answer from the documents only, and quote steps and limits word for word.
"""

OWN_FOLDER = "Set LINELEAD_SPECIALISTS to a folder of your own that can be written, or name one with --folder."

NAME = re.compile(r"^[a-z][a-z0-9_-]{1,39}$")


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    group = typer.Typer(no_args_is_help=True, help="Who answers what; each specialist is one Markdown file.")
    group.command("list")(list_specialists)
    group.command("show")(show)
    group.command("new")(new)
    group.command("check")(check)
    app.add_typer(group, name="specialists")


def list_specialists(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the specialists.

    Examples:

        linelead specialists list

        linelead specialists list --json
    """
    from app.schemas.system import SpecialistsOut, specialist_out
    from app.wiring import load_registry

    found = [specialist_out(s) for s in load_registry(options_of(context).settings())]
    if as_json:
        write_json(SpecialistsOut(specialists=found))
        return
    width = max(len(s.name) for s in found)
    for specialist in found:
        write_line(f"{specialist.name:<{width}}  {specialist.description}")


def show(context: typer.Context, name: str, as_json: JsonOption = False) -> None:
    """Show a specialist: its file, what it may use, and the questions it is known by.

    Examples:

        linelead specialists show equipment
    """
    from app.schemas.system import specialist_out
    from app.wiring import load_registry

    found = load_registry(options_of(context).settings()).get(name)
    shown = specialist_out(found)
    if as_json:
        write_json(shown)
        return
    write_line(f"{shown.name}: {shown.description}\n")
    write_line(f"file          {found.path}")
    write_line(f"capabilities  {', '.join(shown.capabilities) or 'none'}")
    write_line(f"evidence      {'always needed' if shown.must_retrieve else 'not needed'}")
    write_line(f"fallback      {'yes' if shown.fallback else 'no'}")
    write_line("examples")
    for example in shown.examples:
        write_line(f"  - {example}")


def new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Lower-case name, such as forklift.")],
    description: Annotated[str | None, typer.Option(help="One sentence: what it answers.")] = None,
    example: Annotated[list[str] | None, typer.Option(help="A question for it; may be given often.")] = None,
    folder: Annotated[Path | None, typer.Option(help="Where the file goes; else as the setting says.")] = None,
) -> None:
    """Write the file of a new specialist, ready to be filled.

    It goes to --folder, else where the setting specialists (LINELEAD_SPECIALISTS) says, else, in a checkout of
    Linelead, beside those that it brings.

    Examples:

        linelead specialists new forklift

        linelead specialists new forklift --description "Driving and charging the forklift."
    """
    from agents.registry import BUILT_IN
    from agents.specialist import read_specialist
    from app.wiring import load_registry

    settings = options_of(context).settings()
    if not NAME.match(name):
        raise InvalidInput(
            f"{name!r} cannot be a specialist's name; use 2 to 40 lower-case letters, digits, - and _, a letter first.",
            code="bad_name",
        )
    registry = load_registry(settings)
    if name in registry:
        raise InvalidInput(
            f"There is a specialist {name!r} already, in {registry.get(name).path}; "
            "edit that file or choose another name.",
            code="specialist_exists",
        )
    place = folder or settings.specialists or BUILT_IN
    if place == BUILT_IN and not _in_checkout(BUILT_IN):
        raise SettingError(
            f"No folder for your own specialists is set, and what is written into the installed program ({BUILT_IN}) is"
            f" lost when it is updated. {OWN_FOLDER}"
        )
    path = place / f"{name}.md"
    if path.exists():
        raise InvalidInput(f"{path} exists already and stays as it is; choose another name.", code="specialist_exists")
    subject = name.replace("_", " ").replace("-", " ")
    examples = example or [f"How do I use the {subject}?", f"What must I check on the {subject} before I start?"]
    text = TEMPLATE.format(
        name=name,
        description=_quoted(description or f"Questions about the {subject}."),
        examples="\n".join(f"    - {_quoted(line)}" for line in examples),
        question=_quoted(examples[0]),
        subject=subject,
    )
    try:
        place.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise SettingError(f"{path} cannot be written ({error.strerror}). {OWN_FOLDER}") from error
    read_specialist(path)  # what is written here must load
    write_line(str(path))
    if place.resolve() not in {at.resolve() for at in (BUILT_IN, settings.specialists) if at is not None}:
        write_line(f"So that it is found, set LINELEAD_SPECIALISTS to {place}.")
    write_line(f"Fill in the examples and the instructions, then: linelead specialists check {name}")


def _in_checkout(folder: Path) -> bool:
    """Whether a package's folder is that of a checkout, which has the project's file beside its packages."""
    return (folder.parents[1] / "pyproject.toml").is_file()


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string too


def check(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Only this one; all without it.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Load the specialists, look for examples that overlap, route their eval questions, and score the routing.

    With a name the score is told with and without that specialist: over everybody's examples, each held out once, and
    over the questions of the routing suite where it is installed. Fails (exit code 1) when an eval question goes
    elsewhere; overlaps and a lower score are warnings.

    Examples:

        linelead specialists check

        linelead specialists check forklift
    """
    from app.overlaps import check_specialists

    def tell(step: str) -> None:
        typer.echo(f"{step} …", err=True)

    report = asyncio.run(check_specialists(options_of(context).settings(), name, tell))
    if as_json:
        write_json(report)
    else:
        _print_report(report)
    if report.routed < report.cases:
        raise typer.Exit(EXIT_FAILED)


def _print_report(report: SpecialistsReport) -> None:
    write_line(f"Loaded {counted(len(report.names), 'specialist')}: {', '.join(report.names)}")
    for overlap in report.overlaps:
        write_line(
            f"! {overlap.specialist}: “{overlap.example}” is close ({overlap.cosine:.2f}) to "
            f"{overlap.other}: “{overlap.other_example}”"
        )
    for case in report.misrouted:
        write_line(
            f"✗ “{case.question}” goes to {case.got or 'nobody'}, expected {case.expected or 'nobody'}: {case.reason}"
        )
    for score in report.scores:
        write_line(_told(score, report.names[0]))
    write_line(f"{report.routed} of {report.cases} eval questions are routed as expected.")


def _told(score: Score, name: str) -> str:
    right = f"{score.others_right} of {score.others}"
    if score.others_right_without is None:
        return f"Routed right, {score.questions}: {right}."
    mark = "! " if score.others_right < score.others_right_without else ""
    own = f"{score.own_right} of {score.own}" if score.own else "no data"
    return (
        f"{mark}Routed right, {score.questions}: the others' {score.others_right_without} of {score.others} "
        f"without {name}, {right} with it; its own {own}."
    )
