"""The window's half of the composition root: Qt, the runner, the two audio engines, the main window.

Order of the end: the window asks about a running take and running jobs → recorder and player finish → jobs are
cancelled and awaited, their last signals delivered → the window goes → the backend closes.
"""

from __future__ import annotations

import itertools
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from vrp.app.opening import Backend
from vrp.app.smoothness import smooth
from vrp.backend import logs
from vrp.backend.jobs.player import Player
from vrp.backend.jobs.recorder import Recorder
from vrp.backend.jobs.runner import JobRunner
from vrp.backend.persistence.transactions import guard_thread
from vrp.ui.dialogs import Dialogs
from vrp.ui.main_window import MainWindow
from vrp.ui.services import Services

_DESKTOP_FILE: Final = "io.github.voicerecorderpro.VoiceRecorderPro"
_QUIET_LOOKS: Final = 8  # the waveform's job begins a moment after its row is chosen


def application() -> QApplication:
    """The one application object of this process."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QApplication.setDesktopFileName(_DESKTOP_FILE)
    return QApplication(sys.argv[:1])


def run(backend: Backend) -> int:
    """Show the main window until it is closed; the exit code of the event loop."""
    loop = application()
    logs.install_excepthook()
    waking = QTimer(interval=200)  # so that Python sees SIGTERM and SIGINT while Qt waits
    waking.timeout.connect(_nothing)
    waking.start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.exit())
    with smooth(), _shown(backend):
        return loop.exec()


def take_picture(backend: Backend, path: Path, size: tuple[int, int], seconds: float) -> tuple[int, int]:
    """Save a picture of the window with its rows and waveform, at most ``seconds`` after it is shown; its size."""
    loop = application()
    with _shown(backend) as window:
        window.resize(*size)
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        looking = QTimer(interval=50)
        quiet = itertools.count()

        def look() -> None:
            table = window.library.table
            if not table.selectionModel().hasSelection():
                table.selectRow(0)
            elif not window.services.runner.running and next(quiet) > _QUIET_LOOKS:
                loop.quit()

        looking.timeout.connect(look)
        looking.start()
        loop.exec()
        picture = window.grab()
    picture.save(str(path))
    return picture.width(), picture.height()


@contextmanager
def _shown(backend: Backend) -> Iterator[MainWindow]:
    guard_thread(threading.get_ident())
    runner = JobRunner()
    recorder = Recorder(backend.paths.takes)
    player = Player()
    window = MainWindow(services(backend, runner, recorder, player))
    window.show()
    try:
        yield window
    finally:
        recorder.shutdown()
        player.shutdown()
        runner.shutdown()
        guard_thread(None)


def services(backend: Backend, runner: JobRunner, recorder: Recorder, player: Player) -> Services:
    """What the window works with."""
    return Services(
        library=backend.library,
        importing=backend.importing,
        takes=backend.takes,
        waveforms=backend.waveforms,
        verification=backend.verification,
        health=backend.health,
        runner=runner,
        recorder=recorder,
        player=player,
        settings=backend.store,
        paths=backend.paths,
        dialogs=Dialogs(),
    )


def _nothing() -> None:
    """The timer's call is the point."""
