from __future__ import annotations

import logging

import pytest
import structlog
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from vrp.backend.errors import DiskFull
from vrp.backend.jobs.runner import JobRunner
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.logs.tail import PROCESS


def test_all_that_a_job_logs_carries_its_number_and_nothing_else_does(qtbot: QtBot) -> None:
    LoggingConfig().install()
    runner = JobRunner()

    def work(_progress: object) -> None:
        structlog.get_logger().info("step")

    last = PROCESS.last
    first, second = (runner.submit("Working", work, pool="db", visible=True) for _ in range(2))
    with qtbot.waitSignals([first.ended, second.ended]):
        pass
    structlog.get_logger().info("afterwards")
    told = [(view.event, view.job) for view in PROCESS.after(last, 10)]
    assert told == [
        ("step", first.number), ("job_ended", first.number), ("step", second.number), ("job_ended", second.number),
        ("afterwards", None),
    ]  # fmt: skip
    runner.shutdown()


def test_a_job_that_fails_is_logged_with_its_code(qtbot: QtBot, logged: LogWatch) -> None:
    LoggingConfig().install()
    runner = JobRunner()

    def work(_progress: object) -> None:
        raise DiskFull(path="/x")

    job = runner.submit("Importing “My first talk”", work)
    with qtbot.waitSignal(job.ended):
        pass
    view = PROCESS.newest(1)[0]
    assert (view.event, view.error_code, view.job) == ("job_failed", "VRP-1206", job.number)
    assert "My first talk" not in view.text
    logged.expect("job_failed")
    runner.shutdown()
    assert logging.getLogger().level == logging.INFO


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Jobs need the application's event loop."""
