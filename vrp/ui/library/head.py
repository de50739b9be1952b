"""The head of the table: order, widths and choice of its columns; narrow windows leave out what matters least."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from vrp.ui.icons import pixmap
from vrp.ui.library.columns import FIGURES, Column, heading
from vrp.ui.theme import GRID, colours

_PADDING: Final = 11  # as in the style sheet
_STAR: Final = 5 * GRID
_TITLE: Final = 20 * GRID  # less is no title
_WIDTHS: Final = {
    Column.RECORDED: 184,  # “30 Sep 2024 10:59 PM”
    Column.LENGTH: 80,
    Column.SIZE: 88,
    Column.SOUND: 184,
    Column.FAVOURITE: _STAR,
    Column.TAGS: 144,
    Column.ADDED: 184,
    Column.ORIGIN: 120,
    Column.DELETED: 136,
}
_ORDER: Final = (
    Column.FAVOURITE, Column.TITLE, Column.RECORDED, Column.LENGTH, Column.TAGS, Column.DELETED, Column.SIZE,
    Column.SOUND, Column.ADDED, Column.ORIGIN,
)  # fmt: skip
_FIRST_TO_GO: Final = (
    Column.ORIGIN, Column.ADDED, Column.SOUND, Column.SIZE, Column.TAGS, Column.LENGTH, Column.RECORDED, Column.DELETED,
)  # fmt: skip
_HIDDEN_AT_FIRST: Final = frozenset({Column.ADDED, Column.ORIGIN})


class Head(QHeaderView):
    """Draws the sort arrow right beside its word; the style's own place for it covers words that stand at the right."""

    chosen = Signal()  # which columns are shown

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setMinimumSectionSize(_STAR)
        self.setAccessibleName(self.tr("Columns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._context_menu)
        self.sorted: tuple[Column | None, Qt.SortOrder] = (Column.RECORDED, Qt.SortOrder.DescendingOrder)
        self._left_out: set[Column] = set(_HIDDEN_AT_FIRST)  # by the person
        self._in_trash = False

    def prepare(self) -> None:
        """Once the model is there: widths, order, and the title in what is left."""
        for place, column in enumerate(_ORDER):
            self.moveSection(self.visualIndex(column), place)
        for column, width in _WIDTHS.items():
            self.resizeSection(column, width)
        self.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.setSectionResizeMode(Column.FAVOURITE, QHeaderView.ResizeMode.Fixed)
        self.fit()

    def show_sorted(self, column: Column | None, order: Qt.SortOrder) -> None:
        self.sorted = (column, order)
        if self.isVisible():  # see `LibraryTable`
            self.viewport().update()

    # --- which columns are shown ---

    def show_trash(self, in_trash: bool) -> None:
        self._in_trash = in_trash
        self.fit()

    def fit(self) -> None:
        """Show what the person chose, as far as the title still has room."""
        table = self.parentWidget()
        room = self.width() if table is None else table.width()
        wanted = [column for column in Column if self._is_wanted(column)]
        needed = sum(self._width(column) for column in wanted if column is not Column.TITLE) + _TITLE
        for column in _FIRST_TO_GO:
            if needed <= room:
                break
            if column in wanted:
                wanted.remove(column)
                needed -= self._width(column)
        for column in Column:
            if self.isSectionHidden(column) == (column in wanted):
                self.setSectionHidden(column, column not in wanted)

    def _is_wanted(self, column: Column) -> bool:
        if column is Column.DELETED:
            return self._in_trash
        return column not in self._left_out

    def _width(self, column: Column) -> int:
        return self.sectionSize(column) or _WIDTHS.get(column, 0)

    def choose(self, column: Column, shown: bool) -> None:
        (self._left_out.discard if shown else self._left_out.add)(column)
        self.fit()
        self.chosen.emit()

    def menu(self) -> QMenu:
        """Which columns there are; the title always stays."""
        menu = QMenu(self)
        for column in Column:
            if column in (Column.TITLE, Column.DELETED):
                continue
            action = menu.addAction(heading(column))
            action.setCheckable(True)
            action.setChecked(column not in self._left_out)
            action.toggled.connect(lambda shown, column=column: self.choose(column, shown))
        menu.addSeparator()
        menu.addAction(self.tr("As at First")).triggered.connect(self._reset)
        return menu

    def _reset(self) -> None:
        self._left_out = set(_HIDDEN_AT_FIRST)
        self.prepare()
        self.chosen.emit()

    def _context_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    # --- remembered ---

    def remembered(self) -> str:
        """Order, widths and choice, as text."""
        names = [Column(self.logicalIndex(place)).name for place in range(self.count())]
        widths = {column.name: self._width(column) for column in Column if column is not Column.TITLE}
        return json.dumps({"order": names, "widths": widths, "left_out": sorted(one.name for one in self._left_out)})

    def restore(self, state: object) -> None:
        """What `remembered` said; of a text that says nothing usable, nothing."""
        try:
            told = json.loads(str(state))
            order = [Column[name] for name in told["order"] if name in Column.__members__]
            widths = {Column[name]: int(width) for name, width in told["widths"].items() if name in Column.__members__}
            left_out = {Column[name] for name in told["left_out"] if name in Column.__members__}
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        for place, column in enumerate(order):
            self.moveSection(self.visualIndex(column), place)
        for column, width in widths.items():
            self.resizeSection(column, max(_STAR, min(width, 800)))
        self._left_out = left_out - {Column.TITLE}
        self.fit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section == Column.FAVOURITE:
            self._paint_star(painter, rect)
            return
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        column, order = self.sorted
        if section != column:
            return
        word = self.fontMetrics().horizontalAdvance(str(self.model().headerData(section, self.orientation())))
        at_far_side = (column in FIGURES) != self.isRightToLeft()
        left = rect.right() - _PADDING - word - 18 if at_far_side else rect.left() + _PADDING + word + 6
        name = "chevron-down" if order == Qt.SortOrder.DescendingOrder else "chevron-up"
        top = rect.center().y() - 5
        painter.drawPixmap(left, top, pixmap(name, colours().muted, 12, self.devicePixelRatioF()))

    def _paint_star(self, painter: QPainter, rect: QRect) -> None:
        """The word would not fit; the picture stands for it, and the word is what is heard."""
        table = colours()
        painter.fillRect(rect, table.of("base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), table.of("line"))
        where = rect.center() - QRect(0, 0, 16, 16).center()
        colour = table.accent if self.sorted[0] is Column.FAVOURITE else table.muted
        painter.drawPixmap(where, pixmap("star", colour, 16, self.devicePixelRatioF()))
