"""Examining files and computing peaks, beside FFmpeg's own programs; verifying, beside sha256sum."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.performance.conftest import Bench
from tests.support.audio_files import tone, write_audio
from tests.support.hostile_files import wav_bytes
from vrp.app.opening import Opening, open_backend
from vrp.backend.audio.peak_reader import compute_peaks
from vrp.backend.audio.probe import AudioProbe

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]


def _ffprobe(path: Path) -> None:
    subprocess.run(["ffprobe", "-v", "error", "-show_format", str(path)], check=True, capture_output=True)


@pytest.mark.parametrize("suffix", ["wav", "mp3", "m4a", "flac", "opus"])
def test_examine_a_small_file(bench: Bench, tmp_path: Path, suffix: str) -> None:
    path = write_audio(tmp_path / f"a.{suffix}", 3.0)
    with AudioProbe() as probe:
        probe.examine(path, path.name)
        bench.beside(
            f"examine 3 s of {suffix}",
            lambda: probe.examine(path, path.name),
            "ffprobe",
            lambda: _ffprobe(path),
            times=5,
        )


def test_examine_500_mb(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    size = 500 << 20
    with path.open("wb") as file:
        file.write(wav_bytes(48_000, claimed=size))
        file.truncate(44 + size)
    with AudioProbe() as probe:
        probe.examine(path, "a.wav")
        bench.beside("examine 500 MB of wav", lambda: probe.examine(path, "a.wav"), "ffprobe", lambda: _ffprobe(path))


@pytest.mark.parametrize("suffix", ["m4a", "flac"])
def test_peaks(bench: Bench, tmp_path: Path, suffix: str) -> None:
    path = write_audio(tmp_path / f"a.{suffix}", samples=tone(1800.0))
    decode = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "null", "-"]
    bench.beside(
        f"peaks of 30 min of {suffix}",
        lambda: compute_peaks(path),
        "ffmpeg -f null",
        lambda: subprocess.run(decode, check=True),
    )


def test_verify(bench: Bench, tmp_path: Path) -> None:
    size = 50_000_000
    header = wav_bytes(1, claimed=size)[:44]
    sources = [tmp_path / f"{number}.wav" for number in range(100)]
    for source in sources:
        source.write_bytes(header + os.urandom(size))
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        backend.importing.import_paths(sources)
        script = f"ls '{tmp_path}'/*.wav | xargs -P 2 -n 50 sha256sum > /dev/null"
        bench.beside(
            "verify 5 GB",
            backend.verification.verify,
            "sha256sum on two cores",
            lambda: subprocess.run(["bash", "-c", script], check=True),
            goal=1.1,
        )
