"""Backups from the window: made in the background, told with their proof; a restore closes the library for a while.

A whole restore needs the library closed: the flow backs up what is there, leaves a `RestoreWish` with the window and
closes it; the composition root fulfils the wish and opens the window again.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from vrp.backend.domain.reasons import Reason
from vrp.backend.errors import BackupFault
from vrp.ui import messages, names, texts
from vrp.ui.keeping.restore_dialogs import RecordingsDialog, RestoreDialog
from vrp.ui.library.edits import BACKED_UP_FROM
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity
from vrp.ui.wishes import RestoreWish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vrp.backend.domain.progress import Progress
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.domain.snapshots import Proof, Snapshot
    from vrp.backend.errors import VrpError
    from vrp.backend.services.backup import BackupReport, BackupService
    from vrp.backend.services.restoring_recordings import RecordingsReport
    from vrp.backend.services.scrubbing import ScrubReport
    from vrp.ui.services import Services

_START_MS: Final = 20_000  # a backup that is due begins when the start is long over

_DAY_MS: Final = 24 * 60 * 60 * 1000


class BackupFlow(QObject):
    """Back up, restore, and repair from a backup."""

    wished = Signal(object)  # RestoreWish: the window is to close
    restored = Signal(list)  # recordings that are in the library again
    tidied = Signal()  # what was in Recently Deleted for long is gone

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

        self._daily = QTimer(self, interval=_DAY_MS)
        self._daily.timeout.connect(self.look_whether_overdue)
        self.proof = QLabel(window)
        self.proof.setObjectName(names.BACKUP_PROOF)

    @property
    def _backup(self) -> BackupService:
        return self._services.backup

    def start(self) -> None:
        """Back up by and by where that is due."""
        by_itself = self._services.settings.load().backup.at_start
        QTimer.singleShot(_START_MS, self, self._back_up_if_due if by_itself else self._after_backup)
        self._read_proof()
        self._daily.start()

    def _back_up_if_due(self) -> None:
        job = self._services.runner.submit(self.tr("Backing up the library"), self._backup.create_scheduled_backup)
        job.succeeded.connect(self._on_scheduled)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._after_backup)
        job.ended.connect(self._read_proof)

    def _after_backup(self) -> None:
        self._purge_expired()
        self.look_whether_overdue()

    def look_whether_overdue(self) -> None:
        """Say so where no backup was proven for long; the window may stay open for weeks, so that it is asked daily."""
        health = self._services.health
        job = self._services.runner.submit(self.tr("Reading the backups"), lambda _progress: health.backup_is_overdue())
        job.succeeded.connect(self._show_overdue)
        job.failed.connect(self._on_failed)

    def _show_overdue(self, overdue: bool) -> None:
        if not overdue:
            self._bar.clear("overdue")
            return
        text = self.tr("For more than a week no backup was proven restorable. Connect the backup disk and back up.")
        now = MessageAction(self.tr("Back Up Now"), self.run)
        self._bar.post(Message("overdue", Severity.WARNING, text, (now,), lasting=True))

    def _purge_expired(self) -> None:
        """Remove what was in Recently Deleted for long; many only after a backup, and without one not today."""
        library, days = self._services.library, self._services.settings.load().storage.keep_deleted_days
        backup = self._backup

        def work(progress: Progress) -> list[Recording]:
            if len(library.expired(days)) > BACKED_UP_FROM:
                backup.create(Reason.PURGE, progress=progress)
            return library.purge_expired(days)

        if days:
            job = self._services.runner.submit(self.tr("Tidying Recently Deleted"), work, pool="db")
            job.succeeded.connect(lambda gone: self.tidied.emit() if gone else None)
            job.failed.connect(self._on_failed)

    def _read_proof(self) -> None:
        """Say in the status bar what the last proven backup is."""
        backup = self._backup
        job = self._services.runner.submit(self.tr("Reading the backups"), lambda _progress: backup.last_proven())
        job.succeeded.connect(self._show_proof)
        job.failed.connect(lambda _error: self._show_proof(None))

    def _show_proof(self, proof: Proof | None) -> None:
        if proof is None:
            self.proof.setText(self.tr("No proven backup"))
        else:
            self.proof.setText(self._proven(proof.at, proof.recordings))

    def _proven(self, at: datetime, count: int) -> str:
        when = texts.moment(at)
        return self.tr("Proven restorable: {when}, {recordings}").format(
            when=when[:1].lower() + when[1:], recordings=texts.recordings(count)
        )

    def run(self) -> None:
        """Back up now."""
        self._back_up(Reason.MANUAL, self._on_backed_up, self.run)

    def _back_up(self, reason: Reason, done: Callable[[BackupReport], None], again: Callable[[], None]) -> None:
        backup = self._backup
        job = self._services.runner.submit(
            self.tr("Backing up the library"),
            lambda progress: backup.create(reason, progress=progress),
            visible=True,
            again=again,
        )
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._read_proof)

    def _on_scheduled(self, report: BackupReport | None) -> None:
        """Nobody asked, so only what needs somebody is told."""
        if report is not None and (report.missing or not report.proven):
            self._on_backed_up(report)

    def _on_backed_up(self, report: BackupReport) -> None:
        if not report.proven:
            text = self.tr("The backup could not be proven: it may not be restorable. Check the library's health.")
            self._bar.post(Message("backup", Severity.ERROR, text))
            return
        if report.missing:
            text = self.tr("Backed up, but {files} of the library itself were missing or changed. Check the library.")
            self._bar.post(Message("backup", Severity.WARNING, text.format(files=texts.files(report.missing))))
            return
        self._bar.clear("overdue")
        text = self._proven(datetime.now(UTC), report.recordings) + "."
        if self._backup.on_the_same_disk():
            text += " " + self.tr("It lies on the library's own disk; another disk is better (see Settings).")
        self._bar.post(Message("backup", Severity.SUCCESS, text, timeout_ms=messages.NOTICE_MS))

    # --- restoring ---

    def choose(self) -> None:
        """Show the snapshots that there are."""
        backup, can_undo = self._backup, self._services.can_undo_restore
        job = self._services.runner.submit(
            self.tr("Reading the backups"), lambda _progress: (backup.snapshots(), can_undo())
        )
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def _on_read(self, found: tuple[list[Snapshot], bool]) -> None:
        snapshots, can_undo = found
        dialog = RestoreDialog(list(reversed(snapshots)), can_undo, self._window)
        dialog.whole.connect(self._restore_whole)
        dialog.into.connect(self._restore_into)
        dialog.some.connect(self._find_missing)
        dialog.undo.connect(self.undo)
        self._services.dialogs.show(dialog)

    def _restore_whole(self, snapshot: Snapshot) -> None:
        text = self.tr(
            "The library becomes what it was {when}, with {recordings}. It is backed up before, and you can go back."
        ).format(when=texts.moment(snapshot.facts.created_at), recordings=texts.recordings(snapshot.facts.recordings))
        if self._services.dialogs.confirm(
            self._window, title=self.tr("Restore the whole library?"), text=text, yes=self.tr("Restore"),
            no=self.tr("Cancel"),
        ):  # fmt: skip
            self._back_up(
                Reason.RESTORE,
                lambda _report: self._wish(snapshot=snapshot.name),
                lambda: self._restore_whole(snapshot),  # which asks again: the window closes for it
            )

    def _restore_into(self, snapshot: Snapshot) -> None:
        folder = self._services.dialogs.choose_folder(self._window, self.tr("Restore Into an Empty Folder"))
        if folder is not None:
            self._restore_to(snapshot, folder)

    def _restore_to(self, snapshot: Snapshot, folder: Path) -> None:
        place = self._services.restore_into
        job = self._services.runner.submit(
            self.tr("Restoring into {folder}").format(folder=folder.name),
            lambda progress: place(snapshot.name, folder, progress),
            visible=True,
            again=lambda: self._restore_to(snapshot, folder),
        )
        job.succeeded.connect(lambda report: self._told(self.tr("{recordings} restored into {folder}.").format(
            recordings=texts.recordings(report.recordings), folder=report.library)))  # fmt: skip
        job.failed.connect(self._on_failed)

    def undo(self) -> None:
        """Go back to the library as it was before the last restore."""
        self._wish(snapshot="")

    def _wish(self, snapshot: str) -> None:
        wish = RestoreWish(self._backup.folder, snapshot)
        QTimer.singleShot(0, self, lambda: self.wished.emit(wish))  # when the backup before it counts as ended

    def _find_missing(self, snapshot: Snapshot) -> None:
        restoring, store = self._services.restoring, self._services.store()
        job = self._services.runner.submit(
            self.tr("Reading the backup"),
            lambda progress: restoring.missing(store, snapshot.name, progress=progress),
            visible=True,
            again=lambda: self._find_missing(snapshot),
        )
        job.succeeded.connect(lambda found: self._choose_missing(snapshot, found))
        job.failed.connect(self._on_failed)

    def _choose_missing(self, snapshot: Snapshot, found: list[Recording]) -> None:
        if not found:
            self._told(self.tr("Every recording of that backup is in the library."))
            return
        dialog = RecordingsDialog(found, self._window)
        dialog.chosen.connect(lambda ids: self._bring_back(snapshot, ids))
        self._services.dialogs.show(dialog)

    def _bring_back(self, snapshot: Snapshot, ids: list[int]) -> None:
        restoring, store = self._services.restoring, self._services.store()

        def work(progress: Progress) -> RecordingsReport:
            return restoring.restore(store, snapshot.name, ids, progress=progress)

        job = self._services.runner.submit(
            self.tr("Restoring recordings"),
            work,
            pool="db",
            visible=True,
            again=lambda: self._bring_back(snapshot, ids),
        )
        job.succeeded.connect(self._on_brought_back)
        job.failed.connect(self._on_failed)

    def _on_brought_back(self, report: RecordingsReport) -> None:
        self.restored.emit(report.restored)
        self._told(self.tr("{recordings} restored.").format(recordings=texts.recordings(len(report.restored))))

    # --- scrubbing ---

    def scrub(self) -> None:
        """Read every file again, and bring good copies of damaged ones."""
        scrubbing, store, backup = self._services.scrubbing, self._services.usable_store(), self._backup

        def back_up() -> None:
            with contextlib.suppress(BackupFault):  # the good copy is fetched all the same
                backup.create(Reason.REPAIR)

        job = self._services.runner.submit(
            self.tr("Reading every file again"),
            lambda progress: scrubbing.scrub(store, progress, back_up),
            visible=True,
            again=self.scrub,
        )
        job.succeeded.connect(self._on_scrubbed)
        job.failed.connect(self._on_failed)

    def _on_scrubbed(self, report: ScrubReport) -> None:
        damaged = [one for one in report.damages if not one.repaired]
        if damaged:
            text = self.tr("{files} are damaged or missing, and no good copy was found: “{title}”…").format(
                files=texts.files(len(damaged)), title=damaged[0].recording.title
            )
            self._bar.post(Message("scrub", Severity.ERROR, text))
        elif report.damages:
            text = self.tr("{files} were damaged. Good copies from the backup took their place.")
            self._bar.post(Message("scrub", Severity.WARNING, text.format(files=texts.files(len(report.damages)))))
        else:
            self._told(self.tr("{files} read: all are what was stored.").format(files=texts.files(report.checked)))

    # --- telling ---

    def _told(self, text: str) -> None:
        self._bar.post(Message("backup", Severity.SUCCESS, text, timeout_ms=messages.NOTICE_MS))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("backup", error))
