"""Looks whether a text tells something private: the last test of a support bundle before it is written.

Compared are words, not letters: case, punctuation and how a text was encoded make no difference. So that the test finds
what tells something and nothing else, it does not look for

- what has fewer than four letters or digits (three for names of people and computers): a tag "ok" or a title "7" is
  found everywhere and tells nothing,
- what the program says itself, word for word, in its own source, such as a tag "backup" or a title "New recording",
- a single word of the program with a number, such as "Recording 3".

A longer text counts as told when any six of its words stand in a row. Secrets are looked for letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import vrp
from vrp.backend.phrases import Phrase

KEY: Final = Phrase("a password or key")
_SHORT: Final = {"the user's name": 3, "the computer's name": 3, KEY: 6}
_SHORTEST: Final = 4
_RUN: Final = 6  # words
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """Something private; ``kind`` says what it is: "a title"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """``part`` is the name of the text that tells ``word``; ``phrase`` its words as they were found."""

    part: str
    word: Word
    phrase: str


class Searched:
    """One text, made ready to be searched many times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.phrases = f" {' '.join(self.words)} "

    def tells(self, phrase: str, *, secret: bool = False) -> bool:
        return phrase in self.text if secret else f" {phrase} " in self.phrases


class LeakTest:
    """Searches texts for private words. ``public``: further texts that may be told, such as the system's name."""

    def __init__(self, public: Iterable[str] = ()) -> None:
        self._public = [Searched(text) for text in public]

    def leaks(self, parts: Mapping[str, str], words: Iterable[Word]) -> Iterator[Leak]:
        """Each word and each part that tells it."""
        searched = {name: Searched(text) for name, text in parts.items()}
        known = set[str]().union(*(one.words for one in searched.values()))
        for word in words:
            for phrase in self._phrases(word):
                secret = word.kind == KEY
                if not secret and not known.issuperset(phrase.split(" ")):
                    continue
                for name, text in searched.items():
                    if text.tells(phrase, secret=secret) and not self._is_public(phrase):
                        yield Leak(name, word, phrase)

    def _phrases(self, word: Word) -> Iterator[str]:
        """What to look for: the text of a secret, else the words of each line, in runs where it is long."""
        if word.kind == KEY:
            if len(word.text) >= _SHORT[KEY]:
                yield word.text
            return
        for line in word.text.splitlines():
            found = words_of(line)
            if sum(map(len, found)) >= _SHORT.get(word.kind, _SHORTEST):
                for start in range(max(1, len(found) - _RUN + 1)):
                    yield " ".join(found[start : start + _RUN])

    def _is_public(self, phrase: str) -> bool:
        if any(text.tells(phrase) for text in (own_text(), *self._public)):
            return True
        first, *rest = phrase.split(" ")
        return first in own_text().words_known and all(one.isdigit() for one in rest)


def words_of(text: str) -> list[str]:
    """The words of a text, in the form in which they are compared."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


class _OwnText(Searched):
    @cached_property
    def words_known(self) -> frozenset[str]:
        return frozenset(self.words)


@lru_cache(maxsize=1)
def own_text() -> _OwnText:
    """All that the program says: its own source."""
    sources = sorted(Path(vrp.__file__).parent.rglob("*.py"))
    return _OwnText("\n".join(path.read_text(encoding="utf-8") for path in sources))
