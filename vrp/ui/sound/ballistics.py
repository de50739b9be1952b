"""How a meter moves: up at once, down slowly, with the highest peak held. Pure, so that it can be tested by numbers.

The scale is dBFS by sample peak, and the ballistics are those of the digital peak level meter of IEC 60268-18: no
sample is missed, and the bar falls by 20 dB in 1.7 s, as a type I meter of IEC 60268-10 does. Beside the bar the
highest peak is held for 1.5 s. What is shown depends on the levels and their times alone, not on how often somebody
looks.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from vrp.backend.domain.takes import Level

QUIET: Final = -120.0  # silence
FLOOR: Final = -60.0  # dBFS at the left end of the scale
LOUD: Final = -18.0  # where speech peaks should be
HOT: Final = -6.0  # where it becomes dangerous
FALL: Final = 20.0 / 1.7  # dB a second: the return time of IEC 60268-18
HOLD: Final = 1.5  # seconds
SILENCE: Final = -75.0  # an open microphone in a quiet room is louder than this
SILENCE_AFTER: Final = 3.0  # seconds


class Reading(NamedTuple):
    """What the meter shows: the bar, the held peak (both in dBFS), the clip latch and the hint that nothing comes."""

    bar: float = QUIET
    peak: float = QUIET
    clipped: bool = False
    no_signal: bool = False


class Ballistics:
    """Feed it levels with the time (seconds, any origin)."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.reading = Reading()
        self._at: float | None = None
        self._peak = QUIET
        self._peak_at = 0.0
        self._heard_at: float | None = None

    def unlatch(self) -> None:
        """Forget that it clipped: the person has seen it, or a new take begins."""
        old = self.reading
        self.reading = Reading(old.bar, old.peak, False, old.no_signal)

    def feed(self, level: Level, now: float) -> Reading:
        passed = now - self._at if self._at is not None else 0.0
        self._at = now
        bar = max(level.peak, self.reading.bar - FALL * passed)
        peak = self._peak - FALL * max(0.0, now - self._peak_at - HOLD)
        if level.peak >= peak:
            peak = self._peak = level.peak
            self._peak_at = now
        peak = max(peak, bar)
        if level.peak > SILENCE or self._heard_at is None:
            self._heard_at = now
        self.reading = Reading(bar, peak, self.reading.clipped or level.clipped, now - self._heard_at >= SILENCE_AFTER)
        return self.reading
