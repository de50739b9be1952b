from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QKeyCombination, Qt

from scripts import shortcut_page
from vrp.ui.actions import ACTIONS, ActionId, Scope
from vrp.ui.keymap import Keymap, defaults, listing, portable, refused


def test_no_two_commands_share_a_key_where_both_work() -> None:
    assert Keymap().clashes() == []


def test_a_chosen_key_goes_before_that_of_the_table() -> None:
    keymap = Keymap({"find": ["ctrl+k"], "record": ["nonsense+"], "of_a_later_version": ["Ctrl+F"]})
    assert keymap.keys(ActionId.FIND) == ("Ctrl+K",)
    assert keymap.keys(ActionId.RECORD) == ()
    assert keymap.keys(ActionId.QUIT) == ("Ctrl+Q",)
    assert keymap.changed == (ActionId.FIND, ActionId.RECORD)


def test_the_command_that_has_a_key_already_is_named_and_gives_it_up() -> None:
    keymap = Keymap()
    assert keymap.holder(ActionId.FIND, "Ctrl+R") is ActionId.RECORD
    assert keymap.holder(ActionId.FIND, "Ctrl+Alt+K") is None
    given = keymap.giving(ActionId.FIND, "Ctrl+Y")
    assert given[ActionId.FIND][0] == "Ctrl+Y"
    assert given[ActionId.REDO] == ("Ctrl+Shift+Z",)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(list(ActionId)), st.sampled_from(["F9", "Ctrl+R", "Del", "Space", "Ctrl+Y"])))
)
def test_however_keys_are_taken_over_no_two_commands_share_one(changes: list[tuple[ActionId, str]]) -> None:
    changed: dict[str, tuple[str, ...]] = {}
    for action, key in changes:
        changed |= {str(one): keys for one, keys in Keymap(changed).giving(action, key).items()}
    assert Keymap(changed).clashes() == []


@pytest.mark.parametrize("spec", [spec for spec in ACTIONS if spec.keys], ids=lambda spec: str(spec.id))
def test_the_keys_of_the_table_are_ones_that_qt_understands(spec: object) -> None:
    keys = defaults(spec.id)  # type: ignore[attr-defined]  # parametrize loses the type
    assert all(keys)
    assert keys == tuple(map(portable, keys))


def test_keys_for_moving_and_letters_in_text_fields_are_refused() -> None:
    none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert refused(QKeyCombination(none, Qt.Key.Key_Tab), Scope.LIBRARY)
    assert refused(QKeyCombination(none, Qt.Key.Key_A), Scope.WINDOW)
    assert not refused(QKeyCombination(none, Qt.Key.Key_A), Scope.LIBRARY)
    assert not refused(QKeyCombination(ctrl, Qt.Key.Key_A), Scope.WINDOW)
    assert not refused(QKeyCombination(none, Qt.Key.Key_F9), Scope.WINDOW)


def test_the_list_of_keys_has_every_command_with_a_key() -> None:
    rows = listing(Keymap({"find": []}))
    assert len(rows) == sum(bool(spec.keys) for spec in ACTIONS) - 1
    assert ("Recording", "Record", ("Ctrl+R",)) in rows


def test_the_page_of_the_manual_has_the_keys_as_they_are() -> None:
    assert shortcut_page.PAGE.read_text(encoding="utf-8") == shortcut_page.page(), "run `make shortcuts`"
