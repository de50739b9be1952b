"""The repository of the history: entries are added and read, and what they say can be erased; nothing else."""

from __future__ import annotations

import json
import secrets
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import Row, Table, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from vrp.backend.domain.audit import START, Action, AuditEntry, digest, row_state, seal
from vrp.backend.domain.recordings import Recording
from vrp.backend.persistence.statements import chunks
from vrp.backend.persistence.tables import AuditRow, RecordingRow

_TABLE: Final = cast(Table, AuditRow.__table__)
_FIELDS: Final = tuple(AuditEntry.__slots__)
_COLUMNS: Final = tuple(getattr(AuditRow, name) for name in _FIELDS)
_NONCE_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a recording; ``recording`` is how it is now, None when it is no more."""

    uuid: str
    action: Action
    details: Mapping[str, object]
    recording: Recording | None


class AuditRepository:
    """Entries in one session. Appending needs a write session: nobody else may append meanwhile."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, events: Iterable[Event], now: datetime) -> None:
        seq, previous = self.last()
        rows = []
        for event in events:
            seq += 1
            entry = _entry(seq, now, event, previous)
            previous = entry.hash
            rows.append(_values(entry))
        if rows:
            self._session.execute(insert(_TABLE), rows)

    def erase(self, uuid: str) -> None:
        """Forget what the entries of one recording say; that something happened, and when, stays."""
        erased = update(AuditRow).where(AuditRow.recording_uuid == uuid).values(nonce=None, details=None, state=None)
        self._session.execute(erased)

    def of(self, uuid: str) -> list[AuditEntry]:
        """The history of one recording, oldest first."""
        query = select(*_COLUMNS).where(AuditRow.recording_uuid == uuid).order_by(AuditRow.seq)
        return [_read(row) for row in self._session.execute(query)]

    def of_many(self, uuids: Sequence[str]) -> list[AuditEntry]:
        """The histories of some recordings, five hundred at most, in the order in which things happened."""
        query = select(*_COLUMNS).where(AuditRow.recording_uuid.in_(uuids)).order_by(AuditRow.seq)
        return [_read(row) for row in self._session.execute(query)]

    def newest_of(self, uuids: Iterable[str]) -> dict[str, AuditEntry]:
        """The last entry of each of some recordings; those without any are not in it."""
        found: dict[str, AuditEntry] = {}
        for chunk in chunks(uuids):
            last = select(func.max(AuditRow.seq)).where(AuditRow.recording_uuid.in_(chunk))
            query = select(*_COLUMNS).where(AuditRow.seq.in_(last.group_by(AuditRow.recording_uuid)))
            found.update((entry.recording_uuid, entry) for entry in map(_read, self._session.execute(query)))
        return found

    def vanished(self) -> Generator[AuditEntry, None, None]:
        """The last entries of recordings that are gone although nothing says that they were removed, streamed."""
        later = aliased(AuditRow)
        query = (
            select(*_COLUMNS)
            .where(AuditRow.action.not_in((Action.PURGED, Action.ERASED)))
            .where(~exists().where(RecordingRow.uuid == AuditRow.recording_uuid))
            .where(~exists().where(later.recording_uuid == AuditRow.recording_uuid, later.seq > AuditRow.seq))
            .order_by(AuditRow.seq)
        )
        with self._session.execute(query.execution_options(yield_per=1000)) as rows:
            yield from map(_read, rows)

    def last_seq(self) -> int:
        """The number of the last entry; 0 where there is none."""
        return self.last()[0]

    def last(self) -> tuple[int, str]:
        """The number and the hash of the last entry; 0 and `START` where there is none."""
        query = select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)
        last = self._session.execute(query).one_or_none()
        return (0, START) if last is None else (last.seq, last.hash)

    def last_moment(self) -> datetime | None:
        """When something was last written into the history."""
        return self._session.scalar(select(AuditRow.at).order_by(AuditRow.seq.desc()).limit(1))

    def was_erased(self, uuid: str) -> bool:
        """Whether a recording with this identifier was erased for good."""
        query = select(AuditRow.seq).where(AuditRow.recording_uuid == uuid, AuditRow.action == Action.ERASED)
        return self._session.scalar(query.limit(1)) is not None

    def erased(self) -> set[str]:
        """The identifiers of the recordings that were erased for good."""
        return set(self._session.scalars(select(AuditRow.recording_uuid).where(AuditRow.action == Action.ERASED)))

    def each(self) -> Generator[AuditEntry, None, None]:
        """The whole chain in its order, streamed."""
        query = select(*_COLUMNS).order_by(AuditRow.seq).execution_options(yield_per=1000)
        with self._session.execute(query) as rows:
            for row in rows:
                yield _read(row)


def _entry(seq: int, now: datetime, event: Event, previous: str) -> AuditEntry:
    nonce = secrets.token_hex(_NONCE_BYTES)
    details = json.dumps(event.details, ensure_ascii=False)
    state = "" if event.recording is None else row_state(_values(event.recording))
    content = digest(nonce, details, state)
    return AuditEntry(
        seq=seq,
        at=now,
        recording_uuid=event.uuid,
        action=event.action,
        nonce=nonce,
        details=details,
        state=state,
        digest=content,
        previous=previous,
        hash=seal(previous, seq, now, event.uuid, event.action, content),
    )


def _values(one: AuditEntry | Recording) -> dict[str, Any]:
    """Its fields as they are: `dataclasses.asdict` would copy each value deeply, which all of them outlive."""
    return {name: getattr(one, name) for name in one.__slots__}


def _read(row: Row[Any]) -> AuditEntry:
    values = dict(zip(_FIELDS, row, strict=True))
    values["action"] = Action(values["action"])
    return AuditEntry(**values)
