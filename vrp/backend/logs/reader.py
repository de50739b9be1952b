"""Reads log files: the newest lines of the last hours, whatever a crash left at the end of one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from vrp.backend import files
from vrp.backend.logs.rotation import NAME

_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBERED: Final = re.compile(re.escape(NAME) + r"(?:\.(\d+))?")


def log_files(folder: Path) -> list[Path]:
    """The log files there are, the newest first."""
    found = [(int(match[1] or 0), path) for path in _listed(folder) if (match := _NUMBERED.fullmatch(path.name))]
    return [path for _, path in sorted(found)]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of one file in their order. What is no record, such as a torn line, is passed over."""
    with files.open_regular(path) as file:
        for line in file:
            record = record_of(line)
            if record is not None:
                yield record


def record_of(line: bytes | str) -> dict[str, Any] | None:
    """One line as a record; None where it is none."""
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) and "timestamp" in record and "event" in record else None


def since(folder: Path, moment: datetime, most_bytes: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """File by file, the newest first: the records since ``moment``, in all no more than ``most_bytes`` of them."""
    left = most_bytes
    for path in log_files(folder):
        kept: list[dict[str, Any]] = []
        try:
            found = list(records(path))
        except OSError:  # turned over or taken away meanwhile
            continue
        for record in reversed(found):
            left -= len(json.dumps(record))
            if left < 0 or _at(record) < moment:
                break
            kept.append(record)
        if kept:
            yield path.name, kept[::-1]
        if left < 0 or len(kept) < len(found):
            return


def _at(record: dict[str, Any]) -> datetime:
    try:
        at = datetime.fromisoformat(str(record["timestamp"]))
    except ValueError:
        return _BEGINNING
    return at if at.tzinfo is not None else at.astimezone()


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
