from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.crashes import CRASH, CrashReport
from vrp.ui import names
from vrp.ui.diagnostics import crash_notice
from vrp.ui.wishes import SafeModeWish

REPORT = CrashReport(Path("x.json"), datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC), CRASH, "1")


def text_of(room: Desk) -> str:
    label = room.window.messages.findChild(QLabel, names.MESSAGE_TEXT)
    assert label is not None
    return label.text() if room.window.messages.isVisible() else ""


def test_an_unclean_end_is_told_without_alarm(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    crash_notice.tell(room.window, None, loops=False, safe=False)
    assert "did not end in order" not in text_of(room)
    crash_notice.tell(room.window, REPORT, loops=False, safe=False)
    qtbot.waitUntil(lambda: "did not end in order last time" in text_of(room))


def test_after_two_crashes_within_a_minute_safe_mode_is_offered(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    crash_notice.tell(room.window, REPORT, loops=True, safe=False)
    button = room.window.messages.findChild(QPushButton, f"{names.MESSAGE_ACTION}0")
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "Restart in Safe Mode"
    with qtbot.waitSignal(room.window.closed):
        button.click()
    assert room.window.wish == SafeModeWish()


def test_safe_mode_says_so(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    crash_notice.tell(room.window, None, loops=False, safe=True)
    qtbot.waitUntil(lambda: text_of(room).startswith("Safe mode"))
