"""Peaks: the lowest and the highest sample of each stretch of sound, in a pyramid from which a waveform is drawn.

The finest level has a hundred peaks a second; each one above has a quarter of the one below, down to a screen's worth.
So a picture of any part costs the same, whether it shows two hours or a second. Only the finest level is stored: the
others are made from it in a few milliseconds, and what is not stored cannot disagree.

numpy is imported here: import this module where it is needed, not where a window opens.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

PeakArray = NDArray[np.int16]
Marks = NDArray[np.bool_]

PEAKS_PER_SECOND: Final = 100
_LEVEL_STEP: Final = 4  # from one level of the pyramid to the next
_SCREEN: Final = 1024  # a level with so few peaks is the last

_MAGIC: Final = b"VRPPEAKS"
_VERSION: Final = 2
# magic, version; sample rate, frames per peak, frames, peaks; SHA-256 of the audio file, SHA-256 of all the rest
_HEADER: Final = struct.Struct("<8sI IIQQ 32s 32s")
_NUMBERS: Final = struct.Struct("<IIQQ")


class PeaksDamaged(Exception):
    """A stored file of peaks cannot be used: damaged, of another version or of other audio. Compute them anew."""


@dataclass(frozen=True, eq=False)
class Columns:
    """What is drawn in each column of a picture: its extremes at 16 bit full scale, and whether sound was cut off."""

    minima: PeakArray
    maxima: PeakArray
    clipped: Marks


@dataclass(frozen=True, eq=False)
class Peaks:
    """``minima[i]`` and ``maxima[i]`` are the extremes of all channels in frames ``i * frames_per_peak`` and on.

    16 bit full scale whatever the source has. ``frames`` is the length in sample frames at ``sample_rate`` Hz.
    ``clipped[i]``: three samples in a row at full scale, that is, cut off. ``first`` is the frame of the recording
    where these peaks begin; a part that was decoded by itself begins later than 0.
    """

    sample_rate: int
    frames_per_peak: int
    frames: int
    minima: PeakArray
    maxima: PeakArray
    clipped: Marks
    first: int = 0

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.frames / self.sample_rate

    @property
    def start(self) -> float:
        """Seconds into the recording."""
        return self.first / self.sample_rate

    @property
    def finest(self) -> float:
        """Seconds a peak: what is nearer needs samples."""
        return self.frames_per_peak / self.sample_rate

    def holds(self, start: float, end: float) -> bool:
        """Whether these peaks tell all of the stretch between two times in seconds."""
        return self.start <= start and end <= self.start + self.duration

    @cached_property
    def levels(self) -> tuple[Peaks, ...]:
        """The pyramid: these peaks, then each time a quarter as many, down to one screen's worth."""
        levels = [self]
        while len(levels[-1].minima) > _SCREEN:
            levels.append(_coarser(levels[-1]))
        return tuple(levels)

    def window(self, start: float, end: float, columns: int) -> Columns:
        """Each of ``columns`` equal stretches between two times in seconds.

        Reads the coarsest level that is fine enough, so that a screen costs the same at each zoom. A stretch outside
        these peaks is silent.
        """
        per_column = (end - start) * self.sample_rate / columns
        if per_column < 1 and self.frames_per_peak == 1:
            return self._between_samples(start, end, columns)
        level = next((each for each in reversed(self.levels) if each.frames_per_peak <= per_column), self)
        edges = (np.linspace(start, end, columns + 1) * self.sample_rate - self.first) / level.frames_per_peak
        first = np.floor(edges[:-1] + 1e-9).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:] - 1e-9).astype(np.int64), first + 1)
        inside = (last > 0) & (first < len(level.minima))
        return _columns(level, first, last, inside)

    def _between_samples(self, start: float, end: float, columns: int) -> Columns:
        """Nearer than a sample a column: a line from each sample to the next."""
        at = np.linspace(start, end, columns) * self.sample_rate - self.first
        places = np.arange(len(self.minima))
        low, high = (
            np.interp(at, places, values, left=0, right=0).astype(np.int16) for values in (self.minima, self.maxima)
        )
        nearest = np.clip(np.rint(at).astype(np.int64), 0, len(places) - 1)
        return Columns(low, high, self.clipped[nearest] & (at >= 0) & (at < len(places)))

    def to_bytes(self, audio: bytes) -> bytes:
        """The form in which peaks are stored; ``audio`` is the SHA-256 of the file that they were made from."""
        numbers = _NUMBERS.pack(self.sample_rate, self.frames_per_peak, self.frames, len(self.minima))
        body = b"".join(
            (
                self.minima.astype("<i2").tobytes(),
                self.maxima.astype("<i2").tobytes(),
                np.packbits(self.clipped).tobytes(),
            )
        )
        return b"".join((_MAGIC, struct.pack("<I", _VERSION), numbers, audio, _digest(numbers, audio, body), body))

    @classmethod
    def from_bytes(cls, data: bytes, audio: bytes) -> Peaks:
        """Peaks as `to_bytes` gave them for the same ``audio``; raises `PeaksDamaged`."""
        try:
            magic, version, rate, per_peak, frames, count, of, digest = _HEADER.unpack_from(data)
        except struct.error:
            raise PeaksDamaged("too short") from None
        body = memoryview(data)[_HEADER.size :]
        numbers = _NUMBERS.pack(rate, per_peak, frames, count)
        if (magic, version, of) != (_MAGIC, _VERSION, audio) or digest != _digest(numbers, audio, body):
            raise PeaksDamaged("not the right kind, or changed")
        both = np.frombuffer(body[: 4 * count], "<i2").astype(np.int16).reshape(2, -1)
        clipped = np.unpackbits(np.frombuffer(body[4 * count :], np.uint8), count=count).astype(np.bool_)
        return cls(rate, per_peak, frames, both[0], both[1], clipped)


