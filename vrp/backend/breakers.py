"""Leaves a service outside alone for a while when it fails again and again, and finds out by one call when it is back.

Our own, because pybreaker holds one lock during the whole call, so that eight uploads would go one after the other.
The library's own database never sits behind a breaker.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Final, TypeVar

import structlog

from vrp.backend.errors import Cancelled, RequestInvalid, ServiceSuspended

FAILURES: Final = 5
SECONDS: Final = 60.0

R = TypeVar("R")
log = structlog.get_logger()


class BreakerState(StrEnum):
    CLOSED = "closed"  # calls go through
    OPEN = "open"  # calls are refused
    HALF_OPEN = "half_open"  # one call is on its way to find out


class CircuitBreaker:
    """One for each service, named by ``service``; calls may come from any thread and run side by side."""

    def __init__(
        self,
        service: str,
        *,
        failures: int = FAILURES,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.service = service
        self._limit = failures
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._state = BreakerState.CLOSED
        self._failed = 0
        self._until = 0.0
        self._round = 0  # a call that began before the last change of state has no say any more

    @property
    def state(self) -> BreakerState:
        return self._state

    def call(self, work: Callable[[], R]) -> R:
        """Do ``work`` and return what it returns. Raises `ServiceSuspended` instead while the breaker is open.

        Every exception counts as a failure but those that are not the service's: `Cancelled` and `RequestInvalid`.
        """
        begun = self._enter()
        try:
            result = work()
        except (Cancelled, RequestInvalid):
            self._leave(begun, None)
            raise
        except BaseException:  # whatever it is, the call failed
            self._leave(begun, False)
            raise
        self._leave(begun, True)
        return result

    def reset(self) -> None:
        """Let calls through again, by hand."""
        with self._lock:
            self._go(BreakerState.CLOSED)

    def _enter(self) -> int:
        with self._lock:
            if self._state is not BreakerState.CLOSED:
                left = self._until - self._clock()
                if self._state is BreakerState.HALF_OPEN or left > 0:
                    raise ServiceSuspended(service=self.service, seconds=max(1, round(left)))
                self._go(BreakerState.HALF_OPEN)
            return self._round

    def _leave(self, begun: int, good: bool | None) -> None:
        with self._lock:
            if begun != self._round:
                return
            if self._state is BreakerState.HALF_OPEN:
                if good is None:  # it found nothing out: the next call is the trial
                    self._go(BreakerState.OPEN, 0.0)
                else:
                    self._go(BreakerState.CLOSED if good else BreakerState.OPEN)
            elif good:
                self._failed = 0
            elif good is False:
                self._failed += 1
                if self._failed >= self._limit:
                    self._go(BreakerState.OPEN)

    def _go(self, state: BreakerState, seconds: float | None = None) -> None:
        if state is BreakerState.OPEN:
            self._until = self._clock() + (self._seconds if seconds is None else seconds)
        log.info("breaker_changed", service=self.service, before=self._state, now=state)
        self._state = state
        self._failed = 0
        self._round += 1
