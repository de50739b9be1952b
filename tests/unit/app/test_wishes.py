from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from vrp.app.opening import Opening, open_backend, tidy
from vrp.app.wishes import fulfil
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import MoveRefused
from vrp.backend.paths import LibraryPaths, settings_file
from vrp.backend.settings_store import SettingsStore
from vrp.ui.wishes import MoveWish, RestoreWish


@pytest.fixture
def library(tmp_path: Path) -> LibraryPaths:
    SettingsStore(settings_file()).set("storage.folder", str(tmp_path / "old"))
    with open_backend(Opening()) as backend:
        backend.importing.import_paths([write_audio(tmp_path / "0.wav", 0.2)])
        backend.backup.create()
        backend.library.rename(1, "After the backup")
        return backend.paths


@pytest.fixture
def loop(qapp: QApplication) -> QEventLoop:
    return QEventLoop(qapp)


def _titles() -> tuple[Path, list[str]]:
    with open_backend(Opening()) as backend:
        tidy(backend)
        return backend.paths.root, [one.title for one in backend.library.page(LibraryQuery()).rows]


def test_a_move_is_done_told_and_taken_back(loop: QEventLoop, library: LibraryPaths, tmp_path: Path) -> None:
    told = fulfil(loop, MoveWish(tmp_path / "new"), library)
    assert told.text == f"The library lies in {tmp_path / 'new'} now."
    assert told.library == tmp_path / "new"
    assert _titles() == (tmp_path / "new", ["After the backup"])
    assert told.undo is not None
    back = fulfil(loop, told.undo, LibraryPaths(tmp_path / "new"))
    assert (back.undo, back.library) == (None, library.root)
    assert _titles() == (library.root, ["After the backup"])


def test_what_cannot_be_done_is_told_and_leaves_the_library_as_it_was(
    loop: QEventLoop, library: LibraryPaths, tmp_path: Path, logged: LogWatch
) -> None:
    told = fulfil(loop, MoveWish(tmp_path), library)
    logged.expect("job_failed")
    assert isinstance(told.fault, MoveRefused)
    assert _titles() == (library.root, ["After the backup"])


def test_a_restore_is_done_told_and_taken_back(loop: QEventLoop, library: LibraryPaths, tmp_path: Path) -> None:
    with open_backend(Opening()) as backend:
        (snapshot,) = backend.backup.snapshots()
    told = fulfil(loop, RestoreWish(tmp_path / "old-backups", snapshot.name), library)
    assert told.text == "The library was restored: 1 recording."
    assert _titles()[1] == ["0"]
    assert told.undo is not None
    assert fulfil(loop, told.undo, library).text == "The library is as it was before the restore."
    assert _titles()[1] == ["After the backup"]
