"""Vector diagrams of the sample documents, each drawn by the function its source names.

`DIAGRAMS` maps a name to a function that gives a fresh reportlab drawing, which is also a flowable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

_shapes: Any = import_module("reportlab.graphics.shapes")
_colors: Any = import_module("reportlab.lib.colors")

Point = tuple[float, float]

STEEL, DARK, LIGHT, INK = "#C9CED3", "#6B747C", "#EEF1F3", "#222222"
COPPER, RED, ORANGE, BLUE, GREEN = "#B4622D", "#C62828", "#EF8E1B", "#2F7FC1", "#3C8D40"
ICE, OIL, WATER, PAPER = "#DDF0FA", "#F2C66D", "#A9D3EF", "#FFFFFF"


class _Pen:
    """Draws on one drawing; colours are hex strings, `None` means no fill or no line."""

    def __init__(self, width: float, height: float) -> None:
        self.drawing: Any = _shapes.Drawing(width, height)

    def _add(self, shape: Any, fill: str | None, line: str | None, weight: float) -> None:
        if fill is not None or hasattr(shape, "fillColor"):
            shape.fillColor = None if fill is None else _colors.HexColor(fill)
        shape.strokeColor = None if line is None else _colors.HexColor(line)
        shape.strokeWidth = weight
        self.drawing.add(shape)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = STEEL,
        line: str | None = INK,
        radius: float = 0,
    ) -> None:
        """A rectangle by its lower left corner, with rounded corners if `radius` is given."""
        self._add(_shapes.Rect(x, y, width, height, rx=radius, ry=radius), fill, line, 0.8)

    def circle(self, x: float, y: float, radius: float, fill: str | None = PAPER, line: str | None = INK) -> None:
        """A circle by its centre."""
        self._add(_shapes.Circle(x, y, radius), fill, line, 0.8)

    def line(self, *points: Point, color: str = INK, weight: float = 0.8) -> None:
        """A line through the points."""
        flat = [value for point in points for value in point]
        self._add(_shapes.PolyLine(flat), None, color, weight)

    def shape(self, *points: Point, fill: str | None = STEEL, line: str | None = INK) -> None:
        """A closed shape through the points."""
        self._add(_shapes.Polygon([value for point in points for value in point]), fill, line, 0.8)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 8,
        color: str = INK,
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        """One line of text whose baseline starts, centres or ends at the point."""
        font = "Helvetica-Bold" if bold else "Helvetica"
        self.drawing.add(
            _shapes.String(
                x, y, text, fontName=font, fontSize=size, fillColor=_colors.HexColor(color), textAnchor=anchor
            )
        )

    def label(self, x: float, y: float, text: str, to: Point) -> None:
        """A label with a leader line from its near end to the part it names."""
        left = to[0] >= x
        self.text(x, y - 2.8, text, 8, anchor="end" if left else "start")
        self.line((x + (3 if left else -3), y), to, color=DARK, weight=0.6)
        self.circle(*to, 1.5, fill=INK, line=None)

    def arrow(self, start: Point, end: Point, color: str = INK, weight: float = 1.4) -> None:
        """A straight arrow."""
        (x0, y0), (x1, y1) = start, end
        length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 0.1)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        bx, by = x1 - 7 * ux, y1 - 7 * uy
        self.line(start, (bx, by), color=color, weight=weight)
        self.shape((x1, y1), (bx - 3.2 * uy, by + 3.2 * ux), (bx + 3.2 * uy, by - 3.2 * ux), fill=color, line=None)


def fryer_front() -> Any:
    """The gas fryer from the front, cabinet door open."""
    p = _Pen(440, 300)
    p.rect(140, 30, 160, 200, fill=STEEL)
    p.rect(140, 230, 160, 14, fill=LIGHT)
    p.shape((140, 244), (300, 244), (300, 276), (140, 276), fill=LIGHT)
    for x in (160, 228):
        p.rect(x, 236, 52, 26, fill=OIL)
        for n in range(1, 6):
            p.line((x + n * 52 / 6, 238), (x + n * 52 / 6, 260), color=DARK, weight=0.5)
        p.line((x, 249), (x + 52, 249), color=DARK, weight=0.5)
        p.line((x + 26, 236), (x + 26, 222), weight=2.2)
        p.rect(x + 20, 212, 12, 12, fill=INK, radius=2)
    p.rect(150, 178, 140, 28, fill="#3A4248", radius=3)
    p.rect(158, 184, 48, 16, fill="#10221A")
    p.text(182, 189, "350 °F", 8, "#7CFFB2", bold=True, anchor="middle")
    for x, color in ((218, GREEN), (234, ORANGE), (250, RED)):
        p.circle(x, 192, 5, fill=color)
    p.circle(274, 192, 8, fill=LIGHT)
    p.line((274, 192), (274, 199), weight=1.6)
    p.rect(152, 42, 136, 126, fill=LIGHT)
    p.rect(164, 118, 44, 32, fill="#D9C9A5")
    p.circle(186, 134, 9, fill=RED)
    p.line((186, 134), (192, 140), color=PAPER, weight=1.6)
    p.circle(262, 146, 6, fill=RED)
    p.line((208, 132), (232, 132), (232, 96), (288, 96), color=ORANGE, weight=3)
    p.line((252, 118), (268, 118), color=INK, weight=3)
    p.line((262, 118), (262, 100), color=DARK, weight=4)
    p.rect(166, 50, 108, 38, fill=STEEL)
    p.text(220, 66, "FILTER PAN", 8, DARK, bold=True, anchor="middle")
    for x in (152, 284):
        p.rect(x - 3, 18, 8, 12, fill=DARK)
        p.circle(x + 1, 12, 7, fill=INK)
    p.label(120, 268, "Basket hanger", (150, 266))
    p.label(120, 240, "Oil level lines MIN / MAX", (162, 250))
    p.label(120, 216, "Basket handle", (180, 217))
    p.label(120, 192, "Temperature display", (162, 192))
    p.label(120, 136, "Gas valve knob OFF/PILOT/ON", (184, 134))
    p.label(120, 68, "Filter pan", (172, 66))
    p.label(120, 12, "Locking casters", (150, 12))
    p.label(320, 250, "Frypot, 40-50 lb of oil", (276, 254))
    p.label(320, 214, "Status lamps: ready, heat, fault", (251, 194))
    p.label(320, 188, "Power switch", (276, 191))
    p.label(320, 150, "High-limit reset (red)", (263, 146))
    p.label(320, 120, "Drain valve handle", (264, 112))
    p.label(320, 94, "Gas supply line", (286, 96))
    return p.drawing


def ice_machine_cutaway() -> Any:
    """The ice machine cut open from the side, on its bin."""
    p = _Pen(440, 300)
    p.rect(140, 152, 160, 130, fill=LIGHT)
    p.rect(140, 22, 160, 126, fill="#DADFE3")
    p.rect(150, 32, 140, 106, fill=PAPER)
    p.shape((150, 32), (290, 32), (290, 84), (262, 98), (220, 104), (180, 94), (150, 78), fill=ICE)
    for n in range(26):
        x, y = 156 + (n * 37) % 124, 36 + (n * 23) % 42
        p.rect(x, y, 8, 8, fill=PAPER, line=BLUE)
    p.rect(196, 188, 30, 76, fill=STEEL)
    for n in range(1, 6):
        p.line((196, 188 + n * 76 / 6), (226, 188 + n * 76 / 6), color=DARK, weight=0.5)
    p.line((206, 188), (206, 264), color=DARK, weight=0.5)
    p.line((216, 188), (216, 264), color=DARK, weight=0.5)
    p.rect(190, 266, 42, 7, fill=BLUE)
    p.rect(178, 160, 66, 18, fill=WATER)
    p.circle(188, 180, 6, fill=DARK)
    p.line((184, 184), (184, 270), (190, 270), color=BLUE, weight=1.6)
    p.line((228, 206), (236, 186), color=INK, weight=2)
    p.line((300, 250), (262, 250), (262, 176), (244, 176), color=BLUE, weight=1.6)
    p.rect(268, 245, 14, 10, fill=DARK)
    p.rect(252, 184, 40, 40, fill=DARK, radius=8)
    p.rect(148, 206, 24, 56, fill=COPPER)
    for n in range(7):
        p.line((148, 210 + n * 8), (172, 210 + n * 8), color=PAPER, weight=0.7)
    p.rect(146, 266, 30, 12, fill="#10221A", radius=2)
    p.text(161, 269.5, "ICE", 6, "#7CFFB2", bold=True, anchor="middle")
    p.line((244, 162), (300, 162), color=BLUE, weight=1.6)
    p.line((238, 138), (238, 112), color=RED, weight=2)
    p.rect(296, 90, 8, 44, fill=STEEL)
    p.label(120, 274, "Control board and display", (150, 271))
    p.label(120, 240, "Air-cooled condenser", (152, 238))
    p.label(120, 208, "Water pump", (187, 181))
    p.label(120, 170, "Water trough", (184, 168))
    p.label(120, 60, "Ice bin, 340 lb", (160, 60))
    p.label(320, 282, "Distribution tube", (230, 270))
    p.label(320, 262, "Water inlet valve", (276, 251))
    p.label(320, 232, "Evaporator plate", (222, 230))
    p.label(320, 208, "Compressor", (286, 206))
    p.label(320, 186, "Ice thickness probe", (235, 188))
    p.label(320, 162, "Drain / purge line", (296, 162))
    p.label(320, 126, "Bin level probe", (239, 120))
    p.label(320, 104, "Bin door", (301, 104))
    return p.drawing


def oven_panel() -> Any:
    """The control panel of the combi oven."""
    p = _Pen(245, 190)
    p.rect(58, 8, 124, 174, fill="#3A4248", radius=6)
    p.rect(70, 116, 100, 56, fill="#10221A", radius=3)
    p.text(120, 150, "COMBI  325 °F", 9, "#7CFFB2", bold=True, anchor="middle")
    p.text(120, 136, "Humidity 60 %", 7.5, "#7CFFB2", anchor="middle")
    p.text(120, 124, "00:45  Core 165 °F", 7.5, "#7CFFB2", anchor="middle")
    for n, name in enumerate(("DRY", "STEAM", "COMBI")):
        p.rect(69 + n * 35, 92, 31, 16, fill=LIGHT, radius=3)
        p.text(84.5 + n * 35, 97.5, name, 6, bold=True, anchor="middle")
    p.circle(120, 62, 21, fill=STEEL)
    p.circle(120, 62, 14, fill=LIGHT)
    p.line((120, 62), (130, 74), weight=1.6)
    for n, (color, name) in enumerate(((GREEN, "START"), (RED, "STOP"), (BLUE, "WASH"))):
        p.circle(84 + n * 36, 28, 8, fill=color)
        p.text(84 + n * 36, 12.5, name, 5.5, PAPER, bold=True, anchor="middle")
    p.circle(164, 62, 4, fill=INK)
    p.label(50, 150, "Display", (74, 150))
    p.label(50, 100, "Mode keys", (72, 100))
    p.label(50, 62, "Dial (push)", (100, 62))
    p.label(50, 28, "START", (80, 28))
    p.label(190, 62, "Core probe jack", (165, 62))
    p.label(190, 44, "STOP", (125, 31))
    p.label(190, 28, "WASH", (160, 28))
    return p.drawing


def thermometer_placement() -> Any:
    """Where the probe goes in a burger, a chicken breast, a roast and a soup."""
    p = _Pen(440, 210)

    def probe(tip: Point, top: Point) -> None:
        p.line(tip, top, color=DARK, weight=2)
        p.circle(*top, 9, fill=PAPER)
        p.line(top, (top[0] + 4, top[1] + 5), color=RED, weight=1.2)
        p.circle(*tip, 2.4, fill=RED, line=None)

    names = (
        ("Burger patty", "from the side, to the center"),
        ("Chicken breast", "thickest part, off the bone"),
        ("Roast", "center, away from fat and bone"),
        ("Soup or sauce", "stir, then the middle of the pot"),
    )
    for n, (name, where) in enumerate(names):
        x = 55 + n * 110
        p.rect(x - 51, 8, 102, 194, fill="#FAFAF8", line=STEEL, radius=5)
        p.text(x, 30, name, 9, bold=True, anchor="middle")
        p.text(x, 17, where, 6.4, DARK, anchor="middle")
    p.rect(22, 72, 60, 26, fill="#8D5A3A", radius=12)
    probe((52, 85), (94, 85))
    p.shape((126, 76), (140, 66), (178, 66), (200, 84), (196, 104), (172, 112), (140, 100), fill="#E7C08F")
    p.line((132, 74), (150, 76), color=PAPER, weight=4)
    probe((176, 90), (190, 150))
    p.rect(240, 62, 72, 62, fill="#A0553F", radius=20)
    p.rect(240, 108, 72, 14, fill="#F3E3C8", radius=7)
    p.circle(256, 80, 8, fill=PAPER)
    probe((280, 92), (292, 160))
    p.rect(346, 56, 78, 66, fill=STEEL, radius=4)
    p.rect(350, 60, 70, 52, fill=ORANGE, radius=3)
    probe((385, 84), (398, 160))
    return p.drawing


def three_sink_setup() -> Any:
    """The three-compartment sink from left to right, with scrape and air-dry at its ends."""
    p = _Pen(440, 170)
    steps = (
        ("SCRAPE", "into the bin", LIGHT, ""),
        ("1 WASH", "detergent", "#BFE3F7", "110 °F (43 °C)"),
        ("2 RINSE", "clean warm water", "#DDF0FA", "no suds left"),
        ("3 SANITIZE", "test strip first", "#CDEBD0", "time on the label"),
        ("AIR DRY", "never towel dry", LIGHT, ""),
    )
    for n, (name, hint, color, extra) in enumerate(steps):
        x = 6 + n * 87
        basin = 0 < n < 4
        p.rect(x, 62 if basin else 106, 78, 60 if basin else 16, fill=STEEL)
        if basin:
            p.rect(x + 6, 68, 66, 42, fill=color, line=BLUE)
            p.line((x + 39, 122), (x + 39, 142), (x + 54, 142), (x + 54, 132), color=DARK, weight=3)
            p.text(x + 39, 88, extra, 7.2, anchor="middle", bold=True)
        else:
            p.line((x + 8, 106), (x + 8, 62), color=DARK, weight=2)
            p.line((x + 70, 106), (x + 70, 62), color=DARK, weight=2)
            for k in range(3):
                p.circle(x + 20 + k * 19, 131, 8, fill=PAPER)
        p.text(x + 39, 46, name, 9, bold=True, anchor="middle")
        p.text(x + 39, 34, hint, 7.2, DARK, anchor="middle")
        if n < 4:
            p.arrow((x + 64, 18), (x + 101, 18), color=COPPER)
    p.text(6, 15, "Work this way", 8, COPPER, bold=True)
    return p.drawing


def danger_zone_scale() -> Any:
    """A thermometer scale that marks the temperature danger zone between 41 °F and 135 °F."""
    p = _Pen(440, 290)

    def at(degrees: float) -> float:
        return 24 + degrees * 1.12

    zones = ((0, 41, "#CFE6F5"), (41, 135, "#F6B7AE"), (135, 220, "#D6ECD2"))
    for low, high, color in zones:
        p.rect(150, at(low), 44, at(high) - at(low), fill=color)
    marks = (
        (212, "212 °F (100 °C)  water boils"),
        (165, "165 °F (74 °C)  poultry, stuffed food, reheating"),
        (155, "155 °F (68 °C)  ground meat"),
        (145, "145 °F (63 °C)  whole cuts, fish"),
        (135, "135 °F (57 °C)  hot holding, lowest"),
        (70, "70 °F (21 °C)  cooling: reach within 2 hours"),
        (41, "41 °F (5 °C)  cold holding, highest"),
        (32, "32 °F (0 °C)  water freezes"),
        (0, "0 °F (-18 °C)  freezer"),
    )
    for degrees, text in marks:
        p.line((150, at(degrees)), (200, at(degrees)), weight=1)
        p.text(206, at(degrees) - 3, text, 8.5, bold=degrees in (41, 135))
    p.text(140, at(176), "HOT", 10, GREEN, bold=True, anchor="end")
    p.text(140, at(92), "DANGER ZONE", 11, RED, bold=True, anchor="end")
    p.text(140, at(92) - 13, "41 to 135 °F (5 to 57 °C)", 8.5, RED, anchor="end")
    p.text(140, at(18), "COLD", 10, BLUE, bold=True, anchor="end")
    return p.drawing


def station_map() -> Any:
    """The floor plan of the kitchen and the dining room of the Copper Kettle Diner."""
    p = _Pen(440, 280)
    p.rect(6, 6, 428, 268, fill="#FBFAF7")
    p.line((6, 128), (250, 128), weight=2.4)
    p.line((300, 128), (434, 128), weight=2.4)
    rooms: Sequence[tuple[float, float, float, float, str, str]] = (
        (16, 226, 70, 40, "Walk-in cooler", WATER),
        (90, 226, 58, 40, "Freezer", "#C7DDF2"),
        (152, 226, 70, 40, "Dry storage", "#EADFC9"),
        (226, 226, 82, 40, "Three-comp. sink", "#CDEBD0"),
        (312, 226, 112, 40, "Dish machine", "#CDEBD0"),
        (16, 176, 58, 30, "Hand sink", WATER),
        (16, 138, 58, 30, "Prep table", STEEL),
        (84, 138, 52, 34, "Fryer", ORANGE),
        (140, 138, 52, 34, "Grill", ORANGE),
        (196, 138, 52, 34, "Combi oven", ORANGE),
        (312, 138, 54, 34, "Ice machine", WATER),
        (370, 138, 54, 34, "Expo / pass", "#F0D9C5"),
        (16, 84, 92, 30, "Espresso bar", "#D9B99B"),
        (16, 44, 92, 30, "Host and register", "#F0D9C5"),
        (356, 14, 70, 30, "Restrooms", LIGHT),
    )
    for x, y, width, height, name, color in rooms:
        p.rect(x, y, width, height, fill=color, radius=3)
        p.text(x + width / 2, y + height / 2 - 2.6, name, 7.4, anchor="middle", bold=True)
    for n in range(8):
        p.circle(150 + (n % 4) * 54, 92 - (n // 4) * 46, 15, fill="#F4ECE2")
        p.text(150 + (n % 4) * 54, 89.5 - (n // 4) * 46, f"T{n + 1}", 8, anchor="middle")
    p.rect(256, 140, 14, 14, fill=RED)
    p.text(265, 157, "Class K", 6.4, RED, bold=True, anchor="middle")
    p.rect(286, 140, 14, 14, fill=GREEN)
    p.text(295, 157, "First aid", 6.4, GREEN, bold=True, anchor="middle")
    p.text(220, 214, "KITCHEN", 9, DARK, bold=True, anchor="middle")
    p.text(380, 112, "DINING ROOM", 9, DARK, bold=True, anchor="middle")
    p.rect(406, 190, 28, 24, fill=PAPER)
    p.text(402, 205, "Back exit", 8, anchor="end", bold=True)
    p.text(402, 195, "Hood pull station,", 6.4, RED, anchor="end", bold=True)
    p.text(402, 187.5, "gas shut-off", 6.4, RED, anchor="end", bold=True)
    p.rect(303, 217, 14, 7, fill=GREEN)
    p.text(310, 208, "Eyewash", 6.4, GREEN, anchor="middle", bold=True)
    p.text(62, 36, "AED under the counter", 6.4, GREEN, anchor="middle", bold=True)
    p.rect(206, 4, 44, 6, fill=PAPER)
    p.text(228, 14, "Front exit", 8, anchor="middle", bold=True)
    return p.drawing


def kettle() -> Any:
    """The copper kettle of the diner, for covers without a figure."""
    p = _Pen(240, 200)
    p.rect(56, 30, 128, 8, fill=INK, radius=4)
    p.shape((62, 38), (178, 38), (188, 84), (164, 122), (76, 122), (52, 84), fill=COPPER)
    p.shape((182, 66), (222, 106), (212, 116), (184, 96), fill=COPPER)
    p.rect(84, 122, 72, 9, fill="#8F4A1F", radius=4)
    p.circle(120, 138, 7, fill="#8F4A1F")
    p.line((72, 112), (72, 160), (92, 178), (148, 178), (168, 160), (168, 112), color="#5A2E12", weight=5)
    return p.drawing


DIAGRAMS: dict[str, Callable[[], Any]] = {
    "danger-zone-scale": danger_zone_scale,
    "fryer-front": fryer_front,
    "ice-machine-cutaway": ice_machine_cutaway,
    "kettle": kettle,
    "oven-panel": oven_panel,
    "station-map": station_map,
    "thermometer-placement": thermometer_placement,
    "three-sink-setup": three_sink_setup,
}
