"""History, documents, sign-in and what hostile text can do: in a real browser, against a running server."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from axe_playwright_python.sync_playwright import Axe  # pyright: ignore[reportMissingTypeStubs] - it has none
from playwright.sync_api import Browser, Page, expect

from tests.issuer import CLIENT, running_issuer
from tests.scripted_openai import Say, Script, Stall, scripted
from tests.web.conftest import DESKTOP, PHONE, serving, visiting
from tests.web.scenes import SCENES, Scene
from tests.web.steps import ask, open_source, send

FRYER = "The fryer shows E05, what now?"
HOSTILE = "<img src=x onerror=window.ran=1><script>window.ran=1</script>"


# --- history ----------------------------------------------------------------------------------------------------------


def test_a_session_is_found_renamed_and_deleted_with_a_way_back(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, "How do I descale the ice machine?")
    desktop.goto(f"{site}/#/")
    ask(desktop, FRYER)
    sessions = desktop.get_by_role("region", name="Your questions")
    row = sessions.locator(".session", has_text="descale the ice machine").first
    row.get_by_role("button", name="Options").click()
    row.get_by_role("button", name="Rename").click()
    sessions.get_by_role("textbox", name="Title").fill(f"Ice {HOSTILE}")
    desktop.keyboard.press("Enter")
    renamed = sessions.get_by_role("link", name=f"Ice {HOSTILE}")
    expect(renamed).to_be_visible()

    sessions.get_by_role("searchbox").fill("descaler trough")
    hit = sessions.locator(".hit").first
    expect(hit.locator("mark").first).to_have_text(re.compile("descaler|trough", re.IGNORECASE))
    hit.locator("a").click()
    expect(desktop.locator(".turn .question")).to_contain_text("descale the ice machine")

    sessions.get_by_role("searchbox").fill("")
    row = sessions.locator(".session", has_text="Ice <img").first
    row.get_by_role("button", name="Options").click()
    with desktop.expect_download() as saved:
        row.get_by_role("button", name="Save as text").click()
    assert "descale" in saved.value.path().read_text("utf-8")
    row.get_by_role("button", name="Delete").click()
    expect(renamed).to_have_count(0)
    desktop.get_by_role("button", name="Undo").click()
    expect(renamed).to_be_visible()
    assert desktop.evaluate("window.ran") is None


def test_done_steps_stay_done_when_the_page_is_loaded_again(phone: Page, site: str) -> None:
    phone.goto(site)
    turn = ask(phone, FRYER)
    expect(turn.locator(".steps .count")).to_have_text("0 of 9 done")
    order = turn.locator(".warning, .steps").evaluate_all("all => all.map((one) => one.className.split(' ')[0])")
    assert order == ["warning", "steps"], "the warning stands before the steps"
    turn.get_by_role("checkbox", name="Step 1 done").check()
    turn.get_by_role("button", name="One at a time").click()
    expect(turn.locator(".one")).to_contain_text("Keep everyone 3 ft")
    expect(turn.locator(".crop img")).to_be_visible()
    turn.get_by_role("button", name="Done, next").click()
    expect(turn.locator(".one")).to_contain_text("Check the oil level")
    phone.reload()
    expect(phone.locator(".steps .count")).to_have_text("2 of 9 done")
    expect(phone.get_by_role("checkbox", name="Step 2 done")).to_be_checked()


def test_a_thumb_and_a_comment_are_stored_with_the_turn(phone: Page, site: str) -> None:
    phone.goto(site)
    turn = ask(phone, FRYER)
    turn.get_by_role("button", name="Not helpful").click()
    turn.get_by_role("textbox", name="What was wrong or missing?").fill(f"{HOSTILE} too long")
    turn.get_by_role("button", name="Send").click()
    expect(phone.locator(".toast")).to_contain_text("Thank you")
    phone.reload()
    down = phone.get_by_role("button", name="Not helpful")
    expect(down).to_have_attribute("aria-pressed", "true")
    down.click()
    expect(phone.get_by_role("textbox", name="What was wrong or missing?")).to_have_value(f"{HOSTILE} too long")
    assert phone.evaluate("window.ran") is None


# --- documents --------------------------------------------------------------------------------------------------------


def test_a_document_is_sent_watched_asked_and_deleted(desktop: Page, site: str, tmp_path: Path) -> None:
    name = "<img src=x onerror=window.ran=1>.md"
    sent = tmp_path / name
    text = f"# Zamboni 9 {HOSTILE}\n\n## Care\n\nThe blade of the Zamboni 9 is changed every 40 hours.\n"
    sent.write_text(text, "utf-8")
    desktop.goto(f"{site}/#/documents")
    with desktop.expect_file_chooser() as chooser:
        desktop.get_by_role("button", name="Add files").click()
    chooser.value.set_files(sent)
    row = desktop.locator(".file", has_text="Zamboni 9")
    expect(row.locator(".badge")).to_have_text("Ready", timeout=30_000)
    desktop.goto(f"{site}/#/")
    turn = ask(desktop, "How often is the blade of the Zamboni 9 changed?")
    expect(turn.locator(".answer")).to_contain_text("every 40 hours")
    source = open_source(desktop, 1)
    expect(source.locator("mark").first).to_contain_text("every 40 hours")
    desktop.goto(f"{site}/#/documents")
    row.locator("a").click()
    expect(desktop.locator(".desk h2")).to_contain_text("Zamboni 9 <img")
    desktop.goto(f"{site}/#/documents")
    row.get_by_role("button", name="Delete").click()
    expect(row).not_to_be_visible()
    desktop.get_by_role("button", name="Undo").click()
    expect(row).to_be_visible()
    assert desktop.evaluate("window.ran") is None


def test_a_file_of_no_known_kind_is_refused_with_the_reason(desktop: Page, site: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 this is not one")
    desktop.goto(f"{site}/#/documents")
    with desktop.expect_file_chooser() as chooser:
        desktop.get_by_role("button", name="Add files").click()
    chooser.value.set_files(broken)
    expect(desktop.locator(".file", has_text="broken").locator(".badge")).to_have_text("Failed", timeout=30_000)
    expect(desktop.locator(".file", has_text="broken").locator(".reason")).not_to_be_empty()


# --- hostile addresses ------------------------------------------------------------------------------------------------


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


# --- log-in, and a language model that takes its time -----------------------------------------------------------------


@pytest.fixture(scope="module")
def guarded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Script]]:
    """The address of a server that wants a key, a key of the crew, and the script of its language model."""
    data = tmp_path_factory.mktemp("guarded") / "data"
    made = subprocess.run(
        [sys.executable, "-m", "app.cli", "--data", str(data), "keys", "create", "--role", "crew", "--name", "Line 1"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found = re.search(r"\bll\w*_\S+", made.stdout)
    assert found is not None, made.stdout
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
            yield address, found[0], script


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

        send(page, "@persona say hello")
        expect(page.locator(".turn")).to_contain_text("Good evening, crew.")
        page.get_by_role("button", name="Stop the answer").click()
        expect(page.locator(".turn .note")).to_contain_text("Stopped.")
        expect(page.locator(".turn")).to_contain_text("Good evening, crew.")
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(".turn .actions")).to_be_visible()
        expect(page.locator(".turn").last.locator(".answer")).to_contain_text(HOSTILE)
        assert page.evaluate("window.ran") is None

        page.get_by_role("button", name="Menu").click()
        expect(page.locator(".caller")).to_contain_text("Line 1")
        expect(page.get_by_role("link", name="Specialists")).to_have_count(0)
        page.get_by_role("button", name="Sign out").click()
        expect(field).to_be_visible()


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


# --- every screen -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_screen_has_a_serious_finding_of_axe(browser: Browser, site: str, size: tuple[int, int]) -> None:
    found: list[str] = []

    def check(page: Page, scene: Scene, scheme: Literal["light", "dark"], **options: Any) -> None:
        page.emulate_media(color_scheme=scheme)
        results = cast(Any, Axe()).run(page, **options).response
        for violation in results["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:200] for node in violation["nodes"][:2]]
                found.append(f"{scene.__name__}, {scheme}: {violation['id']}: {nodes}")

    with visiting(browser, size) as context:
        page = context.new_page()
        for scene in SCENES:
            scene(page, site)
            check(page, scene, "light")
            if size == PHONE:  # the colours of both sizes are the same
                check(page, scene, "dark", options={"runOnly": ["color-contrast"]})
    assert found == []


def test_the_shell_opens_without_a_network_and_keeps_the_draft(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto(site)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.get_by_role("textbox", name="Your question", exact=True).fill("How do I clean the")
        context.set_offline(True)
        page.reload()
        expect(page.get_by_text("You are offline")).to_be_visible()
        expect(page.get_by_role("textbox", name="Your question", exact=True)).to_have_value("How do I clean the")
    finally:
        context.close()


def test_the_first_load_asks_no_other_host_and_stays_within_its_budget(browser: Browser, site: str) -> None:
    with visiting(browser, PHONE) as context:
        page = context.new_page()
        hosts: set[str] = set()
        sizes: list[int] = []
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(site)
        expect(page.locator(".example").first).to_be_visible()
        page.wait_for_load_state("networkidle")
    assert hosts == {site.split("/")[2]}
    assert 20_000 < sum(sizes) < 150_000
