"""What others change moves the rows that a recorder has noted, and nothing else: no page is found anew for it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.support.libraries import NOON, OpenLibrary, recording_request, sorted_anew
from vrp.backend.domain.audit import Action
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.persistence import server_changes, server_pages
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.views import order
from vrp.backend.services.library import LibraryService

BY_TITLE = LibraryQuery(sort=SortKey.TITLE, descending=False)
ORDERS = tuple(itertools.product([key for key in SortKey if key is not SortKey.RELEVANCE], (True, False)))
PLACES: tuple[dict[str, Any], ...] = ({}, {"trash": True}, {"origin": Origin.IMPORTED}, {"favourite": True})


class Colleague:
    """Somebody else who writes to the library, over connections of his own."""

    def __init__(self, library: OpenLibrary, chance: random.Random) -> None:
        self._chance = chance
        self._moments = (NOON + timedelta(seconds=number) for number in itertools.count())
        self.database = Database(library.database.address)
        self.library = LibraryService(self.database, library.paths, lambda: next(self._moments))

    def change_something(self) -> None:
        changes: list[Callable[[], object]] = [
            lambda: self.add(self._chance.randint(1, 60)),
            lambda: [self.library.rename(one.id, self._chance.choice("ÄbCxYz") + one.title) for one in self._some()],
            self._edit,
            lambda: self.library.mark(self._ids(), favourite=self._chance.random() < 0.5),
            lambda: self.library.delete(self._ids()),
            lambda: self.library.undelete(self._ids(trash=True)),
            lambda: self.library.purge(self._ids(trash=True)),
            self._erase,
            self._delete_and_take_back,
        ]
        self._chance.choice(changes)()

    def add(self, count: int, titles: str = "abcxyz") -> list[Recording]:
        requests = [
            recording_request(
                title=self._chance.choice(titles),
                tags=self._chance.choice([(), ("tag 3",), ("Löwe", "a")]),
                origin=self._chance.choice(list(Origin)),
                duration=self._chance.uniform(1, 7200),
                recorded_at=NOON - timedelta(hours=self._chance.randrange(100_000)),
            )
            for _ in range(count)
        ]
        with self.database.get_db_session("add", write=True) as session:
            return RecordingRepository(session).add_all(requests, NOON)

    def _some(self, *, trash: bool = False) -> list[Recording]:
        rows = self.library.page(LibraryQuery(trash=trash), 0, -1).rows
        return self._chance.sample(rows, min(len(rows), self._chance.randint(1, 4)))

    def _ids(self, *, trash: bool = False) -> list[int]:
        return [one.id for one in self._some(trash=trash)]

    def _edit(self) -> None:
        for one in self._some():
            tags = self._chance.choice([(), ("b", "Ä")])
            self.library.edit(one.id, RecordingChangeRequest(title=self._chance.choice("mno"), tags=tags))

    def _erase(self) -> None:
        with self.database.get_db_session("erase", write=True) as session:
            RecordingRepository(session).purge(self._some()[0], NOON, Action.ERASED)

    def _delete_and_take_back(self) -> None:
        ids = self._ids()
        self.library.delete(ids)
        self.library.undelete(ids)


@pytest.fixture(autouse=True)
def _each_step_is_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_pages, "_LEAP", 1)


@pytest.fixture
def colleague(server_library: OpenLibrary) -> Iterator[Colleague]:
    colleague = Colleague(server_library, random.Random(5))
    yield colleague
    colleague.database.close()


@pytest.mark.parametrize("seed", range(3))
def test_pages_are_those_of_the_whole_order_whatever_others_change(
    server_library: OpenLibrary, colleague: Colleague, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 40)
    chance = random.Random(seed)
    queries = [
        LibraryQuery(sort=key, descending=descending, **chance.choice((*PLACES, {})))
        for key, descending in chance.sample(ORDERS, 4)
    ]
    for _ in range(20):
        for _ in range(chance.randint(0, 2)):
            colleague.change_something()
        query = chance.choice(queries)
        if chance.random() < 0.3:
            server_library.library.prepare(query, search=False)
        expected = sorted_anew(server_library, query)
        for offset in (0, chance.randint(0, len(expected)), chance.randint(0, len(expected)), len(expected) * 9 // 10):
            page = server_library.library.page(query, offset, 20)
            assert (page.total, [row.id for row in page.rows]) == (len(expected), expected[offset : offset + 20])


def statements(library: OpenLibrary, query: LibraryQuery, offset: int) -> int:
    """How many a page takes, which is right."""

    def count() -> int:
        assert library.database.monitor is not None
        return sum(one.count for one in library.database.monitor.snapshot() if one.kind == "statement")

    before = count()
    page = library.library.page(query, offset, 20)
    taken = count() - before
    assert [row.id for row in page.rows] == sorted_anew(library, query)[offset : offset + 20]
    return taken


@pytest.mark.parametrize("key", [SortKey.TITLE, SortKey.RECORDED_AT, SortKey.TAGS])
def test_a_change_of_somebody_else_does_not_cost_the_way_to_a_row_far_down_again(
    server_library: OpenLibrary, colleague: Colleague, key: SortKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 10)
    queries = [LibraryQuery(sort=key, descending=descending) for descending in (True, False)]
    for query in queries:
        assert statements(server_library, query, 300) > 25
    ids = sorted_anew(server_library, queries[0])
    others = colleague.library
    changes: list[Callable[[], object]] = [
        lambda: colleague.add(5),
        lambda: others.rename(ids[500], "0 the first of all"),
        lambda: others.edit(ids[0], RecordingChangeRequest(tags=("Ö",), title="zzz")),
        lambda: others.delete(ids[5:8]),
        lambda: others.undelete(ids[5:8]),
        lambda: others.purge([one.id for one in others.page(LibraryQuery(trash=True), 0, 2).rows]),
        lambda: others.mark(ids[20:22], favourite=True),
    ]
    for change in changes:
        change()
        assert [statements(server_library, query, 300) < 9 for query in queries] == [True, True]


def test_a_view_of_favourites_follows_the_mark(
    server_library: OpenLibrary, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 5)
    colleague.library.mark(sorted_anew(server_library, LibraryQuery())[:100], favourite=True)
    query = LibraryQuery(favourite=True)
    assert statements(server_library, query, 55) > 55 // 5
    colleague.library.mark(sorted_anew(server_library, query)[10:20], favourite=False)
    assert statements(server_library, query, 45) < 9
    colleague.library.mark(sorted_anew(server_library, LibraryQuery())[10:15], favourite=True)
    assert statements(server_library, query, 50) < 9


def test_many_rows_that_came_between_two_places_are_passed_once(
    server_library: OpenLibrary, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 20)
    server_library.library.prepare(BY_TITLE, search=False)
    among = colleague.add(300, titles="c")[150].id
    place = sorted_anew(server_library, BY_TITLE).index(among)
    assert statements(server_library, BY_TITLE, place) > 9
    assert statements(server_library, BY_TITLE, place + 1) < 9


def test_after_more_changes_than_are_worth_reading_the_way_is_found_anew(
    server_library: OpenLibrary, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 10)
    monkeypatch.setattr(server_changes, "FEW", 4)
    server_library.library.prepare(BY_TITLE, search=False)
    colleague.add(4)
    assert statements(server_library, BY_TITLE, 300) < 9
    colleague.add(8)
    assert statements(server_library, BY_TITLE, 300) > 25


def test_another_history_is_not_read_on(
    server_library: OpenLibrary, colleague: Colleague, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a restore: the history has as many entries as it had, but others."""
    monkeypatch.setattr(order, "STEP", 10)
    ids = sorted_anew(server_library, BY_TITLE)
    colleague.library.rename(ids[500], "A row")
    server_library.library.prepare(BY_TITLE, search=False)
    with psycopg.connect(postgres_url) as connection:
        connection.execute("SET session_replication_role = replica")  # its own rules would forbid it
        connection.execute("UPDATE audit_entries SET hash = repeat('f', 64)")
        connection.execute("UPDATE recordings SET title_key = 'zzz' WHERE id = ANY(%s)", [ids[100:120]])
    assert statements(server_library, BY_TITLE, 300) > 25
    server_library.library.prepare(BY_TITLE, search=False)
    colleague.library.rename(ids[500], "Another")
    assert statements(server_library, BY_TITLE, 300) < 9
