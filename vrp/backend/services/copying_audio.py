"""Brings a library's sound into the backup folder: what the folder lacks, each file read again from the disk."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

import structlog

from vrp.backend.domain.progress import Meter
from vrp.backend.errors import ImportRefused, InternalFault
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.snapshot import AudioRow, DatabaseReader
from vrp.backend.persistence.sources import DatabaseSource
from vrp.backend.store.folder import PREFIXES, BackupStore, is_checksum
from vrp.backend.store.manifest import AudioEntry

_THREADS: Final = 4  # each waits for the disk most of the time

log = structlog.get_logger()


@dataclass(slots=True)
class Tally:
    """What one backup has written so far; several threads add to it."""

    meter: Meter
    audio_files: int = 0
    audio_bytes: int = 0
    files_added: int = 0
    bytes_added: int = 0
    missing: int = 0
    touched: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)  # checksums that are being copied
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reset(self) -> None:
        """Count the manifest's entries anew; what was added to the folder stays added."""
        self.audio_files = self.audio_bytes = self.missing = 0

    def added(self, checksum: str, size: int) -> None:
        with self._lock:
            self.files_added += 1
            self.bytes_added += size
            self.touched.add(checksum[:2])

    def count(self, entry: AudioEntry) -> None:
        self.audio_files += 1
        self.audio_bytes += entry.size
        self.missing += entry.missing or entry.instead is not None


class GoneMeanwhile(Exception):
    """A recording was purged after the database had been copied: no error, but the copy has to be made again."""


class AudioCopier:
    """Copies the sound of one library into one backup folder, which is locked meanwhile."""

    def __init__(self, source: DatabaseSource, paths: LibraryPaths, store: BackupStore, tally: Tally) -> None:
        self._source = source
        self._paths = paths
        self._store = store
        self._tally = tally

    def bring(self) -> None:
        """Copy what the folder lacks of the live library's sound, beside the copying of the database.

        The one needs the disk and the other the cores. What the database's copy then names is there already, but for
        the little that came meanwhile.
        """
        with contextlib.suppress(GoneMeanwhile), self._source.live() as live:
            self._tally.meter.total += live.audio_bytes()
            for entry in self.entries(live):
                if entry.audio not in self._tally.fresh:
                    self._tally.meter.advance(entry.size)

    def entries(self, database: DatabaseReader) -> Iterator[AudioEntry]:
        """Of each different file that the database names; the folder has them then."""
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="backup") as threads:
            try:
                for prefix in PREFIXES:
                    present = self._store.audio_sizes(prefix)
                    checksums = [one for one in database.checksums(prefix) if is_checksum(one)]
                    lacking = [one for one in checksums if one not in present]
                    rows = [row[1] for one in lacking if (row := database.with_checksum(one)) is not None]
                    self._tally.fresh = set(lacking)
                    fresh = threads.map(self._add, rows)
                    for checksum in checksums:
                        size = present.get(checksum)
                        yield next(fresh) if size is None else AudioEntry(audio=checksum, size=size)
            except BaseException:  # a cancel too must end the threads
                threads.shutdown(wait=True, cancel_futures=True)
                raise

    def _add(self, first: AudioRow) -> AudioEntry:
        """Copy a file in. Of several rows with these bytes any may still have them."""
        changed = None
        for row in self._same_bytes(first):
            try:
                checksum, size = self._store.add_audio(
                    self._paths.audio_file(row.stored_filename), self._tally.meter.advance
                )
            except (ImportRefused, InternalFault):  # the second for a name that no row of ours has
                continue
            self._tally.added(checksum, size)
            if checksum == row.checksum:
                return AudioEntry(audio=checksum, size=size)
            changed = checksum, size
        log.warning("backup_lacks_file", changed=changed is not None)
        if changed is None:
            return AudioEntry(audio=first.checksum, size=first.filesize_bytes, missing=True)
        return AudioEntry(audio=first.checksum, size=first.filesize_bytes, instead=changed[0], instead_size=changed[1])

    def _same_bytes(self, first: AudioRow) -> Iterator[AudioRow]:
        """The row itself, and only where its file is no good the others; raises where none is there any more."""
        yield first
        last = 0
        with self._source.live() as live:
            while (found := live.with_checksum(first.checksum, after=last)) is not None:
                last, row = found
                if row != first:
                    yield row
        if not last:
            raise GoneMeanwhile
