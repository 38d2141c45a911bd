"""The one table of what is read: media type, suffixes, size, what the bytes must look like, and the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from knowledge.readers.data import read_json
from knowledge.readers.epub import read_epub
from knowledge.readers.image import read_image
from knowledge.readers.mail import read_eml, read_msg
from knowledge.readers.media import read_media
from knowledge.readers.odt import read_odt
from knowledge.readers.office import read_docx
from knowledge.readers.pdf import read_pdf
from knowledge.readers.rtf import read_rtf
from knowledge.readers.sheets import read_workbook
from knowledge.readers.slides_odp import read_odp
from knowledge.readers.slides_pptx import read_pptx
from knowledge.readers.tables import read_csv
from knowledge.readers.text import read_markdown, read_text
from knowledge.readers.web import read_html
from knowledge.types import Reading

MEGABYTE = 1024 * 1024

Reader = Callable[[Path, str, float], Reading]
"""Reads the file at a path, called so in messages, until a time of `time.monotonic`; raises DocumentRefused."""


class Container(Enum):
    """How the bytes of a format are recognised."""

    PDF = "pdf"
    ZIP = "zip"  # by an entry of the archive
    OLE = "ole"  # the older Office formats
    MAGIC = "magic"  # by bytes at a fixed place
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `called` goes into "… is not X"; `member` is the entry that an archive of the kind has, `magic`
    the (offset, bytes) of which a file has one. `reader` None: it is known, and `advice` says what to send instead."""

    media_type: str
    suffixes: tuple[str, ...]
    megabytes: int
    called: str
    container: Container
    reader: Reader | None
    member: str = ""
    magic: tuple[tuple[int, bytes], ...] = ()
    may_declare_type: bool = False
    advice: str = ""
    # reading recordings and pictures takes longer than reading text
    seconds: float = 120.0


def _whole(read: Callable[[Path, str], Reading]) -> Reader:
    """A reader of a format whose files are small enough to be read at once, without looking at the clock."""
    return lambda path, name, _deadline: read(path, name)


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
_FTYP = ((4, b"ftyp"),)
_MOVIE = (*_FTYP, *((4, box) for box in (b"moov", b"mdat", b"wide", b"free", b"skip")))
_RECORDING_SECONDS = 3600.0
_PICTURE_SECONDS = 600.0

