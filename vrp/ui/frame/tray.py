"""The tray, for those who want it: a take goes on there while the window is closed. Nothing else lives there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from vrp.backend.domain.takes import RecorderState
from vrp.ui.frame.notices import bring_to_front
from vrp.ui.icons import icon
from vrp.ui.theme import colours

if TYPE_CHECKING:
    from vrp.backend.jobs.recorder import Recorder

_LOOK_MS: Final = 2_000
_SHOWN_MS: Final = 10_000


class Tray(QObject):
    """Its icon is there while a take runs. A window that was closed into it comes back when the take ends."""

    quit_wanted = Signal()

    def __init__(self, recorder: Recorder, window: QWidget) -> None:
        super().__init__(window)
        self._recorder = recorder
        self._window = window
        self._wanted = self._hid = False
        self.icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._looks = QTimer(self, interval=_LOOK_MS)
        self._looks.timeout.connect(self._look)
        recorder.state_changed.connect(self._on_state)

    def use(self, wanted: bool) -> None:
        """What the setting says."""
        self._wanted = wanted
        self._show_icon()

    def take_over(self) -> bool:
        """Hide the window that is being closed where a take goes on here; whether it does."""
        if self.icon is None or cast("QGuiApplication", QGuiApplication.instance()).isSavingSession():
            return False
        self._hid = True
        self._window.hide()
        self._looks.start()
        if QSystemTrayIcon.supportsMessages():
            text = self.tr("Recording goes on. A click on this icon brings the window back.")
            self.icon.showMessage(self._window.windowTitle(), text, self.icon.icon(), _SHOWN_MS)
        return True

    def _on_state(self) -> None:
        self._show_icon()
        if self._hid and not self._is_running:
            self._show_window()

    @property
    def _is_running(self) -> bool:
        return self._recorder.state in (RecorderState.RECORDING, RecorderState.PAUSED)

    def _show_icon(self) -> None:
        if not (self._wanted and self._is_running and QSystemTrayIcon.isSystemTrayAvailable()):
            if self.icon is not None:
                self.icon.hide()
                self.icon.deleteLater()
            self.icon = None
            return
        if self.icon is None:
            self.icon = QSystemTrayIcon(self)
            self.icon.setContextMenu(self._make_menu())
            self.icon.activated.connect(self._on_click)
        paused = self._recorder.state is RecorderState.PAUSED
        self.icon.setIcon(icon("pause" if paused else "record", colours().record))
        self.icon.setToolTip(self._window.windowTitle())
        self.icon.show()

    def _make_menu(self) -> QMenu:
        if self._menu is None:
            self._menu = QMenu(self._window)
            self._menu.addAction(self.tr("Show Window")).triggered.connect(self._show_window)
            self._menu.addAction(self.tr("Stop Recording")).triggered.connect(self._recorder.stop)
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Quit")).triggered.connect(self._quit)
        return self._menu

    def _on_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._show_window()

    def _show_window(self) -> None:
        self._hid = False
        self._looks.stop()
        bring_to_front(self._window)

    def _quit(self) -> None:
        self._show_window()  # it asks what becomes of the take
        self.quit_wanted.emit()

    def _look(self) -> None:
        """A panel that ends takes the icon with it: the window must not stay hidden for ever."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self._show_window()
