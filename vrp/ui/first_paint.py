"""Tells when a widget has been painted for the first time: what can wait until then begins after it, in steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_PATIENCE_MS: Final = 1000  # a window that starts minimised or covered is not painted at all


class FirstPaint(QObject):
    """``done`` comes once: after the paint, or after a second without one."""

    done = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._finish)
        self._patience.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._finish)
        return False

    def _finish(self) -> None:
        self._patience.stop()
        self.done.emit()
        self.deleteLater()


class Steps(QObject):
    """Does ``work`` step by step, each in a turn of the event loop of its own, so that the window answers meanwhile."""

    done = Signal()

    def __init__(self, work: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stopped = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    def start(self) -> None:
        self._turn.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._stopped = True

    def _next(self) -> None:
        if self._stopped:
            return
        if next(self._work, self) is self:
            self.done.emit()
        else:
            self._turn.start()
