"""The table of recordings: whole rows, no grid; the keyboard does what the mouse does."""

from __future__ import annotations

import time
from collections.abc import Collection
from itertools import islice
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.domain.recordings import Recording
from vrp.ui import names
from vrp.ui.library.columns import SORT_KEYS, Column
from vrp.ui.library.delegates import DeletedDelegate, Index, QuietDelegate, StarDelegate, TagsDelegate, TitleDelegate
from vrp.ui.library.head import Head
from vrp.ui.library.model import LibraryModel
from vrp.ui.theme import GRID, ROW_HEIGHT

_BY_WORDS: Final = (SortKey.TITLE, SortKey.TAGS)  # from A on, all else from the most or the newest
_LOOKED_AT: Final = 20_000
_NEAR: Final = 1_000  # rows that are looked through for a title
_TYPED_S: Final = 1.0  # letters typed within this belong together


class LibraryTable(QTableView):
    """Keeps selection and place over a refresh; a new view begins at its top."""

    play_requested = Signal(object)  # Recording
    favourite_wanted = Signal(object, bool)
    selection_changed = Signal()

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIBRARY_TABLE)
        self.setAccessibleName(self.tr("Recordings"))
        self._kept: set[int] = set()
        self._scrolled = 0
        self._query: LibraryQuery | None = None  # what is shown
        self._typed = ("", 0.0)
        self._removes_selection = False
        self.head = Head(self)
        self.setHorizontalHeader(self.head)
        self._look()
        self.library = model
        model.rowsAboutToBeRemoved.connect(self._note_removal)  # before the selection hears of it
        self.setModel(model)
        self._draw_with()
        self._head()
        self.doubleClicked.connect(self._activate)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.rowsRemoved.connect(self._select_next)
        model.layoutChanged.connect(self._follow)
        model.loaded.connect(self._show_query)
        model.of_interest = self._of_interest
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _draw_with(self) -> None:
        self.titles = TitleDelegate(self)
        self.deleted = DeletedDelegate(self)
        self._others = QuietDelegate(self)
        self._stars, self._tags = StarDelegate(self), TagsDelegate(self)
        self.setItemDelegate(self._others)
        for column, delegate in (
            (Column.TITLE, self.titles),
            (Column.FAVOURITE, self._stars),
            (Column.TAGS, self._tags),
            (Column.DELETED, self.deleted),
        ):
            self.setItemDelegateForColumn(column, delegate)

    def show_days(self, keep_days: int) -> None:
        """How long a deleted recording stays; 0: for ever."""
        self.deleted.keep_days = keep_days
        self.viewport().update()

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # F2 comes through the action
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 2 * GRID))

    def _head(self) -> None:
        self.head.prepare()
        self.head.sectionClicked.connect(self.sort_by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit()

    def sort_by(self, section: int) -> None:
        """First time: the order people expect of that column; again: the other way round."""
        query = self.library.query
        key = SORT_KEYS.get(Column(section))
        if key is not None:
            descending = not query.descending if key is query.order else key not in _BY_WORDS
            self.library.sort(section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.show_sorted()

    def show_sorted(self) -> None:
        """The arrow where the query sorts; by relevance nowhere."""
        query = self.library.query
        shown = next((column for column, key in SORT_KEYS.items() if key is query.order), None)
        order = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self.head.show_sorted(shown, order)

    # --- selection ---

    @property
    def selected(self) -> list[Recording]:
        """The selected recordings that are in memory, from top to bottom."""
        rows = (row for first, count in self.selected_spans for row in range(first, first + count))
        near = islice(rows, _LOOKED_AT)  # far more than are ever in memory
        return [recording for row in near if (recording := self.library.recording(row)) is not None]

    @property
    def count_selected(self) -> int:
        return sum(count for _first, count in self.selected_spans)

    @property
    def selected_spans(self) -> list[tuple[int, int]]:
        """The selected rows as first row and count, also of rows that are not in memory."""
        selection = self.selectionModel().selection()
        spans = (selection.at(place) for place in range(selection.size()))
        return sorted((span.top(), span.height()) for span in spans)

    @property
    def current(self) -> Recording | None:
        return self.library.recording(self.currentIndex().row())

    def selectRow(self, row: int) -> None:
        """This row alone. Qt's own asks which keys are held: with Ctrl it toggles, with Shift it may select nothing."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.library.index(row, Column.TITLE)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def select(self, ids: Collection[int], *, scroll: bool = True) -> None:
        """Select these recordings, as far as they are in memory, and show the first."""
        rows = sorted(row for id_ in ids if (row := self.library.row_of(id_)) is not None)
        if not rows:
            return
        selection = QItemSelection()
        for row in rows:
            selection.select(self.library.index(row, 0), self.library.index(row, len(Column) - 1))
        flags = QItemSelectionModel.SelectionFlag
        first = self.library.index(rows[0], Column.TITLE)
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if scroll:
            self.scrollTo(first)

    def _of_interest(self) -> list[int]:
        """Whose rows must stay selected, or current, when the table is sorted anew."""
        current = self.current
        chosen = [recording.id for recording in self.selected]
        return chosen if current is None else [current.id, *chosen]

    def _follow(self) -> None:
        """Sorted anew: the current recording stays in sight."""
        if self._query != self.library.query and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QTableView.ScrollHint.PositionAtCenter)

    def _keep_selection(self) -> None:
        self._kept = {recording.id for recording in self.selected}
        self._scrolled = self.verticalScrollBar().value()

    def _restore_selection(self) -> None:
        same = self._query == self.library.query
        self._show_query()
        if same:
            self.verticalScrollBar().setValue(self._scrolled)
            self.select(self._kept, scroll=False)
        else:
            self.scrollToTop()
            self.select(self._kept)
        self.selection_changed.emit()

    def _show_query(self) -> None:
        """What belongs to the view itself: the marked words, the columns of Recently Deleted."""
        if self._query != self.library.query:
            self._query = self.library.query
            self.titles.search = self._tags.search = self._query.search
            self.head.show_trash(self._query.trash)
            self.show_sorted()  # by relevance only while somebody searches
            if self.isVisible():  # before that, the call would have PySide6 make a class of each widget that there is
                self.viewport().update()

    def _note_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        spans = self.selected_spans
        self._removes_selection = bool(spans) and all(
            first <= start and start + count - 1 <= last for start, count in spans
        )

    def _select_next(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """After a deletion the one that moved up is selected, so that the keyboard can go on."""
        if self._removes_selection and self.library.rowCount():
            self.selectRow(min(first, self.library.rowCount() - 1))

    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.selection_changed.emit()

    # --- what it does ---

    @property
    def is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def rename_current(self) -> None:
        index = self.library.index(self.currentIndex().row(), Column.TITLE)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def show_playing(self, id_: int | None) -> None:
        rows = [self.library.row_of(one) for one in (self.titles.playing, id_) if one is not None]
        self.titles.playing = id_
        for row in rows:
            if row is not None:
                self.update(self.library.index(row, Column.TITLE))

    def _activate(self, index: Index) -> None:
        recording = self.library.recording(index.row())
        if recording is not None:
            self.play_requested.emit(recording)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.is_editing
        typed = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self._activate(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # the window's own command copies the files
        elif not editing and typed.isprintable() and typed.strip():
            self._type_ahead(typed)
        else:
            super().keyPressEvent(event)

    def _type_ahead(self, typed: str) -> None:
        """Go to the next title in memory that begins with what was typed; what is further away the search finds."""
        before, when = self._typed
        now = time.monotonic()
        again = before if now - when < _TYPED_S else ""
        wanted = again + typed.casefold()
        if again == typed.casefold():
            wanted = again  # the same letter again: the next one
        self._typed = (wanted, now)
        start = self.currentIndex().row() + (0 if len(wanted) > 1 else 1)
        row = self._row_beginning(wanted, max(start, 0))
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.library.index(row, Column.TITLE))

    def _row_beginning(self, wanted: str, start: int) -> int | None:
        count = self.library.rowCount()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        around = range(max(0, min(first, start) - _NEAR), min(count, max(last, start) + _NEAR))
        below = [row for row in around if row >= start]
        for row in below + [row for row in around if row < start]:
            one = self.library.recording(row)
            if one is not None and one.title.casefold().startswith(wanted):
                return row
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        recording = self.library.recording(index.row())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and recording is not None and index.column() == Column.FAVOURITE and not self.library.query.trash:
            self.favourite_wanted.emit(recording, not recording.favourite)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).column() == Column.FAVOURITE:
            self.mousePressEvent(event)  # two quick presses are two presses
        else:
            super().mouseDoubleClickEvent(event)
