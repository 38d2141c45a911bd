"""EPUB, OpenDocument and RTF keep their headings, lists and tables in order; what is left out is said."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from knowledge.errors import DocumentRefused
from knowledge.readers.epub import read_epub
from knowledge.readers.odt import read_odt
from knowledge.readers.packages import MAX_ENTRY
from knowledge.readers.rtf import read_rtf
from knowledge.readers.web import MAX_MARKUP, read_embedded
from knowledge.types import Reading


def brief(reading: Reading) -> list[tuple[str, int | str, str]]:
    return [(block.kind.value, block.level or block.label, block.text) for block in reading.blocks]


def pack(path: Path, entries: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def later() -> float:
    return time.monotonic() + 60


# --- EPUB -------------------------------------------------------------------------------------------------------------

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Grill  guide</dc:title><dc:title>Other</dc:title>
</metadata><manifest>
 <item id="two" href="text/ch%202.xhtml#top" media-type="application/xhtml+xml"/>
 <item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
 <item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
 <item id="cover" href="cover.svg" media-type="image/svg+xml"/>
 <item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="cover"/><itemref idref="toc"/><itemref idref="one"/><itemref idref="two"/><itemref idref="gone"/>
<itemref idref="unknown"/><itemref idref="one"/></spine></package>"""
ONE = """<?xml version="1.0" encoding="ISO-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
<body><article><h1>Clean<a id="x"/>ing</h1><p>Wash at 60\u00a0°C, ther\u00admal&shy; gloves on.</p></article>
<article><h2>Daily</h2><ol><li>Scrape.</li><li>Wipe.</li></ol><aside><p>WARNING: Hot.</p></aside>
<script src="http://x/y.js"/><img src="http://x/y.png"/></article></body></html>"""
BOOK: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/one.xhtml": ONE.encode("latin-1"),
    "OEBPS/text/ch 2.xhtml": "<body><h1>Codes</h1><table><tr><th>Code</th></tr><tr><td>E1</td></tr></table></body>",
    "OEBPS/toc.xhtml": "<html><body><p>Contents</p></body></html>",
}


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    found = read_epub(pack(tmp_path / "x.epub", BOOK), "x.epub", later())
    assert found.title == "Grill guide"
    assert brief(found) == [
        ("heading", 1, "Cleaning"),
        ("paragraph", "", "Wash at 60 °C, thermal gloves on."),
        ("heading", 2, "Daily"),
        ("step", "1.", "Scrape."),
        ("step", "2.", "Wipe."),
        ("warning", "WARNING", "Hot."),
        ("heading", 1, "Codes"),
        ("row", "", "E1"),
    ]
    assert found.warnings == (
        "Chapter “OEBPS/cover.svg” is image/svg+xml, not text, and was not read.",
        "Chapter “OEBPS/gone.xhtml” is named but is not in the file.",
    )
    assert (found.pages[0].images, found.pages[0].tables) == (1, 1)


ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData
 xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{0}"/><CipherData><CipherReference URI="{1}"/>
