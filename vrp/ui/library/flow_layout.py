"""A layout that sets its widgets side by side and goes on in the next line, as words do, from either side."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """The last widget takes what is left of its line: a field to type in."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def insert(self, place: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest, self._arrange(QRect(0, 0, max(widest, self.geometry().width()), 0), move=False))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Put the widgets into ``area``; how high that is."""
        left, top, line = area.x(), area.y(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), 16_000_000))
            last = item is self._items[-1]
            if last:
                size.setWidth(item.minimumSize().width())
            if left > area.x() and left + size.width() > area.right() + 1:
                left, top, line = area.x(), top + line + self._gap, 0
            if last:
                size.setWidth(max(size.width(), area.right() + 1 - left))
            if move:
                self._place(item, QRect(QPoint(left, top), size), area)
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - area.y()

    def _place(self, item: QLayoutItem, where: QRect, area: QRect) -> None:
        if self._direction() == Qt.LayoutDirection.RightToLeft:
            where.moveLeft(area.right() - (where.left() - area.left()) - where.width() + 1)
        item.setGeometry(where)

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return QGuiApplication.layoutDirection() if parent is None else parent.layoutDirection()
