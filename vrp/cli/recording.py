"""``vrp record``: one take without a window, over the same recorder that the window uses."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot

from vrp.app.opening import Backend
from vrp.backend.domain.takes import EndReason, RecorderState, TakeEnded, TakeWarning, WarningKind
from vrp.backend.errors import NoMicrophone, VrpError
from vrp.backend.jobs.recorder import Recorder

_START_MS: Final = 10_000
_RETRY_MS: Final = 2_000  # after a fault that may pass: a microphone being plugged in, a sound service starting
_POLL_MS: Final = 20
_WARNINGS: Final = {
    WarningKind.SILENCE: "No sound for three seconds: is this the right microphone?",
    WarningKind.CLIPPING: "Too loud: the sound is clipped.",
    WarningKind.GAP: "Some sound did not arrive; the gap is noted with the recording.",
    WarningKind.DISK_LOW: "The disk is nearly full.",
}


def record(backend: Backend, seconds: float | None, say: Callable[[str], None]) -> TakeEnded:
    """Record until ``seconds`` of sound are there, or until Ctrl+C. Raises `CaptureFault` when it cannot begin."""
    application = QCoreApplication.instance() or QCoreApplication([])
    take = _TerminalTake(backend, seconds, say)
    previous = {number: signal.signal(number, take.interrupted) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        take.begin()
        application.exec()
    finally:
        take.end()
        for number, handler in previous.items():
            signal.signal(number, handler)
    try:
        return take.result()
    finally:
        take.deleteLater()
        QCoreApplication.sendPostedEvents(take, QEvent.Type.DeferredDelete)  # its timers go before the application


def as_asked(ended: TakeEnded) -> bool:
    """Whether the take ended because it was to end."""
    return ended.reason is EndReason.REQUESTED


class _TerminalTake(QObject):
    """Waits for the microphone, records, stops; the event loop ends with the take or with the fault."""

    def __init__(self, backend: Backend, seconds: float | None, say: Callable[[str], None]) -> None:
        super().__init__()
        self._seconds = seconds
        self._say = say
        self._ended: TakeEnded | None = None
        self._fault: VrpError | None = None
        self._stop_asked = False
        self._started = False
        self._recorder = Recorder(backend.paths.takes, self)
        self._recorder.configure(backend.settings.audio.capture_format(), backend.settings.audio.device)
        self._recorder.state_changed.connect(self._on_state)
        self._recorder.take_started.connect(self._on_started)
        self._recorder.take_ended.connect(self._on_ended)
        self._recorder.warned.connect(self._on_warned)
        self._recorder.failed.connect(self._on_failed)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._on_poll)  # also lets Python run its signal handlers
        self._deadline = QTimer(self, singleShot=True, interval=_START_MS)
        self._deadline.timeout.connect(self._on_deadline)

    def begin(self) -> None:
        self._poll.start()
        self._deadline.start()
        self._recorder.start()

    def end(self) -> None:
        self._recorder.shutdown()

    def result(self) -> TakeEnded:
        if self._ended is not None:
            return self._ended
        raise self._fault or NoMicrophone()

    def interrupted(self, *_: object) -> None:
        self._stop_asked = True

    @Slot(object)
    def _on_state(self, state: RecorderState) -> None:
        if state is RecorderState.READY and not self._started:
            self._started = True
            self._recorder.record()

    @Slot(object)
    def _on_started(self, _uuid: str) -> None:
        self._deadline.stop()
        self._say("Recording." if self._seconds is not None else "Recording; Ctrl+C ends it.")

    @Slot()
    def _on_poll(self) -> None:
        if self._recorder.state is RecorderState.RECORDING:
            full = self._seconds is not None and self._recorder.elapsed >= self._seconds
            if full or self._stop_asked:
                self._recorder.stop()
        elif self._stop_asked and not self._deadline.isActive():
            return  # stopping already
        elif self._stop_asked:
            QCoreApplication.quit()

    @Slot(object)
    def _on_ended(self, ended: TakeEnded) -> None:
        self._ended = ended
        QCoreApplication.quit()

    @Slot(object)
    def _on_warned(self, warning: TakeWarning) -> None:
        if not warning.over:
            self._say(_WARNINGS[warning.kind])

    @Slot(object)
    def _on_failed(self, fault: VrpError) -> None:
        self._say(f"{fault.message} ({fault.code})")
        self._fault = fault
        if not self._deadline.isActive():
            return
        if not fault.retry:
            QCoreApplication.quit()
        elif self._deadline.remainingTime() > _RETRY_MS:
            self._deadline.start(_RETRY_MS)

    @Slot()
    def _on_deadline(self) -> None:
        QCoreApplication.quit()
