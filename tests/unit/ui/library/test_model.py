from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.support.libraries import recording
from vrp.backend.domain.queries import Around, LibraryQuery, Page, SortKey
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import DatabaseBusy
from vrp.ui.library.cells import RECORDING_ROLE, SORT_ROLE
from vrp.ui.library.columns import Column
from vrp.ui.library.loaded_rows import CACHED_ROWS
from vrp.ui.library.model import LibraryModel
from vrp.ui.library.page_jobs import PAGE_ROWS


class Request(QObject):
    """A page that was asked for and is on its way until the test answers."""

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, query: LibraryQuery, offset: int, limit: int) -> None:
        super().__init__()
        self.query, self.offset, self.limit = query, offset, limit
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True

    def answer(self, rows: list[Recording]) -> None:
        self.succeeded.emit(Page(self.offset, len(rows), tuple(rows[self.offset : self.offset + self.limit])))

    def answer_of(self, total: int) -> None:
        last = min(self.offset + self.limit, total)
        self.succeeded.emit(Page(self.offset, total, tuple(recording(row + 1) for row in range(self.offset, last))))


class Shelf:
    """The model with its requests."""

    def __init__(self, *, checked: bool = True) -> None:
        self.requests: list[Request] = []
        self.model = LibraryModel(self._load)
        # The tester visits every row at every change.
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.model, mode) if checked else None
        self.told: list[tuple[str, int, int]] = []
        self.model.rowsInserted.connect(lambda _parent, first, last: self.told.append(("in", first, last)))
        self.model.rowsRemoved.connect(lambda _parent, first, last: self.told.append(("out", first, last)))
        self.model.modelReset.connect(lambda: self.told.append(("reset", 0, 0)))

    def _load(self, query: LibraryQuery, offset: int, limit: int) -> Any:
        self.requests.append(Request(query, offset, limit))
        return self.requests[-1]

    def open(self, rows: list[Recording], query: LibraryQuery | None = None) -> None:
        self.model.set_query(query or LibraryQuery())
        self.requests[-1].answer(rows)
        self.told.clear()

    def has_asked_for(self, offset: int) -> bool:
        return self.requests[-1].offset == offset

    @property
    def titles(self) -> list[str]:
        return [self.model.index(row, 0).data() for row in range(self.model.rowCount())]


@pytest.fixture
def shelf(qapp: object) -> Shelf:
    return Shelf()


def rows(count: int) -> list[Recording]:
    return [recording(number) for number in range(1, count + 1)]


def test_shows_the_first_page_with_all_roles(shelf: Shelf) -> None:
    shelf.open(rows(3))
    index = shelf.model.index(0, Column.LENGTH)
    assert shelf.titles == ["Recording 000001", "Recording 000002", "Recording 000003"]
    assert index.data() == "1:01"
    assert index.data(SORT_ROLE) == 61.0
    assert index.data(RECORDING_ROLE) == recording(1)
    assert "Length" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert shelf.model.rowCount(index) == 0


