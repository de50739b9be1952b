"""Background work for the window: one helper, `JobRunner.submit`, over QThreadPool.

A `Job` is made on the GUI thread and belongs to the runner; the QRunnable that carries the work is private. Signals
reach the GUI thread by queued connections, whatever thread the work runs in.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThread, QThreadPool, Signal, Slot

from vrp.backend.domain.progress import Progress, ProgressReport, cancelled_by
from vrp.backend.errors import Cancelled, InternalFault, VrpError

Pool = Literal["db", "io"]
Work = Callable[[Progress], object]
Again = Callable[[], object]

_REPORTS_PER_SECOND: Final = 20
_IO_THREADS: Final = 3
_SHUTDOWN_MS: Final = 10_000

_numbers = itertools.count(1)


class Job(QObject):
    """One piece of background work. Exactly one of succeeded, failed and cancelled comes, and then ended."""

    progressed = Signal(object)  # ProgressReport
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # VrpError
    cancelled = Signal()
    ended = Signal()

    _reported = Signal(object)
    _finished = Signal(object, object)  # value, error

    def __init__(self, name: str, *, visible: bool, parent: QObject, again: Again | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.number = next(_numbers)
        self.visible = visible
        self.again = again
        self.latest: ProgressReport | None = None
        self.cancel_asked = threading.Event()
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to end at its next report of progress; a wait for another try ends at once."""
        self.cancel_asked.set()

    @Slot(object)
    def _on_reported(self, report: ProgressReport) -> None:
        self.latest = report
        self.progressed.emit(report)

    @Slot(object, object)
    def _on_finished(self, value: object, error: VrpError | None) -> None:
        if error is None:
            self.succeeded.emit(value)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


class _Runnable(QRunnable):
    """Runs on a pool thread; holds no widget and makes no QObject."""

    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work
        self._last = 0.0

    def run(self) -> None:
        import structlog  # here, because the window opens before it is needed

        log = structlog.get_logger()
        value, error = None, None
        begun = time.perf_counter()
        with (
            structlog.contextvars.bound_contextvars(job=self._job.number, job_name=self._job.name),
            cancelled_by(self._job.cancel_asked),
        ):
            try:
                self._check()
                value = self._work(self._report)
            except VrpError as fault:
                error = fault
                if not isinstance(fault, Cancelled):
                    log.warning("job_failed", code=fault.code)
            except Exception as bug:  # a bug in the work must reach the person as a message, not end a pool thread
                log.exception("job_crashed")
                error = InternalFault(reason=type(bug).__name__)
            code, seconds = error.code if error else "", round(time.perf_counter() - begun, 3)
            if self._job.visible:
                log.info("job_ended", code=code, seconds=seconds)
            else:  # of pages and pictures there are thousands
                log.debug("job_ended", code=code, seconds=seconds)
        self._job._finished.emit(value, error)  # noqa: SLF001  # the runnable is the job's other half

    def _report(self, done: int, total: int, item: str = "") -> None:
        self._check()
        now = time.monotonic()
        if now - self._last >= 1 / _REPORTS_PER_SECOND or (total and done >= total):
            self._last = now
            self._job._reported.emit(ProgressReport(done, total, item))  # noqa: SLF001  # see above

    def _check(self) -> None:
        if self._job.cancel_asked.is_set():
            raise Cancelled


class JobRunner(QObject):
    """Pools by purpose: ``db`` has one thread, so that writes come in order; ``io`` reads, copies and decodes."""

    job_started = Signal(object)  # Job

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[Pool, QThreadPool] = {"db": _pool(self, 1), "io": _pool(self, _IO_THREADS)}
        self._jobs: dict[int, Job] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        """Jobs that have not ended, oldest first."""
        return tuple(self._jobs.values())

    def submit(
        self, name: str, work: Work, *, pool: Pool = "io", visible: bool = False, again: Again | None = None
    ) -> Job:
        """Run ``work(progress)`` on a pool thread. ``visible`` jobs are shown among the tasks. GUI thread only.

        ``again`` starts the same anew, for a person who retries it after it failed or was cancelled: it submits a job
        of its own and listens to that one, as was done the first time.
        """
        if QThread.currentThread() is not self.thread():
            raise InternalFault(reason="job submitted from another thread")
        job = Job(name, visible=visible, parent=self, again=again)
        self._jobs[job.number] = job
        job.ended.connect(self._on_ended)
        self._pools[pool].start(_Runnable(job, work))
        self.job_started.emit(job)
        return job

    def shutdown(self) -> bool:
        """Cancel everything, wait, and deliver the last signals. False: something did not end in ten seconds."""
        for job in self.running:
            job.cancel()
        waited = [pool.waitForDone(_SHUTDOWN_MS) for pool in self._pools.values()]
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        return all(waited)

    @Slot()
    def _on_ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.pop(job.number, None)


def _pool(parent: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(-1)  # threads keep their database connections warm
    return pool
