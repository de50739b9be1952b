"""``vrp self-test``: the whole chain on this computer, in a temporary library. A packager and a supporter run it first.

Nothing of the person's own is read or written: settings are the defaults, and library, backups and notes of the program
lie in one temporary folder. A step that needs what is not there, such as a microphone, is skipped and says so.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from vrp import cli
from vrp.app.opening import Backend, Opening, open_backend
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import CaptureFault, InternalFault, PlaybackUnavailable, SelfTestFailed, VrpError
from vrp.backend.paths import LibraryPaths, resource
from vrp.cli import terminal

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.services.backup import BackupReport

State = Literal["ok", "skipped", "failed"]
_TAKE_SECONDS: Final = 1.0
_PLAY_MS: Final = 4_000
_WINDOW_SECONDS: Final = 10.0
_FOREIGN: Final = ("VRP_LIBRARY", "VRP_DATABASE_URL", "DATABASE_URL", "VRP_PORTABLE")
_WINDOW: Final = "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); QWidget().show()"


@dataclass(frozen=True, slots=True)
class Step:
    """``code`` is that of the error, or empty; ``seconds`` how long it took."""

    step: str
    state: State
    code: str
    detail: str
    seconds: float


class _Skipped(Exception):
    """There is nothing here to try it with."""

    def __init__(self, detail: str, code: str = "") -> None:
        super().__init__(detail)
        self.code = code


def run(options: argparse.Namespace) -> int:
    """Run all steps and tell of each; exit code 1 when one failed."""
    steps: list[Step] = []
    with tempfile.TemporaryDirectory(prefix="vrp-self-test-") as folder, _alone(Path(folder)):
        for step in _walk(Path(folder)):
            steps.append(step)
            if not options.json:
                code = f" ({step.code})" if step.code else ""
                print(f"{step.state:<8} {step.step:<11} {step.detail}{code}  {step.seconds:.2f} s")
    failed = [step.step for step in steps if step.state == "failed"]
    terminal.output(options, {"steps": [asdict(step) for step in steps], "passed": not failed}, ())
    terminal.say(f"Failed: {', '.join(failed)}." if failed else "Everything that could be tried here works.")
    return cli.SOME_REFUSED if failed else cli.DONE


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """An environment without the person's settings, library and notes."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name in _FOREIGN or name.startswith("VRP_")]:
        del os.environ[name]
    os.environ["VRP_CONFIG"] = os.fspath(folder / "settings.toml")
    os.environ["XDG_STATE_HOME"] = os.fspath(folder / "state")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _walk(folder: Path) -> Iterator[Step]:
    yield _tried("migrations", lambda: _migrations(folder / "old.db"))
    with contextlib.ExitStack() as stack:
        opened: list[Backend] = []
        yield _tried("database", lambda: _open(stack, folder / "library", opened))
        if opened:
            for name, step in _Chain(opened[0], folder).steps().items():
                yield _tried(name, step)
    yield _tried("window", _window)
    yield _tried("keyring", _keyring)


def _tried(name: str, step: Callable[[], str]) -> Step:
    begun = time.perf_counter()
    state: State = "ok"
    code = ""
    try:
        detail = step()
    except _Skipped as skipped:
        state, code, detail = "skipped", skipped.code, str(skipped)
    except VrpError as fault:
        state, code, detail = "failed", fault.code, fault.summary
    except Exception as bug:  # noqa: BLE001  # a step that fails in whatever way must not end the others
        state, code, detail = "failed", InternalFault.code, f"{type(bug).__name__}: {bug}"
    return Step(name, state, code, detail, round(time.perf_counter() - begun, 3))


def _migrations(database: Path) -> str:
    from vrp.backend.persistence import schema

    known = schema.known_revisions()
    schema.upgrade(database, known[0])
    schema.upgrade(database)
    return f"from {known[0]} to {known[-1]}"


def _open(stack: contextlib.ExitStack, folder: Path, opened: list[Backend]) -> str:
    backend = stack.enter_context(open_backend(Opening(os.fspath(folder))))
    opened.append(backend)
    return "a new library"


def _window() -> str:
    """In a process of its own: what Qt lacks on a computer ends the process that asks."""
    environment = dict(os.environ)
    if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    words = [sys.executable, "-c", _WINDOW]
    try:
        done = subprocess.run(words, env=environment, capture_output=True, timeout=_WINDOW_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise SelfTestFailed(step="the window", reason="it did not appear in time") from None
    if done.returncode:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["no message"])[-1]
        raise SelfTestFailed(step="the window", reason=last[:200])
    return environment.get("QT_QPA_PLATFORM") or "on the screen"


def _keyring() -> str:
    raise _Skipped("the program keeps nothing there")


