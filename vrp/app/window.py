"""The window's half of the composition root: Qt, the runner, the two audio engines, the main window.

Order of the start: the window with the rows of a glance at the library → its first paint → a job opens the library →
its own work begins: microphone, recovery, backup (`MainWindow.began`).

Order of the end: the window asks about a running take and running jobs → recorder and player finish → jobs are
cancelled and awaited, their last signals delivered → the window goes → the backend closes.
"""

from __future__ import annotations

import contextlib
import itertools
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from vrp.app import startup_trace
from vrp.app.glance import Glance, look
from vrp.app.later import LaterBackend
from vrp.app.smoothness import smooth
from vrp.backend import early_settings, paths
from vrp.backend.jobs import qt_messages
from vrp.backend.jobs.player import Player
from vrp.backend.jobs.recorder import Recorder
from vrp.backend.jobs.runner import JobRunner
from vrp.backend.logs import tail
from vrp.backend.paths import LibraryPaths
from vrp.ui.dialogs import Dialogs
from vrp.ui.language import speak
from vrp.ui.main_window import MainWindow
from vrp.ui.services import Services

if TYPE_CHECKING:
    from vrp.app.opening import Backend, Opening
    from vrp.backend.crashes import CrashWatch
    from vrp.backend.services.diagnostics import DiagnosticsService
    from vrp.ui.wishes import Told, Wish

_DESKTOP_FILE: Final = "io.github.voicerecorderpro.VoiceRecorderPro"
_QUIET_LOOKS: Final = 8  # the waveform's job begins a moment after its row is chosen


class Outcome(NamedTuple):
    """How the window ended: the event loop's exit code, what is to be done then, and with which library."""

    code: int
    wish: Wish | None
    paths: LibraryPaths


def application() -> QApplication:
    """The one application object of this process."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QApplication.setDesktopFileName(_DESKTOP_FILE)
    made = QApplication(sys.argv[:1])
    speak(made, early_settings.text(early_settings.read(paths.settings_file()), "appearance.language"))
    return made


def run(
    opening: Opening,
    told: Told | None = None,
    *,
    files: Sequence[Path] = (),
    first: str = "",
    quit_when_ready: bool = False,
) -> Outcome:
    """Open the library, show the main window until it is closed, and close the library.

    Where the library is ready as it is, its first rows are painted first and it is opened behind the window. ``told``
    is what came of a wish before; ``files`` are imported once the library is open, and ``first`` is the id of a
    command that is done then. Raises `VrpError` when the library cannot be opened.
    """
    glance = look(opening.folder)
    with contextlib.ExitStack() as stack:
        if glance is None:
            from vrp.app.opening import open_backend

            backend = stack.enter_context(open_backend(opening))
            return _run(backend, None, told, files, first=first, safe=opening.safe, quit_when_ready=quit_when_ready)
        later = LaterBackend(opening, glance.paths)
        stack.callback(later.close)
        outcome = _run(
            later.as_backend(), glance, told, files,
            opens=later.open, first=first, safe=opening.safe, quit_when_ready=quit_when_ready,
        )  # fmt: skip
        if (fault := later.fault()) is not None:
            raise fault
        return outcome


def _run(
    backend: Backend,
    glance: Glance | None,
    told: Told | None,
    files: Sequence[Path],
    *,
    opens: Callable[[], None] | None = None,
    first: str,
    safe: bool,
    quit_when_ready: bool,
) -> Outcome:
    loop = application()
    waking = QTimer(interval=200)  # so that Python sees SIGTERM and SIGINT while Qt waits
    waking.timeout.connect(_nothing)
    waking.start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.exit())
    with (
        contextlib.closing(_Watched(backend.paths.logs, opens, safe=safe)) as watched,
        qt_messages.logged(),
        smooth(),
        shown(backend, glance, watched.open, safe=safe) as window,
    ):
        startup_trace.mark("window_shown")
        window.painted.connect(lambda: startup_trace.mark("first_rows_painted"))
        window.began.connect(startup_trace.write_ready)
        window.began.connect(lambda: _listen(window, backend.paths.root, files, first))
        window.could_not_open.connect(loop.exit)
        if quit_when_ready:
            window.began.connect(window.close, Qt.ConnectionType.QueuedConnection)
        window.began.connect(lambda: watched.tell(window))
        if told is not None and (told.text or told.fault is not None):
            from vrp.ui.frame import from_outside  # not before the first paint

            from_outside.tell(window, told)
        code = loop.exec()
        return Outcome(code, window.wish, backend.paths)


class _Watched:
    """Opens the library, and from then on watches whether the program ends in order."""

    def __init__(self, logs: Path, opens: Callable[[], None] | None, *, safe: bool) -> None:
        self._logs = logs
        self._opens = opens
        self._safe = safe
        self._watch: CrashWatch | None = None

    def open(self) -> None:
        """Called once, in a job. Raises `VrpError`."""
        from vrp.backend.crashes import CrashWatch  # not before the first paint

        if self._opens is not None:
            self._opens()
        self._watch = CrashWatch(self._logs)
        self._watch.begin(safe=self._safe)

    def tell(self, window: MainWindow) -> None:
        """How the program ended last time, once the library is open."""
        from vrp.ui.diagnostics import crash_notice

        if self._watch is not None:
            crash_notice.tell(window, self._watch.found, loops=self._watch.loops(), safe=self._safe)

    def close(self) -> None:
        if self._watch is not None:
            self._watch.end()


def _listen(window: MainWindow, library: Path, files: Sequence[Path], first: str) -> None:
    """With the library's lock held: do what the command line asked for, and answer to further starts."""
    from vrp.ui.frame import from_outside  # not before the first paint
    from vrp.ui.frame.one_instance import OneInstance

    instance = OneInstance(library, window)
    instance.asked.connect(lambda files, first: from_outside.take_over(window, files, first))
    window.closed.connect(instance.close)
    instance.listen()
    from_outside.do_first(window, files, first)


