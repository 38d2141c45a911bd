"""What a reading becomes: a state that it deserves, a title, and all that is stored of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from knowledge.chunking import RECIPE, chunk
from knowledge.codes import code_rows
from knowledge.recorder import Code, NewVersion
from knowledge.types import DocumentState, Reading


def title_of(name: str) -> str:
    """A title for a document that names none: "oil-change_2.md" → "Oil change 2"."""
    words = re.sub(r"[\s_-]+", " ", Path(name).stem).strip()
    return words[:1].upper() + words[1:]


def judge(reading: Reading) -> tuple[DocumentState, str]:
    """The state a reading deserves, with the reason unless it is complete."""
    empty = [page.page for page in reading.pages if not page.has_text]
    if not has_text(reading):
        hint = (
            " It looks scanned: run text recognition (OCR) on it, then send it again." if _has_images(reading) else ""
        )
        return DocumentState.FAILED, f"There is no text in the file.{hint}"
    if empty:
        return (
            DocumentState.PARTIAL,
            f"No text on {_numbers(empty)}. If they are scanned, run text recognition on them.",
        )
    return DocumentState.READY, ""


def has_text(reading: Reading) -> bool:
    """Whether there is anything in it to quote."""
    return any(block.text.strip() and not block.hidden for block in reading.blocks)


def _has_images(reading: Reading) -> bool:
    return any(page.images for page in reading.pages)


def _numbers(pages: Sequence[int]) -> str:
    """ "page 3" or "pages 3, 5, 8–12"."""
    runs: list[tuple[int, int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], page)
        else:
            runs.append((page, page))
    listed = ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in runs)
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"


def make_version(
    document_id: str, reading: Reading, *, media_type: str, state: DocumentState, reason: str = ""
) -> NewVersion:
    """All that is stored of a reading: blocks, chunks, windows, codes."""
    made = chunk(document_id, reading)
    paged = any(block.page is not None for block in reading.blocks)
    return NewVersion(
        title=reading.title,
        media_type=media_type,
        state=state,
        reason=reason,
        pages=len(reading.pages) if paged else None,
        reports=reading.pages,
        warnings=reading.warnings,
        blocks=made.blocks,
        chunks=made.chunks,
        windows=made.windows,
        codes=[
            Code(code, cells["meaning"], cells["cause"], cells["action"], stored.id)
            for stored, code, cells in code_rows(made.blocks)
        ],
        recipe=RECIPE,
    )
