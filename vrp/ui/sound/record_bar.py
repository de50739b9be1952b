"""The record bar: one button that records and stops, the level, the clock, the microphone and the room that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vrp.backend.domain.takes import CaptureFormat, InputDevice, Preset, RecorderState
from vrp.ui import names, texts
from vrp.ui.elided_label import ElidedLabel
from vrp.ui.icons import icon
from vrp.ui.sound.choices import DeviceBox, PresetBox
from vrp.ui.sound.level_reading import LevelReading
from vrp.ui.sound.live_waveform import LiveWaveform
from vrp.ui.sound.phase_line import PhaseLine
from vrp.ui.sound.phases import Phase, phase_of
from vrp.ui.sound.record_button import RecordButton
from vrp.ui.theme import GRID, LARGE, tabular

if TYPE_CHECKING:
    from vrp.backend.jobs.recorder import Recorder
    from vrp.ui.actions import ActionId

FRAME_MS: Final = 33
_ARMING_SECONDS: Final = 3.0  # an engine that refuses says so earlier
_LIVE_SIZE: Final = (8 * GRID, 6 * GRID)  # at least
_WIDE: Final = 112 * GRID
_RUNNING: Final = (RecorderState.RECORDING, RecorderState.PAUSED)


class RecordBar(QWidget):
    """Shows the recorder and asks for what the person wants; it never touches the recorder itself."""

    record_requested = Signal()
    stop_requested = Signal()
    pause_requested = Signal()
    device_chosen = Signal(str)
    preset_chosen = Signal(str)
    phase_changed = Signal(object)  # Phase

    def __init__(self, recorder: Recorder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.RECORD_BAR)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recorder = recorder
        self._state = RecorderState.OFF
        self._armed_at: float | None = None
        self._failed = False
        self._told_format = ""
        self._pause_key = ""
        self._build()
        self.show_state(recorder.state)
        self.show_devices(recorder.devices, "")
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._frame)
        self._frames.start()

    # --- building ---

    def _build(self) -> None:
        self.button = RecordButton(self)
        self.button.clicked.connect(self._button_pressed)
        self.pause = QToolButton(self)
        self.pause.setObjectName(names.PAUSE_BUTTON)
        self.pause.setProperty("flat", True)
        self.pause.setIconSize(QSize(20, 20))
        self.pause.setFixedSize(5 * GRID, 5 * GRID)
        self.pause.clicked.connect(self.pause_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.button)
        layout.addWidget(self.pause)
        layout.addSpacing(GRID)
        self.level = LevelReading(self)
        layout.addWidget(self.level)
        layout.addSpacing(GRID)
        layout.addLayout(self._clock_column())
        layout.addWidget(self._right_side(), 1)
        layout.addWidget(self._room_label())

    def _clock_column(self) -> QVBoxLayout:
        self.clock = self._clock_label()
        self.phase = PhaseLine(self)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.clock)
        column.addWidget(self.phase)
        column.addStretch(1)
        return column

    def _clock_label(self) -> QLabel:
        clock = QLabel(texts.clock(0), self)
        clock.setObjectName(names.CLOCK)
        clock.setAccessibleName(self.tr("Recorded time"))
        clock.setFont(tabular(self.font(), LARGE, QFont.Weight.DemiBold))
        clock.setFixedWidth(QFontMetrics(clock.font()).horizontalAdvance("00:00:00") + 4)
        return clock

    def _right_side(self) -> QStackedWidget:
        self.device = DeviceBox(self)
        self.device.chosen.connect(self.device_chosen)
        self.preset = PresetBox(self)
        self.preset.chosen.connect(self.preset_chosen)
        self._choices = QWidget(self)
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.device, 4)
        row.addWidget(self.preset)
        self._sides = QStackedWidget(self)
        self._live = self._live_side()
        self._sides.addWidget(self._choices)
        self._sides.addWidget(self._live)
        return self._sides

    def _live_side(self) -> QWidget:
        """The live waveform, and under it what is recorded from and how."""
        side = QWidget(self)
        self.live = LiveWaveform(side)
        self.facts = ElidedLabel(side)
        self.facts.setObjectName(names.TAKE_FACTS)
        self.facts.setAccessibleName(self.tr("Microphone and format"))
        self.facts.setProperty("muted", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.facts.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self.live, 1)
        column.addWidget(self.facts)
        return side

    def _room_label(self) -> QLabel:
        self.room = QLabel(self)
        self.room.setObjectName(names.ROOM_LEFT)
        self.room.setAccessibleName(self.tr("Room left on the disk"))
        self.room.setProperty("muted", True)
        self.room.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.room.setMinimumWidth(QFontMetrics(self.font()).horizontalAdvance(texts.room_left(100 * 3600)))
        return self.room

    # --- showing ---

    def show_state(self, state: RecorderState) -> None:
        began = state is RecorderState.RECORDING and self._state not in _RUNNING
        self._state, self._armed_at = state, None
        self._failed = self._failed and state is RecorderState.OFF
        if began:
            self.level.unlatch()
            self.live.clear()
        running = state in _RUNNING
        self.button.show_state(state)
        self.pause.setEnabled(running)
        self._show_pause()
        live = running or state is RecorderState.STOPPING
        self._fit()
        self._show_side(1 if live else 0)
        self.live.setMinimumSize(*(_LIVE_SIZE if live else (0, 0)))
        self.facts.setVisible(live)
        self.live.show_running(state is RecorderState.RECORDING)
        if not live:
            self.clock.setText(texts.clock(0))
        self._show_phase()

    def _show_side(self, shown: int) -> None:
        """The page that is hidden claims no room."""
        for place, page in enumerate((self._choices, self._live)):
            policy = QSizePolicy.Policy.Preferred if place == shown else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self._sides.setCurrentIndex(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window, before recording: what can wait until then makes room for the choices."""
        needed = self.width() >= _WIDE or self._state in (*_RUNNING, RecorderState.STOPPING)
        self.pause.setVisible(needed)
        self.room.setVisible(needed)

    def _show_pause(self) -> None:
        paused = self._state is RecorderState.PAUSED
        self.pause.setAccessibleName(self.tr("Resume recording") if paused else self.tr("Pause recording"))
        self.pause.setToolTip(texts.with_key(self.pause.accessibleName(), self._pause_key))
        self.pause.setIcon(icon("mic" if paused else "pause"))

    def show_keys(self, key: Callable[[ActionId], str]) -> None:
        """The keys that do the same as the buttons."""
        from vrp.ui.actions import ActionId  # not before the first paint

        self._pause_key = key(ActionId.PAUSE_RECORDING)
        self._show_pause()
        self.button.show_key(key(ActionId.RECORD))

    def show_arming(self) -> None:
        """Record was pressed."""
        self._armed_at, self._failed = monotonic(), False
        self._show_phase()

    def show_failed(self) -> None:
        """A take ended by a fault, or could not begin; until the microphone is ready again or the next take."""
        self._armed_at, self._failed = None, True
        self._show_phase()

    @property
    def shown_phase(self) -> Phase:
        return phase_of(self._state, arming=self._armed_at is not None, failed=self._failed)

    def _show_phase(self) -> None:
        phase = self.shown_phase
        self.phase.show_phase(phase)
        self.clock.setProperty("state", str(phase))
        self.clock.style().unpolish(self.clock)
        self.clock.style().polish(self.clock)
        self.phase.setToolTip(self._told_format)
        self.phase_changed.emit(phase)

    def show_format(self, sound: CaptureFormat) -> None:
        """What the next take is recorded as."""
        self._told_format = texts.capture_format(sound)
        self._show_facts()

    def _show_facts(self) -> None:
        self.facts.setText(" · ".join(filter(None, (self.device.device_name, self._told_format))))

    def show_devices(self, devices: Sequence[InputDevice], chosen: str) -> None:
        self.device.show_devices(devices, chosen)
        self._show_facts()

    def show_preset(self, preset: Preset | None) -> None:
        self.preset.show_preset(preset)

    def show_room(self, seconds: float) -> None:
        self.room.setText(texts.room_left(seconds))

    def _frame(self) -> None:
        """One picture of the meter: the value is fetched here, so that no reading is ever queued."""
        if not self.isVisible():
            return
        level = self._recorder.read_level()
        if self._armed_at is not None and monotonic() - self._armed_at > _ARMING_SECONDS:
            self._armed_at = None
            self._show_phase()
        if self._state is RecorderState.OFF:
            self.level.feed(None)
            return
        self.level.feed(level)
        if self._state in _RUNNING:
            self.clock.setText(texts.clock(self._recorder.elapsed))
        if self._state is RecorderState.RECORDING:
            self.live.add(level)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "room"):
            self._show_pause()

    # --- asking ---

    def _button_pressed(self) -> None:
        (self.stop_requested if self._state in _RUNNING else self.record_requested).emit()
