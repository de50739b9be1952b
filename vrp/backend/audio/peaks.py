"""Peaks: the lowest and the highest sample of each hundredth of a second, from which a waveform is drawn.

numpy and av are imported here: import this module where it is needed, not where a window opens.
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from numpy.typing import NDArray

from vrp.backend.audio.sniffing import Refusal, opened
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.errors import FileUnplayable

PeakArray = NDArray[np.int16]

PEAKS_PER_SECOND: Final = 100
MAX_PEAKS: Final = 1 << 21  # 5.8 hours at full detail; beyond it, detail is halved so that memory stays flat
_BATCH: Final = 100  # peaks at once: frame by frame, numpy costs more than decoding does
_LEVEL_STEP: Final = 4  # from one level of the pyramid to the next
_FULL: Final = 32_767.0

_MAGIC: Final = b"VRPPEAKS"
_VERSION: Final = 1
_HEADER: Final = struct.Struct(
    "<8sIIIQ32s"
)  # magic, version, sample rate, frames per peak, frames; SHA-256 of the rest


class PeaksDamaged(Exception):
    """A stored file of peaks cannot be used: it is damaged, or of another version. Compute them anew."""


@dataclass(frozen=True, eq=False)
class Peaks:
    """``minima[i]`` and ``maxima[i]`` are the extremes of all channels in frames ``i * frames_per_peak`` and on.

    16 bit full scale whatever the source has. ``frames`` is the length in sample frames at ``sample_rate`` Hz.
    """

    sample_rate: int
    frames_per_peak: int
    frames: int
    minima: PeakArray
    maxima: PeakArray

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.frames / self.sample_rate

    @cached_property
    def levels(self) -> tuple[Peaks, ...]:
        """The pyramid: these peaks, then each time a quarter as many, down to one screen's worth."""
        levels = [self]
        while len(levels[-1].minima) > 1024:
            last = levels[-1]
            levels.append(
                Peaks(
                    last.sample_rate,
                    last.frames_per_peak * _LEVEL_STEP,
                    last.frames,
                    _reduced(np.minimum, last.minima, _LEVEL_STEP),
                    _reduced(np.maximum, last.maxima, _LEVEL_STEP),
                )
            )
        return tuple(levels)

    def window(self, start: float, end: float, columns: int) -> tuple[PeakArray, PeakArray]:
        """Minima and maxima of each of ``columns`` equal stretches between two times in seconds.

        Reads the coarsest level that is fine enough, so that a screen costs the same at each zoom. A stretch outside
        the recording is silent.
        """
        per_column = max(1.0, (end - start) * self.sample_rate / columns)
        level = next((each for each in reversed(self.levels) if each.frames_per_peak <= per_column), self)
        edges = np.linspace(start, end, columns + 1) * self.sample_rate / level.frames_per_peak
        first = np.floor(edges[:-1] + 1e-9).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:] - 1e-9).astype(np.int64), first + 1)
        inside = (last > 0) & (first < len(level.minima))
        minima, maxima = np.zeros(columns, np.int16), np.zeros(columns, np.int16)
        for column in np.flatnonzero(inside):
            stretch = slice(max(0, first[column]), last[column])
            minima[column], maxima[column] = level.minima[stretch].min(), level.maxima[stretch].max()
        return minima, maxima

    def to_bytes(self) -> bytes:
        """The form in which peaks are stored; see `from_bytes`."""
        body = self.minima.astype("<i2").tobytes() + self.maxima.astype("<i2").tobytes()
        numbers = (self.sample_rate, self.frames_per_peak, self.frames)
        return _HEADER.pack(_MAGIC, _VERSION, *numbers, _digest(numbers, body)) + body

    @classmethod
    def from_bytes(cls, data: bytes) -> Peaks:
        """Peaks as `to_bytes` gave them; raises `PeaksDamaged`."""
        try:
            magic, version, rate, per_peak, frames, digest = _HEADER.unpack_from(data)
        except struct.error:
            raise PeaksDamaged("too short") from None
        body = data[_HEADER.size :]
        if (magic, version) != (_MAGIC, _VERSION) or digest != _digest((rate, per_peak, frames), body):
            raise PeaksDamaged("not the right kind, or changed")
        both = np.frombuffer(body, "<i2").astype(np.int16).reshape(2, -1)
        return cls(rate, per_peak, frames, both[0], both[1])


def compute_peaks(path: Path, progress: Progress = silent) -> Peaks:
    """Decode ``path`` and reduce it; ``progress`` counts seconds and may raise `Cancelled`. Memory stays flat.

    Packets that do not decode are left out, as players do. Raises `FileUnplayable` where nothing decodes.
    """
    try:
        with opened(str(path)) as source, source.open() as container:
            if not container.streams.audio:
                raise FileUnplayable(reason="it has no sound")
            return _reduce(container, container.streams.audio[0], progress)
    except Refusal as refusal:
        raise FileUnplayable(reason=refusal.word.replace("_", " ")) from refusal
    except FFmpegError as error:
        raise FileUnplayable(reason=type(error).__name__) from error


