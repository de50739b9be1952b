"""The program as the kit opens it, and what it offers."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from vrp.testing import ActionId, names
from vrp.testing.app import App

OpenApp = Callable[..., App]


def test_seeded_recordings_are_whole(vrp_app: OpenApp) -> None:
    app = vrp_app(recordings=50)

    app.do(ActionId.VERIFY)
    app.wait_for(lambda: app.message == "50 recordings checked: every file is whole.")

    assert len(app.titles) == 50
    assert app.titles[0] == "Recording 1"


def test_a_command_that_cannot_be_chosen_fails_the_test(vrp_app: OpenApp) -> None:
    app = vrp_app()

    with pytest.raises(AssertionError, match="No recording is selected"):
        app.do(ActionId.DELETE)
    with pytest.raises(AssertionError, match="no QPushButton is named nothing"):
        app.find("nothing", QPushButton)


def test_questions_are_answered_and_remembered(vrp_app: OpenApp) -> None:
    app = vrp_app(titles=["One", "Two"])
    app.window.library.table.selectAll()
    app.dialogs.answer = False

    app.press("Shift+Del", names.LIBRARY_TABLE)

    assert len(app.dialogs.asked) == 1
    assert app.titles == ["One", "Two"]


def test_the_hooks_of_the_run_are_its_own_again(vrp_app: OpenApp) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    vrp_app()

    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
