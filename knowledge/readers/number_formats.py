"""How workbooks and charts show a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is shown: at least `least` and at most `most` decimals, and at least `digits` before them."""

    prefix: str
    suffix: str
    digits: int
    least: int
    most: int
    grouped: bool
    percent: bool

    def show(self, value: float) -> str:
        """The number as a cell shows it."""
        number = Decimal(f"{value:.15g}") * (100 if self.percent else 1)
        rounded = abs(number).quantize(Decimal(1).scaleb(-self.most), ROUND_HALF_UP)
        whole, _, decimals = f"{rounded:f}".partition(".")
        decimals = decimals[: self.least] + decimals[self.least :].rstrip("0")
        whole = f"{int(whole):,}" if self.grouped else whole.zfill(self.digits)
        sign = "-" if number < 0 and rounded else ""
        return f"{sign}{self.prefix}{whole}{'.' if decimals else ''}{decimals}{self.suffix}"


_FORMAT = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|(?P<none>[_*].)|\[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\d+)\]"
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?)|(?P<plain>[-+$€£¥%() ])|(?P<other>.)",
    re.IGNORECASE,
)


def number_format(code: str) -> NumberFormat | None:
    """A format such as `0.0" °C"`, `$#,##0.00` or `0%`, by its part for positive numbers; None for any other."""
    around: list[str] = ["", ""]
    digits = ""
    percent = False
    for match in _FORMAT.finditer(code):
        if match["other"] == ";":
            break
        if match["other"] or (match["digits"] and digits):
            return None
        if match["digits"]:
            digits = match["digits"]
            continue
        literal = match["text"] or match["sign"] or match["money"] or match["plain"] or ""
        percent = percent or match["plain"] == "%"
        around[bool(digits)] += literal
    whole, _, decimals = digits.partition(".")
    if not digits or whole.endswith(",") or len(decimals) > 10 or "," in decimals:
        return None
    return NumberFormat(
        around[0], around[1], whole.count("0"), decimals.count("0"), len(decimals), "," in whole, percent
    )


def plain_number(value: float) -> str:
    """A number without a format: whole ones without a point, others to ten digits, as a cell has room for."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return f"{value:.10g}"