</CipherData></EncryptedData></encryption>"""
AES, FONT = "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.idpf.org/2008/embedding"


@pytest.mark.parametrize(
    ("algorithm", "target", "is_refused"),
    [(AES, "OEBPS/text/ch%202.xhtml", True), (AES, "OEBPS/video.mp4", False), (FONT, "OEBPS/font.otf", False)],
)
def test_a_book_with_encrypted_chapters_is_refused(
    tmp_path: Path, algorithm: str, target: str, is_refused: bool
) -> None:
    book = pack(tmp_path / "x.epub", {**BOOK, "META-INF/encryption.xml": ENCRYPTION.format(algorithm, target)})
    if not is_refused:
        assert read_epub(book, "x.epub", later()).blocks
        return
    with pytest.raises(DocumentRefused) as caught:
        read_epub(book, "x.epub", later())
    assert (caught.value.kind, caught.value.reason) == (
        "password_protected",
        "“x.epub” is encrypted, by a password or by its seller.",
    )


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"OEBPS/book.opf": "<package><spine>"}, "corrupted"),
        ({"META-INF/container.xml": '<c><rootfile full-path="../../../etc/passwd"/></c>'}, "corrupted"),
        ({"META-INF/container.xml": '<!DOCTYPE c [<!ENTITY e "x">]><c>&e;</c>'}, "security_risk"),
        (
            {"META-INF/container.xml": '<!DOCTYPE c [<!ENTITY e SYSTEM "file:///etc/passwd">]><c>&e;</c>'},
            "security_risk",
        ),
        ({"OEBPS/one.xhtml": "<div>" * 3000}, "security_risk"),
        ({"OEBPS/one.xhtml": "<" + "a" * 1_000_000 + "/" * 1_000_000}, None),
        ({"OEBPS/one.xhtml": "x" * (MAX_MARKUP + 1)}, "security_risk"),
        ({"OEBPS/one.xhtml": b"\0" * (MAX_ENTRY + 1)}, "security_risk"),
    ],
)
def test_a_damaged_or_hostile_book_is_refused(tmp_path: Path, change: dict[str, str | bytes], kind: str | None) -> None:
    book = pack(tmp_path / "x.epub", {**BOOK, **change})
    if kind is None:
        assert read_epub(book, "x.epub", later()).blocks
        return
    with pytest.raises(DocumentRefused) as caught:
        read_epub(book, "x.epub", later())
    assert caught.value.kind == kind


@pytest.mark.parametrize("read", [read_epub, read_odt])
def test_what_is_no_zip_file_is_refused(tmp_path: Path, read: Callable[[Path, str, float], Reading]) -> None:
    path = pack(tmp_path / "x", BOOK)
    for data in (b"", b"PK\x03\x04", path.read_bytes()[:-40], path.read_bytes()[200:]):
        path.write_bytes(data)
        with pytest.raises(DocumentRefused) as caught:
            read(path, "x", later())
        assert caught.value.kind == "corrupted"


def test_an_entry_under_a_password_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "x.odt", {"content.xml": "<a/>"})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(DocumentRefused) as caught:
        read_odt(path, "x.odt", later())
    assert caught.value.kind == "password_protected"


def test_html_after_the_deadline_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="“x” took too long to read: stopped at a part in HTML"):
        read_embedded("<p>Text", "x", 0)


# --- OpenDocument text ------------------------------------------------------------------------------------------------

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("meta", "meta"),
    ]
)
STYLES = """<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="C1" style:family="paragraph" style:parent-style-name="C2"/>
<style:style style:name="C2" style:family="paragraph" style:parent-style-name="C1"/>
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
 <text:list-level-style-number text:level="3" style:num-format="I" style:num-prefix="("  style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>"""


def odt(tmp_path: Path, body: str, **entries: str) -> Path:
    content = f"<office:document-content {SPACES}>{STYLES}<office:body>{body}</office:body></office:document-content>"
    return pack(tmp_path / "x.odt", {"content.xml": content, **entries})


def read_text(tmp_path: Path, body: str) -> Reading:
    return read_odt(odt(tmp_path, f"<office:text>{body}</office:text>"), "x.odt", later())


def test_an_odt_keeps_headings_paragraphs_warnings_and_captions(tmp_path: Path) -> None:
    found = read_text(
        tmp_path,
        """<text:sequence-decls/><text:p text:style-name="P1">Grill guide</text:p>
<text:section><text:h text:outline-level="1">Clean<text:s text:c="2"/>it</text:h></text:section>
<text:p>WARNING: Hot<text:line-break/>surface.</text:p><text:p text:style-name="C1">In a circle.</text:p>
<text:p text:style-name="P2">Figure of the grill</text:p><text:p>Table 1: Codes</text:p><text:p> </text:p>""",
    )
    assert found.title == "Grill guide"
    assert brief(found) == [
        ("heading", 1, "Grill guide"),
        ("heading", 2, "Clean it"),
        ("warning", "WARNING", "Hot surface."),
        ("paragraph", "", "In a circle."),
        ("caption", "", "Figure of the grill"),
        ("caption", "", "Table 1: Codes"),
    ]


def test_the_items_of_an_odt_list_have_the_numbers_that_are_printed(tmp_path: Path) -> None:
    found = read_text(
        tmp_path,
        """<text:list text:style-name="L1"><text:list-header><text:p>First this:</text:p></text:list-header>
