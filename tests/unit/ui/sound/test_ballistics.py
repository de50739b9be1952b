from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.domain.takes import Level
from vrp.ui.sound.ballistics import FALL, HOLD, SILENCE_AFTER, Ballistics

QUIET = Level(-120.0, -120.0)


def test_rises_at_once_and_falls_at_the_rate_of_a_peak_programme_meter() -> None:
    meter = Ballistics()
    assert meter.feed(Level(-6.0, -20.0), 0.0).bar == -6.0
    assert meter.feed(QUIET, 1.0).bar == pytest.approx(-6.0 - FALL)


def test_the_peak_is_held_and_then_falls() -> None:
    meter = Ballistics()
    meter.feed(Level(-3.0, -20.0), 0.0)
    assert meter.feed(QUIET, HOLD).peak == -3.0
    assert meter.feed(QUIET, HOLD + 0.5).peak < -3.0


def test_clipping_stays_until_it_was_seen() -> None:
    meter = Ballistics()
    meter.feed(Level(0.0, -3.0, clipped=True), 0.0)
    assert meter.feed(QUIET, 100.0).clipped
    meter.unlatch()
    assert not meter.feed(QUIET, 101.0).clipped


def test_three_seconds_of_nothing_are_told() -> None:
    meter = Ballistics()
    meter.feed(QUIET, 0.0)
    assert not meter.feed(QUIET, SILENCE_AFTER - 0.1).no_signal
    assert meter.feed(QUIET, SILENCE_AFTER).no_signal
    assert not meter.feed(Level(-40.0, -50.0), SILENCE_AFTER + 0.1).no_signal


@given(st.lists(st.floats(-120, 0), min_size=1, max_size=60))
def test_the_bar_is_never_below_the_level_nor_above_the_peak(levels: list[float]) -> None:
    meter = Ballistics()
    for frame, level in enumerate(levels):
        reading = meter.feed(Level(level, level), frame / 30)
        assert level <= reading.bar <= reading.peak
