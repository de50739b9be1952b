"""Why a recording was found, where its title does not show it: the words around the match."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vrp.backend.domain.searching import absent, first_place

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording

_BEFORE: Final = 16  # characters that lead to the match: it stands near the beginning, also where there is little room
_AFTER: Final = 80
LOOKED_THROUGH: Final = 100_000  # characters of notes


class Field(StrEnum):
    TAGS = "tags"
    NOTES = "notes"
    FILENAME = "filename"
    ARTIST = "artist"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``words`` are one line out of the ``field``, with dots where they were cut out of more."""

    field: Field
    words: str


@functools.lru_cache(maxsize=1024)
def excerpts(recording: Recording, search: str) -> tuple[Excerpt, ...]:
    """Where words of ``search`` stand that the title does not show: in a tag, and those that no tag shows elsewhere.

    It is remembered, because every paint asks for it; who reads a page in the background asks for its rows first, so
    that no paint looks through long notes.
    """
    untold = absent(search, [recording.title])
    tags = [tag for tag in recording.tags if first_place(tag, search, untold) is not None]
    unseen = absent(search, [recording.title, *recording.tags])
    elsewhere = _excerpt(
        [
            (Field.NOTES, recording.notes[:LOOKED_THROUGH]),
            (Field.FILENAME, recording.filename),
            (Field.ARTIST, recording.artist),
        ],
        search,
        unseen,
    )
    in_tags = [Excerpt(Field.TAGS, ", ".join(tags))] if tags else []
    return tuple(in_tags if elsewhere is None else [*in_tags, elsewhere])


def _excerpt(texts: Sequence[tuple[Field, str]], search: str, terms: Sequence[str]) -> Excerpt | None:
    """Out of the first text in which one of the terms stands."""
    if not terms:
        return None
    for field, text in texts:
        place = first_place(text, search, terms)
        if place is not None:
            return Excerpt(field, _around(text, place))
    return None


def _around(text: str, place: int) -> str:
    """The words about ``place`` as one line; it begins with a whole word where one begins near enough."""
    begin = max(0, place - _BEFORE)
    if begin:
        begin = next((near + 1 for near in range(begin, place) if text[near].isspace()), begin)
    end = place + _AFTER
    words = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{words}{'…' if end < len(text) else ''}"
