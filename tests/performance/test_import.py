"""Import beside what a person would do by hand: copy, sync and checksum. Ratios of one run; nothing is asserted."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import wave
from pathlib import Path

import pytest

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

PAIRS = 5
CASES = [("500 MB", 1, 500_000_000), ("1,000 files of 200 kB", 1000, 200_000)]


def _wav(path: Path, size: int) -> Path:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(48_000)
        for _ in range(size // 1_000_000 or 1):
            out.writeframes(os.urandom(min(size, 1_000_000)))
    return path


def _seconds(*words: str | Path) -> float:
    """Wall time of a command."""
    begun = time.perf_counter()
    done = subprocess.run(["/usr/bin/env", *map(str, words)], capture_output=True, check=False)
    taken = time.perf_counter() - begun
    assert done.returncode == 0, done.stderr
    return taken


def _import(library: Path, source: Path) -> float:
    os.sync()
    return _seconds(sys.executable, "-m", "vrp", "--library", library, "import", source)


def _by_hand(source: Path, target: Path) -> float:
    os.sync()
    script = f"cp -r '{source}' '{target}' && sync && find '{target}' -type f -exec sha256sum {{}} + > /dev/null"
    return _seconds("bash", "-c", script)


@pytest.mark.parametrize(
    ("name", "count", "size"), [("500 MB", 1, 500_000_000), ("1,000 files of 200 kB", 1000, 200_000)]
)
def test_import_beside_copy_sync_and_checksum(tmp_path: Path, name: str, count: int, size: int) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for number in range(count):
        _wav(source / f"{number}.wav", size)
    pairs = []
    for turn in range(PAIRS):
        peer = _by_hand(source, tmp_path / f"hand{turn}")
        subprocess.run(["rm", "-rf", tmp_path / f"hand{turn}"], check=True)
        ours = _import(tmp_path / f"library{turn}", source)
        subprocess.run(["rm", "-rf", tmp_path / f"library{turn}"], check=True)
        pairs.append((ours, peer))
    ours, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"\nimport {name}: {ours:.2f} s beside {peer:.2f} s by hand: {ours / peer:.2f}×, {count / ours:.0f} files/s")
