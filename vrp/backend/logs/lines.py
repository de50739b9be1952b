r"""Makes one line of JSON of a record: escaped, cut to size, and without what is private.

Nothing that a record carries can forge or disturb a line: the file is plain ASCII, and what does not print, such as
line feeds, terminal codes and marks that turn the direction of reading, is written out as ``\n`` or ``\u202e``.
"""

from __future__ import annotations

import functools
import json
import logging
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from vrp.backend.logs.redaction import Redactor

_LONGEST: Final = 2_000  # letters of one value
_MOST: Final = 50  # fields, or members of a list
_DEEPEST: Final = 3
_TRACE_LINES: Final = 80
_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def line_of(record: logging.LogRecord, redactor: Redactor) -> bytes:
    """The line, with its line feed."""
    fields: dict[str, Any] = {
        "timestamp": _timestamp(record.created),
        "level": record.levelname.lower(),
        "logger": record.name,
    }
    message = record.msg
    if isinstance(message, dict):
        fields["event"] = str(message.get("event", ""))
        for name, value in message.items():
            if name not in fields:
                fields[name] = plain(name, value, redactor)
    else:
        fields["event"] = visible(redactor.text(_message(record)))
    if record.exc_info and record.exc_info[1] is not None and "exception" not in fields:
        fields["exception"] = trace_of(record.exc_info[1], redactor)
    if len(fields) > _MOST:
        fields = dict(list(fields.items())[:_MOST])
    return _encode(fields).encode("ascii") + b"\n"


def _timestamp(moment: float) -> str:
    second, microsecond = divmod(round(moment * 1_000_000), 1_000_000)
    return f"{_second(second)}.{microsecond:06}+00:00"


@functools.lru_cache(maxsize=1)
def _second(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def trace_of(error: BaseException, redactor: Redactor) -> list[str]:
    """The lines of an exception's trace, the outermost call first."""
    lines = "".join(traceback.format_exception(error)).splitlines()
    if len(lines) > _TRACE_LINES:
        lines = [*lines[: _TRACE_LINES // 2], "…", *lines[-_TRACE_LINES // 2 :]]
    return [visible(redactor.text(line)) for line in lines]


def visible(text: str) -> str:
    """``text`` on one line, with everything in it to be seen, and no longer than a value may be."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # noqa: BLE001  # a library's wrong format must not cost the record, nor its caller anything
        return str(record.msg)


def plain(name: str, value: object, redactor: Redactor, depth: int = 0) -> Any:
    """A value as JSON can carry it: without what is private, on one line, cut to size."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return visible(redactor.field(name, value))
    if isinstance(value, BaseException):
        return trace_of(value, redactor) if name == "exception" else type(value).__name__
    if depth < _DEEPEST:
        if isinstance(value, Mapping):
            members = list(value.items())[:_MOST]
            return {visible(str(key)): plain(str(key), one, redactor, depth + 1) for key, one in members}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [plain(name, one, redactor, depth + 1) for one in list(value)[:_MOST]]
    try:
        return visible(redactor.field(name, str(value)))
    except Exception:  # noqa: BLE001  # whatever a value's own text does, the record is written
        return type(value).__name__
