"""Tags as coloured chips. A tag keeps its colour, in light and in dark, on every computer."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from vrp.backend.domain.searching import matches
from vrp.ui.library.marked import Spans, draw_marked
from vrp.ui.theme import DARK, Colours, colours

HEIGHT: Final = 22
PADDING: Final = 9
GAP: Final = 4
_HUES: Final = tuple(range(0, 360, 30))


def tag_colours(tag: str, *, dark: bool) -> tuple[QColor, QColor]:
    """Background and text; they stand at least 4.5:1 apart, whatever the hue."""
    hue = _HUES[zlib.crc32(tag.casefold().encode(errors="replace")) % len(_HUES)]
    if dark:
        return QColor.fromHsl(hue, 90, 62), QColor.fromHsl(hue, 160, 218)
    return QColor.fromHsl(hue, 140, 229), QColor.fromHsl(hue, 170, 58)


def is_dark() -> bool:
    return colours() is DARK


def chip(tag: str, font: QFont, scale: float, widest: int = 160, search: str = "") -> QPixmap:
    """The picture of a chip, at most ``widest`` pixels wide; longer names are shortened, words of a search marked."""
    spans = tuple(matches(tag, search)) if search else ()
    return _drawn(tag, font.toString(), scale, widest, colours(), spans)


@lru_cache(maxsize=1024)
def _drawn(tag: str, font_key: str, scale: float, widest: int, table: Colours, spans: Spans) -> QPixmap:
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    text = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, widest - 2 * PADDING)
    width = metrics.horizontalAdvance(text) + 2 * PADDING
    image = QPixmap(round(width * scale), round(HEIGHT * scale))
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        background, colour = tag_colours(tag, dark=table is DARK)
        area = QRectF(0, 0, width, HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(area, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(colour)
        painter.setFont(font)
        if spans:
            draw_marked(painter, area.toRect(), text, spans, Qt.AlignmentFlag.AlignHCenter)
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    return image
