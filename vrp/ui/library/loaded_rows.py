"""The rows of a view that are in memory, and where others belong among them."""

from __future__ import annotations

from typing import Final

from vrp.backend.domain.queries import LibraryQuery, Page, SortKey
from vrp.backend.domain.recordings import Recording
from vrp.ui.library import columns

CACHED_ROWS: Final = 5_000


class LoadedRows(dict[int, Recording]):
    """By their number in the view; however long that is, at most `CACHED_ROWS`."""

    def row_of(self, id_: int) -> int | None:
        return next((row for row, recording in self.items() if recording.id == id_), None)

    def store(self, page: Page, near: int) -> None:
        """Where they become too many, those about the row ``near`` stay."""
        self.update(enumerate(page.rows, page.offset))
        if len(self) > CACHED_ROWS:
            keep = range(near - CACHED_ROWS // 4, near + CACHED_ROWS // 4)
            self._become({row: recording for row, recording in self.items() if row in keep})

    def put_in(self, row: int, recording: Recording) -> None:
        """Those from ``row`` on move down."""
        self._become({one + 1 if one >= row else one: known for one, known in self.items()})
        self[row] = recording

    def take_out(self, first: int, last: int) -> None:
        """Those behind ``last`` move up."""
        by = last - first + 1
        self._become({
            row - by if row > last else row: recording
            for row, recording in self.items()
            if not first <= row <= last
        })  # fmt: skip

    def _become(self, rows: dict[int, Recording]) -> None:
        self.clear()
        self.update(rows)

    def place_of(self, recording: Recording, query: LibraryQuery, total: int) -> int | None:
        """The row where it belongs, if both neighbours are in memory (or it is an end of the table)."""
        known = sorted(self)
        row = next((row for row in known if _is_before(recording, self[row], query)), None)
        if row is None:
            row = known[-1] + 1 if known else 0
        after_known = row == 0 or row - 1 in self
        return row if after_known and (row == total or row in self) else None

    def in_order(self, row: int, query: LibraryQuery) -> bool:
        """Whether ``row`` and the one after it stand in the order of the query, as far as they are known."""
        one, other = self.get(row), self.get(row + 1)
        return one is None or other is None or not _is_before(other, one, query)

    def can_become(self, page: Page, total: int) -> bool:
        """All of the old ``total`` and the new rows are in memory, and those that stay keep their order."""
        if len(page.rows) != page.total or len(self) != total or not total or not page.total:
            return False
        new = [recording.id for recording in page.rows]
        old = [self[row].id for row in range(total)]
        stay = set(new) & set(old)
        return bool(stay) and [id_ for id_ in old if id_ in stay] == [id_ for id_ in new if id_ in stay]


def _is_before(one: Recording, other: Recording, query: LibraryQuery) -> bool:
    if query.order is SortKey.RELEVANCE:
        return False  # only the library can tell
    mine, theirs = columns.rank(one, query.order), columns.rank(other, query.order)
    return mine > theirs if query.descending else mine < theirs
