"""Notifications of the desktop: what ended or failed while the person looked elsewhere. Never for progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from vrp.ui.icons import application_icon
from vrp.ui.message_bar import Message, Severity

if TYPE_CHECKING:
    from vrp.backend.jobs.runner import Job

_SHOWN_MS = 10_000


class Notices(QObject):
    """Uses the tray, where there is one, and only while the window is not the active one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._warned = 0
        self._tray: QSystemTrayIcon | None = None
        self._end = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._end.timeout.connect(self._take_away)

    def watch(self, job: Job) -> None:
        """Tell how a task ends that the person can see, once: where its end brings a warning, that says it better."""
        finished, failed = self.tr("Finished: {task}"), self.tr("Failed: {task} ({code})")
        name = job.name

        def at_the_end(text: str, *, urgent: bool) -> None:
            before = self._warned
            job.ended.connect(lambda: self.tell(text, urgent=urgent) if self._warned == before else None)

        job.succeeded.connect(lambda _value: at_the_end(finished.format(task=name), urgent=False))
        job.failed.connect(lambda error: at_the_end(failed.format(task=name, code=error.code), urgent=True))

    def on_message(self, message: Message) -> None:
        """A warning or error in the window's bar is worth a notification when nobody looks at it."""
        if message.severity >= Severity.WARNING:
            self._warned += 1
            self.tell(message.text, urgent=True)

    def tell(self, text: str, *, urgent: bool = False) -> None:
        if self._window.isActiveWindow() or not self._is_possible():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(application_icon(), self)
            self._tray.messageClicked.connect(self._raise)
        kind = QSystemTrayIcon.MessageIcon.Warning if urgent else QSystemTrayIcon.MessageIcon.Information
        self._tray.show()
        self._tray.showMessage("Voice Recorder Pro", text, kind, _SHOWN_MS)
        self._end.start()

    def _is_possible(self) -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def _raise(self) -> None:
        bring_to_front(self._window)

    def _take_away(self) -> None:
        if self._tray is not None:
            self._tray.hide()


def bring_to_front(window: QWidget) -> None:
    """Show it, also when it was minimised, before all others."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
