"""Every screen and state worth looking at: for the accessibility check, and for `make screenshots`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.web.steps import ask, open_source, send

Scene = Callable[[Page, str], None]
FRYER = "The fryer shows E05, what now?"


def show(scene: Scene, page: Page, site: str) -> None:
    """Shows a scene on a page that may show another one."""
    page.unroute_all(behavior="ignoreErrors")
    page.context.set_offline(False)
    scene(page, site)


def greeting(page: Page, site: str) -> None:
    page.goto(f"{site}/#/")
    page.reload()  # whatever was open before is closed
    expect(page.locator(".example").first).to_be_visible()


def asking(name: str, question: str) -> Scene:
    """The scene of that name, in which a question has its answer."""

    def scene(page: Page, site: str) -> None:
        greeting(page, site)
        ask(page, question)

    scene.__name__ = name
    return scene


answer = asking("answer", FRYER)
two_answers = asking("two_answers", "The fryer shows E05 and there is oil spilled on the floor")
emergency = asking("emergency", "The fryer is on fire!")
question_back = asking("question_back", "E05")
not_found = asking("not_found", "What is the wifi password of the moon base?")
closest = asking("closest", "can servers wear sneakers")


def answered(page: Page, site: str) -> None:
    """The answer again, as it is read out of the history; asked where the page shows another."""
    shown = page.locator(".turn .question")
    if shown.count() != 1 or FRYER not in shown.inner_text():
        answer(page, site)
    page.reload()
    expect(page.locator(".turn .actions")).to_be_visible()


def source(page: Page, site: str) -> None:
    answered(page, site)
    open_source(page, 4)


def one_step(page: Page, site: str) -> None:
    answered(page, site)
    page.get_by_role("checkbox", name="Step 1 done").check()
    page.get_by_role("button", name="One at a time").click()
    expect(page.locator(".crop img")).to_be_visible()


def source_text(page: Page, site: str) -> None:
    greeting(page, site)
    ask(page, "How do I clean up an oil spill on the floor?")
    page.locator(".sources .card", has_text="Slips").click()
    expect(page.locator("#source .text")).to_be_visible()


def approval(page: Page, site: str) -> None:
    greeting(page, site)
    send(page, "@records log the walk-in cooler at 38")
    expect(page.get_by_role("button", name="Allow", exact=True)).to_be_visible()


def comment(page: Page, site: str) -> None:
    answered(page, site)
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
    expect(page.locator(".confusion").first).to_be_visible()


def missing(page: Page, site: str) -> None:
    page.goto(f"{site}/#/nowhere")
    expect(page.locator("#main .state")).to_be_visible()


# --- states that a running server is seldom in: what it would answer is said for it -----------------------------------


def _answered_with(page: Page, path: str, status: int, body: dict[str, Any]) -> None:
    page.route(f"**{path}", lambda route: route.fulfill(status=status, body=json.dumps(body)))


def sign_in(page: Page, site: str) -> None:
    _answered_with(page, "/api/v1/me", 401, {"code": "login_needed", "detail": "This needs a key."})
    _answered_with(page, "/api/v1/sign-in", 200, {"required": True, "oidc": True})
    page.goto(f"{site}/#/")
    page.reload()
    expect(page.get_by_role("link", name="Sign in with your account")).to_be_visible()


def offline(page: Page, site: str) -> None:
    greeting(page, site)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_be_visible()


def no_permission(page: Page, site: str) -> None:
    greeting(page, site)
    _answered_with(page, "/api/v1/quality?*", 403, {"code": "forbidden", "detail": "This needs the role manager."})
    page.goto(f"{site}/#/quality")
    expect(page.get_by_role("alert")).to_contain_text("Ask a manager")


def failure(page: Page, site: str) -> None:
    greeting(page, site)
    _answered_with(page, "/api/v1/documents", 500, {"code": "internal_error", "detail": "Something went wrong here."})
    page.goto(f"{site}/#/documents")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong")


def empty_documents(page: Page, site: str) -> None:
    greeting(page, site)
    _answered_with(page, "/api/v1/documents", 200, {"documents": []})
    page.goto(f"{site}/#/documents")
    expect(page.get_by_text("No documents yet")).to_be_visible()


def empty_reports(page: Page, site: str) -> None:
    greeting(page, site)
    _answered_with(page, "/api/v1/quality/evaluations", 200, {"evaluations": []})
    page.goto(f"{site}/#/quality")
    page.locator(".command").scroll_into_view_if_needed()
    expect(page.locator(".command")).to_have_text("linelead eval")


def loading(page: Page, site: str) -> None:
    greeting(page, site)
    page.route("**/api/v1/documents", lambda _: None)
    page.goto(f"{site}/#/documents")
    expect(page.locator(".loading")).to_be_visible()


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
    closest,
    comment,
    history,
    search,
    documents,
    report,
    specialists,
    quality,
    missing,
    sign_in,
    offline,
    no_permission,
    failure,
    empty_documents,
    empty_reports,
    loading,
]
