"""The desktop is told what ended, failed or is overdue, and only while the person looks at another window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.findings import Finding
from vrp.backend.domain.findings import Severity as Gravity
from vrp.backend.domain.progress import Progress
from vrp.backend.errors import DiskFull
from vrp.backend.phrases import Phrase
from vrp.backend.services.health import HealthService
from vrp.backend.services.verification import VerificationService, VerifyReport
from vrp.ui.actions import ActionId
from vrp.ui.keeping.backup_flow import BackupFlow
from vrp.ui.message_bar import Message, Severity

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # of a platform that has no tray
Said = list[tuple[str, QSystemTrayIcon.MessageIcon]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """A desktop with a tray, and what is shown there."""
    found: Said = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, _title, text, kind, _ms: found.append((text, kind))
    )
    return found


def look_elsewhere(desk: Desk, qtbot: QtBot) -> QWidget:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not desk.window.isActiveWindow())
    return other


def run(desk: Desk, qtbot: QtBot, work: Callable[[Progress], object]) -> None:
    desk.runner.submit("Reading", work, visible=True)
    qtbot.waitUntil(lambda: not desk.runner.running)


def counting(progress: Progress) -> None:
    for number in range(5):
        progress(number, 5, "")


def failing(_progress: Progress) -> None:
    raise DiskFull(path="/")


def test_the_end_of_a_task_is_told_to_who_looks_elsewhere_and_its_progress_is_not(
    desk: OpenDesk, qtbot: QtBot, said: Said
) -> None:
    room = desk([])
    look_elsewhere(room, qtbot)
    run(room, qtbot, counting)
    assert said == [("Finished: Reading", QSystemTrayIcon.MessageIcon.Information)]


def test_a_failure_is_told_with_its_code(desk: OpenDesk, qtbot: QtBot, said: Said, logged: LogWatch) -> None:
    room = desk([])
    look_elsewhere(room, qtbot)
    run(room, qtbot, failing)
    logged.expect(DiskFull.code)
    assert said == [(f"Failed: Reading ({DiskFull.code})", QSystemTrayIcon.MessageIcon.Warning)]


def test_a_failure_that_the_window_explains_is_told_once(
    desk: OpenDesk, qtbot: QtBot, said: Said, logged: LogWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = desk(["one"])
    monkeypatch.setattr(room.window.services.verification, "verify", failing)
    look_elsewhere(room, qtbot)
    room.window.actions_[ActionId.VERIFY].trigger()
    qtbot.waitUntil(lambda: not room.runner.running)
    logged.expect(DiskFull.code)
    assert said == [(room.window.messages.text.text(), QSystemTrayIcon.MessageIcon.Warning)]


def test_a_task_that_ends_with_a_warning_is_told_once(
    desk: OpenDesk, qtbot: QtBot, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = desk(["one"])
    found = VerifyReport(checked=1, findings=[Finding("VRP-2001", Gravity.ERROR, Phrase("Damaged."))])
    monkeypatch.setattr(room.window.services.verification, "verify", lambda _progress: found)
    look_elsewhere(room, qtbot)
    room.window.actions_[ActionId.VERIFY].trigger()
    qtbot.waitUntil(lambda: not room.runner.running)
    assert [text for text, _ in said] == ["1 recording checked: 1 to look at."]


def test_a_message_is_told_when_it_comes_and_not_again_when_it_is_seen(
    desk: OpenDesk, qtbot: QtBot, said: Said
) -> None:
    room = desk([])
    look_elsewhere(room, qtbot)
    room.window.messages.post(Message("one", Severity.WARNING, "Nothing is heard."))
    room.window.messages.post(Message("two", Severity.ERROR, "The disk is full."))
    room.window.messages.post(Message("three", Severity.WARNING, "It clips."))
    for _ in range(3):
        room.window.messages.dismiss()
    assert [text for text, _ in said] == ["Nothing is heard.", "The disk is full.", "It clips."]


def test_what_only_reads_in_the_background_is_told_to_nobody(desk: OpenDesk, qtbot: QtBot, said: Said) -> None:
    room = desk([])
    look_elsewhere(room, qtbot)
    room.runner.submit("page", counting)
    qtbot.waitUntil(lambda: not room.runner.running)
    assert said == []


def test_who_looks_at_the_window_is_told_there_only(desk: OpenDesk, qtbot: QtBot, said: Said, logged: LogWatch) -> None:
    room = desk([])
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    run(room, qtbot, counting)
    run(room, qtbot, failing)
    logged.expect(DiskFull.code)
    room.window.messages.post(Message("disk", Severity.ERROR, "The disk is full."))
    assert said == []


def test_a_warning_reaches_the_desktop_and_a_success_does_not(desk: OpenDesk, qtbot: QtBot, said: Said) -> None:
    room = desk([])
    look_elsewhere(room, qtbot)
    room.window.messages.post(Message("one", Severity.SUCCESS, "Backed up."))
    room.window.messages.post(Message("two", Severity.WARNING, "Nothing is heard."))
    assert [text for text, _ in said] == ["Nothing is heard."]


def test_a_backup_that_is_overdue_is_told_until_there_is_one(desk: OpenDesk, qtbot: QtBot, said: Said) -> None:
    room = desk(["Interview"])
    look_elsewhere(room, qtbot)
    services, library = room.window.services, room.library
    verification = VerificationService(library.database, library.paths)

    def at(now: datetime) -> HealthService:
        return HealthService(library.database, library.paths, verification, services.backup, clock=lambda: now)

    now = datetime.now(UTC)
    late = BackupFlow(services._replace(health=at(now + timedelta(days=30))), room.window.messages, room.window)
    late.look_whether_overdue()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0][0].startswith("For more than a week no backup was proven")
    assert room.window.messages.isVisible()
    late.run()
    qtbot.waitUntil(lambda: "Proven restorable" in room.window.messages.text.text(), timeout=20_000)
    qtbot.waitUntil(lambda: not room.runner.running)
    room.window.messages.dismiss()
    assert not room.window.messages.isVisible()


def test_nothing_lives_in_the_tray_by_itself_and_closing_hides_nothing(
    desk: OpenDesk, qtbot: QtBot, said: Said
) -> None:
    room = desk([])
    assert room.window.findChildren(QSystemTrayIcon) == []
    look_elsewhere(room, qtbot)
    run(room, qtbot, counting)
    (tray,) = room.window.findChildren(QSystemTrayIcon)
    assert tray.isVisible()
    with qtbot.waitSignal(room.window.closed):
        room.window.close()
