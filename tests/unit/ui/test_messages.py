"""Every error reaches the person whole: what happened, what is safe, what to do, and its code, to be copied."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from scripts.error_catalogue import every_error
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.errors import BackupFolderMissing, Cancelled
from vrp.ui import messages, names
from vrp.ui.message_bar import MessageAction


def details(room: Desk) -> str:
    """What Details shows, by way of its Copy."""
    found = room.window.messages.findChildren(QPushButton, names.MESSAGE_DETAILS)
    (button,) = (one for one in found if one.isVisible())
    button.click()
    dialog = room.dialogs.shown.pop()
    body, copy = (
        dialog.findChild(QPlainTextEdit, names.REPORT_TEXT),
        dialog.findChild(QPushButton, names.REPORT_COPY),
    )
    assert body is not None
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == body.toPlainText()
    return body.toPlainText()


def test_every_error_has_a_text_an_action_and_details_that_can_be_copied(desk: OpenDesk) -> None:
    room = desk([])
    for kind in every_error():
        if kind is Cancelled:  # nobody is told
            continue
        error = kind()
        room.window.messages.post(messages.from_error("test", error))
        assert room.window.messages.isVisible()
        text = room.window.messages.text.text()
        assert text == error.message, kind
        told = details(room).splitlines()
        assert told[0] == error.code
        assert told[1] == f"What happened: {error.summary}"
        assert [line.partition(":")[0] for line in told[2:]] == ["What is safe", "What to do"], kind
        room.window.messages.clear("test")


def test_details_leave_the_message_where_it_is(desk: OpenDesk) -> None:
    room = desk([])
    room.window.messages.post(messages.from_error("test", next(iter(every_error()))()))
    details(room)
    assert room.window.messages.isVisible()


@pytest.mark.parametrize(("width", "below"), [(720, True), (1280, False)])
def test_the_longest_text_is_there_whole_in_the_smallest_window(
    desk: OpenDesk, qtbot: QtBot, width: int, below: bool
) -> None:
    room = desk(["a"])
    room.window.resize(width, 480)
    bar = room.window.messages
    error = BackupFolderMissing(path="/media/anna/Backups of this and of the last year/library.backup")
    bar.post(messages.from_error("test", error, MessageAction("Try Again", lambda: None)))
    (button,) = bar.findChildren(QPushButton, names.MESSAGE_DETAILS)
    qtbot.waitUntil(lambda: (button.y() > bar.text.geometry().bottom()) is below)
    qtbot.waitUntil(lambda: bar.text.height() >= bar.text.heightForWidth(bar.text.width()))
