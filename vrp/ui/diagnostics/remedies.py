"""What the button of a diagnostics row does: each as a task, told in the message bar, never in a box that blocks."""

from __future__ import annotations

import faulthandler
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from vrp.backend import paths
from vrp.backend.domain.diagnostics import Action
from vrp.ui import messages
from vrp.ui.message_bar import Message, MessageBar, Severity
from vrp.ui.report_dialog import ReportDialog
from vrp.ui.texts import translated

if TYPE_CHECKING:
    from vrp.backend.crashes import CrashReport
    from vrp.backend.jobs.player import Player
    from vrp.backend.jobs.recorder import Recorder
    from vrp.backend.jobs.runner import Job, JobRunner
    from vrp.backend.paths import LibraryPaths
    from vrp.backend.services.health import HealthService
    from vrp.backend.services.proving import ProofReport
    from vrp.backend.store.folder import BackupStore
    from vrp.ui.dialogs import Dialogs

    SoundCheck = Callable[[Path], tuple[Recorder, Player]]


class Parts(Protocol):
    """What the remedies work with: the window's `Services`, or less where no library is open."""

    @property
    def paths(self) -> LibraryPaths: ...
    @property
    def runner(self) -> JobRunner: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def health(self) -> HealthService | None: ...
    @property
    def sound_check(self) -> SoundCheck | None: ...
    def store(self) -> BackupStore: ...


class Remedies(QObject):
    """What the window itself can do comes by `add`. ``done``: the rows may say something else now."""

    done = Signal()

    def __init__(self, services: Parts, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window
        self._commands: dict[Action, Callable[[], object]] = {
            Action.PROVE_BACKUP: self._prove,
            Action.REBUILD_SEARCH: self._rebuild_search,
            Action.DUMP_STACKS: self._dump_stacks,
            Action.OPEN_FOLDER: lambda: self._open(services.paths.root),
            Action.OPEN_LOGS: self.open_logs,
            Action.OPEN_SETTINGS: lambda: self._open(paths.settings_file().parent),
            Action.TEST_MICROPHONE: self._test_microphone,
            Action.VIEW_REPORTS: self.view_reports,
        }

    def add(self, commands: Mapping[Action, Callable[[], object]]) -> None:
        """Commands of the window that a row may offer too."""
        self._commands.update(commands)

    def run(self, action: str) -> None:
        command = self._commands.get(Action(action)) if action in set(Action) else None
        if command is not None:
            command()

    def open_logs(self) -> None:
        self._open(self._services.paths.logs)

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            text = self.tr("No program opens folders here. It lies at {place}.").format(place=folder)
            self._bar.post(Message("diagnostics", Severity.WARNING, text))

    def _prove(self) -> None:
        from vrp.backend.services import proving

        store = self._services.store()
        job = self._services.runner.submit(
            self.tr("Proving the newest backup"),
            lambda progress: proving.prove(store, progress=progress),
            visible=True,
            again=self._prove,
        )
        job.succeeded.connect(self._on_proven)
        self._watch(job)

    def _on_proven(self, report: ProofReport) -> None:
        if report.proven:
            text = self.tr("The newest backup was restored on trial: every file in it is whole.")
            self._tell(Severity.SUCCESS, text)
        else:
            text = self.tr("The newest backup could not be proven: {fault} Back up again, to another disk.")
            self._tell(Severity.ERROR, text.format(fault=translated(report.faults[0])))

    def _rebuild_search(self) -> None:
        health = self._services.health
        if health is None:
            return
        job = self._services.runner.submit(
            self.tr("Making the search anew"),
            lambda _progress: health.rebuild_search(),
            pool="db",
            visible=True,
            again=self._rebuild_search,
        )
        job.succeeded.connect(lambda _: self._tell(Severity.SUCCESS, self.tr("The search knows all recordings again.")))
        self._watch(job)

    def _watch(self, job: Job) -> None:
        job.failed.connect(lambda error: self._bar.post(messages.from_error("diagnostics", error)))
        job.ended.connect(self.done)

    def _tell(self, severity: Severity, text: str) -> None:
        timeout = messages.NOTICE_MS if severity is Severity.SUCCESS else 0
        self._bar.post(Message("diagnostics", severity, text, timeout_ms=timeout))

    def _dump_stacks(self) -> None:
        self._services.dialogs.show(ReportDialog(self.tr("What every thread does now"), stacks(), self._window))

    def view_reports(self) -> None:
        """The reports of crashes, read in a job."""
        from vrp.backend import crashes

        logs = self._services.paths.logs
        job = self._services.runner.submit(
            "crash reports",
            lambda _progress: [
                (one, one.path.read_text(encoding="utf-8", errors="replace")) for one in crashes.reports(logs)
            ],
        )
        job.succeeded.connect(self._show_reports)

    def _show_reports(self, reports: list[tuple[CrashReport, str]]) -> None:
        from vrp.ui.diagnostics.crash_dialog import CrashDialog

        dialog = CrashDialog(reports, self._delete_report, self._window)
        dialog.finished.connect(self.done)
        self._services.dialogs.show(dialog)

    def _delete_report(self, path: Path) -> None:
        self._services.runner.submit("delete crash report", lambda _progress: path.unlink(missing_ok=True))

    def _test_microphone(self) -> None:
        from vrp.ui.diagnostics.microphone_test import MicrophoneTest

        if self._services.sound_check is not None:
            self._services.dialogs.show(MicrophoneTest(self._services.sound_check, self._window))


def stacks() -> str:
    """The stacks of all of Python's threads, as a crash would leave them."""
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        return file.read().decode(errors="replace")