def test_rows_that_are_not_there_yet_are_asked_for_once_and_come(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(250)
    assert shelf.model.index(120, 0).data() == "…"
    assert shelf.model.index(121, 0).data() == "…"
    qtbot.waitUntil(lambda: len(shelf.requests) == 2)
    assert shelf.requests[1].offset == PAGE_ROWS
    with qtbot.waitSignal(shelf.model.dataChanged):
        shelf.requests[1].answer_of(250)
    assert shelf.model.index(120, 0).data() == "Recording 000121"


def test_what_a_paint_misses_first_is_asked_for_at_once_and_the_rest_behind_it(qtbot: QtBot) -> None:
    shelf = Shelf(checked=False)
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(5_000)
    for row in range(1_000, 4_950, 100):  # a fast scroll passes many pages
        shelf.model.index(row, 0).data()
    assert [one.offset for one in shelf.requests[1:]] == [1_000]
    shelf.requests[1].answer_of(5_000)
    qtbot.waitUntil(lambda: len(shelf.requests) > 2)
    assert [one.offset for one in shelf.requests[2:]] == [4_900, 4_800, 4_700]


def test_the_total_of_a_search_may_come_later_and_resets_nothing(shelf: Shelf) -> None:
    shelf.model.search("x")
    first = shelf.requests[-1]
    first.succeeded.emit(Page(0, 3, tuple(rows(3)), exact=False))
    assert shelf.titles == [one.title for one in rows(3)]
    shelf.told.clear()
    assert shelf.has_asked_for(PAGE_ROWS)  # without anybody looking there
    shelf.requests[-1].succeeded.emit(Page(PAGE_ROWS, 5, ()))
    assert shelf.told == [("in", 3, 4)]
    assert shelf.model.rowCount() == 5


def test_an_answer_to_an_older_question_is_dropped(shelf: Shelf) -> None:
    shelf.model.search("first")
    shelf.model.search("second")
    older, newer = shelf.requests
    newer.answer([recording(2, "second")])
    older.answer([recording(1, "first")])
    assert older.cancelled
    assert shelf.titles == ["second"]


def test_a_page_that_was_asked_for_before_a_removal_is_dropped(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(250)
    shelf.model.index(120, 0).data()
    qtbot.waitUntil(lambda: len(shelf.requests) == 2)
    shelf.model.remove([1])
    shelf.requests[1].answer_of(250)
    assert shelf.model.rowCount() == 249
    assert shelf.model.index(120, 0).data() == "…"


def test_the_old_rows_stay_until_the_new_ones_are_there(shelf: Shelf) -> None:
    shelf.open(rows(2))
    shelf.model.search("x")
    assert shelf.model.rowCount() == 2
    shelf.requests[-1].answer([])
    assert shelf.model.rowCount() == 0


def test_a_removal_is_exact(shelf: Shelf) -> None:
    shelf.open(rows(6))
    shelf.model.remove([2, 3, 5])
    assert shelf.told == [("out", 4, 4), ("out", 1, 2)]
    assert shelf.titles == ["Recording 000001", "Recording 000004", "Recording 000006"]


def test_an_insert_goes_where_the_order_wants_it(shelf: Shelf) -> None:
    everything = rows(5)
    shelf.open([one for one in everything if one.id != 3])
    shelf.model.insert([everything[2]])
    assert shelf.told == [("in", 2, 2)]
    assert shelf.titles == [one.title for one in everything]


def test_the_newest_goes_on_top_of_a_long_library(qtbot: QtBot) -> None:
    shelf = Shelf(checked=False)
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(100_000)
    shelf.told.clear()
    shelf.model.insert([recording(0, "new take")])
    assert shelf.told == [("in", 0, 0)]
    assert shelf.model.rowCount() == 100_001
    assert shelf.model.index(0, 0).data() == "new take"


def test_where_the_place_is_not_known_the_view_is_read_again(shelf: Shelf) -> None:
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(1_000)
    shelf.model.insert([recording(5_000, "old file")])
    assert len(shelf.requests) == 2
    assert shelf.requests[-1].offset == 0


def test_a_rename_touches_one_row(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(rows(3))
    with qtbot.waitSignal(shelf.model.dataChanged) as changed:
        shelf.model.update(replace(recording(2), title="Löwen"))
    assert (changed.args[0].row(), changed.args[1].row()) == (1, 1)
    assert shelf.told == []
    assert shelf.titles[1] == "Löwen"


def test_a_rename_that_moves_the_row_moves_it_when_read_again(shelf: Shelf) -> None:
    query = LibraryQuery(sort=SortKey.TITLE, descending=False)
    shelf.open([recording(1, "a"), recording(2, "b"), recording(3, "c")], query)
    shelf.model.update(recording(1, "z"))
    shelf.requests[-1].answer([recording(2, "b"), recording(3, "c"), recording(1, "z")])
    assert shelf.titles == ["b", "c", "z"]


def test_a_refresh_that_found_little_changes_little(shelf: Shelf) -> None:
    shelf.open(rows(4))
    shelf.model.refresh()
    shelf.requests[-1].answer([recording(0, "new"), recording(1), recording(3), recording(4)])
    assert sorted(shelf.told) == [("in", 0, 0), ("out", 1, 1)]
    assert shelf.titles == ["new", "Recording 000001", "Recording 000003", "Recording 000004"]


def test_a_change_from_outside_is_noticed_with_the_next_page(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(250)
    shelf.model.index(120, 0).data()
    qtbot.waitUntil(lambda: len(shelf.requests) == 2)
    shelf.requests[-1].answer_of(251)
    assert shelf.requests[-1].offset == 0
    shelf.requests[-1].answer_of(251)
    assert shelf.model.rowCount() == 251


def test_a_change_while_a_query_is_on_its_way_does_not_lose_the_query(shelf: Shelf) -> None:
    shelf.open(rows(3))
    shelf.model.search("x")
    shelf.model.remove([1])
    assert shelf.requests[-1].query.search == "x"
    shelf.requests[-1].answer([recording(9, "x")])
    assert shelf.titles == ["x"]


def test_a_million_rows_cost_no_more_memory_than_a_few_pages(qtbot: QtBot) -> None:
    shelf = Shelf(checked=False)
    total = 1_000_000
    shelf.model.set_query(LibraryQuery())
    shelf.requests[-1].answer_of(total)
    assert shelf.model.rowCount() == total
    for row in range(0, total, total // 80):
        shelf.model.index(row, 0).data()
        if row >= PAGE_ROWS:
            due = row // PAGE_ROWS * PAGE_ROWS
            qtbot.waitUntil(partial(shelf.has_asked_for, due))
            shelf.requests[-1].answer_of(total)
            assert shelf.model.recording(row) == recording(row + 1)
    assert sum(shelf.model.recording(row) is not None for row in range(total)) <= CACHED_ROWS


def test_a_page_that_cannot_be_read_is_told_and_can_be_asked_for_again(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.model.set_query(LibraryQuery())
    with qtbot.waitSignal(shelf.model.failed) as failed:
        shelf.requests[-1].failed.emit(DatabaseBusy())
    assert isinstance(failed.args[0], DatabaseBusy)
    shelf.model.refresh()
    shelf.requests[-1].answer(rows(1))
    assert shelf.model.rowCount() == 1


def test_editing_asks_for_a_rename_and_changes_nothing_itself(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(rows(1))
    index = shelf.model.index(0, Column.TITLE)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    with qtbot.waitSignal(shelf.model.rename_requested) as asked:
        assert shelf.model.setData(index, "  Lecture  ")
    assert asked.args == [recording(1), "Lecture"]
    assert index.data() == "Recording 000001"
    assert not shelf.model.setData(index, "   ")


def test_deleted_recordings_are_not_renamed(shelf: Shelf) -> None:
    shelf.open(rows(1), LibraryQuery(trash=True))
    assert not shelf.model.index(0, Column.TITLE).flags() & Qt.ItemFlag.ItemIsEditable


class Turned:
    """A model over a library that answers at once where recordings are; ``order`` are their numbers."""

    def __init__(self, order: list[int]) -> None:
        self.order = order
        self.asked: list[Request] = []
        self.model = LibraryModel(self._load, around=self._find)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.selection = QItemSelectionModel(self.model)
        self.resets: list[bool] = []
        self.model.modelReset.connect(lambda: self.resets.append(True))
        self.model.set_query(LibraryQuery())
        self.answer()
        self.resets.clear()

    def _load(self, query: LibraryQuery, offset: int, limit: int) -> Any:
        self.asked.append(Request(query, offset, limit))
        return self.asked[-1]

    def _find(self, query: LibraryQuery, ids: Sequence[int], limit: int) -> Any:
        self.asked.append(Request(query, -1, limit))
        self.ids = list(ids)
        return self.asked[-1]

    def page(self, offset: int) -> Page:
        numbers = self.order[offset : offset + PAGE_ROWS]
        return Page(offset, len(self.order), tuple(recording(number) for number in numbers))

    def answer(self) -> None:
        request = self.asked[-1]
        if request.offset >= 0:
            request.succeeded.emit(self.page(request.offset))
            return
        rows = {id_: self.order.index(id_) for id_ in self.ids if id_ in self.order}
        first = rows.get(self.ids[0], 0) if self.ids else 0
        request.succeeded.emit(Around(self.page(first // PAGE_ROWS * PAGE_ROWS), rows))

    def choose(self, *rows: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for row in rows:
            self.selection.setCurrentIndex(self.model.index(row, 0), flags.Select | flags.Rows)
        chosen = [self.model.recording(row) for row in reversed(rows)]
        self.model.of_interest = lambda: [one.id for one in chosen if one]

    @property
    def chosen(self) -> list[int]:
        return sorted(index.data(RECORDING_ROLE).id for index in self.selection.selectedRows()
                      if index.data(RECORDING_ROLE))  # fmt: skip


@pytest.mark.parametrize("change", ["sorted anew", "one more", "one less", "many less"])
def test_selection_and_current_row_stay_with_their_recordings(qapp: object, change: str) -> None:
    turned = Turned(list(range(1, 351)))
    turned.choose(10, 20)
    if change == "sorted anew":
        turned.order.reverse()
        turned.model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    else:
        turned.order = {
            "one more": [0, *turned.order], "one less": turned.order[1:], "many less": turned.order[5:25],
        }[change]  # fmt: skip
        turned.model.refresh()
    turned.answer()
    assert turned.resets == []
    assert turned.model.rowCount() == len(turned.order)
    assert turned.selection.currentIndex().data(RECORDING_ROLE).id == 21
    assert turned.selection.currentIndex().row() == turned.order.index(21)
    assert turned.chosen == [11, 21]


def test_a_selected_recording_that_is_gone_is_no_longer_selected(qapp: object) -> None:
    turned = Turned(list(range(1, 351)))
    turned.choose(10, 20)
    turned.order.remove(21)
    turned.model.refresh()
    turned.answer()
    assert turned.chosen == [11]
    assert not turned.selection.currentIndex().isValid()


def test_another_search_begins_at_its_top(qapp: object) -> None:
    turned = Turned(list(range(1, 351)))
    turned.choose(10)
    turned.model.search("x")
    assert turned.asked[-1].offset == 0


def test_sorting_is_a_new_query(shelf: Shelf) -> None:
    shelf.open(rows(2))
    shelf.model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert shelf.requests[-1].query == LibraryQuery(sort=SortKey.TITLE, descending=False)
    before = len(shelf.requests)
    for what in (Column.TITLE, len(Column), -1):
        shelf.model.sort(what)
    assert len(shelf.requests) == before
