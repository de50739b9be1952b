"""Checking every file of the library against its row, and telling what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vrp.ui import messages, texts
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity
from vrp.ui.report_dialog import ReportDialog

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.services.verification import VerifyReport
    from vrp.ui.services import Services


class VerifyFlow(QObject):
    """A visible task; its findings are a message with details."""

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

    def run(self) -> None:
        """Start the check."""
        verification = self._services.verification
        job = self._services.runner.submit(
            self.tr("Checking the library"), verification.verify, visible=True, again=self.run
        )
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)

    def _on_done(self, report: VerifyReport) -> None:
        checked = texts.recordings(report.checked)
        if not report.findings:
            text = self.tr("{recordings} checked: every file is whole.").format(recordings=checked)
            self._bar.post(Message("verify", Severity.SUCCESS, text, timeout_ms=messages.NOTICE_MS))
            return
        text = self.tr("{recordings} checked: {count} to look at.").format(
            recordings=checked, count=len(report.findings)
        )
        body = "\n\n".join(f"{finding.code}: {texts.translated(finding.message)}" for finding in report.findings)
        details = MessageAction(self.tr("Details"), lambda: self._show(body))
        self._bar.post(Message("verify", Severity.WARNING, text, (details,)))

    def _show(self, body: str) -> None:
        self._services.dialogs.show(ReportDialog(self.tr("Check of the library"), body, self._window))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("verify", error))
