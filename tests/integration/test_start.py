"""How the window starts: rows first, the library behind it; what goes wrong meanwhile is told all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.libraries import new_library
from vrp.app.glance import look
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import first_page

HEAVY = ("sqlalchemy", "alembic", "pydantic", "pydantic_settings", "structlog", "numpy", "av", "tomlkit", "zstandard")
LATER = (  # each costs milliseconds: what the first rows do not show is imported after them
    "vrp.app.wishes", "vrp.backend.crashes", "vrp.ui.actions", "vrp.ui.command_states", "vrp.ui.diagnostics",
    "vrp.ui.keeping", "vrp.ui.library.commands", "vrp.ui.library.details_flow", "vrp.ui.library.details_one",
    "vrp.ui.library.edits",
    "vrp.ui.library.places_flow", "vrp.ui.menus", "vrp.ui.report_dialog", "vrp.ui.settings", "vrp.ui.tasks",
    "vrp.ui.sound.playback_flow", "vrp.ui.sound.recording_flow", "vrp.ui.wishes", "vrp.backend.logs.record_view",
    "vrp.backend.metrics", "vrp.backend.services",
    "PySide6.QtDBus", "PySide6.QtNetwork", "_hashlib", "platform", "queue", "socket", "tomllib", "uuid",
)  # fmt: skip
WATCHED = """
import builtins, sys
plain = builtins.__import__
from vrp.app import startup_trace
from vrp.cli import main
loaded = {}
mark = startup_trace.mark
startup_trace.mark = lambda name: (loaded.setdefault(name, set(sys.modules)), mark(name))[1]
main(["--library", sys.argv[1], "--quit-when-ready"])
print(sorted(loaded["first_rows_painted"] & set(sys.argv[2].split(","))))
print("sqlalchemy" in loaded["ready"])
print(builtins.__import__ is plain)
"""

CLOSED_AT_ONCE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from vrp.app import startup_trace
from vrp.cli import main
marked = []
def mark(name):
    marked.append(name)
    if name == "first_rows_painted":
        QTimer.singleShot(0, QApplication.closeAllWindows)
startup_trace.mark = mark
print(main(["--library", sys.argv[1]]), marked)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with new_library(tmp_path / "library") as opened:
        opened.add([f"Interview {number}" for number in range(30)])
    return tmp_path / "library"


def test_the_first_rows_are_painted_before_anything_heavy_is_imported_and_pyside_reads_no_source(library: Path) -> None:
    words = [sys.executable, "-c", WATCHED, str(library), ",".join(HEAVY + LATER)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}  # it imports too
    told = subprocess.run(words, check=True, capture_output=True, text=True, env=plain).stdout.splitlines()
    assert told == ["[]", "True", "True"]


def test_a_window_that_is_closed_at_its_first_paint_goes_without_the_rest(library: Path) -> None:
    words = [sys.executable, "-c", CLOSED_AT_ONCE, str(library)]
    told = subprocess.run(words, check=True, capture_output=True, text=True)
    assert (told.stdout, told.stderr) == ("0 ['window_shown', 'first_rows_painted']\n", "")


def test_the_timeline_of_a_start_is_written_where_it_is_asked_for(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRP_STARTUP_TRACE", str(tmp_path / "trace.json"))
    subprocess.run([sys.executable, "-m", "vrp", "--library", library, "--quit-when-ready"], check=True)
    at = json.loads((tmp_path / "trace.json").read_text())["milliseconds"]
    assert list(at) == ["window_shown", "first_rows_painted", "ready"]
    assert list(at.values()) == sorted(at.values())


def test_the_glance_shows_what_the_library_answers(library: Path) -> None:
    with new_library(library) as opened:
        opened.library.delete([3])
        page = opened.library.page(LibraryQuery(), 0, 20)
        database = opened.database.address
        assert isinstance(database, Path)
        assert first_page.read(database, 20) == (page, opened.library.counts())


def test_a_library_that_is_held_by_somebody_is_told_after_its_rows_were_shown(library: Path) -> None:
    with FileLock(LibraryPaths(library).lock) as lock:
        assert lock.acquire()
        words = [sys.executable, "-m", "vrp", "--library", str(library), "--wait", "0.1", "--quit-when-ready"]
        done = subprocess.run(words, check=False, capture_output=True, text=True)
    assert (done.returncode, "VRP-" in done.stderr) == (3, True)


@pytest.mark.parametrize("harm", ["missing", "no pointer", "newer"])
def test_a_library_that_is_not_ready_as_it_is_gets_no_glance(library: Path, harm: str) -> None:
    paths = LibraryPaths(library)
    if harm == "missing":
        paths = LibraryPaths(library.parent / "nothing")
    elif harm == "no pointer":
        paths.current.unlink()
    else:
        import sqlite3

        (database,) = paths.database_dir.glob("*/library.db")
        with sqlite3.connect(database) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.close()
    assert look(str(paths.root)) is None
