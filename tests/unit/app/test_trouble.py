"""A library that cannot be opened: the window that says so, with the real parts behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from vrp.app.opening import Opening, open_backend
from vrp.app.trouble import ClosedLibrary, closed_library
from vrp.backend.errors import LibraryDamaged
from vrp.backend.paths import LibraryPaths
from vrp.testing import names
from vrp.testing.dialogs import ScriptedDialogs
from vrp.testing.seeding import seed
from vrp.ui.diagnostics.trouble_window import TroubleWindow
from vrp.ui.keeping.restore_dialogs import RestoreDialog
from vrp.ui.wishes import RestoreWish

FAULT = LibraryDamaged(path="/library", reason="the database is no database")


@pytest.fixture
def library(tmp_path: Path) -> LibraryPaths:
    """With a backup, and a database that is none any more."""
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        seed(backend, ["Interview"])
        backend.backup.create()
    for file in backend.paths.database_dir.rglob("library.db*"):
        file.write_bytes(b"not a database")
    return backend.paths


@pytest.fixture
def parts(library: LibraryPaths, qapp: QApplication) -> Iterator[ClosedLibrary]:
    parts = closed_library(FAULT, library, ScriptedDialogs())
    yield parts
    parts.runner.shutdown()


@pytest.fixture
def window(parts: ClosedLibrary, qtbot: QtBot) -> TroubleWindow:
    window = TroubleWindow(FAULT, parts)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.page.filled):
        window.show()
    return window


def press(window: TroubleWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_it_says_what_happened_and_what_to_do_and_shows_diagnostics(window: TroubleWindow, qtbot: QtBot) -> None:
    text = window.findChild(QLabel, names.TROUBLE_TEXT)
    sections = window.findChild(QListWidget, names.DIAGNOSTICS_SECTIONS)
    assert text is not None
    assert sections is not None

    assert FAULT.action in text.text()
    assert "VRP-1204" in text.text()
    assert any("VRP-1204" in row.value for row in window.page.report.rows("Health"))
    assert window.page.report.rows("System")


def test_the_person_may_try_again_or_leave(window: TroubleWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.decided):
        press(window, names.TROUBLE_AGAIN)

    assert window.again
    assert window.wish is None


def test_a_backup_can_be_restored_from_here(window: TroubleWindow, parts: ClosedLibrary, qtbot: QtBot) -> None:
    dialogs = parts.dialogs
    assert isinstance(dialogs, ScriptedDialogs)
    press(window, names.TROUBLE_RESTORE)
    qtbot.waitUntil(lambda: bool(dialogs.shown))
    (dialog,) = dialogs.shown
    assert isinstance(dialog, RestoreDialog)
    assert dialog.table.rowCount() == 1

    with qtbot.waitSignal(window.decided):
        whole = dialog.findChild(QPushButton, names.RESTORE_WHOLE)
        assert whole is not None
        whole.click()

    assert isinstance(window.wish, RestoreWish)
    assert window.wish.snapshot
