"""Plots as inline SVG: no script, no files; colours come from the page's style, so that light and dark both work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 760
_LABEL, _PLOT = 250, 380
_ROW = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """A value (0..`most` of the plot) with its interval, the bound it is held against, and how it is doing: a CSS class
    `good`, `bad` or `plain`. `shown` is the value in words."""

    label: str
    value: float
    shown: str
    low: float | None = None
    high: float | None = None
    bound: float | None = None
    kind: str = "plain"


def bars(rows: Sequence[Bar], *, title: str, most: float = 1.0) -> str:
    """Horizontal bars with intervals as whiskers and bounds as dashed marks."""
    height = _ROW * len(rows) + 22
    parts: list[str] = []

    def x(value: float) -> float:
        return _LABEL + _PLOT * max(0.0, min(value / most, 1.0))

    for step in range(5):
        at = _LABEL + _PLOT * step / 4
        parts.append(f'<line class="grid" x1="{at:.1f}" x2="{at:.1f}" y1="0" y2="{height - 20}"/>')
        tick = _tick(most * step / 4, most)
        parts.append(f'<text class="tick" x="{at:.1f}" y="{height - 6}" text-anchor="middle">{tick}</text>')
    for row, bar in enumerate(rows):
        top, middle = row * _ROW + 5, row * _ROW + 13
        parts.append(f'<text x="{_LABEL - 10}" y="{middle + 4}" text-anchor="end">{escape(_cut(bar.label))}</text>')
        width = x(bar.value) - _LABEL
        parts.append(f'<rect class="bar {bar.kind}" x="{_LABEL}" y="{top}" width="{width:.1f}" height="16" rx="2"/>')
        if bar.low is not None and bar.high is not None:
            low, high = x(bar.low), x(bar.high)
            parts.append(
                f'<path class="whisker" d="M{low:.1f} {middle - 4}v8M{low:.1f} {middle}H{high:.1f}M{high:.1f} '
                f'{middle - 4}v8"/>'
            )
        if bar.bound is not None:
            at = x(bar.bound)
            parts.append(f'<line class="bound" x1="{at:.1f}" x2="{at:.1f}" y1="{top - 3}" y2="{top + 19}"/>')
        parts.append(f'<text x="{_LABEL + _PLOT + 12}" y="{middle + 4}">{escape(bar.shown)}</text>')
    return _svg(height, parts, title)


def histogram(values: Sequence[float], *, title: str, unit: str, marks: Sequence[tuple[str, float]]) -> str:
    """How often values from 0 to the greatest occur, with named marks (percentiles) drawn through."""
    height, base, bins = 150, 112, 30
    most = max([*values, *(at for _, at in marks), 1e-9]) * 1.02
    counts = [0] * bins
    for value in values:
        counts[min(int(value / most * bins), bins - 1)] += 1
    tallest = max(counts)
    parts: list[str] = []
    step = (WIDTH - 60) / bins
    for index, count in enumerate(counts):
        tall = 84 * count / tallest
        parts.append(
            f'<rect class="bar plain" x="{30 + index * step:.1f}" y="{base - tall:.1f}" width="{step - 2:.1f}" '
            f'height="{tall:.1f}"><title>{count}</title></rect>'
        )
    for name, at in marks:
        place = 30 + (WIDTH - 60) * at / most
        anchor = "end" if place > WIDTH * 0.8 else "start"
        shift = -4 if anchor == "end" else 4
        parts.append(f'<line class="bound" x1="{place:.1f}" x2="{place:.1f}" y1="6" y2="{base}"/>')
        row = 16 + 14 * [one for one, _ in marks].index(name)
        parts.append(
            f'<text x="{place + shift:.1f}" y="{row}" text-anchor="{anchor}">{escape(name)}: {at:,.0f} {unit}</text>'
        )
    for share in (0.0, 0.5, 1.0):
        parts.append(
            f'<text class="tick" x="{30 + (WIDTH - 60) * share:.1f}" y="{base + 18}" text-anchor="middle">'
            f"{most * share:,.0f} {unit}</text>"
        )
    return _svg(height, parts, title)


@dataclass(frozen=True, slots=True)
class Line:
    """A curve: its points in order, and whether it is only a guide."""

    name: str
    points: Sequence[tuple[float, float]]
    guide: bool = False


def lines(curves: Sequence[Line], *, title: str, x_label: str, y_label: str) -> str:
    """Curves in a square."""
    size, left, top = 240, 60, 10
    xs = [x for curve in curves for x, _ in curve.points]
    ys = [y for curve in curves for _, y in curve.points]
    x_most, y_most = max([*xs, 1e-9]), max([*ys, 1e-9])
    parts = [f'<rect class="frame" x="{left}" y="{top}" width="{size}" height="{size}"/>']
    for curve in curves:
        path = " ".join(f"{left + size * x / x_most:.1f},{top + size - size * y / y_most:.1f}" for x, y in curve.points)
        parts.append(
            f'<polyline class="{"guide" if curve.guide else "curve"}" points="{path}"><title>{escape(curve.name)}'
            "</title></polyline>"
        )
    for share in (0.0, 0.5, 1.0):
        parts.append(
            f'<text class="tick" x="{left + size * share:.0f}" y="{top + size + 14}" text-anchor="middle">'
            f"{x_most * share:g}</text>"
        )
        parts.append(
            f'<text class="tick" x="{left - 6}" y="{top + size - size * share + 4:.0f}" text-anchor="end">'
            f"{y_most * share:g}</text>"
        )
    parts.append(f'<text x="{left + size / 2}" y="{top + size + 32}" text-anchor="middle">{escape(x_label)}</text>')
    parts.append(f'<text x="{left + size + 16}" y="{top + 14}">{escape(y_label)} ↑</text>')
    named = [curve.name for curve in curves if not curve.guide]
    parts += [
        f'<text x="{left + size + 16}" y="{top + 38 + 18 * n}">{escape(one)}</text>' for n, one in enumerate(named)
    ]
    return _svg(top + size + 40, parts, title)


def _svg(height: float, parts: Sequence[str], title: str) -> str:
    name = escape(title, quote=True)
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{name}"><title>{name}</title>'
        f"{''.join(parts)}</svg>"
    )


def _tick(value: float, most: float) -> str:
    return f"{value:.0%}" if most == 1.0 else f"{value:,.0f}"


def _cut(text: str) -> str:
    return text if len(text) <= 38 else text[:37] + "…"
