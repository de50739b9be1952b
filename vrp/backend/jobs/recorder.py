"""The app's side of the capture engine: what it hears, and what it makes of the engine's death."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from vrp.backend.audio import protocol
from vrp.backend.domain.takes import SILENT, CaptureFormat, EndReason, InputDevice, Level, RecorderState
from vrp.backend.errors import EngineDied, VrpError
from vrp.backend.jobs.engine_client import EngineClient


class Recorder(QObject):
    """Lives in the window's thread, and costs a take nothing when that thread is busy."""

    state_changed = Signal(object)
    devices_changed = Signal(object)
    take_started = Signal(object)
    take_ended = Signal(object)
    warned = Signal(object)
    failed = Signal(object)
    room_changed = Signal(object)
    _mended = Signal(object)

    def __init__(self, takes: Path, parent: QObject | None = None) -> None:
        """``takes`` is the library's folder for takes."""
        super().__init__(parent)
        self.state = RecorderState.OFF
        self.devices: tuple[InputDevice, ...] = ()
        self.microphone = ""  # the id of the one that is open
        self.level = self._unread = SILENT
        self.elapsed = 0.0
        self.room: float | None = None
        self._takes = takes
        self._format = CaptureFormat()
        self._device_id = ""
        self._uuid = ""
        self._begun = False
        self._engine = EngineClient("capture", self)
        self._engine.started.connect(self._send_configuration)
        self._engine.received.connect(self._hear)
        self._engine.died.connect(self._on_died)
        self._mended.connect(self._on_mended)

    # --- What the window asks -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the engine; the meter moves a moment later."""
        self._engine.start()

    def configure(self, format: CaptureFormat, device_id: str = "") -> None:
        """For the next take: its format and microphone; no id means the system's default, whichever that is then."""
        self._format, self._device_id = format, device_id
        self._send_configuration()

    def record(self, continues: str = "") -> None:
        """Begin a take. `take_started` follows, or `failed`. ``continues``: the uuid of the take it goes on from."""
        if self._uuid:
            return
        if not self._engine.running:
            self.failed.emit(EngineDied())
            return
        from uuid import uuid4

        self._uuid = uuid4().hex
        self._begun = False
        self.elapsed = 0.0
        self._engine.send({"do": "record", "uuid": self._uuid, "continues": continues})

    def pause(self) -> None:
        self._engine.send({"do": "pause"})

    def resume(self) -> None:
        self._engine.send({"do": "resume"})

    def stop(self) -> None:
        """End the take. `take_ended` follows."""
        if self._uuid:
            self._engine.send({"do": "stop"})

    def shutdown(self, timeout_ms: int = 3_000) -> None:
        """Finish a running take, which is told by `take_ended` before this returns, and end the engine."""
        self._engine.shutdown(timeout_ms)
        self._set_state(RecorderState.OFF)

    def read_level(self) -> Level:
        """The highest of what came since it was last read, so that a meter that looks late misses no peak."""
        unread, self._unread = self._unread, SILENT
        return self.level if unread is SILENT else unread

    @property
    def engine_pid(self) -> int:
        """For diagnostics; 0 while there is no engine."""
        return self._engine.pid

    # --- What the engine says -----------------------------------------------------------------------------------------

    def _hear(self, message: protocol.Message) -> None:
        with contextlib.suppress(KeyError, TypeError, ValueError):  # an event of another version is not for us
            match message.get("event"):
                case "level":
                    self._on_level(message)
                case "state":
                    self.microphone = str(message.get("device", ""))
                    self._set_state(RecorderState(message["state"]))
                case "room":
                    self.room = float(message["seconds"])
                    self.room_changed.emit(self.room)
                case "devices":
                    self.devices = protocol.devices_of(message)
                    self.devices_changed.emit(self.devices)
                case _:
                    self._hear_of_take(message)

    def _hear_of_take(self, message: protocol.Message) -> None:
        import structlog  # here, because the window opens before it is needed

        match message.get("event"):
            case "take_started":
                self._begun = True
                structlog.get_logger().info("take_started", take=message["uuid"])
                self.take_started.emit(message["uuid"])
            case "take_ended":
                ended = protocol.ended_of(message)
                self.elapsed = ended.frames / ended.format.sample_rate
                self._uuid = ""
                structlog.get_logger().info(
                    "take_ended", reason=str(ended.reason), frames=ended.frames, gaps=len(ended.gaps)
                )
                self.take_ended.emit(ended)
            case "refused":
                self._uuid = ""
            case "warning":
                self.warned.emit(protocol.warning_of(message))
            case "fault":
                fault = protocol.fault_of(message)
                structlog.get_logger().info("recorder_failed", code=getattr(fault, "code", ""))
                self.failed.emit(fault)

    def _on_level(self, message: protocol.Message) -> None:
        self.level = Level(float(message["peak"]), bool(message["clipped"]))
        before = self._unread
        self._unread = Level(max(before.peak, self.level.peak), before.clipped or self.level.clipped)
        if self.state in (RecorderState.RECORDING, RecorderState.PAUSED):
            self.elapsed = int(message["frames"]) / self._taking.sample_rate

    def _set_state(self, state: RecorderState) -> None:
        if state is RecorderState.RECORDING and self.state is not RecorderState.PAUSED:
            self._taking = self._format
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _send_configuration(self) -> None:
        message = {"do": "configure", **protocol.format_message(self._format)}
        self._engine.send({**message, "device": self._device_id, "takes": str(self._takes)})

    # --- The engine's death -------------------------------------------------------------------------------------------

    def _on_died(self, asked: bool) -> None:
        uuid, begun, self._uuid = self._uuid, self._begun, ""
        self.level = self._unread = SILENT
        self.microphone = ""
        self._set_state(RecorderState.OFF)
        if uuid or not asked:
            self.failed.emit(EngineDied())
        folder = self._takes / uuid
        if uuid and begun:
            mended = self._mended
            QThreadPool.globalInstance().start(lambda: mended.emit(_mend(folder)))

    def _on_mended(self, ended: object) -> None:
        if ended is not None:
            self.take_ended.emit(ended)


def _mend(folder: Path) -> object:
    """None where even the file cannot be read now: the next start tries again."""
    from vrp.backend.audio import take_folder

    try:
        return take_folder.mend(folder, EndReason.ENGINE_DIED)
    except (OSError, VrpError):
        return None
