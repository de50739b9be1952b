"""The library as a table model over pages.

`data` reads memory only. A row that is not there yet shows as a placeholder, and asking for it starts a job that loads
its page (`PageRequests`). Each new query and each insert or removal begins a new generation of them, because it moves
rows under the pages that are on their way. However long the library is, few rows are in memory (`LoadedRows`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)

from vrp.backend.domain.queries import Around, LibraryQuery, Page, SortKey
from vrp.backend.domain.recordings import Recording
from vrp.ui.library import columns
from vrp.ui.library.cells import CELLS, DISPLAY_ROLE, EDIT_ROLE
from vrp.ui.library.columns import SORT_KEYS, Column
from vrp.ui.library.loaded_rows import LoadedRows
from vrp.ui.library.page_jobs import PAGE_ROWS, AroundLoader, Loader, PageRequests, ranges

Index = QModelIndex | QPersistentModelIndex
_COLUMNS: Final = tuple(Column)
_PLAIN: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_DRAGGED: Final = _PLAIN | Qt.ItemFlag.ItemIsDragEnabled
_EDITED: Final = _DRAGGED | Qt.ItemFlag.ItemIsEditable


class LibraryModel(QAbstractTableModel):
    """Rows of one query. Only `set_query` resets; everything else is exact."""

    rename_requested = Signal(object, str)  # Recording, the new title
    failed = Signal(object)  # VrpError: a page could not be loaded
    loaded = Signal()  # the first page of a new query, or of a refresh, is in

    def __init__(
        self,
        load: Loader,
        audio_path: Callable[[Recording], Any] | None = None,
        parent: QObject | None = None,
        *,
        around: AroundLoader | None = None,
    ) -> None:
        super().__init__(parent)
        self._audio_path = audio_path
        self.of_interest: Callable[[], Sequence[int]] = lambda: ()  # whose rows must not be lost: the current one first
        self.query = LibraryQuery()
        self._rows = LoadedRows()
        self._total = 0
        self._exact = True  # False: a search has shown its first page, and its total is on its way
        self._first_pending = False
        self._stays = False  # the same recordings are wanted, so that nothing but their rows may change
        self._requests = PageRequests(self, load, around)
        self._requests.came.connect(self._apply)
        self._requests.refused.connect(self._refuse)

    # --- reading ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature; never changed
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # see above
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = CELLS.get(role)
        if cell is None or not index.isValid():
            return None
        row = index.row()
        recording = self._rows.get(row)
        if recording is None:
            if not self._first_pending:  # else the rows that are shown are about to be replaced
                self._requests.want(row)
            return "…" if role == DISPLAY_ROLE and index.column() == Column.TITLE else None
        self._requests.last_row = row
        return cell(recording, _COLUMNS[index.column()], self.query.search)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return columns.alignment(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return columns.heading(Column(section))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.row() not in self._rows or self.query.trash:
            return _PLAIN
        return _EDITED if index.column() == Column.TITLE else _DRAGGED

    def setData(self, index: Index, value: Any, role: int = EDIT_ROLE) -> bool:
        """Ask for a rename; the row changes when the library has done it."""
        recording = self._rows.get(index.row())
        title = str(value).strip()
        if role != EDIT_ROLE or recording is None or not title or title == recording.title:
            return False
        self.rename_requested.emit(recording, title)
        return True

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Rows dragged out of the window are copies of their files."""
        data = QMimeData()
        rows = sorted({index.row() for index in indexes} & self._rows.keys())
        if self._audio_path is not None:
            data.setUrls([QUrl.fromLocalFile(str(self._audio_path(self._rows[row]))) for row in rows])
        return data

    def recording(self, row: int) -> Recording | None:
        return self._rows.get(row)

    def row_of(self, id_: int) -> int | None:
        """The row of a recording that is in memory."""
        return self._rows.row_of(id_)

    # --- a new query ---

    def set_query(self, query: LibraryQuery) -> None:
        """Ask for another view. The rows of the old one stay until the first page of the new one is there."""
        before, self.query = self.query, query
        self._stays = self._total > 0 and replace(before, sort=query.sort, descending=query.descending) == query
        self._first_pending = True
        self._begin_generation()

    def show_first(self, page: Page) -> None:
        """Rows that were read before anybody could be asked for them: those of the query as it is now."""
        self._apply_first(page)

    def search(self, text: str) -> None:
        self.set_query(replace(self.query, search=text))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = SORT_KEYS.get(Column(column)) if 0 <= column < len(Column) else None
        descending = order == Qt.SortOrder.DescendingOrder
        if key is not None and (key, descending) != (self.query.order, self.query.descending):
            self.set_query(replace(self.query, sort=key, descending=descending))

    def sort_by_relevance(self) -> None:
        self.set_query(replace(self.query, sort=SortKey.RELEVANCE, descending=True))

    def refresh(self) -> None:
        """Read again what is shown, because something outside this model may have changed it."""
        self._stays = not self._first_pending and self._total > PAGE_ROWS  # fewer are compared one by one
        self._first_pending = True
        self._begin_generation()

    # --- exact changes ---

    def update(self, recording: Recording) -> None:
        """Put in a changed recording. Where the sort order moved it, the view is read again."""
        row = self.row_of(recording.id)
        if row is None:
            return
        self._rows[row] = recording
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        if not self._rows.in_order(row - 1, self.query) or not self._rows.in_order(row, self.query):
            self.refresh()

    def remove(self, ids: Collection[int]) -> None:
        """Take out recordings that left this view."""
        wanted = set(ids)
        rows = sorted(row for row, recording in self._rows.items() if recording.id in wanted)
        missing = len(wanted) - len(rows)
        for first, last in reversed(ranges(rows)):
            self._begin_generation()
            self._remove(first, last)
        if missing:
            self.refresh()

    def insert(self, recordings: Iterable[Recording]) -> None:
        """Put in recordings that came into this view; where their place is not known, the view is read again."""
        for recording in recordings:
            if self.row_of(recording.id) is not None:
                self.update(recording)
                continue
            row = self._rows.place_of(recording, self.query, self._total)
            if row is None or self.query.search:
                self.refresh()
                return
            self._begin_generation()
            self._insert(row, recording)

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        self._rows.take_out(first, last)
        self._total -= last - first + 1
        self.endRemoveRows()

    def _insert(self, row: int, recording: Recording) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.put_in(row, recording)
        self._total += 1
        self.endInsertRows()

    # --- pages ---

    def _begin_generation(self) -> None:
        self._requests.begin_generation()
        if self._first_pending and self._stays and self._requests.can_find:
            last = self._rows.get(self._requests.last_row)
            self._requests.ask_around(list(self.of_interest()) or ([] if last is None else [last.id]))
        elif self._first_pending:
            self._requests.ask(0, first=True)

    def _apply(self, value: Page | Around, first: bool) -> None:
        if isinstance(value, Around):
            self._apply_around(value)
        elif first:
            self._apply_first(value)
        elif value.total != self._total and self._exact:
            self.refresh()  # another process changed the library
        else:
            self._learn_total(value)
            self._rows.store(value, self._requests.last_row)
            if value.rows:
                last = value.offset + len(value.rows) - 1
                self.dataChanged.emit(self.index(value.offset, 0), self.index(last, len(Column) - 1))

    def _refuse(self, error: object, first: bool) -> None:
        self._first_pending = self._first_pending and not first
        self.failed.emit(error)

    def _apply_around(self, around: Around) -> None:
        """The same recordings in another order, or with others among them: each index goes where its recording is."""
        if not around.complete or not self._total:
            self._apply_first(around.page)
            return
        self._first_pending = self._stays = False
        self._exact = True
        page, before = around.page, self._total
        if page.total > before:
            self.beginInsertRows(QModelIndex(), before, page.total - 1)
            self._total = page.total
            self.endInsertRows()
        self._rearrange(around)
        if page.total < before:
            self.beginRemoveRows(QModelIndex(), page.total, before - 1)
            self._total = page.total
            self.endRemoveRows()
        self.loaded.emit()

    def _rearrange(self, around: Around) -> None:
        self.layoutAboutToBeChanged.emit()
        old, new = self.persistentIndexList(), []
        for index in old:
            known = self._rows.get(index.row())
            row = None if known is None else around.rows.get(known.id)
            new.append(QModelIndex() if row is None else self.createIndex(row, index.column()))
        self._rows = LoadedRows(enumerate(around.page.rows, around.page.offset))
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _apply_first(self, loaded: Page) -> None:
        self._first_pending = self._stays = False
        if self._rows.can_become(loaded, self._total):
            self._merge(loaded)
        else:
            self.beginResetModel()
            self._rows.clear()
            self._total = loaded.total
            self._requests.last_row = 0
            self._rows.store(loaded, 0)
            self.endResetModel()
        self._exact = loaded.exact
        if not loaded.exact:
            self._requests.ask(1)
        self.loaded.emit()

    def _learn_total(self, loaded: Page) -> None:
        """The total of a search has come after its first page: the rows below join those that are shown."""
        more, self._exact = loaded.total - self._total, loaded.exact
        if more > 0:
            self.beginInsertRows(QModelIndex(), self._total, loaded.total - 1)
            self._total = loaded.total
            self.endInsertRows()

    def _merge(self, loaded: Page) -> None:
        new = {recording.id for recording in loaded.rows}
        gone = [row for row in range(self._total) if self._rows[row].id not in new]
        for first, last in reversed(ranges(gone)):
            self._remove(first, last)
        for row, recording in enumerate(loaded.rows):
            if row < self._total and self._rows[row].id == recording.id:
                if self._rows[row] != recording:
                    self._rows[row] = recording
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
                continue
            self._insert(row, recording)
