"""The benchmark's bench: each case runs in turn with its peer, and a table of ratios closes the run.

Nothing is asserted about time: a figure is read, compared and remembered by people.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

PAIRS = 5
_CASES: list[Case] = []
_NOTES: list[tuple[str, str]] = []


@dataclass(frozen=True)
class Case:
    """Medians in seconds."""

    name: str
    ours: float
    peer_name: str
    peer: float


class Bench:
    def beside(
        self, name: str, ours: Callable[[], object], peer_name: str, peer: Callable[[], object], *, times: int = 1
    ) -> None:
        """Run both in turn, five pairs; ``times`` calls make one measurement where one call is too short."""
        pairs = [(_seconds(peer, times), _seconds(ours, times)) for _ in range(PAIRS)]
        theirs, mine = (statistics.median(column) for column in zip(*pairs, strict=True))
        _CASES.append(Case(name, mine, peer_name, theirs))

    def once(self, name: str, ours: float, peer_name: str, peer: float) -> None:
        """Seconds that were measured once each, for what takes too long or changes what it measures."""
        _CASES.append(Case(name, ours, peer_name, peer))

    def note(self, name: str, text: str) -> None:
        """A line of its own, for a figure that has no peer."""
        _NOTES.append((name, text))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _seconds(work: Callable[[], object], times: int) -> float:
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begun) / times


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _CASES:
        terminalreporter.section("ratios (ours / peer, medians of five pairs)")
    for case in _CASES:
        figures = f"{1000 * case.ours:10.1f} ms {1000 * case.peer:10.1f} ms {case.ours / case.peer:6.2f}×"
        terminalreporter.write_line(f"{case.name:<34} {figures}   {case.peer_name}")
    if _NOTES:
        terminalreporter.section("figures without a peer")
    for name, text in _NOTES:
        terminalreporter.write_line(f"{name:<34} {text}")