def _reduce(container: InputContainer, stream: AudioStream, progress: Progress) -> Peaks:
    total = round((container.duration or 0) / 1_000_000)
    heap: _Heap | None = None
    fifo: av.AudioFifo | None = None
    shape: tuple[str, int] | None = None
    for frame in _frames(container, stream):
        if heap is None:
            heap = _Heap(frame.sample_rate)
        if fifo is None or shape != (frame.format.name, frame.layout.nb_channels):
            if fifo is not None and fifo.samples:
                heap.add(fifo.read(0, partial=True))  # the sound goes on in another form: rare, and legal
            fifo, shape = av.AudioFifo(), (frame.format.name, frame.layout.nb_channels)
        frame.pts = None  # the queue refuses gaps in time; sound is drawn as it is played, without them
        fifo.write(frame)
        while fifo.samples >= heap.batch_frames:
            heap.add(fifo.read(heap.batch_frames))
            progress(min(heap.frames // heap.sample_rate, total or heap.frames), total)
    if heap is None or fifo is None:
        raise FileUnplayable(reason="no sound in it decodes")
    if fifo.samples:
        heap.add(fifo.read(0, partial=True))
    return heap.peaks()


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[av.AudioFrame]:
    for packet in container.demux(stream):
        frames: list[Any] = []
        with contextlib.suppress(FFmpegError):  # one broken packet is a click, not the end
            frames = packet.decode()
        yield from frames


class _Heap:
    """Collects peaks batch by batch, and halves their detail when they become too many."""

    def __init__(self, sample_rate: int) -> None:
        self.sample_rate = sample_rate
        self.frames = 0
        self._per_peak = max(1, sample_rate // PEAKS_PER_SECOND)
        self._count = 0
        self._minima: list[PeakArray] = []
        self._maxima: list[PeakArray] = []

    @property
    def batch_frames(self) -> int:
        return self._per_peak * _BATCH

    def add(self, frame: av.AudioFrame | None) -> None:
        if frame is None:
            return
        sound = frame.to_ndarray()  # (channels, frames), or (1, frames * channels) where channels are interleaved
        self.frames += frame.samples
        per_peak = self._per_peak * (sound.shape[-1] // frame.samples)
        self._minima.append(_as_16_bit(_reduced(np.minimum, sound, per_peak)))
        self._maxima.append(_as_16_bit(_reduced(np.maximum, sound, per_peak)))
        self._count += len(self._minima[-1])
        if self._count >= MAX_PEAKS:
            self._halve()

    def peaks(self) -> Peaks:
        return Peaks(
            self.sample_rate, self._per_peak, self.frames, np.concatenate(self._minima), np.concatenate(self._maxima)
        )

    def _halve(self) -> None:
        self._minima = [_reduced(np.minimum, np.concatenate(self._minima), 2)]
        self._maxima = [_reduced(np.maximum, np.concatenate(self._maxima), 2)]
        self._count = len(self._minima[0])
        self._per_peak *= 2


def _reduced(extreme: np.ufunc, values: NDArray[Any], step: int) -> NDArray[Any]:
    """The extreme of each ``step`` values along time and over all rows; the last one may have fewer."""
    rows = values.reshape(-1, values.shape[-1])
    whole = rows.shape[1] // step * step
    parts = [extreme.reduce(rows[:, :whole].reshape(len(rows), -1, step), axis=2)] if whole else []
    if whole < rows.shape[1]:
        parts.append(extreme.reduce(rows[:, whole:], axis=1, keepdims=True))
    joined = np.concatenate(parts, axis=1) if parts else rows[:, :0]
    return np.asarray(extreme.reduce(joined, axis=0))


def _as_16_bit(values: NDArray[Any]) -> PeakArray:
    """Peaks at 16 bit full scale: from floats around ±1, unsigned bytes, or integers of any width."""
    if values.dtype.kind == "f":
        clean = np.nan_to_num(values, nan=0.0, posinf=1.0, neginf=-1.0)
        scaled = np.rint(np.clip(clean, -1.0, 1.0) * _FULL)
    elif values.dtype == np.uint8:
        scaled = (values.astype(np.int32) - 128) * 256
    else:
        scaled = values >> (8 * values.dtype.itemsize - 16)
    return np.asarray(scaled, dtype=np.int16)


def _digest(numbers: tuple[int, int, int], body: bytes) -> bytes:
    digest = hashlib.sha256(struct.pack("<IIQ", *numbers))
    digest.update(body)
    return digest.digest()
