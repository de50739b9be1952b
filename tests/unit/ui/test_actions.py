from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from vrp.ui.actions import ACTIONS, ActionId, Actions, Menu, Scope, shortcut_list


def _all_keys(scopes: set[Scope]) -> Counter[str]:
    return Counter(QKeySequence(key).toString() for spec in ACTIONS if spec.scope in scopes for key in spec.keys)


@pytest.mark.parametrize("scope", [Scope.LIBRARY, Scope.PLAYBACK])
def test_no_two_actions_share_a_key_where_both_work(scope: Scope) -> None:
    keys = _all_keys({Scope.WINDOW, scope, Scope.PLAYBACK if scope is Scope.LIBRARY else scope})
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_understands() -> None:
    assert "" not in _all_keys(set(Scope))


@pytest.mark.parametrize("menu", list(Menu))
def test_every_item_of_a_menu_has_a_letter_of_its_own(menu: Menu) -> None:
    letters = Counter(spec.text[spec.text.index("&") + 1].lower() for spec in ACTIONS if spec.menu is menu)
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_the_table_names_each_command_once() -> None:
    assert [spec.id for spec in ACTIONS] == list(dict.fromkeys(spec.id for spec in ACTIONS))
    assert {spec.id for spec in ACTIONS} == set(ActionId)


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


def test_the_list_of_keys_has_every_action_with_a_key() -> None:
    assert len(shortcut_list()) == sum(bool(spec.keys) for spec in ACTIONS)
    assert ("Recording", "Record", "Ctrl+R") in shortcut_list()


@pytest.fixture
def window() -> QMainWindow:
    return QMainWindow()


@pytest.fixture
def actions(qtbot: QtBot, window: QMainWindow) -> Actions:
    qtbot.addWidget(window)
    return Actions(window, dict.fromkeys(ActionId, lambda: None))
