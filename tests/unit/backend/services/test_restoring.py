from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.isolation import LogWatch
from tests.support.libraries import OpenLibrary, new_library
from vrp.backend import files
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.errors import (
    BackupFault,
    DiskFull,
    LibraryDamaged,
    RecordingNotFound,
    RestoreRefused,
    SnapshotDamaged,
    SnapshotForeign,
    SnapshotTooNew,
    SnapshotUnknown,
    VrpError,
)
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Database
from vrp.backend.services import restoring, restoring_audio
from vrp.backend.services.backup import BackupService
from vrp.backend.services.library import LibraryService
from vrp.backend.services.places import default_folder
from vrp.backend.services.restoring import restore, undo
from vrp.backend.services.restoring_recordings import RecordingRestoreService
from vrp.backend.services.verification import VerificationService
from vrp.backend.store.folder import BackupStore

TITLES = ["Interview", "Lecture", "Last words"]


@pytest.fixture(autouse=True)
def logging_as_in_the_program() -> None:
    LoggingConfig().install()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[OpenLibrary]:
    with new_library(tmp_path / "library") as opened:
        opened.add(TITLES)
        mend_sidecars(opened)
        yield opened


def mend_sidecars(library: OpenLibrary) -> None:
    for number, title in enumerate(TITLES, start=1):
        library.library.rename(number, title + " ")
        library.library.rename(number, title)


@pytest.fixture
def store(library: OpenLibrary) -> BackupStore:
    return BackupStore(default_folder(library.paths))


@pytest.fixture
def snapshot(library: OpenLibrary) -> str:
    return back_up(library)


def back_up(library: OpenLibrary) -> str:
    assert isinstance(library.database.address, Path)
    service = BackupService(library.database.address, library.paths, default_folder(library.paths), RetentionPolicy())
    return service.create().snapshot


def titles(paths: LibraryPaths) -> list[str]:
    """What the library holds when it is opened anew; and it is whole."""
    database = Database(schema.prepare(paths))
    try:
        assert not VerificationService(database, paths).verify().findings
        rows = LibraryService(database, paths).page(LibraryQuery()).rows
        for row in rows:
            assert paths.audio_file(row.stored_filename).stat().st_mode & 0o777 in (0o400, 0o644, 0o600)
        return [row.title for row in rows]
    finally:
        database.close()


def test_the_whole_library_comes_back_as_it_was(library: OpenLibrary, store: BackupStore, snapshot: str) -> None:
    library.library.rename(1, "Changed")
    library.library.purge([2])
    library.library.delete([3])
    library.database.close()
    report = restore(store, snapshot, library.paths)
    assert (report.recordings, report.brought, report.kept, report.lost) == (3, 1, 2, [])
    assert titles(library.paths) == TITLES


def test_one_step_goes_back_to_what_was_there_before(library: OpenLibrary, store: BackupStore, snapshot: str) -> None:
    library.library.rename(1, "Changed")
    library.add(["Newer", "than", "the", "backup"])
    for row in library.library.page(LibraryQuery()).rows:
        library.library.rename(row.id, row.title + "!")
    before = [row.title for row in library.library.page(LibraryQuery()).rows]
    library.database.close()
    restore(store, snapshot, library.paths)
    assert titles(library.paths) == TITLES
    assert restoring.can_undo(library.paths)
    undo(library.paths)
    assert titles(library.paths) == before
    assert not restoring.can_undo(library.paths)
    with pytest.raises(RestoreRefused):
        undo(library.paths)


def test_a_new_folder_becomes_a_library_of_its_own(
    library: OpenLibrary, store: BackupStore, snapshot: str, tmp_path: Path
) -> None:
    shutil.rmtree(library.paths.root)
    target = LibraryPaths(tmp_path / "somewhere" / "new")
    report = restore(store, snapshot, target, new_folder=True)
    assert report.brought == 3
    assert titles(target) == TITLES
    assert not target.restoring.exists()
    with pytest.raises(RestoreRefused):
        restore(store, snapshot, target, new_folder=True)
    assert titles(target) == TITLES


def test_a_folder_with_other_things_is_refused(store: BackupStore, snapshot: str, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "me.jpg").write_bytes(b"jpg")
    for new_folder in (True, False):
        with pytest.raises(RestoreRefused):
            restore(store, snapshot, LibraryPaths(photos), new_folder=new_folder)
    assert [path.name for path in photos.iterdir()] == ["me.jpg"]


