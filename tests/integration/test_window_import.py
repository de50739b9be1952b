"""Files come in through the real window: by its process, with a cancel, and with that process killed in the midst."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from tests.unit.backend.services.test_import_process import import_processes, is_whole
from vrp.testing.app import App
from vrp.ui import names

FILES = 30
OpenApp = Callable[..., App]
pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Some megabytes, so that there is time to press a button."""
    (tmp_path / "sources").mkdir()
    for number in range(FILES):
        write_audio(tmp_path / "sources" / f"{number}.wav", 10, rate=8000 + number)
    return tmp_path / "sources"


def wait_for_the_end(app: App) -> None:
    app.wait_for_jobs(60)
    app.wait_for(lambda: app.message != "")


def test_files_come_in_and_are_shown(vrp_app: OpenApp, sources: Path) -> None:
    app = vrp_app()
    app.window.importing.run([sources])
    app.wait_for(lambda: bool(import_processes()))
    wait_for_the_end(app)
    app.wait_for(lambda: app.window.model.rowCount() == FILES)
    assert app.message.startswith(f"{FILES} files imported")


def test_a_cancel_is_told_and_leaves_the_library_whole(vrp_app: OpenApp, sources: Path) -> None:
    app = vrp_app()
    app.window.importing.run([sources])
    app.wait_for(lambda: bool(import_processes()))
    app.click(names.TASK_CHIP_CANCEL)
    wait_for_the_end(app)
    assert "cancelled" in app.message
    assert import_processes() == []
    assert ThreadPoolExecutor(1).submit(is_whole, app.backend).result()  # never on the window's thread


def test_a_killed_import_says_so_and_works_again(vrp_app: OpenApp, sources: Path, logged: LogWatch) -> None:
    app = vrp_app()
    app.window.importing.run([sources])
    app.wait_for(lambda: bool(import_processes()))
    for one in import_processes():
        os.kill(one, signal.SIGKILL)
    wait_for_the_end(app)
    logged.expect("import_process_died")
    logged.expect("job_failed")
    assert "The import stopped" in app.message
    assert "The originals are untouched" in app.message
    assert ThreadPoolExecutor(1).submit(is_whole, app.backend).result()
    app.window.importing.run([sources])
    app.wait_for_jobs(60)
    app.wait_for(lambda: app.window.model.rowCount() == FILES)
    assert ThreadPoolExecutor(1).submit(is_whole, app.backend).result()  # never on the window's thread
