from __future__ import annotations

import gzip
import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from app.markdown import ATTRIBUTES, LINKS, TAGS, render
from app.routes.web import FOLDER, web_files

SCHEME = re.compile(r"[\x00-\x20]*(?P<name>[a-zA-Z][a-zA-Z0-9+.-]*):")
"""As a browser takes an address apart (WHATWG URL, the scheme start and scheme states), tabs and line ends left out."""
HARMLESS = TAGS | {"html", "head", "body"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](https://elsewhere.example/pixel.png)",
    '[x](https://elsewhere.example "onmouseover=alert(1)")',
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "`<script>`\n\n```html\n<script>alert(1)</script>\n```",
    "| a |\n|---|\n| <iframe src=//elsewhere.example> |",
    "1. <details open ontoggle=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
]


def assert_harmless(html: str) -> None:
    """Nothing but the known tags and attributes, and links that lead to pages, mail or a telephone."""
    for node in LexborHTMLParser(html).css("*"):
        assert node.tag in HARMLESS, html
        for name, value in node.attributes.items():
            assert name in ATTRIBUTES.get(node.tag, set()) | ({"rel"} if node.tag == "a" else set()), html
            if name == "href":
                scheme = SCHEME.match(re.sub(r"[\t\r\n]", "", value or ""))
                assert scheme is None or scheme["name"].lower() in LINKS, html


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_that_would_run_something_runs_nothing(client: TestClient, text: str) -> None:
    rendered = client.post("/api/v1/markdown", json={"texts": [text, "**ok**"]}).json()["blocks"]
    assert_harmless(rendered[0])
    assert rendered[1] == "<p><strong>ok</strong></p>\n"


@given(st.lists(st.sampled_from([*HOSTILE, "<", ">", '"', "'", "[", "](", ")", "\n", "|", "`", "&#x6a;", "a", "1. "])))
def test_no_mixture_of_hostile_pieces_becomes_markup(pieces: list[str]) -> None:
    assert_harmless(render("".join(pieces)))


def test_an_answer_keeps_its_shape_and_its_printed_numbers(client: TestClient) -> None:
    text = "## Safety\n\n> **WARNING:** Hot. [1]\n\n1. Sign out. [2]\n2. Cover.\n6. Leave it.\n\n| a |\n|---|\n| b |"
    [html] = client.post("/api/v1/markdown", json={"texts": [text]}).json()["blocks"]
    assert html.split("\n")[:7] == [
        "<h3>Safety</h3>",
        "<blockquote>",
        "<p><strong>WARNING:</strong> Hot. [1]</p>",
        "</blockquote>",
        "<ol>",
        '<li value="1">Sign out. [2]</li>',
        '<li value="2">Cover.</li>',
    ]
    assert '<li value="6">Leave it.</li>' in html
    assert "<td>b</td>" in html


def documents(client: TestClient) -> dict[str, str]:
    return {one["name"]: one["id"] for one in client.get("/api/v1/documents").json()["documents"]}


def test_the_text_around_a_span_is_given(client: TestClient) -> None:
    turn = client.post("/api/v1/chat", json={"message": "The fryer shows E05, what now?"}).json()
    cited = turn["citations"][0]
    address = f"/api/v1/documents/{cited['document_id']}/text"
    whole = client.get(address).json()
    near = client.get(address, params={"around": cited["span_id"], "limit": 3}).json()
    assert whole["total"] == len(whole["blocks"])
    assert near["blocks"] == whole["blocks"][near["start"] : near["start"] + 3]
    [row] = [block for block in near["blocks"] if cited["span_id"].startswith(block["span_id"])]
    assert (row["kind"], row["cells"][0], row["header"][0]) == ("row", "E05", "Code")


def test_a_span_of_another_document_is_not_found_in_this_one(client: TestClient) -> None:
    fryer = documents(client)["fryer.md"]
    missing = client.get(f"/api/v1/documents/{fryer}/text", params={"around": "nothing"})
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")


def test_the_outline_names_the_sections_in_order(client: TestClient) -> None:
    outline = client.get(f"/api/v1/documents/{documents(client)['fryer.md']}/outline").json()
    assert [heading["heading_path"][-1] for heading in outline["headings"]] == [
        "FryMate 240 gas fryer",
        "Error codes",
        "Daily filtering",
    ]


def test_a_file_that_could_hold_a_script_is_saved_and_not_shown(client: TestClient) -> None:
    given_back = client.get(f"/api/v1/documents/{documents(client)['fryer.md']}/file")
    assert given_back.text.startswith("# FryMate 240 gas fryer")
    assert given_back.headers["content-type"] == "application/octet-stream"
    assert given_back.headers["content-disposition"] == 'attachment; filename="fryer.md"'
    assert given_back.headers["content-security-policy"] == "sandbox; default-src 'none'"


# --- the web app's files ----------------------------------------------------------------------------------------------


def test_the_web_app_is_sent_packed_and_only_when_it_has_changed(client: TestClient) -> None:
    page = client.get("/", headers={"accept-encoding": "gzip"})
    assert page.headers["content-encoding"] == "gzip"
    assert '<script type="module" src="/web/js/app.js">' in page.text
    again = client.get("/", headers={"accept-encoding": "gzip", "if-none-match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/", headers={"accept-encoding": "identity"}).text == page.text


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'self'; img-src 'self' blob:;")
    assert "unsafe" not in policy and "http" not in policy


@pytest.mark.parametrize("path", ["nothing.js", "../main.py", "%2e%2e/main.py", "js", ""])
def test_only_the_web_apps_own_files_are_sent(client: TestClient, path: str) -> None:
    assert client.get(f"/web/{path}").status_code == 404


def test_the_whole_web_app_fits_into_the_first_load() -> None:
    """All files together, screens for managers included, though a first load takes only a part of them."""
    sent = sum(len(gzip.compress(file.content)) for path, file in web_files().items() if not path.endswith(".png"))
    assert sent < 150_000


def test_text_becomes_markup_in_one_place_and_no_address_of_another_host_is_named() -> None:
    unsafe = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "javascript:")
    found = {(path.name, name) for path in FOLDER.rglob("*.js") for name in unsafe if name in path.read_text("utf-8")}
    assert found == {("dom.js", "innerHTML")}
    for path in FOLDER.rglob("*"):
        if path.suffix in {".js", ".css", ".html", ".webmanifest"}:
            assert "//" not in path.read_text("utf-8").replace("http://www.w3.org", "").replace("// ", ""), path
    assert " style=" not in (FOLDER / "index.html").read_text("utf-8")


def test_the_service_worker_keeps_every_file_that_the_chat_needs() -> None:
    kept = (FOLDER / "sw.js").read_text("utf-8")
    on_demand = {"documents", "upload", "report", "specialists", "quality", "charts", "health", "evaluations"}
    for path in (FOLDER / "js").glob("*.js"):
        assert (f'"{path.stem}"' in kept) == (path.stem not in on_demand), path.name
