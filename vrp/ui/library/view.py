"""The library pane: a search field over the table, and what stands in its place when there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vrp.ui import names
from vrp.ui.library.empty_state import EmptyReason, EmptyState
from vrp.ui.library.model import LibraryModel
from vrp.ui.library.places import Kind, of_query
from vrp.ui.library.search_field import SearchField
from vrp.ui.library.table import LibraryTable
from vrp.ui.theme import GRID

_REASONS = {
    Kind.RECORDED: EmptyReason.RECORDED,
    Kind.IMPORTED: EmptyReason.IMPORTED,
    Kind.RECOVERED: EmptyReason.RECOVERED,
    Kind.FAVOURITES: EmptyReason.FAVOURITES,
    Kind.TAG: EmptyReason.TAG,
    Kind.TRASH: EmptyReason.TRASH,
}


class LibraryPane(QWidget):
    """Search field, table, empty state."""

    empty_pressed = Signal(object)  # EmptyReason

    def __init__(self, model: LibraryModel, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIBRARY_PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._take_runs = False
        self.searching = SearchField(self)
        self.search = self.searching.line
        self._stack = QStackedWidget(self)
        self.table = LibraryTable(model, self._stack)
        self.empty = EmptyState(place, self._stack)
        self.empty.pressed.connect(self.empty_pressed)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # the line to the sidebar
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        top.addWidget(self.searching)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.searching.wanted.connect(self._search)
        self.searching.left.connect(self.table.setFocus)
        self.searching.down.connect(self._to_table)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.loaded):
            signal.connect(self._show_right_page)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def find_next(self) -> None:
        """The next recording that was found, and after the last the first; without a search, the field for one."""
        count = self._model.rowCount()
        if not self._model.query.search.strip():
            self.focus_search()
        elif count:
            row = (self.table.currentIndex().row() + 1) % count
            self.table.setFocus()
            self.table.selectRow(row)

    def show_take(self, runs: bool) -> None:
        """Whether a take runs or is being kept: an empty library then waits for it."""
        if runs != self._take_runs:
            self._take_runs = runs
            self._show_right_page()

    def _search(self, text: str) -> None:
        if text != self._model.query.search:
            self._model.search(text)

    def _to_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.selectRow(0)

    def _show_right_page(self) -> None:
        if self._model.rowCount():
            had_focus = self.empty.record.hasFocus() or self.empty.button.hasFocus()
            self._stack.setCurrentWidget(self.table)
            if had_focus:
                self.table.setFocus()
            return
        self.empty.show_reason(self._reason_for_emptiness(), self._model.query.tag)
        self._stack.setCurrentWidget(self.empty)

    def _reason_for_emptiness(self) -> EmptyReason:
        query = self._model.query
        if query.search.strip():
            return EmptyReason.SEARCH
        kind = of_query(query).kind
        if self._take_runs and kind in (Kind.ALL, Kind.RECORDED):
            return EmptyReason.TAKE
        return _REASONS.get(kind, EmptyReason.LIBRARY)
