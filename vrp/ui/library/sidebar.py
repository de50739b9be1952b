"""The places of the library with how many recordings each holds: origins, saved searches, tags, Recently Deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from vrp.ui import names, texts
from vrp.ui.icons import icon
from vrp.ui.library.places import Kind, Place
from vrp.ui.library.sidebar_row import COUNT_ROLE, HEADING_ROLE, SidebarRow
from vrp.ui.theme import GRID, colours

if TYPE_CHECKING:
    from vrp.backend.domain.queries import LibraryCounts

PLACE_ROLE: Final = Qt.ItemDataRole.UserRole
_ICONS: Final = {
    Kind.ALL: "library",
    Kind.RECORDED: "mic",
    Kind.IMPORTED: "import",
    Kind.RECOVERED: "recovered",
    Kind.FAVOURITES: "star",
    Kind.SEARCH: "search",
    Kind.TAG: "tag",
    Kind.TRASH: "trash",
}
_ABOVE: Final = (Kind.ALL, Kind.RECORDED, Kind.IMPORTED, Kind.RECOVERED, Kind.FAVOURITES)
_PRESSES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TAKES_ROWS: Final = (Kind.FAVOURITES, Kind.TAG, Kind.TRASH)


class Sidebar(QTreeWidget):
    """Sections fold; rows of the table can be dropped on Favourites, a tag, and Recently Deleted."""

    chosen = Signal(object)  # Place
    dropped = Signal(object)  # Place: the selected rows of the table were dropped there
    rename_tag_wanted = Signal(str)
    remove_tag_wanted = Signal(str)
    rename_search_wanted = Signal(str)
    remove_search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.SIDEBAR)
        self.setAccessibleName(self.tr("Places"))
        self._look()
        self._items: dict[Place, QTreeWidgetItem] = {}
        for kind in _ABOVE:
            self._add(Place(kind), self._label(kind))
        self._searches = self._heading(self.tr("Saved searches"))
        self._tags = self._heading(self.tr("Tags"))
        self._add(Place.TRASH, self._label(Kind.TRASH))
        self._draw()
        self.setCurrentItem(self._items[Place.LIBRARY])
        self.currentItemChanged.connect(self._on_current)
        self.customContextMenuRequested.connect(self._context_menu)

    def _look(self) -> None:
        self.setMinimumWidth(20 * GRID)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIconSize(QSize(20, 20))
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(SidebarRow(self))
        self.itemClicked.connect(self._on_click)

    def sizeHint(self) -> QSize:
        return QSize(26 * GRID, 300)

    # --- what it shows ---

    @property
    def place(self) -> Place:
        item = self.currentItem()
        place = None if item is None else item.data(0, PLACE_ROLE)
        return place if isinstance(place, Place) else Place.LIBRARY

    def go(self, place: Place) -> None:
        self.setCurrentItem(self._items.get(place, self._items[Place.LIBRARY]))

    def spelled(self, place: Place) -> Place | None:
        """The place as it is spelled here, if it is here."""
        return next((one for one in self._items if one.is_same(place)), None)

    def mark(self, place: Place) -> None:
        """Show where the view is without asking for it."""
        self.blockSignals(True)
        self.go(place)
        self.blockSignals(False)
        self.viewport().update()

    def show_counts(self, counts: LibraryCounts) -> None:
        for kind, count in (
            (Kind.ALL, counts.all),
            (Kind.RECORDED, counts.recorded),
            (Kind.IMPORTED, counts.imported),
            (Kind.RECOVERED, counts.recovered),
            (Kind.FAVOURITES, counts.favourites),
            (Kind.TRASH, counts.deleted),
        ):
            self._count(self._items[Place(kind)], count)
        self._show_section(self._tags, Kind.TAG, [tag.name for tag in counts.tags])
        for tag in counts.tags:
            self._count(self._items[Place(Kind.TAG, tag.name)], tag.count)

    def show_searches(self, searches: Iterable[str]) -> None:
        self._show_section(self._searches, Kind.SEARCH, list(searches))

    def _show_section(self, heading: QTreeWidgetItem, kind: Kind, wanted: list[str]) -> None:
        """Exactly these, in this order; those that stay keep their items, so that nothing jumps."""
        known = {place.name: item for place, item in self._items.items() if place.kind is kind}
        was_at = self.place
        for name in known.keys() - set(wanted):
            item = self._items.pop(Place(kind, name))
            if item is self.currentItem():
                self.go(Place.LIBRARY)
            heading.removeChild(item)
        for row, name in enumerate(wanted):
            item = known.get(name) or self._made(Place(kind, name), name)
            if heading.indexOfChild(item) != row:
                self.blockSignals(True)
                heading.removeChild(item)
                heading.insertChild(row, item)
                self.blockSignals(False)
            self._items[Place(kind, name)] = item
        heading.setHidden(not wanted)
        if was_at in self._items and self.place != was_at:
            self.mark(was_at)

    def _count(self, item: QTreeWidgetItem, count: int) -> None:
        if item.data(0, COUNT_ROLE) != count:
            item.setData(0, COUNT_ROLE, count)
            spoken = self.tr("{place}, {recordings}").format(place=item.text(0), recordings=texts.recordings(count))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _label(self, kind: Kind) -> str:
        return {
            Kind.ALL: self.tr("All Recordings"),
            Kind.RECORDED: self.tr("Recorded"),
            Kind.IMPORTED: self.tr("Imported"),
            Kind.RECOVERED: self.tr("Recovered"),
            Kind.FAVOURITES: self.tr("Favourites"),
            Kind.TRASH: self.tr("Recently Deleted"),
        }[kind]

    def _made(self, place: Place, label: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([label])
        item.setData(0, PLACE_ROLE, place)
        item.setToolTip(0, label)
        item.setIcon(0, icon(_ICONS[place.kind], colours().muted))
        return item

    def _add(self, place: Place, label: str) -> None:
        self._items[place] = self._made(place, label)
        self.addTopLevelItem(self._items[place])

    def _heading(self, label: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([label])
        item.setData(0, HEADING_ROLE, True)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.addTopLevelItem(item)
        item.setExpanded(True)
        item.setHidden(True)
        return item

    # --- what the person does ---

    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        place = None if item is None else item.data(0, PLACE_ROLE)
        if isinstance(place, Place):
            self.chosen.emit(place)

    def _on_click(self, item: QTreeWidgetItem) -> None:
        if item.data(0, HEADING_ROLE):
            item.setExpanded(not item.isExpanded())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if (
            item is not None
            and item.data(0, HEADING_ROLE)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        ):
            self._on_click(item)
        elif event.key() == Qt.Key.Key_Delete and self.place.kind in (Kind.SEARCH, Kind.TAG):
            self._remove(self.place)
        elif event.key() == Qt.Key.Key_F2 and self.place.kind in (Kind.SEARCH, Kind.TAG):
            self._rename(self.place)
        else:
            super().keyPressEvent(event)

    def _rename(self, place: Place) -> None:
        (self.rename_tag_wanted if place.kind is Kind.TAG else self.rename_search_wanted).emit(place.name)

    def _remove(self, place: Place) -> None:
        (self.remove_tag_wanted if place.kind is Kind.TAG else self.remove_search_wanted).emit(place.name)

    def menu_for(self, place: Place) -> QMenu | None:
        """What can be done with a tag or a saved search; None for the other places."""
        if place.kind not in (Kind.TAG, Kind.SEARCH):
            return None
        menu = QMenu(self)
        if place.kind is Kind.TAG:
            rename, remove = self.tr("Rename Tag…"), self.tr("Remove Tag From All")
        else:
            rename, remove = self.tr("Rename Saved Search…"), self.tr("Delete Saved Search")
        menu.addAction(rename).triggered.connect(lambda: self._rename(place))
        menu.addAction(remove).triggered.connect(lambda: self._remove(place))
        return menu

    def _context_menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        place = None if item is None else item.data(0, PLACE_ROLE)
        menu = self.menu_for(place) if isinstance(place, Place) else None
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    # --- rows of the table, dropped here ---

    def _target(self, at: QPoint) -> Place | None:
        item = self.itemAt(at)
        place = None if item is None else item.data(0, PLACE_ROLE)
        return place if isinstance(place, Place) and place.kind in _TAKES_ROWS else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(event.source(), QAbstractItemView):
            event.acceptProposedAction()
        else:
            event.ignore()  # files from elsewhere belong to the window

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        place = self._target(event.position().toPoint())
        self._show_target(place)
        event.setAccepted(place is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        place = self._target(event.position().toPoint())
        self._show_target(None)
        if place is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(place)

    def _show_target(self, place: Place | None) -> None:
        row = self.itemDelegate()
        if isinstance(row, SidebarRow):
            row.target = self.indexFromItem(self._items[place]) if place is not None else None
            self.viewport().update()

    # --- the look ---

    def _draw(self) -> None:
        for place, item in self._items.items():
            item.setIcon(0, icon(_ICONS[place.kind], colours().muted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_items", None):
            self._draw()
