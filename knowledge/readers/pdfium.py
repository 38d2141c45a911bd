"""The way to pdfium, shared by all its users in a process. It has no type stubs, so it is `Any` from here on."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import Any

pdfium_lock = threading.RLock()
"""Held around every use of pdfium: it is not safe to use from two threads at once."""


def pdfium() -> Any:
    """The module pypdfium2, imported at first use: only those who read or show a PDF need it."""
    return import_module("pypdfium2")


def pdfium_raw() -> Any:
    """pdfium's own functions."""
    return import_module("pypdfium2.raw")
