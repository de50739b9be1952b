"""A line of the log as a record that can be looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LogRecordView:
    """One record. ``fields`` are all its values but level, logger and event; ``error_code`` is a VRP- code or ""."""

    position: int
    at: datetime
    level: str
    logger: str
    event: str
    fields: Mapping[str, Any]
    job: int | None
    recording: str
    error_code: str

    @property
    def text(self) -> str:
        """The record as one line for people, without its time and level."""
        values = " ".join(f"{name}={_shown(value)}" for name, value in self.fields.items())
        return f"{self.event} {values}".rstrip()


def as_view(position: int, line: bytes | str) -> LogRecordView:
    """A line of the log as a record; what is none, such as a torn line, becomes one with the event ``unreadable``."""
    try:
        fields = json.loads(line)
        at = datetime.fromisoformat(fields.pop("timestamp"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return LogRecordView(position, _BEGINNING, "warning", "", "unreadable", MappingProxyType({}), None, "", "")
    job, code = fields.get("job"), fields.get("code") or fields.get("error_code")
    return LogRecordView(
        position=position,
        at=at,
        level=str(fields.pop("level", "info")),
        logger=str(fields.pop("logger", "")),
        event=str(fields.pop("event", "")),
        fields=MappingProxyType(fields),
        job=job if isinstance(job, int) else None,
        recording=str(fields.get("recording", "")),
        error_code=code if isinstance(code, str) and code.startswith("VRP-") else "",
    )


def _shown(value: object) -> str:
    return value if isinstance(value, str) and " " not in value else json.dumps(value, ensure_ascii=False)
