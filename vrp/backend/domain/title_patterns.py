"""New titles for many recordings from one pattern: ``{date} {title}``, ``Lecture {number}``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from typing import Final

from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.errors import RequestInvalid

PLACEHOLDERS: Final = ("title", "date", "time", "number", "tag")
_PLACEHOLDER: Final = re.compile(r"\{(\w*)\}")


class TitleFault(StrEnum):
    """Why a pattern gives no title."""

    UNKNOWN = "unknown"  # a placeholder that there is not
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_ALLOWED = "not_allowed"  # a sign that a title may not hold


@dataclass(frozen=True, slots=True)
class NewTitle:
    """``text`` is the title as it would be kept, or as far as it came; ``fault`` is None where it can be kept."""

    text: str
    fault: TitleFault | None = None


def unknown_placeholders(pattern: str) -> tuple[str, ...]:
    """Those in braces that mean nothing, each once."""
    return tuple(dict.fromkeys(name for name in _PLACEHOLDER.findall(pattern) if name not in PLACEHOLDERS))


def new_title(pattern: str, recording: Recording, number: int, digits: int = 1, zone: tzinfo | None = None) -> NewTitle:
    """The title that ``pattern`` gives a recording. ``number`` has at least ``digits`` digits; times are local.

    Where a placeholder stands for nothing, such as the tag of a recording without any, no double space stays behind.
    """
    if unknown_placeholders(pattern):
        return NewTitle(pattern, TitleFault.UNKNOWN)
    moment = recording.recorded_at.astimezone(zone)
    values = {
        "title": recording.title,
        "date": f"{moment:%Y-%m-%d}",
        "time": f"{moment:%H:%M}",
        "number": f"{number:0{digits}d}",
        "tag": recording.tags[0] if recording.tags else "",
    }
    text = _PLACEHOLDER.sub(lambda found: values[found[1]], pattern)
    text = re.sub(r" {2,}", " ", text).strip()
    return _checked(text)


def new_titles(
    pattern: str, recordings: Sequence[Recording], first: int = 1, zone: tzinfo | None = None, total: int = 0
) -> list[NewTitle]:
    """One each, numbered from ``first`` on. ``total``: how many there are, where only some are asked for."""
    digits = len(str(first + max(total, len(recordings)) - 1))
    return [new_title(pattern, one, first + place, digits, zone) for place, one in enumerate(recordings)]


def _checked(text: str) -> NewTitle:
    if not text:
        return NewTitle(text, TitleFault.EMPTY)
    if len(text) > Rules.MAX_TITLE_CHARACTERS:
        return NewTitle(text, TitleFault.TOO_LONG)
    try:
        return NewTitle(Rules.title(text))
    except RequestInvalid:
        return NewTitle(text, TitleFault.NOT_ALLOWED)
