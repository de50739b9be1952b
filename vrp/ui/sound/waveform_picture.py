"""Draws the waveform into pictures: what costs more than a blit is done once a view, not once a frame.

numpy is imported where peaks are there already, for they are made of it: never before the first paint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap, QPolygonF

from vrp.ui.sound.time_axis import Tick, ticks

if TYPE_CHECKING:
    from vrp.backend.audio.peaks import Columns, Peaks
    from vrp.ui.sound.viewport import Viewport

_FULL: Final = 32_768.0
_MOST_GAIN: Final = 8.0  # a quiet recording is drawn larger, up to 18 dB
_MARK: Final = 6.0  # width of a clip's triangle
_APART: Final = 10.0  # between two of them
_SHORT: Final = 3.0  # length of a tick without label


class Missing(NamedTuple):
    """``seconds`` of sound that never came, at a time of the recording."""

    at: float
    seconds: float


def canvas(size: QSizeF, ratio: float) -> QPixmap:
    """A clear picture of ``size`` logical pixels for a screen of this device pixel ratio."""
    result = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    return result


def gain(peaks: Peaks) -> float:
    """How much larger than life it is drawn, so that the loudest moment fills the height."""
    top = peaks.levels[-1]
    loudest = max(int(top.maxima.max(initial=0)), -int(top.minima.min(initial=0)))
    return min(_MOST_GAIN, 0.97 * _FULL / max(1, loudest))


def shape(columns: Columns, height: int, scale: float, least: float) -> QImage:
    """A mask, a pixel a column: from the lowest to the highest sample, ``least`` pixels at least, soft at its ends."""
    import numpy as np

    middle = height / 2
    top = middle - columns.maxima.astype(np.float32) * (scale * middle / _FULL)
    bottom = middle - columns.minima.astype(np.float32) * (scale * middle / _FULL)
    # A steep line between two columns is drawn as one stroke, not as two dots.
    top[1:] = np.minimum(top[1:], bottom[:-1])
    bottom[1:] = np.maximum(bottom[1:], top[:-1].clip(max=bottom[1:] + height))
    thin = np.maximum(0, least - (bottom - top)) / 2
    top, bottom = (top - thin).clip(0), (bottom + thin).clip(max=height)
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    covered = np.minimum(rows + 1, bottom) - np.maximum(rows, top)
    mask = np.ascontiguousarray((covered.clip(0, 1) * 255).astype(np.uint8))
    return QImage(mask.tobytes(), mask.shape[1], height, mask.shape[1], QImage.Format.Format_Alpha8)


def tinted(mask: QImage, colour: QColor, ratio: float) -> QPixmap:
    image = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    with QPainter(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, mask)
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def paint_axis(painter: QPainter, area: QRectF, view: Viewport, font: QFont, line: QColor, text: QColor) -> None:
    """Ticks and times under the waveform; ``area`` is theirs."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    widest = metrics.horizontalAdvance("0:00:00.0000") + 16
    for tick in ticks(view.start, view.end, area.width() / widest):
        _paint_tick(painter, area, area.left() + view.share(tick.seconds) * area.width(), tick, (line, text), metrics)


def _paint_tick(
    painter: QPainter, area: QRectF, x: float, tick: Tick, colours: tuple[QColor, QColor], metrics: QFontMetricsF
) -> None:
    painter.setPen(QPen(colours[0], 1))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.top() + (2 if tick.label else 1) * _SHORT))
    if tick.label:
        width = metrics.horizontalAdvance(tick.label)
        left = min(max(area.left(), x - width / 2), area.right() - width)
        painter.setPen(colours[1])
        painter.drawText(QPointF(left, area.bottom() - metrics.descent()), tick.label)


def paint_clips(painter: QPainter, area: QRectF, columns: Columns, colour: QColor) -> None:
    """A bar along the top over what was cut off, and a triangle that points at it: shape and colour."""
    ratio = area.width() / max(1, len(columns.clipped))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    pointed = -_APART
    for first, last in runs(columns.clipped):
        left, right = area.left() + first * ratio, area.left() + last * ratio
        painter.drawRect(QRectF(left, area.top(), max(1.0, right - left), 2))
        middle = (left + right) / 2
        if middle - pointed >= _APART:
            pointed = middle
            corners = ((-_MARK / 2, 0), (_MARK / 2, 0), (0, _MARK))
            painter.drawPolygon(QPolygonF([QPointF(middle + x, area.top() + y) for x, y in corners]))


def paint_gaps(painter: QPainter, area: QRectF, gaps: Sequence[Missing], view: Viewport, colour: QColor) -> None:
    """A dashed line with a diamond where sound never came."""
    for gap in gaps:
        if not view.start <= gap.at <= view.end:
            continue
        x = area.left() + view.share(gap.at) * area.width()
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = ((-4, 0), (0, -4), (4, 0), (0, 4))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, area.center().y() + dy) for dx, dy in corners]))


def runs(marks: Any) -> Iterator[tuple[int, int]]:
    """First and one past the last column of each stretch of marked ones."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([False], marks, [False])).astype(np.int8)))
    return ((int(first), int(last)) for first, last in edges.reshape(-1, 2))