<text:list-item><text:p>Open.</text:p><text:p>It sticks.</text:p><text:list>
 <text:list-item><text:p>Left.</text:p></text:list-item>
 <text:list-item><text:p>Right.</text:p><text:list><text:list-item><text:p>Deep.</text:p></text:list-item></text:list>
 </text:list-item></text:list></text:list-item>
<text:list-item text:start-value="7"><text:p>NOTE: Wait.</text:p></text:list-item>
<text:list-item><text:p>Close.</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>Gloves</text:p></text:list-item></text:list>
<text:list text:style-name="L1" text:continue-numbering="true">
<text:list-item><text:p>Go.</text:p></text:list-item></text:list>
<text:list text:style-name="L1"><text:list-item><text:p>Again.</text:p></text:list-item></text:list>""",
    )
    assert brief(found) == [
        ("paragraph", "", "First this:"),
        ("step", "3.", "Open."),
        ("paragraph", "", "It sticks."),
        ("step", "3.a)", "Left."),
        ("step", "3.b)", "Right."),
        ("step", "(I)", "Deep."),
        ("warning", "NOTE", "Wait."),
        ("step", "8.", "Close."),
        ("item", "", "Gloves"),
        ("step", "9.", "Go."),
        ("step", "3.", "Again."),
    ]


def test_the_cells_of_an_odt_table_stand_under_its_header_and_merged_ones_are_repeated(tmp_path: Path) -> None:
    def cell(text: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    found = read_text(
        tmp_path,
        f"""<text:p>Table 1: Codes</text:p><table:table><table:table-column table:number-columns-repeated="3"/>
<table:table-header-rows><table:table-row>{cell("Code")}{cell("Fix", 'table:number-columns-spanned="2"')}{covered}
</table:table-row><table:table-row>{cell("")}{cell("Who")}{cell("How")}</table:table-row></table:table-header-rows>
<table:table-row>{cell("E1", 'table:number-rows-spanned="2"')}{cell("Crew", 'table:number-columns-repeated="2"')}
<table:table-cell table:number-columns-repeated="16000"/></table:table-row>
<table:table-row>{covered}{cell("Boss")}{cell("<text:span>Call</text:span></text:p><text:p>now")}</table:table-row>
<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row></table:table>""",
    )
    assert brief(found) == [
        ("caption", "", "Table 1: Codes"),
        ("row", "", "E1 | Crew | Crew"),
        ("row", "", "E1 | Boss | Call now"),
    ]
    assert (found.blocks[1].header, found.blocks[1].table) == (("Code", "Fix Who", "Fix How"), "Table 1: Codes")


def test_text_boxes_of_an_odt_follow_and_what_is_left_out_is_said(tmp_path: Path) -> None:
    note = '<text:note text:note-class="footnote"><text:note-body><text:p>Small.</text:p></text:note-body></text:note>'
    box = "<draw:frame><draw:text-box><text:p>CAUTION: In a box.</text:p></draw:text-box></draw:frame>"
    image = "<draw:frame><draw:image/></draw:frame>"
    embedded = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    found = read_text(
        tmp_path,
        f"""<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>
