"""Finds what is wrong with a library before it hurts: its database, folders, disk, files, search and clock.

A healthy library has no findings. ``docs/health.md`` explains each code; those in `REPAIRS` can be mended here.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from vrp.backend import files
from vrp.backend.domain.findings import Finding, Severity
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.recordings import StoredFile
from vrp.backend.errors import BackupFault, InternalFault, VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import checks, counting, schema
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.phrases import Phrase
from vrp.backend.services.backup import BackupService
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.every_recording import every_file
from vrp.backend.services.verification import VerificationService

MEBIBYTE: Final = 1024 * 1024
WAL_MEBIBYTES: Final = 128  # twice what the log is cut to at each checkpoint: one has not happened for long
LITTLE_MEBIBYTES: Final = 1024
SCARCE_MEBIBYTES: Final = 100
UNPROVEN_FOR: Final = timedelta(days=7)
_EARLIEST: Final = datetime(2024, 1, 1, tzinfo=UTC)  # a clock before the program's first version is wrong
_TOLD: Final = 20  # missing files that are named one by one


@dataclass(slots=True)
class HealthReport:
    """``checked`` names the checks that ran; ``repaired`` the codes that were mended."""

    checked: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)

    @property
    def repairable(self) -> list[str]:
        """The codes among the findings that can be mended."""
        return sorted({finding.code for finding in self.findings} & REPAIRS.keys())


class DatabaseHealthCheck:
    """The database answers, is of this version, and passes its own tests."""

    name = Phrase("database")

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, *, deep: bool) -> Iterator[Finding]:
        try:
            with self._database.get_db_session("health") as session:
                revision, faults = checks.revision(session), checks.integrity(session, deep=deep)
                strays = checks.foreign_keys(session)
        except VrpError as fault:
            told = {"fault": fault.summary, "action": fault.sentences[-1]}
            yield Finding("VRP-2101", Severity.ERROR, Phrase("The database does not answer: {fault} {action}", **told))
            return
        if revision != (known := schema.known_revisions()[-1]):
            message = Phrase(
                "The database is of version {found}, this program of {known}. Close it and start it again.",
                found=revision,
                known=known,
            )
            yield Finding("VRP-2102", Severity.ERROR, message)
        if faults:
            message = Phrase(
                "The database's file is damaged ({faults}). The audio files are not affected. "
                "Keep the folder as it is and restore the database from a backup.",
                faults="; ".join(faults),
            )
            yield Finding("VRP-2103", Severity.ERROR, message)
        if strays:
            message = Phrase(
                "{count} rows of the database name others that are not there. Restore it from a backup.", count=strays
            )
            yield Finding("VRP-2104", Severity.ERROR, message)
        if (size := checks.wal_bytes(self._database)) > WAL_MEBIBYTES * MEBIBYTE:
            message = Phrase(
                "The database's log has grown to {size} MiB. Nothing is lost; repair shortens it.",
                size=size // MEBIBYTE,
            )
            yield Finding("VRP-2105", Severity.WARNING, message)


class SearchHealthCheck:
    """The search knows every recording."""

    name = Phrase("search")

    def __init__(self, database: Database) -> None:
        self.database = database

    def run(self, *, deep: bool) -> Iterator[Finding]:
        if not (self._compare() if deep else self._count()):
            message = Phrase(
                "The search does not know all recordings. They are all there; repair makes the search anew."
            )
            yield Finding("VRP-2109", Severity.WARNING, message)

    def _count(self) -> bool:
        with self.database.get_db_session("health_search") as session:
            return checks.search_is_in_step(session, deep=False)

    @transactional("health_search")
    def _compare(self, session: Session) -> bool:
        return checks.search_is_in_step(session, deep=True)


class CountsHealthCheck:
    """The kept counts are those that counting gives; a second at a million rows, so only the deep check looks."""

    name = Phrase("counts")

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, *, deep: bool) -> Iterator[Finding]:
        if not deep:
            return
        with self._database.get_db_session("health_counts") as session:
            sound = counting.are_in_step(session)
        if not sound:
            message = Phrase(
                "The numbers beside the places and tags are wrong. No recording is; repair counts them anew."
            )
            yield Finding("VRP-2113", Severity.WARNING, message)


class FolderHealthCheck:
    """The library's folders are there, can be written to, and are nobody else's."""

    name = Phrase("folders")

    def __init__(self, paths: LibraryPaths) -> None:
        self._paths = paths

    def run(self, *, deep: bool) -> Iterator[Finding]:
        del deep
        for folder in self._paths.folders():
            shown = folder.relative_to(self._paths.root).as_posix()
            try:
                with tempfile.TemporaryFile(dir=folder):
                    pass
                mode = folder.stat().st_mode
            except OSError as error:
                message = Phrase(
                    "The folder “{folder}” of the library cannot be written to ({reason}). Check its rights.",
                    folder=shown,
                    reason=os.strerror(error.errno or 0),
                )
                yield Finding("VRP-2107", Severity.ERROR, message)
                continue
            if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
                message = Phrase(
                    "Other users of this computer can look into the folder “{folder}”. Repair closes it to them.",
                    folder=shown,
                )
                yield Finding("VRP-2108", Severity.WARNING, message)


class DiskHealthCheck:
    """There is room on the library's own disk."""

    name = Phrase("disk")

    def __init__(self, paths: LibraryPaths) -> None:
        self._paths = paths

    def run(self, *, deep: bool) -> Iterator[Finding]:
        del deep
        free = shutil.disk_usage(self._paths.root).free // MEBIBYTE
        if free < LITTLE_MEBIBYTES:
            severity = Severity.ERROR if free < SCARCE_MEBIBYTES else Severity.WARNING
            message = Phrase(
                "Only {free} MiB are free on the library's disk. Free some room before you record.", free=free
            )
            yield Finding("VRP-2106", severity, message)


