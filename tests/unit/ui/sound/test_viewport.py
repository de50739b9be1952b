from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.ui.sound.viewport import NEAREST, STEP, Viewport

DURATIONS = st.floats(0.05, 100_000)
MOVES = st.lists(
    st.tuples(st.sampled_from(["zoom", "scroll", "show", "centre"]), st.floats(0.05, 20), st.floats(0, 1)), max_size=30
)


def test_at_first_all_is_visible() -> None:
    whole = Viewport.of(7_200)
    assert (whole.start, whole.end, whole.is_zoomed) == (0, 7_200, False)


@given(DURATIONS, st.floats(0, 1), st.floats(1, 50))
def test_what_lies_under_the_pointer_stays_there(duration: float, share: float, factor: float) -> None:
    view = Viewport.of(duration)
    around = view.seconds(share)
    near = view.zoomed(factor, around)
    assert near.share(around) == pytest.approx(share, abs=1e-6)


@given(DURATIONS, MOVES)
def test_nothing_beyond_the_recording_is_ever_visible(duration: float, moves: list[tuple[str, float, float]]) -> None:
    view = Viewport.of(duration)
    for kind, amount, share in moves:
        if kind == "zoom":
            view = view.zoomed(amount, view.seconds(share))
        elif kind == "scroll":
            view = view.scrolled((share - 0.5) * amount)
        else:
            view = view.showing(share * duration) if kind == "show" else view.centred(share * duration)
        assert view.start >= 0
        assert view.end <= duration * (1 + 1e-9)
        assert min(NEAREST, duration) * (1 - 1e-9) <= view.span <= duration
        if kind == "show":
            assert view.start - 1e-6 <= share * duration <= view.end + 1e-6


def test_from_two_hours_to_ten_milliseconds_and_back() -> None:
    view, steps = Viewport.of(7_200), 0
    while view.span > NEAREST:
        view, steps = view.zoomed(STEP, 3_000), steps + 1
    assert steps < 35
    assert view.span == NEAREST
    for _ in range(steps):
        view = view.zoomed(1 / STEP, 3_000)
    assert view == Viewport.of(7_200)


def test_a_playhead_that_leaves_turns_the_page_and_keeps_a_little_of_the_last_one() -> None:
    view = Viewport.of(100).zoomed(10, 0)
    assert view.showing(9.9) is view
    assert view.showing(10.2).start == pytest.approx(9.2)
    assert view.showing(70).start == pytest.approx(65)


def test_a_length_that_turns_out_otherwise() -> None:
    assert Viewport.of(10).lengthened(12) == Viewport.of(12)
    assert Viewport.of(10).zoomed(5, 10).lengthened(5) == Viewport(5, 3, 2)
