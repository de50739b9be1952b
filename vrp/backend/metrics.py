"""How long things take: counts in buckets, never a list of times; a year of use takes no more room than a day."""

from __future__ import annotations

import functools
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

_SHORTEST: Final = 1e-6  # seconds; the first bucket
_GROWTH: Final = 1.1  # each bucket ends a tenth later: what is read from one is at most a twentieth off
_BUCKETS: Final = 256  # to ten hours
_MAX_NAMES: Final = 300
OTHER: Final = "(other)"

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Measure:
    """One name of one kind (``operation``, ``statement``, ``service``); all times in seconds."""

    kind: str
    name: str
    count: int
    mean: float
    p50: float
    p95: float
    p99: float
    max: float


class _Histogram:
    __slots__ = ("buckets", "count", "longest", "total")

    def __init__(self) -> None:
        self.buckets = [0] * _BUCKETS
        self.count = 0
        self.total = 0.0
        self.longest = 0.0

    def add(self, seconds: float) -> None:
        bucket = 0 if seconds <= _SHORTEST else int(math.log(seconds / _SHORTEST) / math.log(_GROWTH))
        self.buckets[min(bucket, _BUCKETS - 1)] += 1
        self.count += 1
        self.total += seconds
        self.longest = max(self.longest, seconds)

    def quantile(self, share: float) -> float:
        """The middle of the bucket in which the smallest ``share`` of the values ends."""
        rank = max(1, math.ceil(share * self.count))
        seen = 0
        for bucket, count in enumerate(self.buckets):
            seen += count
            if seen >= rank:
                return min(float(_SHORTEST * _GROWTH ** (bucket + 0.5)), self.longest)
        return self.longest

    def measure(self, kind: str, name: str) -> Measure:
        mean = self.total / self.count
        return Measure(
            kind, name, self.count, mean, self.quantile(0.5), self.quantile(0.95), self.quantile(0.99), self.longest
        )


class PerformanceMonitor:
    """Collects times by kind and name, from any thread. Beyond 300 names the rest counts as ``(other)``."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._histograms: dict[tuple[str, str], _Histogram] = {}

    def observe(self, kind: str, name: str, seconds: float) -> None:
        with self._lock:
            histogram = self._histograms.get((kind, name))
            if histogram is None:
                key = (kind, name if len(self._histograms) < _MAX_NAMES else OTHER)
                histogram = self._histograms.setdefault(key, _Histogram())
            histogram.add(seconds)

    def snapshot(self) -> tuple[Measure, ...]:
        """What was collected so far; what took most of the time stands first."""
        with self._lock:
            measures = [histogram.measure(*key) for key, histogram in self._histograms.items()]
        return tuple(sorted(measures, key=lambda one: one.mean * one.count, reverse=True))


class Monitored(Protocol):
    """A service whose calls are timed, if somebody listens."""

    @property
    def monitor(self) -> PerformanceMonitor | None: ...


S = TypeVar("S", bound=Monitored)


def monitor_performance(name: str) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
    """Time a method of a service under ``name``, whether it ends well or raises."""

    def decorate(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
        @functools.wraps(method)
        def timed(service: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            monitor = service.monitor
            if monitor is None:
                return method(service, *args, **kwargs)
            begun = time.perf_counter()
            try:
                return method(service, *args, **kwargs)
            finally:
                monitor.observe("service", name, time.perf_counter() - begun)

        return timed

    return decorate
