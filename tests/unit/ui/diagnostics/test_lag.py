from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from vrp.ui.diagnostics.lag import LagMonitor


def test_a_stall_is_seen_with_its_length(qtbot: QtBot) -> None:
    monitor = LagMonitor(tick_ms=5)
    monitor.start()
    QTimer.singleShot(30, lambda: time.sleep(0.12))

    qtbot.waitUntil(lambda: monitor.reading().max > 100)

    lag = monitor.reading()
    assert lag.max < 1000
    assert lag.stalls >= 1
    assert lag.p50 <= lag.p99 <= lag.max


def test_only_the_last_while_counts(qtbot: QtBot) -> None:
    monitor = LagMonitor(tick_ms=5, window_seconds=0.1)
    monitor.start()
    time.sleep(0.1)
    qtbot.waitUntil(lambda: monitor.reading().max > 50)

    qtbot.waitUntil(lambda: monitor.reading().max < 50)

    assert monitor.reading().ticks == 20


def test_before_the_first_tick_there_is_nothing() -> None:
    assert LagMonitor().reading().ticks == 0
