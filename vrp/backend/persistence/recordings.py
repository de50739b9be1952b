"""The repository of recordings. It works on the caller's session and returns frozen values.

Whatever it changes it also writes into the history, in the same transaction: no caller can forget to.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import zip_longest
from typing import Any, Final, TypeVar, cast

import structlog
from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    SelectBase,
    Table,
    TextualSelect,
    and_,
    case,
    column,
    delete,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    table,
    text,
    tuple_,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from vrp.backend.domain import searching
from vrp.backend.domain.audit import Action
from vrp.backend.domain.queries import LibraryQuery, Page, SortKey
from vrp.backend.domain.recordings import Origin, Past, Recording, Status, StoredFile, SyncStatus
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.domain.searching import SearchTerms
from vrp.backend.errors import RecordingNotFound
from vrp.backend.persistence import counting
from vrp.backend.persistence.audit import AuditRepository, Event
from vrp.backend.persistence.statements import chunks
from vrp.backend.persistence.tables import RecordingRow, TagRow

log = structlog.get_logger()
T = TypeVar("T")

_TABLE: Final = cast(Table, RecordingRow.__table__)
_FIELDS: Final = tuple(Recording.__slots__)
_COLUMNS: Final = tuple(getattr(RecordingRow, name) for name in _FIELDS)
SORT_COLUMNS: Final = {
    SortKey.RECORDED_AT: RecordingRow.recorded_at,
    SortKey.TITLE: RecordingRow.title_key,
    SortKey.DURATION: RecordingRow.duration,
    SortKey.SIZE: RecordingRow.filesize_bytes,
    SortKey.FORMAT: RecordingRow.codec,
    SortKey.ORIGIN: RecordingRow.origin,
    SortKey.ADDED: RecordingRow.created_at,
    SortKey.DELETED: RecordingRow.deleted_at,
    SortKey.FAVOURITE: RecordingRow.favourite,
    SortKey.TAGS: RecordingRow.tags_key,
}
_SEARCHED: Final = (RecordingRow.title, RecordingRow.filename, RecordingRow.notes, RecordingRow.artist)
_SEARCH: Final = table("recordings_search", column("id"), column("words"), column("pieces"))  # on PostgreSQL only


class RecordingRepository:
    """Rows of ``recordings`` in one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._audit = AuditRepository(session)

    def add_all(
        self,
        requests: Sequence[RecordingCreateRequest],
        now: datetime,
        pasts: Sequence[Past | None] = (),
        told: Mapping[str, object] | None = None,
    ) -> list[Recording]:
        """Insert the rows, begin their histories, and return them in the same order. ``pasts``: of some, or of none.

        ``told``: what else the first entry of their histories says.
        """
        rows = [_values(request, now, past) for request, past in zip_longest(requests, pasts)]
        if not rows:
            return []
        self._session.execute(insert(_TABLE), rows)  # the table and not its class, which costs each row a third more
        by_uuid = {recording.uuid: recording for recording in self.with_uuids(request.uuid for request in requests)}
        recordings = [by_uuid[request.uuid] for request in requests]
        came = [
            Event(one.uuid, Action(one.origin.value), {"filename": one.filename, **(told or {})}, one)
            for one in recordings
        ]
        self._audit.append(came, now)
        return recordings

    def get(self, id_: int) -> Recording:
        """Raises `RecordingNotFound`."""
        row = self._session.execute(select(*_COLUMNS).where(RecordingRow.id == id_)).one_or_none()
        if row is None:
            raise RecordingNotFound(id=id_)
        return _recording(row)

    def get_many(self, ids: Iterable[int]) -> list[Recording]:
        """Those that exist, by id."""
        return self._those(RecordingRow.id, ids)

    def with_uuids(self, uuids: Iterable[str]) -> list[Recording]:
        """Those that exist, by id within each five hundred."""
        return self._those(RecordingRow.uuid, uuids)

    def _those(self, column: InstrumentedAttribute[Any], wanted: Iterable[object]) -> list[Recording]:
        found: list[Recording] = []
        for chunk in chunks(wanted):
            rows = self._session.execute(select(*_COLUMNS).where(column.in_(chunk)).order_by(RecordingRow.id))
            found.extend(_recording(row) for row in rows)
        return found

    def ids_of_checksums(self, checksums: Iterable[str]) -> dict[str, int]:
        """The first recording with each of these bytes, deleted ones too; those that none has are not in it."""
        found: dict[str, int] = {}
        for chunk in chunks(checksums):
            first = select(RecordingRow.checksum, func.min(RecordingRow.id)).where(RecordingRow.checksum.in_(chunk))
            found.update(self._session.execute(first.group_by(RecordingRow.checksum)).all())
        return found

    def shared_checksums(self) -> set[str]:
        """The checksums of bytes that more than one recording has."""
        query = select(RecordingRow.checksum).group_by(RecordingRow.checksum).having(func.count() > 1)
        return set(self._session.scalars(query))

    def by_uuid(self, uuid: str) -> Recording | None:
        row = self._session.execute(select(*_COLUMNS).where(RecordingRow.uuid == uuid)).one_or_none()
        return None if row is None else _recording(row)

    def page(self, query: LibraryQuery, offset: int, limit: int) -> Page:
        """Rows ``offset`` to ``offset + limit`` in the query's order; all from there on where ``limit`` is negative."""
        return Page(offset, self.total(query), self.rows(query, offset, limit))

    def total(self, query: LibraryQuery) -> int:
        """How many a view has; those of a search are counted."""
        tags = counting.spellings(self._session, query.tag) if query.tag else ()
        if not query.search.strip():
            return counting.total(self._session, query, tags)
        matching = _matching(query, tags, self._session.get_bind().dialect.name)
        return self._session.scalar(select(func.count()).select_from(RecordingRow).where(*matching)) or 0

    def rows(self, query: LibraryQuery, offset: int, limit: int) -> tuple[Recording, ...]:
        """As `page`, without the total."""
        tags = counting.spellings(self._session, query.tag) if query.tag else ()
        matching = _matching(query, tags, self._session.get_bind().dialect.name)
        order = _order(query)
        ids = (
            select(RecordingRow.id)
            .where(*matching)
            .order_by(*order)
            .limit(limit if limit >= 0 else None)
            .offset(offset)
        )
        chosen = select(*_COLUMNS).where(RecordingRow.id.in_(ids.scalar_subquery())).order_by(*order)
        return tuple(_recording(row) for row in self._session.execute(chosen))

    def places(
        self, query: LibraryQuery, limit: int, offset: int = 0, *, after: tuple[Any, int] | None, backwards: bool
    ) -> list[tuple[Any, int]]:
        """Value and number of ``limit`` rows of a view without search and tag, from its top or from behind a row."""
        key = cast("ColumnElement[Any]", SORT_COLUMNS[query.order])
        number = cast("ColumnElement[Any]", RecordingRow.id)
        down = query.descending != backwards
        chosen = select(key, number).where(*_matching(query, (), self._session.get_bind().dialect.name))
        if after is not None:
            place, passed = tuple_(key, number), tuple_(*(literal(value) for value in after))
            chosen = chosen.where(place < passed if down else place > passed)
        order = (key.desc(), number.desc()) if down else (key, number)
        rows = self._session.execute(chosen.order_by(*order).limit(limit).offset(offset))
        return [(value, id_) for value, id_ in rows]

    def among(self, query: LibraryQuery, ids: Sequence[int]) -> list[int]:
        """Which of these rows have the words and the tag of a query, in the order in which they are given; on a server.

        They are looked at one by one, whoever else has the words.
        """
        said = _said(searching.parse(query.search))
        found = set(self._session.scalars(select(_SEARCH.c.id).where(_SEARCH.c.id.in_(ids), said)))
        if query.tag:
            tags = counting.spellings(self._session, query.tag)
            tagged = select(TagRow.recording_id).where(TagRow.tag.in_(tags), TagRow.recording_id.in_(found))
            found = set(self._session.scalars(tagged))
        return [id_ for id_ in ids if id_ in found]

    def values(self, query: LibraryQuery, names: Sequence[str]) -> Generator[Sequence[Any], None, None]:
        """Columns of all rows of a view, in its order, streamed; as the driver gives them, which costs a third."""
        tags = counting.spellings(self._session, query.tag) if query.tag else ()
        matching = _matching(query, tags, self._session.get_bind().dialect.name)
        columns: list[ColumnElement[Any]] = [literal_column(f"recordings.{name}") for name in names]
        chosen = select(*columns).select_from(RecordingRow).where(*matching).order_by(*_order(query))
        with self._session.connection().execute(chosen.execution_options(yield_per=1000)) as rows:
            yield from rows

    def each(self, search: str = "") -> Generator[Recording, None, None]:
        """Every recording by id, streamed, deleted ones too; with ``search`` those that it finds."""
        query = _all().where(*_found(search, self._session.get_bind().dialect.name))
        with self._session.execute(query.execution_options(yield_per=1000)) as rows:
            for row in rows:
                yield _recording(row)

    def after(self, id_: int, limit: int) -> list[Recording]:
        """The next ``limit`` recordings by id, deleted ones too."""
        query = _all().where(RecordingRow.id > id_).limit(limit)
        return [_recording(row) for row in self._session.execute(query)]

    def files_after(self, id_: int, limit: int) -> list[StoredFile]:
        """What the files of the next ``limit`` recordings by id have to be; a fifth of what whole recordings cost."""
        query = select(RecordingRow.id, RecordingRow.title, RecordingRow.stored_filename, RecordingRow.filesize_bytes)
        rows = self._session.execute(query.where(RecordingRow.id > id_).order_by(RecordingRow.id).limit(limit))
        return [StoredFile(*row) for row in rows]

    def newest_id(self) -> int:
        """The highest number; 0 where there is no recording."""
        return self._session.scalar(select(func.max(RecordingRow.id))) or 0

    def bytes_of_all(self) -> int:
        """How much sound there is, deleted recordings included."""
        return int(self._session.scalar(select(func.sum(RecordingRow.filesize_bytes))) or 0)

    def known_ids(self, ids: Iterable[int]) -> set[int]:
        """Those that are there."""
        return self._known(RecordingRow.id, ids)

    def known_uuids(self, uuids: Iterable[str]) -> set[str]:
        """Those that recordings have."""
        return self._known(RecordingRow.uuid, uuids)

    def _known(self, column: InstrumentedAttribute[T], wanted: Iterable[T]) -> set[T]:
        return {
            value
            for chunk in chunks(wanted)
            for value in self._session.scalars(select(column).where(column.in_(chunk)))
        }

    def change(self, id_: int, action: Action, now: datetime, **values: Any) -> Recording:
        """Set columns of one row, and say so in its history; raises `RecordingNotFound`."""
        before = self.get(id_)
        if "title" in values:
            values["title_key"] = searching.sort_key(values["title"])
        if "tags" in values:
            values["tags_key"] = searching.tags_key(values["tags"])
        changed = update(RecordingRow).where(RecordingRow.id == id_).values(**values, modified_at=now)
        self._session.execute(changed)
        after = self.get(id_)
        self._audit.append([Event(after.uuid, action, _differences(before, after), after)], now)
        log.debug("recording_changed", recording=id_, action=str(action))
        return after

    def put_back(self, recording: Recording, now: datetime) -> Recording:
        """Insert a recording that was here once as it was then, under its own number where that is free."""
        values = {name: getattr(recording, name) for name in _FIELDS}
        values |= {
            "tags": list(recording.tags), "title_key": searching.sort_key(recording.title),
            "tags_key": searching.tags_key(recording.tags), "status": Status.ACTIVE,
            "deleted_at": None, "modified_at": now,
        }  # fmt: skip
        taken = self._session.scalar(select(RecordingRow.id).where(RecordingRow.id == recording.id))
        if taken is not None:
            del values["id"]
        back = self.get(self._session.scalars(insert(RecordingRow).returning(RecordingRow.id), values).one())
        self._audit.append([Event(back.uuid, Action.RESTORED, {}, back)], now)
        return back

    def purge(self, recording: Recording, now: datetime, action: Action = Action.PURGED) -> None:
        """Remove the row and what its history says; that it was there, and when it went, stays."""
        self._session.execute(delete(RecordingRow).where(RecordingRow.id == recording.id))
        self._audit.append([Event(recording.uuid, action, {}, None)], now)
        self._audit.erase(recording.uuid)
        log.info("recording_removed", recording=recording.id, action=str(action))


