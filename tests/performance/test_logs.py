"""What a record costs who writes it, and what one costs that is not written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.performance.conftest import Bench

pytestmark = pytest.mark.bench

# In a process of its own: pytest listens to every record too, which costs more than the program's own log.
MEASURED = """
import json, logging, sys, time
from pathlib import Path
import structlog
from vrp.backend.logs.setup import LoggingConfig

def microseconds(write, records=20_000):
    begun = time.perf_counter()
    for _ in range(records):
        write()
    return 1e6 * (time.perf_counter() - begun) / records

config = LoggingConfig()
config.install()
log, other = structlog.get_logger(), logging.getLogger("library")
fields = {"snapshot": "20261124T221705Z", "files": 3, "reason": "manual", "seconds": 1.25}
with config.written_to(Path(sys.argv[1])):
    print(json.dumps({
        "a record at INFO (goal 20 µs)": microseconds(lambda: log.info("backup_made", **fields)),
        "with a title and a path": microseconds(lambda: log.info("opened", title="My talk", path="/home/joe/talk.wav")),
        "of a library, with a path": microseconds(lambda: other.info("opened %s in %d s", "/home/joe/x.wav", 3)),
        "filtered": microseconds(lambda: log.debug("backup_made", **fields)),
    }))
"""


def test_the_cost_of_a_record(bench: Bench, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURED, tmp_path], check=True, capture_output=True, text=True)
    for name, cost in json.loads(done.stdout).items():
        bench.note(f"log: {name}", f"{cost:.1f} µs")
