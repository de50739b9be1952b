"""What stands in the place of the table when there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vrp.ui import names
from vrp.ui.icons import pixmap
from vrp.ui.theme import GRID, LARGE, colours, tabular

if TYPE_CHECKING:
    from vrp.ui.actions import ActionId


class EmptyReason(Enum):
    LIBRARY = "library"
    RECORDED = "recorded"
    IMPORTED = "imported"
    RECOVERED = "recovered"
    FAVOURITES = "favourites"
    TAG = "tag"
    TAKE = "take"
    SEARCH = "search"
    TRASH = "trash"


_PICTURES: Final = {
    EmptyReason.LIBRARY: "library",
    EmptyReason.RECORDED: "mic",
    EmptyReason.IMPORTED: "import",
    EmptyReason.RECOVERED: "recovered",
    EmptyReason.FAVOURITES: "star",
    EmptyReason.TAG: "tag",
    EmptyReason.TAKE: "mic",
    EmptyReason.SEARCH: "search",
    EmptyReason.TRASH: "trash",
}


_FULL: Final = 26 * GRID  # less is for words and buttons alone


class EmptyState(QWidget):
    """An icon, one sentence, one line, and one button where there is something to do.

    An empty library says in three lines where files live, that nothing leaves the computer and how to import, and can
    be recorded into at once.
    """

    pressed = Signal(object)  # EmptyReason

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIBRARY_EMPTY)
        self._place = place
        self._tag = ""
        self._favourite_key = ""
        self._reason = EmptyReason.LIBRARY
        self._picture = QLabel(self)
        self.title = QLabel(self)
        self.title.setObjectName(names.EMPTY_TITLE)
        self.title.setFont(tabular(self.font(), LARGE))
        self._line = QLabel(self)
        self._line.setWordWrap(True)
        self._line.setProperty("muted", True)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.record = QPushButton(self.tr("Record"), self)
        self.record.setObjectName(names.EMPTY_RECORD)
        self.record.setProperty("primary", True)
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
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        for button in (self.record, self.button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(3)
        self.show_reason(EmptyReason.LIBRARY)

    def offer(self, record: QAction) -> None:
        """The command that the first button stands for."""
        self.record.clicked.connect(record.trigger)
        record.changed.connect(lambda: self._allow(record))
        self._allow(record)

    def _allow(self, record: QAction) -> None:
        self.record.setEnabled(record.isEnabled())
        self.record.setToolTip(record.statusTip())

    def show_keys(self, key: Callable[[ActionId], str]) -> None:
        """The key that its words name."""
        from vrp.ui.actions import ActionId  # not before the first paint

        self._favourite_key = key(ActionId.FAVOURITE)
        self.show_reason(self._reason, self._tag)

    def show_reason(self, reason: EmptyReason, tag: str = "") -> None:
        """``tag``: the one that no recording has."""
        self._reason, self._tag = reason, tag
        title, line, button = self._texts(reason)
        self.title.setText(title)
        self._line.setText(line)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.record.setVisible(reason is EmptyReason.LIBRARY)
        self._draw()

    def _texts(self, reason: EmptyReason) -> tuple[str, str, str]:
        """One sentence, what to do, and the button for it."""
        back = self.tr("Show All Recordings")
        importing = self.tr("Import Files…")
        return {
            EmptyReason.LIBRARY: (
                self.tr("Nothing recorded yet"),
                "\n".join(
                    (
                        self.tr("What you record is kept in {place}.").format(place=self._place),
                        self.tr("Nothing leaves this computer."),
                        self.tr("To import, drop audio files or folders here, or choose them."),
                    )
                ),
                importing,
            ),
            EmptyReason.RECORDED: (
                self.tr("Nothing recorded here yet"),
                self.tr("Press Record and speak; the recording is here as soon as you stop."),
                back,
            ),
            EmptyReason.IMPORTED: (
                self.tr("Nothing imported yet"),
                self.tr("Drop audio files or folders on the window, or choose them."),
                importing,
            ),
            EmptyReason.RECOVERED: (
                self.tr("Nothing had to be recovered"),
                self.tr("After a crash or a power cut, what was being recorded is here."),
                back,
            ),
            EmptyReason.FAVOURITES: (
                self.tr("No favourites yet"),
                self._how_to_favour(),
                back,
            ),
            EmptyReason.TAG: (
                self.tr("No recording has this tag"),
                self.tr("Drop recordings on the tag, or add it in the details."),
                back,
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

    def _how_to_favour(self) -> str:
        if self._favourite_key:
            text = self.tr("Press the star of a recording, or {key}, to have it here.")
            return text.format(key=self._favourite_key)
        return self.tr("Press the star of a recording to have it here.")

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(_PICTURES[self._reason], colours().muted, 48, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setVisible(self.height() >= _FULL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "button"):
            self._draw()
