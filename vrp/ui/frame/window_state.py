"""Where the window was, and what of it was shown: kept in the library's cache folder for the next start."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

SMALLEST: Final = QSize(720, 480)
_FIRST: Final = QSize(1100, 720)
_REACHABLE: Final = 64  # so much of the title bar has to lie on a screen


class WindowState:
    """Geometry, splitters, docks and toolbars of one window."""

    def __init__(self, file: Path) -> None:
        self.kept = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        return str(self.kept.value(name, default))

    def set_text(self, name: str, value: str) -> None:
        self.kept.setValue(name, value)

    def save(self, window: QMainWindow, splitter: QSplitter) -> None:
        self.kept.setValue("geometry", window.saveGeometry())
        self.kept.setValue("docks", window.saveState())
        self.kept.setValue(f"splitter{splitter.count()}", splitter.saveState())

    def restore(self, window: QMainWindow, splitter: QSplitter) -> None:
        """As it was; on a screen that exists, and with the usual size where nothing is known."""
        geometry = self._bytes("geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            window.resize(_FIRST)
        bring_back(window)
        if (docks := self._bytes("docks")) is not None:
            window.restoreState(docks)
        if (sizes := self._bytes(f"splitter{splitter.count()}")) is not None:
            splitter.restoreState(sizes)

    def _bytes(self, name: str) -> QByteArray | None:
        value = self.kept.value(name)
        return value if isinstance(value, QByteArray) else None


def bring_back(window: QMainWindow) -> None:
    """Move a window that cannot be reached, because its screen is gone, to the middle of the first screen."""
    top = QRect(window.geometry().topLeft(), QSize(window.width(), _REACHABLE))
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(top)
        if seen.width() >= _REACHABLE and seen.height() >= _REACHABLE // 2:
            return
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(room.size()).expandedTo(SMALLEST))
    window.move(room.center() - window.rect().center())
