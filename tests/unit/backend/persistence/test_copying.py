from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from vrp.backend.persistence import copying


def opened(path: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


def numbers(path: Path) -> list[int]:
    with opened(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [number for (number,) in connection.execute("SELECT number FROM numbers")]


@pytest.fixture
def live(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database with a log, open and just written to."""
    with opened(tmp_path / "live.db") as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE numbers (number INTEGER)")
        connection.execute("INSERT INTO numbers VALUES (1)")
        yield connection


def test_a_copy_holds_what_stands_in_the_log_and_needs_none(live: sqlite3.Connection, tmp_path: Path) -> None:
    copying.copy_ours(tmp_path / "live.db", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db-wal").exists()
    assert numbers(tmp_path / "copy.db") == [1]


def test_the_file_holds_still_while_others_write_and_go_on_writing(live: sqlite3.Connection, tmp_path: Path) -> None:
    with copying.held_still(tmp_path / "live.db") as still:
        assert still
        before = (tmp_path / "live.db").read_bytes()
        live.executemany("INSERT INTO numbers VALUES (?)", [(number,) for number in range(2, 5000)])
        for mode in ("PASSIVE", "FULL", "RESTART", "TRUNCATE"):
            live.execute(f"PRAGMA wal_checkpoint({mode})")
        assert (tmp_path / "live.db").read_bytes() == before
    live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert (tmp_path / "live.db").read_bytes() != before
    assert len(numbers(tmp_path / "live.db")) == 4999


def test_somebody_who_reads_on_does_not_stop_a_copy(live: sqlite3.Connection, tmp_path: Path) -> None:
    with opened(tmp_path / "live.db") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM numbers").fetchone()
        live.execute("INSERT INTO numbers VALUES (2)")
        with copying.held_still(tmp_path / "live.db") as still:
            assert not still
        copying.copy_ours(tmp_path / "live.db", tmp_path / "copy.db")
        assert reader.execute("SELECT count(*) FROM numbers").fetchone() == (1,)
    assert numbers(tmp_path / "copy.db") == [1, 2]


def test_a_database_without_a_log_is_copied_as_well(live: sqlite3.Connection, tmp_path: Path) -> None:
    live.execute("PRAGMA journal_mode=DELETE")
    copying.copy_ours(tmp_path / "live.db", tmp_path / "copy.db")
    assert numbers(tmp_path / "copy.db") == [1]


def test_a_library_of_somebody_else_is_only_read(live: sqlite3.Connection, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".db-shm"}
    copying.copy(tmp_path / "live.db", tmp_path / "copy.db")
    assert numbers(tmp_path / "copy.db") == [1]
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
