"""Which places in a view on a server were left by rows since it was last looked at, and which ones were taken.

The history tells which recordings changed, and what was written about them before. Where it does not tell how one was
(when it had been deleted; anything, of one that is gone), the number of rows that the view had and has now shows
whether that one was in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from vrp.backend.domain import searching
from vrp.backend.domain.audit import START, Action
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.persistence.recordings import SORT_COLUMNS
from vrp.backend.persistence.tables import AuditRow, RecordingRow
from vrp.backend.persistence.views.order import Place

FEW: Final = 1_000  # entries that are read in any case
ROWS_AN_ENTRY: Final = 100  # are passed in the time that it takes to read one: after more the places are found anew
_CAME: Final = (Action.RECORDED, Action.IMPORTED, Action.RECOVERED)
_TELLS_NOTHING: Final = (Action.PURGED, Action.ERASED, Action.ADOPTED)
_SOMETIME: Final = object()  # when one had been deleted that was taken back
_FIELDS: Final = ("id", "origin", "favourite", "deleted_at", "title_key", "tags_key")
_Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a history ends: the number and the hash of its last entry."""

    seq: int = 0
    hash: str = START


@dataclass(slots=True)
class Changes:
    """The places that rows left and took; one that stayed may be in both."""

    left: list[Place] = field(default_factory=list)
    taken: list[Place] = field(default_factory=list)


def between(session: Session, query: LibraryQuery, before: Mark, now: Mark, had: int, has: int) -> Changes | None:
    """What changed in a view without search and tag that ``had`` so many rows and ``has`` so many.

    None where that cannot be told for sure: after too many changes, or those of others than this program, or where
    the library was put back to an older state meanwhile.
    """
    if not 0 <= now.seq - before.seq <= max(FEW, has // ROWS_AN_ENTRY) or not _is_in_history(session, before):
        return None
    changes = Changes()
    for is_, was in _changed(session, query, before):
        changes.taken += _places(query, is_)
        changes.left += _places(query, was)
    # Those of which nothing is known can only have left: where no row is missing, none of them was there.
    return changes if len(changes.taken) - len(changes.left) == has - had else None


def _is_in_history(session: Session, mark: Mark) -> bool:
    return mark == Mark() or session.scalar(select(AuditRow.hash).where(AuditRow.seq == mark.seq)) == mark.hash


def _changed(session: Session, query: LibraryQuery, before: Mark) -> list[tuple[_Values | None, _Values | None]]:
    """Each recording that changed, as it is and as it was; None where it is not there, or nothing is known of it."""
    names = {*_FIELDS, SORT_COLUMNS[query.order].key}
    row = [getattr(RecordingRow, name) for name in names]
    entries = (
        select(AuditRow.recording_uuid, AuditRow.action, AuditRow.details, *row)
        .join_from(AuditRow, RecordingRow, RecordingRow.uuid == AuditRow.recording_uuid, isouter=True)
        .where(AuditRow.seq > before.seq)
        .order_by(AuditRow.seq.desc())
    )
    found: dict[str, tuple[_Values | None, _Values | None]] = {}
    for uuid, action, details, *values in session.execute(entries):
        there = dict(zip(names, values, strict=True))
        is_, was = found.get(uuid) or ((None, None) if there["id"] is None else (there, there))
        found[uuid] = is_, _undone(was, Action(action), details)
    return list(found.values())


def _undone(row: _Values | None, action: Action, details: str | None) -> _Values | None:
    """A recording as it was before an entry of its history; None where it was not there, or nothing is known of it."""
    if row is None or details is None or action in _CAME or action in _TELLS_NOTHING:
        return None
    told = json.loads(details)
    before = dict(row)
    if "title" in told:
        before["title_key"] = searching.sort_key(told["title"][0])
    if "tags" in told:
        before["tags_key"] = searching.tags_key(told["tags"][0])
    if "favourite" in told:
        before["favourite"] = told["favourite"][0]
    if action is Action.DELETED:
        before["deleted_at"] = None
    elif action is Action.RESTORED:  # from Recently Deleted, or from a backup
        before["deleted_at"] = _SOMETIME
    return before


def _places(query: LibraryQuery, row: _Values | None) -> list[Place]:
    """Where a recording is in a view, as far as it is known to be there: one place or none."""
    if row is None or row["deleted_at"] is _SOMETIME or query.trash != (row["deleted_at"] is not None):
        return []
    if query.origin not in (None, row["origin"]) or (query.favourite and not row["favourite"]):
        return []
    return [(row[SORT_COLUMNS[query.order].key], row["id"])]
