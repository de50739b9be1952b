"""The live waveform of the take that runs."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vrp.backend.domain.takes import Level
from vrp.ui import names
from vrp.ui.theme import colours

_PITCH: Final = 4.0  # pixels from one bar to the next
_BAR: Final = 2.5  # width of a bar
_FLOOR: Final = -60.0


class LiveWaveform(QWidget):
    """The last seconds: the newest at the right, the older ones move out on the left.

    Bars are as tall as the level in decibels, so that quiet speech is seen; one that was cut off has a cap of another
    colour.
    """

    PEAKS_KEPT: Final = 1024
    READINGS_A_BAR: Final = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIVE_WAVEFORM)
        self.setAccessibleName(self.tr("What is being recorded"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.running = True
        self._bars: deque[tuple[float, bool]] = deque(maxlen=self.PEAKS_KEPT)
        self._loudest, self._clipped, self._readings = 0.0, False, 0

    def sizeHint(self) -> QSize:
        return QSize(320, 20)

    def clear(self) -> None:
        self._bars.clear()
        self._loudest, self._clipped, self._readings = 0.0, False, 0
        self.update()

    def show_running(self, running: bool) -> None:
        """Paused sound is drawn without the colour of recording."""
        self.running = running
        self.update()

    def add(self, level: Level) -> None:
        """One reading; three make a bar."""
        height = (min(0.0, level.peak) - _FLOOR) / -_FLOOR
        self._loudest = max(self._loudest, height)
        self._clipped = self._clipped or level.clipped
        self._readings += 1
        if self._readings >= self.READINGS_A_BAR:
            self._bars.append((self._loudest, self._clipped))
            self._loudest, self._clipped, self._readings = 0.0, False, 0
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            table, columns = colours(), int(area.width() / _PITCH)
            shown = list(self._bars)[-columns:]
            empty = columns - len(shown)
            painter.fillPath(_bars(area, [0.0] * empty), table.of("line"))
            rest = area.adjusted(empty * _PITCH, 0, 0, 0)
            painter.fillPath(
                _bars(rest, [height for height, _ in shown]), table.of("record" if self.running else "muted")
            )
            _paint_caps(painter, rest, [clipped for _, clipped in shown], table.of("clip"))


def _bars(area: QRectF, heights: Sequence[float]) -> QPainterPath:
    """Rounded bars around the middle of ``area``; silence is a dot."""
    path, middle = QPainterPath(), area.center().y()
    for index, height in enumerate(heights):
        tall = max(_BAR, height * area.height())
        path.addRoundedRect(QRectF(area.left() + index * _PITCH, middle - tall / 2, _BAR, tall), _BAR / 2, _BAR / 2)
    return path


def _paint_caps(painter: QPainter, area: QRectF, clipped: Sequence[bool], colour: QColor) -> None:
    for index, cut in enumerate(clipped):
        if cut:
            painter.fillRect(QRectF(area.left() + index * _PITCH - 0.5, area.top() - 4, _BAR + 1, 3), colour)
