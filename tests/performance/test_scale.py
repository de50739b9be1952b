"""How the cost of what people do grows with the library: the curves of docs/scale.md.

A flat line is what is wanted: a question whose cost depends on the rows that are shown, not on those that are there.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.performance.conftest import Bench
from tests.support.libraries import recording_request
from tests.support.many import make_many
from vrp.app.opening import Backend, Opening, open_backend
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services.clock import utc_now

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

SIZES = tuple(int(size) for size in os.environ.get("BENCH_SIZES", "1000,10000,100000,1000000").split(","))
TIMES = 15
ROWS = 100


def _median(ask: Callable[[], object]) -> float:
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        ask()
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def _add(backend: Backend) -> None:
    """What a batch of an import costs the database: its index, its search, its history."""
    requests = [recording_request(title=f"Added {number}") for number in range(ROWS)]
    with backend.database.get_db_session("scale", write=True) as session:
        RecordingRepository(session).add_all(requests, utc_now())


@pytest.mark.parametrize("rows", SIZES)
def test_growth(bench: Bench, tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRP_LOGS__SLOW_QUERY_MS", "60000")  # what is slow here is told by the table
    chance = random.Random(rows)
    make_many(tmp_path / "library", rows, files=1, file_bytes=1000)
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        library = backend.library
        middle = max(0, rows // 2 - ROWS)
        asked: dict[str, Callable[[], object]] = {
            "first page": lambda: library.page(LibraryQuery(), 0, ROWS),
            "page in the middle": lambda: library.page(LibraryQuery(), middle, ROWS),
            "by title, the middle": lambda: library.page(LibraryQuery(sort=SortKey.TITLE), middle, ROWS),
            "search: one recording": lambda: library.page(LibraryQuery(search=str(chance.randrange(rows))), 0, ROWS),
            "search: a word of an eighth": lambda: library.page(LibraryQuery(search="interview"), 0, ROWS),
            "search: one letter": lambda: library.page(LibraryQuery(search="i"), 0, ROWS),
            "rename": lambda: library.rename(1, f"Renamed {chance.random()}"),
            "add 100 recordings": lambda: _add(backend),
        }
        for name, ask in asked.items():
            ask()
            seconds = _median(ask)
            bench.point(name, rows, seconds)
            bench.note(f"{name}, {rows:,} rows", f"{1000 * seconds:.1f} ms")
