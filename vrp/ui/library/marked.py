"""Text with the words of a search marked in it: by a ground, and by a line below, for no colour stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter

from vrp.ui.theme import colours

if TYPE_CHECKING:  # Qt's texts are loaded with the first word that is found, not before the first paint
    from PySide6.QtGui import QTextCharFormat, QTextLayout

Spans = Sequence[tuple[int, int]]  # start and length of each match, in characters


def mark() -> QTextCharFormat:
    """How a found word looks, in the colours of now."""
    from PySide6.QtGui import QTextCharFormat

    look = QTextCharFormat()
    look.setBackground(colours().of("warning"))
    look.setForeground(colours().of("text"))
    look.setFontUnderline(True)
    return look


def draw_marked(painter: QPainter, area: QRect, text: str, spans: Spans, side: Qt.AlignmentFlag) -> None:
    """One line at this ``side`` of the area. It is laid out as a text of its own, so that it is right both ways."""
    from PySide6.QtGui import QTextLayout, QTextOption

    layout = QTextLayout(text, painter.font())
    settings = QTextOption()
    settings.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    settings.setWrapMode(QTextOption.WrapMode.NoWrap)
    settings.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(settings)
    layout.setFormats([_range(text, start, length) for start, length in spans if start < len(text)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - painter.fontMetrics().height() + 1) // 2))


def units(text: str) -> int:
    """How long Qt says that it is: a sign beyond the first plane counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _range(text: str, start: int, length: int) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextLayout

    found = QTextLayout.FormatRange()
    found.start = units(text[:start])
    found.length = units(text[start : start + length])
    found.format = mark()
    return found
