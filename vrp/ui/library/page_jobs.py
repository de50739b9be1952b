"""How the library's model asks for pages, and how answers come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import isValid

from vrp.backend.domain.excerpts import excerpts
from vrp.backend.domain.queries import Around, LibraryQuery, Page

if TYPE_CHECKING:
    from vrp.backend.jobs.runner import Job
    from vrp.ui.library.model import LibraryModel
    from vrp.ui.services import Services


class PageJob(Protocol):
    """What `Loader` returns: a job, or in tests anything with its signals."""

    @property
    def succeeded(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    def cancel(self) -> None: ...


Loader = Callable[[LibraryQuery, int, int], PageJob]
AroundLoader = Callable[[LibraryQuery, Sequence[int], int], PageJob]


class Pages:
    """Reads pages of the library in jobs, with where a search found their rows."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def page(self, query: LibraryQuery, offset: int, limit: int) -> Job:
        library = self._services.library

        def work(_progress: object) -> Page:
            page = library.page(query, offset, limit)
            _look_through(page, query.search)
            return page

        return self._services.runner.submit("page", work)

    def around(self, query: LibraryQuery, ids: Sequence[int], limit: int) -> Job:
        library = self._services.library

        def work(_progress: object) -> Around:
            around = library.around(query, ids, limit)
            _look_through(around.page, query.search)
            return around

        return self._services.runner.submit("around", work)


def _look_through(page: Page, search: str) -> None:
    if search:
        for row in page.rows:
            excerpts(row, search)  # remembers what the paint asks for


class Answer(QObject):
    """Remembers under which generation a page was asked for; it goes with its job, done or cancelled."""

    def __init__(self, model: LibraryModel, job: PageJob, generation: int, page: int, first: bool) -> None:
        super().__init__(job if isinstance(job, QObject) else model)
        self._model, self._generation, self._page, self._first = model, generation, page, first

    def arrived(self, page: Page) -> None:
        if isValid(self._model):  # the window may go while a page is read
            self._model.apply(self._generation, self._page, page, first=self._first)
        self.deleteLater()

    def refused(self, error: object) -> None:
        if isValid(self._model):
            self._model.refuse(self._generation, self._page, error, first=self._first)
        self.deleteLater()


class AroundAnswer(QObject):
    """As `Answer`, of the question where recordings are."""

    def __init__(self, model: LibraryModel, job: PageJob, generation: int) -> None:
        super().__init__(job if isinstance(job, QObject) else model)
        self._model, self._generation = model, generation

    def arrived(self, around: Around) -> None:
        self._model.apply_around(self._generation, around)
        self.deleteLater()

    def refused(self, error: object) -> None:
        self._model.refuse(self._generation, 0, error, first=True)
        self.deleteLater()


def ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Sorted rows as runs: 1 2 3 7 → (1, 3) (7, 7)."""
    result: list[tuple[int, int]] = []
    for row in rows:
        if result and result[-1][1] == row - 1:
            result[-1] = (result[-1][0], row)
        else:
            result.append((row, row))
    return result
