"""An audio engine's side of the protocol: reads its orders, says what happens, and never waits for a stalled app."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Mapping
from queue import SimpleQueue
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from vrp.backend.audio.protocol import LineDecoder, encode
from vrp.backend.audio.sound_server import SoundServer
from vrp.backend.audio.stall_guard import StallGuard

# A stalled app stops reading; from here on readings of the meter are dropped, events never.
_CROWDED: Final = 200


class EnginePipe(QObject):
    """Signals arrive in the thread that made this object. `send` may be called from any thread."""

    received = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Whatever a sound library prints must not get between the messages: its standard output becomes standard error.
        self._out = os.dup(1)
        os.dup2(2, 1)
        self._queue: SimpleQueue[bytes | threading.Event] = SimpleQueue()

    def start(self) -> None:
        threading.Thread(target=self._read, name="engine-orders", daemon=True).start()
        threading.Thread(target=self._write, name="engine-events", daemon=True).start()

    def send(self, message: Mapping[str, object] | bytes, *, droppable: bool = False) -> None:
        """``message`` may be encoded already."""
        if not (droppable and self._queue.qsize() > _CROWDED):
            self._queue.put(message if isinstance(message, bytes) else encode(message))

    def flush(self, timeout: float) -> None:
        """Wait until all is said, or nobody listens."""
        said = threading.Event()
        self._queue.put(said)
        said.wait(timeout)

    def _read(self) -> None:
        decoder = LineDecoder()
        while data := os.read(0, 65_536):
            for message in decoder.feed(data):
                self.received.emit(message)
        self.closed.emit()

    def _write(self) -> None:
        while True:
            item = self._queue.get()
            if isinstance(item, threading.Event):
                item.set()  # all that was said before it is written
                continue
            view = memoryview(item)
            try:
                while view:
                    view = view[os.write(self._out, view) :]
            except OSError:
                pass  # nobody listens any more; the end of our input says the same


def prepare_process() -> None:
    """First thing in an engine: private files, and the sound system that the rest was built for."""
    os.umask(0o077)
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_AUDIO_BACKEND", "pulseaudio")


class Engine(Protocol):
    """What a process of ours serves: the capture engine or the playback engine."""

    guard: StallGuard

    def start(self) -> None: ...

    def run(self) -> None:
        """Until told to quit."""


def serve(engine: Engine, pipe: EnginePipe) -> int:
    """Run the engine until its loop ends; the exit code. Ctrl+C at a terminal is for the app, not for us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe.start()
    engine.start()
    engine.run()
    engine.guard.stop()
    pipe.flush(0.5)
    if not SoundServer().answers():
        os._exit(0)  # Qt would wait for a server that hangs, or abort without one
    return 0
