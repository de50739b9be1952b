"""How the cells of the table are drawn. A paint asks for hundreds of them, so each does little."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.domain.searching import matches
from vrp.ui import names, texts
from vrp.ui.icons import pixmap
from vrp.ui.library import columns
from vrp.ui.library.chips import GAP, HEIGHT, chip
from vrp.ui.library.columns import Column
from vrp.ui.library.facts import isolated
from vrp.ui.library.model import RECORDING_ROLE
from vrp.ui.theme import CONTRAST, colours, tabular

Index = QModelIndex | QPersistentModelIndex
_ORIGIN_ICONS: Final = {Origin.RECORDED: "mic", Origin.IMPORTED: "import", Origin.RECOVERED: "recovered"}
_ICON: Final = 18
_WIDE_COUNT: Final = 28  # room for how many more there are
_SIDE: Final = 11  # before and after the text, as in the head
# As numbers: working with Python's flags would cost more than the drawing.
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_NEAR: Final = _SELECTED | QStyle.StateFlag.State_MouseOver.value
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_ELIDE: Final = Qt.TextElideMode.ElideRight
_TEXT, _CHOSEN = QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText
_FAINT, _BACK = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Highlight


class Cell(QStyledItemDelegate):
    """Draws a cell by itself: the way through the style asks the model seven times, and the style sheet each time."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state.value & _SELECTED)
        if chosen:
            painter.fillRect(option.rect, option.palette.color(_BACK))
        painter.setLayoutDirection(option.direction)
        recording: Recording | None = index.data(RECORDING_ROLE)
        if recording is not None:
            self.draw(painter, option, recording, index.column())
        elif index.column() == Column.TITLE:
            painter.setPen(option.palette.color(_FAINT))
            painter.drawText(option.rect.adjusted(_SIDE, 0, 0, 0), _LEFT, "…")

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        """What the cell shows, over its background."""
        raise NotImplementedError


