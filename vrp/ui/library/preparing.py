"""Behind the table: in a long library the next jump, and the next letter of a search, are made ready."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.jobs.runner import Job
from vrp.ui.library.model import LibraryModel

if TYPE_CHECKING:
    from vrp.ui.services import Services

REST_MS: Final = 200
LONG: Final = 20_000  # rows; of fewer any is reached at once


class Preparing(QObject):
    """Asks the library to look ahead once a view has rested, and as soon as somebody is about to search."""

    def __init__(self, services: Services, model: LibraryModel, search: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._model = model
        self._search = search
        self._job: Job | None = None
        self._prepared = (LibraryQuery(), False)  # what the job is about
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._prepare)

    def start(self) -> None:
        """The library is open."""
        for signal in (self._model.loaded, self._model.dataChanged, self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._rest.start)
        self._search.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._prepare()
        return False

    def _prepare(self) -> None:
        if self._model.rowCount() < LONG:
            return
        wanted = replace(self._model.query, search=""), self._search.hasFocus()
        if self._job is not None:
            if self._prepared == wanted:
                return  # a letter more changes nothing
            self._job.cancel()
        query, search = self._prepared = wanted
        library = self._services.library
        self._job = self._services.runner.submit("prepare", lambda _progress: library.prepare(query, search=search))
        self._job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
