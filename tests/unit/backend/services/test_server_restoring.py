"""Backups of a library on a PostgreSQL server: dumped, proven by restoring, and restored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from tests.support.postgres import PostgresServer
from vrp import cli
from vrp.app.opening import Backend, Opening, open_backend, server_address, tidy
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import (
    Cancelled,
    RecordingErased,
    ServerNeeded,
    ServerToolFailed,
    SnapshotForeign,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import migrating
from vrp.backend.persistence.database import postgresql
from vrp.backend.persistence.schema import known_revisions
from vrp.backend.services import restoring, server_restoring
from vrp.backend.services.proving import prove
from vrp.backend.services.restoring_audio import RestoreReport
from vrp.backend.store.folder import BackupStore

Rows = list[tuple[int, str, str]]


@pytest.fixture
def backend(tmp_path: Path, postgres_library: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    monkeypatch.setenv("DATABASE_URL", postgres_library)
    with open_backend(Opening(str(tmp_path / "library"))) as opened:
        opened.importing.import_paths([write_audio(tmp_path / f"{n}.wav", 0.2 + n / 10) for n in range(4)])
        opened.library.delete([4])
        yield opened


def rows_of(backend: Backend) -> Rows:
    found = [*backend.library.page(LibraryQuery()).rows, *backend.library.page(LibraryQuery(trash=True)).rows]
    return sorted((one.id, one.uuid, one.title) for one in found)


def restore(backend: Backend, name: str) -> RestoreReport:
    return server_restoring.restore(store_of(backend), name, backend.paths, backend.database.address)


def store_of(backend: Backend) -> BackupStore:
    return BackupStore(backend.backup.folder)


def test_a_backup_is_proven_by_restoring_it_on_the_server(backend: Backend, postgres_server: PostgresServer) -> None:
    report = backend.backup.create()
    assert (report.recordings, report.files_added, report.proven) == (4, 4, True)
    (snapshot,) = backend.backup.snapshots()
    assert snapshot.facts.database == "postgresql"
    assert snapshot.proof is not None
    assert not isinstance(backend.database.address, Path)
    with postgres_server.connect(str(backend.database.address.database)) as connection:
        left = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'vrp%'").fetchall()
    assert left == []
    again = backend.backup.create()
    assert (again.files_added, again.proven) == (0, True)


def test_the_whole_library_comes_back_and_one_step_goes_back(backend: Backend) -> None:
    before = rows_of(backend)
    name = backend.backup.create().snapshot
    backend.library.rename(1, "Changed afterwards")
    backend.library.purge([2])
    changed = rows_of(backend)
    report = restore(backend, name)
    assert (report.recordings, report.brought, report.lost) == (4, 1, [])
    assert rows_of(backend) == before
    assert backend.verification.verify().findings == []
    assert [one.title for one in backend.library.page(LibraryQuery(search=before[0][2])).rows]
    assert server_restoring.can_undo(backend.database.address)
    server_restoring.undo(backend.paths, backend.database.address)
    assert rows_of(backend) == changed
    imported = backend.importing.import_paths([write_audio(backend.paths.root.parent / "new.wav", 3.0)]).imported
    assert imported[0].recording.id > 4, "numbers are never given again"


def test_an_empty_database_takes_the_place_of_a_lost_server(
    backend: Backend, tmp_path: Path, postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows_of(backend)
    name = backend.backup.create().snapshot
    fresh = postgres_server.create("vrp_fresh")
    try:
        monkeypatch.setenv("DATABASE_URL", fresh)
        address = server_address()
        assert address is not None
        place = LibraryPaths(tmp_path / "elsewhere", "desk")
        server_restoring.restore(store_of(backend), name, place, address)
        with open_backend(Opening(str(place.root))) as second:
            tidy(second)
            assert rows_of(second) == before
            assert second.verification.verify().findings == []
            second.library.rename(1, "It is written to as well")
    finally:
        postgres_server.drop("vrp_fresh")


def test_another_library_and_another_kind_are_refused(
    backend: Backend, tmp_path: Path, postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = backend.backup.create().snapshot
    other = postgres_server.create("vrp_other")
    try:
        monkeypatch.setenv("DATABASE_URL", other)
        with open_backend(Opening(str(tmp_path / "other"))) as second, pytest.raises(SnapshotForeign):
            server_restoring.restore(store_of(backend), name, second.paths, second.database.address)
    finally:
        postgres_server.drop("vrp_other")
    with pytest.raises(ServerNeeded):
        restoring.restore(store_of(backend), name, LibraryPaths(tmp_path / "file"), new_folder=True)


def test_what_was_erased_for_good_stays_away(backend: Backend) -> None:
    name = backend.backup.create().snapshot
    receipt = backend.erasing.erase([1], store_of(backend))
    assert [one.snapshot for one in receipt.held] == [name]
    assert restore(backend, name).erased == 1
    assert [id_ for id_, _, _ in rows_of(backend)] == [2, 3, 4]
    with pytest.raises(RecordingErased):
        backend.restoring.restore(store_of(backend), name, [1])
    assert backend.erasing.erase([2], store_of(backend)).databases_removed == 1, "the one kept to go back to"
    assert not server_restoring.can_undo(backend.database.address)


def test_single_recordings_come_back(backend: Backend) -> None:
    before = rows_of(backend)
    name = backend.backup.create().snapshot
    backend.library.purge([1, 3])
    assert [one.id for one in backend.restoring.missing(store_of(backend), name)] == [1, 3]
    backend.restoring.restore(store_of(backend), name, [1, 3])
    assert rows_of(backend) == before
    assert backend.verification.verify().findings == []


def test_a_restore_that_fails_anywhere_leaves_the_library_as_it_was(backend: Backend) -> None:
    name = backend.backup.create().snapshot
    backend.library.purge([2])
    before = rows_of(backend)
    steps = 0

    def cancelled_at(limit: int) -> bool:
        calls = 0

        def progress(done: int, total: int, item: str = "") -> None:
            del done, total, item
            nonlocal calls
            calls += 1
            if calls > limit:
                raise Cancelled

        try:
            server_restoring.restore(
                store_of(backend), name, backend.paths, backend.database.address, progress=progress
            )
        except Cancelled:
            return True
        return False

    while cancelled_at(steps):
        assert rows_of(backend) == before
        steps += 1
    assert steps > 3
    assert len(rows_of(backend)) == 4


def test_without_its_programs_no_backup_is_claimed(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    backend.backup.create()
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ServerToolFailed, match="pg_dump"):
        backend.backup.create()
    assert len(backend.backup.snapshots()) == 1


def test_without_a_server_the_audio_is_checked_and_the_snapshot_not_called_proven(
    backend: Backend, logged: LogWatch
) -> None:
    name = backend.backup.create().snapshot
    report = prove(store_of(backend), name)
    assert not report.proven
    assert report.files_read == 4
    assert "DATABASE_URL" in report.faults[0]
    logged.expect("snapshot_not_proven")


def test_a_change_of_form_is_backed_up_before(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        backend.importing.import_paths([write_audio(tmp_path / "one.wav", 0.3)])
        before, address = rows_of(backend), backend.database.address
    assert not isinstance(address, Path)
    engine = postgresql(address, pool_size=1, max_overflow=0)
    with engine.begin() as connection:
        command.downgrade(migrating._config(connection), "0001")  # noqa: SLF001  # nobody goes back but this test
    engine.dispose()
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        assert rows_of(backend) == before
        (snapshot,) = backend.backup.snapshots()
        assert (snapshot.facts.reason, snapshot.facts.revision) == ("migration", "0001")
        assert snapshot.proof is not None
        restore(backend, snapshot.name)
        assert rows_of(backend) == before


def test_the_command_line_backs_up_proves_restores_and_goes_back(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)

    def vrp(*words: str) -> dict[str, object]:
        assert cli.main(["--library", str(tmp_path / "library"), "--json", *words]) == 0
        found = json.loads(capsys.readouterr().out)
        assert isinstance(found, dict)
        return found

    vrp("import", str(write_audio(tmp_path / "one.wav", 0.3)))
    assert vrp("backup")["proven"] is True
    assert vrp("prove")["proven"] is True
    vrp("rename", "1", "Afterwards")
    assert vrp("restore")["recordings"] == 1
    assert vrp("show", "1")["recordings"][0]["title"] == "one"  # type: ignore[index]  # a list
    vrp("restore", "--undo")
    assert vrp("show", "1")["recordings"][0]["title"] == "Afterwards"  # type: ignore[index]  # a list
    assert vrp("migrate") == {"from": known_revisions()[-1], "to": known_revisions()[-1]}
