"""Markdown of answers as HTML that runs nothing, whatever a document or a model has put into it."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

TAGS = set("a p br hr strong em s code pre blockquote ul ol li h3 h4 h5 h6 table thead tbody tr th td".split())
ATTRIBUTES = {"a": {"href", "title"}, "li": {"value"}, "ol": {"start"}}
LINKS = {"http", "https", "mailto", "tel"}
TOP_HEADING = 3
"""Level of an answer's first headings: above them are the page's title and the question."""


def render(text: str) -> str:
    """Sanitised HTML of CommonMark with tables. HTML in the text is shown as it is written; pictures are left out."""
    return nh3.clean(_parser().render(text), tags=TAGS, attributes=ATTRIBUTES, url_schemes=LINKS)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.add_render_rule("heading_open", _heading)
    parser.add_render_rule("heading_close", _heading)
    parser.add_render_rule("list_item_open", _numbered)
    return parser


def _heading(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    token = tokens[at]
    level = max(TOP_HEADING, min(6, int(token.tag[1]) + 1))
    return f"</h{level}>\n" if token.nesting < 0 else f"<h{level}>"


def _numbered(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    """An item keeps the number it was printed with: “6.” after “2.” is step 6."""
    number = tokens[at].info
    return f'<li value="{int(number)}">' if number.isdecimal() else "<li>"
