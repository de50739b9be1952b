"""A menu of the menu bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QMouseEvent, QStatusTipEvent
from PySide6.QtWidgets import QMenu, QMenuBar


class CommandMenu(QMenu):
    """Says of an item that cannot be chosen why. Qt does not: the style lets no such item become the active one."""

    def __init__(self, title: str, bar: QMenuBar) -> None:
        super().__init__(title, bar)
        self._bar = bar
        self.setToolTipsVisible(True)
        self.aboutToHide.connect(lambda: self._say(""))
        bar.addMenu(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        action: QAction | None = self.actionAt(event.position().toPoint())
        if action is not None and not action.isEnabled():
            self._say(action.statusTip())

    def _say(self, text: str) -> None:
        QCoreApplication.sendEvent(self._bar, QStatusTipEvent(text))
