from __future__ import annotations

import logging
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from tests.support.libraries import NOON, recording_request
from vrp.backend.metrics import PerformanceMonitor
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema, server
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.statements import shape


def _database(request: pytest.FixtureRequest, tmp_path: Path, slow_ms: float) -> tuple[Database, PerformanceMonitor]:
    monitor, paths = PerformanceMonitor(), LibraryPaths(tmp_path / "library")
    if request.param == "sqlite":
        return Database(schema.prepare(paths), monitor=monitor, slow_ms=slow_ms), monitor
    address = make_url(request.getfixturevalue("postgres_url"))
    server.prepare(paths, address)
    return Database(address, monitor=monitor, slow_ms=slow_ms), monitor


@pytest.fixture(params=["sqlite", "postgresql"])
def watched(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Database, PerformanceMonitor]:
    """Every statement is slow."""
    return _database(request, tmp_path, -1)


def _use(database: Database) -> None:
    with database.get_db_session("add", write=True) as session:
        RecordingRepository(session).add_all([recording_request(title="Deposition of K.")] * 1, NOON)
    for ids in ([1], [1, 2, 3]):
        with database.get_db_session("look") as session:
            assert RecordingRepository(session).get_many(ids)[0].title == "Deposition of K."
    database.close()


def test_shapes_and_operations_are_counted(watched: tuple[Database, PerformanceMonitor]) -> None:
    database, monitor = watched
    _use(database)
    counts = {(one.kind, one.name): one.count for one in monitor.snapshot()}
    assert counts["operation", "add"] == 1
    assert counts["operation", "look"] == 2
    looks = "WHERE recordings.id IN (…) ORDER BY recordings.id"
    (looked,) = (count for (kind, name), count in counts.items() if kind == "statement" and name.endswith(looks))
    assert looked == 2  # one list of any length is one shape
    assert all(one.max > 0 for one in monitor.snapshot())


def test_a_slow_statement_is_logged_with_its_plan_and_without_what_it_is_about(
    watched: tuple[Database, PerformanceMonitor], caplog: pytest.LogCaptureFixture
) -> None:
    database, _ = watched
    with caplog.at_level(logging.INFO):
        _use(database)
    slow = [record.getMessage() for record in caplog.records if "slow_query" in record.getMessage()]
    assert any("SEARCH recordings" in one or "Seq Scan recordings" in one or "Index" in one for one in slow)
    assert any("INSERT INTO recordings" in one for one in slow)
    assert not any("Deposition" in one for one in slow)


def test_a_fast_statement_is_not_logged(
    request: pytest.FixtureRequest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database(
        schema.prepare(LibraryPaths(tmp_path / "library")), monitor=PerformanceMonitor(), slow_ms=60_000
    )
    with caplog.at_level(logging.INFO):
        _use(database)
    assert "slow_query" not in caplog.text


def test_what_counts_as_slow_can_be_changed_while_it_is_open(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    database = Database(schema.prepare(LibraryPaths(tmp_path / "library")), monitor=PerformanceMonitor())
    database.slow_ms = -1
    with caplog.at_level(logging.INFO):
        _use(database)
    assert "slow_query" in caplog.text


def test_what_has_no_plan_is_logged_without(
    request: pytest.FixtureRequest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database(schema.prepare(LibraryPaths(tmp_path / "library")), monitor=PerformanceMonitor(), slow_ms=-1)
    with caplog.at_level(logging.INFO), database.get_db_session("pragma") as session:
        session.execute(text("PRAGMA user_version"))
    database.close()
    assert "'plan': []" in caplog.text


def test_a_shape_has_one_line_and_lists_without_length() -> None:
    assert shape("SELECT a\n  FROM b WHERE c IN (?, ?,  ?)") == "SELECT a FROM b WHERE c IN (…)"
    assert shape("x IN (%(id_1)s::INTEGER, %(id_2)s::INTEGER)") == "x IN (…)"
    assert shape("f(a, b)") == "f(a, b)"
