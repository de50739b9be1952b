from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vrp.backend.audio.peaks import Peaks
from vrp.ui.sound.waveform import Waveform
from vrp.ui.sound.waveform_painting import hover_text
from vrp.ui.sound.waveform_picture import Missing
from vrp.ui.theme import LIGHT, Scheme, Theme, colours


def peaks(seconds: float = 100.0, height: int = 20_000, clipped: tuple[float, ...] = ()) -> Peaks:
    count = round(seconds * 100)
    high = np.full(count, height, np.int16)
    marks = np.zeros(count, np.bool_)
    marks[[round(at * 100) for at in clipped]] = True
    return Peaks(48_000, 480, count * 480, -high, high, marks)


@pytest.fixture
def waveform(qtbot: QtBot) -> Waveform:
    widget = Waveform()
    qtbot.addWidget(widget)
    widget.resize(408, 88)
    widget.show()
    widget.show_recording(100.0)
    return widget


def test_a_click_asks_for_that_second(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(104, 40))
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


def wheel(waveform: Waveform, x: float, turns: float, modifier: Qt.KeyboardModifier) -> None:
    at = QPointF(x, 40)
    QApplication.sendEvent(
        waveform,
        QWheelEvent(
            at,
            waveform.mapToGlobal(at),
            QPoint(),
            QPoint(0, round(120 * turns)),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_assistive_software_can_move_it(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QAccessible.queryAccessibleInterface(waveform).valueInterface().setCurrentValue(42_000)
    assert sought.args == [42.0]


def test_it_says_where_it_is_in_words_of_a_clock(waveform: Waveform, qtbot: QtBot) -> None:
    QTest.keyClick(waveform, Qt.Key.Key_End)
    assert waveform.accessibleDescription() == "0:01:40 of 0:01:40"


def test_the_wheel_with_ctrl_zooms_around_the_pointer(waveform: Waveform) -> None:
    wheel(waveform, 104, 4, Qt.KeyboardModifier.ControlModifier)
    assert waveform.view.span < 20
    assert waveform.view.share(25.0) == pytest.approx(0.25, abs=0.01)
    start = waveform.view.start
    wheel(waveform, 104, -1, Qt.KeyboardModifier.NoModifier)
    assert waveform.view.start > start
    wheel(waveform, 104, -20, Qt.KeyboardModifier.ControlModifier)
    assert not waveform.view.is_zoomed


def test_the_wheel_does_not_move_the_playhead(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(waveform.seek_requested):
        wheel(waveform, 104, 2, Qt.KeyboardModifier.NoModifier)
    assert waveform.value() == 0


def test_zoom_keeps_the_playhead_in_sight_and_playing_turns_the_page(waveform: Waveform) -> None:
    waveform.show_position(50.0)
    for _ in range(5):
        waveform.zoom_in()
    assert waveform.view.start < 50.0 < waveform.view.end
    end = waveform.view.end
    waveform.show_position(end + 0.1)
    assert waveform.view.start < end + 0.1 < waveform.view.end


def test_who_scrolled_away_is_not_pulled_back_by_what_plays(waveform: Waveform) -> None:
    waveform.show_position(10.0)
    for _ in range(5):
        waveform.zoom_in()
    waveform.show_position(10.1)
    for _ in range(40):
        wheel(waveform, 200, -1, Qt.KeyboardModifier.NoModifier)
    view = waveform.view
    waveform.show_position(10.2)
    assert waveform.view == view
    waveform.zoom_all()
    assert not waveform.view.is_zoomed


def test_a_drag_in_the_overview_moves_the_view_and_not_the_playhead(waveform: Waveform, qtbot: QtBot) -> None:
    for _ in range(4):
        waveform.zoom_in()
    with qtbot.assertNotEmitted(waveform.seek_requested):
        QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(304, 8))
    assert waveform.view.share(75.0) == pytest.approx(0.5, abs=0.02)


def test_shift_and_an_arrow_move_by_a_hundredth_of_what_is_seen(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.show_position(50.0)
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.keyClick(waveform, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert sought.args[0] == pytest.approx(51.0)


def test_samples_are_asked_for_where_peaks_are_too_coarse(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.show_peaks(peaks())
    waveform.show_position(50.0)
    with qtbot.waitSignal(waveform.part_wanted) as wanted:
        for _ in range(10):
            waveform.zoom_in()
    start, end = wanted.args
    assert start <= waveform.view.start < waveform.view.end <= end
    sound = np.zeros(round((end - start) * 8_000), np.int16)
    waveform.show_part(Peaks(8_000, 1, len(sound), sound, sound, sound > 0, round(start * 8_000)))
    with qtbot.assertNotEmitted(waveform.part_wanted, wait=100):
        waveform.zoom_in()


def test_all_of_a_recording_needs_no_samples(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(waveform.part_wanted, wait=100):
        waveform.show_peaks(peaks())


def column(waveform: Waveform, x: int) -> list[QColor]:
    image = waveform.grab().toImage()
    scale = image.devicePixelRatio()
    return [image.pixelColor(round(x * scale), y) for y in range(image.height())]


def test_what_was_played_is_painted_in_another_colour(waveform: Waveform) -> None:
    waveform.show_peaks(peaks())
    before = waveform.grab().toImage()
    waveform.show_position(50.0)
    after = waveform.grab().toImage()
    assert before.pixelColor(106, 40) != after.pixelColor(106, 40)
    assert before.pixelColor(306, 40) == after.pixelColor(306, 40)


def test_clips_and_gaps_are_marked(waveform: Waveform) -> None:
    waveform.show_peaks(peaks(clipped=(25.0,)))
    assert colours().of("clip") in column(waveform, 104)
    assert colours().of("clip") not in column(waveform, 304)
    before = column(waveform, 204)
    waveform.show_gaps([Missing(50.0, 0.25)])
    assert column(waveform, 204) != before
    assert "0.25 s of sound are missing" in hover_text(waveform, 204)
    assert hover_text(waveform, 104) == "0:00:25.0"


def test_the_focus_is_seen(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.clearFocus()
    without = waveform.grab().toImage()
    waveform.setFocus()
    qtbot.waitUntil(waveform.hasFocus)
    assert waveform.grab().toImage() != without


def test_time_runs_to_the_right_in_every_language(waveform: Waveform, qtbot: QtBot) -> None:
    parent = waveform.window()
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(104, 40))
    assert sought.args[0] == pytest.approx(25.0, abs=0.5)


def test_another_scheme_is_drawn_in_its_colours(waveform: Waveform, qapp: QApplication) -> None:
    theme = Theme(Scheme.LIGHT)
    waveform.show_peaks(peaks())
    waveform.show_position(100.0)
    assert QColor(LIGHT.accent) in column(waveform, 104)
    theme.choose(Scheme.DARK)
    assert QColor(LIGHT.accent) not in column(waveform, 104)
    theme.choose(Scheme.LIGHT)
    qapp.setStyleSheet("")


def test_a_length_that_the_player_knows_better(waveform: Waveform) -> None:
    waveform.show_duration(120.0)
    assert (waveform.duration, waveform.view.span) == (120.0, 120.0)


def test_without_a_recording_nothing_can_be_moved(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.show_recording(0.0)
    with qtbot.assertNotEmitted(waveform.seek_requested):
        waveform.zoom_in()
    assert not waveform.isEnabled()
    assert not waveform.grab().isNull()
