from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from vrp.app.opening import Backend
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.errors import Cancelled, RecordingErased, RecordingNotFound
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.restoring import restore
from vrp.backend.store.folder import BackupStore

CONFESSION = "Zebrafinch confession"


@pytest.fixture
def backend(backend: Backend, tmp_path: Path) -> Backend:
    if not isinstance(backend.database.address, Path):
        pytest.skip("tested on a file: a server clears its own pages")
    backend.importing.import_paths([write_audio(tmp_path / f"{number}.wav", 0.1 + number / 10) for number in range(3)])
    words = {"title": CONFESSION, "notes": CONFESSION * 3, "tags": ["zebrafinch"]}
    backend.library.edit(2, RecordingChangeRequest.of(**words))
    return backend


@pytest.fixture
def store(backend: Backend) -> BackupStore:
    backend.backup.create()
    return BackupStore(backend.backup.folder)


def places_with(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes().lower()]


def test_nothing_of_it_is_left_in_the_library(backend: Backend, store: BackupStore) -> None:
    erased = backend.library.get(2)
    backend.paths.cache.joinpath(f"{erased.uuid}.peaks").write_bytes(b"peaks")
    assert places_with(backend.paths.root, b"zebrafinch")
    receipt = backend.erasing.erase([2], store)
    assert receipt.erased == [(2, erased.uuid)]
    assert receipt.files_removed == 3
    assert places_with(backend.paths.root, b"zebrafinch") == []
    assert not list(backend.paths.root.rglob(f"{erased.uuid}*"))
    assert backend.library.page(LibraryQuery(search="zebrafinch")).total == 0
    assert not backend.verification.verify().findings
    with pytest.raises(RecordingNotFound):
        backend.library.get(2)


def test_the_receipt_names_what_still_holds_it_and_when_it_goes(backend: Backend, store: BackupStore) -> None:
    (snapshot,) = backend.backup.snapshots()
    receipt = backend.erasing.erase([2], store)
    (held,) = receipt.held
    assert held.snapshot == snapshot.name
    assert held.expires > snapshot.facts.created_at
    assert CONFESSION not in repr(receipt)


def test_no_backup_brings_it_back(backend: Backend, store: BackupStore, tmp_path: Path) -> None:
    (snapshot,) = backend.backup.snapshots()
    backend.erasing.erase([2], store)
    with pytest.raises(RecordingErased):
        backend.restoring.restore(store, snapshot.name, [1, 2])
    assert backend.restoring.missing(store, snapshot.name) == []
    report = restore(store, snapshot.name, LibraryPaths(tmp_path / "new"), new_folder=True)
    assert (report.recordings, report.erased) == (2, 1)
    assert places_with(tmp_path / "new", b"zebrafinch") == []


@pytest.mark.parametrize("unreached", [lambda _store: None, lambda store: BackupStore(store.root / "unplugged")])
def test_a_backup_folder_that_cannot_be_reached_learns_of_it_with_the_next_backup(
    backend: Backend, store: BackupStore, unreached: Callable[[BackupStore], BackupStore | None]
) -> None:
    uuid = backend.library.get(2).uuid
    receipt = backend.erasing.erase([2], unreached(store))
    assert receipt.unreached
    assert store.erased() == set()
    backend.backup.create()
    assert store.erased() == {uuid}


def test_all_or_none(backend: Backend, store: BackupStore) -> None:
    with pytest.raises(RecordingNotFound):
        backend.erasing.erase([2, 99], store)
    assert backend.library.get(2).title == CONFESSION


def test_a_cancel_comes_too_late_once_the_rows_are_gone(backend: Backend, store: BackupStore) -> None:
    uuid = backend.library.get(2).uuid

    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    assert backend.erasing.erase([2], store, cancel).erased == [(2, uuid)]
    assert not list(backend.paths.root.rglob(f"{uuid}*"))


def test_it_goes_also_from_files_that_were_set_aside(backend: Backend, store: BackupStore, logged: LogWatch) -> None:
    path = backend.library.audio_path(backend.library.get(2))
    path.chmod(0o600)
    path.write_bytes(b"noise")
    backend.scrubbing.scrub(store)
    assert list(backend.paths.aside.iterdir())
    backend.erasing.erase([2], store)
    assert not list(backend.paths.aside.iterdir())
