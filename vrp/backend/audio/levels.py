"""The level meter and the two warnings that come out of it."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vrp.backend.domain.takes import SILENT, CaptureFormat, Level, TakeWarning, WarningKind

FLOOR: Final = SILENT.peak
SILENCE_SECONDS: Final = 3.0
# Only a muted or dead microphone is this quiet: the noise of the quietest real one lies far above.
SILENCE_PEAK: Final = -90.0
CLIPPING_SECONDS: Final = 2.0
# One sample at full scale may be a true peak; three in a row were cut off.
CLIPPED_RUN: Final = 3

_INT16: Final = np.dtype("<i2")
_INT32: Final = np.dtype("<i4")
_FULL: Final = {16: 1 << 15, 24: 1 << 31}


def packed(raw: bytes, format: CaptureFormat) -> bytes:
    """What goes into the file: of 32 bits the upper three bytes, little-endian."""
    if format.bits == 16:
        return raw
    return np.frombuffer(raw, np.uint8).reshape(-1, 4)[:, 1:].tobytes()


def measure(raw: bytes, format: CaptureFormat) -> Level:
    """Peak over all channels of what the device delivers: 16 bits as they are, 24 bits as the top of 32.

    Called for every piece of sound: what searches the samples here is what numpy has of the least overhead, because
    between two pieces this processor did other things and nothing is in its caches.
    """
    samples = np.frombuffer(raw, _INT16 if format.bits == 16 else _INT32)
    if samples.size == 0:
        return SILENT
    top, bottom = samples.item(samples.argmax()), samples.item(samples.argmin())
    return Level(_db(max(top, -bottom) / _FULL[format.bits]), _clipped(samples, format, top, bottom))


def _clipped(samples: NDArray[Any], format: CaptureFormat, top: int, bottom: int) -> bool:
    # The lowest 8 of 32 bits do not reach the file, so full scale is what is full scale there.
    highest = _FULL[format.bits] - (1 if format.bits == 16 else 0x100)
    if -highest < bottom and top < highest:
        return False
    full = ((samples >= highest) | (samples <= -highest)).reshape(-1, format.channels)
    run = full[: 1 - CLIPPED_RUN].copy()
    for offset in range(1, CLIPPED_RUN):
        run &= full[offset : len(full) - CLIPPED_RUN + 1 + offset]
    return bool(run.any())


def _db(ratio: float) -> float:
    return max(FLOOR, 20 * math.log10(ratio)) if ratio > 0 else FLOOR


class LevelWarnings:
    """Says when silence or clipping begins and when it is over, in seconds of sound and not of the clock."""

    def __init__(self) -> None:
        self._silent_for = 0.0
        self._clean_for = 0.0
        self._silence = False
        self._clipping = False

    def feed(self, level: Level, seconds: float) -> list[TakeWarning]:
        return [*self._feed_silence(level, seconds), *self._feed_clipping(level, seconds)]

    def _feed_silence(self, level: Level, seconds: float) -> list[TakeWarning]:
        if level.peak > SILENCE_PEAK:
            was, self._silence, self._silent_for = self._silence, False, 0.0
            return [TakeWarning(WarningKind.SILENCE, over=True)] if was else []
        self._silent_for += seconds
        if self._silence or self._silent_for < SILENCE_SECONDS:
            return []
        self._silence = True
        return [TakeWarning(WarningKind.SILENCE)]

    def _feed_clipping(self, level: Level, seconds: float) -> list[TakeWarning]:
        if level.clipped:
            was, self._clipping, self._clean_for = self._clipping, True, 0.0
            return [] if was else [TakeWarning(WarningKind.CLIPPING)]
        self._clean_for += seconds
        if not self._clipping or self._clean_for < CLIPPING_SECONDS:
            return []
        self._clipping = False
        return [TakeWarning(WarningKind.CLIPPING, over=True)]
