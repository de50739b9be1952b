"""Scrub: reads every file of the library again, and brings a good copy from a backup for each that was changed.

A damaged file is never made good by believing it: its checksum stays what it was, the good bytes must have it, and the
damaged ones are kept aside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import structlog

from vrp.backend import files
from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import BackupFault, DiskFull, OnBattery
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.file_checks import FileCheckRepository
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.every_recording import bytes_of_all, every_recording
from vrp.backend.services.power import on_battery
from vrp.backend.services.restoring_audio import set_aside
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import AudioEntry

_RESERVE_BYTES: Final = 16 * 1024 * 1024

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is missing or changed. ``first`` and ``last`` are seconds, known where there is a good copy."""

    recording: Recording
    missing: bool
    repaired: bool
    first: float | None = None
    last: float | None = None


@dataclass(slots=True)
class ScrubReport:
    """``checked`` counts files."""

    checked: int = 0
    damages: list[Damage] = field(default_factory=list)


class ScrubService:
    """Reads all, and repairs from a backup folder where there is one. The caller holds the library's lock."""

    def __init__(
        self,
        database: Database,
        paths: LibraryPaths,
        clock: Clock = utc_now,
        battery: Callable[[], bool] = on_battery,
    ) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock
        self._battery = battery

    def scrub(
        self,
        store: BackupStore | None = None,
        progress: Progress = silent,
        before_repair: Callable[[], object] = lambda: None,
    ) -> ScrubReport:
        """Read every file; replace those that were damaged by good copies from ``store``.

        ``progress`` counts bytes; ``before_repair`` is called once, before the first repair. Raises `OnBattery`, at
        any time, and `Cancelled`; what was repaired stays so.
        """
        meter = Meter(progress, bytes_of_all(self.database))
        report = ScrubReport()
        for recordings in every_recording(self.database):
            whole: list[int] = []
            for recording in recordings:
                if self._battery():
                    raise OnBattery
                report.checked += 1
                if self._is_whole(recording, meter):
                    whole.append(recording.id)
                    continue
                if store is not None and not report.damages:
                    before_repair()
                report.damages.append(self._repair(recording, store, meter))
            self._note_whole(whole)
        log.info("library_scrubbed", checked=report.checked, damaged=len(report.damages),
                 repaired=sum(one.repaired for one in report.damages))  # fmt: skip
        return report

    @transactional("file_checks")
    def _note_whole(self, session: Session, ids: list[int]) -> None:
        FileCheckRepository(session).note(ids, self._clock())

    def _is_whole(self, recording: Recording, meter: Meter) -> bool:
        path = self._paths.audio_file(recording.stored_filename)
        try:
            files.forget(path)
            return files.hash_file(path, meter.advance) == recording.checksum
        except OSError:
            with self.database.get_db_session("scrub_again") as session:
                return RecordingRepository(session).by_uuid(recording.uuid) is None  # purged meanwhile

    def _repair(self, recording: Recording, store: BackupStore | None, meter: Meter) -> Damage:
        path = self._paths.audio_file(recording.stored_filename)
        missing = not path.exists()
        draft = self._paths.staging / f"{path.name}.part"
        if store is None or not self._bring(store, recording, draft, meter):
            return Damage(recording, missing, repaired=False)
        span = (None, None) if missing else _damaged_span(draft, path, recording.duration)
        set_aside(self._paths, path)
        files.make_private_folder(path.parent)
        files.publish(draft, path)
        self._note(recording.id)
        return Damage(recording, missing, repaired=True, first=span[0], last=span[1])

    def _bring(self, store: BackupStore, recording: Recording, draft: Path, meter: Meter) -> bool:
        """The good copy, checked against the recording's own checksum; the store needs no snapshot for that."""
        draft.unlink(missing_ok=True)
        if files.free_bytes(self._paths.staging) < recording.filesize_bytes + _RESERVE_BYTES:
            raise DiskFull(path=self._paths.root)
        entry = AudioEntry(audio=recording.checksum, size=recording.filesize_bytes)
        try:
            store.restore_audio("(any)", entry, draft, lambda _count: meter.advance(0))
        except BackupFault as fault:
            log.warning("scrub_without_good_copy", recording=recording.id, code=fault.code)
            return False
        return True

    @transactional("repair")
    def _note(self, session: Session, id_: int) -> None:
        RecordingRepository(session).change(id_, Action.REPAIRED, self._clock())


def _damaged_span(good: Path, bad: Path, duration: float) -> tuple[float | None, float | None]:
    """The seconds between which the two differ: exact to a second where a second has as many bytes as any other."""
    first = last = None
    offset, size = 0, max(good.stat().st_size, 1)
    try:
        with good.open("rb") as one, bad.open("rb") as other:
            while True:
                left, right = one.read(files.BLOCK), other.read(files.BLOCK)
                if not left:
                    break
                if left != right:
                    first = offset + _first_difference(left, right) if first is None else first
                    last = offset + _last_difference(left, right)
                offset += len(left)
    except OSError:  # a place of the disk that cannot be read is the damage
        first, last = (offset if first is None else first), size
    if first is None or last is None:
        return None, None
    return duration * first / size, duration * last / size


def _first_difference(left: bytes, right: bytes) -> int:
    low, high = 0, len(left)
    while low < high:
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _last_difference(left: bytes, right: bytes) -> int:
    if len(left) != len(right):
        return len(left)
    return len(left) - _first_difference(left[::-1], right[::-1])
