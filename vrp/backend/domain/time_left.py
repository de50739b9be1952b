"""How long a task still takes, from its whole pace so far: one slow file does not make the figure jump."""

from __future__ import annotations

import math
from typing import Final

TOLD_AFTER: Final = 3.0  # seconds; earlier the pace is a guess
_FINE: Final = 60


def time_left(elapsed: float, done: int, total: int) -> int | None:
    """Seconds, rounded up to five, from a minute on to whole minutes; None while nobody can know."""
    if elapsed < TOLD_AFTER or done <= 0 or total <= 0:
        return None
    seconds = elapsed * max(0, total - done) / done
    step = 5 if seconds <= _FINE else 60
    return math.ceil(seconds / step) * step
