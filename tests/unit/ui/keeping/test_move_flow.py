from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.frame import from_outside
from vrp.ui.settings.controls import FolderField
from vrp.ui.settings.window import SettingsWindow
from vrp.ui.wishes import MoveWish, Told


def _move(room: Desk, target: Path) -> SettingsWindow:
    room.dialogs.folder = target
    room.window.actions_[ActionId.SETTINGS].trigger()
    window = room.dialogs.shown[-1]
    assert isinstance(window, SettingsWindow)
    window.show()
    field = window.findChild(FolderField, f"{names.SETTINGS_CONTROL}.storage.folder")
    assert field is not None
    field.button.click()
    return window


def test_a_move_closes_the_window_for_it_when_the_person_agrees(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk(["Interview"])
    with qtbot.waitSignal(room.window.closed):
        _move(room, tmp_path / "new")
    assert room.dialogs.asked == [f"Move the library to {tmp_path / 'new'}?"]
    assert room.window.wish == MoveWish(tmp_path / "new")


def test_who_says_no_keeps_the_window_and_the_settings(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk(["Interview"])
    room.dialogs.answer = False
    window = _move(room, tmp_path / "new")
    qtbot.waitUntil(lambda: bool(room.dialogs.asked))
    assert room.window.wish is None
    assert window.isVisible()


def test_a_folder_that_will_not_do_is_told_in_the_settings(
    desk: OpenDesk, qtbot: QtBot, tmp_path: Path, logged: LogWatch
) -> None:
    room = desk(["Interview"])
    window = _move(room, tmp_path)
    qtbot.waitUntil(window.notice.isVisible)
    logged.expect("job_failed")
    assert "the folder is not empty" in window.notice.text()
    assert room.dialogs.asked == []


def test_what_a_move_did_is_told_with_a_way_back(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    back = MoveWish(Path("old"), back=True)
    from_outside.tell(room.window, Told("The library lies in new now.", undo=back))
    button = room.window.messages.findChild(QPushButton, f"{names.MESSAGE_ACTION}0")
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "Move Back"
    with qtbot.waitSignal(room.window.closed):
        button.click()
    assert room.window.wish == back


def test_a_place_that_a_variable_gives_is_locked(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VRP_LIBRARY", str(tmp_path / "library"))
    room = desk([])
    room.window.actions_[ActionId.SETTINGS].trigger()
    field = room.dialogs.shown[-1].findChild(FolderField, f"{names.SETTINGS_CONTROL}.storage.folder")
    assert field is not None
    assert not field.isEnabled()