def _coarser(level: Peaks) -> Peaks:
    return Peaks(
        level.sample_rate,
        level.frames_per_peak * _LEVEL_STEP,
        level.frames,
        reduced(np.minimum, level.minima, _LEVEL_STEP),
        reduced(np.maximum, level.maxima, _LEVEL_STEP),
        reduced(np.logical_or, level.clipped, _LEVEL_STEP),
        level.first,
    )


def _columns(level: Peaks, first: NDArray[np.int64], last: NDArray[np.int64], inside: Marks) -> Columns:
    count = len(first)
    found = Columns(np.zeros(count, np.int16), np.zeros(count, np.int16), np.zeros(count, np.bool_))
    if inside.any():
        first, last = np.maximum(first[inside], 0), np.minimum(last[inside], len(level.minima))
        seen = slice(int(first[0]), int(last[-1]))
        stretches = np.column_stack((first, last)).ravel() - seen.start
        for extreme, values, column in (
            (np.minimum, level.minima, found.minima),
            (np.maximum, level.maxima, found.maxima),
            (np.logical_or, level.clipped, found.clipped),
        ):
            padded = np.append(values[seen], values[:1])  # an end has to be an index too
            column[inside] = extreme.reduceat(padded, stretches)[::2]
    return found


def reduced(extreme: np.ufunc, values: NDArray[Any], step: int) -> NDArray[Any]:
    """The extreme of each ``step`` values along time and over all rows; the last one may have fewer."""
    rows = values.reshape(-1, values.shape[-1])
    whole = rows.shape[1] // step * step
    parts = [extreme.reduce(rows[:, :whole].reshape(len(rows), -1, step), axis=2)] if whole else []
    if whole < rows.shape[1]:
        parts.append(extreme.reduce(rows[:, whole:], axis=1, keepdims=True))
    joined = np.concatenate(parts, axis=1) if parts else rows[:, :0]
    return np.asarray(extreme.reduce(joined, axis=0))


def _digest(numbers: bytes, audio: bytes, body: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(numbers)
    digest.update(audio)
    digest.update(body)
    return digest.digest()