class FilesHealthCheck:
    """Each recording has its file, of the right size; deep: with the right bytes, and no file is a stranger."""

    name = Phrase("files")

    def __init__(self, database: Database, paths: LibraryPaths, verification: VerificationService) -> None:
        self._database = database
        self._paths = paths
        self._verification = verification

    def run(self, *, deep: bool, progress: Progress = silent) -> Iterator[Finding]:
        if deep:
            yield from self._verification.verify(progress).findings
            return
        found = 0
        for page in every_file(self._database):
            for one, size in self._wrong(page):
                found += 1
                if found <= _TOLD:
                    yield _wrong_file(one, there=size is not None)
        if found > _TOLD:
            message = Phrase("{count} more files are missing or have changed. Run the full check.", count=found - _TOLD)
            yield Finding("VRP-2110", Severity.ERROR, message)

    def _wrong(self, page: list[StoredFile]) -> Iterator[tuple[StoredFile, int | None]]:
        """Those whose file has another size than it should, or None; not those that were purged just now."""
        wrong = [(one, size) for one in page if (size := self._size(one)) != one.size]
        if wrong:
            with self._database.get_db_session("health_files") as session:
                there = RecordingRepository(session).known_ids(one.id for one, _ in wrong)
            yield from ((one, size) for one, size in wrong if one.id in there)

    def _size(self, one: StoredFile) -> int | None:
        try:
            return os.lstat(self._paths.audio_file(one.name)).st_size
        except (OSError, InternalFault):  # also a name that is none of ours
            return None


def _wrong_file(one: StoredFile, *, there: bool) -> Finding:
    """``there``: it is not missing."""
    if there:
        told = Phrase(
            "The file of “{title}” has changed. Run the full check, and look for it in a backup.", title=one.title
        )
        return Finding("VRP-2002", Severity.ERROR, told, one.id)
    told = Phrase("The file of “{title}” is missing. Run the full check, and look for it in a backup.", title=one.title)
    return Finding("VRP-2001", Severity.ERROR, told, one.id)


class ClockHealthCheck:
    """The computer's clock can be right."""

    name = Phrase("clock")

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def run(self, *, deep: bool) -> Iterator[Finding]:
        del deep
        now = self._clock()
        with self._database.get_db_session("health_clock") as session:
            newest = checks.newest(session)
        if now < _EARLIEST or (newest is not None and newest > now + timedelta(days=1)):
            message = Phrase(
                "The computer's clock says {date}, which cannot be. New recordings would get wrong dates. "
                "Set the clock.",
                date=now,
            )
            yield Finding("VRP-2111", Severity.WARNING, message)


