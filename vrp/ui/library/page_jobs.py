"""How the library's model asks for pages, and how answers come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from vrp.backend.domain.excerpts import excerpts
from vrp.backend.domain.queries import Around, LibraryQuery, Page

if TYPE_CHECKING:
    from vrp.backend.jobs.runner import Job
    from vrp.ui.library.model import LibraryModel
    from vrp.ui.services import Services


PAGE_ROWS: Final = 100


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


class PageRequests(QObject):
    """Asks for the pages of a model; what comes back under an older *generation* than that in force is dropped."""

    came = Signal(object, bool)  # Page or Around, and whether it is the first answer to a query
    refused = Signal(object, bool)  # VrpError, and the same

    def __init__(self, model: LibraryModel, load: Loader, around: AroundLoader | None) -> None:
        super().__init__(model)
        self.last_row = 0  # that was looked at
        self.can_find = around is not None
        self._model = model
        self._load = load
        self._around = around
        self._generation = 0
        self._pending: dict[int, PageJob] = {}  # page number → its job
        self._wanted: set[int] = set()
        self._behind = QTimer(self, singleShot=True, interval=0)  # the paint of what came
        self._behind.timeout.connect(self._ask_for_wanted)

    def begin_generation(self) -> None:
        """Rows have moved, or others are wanted: nobody waits for what is on its way."""
        self._generation += 1
        for job in self._pending.values():
            job.cancel()
        self._pending.clear()
        self._wanted.clear()

    def want(self, row: int) -> None:
        """A paint asks for all its rows: the first is read while it goes on, the pages of the others behind that."""
        self.last_row = row
        page = row // PAGE_ROWS
        if page in self._pending or page in self._wanted:
            return
        if self._pending or self._behind.isActive():  # the library reads one page of a view at a time
            self._wanted.add(page)
        else:
            self.ask(page)

    def _ask_for_wanted(self) -> None:
        wanted, self._wanted = self._wanted, set()
        # Of pages that were passed in a fast scroll only the last few are still looked at.
        near = sorted(wanted, key=lambda page: abs(page - self.last_row // PAGE_ROWS))[:3]
        for page in near:
            if page not in self._pending and page * PAGE_ROWS < self._model.rowCount():
                self.ask(page)

    def ask(self, page: int, *, first: bool = False) -> None:
        self._submit(self._load(self._model.query, page * PAGE_ROWS, PAGE_ROWS), page, first=first)

    def ask_around(self, ids: Sequence[int]) -> None:
        """Where recordings will be, and for the page about the first of them."""
        if self._around is not None:
            self._submit(self._around(self._model.query, ids, PAGE_ROWS), 0, first=True)

    def _submit(self, job: PageJob, page: int, *, first: bool) -> None:
        self._pending[page] = job
        answer = _Answer(self, job, self._generation, page, first)
        job.succeeded.connect(answer.arrived)
        job.failed.connect(answer.refused)

    def is_current(self, generation: int, page: int) -> bool:
        """Whether an answer still belongs to what is shown; its page is no longer on its way."""
        if generation != self._generation:
            return False
        self._pending.pop(page, None)
        if self._wanted:
            self._behind.start()
        return True


class _Answer(QObject):
    """Remembers under which generation a page was asked for; it goes with its job, done or cancelled."""

    def __init__(self, requests: PageRequests, job: PageJob, generation: int, page: int, first: bool) -> None:
        super().__init__(job if isinstance(job, QObject) else requests)
        self._requests, self._generation, self._page, self._first = requests, generation, page, first

    def arrived(self, value: Page | Around) -> None:
        # The window may go while a page is read.
        if isValid(self._requests) and self._requests.is_current(self._generation, self._page):
            self._requests.came.emit(value, self._first)
        self.deleteLater()

    def refused(self, error: object) -> None:
        if isValid(self._requests) and self._requests.is_current(self._generation, self._page):
            self._requests.refused.emit(error, self._first)
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
