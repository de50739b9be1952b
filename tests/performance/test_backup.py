"""Backups beside the tools that people use for them: borg and restic, on the same library.

``VRP_BENCH_ROWS`` makes it smaller than a million rows.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.performance.conftest import Bench
from tests.support.audio_files import write_audio
from tests.support.many import make_many

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

ROWS = int(os.environ.get("VRP_BENCH_ROWS", "1000000"))
PARTS = """
import sys
from pathlib import Path
from vrp.app.opening import Opening, open_backend
with open_backend(Opening(sys.argv[1], write=False)) as backend:
    report = backend.backups().create(to=Path(sys.argv[2]))
    assert report.proven
    print(report.seconds, report.proof_seconds)
"""


def _seconds(*words: str | Path, cwd: Path | None = None) -> float:
    begun = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, cwd=cwd)
    return time.perf_counter() - begun


def _vrp(library: Path, store: Path) -> tuple[float, float, float]:
    """Seconds of the whole command, of its work alone, and of the proof in it."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", PARTS, library, store], check=True, capture_output=True, text=True)
    took, proof = (float(one) for one in done.stdout.split())
    return time.perf_counter() - begun, took, proof


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
    whole, took, proof = _vrp(library, store)
    size = f"{ROWS:,} rows, 1 GB"
    bench.once(f"first backup, {size}", whole, "borg create", borg)
    bench.once("… without its proof", took - proof, "borg create", borg)
    bench.once("first backup beside restic", whole, "restic backup", restic)

    restic = _seconds("restic", "backup", library)
    whole, took, _ = _vrp(library, store)
    bench.once("second, nothing new: command", whole, "restic backup", restic)
    bench.once("second, nothing new: in the window", took, "restic backup", restic)

    chance = random.Random(10)
    sources = [write_audio(tmp_path / f"{number}.wav", 10 + chance.random()) for number in range(10)]
    _seconds(sys.executable, "-m", "vrp", "--library", library, "import", *sources)
    restic = _seconds("restic", "backup", library)
    whole, took, proof = _vrp(library, store)
    bench.once("second, 10 new files", whole, "restic backup", restic)
    bench.once("… without its proof", took - proof, "restic backup", restic)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    bench.note("memory of the largest of all these", f"{peak} MiB")
