from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend import metrics
from vrp.backend.metrics import PerformanceMonitor, monitor_performance


@given(st.lists(st.floats(2e-6, 3_600), min_size=1, max_size=200))
def test_the_figures_are_those_of_the_times_to_a_tenth(seconds: list[float]) -> None:
    monitor = PerformanceMonitor()
    for one in seconds:
        monitor.observe("operation", "page", one)
    (measure,) = monitor.snapshot()
    assert (measure.kind, measure.name, measure.count) == ("operation", "page", len(seconds))
    assert measure.max == max(seconds)
    assert measure.mean == pytest.approx(sum(seconds) / len(seconds))
    for share, found in ((0.5, measure.p50), (0.95, measure.p95), (0.99, measure.p99)):
        true = np.quantile(seconds, share, method="inverted_cdf")
        assert found == pytest.approx(true, rel=0.1)


@pytest.mark.parametrize("seconds", [0.0, 1e-9, 1e9])
def test_times_beyond_all_buckets_are_counted_too(seconds: float) -> None:
    monitor = PerformanceMonitor()
    monitor.observe("operation", "page", seconds)
    (measure,) = monitor.snapshot()
    assert (measure.count, measure.max) == (1, seconds)
    assert 0 <= measure.p50 <= seconds
    assert math.isfinite(measure.p99)


def test_what_took_the_most_time_stands_first() -> None:
    monitor = PerformanceMonitor()
    for name, seconds, times in (("often", 0.1, 50), ("once", 1.0, 1), ("never mind", 0.001, 3)):
        for _ in range(times):
            monitor.observe("operation", name, seconds)
    assert [one.name for one in monitor.snapshot()] == ["often", "once", "never mind"]


def test_names_without_end_take_no_room_without_end() -> None:
    monitor = PerformanceMonitor()
    for number in range(1_000):
        monitor.observe("statement", f"SELECT {number}", 0.001)
    measures = monitor.snapshot()
    assert len(measures) == 301
    assert sum(one.count for one in measures) == 1_000
    assert {one.name: one.count for one in measures}[metrics.OTHER] == 700


def test_no_time_is_lost_between_threads() -> None:
    monitor = PerformanceMonitor()

    def observe() -> None:
        for _ in range(5_000):
            monitor.observe("operation", "page", 0.001)

    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(observe) for _ in range(8)]:
            done.result()
    assert monitor.snapshot()[0].count == 40_000


class Service:
    def __init__(self, monitor: PerformanceMonitor | None) -> None:
        self.monitor = monitor

    @monitor_performance("work")
    def work(self, number: int, *, fail: bool = False) -> int:
        if fail:
            raise KeyError(number)
        return number * 2


def test_a_method_is_timed_whether_it_ends_well_or_not() -> None:
    monitor = PerformanceMonitor()
    assert Service(monitor).work(4) == 8
    with pytest.raises(KeyError):
        Service(monitor).work(4, fail=True)
    (measure,) = monitor.snapshot()
    assert (measure.kind, measure.name, measure.count) == ("service", "work", 2)
    assert 0 < measure.max < 1


def test_without_a_listener_a_method_is_itself() -> None:
    assert Service(None).work(4) == 8
