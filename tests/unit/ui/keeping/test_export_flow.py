from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import OpenDesk
from tests.unit.ui.keeping.test_backup_flow import told, trigger
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.message_bar import MessageAction, MessageBar
from vrp.ui.report_dialog import ReportDialog


def press_action(bar: MessageBar, number: int) -> None:
    assert bar.current is not None
    action = bar.current.actions[number]
    assert isinstance(action, MessageAction)
    action.run()


def test_all_recordings_are_exported_where_none_is_selected(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk(["Interview", "Lecture"])
    room.window.library.table.clearSelection()
    room.dialogs.target = tmp_path / "all.zip"
    trigger(room, ActionId.EXPORT)
    qtbot.waitUntil(lambda: "2 recordings exported to all.zip" in told(room))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert len(json.loads(archive.read("recordings.json"))["recordings"]) == 2


@pytest.mark.parametrize("name", ["one.csv", "one.json"])
def test_the_selected_ones_are_exported_in_the_form_of_the_name(
    desk: OpenDesk, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    room = desk(["Interview", "Lecture"])
    room.window.library.table.selectRow(0)
    room.dialogs.target = tmp_path / name
    trigger(room, ActionId.EXPORT)
    qtbot.waitUntil(lambda: "1 recording exported" in told(room))
    text = (tmp_path / name).read_text(encoding="utf-8-sig")
    assert "Interview" in text
    assert "Lecture" not in text


def test_who_chooses_no_file_exports_nothing(desk: OpenDesk) -> None:
    room = desk(["Interview"])
    trigger(room, ActionId.EXPORT)
    assert not room.runner.running


def test_an_export_that_cannot_be_written_says_so_and_goes_to_the_same_place_when_it_is_tried_again(
    desk: OpenDesk, qtbot: QtBot, tmp_path: Path, logged: LogWatch
) -> None:
    room = desk(["Interview"])
    room.dialogs.target = tmp_path / "no such folder" / "all.zip"
    trigger(room, ActionId.EXPORT)
    qtbot.waitUntil(lambda: "could not be written" in told(room))
    logged.expect("VRP-1733")
    (tmp_path / "no such folder").mkdir()
    room.task_button(names.TASK_RETRY).click()
    qtbot.waitUntil(lambda: told(room) == "1 recording exported to all.zip.")
    assert room.dialogs.target.is_file()


def test_erasing_asks_and_gives_a_receipt(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview", "Lecture"])
    trigger(room, ActionId.BACK_UP)
    qtbot.waitUntil(lambda: "Proven restorable" in told(room), timeout=20_000)
    room.window.library.table.selectRow(0)
    trigger(room, ActionId.ERASE)
    qtbot.waitUntil(lambda: "1 recording erased for good" in told(room))
    assert room.dialogs.asked == ["Erase 1 recording for good?"]
    assert room.window.model.rowCount() == 1
    press_action(room.window.messages, 0)
    (receipt,) = (one for one in room.dialogs.shown if isinstance(one, ReportDialog))
    assert receipt.windowTitle() == "Receipt"


def test_who_keeps_it_keeps_it(desk: OpenDesk) -> None:
    room = desk(["Interview"])
    room.dialogs.answer = False
    room.window.library.table.selectRow(0)
    trigger(room, ActionId.ERASE)
    assert not room.runner.running
    assert room.window.model.rowCount() == 1
