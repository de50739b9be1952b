"""The window is killed, and tells of it when it is opened again; safe mode leaves the person's settings alone."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.libraries import new_library
from vrp.app.opening import Opening, open_backend
from vrp.backend import crashes, paths


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with new_library(tmp_path / "library") as opened:
        opened.add(["Interview"])
    return tmp_path / "library"


def test_a_killed_window_is_noticed_by_the_next_and_a_closed_one_is_not(library: Path) -> None:
    marker = library / "logs" / crashes.MARKER
    with subprocess.Popen([sys.executable, "-m", "vrp", "--library", library]) as window:
        while not marker.exists():
            assert window.poll() is None
            time.sleep(0.02)
        window.send_signal(signal.SIGKILL)
    for _ in range(2):
        subprocess.run([sys.executable, "-m", "vrp", "--library", library, "--quit-when-ready"], check=True)
    assert not marker.exists()
    (report,) = crashes.reports(library / "logs")
    assert json.loads(report.path.read_text())["what"] == crashes.CRASH


def test_safe_mode_has_the_defaults_and_finds_the_library_all_the_same(library: Path) -> None:
    place = paths.settings_file()
    place.parent.mkdir(parents=True)
    place.write_text(f'[audio]\npreset = "music"\nsample_rate = "nonsense"\n[storage]\nfolder = "{library}"\n')
    with open_backend(Opening(safe=True)) as backend:
        assert backend.paths.root == library
        assert backend.settings.audio.preset == "voice"
        assert not backend.store.load().backup.at_start
    assert "nonsense" in place.read_text()