class BackupHealthCheck:
    """Within a week a backup was proven restorable."""

    name = Phrase("backups")

    def __init__(self, database: Database, backup: BackupService | None, clock: Clock) -> None:
        self._database = database
        self._backup = backup
        self._clock = clock

    def run(self, *, deep: bool) -> Iterator[Finding]:
        del deep
        if self._backup is None:
            return
        with self._database.get_db_session("health_backups") as session:
            oldest = checks.oldest(session)
        now = self._clock()
        if oldest is None or now - oldest < UNPROVEN_FOR:
            return  # a new library, or an empty one
        try:
            proofs = [one.proof.at for one in self._backup.snapshots() if one.proof is not None]
        except VrpError as fault:
            told = fault.summary
        else:
            if proofs and now - max(proofs) < UNPROVEN_FOR:
                return
            last = max(proofs, default=None)
            told = Phrase("The last was on {date}.", date=last) if last else Phrase("There was none yet.")
        message = Phrase(
            "For more than a week no backup was proven restorable. {told} Back up, to a disk that is connected.",
            told=told,
        )
        yield Finding("VRP-2112", Severity.WARNING, message)


class HealthService:
    """Runs all checks. Reads only, but for `repair`."""

    def __init__(
        self,
        database: Database,
        paths: LibraryPaths,
        verification: VerificationService,
        backup: BackupService | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self.database = database
        self._paths = paths
        self._backup = backup
        self._files = FilesHealthCheck(database, paths, verification)
        self._backups = BackupHealthCheck(database, backup, clock)
        self._checks = (
            SearchHealthCheck(database), CountsHealthCheck(database), FolderHealthCheck(paths), DiskHealthCheck(paths),
            ClockHealthCheck(database, clock), self._backups,
        )  # fmt: skip

    def check(self, *, deep: bool = False, progress: Progress = silent) -> HealthReport:
        """Look at everything; ``deep`` also reads every byte, which takes as long as a copy of the library.

        ``progress`` counts bytes when ``deep``. Where the database does not answer or is damaged, what needs it is
        left out.
        """
        base = DatabaseHealthCheck(self.database)
        report = HealthReport([base.name], list(base.run(deep=deep)))
        answers = not {"VRP-2101", "VRP-2103"} & {finding.code for finding in report.findings}
        for check in self._checks:
            if answers or isinstance(check, (FolderHealthCheck, DiskHealthCheck)):
                report.checked.append(check.name)
                report.findings.extend(check.run(deep=deep))
        if answers:
            report.checked.append(self._files.name)
            report.findings.extend(self._files.run(deep=deep, progress=progress))
        return report

    def backup_is_overdue(self) -> bool:
        """Whether the check of the backups would find something."""
        return any(True for _ in self._backups.run(deep=False))

    def repair(self, report: HealthReport, *, deep: bool = False, progress: Progress = silent) -> HealthReport:
        """Mend what can be mended of ``report``, and check again."""
        codes = report.repairable
        if codes and self._backup is not None:
            with contextlib.suppress(BackupFault):  # what is mended is no recording
                self._backup.create(Reason.REPAIR)
        for code in codes:
            REPAIRS[code](self)
        again = self.check(deep=deep, progress=progress)
        again.repaired = [code for code in codes if code not in {finding.code for finding in again.findings}]
        return again

    def shorten_log(self) -> None:
        checks.checkpoint(self.database)

    def mend_folders(self) -> None:
        """Make those that are missing, and close all to others."""
        for folder in self._paths.folders():
            files.make_private_folder(folder)
            folder.chmod(files.PRIVATE_FOLDER)

    @transactional("rebuild_search")
    def rebuild_search(self, session: Session) -> None:
        checks.rebuild_search(session)

    @transactional("recount")
    def recount(self, session: Session) -> None:
        counting.recount(session)


REPAIRS: Final[dict[str, Callable[[HealthService], None]]] = {
    "VRP-2105": HealthService.shorten_log,
    "VRP-2107": HealthService.mend_folders,
    "VRP-2108": HealthService.mend_folders,
    "VRP-2109": HealthService.rebuild_search,
    "VRP-2113": HealthService.recount,
}
