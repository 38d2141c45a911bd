"""Turns the Markdown sources of the sample site into the PDF and DOCX files that get ingested.

Run `python -m knowledge.samples.build` to write every output, or add `--check` to compare the
outputs on disk with a fresh build: it exits 1 and names each file whose bytes differ. The same
sources always give the same bytes, so a change in an output is a change in a source or in this package.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.samples.docx_writer import build_docx
from knowledge.samples.markdown import SourceError, read_source
from knowledge.samples.pdf_writer import build_pdf

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
SITE = HERE / "site"


def build_all(only: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield (path relative to the site folder, bytes) of every output, or of those named in `only`."""
    seen: dict[str, Path] = {}
    for path in sorted(SOURCES.rglob("*.md")):
        if only and not any(name in str(path) for name in only):
            continue
        source = read_source(path)
        if source.output in seen:
            raise SourceError(f"{path}:1: {source.output} is already the output of {seen[source.output]}")
        seen[source.output] = path
        yield source.output, (build_pdf if source.output.endswith(".pdf") else build_docx)(source)


def main(argv: Sequence[str] | None = None) -> int:
    """Build or check; gives the exit status."""
    parser = argparse.ArgumentParser(description="Build the documents of the sample site.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if an output is out of date")
    parser.add_argument("only", nargs="*", help="build only the sources whose path contains one of these words")
    options = parser.parse_args(argv)
    stale: list[str] = []
    try:
        for name, data in build_all(options.only):
            target = SITE / name
            if target.is_file() and target.read_bytes() == data:
                continue
            if options.check:
                stale.append(name)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                sys.stdout.write(f"wrote {name} ({len(data):,} bytes)\n")
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for name in stale:
        sys.stderr.write(f"differs from a fresh build: {name}\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
