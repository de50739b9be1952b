"""All rows of a view as the command line lists them, made of the driver's own values: 100,000 of them in a second."""

from __future__ import annotations

import json
from collections.abc import Generator
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.requests import RecordingResponse
from vrp.backend.persistence.recordings import RecordingRepository

_DOCUMENT: Final = tuple(RecordingResponse.model_fields)
_BRIEF: Final = ("id", "recorded_at", "duration", "title")
_json: Final = TypeAdapter(dict[str, Any])  # what writes the response writes these too
Brief = tuple[int, datetime, float, str]


def documents(session: Session, query: LibraryQuery) -> Generator[str, None, None]:
    """Each recording as the JSON of its `RecordingResponse`, to the byte."""
    for row in RecordingRepository(session).values(query, _DOCUMENT):
        yield _document(dict(zip(_DOCUMENT, row, strict=True)))


def briefs(session: Session, query: LibraryQuery) -> Generator[Brief, None, None]:
    """Each recording's number, time in UTC, length in seconds and title."""
    for id_, moment, duration, title in RecordingRepository(session).values(query, _BRIEF):
        yield id_, _moment(moment), duration, title


def _document(values: dict[str, Any]) -> str:
    values["created_at"] = _moment(values["created_at"])
    if isinstance(tags := values["tags"], str):  # as SQLite keeps them
        values["tags"] = [] if tags == "[]" else json.loads(tags)
    values["favourite"] = bool(values["favourite"])
    return _json.dump_json(values).decode()


def _moment(value: str | datetime) -> datetime:
    """SQLite keeps times as text, in UTC."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value.astimezone(UTC)
