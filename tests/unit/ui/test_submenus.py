from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import SortKey
from vrp.backend.domain.takes import RecorderState
from vrp.ui.library.columns import Column
from vrp.ui.submenus import ChoiceMenu


def _menus(room: Desk) -> list[QMenu]:
    return [menu for action in room.window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]


def _submenu(room: Desk, title: str) -> ChoiceMenu:
    (found,) = [
        menu for menu in room.window.menuBar().findChildren(ChoiceMenu) if menu.title().replace("&", "") == title
    ]
    found.aboutToShow.emit()
    return found


def _choose(menu: ChoiceMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def _letter(action: QAction) -> str:
    text = action.text().replace("&&", "")
    return text[text.index("&") + 1].lower() if "&" in text else ""


@pytest.mark.parametrize("state", [RecorderState.READY, RecorderState.RECORDING, RecorderState.PAUSED])
def test_every_item_of_every_menu_has_a_letter_of_its_own(desk: OpenDesk, state: RecorderState) -> None:
    room = desk(["Interview"])
    room.recorder.become(state)
    room.window.library.table.selectRow(0)
    for menu in _menus(room):
        letters = Counter(_letter(action) for action in menu.actions() if not action.isSeparator())
        assert [letter for letter, count in letters.items() if count > 1 or not letter] == [], menu.title()


def test_the_menus_stand_in_their_order_and_no_group_is_empty(desk: OpenDesk) -> None:
    room = desk([])
    titles = [menu.title().replace("&", "") for menu in _menus(room)]
    assert titles == ["File", "Edit", "View", "Recording", "Tools", "Help"]
    for menu in _menus(room):
        lines = [action.isSeparator() for action in menu.actions()]
        assert not lines[0]
        assert not lines[-1]
        assert (True, True) not in pairwise(lines)


def test_sort_by_sorts_and_the_one_that_holds_is_turned_round(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Beta", "Alpha"])
    menu = _submenu(room, "Sort By")
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Recorded"]
    _choose(menu, "Title")
    qtbot.waitUntil(
        lambda: [one.title for row in (0, 1) if (one := room.window.model.recording(row))] == ["Alpha", "Beta"]
    )
    assert room.window.model.query.sort is SortKey.TITLE
    menu.aboutToShow.emit()
    _choose(menu, "Title")
    assert room.window.model.query.descending


def test_what_a_search_found_can_be_sorted_by_relevance(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Zebra", "A long walk to the zebra"])
    model = room.window.model

    def arrow() -> Column | None:
        return room.window.library.table.head.sorted[0]

    def choices() -> list[str]:
        return [action.text() for action in _submenu(room, "Sort By").actions()]

    assert "Relevance" not in choices()
    room.window.library.search.setText("zebra")
    qtbot.waitUntil(lambda: model.query.search == "zebra")
    with qtbot.waitSignal(model.loaded):
        _choose(_submenu(room, "Sort By"), "Relevance")
    assert [one.title for row in (0, 1) if (one := model.recording(row))] == ["Zebra", "A long walk to the zebra"]
    assert arrow() is None
    with qtbot.waitSignal(model.loaded):
        room.window.library.search.clear()
    assert arrow() is Column.RECORDED
    assert "Relevance" not in choices()


def test_the_microphone_and_the_speed_are_chosen_as_in_the_bars(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    _choose(_submenu(room, "Input Device"), "Desk Microphone")
    qtbot.waitUntil(lambda: room.window.services.settings.load().audio.device == "mic")
    room.window.library.table.selectRow(0)
    _choose(_submenu(room, "Speed"), "1.5×")
    assert room.player.speed == 1.5
    assert room.window.player_bar.speed.currentText() == "1.5×"
