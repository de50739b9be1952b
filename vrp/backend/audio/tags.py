"""Title, artist and date as files carry them: found under many keys, in many encodings, with anything in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

MAX_CHARACTERS: Final = 1_000
_BIDI: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DATE: Final = re.compile(
    r"(\d{4})(?:[-:./](\d{1,2})(?:[-:./](\d{1,2})"
    r"(?:[T ]+(\d{1,2})[:-](\d{2})(?:[:-](\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_UNSET: Final = (datetime(1904, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC))


def pick(*sources: Mapping[str, str]) -> dict[str, str]:
    """``title``, ``artist`` and ``date`` as text; a later source goes before an earlier one.

    Bytes that are no UTF-8 are expected as surrogate escapes.
    """
    every = {key.lower(): value for source in sources for key, value in source.items()}
    return {
        "title": _text(every.get("title", "")),
        "artist": _text(every.get("artist") or every.get("album_artist") or every.get("author") or ""),
        "date": _text(_date(every)),
    }


def visible(text: str) -> str:
    """One line of text without control characters, surrogates and changes of direction."""
    kept = (
        " " if (category := unicodedata.category(character)) in ("Cc", "Zl", "Zp") else character * (category != "Cs")
        for character in text
        if character not in _BIDI
    )
    return " ".join("".join(kept).split())


def parse_date(text: str) -> datetime | None:
    """The date of a tag in UTC, None where it is none; a time without a zone is taken as UTC.

    Programs that know no date write a year before 1900, or the first second of 1904 or 1970.
    """
    match = _DATE.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in match.groups()[:6])
    zone = (match[7] or "Z").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(
            f"{year:04}-{month or 1:02}-{day or 1:02}T{hour:02}:{minute:02}:{second:02}{zone}"
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    unset = bool(month) and moment in _UNSET
    return None if unset or not 1900 <= moment.year <= 2200 else moment


def _date(tags: Mapping[str, str]) -> str:
    if origination := tags.get("origination_date"):  # broadcast WAV
        return f"{origination} {tags.get('origination_time', '')}".strip()
    return next((tags[key] for key in ("date", "creation_time", "creation_date", "year") if tags.get(key)), "")


def _text(value: str) -> str:
    """Old programs wrote Latin-1 without saying so: bytes that are not UTF-8 are read as that."""
    cut = value[:MAX_CHARACTERS]
    try:
        cut.encode()
    except UnicodeEncodeError:
        return cut.encode(errors="surrogateescape").decode("cp1252", errors="replace")
    return cut
