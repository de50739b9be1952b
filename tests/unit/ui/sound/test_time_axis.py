from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.ui.sound.time_axis import step_for, ticks, time_text


@pytest.mark.parametrize(
    ("seconds", "digits", "text"),
    [
        (201.5, 1, "0:03:21.5"),
        (0, 0, "0:00:00"),
        (3_661, 0, "1:01:01"),
        (59.9996, 3, "0:01:00.000"),
        (-1, 1, "0:00:00.0"),
    ],
)
def test_times_read_as_on_a_clock(seconds: float, digits: int, text: str) -> None:
    assert time_text(seconds, digits) == text


@pytest.mark.parametrize(
    ("span", "step"), [(7_200, 900), (60, 10), (10, 1), (1, 0.1), (0.1, 0.01), (0.01, 0.001), (0.5, 0.05)]
)
def test_steps_are_round(span: float, step: float) -> None:
    assert step_for(span, 10) == pytest.approx(step)


@given(st.floats(0, 90_000), st.floats(0.01, 400_000), st.integers(2, 30))
def test_labels_are_few_different_in_order_and_inside(start: float, span: float, most: int) -> None:
    found = ticks(start, start + span, most)
    labels = [tick.label for tick in found if tick.label]
    assert len(labels) <= most + 1
    assert len(set(labels)) == len(labels)
    assert all(start - 1e-3 * span <= tick.seconds <= start + span * 1.001 for tick in found)
    assert [tick.seconds for tick in found] == sorted(tick.seconds for tick in found)


def test_nothing_has_no_marks() -> None:
    assert ticks(0, 0, 10) == []
