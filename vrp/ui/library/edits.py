"""Changes of the library that the person can take back, each a named step. And purging, which is asked first.

A step only starts a job; the table changes when the library has done it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.revising import Outcome, Revision
from vrp.backend.errors import BackupFault
from vrp.ui import messages, texts
from vrp.ui.library.model import LibraryModel
from vrp.ui.library.places import belongs, has_tag
from vrp.ui.library.steps import Plan, Steps, Stopped
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity

if TYPE_CHECKING:
    from vrp.backend.domain.progress import Progress
    from vrp.backend.errors import VrpError
    from vrp.ui.services import Services

BACKED_UP_FROM: Final = 10  # more than so many are not purged without a backup
EXACT: Final = 50  # more than so many changed rows are read again at once rather than put in one by one


class LibraryEdits(QObject):
    """Turns what the person wants into steps, and what came of them into exact changes of the model."""

    gone = Signal(object)  # list[int]: recordings that are no longer to be played
    revised = Signal(object)  # list[Recording], as they are now
    changed = Signal()  # some count may have changed
    moved_on = Signal(int, int)  # the history grew from this number to that one by our own hand

    def __init__(self, services: Services, model: LibraryModel, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._library = services.library
        self._backup = services.backup
        self._runner = services.runner
        self._model = model
        self._bar = bar
        self.steps = Steps(services, self)
        self.steps.done.connect(self._on_done)
        self.steps.failed.connect(self._on_failed)
        self.steps.stopped.connect(self._on_stopped)
        self.stack = self.steps.stack
        model.rename_requested.connect(self.rename)

    # --- what the person can do ---

    def rename(self, recording: Recording, title: str) -> None:
        text = self.tr("Rename “{title}”").format(title=short(recording.title))
        self.revise(text, {recording: {"title": title}})

    def delete(self, recordings: Sequence[Recording]) -> None:
        if not recordings:
            return
        name = named(recordings)
        undo = MessageAction(self.tr("Undo"), self.stack.undo)
        text = self.tr("Deleted {what}.").format(what=name)
        told = Message("deleted", Severity.INFO, text, (undo,), timeout_ms=messages.UNDO_MS)
        step, wanted = self.tr("Delete {what}").format(what=name), {one: {"deleted": True} for one in recordings}
        if len(recordings) > EXACT:
            self.revise(step, wanted, then=lambda: self._bar.post(told))
        else:
            self.revise(step, wanted)
            self._bar.post(told)

    def restore(self, recordings: Sequence[Recording]) -> None:
        text = self.tr("Restore {what}").format(what=named(recordings))
        self.revise(text, {one: {"deleted": False} for one in recordings})

    def mark(self, recordings: Sequence[Recording], *, favourite: bool) -> None:
        text = self.tr("Add {what} to Favourites") if favourite else self.tr("Remove {what} from Favourites")
        wanted = [one for one in recordings if one.favourite != favourite]
        if wanted:
            self.revise(text.format(what=named(wanted)), {one: {"favourite": favourite} for one in wanted})

    def add_tag(self, recordings: Sequence[Recording], tag: str) -> None:
        text = self.tr("Add tag “{tag}” to {what}")
        wanted = [one for one in recordings if not has_tag(one.tags, tag)]
        if wanted:
            self.revise(
                text.format(tag=short(tag), what=named(wanted)), {one: {"tags": (*one.tags, tag)} for one in wanted}
            )

    def remove_tag(self, recordings: Sequence[Recording], tag: str) -> None:
        text = self.tr("Take tag “{tag}” off {what}")
        wanted = [one for one in recordings if has_tag(one.tags, tag)]
        if wanted:
            left = {one: {"tags": tuple(each for each in one.tags if not has_tag((each,), tag))} for one in wanted}
            self.revise(text.format(tag=short(tag), what=named(wanted)), left)

    def write_notes(self, recording: Recording, notes: str, stay: int) -> None:
        """``stay``: pauses of the same stay in the field are one step."""
        revisions = [Revision.of(recording, notes=notes)]
        text = self.tr("Change notes of {what}").format(what=named([recording]))
        self._bar.clear("deleted")
        self.steps.push(text, lambda: revisions, key=f"notes {recording.id} {stay}")

    def rename_all(
        self, recordings: Sequence[Recording], titles: Callable[[Sequence[Recording]], Sequence[str]]
    ) -> None:
        """New titles for several, in one step. ``titles`` is called in the job: of thousands it takes its time."""

        def plan() -> list[Revision]:
            wanted = zip(recordings, titles(recordings), strict=True)
            return [Revision.of(one, title=title) for one, title in wanted if title != one.title]

        self.push(self.tr("Rename {what}").format(what=named(recordings)), plan, visible=len(recordings) > EXACT)

    def revise(
        self, text: str, wanted: Mapping[Recording, Mapping[str, Any]], then: Callable[[], None] | None = None
    ) -> None:
        """One step named ``text``: for each recording the fields that it is to have, see `domain.revising`."""

        def plan() -> list[Revision]:
            return [Revision.of(recording, **fields) for recording, fields in wanted.items()]

        if wanted:
            self.push(text, plan, visible=len(wanted) > EXACT, then=then)

    def push(self, text: str, plan: Plan, *, visible: bool = False, then: Callable[[], None] | None = None) -> None:
        """As `revise`, where the job finds out what is to be changed. ``then`` is called when it is done."""
        self._bar.clear("deleted")  # its Undo would take back this newer step instead
        self.steps.push(text, plan, visible=visible, then=then)

    def purge(self, recordings: Sequence[Recording]) -> None:
        """For good. The question was asked and answered."""
        ids = [recording.id for recording in recordings]
        backup, library, gone = self._backup, self._library, list[Recording]()

        def work(progress: Progress) -> None:
            if len(ids) > BACKED_UP_FROM:
                with contextlib.suppress(BackupFault):  # a full disk must not keep somebody from making room
                    backup.create(Reason.PURGE, progress=lambda _done, _total, item="": progress(0, 0, item))
            library.purge_many(ids, progress, gone)

        name = self.tr("Deleting permanently")
        job = self._runner.submit(name, work, pool="db", visible=len(ids) > BACKED_UP_FROM)
        job.succeeded.connect(lambda _nothing: self._on_purged(gone))
        job.failed.connect(lambda error: self._on_purge_stopped(recordings, gone, error))
        job.cancelled.connect(lambda: self._on_purge_stopped(recordings, gone, None))

    def forget(self, ids: list[int]) -> None:
        """They are gone for good, and so are the steps about nothing else."""
        self._model.remove(ids)
        self.steps.forget(ids)
        self._bar.clear("deleted")
        self.gone.emit(ids)
        self.changed.emit()

    # --- what came of it ---

    def _on_done(self, outcome: Outcome, again: bool) -> None:
        if again:
            self._bar.clear("deleted")
        self._show(outcome)
        self._tell(outcome)

    def _on_stopped(self, stopped: Stopped) -> None:
        """Cancelled, or failed on the way: what was done is shown like any other change."""
        self._bar.clear("deleted")
        self._show(stopped.part)
        message = self._of_part(stopped)
        if stopped.error is not None:
            fault = messages.from_error("library", stopped.error)
            told = f"{fault.text} {message.text}" if stopped.part.changed else fault.text
            message = replace(fault, text=told, actions=message.actions)
            self._model.refresh()
        self._bar.post(message)

    def _of_part(self, stopped: Stopped) -> Message:
        part = stopped.part
        if not part.changed:
            text = self.tr("Nothing was changed.")
            return Message("deleted", Severity.INFO, text, timeout_ms=messages.NOTICE_MS)
        done, left = texts.recordings(len(part.changed)), texts.recordings(len(part.left))
        text = self.tr("Stopped: {done} changed, {left} as before.").format(done=done, left=left)
        if stopped.go_on is None:
            action = MessageAction(self.tr("Undo"), self.stack.undo)
        else:
            action = MessageAction(self.tr("Go On"), stopped.go_on)
        return Message("deleted", Severity.INFO, text, (action,), timeout_ms=messages.UNDO_MS)

    def _show(self, outcome: Outcome) -> None:
        self.moved_on.emit(outcome.before, outcome.after)
        self._show_rows(outcome)
        deleted = [one.id for one in outcome.changed if one.status is Status.DELETED]
        if deleted:
            self.gone.emit(deleted)
        self.revised.emit(outcome.changed + outcome.kept)
        self.changed.emit()

    def _show_rows(self, outcome: Outcome) -> None:
        if len(outcome.changed) > EXACT or outcome.kept or outcome.gone or outcome.over:
            self._model.refresh()
            return
        query, leave = self._model.query, []
        for now, back in zip(outcome.changed, outcome.back, strict=True):
            was, is_here = belongs(_as_it_was(now, back), query), belongs(now, query)
            if was and is_here:
                self._model.update(now)
            elif is_here:
                self._model.insert([now])
            elif was:
                leave.append(now.id)
        if leave:
            self._model.remove(leave)

    def _tell(self, outcome: Outcome) -> None:
        """What could not be done, or was done over somebody else's words."""
        sentences = []
        if outcome.kept:
            sentences.append(
                self.tr("{what} changed elsewhere meanwhile; those newer words stay.").format(what=named(outcome.kept))
            )
        if outcome.gone:
            count = texts.recordings(len(outcome.gone))
            sentences.append(self.tr("{what} no longer in the library.").format(what=count))
        if outcome.over:
            text = self.tr("{what} changed elsewhere meanwhile. Undo brings those words back.")
            sentences.append(text.format(what=named(outcome.over)))
        if not sentences:
            return
        if not outcome.back:
            sentences.insert(0, self.tr("Nothing was changed."))
        self._bar.post(Message("step", Severity.WARNING, " ".join(sentences), timeout_ms=messages.UNDO_MS))

    def _on_purged(self, gone: Sequence[Recording]) -> None:
        self.forget([recording.id for recording in gone])
        text = self.tr("{what} deleted permanently.").format(what=texts.recordings(len(gone)))
        self._bar.post(Message("purged", Severity.INFO, text, timeout_ms=messages.NOTICE_MS))

    def _on_purge_stopped(self, wanted: Sequence[Recording], gone: Sequence[Recording], error: VrpError | None) -> None:
        """Cancelled, or failed on the way: what is gone is gone, and the message tells how many."""
        ids = {recording.id for recording in gone}
        left = [recording for recording in wanted if recording.id not in ids]
        if gone:
            self.forget(list(ids))
        text = self.tr("Stopped: {done} deleted permanently, {left} still there.").format(
            done=texts.recordings(len(gone)), left=texts.recordings(len(left))
        )
        go_on = MessageAction(self.tr("Go On"), lambda: self.purge(left))
        if error is None:
            self._bar.post(Message("purged", Severity.INFO, text, (go_on,), timeout_ms=messages.UNDO_MS))
        else:
            fault = messages.from_error("purged", error, go_on)
            self._bar.post(replace(fault, text=f"{fault.text} {text}"))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.clear("deleted")
        self._bar.post(messages.from_error("library", error))
        self._model.refresh()


def _as_it_was(now: Recording, back: Revision) -> Recording:
    """Before the step, as far as its place in a view is concerned."""
    fields: dict[str, Any] = {name: before for name, (_after, before) in back.fields.items()}
    if "deleted" in fields:
        fields["status"] = Status.DELETED if fields.pop("deleted") else Status.ACTIVE
    return replace(now, **fields)


def short(title: str) -> str:
    return title if len(title) <= 40 else title[:39] + "…"


def named(recordings: Sequence[Recording]) -> str:
    """“Lecture 7”, or 12 recordings."""
    return texts.quoted(short(recordings[0].title)) if len(recordings) == 1 else texts.recordings(len(recordings))
