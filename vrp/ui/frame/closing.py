"""What closing the window means: a take is stopped and kept first, tasks are cancelled, and the person agrees once.

Where the person chose so, a take goes on in the tray instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vrp.ui.frame.tray import Tray
    from vrp.ui.services import Services
    from vrp.ui.sound.recording_flow import RecordingFlow
    from vrp.ui.tasks import TaskChip


class Closing(QObject):
    """`is_done` is asked by the window's closeEvent; whoever ends something calls `go_on`."""

    def __init__(
        self, services: Services, recording: RecordingFlow, chip: TaskChip, tray: Tray, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._recording = recording
        self._chip = chip
        self._tray = tray
        self._window = window
        self._leaving = False
        self.agreed = False

    def is_done(self) -> bool:
        """Whether the window may go now. Where the person agreed and something still ends, it is closed again after."""
        if not self.agreed and not self._leaving and self._tray.take_over():
            return False
        if not self.agreed and not self._may_close():
            return False
        self.agreed = True
        if self._recording.is_running:
            self._services.recorder.stop()
        for job in self._chip.running:
            job.cancel()
        return not self._recording.is_busy and not self._chip.running

    def leave(self) -> None:
        """Close the window to end the program, not to go on in the tray."""
        self._leaving = True
        self._window.close()
        self._leaving = False

    def go_on(self) -> None:
        """Close the window if that is what the person wants: something that held it up has ended."""
        if self.agreed:
            QTimer.singleShot(0, self._window, self._window.close)  # not once it is gone

    def _may_close(self) -> bool:
        dialogs = self._services.dialogs
        if self._recording.is_running and not dialogs.confirm(
            self._window,
            title=self.tr("A recording is running"),
            text=self.tr("It can be stopped and saved now."),
            yes=self.tr("Stop and Save"),
            no=self.tr("Keep Recording"),
            yes_is_safe=True,
        ):
            return False
        return not self._chip.running or dialogs.confirm(
            self._window,
            title=self.tr("A task is still running: {task}").format(task=self._chip.running[-1].name),
            text=self.tr("What is finished is kept; the rest can be done again later."),
            yes=self.tr("Cancel It and Quit"),
            no=self.tr("Keep Running"),
        )
