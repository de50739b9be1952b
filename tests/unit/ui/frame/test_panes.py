from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.ui.actions import ActionId


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
