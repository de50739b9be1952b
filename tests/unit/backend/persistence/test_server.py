from __future__ import annotations

import builtins
import itertools
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import URL, make_url

from tests.support.isolation import LogWatch
from tests.support.libraries import NOON, OpenLibrary, recording_request
from vrp.app.opening import Opening, open_backend
from vrp.backend.domain.audit import Action
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording, SyncStatus
from vrp.backend.errors import (
    DatabaseConstraint,
    DatabaseFault,
    DatabaseUnreachable,
    DatabaseUnsupported,
    LibraryNotWritable,
    LibraryTooNew,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import server
from vrp.backend.persistence.database import Database, postgresql, shown
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.schema import known_revisions
from vrp.backend.persistence.tables import Base
from vrp.backend.services.library import LibraryService

Run = Callable[..., list[tuple[object, ...]]]


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    return LibraryPaths(tmp_path / "library", "desk")


@pytest.fixture
def address(postgres_url: str) -> URL:
    return make_url(postgres_url)


@pytest.fixture
def library(paths: LibraryPaths, address: URL) -> Iterator[OpenLibrary]:
    server.prepare(paths, address)
    database = Database(address)
    yield OpenLibrary(paths, database, LibraryService(database, paths))
    database.close()


def _sql(postgres_url: str, statement: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute(statement.encode())


def test_an_empty_database_becomes_a_library_once(paths: LibraryPaths, address: URL) -> None:
    assert not server.is_ready(address)
    server.prepare(paths, address)
    server.prepare(paths, address)
    assert server.is_ready(address)
    assert paths.takes == paths.root / "recorders" / "desk" / "takes"
    assert all(folder.stat().st_mode & 0o077 == 0 for folder in paths.folders())


def test_recorders_that_start_at_once_make_one_library(paths: LibraryPaths, address: URL) -> None:
    with ThreadPoolExecutor(4) as recorders:
        for made in [recorders.submit(server.prepare, paths, address) for _ in range(4)]:
            made.result()
    assert server.is_ready(address)


def test_the_tables_are_those_that_the_migrations_make(paths: LibraryPaths, address: URL) -> None:
    server.prepare(paths, address)
    engine = postgresql(address, pool_size=1, max_overflow=0)
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _parents: kind != "table" or name != "recordings_search"}
        changes = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    engine.dispose()
    assert changes == []


def test_a_database_with_other_things_is_not_taken_over(paths: LibraryPaths, address: URL, postgres_url: str) -> None:
    _sql(postgres_url, "CREATE TABLE theses (id int)")
    for call in (lambda: server.is_ready(address), lambda: server.prepare(paths, address)):
        with pytest.raises(DatabaseUnsupported, match="other things"):
            call()


def test_a_library_of_a_newer_version_is_refused(library: OpenLibrary, address: URL, postgres_url: str) -> None:
    _sql(postgres_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LibraryTooNew, match="9999"):
        server.is_ready(address)


def test_an_older_server_is_refused(address: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "OLDEST", 99)
    with pytest.raises(DatabaseUnsupported, match="older than PostgreSQL 99"):
        server.is_ready(address)


def test_a_server_that_is_not_there_is_named_without_its_password(paths: LibraryPaths, tmp_path: Path) -> None:
    address = make_url(f"postgresql://me:sesame@/library?host={tmp_path}")
    with pytest.raises(DatabaseUnreachable) as raised:
        server.prepare(paths, address)
    assert "sesame" not in raised.value.message
    assert raised.value.params["path"] == "postgresql://me:***@/library" == shown(address)


def test_without_psycopg_the_person_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: object) -> object:
        if name.startswith("psycopg"):
            raise ImportError(name)
        return real(name, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DatabaseUnsupported, match=r"voice-recorder-pro\[postgres\]"):
        server.is_ready(make_url("postgresql://me@nowhere/library"))


def test_a_reader_cannot_write(library: OpenLibrary, logged: LogWatch) -> None:
    (row,) = library.add(["one"])
    with pytest.raises(LibraryNotWritable), library.database.get_db_session("read") as session:
        RecordingRepository(session).purge(row, NOON)
    logged.expect("database_operation_failed")


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_entries SET action = 'edited'", "DELETE FROM audit_entries", "TRUNCATE audit_entries"],
)
def test_the_history_is_only_added_to(library: OpenLibrary, postgres_url: str, statement: str) -> None:
    library.add(["one"])
    with pytest.raises(psycopg.IntegrityError, match="only added to"):
        _sql(postgres_url, statement)


def test_rows_keep_the_databases_own_rules(library: OpenLibrary, logged: LogWatch) -> None:
    (row,) = library.add(["one"])
    with pytest.raises(DatabaseConstraint, match="23514"), library.database.get_db_session("w", write=True) as session:
        RecordingRepository(session).change(row.id, Action.EDITED, NOON, duration=-1.0)
    with pytest.raises(DatabaseConstraint, match="23505"), library.database.get_db_session("w", write=True) as session:
        RecordingRepository(session).add_all([recording_request(uuid=row.uuid)], NOON)
    logged.expect("database_operation_failed")
    assert library.library.get(row.id) == row


def test_very_long_notes_can_be_kept_and_found(library: OpenLibrary) -> None:
    (row,) = library.add(["one"])
    words = " ".join(f"w{number}" for number in range(140_000))
    with library.database.get_db_session("w", write=True) as session:
        RecordingRepository(session).change(row.id, Action.EDITED, NOON, notes=words)
    for search in ("w77", "w139999"):
        assert library.library.page(LibraryQuery(search=search)).total == 1


