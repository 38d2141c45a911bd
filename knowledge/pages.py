"""Pictures of pages, with the boxes of a quote drawn on them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from knowledge.errors import DocumentRefused, NotFound
from knowledge.readers.pdfium import pdfium, pdfium_lock
from knowledge.types import Box

SCALE = 1.5
"""Pixels per point: a Letter page becomes 918 × 1188, readable on a phone."""
MAX_PIXELS = 40_000_000
_FILL, _EDGE = (255, 214, 0, 90), (204, 120, 0, 255)
_MARGIN = 1.5


def render_page(path: Path, page: int, boxes: Sequence[Box] = (), *, scale: float = SCALE) -> bytes:
    """A page of a PDF as a PNG, with the boxes of that page drawn; boxes of other pages are passed over.

    Raises NotFound for a page the document does not have, DocumentRefused when it is not a PDF that can be shown.
    """
    # imported here: only those who show a page need it
    from PIL import Image, ImageDraw

    library = pdfium()
    with pdfium_lock:
        try:
            document = library.PdfDocument(path)
        except library.PdfiumError as error:
            raise DocumentRefused(
                "invalid_type", "This document has no page pictures.", "Only PDF pages can be shown."
            ) from error
        try:
            if not 1 <= page <= len(document):
                raise NotFound(f"There is no page {page}; the document has pages 1 to {len(document)}.")
            leaf = document[page - 1]
            width, height = leaf.get_size()
            if width * height * scale * scale > MAX_PIXELS:
                scale = (MAX_PIXELS / max(width * height, 1.0)) ** 0.5
            picture: Image.Image = leaf.render(scale=scale).to_pil().convert("RGB")
        finally:
            document.close()
    overlay = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(overlay)
    for box in boxes:
        if box.page == page:
            corners = (box.x0 - _MARGIN, box.y0 - _MARGIN, box.x1 + _MARGIN, box.y1 + _MARGIN)
            draw.rectangle([value * scale for value in corners], fill=_FILL, outline=_EDGE, width=2)
    shown = Image.alpha_composite(picture.convert("RGBA"), overlay).convert("RGB")
    buffer = io.BytesIO()
    shown.save(buffer, "PNG", optimize=False, compress_level=3)
    return buffer.getvalue()
