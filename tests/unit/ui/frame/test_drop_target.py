from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk

_BUTTON, _KEYS, _ACTION = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


def drag(room: Desk, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(300, 200), _ACTION, data, _BUTTON, _KEYS)
    QApplication.sendEvent(room.window, event)
    return event


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def test_the_target_is_seen_while_files_are_dragged_over_the_window(desk: OpenDesk, tmp_path: Path) -> None:
    room = desk(["Interview"])
    assert not room.window.drops.isVisible()
    drag(room, files("/somewhere/a.wav"))
    assert room.window.drops.isVisible()
    assert room.window.drops.text == "Drop to import into the library"
    assert room.window.drops.geometry() == room.window.rect()
    QApplication.sendEvent(room.window, QDragLeaveEvent())
    assert not room.window.drops.isVisible()


@pytest.mark.parametrize(("name", "reason"), [("text.pdf", "no audio files"), ("", "files and folders of this")])
def test_what_cannot_be_imported_is_refused_with_the_reason(
    desk: OpenDesk, qtbot: QtBot, name: str, reason: str
) -> None:
    room = desk([])
    data = files(name) if name else QMimeData()
    drag(room, data)
    assert reason in room.window.drops.text
    drop = QDropEvent(QPointF(300, 200), _ACTION, data, _BUTTON, _KEYS, QEvent.Type.Drop)
    QApplication.sendEvent(room.window, drop)
    assert not room.window.drops.isVisible()
    assert not room.importing.paths
