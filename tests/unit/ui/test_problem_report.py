from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from tests.unit.ui.conftest import OpenDesk
from vrp import __version__
from vrp.ui.actions import ActionId


def test_a_report_has_the_versions_and_nothing_about_recordings_or_places(desk: OpenDesk) -> None:
    room = desk(["Private interview"])
    room.window.actions_[ActionId.REPORT_PROBLEM].trigger()
    (body,) = room.dialogs.shown[0].findChildren(QPlainTextEdit)
    text = body.toPlainText()
    assert f"Voice Recorder Pro {__version__}" in text
    assert "What I expected:" in text
    assert "Private interview" not in text
    assert str(room.library.paths.root) not in text
    assert str(Path.home()) not in text
