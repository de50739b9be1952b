from __future__ import annotations

import numpy as np
import pytest

from vrp.backend.audio import levels
from vrp.backend.domain.takes import CaptureFormat, Level, TakeWarning, WarningKind

CD = CaptureFormat(44_100, 2, 16)
STUDIO = CaptureFormat(48_000, 1, 24)


def _sine(amplitude: float, full_scale: int, kind: type) -> np.ndarray:
    return (np.sin(np.arange(4_800) * 2 * np.pi / 100) * amplitude * full_scale).astype(kind)[:, None]


@pytest.mark.parametrize(("full_scale", "kind"), [(32_767, np.int16), (2**31 - 1, np.int32)])
def test_a_sine_reads_in_dbfs(full_scale: int, kind: type) -> None:
    level = levels.measure(_sine(0.5, full_scale, kind))
    assert level.peak == pytest.approx(-6.02, abs=0.01)
    assert level.rms == pytest.approx(-9.03, abs=0.01)
    assert not level.clipped


def test_silence_is_the_floor() -> None:
    assert levels.measure(np.zeros((480, 2), np.int16)) == Level(levels.FLOOR, levels.FLOOR)
    assert levels.measure(np.zeros((0, 2), np.int16)) == Level(levels.FLOOR, levels.FLOOR)


def test_the_loudest_value_of_all_does_not_overflow() -> None:
    assert levels.measure(np.array([[-32_768], [0]], np.int16)).peak == 0.0


@pytest.mark.parametrize("top", [32_767, -32_768])
def test_three_full_samples_in_a_row_are_clipping_and_two_are_a_peak(top: int) -> None:
    samples = np.zeros((100, 2), np.int16)
    samples[10:12, 1] = top
    samples[50, 1] = top
    assert not levels.measure(samples).clipped
    samples[12, 0] = top  # the other channel
    assert not levels.measure(samples).clipped
    samples[12, 1] = top
    assert levels.measure(samples).clipped


def test_24_bits_are_the_upper_three_bytes_of_32() -> None:
    raw = np.array([0x12345600, -0x12345600, -0x80000000], "<i4").tobytes()
    assert levels.samples_of(raw, STUDIO).shape == (3, 1)
    assert levels.packed(raw, STUDIO) == b"\x56\x34\x12\xaa\xcb\xed\x00\x00\x80"
    assert levels.packed(b"\1\2\3\4", CD) == b"\1\2\3\4"


def test_silence_is_told_after_three_seconds_once_and_again_when_sound_is_back() -> None:
    warnings = levels.LevelWarnings()
    quiet, loud = Level(-100, -110), Level(-60, -70)
    assert [warnings.feed(quiet, 1.0) for _ in range(5)] == [[], [], [TakeWarning(WarningKind.SILENCE)], [], []]
    assert warnings.feed(loud, 0.1) == [TakeWarning(WarningKind.SILENCE, over=True)]
    assert warnings.feed(loud, 0.1) == []
    assert [warnings.feed(quiet, 1.0) for _ in range(3)][-1] == [TakeWarning(WarningKind.SILENCE)]


def test_clipping_is_told_at_once_and_is_over_after_two_clean_seconds() -> None:
    warnings = levels.LevelWarnings()
    clipped, clean = Level(0, -3, clipped=True), Level(-10, -20)
    assert warnings.feed(clipped, 0.03) == [TakeWarning(WarningKind.CLIPPING)]
    assert warnings.feed(clipped, 0.03) == []
    assert warnings.feed(clean, 1.5) == []
    assert warnings.feed(clean, 0.5) == [TakeWarning(WarningKind.CLIPPING, over=True)]
