"""Fulfils what the window wished for when it closed, with a small window that shows how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QProgressDialog

from vrp.backend.domain.progress import Progress
from vrp.backend.errors import LibraryInUse
from vrp.backend.jobs.runner import JobRunner
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths, settings_file
from vrp.ui import texts
from vrp.ui.wishes import MoveWish, RestoreWish, SafeModeWish, Told, Wish

_LOCK_SECONDS: Final = 10.0
_STEPS: Final = 1000


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wishes", text)


def fulfil(loop: QApplication | QEventLoop, wish: Wish, library: LibraryPaths) -> Told:
    """Do it; the library is closed meanwhile. What fails or is cancelled leaves the library as it was."""
    match wish:
        case RestoreWish():
            return _run(loop, _tr("Restoring the library"), lambda progress: _restore(wish, library, progress))
        case MoveWish():
            return _run(loop, _tr("Moving the library"), lambda progress: _move(wish, library, progress))
        case SafeModeWish():
            return Told(safe=True)


def _run(loop: QApplication | QEventLoop, title: str, work: Callable[[Progress], Told]) -> Told:
    runner = JobRunner()
    dialog = QProgressDialog(title, _tr("Cancel"), 0, _STEPS)
    dialog.setWindowTitle("Voice Recorder Pro")
    dialog.setMinimumDuration(0)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.setMinimumWidth(420)
    told: list[Told] = []
    job = runner.submit(title, work, visible=True)
    job.progressed.connect(lambda report: dialog.setValue(_STEPS * report.done // max(report.total, 1)))
    job.succeeded.connect(told.append)
    job.failed.connect(lambda error: told.append(Told(fault=error)))
    dialog.canceled.connect(job.cancel)
    job.ended.connect(loop.quit)
    dialog.show()
    loop.exec()
    dialog.close()
    runner.shutdown()
    return told[0] if told else Told(_tr("Cancelled. The library is as it was."))


@contextmanager
def _locked(library: LibraryPaths) -> Iterator[None]:
    with FileLock(library.lock) as lock:
        if not lock.acquire(wait=_LOCK_SECONDS):
            raise LibraryInUse(path=library.root, holder=lock.holder().phrase)
        yield


def _restore(wish: RestoreWish, library: LibraryPaths, progress: Progress) -> Told:
    from vrp.app.opening import server_address
    from vrp.backend.services import restoring, server_restoring
    from vrp.backend.store.folder import BackupStore

    server, store = server_address(), BackupStore(wish.folder)
    with _locked(library):
        if not wish.snapshot:
            restoring.undo(library) if server is None else server_restoring.undo(library, server)
            return Told(_tr("The library is as it was before the restore."))
        if server is None:
            report = restoring.restore(store, wish.snapshot, library, progress=progress)
        else:
            report = server_restoring.restore(store, wish.snapshot, library, server, progress=progress)
    text = _tr("The library was restored: {recordings}.").format(recordings=texts.recordings(report.recordings))
    if report.lost:
        text += " " + _tr("{files} could not be found.").format(files=texts.files(len(report.lost)))
    return Told(text, undo=RestoreWish(wish.folder))


def _move(wish: MoveWish, library: LibraryPaths, progress: Progress) -> Told:
    from vrp.backend.services import moving
    from vrp.backend.settings_store import SettingsStore

    with _locked(library):
        report = moving.move(library, wish.target, SettingsStore(settings_file(), forgiving=True), progress)
    text = _tr("The library lies in {folder} now.").format(folder=report.target)
    if wish.back:
        text = _tr("The library is back in {folder}.").format(folder=report.target)
    if not report.is_set:
        text += " " + _tr("The program was started with a folder of its own; name the new one there.")
    return Told(text, undo=None if wish.back else MoveWish(report.source, back=True), library=report.target)
