"""Frames that never came, found by counting against the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vrp.backend.domain.takes import Gap

WINDOW_SECONDS: Final = 1.0
LEAST_SECONDS: Final = 0.1


@dataclass(slots=True)
class _Window:
    began: float
    least: float
    last: float
    jump: float = 0.0
    jump_at: int = 0


class GapWatch:
    """How far the frames lag behind the clock, as the least lag of each second compared with that of the second before.

    A late delivery makes the lag rise and fall again, and its least value stays: no gap. Lost frames never come, so the
    least value steps up. A device whose clock is a few hundred ppm off moves it by less than a millisecond: no gap.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._began: float | None = None
        self._frames = 0
        self._before: float | None = None
        self._window: _Window | None = None

    def feed(self, now: float, frames: int, at: int) -> Gap | None:
        """``frames`` arrived at ``now`` (monotonic seconds); ``at`` is the take's frame count before them."""
        if self._began is None:
            self._began = now
            return None
        self._frames += frames
        lag = (now - self._began) - self._frames / self._rate
        window = self._window
        if window is None:
            self._window = _Window(now, lag, lag)
            return None
        if lag - window.last > window.jump:
            window.jump, window.jump_at = lag - window.last, at
        window.last = lag
        window.least = min(window.least, lag)
        return self._close(window, now) if now - window.began >= WINDOW_SECONDS else None

    def _close(self, window: _Window, now: float) -> Gap | None:
        before, self._before = self._before, window.least
        self._window = _Window(now, window.last, window.last)
        if before is None or window.least - before < LEAST_SECONDS:
            return None
        return Gap(window.jump_at, round((window.least - before) * self._rate))
