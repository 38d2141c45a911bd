"""`linelead ingest`, `documents` and `reindex`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.context import JsonOption, in_line, options_of, the_library, write_json, write_line
from app.errors import EXIT_FAILED
from knowledge.errors import InvalidInput
from knowledge.words import counted

if TYPE_CHECKING:
    from app.intake import Outcome
    from app.progress import LinePrinter
    from knowledge.ingest import IngestResult
    from knowledge.types import Scope

DocumentId = Annotated[str, typer.Argument(metavar="ID")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(ingest)
    group = typer.Typer(no_args_is_help=True, help="The documents in the library.")
    group.command("list")(list_documents)
    group.command("show")(show)
    group.command("delete")(delete)
    group.command("retry")(retry)
    group.command("formats")(list_formats)
    app.add_typer(group, name="documents")
    app.command()(reindex)
    app.command()(watch)


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        # one that may not be read is told of like any other that fails, and does not keep the others
        typer.Argument(help="Files and folders, with all below.", metavar="PATH…", readable=False),
    ] = None,
    collection: Annotated[
        str | None, typer.Option(help="Collection of the documents; else the first sub-folder's name, or 'general'.")
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Take in the sample site.")] = False,
    pages: Annotated[bool, typer.Option("--pages", help="Report every page.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Take documents in, and report what was found on their pages. Unchanged files are passed over.

    Exit code 1 when a file failed; what the library had of it stays.

    Examples:

        linelead ingest manuals/

        linelead ingest fryer.pdf oven.pdf --collection equipment

        linelead ingest --sample --pages
    """
    if not paths and not sample:
        raise InvalidInput("Nothing to take in: name files or folders, or use --sample.", code="no_paths")
    with the_library(context) as library:
        from app.intake import SAMPLE_SITE, find_sources, take_in
        from app.progress import print_report
        from app.wiring import make_jobs

        items = list(find_sources([*(paths or []), *([SAMPLE_SITE] if sample else [])], collection))

        async def run() -> list[Outcome]:
            with make_jobs(options_of(context).settings(), library) as jobs, _listener(as_json) as listener:
                await jobs.resume()  # what a crash interrupted goes first
                return await take_in(jobs, items, listener)

        outcomes = asyncio.run(run())
        copies = library.catalogue.copies(_scope())
        names = {d.id: f"{d.collection}/{d.name}" for d in library.catalogue.documents(_scope())} if copies else {}
    if as_json:
        write_json(_as_json(outcomes))
    else:
        print_report(outcomes, every_page=pages)
        for outcome in outcomes:
            if outcome.document is not None and outcome.document.id in copies:
                copy, other = names[outcome.document.id], names[copies[outcome.document.id]]
                write_line(in_line(f"{copy} is the same file as {other}: answers quote only that one."))
    if any(outcome.failed for outcome in outcomes):
        raise typer.Exit(EXIT_FAILED)


def _listener(as_json: bool) -> AbstractContextManager[LinePrinter]:
    from app.progress import BarPrinter, LinePrinter, SilentPrinter

    if as_json:
        return nullcontext(SilentPrinter())
    return BarPrinter() if sys.stdout.isatty() else nullcontext(LinePrinter())


def _as_json(outcomes: Sequence[Outcome]) -> dict[str, list[Any]]:
    from app.schemas.documents import report_out

    return {
        "documents": [
            {
                **report_out(o.document, o.report).model_dump(),
                "path": str(o.path),
                "unchanged": o.unchanged,
            }
            for o in outcomes
            if o.document is not None and not o.failed
        ],
        "failed": [{"path": str(o.path), "code": o.code, "message": o.reason} for o in outcomes if o.failed],
        "skipped": [{"path": str(o.path), "reason": o.reason} for o in outcomes if o.skipped],
    }


def _scope() -> Scope:
    """What whoever sits at this machine may see."""
    from app.access import local_principal

    return local_principal()[1]


