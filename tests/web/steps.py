"""What people do in the web app, in their words."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

HOSTILE = "<img src=x onerror=window.ran=1><script>window.ran=1</script>"
"""What a script would be, were it taken for one."""


def ask(page: Page, question: str) -> Locator:
    """Asks, and gives the turn when its answer is whole."""
    send(page, question)
    turn = page.locator(".turn").last
    expect(turn.locator(".actions")).to_be_visible()
    return turn


def send(page: Page, question: str) -> None:
    box = page.get_by_role("textbox", name="Your question", exact=True)
    box.fill(question)
    box.press("Enter")


def open_source(page: Page, marker: int) -> Locator:
    """Taps the chip of a marker in the last answer, and gives the source when it shows."""
    page.locator(f".turn >> nth=-1 >> .answer .chip[data-marker='{marker}']").first.click()
    source = page.get_by_role("dialog", name="Source")
    expect(source.locator(".zoom img, .text, .player")).to_be_visible()
    return source


def add_file(page: Page, path: Path) -> None:
    """Picks a file on the documents' screen."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add files").click()
    chooser.value.set_files(path)
