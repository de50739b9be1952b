"""The undo stack of the library: steps that are done by jobs, and taken back as far as they may be.

A step knows what to do next, and learns from each of its jobs what would take that back. The jobs run one after
another on the one thread that writes, so a second Ctrl+Z need not wait for the first. See `domain.revising` for what
happens to words that somebody else has written meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from vrp.backend.domain.revising import joined

if TYPE_CHECKING:
    from vrp.backend.domain.revising import Outcome, Revision
    from vrp.backend.errors import VrpError
    from vrp.backend.services.revising import RevisionService
    from vrp.ui.services import Services

LIMIT: Final = 100  # steps that can be taken back
Plan = Callable[[], "Sequence[Revision]"]


class Step(QUndoCommand):
    """``plan`` is asked once, in the first job; from then on each outcome says what takes it back."""

    def __init__(self, text: str, plan: Plan, run: Callable[[Step], None], key: str = "") -> None:
        super().__init__(text)
        self._plan = plan
        self.key = key
        self._run = run
        self._next: Sequence[Revision] | None = None
        self.idle = False  # the stack moves over it, and nothing is to be done

    @property
    def was_done(self) -> bool:
        return self._next is not None

    @property
    def touches(self) -> set[int]:
        """The recordings that it would change."""
        return {revision.id for revision in self._next or ()}

    def redo(self) -> None:
        if not self.idle:
            self._run(self)

    def undo(self) -> None:
        if not self.idle:
            self._run(self)

    def work(self, revising: RevisionService) -> Outcome:
        """In the job. What a person has just asked for holds; there and back spares what came later."""
        first = self._next is None
        outcome = revising.revise(self._plan() if self._next is None else self._next, in_any_case=first)
        self._next = outcome.back
        return outcome

    def go_on(self, revising: RevisionService, plan: Plan) -> Outcome:
        """In the job: more of the same, such as the next words of a note; both are taken back at once."""
        outcome = revising.revise(plan(), in_any_case=True)
        self._next = joined(self._next or (), outcome.back)
        return outcome


class Steps(QObject):
    """Runs the steps and keeps the stack true: what came to nothing, or cannot be any more, is not offered."""

    done = Signal(object, bool)  # Outcome; whether it was there or back, not the first time
    failed = Signal(object)  # VrpError

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = services.runner
        self._revising = services.revising
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(LIMIT)
        self.stack.indexChanged.connect(self._sweep)

    def push(self, text: str, plan: Plan, *, visible: bool = False, key: str = "") -> None:
        """Do it now. ``plan`` is called in the job; ``visible`` steps take long and are shown among the tasks.

        With the ``key`` of the newest step it goes on with that one.
        """
        newest = self._at(self.stack.count() - 1) if self.stack.index() == self.stack.count() else None
        if key and isinstance(newest, Step) and newest.key == key and not newest.isObsolete():
            self._go_on(newest, plan)
        else:
            self.stack.push(Step(text, plan, lambda step: self._run(step, visible=visible), key))

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

    def _run(self, step: Step, *, visible: bool) -> None:
        again = step.was_done
        job = self._runner.submit(step.text(), lambda _progress: step.work(self._revising), pool="db", visible=visible)
        job.succeeded.connect(lambda outcome: self._on_done(step, outcome, again=again))
        job.failed.connect(lambda error: self._on_failed(step, error))

    def _on_done(self, step: Step, outcome: Outcome, *, again: bool) -> None:
        if not outcome.back and isValid(step):
            step.setObsolete(True)
            self._sweep()
        self.done.emit(outcome, again)

    def _on_failed(self, step: Step, error: VrpError) -> None:
        if isValid(step):
            if step.was_done:
                self._put_back(step)
            else:
                step.setObsolete(True)
            self._sweep()
        self.failed.emit(error)

    def _put_back(self, step: Step) -> None:
        """Nothing was changed, so the stack must stand where it stood before, and the step can be tried again."""
        index = self.stack.index()
        step.idle = True
        if self._at(index) is step:
            self.stack.redo()
        elif self._at(index - 1) is step:
            self.stack.undo()
        else:
            step.setObsolete(True)
        step.idle = False

    def _sweep(self, _index: int = 0) -> None:
        """Take out spoilt steps at both sides of where the stack stands; moving over one removes it."""
        stack = self.stack
        while (step := self._at(stack.index() - 1)) is not None and step.isObsolete():
            stack.undo()
        while (step := self._at(stack.index())) is not None and step.isObsolete():
            stack.redo()

    def _at(self, place: int) -> QUndoCommand | None:
        return self.stack.command(place)  # None outside of the stack, whatever its signature says
