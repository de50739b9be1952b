"""What assistive software, the keyboard and weak eyes need, looked up on every control of the real windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.ui.actions import ActionId
from vrp.ui.settings.row import RowWidget

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


@pytest.fixture
def room(desk: OpenDesk, qtbot: QtBot) -> Desk:
    """With one recording shown everywhere, so that every pane has something to say."""
    room = desk(["Interview", "Lecture"])
    room.recorder.start()
    room.window.resize(1280, 800)
    room.window.library.table.selectRow(0)
    qtbot.waitUntil(lambda: room.window.player_bar.waveform.isEnabled() and room.window.details.one.isVisible())
    room.window.activateWindow()
    return room


def takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def controls(root: QWidget) -> list[QWidget]:
    return [one for one in root.findChildren(QWidget) if takes_tab(one) and one.focusProxy() is None]


def dialogs(room: Desk) -> Iterator[QWidget]:
    for action in (
        ActionId.SETTINGS,
        ActionId.SHORTCUTS,
        ActionId.ABOUT,
        ActionId.USER_MANUAL,
        ActionId.REPORT_PROBLEM,
    ):
        room.window.actions_[action].trigger()
        dialog = room.dialogs.shown[-1]
        dialog.show()
        yield dialog
        dialog.hide()


def unnamed(root: QWidget) -> list[str]:
    found = []
    for one in controls(root):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name) or interface.role() in NO_ROLE:
            found.append(f"{type(one).__name__} {one.objectName()} {interface.role()}")
    return found


def test_every_control_of_the_window_has_a_name_and_a_role(room: Desk) -> None:
    assert not unnamed(room.window)


def test_every_control_of_the_dialogs_has_a_name_and_a_role(room: Desk) -> None:
    for dialog in dialogs(room):
        assert not unnamed(dialog), dialog.windowTitle()


def tab_round(room: Desk) -> list[QWidget]:
    """Every control in the order in which Tab comes to it."""
    room.window.record_bar.button.setFocus()
    seen: list[QWidget] = []
    for _ in range(100):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            return seen
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come round")


def test_tab_reaches_every_control_pane_by_pane(room: Desk) -> None:
    window = room.window
    order = tab_round(room)
    missed = [one for one in controls(window) if one not in order and not isinstance(one, QMenuBar | QScrollArea)]
    assert not missed
    panes = (window.record_bar, window.sidebar, window.library, window.details, window.player_bar)
    places = [place for one in order for place, pane in enumerate(panes) if pane is one or pane.isAncestorOf(one)]
    assert places == sorted(places)


def test_the_level_meter_is_one_for_those_who_hear_the_window(room: Desk) -> None:
    meter = room.window.record_bar.level.meter
    interface = QAccessible.queryAccessibleInterface(meter)
    assert interface.role() is QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "Microphone level in decibels"
    value = interface.valueInterface()
    assert (value.minimumValue(), value.maximumValue()) == (-60, 0)


def test_each_label_of_a_setting_belongs_to_its_control(room: Desk) -> None:
    room.window.actions_[ActionId.SETTINGS].trigger()
    window = room.dialogs.shown[-1]
    rows = window.findChildren(RowWidget)
    assert rows
    for row in rows:
        assert row.control in [label.buddy() for label in row.findChildren(QLabel)], row.row.key
