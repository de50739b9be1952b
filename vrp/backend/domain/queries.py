"""What a view asks of the library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vrp.backend.domain.recordings import Recording


class SortKey(StrEnum):
    """Columns that a view can be sorted by; each has its index."""

    RECORDED_AT = "recorded_at"
    TITLE = "title"
    DURATION = "duration"
    SIZE = "filesize_bytes"


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """``search`` is whatever a person typed; ``trash`` shows Recently Deleted instead of the library."""

    search: str = ""
    trash: bool = False
    sort: SortKey = SortKey.RECORDED_AT
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """Rows ``offset`` to ``offset + len(rows)`` of the ``total`` that the query matches."""

    offset: int
    total: int
    rows: tuple[Recording, ...]
