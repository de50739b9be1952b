"""Writes one take in a thread of its own, so that a slow disk costs memory and not sound."""

from __future__ import annotations

import errno
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vrp.backend.audio import take_folder
from vrp.backend.audio.take_folder import WAV_NAME, TakeManifest
from vrp.backend.audio.wav import TakeWav
from vrp.backend.domain.takes import EndReason, Gap, TakeEnded
from vrp.backend.errors import CaptureFault, DiskFull, LibraryFault, TakeDiskFull, TakeWriteFailed

SYNC_SECONDS: Final = 1.0
# Sound is written in pieces of this length: each wakes a thread, and what is not written yet dies with the process.
PIECE_SECONDS: Final = 0.1
QUEUE_SECONDS: Final = 30
QUEUE_BYTES: Final = 16 << 20


@dataclass(frozen=True, slots=True)
class Begun:
    """The take's file exists and takes in sound."""

    uuid: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The take's file is closed; ``fault`` says why if that was not asked for; ``take`` is None if it never began."""

    take: TakeEnded | None
    fault: CaptureFault | None = None


class TakeWriter(threading.Thread):
    """`put` sound from the engine's loop, then `finish`. ``tell`` is called in this thread: `Begun`, then `Ended`."""

    def __init__(self, takes: Path, manifest: TakeManifest, tell: Callable[[Begun | Ended], None]) -> None:
        super().__init__(name="take-writer", daemon=True)
        self.manifest = manifest
        self.frames = 0
        self._takes = takes
        self._tell = tell
        self._changed = threading.Condition()
        self._queue: deque[bytes] = deque()
        self._queued = 0
        second = manifest.format.sample_rate * manifest.format.bytes_per_frame
        self._piece = PIECE_SECONDS * second
        self._limit = max(QUEUE_BYTES, QUEUE_SECONDS * second)
        self._gaps: list[Gap] = []
        self._reason: EndReason | None = None

    def put(self, data: bytes) -> None:
        """Whole frames. Where the disk has not kept up for `QUEUE_SECONDS` they are dropped, and noted as a gap."""
        frames = len(data) // self.manifest.format.bytes_per_frame
        with self._changed:
            if self._queued + len(data) > self._limit:
                self._gaps.append(Gap(self.frames, frames))
                return
            self._queue.append(data)
            self._queued += len(data)
            self.frames += frames
            if self._queued >= self._piece:
                self._changed.notify_all()

    def note(self, gap: Gap) -> None:
        with self._changed:
            self._gaps.append(gap)

    def finish(self, reason: EndReason) -> None:
        """Write what is queued and close; the first reason counts."""
        with self._changed:
            self._reason = self._reason or reason
            self._changed.notify_all()

    def run(self) -> None:
        try:
            folder = take_folder.create(self._takes, self.manifest)
            with take_folder.locked(folder):
                wav = TakeWav(folder / WAV_NAME, self.manifest.format)
                self._tell(Begun(self.manifest.uuid))
                ended = self._write_to_end(folder, wav)
        except (OSError, LibraryFault) as error:
            ended = Ended(None, _fault(error))
        self._tell(ended)  # not before the lock is free: whoever hears this may want the take

    def _write_to_end(self, folder: Path, wav: TakeWav) -> Ended:
        fault: CaptureFault | None = None
        try:
            self._write(wav)
            wav.close()
        except OSError as error:
            fault = _fault(error)
            self.finish(EndReason.DISK_FULL if isinstance(fault, TakeDiskFull) else EndReason.WRITE_FAILED)
            _close_after(wav)
        reason, gaps = self._reason or EndReason.REQUESTED, tuple(self._gaps)
        manifest = self.manifest.ended(wav.frames, reason, gaps)
        try:
            take_folder.write_manifest(folder, manifest)
        except LibraryFault as error:
            # The file tells the same, and is mended from itself if nobody keeps the take now.
            fault = fault or _fault(error)
        take = TakeEnded(manifest.uuid, wav.frames, manifest.format, reason, manifest.device, manifest.gaps)
        return Ended(take, fault)

    def _write(self, wav: TakeWav) -> None:
        synced = time.monotonic()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._queued >= self._piece or self._reason is not None, SYNC_SECONDS)
                data = b"".join(self._queue)
                self._queue.clear()
                self._queued = 0
                last = self._reason is not None
            wav.write(data)
            if last:
                return
            if time.monotonic() - synced >= SYNC_SECONDS - PIECE_SECONDS:  # with the next piece it would be too late
                wav.sync()
                synced = time.monotonic()


def _close_after(wav: TakeWav) -> None:
    """Close a file that has failed already: its header may still be patched, but no second fsync is believed."""
    try:
        wav.close(sync=False)
    except OSError:
        return  # mended from the file's size when the take is kept


def _fault(error: OSError | LibraryFault) -> CaptureFault:
    if isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)):
        return TakeDiskFull()
    if isinstance(error, OSError):
        return TakeWriteFailed(reason=errno.errorcode.get(error.errno or 0, type(error).__name__))
    return TakeWriteFailed(reason=error.params.get("reason", type(error).__name__))
