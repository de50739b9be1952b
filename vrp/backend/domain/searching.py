"""What a person types becomes a search, whatever it is: never a syntax error."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

MAX_TERMS: Final = 16
MAX_CHARACTERS: Final = 400
_TRIGRAM: Final = 3
_GAP: Final = r"[\W_]+"  # between the words of one term, as the search splits it
_WORD_BEGINS: Final = r"(?<![^\W_])"


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """``spoken`` are the terms with a letter or digit, ``literal`` those without any.

    ``words`` and ``pieces`` are the spoken ones as FTS5 expressions; empty: cannot match.

    A row matches when all its terms match as beginnings of words, or all as pieces of words, and every literal term
    stands in it.
    """

    words: str = ""
    pieces: str = ""
    spoken: tuple[str, ...] = ()
    literal: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.pieces or self.literal)


def parse(text: str) -> SearchTerms:
    """Split at white space; quote each term for FTS5, so that no sign in it has a meaning."""
    clean = text[:MAX_CHARACTERS].encode(errors="ignore").decode().replace("\0", " ")
    terms = clean.split()[:MAX_TERMS]
    spoken = [term for term in terms if any(character.isalnum() for character in term)]
    quoted = ['"' + term.replace('"', '""') + '"' for term in spoken]
    long_enough = all(len(term) >= _TRIGRAM for term in spoken)
    return SearchTerms(
        words=" ".join(f"{term}*" for term in quoted),
        pieces=" ".join(quoted) if long_enough else "",
        spoken=tuple(spoken),
        literal=tuple(term for term in terms if term not in spoken),
    )


def like_pattern(term: str) -> str:
    """``term`` as a LIKE pattern for "stands anywhere in", with backslash as the escape."""
    escaped = term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def fold(term: str) -> str:
    """``term`` without case and accents, as the search of PostgreSQL stores its words."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", term.lower()) if not "\u0300" <= letter <= "\u036f"
    )


def sort_key(title: str) -> str:
    """Titles in the order that people expect: without regard to case or accents."""
    folded = unicodedata.normalize("NFKD", title.casefold())
    return "".join(character for character in folded if not unicodedata.combining(character))


def matches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the terms of ``query`` stand in ``text``: (start, length) in characters, in order, none touching another.

    Case and accents do not matter, as in the search. A term marks beginnings of words; where all have three characters
    or more it marks pieces of words too.
    """
    pattern = _pattern(query)
    if pattern is None or not text:
        return []
    folded, places = _folded(text)
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(folded):
        start, end = places[match.start()], _end(text, places[match.end() - 1])
        if found and start <= found[-1][0] + found[-1][1]:
            start = found.pop()[0]
        found.append((start, end - start))
    return found


@functools.lru_cache(maxsize=16)
def _pattern(query: str) -> re.Pattern[str] | None:
    """The terms as one expression over folded text, the longest first, so that it wins where two begin together."""
    terms = parse(query)
    begins = "" if terms.pieces else _WORD_BEGINS
    spoken = (re.findall(r"[^\W_]+", _folded(term)[0]) for term in terms.spoken)
    parts = [begins + _GAP.join(re.escape(word) for word in words) for words in spoken if words]
    parts += [re.escape(_folded(term)[0]) for term in terms.literal]
    parts = sorted((part for part in parts if part), key=len, reverse=True)
    return re.compile("|".join(parts)) if parts else None


def _folded(text: str) -> tuple[str, list[int]]:
    """``text`` without case and accents, and for each of its characters the place in ``text`` that it came from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in fold(character):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _end(text: str, last: int) -> int:
    """After the character at ``last`` and the accents that stand on it."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
