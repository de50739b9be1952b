"""Steps that can be taken back: many recordings, in batches, each field only where it may be set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.domain.revising import Outcome, Revision, answer
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import sidecars
from vrp.backend.services.clock import Clock, utc_now

BATCH: Final = 100  # recordings of a step that are changed or removed together: some tenths of a second


class RevisionService:
    """What the window changes goes through here, so that it can be taken back. See `domain.revising`."""

    def __init__(self, database: Database, paths: LibraryPaths, clock: Clock = utc_now) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock

    def revise(
        self,
        revisions: Sequence[Revision],
        *,
        in_any_case: bool = False,
        progress: Progress = silent,
        into: Outcome | None = None,
    ) -> Outcome:
        """Do the step as far as it may be done, and say what it came to.

        Raises `RequestInvalid` where a value breaks a rule; then nothing was changed.

        Each batch is one transaction with its sidecars, so that other hands get their turn in between, and a step that
        is cancelled ends soon. It is not taken back by itself, for that would take as long again: what was done until
        then, by whole recordings, stands in ``into`` also where `Cancelled` or a `LibraryFault` is raised, with what
        takes it back and, in ``left``, what the step did not come to.
        """
        outcome = Outcome() if into is None else into
        for revision in revisions:
            _checked({name: after for name, (_before, after) in revision.fields.items() if name != "deleted"})
        for start in range(0, len(revisions), BATCH):
            outcome.left = revisions[start:]
            progress(start, len(revisions))
            done = self._revise(revisions[start : start + BATCH], in_any_case=in_any_case)
            outcome.join(done)
            sidecars.write_all(self._paths, done.changed)
        outcome.left = ()
        return outcome

    @transactional("revise")
    def _revise(self, session: Session, revisions: Sequence[Revision], *, in_any_case: bool) -> Outcome:
        repository, history = RecordingRepository(session), AuditRepository(session)
        found = {one.id: one for one in repository.get_many(revision.id for revision in revisions)}
        outcome = Outcome(before=history.last_seq())
        for revision in revisions:
            now = found.get(revision.id)
            if now is None or now.uuid != revision.uuid:
                outcome.gone.append(revision.id)
                continue
            found[now.id] = self._apply(repository, now, revision, outcome, in_any_case=in_any_case)
        outcome.after = history.last_seq()
        return outcome

    def _apply(
        self,
        repository: RecordingRepository,
        now: Recording,
        revision: Revision,
        outcome: Outcome,
        *,
        in_any_case: bool,
    ) -> Recording:
        found = answer(now, revision, in_any_case=in_any_case)
        if found.kept:
            outcome.kept.append(now)
        if found.back is None:
            return now
        values = dict(found.values)
        deleted = values.pop("deleted", None)
        if words := _checked(values):
            action = Action.RENAMED if set(words) == {"title"} else Action.EDITED
            now = repository.change(now.id, action, self._clock(), **words)
        if deleted is not None:
            now = self._move(repository, now, trash=bool(deleted))
        outcome.changed.append(now)
        outcome.back.append(found.back)
        if found.over:
            outcome.over.append(now)
        return now

    def _move(self, repository: RecordingRepository, now: Recording, *, trash: bool) -> Recording:
        moment = self._clock()
        if trash:
            return repository.change(now.id, Action.DELETED, moment, status=Status.DELETED, deleted_at=moment)
        return repository.change(now.id, Action.RESTORED, moment, status=Status.ACTIVE, deleted_at=None)


def _checked(values: dict[str, object]) -> dict[str, Any]:
    """The words by their rules; whether it is a favourite needs none."""
    favourite = {"favourite": bool(values.pop("favourite"))} if "favourite" in values else {}
    return {**RecordingChangeRequest.of(**values).changes, **favourite} if values else dict(favourite)
