"""The whole job by the keyboard alone, in the real window with real sound: no click, no method of a widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.integration.test_main_window import SECONDS_MS, Desk, open_window, tone
from vrp.testing.microphone import VirtualMicrophone
from vrp.ui import names
from vrp.ui.actions import ActionId

pytestmark = pytest.mark.sound


@pytest.fixture
def desk(qtbot: QtBot, microphone: VirtualMicrophone, tmp_path: Path) -> Iterator[Desk]:
    with open_window(tmp_path / "library", qtbot) as opened:
        yield opened


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(keys: str) -> None:
    QTest.keySequence(focus(), QKeySequence(keys))


def write(text: str) -> None:
    QTest.keyClicks(focus(), text)


def go_to(name: str) -> None:
    """F6 from pane to pane until this one has the focus."""
    for _ in range(6):
        if focus().objectName() == name:
            return
        press("F6")
    raise AssertionError(name)


def test_record_stop_rename_tag_search_play_delete_and_undo(
    desk: Desk, microphone: VirtualMicrophone, qtbot: QtBot, tmp_path: Path
) -> None:
    def until(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=SECONDS_MS)

    microphone.play(tone(tmp_path, 440))
    desk.window.activateWindow()
    go_to(names.SIDEBAR)
    press("Ctrl+R")
    until(lambda: desk.recorder.elapsed >= 1.0)
    press("Ctrl+R")
    until(lambda: len(desk.titles) == 1)

    go_to(names.LIBRARY_TABLE)
    press("F2")
    until(lambda: focus().objectName() == names.TITLE_EDITOR)
    press("Ctrl+A")
    write("Interview")
    press("Return")
    until(lambda: desk.titles == ["Interview"])

    go_to(names.LIBRARY_TABLE)
    (keys,) = [desk.window.actions_.keymap.keys(ActionId.EDIT_TAGS)[0]]
    press(keys)
    until(lambda: focus().objectName() == names.TAG_FIELD)
    write("thesis")
    press("Return")

    def tags() -> tuple[str, ...]:
        row = desk.window.model.recording(0)
        return () if row is None else tuple(row.tags)

    until(lambda: tags() == ("thesis",))

    press("Ctrl+F")
    write("thesis")
    until(lambda: desk.window.model.query.search == "thesis" and desk.titles == ["Interview"])
    press("Down")
    assert focus().objectName() == names.LIBRARY_TABLE
    press("Space")
    until(lambda: desk.player.position > 0.3)
    press("Space")
    until(lambda: str(desk.player.state) != "playing")

    press("Del")
    until(lambda: desk.titles == [])
    press("Ctrl+Z")
    until(lambda: desk.titles == ["Interview"])
    assert tags() == ("thesis",)
    assert focus().window() is desk.window
