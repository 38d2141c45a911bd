"""`linelead eval`, added to the command by the entry point `linelead.commands`. Nothing heavy is imported here."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from app.commands.context import options_of, write_line
from app.errors import EXIT_FAILED
from evals import cli_online

SuitesOption = Annotated[Path | None, typer.Option("--suites", help="Folder of your own suites.")]


def check_places(files: dict[str, Path | None]) -> None:
    """Raises BadParameter for a file that cannot be written, by what names it: better before a long run than after."""
    for hint, path in files.items():
        if path is None:
            continue
        if path.is_dir():
            raise typer.BadParameter(f"{path} is a folder; name a file in it.", param_hint=hint)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                path.open("ab").close()
            if path.is_file() or not path.exists():
                TemporaryFile(dir=path.parent).close()
        except OSError as error:
            raise typer.BadParameter(f"{path} cannot be written ({error.strerror}).", param_hint=hint) from error


class RunByDefault(TyperGroup):
    """A group whose command `run` is meant when none is named: `eval routing` is `eval run routing`."""

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> Any:
        named = args and args[0] in self.commands
        return super().make_context(info_name, args if named else ["run", *args], *more, **extra)


app = typer.Typer(
    cls=RunByDefault, help="Measure answers, routing and retrieval; run suites and benchmarks.", no_args_is_help=False
)


@app.command()
def run(
    context: typer.Context,
    suites: Annotated[list[str] | None, typer.Argument(metavar="SUITE", help="Suites; all when left out.")] = None,
    target: Annotated[
        str | None, typer.Option(help="'embedded', a PydanticAI model string, or a running server's address.")
    ] = None,
    data: Annotated[Path | None, typer.Option(help="Library of your own to ask instead of the sample site.")] = None,
    folder: SuitesOption = None,
    case: Annotated[list[str] | None, typer.Option(help="Only cases with this in their name; may be repeated.")] = None,
    repeat: Annotated[int, typer.Option(min=1, help="Ask every case so many times.")] = 1,
    judge: Annotated[str, typer.Option(help="PydanticAI model string of a judge for the answers.")] = "",
    baseline: Annotated[Path | None, typer.Option(help="Saved report to compare with, case by case.")] = None,
    output: Annotated[Path | None, typer.Option(help="Where to save the report; else in the data folder.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write JUnit XML here, for a build server.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a page with plots here, for people.")] = None,
    every_case: Annotated[
        bool | None, typer.Option("--all/--failed", help="Print every case, or only those that failed.")
    ] = None,
    at_once: Annotated[int, typer.Option(min=1, help="Cases asked at the same time.")] = 4,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Processes for the suites, with 'embedded' over the sample site; else what pays."),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.001, help="Seconds that a case may take.")] = 120.0,
) -> None:
    """Run suites and judge them by the thresholds in their files.

    Over the sample site, without network, unless told otherwise. Exit code 0: all thresholds are met; 1: one is not,
    or a case ended in an error; 2: the call is wrong, or nothing could be judged; 3: a file, a setting or the target
    is wrong, as the message says; 130: interrupted, with a report of what was done. Other commands: `linelead eval
    list`, `compare`, `page`, `schema`, `bench`, `online`, `draft`.

    Examples:

        linelead eval

        linelead eval routing refusal --html report.html

        linelead eval answers --target openai:gpt-5-mini --baseline before.json

        linelead eval --suites my-suites --data .linelead
    """
    from rich.console import Console

    from evals.command import Request, evaluate, saved_in
    from evals.runner import Plan
    from evals.suites import SHIPPED

    options = options_of(context)
    own = data or options.data
    settings = options.settings()
    if own is not None:
        settings = settings.model_copy(update={"data": own})
    # a library that is not there is refused by what opens it, and no folder is made for it
    kept = None if output or (own and not own.is_dir()) else saved_in(settings) / "report.json"
    check_places({"--output": output, "--junit": junit, "--html": html, "the data folder": kept})
    plan = Plan(repeat=repeat, at_once=at_once, seconds=timeout, judge=judge, narrowed=bool(case))
    request = Request(
        settings=settings,
        target=target or options.model or "embedded",
        suites=tuple(suites or ()),
        folder=folder or SHIPPED,
        own=own is not None,
        cases=tuple(case or ()),
        plan=plan,
        baseline=baseline,
        output=output,
        junit=junit,
        html=html,
        every_case=every_case,
        workers=workers,
    )
    code = evaluate(request, Console())
    if code:
        raise typer.Exit(code)


@app.command("list")
def list_suites(
    suite: Annotated[str | None, typer.Argument(help="A suite, to list its cases.")] = None, folder: SuitesOption = None
) -> None:
    """List the suites, or the cases of one.

    Examples:

        linelead eval list

        linelead eval list routing
    """
    from evals.cases import SPLITS
    from evals.suites import SHIPPED, load_suites

    for each in load_suites(folder or SHIPPED, [suite] if suite else [], None):
        counts = ", ".join(f"{len(each.part(split))} {split}" for split in SPLITS)
        write_line(f"{each.name} ({counts}): {each.about}")
        for split in SPLITS if suite else ():
            for case in each.part(split):
                write_line(f"  {split}  {case.name}")


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="Saved report of before.")],
    now: Annotated[Path, typer.Argument(help="Saved report of now.")],
) -> None:
    """Compare two saved reports case by case. Exit code 1 when a case was broken.

    Examples:

        linelead eval compare before.json now.json
    """
    from rich.console import Console

    from evals.compare import compare as compare_reports
    from evals.printing import print_comparison
    from evals.reports import load

    comparison = compare_reports(load(now), load(before))
    print_comparison(Console(), comparison)
    if comparison.of("broken"):
        raise typer.Exit(EXIT_FAILED)


@app.command()
def page(
    report: Annotated[Path, typer.Argument(help="Saved report.")],
    html: Annotated[Path, typer.Argument(help="Where to write the page.")],
    baseline: Annotated[Path | None, typer.Option(help="Saved report to compare with.")] = None,
) -> None:
    """Make the page of a saved report: one file with plots, to read and to share.

    Examples:

        linelead eval page .linelead/evals/2026-01-31T09-30-00.json report.html
    """
    from evals.compare import compare as compare_reports
    from evals.html import write_html
    from evals.reports import load

    check_places({"HTML": html})
    loaded = load(report)
    write_html(loaded, html, compare_reports(loaded, load(baseline)) if baseline else None)


@app.command()
def schema(folder: SuitesOption = None) -> None:
    """Write the schema that editors check suites by, with every evaluator there is.

    Examples:

        linelead eval schema

        linelead eval schema --suites my-suites
    """
    from evals.suites import SCHEMA, SHIPPED, write_schema

    changed = write_schema(folder or SHIPPED)
    write_line(f"{(folder or SHIPPED) / SCHEMA}: {'written' if changed else 'current'}")


@app.command()
def bench(
    data: Annotated[Path, typer.Option(help="Folder of public sets, each a folder in it; or one set.")],
    only: Annotated[
        list[str] | None, typer.Option("--set", help="Only sets with this in their name; may be repeated.")
    ] = None,
    tune: Annotated[
        bool, typer.Option("--tune", help="Ask what constants are chosen on, of sets with a part for it.")
    ] = False,
    beside: Annotated[
        bool, typer.Option("--beside", help="Ask the simple systems the same, for bars measured here; takes longer.")
    ] = False,
    cache: Annotated[Path | None, typer.Option(help="Folder to keep what was embedded in for the next time.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Save the figures here.")] = None,
) -> None:
    """Measure the retriever and the router on public sets and hold the figures against the bars.

    A set is a folder in a common form: corpus.jsonl, queries.jsonl and qrels.tsv; train.jsonl and valid.jsonl of
    {text, label}; paragraphs.jsonl and questions.jsonl; turns.jsonl; or attacks.jsonl. Exit code 1: a set could not be
    measured; the others were.

    Examples:

        linelead eval bench --data sets/

        linelead eval bench --data sets/ --set scifact --json figures.json
    """
    from rich.console import Console

    from evals.benchmarks import Measured, measure_all, print_figures, save_figures
    from evals.public.figures import Measuring, to_stderr

    check_places({"--json": json_file})
    measured = Measured()
    try:
        measure_all(data, only or [], Measuring(cache=cache, tune=tune, beside=beside), measured)
    finally:  # what was measured before an interruption took minutes
        if measured.figures:
            print_figures(measured.figures, Console())
            if json_file is not None:
                save_figures(measured.figures, json_file)
    if measured.failed:
        to_stderr(f"Could not be measured: {', '.join(measured.failed)}; why stands above.")
        raise typer.Exit(EXIT_FAILED)


cli_online.register(app)
