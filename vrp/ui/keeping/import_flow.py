"""Files and folders on their way in: chosen, dropped, imported by a job, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vrp.backend.domain.rules import RecordingBusinessRules
from vrp.ui import fault_texts, messages, texts
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity
from vrp.ui.report_dialog import ReportDialog

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.services.importing import ImportReport
    from vrp.ui.services import Services

SUFFIXES: Final = tuple(f".{suffix}" for suffix in RecordingBusinessRules.ALLOWED_SUFFIXES)


class ImportFlow(QObject):
    """Asks for files, runs the import, tells the result."""

    imported = Signal(object)  # list[Recording]
    interrupted = Signal()  # cancelled or failed: some may be in, some not

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

    def choose_files(self) -> None:
        self.run(self._services.dialogs.open_files(self._window, SUFFIXES))

    def choose_folder(self) -> None:
        folder = self._services.dialogs.open_folder(self._window)
        self.run([folder] if folder is not None else [])

    def run(self, paths: Sequence[Path], *, keep_both: bool = False) -> None:
        """Import files and what is in folders."""
        if not paths:
            return
        importing = self._services.importing
        job = self._services.runner.submit(
            self.tr("Importing"),
            lambda progress: importing.import_paths(paths, keep_both=keep_both, progress=progress),
            visible=True,
            again=lambda: self.run(paths, keep_both=keep_both),
        )
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def _on_done(self, report: ImportReport) -> None:
        self.imported.emit([one.recording for one in report.imported])
        self._bar.post(self._message(report))

    def _message(self, report: ImportReport) -> Message:
        parts = []
        if report.imported:
            parts.append(self.tr("{files} imported.").format(files=texts.files(len(report.imported))))
        if report.skipped:
            parts.append(self.tr("{files} already in the library.").format(files=texts.files(len(report.skipped))))
        if len(report.refused) == 1:
            parts.append(fault_texts.message(report.refused[0].error))
        elif report.refused:
            parts.append(self.tr("{files} could not be imported.").format(files=texts.files(len(report.refused))))
        if not parts:
            return Message(
                "import", Severity.INFO, self.tr("There was no audio file in it."), timeout_ms=messages.NOTICE_MS
            )
        actions: list[MessageAction] = []
        if report.skipped:
            again = [one.path for one in report.skipped]
            actions.append(MessageAction(self.tr("Import Anyway"), lambda: self.run(again, keep_both=True)))
        if len(report.refused) > 1:
            actions.append(MessageAction(self.tr("Details"), lambda: self._show_refused(report)))
        severity = Severity.WARNING if report.refused else Severity.SUCCESS if report.imported else Severity.INFO
        timeout = 0 if report.refused else messages.UNDO_MS if report.skipped else messages.NOTICE_MS
        return Message("import", severity, " ".join(parts), tuple(actions), timeout_ms=timeout)

    def _show_refused(self, report: ImportReport) -> None:
        lines = [f"{one.path}\n    {fault_texts.message(one.error)} ({one.error.code})" for one in report.refused]
        dialog = ReportDialog(self.tr("Not imported"), "\n\n".join(lines), self._window)
        self._services.dialogs.show(dialog)

    def _on_cancelled(self) -> None:
        text = self.tr("Import cancelled. What was finished before is kept.")
        self._bar.post(Message("import", Severity.INFO, text, timeout_ms=messages.NOTICE_MS))
        self.interrupted.emit()

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("import", error))
        self.interrupted.emit()
