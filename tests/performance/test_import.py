"""Import beside what a person would do by hand (copy, sync, checksum), and beside a program that commits each file.

The second peer does less for each file than the import: no checksum, no search, no history, no sidecar, no durable
name. It opens each with FFmpeg as programs of this kind do, which takes 11 of its 13 ms of processor time.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import statistics
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import pytest

from tests.performance.conftest import Bench
from vrp.app.opening import Opening, open_backend
from vrp.backend.errors import Cancelled
from vrp.backend.services.importing import ImportService

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


@pytest.mark.parametrize(("count", "size", "longest"), [(1000, 200_000, 1.5), (2, 400_000_000, 1.0)])
def test_from_a_cancel_to_the_end_of_the_import(
    bench: Bench, tmp_path: Path, count: int, size: int, longest: float
) -> None:
    """At moments that are spread over its first ``longest`` seconds."""
    (tmp_path / "source").mkdir()
    for number in range(count):
        _wav(tmp_path / "source" / f"{number}.wav", size)
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        moments = random.Random(7)
        taken = sorted(
            _cancelled(backend.importing, tmp_path / "source", moments.uniform(0.05, longest)) for _ in range(20)
        )
    text = f"median {1000 * statistics.median(taken):.0f} ms, longest {1000 * taken[-1]:.0f} ms"
    bench.note(f"cancel among {count:,} files of {size / 1e6:g} MB", text)


def _cancelled(importing: ImportService, source: Path, moment: float) -> float:
    """Seconds from the cancel, ``moment`` seconds after the start, to the end; 0 where the import was over before."""
    cancelled = threading.Event()
    asked: list[float] = []

    def cancel() -> None:
        asked.append(time.perf_counter())
        cancelled.set()

    def progress(done: int, total: int, item: str = "") -> None:
        if cancelled.is_set():
            raise Cancelled

    timer = threading.Timer(moment, cancel)
    timer.start()
    try:
        importing.import_paths([source], keep_both=True, progress=progress)
    except Cancelled:
        return time.perf_counter() - asked[0]
    finally:
        timer.cancel()
    return 0.0


def _wav(path: Path, size: int) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(48_000)
        for _ in range(max(1, size // 1_000_000)):
            out.writeframes(os.urandom(min(size, 1_000_000)))
