from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.support.stubs import RecorderStub
from tests.unit.ui.conftest import OpenDesk
from vrp.backend.domain.takes import CaptureFormat, EndReason, Level, RecorderState, TakeEnded
from vrp.backend.errors import MicrophoneLost
from vrp.ui.frame.window_state import SMALLEST
from vrp.ui.sound import recording_flow
from vrp.ui.sound.phases import Phase
from vrp.ui.sound.record_bar import RecordBar


@pytest.fixture
def recorder() -> RecorderStub:
    return RecorderStub()


@pytest.fixture
def bar(qtbot: QtBot, recorder: RecorderStub) -> RecordBar:
    bar = RecordBar(recorder)  # type: ignore[arg-type]  # scripted
    qtbot.addWidget(bar)
    bar.resize(1100, 90)
    bar.show()
    bar.show_state(RecorderState.READY)
    bar.show_format(CaptureFormat(48_000, 2, 24))
    return bar


def test_before_recording_the_meter_moves_and_the_choices_are_there(
    bar: RecordBar, recorder: RecorderStub, qtbot: QtBot
) -> None:
    recorder.level = Level(-12.0)
    qtbot.waitUntil(lambda: bar.level.peak.text() == "−12 dB")
    assert bar.device.isVisible()
    assert not bar.live.isVisible()
    assert bar.phase.text.text() == "Ready"


def test_while_recording_the_bar_is_the_live_waveform_with_what_is_recorded(bar: RecordBar) -> None:
    height = bar.sizeHint().height()
    bar.show_state(RecorderState.RECORDING)
    assert bar.live.isVisible()
    assert bar.facts.text() == "Desk Microphone · 48 kHz · stereo · 24 bit"
    assert bar.phase.text.text() == "Recording"
    assert bar.sizeHint().height() > height
    bar.show_state(RecorderState.READY)
    assert bar.sizeHint().height() == height


def test_silence_is_hinted_at_after_three_seconds(bar: RecordBar, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bar.level.peak.text() == "No signal", timeout=6_000)


def test_the_meter_tells_its_value_to_those_who_hear_the_window(
    bar: RecordBar, recorder: RecorderStub, qtbot: QtBot
) -> None:
    recorder.level = Level(-12.0, clipped=True)
    qtbot.waitUntil(lambda: bar.level.meter.value() == -12, timeout=3_000)
    interface = QAccessible.queryAccessibleInterface(bar.level.meter)
    assert interface.valueInterface().currentValue() == -12
    assert interface.text(QAccessible.Text.Description) == "-12 decibels, peak -12, clipped"


def test_pressing_record_is_seen_before_the_sound_comes(bar: RecordBar) -> None:
    bar.show_arming()
    before = bar.shown_phase
    bar.show_state(RecorderState.RECORDING)
    assert (before, bar.shown_phase) == (Phase.ARMING, Phase.RECORDING)


def test_a_take_that_failed_is_shown_until_the_microphone_is_ready(desk: OpenDesk) -> None:
    room = desk([])
    bar = room.window.record_bar
    room.window.recording.toggle()
    room.recorder.failed.emit(MicrophoneLost())
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.DEVICE_LOST))
    room.recorder.become(RecorderState.OFF)
    before = bar.shown_phase
    room.recorder.become(RecorderState.READY)
    assert (before, bar.shown_phase) == (Phase.FAILED, Phase.IDLE)


def test_what_happens_to_a_take_is_said(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(recording_flow, "announce", lambda _widget, text: said.append(text))
    room = desk([])
    room.window.recording.toggle()
    room.window.recording.toggle_pause()
    room.window.recording.toggle_pause()
    room.window.recording.toggle()
    room.recorder.become(RecorderState.READY)
    assert said == ["Recording started", "Recording paused", "Recording resumed", "Recording stopped"]


def test_in_the_smallest_window_the_live_waveform_has_room(bar: RecordBar, qtbot: QtBot) -> None:
    bar.resize(SMALLEST.width(), 90)
    bar.show_state(RecorderState.RECORDING)
    assert bar.minimumSizeHint().width() <= SMALLEST.width()
    qtbot.waitUntil(lambda: bar.live.width() >= 64)
