"""Where there is nothing to show, the window says why, what to do, and offers nothing that cannot be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.ui.actions import ActionId

NEEDS_ONE = (
    ActionId.PLAY,
    ActionId.BACK,
    ActionId.FORWARD,
    ActionId.RENAME,
    ActionId.DELETE,
    ActionId.PURGE,
    ActionId.ERASE,
    ActionId.RESTORE,
    ActionId.COPY,
    ActionId.FAVOURITE,
    ActionId.EDIT_TAGS,
    ActionId.SHOW_FILE,
    ActionId.HISTORY,
    ActionId.UNDO,
    ActionId.REDO,
)


def told(room: Desk) -> tuple[str, str]:
    """The sentence and the button; with them go a picture and a line."""
    empty = room.window.library.empty
    assert empty.isVisible()
    labels = [label for label in empty.findChildren(QLabel) if label.isVisible()]
    assert any(not label.pixmap().isNull() for label in labels)
    assert sum(bool(label.text()) for label in labels) == 2
    return empty.title.text(), empty.button.text()


def test_a_new_library_says_how_to_begin_and_where_all_stays(desk: OpenDesk) -> None:
    room = desk([])
    assert told(room) == ("Nothing recorded yet", "Import Files…")
    texts = " ".join(label.text() for label in room.window.library.empty.findChildren(QLabel))
    assert "What you record is kept in" in texts
    assert "Nothing leaves this computer" in texts


def test_a_search_without_result_is_cleared_by_its_button(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    QTest.keyClicks(room.window.library.search, "zebra")
    qtbot.waitUntil(room.window.library.empty.isVisible)
    assert told(room) == ("No recording matches", "Clear Search")
    room.window.library.empty.button.click()
    qtbot.waitUntil(lambda: room.window.model.rowCount() == 1)
    assert room.window.library.search.text() == ""


def test_an_empty_recently_deleted_leads_back_to_the_library(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    QTest.keySequence(room.window, QKeySequence("Ctrl+2"))
    qtbot.waitUntil(room.window.library.empty.isVisible)
    assert told(room) == ("Nothing was deleted", "Back to the Library")
    QTest.mouseClick(room.window.library.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.window.model.rowCount() == 1)


def test_what_needs_a_recording_is_off_without_one_and_says_why(desk: OpenDesk) -> None:
    room = desk([])
    actions, player = room.window.actions_, room.window.player_bar
    assert [one for one in NEEDS_ONE if actions[one].isEnabled()] == []
    assert [one for one in NEEDS_ONE if not actions[one].statusTip()] == []
    assert not player.play.isEnabled()
    assert not player.waveform.isEnabled()
