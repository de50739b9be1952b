"""What a record costs who writes it, and what one costs that is not written."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog

from tests.performance.conftest import Bench
from vrp.backend.logs.setup import LoggingConfig

pytestmark = pytest.mark.bench
RECORDS = 20_000


def _microseconds(write: Callable[[], object]) -> float:
    begun = time.perf_counter()
    for _ in range(RECORDS):
        write()
    return 1e6 * (time.perf_counter() - begun) / RECORDS


def test_the_cost_of_a_record(bench: Bench, tmp_path: Path) -> None:
    config = LoggingConfig()
    config.install()
    log, other = structlog.get_logger(), logging.getLogger("library")
    with config.written_to(tmp_path):
        written = _microseconds(lambda: log.info("backup_made", snapshot="20261124T221705Z", files=3, seconds=1.25))
        filtered = _microseconds(lambda: log.debug("backup_made", snapshot="20261124T221705Z", files=3, seconds=1.25))
        private = _microseconds(lambda: log.info("opened", title="My first talk", path="/home/joe/My first talk.wav"))
        foreign = _microseconds(lambda: other.info("opened %s in %d s", "/home/joe/x.wav", 3))
    bench.note("a record at INFO", f"{written:.1f} µs (goal 20); with a title and a path {private:.1f}")
    bench.note("a record of a library with a path", f"{foreign:.1f} µs")
    bench.note("a record that is filtered", f"{filtered:.2f} µs")
    assert filtered < written / 5
