"""Changes that are tried again when trying again can help: the whole function, each time in a new transaction."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

import structlog
from sqlalchemy.orm import Session
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential, wait_random

from vrp.backend.domain.progress import pause
from vrp.backend.errors import InternalFault, LibraryFault
from vrp.backend.persistence.database import Database

RETRIES: Final = 3
BACKOFF_SECONDS: Final = 0.05

log = structlog.get_logger()


class HasDatabase(Protocol):
    """A service whose methods are transactions."""

    @property
    def database(self) -> Database: ...


P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=HasDatabase)


def transactional(
    operation: str, *, retries: int = RETRIES, backoff: float = BACKOFF_SECONDS
) -> Callable[[Callable[Concatenate[S, Session, P], R]], Callable[Concatenate[S, P], R]]:
    """Make a method that takes a session first into one that takes none and is one transaction.

    On a `LibraryFault` whose ``retry`` is true (busy, conflict, connection lost) the method runs again from its
    beginning, at most ``retries`` more times, after ``backoff`` seconds doubled each time, with jitter. It must
    therefore do nothing but change the database. Called inside an open transaction it is a part of that one, which is
    retried as a whole. A cancelled job ends the wait with `Cancelled`.
    """

    def decorate(method: Callable[Concatenate[S, Session, P], R]) -> Callable[Concatenate[S, P], R]:
        @functools.wraps(method)
        def transaction(service: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            database = service.database

            def attempt() -> R:
                with database.get_db_session(operation, write=True) as session:
                    return method(service, session, *args, **kwargs)

            if database.in_transaction():
                return attempt()
            _check_thread(operation)
            return _retrying(operation, retries, backoff)(attempt)

        return transaction

    return decorate


def _retrying(operation: str, retries: int, backoff: float) -> Retrying:
    def tell(state: RetryCallState) -> None:
        log.info("transaction_retried", operation=operation, attempt=state.attempt_number)

    return Retrying(
        stop=stop_after_attempt(retries + 1),
        wait=wait_exponential(multiplier=backoff) + wait_random(0, backoff),
        retry=retry_if_exception(lambda error: isinstance(error, LibraryFault) and error.retry),
        sleep=pause,
        before_sleep=tell,
        reraise=True,
    )


_guarded: tuple[int, bool] | None = None


def guard_thread(thread: int | None, *, strict: bool = False) -> None:
    """Name the thread that must never wait for a transaction: the one that draws the window. None: there is none.

    A transaction that begins there is logged as an error, or, if ``strict``, refused with `InternalFault`.
    """
    global _guarded  # noqa: PLW0603  # there is one window's thread per process
    _guarded = None if thread is None else (thread, strict)


def _check_thread(operation: str) -> None:
    if _guarded is None or _guarded[0] != threading.get_ident():
        return
    if _guarded[1]:
        raise InternalFault(reason=f"{operation} on the window's thread")
    log.error("transaction_on_gui_thread", operation=operation)
