"""What cannot be done says why, where the pointer and where the status bar tell it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.takes import RecorderState
from vrp.ui.actions import ActionId
from vrp.ui.library.places import Kind, Place


def disabled(desk: Desk) -> list[QAction]:
    actions = (desk.window.actions_[action] for action in ActionId)
    return [action for action in actions if not action.isEnabled()]


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def opened_menu(desk: Desk, action: QAction) -> QMenu:
    """Edit, with the pointer on ``action``."""
    bar = desk.window.menuBar()
    bar.setActiveAction(bar.actions()[1])
    edit = bar.actions()[1].menu()
    assert isinstance(edit, QMenu)
    QTest.mouseMove(edit, edit.actionGeometry(action).center())
    return edit


def tooltip_in(menu: QMenu, action: QAction) -> str:
    at = menu.actionGeometry(action).center()
    QToolTip.hideText()
    QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, at, menu.mapToGlobal(at)))
    return QToolTip.text()


@pytest.mark.parametrize("state", [RecorderState.OFF, RecorderState.READY, RecorderState.RECORDING])
@pytest.mark.parametrize("recordings", [[], ["one", "two"]], ids=["nothing", "some"])
@pytest.mark.parametrize("trash", [False, True], ids=["library", "trash"])
def test_whatever_cannot_be_done_says_why(
    desk: OpenDesk, qtbot: QtBot, state: RecorderState, recordings: list[str], trash: bool
) -> None:
    room = desk(recordings)
    room.recorder.become(state)
    if trash:
        room.window.actions_[ActionId.SHOW_TRASH].trigger()
        qtbot.waitUntil(lambda: not room.runner.running)
    found = disabled(room)
    assert found
    for action in found:
        assert action.statusTip(), action.objectName()
        assert action.toolTip() == action.statusTip()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu is a popup
def test_the_reason_is_seen_over_the_menu_and_told_by_the_status_bar(desk: OpenDesk) -> None:
    room = desk([])
    delete = room.window.actions_[ActionId.DELETE]
    edit = opened_menu(room, delete)
    assert room.window.statusBar().currentMessage() == "No recording is selected"
    assert tooltip_in(edit, delete) == "No recording is selected"
    edit.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_can_be_done_needs_no_tooltip_that_repeats_it(desk: OpenDesk) -> None:
    room = desk(["one"])
    room.window.library.table.selectRow(0)
    delete = room.window.actions_[ActionId.DELETE]
    edit = opened_menu(room, delete)
    assert tooltip_in(edit, delete) == ""
    edit.close()


def test_the_bars_name_the_keys_that_the_person_chose(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.recorder.become(RecorderState.READY)
    record, player, empty = room.window.record_bar, room.window.player_bar, room.window.library.empty
    assert record.button.toolTip() == "Record (Ctrl+R)"
    assert record.pause.toolTip() == "Pause recording (Ctrl+Shift+R)"
    assert [one.toolTip() for one in (player.back, player.play, player.forward, player.mute)] == [
        "Back 5 seconds (Left)",
        "Play (Space)",
        "Forward 5 seconds (Right)",
        "Mute (Ctrl+Shift+M)",
    ]
    room.window.live.set(
        {"shortcuts.record": ["F8"], "shortcuts.pause_recording": [], "shortcuts.play": ["K"], "shortcuts.mute": ["M"]}
    )
    qtbot.waitUntil(lambda: record.button.toolTip() == "Record (F8)")
    assert record.pause.toolTip() == "Pause recording"
    assert player.play.toolTip() == "Play (K)"
    room.recorder.record()
    assert record.button.toolTip() == "Stop recording (F8)"
    player.mute.click()
    assert player.mute.toolTip() == "Sound on (M)"
    room.window.sidebar.go(Place(Kind.FAVOURITES))
    qtbot.waitUntil(lambda: "Ctrl+D" in said(empty))
    room.window.live.set({"shortcuts.favourite": []})
    qtbot.waitUntil(lambda: "Press the star of a recording to have it here." in said(empty))
