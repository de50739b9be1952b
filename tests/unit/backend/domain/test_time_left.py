"""The time that a task still takes: never told too early, true at an even pace, and then never growing."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator

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


FILES = st.lists(st.sampled_from((200_000, 5_000_000, 500_000_000)), min_size=20, max_size=40)


@given(FILES, st.floats(0.5, 1), st.sampled_from((50e6, 200e6)))
def test_small_files_between_large_ones_do_not_make_the_end_jump(files: list[int], share: float, pace: float) -> None:
    """In any order, though a byte of a small one takes up to twice as long, with ten reports a second as tasks make."""
    total, told = sum(files), []
    for elapsed, done in _reports(files, share, pace):
        left = time_left(elapsed, done, total)
        if left is not None:
            told.append((elapsed + left, 60 if left > 60 else 5))
    for (before, wide), (after, narrow) in itertools.pairwise(told):
        assert abs(after - before) <= 0.04 * before + max(wide, narrow)


def _reports(files: list[int], share: float, pace: float) -> Iterator[tuple[float, int]]:
    """Seconds and bytes, each tenth of a second."""
    ends = list(itertools.accumulate(size / (pace * share if size < 1_000_000 else pace) for size in files))
    moments = [number / 10 for number in range(int(ends[-1] * 10) + 1)]
    done = [0, *itertools.accumulate(files)]
    for moment in moments:
        at = bisect.bisect(ends, moment)
        begun = ends[at - 1] if at else 0.0
        part = (moment - begun) / (ends[at] - begun) if at < len(files) else 0.0
        yield moment, done[at] + round(part * files[at] if at < len(files) else 0)
