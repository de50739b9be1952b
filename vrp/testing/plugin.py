"""What pytest loads: fixtures that open the real program, and a picture of its window where a test fails.

It is loaded by every run of pytest where the program is installed, so that nothing but pytest is imported before a test
asks for one of the fixtures. ``docs/qa.md`` shows how they are used.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from vrp.testing.app import App
    from vrp.testing.microphone import VirtualMicrophone

    OpenApp = Callable[..., App]

_OPEN: Final = pytest.StashKey[list["App"]]()
_WINDOW: Final = "vrp_app"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("vrp", "Voice Recorder Pro")
    group.addoption(
        "--vrp-pictures",
        metavar="DIR",
        default="vrp-pictures",
        help="where the pictures of windows go whose test failed (default: vrp-pictures)",
    )
    group.addoption("--vrp-show", action="store_true", help="show the windows on the screen")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Qt decides with its first use whether it draws on a screen."""
    opens_window = any(_WINDOW in getattr(item, "fixturenames", ()) for item in session.items)
    if opens_window and not session.config.getoption("--vrp-show"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Save what the windows of a test show when it fails, while they are still open."""
    report = yield
    if report.when == "call" and report.failed and _OPEN in item.stash:
        folder = Path(item.config.getoption("--vrp-pictures"))
        name = re.sub(r"[^\w-]+", "-", item.nodeid).strip("-")
        opened = item.stash[_OPEN]
        for number, app in enumerate(opened, 1):
            path = app.screenshot(folder / f"{name}-{number}.png")
            report.sections.append(("window", f"its picture: {path}"))
    return report


@pytest.fixture
def vrp_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home folder for the program, without sound, display bus and settings of the person who runs the test."""
    from vrp.testing.isolation import isolate

    folder = Path(tempfile.mkdtemp(prefix="vrp."))  # near to the top: the path of a socket may have 107 bytes
    shown_on = {name: os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    for name, value in {**isolate(folder / "home", folder, os.environ), **shown_on}.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    (folder / "home").mkdir()
    yield folder / "home"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def vrp_microphone(vrp_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMicrophone]:
    """A virtual microphone and loudspeaker, which every program that the test starts finds.

    The test is skipped where PulseAudio is missing.
    """
    from vrp.testing.microphone import VirtualMicrophone, missing_programs

    del vrp_home  # asked for because it takes all sound away, which comes back here
    if missing := missing_programs():
        pytest.skip(f"the virtual microphone needs {', '.join(missing)}")
    with VirtualMicrophone() as running:
        for name, value in running.env.items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def vrp_app(vrp_home: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenApp]:
    """``vrp_app(recordings=3)`` opens the window over a new library with so many recordings, and waits for it.

    ``titles`` names them instead; ``folder`` opens a library that exists. With the fixture ``vrp_microphone`` it hears.
    """
    from pytestqt.qtbot import QtBot

    from vrp.testing.app import running_app

    qtbot: QtBot = request.getfixturevalue("qtbot")
    opened: list[App] = request.node.stash.setdefault(_OPEN, [])
    with contextlib.ExitStack() as stack:

        def open_app(recordings: int = 0, *, titles: list[str] | None = None, folder: Path | None = None) -> App:
            place = folder or tmp_path / f"library-{len(opened) + 1}"
            app = stack.enter_context(running_app(place, qtbot))
            opened.append(app)
            wanted = [f"Recording {number}" for number in range(1, recordings + 1)] if titles is None else titles
            if wanted:
                app.seed(wanted)
            return app

        yield open_app
        opened.clear()
