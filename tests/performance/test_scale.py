"""How the cost of what people do grows with the library: the curves of docs/scale.md.

A flat line is what is wanted: a question whose cost depends on the rows that are shown, not on those that are there.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.performance.conftest import Bench
from tests.support.large_server_library import fill
from tests.support.libraries import recording_request
from tests.support.many import make_many
from tests.support.postgres import PostgresServer, programs
from vrp.app.opening import Opening, open_backend
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import server
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services.clock import utc_now
from vrp.backend.services.library import LibraryService

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

SIZES = tuple(int(size) for size in os.environ.get("BENCH_SIZES", "1000,10000,100000,1000000").split(","))
SERVER_ROWS = int(os.environ.get("BENCH_PG_ROWS", "100000"))
# Of a server as somebody would set it up for a library of this size; that a power cut is nobody's concern here.
SERVER_SETTINGS = {"shared_buffers": "1GB", "effective_cache_size": "4GB", "max_wal_size": "8GB"}
TIMES = 15
ROWS = 100


def _took(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    ask()
    return time.perf_counter() - begun


def _median(ask: Callable[[], object]) -> float:
    return statistics.median(_took(ask) for _ in range(TIMES))


def _add(database: Database) -> None:
    """What a batch of an import costs the database: its index, its search, its history."""
    requests = [recording_request(title=f"Added {number}") for number in range(ROWS)]
    with database.get_db_session("scale", write=True) as session:
        RecordingRepository(session).add_all(requests, utc_now())


def _ask(library: LibraryService, rows: int, chance: random.Random) -> dict[str, Callable[[], object]]:
    middle = max(0, rows // 2 - ROWS)
    return {
        "first page": lambda: library.page(LibraryQuery(), 0, ROWS),
        "page in the middle": lambda: library.page(LibraryQuery(), middle, ROWS),
        "by title, the middle": lambda: library.page(LibraryQuery(sort=SortKey.TITLE), middle, ROWS),
        "search: one recording": lambda: library.page(LibraryQuery(search=str(chance.randrange(rows))), 0, ROWS),
        "search: a word of an eighth": lambda: library.page(LibraryQuery(search="interview"), 0, ROWS),
        "search: one letter": lambda: library.page(LibraryQuery(search="i"), 0, ROWS),
        "rename": lambda: library.rename(1, f"Renamed {chance.random()}"),
    }


@pytest.mark.parametrize("rows", SIZES)
def test_growth(bench: Bench, tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRP_LOGS__SLOW_QUERY_MS", "60000")  # what is slow here is told by the table
    chance = random.Random(rows)
    make_many(tmp_path / "library", rows, files=1, file_bytes=1000)
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        asked: dict[str, Callable[[], object]] = {
            **_ask(backend.library, rows, chance),
            "add 100 recordings": lambda: _add(backend.database),
        }
        for name, ask in asked.items():
            ask()
            seconds = _median(ask)
            bench.point(name, rows, seconds)
            bench.note(f"{name}, {rows:,} rows", _shown(seconds))
        begun = time.perf_counter()
        backend.health.check()
        seconds = time.perf_counter() - begun
        bench.point("health check", rows, seconds)
        bench.note(f"health check, {rows:,} rows", _shown(seconds))


@pytest.mark.timeout(7200)
def test_growth_on_a_server(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `test_growth`, of `BENCH_PG_ROWS` rows: ten millions take 14 GB and half an hour."""
    binaries = programs()
    if binaries is None:
        pytest.skip("needs PostgreSQL")
    monkeypatch.setenv("VRP_LOGS__SLOW_QUERY_MS", "60000")
    paths = LibraryPaths(tmp_path / "library", "desk")
    with PostgresServer(binaries, SERVER_SETTINGS) as postgres:
        address = make_url(postgres.create("scale"))
        server.prepare(paths, address)
        fill(address.render_as_string(), SERVER_ROWS)
        database = Database(address)
        measure_server(bench, LibraryService(database, paths), SERVER_ROWS)
        database.close()


def measure_server(bench: Bench, library: LibraryService, rows: int) -> None:
    chance = random.Random(rows)
    asked = _ask(library, rows, chance)
    del asked["rename"]  # these rows have no history to go on with
    for name, offset in (("the middle", rows // 2), ("nine tenths", rows * 9 // 10)):
        anew = LibraryService(library.database, LibraryPaths(Path(), "desk"))
        anew.page(LibraryQuery(), 0, ROWS)
        way = _took(partial(anew.page, LibraryQuery(), offset, ROWS))
        bench.note(f"server, {rows:,} rows: page at {name}, the first way there", _shown(way))
    for name, ask in {**asked, "counts": library.counts}.items():
        ask()
        bench.note(f"server, {rows:,} rows: {name}", _shown(_median(ask)))
    after = []
    for _ in range(TIMES):
        _add(library.database)
        after.append(_took(asked["page in the middle"]))
    bench.note(f"server, {rows:,} rows: page in the middle after 100 were added", _shown(statistics.median(after)))
    bench.note(f"server, {rows:,} rows: add 100 recordings", _shown(_median(lambda: _add(library.database))))


def _shown(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"
