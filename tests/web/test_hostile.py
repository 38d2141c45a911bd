"""What hostile names, titles, texts, answers, comments and addresses can do: nothing. In a real browser."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.web.steps import HOSTILE, ask


@pytest.mark.parametrize(
    "address",
    [f"/#/s/{HOSTILE}", f"/#/documents/{HOSTILE}", f"/#/{HOSTILE}", "/#/__proto__", "/#/s/%", "/#/constructor/x"],
)
def test_a_hostile_address_runs_nothing_and_is_answered_plainly(desktop: Page, site: str, address: str) -> None:
    desktop.goto(site + address)
    expect(desktop.locator("#main .state")).to_be_visible()
    assert desktop.evaluate("window.ran") is None


def test_a_hostile_question_is_shown_as_it_was_written(phone: Page, site: str) -> None:
    phone.goto(site)
    turn = ask(phone, f"fryer E05 {HOSTILE}")
    expect(turn.locator(".question")).to_contain_text(HOSTILE)
    assert phone.evaluate("window.ran") is None


def test_hostile_words_run_nothing_on_any_screen_that_shows_them(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, f"Who is {HOSTILE} of the moon?")
    turn = ask(desktop, f"The fryer shows E05 {HOSTILE}")
    answer = httpx.get(f"{site}/api/v1/turns/{(turn.get_attribute('id') or '')[5:]}").json()["turn"]
    comment = {"rating": "down", "comment": f"{HOSTILE} is wrong"}
    httpx.post(f"{site}/api/v1/turns/{answer['turn_id']}/feedback", json=comment).raise_for_status()
    httpx.patch(f"{site}/api/v1/sessions/{answer['session_id']}", json={"title": HOSTILE}).raise_for_status()

    desktop.reload()
    expect(desktop.get_by_role("link", name=HOSTILE).first).to_be_visible()
    desktop.get_by_role("searchbox").fill("onerror")
    expect(desktop.locator(".hit").first).to_contain_text("<img")
    desktop.goto(f"{site}/#/quality")
    expect(desktop.locator(".panel", has_text="Questions without an answer")).to_contain_text(f"Who is {HOSTILE}")
    expect(desktop.locator(".panel", has_text="Thumbs down").last).to_contain_text(f"{HOSTILE} is wrong")
    desktop.goto(f"{site}/#/documents/{answer['citations'][0]['document_id']}")
    expect(desktop.locator(".panel", has_text="Questions answered")).to_contain_text(HOSTILE)
    desktop.goto(f"{site}/#/specialists")
    desktop.get_by_role("textbox", name="A question to try").fill(HOSTILE)
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".chance").first).to_be_visible()
    assert desktop.evaluate("window.ran") is None
