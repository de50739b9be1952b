from __future__ import annotations

import numpy as np
import pytest

from vrp.backend.audio import levels
from vrp.backend.domain.takes import CaptureFormat, Level, TakeWarning, WarningKind

CD = CaptureFormat(44_100, 2, 16)
STUDIO = CaptureFormat(48_000, 1, 24)


def _sine(amplitude: float, format: CaptureFormat) -> bytes:
    full_scale, kind = (32_767, "<i2") if format.bits == 16 else (2**31 - 1, "<i4")
    sine = np.sin(np.arange(4_800) * 2 * np.pi / 100) * amplitude * full_scale
    return sine.astype(kind).repeat(format.channels).tobytes()


@pytest.mark.parametrize("format", [CD, STUDIO])
def test_a_sine_reads_in_dbfs(format: CaptureFormat) -> None:
    level = levels.measure(_sine(0.5, format), format)
    assert level.peak == pytest.approx(-6.02, abs=0.01)
    assert not level.clipped


@pytest.mark.parametrize("format", [CD, STUDIO])
@pytest.mark.parametrize("sign", [1, -1])
def test_one_sample_of_either_sign_is_a_peak(format: CaptureFormat, sign: int) -> None:
    samples = np.zeros(960, "<i2" if format.bits == 16 else "<i4")
    samples[517] = sign * (2**13 if format.bits == 16 else 2**29)
    assert levels.measure(samples.tobytes(), format).peak == pytest.approx(-12.04, abs=0.01)


def test_silence_is_the_floor() -> None:
    assert levels.measure(bytes(480 * 4), CD) == Level(levels.FLOOR)
    assert levels.measure(b"", CD) == Level(levels.FLOOR)


def test_the_loudest_value_of_all_does_not_overflow() -> None:
    assert levels.measure(np.array([-32_768, 0], "<i2").tobytes(), CD).peak == 0.0


@pytest.mark.parametrize("top", [32_767, -32_768])
def test_three_full_samples_in_a_row_are_clipping_and_two_are_a_peak(top: int) -> None:
    samples = np.zeros((100, 2), "<i2")
    samples[10:12, 1] = top
    samples[50, 1] = top
    assert not levels.measure(samples.tobytes(), CD).clipped
    samples[12, 0] = top  # the other channel
    assert not levels.measure(samples.tobytes(), CD).clipped
    samples[12, 1] = top
    assert levels.measure(samples.tobytes(), CD).clipped


@pytest.mark.parametrize("top", [0x7FFFFF00, -0x7FFFFF00, -0x80000000])
def test_full_scale_of_24_bits_is_clipping(top: int) -> None:
    samples = np.zeros(100, "<i4")
    samples[10:12] = top
    assert not levels.measure(samples.tobytes(), STUDIO).clipped
    samples[12] = top
    assert levels.measure(samples.tobytes(), STUDIO).clipped


def test_24_bits_are_the_upper_three_bytes_of_32() -> None:
    raw = np.array([0x12345600, -0x12345600, -0x80000000], "<i4").tobytes()
    assert levels.packed(raw, STUDIO) == b"\x56\x34\x12\xaa\xcb\xed\x00\x00\x80"
    assert levels.packed(b"\1\2\3\4", CD) == b"\1\2\3\4"


def test_silence_is_told_after_three_seconds_once_and_again_when_sound_is_back() -> None:
    warnings = levels.LevelWarnings()
    quiet, loud = Level(-100), Level(-60)
    assert [warnings.feed(quiet, 1.0) for _ in range(5)] == [[], [], [TakeWarning(WarningKind.SILENCE)], [], []]
    assert warnings.feed(loud, 0.1) == [TakeWarning(WarningKind.SILENCE, over=True)]
    assert warnings.feed(loud, 0.1) == []
    assert [warnings.feed(quiet, 1.0) for _ in range(3)][-1] == [TakeWarning(WarningKind.SILENCE)]


def test_clipping_is_told_at_once_and_is_over_after_two_clean_seconds() -> None:
    warnings = levels.LevelWarnings()
    clipped, clean = Level(0, clipped=True), Level(-10)
    assert warnings.feed(clipped, 0.03) == [TakeWarning(WarningKind.CLIPPING)]
    assert warnings.feed(clipped, 0.03) == []
    assert warnings.feed(clean, 1.5) == []
    assert warnings.feed(clean, 0.5) == [TakeWarning(WarningKind.CLIPPING, over=True)]
