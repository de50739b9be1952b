from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.domain.takes import Level
from vrp.ui.sound.ballistics import FALL, HOLD, QUIET, SILENCE_AFTER, Ballistics

SILENT = Level(QUIET)
LEVELS = st.floats(QUIET, 0)
PAUSES = st.floats(0.001, 0.6)


def test_it_falls_by_20_db_in_1_7_seconds() -> None:
    meter = Ballistics()
    assert meter.feed(Level(-6.0), 0.0).bar == -6.0
    assert meter.feed(SILENT, 1.7).bar == pytest.approx(-26.0)


@given(LEVELS, LEVELS)
def test_it_rises_at_once(before: float, level: float) -> None:
    meter = Ballistics()
    meter.feed(Level(before), 0.0)
    assert meter.feed(Level(level), 0.000_1).bar >= level


@given(LEVELS, st.lists(PAUSES, min_size=1, max_size=40))
def test_it_falls_at_one_rate_however_often_it_is_looked_at(level: float, pauses: list[float]) -> None:
    """Ticks may come early, late or not at all: what is shown at a moment is the same."""
    often, once, now = Ballistics(), Ballistics(), 0.0
    for meter in (often, once):
        meter.feed(Level(level), 0.0)
    for pause in pauses:
        now += pause
        shown = often.feed(SILENT, now)
    expected = once.feed(SILENT, now)
    assert shown.bar == pytest.approx(expected.bar, abs=1e-6)
    assert shown.peak == pytest.approx(expected.peak, abs=1e-6)
    assert expected.bar == pytest.approx(max(QUIET, level - FALL * now), abs=1e-6)


@given(LEVELS, st.floats(0, 10))
def test_the_peak_is_held_for_one_and_a_half_seconds_and_then_falls(level: float, later: float) -> None:
    meter = Ballistics()
    meter.feed(Level(level), 0.0)
    shown = meter.feed(SILENT, later).peak
    if later <= HOLD:
        assert shown == level
    else:
        assert shown == pytest.approx(max(QUIET, level - FALL * (later - HOLD)), abs=1e-6)


def test_a_lower_peak_within_the_hold_does_not_take_its_place() -> None:
    meter = Ballistics()
    meter.feed(Level(-3.0), 0.0)
    assert meter.feed(Level(-10.0), 1.0).peak == -3.0
    assert meter.feed(Level(-1.0), 1.2).peak == -1.0
    assert meter.feed(SILENT, 1.1 + HOLD).peak == -1.0


def test_clipping_stays_until_it_was_seen() -> None:
    meter = Ballistics()
    meter.feed(Level(0.0, clipped=True), 0.0)
    assert meter.feed(SILENT, 100.0).clipped
    meter.unlatch()
    assert not meter.feed(SILENT, 101.0).clipped


def test_three_seconds_of_nothing_are_told() -> None:
    meter = Ballistics()
    meter.feed(SILENT, 0.0)
    assert not meter.feed(SILENT, SILENCE_AFTER - 0.1).no_signal
    assert meter.feed(SILENT, SILENCE_AFTER).no_signal
    assert not meter.feed(Level(-40.0), SILENCE_AFTER + 0.1).no_signal


@given(st.lists(st.tuples(LEVELS, PAUSES), min_size=1, max_size=60))
def test_the_bar_is_never_below_the_level_nor_above_the_peak(readings: list[tuple[float, float]]) -> None:
    meter, now = Ballistics(), 0.0
    for level, pause in readings:
        now += pause
        reading = meter.feed(Level(level), now)
        assert level <= reading.bar <= reading.peak
