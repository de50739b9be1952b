"""Every error reaches the person whole: what happened, what is safe, what to do, and its code, to be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from scripts.error_catalogue import every_error
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.errors import Cancelled
from vrp.ui import messages, names


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
