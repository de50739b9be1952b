"""The level meter: dBFS from -60 to 0 in three zones, the held peak as a mark, the clip latch at its end.

How it moves is told in `vrp.ui.sound.ballistics`: IEC 60268-18.
"""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from vrp.ui import names
from vrp.ui.sound.ballistics import FLOOR, HOT, LOUD, Ballistics, Reading
from vrp.ui.theme import colours

_TICKS: Final = (-60, 0, -20, -40)  # in the order in which they are given room
_APART: Final = 4  # pixels between two numbers
_BAR: Final = 10  # height of the bar in pixels
_LATCH: Final = 10  # width of the clip latch
_TELL_SECONDS: Final = 1.0


class LevelMeter(QProgressBar):
    """A progress bar underneath, so that assistive software can read its value. A click clears the clip latch.

    What is painted moves 30 times a second; those who hear the window are given a new value once a second at most.
    """

    def __init__(self, ballistics: Ballistics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ballistics = ballistics
        self._reading = Reading()
        self._told_at = -_TELL_SECONDS
        self.setObjectName(names.LEVEL_METER)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a scale rises to the right in every language
        self.setAccessibleName(self.tr("Microphone level in decibels"))
        self.setRange(int(FLOOR), 0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr(
                "Level of the microphone in dBFS. Speech should peak between −18 and −6. Click clears the clip mark."
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(208, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 32)

    def show_reading(self, reading: Reading) -> None:
        if reading != self._reading:
            self._reading = reading
            self._tell(reading)
            self.update()

    def _tell(self, reading: Reading) -> None:
        now = monotonic()
        if now - self._told_at < _TELL_SECONDS:
            return
        self._told_at = now
        self.setValue(round(max(FLOOR, min(0.0, reading.bar))))
        if reading.no_signal:
            text = self.tr("No signal")
        else:
            text = self.tr("{level} decibels, peak {peak}").format(
                level=round(max(FLOOR, reading.bar)), peak=round(max(FLOOR, reading.peak))
            )
        self.setAccessibleDescription(self.tr("{levels}, clipped").format(levels=text) if reading.clipped else text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ballistics.unlatch()

    def scale(self) -> QRectF:
        """Where the level is drawn."""
        return QRectF(0, 4, self.width() - _LATCH - 4, _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            table = colours()
            scale = self.scale()
            outline = QPainterPath()
            outline.addRoundedRect(scale, 3, 3)
            painter.fillPath(outline, table.of("track"))
            painter.setClipPath(outline)
            self._paint_zones(painter, scale)
            painter.setClipping(False)
            if self._reading.peak > FLOOR:
                painter.fillRect(
                    QRectF(self._x(scale, self._reading.peak) - 1, scale.top(), 2, scale.height()), table.of("text")
                )
            latch = QPainterPath()
            latch.addRoundedRect(QRectF(self.width() - _LATCH, scale.top(), _LATCH, _BAR), 3, 3)
            painter.fillPath(latch, table.of("clip" if self._reading.clipped else "track"))
            self._paint_ticks(painter)

    def _paint_zones(self, painter: QPainter, scale: QRectF) -> None:
        table = colours()
        for start, end, colour in ((FLOOR, LOUD, "quiet"), (LOUD, HOT, "loud"), (HOT, 0.0, "clip")):
            top = min(self._reading.bar, end)
            if top > start:
                left = self._x(scale, start)
                painter.fillRect(
                    QRectF(left, scale.top(), self._x(scale, top) - left, scale.height()), table.of(colour)
                )

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setPen(colours().of("muted"))
        for label, place in self.ticks():
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, label)

    def ticks(self) -> list[tuple[str, QRectF]]:
        """The numbers below the scale and where each stands; those that would touch another one are left out."""
        scale = self.scale()
        figures, found = QFontMetricsF(self.font()), list[tuple[str, QRectF]]()
        for tick in _TICKS:
            label = f"−{-tick}" if tick else "0"
            width = figures.horizontalAdvance(label)
            left = min(max(scale.left(), self._x(scale, tick) - width / 2), scale.right() - width)
            place = QRectF(left, scale.bottom() + 2, width, self.height() - scale.bottom())
            apart = place.adjusted(-_APART, 0, _APART, 0)
            if not any(apart.intersects(other) for _, other in found):
                found.append((label, place))
        return found

    @staticmethod
    def _x(scale: QRectF, decibels: float) -> float:
        share = (min(0.0, max(FLOOR, decibels)) - FLOOR) / -FLOOR
        return scale.left() + share * scale.width()
