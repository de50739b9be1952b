"""The waveform of a recording: shows where it is loud, where one is, and goes where one clicks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from vrp.ui import names
from vrp.ui.sound.time_axis import time_text
from vrp.ui.sound.viewport import STEP, Viewport
from vrp.ui.sound.waveform_painting import AXIS_FROM, MARGIN, STRIP, WaveformPainting
from vrp.ui.sound.waveform_picture import Missing

if TYPE_CHECKING:
    from vrp.backend.audio.peaks import Peaks

_STEP_MS: Final = 5_000
_PAGE_MS: Final = 30_000
_FINE: Final = 0.01  # of what is visible: Shift and an arrow
_PART_MS: Final = 60
_LONGEST_PART: Final = 50.0  # seconds on the screen of which samples are asked for
_TELL_SECONDS: Final = 1.0  # those who hear the window are told the time no more often


class Waveform(QSlider):
    """A slider underneath (milliseconds), so that keyboard and assistive software know it; painted as a waveform.

    Time runs from left to right in every language.
    """

    seek_requested = Signal(float)  # seconds
    part_wanted = Signal(float, float)  # from and to which second samples are needed
    zoomed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(names.WAVEFORM)
        self.setAccessibleName(self.tr("Position in the recording"))
        self.setSingleStep(_STEP_MS)
        self.setPageStep(_PAGE_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMouseTracking(True)
        self.view = Viewport()
        self.peaks: Peaks | None = None
        self._part: Peaks | None = None
        self.gaps: tuple[Missing, ...] = ()
        self._painting = WaveformPainting(self)
        self.hover: QPointF | None = None
        self._dragging_view = self._showing = False
        self._told_at = 0.0
        self._rest = QTimer(self, singleShot=True, interval=_PART_MS)
        self._rest.timeout.connect(self._ask_for_part)
        self.valueChanged.connect(self._on_value)
        self.show_recording(0.0)

    def sizeHint(self) -> QSize:
        return QSize(480, 88)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    @property
    def duration(self) -> float:
        return self.maximum() / 1000

    @contextmanager
    def _only_showing(self) -> Iterator[None]:
        """While it holds, the slider's value is shown and not chosen."""
        self._showing = True
        yield
        self._showing = False

    # --- what others call ---

    def show_recording(self, duration: float) -> None:
        """A recording of ``duration`` seconds whose peaks are not known yet; 0 for none."""
        self.peaks = self._part = None
        self.gaps = ()
        with self._only_showing():
            self.setRange(0, round(duration * 1000))
        self.setEnabled(duration > 0)
        self.look(Viewport.of(duration))
        self.show_position(0.0)

    def show_duration(self, duration: float) -> None:
        """The player knows better."""
        with self._only_showing():
            self.setMaximum(round(duration * 1000))
        self.look(self.view.lengthened(duration))

    def show_peaks(self, peaks: Peaks) -> None:
        self.peaks = peaks
        self._draw_again()

    def show_part(self, part: Peaks) -> None:
        """Samples of a stretch around what is visible."""
        self._part = part
        self._draw_again()

    def show_gaps(self, gaps: Sequence[Missing]) -> None:
        self.gaps = tuple(gaps)
        self._draw_again()

    def show_position(self, seconds: float) -> None:
        """The view follows a playhead that was visible, page by page; one that the person left stays left."""
        before, was_visible = self.playhead(), self.view.start <= self.value() / 1000 <= self.view.end
        with self._only_showing():
            self.setValue(round(seconds * 1000))
        if was_visible:
            self.look(self.view.showing(min(seconds, self.duration)))
        if abs(self.playhead() - before) * self.devicePixelRatioF() >= 0.5:
            self.update()
        self._tell()

    def zoom_in(self) -> None:
        self._zoom(STEP)

    def zoom_out(self) -> None:
        self._zoom(1 / STEP)

    def zoom_all(self) -> None:
        self.look(Viewport.of(self.duration))

    # --- the view ---

    def _zoom(self, factor: float) -> None:
        head = self.value() / 1000
        visible = self.view.start <= head <= self.view.end
        self.look(self.view.zoomed(factor, head if visible else self.view.seconds(0.5)))

    def look(self, view: Viewport) -> None:
        """Show this part."""
        if view == self.view:
            return
        was_zoomed, self.view = self.view.is_zoomed, view
        self._painting.forget(view_only=True)
        if was_zoomed != view.is_zoomed:
            self.zoomed.emit(view.is_zoomed)
        self._rest.start()
        self.update()

    def _ask_for_part(self) -> None:
        view, peaks = self.view, self.peaks
        width = self.area().width() * self.devicePixelRatioF()
        if peaks is None or view.span > _LONGEST_PART or view.span / max(1.0, width) >= peaks.finest:
            return
        if self._part is None or not self._part.holds(view.start, min(view.end, peaks.duration)):
            self.part_wanted.emit(max(0.0, view.start - view.span / 2), view.end + view.span / 2)

    def shown_peaks(self) -> Peaks | None:
        part, view = self._part, self.view
        near = part is not None and view.span <= _LONGEST_PART and part.holds(view.start, min(view.end, self._sounds()))
        return part if near else self.peaks

    def _sounds(self) -> float:
        """Seconds that decode; a header may promise more."""
        return self.peaks.duration if self.peaks is not None else self.duration

    def _draw_again(self) -> None:
        self._painting.forget()
        self._rest.start()
        self.update()

    # --- where things are ---

    def area(self) -> QRectF:
        """Where the sound is drawn; the overview lies above it, the axis below."""
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if self.view.is_zoomed:
            area.setTop(area.top() + STRIP + 2)
        if self.height() >= AXIS_FROM:
            area.setBottom(area.bottom() - QFontMetricsF(self.font()).height() - 4)
        return area

    def strip(self) -> QRectF:
        return QRectF(MARGIN, MARGIN, self.width() - 2 * MARGIN, STRIP)

    def x_of(self, seconds: float) -> float:
        area = self.area()
        return area.left() + self.view.share(seconds) * area.width()

    def playhead(self) -> float:
        return self.x_of(self.value() / 1000) if self.maximum() else 0.0

    def seconds_at(self, x: float) -> float:
        area = self.area()
        return self.view.seconds((x - area.left()) / max(1.0, area.width()))

    # --- mouse and keyboard ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.maximum():
            self._dragging_view = self.view.is_zoomed and event.position().y() <= self.strip().bottom() + 1
            self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton and self.maximum():
            self._drag(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging_view = False
        event.accept()

    def _drag(self, at: QPointF) -> None:
        if self._dragging_view:
            strip = self.strip()
            self.look(self.view.centred((at.x() - strip.left()) / strip.width() * self.duration))
        else:
            self._seek(self.seconds_at(at.x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl nearer and farther, around the pointer; without it along the sound, while there is more of it."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.maximum():
            self.look(self.view.zoomed(STEP ** (turned.y() / 120), self.seconds_at(event.position().x())))
        elif self.view.is_zoomed:
            self.look(self.view.scrolled(-(turned.x() or turned.y()) / 120 * 0.1))
        else:
            event.ignore()
            return
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = max(1, round(self.view.span * _FINE * 1000)) if fine else _STEP_MS
        page = round(self.view.span * 1000) if self.view.is_zoomed else _PAGE_MS
        targets = {
            Qt.Key.Key_Left: self.value() - step,
            Qt.Key.Key_Right: self.value() + step,
            Qt.Key.Key_PageUp: self.value() - page,
            Qt.Key.Key_PageDown: self.value() + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or not self.maximum():
            super().keyPressEvent(event)
        else:
            self._seek(min(max(0, target), self.maximum()) / 1000)

    def _seek(self, seconds: float) -> None:
        self.setValue(round(seconds * 1000))

    def _on_value(self, value: int) -> None:
        """Moved by mouse, keyboard or assistive software, unless it is only being shown where the player is."""
        self.update()
        if not self._showing:
            self.look(self.view.showing(value / 1000))
            self._told_at = 0.0
            self._tell()
            self.seek_requested.emit(value / 1000)

    def _tell(self) -> None:
        now = monotonic()
        if now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            text = self.tr("{position} of {length}").format(
                position=time_text(self.value() / 1000, 0), length=time_text(self.duration, 0)
            )
            self.setAccessibleDescription(text if self.maximum() else "")

    # --- painting ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_again()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange, QEvent.Type.FontChange):
            self._painting.forget()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_again()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painting.paint()
