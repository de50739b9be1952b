"""How a line of the sidebar is drawn: its icon and name, the count at the other end, and headings that fold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from vrp.ui.icons import pixmap
from vrp.ui.texts import isolated
from vrp.ui.theme import GRID, colours, tabular

COUNT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
HEADING_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_HEIGHT: Final = 34
_CHEVRON: Final = 12
Index = QModelIndex | QPersistentModelIndex


class SidebarRow(QStyledItemDelegate):
    """``target``: the line that rows of the table would be dropped on."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self.target: QModelIndex | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(_HEIGHT, option.fontMetrics.height() + 2 * GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(HEADING_ROLE):
            self._paint_heading(painter, option, index)
            return
        count = index.data(COUNT_ROLE)
        told = "" if count is None else QLocale().toString(int(count))
        font = tabular(option.font)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        name, shown.text = shown.text, ""
        style = self._tree.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, self._tree)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(font)
        room = option.rect.adjusted(GRID, 0, -GRID, 0)
        width = painter.fontMetrics().horizontalAdvance(told)
        table = colours()
        painter.setPen(table.of("selected_text" if chosen else "muted"))
        _draw(painter, option, QRect(room.right() - width + 1, room.top(), width, room.height()), told)
        painter.setFont(option.font)
        painter.setPen(table.of("selected_text" if chosen else "text"))
        left = room.left() + option.decorationSize.width() + GRID
        words = QRect(left, room.top(), max(0, room.right() - width - GRID - left), room.height())
        elided = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        _draw(painter, option, words, isolated(elided))
        if self.target is not None and self.target == index:
            painter.setPen(QPen(table.of("accent"), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), GRID, GRID)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        table = colours()
        painter.setPen(table.of("muted"))
        room = option.rect.adjusted(GRID, 0, -GRID, 0)
        words = room.adjusted(_CHEVRON + GRID, 0, 0, 0)
        heading = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        _draw(painter, option, words, heading)
        is_open = self._tree.isExpanded(index)
        name = "chevron-down" if is_open else "chevron-right"
        place = QRect(room.left(), room.center().y() - _CHEVRON // 2 + 1, _CHEVRON, _CHEVRON)
        mirrored = QStyle.visualRect(option.direction, option.rect, place)
        painter.drawPixmap(mirrored, pixmap(name, table.muted, _CHEVRON, self._tree.devicePixelRatioF()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), GRID, GRID)
        painter.restore()


def _draw(painter: QPainter, option: QStyleOptionViewItem, where: QRect, text: str) -> None:
    flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QStyle.visualRect(option.direction, option.rect, where), int(flags), text)
