from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.stubs import StubState
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.keymap import Keymap
from vrp.ui.menus import Actions


def test_quit_and_settings_have_keys_where_the_platform_has_none(actions: Actions) -> None:
    assert actions[ActionId.QUIT].shortcut() == QKeySequence("Ctrl+Q")
    assert actions[ActionId.QUIT].menuRole() is QAction.MenuRole.QuitRole
    assert actions[ActionId.SETTINGS].shortcut() == QKeySequence("Ctrl+,")
    assert actions[ActionId.SETTINGS].menuRole() is QAction.MenuRole.PreferencesRole


def test_a_disabled_action_says_why(actions: Actions) -> None:
    actions.allow(ActionId.DELETE, "No recording is selected")
    assert not actions[ActionId.DELETE].isEnabled()
    assert actions[ActionId.DELETE].toolTip() == "No recording is selected"
    actions.allow(ActionId.DELETE)
    assert actions[ActionId.DELETE].isEnabled()


@pytest.fixture
def window() -> QMainWindow:
    return QMainWindow()


@pytest.fixture
def actions(qtbot: QtBot, window: QMainWindow) -> Actions:
    qtbot.addWidget(window)
    return Actions(window, dict.fromkeys(ActionId, lambda: None))


def test_other_keys_hold_at_once(qtbot: QtBot, actions: Actions) -> None:
    with qtbot.waitSignal(actions.keys_changed):
        actions.use(Keymap({"find": ["Ctrl+K"], "record": []}))
    assert actions[ActionId.FIND].shortcuts() == [QKeySequence("Ctrl+K")]
    assert actions[ActionId.RECORD].shortcuts() == []
    actions.use(Keymap())
    assert actions[ActionId.FIND].shortcut() == QKeySequence("Ctrl+F")


def in_the_search(room: Desk) -> QWidget:
    return room.window.library.search


def in_the_table(room: Desk) -> QWidget:
    room.window.actions_[ActionId.RENAME].trigger()
    editor = room.window.library.table.findChild(QLineEdit, names.TITLE_EDITOR)
    assert editor is not None
    return editor


def in_the_details(room: Desk) -> QWidget:
    return room.window.details.one.title


def in_the_notes(room: Desk) -> QWidget:
    return room.window.details.one.notes


def in_the_tags(room: Desk) -> QWidget:
    return room.window.details.one.tags.field


def text_of(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize("place", [in_the_search, in_the_table, in_the_details, in_the_notes, in_the_tags])
def test_a_text_field_keeps_the_keys_of_writing(desk: OpenDesk, qtbot: QtBot, place: Callable[[Desk], QWidget]) -> None:
    room = desk(["one", "two"])
    window = room.window
    window.activateWindow()
    window.library.table.selectRow(0)
    qtbot.waitUntil(lambda: window.details.one.isVisible() and not room.runner.running)
    field = place(room)
    field.setFocus()
    QTest.keySequence(field, QKeySequence("Ctrl+A"))
    QTest.keyClicks(field, "a bc")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert text_of(field) == "a c"
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert text_of(field) in {"a bc", ""}  # what was typed together goes together
    assert room.player.state is StubState.STOPPED
    assert window.player_bar.waveform.value() == 0
    assert len(room.library.library.page(LibraryQuery()).rows) == 2
    assert window.edits.stack.count() == 0


def test_space_plays_in_the_list_and_over_the_waveform_and_presses_buttons_elsewhere(desk: OpenDesk) -> None:
    room = desk(["one"])
    window = room.window
    window.activateWindow()
    window.library.table.selectRow(0)
    for place in (window.library.table, window.player_bar.waveform):
        place.setFocus()
        was = window.playback.is_playing
        QTest.keyClick(place, Qt.Key.Key_Space)
        assert window.playback.is_playing is not was
    assert not window.playback.is_playing
    for button in (window.player_bar.mute, window.player_bar.back):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert not window.playback.is_playing
    assert window.player_bar.mute.isChecked()
    for other in (window.sidebar, window.player_bar.volume):
        other.setFocus()
        QTest.keyClick(other, Qt.Key.Key_Space)
        assert not window.playback.is_playing
