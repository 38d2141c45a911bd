"""How often callers may come: counted in sliding windows, in memory or in a store that several processes share."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from app.errors import SettingError, TooMany

if TYPE_CHECKING:
    from limits import RateLimitItem


NO_LIMIT = "none"


class RateLimits:
    """Three limits: of a caller, of an address, and of an address's failed log-ins."""

    def __init__(self, storage: str, *, caller: str, address: str, failures: str) -> None:
        """Each limit is as "600/minute", or NO_LIMIT. `storage` is "memory://", or a URL that the
        package limits knows, such as "redis://host:6379".

        Raises SettingError for a storage that cannot be used and for a limit that is none.
        """
        from limits.aio.storage import Storage
        from limits.aio.strategies import SlidingWindowCounterRateLimiter
        from limits.errors import ConfigurationError
        from limits.storage import storage_from_string

        try:
            counts = storage_from_string(storage if storage.startswith("async+") else f"async+{storage}")
        except (ConfigurationError, ImportError) as error:
            raise SettingError(
                f"The setting rate_limit_storage (LINELEAD_RATE_LIMIT_STORAGE) is {storage!r}: {error}. "
                "Write memory://, or the URL of a store whose client is installed."
            ) from error
        assert isinstance(counts, Storage)
        self._limiter = SlidingWindowCounterRateLimiter(counts)
        self._caller = _parsed("rate_limit", caller)
        self._address = _parsed("rate_limit_address", address)
        self._failures = _parsed("rate_limit_failures", failures)

    async def take_caller(self, caller: str) -> None:
        """Counts a request of a caller. Raises TooMany."""
        await self._take(self._caller, "caller", caller, "too_many_requests")

    async def take_address(self, address: str) -> None:
        """Counts a request from an address. Raises TooMany."""
        await self._take(self._address, "address", address, "too_many_requests")

    async def take_failure(self, address: str) -> None:
        """Counts a failed log-in from an address. Raises TooMany."""
        await self._take(self._failures, "failure", address, "too_many_failures")

    async def _take(self, limit: RateLimitItem | None, kind: str, who: str, code: str) -> None:
        if limit is None or await self._limiter.hit(limit, kind, who):
            return
        stats = await self._limiter.get_window_stats(limit, kind, who)
        seconds = max(1, math.ceil(stats.reset_time - time.time()))
        raise TooMany(f"More than {limit} were sent; send the next in {seconds} s.", retry_after=seconds, code=code)


def _parsed(setting: str, text: str) -> RateLimitItem | None:
    from limits import parse

    if text == NO_LIMIT:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise SettingError(
            f"The setting {setting} (LINELEAD_{setting.upper()}) is {text!r}, which is no limit;"
            " write one as 600/minute, or none."
        ) from error
