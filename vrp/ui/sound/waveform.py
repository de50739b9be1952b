"""The waveform: painted from minima and maxima, a click or the keyboard seeks, and the live one of a take."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from vrp.ui import names, texts
from vrp.ui.theme import colours

if TYPE_CHECKING:
    from vrp.backend.audio.peaks import Peaks

COLUMNS: Final = 2048  # as many as a wide window can show
_PITCH: Final = 4.0  # pixels from one bar to the next
_BAR: Final = 2.5  # width of a bar
_STEP: Final = 5_000  # milliseconds
_PAGE: Final = 30_000


@dataclass(frozen=True, slots=True)
class Envelope:
    """The loudest excursion in each of at most `COLUMNS` equal stretches of a recording, 0 to 1."""

    heights: tuple[float, ...]

    @classmethod
    def of(cls, peaks: Peaks, columns: int = COLUMNS) -> Envelope:
        """Reduced from full peaks; runs in a job, because it touches every peak."""
        import numpy as np  # loaded by then: the peaks are made of it

        low, high = np.asarray(peaks.minima), np.asarray(peaks.maxima)
        if low.ndim > 1:
            low, high = low.min(axis=1), high.max(axis=1)
        if not len(low):
            return cls(())
        full = float(np.iinfo(low.dtype).max) if low.dtype.kind == "i" else 1.0
        loudest = np.maximum(np.abs(low.astype(np.float32)), np.abs(high.astype(np.float32))) / full
        edges = np.linspace(0, len(loudest), min(columns, len(loudest)) + 1).astype(int)[:-1]
        return cls(tuple(np.minimum(np.maximum.reduceat(loudest, edges), 1.0).tolist()))

    def resampled(self, columns: int) -> list[float]:
        """The loudest of each of ``columns`` stretches; fewer peaks than columns are repeated."""
        count = len(self.heights)
        if not count or columns <= 0:
            return []
        result = []
        for column in range(columns):
            start = column * count // columns
            end = max(start + 1, (column + 1) * count // columns)
            result.append(max(self.heights[start:end]))
        return result


def paint_bars(
    painter: QPainter, area: QRectF, heights: Sequence[float], colour: QColor, pitch: float = _PITCH
) -> None:
    """Rounded bars around the middle of ``area``; silence is a dot."""
    path = QPainterPath()
    middle = area.center().y()
    for index, height in enumerate(heights):
        # The square root lets quiet speech be seen beside loud speech.
        tall = max(_BAR, height**0.6 * area.height())
        path.addRoundedRect(QRectF(area.left() + index * pitch, middle - tall / 2, _BAR, tall), _BAR / 2, _BAR / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour)


class Waveform(QSlider):
    """A slider underneath (milliseconds), so that keyboard and assistive software know it; painted as a waveform."""

    seek_requested = Signal(float)  # seconds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(names.WAVEFORM)
        self.setAccessibleName(self.tr("Position in the recording"))
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setRange(0, 0)
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.envelope = Envelope(())
        self._pictures: tuple[QPixmap, QPixmap] | None = None
        self._hover: float | None = None
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(480, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 32)

    @property
    def duration(self) -> float:
        return self.maximum() / 1000

    def show_recording(self, duration: float) -> None:
        """A recording of ``duration`` seconds whose peaks are not known yet; 0 for none."""
        self.envelope = Envelope(())
        self._pictures = None
        self.setRange(0, round(duration * 1000))
        self.setEnabled(duration > 0)
        self.show_position(0.0)
        self.update()

    def show_envelope(self, envelope: Envelope) -> None:
        self.envelope = envelope
        self._pictures = None
        self.update()

    def show_position(self, seconds: float) -> None:
        before = self._playhead()
        self.setValue(round(seconds * 1000))
        if abs(self._playhead() - before) >= 0.5:
            self.update()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 2, -4, -2)

    def _playhead(self) -> float:
        area = self._area()
        return area.left() + (self.value() / self.maximum() if self.maximum() else 0.0) * area.width()

    def _seconds_at(self, x: float) -> float:
        area = self._area()
        return min(1.0, max(0.0, (x - area.left()) / max(1.0, area.width()))) * self.duration

    # --- mouse and keyboard ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.maximum():
            self._seek(self._seconds_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position().x()
        seconds = self._seconds_at(self._hover)
        self.setToolTip(texts.length(seconds) if self.maximum() else "")
        if event.buttons() & Qt.MouseButton.LeftButton and self.maximum():
            self._seek(seconds)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        targets = {
            Qt.Key.Key_Left: self.value() - _STEP,
            Qt.Key.Key_Right: self.value() + _STEP,
            Qt.Key.Key_PageUp: self.value() - _PAGE,
            Qt.Key.Key_PageDown: self.value() + _PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or not self.maximum():
            super().keyPressEvent(event)
        else:
            self._seek(min(max(0, target), self.maximum()) / 1000)

    def _seek(self, seconds: float) -> None:
        self.show_position(seconds)
        self.update()
        self.seek_requested.emit(seconds)

    # --- painting ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pictures = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._pictures = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        table = colours()
        if self._pictures is None:
            self._pictures = (self._picture(table.of("accent")), self._picture(table.of("muted"), 0.55))
        played, coming = self._pictures
        head = self._playhead() if self.maximum() else 0.0
        painter.setClipRect(QRectF(0, 0, head, self.height()))
        painter.drawPixmap(0, 0, played)
        painter.setClipRect(QRectF(head, 0, self.width() - head, self.height()))
        painter.drawPixmap(0, 0, coming)
        painter.setClipping(False)
        if self.maximum():
            self._paint_marks(painter, head)

    def _paint_marks(self, painter: QPainter, head: float) -> None:
        table = colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._hover is not None:
            painter.fillRect(QRectF(self._hover - 0.5, 0, 1, self.height()), table.of("muted"))
        painter.setBrush(table.of("accent"))
        painter.drawRoundedRect(QRectF(head - 1, 0, 2, self.height()), 1, 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(table.of("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _picture(self, colour: QColor, opacity: float = 1.0) -> QPixmap:
        scale = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * scale), round(self.height() * scale))
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        area = self._area()
        columns = int((area.width() + _PITCH - _BAR) / _PITCH)
        heights = self.envelope.resampled(columns) or [0.0] * columns
        painter = QPainter(picture)
        painter.setOpacity(opacity if self.isEnabled() else 0.3)
        paint_bars(painter, area, heights, colour, area.width() / max(1, columns))
        painter.end()
        return picture


class LiveWaveform(QWidget):
    """The last seconds of the take that runs: the newest at the right, the older ones move out on the left."""

    PEAKS_KEPT: Final = 1024
    READINGS_A_BAR: Final = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.LIVE_WAVEFORM)
        self.setAccessibleName(self.tr("What is being recorded"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._heights: deque[float] = deque(maxlen=self.PEAKS_KEPT)
        self._loudest = 0.0
        self._readings = 0

    def sizeHint(self) -> QSize:
        return QSize(320, 44)

    def clear(self) -> None:
        self._heights.clear()
        self.update()

    def add(self, peak: float) -> None:
        """One reading of the level in dBFS; three make a bar."""
        self._loudest = max(self._loudest, 10 ** (min(0.0, peak) / 20))
        self._readings += 1
        if self._readings >= self.READINGS_A_BAR:
            self._heights.append(self._loudest)
            self._loudest, self._readings = 0.0, 0
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        columns = int(area.width() / _PITCH)
        shown = list(self._heights)[-columns:]
        table = colours()
        empty = columns - len(shown)
        paint_bars(painter, area, [0.0] * empty, table.of("line"))
        rest = area.adjusted(empty * _PITCH, 0, 0, 0)
        paint_bars(painter, rest, shown, table.of("record"))
