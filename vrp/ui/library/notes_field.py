"""The field for notes in the details."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from vrp.backend.domain.excerpts import LOOKED_THROUGH
from vrp.backend.domain.searching import matches
from vrp.ui.library.marked import mark, units

_MOST: Final = 500  # marks


class NotesField(QPlainTextEdit):
    """Saved when the focus leaves, or after a pause. What was typed is never replaced by what is loaded."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marked = ("", "")  # the search, and the text in which its words are marked

    def mark(self, search: str) -> None:
        """Mark the words that a search found, and show the first, unless somebody is writing."""
        text = self.toPlainText()
        if (search, text) == self._marked:
            return
        self._marked = (search, text)
        found = matches(text[:LOOKED_THROUGH], search)[:_MOST] if search else []
        places = [self._place(text, start, length) for start, length in found]
        self.setExtraSelections([_marked(cursor) for cursor in places])
        if places and not self.hasFocus():
            self.verticalScrollBar().setValue(places[0].block().firstLineNumber())

    def _place(self, text: str, start: int, length: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        begin = units(text[:start])
        cursor.setPosition(begin)
        cursor.setPosition(begin + units(text[start : start + length]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_marked"):
            search, self._marked = self._marked[0], ("", "")
            self.mark(search)


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = place, mark()
    return selection