FORMATS: tuple[Format, ...] = (
    Format("application/pdf", (".pdf",), 50, "a PDF", Container.PDF, read_pdf, seconds=_PICTURE_SECONDS),
    Format(
        _OFFICE + "wordprocessingml.document", (".docx",), 50, "a Word document", Container.ZIP, _whole(read_docx),
        "word/document.xml",
    ),
    Format(
        "application/vnd.ms-word.document.macroenabled.12", (".docm",), 50, "a Word document", Container.ZIP,
        _whole(read_docx), "word/document.xml",
    ),
    Format(
        _OFFICE + "spreadsheetml.sheet", (".xlsx",), 50, "an Excel workbook", Container.ZIP, read_workbook,
        "xl/workbook.xml",
    ),
    Format(
        "application/vnd.ms-excel.sheet.macroenabled.12", (".xlsm",), 50, "an Excel workbook", Container.ZIP,
        read_workbook, "xl/workbook.xml",
    ),
    Format("application/vnd.ms-excel", (".xls",), 50, "an Excel workbook", Container.OLE, read_workbook),
    Format(
        _OFFICE + "presentationml.presentation", (".pptx",), 50, "a PowerPoint presentation", Container.ZIP, read_pptx,
        "ppt/presentation.xml",
    ),
    Format(
        _OPEN + "text", (".odt",), 50, "an OpenDocument text", Container.ZIP, read_odt, "content.xml",
        may_declare_type=True,
    ),
    Format(
        _OPEN + "spreadsheet", (".ods",), 50, "an OpenDocument sheet", Container.ZIP, read_workbook, "content.xml",
        may_declare_type=True,
    ),
    Format(
        _OPEN + "presentation", (".odp",), 50, "an OpenDocument presentation", Container.ZIP, read_odp, "content.xml",
        may_declare_type=True,
    ),
    Format(
        "application/epub+zip", (".epub",), 50, "an EPUB book", Container.ZIP, read_epub, "META-INF/container.xml",
        may_declare_type=True,
    ),
    Format("application/rtf", (".rtf",), 50, "an RTF document", Container.MAGIC, read_rtf, magic=((0, b"{\\rtf"),)),
    Format("text/markdown", (".md", ".markdown"), 10, "text", Container.TEXT, _whole(read_markdown)),
    Format("text/plain", (".txt",), 10, "text", Container.TEXT, _whole(read_text)),
    Format("text/html", (".html", ".htm"), 10, "text", Container.TEXT, _whole(read_html)),
    Format("text/csv", (".csv",), 10, "text", Container.TEXT, _whole(read_csv)),
    Format("text/tab-separated-values", (".tsv",), 10, "text", Container.TEXT, _whole(read_csv)),
    Format("application/json", (".json", ".jsonl"), 10, "text", Container.TEXT, read_json),
    Format("message/rfc822", (".eml",), 25, "text", Container.TEXT, read_eml),
    Format("application/vnd.ms-outlook", (".msg",), 25, "an Outlook message", Container.OLE, read_msg),
    Format(
        "image/jpeg", (".jpg", ".jpeg"), 20, "a JPEG picture", Container.MAGIC, read_image,
        magic=((0, b"\xff\xd8\xff"),), seconds=_PICTURE_SECONDS,
    ),
    Format(
        "image/png", (".png",), 20, "a PNG picture", Container.MAGIC, read_image, magic=((0, b"\x89PNG"),),
        seconds=_PICTURE_SECONDS,
    ),
    Format(
        "image/gif", (".gif",), 20, "a GIF picture", Container.MAGIC, read_image, magic=((0, b"GIF8"),),
        seconds=_PICTURE_SECONDS,
    ),
    Format(
        "image/webp", (".webp",), 20, "a WebP picture", Container.MAGIC, read_image, magic=((8, b"WEBP"),),
        seconds=_PICTURE_SECONDS,
    ),
    Format(
        "image/tiff", (".tif", ".tiff"), 20, "a TIFF picture", Container.MAGIC, read_image,
        magic=((0, b"II*\0"), (0, b"MM\0*"), (0, b"II+\0"), (0, b"MM\0+")), seconds=_PICTURE_SECONDS,
    ),
    Format(
        "image/bmp", (".bmp",), 20, "a BMP picture", Container.MAGIC, read_image, magic=((0, b"BM"),),
        seconds=_PICTURE_SECONDS,
    ),
    Format(
        "image/heic", (".heic", ".heif"), 20, "a HEIC picture", Container.MAGIC, read_image, magic=_FTYP,
        seconds=_PICTURE_SECONDS,
    ),
    Format(
        "audio/mpeg", (".mp3",), 100, "an MP3 recording", Container.MAGIC, read_media,
        magic=((0, b"ID3"), *((0, bytes((0xFF, second))) for second in range(0xE0, 0x100))), seconds=_RECORDING_SECONDS,
    ),
    Format(
        "audio/wav", (".wav",), 100, "a WAV recording", Container.MAGIC, read_media, magic=((8, b"WAVE"),),
        seconds=_RECORDING_SECONDS,
    ),
    Format(
        "audio/mp4", (".m4a",), 100, "an M4A recording", Container.MAGIC, read_media, magic=_FTYP,
        seconds=_RECORDING_SECONDS,
    ),
    Format(
        "video/mp4", (".mp4",), 500, "an MP4 video", Container.MAGIC, read_media, magic=_FTYP,
        seconds=_RECORDING_SECONDS,
    ),
    Format(
        "video/quicktime", (".mov",), 500, "a MOV video", Container.MAGIC, read_media, magic=_MOVIE,
        seconds=_RECORDING_SECONDS,
    ),
    Format(
        "video/x-msvideo", (".avi",), 500, "an AVI video", Container.MAGIC, read_media, magic=((8, b"AVI "),),
        seconds=_RECORDING_SECONDS,
    ),
    Format(
        "application/msword", (".doc",), 50, "a Word document", Container.OLE, None,
        advice="Open it in a word processor and save it as DOCX.",
    ),
    Format(
        "application/vnd.ms-powerpoint", (".ppt",), 50, "a PowerPoint presentation", Container.OLE, None,
        advice="Open it in a presentation program and save it as PPTX.",
    ),
)  # fmt: skip

BY_SUFFIX: Mapping[str, Format] = {suffix: form for form in FORMATS for suffix in form.suffixes}
SUFFIXES: tuple[str, ...] = tuple(sorted(suffix for suffix, form in BY_SUFFIX.items() if form.reader is not None))
"""What is read, by suffix, in alphabetical order."""
