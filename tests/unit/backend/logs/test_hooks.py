from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from tests.support.isolation import LogWatch
from vrp.backend.logs import hooks
from vrp.backend.logs.pipeline import Pipeline
from vrp.backend.logs.tail import PROCESS


@pytest.fixture
def quiet() -> Iterator[list[str]]:
    """The hooks over ones that only note that they were called."""
    called: list[str] = []
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = lambda *_: called.append("main")
    threading.excepthook = lambda *_: called.append("thread")
    sys.unraisablehook = lambda *_: called.append("unraisable")
    hooks.install()
    hooks.install()
    yield called
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def test_what_nobody_caught_is_logged_and_told_as_before(
    pipeline: Pipeline, quiet: list[str], logged: LogWatch
) -> None:
    error = ValueError("token=abcdef")
    sys.excepthook(ValueError, error, None)
    view = PROCESS.newest(1)[0]
    assert (view.event, view.fields["error"]) == ("uncaught", "ValueError")
    assert "abcdef" not in str(view.fields["exception"])

    def fail() -> None:
        raise RuntimeError

    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    view = PROCESS.newest(1)[0]
    assert (view.event, view.fields["thread"]) == ("uncaught_in_thread", "worker")

    class Dying:
        def __del__(self) -> None:
            raise KeyError

    Dying()
    assert PROCESS.newest(1)[0].event == "unraisable"
    assert quiet == ["main", "thread", "unraisable"]
    for event in ("uncaught'", "uncaught_in_thread", "unraisable"):
        logged.expect(event)


def test_ctrl_c_is_no_fault(pipeline: Pipeline, quiet: list[str]) -> None:
    last = PROCESS.last
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert PROCESS.last == last
    assert quiet == ["main"]