def list_documents(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the documents.

    Examples:

        linelead documents list

        linelead documents list --json
    """
    with the_library(context) as library:
        from app.schemas.documents import DocumentsOut, document_out

        documents = [document_out(d) for d in library.catalogue.documents(_scope())]
    if as_json:
        write_json(DocumentsOut(documents=documents))
        return
    if not documents:
        write_line("The library is empty; take documents in with: linelead ingest PATH")
    for d in documents:
        size = counted(d.pages, "page") if d.pages is not None else counted(d.blocks, "block")
        note = f"  ({d.reason})" if d.reason else ""
        write_line(in_line(f"{d.id}  {d.state:<8} {size:>10}  {d.collection}/{d.name}  {d.title}{note}"))


def show(context: typer.Context, document_id: DocumentId, as_json: JsonOption = False) -> None:
    """Show a document and what was found on each of its pages.

    Examples:

        linelead documents show d0123456789abcdef
    """
    with the_library(context) as library:
        from app.schemas.documents import report_out

        scope = _scope()
        document = library.catalogue.document(scope, document_id)
        shown = report_out(document, library.catalogue.report(scope, document_id))
    if as_json:
        write_json(shown)
        return
    values = shown.model_dump(exclude={"page_reports", "warnings", "changes"})
    for name, value in values.items():
        if value not in (None, ""):
            write_line(f"{name:<12}  {in_line(str(value))}")
    for kind, sections in shown.changes:
        for section in sections:
            write_line(f"{kind:<12}  {in_line(section)}")
    for warning in shown.warnings:
        write_line(f"! {warning}")
    for page in shown.page_reports:
        found = f"{page.characters:,} characters, {page.blocks} blocks, {page.tables} tables, {page.images} images"
        if page.confidence is not None:
            found += f", recognised with a confidence of {page.confidence:.2f}"
        if page.seconds >= 0.05:
            found += f", {page.seconds:.1f} s"
        name = f" “{in_line(page.name)}”" if page.name else ""
        write_line(f"page {page.page:>4}{name}: {found}" + "".join(f"\n  ! {note}" for note in page.warnings))


def delete(context: typer.Context, document_id: DocumentId, as_json: JsonOption = False) -> None:
    """Delete a document with all that was made of it.

    Examples:

        linelead documents delete d0123456789abcdef
    """
    with the_library(context) as library:
        scope = _scope()
        document = library.catalogue.document(scope, document_id)
        asyncio.run(library.ingestor.delete(scope, document_id))
    if as_json:
        write_json({"deleted": document.id, "name": document.name})
    else:
        write_line(in_line(f"Deleted {document.collection}/{document.name}."))


def retry(context: typer.Context, document_id: DocumentId, as_json: JsonOption = False) -> None:
    """Take in again what failed or was cancelled.

    Examples:

        linelead documents retry d0123456789abcdef
    """
    with the_library(context) as library:
        from app.wiring import make_jobs

        async def run() -> IngestResult:
            with make_jobs(options_of(context).settings(), library) as jobs:
                return await jobs.finished(await jobs.retry(_scope(), document_id))

        result = asyncio.run(run())
    document = result.document
    if as_json:
        write_json({"id": document.id, "state": document.state, "reason": document.reason, "code": document.code})
    else:
        note = f": {document.reason}" if document.reason else ""
        write_line(in_line(f"{document.state.value:<8} {document.collection}/{document.name}{note}"))
    if result.outcome == "failed":
        raise typer.Exit(EXIT_FAILED)


def list_formats(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the kinds of files that are read, with the largest size taken.

    Examples:

        linelead documents formats
    """
    from app.schemas.documents import formats_out

    formats = formats_out(options_of(context).settings().max_megabytes)
    if as_json:
        write_json(formats)
        return
    for row in formats.formats:
        write_line(f"{' '.join(row.suffixes):<16} {row.max_megabytes:>4} MB  {row.media_type}")


def watch(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder, with all below.", metavar="DIR")],
    collection: Annotated[
        str | None, typer.Option(help="Collection of the documents; else the first sub-folder's name, or 'general'.")
    ] = None,
    delete_removed: Annotated[
        bool, typer.Option("--delete", help="Delete the documents whose files are removed.")
    ] = False,
) -> None:
    """Watch a folder: take in what is there, then every file that is added or changed, until stopped by Ctrl-C.

    Examples:

        linelead watch manuals/

        linelead watch /srv/share/procedures --collection operations --delete
    """
    if not folder.is_dir():
        raise InvalidInput(f"{folder} is not a folder; name one to watch.", code="no_paths")
    with the_library(context) as library:
        from app.progress import LinePrinter
        from app.watching import watch_folder
        from app.wiring import make_jobs

        async def run() -> None:
            with make_jobs(options_of(context).settings(), library) as jobs:
                await jobs.resume()
                printer = LinePrinter(tell_unchanged=False)
                await watch_folder(jobs, folder, collection, printer, delete_removed=delete_removed)

        write_line(f"Watching {in_line(str(folder))}. Stop it with Ctrl-C.")
        with suppress(KeyboardInterrupt):
            asyncio.run(run())


def reindex(context: typer.Context, as_json: JsonOption = False) -> None:
    """Make the vectors anew from the catalogue: after changing the embedder, or when the doctor asks for it.

    Examples:

        linelead reindex
    """
    with the_library(context, rebuild_index=True) as library:
        windows = asyncio.run(library.ingestor.reindex())
        embedder = library.embedder.name
    if as_json:
        write_json({"windows": windows, "embedder": embedder})
    else:
        write_line(f"{counted(windows, 'window')} embedded with {embedder}.")
