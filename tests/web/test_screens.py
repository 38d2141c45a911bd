"""History, and every screen as the accessibility check sees it: in a real browser, against a running server."""

from __future__ import annotations

import re
from typing import Any, Literal, cast

import pytest
from axe_playwright_python.sync_playwright import Axe  # pyright: ignore[reportMissingTypeStubs] - it has none
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import DESKTOP, PHONE, visiting
from tests.web.scenes import (
    SCENES,
    Scene,
    answered,
    approval,
    documents,
    emergency,
    greeting,
    history,
    one_step,
    quality,
    report,
    show,
    sign_in,
    source,
    specialists,
)
from tests.web.steps import HOSTILE, ask, open_source

FRYER = "The fryer shows E05, what now?"


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


def test_questions_that_begin_alike_are_told_apart_by_their_end_and_time(desktop: Page, site: str) -> None:
    begin = "How do I clean the stainless steel counter behind the "
    for end in ("grill", "fryer"):
        desktop.goto(f"{site}/#/")
        desktop.reload()
        ask(desktop, begin + end)
    for end in ("grill", "fryer"):
        link = desktop.locator(".session").get_by_role("link", name=re.compile(rf"{begin}{end}\s*\d\d:\d\d"))
        expect(link).to_have_attribute("title", begin + end)


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


# --- every screen -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_screen_has_a_serious_finding_of_axe(browser: Browser, site: str, size: tuple[int, int]) -> None:
    found: list[str] = []

    def check(page: Page, scene: Scene, scheme: Literal["light", "dark"], **which: Any) -> None:
        page.emulate_media(color_scheme=scheme)
        results = cast(Any, Axe()).run(page, options={"resultTypes": ["violations"], **which}).response
        for violation in results["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:200] for node in violation["nodes"][:2]]
                found.append(f"{scene.__name__}, {scheme}: {violation['id']}: {nodes}")

    with visiting(browser, size) as context:
        page = context.new_page()
        for scene in SCENES:
            show(scene, page, site)
            check(page, scene, "light")
            if size == PHONE:  # the colours of both sizes are the same
                check(page, scene, "dark", runOnly=["color-contrast"])
    assert found == []


def test_links_and_buttons_for_managers_are_large_enough_for_a_thumb(phone: Page, site: str) -> None:
    for scene in (report, documents, quality):
        show(scene, phone, site)
        assert phone.evaluate(SMALL) == []


SMALL = """() => [...document.querySelectorAll("main a, main button, main select, main summary")]
    .filter((one) => one.checkVisibility())
    .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 44)
    .map((one) => one.outerHTML.slice(0, 80))"""


def test_nothing_is_cut_off_or_beside_the_screen_at_letters_of_twice_the_size(phone: Page, site: str) -> None:
    phone.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '200%')"
    )
    shown = [greeting, source, one_step, emergency, approval, history, documents, report, specialists, quality, sign_in]
    found: list[str] = []
    for scene in shown:
        show(scene, phone, site)
        found += [f"{scene.__name__}: {one}" for one in phone.evaluate(BESIDE)]
    assert found == []


BESIDE = """() => {
    const isCut = (one) => one.scrollWidth > one.clientWidth + 1;
    const cut = [...document.querySelectorAll("main, #source, .source-in, .emergency .reply")].filter(isCut);
    const nodes = document.querySelectorAll("main *, #source *, #side *");
    const beside = [...nodes].filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        const isSeen = one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
        return isSeen && width && !one.closest(".table, .zoom, .crop, .unseen") && (right > innerWidth || left < 0);
    });
    const view = document.querySelector("#source[open] .view");
    const low = view && view.clientHeight < 200 ? [view] : [];
    return [...cut, ...beside, ...low].slice(0, 3).map((one) => one.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_plots_and_of_the_marker_can_be_told_from_what_is_behind_them(
    browser: Browser, site: str, scheme: str
) -> None:
    with visiting(browser, DESKTOP, scheme) as context:
        page = context.new_page()
        show(quality, page, site)
        faint = [one for one in page.evaluate(CONTRASTS) if one[2] < 3]
    assert faint == []


CONTRASTS = """() => {
    const room = document.querySelector(".suites");
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const light = (name) => {
        const probe = room.appendChild(document.createElement("i"));
        probe.style.color = `var(--${name})`;
        brush.fillStyle = getComputedStyle(probe).color;
        probe.remove();
        brush.fillRect(0, 0, 1, 1);
        const parts = [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).map((one) => one / 255);
        const [red, green, blue] = parts.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const colours = "ink warn alarm-line met missed mark-line".split(" ");
    const pairs = colours.flatMap((one) => [[one, "card"], [one, "well"]]);
    pairs.push(["ink", "met"], ["ink", "missed"]);
    return pairs.map(([one, other]) => {
        const [a, b] = [light(one), light(other)];
        return [one, other, Math.max(a, b) / Math.min(a, b)];
    });
}"""


def test_what_is_pressed_marked_and_plotted_stays_so_in_colours_that_the_system_forces(
    desktop: Page, site: str
) -> None:
    desktop.emulate_media(forced_colors="active")
    own = "(one, [name, pseudo]) => getComputedStyle(one, pseudo)[name]"
    behind = desktop.evaluate(f"({own})(document.body, ['backgroundColor'])")
    show(answered, desktop, site)
    desktop.get_by_role("button", name="Helpful", exact=True).click()
    up = desktop.get_by_role("button", name="Helpful", exact=True)
    expect(up).to_have_attribute("aria-pressed", "true")
    open_source(desktop, 4)
    for place in (up, desktop.locator(".quoted mark"), desktop.locator(".answer .chip").first):
        assert place.evaluate(own, ["backgroundColor"]) != behind
    show(quality, desktop, site)
    for place in desktop.locator(".suites .bar-mark").all():
        assert place.evaluate(own, ["fill"]) != behind
    for place in desktop.locator(".suites .legend li:not(.bound-key)").all():
        assert place.evaluate(own, ["backgroundColor", "::before"]) != behind


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
    assert 20_000 < sum(sizes) < 80_000
