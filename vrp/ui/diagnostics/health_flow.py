"""The library's health: looked at in the background, told in the message bar, and mended where that can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vrp.ui import messages, texts
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import Job
    from vrp.backend.services.health import HealthReport
    from vrp.ui.services import Services


class HealthFlow(QObject):
    """A visible task; what it found is told with one action: to mend it, or to see it on the diagnostics page."""

    checked = Signal(object)  # HealthReport
    details_wanted = Signal()

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar

    def run(self) -> None:
        """Start the check."""
        health = self._services.health
        self._watch(
            self._services.runner.submit(
                self.tr("Checking the library's health"),
                lambda progress: health.check(progress=progress),
                visible=True,
                again=self.run,
            )
        )

    def mend(self) -> None:
        """Check, and mend what can be mended."""
        health = self._services.health
        self._watch(
            self._services.runner.submit(
                self.tr("Repairing the library"),
                lambda progress: health.repair(health.check(), progress=progress),
                pool="db",
                visible=True,
                again=self.mend,
            )
        )

    def _watch(self, job: Job) -> None:
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)

    def _on_done(self, report: HealthReport) -> None:
        self.checked.emit(report)
        if not report.findings:
            text = (
                self.tr("Repaired. The library is healthy.") if report.repaired else self.tr("The library is healthy.")
            )
            self._bar.post(Message("health", Severity.SUCCESS, text, timeout_ms=messages.NOTICE_MS))
            return
        first, *rest = report.findings
        if rest:
            text = self.tr("{count} things to look at.").format(count=len(report.findings))
        else:
            text = texts.translated(first.message)
        if report.repairable:
            action = MessageAction(self.tr("Repair"), self.mend)
        else:
            action = MessageAction(self.tr("Show"), self.details_wanted.emit)
        self._bar.post(Message("health", Severity.WARNING, text, (action,)))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("health", error))
