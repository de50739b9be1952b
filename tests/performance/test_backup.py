"""Backups beside the tools that people use for them: borg and restic, on the same library.

``BENCH_ROWS`` makes it smaller than a million rows.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.performance.conftest import Bench
from tests.support.audio_files import write_audio
from tests.support.many import make_many
from vrp.app.opening import Opening, open_backend

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
PARTS = """
import sys
from pathlib import Path
from tests.support.memory import peak_bytes
from vrp.app.opening import Opening, open_backend
with open_backend(Opening(sys.argv[1], write=False)) as backend:
    report = backend.backup.create(to=Path(sys.argv[2]))
    assert report.proven
    print(report.seconds, report.proof_seconds, peak_bytes() >> 20)
"""


def _seconds(*words: str | Path, cwd: Path | None = None) -> float:
    begun = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, cwd=cwd)
    return time.perf_counter() - begun


def _vrp(library: Path, store: Path) -> tuple[float, float, float, int]:
    """Seconds of the whole command, of its work alone, and of the proof in it; and its memory in MiB."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", PARTS, library, store], check=True, capture_output=True, text=True)
    took, proof, memory = done.stdout.split()
    return time.perf_counter() - begun, float(took), float(proof), int(memory)


def test_backups(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, store = tmp_path / "library", tmp_path / "backups"
    make_many(library, ROWS)
    store.mkdir()
    monkeypatch.setenv("BORG_REPO", str(tmp_path / "borg"))
    monkeypatch.setenv("BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK", "yes")
    monkeypatch.setenv("RESTIC_REPOSITORY", str(tmp_path / "restic"))
    monkeypatch.setenv("RESTIC_PASSWORD", "x")
    _seconds("borg", "init", "-e", "none")
    _seconds("restic", "init")

    os.sync()
    borg = _seconds("borg", "create", "::first", library)
    restic = _seconds("restic", "backup", library)
    os.sync()
    whole, took, proof, memory = _vrp(library, store)
    bench.note("memory of the first backup", f"{memory} MiB")
    size = f"{ROWS:,} rows, 1 GB"
    bench.once(f"first backup, {size}", whole, "borg create", borg)
    bench.once("… without its proof", took - proof, "borg create", borg)
    bench.once("first backup beside restic", whole, "restic backup", restic)

    restic = _seconds("restic", "backup", library)
    whole, took, _, _ = _vrp(library, store)
    bench.once("second, nothing new: command", whole, "restic backup", restic)
    bench.once("second, nothing new: in the window", took, "restic backup", restic)

    chance = random.Random(10)
    sources = [write_audio(tmp_path / f"{number}.wav", 10 + chance.random()) for number in range(10)]
    _seconds(sys.executable, "-m", "vrp", "--library", library, "import", *sources)
    restic = _seconds("restic", "backup", library)
    whole, took, proof, _ = _vrp(library, store)
    bench.once("second, 10 new files", whole, "restic backup", restic)
    bench.once("… without its proof", took - proof, "restic backup", restic)


def test_writers_while_a_backup_runs(bench: Bench, tmp_path: Path) -> None:
    """How long one change of a title takes meanwhile: the longest is what a person could feel."""
    library = tmp_path / "library"
    make_many(library, ROWS)
    with open_backend(Opening(str(library))) as backend:
        ended = threading.Event()
        waits: list[float] = []

        def write() -> None:
            while not ended.is_set():
                begun = time.perf_counter()
                backend.library.rename(1 + len(waits) % 200, f"Renamed {len(waits)}")
                waits.append(time.perf_counter() - begun)
                time.sleep(0.01)  # a person and an import do not write without a pause

        def run(work: Callable[[], object]) -> list[float]:
            ended.clear()
            waits.clear()
            writer = threading.Thread(target=write)
            writer.start()
            work()
            ended.set()
            writer.join()
            return sorted(1000 * one for one in waits)

        for name, work in (("alone", lambda: time.sleep(5)), ("while a backup runs", backend.backup.create)):
            took = run(work)
            text = (
                f"median {took[len(took) // 2]:.1f} ms, p99 {took[len(took) * 99 // 100]:.1f} ms, max {took[-1]:.1f} ms"
            )
            bench.note(f"a rename {name}", text)
