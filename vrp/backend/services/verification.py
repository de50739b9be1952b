"""Proves that the library is whole: every row has its file with the same bytes, and every file its row.

And that nobody changed it behind the program's back: the history is one unbroken chain and says what the rows say.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vrp.backend import files
from vrp.backend.domain.findings import Finding, Severity
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import VrpError
from vrp.backend.metrics import PerformanceMonitor, monitor_performance
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.file_checks import FileCheckRepository
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.snapshot import DatabaseReader
from vrp.backend.persistence.transactions import transactional
from vrp.backend.phrases import Phrase
from vrp.backend.services import sidecars
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.every_recording import bytes_of_all, every_recording
from vrp.backend.services.history_check import check_history

_THREADS: Final = 2  # hashing is bound by the cores, then by the disk


@dataclass(slots=True)
class VerifyReport:
    """``checked`` counts recordings."""

    checked: int = 0
    findings: list[Finding] = field(default_factory=list)


class VerificationService:
    """Mends nothing. When a file was found whole is noted; by `verify` where ``notes`` says that the lock is held.

    May run while another process records or imports: what that one has in hand is left out.
    """

    def __init__(self, database: Database, paths: LibraryPaths, clock: Clock = utc_now, *, notes: bool = False) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock
        self._notes = notes

    @property
    def monitor(self) -> PerformanceMonitor | None:
        return self.database.monitor

    @monitor_performance("verify")
    def verify(self, progress: Progress = silent) -> VerifyReport:
        """Hold the rows against their history, and every file against its row; look for files that no row knows.

        ``progress`` counts bytes.
        """
        report = VerifyReport()
        with self.database.get_db_session("verify_history") as session:
            report.findings.extend(check_history(session))
        meter = Meter(progress, bytes_of_all(self.database))
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="verify") as threads:
            try:
                for recordings in every_recording(self.database):
                    self._check_page(recordings, threads, meter, report)
            except BaseException:  # a cancel too must end the threads
                threads.shutdown(wait=False, cancel_futures=True)
                raise
        report.findings.extend(self._orphans())
        return report

    def check(self, recording: Recording, progress: Progress = silent) -> list[Finding]:
        """Read the file of one recording again and hold it, and its side file, against its row.

        Where its sound is whole, that is noted as its last check. ``progress`` counts bytes.
        """
        findings = self._check(recording, Meter(progress, recording.filesize_bytes))
        if not any(finding.severity is Severity.ERROR for finding in findings):
            self._note([recording.id])
        return findings

    @transactional("file_checks")
    def _note(self, session: Session, ids: list[int]) -> None:
        FileCheckRepository(session).note(ids, self._clock())

    def _check_page(
        self, recordings: Sequence[Recording], threads: ThreadPoolExecutor, meter: Meter, report: VerifyReport
    ) -> None:
        whole: list[int] = []
        checked = threads.map(lambda one: self._check(one, meter), recordings)
        for recording, findings in zip(recordings, checked, strict=True):
            meter.item = recording.title
            meter.advance(0)
            report.findings.extend(findings)
            if not any(finding.severity is Severity.ERROR for finding in findings):
                whole.append(recording.id)
        report.checked += len(recordings)
        if self._notes:
            self._note(whole)

    def _check(self, recording: Recording, meter: Meter) -> list[Finding]:
        """A finding about a row that was changed or purged since it was read is none."""
        findings = self._compare(recording, meter)
        if not findings:
            return []
        with self.database.get_db_session("verify_again") as session:
            now = RecordingRepository(session).by_uuid(recording.uuid)
        if now is None:
            return []
        return findings if now == recording else self._check(now, meter)

    def _compare(self, recording: Recording, meter: Meter) -> list[Finding]:
        path = self._paths.audio_file(recording.stored_filename)
        if finding := self._check_audio(recording, path, meter):
            return [finding]
        if sidecars.is_stale(self._paths.sidecar(recording.uuid), recording):
            message = Phrase(
                "The side file of “{title}” is missing or out of date. Its sound is whole.", title=recording.title
            )
            return [Finding("VRP-2005", Severity.WARNING, message, recording.id)]
        return []

    def _check_audio(self, recording: Recording, path: Path, meter: Meter) -> Finding | None:
        title = recording.title

        def error(code: str, message: Phrase) -> Finding:
            return Finding(code, Severity.ERROR, message, recording.id)

        try:
            size = path.stat().st_size
            if size != recording.filesize_bytes:
                told = Phrase(
                    "“{title}” has changed: {found} bytes in place of {stored}.",
                    title=title,
                    found=size,
                    stored=recording.filesize_bytes,
                )
                return error("VRP-2002", told)
            if files.hash_file(path, meter.advance) != recording.checksum:
                told = Phrase("“{title}” has changed: its bytes are not those that were stored.", title=title)
                return error("VRP-2002", told)
        except FileNotFoundError:
            told = Phrase("“{title}” is missing: its file is not in the audio folder.", title=title)
            return error("VRP-2001", told)
        except OSError as failure:
            told = Phrase("“{title}” cannot be read ({reason}).", title=title, reason=type(failure).__name__)
            return error("VRP-2003", told)
        return None

    def _orphans(self) -> Iterator[Finding]:
        """Files that belong to no recording. One that came while we looked has its row by now, or is in hand."""
        with contextlib.ExitStack() as stack:
            formers = [stack.enter_context(one) for one in self._formers()]
            for files_ in self._files():
                unknown = self._unknown(files_)
                if unknown:
                    yield from self._strangers(unknown, formers)

    def _files(self) -> Iterator[list[Path]]:
        """What lies in the audio folder, folder by folder."""
        for folder in sorted(self._paths.audio.glob("*")):
            yield sorted(folder.glob("*")) if folder.is_dir() else [folder]  # glob passes over what may not be read

    def _unknown(self, paths: Sequence[Path]) -> list[Path]:
        with self.database.get_db_session("verify_files") as session:
            known = RecordingRepository(session).known_uuids({path.stem for path in paths})
        return [path for path in paths if path.stem not in known]

    def _formers(self) -> Iterator[DatabaseReader]:
        """The databases that were replaced by a restore and are kept to go back to."""
        for path in schema.former_databases(self._paths):
            with contextlib.suppress(VrpError):
                yield DatabaseReader(path)

    def _strangers(self, unknown: list[Path], formers: list[DatabaseReader]) -> Iterator[Finding]:
        in_hand = set(self._in_hand())
        for path in self._unknown(unknown):  # again: what was in hand before may have its row by now
            if path.stem in in_hand or not path.exists():
                continue
            if any(former.knows(path.stem) for former in formers):
                continue  # one step back and it is there again
            shown = path.relative_to(self._paths.audio).as_posix().encode(errors="replace").decode()
            message = Phrase("The file {file} belongs to no recording. It was left alone.", file=f"audio/{shown}")
            yield Finding("VRP-2004", Severity.WARNING, message)

    def _in_hand(self) -> Iterator[str]:
        """Identifiers that an import or a take is working on now, here or at another recorder."""
        for recorder in self._paths.everyone():
            for note in recorder.staging.glob("*.batch"):
                try:
                    yield from (Path(name).stem for name in json.loads(note.read_bytes()))
                except (OSError, ValueError, TypeError, VrpError):
                    continue
            yield from (folder.name for folder in recorder.takes.glob("*"))
