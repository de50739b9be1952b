"""The name of a microphone that does not fit ends in dots, and is whole in the tooltip."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vrp.backend.domain.takes import InputDevice
from vrp.ui.sound.choices import DeviceBox

NAME = "Desk Microphone of the Third Floor, Front Left"


def test_a_long_name_ends_in_dots_where_there_is_no_room_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = DeviceBox(window)
    box.show_devices([InputDevice("desk", NAME, is_default=True)], "desk")
    box.setFixedWidth(180)

    assert box.shown_name().endswith("…")
    assert NAME.startswith(box.shown_name()[:-1])
    assert NAME in box.toolTip()
    assert box.currentText() == NAME

    box.setMaximumWidth(2_000)
    box.setFixedWidth(1_000)
    assert box.shown_name() == NAME
