from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

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
