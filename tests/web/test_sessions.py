"""A session on several devices, over restarts, and a long one: in a real browser, against a running server."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.scripted_openai import Say, Script, Stall, scripted
from tests.web.conftest import DESKTOP, PHONE, serving, visiting
from tests.web.steps import ask, send

FRYER = "The fryer shows E05, what now?"
BEGUN = "Good evening, crew."
STALLED = f"{BEGUN} And then"
REST = f"{STALLED} we clean the line."


@pytest.fixture(scope="module")
def slow(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str], Script]]:
    """A data folder, and the settings of a language model that takes its time in the middle of a sentence."""
    data = tmp_path_factory.mktemp("slow") / "data"
    shutil.copytree(sample_data, data)
    with scripted(
        [Say("Hello."), Stall(30, after=STALLED), Say("Hello."), Stall(30, after=STALLED), Say(REST)]
    ) as script:
        settings = {
            "LINELEAD_MODEL": "openai-chat:scripted",
            "OPENAI_BASE_URL": script.url,
            "OPENAI_API_KEY": "none",
        }
        yield data, settings, script


def test_two_devices_see_each_turn_as_it_streams_and_either_stops_it(
    browser: Browser, slow: tuple[Path, dict[str, str], Script]
) -> None:
    data, settings, _ = slow
    with serving(data, settings) as site, visiting(browser, DESKTOP) as one, visiting(browser, PHONE) as other:
        desktop, phone = one.new_page(), other.new_page()
        desktop.goto(site)
        ask(desktop, "@persona say hello")
        phone.goto(desktop.url)
        expect(phone.locator(".turn .actions")).to_have_count(1)
        requests: list[str] = []
        phone.on("request", lambda request: requests.append(request.url))

        send(desktop, "@persona say good evening")
        expect(phone.locator(".turn").last).to_contain_text(BEGUN)
        assert "/events" not in " ".join(requests), "it comes over the socket that was open"
        phone.get_by_role("button", name="Stop the answer").click()
        for page in (desktop, phone):
            expect(page.locator(".turn").last.locator(".note")).to_contain_text("Stopped.")
            expect(page.locator(".turn")).to_have_count(2)
        assert phone.locator(".blocks").all_inner_texts() == desktop.locator(".blocks").all_inner_texts()


def test_a_server_killed_in_mid_answer_and_started_again_costs_no_word_and_doubles_none(
    browser: Browser, slow: tuple[Path, dict[str, str], Script]
) -> None:
    data, settings, _ = slow
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with visiting(browser, DESKTOP) as one, visiting(browser, PHONE) as other:
        desktop, phone = one.new_page(), other.new_page()
        with serving(data, settings, port=port) as site:
            desktop.goto(site)
            ask(desktop, "@persona say hello")
            phone.goto(desktop.url)
            expect(phone.locator(".turn .actions")).to_have_count(1)
            send(desktop, "@persona say good evening")
            for page in (desktop, phone):
                expect(page.locator(".turn").last).to_contain_text(BEGUN)
        for page in (desktop, phone):
            expect(page.locator(".turn").last.locator(".status")).to_contain_text("Connection lost")
        with serving(data, settings, port=port):
            for page in (desktop, phone):
                expect(page.locator(".turn").last.locator(".note")).to_contain_text(
                    "The program stopped", timeout=20_000
                )
                expect(page.locator(".turn").last.locator(".blocks")).to_have_text(BEGUN)
                expect(page.locator(".turn")).to_have_count(2)
            phone.get_by_role("button", name="Ask again").click()
            for page in (desktop, phone):
                expect(page.locator(".turn .actions")).to_have_count(2)
                assert page.locator(".turn").last.locator(".answer").inner_text() == REST
                expect(page.locator(".turn")).to_have_count(3)


# --- a long session ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def long(site: str) -> str:
    """The id of a session of 150 questions, asked over HTTP."""
    session: dict[str, str] = {}
    with httpx.Client(base_url=site, timeout=30) as http:
        for number in range(150):
            asked = {"message": "How hot must chicken be?" if number % 10 == 0 else "hi", **session}
            session = {"session_id": http.post("/api/v1/chat", json=asked).json()["session_id"]}
    return session["session_id"]


def test_a_long_session_opens_at_its_end_and_shows_the_rest_as_it_is_scrolled_to(
    phone: Page, site: str, long: str
) -> None:
    phone.goto(f"{site}/#/s/{long}")
    expect(phone.locator(".turn .actions")).to_have_count(20)
    expect(phone.locator(".turn").last.locator(".question")).to_be_in_viewport()
    nodes = phone.evaluate("document.querySelectorAll('*').length")
    assert nodes < 3_000, "no more than a page of it is there"

    seen = phone.locator(".turn").first
    seen.scroll_into_view_if_needed()
    seen_id = seen.get_attribute("id")
    expect(phone.locator(".turn .actions")).to_have_count(40)
    expect(phone.locator(f"#{seen_id} .question")).to_be_in_viewport()


def test_scrolling_through_a_long_session_moves_nothing_but_what_is_scrolled(
    desktop: Page, site: str, long: str
) -> None:
    first = httpx.get(f"{site}/api/v1/sessions/{long}/messages?limit=1").json()["messages"][0]["turn_id"]
    desktop.goto(f"{site}/#/s/{long}/{first}")
    expect(desktop.locator(f"#turn-{first} .question")).to_be_in_viewport()
    expect(desktop.locator(".turn")).to_have_count(150)
    frames = desktop.evaluate(SCROLLED)
    assert frames["jumps"] == 0
    assert frames["drawn"] < 0.4 * 150, "what is far away is not laid out"


SCROLLED = """async () => {
    const main = document.getElementById("main");
    const turns = [...document.querySelectorAll(".turn")];
    const frame = () => new Promise(requestAnimationFrame);
    let jumps = 0;
    let drawn = 0;
    for (let step = 0; step < 60; step += 1) {
        const shown = turns.find((turn) => turn.getBoundingClientRect().top > 100);
        const before = shown.getBoundingClientRect().top;
        const from = main.scrollTop;
        main.scrollTop += 300;
        await frame();
        await frame();
        const moved = before - shown.getBoundingClientRect().top;
        if (main.scrollTop > from && Math.abs(moved - 300) > 4) jumps += 1;
        const isDrawn = (turn) => turn.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
        drawn = Math.max(drawn, turns.filter(isDrawn).length);
    }
    return { jumps, drawn };
}"""
