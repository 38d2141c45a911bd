"""Forgets what is older than the retention: at start, and several times a day."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from app.history import History
from knowledge.errors import LineleadError

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 4 * 3600


async def forget_old_sessions(history: History, days: int) -> None:
    """Removes sessions that were last used more than `days` ago, again and again; returns at once for 0 days."""
    while days:
        try:
            removed = await asyncio.to_thread(history.forget_before, datetime.now(UTC) - timedelta(days=days))
        except LineleadError as error:
            log.error("Old sessions could not be removed; they are tried again: %s", error)
        else:
            if removed:
                log.info("%d sessions of more than %d days ago are removed.", removed, days)
        await asyncio.sleep(LOOK_EVERY_SECONDS)
