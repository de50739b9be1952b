from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.ui.sound.playhead import Playhead


def test_it_goes_on_between_two_reports() -> None:
    head = Playhead()
    head.report(10.0, 0.0)
    assert head.at(0.016) == pytest.approx(10.016)
    head.speed = 2.0
    assert head.at(0.02) == pytest.approx(10.04)


def test_it_stands_where_it_was_put() -> None:
    head = Playhead()
    head.report(10.0, 0.0)
    head.place(3.0)
    assert head.at(5.0) == 3.0


def test_a_seek_is_a_jump() -> None:
    head = Playhead()
    head.report(10.0, 0.0)
    head.report(50.0, 0.033)
    assert head.at(0.033) == 50.0


def test_without_reports_it_does_not_run_away() -> None:
    head = Playhead()
    head.report(10.0, 0.0)
    assert head.at(60.0) == pytest.approx(10.5)


@given(st.lists(st.floats(-0.02, 0.02), min_size=30, max_size=120), st.floats(0.5, 2))
def test_reports_that_jitter_make_no_hop(jitter: list[float], speed: float) -> None:
    """Frames 60 a second, reports 30 a second that are up to 20 ms off: it never moves back by more than a hair."""
    head, shown = Playhead(), []
    head.speed = speed
    for number, error in enumerate(jitter):
        now = number / 30
        head.report(speed * now + error, now)
        shown += [head.at(now), head.at(now + 1 / 60)]
    assert all(after - before > -0.009 for before, after in itertools.pairwise(shown))
    assert abs(shown[-1] - speed * (len(jitter) - 0.5) / 30) < 0.06