def test_eight_writers_on_the_same_rows_lose_nothing(library: OpenLibrary, postgres_url: str, logged: LogWatch) -> None:
    """Four recorders of ours, which stand in line, and four programs that do not: ours try again."""
    rows = library.add([f"recording {number}" for number in range(4)])
    begun = threading.Barrier(8)

    def recorder(number: int) -> None:
        database = Database(library.database.address)
        service = LibraryService(database, library.paths)
        begun.wait()
        for turn in range(15):
            service.rename(rows[turn % 4].id, f"by {number}, turn {turn}")
        database.close()

    def stranger(_: int) -> None:
        begun.wait()
        with psycopg.connect(postgres_url) as connection:
            connection.isolation_level = psycopg.IsolationLevel.SERIALIZABLE
            for turn in range(60):
                try:
                    connection.execute(
                        "UPDATE recordings SET sync_status = 'synced' WHERE id = %s", [rows[turn % 4].id]
                    )
                    connection.commit()
                except psycopg.errors.SerializationFailure:
                    connection.rollback()

    with ThreadPoolExecutor(8) as threads:
        writers = [
            *(threads.submit(recorder, one) for one in range(4)),
            *(threads.submit(stranger, one) for one in range(4)),
        ]
        for writer in writers:
            writer.result()
    renamed = [one for row in rows for one in library.library.history(row.id) if one.action is Action.RENAMED]
    assert len(renamed) == 4 * 15
    assert len({str(one.told["title"]) for one in renamed}) == 60
    logged.unexpected = [one for one in logged.unexpected if "VRP-1212" not in one]  # conflicts, each tried again


def test_a_conflict_with_somebody_who_does_not_stand_in_line_is_tried_again(
    library: OpenLibrary, postgres_url: str, logged: LogWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row,) = library.add(["one"])
    read, looks = RecordingRepository.get, itertools.count()

    def get(repository: RecordingRepository, id_: int) -> Recording:
        found = read(repository, id_)
        if next(looks) == 0:  # between our look and our change
            _sql(postgres_url, "UPDATE recordings SET sync_status = 'synced'")
        return found

    monkeypatch.setattr(RecordingRepository, "get", get)
    renamed = library.library.rename(row.id, "two")
    assert (renamed.title, renamed.sync_status) == ("two", SyncStatus.SYNCED)
    logged.expect("VRP-1212")


def test_two_recorders_share_a_library_and_its_audio(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    opening = Opening(str(tmp_path / "library"), wait=0)
    with open_backend(opening) as first:
        monkeypatch.setenv("VRP_RECORDER", "The other / desk")
        with open_backend(opening) as second:
            assert second.paths.recorder == "The-other-desk"
            assert (first.paths.audio, first.paths.lock) != (second.paths.audio, second.paths.lock)
            first.paths.take("0" * 32).mkdir()
            orphan = second.paths.audio_file(f"{'0' * 32}.wav")
            orphan.parent.mkdir()
            orphan.write_bytes(b"in hand")
            assert second.verification.verify().findings == []
            first.paths.take("0" * 32).rmdir()
            assert [one.code for one in second.verification.verify().findings] == ["VRP-2004"]
    assert first.paths.audio == second.paths.audio


def test_reading_needs_no_lock_and_makes_nothing_of_a_ready_library(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRP_DATABASE_URL", postgres_url)
    opening = Opening(str(tmp_path / "library"), wait=0)
    with open_backend(opening), open_backend(Opening(opening.folder, 0, write=False)) as reader:
        assert not reader.writable
        assert reader.library.page(LibraryQuery()).total == 0


@pytest.mark.parametrize(
    "url", ["mysql://me:sesame@server/db", "postgresql://me:sesame@server", "sqlite://", "nonsense"]
)
def test_an_address_that_cannot_hold_a_library_is_refused(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(DatabaseUnsupported) as raised, open_backend(Opening(str(tmp_path / "library"))):
        pass
    assert "sesame" not in raised.value.message
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_works_on_a_server(tmp_path: Path, postgres_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vrp", "list", "--json", "--library", str(tmp_path / "library")],
        env={"DATABASE_URL": postgres_url, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == {"recordings": [], "total": 0}


def test_a_statement_that_is_wrong_is_a_database_fault(
    library: OpenLibrary, logged: LogWatch, postgres_url: str
) -> None:
    _sql(postgres_url, "DROP TABLE recordings_search CASCADE")
    with pytest.raises(DatabaseFault, match="42P01"):
        library.library.page(LibraryQuery(search="word"))
    logged.expect("database_operation_failed")


def test_an_older_library_is_upgraded_in_one_transaction(paths: LibraryPaths, address: URL, postgres_url: str) -> None:
    from alembic import command

    from vrp.backend.persistence import migrating

    server.prepare(paths, address)
    engine = postgresql(address, pool_size=1, max_overflow=0)
    with engine.begin() as connection:
        command.downgrade(migrating._config(connection), "0001")  # noqa: SLF001
    engine.dispose()
    assert not server.is_ready(address)
    server.prepare(paths, address)
    assert server.is_ready(address)
    with psycopg.connect(postgres_url) as look:
        assert look.execute("SELECT version_num FROM alembic_version").fetchone() == (known_revisions()[-1],)
