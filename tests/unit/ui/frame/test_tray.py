"""A take goes on in the tray while the window is closed, only where the person asked for it and a tray is there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.takes import CaptureFormat, EndReason, RecorderState, TakeEnded
from vrp.ui.actions import ActionId
from vrp.ui.settings.row import RowWidget
from vrp.ui.theme import colours

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # of a platform that has no tray
WANTED = "[appearance]\ntray = true\n"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desktop with a tray, and what is shown there."""
    found: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, text, *_: found.append(text))
    return found


def tray(room: Desk) -> QSystemTrayIcon:
    (found,) = [one for one in room.window.findChildren(QSystemTrayIcon) if one.isVisible()]
    return found


def choose(room: Desk, text: str) -> None:
    next(one for one in tray(room).contextMenu().actions() if one.text() == text).trigger()


def settings_shown(room: Desk) -> list[str]:
    room.window.actions_[ActionId.SETTINGS].trigger()
    return [one.row.key for one in room.dialogs.shown[-1].findChildren(RowWidget)]


@pytest.fixture
def hidden(desk: OpenDesk, said: list[str]) -> Desk:
    """Its window was closed while a take runs."""
    room = desk([], settings=WANTED)
    room.recorder.record()
    room.window.close()
    assert room.window.isHidden()
    return room


def test_the_take_goes_on_there_and_nothing_is_asked(hidden: Desk, said: list[str]) -> None:
    assert hidden.recorder.state is RecorderState.RECORDING
    assert hidden.dialogs.asked == []
    assert len(said) == 1
    assert tray(hidden).toolTip().startswith("Recording")
    picture = tray(hidden).icon().pixmap(24, 24).toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) == colours().of("record")


def test_the_window_comes_back_while_the_take_goes_on(hidden: Desk) -> None:
    choose(hidden, "Show Window")
    assert hidden.window.isVisible()
    assert hidden.recorder.state is RecorderState.RECORDING


def test_stop_brings_the_window_back_and_leaves_nothing_in_the_tray(hidden: Desk) -> None:
    choose(hidden, "Stop Recording")
    assert hidden.recorder.state is RecorderState.STOPPING
    assert hidden.window.isVisible()
    assert [one for one in hidden.window.findChildren(QSystemTrayIcon) if one.isVisible()] == []


def test_a_take_that_is_paused_can_be_stopped_there_too(hidden: Desk) -> None:
    hidden.recorder.pause()
    assert tray(hidden).toolTip().startswith("Recording paused")
    choose(hidden, "Stop Recording")
    assert hidden.recorder.state is RecorderState.STOPPING


def test_a_take_that_ends_by_itself_brings_the_window_back_with_the_reason(hidden: Desk) -> None:
    hidden.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.DEVICE_LOST))
    hidden.recorder.become(RecorderState.OFF)
    assert hidden.window.isVisible()
    assert hidden.window.messages.text.text().startswith("Microphone unplugged.")


@pytest.mark.parametrize("way", ["tray", "menu"])
def test_quit_asks_what_becomes_of_the_take(hidden: Desk, way: str) -> None:
    hidden.dialogs.answer = False
    if way == "tray":
        choose(hidden, "Quit")
    else:
        choose(hidden, "Show Window")
        hidden.window.actions_[ActionId.QUIT].trigger()
    assert len(hidden.dialogs.asked) == 1
    assert hidden.window.isVisible()
    assert hidden.recorder.state is RecorderState.RECORDING
    hidden.window.close()  # and that was no decision about what closing means
    assert hidden.window.isHidden()


def test_a_tray_that_goes_away_gives_the_window_back(
    hidden: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    qtbot.waitUntil(hidden.window.isVisible)
    assert hidden.recorder.state is RecorderState.RECORDING


def test_without_a_wish_for_it_closing_asks_as_ever(desk: OpenDesk, said: list[str]) -> None:
    room = desk([])
    room.dialogs.answer = False
    room.recorder.record()
    assert [one for one in room.window.findChildren(QSystemTrayIcon) if one.isVisible()] == []
    room.window.close()
    assert len(room.dialogs.asked) == 1
    assert said == []


def test_without_a_take_closing_ends_the_program(desk: OpenDesk, qtbot: QtBot, said: list[str]) -> None:
    room = desk([], settings=WANTED)
    with qtbot.waitSignal(room.window.closed):
        room.window.close()


def test_without_a_tray_closing_asks_and_no_such_setting_is_shown(desk: OpenDesk) -> None:
    room = desk([], settings=WANTED)
    room.dialogs.answer = False
    room.recorder.record()
    room.window.close()
    assert len(room.dialogs.asked) == 1
    assert "appearance.tray" not in settings_shown(room)


def test_where_there_is_a_tray_the_setting_is_offered(desk: OpenDesk, said: list[str]) -> None:
    assert "appearance.tray" in settings_shown(desk([]))
