"""The library pane: a search field over the table, and what stands in its place when there is nothing to show."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vrp.backend.domain.queries import SortKey
from vrp.backend.domain.recordings import Origin, Recording
from vrp.ui import names
from vrp.ui.icons import icon, pixmap
from vrp.ui.library.columns import SORT_KEYS, Column
from vrp.ui.library.empty_state import EmptyReason, EmptyState
from vrp.ui.library.model import RECORDING_ROLE, Index, LibraryModel
from vrp.ui.theme import GRID, ROW_HEIGHT, colours, tabular

SEARCH_DELAY_MS: Final = 80
_ORIGIN_ICONS: Final = {Origin.RECORDED: "mic", Origin.IMPORTED: "import", Origin.RECOVERED: "recovered"}
_HEAD_PADDING: Final = 11  # as in the style sheet
_WIDTHS: Final = {Column.RECORDED: 168, Column.LENGTH: 104, Column.SIZE: 104, Column.SOUND: 192}


class TitleDelegate(QStyledItemDelegate):
    """The title with a small icon of where it came from; the one that plays is drawn in the accent colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.playing: int | None = None

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        recording: Recording | None = index.data(RECORDING_ROLE)
        table = colours()
        if recording is None:
            option.palette.setColor(QPalette.ColorRole.Text, table.of("muted"))
            return
        playing = recording.id == self.playing
        if playing:
            option.palette.setColor(QPalette.ColorRole.Text, table.of("accent"))
            option.font.setWeight(option.font.Weight.DemiBold)
        name = "volume" if playing else _ORIGIN_ICONS[recording.origin]
        option.icon = icon(name, table.accent if playing else table.muted)
        option.decorationSize = QSize(18, 18)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName(names.TITLE_EDITOR)
        editor.setAccessibleName(self.tr("Title"))
        editor.setMaxLength(500)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        editor.setGeometry(area.adjusted(28, 3, -4, -3))


class QuietDelegate(QStyledItemDelegate):
    """The other columns: fainter than the title, figures of equal width."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font = tabular(option.font)
        if not option.state & QStyle.StateFlag.State_Selected:
            option.palette.setColor(QPalette.ColorRole.Text, colours().of("muted"))


class Head(QHeaderView):
    """Draws the sort arrow right beside its word; the style's own place for it covers words that stand at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(56)
        self.sorted = (Column.RECORDED, Qt.SortOrder.DescendingOrder)

    def show_sorted(self, column: Column, order: Qt.SortOrder) -> None:
        self.sorted = (column, order)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        column, order = self.sorted
        if section != column:
            return
        word = self.fontMetrics().horizontalAdvance(str(self.model().headerData(section, self.orientation())))
        at_right = column in (Column.LENGTH, Column.SIZE)
        left = rect.right() - _HEAD_PADDING - word - 18 if at_right else rect.left() + _HEAD_PADDING + word + 6
        name = "chevron-down" if order == Qt.SortOrder.DescendingOrder else "chevron-up"
        top = rect.center().y() - 5
        painter.drawPixmap(left, top, pixmap(name, colours().muted, 12, self.devicePixelRatioF()))


