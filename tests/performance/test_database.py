"""The database: what watching it costs, and how long a question takes while an import runs."""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from tests.performance.conftest import Bench
from tests.support.libraries import NOON, recording_request
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.metrics import PerformanceMonitor
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services.library import LibraryService

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

BATCH = 100
WORDS = ("interview", "lecture", "deposition", "song", "memo", "Löwe", "meeting", "chapter")


def _requests(count: int) -> list[RecordingCreateRequest]:
    return [
        recording_request(
            uuid=uuid4().hex,
            title=f"{WORDS[number % 8]} {WORDS[number // 8 % 8]} {number}",
            duration=1.0 + number % 5_000,
        )
        for number in range(count)
    ]


def _add(database: Database, requests: list[RecordingCreateRequest]) -> None:
    for start in range(0, len(requests), BATCH):
        with database.get_db_session("import", write=True) as session:
            RecordingRepository(session).add_all(requests[start : start + BATCH], NOON)


def test_watching_an_import(bench: Bench, tmp_path: Path) -> None:
    requests, turns = _requests(10_000), itertools.count()

    def rows(monitor: PerformanceMonitor | None) -> None:
        database = Database(schema.prepare(LibraryPaths(tmp_path / f"library{next(turns)}")), monitor=monitor)
        _add(database, requests)
        database.close()

    bench.beside("10,000 rows, watched", lambda: rows(PerformanceMonitor()), "not watched", lambda: rows(None))


def test_questions_while_an_import_runs(bench: Bench, tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path / "library")
    database = Database(schema.prepare(paths))
    _add(database, _requests(100_000))
    service, ended = LibraryService(database, paths), threading.Event()
    more = _requests(20_000)

    def importing() -> None:
        for start in itertools.cycle(range(0, len(more), BATCH)):
            if ended.is_set():
                return
            fresh = [one.model_copy(update=_name()) for one in more[start : start + BATCH]]
            _add(database, fresh)

    writer = threading.Thread(target=importing)
    writer.start()
    asked: dict[str, list[float]] = {}
    for turn in range(300):
        words = f"{WORDS[turn % 8]} {turn * 300}"
        for name, ask in (
            ("first page", partial(service.page, LibraryQuery(), 0, 200)),
            ("page in the middle", partial(service.page, LibraryQuery(sort=SortKey.TITLE), 50_000, 200)),
            ("search of two words", partial(service.page, LibraryQuery(search=words))),
            ("one recording", partial(service.get, turn * 300 + 1)),
            ("history", partial(service.history, turn * 300 + 1)),
        ):
            begun = time.perf_counter()
            ask()
            asked.setdefault(name, []).append(1000 * (time.perf_counter() - begun))
    ended.set()
    writer.join()
    database.close()
    everything = [one for times in asked.values() for one in times]
    for name, times in {**asked, "all": everything}.items():
        p99 = statistics.quantiles(times, n=100)[98]
        text = f"mean {statistics.mean(times):.2f} ms, p99 {p99:.2f} ms, max {max(times):.2f} ms"
        bench.note(f"at 100,000 rows, importing: {name}", text)


def _name() -> dict[str, str]:
    uuid = uuid4().hex
    return {"uuid": uuid, "stored_filename": f"{uuid}.wav"}
