"""What the meter paints: three zones, the held peak, and the latch of a clip, which a click opens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.backend.domain.takes import Level
from vrp.ui.sound.ballistics import FLOOR, Ballistics, Reading
from vrp.ui.sound.level_meter import LevelMeter
from vrp.ui.theme import Scheme, Theme, colours

SCALE = 200  # pixels of the sixty decibels
LATCH = SCALE + 14  # the meter's width


@pytest.fixture
def meter(qtbot: QtBot, theme: Theme) -> LevelMeter:
    theme.choose(Scheme.LIGHT)
    meter = LevelMeter(Ballistics())
    qtbot.addWidget(meter)
    meter.resize(LATCH, 32)
    meter.show()
    return meter


def colour_at(meter: LevelMeter, x: int) -> QColor:
    return meter.grab().toImage().pixelColor(x, 9)


def at(decibels: float) -> int:
    return round((decibels - FLOOR) / -FLOOR * SCALE)


def test_the_bar_is_green_yellow_and_red_as_it_gets_louder(meter: LevelMeter) -> None:
    meter.show_reading(Reading(bar=-1.0, peak=-1.0))
    shown = [colour_at(meter, at(level)) for level in (-40.0, -12.0, -4.0)]
    assert shown == [colours().of(name) for name in ("quiet", "loud", "clip")]
    meter.show_reading(Reading(bar=-30.0, peak=-30.0))
    shown = [colour_at(meter, at(level)) for level in (-40.0, -12.0, -4.0)]
    assert shown == [colours().of(name) for name in ("quiet", "track", "track")]


def test_the_held_peak_stays_as_a_mark_when_the_bar_has_fallen(meter: LevelMeter) -> None:
    meter.show_reading(Reading(bar=-50.0, peak=-12.0))
    assert colour_at(meter, at(-12.0)) == colours().of("text")
    assert colour_at(meter, at(-30.0)) == colours().of("track")


def test_a_clip_is_latched_until_it_is_clicked(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.recorder.start()
    bar = room.window.record_bar
    room.recorder.level = Level(-1.0, clipped=True)
    qtbot.waitUntil(lambda: bar.level.peak.text() == "Clipped")
    room.recorder.level = Level(-40.0)
    qtbot.waitUntil(lambda: bar.level.meter.value() < -20)
    assert bar.level.peak.text() == "Clipped"
    QTest.mouseClick(bar.level.meter, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    qtbot.waitUntil(lambda: bar.level.peak.text() == "−40 dB")


@pytest.mark.parametrize("width", [60, 96, 120, 208, 400])
@pytest.mark.parametrize("points", [8, 10, 16])
def test_the_numbers_of_the_scale_never_touch(qtbot: QtBot, width: int, points: int) -> None:
    meter = LevelMeter(Ballistics())
    qtbot.addWidget(meter)
    font = meter.font()
    font.setPointSize(points)
    meter.setFont(font)
    meter.resize(width, 32)
    found = sorted((place.left(), place.right(), label) for label, place in meter.ticks())
    assert found[0][0] >= 0
    assert found[-1][1] <= width
    assert all(right < left for (_, right, _), (left, _, _) in pairwise(found))
    labels = [label for *_, label in found]
    assert "−60" in labels
    if (width, points) == (208, 10):
        assert labels == ["−60", "−40", "−20", "0"]
