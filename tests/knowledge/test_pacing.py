"""An ingest stands back while questions are answered, and goes on however much is asked."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from knowledge import pacing
from knowledge.pacing import ANSWERING, PATIENCE, Pacing


class Clock:
    """Time that passes only while somebody sleeps, and what happens meanwhile."""

    def __init__(self, during: Callable[[], None]) -> None:
        self.now, self._during = 1000.0, during

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self._during()


def waited(monkeypatch: pytest.MonkeyPatch, paced: Pacing, during: Callable[[], None] = lambda: None) -> float:
    """The seconds that work stands back, while `during` happens whenever it has waited."""
    clock = Clock(during)
    monkeypatch.setattr(pacing, "time", SimpleNamespace(monotonic=clock.monotonic, sleep=clock.sleep))
    paced.stand_back()
    return clock.now - 1000.0


def test_work_goes_on_at_once_when_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert waited(monkeypatch, Pacing()) == 0


def test_work_waits_for_a_question_and_never_longer_than_its_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    paced = Pacing()
    monkeypatch.setattr(pacing, "time", SimpleNamespace(monotonic=lambda: 1000.0))
    paced.asked()
    assert waited(monkeypatch, paced) == pytest.approx(ANSWERING)

    busy = Pacing()
    monkeypatch.setattr(pacing, "time", SimpleNamespace(monotonic=lambda: 1000.0))
    busy.asked()
    assert waited(monkeypatch, busy, during=busy.asked) == pytest.approx(PATIENCE)