@pytest.mark.parametrize("harm", ["no database", "garbage", "no pointer"])
def test_a_library_with_a_broken_database_is_restored_in_its_place(
    library: OpenLibrary, store: BackupStore, snapshot: str, harm: str
) -> None:
    library.database.close()
    database = schema.current_database(library.paths)
    match harm:
        case "no database":
            shutil.rmtree(database.parent)
        case "garbage":
            database.write_bytes(b"x" * 100_000)
        case "no pointer":
            library.paths.current.unlink()
    restore(store, snapshot, library.paths)
    assert titles(library.paths) == TITLES


def test_a_changed_file_is_replaced_by_the_good_one_and_kept_aside(
    library: OpenLibrary, store: BackupStore, snapshot: str
) -> None:
    path = library.library.audio_path(library.library.get(1))
    path.write_bytes(b"noise")
    library.database.close()
    assert restore(store, snapshot, library.paths).brought == 1
    assert path.read_bytes() == b"sound"
    (aside,) = library.paths.aside.iterdir()
    assert aside.read_bytes() == b"noise"


def test_a_snapshot_of_another_library_needs_a_folder_of_its_own(
    store: BackupStore, snapshot: str, tmp_path: Path
) -> None:
    with new_library(tmp_path / "second") as second:
        second.add(["Mine"])
        mine = second.paths
    with pytest.raises(SnapshotForeign):
        restore(store, snapshot, mine)
    with pytest.raises(RestoreRefused):
        restore(store, snapshot, mine, new_folder=True)


def _fail_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: Exception, after: int = 0) -> None:
    real: Callable[..., object] = getattr(owner, name)
    calls = 0

    def failing(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls > after:
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, failing)


@pytest.mark.parametrize(
    ("owner", "name", "error", "after"),
    [
        (BackupStore, "restore_database", OSError(28, "full"), 0),
        (schema, "upgrade", DiskFull(path="x"), 0),
        (restoring_audio, "_bring", DiskFull(path="x"), 0),
        (restoring_audio, "_bring", DiskFull(path="x"), 1),
        (files, "free_bytes", DiskFull(path="x"), 0),
        (restoring, "mark_stale", DiskFull(path="x"), 0),
        (schema, "publish_generation", DiskFull(path="x"), 0),
    ],
)
def test_a_restore_that_fails_anywhere_leaves_the_library_as_it_was(
    library: OpenLibrary, store: BackupStore, snapshot: str, monkeypatch: pytest.MonkeyPatch,
    owner: object, name: str, error: Exception, after: int,
) -> None:  # fmt: skip
    library.library.rename(1, "Changed")
    library.library.purge([2, 3])
    library.database.close()
    audio = sorted(library.paths.audio.rglob("*.*"))
    _fail_at(monkeypatch, owner, name, error, after)
    with pytest.raises((VrpError, OSError)):
        restore(store, snapshot, library.paths)
    monkeypatch.undo()
    assert sorted(library.paths.audio.rglob("*.*")) == audio
    assert titles(library.paths) == ["Changed"]


def test_a_snapshot_with_a_damaged_database_is_not_restored(
    library: OpenLibrary, store: BackupStore, snapshot: str
) -> None:
    library.database.close()
    (pack,) = (store.root / "database").iterdir()
    whole = pack.read_bytes()
    pack.write_bytes(whole[:1000] + b"\0\0\0" + whole[1003:])
    with pytest.raises(SnapshotDamaged):
        restore(store, snapshot, library.paths)
    pack.unlink()
    with pytest.raises(SnapshotDamaged):
        restore(store, snapshot, library.paths)
    assert titles(library.paths) == TITLES


@pytest.mark.parametrize("name", ["../../../evil.wav", "/evil.wav", "..", "CON"])
def test_a_name_that_leaves_the_folder_is_refused(
    library: OpenLibrary, store: BackupStore, name: str, tmp_path: Path, logged: LogWatch
) -> None:
    """Somebody wrote it into the database by hand; seal and checksums fit."""
    assert isinstance(library.database.address, Path)
    with contextlib.closing(sqlite3.connect(library.database.address)) as connection, connection:
        connection.execute("UPDATE recordings SET stored_filename = ? WHERE id = 1", (name,))
    snapshot = back_up(library)
    logged.expect("backup_lacks_files")
    library.database.close()
    with pytest.raises(SnapshotDamaged, match="names a file that cannot be"):
        restore(store, snapshot, LibraryPaths(tmp_path / "new"), new_folder=True)
    assert not list(tmp_path.rglob("evil*"))
    assert not (tmp_path / "new" / "CURRENT").exists()


