"""A browser, and servers in processes of their own that the browser visits as people do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.knowledge.test_transcription import Provider, running_provider

RECORDS = """---
name: records
description: Writes temperatures down.
routing: {examples: [log the freezer at 0, log the walk-in cooler at 38]}
capabilities: [{TemperatureRecord: {file: "%s"}}]
---
You write temperatures down.
"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE, DESKTOP = (390, 844), (1280, 800)
STARTED = "answers at "
FORBIDDEN = "Content Security Policy"
PATIENCE = 15_000
"""Milliseconds that an action or an expectation may take: other tests use the same processors."""


@contextmanager
def serving(
    data: Path, settings: Mapping[str, str] | None = None, *, sample: bool = False, port: int = 0
) -> Generator[str]:
    """The address of a running `linelead serve` over a data folder, with the sample site taken in on demand."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "app.cli",
            "--data",
            str(data),
            "serve",
            "--port",
            str(port),
            *(["--sample"] if sample else []),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "HF_HUB_OFFLINE": "1", **(settings or {})},
    )
    assert process.stdout is not None
    lines: list[str] = []
    try:
        for line in process.stdout:
            lines.append(line)
            if STARTED in line:
                yield line.partition(STARTED)[2].split()[0]
                return
        raise AssertionError("the server did not start: " + "".join(lines))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def recording(folder: Path) -> dict[str, str]:
    """The settings of a server with one more specialist, whose tool asks first; what they need is put in the folder."""
    package = folder / "plugins" / "temperature_record-1.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: temperature-record\nVersion: 1\n")
    entry = "TemperatureRecord = tests.app.temperature_record:TemperatureRecord"
    (package / "entry_points.txt").write_text(f"[linelead.capabilities]\n{entry}\n")
    specialists = folder / "specialists"
    specialists.mkdir()
    (specialists / "records.md").write_text(RECORDS % (folder / "record.txt"))
    path = os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])
    return {"LINELEAD_SPECIALISTS": str(specialists), "PYTHONPATH": path}


@pytest.fixture(scope="package")
def browser(sample_data: Path) -> Iterator[Browser]:
    """Debian's Chromium, started once for these tests.

    Playwright keeps an event loop running in this thread meanwhile, so what needs one of its own comes before: the
    sample's data.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed; on Debian: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="package")
def provider() -> Iterator[Provider]:
    """Who hears recordings for the server of `site`."""
    with running_provider() as made:
        yield made


@pytest.fixture(scope="package")
def site(sample_data: Path, provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the sample site, without log-in."""
    folder = tmp_path_factory.mktemp("web")
    data = reported(shutil.copytree(sample_data, folder / "data"))
    settings = {"LINELEAD_SITE": "the Copper Kettle Diner", "LINELEAD_TRANSCRIPTION_URL": provider.url}
    with serving(data, settings | recording(folder)) as address:
        yield address


def reported(data: Path) -> Path:
    """The data folder, with an evaluation report in it as `linelead eval` saves them."""
    rule = {"metric": "route_is_right", "bound": 0.8, "at_least": True, "value": 0.5, "low": 0.095, "high": 0.905}
    about = {"state": "failed", "n": 2, "share": True, "unit": "", "reason": ""}
    counted = {"type": "confusion_matrix", "title": "Routes", "class_labels": ["equipment", "safety"]}
    cases: dict[str, Any] = {"cases": [{}, {}], "failures": [], "analyses": [{**counted, "matrix": [[1, 0], [1, 0]]}]}
    suite = {"name": "routing", "about": "Who answers.", "splits": {"report": {"report": cases}}}
    run = {
        "format": 1,
        "created_at": "2026-01-31T09:30:00+00:00",
        "commit": {"version": "0.1.0", "sha": "0123456789abcdef"},
        "about": {"target": "embedded", "library": "the sample site"},
        "seconds": 1.5,
        "suites": [{**suite, "checks": [{**rule, **about}]}],
    }
    (data / "evals").mkdir(parents=True)
    (data / "evals" / "2026-01-31T09-30-00.json").write_text(json.dumps(run), "utf-8")
    return data


@contextmanager
def visiting(browser: Browser, size: tuple[int, int], scheme: str = "light") -> Generator[BrowserContext]:
    """A visitor of their own, who keeps nothing from anybody else's visit.

    Whatever a script complains of fails, and so does what the policy forbade, and any dialogue.
    """
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=size == PHONE,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda line: complaints.append(line.text) if FORBIDDEN in line.text else None)
    context.on("dialog", lambda dialog: complaints.append(dialog.message) or dialog.dismiss())
    try:
        yield context
    finally:
        context.close()
    assert complaints == []


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with visiting(browser, PHONE) as context:
        yield context.new_page()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    with visiting(browser, DESKTOP) as context:
        yield context.new_page()