def _differences(before: Recording, after: Recording) -> dict[str, object]:
    """What a person would call the change: the words before and after. Of notes, which are long, only that they did."""
    told: dict[str, object] = {}
    for name in ("title", "artist", "tags", "favourite"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            told[name] = [old, new]
    if before.notes != after.notes:
        told["notes"] = True
    return told


def _order(query: LibraryQuery) -> tuple[ColumnElement[Any], ...]:
    if query.order is SortKey.RELEVANCE:
        return _distance(query.search), RecordingRow.recorded_at.desc(), RecordingRow.id.desc()
    column = cast("ColumnElement[Any]", SORT_COLUMNS[query.order])
    number = cast("ColumnElement[Any]", RecordingRow.id)
    return (column.desc(), number.desc()) if query.descending else (column, number)


def _distance(search: str) -> ColumnElement[Any]:
    """Where the words stand: all in the title, all in the tags, all in the notes, or elsewhere."""
    patterns = [searching.like_pattern(searching.sort_key(term)) for term in searching.parse(search).spoken]
    fields = (RecordingRow.title_key, RecordingRow.tags_key, func.lower(RecordingRow.notes))
    return case(
        *((and_(*(field.like(one, escape="\\") for one in patterns)), rank) for rank, field in enumerate(fields)),
        else_=len(fields),
    )


def _all() -> Select[Any]:
    return select(*_COLUMNS).order_by(RecordingRow.id)


def _values(request: RecordingCreateRequest, now: datetime, past: Past | None) -> dict[str, Any]:
    return {
        **request.model_dump(),
        "tags": list(request.tags),
        "title_key": searching.sort_key(request.title),
        "tags_key": searching.tags_key(request.tags),
        "sync_status": SyncStatus.UNSYNCED,
        "created_at": now,
        "modified_at": now,
        "status": Status.ACTIVE,
        "deleted_at": None,
        **({} if past is None else asdict(past)),
    }


def _matching(query: LibraryQuery, tags: tuple[str, ...], dialect: str) -> list[ColumnElement[bool]]:
    deleted = RecordingRow.deleted_at
    conditions: list[ColumnElement[bool]] = [deleted.is_not(None) if query.trash else deleted.is_(None)]
    if query.origin is not None:
        conditions.append(RecordingRow.origin == query.origin)
    if query.favourite:
        conditions.append(cast("ColumnElement[bool]", RecordingRow.favourite))
    if tags:
        conditions.append(RecordingRow.id.in_(select(TagRow.recording_id).where(TagRow.tag.in_(tags))))
    return conditions + _found(query.search, dialect)


def _found(search: str, dialect: str) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    terms = searching.parse(search)
    if terms.words:
        found = _found_on_postgresql(terms) if dialect == "postgresql" else _found_on_sqlite(terms)
        conditions.append(RecordingRow.id.in_(found))
    for term in terms.literal:
        pattern = searching.like_pattern(term)
        conditions.append(or_(*(column.like(pattern, escape="\\") for column in _SEARCHED)))
    return conditions


def _found_on_sqlite(terms: SearchTerms) -> TextualSelect:
    found = "SELECT rowid FROM recordings_words WHERE recordings_words MATCH :words"
    values = {"words": terms.words}
    if terms.pieces:
        found += " UNION SELECT rowid FROM recordings_pieces WHERE recordings_pieces MATCH :pieces"
        values["pieces"] = terms.pieces
    return text(found).bindparams(**values).columns(RecordingRow.id)


def _found_on_postgresql(terms: SearchTerms) -> SelectBase:
    return select(_SEARCH.c.id).where(_said(terms))


def _said(terms: SearchTerms) -> ColumnElement[bool]:
    """What a row of the search fulfils: the words, or all the pieces. As one condition it is read once."""
    folded = [searching.fold(term) for term in terms.spoken]
    words = [re.sub(r"[\W_]+", " ", term).split() for term in folded]
    phrases = " & ".join(" <-> ".join(f"'{word}'" for word in phrase) + ":*" for phrase in words if phrase)
    said = _SEARCH.c.words.op("@@")(func.to_tsquery("simple", phrases))
    if not terms.pieces:
        return said
    return or_(said, and_(*(_SEARCH.c.pieces.like(searching.like_pattern(term)) for term in folded)))


def _recording(row: Row[Any]) -> Recording:
    values = dict(zip(_FIELDS, row, strict=True))
    values["tags"] = tuple(values["tags"])
    values["favourite"] = bool(values["favourite"])
    values["origin"] = Origin(values["origin"])
    values["status"] = Status(values["status"])
    values["sync_status"] = SyncStatus(values["sync_status"])
    return Recording(**values)