class LibraryTable(QTableView):
    """Whole rows, no grid; the keyboard does what the mouse does."""

    play_requested = Signal(object)  # Recording
    selection_changed = Signal()

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIBRARY_TABLE)
        self.setAccessibleName(self.tr("Recordings"))
        self._kept: set[int] = set()
        self._removes_selection = False
        self.head = Head(self)
        self.setHorizontalHeader(self.head)
        self._look()
        self.library = model
        model.rowsAboutToBeRemoved.connect(self._note_removal)  # before the selection hears of it
        self.setModel(model)
        self.titles = TitleDelegate(self)
        self._others = QuietDelegate(self)
        self.setItemDelegate(self._others)
        self.setItemDelegateForColumn(Column.TITLE, self.titles)
        self._head()
        self.doubleClicked.connect(self._activate)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.rowsRemoved.connect(self._select_next)
        self.selectionModel().selectionChanged.connect(self._on_selection)

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
        head = self.head
        head.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            head.resizeSection(column, width)
        head.sectionClicked.connect(self._sort)

    def _sort(self, section: int) -> None:
        """First click: the order people expect of that column; again: the other way round."""
        query = self.library.query
        key = SORT_KEYS.get(Column(section))
        if key is not None:
            descending = not query.descending if key is query.sort else key is not SortKey.TITLE
            self.library.sort(section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        shown = next(column for column, key in SORT_KEYS.items() if key is self.library.query.sort)
        order = Qt.SortOrder.DescendingOrder if self.library.query.descending else Qt.SortOrder.AscendingOrder
        self.head.show_sorted(shown, order)

    # --- selection ---

    @property
    def selected(self) -> list[Recording]:
        """The selected recordings that are in memory, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [recording for row in rows if (recording := self.library.recording(row)) is not None]

    @property
    def selected_spans(self) -> list[tuple[int, int]]:
        """The selected rows as first row and count, also of rows that are not in memory."""
        selection = self.selectionModel().selection()
        spans = (selection.at(place) for place in range(selection.size()))
        return sorted((span.top(), span.height()) for span in spans)

    @property
    def current(self) -> Recording | None:
        return self.library.recording(self.currentIndex().row())

    def select(self, ids: Collection[int]) -> None:
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
        self.scrollTo(first)

    def _keep_selection(self) -> None:
        self._kept = {recording.id for recording in self.selected}

    def _restore_selection(self) -> None:
        self.scrollToTop()
        self.select(self._kept)
        self.selection_changed.emit()

    def _note_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        self._removes_selection = bool(rows) and rows <= set(range(first, last + 1))

    def _select_next(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """After a deletion the one that moved up is selected, so that the keyboard can go on."""
        if self._removes_selection and self.library.rowCount():
            self.selectRow(min(first, self.library.rowCount() - 1))

    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.selection_changed.emit()

    # --- what it does ---

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
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self._activate(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy) or (event.text().isprintable() and event.text().strip()):
            event.ignore()  # letters would jump through all pages; the search field is for that
        else:
            super().keyPressEvent(event)


class LibraryPane(QWidget):
    """Search field, table, empty state. Typing searches after a short pause, so that no key waits for an answer."""

    empty_pressed = Signal(object)  # EmptyReason

    def __init__(self, model: LibraryModel, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIBRARY_PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._take_runs = False
        self.search = self._search_field()
        self.table = LibraryTable(model, self)
        self.empty = EmptyState(place, self)
        self.empty.pressed.connect(self.empty_pressed)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # the line to the sidebar
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        top.addWidget(self.search)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self._typed = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._typed.timeout.connect(self._search)
        self.search.textChanged.connect(self._on_typed)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.loaded):
            signal.connect(self._show_right_page)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(names.SEARCH_FIELD)
        field.setAccessibleName(self.tr("Search"))
        field.setPlaceholderText(self.tr("Search titles, notes and tags"))
        field.setClearButtonEnabled(True)
        field.setFixedHeight(36)
        self._lens: QAction = field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._lens.setIcon(icon("search", colours().muted))
        return field

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lens"):
            self._lens.setIcon(icon("search", colours().muted))

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_take(self, runs: bool) -> None:
        """Whether a take runs or is being kept: an empty library then waits for it."""
        if runs != self._take_runs:
            self._take_runs = runs
            self._show_right_page()

    def _on_typed(self, _text: str) -> None:
        self._typed.start()

    def _search(self) -> None:
        if self.search.text() != self._model.query.search:
            self._model.search(self.search.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the search, Down goes on to what it found."""
        if self.search.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.search.clear()
            self.table.setFocus()
        elif self.search.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            self.table.setFocus()
            if not self.table.currentIndex().isValid() and self._model.rowCount():
                self.table.selectRow(0)
        else:
            super().keyPressEvent(event)

    def _show_right_page(self) -> None:
        if self._model.rowCount():
            had_focus = self.empty.button.hasFocus()
            self._stack.setCurrentWidget(self.table)
            if had_focus:
                self.table.setFocus()
            return
        self.empty.show_reason(self._reason_for_emptiness())
        self._stack.setCurrentWidget(self.empty)

    def _reason_for_emptiness(self) -> EmptyReason:
        query = self._model.query
        if query.search.strip():
            return EmptyReason.SEARCH
        if query.trash:
            return EmptyReason.TRASH
        return EmptyReason.TAKE if self._take_runs else EmptyReason.LIBRARY
