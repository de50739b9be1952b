from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.support import hostile_files
from tests.support.audio_files import FORMATS, tone, write_audio
from vrp.backend.audio import peaks
from vrp.backend.audio.peaks import Peaks, PeaksDamaged, compute_peaks
from vrp.backend.errors import Cancelled, FileUnplayable


def of(path: Path) -> Peaks:
    return compute_peaks(path)


def test_peaks_are_the_extremes_of_each_hundredth_of_a_second(tmp_path: Path) -> None:
    samples = np.random.default_rng(1).integers(-20_000, 20_000, (48_000 + 77, 1)).astype(np.int16)
    found = of(write_audio(tmp_path / "a.wav", samples=samples))
    assert (found.sample_rate, found.frames_per_peak, found.frames) == (48_000, 480, 48_077)
    assert found.duration == pytest.approx(48_077 / 48_000)
    stretches = [samples[start : start + 480] for start in range(0, 48_077, 480)]
    assert found.minima.tolist() == [int(stretch.min()) for stretch in stretches]
    assert found.maxima.tolist() == [int(stretch.max()) for stretch in stretches]


def test_all_channels_count(tmp_path: Path) -> None:
    left, right = tone(1.0, level=0.1), tone(1.0, level=0.9)
    for suffix in ("wav", "flac"):
        found = of(write_audio(tmp_path / f"a.{suffix}", samples=np.hstack([left, right])))
        assert found.maxima.max() == right.max()
        assert found.minima.min() == right.min()
        assert len(found.maxima) == 100


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_kind_of_file_gives_its_level_and_length(tmp_path: Path, suffix: str) -> None:
    found = of(write_audio(tmp_path / f"a.{suffix}", samples=tone(2.0, level=0.5)))
    assert found.duration == pytest.approx(2.0, abs=0.05)
    assert int(np.median(found.maxima)) == pytest.approx(16_384, rel=0.05)
    assert int(np.median(found.minima)) == pytest.approx(-16_384, rel=0.05)


@pytest.mark.parametrize("codec", ["pcm_u8", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le"])
def test_each_width_of_sample_has_the_same_scale(tmp_path: Path, codec: str) -> None:
    found = of(write_audio(tmp_path / "a.wav", samples=tone(1.0, level=0.5), codec=codec))
    assert int(np.median(found.maxima)) == pytest.approx(16_384, abs=256)
    assert int(np.median(found.minima)) == pytest.approx(-16_384, abs=256)


def test_floats_beyond_full_scale_are_clipped(tmp_path: Path) -> None:
    path = hostile_files.float_wav(tmp_path / "a.wav", np.array([3.0, -3.0, np.inf, -np.inf] * 1_000, np.float32))
    found = of(path)
    assert set(found.maxima.tolist()) == {32_767}
    assert set(found.minima.tolist()) == {-32_767}


def test_very_long_sound_loses_detail_and_not_its_extremes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = tone(30.0, level=0.2)
    samples[700_000] = 31_000
    path = write_audio(tmp_path / "a.wav", samples=samples)
    full = of(path)
    monkeypatch.setattr(peaks, "MAX_PEAKS", 1_000)
    found = of(path)
    assert len(found.maxima) <= 1_000
    assert found.frames == full.frames
    assert found.maxima.max() == 31_000
    assert found.frames_per_peak * int(found.maxima.argmax()) <= 700_000
    assert len(found.maxima) == -(-found.frames // found.frames_per_peak)


def test_damage_in_the_middle_is_a_gap_and_not_the_end(tmp_path: Path) -> None:
    path = write_audio(tmp_path / "a.mp3", 10.0)
    data = bytearray(path.read_bytes())
    data[40_000:41_000] = hostile_files.noise(1_000)
    path.write_bytes(data)
    assert of(path).duration == pytest.approx(10.0, abs=0.5)


def test_progress_counts_seconds_and_can_cancel(tmp_path: Path) -> None:
    path = write_audio(tmp_path / "a.flac", 10.0)
    seen: list[tuple[int, int]] = []
    compute_peaks(path, lambda done, total, item="": seen.append((done, total)))
    assert seen[-1] == (10, 10)
    assert seen == sorted(seen)

    def cancel(done: int, total: int, item: str = "") -> None:
        if done >= 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        compute_peaks(path, cancel)


@pytest.mark.parametrize("data", [b"", b"no sound", hostile_files.wav_bytes(0), hostile_files.PLAYLISTS["concat"]])
def test_what_cannot_be_decoded_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(data)
    with pytest.raises(FileUnplayable):
        of(path)


def made(minima: list[int], maxima: list[int], per_peak: int = 480) -> Peaks:
    return Peaks(
        48_000, per_peak, len(minima) * per_peak, np.array(minima, dtype=np.int16), np.array(maxima, dtype=np.int16)
    )


def test_the_pyramid_keeps_the_extremes() -> None:
    values = np.random.default_rng(2).integers(0, 30_000, 10_001)
    base = made((-values).tolist(), values.tolist())
    assert base.levels[0] is base
    assert [len(level.maxima) for level in base.levels] == [10_001, 2_501, 626]
    assert {int(level.maxima.max()) for level in base.levels} == {int(values.max())}
    assert base.levels[-1].frames_per_peak == 480 * 16


def test_a_window_holds_the_loudest_of_each_column() -> None:
    base = made([0] * 100, [10 * n for n in range(100)])  # one second
    minima, maxima = base.window(0.0, 1.0, 10)
    assert maxima.tolist() == [90, 190, 290, 390, 490, 590, 690, 790, 890, 990]
    assert not minima.any()


def test_a_window_beyond_the_end_is_silent_there() -> None:
    _, maxima = made([-5] * 100, [5] * 100).window(-1.0, 2.0, 3)
    assert maxima.tolist() == [0, 5, 0]


def test_a_window_closer_than_the_peaks_repeats_them() -> None:
    _, maxima = made([0, 0], [1, 2]).window(0.0, 0.02, 6)
    assert maxima.tolist() == [1, 1, 1, 2, 2, 2]


def test_stored_peaks_come_back() -> None:
    base = made([-1, -2, -32_768], [1, 2, 32_767])
    again = Peaks.from_bytes(base.to_bytes())
    assert (again.sample_rate, again.frames_per_peak, again.frames) == (48_000, 480, 1_440)
    assert again.minima.tolist() == [-1, -2, -32_768]
    assert again.maxima.tolist() == [1, 2, 32_767]


@pytest.mark.parametrize("at", [0, 9, 12, 16, 20, 28, -1])
def test_a_changed_byte_is_noticed(at: int) -> None:
    data = bytearray(made([-1, -2], [1, 2]).to_bytes())
    data[at] ^= 1
    with pytest.raises(PeaksDamaged):
        Peaks.from_bytes(bytes(data))


@pytest.mark.parametrize("length", [0, 10, 60, 65])
def test_a_cut_file_is_noticed(length: int) -> None:
    with pytest.raises(PeaksDamaged):
        Peaks.from_bytes(made([-1, -2], [1, 2]).to_bytes()[:length])
