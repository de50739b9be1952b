from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from tests.support.audio_files import write_audio
from tests.support.forked import begin
from tests.support.isolation import LogWatch
from vrp.app.opening import Opening, open_backend
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import DiskFull, LibraryTooNew, MigrationFailed
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import migrating, schema
from vrp.backend.services import upgrade
from vrp.backend.services.places import default_folder
from vrp.backend.services.proving import prove
from vrp.backend.services.restoring import restore
from vrp.backend.store.folder import BackupStore
from vrp.cli import main

OLD = schema.known_revisions()[:-1]


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    """A library with three recordings, closed."""
    LoggingConfig().install()
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        backend.importing.import_paths([write_audio(tmp_path / f"{number}.wav", 0.1 + number) for number in range(3)])
        backend.library.rename(1, "Löwe")
        backend.library.delete([3])
        return backend.paths


def make_old(paths: LibraryPaths, revision: str) -> None:
    """As the program of that revision left it."""
    migrating.downgrade(schema.current_database(paths), revision)
    paths.identity.unlink()


def told(paths: LibraryPaths) -> list[tuple[object, ...]]:
    with open_backend(Opening(str(paths.root))) as backend:
        assert not backend.verification.verify().findings
        rows = [*backend.library.page(LibraryQuery()).rows, *backend.library.page(LibraryQuery(trash=True)).rows]
        return [(one.id, one.uuid, one.title, one.checksum, one.recorded_at, one.deleted_at) for one in rows]


@pytest.mark.parametrize("revision", OLD)
def test_each_older_library_is_backed_up_proven_and_upgraded(paths: LibraryPaths, revision: str) -> None:
    before = told(paths)
    make_old(paths, revision)
    assert upgrade.is_due(paths)
    assert told(paths) == before
    assert not upgrade.is_due(paths)
    store = BackupStore(default_folder(paths))
    (snapshot,), _ = store.snapshots()
    assert (snapshot.facts.reason, snapshot.facts.revision) == ("migration", revision)
    assert snapshot.proof is not None
    assert prove(store).proven
    assert snapshot.facts.library == schema.known_identity(paths), "its backup is its own"


@pytest.mark.parametrize("revision", OLD)
def test_a_backup_of_an_older_library_can_be_restored_in_its_place(paths: LibraryPaths, revision: str) -> None:
    before = told(paths)
    make_old(paths, revision)
    told(paths)
    with open_backend(Opening(str(paths.root))) as backend:
        backend.library.purge([1, 2])
    (snapshot,), _ = BackupStore(default_folder(paths)).snapshots()
    restore(BackupStore(default_folder(paths)), snapshot.name, paths)
    assert told(paths) == before


def test_an_upgrade_that_fails_puts_the_old_library_back_and_says_where_to_look(
    paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch, logged: LogWatch
) -> None:
    before = told(paths)
    make_old(paths, OLD[-1])
    live = schema.current_database(paths)

    def fail(*_: object) -> None:
        raise DiskFull(path=paths.root)

    monkeypatch.setattr(schema, "upgrade", fail)
    with pytest.raises(MigrationFailed, match=str(paths.logs)), open_backend(Opening(str(paths.root))):
        pass
    logged.expect("migration_failed")
    monkeypatch.undo()
    assert schema.current_database(paths) == live
    assert schema.stored_revision(paths, live) == OLD[-1]
    assert told(paths) == before


def test_where_no_backup_can_be_made_the_old_database_is_what_one_can_go_back_to(
    paths: LibraryPaths, logged: LogWatch
) -> None:
    before = told(paths)
    make_old(paths, OLD[-1])
    default_folder(paths).write_bytes(b"a file in the way")
    assert told(paths) == before
    logged.expect("migration_without_backup")
    assert schema.previous_database(paths) is not None


def test_a_newer_library_is_not_touched(paths: LibraryPaths) -> None:
    database = schema.current_database(paths)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database.read_bytes()
    with pytest.raises(LibraryTooNew), open_backend(Opening(str(paths.root))):
        pass
    assert database.read_bytes() == before
    assert not default_folder(paths).exists()


def migrate_killed_at(said: Connection, root: Path, limit: int) -> None:
    """Migrate as the command does, killed when SQLite begins this statement; tells how many there were."""
    count, connect = 0, sqlite3.connect

    def counted(statement: str) -> None:
        nonlocal count
        count += 1
        if count == limit:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect_counting(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **kwargs)
        connection.set_trace_callback(counted)
        return connection

    sqlite3.connect = sqlite3.dbapi2.connect = connect_counting  # type: ignore[assignment]  # in this process only
    assert main(["--library", str(root), "migrate"]) == 0
    said.send(count)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_killed_at_any_statement_the_library_is_the_old_one_or_the_new_one(paths: LibraryPaths, tmp_path: Path) -> None:
    before = told(paths)
    make_old(paths, OLD[0])
    shutil.copytree(paths.root, tmp_path / "pristine")
    whole = begin(migrate_killed_at, paths.root, -1)
    statements = int(whole.said.recv())
    assert whole.wait() == 0
    assert statements > 20
    step = max(1, statements // 12)  # each one in `make campaign`
    for statement in range(1, statements, step):
        shutil.rmtree(paths.root)
        shutil.rmtree(default_folder(paths), ignore_errors=True)
        shutil.copytree(tmp_path / "pristine", paths.root)
        default_folder(paths).mkdir()
        assert begin(migrate_killed_at, paths.root, statement).wait() == -signal.SIGKILL
        assert told(paths) == before, f"killed at statement {statement}"
        assert schema.generations(paths)[-1] == json.loads(f'"{paths.current.read_text().strip()}"')
