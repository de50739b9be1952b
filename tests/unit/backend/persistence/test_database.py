from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.isolation import LogWatch
from vrp.backend.errors import DatabaseConstraint, DatabaseFault, InternalFault
from vrp.backend.persistence.database import Database, Session


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A table of one column of unique numbers."""
    path = tmp_path / "numbers.db"
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY)")
    made.close()
    opened = Database(path)
    yield opened
    opened.close()


def _insert(session: Session, number: int) -> None:
    session.execute(text("INSERT INTO numbers VALUES (:number)"), {"number": number})


def _numbers(database: Database) -> list[int]:
    with database.get_db_session("numbers") as session:
        return list(session.scalars(text("SELECT number FROM numbers ORDER BY number")))


def test_a_block_is_kept_whole_or_not_at_all(database: Database) -> None:
    with database.get_db_session("good", write=True) as session:
        _insert(session, 1)
    with pytest.raises(ZeroDivisionError), database.get_db_session("bad", write=True) as session:
        _insert(session, 2)
        1 / 0  # noqa: B018
    assert _numbers(database) == [1]


def test_a_driver_error_comes_out_as_ours_and_names_the_operation_only(database: Database, logged: LogWatch) -> None:
    with (
        pytest.raises(DatabaseConstraint, match="SQLITE_CONSTRAINT"),
        database.get_db_session("twice", write=True) as s,
    ):
        _insert(s, 77123)
        _insert(s, 77123)
    assert "twice" in logged.unexpected[0]
    assert "77123" not in logged.unexpected[0]
    logged.expect("database_operation_failed")
    assert _numbers(database) == []


def test_a_reader_cannot_write(database: Database, logged: LogWatch) -> None:
    with pytest.raises(Exception, match="may not be written"), database.get_db_session("read") as session:
        _insert(session, 1)
    logged.expect("database_operation_failed")


def test_an_inner_block_belongs_to_the_outer_one(database: Database) -> None:
    assert not database.in_transaction()
    with pytest.raises(ZeroDivisionError), database.get_db_session("outer", write=True) as outer:
        _insert(outer, 1)
        with database.get_db_session("inner", write=True) as inner:
            assert inner is outer
            assert database.in_transaction()
            _insert(inner, 2)
        with database.get_db_session("look") as look:
            assert list(look.scalars(text("SELECT number FROM numbers"))) == [1, 2]
        1 / 0  # noqa: B018
    assert not database.in_transaction()
    assert _numbers(database) == []


def test_nothing_is_kept_when_a_part_failed_and_somebody_caught_it(database: Database) -> None:
    def part() -> None:
        with database.get_db_session("part", write=True):
            raise KeyError

    with pytest.raises(InternalFault, match="outer"), database.get_db_session("outer", write=True) as session:
        _insert(session, 1)
        with pytest.raises(KeyError):
            part()
    assert _numbers(database) == []


def test_a_write_inside_a_read_is_a_mistake_of_ours(database: Database) -> None:
    saving = database.get_db_session("save", write=True)
    with database.get_db_session("read"), pytest.raises(InternalFault, match="save writes inside a read"), saving:
        pass


def test_two_databases_have_a_transaction_each(database: Database, tmp_path: Path) -> None:
    other = Database(tmp_path / "other.db")
    with database.get_db_session("one", write=True), other.get_db_session("two", write=True) as second:
        second.execute(text("CREATE TABLE here (x)"))
        assert other.in_transaction()
    with other.get_db_session("look") as session:
        assert session.scalar(text("SELECT count(*) FROM here")) == 0
    other.close()


def test_each_thread_has_a_session_of_its_own(database: Database) -> None:
    seen: list[bool] = []
    with database.get_db_session("here", write=True) as session:
        _insert(session, 1)
        thread = threading.Thread(target=lambda: seen.append(database.in_transaction() or bool(_numbers(database))))
        thread.start()
        thread.join()
    assert seen == [False]


def test_writers_are_durable_and_readers_cannot_change_their_mind(database: Database) -> None:
    with database.get_db_session("w", write=True) as session:
        assert session.scalar(text("PRAGMA synchronous")) == 2
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
    with database.get_db_session("r") as session:
        assert session.scalar(text("PRAGMA query_only")) == 1
        assert session.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_statement_that_is_wrong_is_a_database_fault(database: Database, logged: LogWatch) -> None:
    with pytest.raises(DatabaseFault, match="SQLITE_ERROR"), database.get_db_session("wrong") as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    logged.expect("database_operation_failed")
