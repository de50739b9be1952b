"""What stands in the place of the table when there is nothing to show."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from vrp.ui import names
from vrp.ui.icons import pixmap
from vrp.ui.theme import GRID, LARGE, colours, tabular


class EmptyReason(Enum):
    LIBRARY = "library"
    TAKE = "take"
    SEARCH = "search"
    TRASH = "trash"


class EmptyState(QWidget):
    """An icon, one sentence, one line, and one button where there is something to do."""

    pressed = Signal(object)  # EmptyReason

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIBRARY_EMPTY)
        self._place = place
        self._reason = EmptyReason.LIBRARY
        self._picture = QLabel(self)
        self.title = QLabel(self)
        self.title.setObjectName(names.EMPTY_TITLE)
        self.title.setFont(tabular(self.font(), LARGE))
        self._line = QLabel(self)
        self._line.setWordWrap(True)
        self._line.setProperty("muted", True)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.setObjectName(names.EMPTY_BUTTON)
        self.button.clicked.connect(lambda: self.pressed.emit(self._reason))
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        for widget in (self._picture, self.title, self._line):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget)
        layout.addSpacing(GRID)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self.show_reason(EmptyReason.LIBRARY)

    def show_place(self, place: str) -> None:
        """Where the files live, as it is to be read."""
        self._place = place
        self.show_reason(self._reason)

    def show_reason(self, reason: EmptyReason) -> None:
        self._reason = reason
        title, line, button = {
            EmptyReason.LIBRARY: (
                self.tr("Nothing recorded yet"),
                self.tr(
                    "Press Record and speak, or drop audio files here.\nEverything stays on this computer, in {place}."
                ).format(place=self._place),
                self.tr("Import Files…"),
            ),
            EmptyReason.TAKE: (self.tr("Recording…"), self.tr("It will be here as soon as you stop."), ""),
            EmptyReason.SEARCH: (
                self.tr("No recording matches"),
                self.tr("Titles, file names, notes and tags were searched."),
                self.tr("Clear Search"),
            ),
            EmptyReason.TRASH: (
                self.tr("Nothing was deleted"),
                self.tr("Deleted recordings come here first, and can be restored."),
                self.tr("Back to the Library"),
            ),
        }[reason]
        self.title.setText(title)
        self._line.setText(line)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._draw()

    def _draw(self) -> None:
        name = {
            EmptyReason.LIBRARY: "library",
            EmptyReason.TAKE: "mic",
            EmptyReason.SEARCH: "search",
            EmptyReason.TRASH: "trash",
        }[self._reason]
        self._picture.setPixmap(pixmap(name, colours().muted, 48, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "button"):
            self._draw()
