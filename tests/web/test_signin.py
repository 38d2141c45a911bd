"""Signing in and out, and a language model that takes its time: in a real browser, against a guarded server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.auth.keys import Keys
from app.database import open_database
from tests.issuer import CLIENT, running_issuer
from tests.scripted_openai import Say, Script, Stall, scripted
from tests.web.conftest import DESKTOP, PHONE, serving, visiting
from tests.web.steps import HOSTILE, send


@pytest.fixture(scope="module")
def guarded(
    browser: Browser, fitted: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str, Script]]:
    """The address of a server that wants a key, a key of the crew, and the script of its language model."""
    data = tmp_path_factory.mktemp("guarded") / "data"
    shutil.copytree(fitted, data / "router")
    database = open_database(data / "sessions.sqlite")
    _, key = Keys(database).create("Line 1", "crew", workspace="default", created_by="local")
    database.close()
    hostile = f"Good evening! {HOSTILE} [tap](javascript:window.ran=1)"
    script_of = [Stall(30, after="Good evening, crew. And then"), Say(hostile)]
    with scripted(script_of) as script, running_issuer() as issuer:
        settings = {
            "LINELEAD_AUTH": "required",
            "LINELEAD_OIDC_ISSUER": issuer.address,
            "LINELEAD_OIDC_AUDIENCE": "linelead",
            "LINELEAD_OIDC_CLIENT": CLIENT,
            "LINELEAD_MODEL": "openai-chat:scripted",
            "OPENAI_BASE_URL": script.url,
            "OPENAI_API_KEY": "none",
        }
        with serving(data, settings) as address:
            yield address, key, script


def test_a_key_is_asked_for_and_an_answer_can_be_stopped_and_asked_again(
    browser: Browser, guarded: tuple[str, str, Script]
) -> None:
    address, key, _ = guarded
    with visiting(browser, PHONE) as context:
        page = context.new_page()
        page.goto(address)
        field = page.get_by_label("Key", exact=True)
        field.fill("ll_wrong")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("This key is not right")
        field.fill(key)
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator(".example").first).to_be_visible()

        with page.expect_websocket() as opened:
            send(page, "@persona say hello")
        expect(page.locator(".turn")).to_contain_text("Good evening, crew.")
        page.get_by_role("button", name="Stop the answer").click()
        expect(page.locator(".turn .note")).to_contain_text("Stopped.")
        expect(page.locator(".turn")).to_contain_text("Good evening, crew.")
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(".turn .actions")).to_be_visible()
        expect(page.locator(".turn").last.locator(".answer")).to_contain_text(HOSTILE)
        assert page.evaluate("window.ran") is None
        assert not opened.value.is_closed(), "the socket was opened with the key"

        page.get_by_role("button", name="Menu").click()
        expect(page.locator(".caller")).to_contain_text("Line 1")
        expect(page.get_by_role("link", name="Specialists")).to_have_count(0)
        page.get_by_role("button", name="Sign out").click()
        expect(field).to_be_visible()


@pytest.mark.parametrize("wrong", ["ll_wrong", "ll_ключ"])
def test_a_wrong_key_is_called_wrong_and_not_kept_whatever_letters_it_has(
    browser: Browser, guarded: tuple[str, str, Script], wrong: str
) -> None:
    address, _, _ = guarded
    with visiting(browser, PHONE) as context:
        page = context.new_page()
        page.goto(address)
        field = page.get_by_label("Key", exact=True)
        expect(field).not_to_have_attribute("aria-invalid", "true")
        field.fill(wrong)
        page.get_by_label("Stay signed in").check()
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("This key is not right")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile("This key is not right.*A key is a long word"))
        assert page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)].join()") == ""


def test_an_account_of_the_issuer_signs_in_and_out_and_the_token_stays_in_the_tab(
    browser: Browser, guarded: tuple[str, str, Script]
) -> None:
    address, _, _ = guarded
    with visiting(browser, DESKTOP) as context:
        page = context.new_page()
        page.goto(f"{address}/#/documents")
        page.get_by_role("link", name="Sign in with your account").click()
        expect(page.locator(".caller")).to_contain_text("Ann")
        expect(page.locator("#title")).to_have_text("Documents")
        assert page.url == f"{address}/#/documents", "the code is gone from the address"
        assert page.evaluate("Object.keys(localStorage)") == []
        assert context.cookies() == []
        other = context.new_page()
        other.goto(address)
        expect(other.get_by_label("Key", exact=True)).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("link", name="Sign in with your account")).to_be_visible()
        page.goto(f"{address}/?code=made-up&state={HOSTILE}")
        expect(page.get_by_role("alert")).to_contain_text("not begun in this browser")
        assert page.evaluate("window.ran") is None
