"""Pages of views on SQLite: the same rows as by sorting everything, by an index each, and interruptible."""

from __future__ import annotations

import itertools
import random
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.large_library import large_library
from tests.support.libraries import OpenLibrary, new_library, sorted_anew
from vrp.backend.domain.progress import cancelled_by
from vrp.backend.domain.queries import LibraryQuery, Page, SortKey
from vrp.backend.domain.recordings import Origin
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.errors import Cancelled
from vrp.backend.persistence import first_page
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.schema import current_database
from vrp.backend.persistence.views import gathering, learned, order, pages, sieve, whole
from vrp.backend.services.library import LibraryService

ROWS = 3000
PLACES = (
    LibraryQuery(),
    LibraryQuery(trash=True),
    LibraryQuery(favourite=True),
    LibraryQuery(origin=Origin.IMPORTED, favourite=True),
    *(LibraryQuery(origin=origin) for origin in Origin),
)
NARROWED = (
    LibraryQuery(tag="löwe"),
    LibraryQuery(tag="tag 3", origin=Origin.IMPORTED),
    LibraryQuery("interview"),
    LibraryQuery("i"),
    LibraryQuery("view"),
    LibraryQuery("interview 7", tag="Thesis"),
    LibraryQuery("ba lö"),
    LibraryQuery("-"),
    LibraryQuery("b -", trash=True),
    LibraryQuery("nothing like it"),
)
COLUMNS = [key for key in SortKey if key is not SortKey.RELEVANCE]
ORDERS = tuple(itertools.product(COLUMNS, (True, False)))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenLibrary]:
    paths = large_library(tmp_path_factory.mktemp("views") / "library", ROWS)
    for number in range(256):  # the rows have no sound, but those that are changed get a sidecar
        (paths.audio / f"{number:02x}").mkdir()
    database = Database(current_database(paths))
    yield OpenLibrary(paths, database, LibraryService(database, paths))
    database.close()


@pytest.fixture
def library_of_five(tmp_path: Path) -> Iterator[OpenLibrary]:
    with new_library(tmp_path / "library") as library:
        added = library.add(["in the file name", "in notes", "in tags", "zebra", "a piece of xzebra"])
        ids = {one.title: one.id for one in added}
        library.library.edit(ids["in notes"], RecordingChangeRequest(notes="a zebra"))
        library.library.edit(ids["in tags"], RecordingChangeRequest(tags=("zebra",)))
        with sqlite3.connect(str(library.database.address)) as connection:
            for title, name in (("in the file name", "zebra"), ("zebra", "a"), ("in notes", "b"), ("in tags", "c")):
                connection.execute("UPDATE recordings SET filename = ? WHERE title = ?", (f"{name}.wav", title))
        connection.close()
        yield library


def with_order(query: LibraryQuery, key: SortKey, *, descending: bool) -> LibraryQuery:
    return LibraryQuery(query.search, query.trash, query.origin, query.favourite, query.tag, key, descending)


