"""A recorder with a notebook: everything that it signals is written down, for tests to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from vrp.backend.audio.take_folder import WAV_NAME
from vrp.backend.domain.takes import CaptureFormat, RecorderState, TakeEnded, TakeWarning, WarningKind
from vrp.backend.errors import VrpError
from vrp.backend.jobs.recorder import Recorder
from vrp.testing.microphone import counted, read_take

STEREO = CaptureFormat(48_000, 2, 16)


class HeardRecorder:
    def __init__(self, qtbot: QtBot, takes: Path) -> None:
        takes.mkdir(parents=True, exist_ok=True)
        self.qtbot = qtbot
        self.takes = takes
        self.recorder = Recorder(takes)
        self.states: list[RecorderState] = []
        self.faults: list[VrpError] = []
        self.warnings: list[TakeWarning] = []
        self.ended: list[TakeEnded] = []
        self.recorder.state_changed.connect(self.states.append)
        self.recorder.failed.connect(self.faults.append)
        self.recorder.warned.connect(self.warnings.append)
        self.recorder.take_ended.connect(self.ended.append)

    def ready(self, format: CaptureFormat = STEREO, device: str = "") -> None:
        """Start it, or wait until it is well again."""
        self.recorder.configure(format, device)
        self.recorder.start()
        self.wait_for(RecorderState.READY)

    def wait_for(self, state: RecorderState) -> None:
        self.until(lambda: self.recorder.state is state)

    def until(self, condition: Any, seconds: float = 10.0) -> None:
        self.qtbot.waitUntil(condition, timeout=round(seconds * 1000))

    def record(self, seconds: float = 0.0) -> None:
        """Begin a take and wait until ``seconds`` of it are there."""
        with self.qtbot.waitSignal(self.recorder.take_started, timeout=10_000):
            self.recorder.record()
        self.until(lambda: self.recorder.elapsed >= seconds, seconds + 10)

    def stop(self) -> TakeEnded:
        self.recorder.stop()
        return self.end()

    def end(self) -> TakeEnded:
        """Wait for the end of the take."""
        self.until(lambda: bool(self.ended))
        return self.ended.pop()

    def wav(self, take: TakeEnded) -> Path:
        return self.takes / take.uuid / WAV_NAME

    def steps(self, take: TakeEnded) -> np.ndarray:
        """The differences between the numbers of a sample counter that was recorded: all 1, or sound was lost."""
        samples = read_take(self.wav(take))
        return np.diff(counted(samples[:, 0], samples[:, 1]))

    def was_warned(self, kind: WarningKind, *, over: bool = False) -> bool:
        return any(warning.kind is kind and warning.over is over for warning in self.warnings)
