"""How late the window's event loop comes back to a timer: what a person feels as a stall, measured all the time.

At 60 pictures a second there are 16 ms for each. A tick costs some microseconds, twenty of them a second are nothing.
"""

from __future__ import annotations

import math
import time
from collections import deque
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from vrp.backend.phrases import Phrase

TICK_MS: Final = 50
WINDOW_SECONDS: Final = 60.0
STALL_MS: Final = 16.0


@dataclass(frozen=True, slots=True)
class Lag:
    """Lateness in milliseconds over the last minute; ``stalls`` counts the ticks that came over 16 ms late."""

    ticks: int
    p50: float
    p99: float
    max: float
    stalls: int

    @property
    def phrase(self) -> Phrase:
        """All of it, for people."""
        return Phrase(
            "p50 {p50} ms, p99 {p99} ms, max {max} ms, over 16 ms: {stalls} of {ticks}",
            p50=self.p50,
            p99=self.p99,
            max=self.max,
            stalls=self.stalls,
            ticks=self.ticks,
        )


class LagMonitor(QObject):
    """Ticks from its start on; `reading` may be asked for from any thread."""

    def __init__(
        self, parent: QObject | None = None, *, tick_ms: int = TICK_MS, window_seconds: float = WINDOW_SECONDS
    ) -> None:
        super().__init__(parent)
        self._tick_ms = tick_ms
        self._late: deque[float] = deque(maxlen=max(1, round(1000 * window_seconds / tick_ms)))
        self._due = 0.0
        self._timer = QTimer(self, interval=tick_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to measure, anew."""
        self._late.clear()
        self._due = time.perf_counter() + self._tick_ms / 1000
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def reading(self) -> Lag:
        """What the last minute was like; all zero before the first tick."""
        late = sorted(self._late.copy())
        if not late:
            return Lag(0, 0.0, 0.0, 0.0, 0)
        return Lag(len(late), _quantile(late, 0.5), _quantile(late, 0.99), late[-1], sum(ms > STALL_MS for ms in late))

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, 1000 * (now - self._due)))
        self._due = now + self._tick_ms / 1000


def _quantile(ordered: list[float], share: float) -> float:
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
