"""How soon the web app can be used on a slow phone, and how a long session scrolls: `make web-speed`.

The processor is slowed down four times. Measured from the start of the navigation: the first paint, when a question can
be typed and sent (the composer is there and the page answers at once), and when the example questions are there.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import cast

from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.conftest import CHROMIUM, PHONE, serving, visiting

RUNS = 9
SLOWED_DOWN = 4
TIMES = """async () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const [page] = performance.getEntriesByType("navigation");
    const all = [page, ...performance.getEntriesByType("resource")];
    const bytes = all.reduce((sum, one) => sum + one.transferSize, 0);
    return { paint, typing: window.typing, examples: window.examples, bytes };
}"""
WATCH = """
new MutationObserver(() => {
    if (!window.typing && document.getElementById("question")) window.typing = performance.now();
    if (!window.examples && document.querySelector(".example")) window.examples = performance.now();
}).observe(document, { childList: true, subtree: true });
"""


def measure(browser: Browser, site: str) -> dict[str, float]:
    """The times of one first visit in milliseconds, and the bytes that came."""
    with visiting(browser, PHONE) as context:
        page: Page = context.new_page()
        devtools = page.context.new_cdp_session(page)
        devtools.send(  # pyright: ignore[reportUnknownMemberType] - it is untyped there
            "Emulation.setCPUThrottlingRate", {"rate": SLOWED_DOWN}
        )
        page.add_init_script(WATCH)
        page.goto(site)
        page.locator(".example").first.wait_for()
        page.wait_for_load_state("networkidle")
        return cast(dict[str, float], page.evaluate(TIMES))


def main() -> None:
    """Prints the medians and the slowest of several first visits."""
    with (
        tempfile.TemporaryDirectory() as data,
        serving(Path(data), sample=True) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        measure(browser, site)  # the browser and the server are warm
        runs = [measure(browser, site) for _ in range(RUNS)]
        browser.close()
    for name, unit in (("paint", "ms"), ("typing", "ms"), ("examples", "ms"), ("bytes", "bytes")):
        values = sorted(run[name] for run in runs)
        median, slowest = statistics.median(values), values[-1]
        sys.stdout.write(f"{name:>9}  median {median:>8,.0f} {unit}  slowest {slowest:>8,.0f} {unit}\n")


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("No Chromium is installed; on Debian: apt-get install chromium")
    main()