def test_what_the_backup_lost_is_named_and_the_rest_comes_back(
    library: OpenLibrary, store: BackupStore, snapshot: str, tmp_path: Path, logged: LogWatch
) -> None:
    lost = library.library.get(2)
    store.audio_file(lost.checksum).unlink()
    link = store.audio_file(library.library.get(1).checksum)
    link.unlink()
    link.symlink_to("/etc/hostname")
    report = restore(store, snapshot, LibraryPaths(tmp_path / "new"), new_folder=True)
    logged.expect("restore_lacks_file")
    assert report.brought == 1
    assert set(report.lost) == {lost.stored_filename, library.library.get(1).stored_filename}


def test_a_snapshot_of_a_newer_program_is_refused(
    library: OpenLibrary, store: BackupStore, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "known_revisions", lambda: ["0001", "0002"])
    with pytest.raises(SnapshotTooNew):
        restore(store, snapshot, library.paths)


def test_an_unfinished_restore_into_a_new_folder_says_so_and_can_be_done_again(
    library: OpenLibrary, store: BackupStore, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = LibraryPaths(tmp_path / "new")
    _fail_at(monkeypatch, restoring_audio, "_bring", DiskFull(path="x"), 1)
    with pytest.raises(DiskFull):
        restore(store, snapshot, target, new_folder=True)
    monkeypatch.undo()
    with pytest.raises(LibraryDamaged, match="not finished"):
        schema.prepare(target)
    restore(store, snapshot, target, new_folder=True)
    assert titles(target) == TITLES


def test_databases_that_were_replaced_go_after_thirty_days(
    library: OpenLibrary, store: BackupStore, snapshot: str
) -> None:
    library.database.close()
    restore(store, snapshot, library.paths)
    now = datetime.now(UTC)
    assert schema.drop_old_generations(library.paths, now + timedelta(days=29)) == 0
    assert restoring.can_undo(library.paths)
    assert schema.drop_old_generations(library.paths, now + timedelta(days=31)) == 1
    assert not restoring.can_undo(library.paths)
    assert titles(library.paths) == TITLES


# --- single recordings ------------------------------------------------------------------------------------------------


@pytest.fixture
def single(library: OpenLibrary) -> RecordingRestoreService:
    return RecordingRestoreService(library.database, library.paths)


def test_a_purged_recording_comes_back_with_its_number_and_its_words(
    library: OpenLibrary, store: BackupStore, snapshot: str, single: RecordingRestoreService
) -> None:
    before = library.library.get(2)
    library.library.purge([2])
    report = single.restore(store, snapshot, [2])
    (back,) = report.restored
    assert replace(back, modified_at=before.modified_at) == before
    assert library.library.audio_path(back).read_bytes() == b"sound\0"
    assert [entry.action for entry in library.library.history(2)][-1] == "restored"
    assert not VerificationService(library.database, library.paths).verify().findings


def test_a_deleted_recording_leaves_the_trash_and_a_present_one_gets_its_file_back(
    library: OpenLibrary, store: BackupStore, snapshot: str, single: RecordingRestoreService
) -> None:
    library.library.delete([1])
    library.library.rename(3, "A newer title stays")
    library.library.audio_path(library.library.get(3)).unlink()
    report = single.restore(store, snapshot, [1, 3])
    assert [one.id for one in report.restored] == [1]
    assert [one.title for one in report.present] == ["A newer title stays"]
    assert not VerificationService(library.database, library.paths).verify().findings


def test_all_or_none_come_back(
    library: OpenLibrary, store: BackupStore, snapshot: str, single: RecordingRestoreService
) -> None:
    library.library.purge([1])
    with pytest.raises(RecordingNotFound):
        single.restore(store, snapshot, [1, 99])
    with pytest.raises(SnapshotUnknown):
        single.restore(store, "20200101T000000Z-000000", [1])
    for checksum in (path.name for path in (store.root / "audio").rglob("*") if path.is_file()):
        store.audio_file(checksum).unlink()
    with pytest.raises(BackupFault):
        single.restore(store, snapshot, [1])
    with pytest.raises(RecordingNotFound):
        library.library.get(1)
    assert not VerificationService(library.database, library.paths).verify().findings
