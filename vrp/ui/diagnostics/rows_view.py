"""The rows of a section: name, value, state, and where something can be done, its button."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from vrp.backend.domain.diagnostics import Action, Row, State
from vrp.backend.phrases import Phrase
from vrp.ui import names
from vrp.ui.diagnostics.report import tr
from vrp.ui.icons import icon
from vrp.ui.texts import isolated, translated
from vrp.ui.theme import GRID, ROW_HEIGHT, colours

NAME, VALUE, STATE, ACTION = range(4)
_ROW: Final = Qt.ItemDataRole.UserRole + 1
_MOST: Final = 200  # rows that a search shows


class RowsView(QTableWidget):
    """Shows what it is given. A value's text can be selected after Enter or a double click, and whole rows copied."""

    action_chosen = Signal(str, object)  # what to do, and the Row
    ignored = Signal(object)  # the Row of a finding that is put aside

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 4, parent)
        self.setObjectName(names.DIAGNOSTICS_ROWS)
        self.setAccessibleName(self.tr("Rows of the section"))
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value"), self.tr("State"), ""])
        self.setItemDelegateForColumn(VALUE, _Selectable(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(16, 16))
        # Heights follow the width, so they must not change it: a bar that comes and goes with them would never end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))  # and so without a handle
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.resizeSection(NAME, 22 * GRID)
        head.resizeSection(STATE, 6 * GRID + self._widest(map(state_name, State)))
        head.resizeSection(ACTION, 6 * GRID + self._widest(map(action_name, Action)))
        head.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)

    def _widest(self, words: Iterable[str]) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Also by the menu key: to copy, and for a finding of the health check to put it aside."""
        item = self.item(self.currentRow(), NAME)
        row = item.data(_ROW) if item is not None else None
        if not isinstance(row, Row):
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), self._copy)
        if row.name.startswith("VRP-2"):
            menu.addAction(self.tr("Ignore Until the Next Version"), lambda: self.ignored.emit(row))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def show_rows(self, groups: Iterable[tuple[str, list[Row]]]) -> None:
        """Each group with its heading, where it has one. The row that was chosen stays chosen."""
        chosen, at = self._chosen(), self.verticalScrollBar().value()
        self.clearContents()
        self.clearSpans()
        self.setRowCount(0)
        for heading, rows in groups:
            if heading:
                self._add_heading(heading)
            for row in rows[:_MOST]:
                self._add(row)
                if (row.name, heading) == chosen:
                    self.setCurrentCell(self.rowCount() - 1, NAME)
        self.resizeRowsToContents()  # a long value is read whole
        self.verticalScrollBar().setValue(at)

    def _chosen(self) -> tuple[str, str]:
        row, heading = self.currentRow(), ""
        if row < 0:
            return ("", "")
        for above in range(row, -1, -1):
            if self.columnSpan(above, NAME) > 1:
                heading = self._text(above, NAME)
                break
        item = self.item(row, NAME)
        return (str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else "", heading)

    def _add_heading(self, heading: str) -> None:
        place = self.rowCount()
        self.insertRow(place)
        self.setSpan(place, NAME, 1, 4)
        item = QTableWidgetItem(heading)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        self.setItem(place, NAME, item)

    def _add(self, row: Row) -> None:
        place = self.rowCount()
        self.insertRow(place)
        name = self._cell(place, NAME, translated(row.name))
        name.setData(Qt.ItemDataRole.UserRole, row.name)
        name.setData(_ROW, row)
        value = self._cell(place, VALUE, _shown(row.value))
        value.setFlags(value.flags() | Qt.ItemFlag.ItemIsEditable)
        value.setToolTip(value.text())
        state = self._cell(place, STATE, state_name(row.state))
        state.setIcon(state_icon(row.state))
        if row.state is State.OK:
            state.setForeground(colours().of("muted"))
        if row.action in set(Action):
            self.setCellWidget(place, ACTION, self._button(row))

    def _cell(self, row: int, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.setItem(row, column, item)
        return item

    def _button(self, row: Row) -> QWidget:
        place = QWidget(self)
        button = QPushButton(action_name(Action(row.action)), place)
        button.setObjectName(names.DIAGNOSTICS_ACTION + row.action)
        button.setAccessibleName(f"{button.text()}: {translated(row.name)}")
        button.setProperty("small", True)
        button.clicked.connect(lambda _checked=False: self.action_chosen.emit(row.action, row))
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, GRID, 0)
        line.addWidget(button)
        return place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.setCurrentCell(self.currentRow(), VALUE)
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _copy(self) -> None:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        found = [item.data(_ROW) for row in rows if (item := self.item(row, NAME)) is not None]
        lines = [f"{translated(row.name)}: {translated(row.value)}" for row in found if isinstance(row, Row)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""


def _shown(value: str) -> str:
    """A path keeps its direction among words that go from right to left."""
    return translated(value) if isinstance(value, Phrase) else isolated(value)


class _Selectable(QStyledItemDelegate):
    """An editor that changes nothing: the value's text can be selected in it."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        del option
        row = index.sibling(index.row(), NAME).data(_ROW)
        field = QLineEdit(translated(row.value) if isinstance(row, Row) else "", parent)
        field.setReadOnly(True)
        field.setFrame(False)
        return field

    def setEditorData(self, *_: object) -> None:
        """It was made with its text."""

    def setModelData(self, *_: object) -> None:
        """Nothing was changed."""


def state_name(state: State) -> str:
    return {
        State.OK: tr("OK"),
        State.WARN: tr("Look at it"),
        State.FAIL: tr("Failed"),
        State.UNKNOWN: tr("Not known"),
    }[state]


def state_icon(state: State) -> QIcon:
    table = colours()
    name, colour = {
        State.OK: ("success", table.quiet),
        State.WARN: ("warning", table.loud),
        State.FAIL: ("error", table.clip),
        State.UNKNOWN: ("info", table.muted),
    }[state]
    return icon(name, colour)


def action_name(action: Action) -> str:
    return {
        Action.TEST_MICROPHONE: tr("Test Microphone…"),
        Action.CHECK_HEALTH: tr("Check Health"),
        Action.REPAIR: tr("Repair"),
        Action.CHECK_LIBRARY: tr("Check Library"),
        Action.BACK_UP: tr("Back Up Now"),
        Action.PROVE_BACKUP: tr("Prove Backup"),
        Action.REBUILD_SEARCH: tr("Rebuild Search"),
        Action.RESET_BREAKER: tr("Try Again"),
        Action.DUMP_STACKS: tr("Dump Stacks"),
        Action.VIEW_REPORTS: tr("View Reports"),
        Action.OPEN_FOLDER: tr("Open Folder"),
        Action.OPEN_LOGS: tr("Open Folder"),
        Action.OPEN_SETTINGS: tr("Open Settings"),
    }.get(action, action.value)
