from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.isolation import LogWatch
from vrp.backend.domain import progress
from vrp.backend.errors import Cancelled, DatabaseBusy, DatabaseConflict, DiskFull, InternalFault, VrpError
from vrp.backend.persistence import transactions
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.transactions import guard_thread, transactional


class Counter:
    """Inserts a row per call; fails after it as often as it is told to."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.failures: list[VrpError] = []
        self.calls = 0

    @transactional("add", retries=3, backoff=0.01)
    def add(self, session: Session, number: int, *, twice: bool = False) -> int:
        self.calls += 1
        session.execute(text("INSERT INTO numbers VALUES (:number)"), {"number": number})
        if self.failures:
            raise self.failures.pop(0)
        return number * 2 if twice else number

    @transactional("add_two", backoff=0.01)
    def add_two(self, session: Session, number: int) -> int:
        return self.add(number) + self.add(number + 1)

    def numbers(self) -> list[int]:
        with self.database.get_db_session("numbers") as session:
            return list(session.scalars(text("SELECT number FROM numbers ORDER BY number")))


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    path = tmp_path / "numbers.db"
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY)")
    made.close()
    database = Database(path)
    yield Counter(database)
    database.close()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits that were asked for, none of which takes time."""
    asked: list[float] = []
    monkeypatch.setattr(transactions, "pause", asked.append)
    return asked


def test_a_call_is_a_transaction_and_gives_what_the_method_gives(counter: Counter) -> None:
    assert counter.add(4, twice=True) == 8
    assert counter.numbers() == [4]


def test_what_can_succeed_later_is_tried_again_whole_with_growing_waits(counter: Counter, waits: list[float]) -> None:
    counter.failures = [DatabaseBusy(path="x"), DatabaseConflict(path="x"), DatabaseBusy(path="x")]
    assert counter.add(1) == 1
    assert (counter.calls, counter.numbers()) == (4, [1])
    for wait, least in zip(waits, (0.01, 0.02, 0.04), strict=True):
        assert least <= wait <= least + 0.01


def test_after_the_last_try_the_fault_itself_comes_out(counter: Counter, waits: list[float]) -> None:
    last = DatabaseBusy(path="last")
    counter.failures = [*(DatabaseBusy(path="x") for _ in range(3)), last]
    with pytest.raises(DatabaseBusy) as raised:
        counter.add(1)
    assert raised.value is last
    assert (counter.calls, len(waits), counter.numbers()) == (4, 3, [])


def test_what_cannot_succeed_later_is_not_tried_again(counter: Counter, waits: list[float]) -> None:
    counter.failures = [DiskFull(path="x")]
    with pytest.raises(DiskFull):
        counter.add(1)
    assert (counter.calls, waits, counter.numbers()) == (1, [], [])


def test_a_nested_call_joins_and_the_whole_is_tried_again(counter: Counter, waits: list[float]) -> None:
    counter.failures = [DatabaseBusy(path="x")]
    assert counter.add_two(5) == 11
    assert (counter.calls, len(waits), counter.numbers()) == (3, 1, [5, 6])


def test_cancelling_ends_the_wait(counter: Counter) -> None:
    counter.failures = [DatabaseBusy(path="x")]
    cancel = threading.Event()
    cancel.set()
    with progress.cancelled_by(cancel), pytest.raises(Cancelled):
        counter.add(1)
    assert (counter.calls, counter.numbers()) == (1, [])


def test_pausing_without_a_job_only_waits() -> None:
    progress.pause(0)
    with progress.cancelled_by(threading.Event()):
        progress.pause(0)
    cancelled = threading.Event()
    cancelled.set()
    with progress.cancelled_by(cancelled):
        pass
    progress.pause(0)  # nobody's cancel any more


@pytest.fixture
def _unguarded() -> Iterator[None]:
    yield
    guard_thread(None)


@pytest.mark.usefixtures("_unguarded")
def test_the_thread_of_the_window_is_refused_in_tests_and_logged_in_the_field(
    counter: Counter, logged: LogWatch
) -> None:
    guard_thread(threading.get_ident(), strict=True)
    with pytest.raises(InternalFault, match="add on the window's thread"):
        counter.add(1)
    guard_thread(threading.get_ident())
    counter.add(1)
    logged.expect("transaction_on_gui_thread")
    guard_thread(threading.get_ident() + 1, strict=True)
    counter.add(2)
    guard_thread(None)
    counter.add(3)
    assert counter.numbers() == [1, 2, 3]
