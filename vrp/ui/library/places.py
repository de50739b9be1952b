"""The places of the library, as the sidebar shows them, and which recordings belong to a view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Origin, Recording, Status

if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind(StrEnum):
    ALL = "all"
    RECORDED = "recorded"
    IMPORTED = "imported"
    RECOVERED = "recovered"
    FAVOURITES = "favourites"
    SEARCH = "search"
    TAG = "tag"
    TRASH = "trash"


ORIGINS = {
    Kind.RECORDED: Origin.RECORDED,
    Kind.IMPORTED: Origin.IMPORTED,
    Kind.RECOVERED: Origin.RECOVERED,
}


@dataclass(frozen=True, slots=True)
class Place:
    """``name`` is that of the tag or of the saved search."""

    kind: Kind
    name: str = ""

    LIBRARY: ClassVar[Place]
    TRASH: ClassVar[Place]

    def query(self, before: LibraryQuery) -> LibraryQuery:
        """What it shows, sorted and searched as before. Saved searches bring their own."""
        return replace(
            before,
            trash=self.kind is Kind.TRASH,
            origin=ORIGINS.get(self.kind),
            favourite=self.kind is Kind.FAVOURITES,
            tag=self.name if self.kind is Kind.TAG else "",
        )

    def is_same(self, other: Place) -> bool:
        """Whether they are one place, however it is spelled."""
        return (self.kind, self.name.casefold()) == (other.kind, other.name.casefold())


Place.LIBRARY = Place(Kind.ALL)
Place.TRASH = Place(Kind.TRASH)


def of_query(query: LibraryQuery) -> Place:
    """The place that a query without its search shows."""
    if query.trash:
        return Place.TRASH
    if query.favourite:
        return Place(Kind.FAVOURITES)
    if query.tag:
        return Place(Kind.TAG, query.tag)
    return next((Place(kind) for kind, origin in ORIGINS.items() if origin is query.origin), Place.LIBRARY)


def belongs(recording: Recording, query: LibraryQuery) -> bool:
    """Whether a view shows it, as far as can be told without the search."""
    return (
        (recording.status is Status.DELETED) == query.trash
        and query.origin in (None, recording.origin)
        and (recording.favourite or not query.favourite)
        and (not query.tag or has_tag(recording.tags, query.tag))
    )


def has_tag(tags: Iterable[str], tag: str) -> bool:
    folded = tag.casefold()
    return any(one.casefold() == folded for one in tags)
