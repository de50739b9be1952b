"""How the cells of the table are drawn. A paint asks for hundreds of them, so each does little."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from vrp.backend.domain.excerpts import Field, excerpts
from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.domain.searching import matches
from vrp.ui import names, texts
from vrp.ui.icons import pixmap
from vrp.ui.library import columns
from vrp.ui.library.cells import RECORDING_ROLE
from vrp.ui.library.chips import GAP, HEIGHT, chip
from vrp.ui.library.columns import Column
from vrp.ui.library.marked import draw_marked
from vrp.ui.texts import isolated
from vrp.ui.theme import CONTRAST, GRID, colours, tabular

Index = QModelIndex | QPersistentModelIndex
_ORIGIN_ICONS: Final = {Origin.RECORDED: "mic", Origin.IMPORTED: "import", Origin.RECOVERED: "recovered"}
_ICON: Final = 18
_WIDE_COUNT: Final = 28  # room for how many more there are
_LEAST: Final = 56  # pixels; fewer tell nothing of where a word was found
_APART: Final = 2 * GRID  # a title and what stands behind it
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

    A recording that was found by something else says behind its title, fainter, by what. The one that plays is drawn
    in the accent colour. ``search`` is what is searched for; empty: nothing is marked.
    """

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._table = parent
        self.playing: int | None = None
        self.search = ""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        table, playing = colours(), recording.id == self.playing
        name = "volume" if playing else _ORIGIN_ICONS[recording.origin]
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        place = QRect(room.left(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        words = room.adjusted(_ICON + _SIDE // 2, 0, 0, 0)
        scale = option.widget.devicePixelRatioF()
        colour = table.accent if playing else table.muted
        where = QStyle.visualRect(option.direction, room, place)
        painter.drawPixmap(where.topLeft(), pixmap(name, _seen(colour, option), _ICON, scale))
        font = option.font
        font.setWeight(font.Weight.DemiBold if playing else font.weight())
        painter.setFont(font)
        if self.search and (found := self._found(recording, painter.fontMetrics(), words.width())) is not None:
            words = _draw_found(painter, option, words, recording.title, found, self.search)
        chosen = option.state.value & _SELECTED
        painter.setPen(QColor(_seen(colour, option)) if playing else option.palette.color(_CHOSEN if chosen else _TEXT))
        _draw_words(painter, option, words, recording.title, self.search)

    def _found(self, recording: Recording, metrics: QFontMetrics, width: int) -> tuple[str, str] | None:
        """What the row does not show by itself, as a label and words: a tag is marked where its column is shown."""
        hidden = self._table.isColumnHidden(Column.TAGS)
        for one in excerpts(recording, self.search):
            if hidden or one.field is not Field.TAGS:
                return f"{columns.place_found(one.field)} ", one.words
        title = recording.title
        start, length = next(iter(matches(title, self.search)), (0, 0))
        out_of_sight = start > 0 and metrics.horizontalAdvance(f"{title[: start + length]}…") > width
        return ("", f"…{title[start:]}") if out_of_sight and metrics.horizontalAdvance(title) > width else None

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


def _draw_found(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, title: str, found: tuple[str, str], search: str
) -> QRect:
    """Where the words were found, behind the title in ``room``; the title's part of it is returned."""
    label, words = found
    metrics = painter.fontMetrics()
    wide, needed = metrics.horizontalAdvance(title) + 2, metrics.horizontalAdvance(label + words) + 2
    free = room.width() - _APART
    width = min(needed, max(free - wide, free // 2))
    if width < min(needed, _LEAST):
        return room
    begin = min(wide, free - width)
    label, words = _with_match(metrics, label, words, search, width)
    painter.setPen(option.palette.color(_CHOSEN if option.state.value & _SELECTED else _FAINT))
    _draw_words(painter, option, room.adjusted(begin + _APART, 0, 0, 0), words, search, label)
    return QRect(room.left(), room.top(), begin, room.height())


def _with_match(metrics: QFontMetrics, label: str, words: str, search: str, width: int) -> tuple[str, str]:
    """As much of label and words as leaves the match in sight: little room begins with it."""
    start, length = next(iter(matches(words, search)), (0, 0))
    cut = f"…{words[start:]}" if start else words
    for text, end in ((words, start + length), (cut, length + 1)):
        if metrics.horizontalAdvance(label + text[:end] + ("…" if end < len(text) else "")) <= width:
            return label, text
    return "", cut


def _draw_words(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, search: str, label: str = ""
) -> None:
    """One line where reading begins, behind a ``label`` its words with those that were found marked."""
    if option.direction == Qt.LayoutDirection.RightToLeft:
        area = QStyle.visualRect(option.direction, option.rect, area)
    shown = painter.fontMetrics().elidedText(label + text, _ELIDE, area.width())
    spans = [(start + len(label), length) for start, length in matches(text, search)] if search else []
    if spans:
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        draw_marked(painter, area, shown, spans, side)
    else:
        painter.drawText(area, _LEFT, isolated(shown))  # mirrored by Qt


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
    """As many chips as there is room for, and how many more there are; those that a search found come first."""

    search = ""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, recording: Recording, column: int) -> None:
        if not recording.tags:
            return
        tags: Sequence[str] = recording.tags
        if self.search:
            tags = sorted(tags, key=lambda tag: not matches(tag, self.search))
        scale = option.widget.devicePixelRatioF()
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        left, top = room.left(), room.center().y() - HEIGHT // 2 + 1
        last = len(tags) - 1
        for place, tag in enumerate(tags):
            picture = chip(tag, option.font, scale, max(40, min(160, room.width())), self.search)
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
