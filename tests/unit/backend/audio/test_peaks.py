from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.audio.peaks import Peaks, PeaksDamaged

AUDIO = bytes(range(32))


def made(minima: list[int], maxima: list[int], per_peak: int = 480) -> Peaks:
    low, high = np.array(minima, dtype=np.int16), np.array(maxima, dtype=np.int16)
    return Peaks(48_000, per_peak, len(minima) * per_peak, low, high, high == 32_767)


def test_the_pyramid_keeps_the_extremes() -> None:
    values = np.random.default_rng(2).integers(0, 30_000, 10_001)
    base = made((-values).tolist(), values.tolist())
    assert base.levels[0] is base
    assert [len(level.maxima) for level in base.levels] == [10_001, 2_501, 626]
    assert {int(level.maxima.max()) for level in base.levels} == {int(values.max())}
    assert base.levels[-1].frames_per_peak == 480 * 16


def test_a_window_holds_the_loudest_of_each_column() -> None:
    base = made([0] * 100, [10 * n for n in range(100)])  # one second
    shown = base.window(0.0, 1.0, 10)
    assert shown.maxima.tolist() == [90, 190, 290, 390, 490, 590, 690, 790, 890, 990]
    assert not shown.minima.any()


def test_a_window_beyond_the_end_is_silent_there() -> None:
    shown = made([-5] * 100, [5] * 100).window(-1.0, 2.0, 3)
    assert shown.maxima.tolist() == [0, 5, 0]


def test_a_window_closer_than_the_peaks_repeats_them() -> None:
    shown = made([0, 0], [1, 2]).window(0.0, 0.02, 6)
    assert shown.maxima.tolist() == [1, 1, 1, 2, 2, 2]


def test_stored_peaks_come_back() -> None:
    base = made([-1, -2, -32_768], [1, 2, 32_767])
    again = Peaks.from_bytes(base.to_bytes(AUDIO), AUDIO)
    assert (again.sample_rate, again.frames_per_peak, again.frames) == (48_000, 480, 1_440)
    assert again.minima.tolist() == [-1, -2, -32_768]
    assert again.maxima.tolist() == [1, 2, 32_767]
    assert again.clipped.tolist() == [False, False, True]


@pytest.mark.parametrize("at", [0, 9, 12, 16, 20, 28, 40, 80, 104, -1])
def test_a_changed_byte_is_noticed(at: int) -> None:
    data = bytearray(made([-1, -2], [1, 2]).to_bytes(AUDIO))
    data[at] ^= 1
    with pytest.raises(PeaksDamaged):
        Peaks.from_bytes(bytes(data), AUDIO)


@pytest.mark.parametrize("length", [0, 10, 60, 100, 103, 108])
def test_a_cut_file_is_noticed(length: int) -> None:
    with pytest.raises(PeaksDamaged):
        Peaks.from_bytes(made([-1, -2], [1, 2]).to_bytes(AUDIO)[:length], AUDIO)


def test_peaks_of_other_audio_are_not_taken_for_these() -> None:
    with pytest.raises(PeaksDamaged):
        Peaks.from_bytes(made([-1], [1]).to_bytes(AUDIO), bytes(32))


@given(
    st.lists(st.integers(0, 32_767), min_size=1, max_size=3_000),
    st.floats(-0.5, 30.0),
    st.floats(0.001, 40.0),
    st.integers(1, 400),
)
def test_no_column_shows_less_or_more_than_was_there(
    heights: list[int], start: float, length: float, columns: int
) -> None:
    """Each column holds at least its own peaks, and nothing that its coarsest usable level does not have there."""
    base = made([-one for one in heights], heights)
    shown = base.window(start, start + length, columns)
    step = length / columns
    for column in {0, columns // 2, columns - 1}:
        first = max(0, int((start + column * step) * 100 + 1e-6))
        last = min(len(heights), int((start + (column + 1) * step) * 100 - 1e-6) + 1)
        if first < last and start + (column + 1) * step > 0:
            assert shown.maxima[column] >= max(heights[first:last])
            assert shown.minima[column] <= -max(heights[first:last])
    assert shown.maxima.max() <= max(heights)


def test_a_two_hour_waveform_is_read_and_drawn_at_once() -> None:
    """Generous, so that it holds on a busy machine; the figures are in the benchmark."""
    heights = np.random.default_rng(4).integers(0, 30_000, 720_000).astype(np.int16)
    data = Peaks(48_000, 480, 720_000 * 480, -heights, heights, heights > 29_990).to_bytes(AUDIO)
    assert len(data) < 3_100_000
    begun = time.perf_counter()
    read = Peaks.from_bytes(data, AUDIO)
    read.window(0.0, 7_200.0, 3_200)
    assert time.perf_counter() - begun < 1.0


def samples(values: list[int], first: int = 0) -> Peaks:
    sound = np.array(values, np.int16)
    return Peaks(100, 1, len(values), sound, sound, sound == 32_767, first)


def test_nearer_than_a_sample_it_is_a_line() -> None:
    shown = samples([0, 100, 0, -100]).window(0.0, 0.03, 7)
    assert shown.maxima.tolist() == [0, 50, 100, 50, 0, -50, -100]
    assert shown.minima.tolist() == shown.maxima.tolist()


def test_a_part_lies_where_it_was_decoded() -> None:
    part = samples([7] * 100, first=200)
    assert (part.start, part.duration) == (2.0, 1.0)
    assert part.holds(2.1, 3.0)
    assert not part.holds(1.9, 2.5)
    assert part.window(0.0, 4.0, 4).maxima.tolist() == [0, 0, 7, 0]
    assert part.window(2.0, 2.005, 5).maxima.tolist() == [7] * 5
