from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.message_bar import Message, MessageAction, Severity


def test_f6_goes_round_the_panes_and_back(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    window = room.window
    window.activateWindow()
    window.library.table.selectRow(0)
    qtbot.waitUntil(lambda: window.player_bar.waveform.isEnabled() and window.details.one.isVisible())
    window.library.table.setFocus()
    panes = (window.details, window.player_bar, window.record_bar, window.sidebar, window.library)
    for pane in panes:
        QTest.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert pane is focus or pane.isAncestorOf(focus), pane
    window.actions_[ActionId.PREVIOUS_PANE].trigger()
    assert QApplication.focusWidget() is window.sidebar


def test_f6_and_tab_come_to_what_a_message_offers(desk: OpenDesk, qtbot: QtBot) -> None:
    window = desk(["Interview"]).window
    window.activateWindow()
    window.record_bar.preset.setFocus()
    window.messages.post(
        Message("told", Severity.INFO, "Told.", tuple(MessageAction(one, lambda: None) for one in ("Undo", "Again")))
    )
    undo, again = window.messages.findChildren(QPushButton)
    window.actions_[ActionId.NEXT_PANE].trigger()
    assert undo.hasFocus()
    QTest.keyClick(undo, Qt.Key.Key_Tab)
    assert again.hasFocus()
    QTest.keyClick(again, Qt.Key.Key_Tab)
    cross = window.messages.findChild(QToolButton, names.MESSAGE_CLOSE)
    assert cross is not None
    assert cross.hasFocus()
    QTest.keyClick(cross, Qt.Key.Key_Tab)
    assert window.sidebar.hasFocus()


def escape() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore("This plugin does not support")  # the tasks are a popup
def test_escape_closes_what_was_opened_over_the_library(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    window = room.window
    window.activateWindow()
    window.library.table.setFocus()

    def is_open() -> bool:
        return not window.splitter.isVisible() or any(dock.isVisible() for dock in window.findChildren(QDockWidget))

    for action in (ActionId.DIAGNOSTICS, ActionId.LOG):
        window.actions_[action].trigger()
        assert is_open()
        escape()
        assert not is_open()
        assert window.library.table.hasFocus()
    window.actions_[ActionId.SHOW_TASKS].trigger()
    assert window.tasks.isVisible()
    QTest.keyClick(window.tasks, Qt.Key.Key_Escape)
    assert not window.tasks.isVisible()
    window.messages.post(Message("told", Severity.INFO, "Told.", (MessageAction("Undo", lambda: None),)))
    window.messages.findChildren(QPushButton)[0].setFocus()
    escape()
    assert not window.messages.isVisible()
    room.window.actions_[ActionId.SETTINGS].trigger()
    dialog = room.dialogs.shown[-1]
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_opens_the_menu_of_what_is_selected(desk: OpenDesk) -> None:
    window = desk(["Interview"]).window
    window.activateWindow()
    table = window.library.table
    table.setFocus()
    table.selectRow(0)
    at = table.visualRect(table.currentIndex()).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), asked)  # what a platform makes of the key; offscreen makes nothing
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.actions_[ActionId.RENAME] in menu.actions()
    menu.close()
