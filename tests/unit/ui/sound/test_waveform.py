from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vrp.ui.sound.waveform import COLUMNS, Envelope, LiveWaveform, Waveform


def peaks(heights: list[int]) -> Any:
    maxima = np.array(heights, np.int16)
    return SimpleNamespace(minima=-maxima, maxima=maxima)


def test_the_envelope_keeps_the_loudest_of_each_stretch() -> None:
    loud = [0] * 100_000
    loud[70_000] = 32_767
    envelope = Envelope.of(peaks(loud))
    assert len(envelope.heights) == COLUMNS
    assert max(envelope.heights) == 1.0
    assert envelope.heights.index(1.0) == pytest.approx(0.7 * COLUMNS, abs=1)


@given(st.lists(st.integers(0, 32_767), max_size=300), st.integers(1, 500))
def test_resampling_never_loses_the_loudest(heights: list[int], columns: int) -> None:
    envelope = Envelope.of(peaks(heights))
    shown = envelope.resampled(columns)
    assert len(shown) == (columns if heights else 0)
    if heights:
        assert max(shown) == max(envelope.heights)


@pytest.fixture
def waveform(qtbot: QtBot) -> Waveform:
    widget = Waveform()
    qtbot.addWidget(widget)
    widget.resize(408, 44)
    widget.show()
    widget.show_recording(100.0)
    return widget


def test_a_click_asks_for_that_second(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(104, 10))
    assert sought.args[0] == pytest.approx(25.0, abs=0.5)


@pytest.mark.parametrize(
    ("key", "second"),
    [
        (Qt.Key.Key_Right, 55),
        (Qt.Key.Key_Left, 45),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
        (Qt.Key.Key_PageDown, 80),
    ],
)
def test_the_keyboard_seeks(waveform: Waveform, qtbot: QtBot, key: Qt.Key, second: float) -> None:
    waveform.show_position(50.0)
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.keyClick(waveform, key)
    assert sought.args[0] == second


def test_showing_the_position_asks_for_nothing(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(waveform.seek_requested):
        waveform.show_position(30.0)


def test_it_tells_its_value_to_those_who_hear_the_window(waveform: Waveform) -> None:
    waveform.show_position(30.0)
    interface = QAccessible.queryAccessibleInterface(waveform)
    assert interface.role() is QAccessible.Role.Slider
    assert interface.valueInterface().currentValue() == 30_000


def test_what_was_played_is_painted_in_another_colour(waveform: Waveform) -> None:
    waveform.show_envelope(Envelope((1.0,) * 100))
    before = waveform.grab().toImage()
    waveform.show_position(50.0)
    after = waveform.grab().toImage()
    assert before.pixelColor(106, 22) != after.pixelColor(106, 22)
    assert before.pixelColor(306, 22) == after.pixelColor(306, 22)


def test_the_live_one_keeps_a_bounded_past(qtbot: QtBot) -> None:
    live = LiveWaveform()
    qtbot.addWidget(live)
    live.resize(300, 44)
    for _ in range(LiveWaveform.PEAKS_KEPT * LiveWaveform.READINGS_A_BAR + 50):
        live.add(-6.0)
    assert not live.grab().isNull()
