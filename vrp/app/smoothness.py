"""What the window's process does so that its own thread is never kept waiting by Python itself.

Two things can hold the window although none of its code runs long. Threads that import or read pages keep the
interpreter for a whole switch interval, five milliseconds as Python comes, each time a painted cell comes back from Qt.
And the garbage collector stops everything for a look at every object, in whatever thread made the last one; there it
would also end widgets outside of the thread that owns them.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QTimer

_SWITCH_SECONDS: Final = 0.0005
_COLLECT_MS: Final = 500


@contextmanager
def smooth() -> Iterator[None]:
    """Within it, threads give way to the window ten times sooner, and garbage is collected by the event loop only.

    What is loaded at its beginning is never looked at again, which makes a full collection a matter of milliseconds.
    """
    interval, automatic = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.disable()
    gc.freeze()
    collecting = QTimer(interval=_COLLECT_MS)
    collecting.timeout.connect(_collect)
    collecting.start()
    try:
        yield
    finally:
        collecting.stop()
        gc.unfreeze()
        if automatic:
            gc.enable()
        sys.setswitchinterval(interval)


def _collect() -> None:
    """By Python's own thresholds: the youngest objects often, all of them seldom."""
    due = [count > limit > 0 for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
