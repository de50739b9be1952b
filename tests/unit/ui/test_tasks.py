"""The list of tasks says how far a task is, for how long still, and how it ended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vrp.backend.domain.progress import ProgressReport
from vrp.backend.jobs.runner import Job
from vrp.ui import tasks
from vrp.ui.tasks import TaskPanel


def test_a_task_tells_its_share_and_after_three_seconds_the_time_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, owner, now = QWidget(), QObject(), [100.0]
    qtbot.addWidget(window)
    monkeypatch.setattr(tasks, "monotonic", lambda: now[0])
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
