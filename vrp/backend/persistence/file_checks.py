"""The repository of file checks: when the bytes of each recording's file were last read and found whole.

It is a table of its own, so that a check of a million files does not write a million wide rows anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from vrp.backend.persistence.statements import chunks
from vrp.backend.persistence.tables import FileCheckRow, RecordingRow


class FileCheckRepository:
    """Checks in one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def last(self, id_: int) -> datetime | None:
        return self._session.scalar(select(FileCheckRow.at).where(FileCheckRow.recording_id == id_))

    def note(self, ids: Sequence[int], at: datetime) -> None:
        """These files were whole at this moment; recordings that are gone by now are passed over."""
        for chunk in chunks(ids):
            there = self._session.scalars(select(RecordingRow.id).where(RecordingRow.id.in_(chunk))).all()
            self._session.execute(delete(FileCheckRow).where(FileCheckRow.recording_id.in_(chunk)))
            if there:
                self._session.execute(insert(FileCheckRow), [{"recording_id": id_, "at": at} for id_ in there])
