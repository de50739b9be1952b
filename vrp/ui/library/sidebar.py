"""The places of the library."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from vrp.ui import names
from vrp.ui.icons import icon
from vrp.ui.theme import colours


class Place(StrEnum):
    LIBRARY = "library"
    TRASH = "trash"


class Sidebar(QListWidget):
    """Library and Recently Deleted."""

    chosen = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.SIDEBAR)
        self.setAccessibleName(self.tr("Places"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(20, 20))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[Place, QListWidgetItem] = {}
        for place, label in ((Place.LIBRARY, self.tr("All Recordings")), (Place.TRASH, self.tr("Recently Deleted"))):
            item = QListWidgetItem(label, self)
            item.setData(Qt.ItemDataRole.UserRole, place.value)
            self._items[place] = item
        self._draw()
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._on_current)

    def sizeHint(self) -> QSize:
        return QSize(200, 300)

    def go(self, place: Place) -> None:
        self.setCurrentItem(self._items[place])

    def _on_current(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(Place(item.data(Qt.ItemDataRole.UserRole)))

    def _draw(self) -> None:
        table = colours()
        for place, name in ((Place.LIBRARY, "library"), (Place.TRASH, "trash")):
            self._items[place].setIcon(icon(name, table.muted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_items", None):
            self._draw()
