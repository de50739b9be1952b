"""The counts of the library's places: triggers of the database keep them (revision 0004), this reads and mends them.

Nothing here looks at the recordings but the check and the mending.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Integer, case, cast, delete, func, select, text
from sqlalchemy.orm import Session

from vrp.backend.domain.queries import CountedKind, LibraryCounts, LibraryQuery, library_counts
from vrp.backend.domain.recordings import Origin
from vrp.backend.persistence.tables import CountRow, TagRow

_KIND: Final = "deleted_at IS NOT NULL, origin, favourite"
_EACH_TAG: Final = {
    "sqlite": "recordings, json_each(recordings.tags)",
    "postgresql": "recordings CROSS JOIN LATERAL jsonb_array_elements_text(tags) AS each_tag(value)",
}
_COUNT: Final = (
    f"SELECT '', {_KIND}, count(*), sum(filesize_bytes) FROM recordings GROUP BY {_KIND}",  # noqa: S608  # our own names
    (
        f"SELECT tag, {_KIND}, count(*), sum(filesize_bytes) FROM recording_tags "  # noqa: S608  # our own names
        f"JOIN recordings ON recordings.id = recording_id GROUP BY tag, {_KIND}"
    ),
)


def counts(session: Session) -> LibraryCounts:
    """What each place of the library holds."""
    kept = select(
        CountRow.tag, CountRow.trash, CountRow.origin, CountRow.favourite, CountRow.recordings, CountRow.bytes
    )
    return library_counts(
        CountedKind(tag, trash, Origin(origin), favourite, count, size)
        for tag, trash, origin, favourite, count, size in session.execute(kept)
    )


def total(session: Session, query: LibraryQuery, tags: tuple[str, ...]) -> int:
    """How many recordings a query without a search matches; ``tags``: the spellings of its tag."""
    conditions: list[ColumnElement[bool]] = [CountRow.tag.in_(tags or ("",)), CountRow.trash.is_(query.trash)]
    if query.origin is not None:
        conditions.append(CountRow.origin == query.origin)
    if query.favourite:
        conditions.append(CountRow.favourite.is_(True))
    return int(session.scalar(select(func.sum(CountRow.recordings)).where(*conditions)) or 0)


def spellings(session: Session, tag: str) -> tuple[str, ...]:
    """How a tag is written in this library, in upper or lower case; one that nobody has comes back as it is."""
    known = session.scalars(select(CountRow.tag).where(CountRow.tag != "").distinct())
    wanted = tag.casefold()
    return tuple(one for one in known if one.casefold() == wanted) or (tag,)


def are_in_step(session: Session) -> bool:
    """Whether the kept counts and tags are what counting the recordings gives."""
    trash = cast(case((CountRow.trash, 1), else_=0), Integer)
    kept = select(CountRow.tag, trash, CountRow.origin, CountRow.favourite, CountRow.recordings, CountRow.bytes)
    said = {tuple(row) for row in session.execute(kept.where(CountRow.recordings != 0))}
    counted = {
        (tag, int(deleted), origin, bool(favourite), count, int(size))
        for statement in _COUNT
        for tag, deleted, origin, favourite, count, size in session.execute(text(statement))
    }
    return said == counted and not _stray_tags(session)


def recount(session: Session) -> None:
    """Make the counts and the tags anew from the recordings."""
    session.execute(delete(TagRow))
    session.execute(delete(CountRow))
    session.execute(text(f"INSERT INTO recording_tags {_tags(session)}"))
    for statement in _COUNT:
        session.execute(text(f"INSERT INTO library_counts {statement}"))


def _stray_tags(session: Session) -> bool:
    """Whether some tag of a recording is not in the table of tags, or the other way round."""
    kept = "SELECT tag, recording_id FROM recording_tags"
    for one, other in ((_tags(session), kept), (kept, _tags(session))):
        if session.execute(text(f"SELECT 1 FROM ({one} EXCEPT {other}) AS stray LIMIT 1")).first():  # noqa: S608
            return True
    return False


def _tags(session: Session) -> str:
    source = _EACH_TAG[session.get_bind().dialect.name]
    return f"SELECT DISTINCT value, recordings.id FROM {source}"  # noqa: S608  # our own names
