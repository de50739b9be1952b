"""What the backend says to people: English words, with their values kept apart for whoever translates them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Self


class Phrase(str):
    """Reads as the English text, so that logs, reports and the command line need to know nothing of it.

    ``words`` are written out where the phrase is made, as ``scripts/translations.py`` looks for them there; the window
    translates them and puts ``values`` in. A value ``count`` decides which form of the words a language takes.
    """

    __slots__ = ("values", "words")

    words: str
    values: Mapping[str, object]

    def __new__(cls, words: str, /, **values: object) -> Self:
        phrase = super().__new__(cls, fill(words, {name: _english(value) for name, value in values.items()}))
        phrase.words = words
        phrase.values = values
        return phrase


def fill(words: str, values: Mapping[str, str]) -> str:
    """``words`` with the values in their places; one that is missing is a question mark."""
    return words.format_map(_Known(values))


class _Known(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _english(value: object) -> str:
    match value:
        case datetime():
            return f"{value:%Y-%m-%d}"
        case bool() | str():
            return str(value)
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.1f}"
    return str(value)
