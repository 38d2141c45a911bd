"""Every screen and state worth looking at: for the accessibility check, and for `make screenshots`."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.web.steps import ask, open_source, send

Scene = Callable[[Page, str], None]
FRYER = "The fryer shows E05, what now?"


def greeting(page: Page, site: str) -> None:
    page.goto(f"{site}/#/")
    page.reload()  # whatever was open before is closed
    expect(page.locator(".example").first).to_be_visible()


def answer(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, FRYER)


def source(page: Page, site: str) -> None:
    answer(page, site)
    open_source(page, 4)


def one_step(page: Page, site: str) -> None:
    answer(page, site)
    page.get_by_role("checkbox", name="Step 1 done").check()
    page.get_by_role("button", name="One at a time").click()
    expect(page.locator(".crop img")).to_be_visible()


def source_text(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, "How do I clean up an oil spill on the floor?")
    page.locator(".sources .card", has_text="Slips").click()
    expect(page.locator("#source .text")).to_be_visible()


def two_answers(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, "The fryer shows E05 and there is oil spilled on the floor")


def emergency(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, "The fryer is on fire!")


def question_back(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, "E05")


def approval(page: Page, site: str) -> None:
    greeting(page, site)
    send(page, "@records log the walk-in cooler at 38")
    expect(page.get_by_role("button", name="Allow", exact=True)).to_be_visible()


def not_found(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, "What is the wifi password of the moon base?")


def comment(page: Page, site: str) -> None:
    answer(page, site)
    page.get_by_role("button", name="Not helpful").click()
    expect(page.get_by_role("textbox", name="What was wrong or missing?")).to_be_focused()


def history(page: Page, site: str) -> None:
    greeting(page, site)
    menu = page.get_by_role("button", name="Menu")
    if menu.is_visible():
        menu.click()
    page.locator(".session").first.get_by_role("button", name="Options").click()


def search(page: Page, site: str) -> None:
    history(page, site)
    page.get_by_role("searchbox", name="Search your questions").fill("fryer")
    expect(page.locator(".hit").first).to_be_visible()


def documents(page: Page, site: str) -> None:
    page.goto(f"{site}/#/documents")
    expect(page.locator(".file").first).to_be_visible()


def report(page: Page, site: str) -> None:
    documents(page, site)
    page.locator(".file", has_text="FryMate 240").locator("a").click()
    expect(page.locator(".desk .table")).to_be_visible()


def specialists(page: Page, site: str) -> None:
    page.goto(f"{site}/#/specialists")
    page.get_by_role("textbox", name="A question to try").fill("oil on the floor")
    page.keyboard.press("Enter")
    expect(page.locator(".chance").first).to_be_visible()


def quality(page: Page, site: str) -> None:
    page.goto(f"{site}/#/quality")
    expect(page.locator(".panel").first).to_be_visible()


def missing(page: Page, site: str) -> None:
    page.goto(f"{site}/#/nowhere")
    expect(page.locator("#main .state")).to_be_visible()


SCENES: list[Scene] = [
    greeting,
    answer,
    source,
    one_step,
    source_text,
    two_answers,
    emergency,
    question_back,
    approval,
    not_found,
    comment,
    history,
    search,
    documents,
    report,
    specialists,
    quality,
    missing,
]
