"""Documents sent, watched, asked, played and deleted: in a real browser, against a running server."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
from playwright.sync_api import Page, expect
from reportlab.pdfgen.canvas import Canvas

from tests.knowledge.test_reader_media import wav
from tests.knowledge.test_transcription import Provider, said
from tests.web.steps import HOSTILE, add_file, ask, open_source


def test_a_document_is_sent_watched_asked_and_deleted(desktop: Page, site: str, tmp_path: Path) -> None:
    name = "<img src=x onerror=window.ran=1>.md"
    sent = tmp_path / name
    text = f"# Zamboni 9 {HOSTILE}\n\n## Care\n\nThe blade of the Zamboni 9 is changed every 40 hours.\n"
    sent.write_text(text, "utf-8")
    desktop.goto(f"{site}/#/documents")
    add_file(desktop, sent)
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


def test_documents_that_cannot_be_reached_are_there_when_it_is_tried_again(phone: Page, site: str) -> None:
    phone.goto(site)
    expect(phone.locator(".example").first).to_be_visible()
    away = re.compile("/api/|/documents")
    phone.route(away, lambda route: route.abort())
    phone.evaluate("location.hash = '#/documents'")
    again = phone.locator("#main").get_by_role("button", name="Try again")
    for _ in range(2):
        expect(phone.locator("#main").get_by_role("alert")).to_contain_text("The server cannot be reached.")
        again.click()
    phone.unroute(away)
    again.click()
    expect(phone.locator(".file").first).to_be_visible()


def test_a_file_on_its_way_can_be_stopped_and_one_that_came_is_confirmed(
    desktop: Page, site: str, tmp_path: Path
) -> None:
    note = tmp_path / "zester.md"
    note.write_text("# Zester\n\nRinse the zester after each lemon.\n", "utf-8")
    desktop.goto(f"{site}/#/documents")
    expect(desktop.locator(".file").first).to_be_visible()
    desktop.route("**/api/v1/documents", lambda _: None)
    add_file(desktop, note)
    desktop.get_by_role("button", name="Stop sending “zester.md”").click()
    expect(desktop.locator(".file", has_text="zester.md")).to_have_count(0)
    expect(desktop.get_by_role("button", name="Add files")).to_be_focused()
    desktop.unroute("**/api/v1/documents")
    add_file(desktop, note)
    expect(desktop.locator(".toast", has_text="“zester.md” is sent.")).to_be_visible()
    row = desktop.locator(".file", has_text="Zester")
    expect(row.locator(".badge")).to_have_text("Ready", timeout=30_000)


def test_a_file_of_no_known_kind_is_refused_with_the_reason(desktop: Page, site: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 this is not one")
    desktop.goto(f"{site}/#/documents")
    add_file(desktop, broken)
    expect(desktop.locator(".file", has_text="broken").locator(".badge")).to_have_text("Failed", timeout=30_000)
    expect(desktop.locator(".file", has_text="broken").locator(".reason")).not_to_be_empty()


def test_a_manual_is_watched_page_by_page_while_it_is_taken_in_and_then_quoted(
    desktop: Page, site: str, tmp_path: Path
) -> None:
    manual = tmp_path / "sluicer-12-manual.pdf"
    canvas = Canvas(str(manual))
    canvas.setTitle("Sluicer 12")
    for page in range(1, 41):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 760, f"{page} Part {page} of the Sluicer 12")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 730, f"The seal of part {page} of the Sluicer 12 is greased every {page + 100} days.")
        canvas.showPage()
    canvas.save()
    desktop.goto(f"{site}/#/documents")
    desktop.evaluate(WATCHED)
    add_file(desktop, manual)
    row = desktop.locator(".file", has_text=re.compile("sluicer", re.IGNORECASE))
    expect(row.locator(".badge")).to_have_text("Ready", timeout=60_000)
    shown = desktop.evaluate("window.progress")
    assert len(shown) > 2
    assert shown == sorted(shown), "it only goes forward"
    desktop.goto(f"{site}/#/")
    ask(desktop, "How often is the seal of part 17 of the Sluicer 12 greased?")
    expect(desktop.locator(".answer")).to_contain_text("every 117 days")
    source = open_source(desktop, 1)
    expect(source).to_contain_text("Page 17 of 40")
    desktop.goto(f"{site}/#/documents")
    row.locator("a").click()
    expect(desktop.locator(".panel", has_text="Questions answered from it")).to_contain_text("part 17")


WATCHED = """() => {
    window.progress = [];
    const note = () => {
        for (const bar of document.querySelectorAll(".file progress[max='100']")) {
            if (bar.value !== window.progress.at(-1)) window.progress.push(bar.value);
        }
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
}"""


PLAYED_ON = """(audio) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`it stands at ${audio.currentTime} s`)), 8000);
    audio.addEventListener("timeupdate", () => audio.currentTime > 2.2 && resolve());
})"""


def test_a_recording_is_played_from_the_quoted_words_on(
    phone: Page, site: str, provider: Provider, tmp_path: Path
) -> None:
    provider.script = [said({"start": 2.0, "end": 4.5, "text": "Lock the bowl of the Mixmaster with the green lever."})]
    phone.goto(f"{site}/#/documents")
    add_file(phone, wav(tmp_path / "Mixmaster talk.wav", 6.0))
    row = phone.locator(".file", has_text="Mixmaster talk")
    expect(row.locator(".badge")).to_have_text("Ready", timeout=30_000)
    phone.goto(f"{site}/#/")
    ask(phone, "How do I lock the bowl of the Mixmaster?")
    player = open_source(phone, 1).locator("audio")
    expect(player).to_have_js_property("currentTime", 2)
    phone.get_by_role("button", name="Play from the quoted words").click()
    player.evaluate(PLAYED_ON)
    assert player.evaluate("(audio) => audio.error") is None


def test_a_document_that_is_gone_still_shows_the_quoted_words(desktop: Page, site: str, tmp_path: Path) -> None:
    note = tmp_path / "krumkake.md"
    note.write_text("# Krumkake iron\n\nHeat the krumkake iron for 9 minutes before the first cake.\n", "utf-8")
    desktop.goto(f"{site}/#/documents")
    add_file(desktop, note)
    expect(desktop.locator(".file", has_text="Krumkake").locator(".badge")).to_have_text("Ready", timeout=30_000)
    desktop.goto(f"{site}/#/")
    turn = ask(desktop, "How long is the krumkake iron heated?")
    citation = httpx.get(f"{site}/api/v1/turns/{(turn.get_attribute('id') or '')[5:]}").json()["turn"]["citations"][0]
    assert httpx.delete(f"{site}/api/v1/documents/{citation['document_id']}").status_code == 200
    turn.locator(".answer .chip").first.click()
    expect(desktop.get_by_role("dialog", name="Source").locator(".state")).to_contain_text("for 9 minutes")
