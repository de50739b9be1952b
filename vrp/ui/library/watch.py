"""Notices when another process has changed the library: the history has grown by more than our own hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vrp.ui.services import Services

EVERY_MS: Final = 2_000


class Watch(QObject):
    """Looks while somebody looks: at once when the window is chosen, and now and then while it is the active one."""

    changed = Signal()

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._known: int | None = None
        self._asking = False
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.look)

    def start(self) -> None:
        """The library is open."""
        self._window.installEventFilter(self)
        self._clock.start()
        self.look()

    def stop(self) -> None:
        self._clock.stop()
        self._window.removeEventFilter(self)

    def own_step(self, before: int, after: int) -> None:
        """A step of this window moved the history on; what came between is still news."""
        if self._known == before:
            self._known = after

    def look(self) -> None:
        if self._asking or (self._known is not None and not self._window.isActiveWindow()):
            return
        self._asking = True
        library = self._services.library
        job = self._services.runner.submit("watch", lambda _progress: library.position())
        job.succeeded.connect(self._on_position)
        job.ended.connect(self._on_ended)

    def _on_position(self, position: int) -> None:
        before, self._known = self._known, max(position, self._known or 0)
        if before is not None and position > before:
            self.changed.emit()

    def _on_ended(self) -> None:
        self._asking = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False
