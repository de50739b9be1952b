"""Import: copies come into the library whole, durable and examined, or not at all.

The order for each batch, which leaves all or nothing wherever it is cut off: copy into ``staging/`` while hashing →
examine the copy in the probe's own process → fsync → note the batch → rename into ``audio/`` with its sidecar → fsync
the folders → one transaction with all the rows → drop the note. Only then a file counts as imported. How a source
becomes a copy is in `import_copying`, what happens to a copy from the second step on in `import_batches`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog

from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.metrics import PerformanceMonitor, monitor_performance
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.database import Database
from vrp.backend.services import import_batches, legacy
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.import_batches import Batches, Probe
from vrp.backend.services.import_copying import Copier
from vrp.backend.services.import_run import Imported, ImportReport, Refused, Run, Skipped
from vrp.backend.services.sources import Found, find

__all__ = ["ImportReport", "ImportService", "Imported", "Refused", "Skipped"]

log = structlog.get_logger()


class ImportService:
    """Brings files into one library. One import at a time; the caller holds the library's lock.

    What it has in ``staging/`` has names that begin with ``mark``.
    """

    def __init__(
        self,
        database: Database,
        paths: LibraryPaths,
        probe: Probe,
        *,
        max_file_mb: int,
        clock: Clock = utc_now,
        mark: str = "",
    ) -> None:
        self.database = database
        self.max_file_mb = max_file_mb
        self._paths = paths
        self._probe = probe
        self._clock = clock
        self._mark = mark

    @property
    def monitor(self) -> PerformanceMonitor | None:
        return self.database.monitor

    @monitor_performance("import")
    def import_paths(
        self, paths: Sequence[Path], *, keep_both: bool = False, progress: Progress = silent
    ) -> ImportReport:
        """Import files and folders. One that is refused never stops the rest; ``progress`` counts bytes.

        Raises `LibraryFault` when the library itself fails, and `Cancelled`; what was acknowledged until then is kept.
        """
        self._probe.start()
        found = _found(paths, progress)
        meter = Meter(progress, sum(one.size for one in found))
        with self._run(meter, keep_both=keep_both) as run:
            for one in found:
                run.take(one)
        log.info("import_ended", imported=len(run.report.imported), skipped=len(run.report.skipped),
                 refused=[refused.error.code for refused in run.report.refused])  # fmt: skip
        return run.report

    @monitor_performance("import_legacy")
    def import_legacy(self, folder: Path, *, progress: Progress = silent) -> ImportReport:
        """Import the library of the predecessor in ``folder``; done twice it adds nothing twice.

        ``progress`` counts bytes. Raises `LegacyUnreadable`, `LibraryFault` and `Cancelled`.
        """
        self._probe.start()
        with self._run(Meter(progress), keep_both=False) as run:
            for one in legacy.read(folder, self._paths.staging, self._clock()):
                run.take_legacy(folder, one)
        log.info("legacy_imported", imported=len(run.report.imported), skipped=len(run.report.skipped),
                 refused=[refused.error.code for refused in run.report.refused])  # fmt: skip
        return run.report

    @contextlib.contextmanager
    def _run(self, meter: Meter, *, keep_both: bool) -> Iterator[Run]:
        """One run: what it took is in the library at the end; if it is cut off, nothing unacknowledged stays."""
        copier = Copier(self._paths, self._clock, self.max_file_mb, self._mark, meter.advance)
        batches = Batches(self.database, self._paths, self._probe, self._clock, self._mark)
        run = Run(self.database, copier, batches, keep_both, meter)
        try:
            yield run
            run.finish()
        except BaseException:  # whatever ended it
            run.abandon()
            raise

    def collect_leftovers(self, mark: str = "") -> int:
        """Remove what an import that was cut off left behind; its sources are untouched. Returns the number of files.

        Run at start, with the lock held, and with its ``mark`` after a process that imported has died. A noted batch
        whose rows are there was acknowledged and stays.
        """
        removed = 0
        for note in self._paths.staging.glob(f"{mark}*.batch"):
            removed += import_batches.undo(self.database, self._paths, note)
        for path in self._paths.staging.iterdir():
            if path.name.lstrip(".").startswith(mark):
                with contextlib.suppress(OSError):
                    path.unlink()
                    removed += 1
        if removed:
            log.info("import_leftovers_collected", files=removed)
        return removed


def _found(paths: Sequence[Path], progress: Progress) -> list[Found]:
    """All files; who looks may cancel also while a large tree is walked."""
    found = []
    for one in find(paths):
        progress(0, 0, one.path.name)
        found.append(one)
    return found
