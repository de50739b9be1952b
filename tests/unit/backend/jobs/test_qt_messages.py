from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, qCWarning, qDebug, qInstallMessageHandler, qWarning

from tests.support.isolation import LogWatch
from vrp.backend.jobs import qt_messages


def test_what_qt_says_is_logged_and_afterwards_no_more(logged: LogWatch) -> None:
    heard: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, text: heard.append(text))
    try:
        with qt_messages.logged():
            qDebug("too fine")
            qWarning("a picture of 100% is odd")
            qCWarning(QLoggingCategory("of.test"), "in its own room")  # type: ignore[arg-type]  # the stubs say bytes
        logged.expect("qt.default: a picture of 100% is odd")
        logged.expect("qt.of.test: in its own room")
        qWarning("as before")
    finally:
        qInstallMessageHandler(before)
    assert heard == ["as before"]