<text:table-of-content><text:p>Contents</text:p></text:table-of-content>
<text:p>One{note}, <office:annotation><text:p>Really?</text:p></office:annotation>two{note}{box}{image}{embedded}
<text:span text:style-name="T1">unseen</text:span></text:p>
<text:section text:display="none"><text:p>Hidden.</text:p></text:section><text:p>After.</text:p>""",
    )
    assert brief(found) == [
        ("paragraph", "", "One, two"),
        ("warning", "CAUTION", "In a box."),
        ("paragraph", "", "After."),
    ]
    assert found.warnings == (
        "Generated indexes were left out: 1.",
        "Footnotes and endnotes were left out: 2.",
        "Comments were left out: 1.",
        "Hidden passages were left out: 2.",
        "Embedded objects were left out: 1.",
    )
    assert found.pages[0].images == 1


def test_the_title_in_the_metadata_is_preferred(tmp_path: Path) -> None:
    meta = f'<office:document-meta {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Named</dc:title></office:meta></office:document-meta>'
    path = odt(tmp_path, "<office:text><text:h>First</text:h></office:text>", **{"meta.xml": meta})
    assert read_odt(path, "x.odt", later()).title == "Named"


@pytest.mark.parametrize(
    ("body", "entries", "kind"),
    [
        ("<office:spreadsheet/>", {}, "invalid_content"),
        ("<office:text/>", {"META-INF/manifest.xml": "<x><manifest:encryption-data/></x>"}, "password_protected"),
        ("<office:text>", {}, "corrupted"),
        (f"<office:text>{'<text:section>' * 500}{'</text:section>' * 500}</office:text>", {}, "security_risk"),
        (
            f"<office:text><text:p>{'<text:span>' * 500}{'</text:span>' * 500}</text:p></office:text>",
            {},
            "security_risk",
        ),
        (
            '<office:text><table:table><table:table-row table:number-rows-repeated="999999"><table:table-cell><text:p>x'
            "</text:p></table:table-cell></table:table-row></table:table></office:text>",
            {},
            "security_risk",
        ),
    ],
)
def test_a_locked_damaged_or_hostile_odt_is_refused(
    tmp_path: Path, body: str, entries: dict[str, str], kind: str
) -> None:
    with pytest.raises(DocumentRefused) as caught:
        read_odt(odt(tmp_path, body, **entries), "x.odt", later())
    assert caught.value.kind == kind


# --- RTF --------------------------------------------------------------------------------------------------------------

RTF_HEAD = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}}
{\stylesheet{\ql Normal;}{\s1\sb240\outlinelevel0 heading 1;}{\s2 {\*\keycn x}heading 2;}{\s3 Title;}{\s4 Body;}}
{\info{\title Grill \'e9t\'e9}{\author A}}
"""


def rtf(tmp_path: Path, body: str | bytes, *, head: str = RTF_HEAD, end: str = "}") -> Reading:
    path = tmp_path / "x.rtf"
    path.write_bytes(
        head.encode("latin-1") + (body if isinstance(body, bytes) else body.encode("cp1252")) + end.encode()
    )
    return read_rtf(path, "x.rtf", later())


def test_an_rtf_keeps_headings_paragraphs_and_special_characters(tmp_path: Path) -> None:
    found = rtf(
        tmp_path,
        r"""\pard\plain\s3 Guide\par
\pard\plain\s1 Cl\'e9an\line ing\par\pard\s4 60\~\'b0C \u8211? \{x\} \f1\'c6\f0  | \\s1 end\par
WARNING: Hot.\par \pard\outlinelevel1 Part\par\pard Table 1: Codes\par Raw é\page \u-10179?\u-8699? soft\-ly""",
    )
    assert found.title == "Grill été"
    assert brief(found) == [
        ("heading", 1, "Guide"),
        ("heading", 2, "Cléan ing"),
        ("paragraph", "", "60 °C – {x} Ж | \\s1 end"),
        ("warning", "WARNING", "Hot."),
        ("heading", 3, "Part"),
        ("caption", "", "Table 1: Codes"),
        ("paragraph", "", "Raw é"),
        ("paragraph", "", "😅 softly"),
    ]


