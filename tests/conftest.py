"""What holds for every test: a home of its own, no screen, no sound of the machine, and silence.

The environment is set before anything imports Qt or the program, and again for each test, so that no test can read or
write the library, the settings or the caches of the person who runs it.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.isolation import LogWatch
from tests.support.patience import qtbot
from tests.support.postgres import library_template, postgres_library, postgres_server, postgres_url
from vrp.testing.isolation import isolate, new_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrp.testing.microphone import VirtualMicrophone

__all__ = [
    "library_template",
    "postgres_library",
    "postgres_server",
    "postgres_url",
    "qtbot",
]  # fixtures for every test

# A socket's path has at most 107 bytes, so the runtime folder lies as near to the top as can be.
_RUNTIME = Path(tempfile.mkdtemp(prefix="vrp-test-"))

for _name, _value in isolate(_RUNTIME / "home", _RUNTIME, os.environ).items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value
time.tzset()


def pytest_unconfigure() -> None:
    shutil.rmtree(_RUNTIME, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; settings, data and caches of the test lie in it."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in new_home(folder, os.environ).items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def vrp_home(home: Path) -> Path:
    """The kit's home is that of every test."""
    return home


@pytest.fixture
def microphone(vrp_microphone: VirtualMicrophone) -> VirtualMicrophone:
    """The kit's virtual microphone, which every program that the test starts finds."""
    return vrp_microphone


@pytest.fixture(autouse=True)
def logged() -> Iterator[LogWatch]:
    """Fails the test for each log record from WARNING up that it did not name with ``logged.expect(text)``."""
    watch = LogWatch()
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    root.addHandler(watch)
    yield watch
    # What the program set up for its own logs ends with the test.
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    assert not watch.unexpected, "logged, and not expected: " + "; ".join(watch.unexpected)
