"""The WAV file of a take: one that every reader can open at any moment, and that no crash makes unreadable.

Layout, always the same, so that the header can be patched in place::

    0   RIFF size WAVE          becomes RF64 beyond 4 GiB (EBU Tech 3306)
    12  JUNK 28 bytes           becomes ds64 with the sizes in 64 bits
    48  fmt  16 bytes           plain PCM: older readers refuse the extensible form for 24 bits
    72  data size
    80  frames
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vrp.backend.domain.takes import BIT_DEPTHS, MAX_CHANNELS, CaptureFormat
from vrp.backend.errors import AudioDamaged
from vrp.backend.files import write_all

DATA_OFFSET: Final = 80
_MAX_32: Final = 0xFFFF_FFFF
_PCM: Final = 1
_HEADER: Final = struct.Struct("<4sI4s 4sI28s 4sIHHIIHH 4sI")
_DS64: Final = struct.Struct("<QQQI")


@dataclass(frozen=True, slots=True)
class WavInfo:
    """``frames`` is what lies in the file; ``claimed`` what its header says."""

    format: CaptureFormat
    frames: int
    claimed: int


def header(format: CaptureFormat, frames: int) -> bytes:
    """The 80 bytes that describe ``frames`` frames of ``format``."""
    block = format.bytes_per_frame
    data = frames * block
    riff = DATA_OFFSET - 8 + data + data % 2
    large = riff > _MAX_32
    return _HEADER.pack(
        b"RF64" if large else b"RIFF",
        _MAX_32 if large else riff,
        b"WAVE",
        b"ds64" if large else b"JUNK",
        _DS64.size,
        _DS64.pack(riff, data, frames, 0) if large else bytes(_DS64.size),
        b"fmt ",
        16,
        _PCM,
        format.channels,
        format.sample_rate,
        format.sample_rate * block,
        block,
        format.bits,
        b"data",
        _MAX_32 if large else data,
    )


class TakeWav:
    """A WAV being written. Every error is the system's own `OSError`; what was written before it stays whole."""

    def __init__(self, path: Path, format: CaptureFormat) -> None:
        self.format = format
        self.bytes_written = 0
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            write_all(self._fd, header(format, 0))
            os.fsync(self._fd)
        except OSError:
            os.close(self._fd)
            raise

    @property
    def frames(self) -> int:
        """Whole frames in the file so far."""
        return self.bytes_written // self.format.bytes_per_frame

    def write(self, data: bytes) -> None:
        """Append interleaved little-endian samples; counts what arrived even where the disk is full half-way."""
        view = memoryview(data)
        while view:
            written = os.write(self._fd, view)
            self.bytes_written += written
            view = view[written:]

    def sync(self) -> None:
        """Make header and audio durable as they are now."""
        self._patch()
        os.fsync(self._fd)

    def close(self, *, sync: bool = True) -> None:
        """Last patch and close. ``sync=False`` after a failed fsync: asking again would claim what is not true."""
        if self._fd < 0:
            return
        try:
            self._patch()
            if sync:
                write_all(self._fd, b"\0" * (self.bytes_written % 2))
                os.fsync(self._fd)
        finally:
            os.close(self._fd)
            self._fd = -1

    def _patch(self) -> None:
        patched = header(self.format, self.frames)
        position = os.lseek(self._fd, 0, os.SEEK_CUR)
        os.lseek(self._fd, 0, os.SEEK_SET)
        try:
            write_all(self._fd, patched)
        finally:
            os.lseek(self._fd, position, os.SEEK_SET)


def read_wav(path: Path) -> WavInfo:
    """Format and frames of a WAV that `TakeWav` wrote; raises `AudioDamaged` for anything else, whatever its bytes."""
    with path.open("rb") as file:
        found = _parse(file.read(DATA_OFFSET))
        size = os.fstat(file.fileno()).st_size
    if found is None:
        raise AudioDamaged(name=path.name)
    format, claimed = found
    return WavInfo(format, _frames_in(size, format), claimed)


def mend_header(path: Path, format: CaptureFormat | None = None) -> WavInfo:
    """Make the header tell the whole frames that lie in the file, durably; audio is never touched.

    ``format``, from the manifest, serves where a power cut left the header empty. Raises `AudioDamaged` where neither
    is known, and `OSError`.
    """
    with path.open("r+b") as file:
        head = file.read(DATA_OFFSET)
        size = os.fstat(file.fileno()).st_size
        found = _parse(head)
        known = found[0] if found else (format if not any(head) else None)
        if known is None:
            raise AudioDamaged(name=path.name)
        frames = _frames_in(size, known)
        patched = header(known, frames)
        if head != patched:
            file.seek(0)
            file.write(patched)
            file.flush()
            os.fsync(file.fileno())
    return WavInfo(known, frames, frames)


def _frames_in(size: int, format: CaptureFormat) -> int:
    return max(0, size - DATA_OFFSET) // format.bytes_per_frame


def _parse(head: bytes) -> tuple[CaptureFormat, int] | None:
    """Format and claimed frames, or None where these are not the 80 bytes of a take."""
    if len(head) < DATA_OFFSET:
        return None
    riff, _, wave, reserve, _, ds64, fmt, _, tag, channels, rate, _, block, bits, data, size = _HEADER.unpack(head)
    marks = (riff, wave, reserve, fmt, tag, data)
    ours = [(b"RIFF", b"WAVE", b"JUNK", b"fmt ", _PCM, b"data"), (b"RF64", b"WAVE", b"ds64", b"fmt ", _PCM, b"data")]
    if marks not in ours or bits not in BIT_DEPTHS or not 1 <= channels <= MAX_CHANNELS or not 1 <= rate <= 768_000:
        return None
    format = CaptureFormat(rate, channels, bits)
    if block != format.bytes_per_frame:
        return None
    if riff == b"RF64":
        size = _DS64.unpack(ds64)[1]
    return format, size // block