def test_the_items_of_an_rtf_list_have_the_numbers_that_are_in_the_file(tmp_path: Path) -> None:
    found = rtf(
        tmp_path,
        r"""\pard{\listtext\pard\plain\f0 1.\tab}Open.\par {\pntext\f0 b)\tab}Close.\par{\listtext\'b7\tab}Gloves\par
{\listtext o\tab}Apron\par{\listtext 2.\tab}CAUTION: Hot.\par
\pard\s1{\listtext\pard 4.2\tab}Codes\par\pard 5. Typed.\par""",
    )
    assert brief(found) == [
        ("step", "1.", "Open."),
        ("step", "b)", "Close."),
        ("item", "", "Gloves"),
        ("item", "", "Apron"),
        ("warning", "CAUTION", "Hot."),
        ("heading", 1, "4.2 Codes"),
        ("step", "5.", "Typed."),
    ]


def test_the_cells_of_an_rtf_table_stand_under_its_header(tmp_path: Path) -> None:
    found = rtf(
        tmp_path,
        r"""\pard Table 1: Codes\par\trowd\cellx3000\cellx6000\pard\intbl Code\cell Fix\cell\row
\pard\intbl E1\cell Wait.\par Then a|b.\cell\row\pard After.\par\trowd\pard\intbl Alone\cell\row""",
    )
    assert brief(found) == [
        ("caption", "", "Table 1: Codes"),
        ("row", "", "E1 | Wait. Then a|b."),
        ("paragraph", "", "After."),
        ("row", "", "Alone"),
    ]
    assert (found.blocks[1].header, found.blocks[1].table) == (("Code", "Fix"), "Table 1: Codes")
    assert found.pages[0].tables == 2


def test_what_is_left_out_of_an_rtf_is_said(tmp_path: Path) -> None:
    found = rtf(
        tmp_path,
        rb"""\pard Seen{\footnote Small.}{\v unseen \'e9 \u233?}, {\deleted gone}{\*\annotation Really?}
{\field{\*\fldinst{HYPERLINK "http://x/"}}{\fldrslt linked}}{\pict\wmetafile8 0123}{\pict\bin5 }}{\x}
{\shp{\*\shpinst{\shptxt Box}}}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}} end.\par""",
    )
    assert brief(found) == [("paragraph", "", "Seen, linked end.")]
    assert found.warnings == (
        "Footnotes and endnotes were left out: 1.",
        "Hidden passages were left out: 4.",
        "Comments were left out: 1.",
        "Text boxes were left out: 1.",
    )
    assert found.pages[0].images == 3
    cut = rtf(tmp_path, r"\pard Seen.\par {\b more", end="")
    assert brief(cut) == [("paragraph", "", "Seen."), ("paragraph", "", "more")]
    assert cut.warnings == ("The file ends before its text does; what follows is missing.",)


@pytest.mark.parametrize(
    ("head", "body", "kind"),
    [
        ("Just text", "", "corrupted"),
        ("{\\rtf1", "{" * 5000, "security_risk"),
        ("{\\rtf1", "{\\fonttbl" + "\\f1" * 50_000 + "}", "security_risk"),
        ("{\\rtf1{\\fonttbl{\\f1\\fcharset78 Osaka;}}", "\\f1\\'82\\'a0 x", "corrupted"),
    ],
)
def test_a_damaged_or_hostile_rtf_is_refused(tmp_path: Path, head: str, body: str, kind: str) -> None:
    with pytest.raises(DocumentRefused) as caught:
        rtf(tmp_path, body, head=head)
    assert caught.value.kind == kind


def test_numbers_beyond_unicode_and_fields_without_end_do_no_harm(tmp_path: Path) -> None:
    found = rtf(tmp_path, "\\pard \\u99999999 \\u \\uc a\\par" + '{\\field{\\*\\fldinst{HYPERLINK "' * 300)
    assert brief(found) == [("paragraph", "", "a")]
    with pytest.raises(DocumentRefused, match="took too long to read: stopped at character 0"):
        read_rtf(tmp_path / "x.rtf", "x.rtf", 0)
