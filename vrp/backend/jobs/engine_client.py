"""The app's side of an audio engine: one child process, spoken to in JSON lines, started again when it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import vrp
from vrp.backend.audio.protocol import START_AGAIN, LineDecoder, encode

RESTART_MS: Final = (100, 250, 500, 1_000, 2_000, 5_000)
HEALTHY_MS: Final = 10_000


class EngineClient(QObject):
    """Owns the process of one engine, ``capture`` or ``play``."""

    started = Signal()
    received = Signal(object)
    died = Signal(bool)  # whether it asked to be started again

    def __init__(self, engine: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._decoder = LineDecoder()
        self._deaths = 0
        self._wanted = False
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-P", "-m", "vrp", "--audio-engine", engine])
        self._process.setProcessEnvironment(_environment())
        self._process.started.connect(self.started)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_noise)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._restart = QTimer(self, singleShot=True)
        self._restart.timeout.connect(self._launch)
        self._healthy = QTimer(self, singleShot=True, interval=HEALTHY_MS)
        self._healthy.timeout.connect(self._forgive)

    @property
    def running(self) -> bool:
        return self._process.state() == QProcess.ProcessState.Running

    @property
    def pid(self) -> int:
        return self._process.processId()

    def start(self) -> None:
        if not self._wanted:
            self._wanted = True
            self._launch()

    def send(self, message: Mapping[str, object]) -> None:
        """Lost while the engine is down: whoever hears `started` says anew what still holds."""
        if self.running:
            self._process.write(encode(message))

    def shutdown(self, timeout_ms: int) -> None:
        """Ask the engine to end, hear its last words, and end it by force after ``timeout_ms``."""
        self._wanted = False
        self._restart.stop()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.waitForStarted(timeout_ms)
        self.send({"do": "quit"})
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(timeout_ms):
            self._process.kill()
            self._process.waitForFinished(1_000)

    def _launch(self) -> None:
        self._decoder = LineDecoder()
        self._process.start()
        self._healthy.start()

    def _forgive(self) -> None:
        self._deaths = 0

    def _read(self) -> None:
        for message in self._decoder.feed(bytes(self._process.readAllStandardOutput().data())):
            self.received.emit(message)

    def _read_noise(self) -> None:
        import structlog  # here and below: the window opens before it is needed

        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        structlog.get_logger().debug("engine_said", engine=self._engine, text=text[-2_000:].strip())

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished()

    def _on_finished(self) -> None:
        self._read()
        self._healthy.stop()
        if not self._wanted:
            return
        import structlog

        pause = RESTART_MS[min(self._deaths, len(RESTART_MS) - 1)]
        self._deaths += 1
        code = self._process.exitCode()
        structlog.get_logger().info("engine_ended", engine=self._engine, exit_code=code, again_in_ms=pause)
        self._restart.start(pause)
        self.died.emit(self._process.exitStatus() == QProcess.ExitStatus.NormalExit and code == START_AGAIN)


def _environment() -> QProcessEnvironment:
    """The child finds this very program, from whatever folder it is started."""
    environment = QProcessEnvironment.systemEnvironment()
    here = str(Path(vrp.__file__).resolve().parent.parent)
    path = environment.value("PYTHONPATH", "")
    environment.insert("PYTHONPATH", f"{here}{os.pathsep}{path}" if path else here)
    return environment
