"""Import beside what a person would do by hand: copy, sync and checksum."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from tests.performance.conftest import Bench

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

CASES = [("import 500 MB", 1, 500_000_000), ("import 1,000 files of 200 kB", 1000, 200_000)]


@pytest.mark.parametrize(("name", "count", "size"), CASES)
def test_import(bench: Bench, tmp_path: Path, name: str, count: int, size: int) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for number in range(count):
        _wav(source / f"{number}.wav", size)
    turns = itertools.count()

    def by_hand() -> None:
        target = tmp_path / f"hand{next(turns)}"
        script = f"cp -r '{source}' '{target}' && sync && find '{target}' -type f -exec sha256sum {{}} + > /dev/null"
        subprocess.run(["bash", "-c", script], check=True)
        shutil.rmtree(target)

    def by_vrp() -> None:
        library = tmp_path / f"library{next(turns)}"
        words = [sys.executable, "-m", "vrp", "--library", str(library), "import", str(source)]
        subprocess.run(words, check=True, capture_output=True)
        shutil.rmtree(library)

    os.sync()
    bench.beside(name, by_vrp, "cp, sync, sha256sum", by_hand)


def _wav(path: Path, size: int) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(48_000)
        for _ in range(max(1, size // 1_000_000)):
            out.writeframes(os.urandom(min(size, 1_000_000)))
