from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.ui.actions import ActionId
from vrp.ui.settings.keyboard_page import KeyboardPage
from vrp.ui.settings.table import Category
from vrp.ui.settings.window import SettingsWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def _page(room: Desk) -> KeyboardPage:
    room.window.actions_[ActionId.SETTINGS].trigger()
    window = room.dialogs.shown[-1]
    assert isinstance(window, SettingsWindow)
    window.go(Category.KEYBOARD)
    window.show()
    return window.keyboard


def _keys(room: Desk, action: ActionId) -> list[str]:
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in room.window.actions_[action].shortcuts()]


def _press(page: KeyboardPage, action: ActionId, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    page.select(action)
    page.change.click()
    QTest.keyClick(page.field, key, modifiers)


def test_a_new_key_holds_at_once_is_written_and_comes_back_at_the_next_start(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    page = _page(room)
    _press(page, ActionId.FIND, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: _keys(room, ActionId.FIND) == ["Ctrl+K"])
    assert room.window.services.settings.load().shortcuts == {"find": ("Ctrl+K",)}
    assert not page.field.isVisible()


def test_a_key_of_another_command_is_named_and_taken_over_only_when_that_is_chosen(
    desk: OpenDesk, qtbot: QtBot
) -> None:
    room = desk([])
    page = _page(room)
    _press(page, ActionId.FIND, Qt.Key.Key_R, CTRL)
    assert page.told.text().startswith("Ctrl+R belongs to “Record”")
    assert _keys(room, ActionId.FIND) == ["Ctrl+F"]
    page.take.click()
    qtbot.waitUntil(lambda: _keys(room, ActionId.FIND) == ["Ctrl+R"])
    assert _keys(room, ActionId.RECORD) == []
    page.select(ActionId.RECORD)
    page.reset.click()
    qtbot.waitUntil(lambda: _keys(room, ActionId.RECORD) == ["Ctrl+R"])
    assert _keys(room, ActionId.FIND) == []
    page.reset_all.click()
    qtbot.waitUntil(lambda: _keys(room, ActionId.FIND) == ["Ctrl+F"])
    assert room.window.services.settings.load().shortcuts == {}


def test_escape_gives_up_and_a_key_for_moving_is_refused(desk: OpenDesk) -> None:
    room = desk([])
    page = _page(room)
    _press(page, ActionId.FIND, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert "needed for moving" in page.told.text()
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert not page.field.isVisible()
    assert _keys(room, ActionId.FIND) == ["Ctrl+F"]


def test_a_sign_is_taken_without_the_shift_that_writes_it(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    page = _page(room)
    _press(page, ActionId.FIND, Qt.Key.Key_Exclam, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: _keys(room, ActionId.FIND) == ["Ctrl+!"])


def test_a_command_can_be_left_without_a_key(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    page = _page(room)
    page.select(ActionId.FULL_SCREEN)
    page.clear.click()
    qtbot.waitUntil(lambda: _keys(room, ActionId.FULL_SCREEN) == [])
    assert not page.clear.isEnabled()
    assert page.reset.isEnabled()


def test_commands_are_found_by_word_and_by_key_also_from_the_search_of_the_whole_window(desk: OpenDesk) -> None:
    room = desk([])
    page = _page(room)
    page.search.setText("ctrl+shift+i")
    assert [page.table.isRowHidden(row) for row in range(page.table.rowCount())].count(False) == 1
    window = room.dialogs.shown[-1]
    assert isinstance(window, SettingsWindow)
    window.search.setText("import folder")
    assert page.isVisible()
    window.search.setText("keyboard")
    assert page.isVisible()
    assert page.search.text() == ""