class QuietDelegate(Cell):
    """Fainter than the title, figures of equal width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font, self._made_from = tabular(parent.font()), parent.font()

    def text(self, recording: Recording, column: Column) -> str:
        return columns.shown(recording, column)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        if option.font != self._made_from:
            self._font, self._made_from = tabular(option.font), option.font
        painter.setFont(self._font)
        painter.setPen(option.palette.color(_CHOSEN if option.state.value & _SELECTED else _FAINT))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        text = option.fontMetrics.elidedText(self.text(recording, Column(column)), _ELIDE, room.width())
        painter.drawText(room, _RIGHT if column in columns.FIGURES else _LEFT, text)  # mirrored by Qt


class TitleDelegate(Cell):
    """The title behind a small icon of where it came from, the words of the search marked.

    The one that plays is drawn in the accent colour. ``search`` is what is searched for; empty: nothing is marked.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.playing: int | None = None
        self.search = ""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        table, playing = colours(), recording.id == self.playing
        name = "volume" if playing else _ORIGIN_ICONS[recording.origin]
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        place = QRect(room.left(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        words = room.adjusted(_ICON + _SIDE // 2, 0, 0, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            place = QStyle.visualRect(option.direction, room, place)
            words = QStyle.visualRect(option.direction, room, words)
        scale = option.widget.devicePixelRatioF()
        colour = table.accent if playing else table.muted
        painter.drawPixmap(place.topLeft(), pixmap(name, _seen(colour, option), _ICON, scale))
        font = option.font
        font.setWeight(font.Weight.DemiBold if playing else font.weight())
        painter.setFont(font)
        chosen = option.state.value & _SELECTED
        painter.setPen(table.of("accent") if playing else option.palette.color(_CHOSEN if chosen else _TEXT))
        text = option.fontMetrics.elidedText(recording.title, _ELIDE, words.width())
        spans = matches(recording.title, self.search) if self.search else []
        if spans:
            _draw_marked(painter, option, words, text, spans)
        else:
            painter.drawText(words, _LEFT, isolated(text))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName(names.TITLE_EDITOR)
        editor.setAccessibleName(self.tr("Title"))
        editor.setMaxLength(Rules.MAX_TITLE_CHARACTERS)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is being typed stays, also when the row changes meanwhile."""
        if not isinstance(editor, QLineEdit) or not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        editor.setGeometry(area.adjusted(28, 3, -4, -3))


def _draw_marked(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, spans: list[tuple[int, int]]
) -> None:
    """``spans``: start and length of each match. Drawn as a text of its own, so that it is right both ways."""
    layout = QTextLayout(text, painter.font())
    settings = QTextOption()
    settings.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    settings.setWrapMode(QTextOption.WrapMode.NoWrap)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        settings.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(settings)
    layout.setFormats([_mark(text, start, length) for start, length in spans if start < len(text)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2))


def _mark(text: str, start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = _units(text[:start])
    found.length = _units(text[start : start + length])
    look = QTextCharFormat()
    look.setBackground(colours().of("warning"))
    look.setForeground(colours().of("text"))
    look.setFontUnderline(True)  # no colour alone
    found.format = look
    return found


def _units(text: str) -> int:
    """How long Qt says that it is: a sign beyond the first plane counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _seen(colour: str, option: QStyleOptionViewItem) -> str:
    """A selected row of high contrast has a ground on which only its own text is seen."""
    table = colours()
    chosen = table is CONTRAST and option.state.value & QStyle.StateFlag.State_Selected.value
    return table.selected_text if chosen else colour


class StarDelegate(Cell):
    """A full star in the accent colour, or a faint outline in the row under the mouse and the chosen ones."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        if not recording.favourite and not option.state.value & _NEAR:
            return
        table = colours()
        name, colour = ("star-full", table.accent) if recording.favourite else ("star", table.muted)
        centre = option.rect.center()
        painter.drawPixmap(
            centre.x() - _ICON // 2 + 1,
            centre.y() - _ICON // 2 + 1,
            pixmap(name, _seen(colour, option), _ICON, option.widget.devicePixelRatioF()),
        )


class TagsDelegate(Cell):
    """As many chips as there is room for, and how many more there are."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        if not recording.tags:
            return
        scale = option.widget.devicePixelRatioF()
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        left, top = room.left(), room.center().y() - HEIGHT // 2 + 1
        last = len(recording.tags) - 1
        for place, tag in enumerate(recording.tags):
            picture = chip(tag, option.font, scale, max(40, min(160, room.width())))
            width = round(picture.width() / scale)
            rest = _WIDE_COUNT if place < last else 0
            if left + width + rest > room.right() + 1 and place:
                words = QRect(left, room.top(), max(0, room.right() - left), room.height())
                _draw_count(painter, option, words, last + 1 - place)
                return
            where = QRect(left, top, width, HEIGHT)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                where = QStyle.visualRect(option.direction, option.rect, where)
            painter.drawPixmap(where.topLeft(), picture)
            left += width + GAP


def _draw_count(painter: QPainter, option: QStyleOptionViewItem, where: QRect, count: int) -> None:
    painter.setFont(option.font)
    painter.setPen(option.palette.color(_CHOSEN if option.state.value & _SELECTED else _FAINT))
    painter.drawText(QStyle.visualRect(option.direction, option.rect, where), _LEFT, isolated(f"+{count}"))


class DeletedDelegate(QuietDelegate):
    """When it was deleted, or how many days it stays, where it goes by itself. ``keep_days`` 0: it stays."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.keep_days = 0

    def text(self, recording: Recording, column: Column) -> str:
        if self.keep_days and recording.deleted_at is not None:
            return texts.days_left(days_left(recording.deleted_at, self.keep_days))
        return super().text(recording, column)


def days_left(deleted_at: datetime, keep_days: int, now: datetime | None = None) -> int:
    """Whole days until it goes, at least 0."""
    gone = (now or datetime.now(UTC)) - deleted_at
    return max(0, math.ceil(keep_days - gone.total_seconds() / 86_400))
