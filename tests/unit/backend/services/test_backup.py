from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.isolation import LogWatch
from tests.support.libraries import NOON, OpenLibrary, new_library
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.errors import (
    BackupFault,
    BackupFolderFull,
    BackupFolderInUse,
    BackupFolderMissing,
    BackupFolderNotWritable,
    BackupFolderTooNew,
    BackupFolderUnreadable,
    Cancelled,
    NotABackupFolder,
    SnapshotUnknown,
)
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.persistence import copying
from vrp.backend.persistence import snapshot as database_copies
from vrp.backend.persistence.snapshot import DatabaseReader
from vrp.backend.services.backup import BackupReport, BackupService
from vrp.backend.services.places import default_folder
from vrp.backend.services.proving import prove
from vrp.backend.store.folder import BackupStore


class SettableClock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def library(tmp_path: Path) -> Iterator[OpenLibrary]:
    LoggingConfig().install()
    with new_library(tmp_path / "library") as opened:
        opened.add(["Interview", "Lecture", "Last words"])
        yield opened


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


def service_of(library: OpenLibrary, clock: SettableClock, policy: RetentionPolicy | None = None) -> BackupService:
    assert isinstance(library.database.address, Path)
    folder = default_folder(library.paths)
    return BackupService(library.database.address, library.paths, folder, policy or RetentionPolicy(), clock=clock)


@pytest.fixture
def service(library: OpenLibrary, clock: SettableClock) -> BackupService:
    return service_of(library, clock)


def store_of(service: BackupService) -> BackupStore:
    return BackupStore(service.folder)


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_holds_each_file_and_is_proven(library: OpenLibrary, service: BackupService) -> None:
    report = service.create()
    assert (report.recordings, report.files_added, report.missing, report.proven) == (3, 3, 0, True)
    stored = {path.read_bytes() for path in (service.folder / "audio").rglob("*") if path.is_file()}
    assert stored == {b"sound", b"sound\0", b"sound\0\0"}
    (snapshot,) = service.snapshots()
    assert snapshot.facts.recordings == 3
    assert snapshot.proof is not None
    assert snapshot.proof.recordings == 3
    assert not list(store_of(service).staging.iterdir())


def test_the_next_backup_adds_only_what_is_new(library: OpenLibrary, service: BackupService) -> None:
    library.add([f"Chapter {number}" for number in range(3000)])
    first = service.create()
    again = service.create()
    assert (again.files_added, again.bytes_added) == (0, 0)
    library.add(["Its sound is there already"])
    third = service.create()
    assert third.files_added == 0
    assert 0 < third.bytes_added < first.bytes_added / 4
    assert third.recordings == 3004
    assert third.proven


