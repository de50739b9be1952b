"""Brings a library's sound into the backup folder: what the folder lacks, each file read again from the disk."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

from vrp.backend.domain.progress import Meter
from vrp.backend.errors import ImportRefused, InternalFault
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.snapshot import AudioRow, DatabaseReader
from vrp.backend.persistence.sources import DatabaseSource
from vrp.backend.store.folder import PREFIXES, BackupStore, is_checksum
from vrp.backend.store.manifest import AudioEntry

_THREADS: Final = 4  # each waits for the disk most of the time
_AHEAD: Final = 16  # folders of audio that are worked on at once: most libraries have few files in each


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


class _Begun(NamedTuple):
    """One folder of audio: what the database names, what is there, and the copying of what is not."""

    checksums: list[str]
    present: dict[str, int]
    copied: dict[str, tuple[AudioRow, Future[tuple[str, int] | None]]]


class AudioCopier:
    """Copies the sound of one library into one backup folder, which is locked meanwhile."""

    def __init__(self, source: DatabaseSource, paths: LibraryPaths, store: BackupStore, tally: Tally) -> None:
        self._source = source
        self._paths = paths
        self._store = store
        self._tally = tally
        self._lost: dict[str, AudioEntry] = {}  # what the library itself lacks is not looked for twice

    def bring(self) -> None:
        """Copy what the folder lacks of the live library's sound, beside the copying of the database.

        The one needs the disk and the other the cores. What the database's copy then names is there already, but for
        the little that came meanwhile.
        """
        with contextlib.suppress(GoneMeanwhile), self._source.live() as live:
            self._tally.meter.total += live.audio_bytes()
            for _ in self.entries(live, self._tally.meter.advance):
                pass

    def entries(
        self, database: DatabaseReader, on_present: Callable[[int], None] = lambda size: None
    ) -> Iterator[AudioEntry]:
        """Of each different file that the database names, in order; the folder has them then.

        ``on_present`` is told the sizes of those that it had before.
        """
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="backup") as threads, self._source.live() as live:
            try:
                begun: deque[_Begun] = deque()
                for prefix in PREFIXES:
                    begun.append(self._begin(database, prefix, threads))
                    if len(begun) == _AHEAD:
                        yield from self._end(live, begun.popleft(), on_present)
                for one in begun:
                    yield from self._end(live, one, on_present)
            except BaseException:  # a cancel too must end the threads
                threads.shutdown(wait=True, cancel_futures=True)
                raise

    def _begin(self, database: DatabaseReader, prefix: str, threads: ThreadPoolExecutor) -> _Begun:
        present = self._store.audio_sizes(prefix)
        checksums = [one for one in database.checksums(prefix) if is_checksum(one)]
        lacking = [one for one in checksums if one not in present and one not in self._lost]
        rows = [row[1] for one in lacking if (row := database.with_checksum(one)) is not None]
        return _Begun(checksums, present, {row.checksum: (row, threads.submit(self._copy, row)) for row in rows})

    def _end(self, live: DatabaseReader, begun: _Begun, on_present: Callable[[int], None]) -> Iterator[AudioEntry]:
        for checksum in begun.checksums:
            if checksum in begun.copied:
                row, copied = begun.copied[checksum]
                yield self._entry(live, row, copied.result())
            elif checksum in begun.present:
                on_present(begun.present[checksum])
                yield AudioEntry(audio=checksum, size=begun.present[checksum])
            elif checksum in self._lost:
                yield self._lost[checksum]
            else:  # it was there a moment ago
                raise GoneMeanwhile

    def _copy(self, row: AudioRow) -> tuple[str, int] | None:
        """Checksum and size of what the row's file has now; None where there is none."""
        with contextlib.suppress(ImportRefused, InternalFault):  # the second for a name that no row of ours has
            path = self._paths.audio_file(row.stored_filename)
            if path.exists():  # of a library without its sound, a hundred thousand are not
                copied = self._store.add_audio(path, self._tally.meter.advance)
                self._tally.added(*copied)
                return copied
        return None

    def _entry(self, live: DatabaseReader, first: AudioRow, copied: tuple[str, int] | None) -> AudioEntry:
        """What became of a file. Of several rows with its bytes any may still have them."""
        changed = None
        for found in chain([copied], map(self._copy, self._same_bytes(live, first))):
            if found is not None and found[0] == first.checksum:
                return AudioEntry(audio=first.checksum, size=found[1])
            changed = found or changed
        lost = AudioEntry(audio=first.checksum, size=first.filesize_bytes, missing=True)
        if changed is not None:
            lost = AudioEntry(
                audio=first.checksum, size=first.filesize_bytes, instead=changed[0], instead_size=changed[1]
            )
        self._lost[first.checksum] = lost
        return lost

    def _same_bytes(self, live: DatabaseReader, first: AudioRow) -> Iterator[AudioRow]:
        """The other rows whose file had the bytes of the first; raises where none is there any more."""
        last = 0
        while (found := live.with_checksum(first.checksum, after=last)) is not None:
            last, row = found
            if row != first:
                yield row
        if not last:
            raise GoneMeanwhile
