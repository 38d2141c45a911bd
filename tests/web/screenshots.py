"""Pictures of every screen, on the phone and the desktop, light and dark, of the sample site: `make screenshots`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.web.conftest import CHROMIUM, DESKTOP, PHONE, recording, reported, serving, visiting
from tests.web.scenes import SCENES, show


def take(folder: Path) -> None:
    """Writes the pictures, named after their scene, size and colours, in place of those before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        serving(reported(Path(scratch) / "data"), recording(Path(scratch)), sample=True) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, size in (("phone", PHONE), ("desktop", DESKTOP)):
            for scheme in ("light", "dark"):
                with visiting(browser, size, scheme) as context:
                    page = context.new_page()
                    for scene in SCENES:
                        show(scene, page, site)
                        page.screenshot(path=folder / f"{scene.__name__}-{name}-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("No Chromium is installed; on Debian: apt-get install chromium")
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
