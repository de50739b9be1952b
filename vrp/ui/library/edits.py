"""Changes of the library that the person can take back: rename, delete, restore. And purging, which is asked first.

Each is a command on one undo stack. A command only starts a job; the table changes when the library has done it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import BackupFault
from vrp.ui import messages, texts
from vrp.ui.library.model import LibraryModel
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import Job
    from vrp.ui.services import Services

BACKED_UP_FROM: Final = 10  # more than so many are not purged without a backup


class _Command(QUndoCommand):
    """``forth`` and ``back`` start a job each; a command whose job failed is taken out of the stack."""

    def __init__(self, text: str, forth: Callable[[], Job], back: Callable[[], Job]) -> None:
        super().__init__(text)
        self._forth, self._back = forth, back

    def redo(self) -> None:
        self._forth().failed.connect(self._spoil)

    def undo(self) -> None:
        self._back().failed.connect(self._spoil)

    def _spoil(self, _error: object) -> None:
        self.setObsolete(True)


class LibraryEdits(QObject):
    """Turns what the person wants into jobs, and what the jobs return into exact changes of the model."""

    gone = Signal(object)  # list[int]: recordings that are no longer to be played
    renamed = Signal(object)  # Recording
    changed = Signal()  # some count may have changed

    def __init__(self, services: Services, model: LibraryModel, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._library = services.library
        self._backup = services.backup
        self._runner = services.runner
        self._model = model
        self._bar = bar
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(100)

    # --- what the person can do ---

    def rename(self, recording: Recording, title: str) -> None:
        id_, before = recording.id, recording.title
        self._push(
            self.tr("Rename “{title}”").format(title=_short(before)),
            lambda: self._rename(id_, title),
            lambda: self._rename(id_, before),
        )

    def delete(self, recordings: Sequence[Recording]) -> None:
        if not recordings:
            return
        ids = [recording.id for recording in recordings]
        name = _named(recordings)
        self._push(self.tr("Delete {what}").format(what=name), lambda: self._delete(ids), lambda: self._undelete(ids))
        undo = MessageAction(self.tr("Undo"), self.stack.undo)
        text = self.tr("Deleted {what}.").format(what=name)
        self._bar.post(Message("deleted", Severity.INFO, text, (undo,), timeout_ms=messages.UNDO_MS))

    def restore(self, recordings: Sequence[Recording]) -> None:
        if recordings:
            ids = [recording.id for recording in recordings]
            text = self.tr("Restore {what}").format(what=_named(recordings))
            self._push(text, lambda: self._undelete(ids), lambda: self._delete(ids))

    def purge(self, recordings: Sequence[Recording]) -> None:
        """For good. The question was asked and answered."""
        ids = [recording.id for recording in recordings]
        backup = self._backup

        def work() -> list[Recording]:
            if backup is not None and len(ids) > BACKED_UP_FROM:
                with contextlib.suppress(BackupFault):  # a full disk must not keep somebody from making room
                    backup.create(Reason.PURGE)
            return self._library.purge(ids)

        job = self._submit(self.tr("Deleting permanently"), work)
        job.succeeded.connect(self._on_purged)

    # --- jobs ---

    def _push(self, text: str, forth: Callable[[], Job], back: Callable[[], Job]) -> None:
        self._bar.clear("deleted")  # its Undo would take back this newer step instead
        self.stack.push(_Command(text, forth, back))

    def _submit(self, name: str, work: Callable[[], object]) -> Job:
        job = self._runner.submit(name, lambda _progress: work(), pool="db")
        job.failed.connect(self._on_failed)
        return job

    def _rename(self, id_: int, title: str) -> Job:
        job = self._submit(self.tr("Renaming"), lambda: self._library.rename(id_, title))
        job.succeeded.connect(self._on_renamed)
        return job

    def _delete(self, ids: list[int]) -> Job:
        job = self._submit(self.tr("Deleting"), lambda: self._library.delete(ids))
        job.succeeded.connect(self._on_deleted)
        return job

    def _undelete(self, ids: list[int]) -> Job:
        self._bar.clear("deleted")
        job = self._submit(self.tr("Restoring"), lambda: self._library.undelete(ids))
        job.succeeded.connect(self._on_undeleted)
        return job

    # --- what came of them ---

    def _on_renamed(self, recording: Recording) -> None:
        self._model.update(recording)
        self.renamed.emit(recording)

    def _on_deleted(self, recordings: list[Recording]) -> None:
        self._moved(recordings, here=self._model.query.trash)
        self.gone.emit([recording.id for recording in recordings])

    def _on_undeleted(self, recordings: list[Recording]) -> None:
        self._moved(recordings, here=not self._model.query.trash)

    def _moved(self, recordings: list[Recording], *, here: bool) -> None:
        if here:
            self._model.insert(recordings)
        else:
            self._model.remove([recording.id for recording in recordings])
        self.changed.emit()

    def forget(self, ids: list[int]) -> None:
        """They are gone, and so are the steps that name them."""
        self._model.remove(ids)
        self.stack.clear()
        self._bar.clear("deleted")
        self.gone.emit(ids)
        self.changed.emit()

    def _on_purged(self, recordings: list[Recording]) -> None:
        ids = [recording.id for recording in recordings]
        self.forget(ids)
        text = self.tr("{what} deleted permanently.").format(what=texts.recordings(len(ids)))
        self._bar.post(Message("purged", Severity.INFO, text, timeout_ms=messages.NOTICE_MS))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.clear("deleted")
        self._bar.post(messages.from_error("library", error))
        self._model.refresh()


def _short(title: str) -> str:
    return title if len(title) <= 40 else title[:39] + "…"


def _named(recordings: Sequence[Recording]) -> str:
    return f"“{_short(recordings[0].title)}”" if len(recordings) == 1 else texts.recordings(len(recordings))
