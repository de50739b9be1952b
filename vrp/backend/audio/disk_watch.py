"""How long the disk still lasts, asked in a thread of its own because a network disk may take its time to answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vrp.backend.files import free_bytes

ASK_SECONDS: Final = 2.0
LOW_SECONDS: Final = 600.0


class DiskWatch(threading.Thread):
    """Calls ``tell`` with the free bytes on the disk of ``folder``; silent while there is no such folder."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        super().__init__(name="disk-watch", daemon=True)
        self._tell = tell
        self._folder: Path | None = None
        self._asked = threading.Event()

    def watch(self, folder: Path) -> None:
        self._folder = folder
        self._asked.set()

    def run(self) -> None:
        while True:
            self._asked.wait(ASK_SECONDS)
            self._asked.clear()
            folder = self._folder
            if folder is None:
                continue
            try:
                self._tell(free_bytes(folder))
            except OSError:
                continue  # not made yet, or gone: the take itself will say so