class _Chain:
    """The steps in one library, each of which goes on with what those before it left there."""

    def __init__(self, backend: Backend, folder: Path) -> None:
        self._backend = backend
        self._folder = folder
        self._backup: BackupReport | None = None

    def steps(self) -> dict[str, Callable[[], str]]:
        return {
            "settings": self._settings,
            "import": self._import,
            "decode": self._decode,
            "capture": self._capture,
            "playback": self._playback,
            "search": self._search,
            "edit": self._edit,
            "verify": self._verify,
            "health": self._health,
            "backup": self._back_up,
            "restore": self._restore,
            "export": self._export,
            "log": self._log,
        }

    def _settings(self) -> str:
        self._backend.store.set("audio.preset", "music")
        if self._backend.store.load().audio.preset != "music":
            raise SelfTestFailed(step="the settings file", reason="it did not keep a value")
        return "written and read"

    def _import(self) -> str:
        samples = sorted(path for path in resource("samples").iterdir() if path.suffix != ".md")
        report = self._backend.importing.import_paths(samples)
        for refused in report.refused:
            raise refused.error
        return ", ".join(sorted(one.recording.codec for one in report.imported))

    def _decode(self) -> str:
        peaks = [self._backend.waveforms.peaks(recording) for recording in self._recordings()]
        return f"{len(peaks)} waveforms, {sum(len(one.maxima) for one in peaks):,} peaks"

    def _capture(self) -> str:
        from vrp.cli import recording

        try:
            ended = recording.record(self._backend, _TAKE_SECONDS, lambda _text: None)
        except CaptureFault as fault:
            raise _Skipped(fault.summary, fault.code) from fault
        take = self._backend.takes.keep(ended)
        if take is None:
            raise _Skipped("the microphone sent nothing")
        return f"{take.duration:.2f} s, {ended.frames:,} frames, {len(ended.gaps)} gaps"

    def _playback(self) -> str:
        from vrp.backend.audio.sound_server import SoundServer

        if not SoundServer().answers(1.0):
            raise _Skipped(PlaybackUnavailable().summary, PlaybackUnavailable.code)
        longest = max(self._recordings(), key=lambda one: one.duration)
        return _play(self._backend.library.audio_path(longest), longest.duration)

    def _search(self) -> str:
        library = self._backend.library
        found = [library.page(LibraryQuery(search=word)).total for word in ("interview", "erview", "xyzzy")]
        if found != [1, 1, 0]:
            raise SelfTestFailed(step="the search", reason=f"it found {found}")
        return "words and parts of words"

    def _edit(self) -> str:
        library, first = self._backend.library, self._recordings()[0]
        library.rename(first.id, "Self-test")
        library.delete([first.id])
        library.undelete([first.id])
        return f"{len(library.history(first.id))} entries in the history"

    def _verify(self) -> str:
        report = self._backend.verification.verify()
        for finding in report.findings:
            raise SelfTestFailed(step="the library", reason=finding.code)
        return f"{report.checked} recordings, byte for byte"

    def _health(self) -> str:
        report = self._backend.health.check()
        serious = [one.code for one in report.findings if one.severity == "error"]
        if serious:
            raise SelfTestFailed(step="the computer", reason=", ".join(serious))
        return ", ".join(one.code for one in report.findings) or "no findings"

    def _back_up(self) -> str:
        self._backup = self._backend.backup.create(to=self._folder / "backups")
        if not self._backup.proven:
            raise SelfTestFailed(step="a backup", reason="it was not proven")
        return f"{self._backup.recordings} recordings, proven"

    def _restore(self) -> str:
        from vrp.backend.services import restoring
        from vrp.backend.store.folder import BackupStore

        if self._backup is None:
            raise _Skipped("there is no backup to restore")
        target = LibraryPaths(self._folder / "restored")
        report = restoring.restore(BackupStore(self._backup.path), self._backup.snapshot, target, new_folder=True)
        if report.lost or report.recordings != self._backup.recordings:
            raise SelfTestFailed(step="a restore", reason=f"{report.recordings} of {self._backup.recordings} came back")
        return f"{report.recordings} recordings, {report.brought} files"

    def _export(self) -> str:
        target = self._folder / "export.zip"
        report = self._backend.exporting.export_user_data(target)
        with zipfile.ZipFile(target) as archive:
            if (broken := archive.testzip()) is not None:
                raise SelfTestFailed(step="an export", reason=f"{Path(broken).suffix} is damaged in it")
        return f"{report.recordings} recordings, {report.files} files"

    def _log(self) -> str:
        import structlog

        from vrp.backend.logs import reader

        structlog.get_logger().info("self_test")
        written = [one for path in reader.log_files(self._backend.paths.logs) for one in reader.records(path)]
        if not any(one["event"] == "self_test" for one in written):
            raise SelfTestFailed(step="the log", reason="it is not written")
        return f"{len(written):,} records"

    def _recordings(self) -> list[Recording]:
        return list(self._backend.library.page(LibraryQuery()).rows)


def _play(path: Path, duration: float) -> str:
    """Play without sound until the position moves: then the whole route works."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    from vrp.backend.jobs.player import Player

    application = QCoreApplication.instance() or QCoreApplication([])
    player = Player()
    faults: list[VrpError] = []
    player.set_volume(0.0)
    player.position_changed.connect(lambda at: QCoreApplication.exit(0) if at > 0 else None)
    player.failed.connect(faults.append)
    player.failed.connect(lambda _fault: QCoreApplication.exit(1))
    QTimer.singleShot(_PLAY_MS, application, lambda: QCoreApplication.exit(2))
    player.load(path, duration)
    player.play()
    application.exec()
    moved = player.position
    player.shutdown()
    player.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # now, not when Python ends
    for fault in faults:
        raise fault
    if not moved:
        raise SelfTestFailed(step="playback", reason="nothing was played in time")
    return f"{len(player.outputs)} outputs" if player.outputs else "the default output"
