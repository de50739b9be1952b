"""Import beside what a person would do by hand (copy, sync, checksum), and beside a program that commits each file."""

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

CASES = [
    ("import 500 MB", 1, 500_000_000, 1.1),
    ("import 10 files of 500 MB", 10, 500_000_000, 1.1),
    ("import 1,000 files of 200 kB", 1000, 200_000, None),
]
# As programs of this kind do it: copy, look at the file, write its row, commit. Each commit and each file is durable.
ONE_BY_ONE = """
import os, shutil, sqlite3, sys
from pathlib import Path
import av
source, target = map(Path, sys.argv[1:])
target.mkdir()
database = sqlite3.connect(target / "library.db")
database.execute("CREATE TABLE recordings (name TEXT, seconds REAL, size INTEGER)")
for path in sorted(source.iterdir()):
    copy = target / path.name
    shutil.copy2(path, copy)
    with open(copy, "rb") as file:
        os.fsync(file.fileno())
    with av.open(str(copy)) as container:
        seconds = container.duration / 1_000_000
    database.execute("INSERT INTO recordings VALUES (?, ?, ?)", (path.name, seconds, copy.stat().st_size))
    database.commit()
"""


@pytest.mark.parametrize(("name", "count", "size", "goal"), CASES)
def test_import(bench: Bench, tmp_path: Path, name: str, count: int, size: int, goal: float | None) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for number in range(count):
        _wav(source / f"{number}.wav", size)
    turns = itertools.count()

    def one_by_one() -> None:
        target = tmp_path / f"one{next(turns)}"
        subprocess.run([sys.executable, "-c", ONE_BY_ONE, str(source), str(target)], check=True)
        shutil.rmtree(target)

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
    bench.beside(name, by_vrp, "cp, sync, sha256sum", by_hand, goal=goal)
    if count > 100:
        bench.beside(f"{name}, each committed", by_vrp, "a commit for each", one_by_one, goal=0.2)


def _wav(path: Path, size: int) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(48_000)
        for _ in range(max(1, size // 1_000_000)):
            out.writeframes(os.urandom(min(size, 1_000_000)))
