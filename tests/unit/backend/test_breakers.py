from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from vrp.backend.breakers import CircuitBreaker
from vrp.backend.errors import Cancelled, RequestInvalid, ServiceSuspended
from vrp.backend.logs.setup import LoggingConfig


@pytest.fixture(autouse=True)
def _logs() -> None:
    LoggingConfig().install()


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> CircuitBreaker:
    return CircuitBreaker("the mail service", failures=3, seconds=60, clock=clock)


def _state(breaker: CircuitBreaker) -> str:
    return breaker.state.value


def _raise(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def _fail(breaker: CircuitBreaker, times: int) -> None:
    for _ in range(times):
        with pytest.raises(ConnectionError):
            breaker.call(_raise(ConnectionError()))


def test_what_works_goes_through(breaker: CircuitBreaker) -> None:
    assert breaker.call(lambda: 7) == 7
    assert _state(breaker) == "closed"


def test_after_its_failures_in_a_row_the_service_is_left_alone_for_its_time(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    _fail(breaker, 2)
    breaker.call(lambda: None)
    _fail(breaker, 2)
    assert _state(breaker) == "closed"
    _fail(breaker, 1)
    assert _state(breaker) == "open"
    clock.now += 59
    with pytest.raises(ServiceSuspended, match="the mail service failed several times and is left alone for 1 s"):
        breaker.call(lambda: 7)
    clock.now += 1
    assert breaker.call(lambda: 7) == 7
    assert _state(breaker) == "closed"
    _fail(breaker, 2)
    assert _state(breaker) == "closed"


def test_a_trial_that_fails_starts_the_time_anew(breaker: CircuitBreaker, clock: Clock) -> None:
    _fail(breaker, 3)
    clock.now += 60
    _fail(breaker, 1)
    clock.now += 59
    with pytest.raises(ServiceSuspended):
        breaker.call(lambda: 7)


@pytest.mark.parametrize("error", [Cancelled(), RequestInvalid(field="x", reason="y")])
def test_what_is_not_the_services_fault_does_not_count(
    breaker: CircuitBreaker, clock: Clock, error: BaseException
) -> None:
    for _ in range(5):
        with pytest.raises(type(error)):
            breaker.call(_raise(error))
    assert _state(breaker) == "closed"
    _fail(breaker, 3)
    clock.now += 60
    with pytest.raises(type(error)):
        breaker.call(_raise(error))  # the trial found nothing out
    assert _state(breaker) == "open"
    assert breaker.call(lambda: 7) == 7
    assert _state(breaker) == "closed"


def test_it_is_reset_by_hand(breaker: CircuitBreaker) -> None:
    _fail(breaker, 3)
    breaker.reset()
    assert breaker.call(lambda: 7) == 7


def test_calls_run_side_by_side(breaker: CircuitBreaker) -> None:
    together = threading.Barrier(4, timeout=10)
    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(breaker.call, together.wait) for _ in range(4)]:
            done.result()


def test_only_one_call_is_the_trial(breaker: CircuitBreaker, clock: Clock) -> None:
    _fail(breaker, 3)
    clock.now += 60
    inside, go_on = threading.Event(), threading.Event()

    def trial() -> bool:
        inside.set()
        return go_on.wait(10)

    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(breaker.call, trial)
        assert inside.wait(10)
        assert _state(breaker) == "half_open"
        with pytest.raises(ServiceSuspended):
            breaker.call(lambda: 7)
        go_on.set()
        assert running.result()
    assert _state(breaker) == "closed"


def test_a_late_answer_from_before_has_no_say(breaker: CircuitBreaker) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> bool:
        inside.set()
        return go_on.wait(10)

    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(breaker.call, slow)
        assert inside.wait(10)
        _fail(breaker, 3)
        go_on.set()
        assert running.result()
    assert _state(breaker) == "open"
