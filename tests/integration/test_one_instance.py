"""One window a library: real processes that are started twice, killed, and kept out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.audio_files import write_audio
from tests.support.libraries import new_library
from vrp.backend.locks import FileLock, is_locked
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import first_page, schema
from vrp.testing.microphone import VirtualMicrophone
from vrp.ui.frame.one_instance import address

# A person who reads the small window of a start that failed, and closes it.
READS_AND_CLOSES = """
import sys
from PySide6.QtCore import QTimer
from vrp.ui.diagnostics.trouble_window import TroubleWindow
from vrp.app import window
from vrp import cli
application = window.application()
def look():
    for box in application.topLevelWidgets():
        if isinstance(box, TroubleWindow) and box.isVisible():
            print(box.head.text())
            print("shown:", sorted(type(one).__name__ for one in application.topLevelWidgets() if one.isVisible()))
            box.quit_button.click()
looking = QTimer(interval=50)
looking.timeout.connect(look)
looking.start()
sys.exit(cli.main(sys.argv[1:]))
"""
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with new_library(tmp_path / "library"):
        pass
    return tmp_path / "library"


@pytest.fixture
def start(library: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def run(*words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "vrp", "--library", str(library), *words]
        started.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True))
        return started[-1]

    yield run
    for process in started:
        process.terminate()
        process.wait(20)


def count(library: Path) -> int:
    database = schema.ready_database(LibraryPaths(library))
    found = first_page.read(database) if database is not None else None
    return 0 if found is None else found[0].total


def listens(library: Path) -> bool:
    return Path(address(library)).exists()


def test_a_second_start_hands_its_files_over_and_ends(
    library: Path, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    sound = write_audio(tmp_path / "interview.wav", 0.3)
    first = start()
    qtbot.waitUntil(lambda: listens(library), timeout=20_000)
    assert Path(address(library)).stat().st_mode & 0o077 == 0
    assert start(str(sound)).wait(20) == 0
    qtbot.waitUntil(lambda: count(library) == 1, timeout=20_000)
    assert start().wait(20) == 0
    assert first.poll() is None


@pytest.mark.sound
def test_a_start_can_record_at_once_and_another_one_leaves_that_alone(
    library: Path, start: Start, qtbot: QtBot, microphone: VirtualMicrophone
) -> None:
    del microphone  # what the started programs hear
    takes = LibraryPaths(library).takes

    def recorded() -> int:
        return sum(take.stat().st_size for take in takes.glob("*/take.wav"))

    start("--record")
    qtbot.waitUntil(lambda: recorded() > 100_000, timeout=20_000)
    assert start("--record").wait(20) == 0
    before = recorded()
    qtbot.waitUntil(lambda: recorded() > before + 100_000, timeout=20_000)
    assert len(list(takes.glob("*/take.wav"))) == 1


def test_a_window_that_was_killed_is_never_in_the_way(
    library: Path, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    first = start()
    qtbot.waitUntil(lambda: listens(library), timeout=20_000)
    first.kill()
    first.wait()
    assert listens(library)  # what it left there
    start(str(write_audio(tmp_path / "memo.wav", 0.3)))
    qtbot.waitUntil(lambda: count(library) == 1, timeout=20_000)


@pytest.mark.parametrize("ready", [True, False], ids=["ready", "new"])
def test_a_library_that_a_command_holds_is_told_in_a_window(library: Path, tmp_path: Path, ready: bool) -> None:
    place = library if ready else tmp_path / "new"
    place.mkdir(exist_ok=True)
    with FileLock(LibraryPaths(place).lock) as lock:
        assert lock.acquire()
        words = [sys.executable, "-c", READS_AND_CLOSES, "--library", os.fspath(place), "--wait", "0.2"]
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=50)
    assert done.returncode == 3
    assert "is in use by process" in done.stdout
    assert "shown: ['TroubleWindow']" in done.stdout  # a main window behind it would still be painted
    assert "VRP-1202" in done.stderr
    assert not is_locked(LibraryPaths(place).lock)