def test_everything_in_the_backup_folder_is_the_owners_only(service: BackupService) -> None:
    service.create()
    for path in [service.folder, *service.folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_backup_goes_on_while_others_write(library: OpenLibrary, service: BackupService) -> None:
    stop = threading.Event()
    writes = 0

    def write() -> None:
        nonlocal writes
        while not stop.is_set():
            library.library.rename(1, f"Interview {writes}")
            writes += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        reports = [service.create() for _ in range(5)]
    finally:
        stop.set()
        writer.join()
    assert all(report.proven for report in reports)
    assert writes


def test_a_recording_purged_meanwhile_is_not_claimed(
    library: OpenLibrary, service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = BackupStore.add_audio
    purged: list[Recording] = []
    one_at_a_time = threading.Lock()

    def purging(store: BackupStore, source: Path, on_bytes: object) -> tuple[str, int]:
        with one_at_a_time:
            if not purged:
                purged.extend(library.library.purge([2]))
        return copy(store, source, on_bytes)  # type: ignore[arg-type]  # passed on as it is

    monkeypatch.setattr(BackupStore, "add_audio", purging)
    report = service.create()
    assert (report.recordings, report.missing, report.proven) == (2, 0, True)


def test_a_file_that_the_library_lost_is_told_and_does_not_stop_the_others(
    library: OpenLibrary, service: BackupService, logged: LogWatch
) -> None:
    lost, changed, _ = (library.library.get(number) for number in (1, 2, 3))
    library.library.audio_path(lost).unlink()
    library.library.audio_path(changed).write_bytes(b"mouse\0")
    report = service.create()
    assert (report.missing, report.proven) == (2, True)
    stored = {path.read_bytes() for path in (service.folder / "audio").rglob("*") if path.is_file()}
    assert stored == {b"mouse\0", b"sound\0\0"}, "what is left of a changed file is kept as well"
    logged.expect("backup_lacks_files")
    library.library.audio_path(lost).write_bytes(b"sound")
    assert service.create().missing == 1
    logged.expect("backup_lacks_files")


def test_a_file_that_another_recording_still_has_is_not_lost(library: OpenLibrary, service: BackupService) -> None:
    """Two recordings of the same sound, each with a file of its own."""
    assert isinstance(library.database.address, Path)
    with sqlite3.connect(library.database.address) as connection:
        connection.execute(
            "UPDATE recordings SET (checksum, filesize_bytes) = "
            "(SELECT checksum, filesize_bytes FROM recordings WHERE id = 2) WHERE id = 1"
        )
    connection.close()
    library.library.audio_path(library.library.get(1)).unlink()
    report = service.create()
    assert (report.files_added, report.missing, report.proven) == (2, 0, True)


def test_a_cancelled_backup_leaves_what_was_there_before(library: OpenLibrary, service: BackupService) -> None:
    service.create()
    library.library.rename(1, "Changed")
    before = files_below(service.folder / "snapshots")

    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        service.create(progress=cancel)
    assert files_below(service.folder / "snapshots") == before
    assert service.create().proven


def test_a_damaged_database_is_backed_up_and_never_called_proven(
    library: OpenLibrary, service: BackupService, clock: SettableClock, logged: LogWatch
) -> None:
    service.create()
    clock.now += timedelta(seconds=1)
    assert isinstance(library.database.address, Path)
    with sqlite3.connect(library.database.address) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'ix_recordings_checksum'")
    connection.close()
    report = service.create()
    assert not report.proven
    logged.expect("snapshot_not_proven")
    first, second = service.snapshots()
    assert first.proof
    assert not second.proof


def test_backups_are_due_once_a_day_and_when_the_clock_went_back(
    library: OpenLibrary, service: BackupService, clock: SettableClock
) -> None:
    assert service.create_scheduled_backup() is not None
    clock.now += timedelta(hours=23)
    assert service.create_scheduled_backup() is None
    clock.now += timedelta(hours=2)
    assert service.create_scheduled_backup() is not None
    clock.now -= timedelta(days=400)
    assert service.create_scheduled_backup() is not None
    assert len(service.snapshots()) == 3, "none is removed while the clock is wrong"


def test_an_empty_library_needs_no_backup(tmp_path: Path, clock: SettableClock) -> None:
    with new_library(tmp_path / "empty") as library:
        assert service_of(library, clock).create_scheduled_backup() is None


def test_old_snapshots_go_with_what_only_they_held(library: OpenLibrary, clock: SettableClock) -> None:
    service = service_of(library, clock, RetentionPolicy(2, 0, 0))
    service.create()
    library.library.purge([1])
    for _ in range(3):
        clock.now += timedelta(days=1)
        service.create()
    names = [one.name for one in service.snapshots()]
    assert [one.name for one in service.cleanup_old_backups(dry_run=True)] == names[:2]
    assert len(service.snapshots()) == 4
    assert [one.name for one in service.cleanup_old_backups()] == names[:2]
    assert [one.name for one in service.snapshots()] == names[2:]
    stored = {path.read_bytes() for path in (service.folder / "audio").rglob("*") if path.is_file()}
    assert stored == {b"sound\0", b"sound\0\0"}
    assert all(prove(store_of(service), name).proven for name in names[2:])


def test_what_was_erased_from_the_library_stays_in_older_snapshots_of_another(
    library: OpenLibrary, service: BackupService, clock: SettableClock, tmp_path: Path
) -> None:
    service.create()
    with new_library(tmp_path / "second") as second:
        second.add(["Mine"])
        other = service_of(second, clock, RetentionPolicy(1, 0, 0))
        other.folder = service.folder
        for _ in range(3):
            clock.now += timedelta(days=1)
            other.create()
        other.cleanup_old_backups()
        assert len(other.snapshots()) == 1
    assert len(service.snapshots()) == 1, "each library's snapshots are counted by themselves"
    assert prove(store_of(service), service.snapshots()[0].name).proven


def test_a_damaged_manifest_is_no_snapshot_and_stops_the_clearing_away(
    library: OpenLibrary, clock: SettableClock, logged: LogWatch
) -> None:
    service = service_of(library, clock, RetentionPolicy(1, 0, 0))
    for _ in range(3):
        service.create()
        clock.now += timedelta(days=1)
    damaged = min((service.folder / "snapshots").glob("*.manifest"))
    damaged.write_bytes(damaged.read_bytes()[:-10])
    assert len(service.snapshots()) == 2
    audio = files_below(service.folder / "audio")
    with pytest.raises(BackupFault, match="damaged"):
        service.cleanup_old_backups()
    assert files_below(service.folder / "audio") == audio
    logged.expect("snapshot_not_whole")


@pytest.mark.parametrize("part", ["audio", "database"])
def test_each_flipped_bit_of_a_backup_is_found(service: BackupService, part: str, logged: LogWatch) -> None:
    service.create()
    (path, *_) = [one for one in (service.folder / part).rglob("*") if one.is_file()]
    whole = path.read_bytes()
    path.chmod(0o600)
    path.write_bytes(whole[:-3] + bytes([whole[-3] ^ 4]) + whole[-2:])
    report = prove(store_of(service))
    assert not report.proven
    logged.expect("snapshot_not_proven")
    assert service.snapshots()[0].proof is None, "it is not called proven any more"


def test_a_file_that_was_damaged_in_the_backup_is_brought_anew(service: BackupService, logged: LogWatch) -> None:
    first = service.create()
    path = next(one for one in (service.folder / "audio").rglob("*") if one.is_file())
    path.chmod(0o600)
    path.write_bytes(b"x" * path.stat().st_size)
    assert not prove(store_of(service)).proven
    logged.expect("snapshot_not_proven")
    assert service.create().files_added == 1
    assert prove(store_of(service), first.snapshot).proven, "and so the older snapshot is whole again"


def test_files_are_read_again_in_turns(service: BackupService, clock: SettableClock, logged: LogWatch) -> None:
    service.create()
    path = next(one for one in (service.folder / "audio").rglob("*") if one.is_file())
    path.chmod(0o600)
    path.write_bytes(b"x" * path.stat().st_size)
    reports: list[BackupReport] = []
    while not reports or (reports[-1].proven and len(reports) < 30):
        clock.now += timedelta(days=1)
        reports.append(service.create())
    assert not reports[-1].proven, "within thirty daily backups each file is read"
    logged.expect("snapshot_not_proven")


def test_a_folder_with_other_things_is_left_alone(service: BackupService, tmp_path: Path) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "me.jpg").write_bytes(b"jpg")
    with pytest.raises(NotABackupFolder):
        service.create(to=other)
    assert files_below(other) == {"me.jpg": b"jpg"}


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b'{"format": 9}', BackupFolderTooNew), (b'{"format": 0}', BackupFolderTooNew), (b"?", BackupFolderUnreadable)],
)
def test_a_folder_of_another_format_is_not_touched(
    service: BackupService, content: bytes, fault: type[BackupFault]
) -> None:
    service.create()
    (service.folder / "store.json").write_bytes(content)
    before = files_below(service.folder)
    with pytest.raises(fault):
        service.create()
    assert files_below(service.folder) == before


