"""The playback engine: ``vrp --audio-engine play``, a process that plays one file at a time.

QMediaPlayer aborts its process when it is opened or seeked while the sound server is gone, and freezes without a word
when the server dies: here that costs neither the window nor a take. It is told ``load`` (path, at, play, speed, volume,
output), ``play``, ``pause``, ``seek``, ``speed``, ``volume``, ``output``, ``stop``, ``quit``; and says ``state``,
``position`` (30 times a second), ``duration``, ``finished``, ``outputs``, ``fault``. Times are seconds.

A player that has frozen is not mended: the engine ends, and the app starts a new one at the same position.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from vrp.backend.audio import protocol
from vrp.backend.audio.engine_pipe import EnginePipe, prepare_process, serve
from vrp.backend.audio.sound_server import SoundServer
from vrp.backend.audio.stall_guard import StallGuard
from vrp.backend.domain.takes import InputDevice
from vrp.backend.errors import FileUnplayable, PlaybackFault, PlaybackUnavailable
from vrp.backend.phrases import Phrase

TICK_MS: Final = 33
FROZEN_SECONDS: Final = 1.0
# A server that hangs does not stop the player's clock, so it is asked while it plays.
ASK_SECONDS: Final = 2.0
# Qt tells the position 8 to 16 times a second; between two of them it is reckoned, but never further than this.
RECKON_SECONDS: Final = 0.25
SPEEDS: Final = (0.5, 2.0)

_Status = QMediaPlayer.MediaStatus
_LOADED: Final = (_Status.LoadedMedia, _Status.BufferedMedia, _Status.BufferingMedia)


class PlaybackEngine(QObject):
    """The loop: obeys orders, tells positions, notices a player that stands still."""

    def __init__(self, pipe: EnginePipe) -> None:
        super().__init__()
        self._pipe = pipe
        self._server = SoundServer()
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._player.durationChanged.connect(self._on_duration)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._tell_outputs)
        self._loaded = self._refused = False
        self._begin_at: float | None = None
        self._wanted = False
        self._state = ""
        self._last = -1
        self._last_at = self._asked_at = 0.0
        self.guard = StallGuard(self._abandon)
        pipe.received.connect(self._order)
        pipe.closed.connect(QCoreApplication.quit)
        self._clock = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)

    def start(self) -> None:
        self.guard.start()
        self._clock.start()
        self._tell_outputs()

    def run(self) -> None:
        QCoreApplication.exec()

    # --- Orders -------------------------------------------------------------------------------------------------------

    def _order(self, message: protocol.Message) -> None:
        with contextlib.suppress(KeyError, TypeError, ValueError):  # an order of another version is not obeyed by half
            match message.get("do"):
                case "load":
                    self._load(message)
                case "play":
                    self._play()
                case "pause":
                    self._pause()
                case "seek":
                    self._seek(float(message["at"]))
                case "stop":
                    self._stop()
                case "quit":
                    QCoreApplication.quit()
                case _:
                    self._set(message)

    def _set(self, message: protocol.Message) -> None:
        match message.get("do"):
            case "speed":
                self._player.setPlaybackRate(min(max(float(message["speed"]), SPEEDS[0]), SPEEDS[1]))
            case "volume":
                self._output.setVolume(min(max(float(message["volume"]), 0.0), 1.0))
            case "output":
                self._choose_output(str(message["output"]))

    def _load(self, message: protocol.Message) -> None:
        self._loaded = self._refused = False
        self._wanted = bool(message["play"])
        self._begin_at = float(message["at"])
        for name in ("speed", "volume"):
            self._set({**message, "do": name})
        if not self._server_answers():
            return
        self._choose_output(str(message["output"]))
        self._player.setSource(QUrl.fromLocalFile(str(message["path"])))

    def _play(self) -> None:
        self._wanted = True
        if self._loaded and self._server_answers():
            self._player.play()
            self._last_at = time.monotonic()
            self._tell_state("playing")

    def _pause(self) -> None:
        self._wanted = False
        if self._loaded and self._state == "playing" and self._server_answers():
            self._player.pause()
            self._tell_state("paused")
            self._tell_position()

    def _seek(self, at: float) -> None:
        if not self._loaded:
            self._begin_at = at
        elif self._server_answers():
            self._player.setPosition(round(at * 1000))
            self._last, self._last_at = -1, time.monotonic()
            self._pipe.send({"event": "position", "at": at}, droppable=True)

    def _stop(self) -> None:
        self._wanted = self._loaded = False
        if self._server_answers():
            self._player.stop()
            self._player.setSource(QUrl())
        self._tell_state("stopped")

    def _choose_output(self, id: str) -> None:
        """The chosen loudspeaker, or the system's default while it is not there."""
        known = {
            bytes(device.id().data()).decode("utf-8", "replace"): device for device in QMediaDevices.audioOutputs()
        }
        device = known.get(id, QMediaDevices.defaultAudioOutput())
        if device != self._output.device():
            self._output.setDevice(device)

    # --- What the player says -----------------------------------------------------------------------------------------

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status in _LOADED and not self._loaded:
            self._loaded = True
            if self._begin_at:
                self._player.setPosition(round(self._begin_at * 1000))
            self._begin_at = None
            self._tell_state("paused")
            if self._wanted:
                self._play()
        elif status == _Status.EndOfMedia:
            self._wanted = False
            self._pipe.send({"event": "position", "at": self._player.duration() / 1000}, droppable=True)
            self._tell_state("stopped")
            self._pipe.send({"event": "finished"})
        elif status == _Status.InvalidMedia:
            self._refuse(Phrase("its format is not understood"))

    def _on_error(self, error: QMediaPlayer.Error) -> None:
        # Its text may hold the path, which is nobody's business in a log.
        if error != QMediaPlayer.Error.NoError and self._player.mediaStatus() != _Status.InvalidMedia:
            self._refuse(error.name)

    def _on_duration(self, milliseconds: int) -> None:
        if milliseconds > 0:
            self._pipe.send({"event": "duration", "seconds": milliseconds / 1000})

    def _tell_outputs(self) -> None:
        default = QMediaDevices.defaultAudioOutput()
        outputs = tuple(
            InputDevice(bytes(one.id().data()).decode("utf-8", "replace"), one.description(), one == default)
            for one in QMediaDevices.audioOutputs()
        )
        self._pipe.send(protocol.devices_message("outputs", outputs))

    # --- The loop -----------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        self.guard.beat()
        if self._state != "playing":
            return
        self._tell_position()
        now = time.monotonic()
        if now - self._last_at > FROZEN_SECONDS:
            self._give_up()
        elif now - self._asked_at > ASK_SECONDS:
            self._asked_at = now
            if not self._server.answers() and not self._server.answers(1.0):
                self._give_up()

    def _tell_position(self) -> None:
        now, told = time.monotonic(), self._player.position()
        if told != self._last:
            self._last, self._last_at = told, now
        reckoned = min(now - self._last_at, RECKON_SECONDS) * self._player.playbackRate()
        at = told / 1000 + (reckoned if self._state == "playing" else 0.0)
        self._pipe.send({"event": "position", "at": round(at, 3)}, droppable=True)

    def _give_up(self) -> None:
        """The player stands still: the server died, hangs, or came back without it."""
        if not self._server.answers():
            self._fault(PlaybackUnavailable())
        self._abandon()

    def _abandon(self) -> None:
        self._pipe.flush(0.5)
        os._exit(protocol.START_AGAIN)

    # --- Words --------------------------------------------------------------------------------------------------------

    def _server_answers(self) -> bool:
        if self._server.answers():
            return True
        self._fault(PlaybackUnavailable())
        if self._loaded:
            self._abandon()  # the player lost its server for good
        return False

    def _refuse(self, reason: str) -> None:
        """Once a file: Qt tells of the same fault as an error and as a status."""
        if not self._refused:
            self._refused = True
            self._fault(FileUnplayable(reason=reason))

    def _fault(self, fault: PlaybackFault) -> None:
        self._wanted = False
        self._tell_state("paused" if isinstance(fault, PlaybackUnavailable) else "stopped")
        self._pipe.send(protocol.fault_message(fault))

    def _tell_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self._pipe.send({"event": "state", "state": state})


def main() -> int:
    """Run until told to quit or the app is gone."""
    prepare_process()
    pipe = EnginePipe()
    _application = QCoreApplication(["vrp-play"])
    engine = PlaybackEngine(pipe)
    signal.signal(signal.SIGTERM, lambda *_: QCoreApplication.quit())
    return serve(engine, pipe)
