"""The app's side of the playback engine: remembers where it was, so that the engine's death costs a message only."""

from __future__ import annotations

import contextlib
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from vrp.backend.audio import protocol
from vrp.backend.domain.takes import InputDevice
from vrp.backend.errors import FileUnplayable, PlaybackFault, PlaybackInterrupted
from vrp.backend.jobs.engine_client import EngineClient
from vrp.backend.phrases import Phrase

# A file that ends the engine so often without a second of sound in between is not tried again.
DEATHS_ALLOWED: Final = 2


class PlayerState(StrEnum):
    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"


class Player(QObject):
    """Plays one recording at a time. The engine is started by the first `play`. Positions are seconds."""

    state_changed = Signal(object)
    position_changed = Signal(float)
    duration_changed = Signal(float)
    outputs_changed = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = PlayerState.STOPPED
        self.position = 0.0
        self.duration = 0.0
        self.outputs: tuple[InputDevice, ...] = ()
        self._path: Path | None = None
        self._speed = 1.0
        self._volume = 1.0
        self._output = ""
        self._loaded = False  # the engine has been told of the file
        self._wanted = False  # it shall sound
        self._deaths = 0
        self._heard_from = 0.0
        self._interrupted = False
        self._engine = EngineClient("play", self)
        self._engine.started.connect(self._on_started)
        self._engine.received.connect(self._hear)
        self._engine.died.connect(self._on_died)

    # --- What the window asks -----------------------------------------------------------------------------------------

    def load(self, path: Path, duration: float) -> None:
        """Make ``path`` the file to play; ``duration`` as it was measured, 0 where it is not known."""
        if self._loaded:
            self._engine.send({"do": "stop"})
        self._path, self.duration = path, duration
        self._loaded = self._wanted = self._interrupted = False
        self._deaths = 0
        self._set_state(PlayerState.STOPPED)
        self._set_position(0.0)
        self.duration_changed.emit(duration)

    def play(self) -> None:
        """Go on where it stands, from the start after the end. `failed` says why it cannot."""
        if self._path is None:
            return
        self._wanted = True
        if self.duration and self.position >= self.duration - 0.05:
            self.seek(0.0)
        self._heard_from = self.position
        if self._loaded:
            self._engine.send({"do": "play"})
        elif self._engine.running:
            self._load()
        else:
            self._engine.start()

    def pause(self) -> None:
        self._wanted = False
        self._engine.send({"do": "pause"})

    def seek(self, seconds: float) -> None:
        target = max(0.0, min(seconds, self.duration) if self.duration else seconds)
        self._set_position(target)
        self._heard_from = target
        if self._loaded:
            self._engine.send({"do": "seek", "at": target})

    def set_speed(self, speed: float) -> None:
        """0.5 to 2."""
        self._speed = speed
        self._engine.send({"do": "speed", "speed": speed})

    def set_volume(self, volume: float) -> None:
        """0 to 1, linear."""
        self._volume = volume
        self._engine.send({"do": "volume", "volume": volume})

    def set_output(self, device_id: str) -> None:
        """The loudspeaker by its id; without one, or while it is not there, the system's default."""
        self._output = device_id
        self._engine.send({"do": "output", "output": device_id})

    def stop(self) -> None:
        """Let go of the file, which may then be moved or deleted."""
        self._engine.send({"do": "stop"})
        self._loaded = self._wanted = False
        self._set_state(PlayerState.STOPPED)
        self._set_position(0.0)

    def shutdown(self) -> None:
        self._engine.shutdown(1_500)

    @property
    def engine_pid(self) -> int:
        """For diagnostics; 0 while there is no engine."""
        return self._engine.pid

    # --- The engine ---------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        self._loaded = True
        settings = {"speed": self._speed, "volume": self._volume, "output": self._output}
        self._engine.send(
            {"do": "load", "path": str(self._path), "at": self.position, "play": self._wanted, **settings}
        )

    def _on_started(self) -> None:
        if self._wanted:
            self._load()

    def _on_died(self, asked: bool) -> None:
        """Once more at the same place; the engine's own last words, if it had any, have been told already."""
        self._loaded = False
        if not self._wanted:
            return
        self._set_state(PlayerState.PAUSED)
        self._deaths = 1 if self.position - self._heard_from > 1.0 else self._deaths + 1
        self._heard_from = self.position
        self._interrupted = True
        if self._deaths > DEATHS_ALLOWED:
            self._wanted = self._interrupted = False
            self.failed.emit(FileUnplayable(reason=Phrase("it stops the player")))

    def _hear(self, message: protocol.Message) -> None:
        with contextlib.suppress(KeyError, TypeError, ValueError):  # an event of another version is not for us
            match message.get("event"):
                case "position" if self._loaded:
                    self._set_position(float(message["at"]))
                case "state" if self._loaded:
                    self._on_state(PlayerState(message["state"]))
                case "duration" if not self.duration:
                    self.duration = float(message["seconds"])
                    self.duration_changed.emit(self.duration)
                case "finished" if self._loaded:
                    self._wanted = False
                    self.finished.emit()
                case "outputs":
                    self.outputs = protocol.devices_of(message)
                    self.outputs_changed.emit(self.outputs)
                case "fault":
                    self._on_fault(protocol.fault_of(message))

    def _on_state(self, state: PlayerState) -> None:
        if state is PlayerState.PLAYING and self._interrupted:
            self._interrupted = False
            self.failed.emit(PlaybackInterrupted())
        if not (state is PlayerState.PAUSED and self._wanted and self.state is PlayerState.STOPPED):
            self._set_state(state)  # loaded and about to play is not a pause

    def _on_fault(self, fault: Exception) -> None:
        import structlog  # here, because the window opens before it is needed

        structlog.get_logger().info("playback_failed", code=getattr(fault, "code", PlaybackFault.code))
        self._wanted = self._interrupted = self._loaded = False
        self._set_state(PlayerState.STOPPED if isinstance(fault, FileUnplayable) else PlayerState.PAUSED)
        self.failed.emit(fault if isinstance(fault, PlaybackFault) else PlaybackFault())

    def _set_state(self, state: PlayerState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_position(self, seconds: float) -> None:
        self.position = min(seconds, self.duration) if self.duration else seconds
        self.position_changed.emit(self.position)
