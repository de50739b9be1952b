"""How fast files are examined and peaks are computed. The limits leave room for a machine that is half as fast."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.audio_files import tone, write_audio
from tests.support.hostile_files import wav_bytes
from vrp.backend.audio.probe import AudioProbe

pytestmark = pytest.mark.bench


def fastest(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the quickest run: what the machine can do when nothing else disturbs it."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def test_starting_does_not_wait_and_is_quick(tmp_path: Path) -> None:
    path = write_audio(tmp_path / "a.wav")
    with AudioProbe() as probe:
        start = time.perf_counter()
        probe.start()
        assert time.perf_counter() - start < 0.05
        probe.examine(path, "a.wav")
        assert time.perf_counter() - start < 0.5


def test_a_wav_of_500_mb_is_examined_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    size = 500 << 20
    with path.open("wb") as file:
        file.write(wav_bytes(48_000, claimed=size))
        file.truncate(44 + size)
    with AudioProbe() as probe:
        probe.examine(path, "a.wav")
        assert fastest(lambda: probe.examine(path, "a.wav")) < 0.06


@pytest.mark.parametrize("suffix", ["wav", "mp3", "m4a", "flac", "ogg", "opus", "webm", "aac", "aiff", "wma"])
def test_a_small_file_takes_less_than_5_ms(tmp_path: Path, suffix: str) -> None:
    path = write_audio(tmp_path / f"a.{suffix}", 3.0)
    with AudioProbe() as probe:
        probe.examine(path, path.name)
        assert fastest(lambda: probe.examine(path, path.name), 20) < 0.005


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="compares with ffmpeg")
@pytest.mark.parametrize("suffix", ["mp3", "m4a", "flac"])
def test_peaks_cost_little_more_than_decoding(tmp_path: Path, suffix: str) -> None:
    from vrp.backend.audio.peaks import compute_peaks

    path = write_audio(tmp_path / f"a.{suffix}", samples=tone(600.0))
    decode = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "null", "-"]
    assert fastest(lambda: compute_peaks(path)) < 1.5 * fastest(lambda: subprocess.run(decode, check=True))
