"""Decodes a file into peaks: the whole of it once, or a small part of it sample by sample.

av and numpy are imported here: import this module where it is needed, not where a window opens.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from numpy.typing import NDArray

from vrp.backend.audio.peaks import PEAKS_PER_SECOND, Marks, PeakArray, Peaks, reduced
from vrp.backend.audio.sniffing import Refusal, opened
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.errors import FileUnplayable
from vrp.backend.phrases import Phrase

MAX_PEAKS: Final = 1 << 21  # 5.8 hours at full detail; beyond it, detail is halved so that memory stays flat
MAX_PART: Final = 120.0  # seconds that are decoded sample by sample at once
CLIPPED_RUN: Final = 3  # one sample at full scale may be a true peak; three in a row were cut off
_BATCH: Final = 100  # peaks at once: frame by frame, numpy costs more than decoding does
_RUN_UP: Final = 0.5  # seconds decoded before a part: a decoder needs some sound before what it gives is right
_FULL: Final = 32_767.0


def compute_peaks(path: Path, progress: Progress = silent) -> Peaks:
    """Decode ``path`` and reduce it; ``progress`` counts seconds and may raise `Cancelled`. Memory stays flat.

    Packets that do not decode are left out, as players do. Raises `FileUnplayable` where nothing decodes.
    """
    with _sound(path) as (container, stream):
        return _reduce(container, stream, progress)


def samples(path: Path, start: float, end: float, progress: Progress = silent) -> Peaks:
    """The sound between two times in seconds, a peak a frame; at most `MAX_PART` seconds of it.

    Raises `FileUnplayable`, also where nothing is there, and whatever ``progress`` raises.
    """
    end = min(end, start + MAX_PART)
    with _sound(path) as (container, stream):
        part = _Part(start, end)
        zero = float((stream.start_time or 0) * stream.time_base) if stream.time_base else 0.0
        run_up = max(0.0, start - _RUN_UP)
        if run_up:
            container.seek(round((zero + run_up) * 1_000_000), backward=True)
        for frame in _frames(container, stream):
            progress(0, 0)
            if part.add(frame, zero):
                break
        return part.peaks()


_REFUSALS: Final = {
    "not_audio": Phrase("it is not audio"),
    "no_audio": Phrase("it has no sound"),
    "damaged": Phrase("it is damaged"),
    "implausible": Phrase("it claims what no recording has"),
    "missing": Phrase("its file is not in the library's folder"),
    "unreadable": Phrase("the system refused to open it"),
}


@contextlib.contextmanager
def _sound(path: Path) -> Iterator[tuple[InputContainer, AudioStream]]:
    try:
        with opened(str(path)) as source, source.open() as container:
            if not container.streams.audio:
                raise FileUnplayable(reason=Phrase("it has no sound"))
            yield container, container.streams.audio[0]
    except Refusal as refusal:
        raise FileUnplayable(reason=_REFUSALS.get(refusal.word, refusal.word)) from refusal
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
        raise FileUnplayable(reason=Phrase("no sound in it decodes"))
    if fifo.samples:
        heap.add(fifo.read(0, partial=True))
    return heap.peaks()


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[av.AudioFrame]:
    for packet in container.demux(stream):
        try:
            frames: list[Any] = packet.decode()
        except FFmpegError:  # one broken packet is a click, not the end
            continue
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
        self._clipped: list[Marks] = []

    @property
    def batch_frames(self) -> int:
        return self._per_peak * _BATCH

    def add(self, frame: av.AudioFrame | None) -> None:
        if frame is None:
            return
        sound = _channels(frame)
        self.frames += frame.samples
        low, high = (_as_16_bit(reduced(extreme, sound, self._per_peak)) for extreme in (np.minimum, np.maximum))
        self._minima.append(low)
        self._maxima.append(high)
        self._clipped.append(_clipped(sound, low, high, self._per_peak))
        self._count += len(low)
        if self._count >= MAX_PEAKS:
            self._halve()

    def peaks(self) -> Peaks:
        low, high = np.concatenate(self._minima), np.concatenate(self._maxima)
        return Peaks(self.sample_rate, self._per_peak, self.frames, low, high, np.concatenate(self._clipped))

    def _halve(self) -> None:
        self._minima = [reduced(np.minimum, np.concatenate(self._minima), 2)]
        self._maxima = [reduced(np.maximum, np.concatenate(self._maxima), 2)]
        self._clipped = [reduced(np.logical_or, np.concatenate(self._clipped), 2)]
        self._count = len(self._minima[0])
        self._per_peak *= 2


class _Part:
    """Collects the frames of one stretch. Where in the file the decoder is after a seek, the frames' times tell."""

    def __init__(self, start: float, end: float) -> None:
        self._start, self._end = start, end
        self._rate = 0
        self._first = 0
        self._low: list[PeakArray] = []
        self._high: list[PeakArray] = []
        self._clipped: list[Marks] = []

    def add(self, frame: av.AudioFrame, zero: float) -> bool:
        """Take what belongs to the stretch; True once its end was reached. ``zero``: time of the first frame."""
        self._rate = self._rate or frame.sample_rate
        at = round(((frame.time or 0.0) - zero) * self._rate)
        skip = max(0, round(self._start * self._rate) - at)
        stop = min(frame.samples, round(self._end * self._rate) - at)
        if skip < stop:
            if not self._low:
                self._first = at + skip
            sound = _channels(frame)[:, skip:stop]
            low, high = (_as_16_bit(extreme.reduce(sound, axis=0)) for extreme in (np.minimum, np.maximum))
            self._low.append(low)
            self._high.append(high)
            self._clipped.append(_clipped(sound, low, high, 1))
        return stop < frame.samples

    def peaks(self) -> Peaks:
        if not self._low:
            raise FileUnplayable(reason=Phrase("no sound in it decodes"))
        low, high = np.concatenate(self._low), np.concatenate(self._high)
        return Peaks(self._rate, 1, len(low), low, high, np.concatenate(self._clipped), self._first)


def _channels(frame: av.AudioFrame) -> NDArray[Any]:
    """Shape (channels, frames), also where channels are interleaved."""
    sound = frame.to_ndarray()
    return sound if sound.shape[-1] == frame.samples else sound.reshape(frame.samples, -1).T


def _clipped(sound: NDArray[Any], low: PeakArray, high: PeakArray, per_peak: int) -> Marks:
    """Which peaks hold sound that was cut off; looked at sample by sample only where one is at full scale."""
    none = np.zeros(len(low), np.bool_)
    if high.max(initial=0) < _FULL - 1 and low.min(initial=0) > 1 - _FULL:
        return none
    top, bottom = _limits(sound.dtype)
    full = (sound >= top) | (sound <= bottom)
    run = full.copy()
    for step in range(1, CLIPPED_RUN):
        run[:, step:] &= full[:, :-step]
        run[:, :step] = False
    return np.asarray(reduced(np.logical_or, run, per_peak), np.bool_)


def _limits(kind: np.dtype[Any]) -> tuple[float, float]:
    """From which values on a sample is at full scale; the lowest byte of 32 bits is none of a 24 bit file's."""
    if kind.kind == "f":
        return _FULL / 32_768, -_FULL / 32_768
    limits = np.iinfo(kind)
    slack = 0xFF if limits.bits == 32 else 0
    return limits.max - slack, limits.min + 1


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
