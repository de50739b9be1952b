from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from vrp.ui.actions import ACTIONS, ActionId, Scope
from vrp.ui.menu_titles import Menu


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
