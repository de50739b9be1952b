"""The undo stack of the library: steps that are done by jobs, and taken back as far as they may be.

A step knows what to do next, and learns from each of its jobs what would take that back. The jobs run one after
another on the one thread that writes, so a second Ctrl+Z need not wait for the first. See `domain.revising` for what
happens to words that somebody else has written meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from vrp.backend.domain.revising import Outcome, joined

if TYPE_CHECKING:
    from vrp.backend.domain.progress import Progress
    from vrp.backend.domain.revising import Revision
    from vrp.backend.errors import VrpError
    from vrp.backend.services.revising import RevisionService
    from vrp.ui.services import Services

LIMIT: Final = 100  # steps that can be taken back
Plan = Callable[[], "Sequence[Revision]"]
Then = Callable[[], None]


class Command(QUndoCommand):
    """One that is done by a job: ``run(command, forth)`` starts it, there or back."""

    def __init__(self, text: str, run: Callable[[Any, bool], None]) -> None:
        super().__init__(text)
        self._run = run
        self.idle = False  # the stack moves over it, and nothing is to be done

    def redo(self) -> None:
        if not self.idle:
            self._run(self, True)

    def undo(self) -> None:
        if not self.idle:
            self._run(self, False)


class Step(Command):
    """``plan`` is asked once, in the first job; from then on each outcome says what takes it back.

    A job that is cancelled has done a part. Of the first that part is the step. Of a later one it is what the way back
    begins with, and the same way again goes on where it stopped. ``then`` is called when it is done for the first time.
    """

    def __init__(
        self, text: str, plan: Plan, run: Callable[[Step, bool], None], key: str = "", then: Then | None = None
    ) -> None:
        super().__init__(text, run)
        self._plan = plan
        self.key = key
        self.then = then
        self._forth: Sequence[Revision] = ()
        self._back: Sequence[Revision] = ()
        self.runs = 0

    @property
    def touches(self) -> set[int]:
        """The recordings that it would change."""
        return {revision.id for revision in (*self._forth, *self._back)}

    def begin(self, revising: RevisionService, part: Outcome, progress: Progress) -> None:
        """In the first job, into ``part``. What a person has just asked for holds in any case."""
        try:
            revising.revise(self._plan(), in_any_case=True, progress=progress, into=part)
        finally:
            self._back = [*self._back, *part.back]

    def work(self, revising: RevisionService, part: Outcome, progress: Progress, *, forth: bool) -> None:
        """In a later job, into ``part``. There and back spares what came later."""
        part.left = todo = self._forth if forth else self._back
        try:
            revising.revise(todo, progress=progress, into=part)
        finally:
            if forth:
                self._forth, self._back = part.left, [*self._back, *part.back]
            else:
                self._forth, self._back = [*self._forth, *part.back], part.left

    def go_on(self, revising: RevisionService, plan: Plan) -> Outcome:
        """In the job: more of the same, such as the next words of a note; both are taken back at once."""
        outcome = revising.revise(plan(), in_any_case=True)
        self._back = joined(self._back, outcome.back)
        return outcome


@dataclass(frozen=True, slots=True)
class Stopped:
    """A step that did not come to its end: what was done, and why (None: it was cancelled).

    ``go_on`` does the rest where that is wanted again; None: the first time, where undo takes back what was done.
    """

    part: Outcome
    error: VrpError | None
    go_on: Callable[[], None] | None


class Steps(QObject):
    """Runs the steps and keeps the stack true: what came to nothing, or cannot be any more, is not offered."""

    done = Signal(object, bool)  # Outcome; whether it was there or back, not the first time
    stopped = Signal(object)  # Stopped
    failed = Signal(object)  # VrpError

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = services.runner
        self._revising = services.revising
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(LIMIT)
        self.stack.indexChanged.connect(self._sweep)

    def push(self, text: str, plan: Plan, *, visible: bool = False, key: str = "", then: Then | None = None) -> None:
        """Do it now. ``plan`` is called in the job; ``visible`` steps take long and are shown among the tasks.

        With the ``key`` of the newest step it goes on with that one.
        """
        newest = self._at(self.stack.count() - 1) if self.stack.index() == self.stack.count() else None
        if key and isinstance(newest, Step) and newest.key == key and not newest.isObsolete():
            self._go_on(newest, plan)
        else:
            run = partial(self._run, visible=visible)
            self.stack.push(Step(text, plan, run, key, then))

    def _go_on(self, step: Step, plan: Plan) -> None:
        job = self._runner.submit(step.text(), lambda _progress: step.go_on(self._revising, plan), pool="db")
        job.succeeded.connect(lambda outcome: self.done.emit(outcome, False))
        job.failed.connect(self.failed)

    def forget(self, ids: Sequence[int]) -> None:
        """Drop the steps about nothing but these recordings: their titles too are to be gone."""
        gone = set(ids)
        for place in range(self.stack.count()):
            step = self.stack.command(place)
            if isinstance(step, Step) and step.touches <= gone:
                step.setObsolete(True)
        self._sweep()

    def _run(self, step: Step, forth: bool, *, visible: bool) -> None:
        part, first = Outcome(), step.runs == 0
        step.runs += 1
        name = step.text() if forth else self.tr("Undo {step}").format(step=step.text())

        def work(progress: Progress) -> None:
            if first:
                step.begin(self._revising, part, progress)
            else:
                step.work(self._revising, part, progress, forth=forth)

        job = self._runner.submit(name, work, pool="db", visible=visible)
        job.succeeded.connect(lambda _nothing: self._on_done(step, part, again=not first))
        job.failed.connect(lambda error: self._on_stopped(step, part, error, again=not first, forth=forth))
        job.cancelled.connect(lambda: self._on_stopped(step, part, None, again=not first, forth=forth))

    def _on_done(self, step: Step, outcome: Outcome, *, again: bool) -> None:
        if isValid(step) and not step.touches:
            self.drop(step)
        self.done.emit(outcome, again)
        if not again and outcome.back and step.then is not None:
            step.then()

    def _on_stopped(self, step: Step, part: Outcome, error: VrpError | None, *, again: bool, forth: bool) -> None:
        if again:
            self.stand(step, done=not forth)
        elif not part.back:
            self.drop(step)
        go_on = (self.stack.redo if forth else self.stack.undo) if again else None
        self.stopped.emit(Stopped(part, error, go_on))

    def drop(self, step: Command) -> None:
        """It came to nothing, or cannot be any more."""
        if isValid(step):
            step.setObsolete(True)
            self._sweep()

    def stand(self, step: Command, *, done: bool) -> None:
        """A step that was stopped can be tried again: the stack must stand where it stood before."""
        if not isValid(step):
            return
        index = self.stack.index()
        place = next((place for place in range(self.stack.count()) if self._at(place) is step), None)
        if place is None or (place < index) == done:
            return
        step.idle = True
        if done and place == index:
            self.stack.redo()
        elif not done and place == index - 1:
            self.stack.undo()
        else:
            step.setObsolete(True)
        step.idle = False
        self._sweep()

    def _sweep(self, _index: int = 0) -> None:
        """Take out spoilt steps at both sides of where the stack stands; moving over one removes it."""
        stack = self.stack
        while (step := self._at(stack.index() - 1)) is not None and step.isObsolete():
            stack.undo()
        while (step := self._at(stack.index())) is not None and step.isObsolete():
            stack.redo()

    def _at(self, place: int) -> QUndoCommand | None:
        return self.stack.command(place)  # None outside of the stack, whatever its signature says
