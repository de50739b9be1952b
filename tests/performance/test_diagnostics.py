"""What diagnostics and log cost the window: opening on very many rows, standing open, and a flood of records.

``DIAGNOSTICS_ROWS=1000000`` is the long form.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QTableView

from tests.performance.conftest import Bench
from tests.support.many import make_many
from vrp.app.smoothness import smooth
from vrp.testing import names
from vrp.testing.app import App
from vrp.ui.diagnostics.lag import LagMonitor

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

ROWS = int(os.environ.get("DIAGNOSTICS_ROWS", "100000"))
RECORDS = 100_000
SECONDS = 20.0
log = structlog.get_logger()

OpenApp = Callable[..., App]


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def cpu_percent(seconds: float) -> float:
    """Of one processor, over so long, all threads of this process."""
    begun, used = time.monotonic(), sum(os.times()[:2])
    wait(seconds)
    return 100 * (sum(os.times()[:2]) - used) / (time.monotonic() - begun)


def test_the_page_opens_at_once_and_costs_nothing_while_open(vrp_app: OpenApp, bench: Bench, tmp_path: Path) -> None:
    make_many(tmp_path / "library", ROWS, files=20, file_bytes=10_000)
    app = vrp_app(folder=tmp_path / "library")
    with smooth():
        closed = cpu_percent(SECONDS)
        begun = time.perf_counter()
        app.window.diagnostics.show()
        page = app.window.diagnostics.page
        app.wait_for(lambda: bool(page.report.sections) and page.rows.rowCount() > 0)
        opened = time.perf_counter() - begun
        app.wait_for(lambda: not page.report.due, 300)
        filled = time.perf_counter() - begun
        app.wait_for_jobs(300)
        open_ = cpu_percent(SECONDS)
    bench.note(
        f"diagnostics: opens on {ROWS:,} recordings", f"{1000 * opened:.0f} ms, all rows {filled:.2f} s (goal 300 ms)"
    )
    bench.note("diagnostics: processor while open", f"{open_:.2f} %, closed {closed:.2f} % (goal: below 1 % more)")


def test_the_log_panel_scrolls_and_bears_a_flood(vrp_app: OpenApp, bench: Bench) -> None:
    app = vrp_app()
    for number in range(RECORDS):
        log.info("filled", number=number)
    monitor = LagMonitor(app.window, tick_ms=2, window_seconds=600)
    with smooth():
        monitor.start()
        app.window.diagnostics.toggle_log()
        view = app.find(names.LOG_TABLE, QTableView)
        app.wait_for(lambda: view.model().rowCount() >= RECORDS - 100, 60)
        bench.note(f"log: {RECORDS:,} records come in", str(monitor.reading()))
        monitor.start()
        bar = view.verticalScrollBar()
        for step in range(400):
            bar.setValue(bar.maximum() * step // 400)
            wait(0.01)
        bench.note(f"log: scrolling {RECORDS:,} records", str(monitor.reading()))
        bar.setValue(bar.maximum())
        thread = threading.Thread(target=flood)
        monitor.start()
        thread.start()
        app.wait_for(lambda: not thread.is_alive(), 60)
        bench.note("log: 2,000 records a second for 10 s", str(monitor.reading()))


def flood() -> None:
    """In tens every 5 ms, as jobs write them."""
    due = time.perf_counter()
    for number in range(20_000):
        log.info("flood", number=number)
        if number % 10 == 0:
            due += 0.005
            time.sleep(max(0.0, due - time.perf_counter()))