def take_picture(backend: Backend, path: Path, size: tuple[int, int], seconds: float) -> tuple[int, int]:
    """Save a picture of the window with its rows and waveform, at most ``seconds`` after it is shown; its size."""
    loop = application()
    with shown(backend) as window:
        window.resize(*size)
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        looking = QTimer(interval=50)
        quiet = itertools.count()

        def look() -> None:
            table = window.library.table
            if table.library.rowCount() and not table.selectionModel().hasSelection():
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
def shown(
    backend: Backend,
    glance: Glance | None = None,
    opens: Callable[[], None] | None = None,
    dialogs: Dialogs | None = None,
    *,
    safe: bool = False,
) -> Iterator[MainWindow]:
    """The main window with its engines, until the block ends. ``dialogs`` may answer in the place of a person."""
    runner = JobRunner()
    recorder = Recorder(backend.paths.takes)
    player = Player()
    window_thread = threading.get_ident()

    def opened() -> None:
        if opens is not None:
            opens()
        _guard(window_thread)

    parts = services(backend, runner, recorder, player, opened, dialogs)
    window = MainWindow(parts._replace(safe=safe), first=glance.page if glance else None)
    window.show()
    try:
        yield window
    finally:
        recorder.shutdown()
        player.shutdown()
        runner.shutdown()
        window.hide()  # where it was not closed, because the library could not be opened
        window.deleteLater()  # not at some time later, in the midst of another window's paint
        _guard(None)


def _guard(thread: int | None) -> None:
    from vrp.backend.logs import hooks
    from vrp.backend.persistence.transactions import guard_thread

    hooks.install()
    guard_thread(thread)


def services(
    backend: Backend,
    runner: JobRunner,
    recorder: Recorder,
    player: Player,
    open_library: Callable[[], None] | None = None,
    dialogs: Dialogs | None = None,
) -> Services:
    """What the window works with."""
    return Services(
        library=backend.library,
        importing=backend.importing,
        takes=backend.takes,
        waveforms=backend.waveforms,
        verification=backend.verification,
        health=backend.health,
        backup=backend.backup,
        restoring=backend.restoring,
        revising=backend.revising,
        scrubbing=backend.scrubbing,
        exporting=backend.exporting,
        erasing=backend.erasing,
        runner=runner,
        recorder=recorder,
        player=player,
        settings=backend.store,
        paths=backend.paths,
        dialogs=dialogs or Dialogs(),
        records=tail.PROCESS,
        diagnostics=cache(lambda: _diagnostics(backend)),
        sound_check=lambda folder: (Recorder(folder), Player()),
        open_library=open_library or _nothing,
    )


def _diagnostics(backend: Backend) -> DiagnosticsService:
    from vrp.backend.services.diagnostics import DiagnosticsService  # not before the first paint

    return DiagnosticsService(backend.paths, backend)


def _nothing() -> None:
    """The timer's call is the point."""
