"""Saved searches: made, renamed and deleted, each a step on the undo stack of the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vrp.backend.errors import RequestInvalid
from vrp.ui import messages
from vrp.ui.library.edits import short
from vrp.ui.library.steps import Command, Steps
from vrp.ui.message_bar import Message, MessageAction, Severity

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vrp.backend.domain.queries import LibraryQuery, SavedSearch
    from vrp.backend.errors import VrpError
    from vrp.backend.services.library import LibraryService, Searches
    from vrp.ui.message_bar import MessageBar
    from vrp.ui.services import Services


class SearchStep(Command):
    """What is to be kept under some names. What was there before is learned in the first job; undo brings it back."""

    def __init__(self, text: str, wanted: Searches, run: Callable[[SearchStep, bool], None]) -> None:
        super().__init__(text, run)
        self._after = wanted
        self._before: Searches | None = None

    @property
    def was_done(self) -> bool:
        return self._before is not None

    def work(self, library: LibraryService, *, forth: bool) -> bool:
        """In the job. False: somebody else has changed one of them since, and nothing was done."""
        if self._before is None:
            self._before = library.change_searches(self._after) if forth else None
            return self._before is not None
        wanted, expected = (self._after, self._before) if forth else (self._before, self._after)
        return library.change_searches(wanted, expected) is not None


class SearchesFlow(QObject):
    """Asks for names, and changes the saved searches in jobs."""

    changed = Signal()
    renamed = Signal(str, str)  # from, to; before it is done

    def __init__(self, services: Services, steps: Steps, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._steps = steps
        self._bar = bar
        self._window = window
        self.all: tuple[SavedSearch, ...] = ()  # as last read

    def query_of(self, name: str) -> LibraryQuery | None:
        return next((one.query for one in self.all if one.name == name), None)

    def ask_save(self, query: LibraryQuery, typed: str) -> None:
        query = replace(query, search=typed)
        name = self._ask_name(self.tr("Save Search"), self.tr("Name"), typed.strip())
        if name:
            self._push(self.tr("Save search “{name}”").format(name=short(name)), {name: query})

    def ask_rename(self, name: str) -> None:
        query = self.query_of(name)
        label = self.tr("New name of “{name}”").format(name=short(name))
        new = self._ask_name(self.tr("Rename Saved Search"), label, name)
        if new and new != name and query is not None:
            self.renamed.emit(name, new)
            self._push(self.tr("Rename search “{name}”").format(name=short(name)), {name: None, new: query})

    def remove(self, name: str) -> None:
        self._push(self.tr("Delete search “{name}”").format(name=short(name)), {name: None})
        text = self.tr("Deleted the saved search “{name}”.").format(name=short(name))
        undo = MessageAction(self.tr("Undo"), self._steps.stack.undo)
        self._bar.post(Message("deleted", Severity.INFO, text, (undo,), timeout_ms=messages.UNDO_MS))

    def _ask_name(self, title: str, label: str, text: str) -> str:
        """By its rules; empty: there is none."""
        name = self._services.dialogs.ask_text(self._window, title=title, label=label, text=text)
        if name is None or not name.strip():
            return ""
        from vrp.backend.domain.rules import RecordingBusinessRules

        try:
            return RecordingBusinessRules.title(name)
        except RequestInvalid as error:
            self._bar.post(messages.from_error("places", error))
            return ""

    def _push(self, text: str, wanted: Searches) -> None:
        self._bar.clear("deleted")  # its Undo would take back this newer step instead
        self._steps.stack.push(SearchStep(text, wanted, self._run))

    def _run(self, step: SearchStep, forth: bool) -> None:
        library = self._services.library
        job = self._services.runner.submit(step.text(), lambda _progress: step.work(library, forth=forth), pool="db")
        job.succeeded.connect(lambda done: self._on_done(step, done))
        job.failed.connect(lambda error: self._on_failed(step, error, forth=forth))

    def _on_done(self, step: SearchStep, done: bool) -> None:
        if not done:
            self._steps.drop(step)
            text = self.tr("Nothing was changed: that saved search is another one by now.")
            self._bar.post(Message("step", Severity.WARNING, text, timeout_ms=messages.UNDO_MS))
        self.changed.emit()

    def _on_failed(self, step: SearchStep, error: VrpError, *, forth: bool) -> None:
        if step.was_done:
            self._steps.stand(step, done=not forth)
        else:
            self._steps.drop(step)
        self._bar.clear("deleted")
        self._bar.post(messages.from_error("places", error))
