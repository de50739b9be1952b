"""The window's half of the composition root: Qt, the runner, the two audio engines, the main window.

Order of the end: the window asks about a running take and running jobs → recorder and player finish → jobs are
cancelled and awaited, their last signals delivered → the window goes → the backend closes.
"""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from vrp.app.opening import Backend
from vrp.backend import logs
from vrp.backend.jobs.player import Player
from vrp.backend.jobs.recorder import Recorder
from vrp.backend.jobs.runner import JobRunner
from vrp.ui.dialogs import Dialogs
from vrp.ui.main_window import MainWindow
from vrp.ui.services import Services


def run(backend: Backend) -> int:
    """Show the main window until it is closed; the exit code of the event loop."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    logs.install_excepthook()
    runner = JobRunner()
    recorder = Recorder(backend.paths.takes)
    player = Player()
    window = MainWindow(services(backend, runner, recorder, player))
    waking = QTimer(interval=200)  # so that Python sees SIGTERM and SIGINT while Qt waits
    waking.timeout.connect(_nothing)
    waking.start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: application.quit())
    window.show()
    try:
        return application.exec()
    finally:
        recorder.shutdown()
        player.shutdown()
        runner.shutdown()


def services(backend: Backend, runner: JobRunner, recorder: Recorder, player: Player) -> Services:
    """What the window works with."""
    return Services(
        library=backend.library,
        importing=backend.importing,
        takes=backend.takes,
        waveforms=backend.waveforms,
        verification=backend.verification,
        runner=runner,
        recorder=recorder,
        player=player,
        settings=backend.store,
        paths=backend.paths,
        dialogs=Dialogs(),
    )


def _nothing() -> None:
    """The timer's call is the point."""
