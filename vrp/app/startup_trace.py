"""The timeline of a start, in milliseconds since the process began: ``VRP_STARTUP_TRACE=FILE`` writes it as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Final

_VARIABLE: Final = "VRP_STARTUP_TRACE"
_marks: Final[dict[str, float]] = {}
_modules: Final[dict[str, int]] = {}


def mark(name: str) -> None:
    """Note that ``name`` happened now; the first time counts."""
    if name not in _marks and os.environ.get(_VARIABLE):
        _marks[name] = _since_start()
        _modules[name] = len(sys.modules)


def write_ready() -> None:
    """The start has come to its end: write the timeline, where the variable asks for it."""
    mark("ready")
    place = os.environ.get(_VARIABLE)
    if place:
        document = {"milliseconds": {name: round(at, 1) for name, at in _marks.items()}, "modules": _modules}
        Path(place).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _since_start() -> float:
    """By the kernel's own note of when the process began, which counts the interpreter's start too."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return 1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - begun)
    except (OSError, AttributeError, ValueError):  # not on Linux
        return 1000 * time.process_time()
