"""What was acknowledged is there after a power cut; what was not is there whole or not at all."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.audio_files import write_audio
from tests.support.power_cut import Disk, disk
from vrp.testing.microphone import VirtualMicrophone, counter_wav, wait_until

BYTES_PER_SECOND = 48_000 * 2  # the preset for voice: mono, 16 bit

__all__ = ["disk"]


def _vrp(*words: str | Path) -> Any:
    command = [sys.executable, "-m", "vrp", *map(str, words), "--json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=50, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _bytes_of_takes(library: Path) -> int:
    return sum(wav.stat().st_size for wav in library.glob("takes/*/*.wav"))


def _unchanged(library: Path, recordings: int) -> None:
    assert _vrp("--library", library, "list")["total"] == recordings
    assert _vrp("--library", library, "verify") == {"checked": recordings, "findings": []}


def test_an_import_that_was_acknowledged_survives(disk: Disk, tmp_path: Path) -> None:
    sources = [write_audio(tmp_path / f"{number}.flac", 0.5, rate=8000 + number) for number in range(5)]
    _vrp("--library", disk.folder / "library", "import", *sources)
    with disk.after_power_cut() as found:
        _unchanged(found / "library", 5)


def test_a_rename_and_a_deletion_survive(disk: Disk, tmp_path: Path) -> None:
    library = disk.folder / "library"
    sources = [write_audio(tmp_path / f"{number}.flac", 0.5, rate=8000 + number) for number in range(2)]
    _vrp("--library", library, "import", *sources)
    _vrp("--library", library, "rename", "1", "Last words")
    _vrp("--library", library, "delete", "2")
    with disk.after_power_cut() as found:
        assert _vrp("--library", found / "library", "show", "1")["recordings"][0]["title"] == "Last words"
        assert _vrp("--library", found / "library", "list", "--trash")["recordings"][0]["id"] == 2
        assert _vrp("--library", found / "library", "verify")["findings"] == []


@pytest.mark.sound
def test_a_take_that_was_kept_survives(disk: Disk, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    microphone.play(counter_wav(tmp_path / "counter.wav", 10))
    take = _vrp("--library", disk.folder / "library", "record", "--seconds", "1.5")
    with disk.after_power_cut() as found:
        (listed,) = _vrp("--library", found / "library", "list")["recordings"]
        assert (listed["uuid"], round(listed["duration"] * 48_000)) == (take["uuid"], take["frames"])
        _unchanged(found / "library", 1)


@pytest.mark.sound
def test_a_take_that_was_running_loses_at_most_its_last_seconds(
    disk: Disk, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    microphone.play(counter_wav(tmp_path / "counter.wav", 20))
    library = disk.folder / "library"
    words = [sys.executable, "-m", "vrp", "--library", str(library), "record", "--seconds", "20"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as recording:
        # 48 kHz mono 16 bit: four seconds of sound
        wait_until(
            lambda: sum(wav.stat().st_size for wav in library.glob("takes/*/*.wav")) > 4 * 96_000, "four seconds"
        )
        with disk.after_power_cut() as found:
            (listed,) = _vrp("--library", found / "library", "list")["recordings"]
            assert listed["origin"] == "recovered"
            assert listed["duration"] >= 2.5
            _unchanged(found / "library", 1)
        recording.send_signal(signal.SIGINT)
