"""What all users of pdfium in a process share."""

from __future__ import annotations

import threading

pdfium_lock = threading.RLock()
"""Held around every use of pdfium: it is not safe to use from two threads at once."""
