"""Pages of views on a server: the same rows as by sorting everything, read from the nearest place that is known."""

from __future__ import annotations

import itertools

import pytest

from tests.support.libraries import OpenLibrary, sorted_anew
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.domain.recordings import Origin
from vrp.backend.persistence import server_pages
from vrp.backend.persistence.views import order

COLUMNS = [key for key in SortKey if key is not SortKey.RELEVANCE]
ORDERS = tuple(itertools.product(COLUMNS, (True, False)))


def test_each_window_is_that_of_the_whole_order(server_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "STEP", 50)
    for key, descending in ORDERS:
        for place in ({}, {"trash": True}, {"origin": Origin.IMPORTED}, {"favourite": True}):
            query = LibraryQuery(sort=key, descending=descending, **place)
            expected = sorted_anew(server_library, query)
            assert expected
            for offset in (0, 333, 7, len(expected) - 9, len(expected) + 5):
                page = server_library.library.page(query, max(offset, 0), 20)
                assert [row.id for row in page.rows] == expected[page.offset : page.offset + 20]
                assert page.total == len(expected)


def test_a_change_is_seen_by_the_next_page(server_library: OpenLibrary) -> None:
    query = LibraryQuery(sort=SortKey.TITLE, descending=False)
    server_library.library.prepare(query, search=False)
    last = server_library.library.page(query, 400, 1).rows[0]
    server_library.library.rename(last.id, "0 the first of all")
    assert server_library.library.page(query, 0, 1).rows[0].id == last.id
    assert [row.id for row in server_library.library.page(query, 390, 20).rows] == sorted_anew(server_library, query)[
        390:410
    ]


@pytest.mark.parametrize("steps", [(500, 2_000), (20, 40), (3, 3)])
def test_what_a_search_finds_is_counted_with_the_second_page(
    server_library: OpenLibrary, steps: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_pages, "_STEPS", steps)
    for search, tag in (
        ("interview", ""),
        ("i", "tag 3"),
        ("interview", "tag 3"),
        ("tervi 1", ""),
        ("59", ""),
        ("nothing like it", ""),
    ):
        query = LibraryQuery(search, tag=tag)
        expected = sorted_anew(server_library, query)
        first, second = server_library.library.page(query, 0, 3), server_library.library.page(query, 3, 3)
        assert [row.id for row in first.rows + second.rows] == expected[:6]
        assert first.exact == (len(expected) < 3)
        assert (second.total, second.exact) == (len(expected), True)
        assert server_library.library.page(query, 0, 3).total == len(expected)
