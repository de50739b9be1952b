"""Ends an engine whose loop is stuck inside a sound library."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

LOOK_SECONDS: Final = 0.5
MISSED_LOOKS: Final = 6


class StallGuard(threading.Thread):
    """Calls ``abandon`` once the loop has not called `beat` for `MISSED_LOOKS` looks.

    It counts looks and not seconds, because a process that was stopped, or a machine that slept, has missed none.
    """

    def __init__(self, abandon: Callable[[], None], look_seconds: float = LOOK_SECONDS) -> None:
        super().__init__(name="stall-guard", daemon=True)
        self._abandon = abandon
        self._look_seconds = look_seconds
        self._beats = 0
        self._stopped = threading.Event()

    def beat(self) -> None:
        self._beats += 1  # no lock: only the loop writes it, and it does so all the time

    def stop(self) -> None:
        self._stopped.set()

    def run(self) -> None:
        seen = missed = 0
        while not self._stopped.wait(self._look_seconds):
            beats = self._beats
            missed = 0 if beats != seen else missed + 1
            seen = beats
            if missed >= MISSED_LOOKS:
                self._abandon()
                return
