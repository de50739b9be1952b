"""The time that a task still takes: never told too early, true at an even pace, and then never growing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.domain.time_left import TOLD_AFTER, time_left

AMOUNTS = st.integers(1, 2**50)
SECONDS = st.floats(TOLD_AFTER, 1e6)


@given(st.floats(0, 2.99), AMOUNTS, AMOUNTS)
def test_nothing_is_told_in_the_first_seconds(elapsed: float, done: int, total: int) -> None:
    assert time_left(elapsed, done, total) is None


@given(SECONDS, st.integers(-5, 0), AMOUNTS)
def test_nothing_is_told_before_anything_was_done_or_the_amount_is_known(elapsed: float, none: int, some: int) -> None:
    assert time_left(elapsed, none, some) is None
    assert time_left(elapsed, some, none) is None


@given(SECONDS, AMOUNTS, st.integers(0, 1_000))
def test_what_is_done_takes_no_more_time(elapsed: float, total: int, beyond: int) -> None:
    assert time_left(elapsed, total + beyond, total) == 0


@given(st.integers(10, 10_000), st.data())
def test_at_an_even_pace_it_is_true_to_its_step_and_never_grows(total: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(3, total - 1))
    later = data.draw(st.integers(first, total))
    before, after = (time_left(float(done), done, total) for done in (first, later))

    assert before is not None
    assert after is not None
    assert after <= before
    assert -1e-6 <= before - (total - first) < 60
