"""The benchmark's bench: each case runs in turn with its peer, and a table of ratios closes the run.

Nothing is asserted about time: a figure is read, compared and remembered by people.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.performance.report import Case, Note, Report, reference_ratios

PAIRS = 5
_REPORT = Report()


class Bench:
    """Collects figures. ``goal`` is the largest ratio, ours to the peer's, that was asked for."""

    def beside(
        self,
        name: str,
        ours: Callable[[], object],
        peer_name: str,
        peer: Callable[[], object],
        *,
        times: int = 1,
        goal: float | None = None,
    ) -> None:
        """Run both in turn, five pairs; ``times`` calls make one measurement where one call is too short."""
        pairs = [(_seconds(peer, times), _seconds(ours, times)) for _ in range(PAIRS)]
        theirs, mine = (statistics.median(column) for column in zip(*pairs, strict=True))
        self.once(name, mine, peer_name, theirs, goal=goal)

    def once(
        self, name: str, ours: float, peer_name: str, peer: float, *, goal: float | None = None, unit: str = "s"
    ) -> None:
        """Figures that the test measured itself: seconds, or bytes where ``unit`` is B."""
        _REPORT.cases.append(Case(name, ours, peer_name, peer, goal, unit))

    def note(self, name: str, text: str) -> None:
        """A line of its own, for a figure that has no peer."""
        _REPORT.notes.append(Note(name, text))

    def point(self, curve: str, size: float, seconds: float) -> None:
        """One point of the picture of cost against size."""
        _REPORT.curves.setdefault(curve, []).append((size, seconds))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _seconds(work: Callable[[], object], times: int) -> float:
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begun) / times


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _REPORT.cases:
        terminalreporter.section("ratios (ours / peer, medians of five pairs; ✗ misses its goal)")
        for line in _REPORT.table(reference_ratios()):
            terminalreporter.write_line(line)
    if _REPORT.notes:
        terminalreporter.section("figures without a peer")
    for note in _REPORT.notes:
        terminalreporter.write_line(f"{note.name:<44} {note.text}")
    if _REPORT.cases or _REPORT.notes or _REPORT.curves:
        for path in _REPORT.write(Path("build") / "bench"):
            terminalreporter.write_line(f"written: {path}")
