"""The level meter and the two warnings that come out of it."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vrp.backend.domain.takes import CaptureFormat, Level, TakeWarning, WarningKind

FLOOR: Final = -120.0
SILENCE_SECONDS: Final = 3.0
# Only a muted or dead microphone is this quiet: the noise of the quietest real one lies far above.
SILENCE_PEAK: Final = -90.0
CLIPPING_SECONDS: Final = 2.0
# One sample at full scale may be a true peak; three in a row were cut off.
CLIPPED_RUN: Final = 3

Samples = NDArray[np.int16] | NDArray[np.int32]


def samples_of(raw: bytes, format: CaptureFormat) -> Samples:
    """What the device delivers: 16 bits as they are, 24 bits as the top of 32. Shape (frames, channels)."""
    if format.bits == 16:
        return np.frombuffer(raw, np.dtype(np.int16).newbyteorder("<")).reshape(-1, format.channels)
    return np.frombuffer(raw, np.dtype(np.int32).newbyteorder("<")).reshape(-1, format.channels)


def packed(raw: bytes, format: CaptureFormat) -> bytes:
    """What goes into the file: of 32 bits the upper three bytes, little-endian."""
    if format.bits == 16:
        return raw
    return np.frombuffer(raw, np.uint8).reshape(-1, 4)[:, 1:].tobytes()


def measure(samples: Samples) -> Level:
    """Peak and RMS over all channels in dBFS."""
    if samples.size == 0:
        return Level(FLOOR, FLOOR)
    scale = float(-np.iinfo(samples.dtype).min)
    top, bottom = int(samples.max()), int(samples.min())
    rms = math.sqrt(float(np.mean(np.square(samples, dtype=np.float64)))) / scale
    return Level(_db(max(top, -bottom) / scale), _db(rms), _clipped(samples, top, bottom))


def _clipped(samples: Samples, top: int, bottom: int) -> bool:
    limits = np.iinfo(samples.dtype)
    # The lowest 8 of 32 bits do not reach the file, so full scale is what is full scale there.
    highest = limits.max if limits.bits == 16 else limits.max - 0xFF
    if top < highest and bottom > limits.min + 1:
        return False
    full = (samples >= highest) | (samples <= limits.min + 1)
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
