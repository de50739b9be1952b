"""What was learned about the last few views of a library, and the waiting for whoever learns more."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Generic, TypeVar

from vrp.backend.domain import progress
from vrp.backend.domain.queries import LibraryQuery

KEPT: Final = 4  # views; the order of a million matches takes eight megabytes
_PATIENCE_S: Final = 0.02

View = TypeVar("View")


class LastViews(Generic[View]):
    """For several threads."""

    def __init__(self, make: Callable[[], View]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._views: OrderedDict[LibraryQuery, View] = OrderedDict()

    def of(self, query: LibraryQuery) -> View:
        """The view of a query, which is now the last to be forgotten."""
        with self._lock:
            view = self._views[query] if query in self._views else self._make()
            self._views[query] = view
            self._views.move_to_end(query)
            if len(self._views) > KEPT:
                self._views.popitem(last=False)
            return view

    def all(self) -> list[tuple[LibraryQuery, View]]:
        with self._lock:
            return list(self._views.items())


@contextmanager
def held(lock: threading.Lock) -> Iterator[None]:
    """As ``with lock``, but who is no longer waited for does not wait; raises `Cancelled`."""
    while not lock.acquire(timeout=_PATIENCE_S):
        progress.check()
    try:
        yield
    finally:
        lock.release()
