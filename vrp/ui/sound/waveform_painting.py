"""Paints the waveform widget: pictures that are kept while the view stands, and what moves over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from vrp.ui.sound import waveform_picture as pictures
from vrp.ui.sound.time_axis import digits_for, time_text
from vrp.ui.theme import colours

if TYPE_CHECKING:
    from vrp.ui.sound.waveform import Waveform

MARGIN: Final = 4
STRIP: Final = 10  # the overview, while zoomed
AXIS_FROM: Final = 52  # a lower widget has no axis
_NEAR_GAP: Final = 5  # pixels


class WaveformPainting:
    """Asks the widget what to show; a frame costs three blits and a few lines."""

    def __init__(self, wave: Waveform) -> None:
        self._wave = wave
        self._pictures: tuple[QPixmap, QPixmap, QPixmap] | None = None
        self._overview: QPixmap | None = None

    def forget(self, *, view_only: bool = False) -> None:
        """What was drawn no longer holds."""
        self._pictures = None
        if not view_only:
            self._overview = None

    def paint(self) -> None:
        with QPainter(self._wave) as painter:
            if self._pictures is None:
                self._pictures = self._drawn()
            played, coming, marks = self._pictures
            area, head = self._wave.area(), self._wave.playhead() if self._wave.maximum() else 0.0
            painter.setClipRect(QRectF(0, 0, head, self._wave.height()))
            painter.drawPixmap(area.topLeft(), played)
            painter.setClipRect(QRectF(head, 0, self._wave.width(), self._wave.height()))
            painter.drawPixmap(area.topLeft(), coming)
            painter.setClipping(False)
            painter.drawPixmap(0, 0, marks)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._wave.view.is_zoomed:
                self._paint_overview(painter)
            if self._wave.maximum():
                self._paint_cursors(painter, area, head)
            if self._wave.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colours().of("accent"), 2))
                painter.drawRoundedRect(QRectF(self._wave.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_cursors(self, painter: QPainter, area: QRectF, head: float) -> None:
        table = colours()
        if area.left() - 1 <= head <= area.right() + 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(table.of("text"))
            painter.drawRect(QRectF(head - 0.75, area.top(), 1.5, area.height()))
            painter.drawEllipse(QPointF(head, area.top()), 3, 3)
        if self._wave.hover is not None and self._wave.isEnabled():
            painter.fillRect(QRectF(self._wave.hover.x() - 0.5, area.top(), 1, area.height()), table.of("muted"))
            self._paint_hover_label(painter, area, self._wave.hover.x())

    def _paint_hover_label(self, painter: QPainter, area: QRectF, x: float) -> None:
        text, table = hover_text(self._wave, x), colours()
        metrics = QFontMetricsF(self._wave.font())
        width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
        left = min(max(area.left(), x + 8), area.right() - width)
        box = QRectF(left, area.top() + 2, width, height)
        painter.setPen(QPen(table.of("line"), 1))
        painter.setBrush(table.of("base"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(table.of("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_overview(self, painter: QPainter) -> None:
        strip, table = self._wave.strip(), colours()
        if self._overview is None:
            self._overview = self._drawn_overview(strip)
        painter.drawPixmap(strip.topLeft(), self._overview)
        left = strip.left() + self._wave.view.start / self._wave.duration * strip.width()
        width = max(8.0, self._wave.view.span / self._wave.duration * strip.width())
        painter.setPen(QPen(table.of("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(min(left, strip.right() - width), strip.top(), width, strip.height()), 3, 3)

    def _drawn(self) -> tuple[QPixmap, QPixmap, QPixmap]:
        """Played, coming, and what lies over both: axis, clips, gaps."""
        area, ratio, table = self._wave.area(), self._wave.devicePixelRatioF(), colours()
        marks = pictures.canvas(QRectF(self._wave.rect()).size(), ratio)
        with QPainter(marks) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._wave.maximum() and self._wave.height() >= AXIS_FROM:
                axis = QRectF(
                    area.left(), area.bottom() + 1, area.width(), self._wave.height() - MARGIN - area.bottom()
                )
                pictures.paint_axis(
                    painter, axis, self._wave.view, self._wave.font(), table.of("line"), table.of("muted")
                )
            played = coming = pictures.canvas(area.size(), ratio)
            if (peaks := self._wave.shown_peaks()) is not None and self._wave.view.span > 0:
                columns = peaks.window(self._wave.view.start, self._wave.view.end, max(1, round(area.width() * ratio)))
                scale = pictures.gain(self._wave.peaks or peaks)
                mask = pictures.shape(columns, max(1, round(area.height() * ratio)), scale, 1.5 * ratio)
                played, coming = (pictures.tinted(mask, colour, ratio) for colour in (table.of("accent"), _coming()))
                pictures.paint_clips(painter, area, columns, table.of("clip"))
                pictures.paint_gaps(painter, area, self._wave.gaps, self._wave.view, table.of("text"))
            else:
                with QPainter(coming) as line:
                    line.fillRect(QRectF(0, area.height() / 2 - 0.5, area.width(), 1), table.of("line"))
        return played, coming, marks

    def _drawn_overview(self, strip: QRectF) -> QPixmap:
        ratio = self._wave.devicePixelRatioF()
        if self._wave.peaks is None:
            return pictures.canvas(strip.size(), ratio)
        columns = self._wave.peaks.window(0.0, self._wave.duration, max(1, round(strip.width() * ratio)))
        mask = pictures.shape(columns, round(strip.height() * ratio), pictures.gain(self._wave.peaks), ratio)
        return pictures.tinted(mask, _coming(), ratio)


def _coming() -> QColor:
    """What is still to be played."""
    colour = colours().of("muted")
    colour.setAlphaF(0.65)
    return colour


def hover_text(wave: Waveform, x: float) -> str:
    """The time under the pointer, as fine as a pixel, and what is missing there."""
    digits = min(4, max(1, digits_for(wave.view.span / max(1.0, wave.area().width()))))
    text = time_text(wave.seconds_at(x), digits)
    gap = next((one for one in wave.gaps if abs(wave.x_of(one.at) - x) <= _NEAR_GAP), None)
    if gap is None:
        return text
    missing = wave.locale().toString(gap.seconds, "f", 2)
    told = QCoreApplication.translate("Waveform", "{time}: {seconds} s of sound are missing")
    return told.format(time=text, seconds=missing)
