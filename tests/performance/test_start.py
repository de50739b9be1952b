"""The start: from the process's first moment to the first rows on the screen, beside the barest window of PySide6."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.performance.conftest import Bench
from tests.support.many import make_many

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

PAIRS = 9
SIZES = tuple(int(size) for size in os.environ.get("BENCH_SIZES", "1000,10000,100000,1000000").split(","))
BARE = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, application.quit)
        return False

application = QApplication(sys.argv)
window = QMainWindow()
table = QTableView()
window.setCentralWidget(table)
window.resize(1100, 720)
painted = Painted()
table.viewport().installEventFilter(painted)
window.show()
application.exec()
with open("/proc/self/stat") as stat:
    begun = int(stat.read().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
print(1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - begun))
os._exit(0)
"""


def _compiled(**more: str) -> dict[str, str]:
    """As everybody starts it: with what Python has compiled before."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more


def _bare() -> float:
    words = [sys.executable, "-c", BARE]
    return float(subprocess.run(words, check=True, capture_output=True, env=_compiled()).stdout)


def _ours(library: Path, trace: Path) -> dict[str, float]:
    words = [sys.executable, "-m", "vrp", "--library", str(library), "--quit-when-ready"]
    subprocess.run(words, check=True, capture_output=True, env=_compiled(VRP_STARTUP_TRACE=str(trace)))
    milliseconds: dict[str, float] = json.loads(trace.read_text())["milliseconds"]
    return milliseconds


@pytest.mark.parametrize("rows", SIZES)
def test_start(bench: Bench, tmp_path: Path, rows: int) -> None:
    make_many(tmp_path / "library", rows, files=1, file_bytes=1000)
    _ours(tmp_path / "library", tmp_path / "trace")  # with the disk's blocks in memory, as the peer's are
    pairs = [(_bare(), _ours(tmp_path / "library", tmp_path / "trace")) for _ in range(PAIRS)]
    bare = statistics.median(one for one, _ in pairs) / 1000
    painted, ready = (
        statistics.median(ours[name] for _, ours in pairs) / 1000 for name in ("first_rows_painted", "ready")
    )
    bench.once(f"start to first rows, {rows:,} rows", painted, "bare PySide6 window", bare, goal=2.0)
    bench.note(f"start to everything ready, {rows:,} rows", f"{1000 * ready:.0f} ms")
    bench.point("start to first rows", rows, painted)
