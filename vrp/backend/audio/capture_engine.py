"""The capture engine: ``vrp --audio-engine capture``, a process that holds the microphone and the take's file.

It holds no window and no database, so neither can cost it a frame. It is told what to do in JSON lines: ``configure``
(format, device, folder), ``record`` (uuid, and which take it goes on from), ``pause``, ``resume``, ``stop``, ``quit``;
and says what happens: ``state``, ``devices``, ``level``, ``room``, ``take_started``, ``take_ended``, ``warning``,
``fault``.

Boot order: private files and quiet libraries; pipe; Qt; watches of devices and disk; then the loop. Everything that
may wait (disk, news of the sound server, the app's ear) has a thread of its own; the loop reads the microphone 16 times
a second.

A device that was chosen by name is never replaced by another: nobody shall record from the wrong microphone
unknowingly. While it is not there nothing is open, the meter rests, and it is opened as soon as it is back.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtMultimedia import QMediaDevices

from vrp.backend.audio import levels, protocol
from vrp.backend.audio.capture_microphone import CaptureMicrophone, Trouble
from vrp.backend.audio.capture_stream import inputs
from vrp.backend.audio.disk_watch import LOW_SECONDS, DiskWatch
from vrp.backend.audio.engine_pipe import EnginePipe, prepare_process, serve
from vrp.backend.audio.gaps import GapWatch
from vrp.backend.audio.pulse_watch import PulseWatch, SoundDevices
from vrp.backend.audio.stall_guard import StallGuard
from vrp.backend.audio.take_folder import TakeManifest
from vrp.backend.audio.take_writer import Begun, Ended, TakeWriter
from vrp.backend.domain.takes import (
    SILENT,
    CaptureFormat,
    EndReason,
    Level,
    RecorderState,
    TakeWarning,
    WarningKind,
)
from vrp.backend.errors import (
    CaptureFault,
    SoundServerGone,
)

_HAS_PULSE: Final = sys.platform.startswith("linux")
# The meter misses no peak, however seldom it is told: each reading is of all the sound since the last one. Between two
# of them its bar falls by less than a decibel.
TICK_SECONDS: Final = 0.06
NO_DATA_SECONDS: Final = 1.0
# When this process itself was not running for so long, the missing sound says nothing about the server.
LATE_TICK_SECONDS: Final = 0.5
FINISH_SECONDS: Final = 2.5


class CaptureEngine:
    """The loop, in the main thread; orders and the threads' news come to it through a queue."""

    def __init__(self, pipe: EnginePipe) -> None:
        self._pipe = pipe
        self._inbox: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._done = False
        self._microphone = CaptureMicrophone(self._start_again)
        self._takes: Path | None = None
        self._take: TakeWriter | None = None
        self._paused = False
        self._state = RecorderState.OFF
        self._told_fault = ""
        self._heard_at = self._ticked_at = time.monotonic()
        self._low_disk = False
        self._quitting = False
        self.ended_by_signal = False
        self._gaps = GapWatch(self._microphone.format.sample_rate)
        self._warnings = levels.LevelWarnings()
        self.guard = StallGuard(self._abandon)
        pipe.received.connect(self._later(self._order), Qt.ConnectionType.DirectConnection)
        pipe.closed.connect(partial(self._inbox.put, self._parent_gone), Qt.ConnectionType.DirectConnection)
        self._disk = DiskWatch(self._later(self._on_disk))

    def start(self) -> None:
        self._watch_devices()
        self._disk.start()
        self.guard.start()
        self._send_state()

    def run(self) -> None:
        """Until told to quit.

        Qt's own loop would wake for each piece of sound that comes, some 50 times a second; ours lets them gather.
        """
        due = time.monotonic()
        while not self._done:
            now = time.monotonic()
            try:
                if now < due:
                    self._inbox.get(timeout=due - now)()
                else:
                    due = now + TICK_SECONDS
                    QCoreApplication.processEvents()
                    self._tick()
            except Empty:
                continue
            except Exception:  # noqa: BLE001  # as in Qt's loop: it is told, and the take goes on
                sys.excepthook(*sys.exc_info())

    def _later(self, act: Callable[[Any], None]) -> Callable[[Any], None]:
        """What other threads call to have ``act`` called by the loop."""
        return lambda value: self._inbox.put(partial(act, value))

    def _watch_devices(self) -> None:
        if _HAS_PULSE:
            PulseWatch(self._later(self._on_devices)).start()
            return
        self._qt_devices = QMediaDevices()
        self._qt_devices.audioInputsChanged.connect(self._ask_qt)
        self._ask_qt()

    def _ask_qt(self) -> None:
        self._on_devices(SoundDevices(inputs(), at=time.monotonic()))

    # --- Orders -------------------------------------------------------------------------------------------------------

    def _order(self, message: protocol.Message) -> None:
        with contextlib.suppress(KeyError, TypeError, ValueError):  # an order of another version is not obeyed by half
            match message.get("do"):
                case "configure":
                    self._configure(protocol.format_of(message), str(message["device"]), Path(message["takes"]))
                case "record":
                    self._record(str(message["uuid"]), str(message.get("continues", "")))
                case "pause":
                    self._pause()
                case "resume":
                    self._resume()
                case "stop":
                    self._finish(EndReason.REQUESTED)
                case "quit":
                    self.quit(EndReason.REQUESTED)

    def _configure(self, format: CaptureFormat, device_id: str, takes: Path) -> None:
        """Of a running take nothing changes: what is new here serves the next one."""
        self._takes = takes
        self._disk.watch(takes)
        if (format, device_id) != (self._microphone.format, self._microphone.device_id):
            self._microphone.format, self._microphone.device_id = format, device_id
            self._told_fault = ""
        self._follow()

    def _record(self, uuid: str, continues: str) -> None:
        if self._take is not None or self._takes is None:
            return
        stream = self._microphone.stream
        if stream is None:
            self._refuse(uuid, self._microphone.missing())
            return
        self._read()  # what sounded before the order does not belong to the take
        now = datetime.now().astimezone()
        manifest = TakeManifest.begin(uuid, stream.device.name, stream.format, now, continues=continues)
        self._gaps = GapWatch(stream.format.sample_rate)
        self._warnings = levels.LevelWarnings()
        self._paused = self._low_disk = False
        self._take = TakeWriter(self._takes, manifest, self._later(self._on_take))
        self._take.start()
        self._disk.watch(self._takes)

    def _refuse(self, uuid: str, fault: CaptureFault) -> None:
        self._pipe.send({"event": "refused", "uuid": uuid})
        self._pipe.send(protocol.fault_message(fault))

    def _pause(self) -> None:
        if self._state is RecorderState.RECORDING:
            self._read()
            self._paused = True
            self._tell_state()

    def _resume(self) -> None:
        if self._paused and self._take is not None:
            self._read()
            self._paused = False
            self._gaps = GapWatch(self._take.manifest.format.sample_rate)
            self._tell_state()

    def _finish(self, reason: EndReason) -> None:
        if self._take is None or self._state is RecorderState.STOPPING:
            return
        if reason is EndReason.REQUESTED:
            self._read()
        self._take.finish(reason)
        self._set_state(RecorderState.STOPPING)

    def _parent_gone(self) -> None:
        self.quit(EndReason.PARENT_GONE)

    def quit(self, reason: EndReason) -> None:
        """Finish the file, say the last word, end."""
        self._quitting = True
        self._finish(reason)
        self._done = self._take is None

    # --- The loop -----------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        self.guard.beat()
        now = time.monotonic()
        late, self._ticked_at = now - self._ticked_at > LATE_TICK_SECONDS, now
        if self.ended_by_signal and not self._quitting:
            self.quit(EndReason.REQUESTED)
        if late:
            self._heard_at = now
        if self._microphone.stream is None:
            self._try_to_open()
            return
        self._read()
        silent_for = now - self._heard_at
        if silent_for > NO_DATA_SECONDS or (silent_for > 0 and self._microphone.stream.stopped):
            self._fail(Trouble(EndReason.NO_DATA, SoundServerGone()))

    def _read(self) -> None:
        """Take what has come, measure it, hand it to the writer."""
        stream, now = self._microphone.stream, time.monotonic()
        raw = stream.read() if stream is not None else b""
        if stream is None or not raw:
            return
        self._heard_at = now
        level = levels.measure(raw, stream.format)
        frames = stream.frames(raw)
        take = self._take
        writing = take is not None and not self._paused and self._state is not RecorderState.STOPPING
        if take is not None and writing:
            gap = self._gaps.feed(now, frames, take.frames)
            take.put(levels.packed(raw, stream.format))
            if gap is not None:
                take.note(gap)
                self._warn(TakeWarning(WarningKind.GAP, gap.frames))
            for warning in self._warnings.feed(level, frames / stream.format.sample_rate):
                self._warn(warning)
        self._told_fault = ""
        self._microphone.heard()
        self._tell_level(level, droppable=True)
        if self._state is RecorderState.OFF:
            self._tell_state()

    # --- Opening and failing ------------------------------------------------------------------------------------------

    def _try_to_open(self) -> None:
        if self._takes is None or self._take is not None:
            return
        fault = self._microphone.try_to_open()
        if fault is not None:
            self._tell_once(fault)
        self._heard_at = time.monotonic()

    def _fail(self, trouble: Trouble) -> None:
        """The stream is of no use any more: close the take, tell, and try to open anew."""
        if trouble.reason is not EndReason.NO_DATA:
            self._read()
        self._finish(trouble.reason)
        self._tell_once(trouble.fault)
        self._drop()

    def _follow(self) -> None:
        """Between takes, open what is wanted now instead of what was."""
        if self._take is None and self._microphone.outdated:
            self._drop()

    def _drop(self) -> None:
        self._microphone.drop()
        self._tell_level(SILENT, droppable=False)
        if self._take is None:
            self._set_state(RecorderState.OFF)

    def _abandon(self) -> None:
        """A call into Qt never came back: save the take and end the process. Runs in the guard's thread."""
        take = self._take
        if take is not None:
            take.finish(EndReason.NO_DATA)
            take.join(FINISH_SECONDS)
        self._start_again()

    def _start_again(self) -> None:
        """Qt's client aborts when it is used before it has noticed a new server: a new process has no such past."""
        self._pipe.flush(0.5)
        os._exit(protocol.START_AGAIN)

    # --- News ---------------------------------------------------------------------------------------------------------

    def _on_devices(self, devices: SoundDevices) -> None:
        known = self._microphone.devices
        if known is None or known.inputs != devices.inputs:
            self._pipe.send(protocol.devices_message("devices", devices.inputs))
        trouble = self._microphone.news(devices)
        if trouble is not None:
            self._fail(trouble)
        else:
            self._follow()

    def _on_disk(self, free: int) -> None:
        format = self._take.manifest.format if self._take else self._microphone.format
        seconds = free / (format.sample_rate * format.bytes_per_frame)
        self._pipe.send({"event": "room", "seconds": round(seconds, 1)}, droppable=True)
        low = seconds < LOW_SECONDS
        if self._take is not None and low != self._low_disk:
            self._low_disk = low
            self._warn(TakeWarning(WarningKind.DISK_LOW, round(seconds * format.sample_rate), over=not low))

    def _on_take(self, news: Begun | Ended) -> None:
        if isinstance(news, Begun):
            self._pipe.send({"event": "take_started", "uuid": news.uuid})
            if self._state is not RecorderState.STOPPING:
                self._tell_state()
            return
        take, self._take, self._paused = self._take, None, False
        if news.take is not None:
            self._pipe.send(protocol.ended_message(news.take))
        elif take is not None:
            self._pipe.send({"event": "refused", "uuid": take.manifest.uuid})
        if news.fault is not None:
            self._pipe.send(protocol.fault_message(news.fault))
        self._follow()
        self._tell_state()
        self._done = self._quitting

    # --- Words --------------------------------------------------------------------------------------------------------

    def _tell_state(self) -> None:
        if self._take is not None:
            self._set_state(RecorderState.PAUSED if self._paused else RecorderState.RECORDING)
        else:
            self._set_state(RecorderState.READY if self._microphone.stream is not None else RecorderState.OFF)

    def _set_state(self, state: RecorderState) -> None:
        if state is not self._state:
            self._state = state
            self._send_state()

    def _send_state(self) -> None:
        """With the id of the microphone that is open."""
        stream = self._microphone.stream
        device = stream.device.id if stream is not None else ""
        self._pipe.send({"event": "state", "state": self._state, "device": device})

    def _tell_level(self, level: Level, *, droppable: bool) -> None:
        self._pipe.send(protocol.encode_level(level, self._take.frames if self._take else 0), droppable=droppable)

    def _warn(self, warning: TakeWarning) -> None:
        self._pipe.send(protocol.warning_message(warning))

    def _tell_once(self, fault: CaptureFault) -> None:
        """The same fault is told again only after sound has come in between."""
        if fault.message != self._told_fault:
            self._told_fault = fault.message
            self._pipe.send(protocol.fault_message(fault))


def main() -> int:
    """Run until told to quit, the app is gone, or SIGTERM. SIGINT, sent to all by a terminal, is the app's affair."""
    prepare_process()
    pipe = EnginePipe()
    _application = QCoreApplication(["vrp-capture"])
    engine = CaptureEngine(pipe)

    def terminated(*_: Any) -> None:
        engine.ended_by_signal = True

    signal.signal(signal.SIGTERM, terminated)
    return serve(engine, pipe)
