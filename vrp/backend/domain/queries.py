"""What a view asks of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.searching import sort_key


class SortKey(StrEnum):
    """What a view can be sorted by; each column has its index."""

    RECORDED_AT = "recorded_at"
    TITLE = "title"
    DURATION = "duration"
    SIZE = "filesize_bytes"
    FORMAT = "codec"
    ORIGIN = "origin"
    ADDED = "created_at"
    DELETED = "deleted_at"
    FAVOURITE = "favourite"
    TAGS = "tags"
    RELEVANCE = "relevance"  # of a search, the best first, whatever the direction


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """``search`` is whatever a person typed; ``trash`` shows Recently Deleted instead of the library.

    The others narrow it down: to one ``origin``, to favourites, to those that carry a ``tag``, whatever its case.
    """

    search: str = ""
    trash: bool = False
    origin: Origin | None = None
    favourite: bool = False
    tag: str = ""
    sort: SortKey = SortKey.RECORDED_AT
    descending: bool = True

    @property
    def order(self) -> SortKey:
        """What the rows are really sorted by: ``sort``, or the newest first where this view has no such order."""
        missing = (self.sort is SortKey.DELETED and not self.trash) or (
            self.sort is SortKey.RELEVANCE and not self.search.strip()
        )
        return SortKey.RECORDED_AT if missing else self.sort


@dataclass(frozen=True, slots=True)
class Page:
    """Rows ``offset`` to ``offset + len(rows)`` of the ``total`` that the query matches.

    Where ``exact`` is false the total is not known yet and at least that; any later page knows it.
    """

    offset: int
    total: int
    rows: tuple[Recording, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Around:
    """The page that holds the first of some recordings, and the ``rows`` of those of them that the query matches.

    ``complete`` is false where only the first page could be had.
    """

    page: Page
    rows: Mapping[int, int]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, as most spell it, and how many recordings outside Recently Deleted carry it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How many recordings each place of the library holds, and the ``bytes`` of their sound; tags in their order.

    ``deleted`` are those in Recently Deleted; all others count what is outside it.
    """

    all: int = 0
    recorded: int = 0
    imported: int = 0
    recovered: int = 0
    favourites: int = 0
    deleted: int = 0
    tags: tuple[TagCount, ...] = ()
    bytes: int = 0
    deleted_bytes: int = 0


@dataclass(frozen=True, slots=True)
class CountedKind:
    """One kept count: of the recordings with one ``tag`` (empty: all), place, origin and mark."""

    tag: str
    trash: bool
    origin: Origin
    favourite: bool
    count: int
    bytes: int


def library_counts(kinds: Iterable[CountedKind]) -> LibraryCounts:
    """Add the kept counts up to what the places of the library show."""
    known = list(kinds)
    live = [one for one in known if not one.tag and not one.trash]
    deleted = [one for one in known if not one.tag and one.trash]
    of_origin = {origin: sum(one.count for one in live if one.origin is origin) for origin in Origin}
    return LibraryCounts(
        all=sum(one.count for one in live),
        recorded=of_origin[Origin.RECORDED],
        imported=of_origin[Origin.IMPORTED],
        recovered=of_origin[Origin.RECOVERED],
        favourites=sum(one.count for one in live if one.favourite),
        deleted=sum(one.count for one in deleted),
        tags=_tag_counts(one for one in known if one.tag and not one.trash),
        bytes=sum(one.bytes for one in live),
        deleted_bytes=sum(one.bytes for one in deleted),
    )


def _tag_counts(kinds: Iterable[CountedKind]) -> tuple[TagCount, ...]:
    """Spellings that differ in case are one tag, which shows as the one that most carry."""
    spelled: dict[str, Counter[str]] = {}
    for one in kinds:
        spelled.setdefault(one.tag.casefold(), Counter())[one.tag] += one.count
    counts = (TagCount(one.most_common(1)[0][0], one.total()) for one in spelled.values())
    return tuple(sorted((one for one in counts if one.count), key=lambda one: (sort_key(one.name), one.name)))


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A view that a person gave a name."""

    name: str
    query: LibraryQuery

    @property
    def values(self) -> dict[str, object]:
        """The query as plain values, as it is kept; `saved_query` reads them."""
        return asdict(self.query)


def saved_query(values: Mapping[str, object]) -> LibraryQuery:
    """What was kept, also by another version: what is not known or not valid is as in a new view."""
    origin, sort = str(values.get("origin") or ""), str(values.get("sort") or "")
    return LibraryQuery(
        search=str(values.get("search") or ""),
        trash=bool(values.get("trash")),
        origin=Origin(origin) if origin in set(Origin) else None,
        favourite=bool(values.get("favourite")),
        tag=str(values.get("tag") or ""),
        sort=SortKey(sort) if sort in set(SortKey) else SortKey.RECORDED_AT,
        descending=bool(values.get("descending", True)),
    )
