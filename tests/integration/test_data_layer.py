"""The data layer under all that can happen to it at once: threads, failing statements, a writer that is killed.

Each campaign has a short form, which every run of the tests makes, and a long one for `make campaign`.
"""

from __future__ import annotations

import contextlib
import itertools
import random
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from tests.support.forked import begin
from tests.support.isolation import LogWatch
from tests.support.libraries import NOON, OpenLibrary, new_library, recording_request
from tests.support.writer import write
from vrp.app.opening import Opening, open_backend, tidy
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.errors import LibraryFault
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import server, transactions
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.schema import current_database
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services.library import LibraryService
from vrp.backend.services.verification import VerificationService

THREADS: Final = 8
DEEDS: Final = ("add", "rename", "delete", "undelete", "search", "read", "purge")
WEIGHTS: Final = (4, 4, 2, 2, 3, 4, 1)
_long = pytest.mark.campaign, pytest.mark.timeout(3600)
OPERATIONS: Final = pytest.mark.parametrize("operations", [800, pytest.param(10_000, marks=_long)])
KILLS: Final = pytest.mark.parametrize("kills", [6, pytest.param(200, marks=_long)])


@pytest.fixture(params=["sqlite", "postgresql"])
def library(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenLibrary]:
    LoggingConfig().install()
    for number in range(256):  # the rows have no audio, but they have sidecars
        (tmp_path / "library" / "audio" / f"{number:02x}").mkdir(parents=True)
    if request.param == "sqlite":
        with new_library(tmp_path / "library") as opened:
            yield opened
        return
    paths, address = LibraryPaths(tmp_path / "library", "desk"), make_url(request.getfixturevalue("postgres_url"))
    server.prepare(paths, address)
    database = Database(address, readers=THREADS)
    yield OpenLibrary(paths, database, LibraryService(database, paths))
    database.close()


class Adding:
    """Puts rows into a library as an import does, without files."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @transactional("add")
    def add(self, session: Session, title: str) -> Recording:
        return RecordingRepository(session).add_all([recording_request(title=title)], NOON)[0]


@dataclass(slots=True)
class Person:
    """Works with recordings of its own and remembers what it was told: title and status by id; None: purged."""

    library: OpenLibrary
    seed: int
    known: dict[int, tuple[str, Status] | None] = field(default_factory=dict)
    reported: int = 0

    def work(self, operations: int) -> None:
        chance = random.Random(self.seed)
        for number in range(operations):
            mine = [id_ for id_, state in self.known.items() if state is not None]
            deed = chance.choices(DEEDS, WEIGHTS)[0] if mine else "add"
            try:
                self._do(deed, chance.choice(mine) if mine else 0, f"person {self.seed} operation {number}")
            except LibraryFault:
                self.reported += 1

    def _do(self, deed: str, id_: int, title: str) -> None:
        service = self.library.library
        match deed:
            case "add":
                done = [Adding(self.library.database).add(title)]
            case "rename":
                done = [service.rename(id_, title)]
            case "delete":
                done = service.delete([id_])
            case "undelete":
                done = service.undelete([id_])
            case "search":
                assert isinstance(service.page(LibraryQuery(search=title)).total, int)
                return
            case "read":
                found = service.get(id_)
                assert (found.title, found.status) == self.known[id_]
                return
            case _:
                service.purge([id_])
                self.known[id_] = None
                return
        self.known.update({one.id: (one.title, one.status) for one in done})


def _campaign(library: OpenLibrary, operations: int) -> list[Person]:
    people = [Person(library, seed) for seed in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as threads:
        for working in [threads.submit(person.work, operations // THREADS) for person in people]:
            working.result()
    return people


def _told(people: list[Person]) -> dict[int, tuple[str, Status]]:
    everything = [(id_, state) for person in people for id_, state in person.known.items()]
    assert len({id_ for id_, _ in everything}) == len(everything), "one number was given twice"
    return {id_: state for id_, state in everything if state is not None}


def _stored(library: OpenLibrary) -> dict[int, tuple[str, Status]]:
    with library.database.get_db_session("look") as session:
        return {one.id: (one.title, one.status) for one in RecordingRepository(session).each()}


def _altered(library: OpenLibrary) -> set[str]:
    findings = VerificationService(library.database, library.paths).verify().findings
    return {one.code for one in findings} - {"VRP-2001"}  # these rows never had files


@OPERATIONS
def test_eight_threads_lose_nothing_and_nobody_hears_of_a_lock(library: OpenLibrary, operations: int) -> None:
    people = _campaign(library, operations)
    assert [person.reported for person in people] == [0] * THREADS
    assert _stored(library) == _told(people)
    assert _altered(library) == set()


@OPERATIONS
def test_with_one_statement_in_five_failing_all_is_done_or_reported(
    library: OpenLibrary, operations: int, monkeypatch: pytest.MonkeyPatch, logged: LogWatch
) -> None:
    monkeypatch.setattr(transactions, "pause", lambda seconds: time.sleep(seconds / 100))
    with _failing(0.2) as failed:
        people = _campaign(library, operations)
    assert next(failed) > operations / 10
    reported = sum(person.reported for person in people)
    assert 0 < reported < operations
    assert _stored(library) == _told(people)
    assert _altered(library) == set()
    logged.expect("database_operation_failed")


@contextmanager
def _failing(share: float) -> Iterator[Iterator[int]]:
    """Let this share of all statements fail as a busy database and a serialization failure do."""
    chance, count = random.Random(7), itertools.count()

    def maybe(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if chance.random() < share:
            next(count)
            origin: Exception = psycopg.errors.SerializationFailure()
            if connection.dialect.name == "sqlite":
                origin = sqlite3.OperationalError()
                origin.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise OperationalError(statement, None, origin)

    event.listen(Engine, "before_cursor_execute", maybe)
    try:
        yield count
    finally:
        event.remove(Engine, "before_cursor_execute", maybe)


@KILLS
def test_a_writer_that_is_killed_leaves_all_it_said_and_nothing_half(tmp_path: Path, kills: int) -> None:
    root, sources = tmp_path / "library", tmp_path / "sources"
    sources.mkdir()
    chance, told = random.Random(11), dict[int, str]()
    for _ in range(kills):
        _run_and_kill(root, sources, chance, told)
        with sqlite3.connect(current_database(LibraryPaths(root))) as connection:
            assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        connection.close()
    with open_backend(Opening(str(root))) as backend:
        tidy(backend)
        titles = {one.id: one.title for one in backend.library.page(LibraryQuery(), 0, -1).rows}
        assert {id_: titles.get(id_) for id_ in told} == told
        assert {one.code for one in backend.verification.verify().findings} <= {"VRP-2005"}
        assert not list(backend.paths.staging.iterdir())


def _run_and_kill(root: Path, sources: Path, chance: random.Random, told: dict[int, str]) -> None:
    """Adds to ``told`` the titles that were acknowledged; the last one may be there already in its next form."""
    writer = begin(write, root, sources)
    assert writer.said.recv() == "ready"
    time.sleep(chance.random() * 0.6)  # any moment will do: that is the point
    writer.kill()
    last = 0
    with contextlib.suppress(EOFError, OSError):  # the second where its last word was cut off
        while True:
            what, id_, title = writer.said.recv()
            told[id_] = title
            last = id_ if what == "imported" else 0
    if last:
        del told[last]  # its new title may have been committed and not told
