"""The title of a new take: made from a pattern such as ``{date} {time}``, or from that of the take it goes on from."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from vrp.backend.domain.rules import RecordingBusinessRules

DEFAULT: Final = "{date} {time}"
_FORMATS: Final = {
    "date": "%Y-%m-%d",
    "time": "%H:%M",
    "year": "%Y",
    "month": "%m",
    "day": "%d",
    "hour": "%H",
    "minute": "%M",
    "second": "%S",
}
WORDS: Final = (*_FORMATS, "input")
_WORD: Final = re.compile(r"\{(\w*)\}")
_NUMBERED: Final = re.compile(r"(.*\S) \((\d{1,4})\)", re.DOTALL)


def unknown_word(pattern: str) -> str:
    """The first word in braces that means nothing; "" where all are known."""
    return next((word for word in _WORD.findall(pattern) if word not in WORDS), "")


def new_title(pattern: str, started: datetime, device: str = "") -> str:
    """A valid title whatever the pattern: ``started`` is in the zone of the person, ``device`` the microphone's name.

    A word that means nothing stays as it stands; where nothing would show, the default takes the pattern's place.
    """
    values = {word: started.strftime(format) for word, format in _FORMATS.items()} | {"input": device}
    filled = _WORD.sub(lambda found: values.get(found[1], found[0]), pattern)
    return RecordingBusinessRules.title_from_file(filled) or new_title(DEFAULT, started)


def continued(title: str) -> str:
    """Of the take that goes on from the one of this title: “Lecture” → “Lecture (2)” → “Lecture (3)”."""
    numbered = _NUMBERED.fullmatch(title)
    name, number = (numbered[1], int(numbered[2]) + 1) if numbered else (title, 2)
    ending = f" ({number})"
    return name[: RecordingBusinessRules.MAX_TITLE_CHARACTERS - len(ending)].rstrip() + ending
