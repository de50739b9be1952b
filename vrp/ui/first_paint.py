"""Tells when a widget has been painted for the first time: what can wait until then begins after it."""

from __future__ import annotations

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