@pytest.mark.parametrize("few", [2_000, 5])
@pytest.mark.parametrize("place", [*PLACES, *NARROWED], ids=str)
def test_each_window_is_that_of_the_whole_order(
    library: OpenLibrary, place: LibraryQuery, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 50)
    monkeypatch.setattr(gathering, "TOP", 100)
    monkeypatch.setattr(order, "TOP", 100)
    monkeypatch.setattr(gathering, "FEW", few)
    chance = random.Random(7)
    for key, descending in chance.sample(ORDERS, 4):
        query = with_order(place, key, descending=descending)
        expected = sorted_anew(library, query)
        length = len(expected)
        for offset in (0, 7, length * 4 // 5, length // 2, length - 9, length // 3, max(length - 3, 0), length + 5, 0):
            page = library.library.page(query, max(offset, 0), 20)
            assert [row.id for row in page.rows] == expected[page.offset : page.offset + 20]
            assert page.total == length or (not page.exact and len(page.rows) <= page.total <= length)
            assert page.exact or page.offset == 0


@pytest.mark.parametrize("place", [PLACES[0], PLACES[3], NARROWED[0], NARROWED[3]], ids=str)
def test_where_recordings_are_in_another_order_is_known(library: OpenLibrary, place: LibraryQuery) -> None:
    query = with_order(place, SortKey.TITLE, descending=False)
    expected = sorted_anew(library, query)
    last = expected[-1]
    around = library.library.around(query, [last, expected[0], 10**6], 20)
    assert around.rows == {last: len(expected) - 1, expected[0]: 0}
    assert [row.id for row in around.page.rows] == expected[around.page.offset :]
    assert (around.page.offset % 20, around.page.total) == (0, len(expected))


@pytest.mark.parametrize("known", ["nothing", "anchors", "all"])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_place_of_each_recording_in_each_order_is_right(
    library: OpenLibrary, place: LibraryQuery, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "STEP", 70)
    chance = random.Random(5)
    for key, descending in [(SortKey.FAVOURITE, True), *chance.sample(ORDERS, 2)]:
        query = with_order(place, key, descending=descending)
        service = LibraryService(library.database, library.paths)  # which knows nothing yet
        if known != "nothing":
            service.page(query, 1_000, 20)  # a jump leaves a gap, which is filled afterwards
            service.prepare(query, search=known == "all")
        expected = sorted_anew(library, query)
        places = {id_: place for place, id_ in enumerate(expected)}
        here = chance.sample(expected, min(len(expected), 150))
        elsewhere = sorted(set(range(1, ROWS)) - set(expected))
        around = service.around(query, [*here, *elsewhere[:20]], 20)
        assert around.rows == {id_: places[id_] for id_ in here}
        offset = places[here[0]] // 20 * 20
        assert (around.page.offset, around.page.total) == (offset, len(expected))
        assert [row.id for row in around.page.rows] == expected[offset : offset + 20]


def test_a_page_is_the_same_value_whichever_way_it_is_read(library: OpenLibrary) -> None:
    with library.database.get_db_session("test") as session:
        by_repository = RecordingRepository(session).page(LibraryQuery(), 0, 100)
    assert library.library.page(LibraryQuery(), 0, 100) == by_repository
    database = library.database.address
    assert isinstance(database, Path)
    assert first_page.read(database) == (by_repository, library.library.counts())


def test_the_first_page_needs_neither_sqlalchemy_nor_pydantic() -> None:
    code = (
        "import sys; from vrp.backend.persistence import first_page\n"
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'pydantic', 'structlog', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_view_sorts_or_scans(library: OpenLibrary, place: LibraryQuery) -> None:
    asked: list[str] = []
    connection = sqlite3.connect(str(library.database.address))
    connection.set_trace_callback(asked.append)
    for key, descending in ORDERS:
        query = with_order(place, key, descending=descending)
        reader = pages.SqlitePages()
        for offset in (0, 1500, 2900):
            reader.page(connection, query, offset, 20)
    connection.set_trace_callback(None)
    assert asked
    for statement in {re.sub(r"\d+", "1", one) for one in asked}:
        plan = "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
        assert "TEMP B-TREE" not in plan, (statement, plan)
        for line in plan.splitlines():  # along an index from its top is no scan
            assert not line.startswith("SCAN recordings") or "USING INDEX ix_recordings_" in line, (statement, plan)
    connection.close()


@pytest.mark.parametrize("prepared", [True, False])
@pytest.mark.parametrize("place", [PLACES[0], PLACES[1], PLACES[3], NARROWED[0]], ids=str)
def test_a_word_letter_by_letter_finds_what_it_finds_at_once(
    library: OpenLibrary, place: LibraryQuery, prepared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "FEW", 5)
    monkeypatch.setattr(gathering, "NEAR", 0)
    monkeypatch.setattr(gathering, "ROWS", 60)  # of the first of many the next letter finds its page
    monkeypatch.setattr(sieve, "ROWS", 300)
    monkeypatch.setattr(learned, "ROWS", 300)
    for key, descending in random.Random(3).sample(ORDERS, 5):
        query = with_order(place, key, descending=descending)
        library.library.page(query, 0, 20)
        if prepared:
            library.library.prepare(query, search=True)
        for typed in ("i", "in", "int", "inte", "interview", "interview 7", "interview 7 -", "interview", "lö", ""):
            searched = replace(query, search=typed)
            expected = sorted_anew(library, searched)
            first = library.library.page(searched, 0, 20)
            assert [row.id for row in first.rows] == expected[:20]
            assert first.total == len(expected) or not first.exact
            if typed != "inte":  # it is typed so fast that nobody asks for more
                second = library.library.page(searched, 20, 20)
                assert [row.id for row in second.rows] == expected[20:40]
                assert (second.total, second.exact) == (len(expected), True)


@pytest.mark.parametrize("typed", ["i", "ba", "nothing like it"])
def test_a_search_in_an_order_that_is_being_read_finds_the_first_of_all(
    library: OpenLibrary, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "NEAR", 0)
    monkeypatch.setattr(whole, "_SLICE", 200)
    query = LibraryQuery(typed, sort=SortKey.TITLE, descending=False)
    by_title, known = order.Order.of(query), learned.Learned(0)
    found: list[Page] = []
    address = str(library.database.address)
    with closing(sqlite3.connect(address)) as reading, closing(sqlite3.connect(address)) as asking:

        def in_the_midst() -> bool:
            top = known.known_whole(by_title, complete=False)
            if top is not None and len(top.ids) >= 1_000 and not found:
                assert not top.complete
                found.append(gathering.Gathering(asking, query, learned.View(), known).page(0, 20))
            return False

        reading.set_progress_handler(in_the_midst, 1_000)
        known.whole(reading, by_title)
    expected = sorted_anew(library, query)
    assert [row.id for row in found[0].rows] == expected[:20]
    assert found[0].total == len(expected) or not found[0].exact


def test_by_relevance_the_title_counts_more_than_tags_notes_and_the_name_of_the_file(
    library_of_five: OpenLibrary,
) -> None:
    library = library_of_five.library
    query = LibraryQuery("zebra", sort=SortKey.RELEVANCE)
    page = library.page(query, 0, 4)
    assert [one.title for one in page.rows] == ["zebra", "in tags", "in notes", "in the file name"]
    assert [one.title for one in library.page(query, 1, 2).rows] == ["in tags", "in notes"]
    assert library.page(query, 0, 9).total == 5
    assert [one.title for one in library.page(query, 4, 9).rows] == ["a piece of xzebra"]
    with library_of_five.database.get_db_session("test") as session:
        elsewhere = RecordingRepository(session).page(query, 0, -1).rows  # as a server ranks, and an export
    assert [one.title for one in elsewhere][2:] == ["in tags", "in notes", "in the file name"]


def test_relevance_keeps_to_the_view(library: OpenLibrary) -> None:
    for place in PLACES:
        query = replace(place, search="interview", sort=SortKey.RELEVANCE)
        everything = set(sorted_anew(library, query))
        first = library.library.page(query, 0, 20)
        rest = library.library.page(query, 20, 10_000)
        assert {one.id for one in first.rows + rest.rows} == everything
        assert len(first.rows) + len(rest.rows) == rest.total == len(everything)


def test_what_lies_far_down_is_known_after_a_view_was_prepared(library: OpenLibrary) -> None:
    query = LibraryQuery(sort=SortKey.SIZE)
    library.library.prepare(query, search=False)
    library.library.prepare(query, search=True)
    expected = sorted_anew(library, query)
    assert [row.id for row in library.library.page(query, 2000, 20).rows] == expected[2000:2020]
    assert library.library.around(query, expected[5:7], 20).rows == {expected[5]: 5, expected[6]: 6}


def test_the_total_of_a_search_comes_with_the_second_page_at_the_latest(library: OpenLibrary) -> None:
    query = LibraryQuery("interview")
    first = library.library.page(query, 0, 5)
    assert (first.exact, first.total) == (False, 5)
    second = library.library.page(query, 5, 5)
    assert second.exact
    assert second.total == len(sorted_anew(library, query))
    assert library.library.page(query, 0, 5) == Page(0, second.total, first.rows)


def test_a_change_is_seen_by_the_next_page(library: OpenLibrary) -> None:
    query = LibraryQuery(sort=SortKey.TITLE, descending=False)
    last = library.library.page(query, 2000, 1).rows[0]
    tagged = LibraryQuery(tag="tag 3")
    number = library.library.page(tagged, 5, 1).total
    library.library.mark([last.id], favourite=True)
    library.library.rename(last.id, "0 the first of all")
    assert library.library.page(query, 0, 1).rows[0].id == last.id
    assert library.library.page(query, 2000, 1).rows[0].id != last.id
    library.library.delete([library.library.page(tagged, 5, 1).rows[0].id])
    assert library.library.page(tagged, 5, 1).total == number - 1


def test_a_search_that_nobody_waits_for_any_more_is_interrupted(library: OpenLibrary) -> None:
    event = threading.Event()
    event.set()
    with cancelled_by(event), pytest.raises(Cancelled):
        library.library.page(LibraryQuery("- - - - %", sort=SortKey.TITLE), 0, 100)
    assert library.library.page(LibraryQuery(), 0, 1).rows  # the connection works on


def test_a_view_is_streamed_in_its_order(library: OpenLibrary) -> None:
    query = LibraryQuery("interview", sort=SortKey.SIZE)
    assert [id_ for id_, *_ in library.library.briefs(query)] == sorted_anew(library, query)
