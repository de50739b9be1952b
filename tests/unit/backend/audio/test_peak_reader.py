from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.support import hostile_files
from tests.support.audio_files import FORMATS, tone, write_audio
from vrp.backend.audio import peak_reader
from vrp.backend.audio.peak_reader import compute_peaks, samples
from vrp.backend.audio.peaks import Peaks
from vrp.backend.errors import Cancelled, FileUnplayable


def of(path: Path) -> Peaks:
    return compute_peaks(path)


def test_peaks_are_the_extremes_of_each_hundredth_of_a_second(tmp_path: Path) -> None:
    sound = np.random.default_rng(1).integers(-20_000, 20_000, (48_000 + 77, 1)).astype(np.int16)
    found = of(write_audio(tmp_path / "a.wav", samples=sound))
    assert (found.sample_rate, found.frames_per_peak, found.frames) == (48_000, 480, 48_077)
    assert found.duration == pytest.approx(48_077 / 48_000)
    stretches = [sound[start : start + 480] for start in range(0, 48_077, 480)]
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
    sound = tone(30.0, level=0.2)
    sound[700_000] = 31_000
    path = write_audio(tmp_path / "a.wav", samples=sound)
    full = of(path)
    monkeypatch.setattr(peak_reader, "MAX_PEAKS", 1_000)
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


def test_what_was_cut_off_is_marked_and_a_true_peak_is_not(tmp_path: Path) -> None:
    sound = tone(1.0, level=0.5, channels=2)
    sound[10_000] = 32_767
    sound[24_000:24_003, 1] = 32_767
    sound[30_000:30_005, 0] = -32_768
    for suffix in ("wav", "flac"):
        found = of(write_audio(tmp_path / f"a.{suffix}", samples=sound))
        assert np.flatnonzero(found.clipped).tolist() == [50, 62], suffix


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_part_is_what_the_whole_has_there(tmp_path: Path, suffix: str) -> None:
    sound = np.zeros((48_000 * 6, 1), np.int16)
    sound[48_000 * 4 : 48_000 * 4 + 4_800] = tone(0.1, level=0.9)
    path = write_audio(tmp_path / f"a.{suffix}", samples=sound)
    whole, part = of(path), samples(path, 3.0, 5.0)
    assert part.frames_per_peak == 1
    assert part.start == pytest.approx(3.0, abs=0.001)
    assert part.duration == pytest.approx(2.0, abs=0.001)
    begins = int(np.flatnonzero(whole.maxima > 10_000)[0]) / 100
    found = part.start + int(np.flatnonzero(part.maxima > 10_000)[0]) / part.sample_rate
    assert found == pytest.approx(begins, abs=0.1 if suffix == "wma" else 0.03)  # its frames' times are rough


def test_a_part_of_lossless_sound_is_exact(tmp_path: Path) -> None:
    sound = np.random.default_rng(1).integers(-20_000, 20_000, (48_000 * 5, 1)).astype(np.int16)
    for suffix in ("wav", "flac"):
        part = samples(write_audio(tmp_path / f"a.{suffix}", samples=sound), 2.25, 3.5)
        assert (part.first, part.frames) == (108_000, 60_000)
        assert np.array_equal(part.maxima, sound[108_000:168_000, 0])


def test_a_part_beyond_the_end_is_said(tmp_path: Path) -> None:
    path = write_audio(tmp_path / "a.wav", 1.0)
    assert samples(path, 0.5, 9.0).frames == 24_000
    with pytest.raises(FileUnplayable):
        samples(path, 2.0, 3.0)


def test_a_part_can_be_cancelled(tmp_path: Path) -> None:
    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        samples(write_audio(tmp_path / "a.wav", 1.0), 0.0, 1.0, cancel)
