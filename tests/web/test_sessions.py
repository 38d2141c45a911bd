"""A session on several devices, over restarts, and a long one: in a real browser, against a running server."""

from __future__ import annotations

import re
import shutil
import socket
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.scripted_openai import Say, Stall, scripted
from tests.web.conftest import DESKTOP, PHONE, serving, visiting
from tests.web.steps import ask, send

FRYER = "The fryer shows E05, what now?"
BEGUN = "Good evening, crew."
STALLED = f"{BEGUN} And then"
REST = f"{STALLED} we clean the line."


def test_two_devices_see_each_turn_as_it_streams_and_lose_no_word_when_the_server_is_killed(
    browser: Browser, sample_data: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(sample_data, tmp_path / "data")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    script_of = [Say("Hello."), Stall(30, after=STALLED), Stall(30, after=STALLED), Say(REST)]
    with (
        scripted(script_of) as script,
        visiting(browser, DESKTOP) as one,
        visiting(browser, PHONE) as other,
    ):
        desktop, phone = one.new_page(), other.new_page()
        settings = {
            "LINELEAD_MODEL": "openai-chat:scripted",
            "OPENAI_BASE_URL": script.url,
            "OPENAI_API_KEY": "none",
        }
        with serving(data, settings, port=port) as site:
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
                expect(page.locator(".turn").last.locator(".blocks")).to_have_text(BEGUN)
            send(desktop, "@persona say good evening again")
            for page in (desktop, phone):
                expect(page.locator(".turn").last).to_contain_text(BEGUN)
                expect(page.locator(".turn")).to_have_count(3)
        for page in (desktop, phone):  # the server was killed
            expect(page.locator(".turn").last.locator(".status")).to_contain_text("Connection lost")
        with serving(data, settings, port=port):
            for page in (desktop, phone):
                turn = page.locator(".turn").last
                expect(turn.locator(".note")).to_contain_text("The program stopped", timeout=20_000)
                expect(turn.locator(".blocks")).to_have_text(BEGUN)
                expect(page.locator(".turn")).to_have_count(3)
            phone.get_by_role("button", name="Ask again").last.click()
            for page in (desktop, phone):
                expect(page.locator(".turn .actions")).to_have_count(2)
                expect(page.locator(".turn").last.locator(".answer")).to_have_text(REST)
                expect(page.locator(".turn")).to_have_count(4)


def test_what_was_asked_elsewhere_while_a_phone_slept_is_there_once_when_it_wakes(phone: Page, site: str) -> None:
    sockets: list[WebSocketRoute] = []

    def pass_on(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    def ask_elsewhere(question: str) -> None:
        asked = {"message": question, "session_id": phone.url.rpartition("/")[2]}
        httpx.post(f"{site}/api/v1/chat", json=asked, timeout=30).raise_for_status()

    phone.route_web_socket(re.compile("/ws"), pass_on)
    phone.goto(site)
    ask(phone, "How hot must chicken be?")
    ask_elsewhere("The fryer shows E05, what now?")
    expect(phone.locator(".turn .actions")).to_have_count(2)
    sockets[-1].close(code=4000)
    ask_elsewhere("How do I filter the fryer oil?")
    expect(phone.locator(".turn .actions")).to_have_count(3)
    assert re.search(r"\?after=\d+$", sockets[-1].url), "it goes on after the last event that came"
    expect(phone.locator(".turn .question")).to_contain_text(["chicken", "E05", "filter"])


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
    seen.locator(".question").scroll_into_view_if_needed()
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
