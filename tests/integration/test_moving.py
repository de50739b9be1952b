"""`vrp library move` to another disk, killed at any moment: one whole library opens, and nothing is left beside it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.audio_files import write_audio

_MEMORY = Path("/dev/shm")  # noqa: S108  # another disk, where the system has it
KILLS = pytest.mark.parametrize("kills", [1, pytest.param(60, marks=(pytest.mark.campaign, pytest.mark.timeout(1800)))])


@pytest.fixture
def another_disk(tmp_path: Path) -> Iterator[Path]:
    if not _MEMORY.is_dir() or _MEMORY.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second disk")
    folder = Path(tempfile.mkdtemp(dir=_MEMORY))
    yield folder
    shutil.rmtree(folder)


def _begin(*words: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "vrp", *map(str, words), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _vrp(*words: object) -> Any:
    process = _begin(*words)
    said, _ = process.communicate(timeout=50)
    assert process.returncode == 0, said
    return json.loads(said)


@KILLS
def test_killed_at_any_moment_one_whole_library_opens(another_disk: Path, tmp_path: Path, kills: int) -> None:
    _vrp("import", *(write_audio(tmp_path / f"{number}.wav", 3 + number) for number in range(4)))
    held = _vrp("list")
    there, begun = another_disk / "library", time.monotonic()
    here = Path(_vrp("library", "move", there)["moved_from"])
    took = time.monotonic() - begun
    chance = random.Random(os.environ.get("VRP_SEED", "7"))
    places = [there, here]
    for _ in range(kills):
        process = _begin("library", "move", places[1])
        time.sleep(chance.uniform(0.3, 1) * took)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert _vrp("list") == held
        assert _vrp("verify") == {"checked": 4, "findings": []}
        if _vrp("rename", "1", held["recordings"][-1]["title"]) and not places[0].exists():
            places.reverse()
        assert places[0].exists()
        assert not [path for path in places[1].rglob("*") if path.is_file()]
