"""Stand-ins for the parts that need sound hardware or a person: short, scripted by the test, no cleverness."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vrp.backend.domain.progress import Progress
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.takes import CaptureFormat, InputDevice, Level, RecorderState, TakeEnded
from vrp.backend.errors import VrpError
from vrp.backend.services.importing import ImportReport
from vrp.testing.dialogs import ScriptedDialogs as DialogsStub

__all__ = ["DialogsStub"]

if TYPE_CHECKING:
    from vrp.backend.audio.peaks import Peaks


class RecorderStub(QObject):
    """Changes state when told to; the test plays the microphone."""

    state_changed = Signal(object)
    devices_changed = Signal(object)
    take_started = Signal(object)
    take_ended = Signal(object)
    warned = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RecorderState.OFF
        self.devices: tuple[InputDevice, ...] = (InputDevice("mic", "Desk Microphone", is_default=True),)
        self.microphone = "mic"
        self.continues = ""
        self.level = Level(-120.0)
        self.elapsed = 0.0
        self.configured: list[tuple[CaptureFormat, str]] = []

    def read_level(self) -> Level:
        return self.level

    def become(self, state: RecorderState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def start(self) -> None:
        self.become(RecorderState.READY)

    def configure(self, format: CaptureFormat, device_id: str = "") -> None:  # the recorder's own name
        self.configured.append((format, device_id))

    def record(self, continues: str = "") -> None:
        self.continues = continues
        self.become(RecorderState.RECORDING)

    def pause(self) -> None:
        self.become(RecorderState.PAUSED)

    def resume(self) -> None:
        self.become(RecorderState.RECORDING)

    def stop(self) -> None:
        self.become(RecorderState.STOPPING)

    def shutdown(self, timeout_ms: int = 3000) -> None:
        self.become(RecorderState.OFF)


class StubState(StrEnum):
    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"


class PlayerStub(QObject):
    """Plays nothing, remembers what it was asked."""

    state_changed = Signal(object)
    position_changed = Signal(float)
    duration_changed = Signal(float)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = StubState.STOPPED
        self.position = 0.0
        self.duration = 0.0
        self.outputs: tuple[InputDevice, ...] = (InputDevice("desk", "Desk Loudspeaker", is_default=True),)
        self.loaded: Path | None = None
        self.volume = 1.0
        self.speed = 1.0

    def load(self, path: Path, duration: float) -> None:
        self.loaded, self.duration, self.position = path, duration, 0.0

    def play(self) -> None:
        self._become(StubState.PLAYING)

    def pause(self) -> None:
        self._become(StubState.PAUSED)

    def stop(self) -> None:
        self._become(StubState.STOPPED)

    def seek(self, seconds: float) -> None:
        self.position = seconds
        self.position_changed.emit(seconds)

    def set_speed(self, speed: float) -> None:
        self.speed = speed

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def set_output(self, device_id: str) -> None: ...

    def shutdown(self) -> None:
        self.stop()

    def _become(self, state: StubState) -> None:
        self.state = state
        self.state_changed.emit(state)


class TakesStub:
    """Keeps nothing: returns what the test put in."""

    def __init__(self, recovered: tuple[Recording, ...] = (), error: VrpError | None = None) -> None:
        self.recovered = recovered
        self.kept: Recording | None = None
        self.error = error

    def recover(self) -> tuple[Recording, ...]:
        return self.recovered

    def keep(self, ended: TakeEnded) -> Recording | None:
        if self.error is not None:
            raise self.error
        return self.kept


class ImportStub:
    """Imports until it is released, so that a test can look at a running import."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.released = threading.Event()
        self.report = ImportReport()
        self.released.set()

    def collect_leftovers(self) -> None: ...

    def import_paths(self, paths: Sequence[Path], *, keep_both: bool = False, progress: Progress) -> ImportReport:
        self.paths.extend(paths)
        progress(1, 2, "first.wav")
        while not self.released.wait(0.01):
            progress(1, 2, "first.wav")
        return self.report


class WaveformsStub:
    """The same quiet waveform for every recording."""

    def peaks(self, recording: Recording, progress: Progress) -> Peaks:
        import numpy as np

        from vrp.backend.audio.peaks import Peaks

        low, high = np.full(6_000, -10_000, np.int16), np.full(6_000, 10_000, np.int16)
        return Peaks(48_000, 480, 6_000 * 480, low, high, high > 20_000)

    def part(self, recording: Recording, start: float, end: float, progress: Progress) -> Peaks:
        return self.peaks(recording, progress)
