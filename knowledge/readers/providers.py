"""Who recognises sound and print in place of this machine: asked by the program, since reading has no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.errors import LineleadError

Hear = Callable[[bytes], bytes]
"""A provider's answer, as JSON, to a WAV file. Raises ProviderFailed."""

See = Callable[[bytes], bytes]
"""A provider's answer, as JSON, to the picture of a page as PNG. Raises ProviderFailed."""


@dataclass(frozen=True, slots=True)
class Providers:
    """The providers that recognise in place of this machine; None for its own, offline recogniser."""

    hear: Hear | None = None
    see: See | None = None


class ProviderFailed(LineleadError):
    """The provider did not recognise. Nothing is wrong with the file: the offline recogniser reads it."""

    code = "provider_failed"
