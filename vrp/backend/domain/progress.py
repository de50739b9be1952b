"""How a service tells how far it is, and learns that it is no longer wanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from vrp.backend.errors import Cancelled

_T = TypeVar("_T")
_cancel: Final[ContextVar[threading.Event | None]] = ContextVar("cancel", default=None)


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """``done`` of ``total`` units (bytes, files…; total 0: not known yet) and what is being worked on."""

    done: int
    total: int
    item: str = ""


class Progress(Protocol):
    """Called often by a service; raises `vrp.backend.errors.Cancelled` when the work is to end."""

    def __call__(self, done: int, total: int, item: str = "") -> None: ...


class Meter:
    """Adds up what several threads have done and passes it on; raising `Cancelled` is the receiver's right."""

    def __init__(self, progress: Progress, total: int = 0) -> None:
        self.total = total
        self.done = 0
        self.item = ""
        self._progress = progress
        self._lock = threading.Lock()

    def advance(self, count: int) -> None:
        with self._lock:
            self.done += count
            done, total = self.done, max(self.total, self.done)
        self._progress(done, total, self.item)


def silent(done: int, total: int, item: str = "") -> None:
    """The progress of nobody who looks."""


@contextmanager
def cancelled_by(event: threading.Event) -> Iterator[None]:
    """While the block runs, `pause` on this thread ends as soon as ``event`` is set."""
    token = _cancel.set(event)
    try:
        yield
    finally:
        _cancel.reset(token)


def cancel_asked() -> threading.Event | None:
    """What is set when the work on this thread is no longer wanted; None where nobody can say so."""
    return _cancel.get()


def check() -> None:
    """Raises `Cancelled` when the work on this thread is no longer wanted."""
    event = _cancel.get()
    if event is not None and event.is_set():
        raise Cancelled


def unless_cancelled(items: Iterable[_T]) -> Iterator[_T]:
    """The same, one by one, until the work on this thread is no longer wanted: then raises `Cancelled`."""
    for item in items:
        check()
        yield item


def pause(seconds: float) -> None:
    """Wait, unless the work is cancelled before: then raises `Cancelled` at once."""
    event = _cancel.get()
    if event is None:
        time.sleep(seconds)
    elif event.wait(seconds):
        raise Cancelled
