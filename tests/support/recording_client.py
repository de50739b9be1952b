"""A program that records until it is killed: ``python -m tests.support.recording_client TAKES``.

It says ``<engine's pid> <seconds recorded>`` line by line, so that a test can kill either process at a known moment.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from tests.support.heard_recorder import STEREO
from vrp.backend.domain.takes import RecorderState
from vrp.backend.jobs.recorder import Recorder
from vrp.backend.logs.setup import LoggingConfig


def main() -> int:
    LoggingConfig().install()  # as the program does, so that what it logs is not said on standard output
    app = QCoreApplication([])
    recorder = Recorder(Path(sys.argv[1]))
    recorder.configure(STEREO)

    def record(state: RecorderState) -> None:
        if state is RecorderState.READY:
            recorder.record()

    recorder.state_changed.connect(record)
    told = QTimer(interval=20)
    told.timeout.connect(lambda: print(recorder.engine_pid, recorder.elapsed, flush=True))  # noqa: T201  # the test listens
    told.start()
    recorder.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
