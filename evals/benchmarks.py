"""Public sets in the common forms: finds what fits in a folder, measures it, and holds it against the bars."""

from __future__ import annotations

import importlib
import logging
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic_core import to_json
from rich.console import Console
from rich.markup import escape
from rich.table import Table

import evals.public
from evals.errors import SuiteError
from evals.files import write_file
from evals.public.figures import Figure, Form, Measuring
from knowledge.errors import LineleadError

log = logging.getLogger(__name__)


def find_forms() -> list[Form]:
    """The forms of data that the modules of evals/public measure: what they export as FORM or FORMS."""
    found: list[Form] = []
    for info in pkgutil.iter_modules(evals.public.__path__):
        module = importlib.import_module(f"evals.public.{info.name}")
        exported: Sequence[object] = [getattr(module, "FORM", None), *getattr(module, "FORMS", ())]
        found.extend(form for form in exported if isinstance(form, Form))
    return found


@dataclass(slots=True)
class Measured:
    """What has been measured so far, and the folders' names of the sets that could not be."""

    figures: list[Figure] = field(default_factory=list[Figure])
    failed: list[str] = field(default_factory=list[str])


def measure_all(data: Path, only: Sequence[str], how: Measuring, measured: Measured) -> None:
    """Measures every set in a folder, or the folder itself when it is one; a set that fails stops no other.

    `only` narrows the sets by name. To tune, only sets whose form has a part for it are measured. Raises SuiteError
    when there is nothing to measure.
    """
    if not data.is_dir():
        raise SuiteError(f"{data} is not a folder; name one that holds sets after --data.")
    forms = find_forms()
    found = list(_fitting(data, [form for form in forms if form.tunes or not how.tune]))
    sets = [(folder, form) for folder, form in found if not only or any(part in folder.name for part in only)]
    if not sets:
        names = ", ".join(form.name for form in forms)
        have = f" It has: {', '.join(folder.name for folder, _ in found)}." if found else ""
        raise SuiteError(
            f"{data} has no set to {'tune on' if how.tune else 'measure'}{' of that name' if only else ''}.{have} "
            f"The forms are: {names}."
        )
    for folder, form in sets:
        how.tell(f"{folder.name} ({form.name})")
        try:
            for figure in form.measure(folder, how):
                measured.figures.append(figure)
        except Exception as error:  # whatever a set holds: those after it are not at fault
            log.debug("%s could not be measured", folder, exc_info=True)
            why = str(error) if isinstance(error, LineleadError) else f"{type(error).__name__}: {error}"
            how.tell(f"{folder.name} could not be measured: {why}")
            measured.failed.append(folder.name)


def _fitting(data: Path, forms: Sequence[Form]) -> Iterator[tuple[Path, Form]]:
    for folder in [data, *sorted(path for path in data.iterdir() if path.is_dir())]:
        for form in forms:
            if form.fits(folder):
                yield folder, form


def standing(figure: Figure) -> str:
    """How a figure stands to its bar: "better" and "worse" only beyond the half-width of the 95 % interval."""
    if figure.value is None:
        return "no data"
    if figure.bar is None:
        return ""
    gain = figure.bar - figure.value if figure.less_is_better else figure.value - figure.bar
    if abs(gain) <= (figure.half_width or 0.0):
        return "level"
    return "better" if gain > 0 else "worse"


def print_figures(figures: Sequence[Figure], console: Console) -> None:
    """Prints a table that fits 80 columns: for each set ours beside the bar, and below a figure what is to be known of
    it."""
    colours = {"better": "green", "worse": "red", "level": "yellow"}
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("figure", overflow="fold")
    for name in ("cases", "ours", "bar"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    set_name = note = ""
    for figure in figures:
        if figure.set_name != set_name:
            table.add_row(f"[bold]{escape(figure.set_name)}[/]")
            set_name, note = figure.set_name, ""
        stands = standing(figure)
        bar = "" if figure.bar is None else f"{figure.bar:.3f}"
        width = "" if figure.half_width is None else f" ± {figure.half_width:.3f}"
        table.add_row(
            f"{figure.subject}: {figure.metric}",
            f"{figure.size:,}",
            "no data" if figure.value is None else f"{figure.value:.3f}",
            bar + width,
            "" if figure.value is None else f"[{colours.get(stands, 'default')}]{stands}[/]",
        )
        if figure.note and figure.note != note:
            table.add_row(f"[dim]  {escape(figure.note)}[/]")
        note = figure.note
    console.print(table)


def save_figures(figures: Sequence[Figure], path: Path) -> None:
    """Writes the figures as JSON."""
    rows = [{**asdict(figure), "standing": standing(figure)} for figure in figures]
    write_file(path, to_json(rows, indent=1).decode() + "\n")
