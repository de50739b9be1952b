"""What the window shows from pressing Record to the row: colour, shape, words, clock and title together."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.stubs import RecorderStub, StubState, TakesStub
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.takes import CaptureFormat, EndReason, InputDevice, RecorderState, TakeEnded
from vrp.backend.errors import FormatUnsupported, MicrophoneLost
from vrp.ui.sound.phases import Phase
from vrp.ui.theme import colours


@dataclass(frozen=True)
class Shown:
    word: str
    shape: Phase
    button: str
    clock: str
    title: str


def shown(room: Desk) -> Shown:
    bar = room.window.record_bar
    title = room.window.windowTitle().removesuffix("Voice Recorder Pro").removesuffix(" – ")
    return Shown(bar.phase.text.text(), bar.phase.sign.phase, bar.button.text(), bar.clock.text(), title)


@pytest.fixture
def room(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Its recorder is ready, and does not begin by itself when it is told to."""
    room = desk([])
    room.recorder.start()
    monkeypatch.setattr(RecorderStub, "record", lambda _self, continues="": None)
    return room


def test_each_phase_of_a_take_is_shown_by_word_shape_clock_and_title(room: Desk, qtbot: QtBot) -> None:
    recorder, clock = room.recorder, room.window.record_bar.clock
    assert shown(room) == Shown("Ready", Phase.IDLE, "Record", "00:00:00", "")
    QTest.mouseClick(room.window.record_bar.button, Qt.MouseButton.LeftButton)
    assert shown(room) == Shown("Starting…", Phase.ARMING, "Record", "00:00:00", "Recording starts")
    recorder.become(RecorderState.RECORDING)
    recorder.elapsed = 65.0
    qtbot.waitUntil(lambda: clock.text() == "00:01:05")
    assert shown(room) == Shown("Recording", Phase.RECORDING, "Stop", "00:01:05", "Recording")
    assert clock.palette().color(QPalette.ColorRole.WindowText) == colours().of("record")
    recorder.pause()
    assert shown(room) == Shown("Paused", Phase.PAUSED, "Stop", "00:01:05", "Recording paused")
    assert clock.palette().color(QPalette.ColorRole.WindowText) == colours().of("text")
    recorder.stop()
    assert shown(room) == Shown("Saving…", Phase.FINALISING, "Saving…", "00:01:05", "Saving the recording")
    recorder.become(RecorderState.READY)
    assert shown(room) == Shown("Ready", Phase.IDLE, "Record", "00:00:00", "")


def test_a_take_that_failed_is_shown_by_word_shape_and_title_and_told(room: Desk) -> None:
    room.recorder.become(RecorderState.RECORDING)
    room.recorder.failed.emit(MicrophoneLost(device="Desk Microphone"))
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 723 * 48_000, CaptureFormat(), EndReason.DEVICE_LOST))
    room.recorder.become(RecorderState.OFF)
    assert shown(room) == Shown("Failed", Phase.FAILED, "Record", "00:00:00", "Recording failed")
    assert room.window.messages.text.text() == "Microphone unplugged. Recording kept (12:03)."


def test_one_press_begins_without_a_question(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.start()
    QTest.mouseClick(room.window.record_bar.button, Qt.MouseButton.LeftButton)
    assert room.recorder.state is RecorderState.RECORDING
    assert room.dialogs.asked == []
    assert room.dialogs.shown == []


def test_a_recovered_take_can_be_played_at_once(desk: OpenDesk) -> None:
    room = desk(["other"], TakesStub())
    (rescued,) = room.library.add(["Rescued"])
    room.window.recording.offer_recovered((rescued,))
    buttons = [one for one in room.window.messages.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons] == ["Play", "Keep", "Discard"]
    buttons[0].click()
    assert room.player.state == StubState.PLAYING
    assert room.player.loaded == room.library.library.audio_path(rescued)
    assert room.library.library.page(LibraryQuery()).total == 2


LOST = TakeEnded("0" * 32, 723 * 48_000, CaptureFormat(), EndReason.DEVICE_LOST)


def resume_menu(room: Desk) -> QMenu:
    """What “Resume with…” offers now."""
    buttons = [one for one in room.window.messages.findChildren(QPushButton) if one.isVisible()]
    menu = next(one for one in buttons if one.text() == "Resume with…").menu()
    menu.aboutToShow.emit()
    return menu


def lose(room: Desk) -> None:
    room.recorder.take_ended.emit(LOST)
    room.recorder.microphone = ""
    room.recorder.become(RecorderState.OFF)


def test_after_the_microphone_is_lost_another_one_is_chosen_and_nothing_is_recorded_until_it_listens(
    desk: OpenDesk, qtbot: QtBot
) -> None:
    room = desk([])
    recorder = room.recorder
    recorder.start()
    lose(room)
    recorder.devices = (InputDevice("desk", "Desk Microphone", is_default=True), InputDevice("usb", "Headset"))
    menu = resume_menu(room)
    assert [item.text() for item in menu.actions()] == ["Desk Microphone", "Headset"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: recorder.configured[-1][1] == "usb")
    assert shown(room).word == "Starting…"
    recorder.microphone = "desk"  # the one that it listened to before it heard of the choice
    recorder.become(RecorderState.READY)
    assert shown(room).word == "Starting…"
    recorder.microphone = "usb"
    recorder.become(RecorderState.READY)
    assert shown(room).word == "Recording"
    assert recorder.continues == LOST.uuid


def test_the_microphone_that_listens_already_records_at_once_and_stays_the_systems_choice(desk: OpenDesk) -> None:
    room = desk([])
    recorder = room.recorder
    recorder.start()
    recorder.take_ended.emit(LOST)
    asked = len(recorder.configured)
    resume_menu(room).actions()[0].trigger()
    assert recorder.state is RecorderState.RECORDING
    assert recorder.continues == LOST.uuid
    assert len(recorder.configured) == asked


def test_a_microphone_that_cannot_be_used_after_all_is_told_and_another_one_can_be_chosen(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.start()
    lose(room)
    resume_menu(room).actions()[0].trigger()
    room.recorder.failed.emit(FormatUnsupported(device="Desk Microphone", format="stereo"))
    assert "Desk Microphone" in room.window.messages.text.text()
    assert shown(room).word == "Failed"
    room.recorder.become(RecorderState.READY)
    assert room.recorder.state is RecorderState.READY
    assert [item.text() for item in resume_menu(room).actions()] == ["Desk Microphone"]


def test_a_microphone_that_does_not_answer_is_not_recorded_from_later(
    desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vrp.ui.sound.resuming.PATIENCE_MS", 20)
    room = desk([])
    room.recorder.start()
    lose(room)
    resume_menu(room).actions()[0].trigger()
    qtbot.waitUntil(lambda: room.window.messages.text.text().startswith("Desk Microphone does not answer."))
    room.recorder.microphone = "mic"
    room.recorder.become(RecorderState.READY)
    assert room.recorder.state is RecorderState.READY
    assert resume_menu(room).actions()


def test_a_disk_that_is_full_offers_no_microphone(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.DISK_FULL))
    assert [one for one in room.window.messages.findChildren(QPushButton) if one.isVisible()] == []


def test_the_focus_goes_from_the_button_that_begins_the_first_take_to_the_one_that_ends_it(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.start()
    room.window.activateWindow()
    begin = room.window.library.empty.record
    begin.setFocus()
    QTest.keyClick(begin, Qt.Key.Key_Space)
    assert room.recorder.state is RecorderState.RECORDING
    assert room.window.record_bar.button.hasFocus()
