"""The list of tasks says how far a task is, for how long still, how it ended, and what can be done then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.progress import Progress, ProgressReport
from vrp.backend.errors import DiskFull
from vrp.backend.jobs.runner import Job
from vrp.backend.services.verification import VerifyReport
from vrp.ui import names, task_row
from vrp.ui.actions import ActionId
from vrp.ui.tasks import KEPT, TaskPanel


def test_a_task_tells_its_share_and_after_three_seconds_the_time_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, owner, now = QWidget(), QObject(), [100.0]
    qtbot.addWidget(window)
    monkeypatch.setattr(task_row, "monotonic", lambda: now[0])
    job = Job("Importing", visible=True, parent=owner)
    row = TaskPanel(window).add(job)
    seen: list[str] = []
    assert row.pace.isHidden()
    for second, done in ((0, 0), (1, 10), (10, 50), (11, 10)):
        now[0] = 100.0 + second
        job.progressed.emit(ProgressReport(done, 100, "first.wav"))
        seen.append(row.pace.text())
    job.cancelled.emit()

    assert seen == ["0%", "10%", "50% · 10 s left", "10% · 2 min left"]
    assert row.pace.isHidden()
    assert row.detail.text() == "Cancelled"


def states(room: Desk) -> list[str]:
    """How each task in the list stands, the newest first."""
    return [row.detail.text() for row in reversed(room.window.tasks.rows)]


def full_once() -> Callable[[Progress], VerifyReport]:
    """A check that fails, and is well when it is tried again."""
    tries: list[int] = []

    def verify(_progress: Progress) -> VerifyReport:
        tries.append(1)
        if len(tries) == 1:
            raise DiskFull(path="/library")
        return VerifyReport(checked=2)

    return verify


@pytest.fixture
def failed(desk: OpenDesk, qtbot: QtBot, logged: LogWatch, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A check of the library has failed, and the list of tasks is open."""
    room = desk(["one", "two"])
    monkeypatch.setattr(room.window.services.verification, "verify", full_once())
    room.window.actions_[ActionId.VERIFY].trigger()
    qtbot.waitUntil(lambda: states(room) == [f"Failed ({DiskFull.code})"])
    logged.expect(DiskFull.code)
    room.window.actions_[ActionId.SHOW_TASKS].trigger()
    return room


def test_a_failed_task_is_tried_again_with_all_that_follows_from_it(failed: Desk, qtbot: QtBot) -> None:
    assert "no room left" in failed.window.messages.text.text()
    failed.task_button(names.TASK_RETRY).click()
    qtbot.waitUntil(lambda: states(failed) == ["Done"])
    assert failed.window.messages.text.text() == "2 recordings checked: every file is whole."


def test_a_cancelled_import_is_tried_again_with_the_same_files(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk([])
    room.importing.released.clear()
    room.window.importing.run([tmp_path / "a.wav"])
    qtbot.waitUntil(lambda: bool(room.importing.paths))
    room.window.tasks.rows[-1].cancel()
    qtbot.waitUntil(lambda: states(room) == ["Cancelled"])
    room.importing.released.set()
    room.task_button(names.TASK_RETRY).click()
    qtbot.waitUntil(lambda: states(room) == ["Done"])
    assert room.importing.paths == [tmp_path / "a.wav"] * 2


def test_the_details_say_what_happened_what_is_safe_and_what_to_do_and_can_be_copied(failed: Desk) -> None:
    failed.task_button(names.TASK_DETAILS).click()
    (dialog,) = failed.dialogs.shown
    body = dialog.findChild(QPlainTextEdit, names.REPORT_TEXT)
    copy = dialog.findChild(QPushButton, names.REPORT_COPY)
    assert body is not None
    assert copy is not None
    assert body.toPlainText().splitlines() == [
        "Checking the library",
        "",
        "VRP-1206",
        "What happened: There is no room left on the disk of /library.",
        "What is safe: Everything that was in the library is still there.",
        "What to do: Free some room and try again.",
    ]
    copy.click()
    assert QGuiApplication.clipboard().text() == body.toPlainText()


def test_what_cannot_be_tried_again_or_went_well_offers_it_not(failed: Desk, qtbot: QtBot, logged: LogWatch) -> None:
    def fail(_progress: Progress) -> None:
        raise DiskFull(path="/library")

    runner = failed.window.services.runner
    with qtbot.waitSignal(runner.submit("Once", fail, visible=True).ended):
        pass
    logged.expect(DiskFull.code)
    assert failed.task_button(names.TASK_DETAILS).isVisible()
    assert not failed.task_button(names.TASK_RETRY).isVisible()
    with qtbot.waitSignal(runner.submit("Well", lambda _progress: None, visible=True, again=lambda: None).ended):
        pass
    assert not failed.task_button(names.TASK_DETAILS).isVisible()
    assert not failed.task_button(names.TASK_LOG).isVisible()
    assert not failed.task_button(names.TASK_RETRY).isVisible()


def test_a_retry_that_is_refused_keeps_the_task_in_the_list(desk: OpenDesk, qtbot: QtBot, logged: LogWatch) -> None:
    room = desk([])

    def fail(_progress: Progress) -> None:
        raise DiskFull(path="/library")

    job = room.runner.submit("Restoring", fail, visible=True, again=lambda: None)  # which asks first, and hears no
    with qtbot.waitSignal(job.ended):
        pass
    logged.expect(DiskFull.code)
    room.task_button(names.TASK_RETRY).click()
    assert states(room) == [f"Failed ({DiskFull.code})"]


def test_clear_takes_those_off_that_have_ended(failed: Desk, qtbot: QtBot) -> None:
    failed.importing.released.clear()
    failed.window.importing.run([Path("a.wav")])
    qtbot.waitUntil(lambda: bool(failed.importing.paths))
    clear = failed.window.tasks.findChild(QPushButton, names.TASK_CLEAR)
    assert clear is not None
    clear.click()
    assert len(failed.window.tasks.rows) == 1
    assert failed.window.tasks.rows[0].name.text() == "Importing"
    assert not clear.isVisible()
    failed.importing.released.set()
    qtbot.waitUntil(lambda: states(failed) == ["Done"])
    clear.click()
    nothing = failed.window.tasks.findChild(QLabel, names.TASK_NONE)
    assert nothing is not None
    assert nothing.isVisible()
    assert states(failed) == []


def test_only_the_newest_that_have_ended_stay(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    for number in range(KEPT + 3):
        with qtbot.waitSignal(room.runner.submit(str(number), lambda _progress: None, visible=True).ended):
            pass
    assert [row.name.text() for row in room.window.tasks.rows] == [str(number) for number in range(2, KEPT + 3)]


def test_the_list_is_used_by_keys_alone(failed: Desk, qtbot: QtBot) -> None:
    window, panel = failed.window, failed.window.tasks
    failed.importing.released.clear()
    window.importing.run([Path("a.wav")])
    panel.hide()
    QTest.keySequence(window, QKeySequence("Ctrl+3"))
    assert panel.isVisible()
    seen = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [
        "Cancel Importing",
        "Details of Checking the library",
        "Show log of Checking the library",
        "Retry Checking the library",
        "Clear tasks that have ended",
    ]
    QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    failed.importing.released.set()
    qtbot.waitUntil(lambda: not failed.runner.running)
