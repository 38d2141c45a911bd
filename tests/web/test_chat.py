"""The web app as people use it: in a real browser, against a running server."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.conftest import DESKTOP, PHONE, visiting
from tests.web.steps import ask, open_source, send

FRYER = "The fryer shows E05, what now?"


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with visiting(browser, request.param) as context:
        yield context.new_page()


def test_an_example_is_answered_by_a_named_specialist_and_its_source_opens(page: Page, site: str) -> None:
    page.goto(site)
    expect(page.locator(".example")).to_have_count(4)
    page.locator(".example").first.click()
    turn = page.locator(".turn")
    expect(turn.locator(".who strong")).to_have_text("Equipment")
    expect(turn.locator(".answer .chip").first).to_be_visible()
    expect(turn.locator(".sources .card").first).to_contain_text("FryMate 240 Gas Fryer")
    turn.get_by_text("Why").click()
    expect(turn.locator(".why p")).to_contain_text("like “")
    source = open_source(page, 4)
    expect(source.locator("h2")).to_have_text("FryMate 240 Gas Fryer")
    expect(source.locator(".quoted")).to_contain_text("Keep everyone 3 ft (0.9 m) away")
    expect(source).to_contain_text("Page 13 of")
    source.get_by_role("button", name="Next source").click()
    expect(source.locator(".quoted")).to_contain_text("Check the oil level")
    source.get_by_role("button", name="Next page").click()
    expect(source).to_contain_text("Page 14 of")
    page.keyboard.press("Escape")
    expect(source).not_to_be_visible()


def test_the_marks_on_the_shown_picture_lie_over_the_quoted_words(desktop: Page, site: str) -> None:
    desktop.goto(site)
    turn_id = (ask(desktop, FRYER).get_attribute("id") or "").removeprefix("turn-")
    citation = httpx.get(f"{site}/api/v1/turns/{turn_id}").json()["turn"]["citations"][3]
    source = open_source(desktop, citation["marker"])
    shown = source.locator(".zoom img").evaluate(AS_SHOWN)
    picture = Image.open(io.BytesIO(b64decode(shown.partition(",")[2]))).convert("RGB")
    boxes = [[round(1.5 * box[side]) for side in ("x0", "y0", "x1", "y1")] for box in citation["boxes"]]
    for x0, y0, x1, y1 in boxes:
        colours = [picture.getpixel((x, y)) for x in range(x0 + 2, x1 - 2, 3) for y in range(y0 + 2, y1 - 2, 2)]
        yellow = [pixel for pixel in colours if is_yellow(pixel)]
        assert len(yellow) > len(colours) / 2
        assert len(yellow) < len(colours), "words stand in the mark"
    marked = sum(is_yellow(pixel) for pixel in picture.get_flattened_data())
    assert marked < 1.3 * sum((x1 - x0 + 6) * (y1 - y0 + 6) for x0, y0, x1, y1 in boxes), "nothing else is marked"
    # the first of the boxes is in view
    frame, image = source.locator(".zoom").bounding_box(), source.locator(".zoom img").bounding_box()
    assert frame and image
    top = image["y"] + boxes[0][1] / picture.height * image["height"]
    assert frame["y"] <= top <= frame["y"] + frame["height"]


AS_SHOWN = """(image) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/png");
}"""


def is_yellow(pixel: Any) -> bool:
    red, green, blue = pixel
    return red > 220 and green > 180 and blue < 210 and red - blue > 50


def test_the_marked_line_stays_in_sight_when_its_page_is_zoomed_by_the_buttons(phone: Page, site: str) -> None:
    phone.goto(site)
    turn = ask(phone, FRYER)
    cited = httpx.get(f"{site}/api/v1/turns/{(turn.get_attribute('id') or '')[5:]}").json()["turn"]["citations"][3]
    source = open_source(phone, 4)
    image = source.locator(".zoom img")
    expect(image).not_to_have_attribute("style", "width: 100%;")
    for name in ["Zoom in"] * 4 + ["Zoom out"] * 6:
        source.get_by_role("button", name=name).click()
        top = image.evaluate(
            "(one, y) => one.getBoundingClientRect().top - one.parentElement.getBoundingClientRect().top"
            " + (y * 1.5 * one.clientHeight) / one.naturalHeight",
            cited["boxes"][0]["y0"],
        )
        assert 0 <= top <= source.locator(".zoom").evaluate("(one) => one.clientHeight")


def test_an_emergency_starts_with_the_call_for_help(page: Page, site: str) -> None:
    page.goto(site)
    turn = ask(page, "The fryer is on fire!")
    expect(turn.locator(".answer > *").first).to_contain_text("Call 911 now.")
    expect(turn.get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")
    expect(turn.get_by_role("link", name="Call 911")).to_be_in_viewport()
    size = turn.locator(".call strong").evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    assert size >= 32


def test_what_the_documents_do_not_say_is_said_with_the_nearest_pages(page: Page, site: str) -> None:
    page.goto(site)
    turn = ask(page, "What is the wifi password of the moon base?")
    expect(turn).to_contain_text("Not in your documents")
    turn.locator(".nearest .card").nth(1).click()
    expect(page.get_by_role("dialog", name="Source").locator(".zoom img, .text")).to_be_visible()


def test_what_comes_closest_is_shown_as_no_clear_answer_and_opens_its_source(page: Page, site: str) -> None:
    page.goto(site)
    turn = ask(page, "can servers wear sneakers")
    expect(turn).to_contain_text("Not clearly in your documents")
    expect(turn.locator(".answer")).to_contain_text("Slip-resistant closed shoes, apron, tied hair")
    turn.locator(".answer button").first.click()
    expect(page.get_by_role("dialog", name="Source").locator("mark").first).to_contain_text("Slip-resistant closed")


def test_a_question_back_is_answered_by_a_tap(phone: Page, site: str) -> None:
    phone.goto(site)
    ask(phone, "E05").get_by_role("button", name="FryMate 240 Gas Fryer", exact=True).click()
    expect(phone.locator(".turn")).to_have_count(2)
    expect(phone.locator(".turn").last.locator(".answer")).to_contain_text("High-limit")


def test_two_needs_are_answered_under_two_headings(desktop: Page, site: str) -> None:
    desktop.goto(site)
    turn = ask(desktop, "The fryer shows E05 and there is oil spilled on the floor")
    expect(turn.locator(".answer > h3")).to_have_text(["Equipment", "Safety"])


@pytest.mark.parametrize("whole_events", [1, 2, 6, 40])
def test_a_dropped_answer_goes_on_without_a_lost_or_doubled_word(desktop: Page, site: str, whole_events: int) -> None:
    desktop.goto(site)
    plain = ask(desktop, FRYER).locator(".answer").inner_text()

    def cut(route: Route) -> None:
        response = route.fetch()
        events = response.text().split("\n\n")
        assert len(events) > whole_events + 1
        # the connection ends in the middle of an event
        route.fulfill(response=response, body="\n\n".join([*events[:whole_events], events[whole_events][:20]]))

    desktop.goto(f"{site}/#/")
    desktop.route("**/api/v1/chat", cut)
    with desktop.expect_request(re.compile(rf"/api/v1/turns/\w+/events\?after={whole_events}$")):
        turn = ask(desktop, FRYER)
    assert turn.locator(".answer").inner_text() == plain
    expect(desktop.locator(".turn")).to_have_count(1)


def test_a_question_sent_without_a_network_is_answered_once_when_it_is_back(phone: Page, site: str) -> None:
    phone.goto(site)
    expect(phone.locator(".example")).to_have_count(4)
    phone.context.set_offline(True)
    send(phone, FRYER)
    expect(phone.locator(".turn .status")).to_contain_text("Connection lost")
    expect(phone.locator("#offline")).to_be_visible()
    phone.context.set_offline(False)
    expect(phone.locator(".turn .actions")).to_be_visible()
    expect(phone.locator("#offline")).not_to_be_visible()
    expect(phone.locator(".turn")).to_have_count(1)


def test_a_question_that_no_turn_began_for_can_be_stopped_left_and_loaded_anew(phone: Page, site: str) -> None:
    phone.route("**/api/v1/chat", lambda route: None)  # which never answers
    phone.goto(f"{site}/#/")
    box = phone.get_by_role("textbox", name="Your question", exact=True)
    stop = phone.get_by_role("button", name="Stop the answer")
    new = phone.locator("#bar").get_by_role("link", name="New question")
    for way_back in (stop.click, new.click, phone.reload):
        expect(phone.locator(".example")).to_have_count(4)
        send(phone, FRYER)
        expect(phone.locator(".turn")).to_have_count(1)
        expect(box).to_have_value("")
        way_back()
        expect(box).to_have_value(FRYER)
        expect(phone.locator(".turn")).to_have_count(0)
        expect(stop).not_to_be_visible()
    phone.unroute_all()
    ask(phone, FRYER)
    phone.reload()
    expect(phone.locator(".turn .actions")).to_be_visible()
    expect(box).to_have_value("")
    new.click()
    expect(phone.locator(".example")).to_have_count(4)
    expect(box).to_have_value("")


def test_a_long_question_shows_its_beginning_and_one_that_is_too_long_is_not_sent(phone: Page, site: str) -> None:
    phone.goto(site)
    box = phone.get_by_role("textbox", name="Your question", exact=True)
    box.fill("a" * 8_001)
    expect(box).to_have_js_property("value", "a" * 8_001)
    expect(box).to_have_accessible_description("1 character too long to be sent")
    expect(phone.get_by_role("button", name="Send")).to_be_disabled()
    box.press("Enter")
    expect(phone.locator(".turn")).to_have_count(0)
    turn = ask(phone, "How hot must chicken be? " * 80)
    height = "(one) => one.clientHeight"
    short = turn.locator(".question").evaluate(height)
    assert short < 200
    turn.get_by_role("button", name="Show all").click()
    assert turn.locator(".question").evaluate(height) > 3 * short
    expect(turn.get_by_role("button", name="Show less")).to_be_focused()


def test_a_screen_that_comes_late_does_not_cover_the_one_that_was_opened_since(phone: Page, site: str) -> None:
    held: list[Route] = []
    phone.route("**/api/v1/documents", lambda route: held.append(route))
    with phone.expect_request("**/api/v1/documents"):
        phone.goto(f"{site}/#/documents")
    phone.get_by_role("link", name="New question").last.click()
    box = phone.get_by_role("textbox", name="Your question", exact=True)
    expect(box).to_be_visible()
    with phone.expect_response("**/api/v1/documents"):
        held[0].continue_()
    phone.wait_for_timeout(200)
    expect(box).to_be_visible()


def test_back_closes_what_lies_over_the_conversation_of_a_phone_and_then_leaves_it(phone: Page, site: str) -> None:
    phone.goto(f"{site}/#/documents")
    phone.get_by_role("link", name="New question").last.click()
    ask(phone, FRYER)
    conversation = phone.url
    for close in (phone.go_back, phone.get_by_role("button", name="Close").click):
        source = open_source(phone, 4)
        close()
        expect(source).to_be_hidden()
        phone.get_by_role("button", name="Menu").click()
        expect(phone.locator("#side")).to_be_visible()
        close()
        expect(phone.locator("#side")).to_be_hidden()
        assert phone.url == conversation
    phone.get_by_role("button", name="Menu").click()
    phone.locator("#side").get_by_role("link", name="Quality").click()
    expect(phone.locator("#title")).to_have_text("Quality")
    phone.go_back()
    expect(phone.locator(".turn .question")).to_be_visible()
    phone.go_back()
    expect(phone.locator("#title")).to_have_text("Documents")


def test_a_draft_is_there_again_after_loading_anew(phone: Page, site: str) -> None:
    phone.goto(site)
    box = phone.get_by_role("textbox", name="Your question", exact=True)
    box.fill("How do I clean the")
    phone.reload()
    expect(box).to_have_value("How do I clean the")


def test_what_a_tool_wants_to_do_is_allowed_or_refused_on_a_card(phone: Page, site: str) -> None:
    phone.goto(site)
    send(phone, "@records log the walk-in cooler at 38")
    card = phone.locator(".approval")
    expect(card).to_contain_text("Log 38 °F for the walk-in cooler")
    phone.reload()
    card.get_by_role("textbox").fill("it was 41")
    card.get_by_role("button", name="Refuse").click()
    expect(card).to_contain_text("Refused by local user: it was 41")
    expect(phone.locator(".turn .actions")).to_be_visible()
    phone.reload()
    expect(card).to_contain_text("Refused by local user: it was 41")
    expect(phone.locator(".turn")).to_have_count(1)


def test_what_a_stopped_turn_wanted_to_do_can_be_allowed_no_more(phone: Page, site: str) -> None:
    phone.goto(site)
    send(phone, "@records log the walk-in cooler at 38")
    card = phone.locator(".approval")
    expect(card.get_by_role("button", name="Allow")).to_be_visible()
    phone.get_by_role("button", name="Stop the answer").click()
    for _ in range(2):
        expect(phone.locator(".turn .note")).to_contain_text("Stopped.")
        expect(card).to_contain_text("Log 38 °F for the walk-in cooler")
        expect(card.get_by_role("status")).to_have_text("Stopped.")
        expect(card.get_by_role("button")).to_have_count(0)
        phone.reload()


def test_everything_can_be_reached_by_keyboard(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, FRYER)
    desktop.locator(".answer .chip").first.focus()
    desktop.keyboard.press("Enter")
    source = desktop.get_by_role("dialog", name="Source")
    expect(source.locator(".zoom img")).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(source).not_to_be_visible()
    expect(desktop.locator(".answer .chip").first).to_be_focused()


def test_the_tab_key_reaches_everything_that_can_be_used_and_is_caught_nowhere(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, FRYER)
    open_source(desktop, 4)
    usable = desktop.evaluate(USABLE)
    assert usable > 30
    desktop.evaluate("document.activeElement.blur()")
    reached: set[int] = set()
    for _ in range(usable + 5):
        desktop.keyboard.press("Tab")
        reached.add(desktop.evaluate("Number(document.activeElement.dataset.tried ?? -1)"))
    assert set(range(usable)) - reached == set()


USABLE = """() => {
    const kinds = "a[href], button:not(:disabled), input:not([tabindex='-1']), textarea, summary, [tabindex='0']";
    const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
    const all = [...document.querySelectorAll(kinds)].filter(isSeen);
    all.forEach((one, number) => (one.dataset.tried = number));
    return all.length;
}"""


def test_the_call_for_help_waits_for_no_second_request_and_is_announced_at_once(phone: Page, site: str) -> None:
    phone.route("**/api/v1/markdown", lambda route: None)  # which never answers
    phone.goto(site)
    ask(phone, "The fryer is on fire!")
    expect(phone.get_by_role("link", name=re.compile("911"))).to_be_visible()
    expect(phone.locator(".turn.emergency .answer")).not_to_contain_text("**")
    expect(phone.locator(".turn.emergency h3").first).to_have_text("Grease fire")
    expect(phone.locator("#urgent p")).to_have_text(["Call 911 now. Get people out of danger first."])


def test_an_answer_that_the_server_does_not_render_keeps_its_shape_and_its_sources(desktop: Page, site: str) -> None:
    desktop.route("**/api/v1/markdown", lambda route: route.abort())
    desktop.goto(site)
    ask(desktop, FRYER)
    expect(desktop.locator(".answer .chip").first).to_be_visible()
    expect(desktop.locator(".answer")).not_to_contain_text("**")


def test_the_quoted_row_of_a_document_without_pages_is_seen_in_its_table(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, "when to lift with two people")
    open_source(desktop, 1)
    row = desktop.locator("#source tr.is-marked")
    expect(row).to_be_in_viewport()
    assert desktop.locator("#source .table").first.evaluate("table => table.clientHeight") > 60


def test_a_source_stays_in_sight_when_a_tablet_is_turned(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, FRYER)
    open_source(desktop, 4)
    for width, height, is_sheet in ((768, 1024, True), (1280, 800, False)):
        desktop.set_viewport_size({"width": width, "height": height})
        expect(desktop.locator("#source h2")).to_be_in_viewport()
        assert desktop.evaluate("document.getElementById('source').matches(':modal')") is is_sheet


def test_an_answer_is_announced_sentence_by_sentence(desktop: Page, site: str) -> None:
    desktop.goto(site)
    ask(desktop, FRYER)
    said = desktop.locator("#said p").all_inner_texts()
    assert len(said) > 2
    assert not re.search(r"\[\d+\]|\*\*", " ".join(said))
