"""The player: play, skip, the waveform that seeks, time, speed and volume."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from vrp.ui import names, texts
from vrp.ui.elided_label import ElidedLabel
from vrp.ui.icons import icon
from vrp.ui.sound.waveform import Waveform
from vrp.ui.theme import GRID, colours, tabular

if TYPE_CHECKING:
    from vrp.ui.actions import ActionId

SPEEDS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)


class PlayerBar(QWidget):
    """Shows the player and asks; it never touches the player itself."""

    play_requested = Signal()
    skip_requested = Signal(float)  # seconds, negative for back
    seek_requested = Signal(float)  # seconds
    speed_chosen = Signal(float)
    volume_chosen = Signal(float)  # 0 to 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.PLAYER_BAR)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right in every language
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = ""
        self._seconds = -1
        self._keys: dict[QToolButton, str] = {}
        self._build()
        self.show_nothing()
        self._draw()

    def _build(self) -> None:
        self.back = self._button(names.BACK_BUTTON, self.tr("Back 5 seconds"), 32)
        self.back.clicked.connect(lambda: self.skip_requested.emit(-5.0))
        self.play = self._button(names.PLAY_BUTTON, self.tr("Play"), 40)
        self.play.setProperty("flat", False)
        self.play.clicked.connect(self.play_requested)
        self.forward = self._button(names.FORWARD_BUTTON, self.tr("Forward 5 seconds"), 32)
        self.forward.clicked.connect(lambda: self.skip_requested.emit(5.0))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._transport())
        layout.addSpacing(GRID)
        layout.addLayout(self._middle(), 1)
        layout.addSpacing(GRID)
        layout.addWidget(self._speed_box())
        layout.addSpacing(GRID // 2)
        layout.addWidget(self._mute_button())
        layout.addWidget(self._volume_slider())

    def _transport(self) -> QWidget:
        """Back is at the left and forward at the right in every language, as time is."""
        transport = QWidget(self)
        transport.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(transport)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for button in (self.back, self.play, self.forward):
            row.addWidget(button)
        return transport

    def _button(self, name: str, label: str, side: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        self._name(button, label)
        button.setProperty("flat", True)
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(side, side)
        return button

    def _name(self, button: QToolButton, label: str) -> None:
        button.setAccessibleName(label)
        button.setToolTip(texts.with_key(label, self._keys.get(button, "")))

    def show_keys(self, key: Callable[[ActionId], str]) -> None:
        """The keys that do the same as the buttons."""
        from vrp.ui.actions import ActionId  # not before the first paint

        for button, action in (
            (self.back, ActionId.BACK),
            (self.play, ActionId.PLAY),
            (self.forward, ActionId.FORWARD),
            (self.mute, ActionId.MUTE),
        ):
            self._keys[button] = key(action)
            self._name(button, button.accessibleName())

    def _middle(self) -> QVBoxLayout:
        self.title = ElidedLabel(self)
        self.title.setObjectName(names.PLAYER_TITLE)
        self.state = QLabel(self)
        self.state.setObjectName(names.PLAYER_STATE)
        self.state.setAccessibleName(self.tr("State of the player"))
        self.state.setProperty("muted", True)
        self.time = QLabel(self)
        self.time.setObjectName(names.PLAYER_TIME)
        self.time.setAccessibleName(self.tr("Time played and length"))
        self.time.setFont(tabular(self.font()))
        self.time.setProperty("muted", True)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.waveform = Waveform(self)
        self.waveform.setFixedHeight(11 * GRID)
        self.waveform.seek_requested.connect(self.seek_requested)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.setContentsMargins(4, 0, 4, 0)
        line.addWidget(self.title, 1)
        line.addWidget(self.state)
        line.addWidget(self.time)
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        column.addLayout(line)
        column.addWidget(self.waveform, 1)
        return column

    def _speed_box(self) -> QComboBox:
        self.speed = QComboBox(self)
        self.speed.setObjectName(names.SPEED_BOX)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.view().setAccessibleName(self.tr("Speeds"))
        self.speed.setToolTip(self.tr("Speed"))
        for value in SPEEDS:
            self.speed.addItem(f"{self.locale().toString(value, 'g', 3)}×", value)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.activated.connect(lambda index: self.speed_chosen.emit(SPEEDS[index]))
        return self.speed

    def _mute_button(self) -> QToolButton:
        self.mute = self._button(names.MUTE_BUTTON, self.tr("Mute"), 32)
        self.mute.setCheckable(True)
        self.mute.toggled.connect(self._on_mute)
        return self.mute

    def _volume_slider(self) -> QSlider:
        self.volume = QSlider(Qt.Orientation.Horizontal, self)
        self.volume.setObjectName(names.VOLUME_SLIDER)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setRange(0, 100)
        self.volume.setFixedWidth(12 * GRID)
        self.volume.valueChanged.connect(self._on_volume)
        return self.volume

    # --- showing ---

    def show_nothing(self) -> None:
        self.show_recording("", 0.0)
        self.title.setText(self.tr("Nothing selected"))
        self.time.setText("")

    def show_recording(self, title: str, duration: float) -> None:
        self.title.setText(title)
        self.waveform.show_recording(duration)
        self._seconds = -1
        self.show_position(0.0)
        self.show_state("")
        for widget in (self.back, self.play, self.forward, self.speed):
            widget.setEnabled(duration > 0)

    def show_title(self, title: str) -> None:
        self.title.setText(title)

    def show_duration(self, duration: float) -> None:
        """The player knows better than the row, for a file whose header lied."""
        if duration > 0 and abs(duration - self.waveform.duration) > 0.5:
            self.waveform.show_duration(duration)
            self._seconds = -1

    def show_position(self, seconds: float) -> None:
        self.waveform.show_position(seconds)
        if int(seconds) != self._seconds:
            self._seconds = int(seconds)
            played = texts.length(int(seconds))
            self.time.setText(f"{played} / {texts.length(self.waveform.duration)}")

    def show_state(self, state: str) -> None:
        """As the player names it; empty where it has nothing to do with what is shown."""
        self._state, playing = state, state == "playing"
        self.state.setText({"playing": self.tr("Playing"), "paused": self.tr("Paused")}.get(state, ""))
        self._name(self.play, self.tr("Pause") if playing else self.tr("Play"))
        self._draw()

    def show_fault(self, text: str) -> None:
        """It could not be played; what can be done about it is told by a message."""
        self.state.setText(self.tr("⚠ {reason}").format(reason=text))

    def show_volume(self, volume: float) -> None:
        self.volume.setValue(round(volume * 100))

    # --- speed ---

    @property
    def chosen_speed(self) -> float:
        return SPEEDS[self.speed.currentIndex()]

    def choose_speed(self, speed: float) -> None:
        """As if it had been chosen in the box."""
        self.speed.setCurrentIndex(SPEEDS.index(speed))
        self.speed_chosen.emit(speed)

    def _draw(self) -> None:
        table = colours()
        self.play.setIcon(icon("pause" if self._state == "playing" else "play", table.on_accent, disabled=table.muted))
        self.back.setIcon(icon("back"))
        self.forward.setIcon(icon("forward"))
        self.mute.setIcon(icon("muted" if self.mute.isChecked() or not self.volume.value() else "volume"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "volume"):
            self._draw()

    # --- volume ---

    def _on_volume(self, value: int) -> None:
        """Who moves the slider wants to hear something."""
        if value and self.mute.isChecked():
            self.mute.setChecked(False)
            return
        self._draw()
        self.volume_chosen.emit(0.0 if self.mute.isChecked() else value / 100)

    def _on_mute(self, muted: bool) -> None:
        self._name(self.mute, self.tr("Sound on") if muted else self.tr("Mute"))
        self._draw()
        self.volume_chosen.emit(0.0 if muted else self.volume.value() / 100)
