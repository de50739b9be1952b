"""The search field: searches as one types, and offers to save what was typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from vrp.ui import names
from vrp.ui.icons import icon
from vrp.ui.theme import GRID, colours

SEARCH_DELAY_MS: Final = 80


class SearchLine(QLineEdit):
    """Escape leaves the search, Down and Return go on to what it found."""

    left = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)


class SearchField(QWidget):
    """Typing searches after a short pause, so that no key waits for an answer."""

    wanted = Signal(str)
    save_wanted = Signal()
    left = Signal()
    down = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = SearchLine(self)
        self.line.setObjectName(names.SEARCH_FIELD)
        self.line.setAccessibleName(self.tr("Search"))
        self.line.setPlaceholderText(self.tr("Search titles, notes and tags"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumHeight(36)
        self._lens: QAction = self.line.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.save = QPushButton(self.tr("Save Search"), self)
        self.save.setObjectName(names.SAVE_SEARCH)
        self.save.hide()
        self.save.clicked.connect(self.save_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.save)
        self._rest = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._rest.timeout.connect(lambda: self.wanted.emit(self.line.text()))
        self.line.textChanged.connect(self._on_typed)
        self.line.left.connect(self.left)
        self.line.down.connect(self.down)
        self._draw()

    def show_text(self, text: str) -> None:
        """What a view searches for, without searching for it."""
        self.line.blockSignals(True)
        self.line.setText(text)
        self.line.blockSignals(False)
        self._rest.stop()
        self.save.setVisible(bool(text.strip()))

    def _on_typed(self, text: str) -> None:
        self.save.setVisible(bool(text.strip()))
        self._rest.start()

    def _draw(self) -> None:
        self._lens.setIcon(icon("search", colours().muted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lens"):
            self._draw()
