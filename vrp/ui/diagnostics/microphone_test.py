"""Speak for five seconds and hear it: with a recorder and a player of its own, so that nothing of it is kept."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from vrp.backend.domain.takes import RecorderState, TakeEnded
from vrp.backend.errors import VrpError
from vrp.ui import fault_texts, names, texts
from vrp.ui.sound.ballistics import Ballistics
from vrp.ui.sound.level_meter import LevelMeter
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.ui.diagnostics.remedies import SoundCheck

SECONDS: Final = 5.0
_FRAME_MS: Final = 33
_HEARD_DB: Final = -50.0


class MicrophoneTest(QDialog):
    """The take lies in a temporary folder, which goes with the dialog."""

    def __init__(self, sound_check: SoundCheck, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.MICROPHONE_TEST)
        self.setWindowTitle(self.tr("Test Microphone"))
        self.setMinimumWidth(56 * GRID)
        self._temporary = tempfile.TemporaryDirectory(prefix="vrp-test-")
        self.folder = Path(self._temporary.name)
        self._loudest = -120.0
        self._take: Path | None = None
        self._length = 0.0
        self.recorder, self.player = sound_check(self.folder)
        self._ballistics = Ballistics()
        self.meter = LevelMeter(self._ballistics, self)
        self.text = QLabel(self.tr("The microphone is being opened…"), self)
        self.text.setWordWrap(True)
        self.start_button = self._button(names.MICROPHONE_TEST_START, self.tr("Record 5 Seconds"), self._start)
        self.play_button = self._button(names.MICROPHONE_TEST_PLAY, self.tr("Play"), self._play)
        self._lay_out()
        self.recorder.state_changed.connect(self._on_state)
        self.recorder.take_ended.connect(self._on_ended)
        self.recorder.failed.connect(self._on_failed)
        self.player.failed.connect(self._on_failed)
        self._frame = QTimer(self, interval=_FRAME_MS)
        self._frame.timeout.connect(self._on_frame)
        self._frame.start()
        self.recorder.start()

    def _button(self, name: str, label: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setEnabled(False)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.start_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.play_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for part in (self.text, self.meter):
            column.addWidget(part)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)

    def _on_state(self, state: RecorderState) -> None:
        self.start_button.setEnabled(state is RecorderState.READY)
        if state is RecorderState.READY and self._take is None:
            self.text.setText(self.tr("Speak: the meter shows what is heard. Then record five seconds and play them."))

    def _start(self) -> None:
        self._loudest = -120.0
        self.play_button.setEnabled(False)
        self.recorder.record()

    def _on_frame(self) -> None:
        level = self.recorder.level
        self.meter.show_reading(self._ballistics.feed(level, time.monotonic()))
        if self.recorder.state is RecorderState.RECORDING:
            self._loudest = max(self._loudest, level.peak)
            left = max(0.0, SECONDS - self.recorder.elapsed)
            self.text.setText(self.tr("Recording: {left} s left.").format(left=round(left)))
            if left == 0:
                self.recorder.stop()

    def _on_ended(self, ended: TakeEnded) -> None:
        self._take = self.folder / ended.uuid / "take.wav"
        self._length = ended.frames / ended.format.sample_rate
        self.play_button.setEnabled(True)
        self.play_button.setFocus()
        heard = self.tr("{length} recorded, the loudest at {peak} dB.")
        silent = self.tr("Nothing was heard. Check the microphone, its mute switch and its level in the system.")
        told = heard.format(length=texts.length(self._length), peak=round(self._loudest))
        self.text.setText(told if self._loudest > _HEARD_DB else silent)

    def _play(self) -> None:
        if self._take is not None:
            self.player.load(self._take, self._length)
            self.player.play()

    def _on_failed(self, error: VrpError) -> None:
        self.text.setText(fault_texts.message(error))

    def done(self, result: int) -> None:
        self._frame.stop()
        self.player.shutdown()
        self.recorder.shutdown()
        self._temporary.cleanup()
        super().done(result)
