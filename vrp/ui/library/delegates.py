"""How the cells of the table are drawn. A paint asks for hundreds of them, so each does little."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.domain.searching import matches
from vrp.ui import names, texts
from vrp.ui.icons import icon, pixmap
from vrp.ui.library.chips import GAP, HEIGHT, chip
from vrp.ui.library.model import RECORDING_ROLE
from vrp.ui.theme import GRID, colours, tabular

Index = QModelIndex | QPersistentModelIndex
_ORIGIN_ICONS: Final = {Origin.RECORDED: "mic", Origin.IMPORTED: "import", Origin.RECOVERED: "recovered"}
_ICON: Final = 18
_SELECTED: Final = QStyle.StateFlag.State_Selected
_PANEL: Final = QStyle.PrimitiveElement.PE_PanelItemViewItem


class Marked(QStyledItemDelegate):
    """Text with the words of the search marked. ``search`` is what is searched for; empty: nothing is marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        spans = matches(str(index.data() or ""), self.search) if self.search else []
        if not spans:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        shown.text = text
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        _draw_marked(painter, shown, area.adjusted(3, 0, -3, 0), text, spans)


def _draw_marked(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, spans: list[tuple[int, int]]
) -> None:
    """``spans``: start and length of each match. Drawn as a text of its own, so that it is right both ways."""
    elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    layout = QTextLayout(elided, option.font)
    settings = QTextOption()
    settings.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    settings.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(settings)
    layout.setFormats([_mark(elided, start, length) for start, length in spans if start < len(elided)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    painter.save()
    chosen = bool(option.state & _SELECTED)
    painter.setPen(option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2))
    painter.restore()


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


class TitleDelegate(Marked):
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
        option.decorationSize = QSize(_ICON, _ICON)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName(names.TITLE_EDITOR)
        editor.setAccessibleName(self.tr("Title"))
        editor.setMaxLength(Rules.MAX_TITLE_CHARACTERS)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        editor.setGeometry(area.adjusted(28, 3, -4, -3))


class QuietDelegate(QStyledItemDelegate):
    """The other columns: fainter than the title, figures of equal width."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font = tabular(option.font)
        if not option.state & _SELECTED:
            option.palette.setColor(QPalette.ColorRole.Text, colours().of("muted"))


class StarDelegate(QStyledItemDelegate):
    """A full star in the accent colour, or a faint outline in the row under the mouse and the chosen ones."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option.widget.style().drawPrimitive(_PANEL, option, painter, option.widget)
        recording: Recording | None = index.data(RECORDING_ROLE)
        if recording is None:
            return
        near = option.state & (QStyle.StateFlag.State_MouseOver | _SELECTED)
        if recording.favourite or near:
            table = colours()
            name, colour = ("star-full", table.accent) if recording.favourite else ("star", table.muted)
            where = option.rect.center() - QRect(0, 0, _ICON, _ICON).center()
            painter.drawPixmap(where, pixmap(name, colour, _ICON, option.widget.devicePixelRatioF()))


class TagsDelegate(QStyledItemDelegate):
    """As many chips as there is room for, and how many more there are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option.widget.style().drawPrimitive(_PANEL, option, painter, option.widget)
        recording: Recording | None = index.data(RECORDING_ROLE)
        if recording is None or not recording.tags:
            return
        scale = option.widget.devicePixelRatioF()
        room = option.rect.adjusted(GRID, 0, -GRID, 0)
        left, top = room.left(), room.center().y() - HEIGHT // 2 + 1
        for place, tag in enumerate(recording.tags):
            picture = chip(tag, option.font, scale)
            width = round(picture.width() / scale)
            more = f"+{len(recording.tags) - place - 1}"
            rest = option.fontMetrics.horizontalAdvance(more) if place < len(recording.tags) - 1 else 0
            if left + width + rest > room.right() and (place or room.width() < width):
                painter.setPen(colours().of("selected_text" if option.state & _SELECTED else "muted"))
                counted = f"+{len(recording.tags) - place}" if place else tag
                flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                words = QRect(left, room.top(), max(0, room.right() - left), room.height())
                text = option.fontMetrics.elidedText(counted, Qt.TextElideMode.ElideRight, words.width())
                painter.drawText(QStyle.visualRect(option.direction, option.rect, words), flags, text)
                return
            where = QStyle.visualRect(option.direction, option.rect, QRect(left, top, width, HEIGHT))
            painter.drawPixmap(where.topLeft(), picture)
            left += width + GAP


class DeletedDelegate(QuietDelegate):
    """When it was deleted, or how many days it stays, where it goes by itself. ``keep_days`` 0: it stays."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.keep_days = 0

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        recording: Recording | None = index.data(RECORDING_ROLE)
        if self.keep_days and recording is not None and recording.deleted_at is not None:
            option.text = texts.days_left(days_left(recording.deleted_at, self.keep_days))


def days_left(deleted_at: datetime, keep_days: int, now: datetime | None = None) -> int:
    """Whole days until it goes, at least 0."""
    gone = (now or datetime.now(UTC)) - deleted_at
    return max(0, math.ceil(keep_days - gone.total_seconds() / 86_400))