def test_a_folder_that_was_unplugged_is_not_made_anew(
    library: OpenLibrary, service: BackupService, tmp_path: Path
) -> None:
    service.create()
    service.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(BackupFolderMissing):
        service.create()
    assert not service.folder.exists()
    with pytest.raises(BackupFolderMissing):
        service.create(to=tmp_path / "not mounted" / "backups")


def test_a_folder_in_use_is_waited_for_and_then_says_by_whom(service: BackupService) -> None:
    service.create()
    with store_of(service).locked(), pytest.raises(BackupFolderInUse, match=str(os.getpid())):
        service.create(wait=0.1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_says_so(service: BackupService) -> None:
    service.create()
    (service.folder / "staging").chmod(0o500)
    with pytest.raises(BackupFolderNotWritable):
        service.create()


def test_a_full_and_a_read_only_disk_are_named(library: OpenLibrary, clock: SettableClock, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        service = service_of(library, clock)
        service.folder = disk / "backups"
        service.create()
        library.library.rename(1, "Changed")
        with contextlib.suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
            while True:
                ballast.write(bytes(4096))
        with pytest.raises(BackupFolderFull):
            service.create()
        (disk / "ballast").unlink()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(BackupFolderNotWritable):
            service.create()
        assert prove(store_of(service)).proven
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_backup_unplugged_in_the_middle_ends_in_a_clear_error(
    library: OpenLibrary, service: BackupService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    service.create()
    library.library.rename(1, "Changed")
    copied = DatabaseReader.facts

    def unplugged(reader: DatabaseReader) -> object:
        if service.folder.exists():
            service.folder.rename(tmp_path / "elsewhere")
        return copied(reader)

    monkeypatch.setattr(DatabaseReader, "facts", unplugged)
    with pytest.raises(BackupFolderMissing):
        service.create()
    monkeypatch.undo()
    (tmp_path / "elsewhere").rename(service.folder)
    assert service.create().proven


def test_unknown_and_strange_names_are_no_snapshots(service: BackupService) -> None:
    service.create()
    for name in ("20200101T000000Z-000000", "../../etc/passwd", "", "x" * 10_000):
        with pytest.raises(SnapshotUnknown):
            prove(store_of(service), name)


def test_the_reason_is_kept(service: BackupService) -> None:
    service.create(Reason.MIGRATION)
    assert service.snapshots()[0].facts.reason is Reason.MIGRATION


def test_a_library_that_did_not_change_is_told_from_one_that_did(
    library: OpenLibrary, service: BackupService, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = []
    copy = copying.copy_ours

    def counted(source: Path, target: Path) -> None:
        copies.append(source)
        copy(source, target)

    monkeypatch.setattr(database_copies, "copy_ours", counted)

    def backed_up() -> tuple[int, bool]:
        clock.now += timedelta(minutes=1)
        copies.clear()
        proven = service.create().proven
        return len(copies), proven

    assert backed_up() == (1, True)
    assert backed_up() == (0, True)
    library.library.rename(1, "Changed")
    assert backed_up() == (1, True)
    assert backed_up() == (0, True)
    assert isinstance(library.database.address, Path)
    with sqlite3.connect(library.database.address) as connection:  # behind the program's back
        connection.execute("UPDATE recordings SET sync_status = 'synced'")
    connection.close()
    assert backed_up() == (1, True)
    next(one for one in (service.folder / "audio").rglob("*") if one.is_file()).unlink()
    assert backed_up() == (1, True), "the folder lost a file"
    clock.now += timedelta(days=8)
    assert backed_up() == (1, True)
    tested = [one.proof.tested for one in service.snapshots() if one.proof is not None]
    assert clock.now - tested[-1] < timedelta(hours=1), "once a week it is restored on trial all the same"


def test_the_whole_test_is_due_a_day_after_it_was_passed(
    library: OpenLibrary, service: BackupService, clock: SettableClock
) -> None:
    def tested_after(wait: timedelta, change: str = "") -> tuple[datetime, bool]:
        clock.now += wait
        if change:
            library.library.rename(1, change)
        assert service.create().proven
        proof = service.snapshots()[-1].proof
        assert proof is not None
        return proof.tested, proof.changed

    begun = clock.now
    assert tested_after(timedelta()) == (begun, False)
    assert tested_after(timedelta(hours=1), "Changed") == (begun, True)
    assert tested_after(timedelta(hours=1)) == (begun, True)
    assert tested_after(timedelta(hours=1), "Changed again") == (begun, True)
    assert tested_after(timedelta(hours=21)) == (clock.now, False), "although nothing changed since"
    assert tested_after(timedelta(days=2)) == (begun + timedelta(days=1), False), "the very same database"
    assert tested_after(timedelta(hours=1), "And again") == (clock.now, False)
    assert prove(store_of(service)).proven


def test_what_was_erased_since_the_backup_before_is_noted(
    library: OpenLibrary, service: BackupService, clock: SettableClock
) -> None:
    def noted_with(uuid: str) -> set[str]:
        assert isinstance(library.database.address, Path)
        with sqlite3.connect(library.database.address) as connection:
            connection.execute(
                "INSERT INTO audit_entries (seq, at, recording_uuid, action, digest, previous, hash) "
                "SELECT max(seq) + 1, max(at), ?, 'erased', '', '', ? FROM audit_entries",
                (uuid, uuid),
            )
        connection.close()
        clock.now += timedelta(minutes=1)
        service.create()
        return store_of(service).erased()

    first, second = "a" * 32, "b" * 32
    assert noted_with(first) == {first}
    assert noted_with(second) == {first, second}


def test_nothing_is_built_on_a_damaged_backup(
    library: OpenLibrary, service: BackupService, clock: SettableClock, logged: LogWatch
) -> None:
    service.create()
    (pack,) = (service.folder / "database").iterdir()
    pack.write_bytes(pack.read_bytes()[:-1] + b"\0")
    outcomes = []
    for number in range(2):
        clock.now += timedelta(minutes=1)
        library.library.rename(1, f"Changed {number}")
        outcomes.append(service.create().proven)
    assert outcomes[-1], "at the latest the second backup stands by itself"
    logged.unexpected = [one for one in logged.unexpected if "snapshot_not_proven" not in one]
    assert prove(store_of(service)).proven
