"""What cannot be taken back is asked before, with the number of recordings, and the safe answer comes by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.questions import answering
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.ui.actions import ActionId


@pytest.fixture
def room(desk: OpenDesk) -> Desk:
    """With two of three recordings selected."""
    room = desk(["a", "b", "c"])
    room.window.library.table.select([one.id for one in room.library.library.page(LibraryQuery()).rows[:2]])
    return room


def left(room: Desk) -> int:
    return room.library.library.page(LibraryQuery()).total


def ask_purge(room: Desk) -> None:
    QTest.keySequence(room.window.library.table, QKeySequence("Shift+Del"))


def ask_erase(room: Desk) -> None:
    room.window.actions_[ActionId.ERASE].trigger()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize(
    ("ask", "title", "verb"),
    [
        (ask_purge, "Delete 2 recordings permanently?", "Delete Permanently"),
        (ask_erase, "Erase 2 recordings for good?", "Erase for Good"),
    ],
)
def test_what_goes_for_good_is_named_by_its_number_and_kept_by_enter_and_esc(
    room: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ask: object, title: str, verb: str, key: Qt.Key
) -> None:
    with answering(room.dialogs, key, monkeypatch) as asked:
        assert callable(ask)
        ask(room)
    (question,) = asked
    assert question.title == title
    assert question.buttons == {verb, "Keep"}
    assert (question.default, question.escape) == ("Keep", "Keep")
    qtbot.waitUntil(lambda: not room.runner.running)
    assert left(room) == 3


def test_the_button_with_the_verb_deletes(room: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(room.dialogs, "Delete Permanently", monkeypatch):
        ask_purge(room)
    qtbot.waitUntil(lambda: room.window.messages.text.text() == "2 recordings deleted permanently.")
    assert left(room) == 1
