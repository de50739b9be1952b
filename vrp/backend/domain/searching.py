"""What a person types becomes a search, whatever it is: never a syntax error."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

MAX_TERMS: Final = 16
MAX_CHARACTERS: Final = 400
_TRIGRAM: Final = 3
NO_TAGS: Final = "\U0010ffff"  # after every other key: what has no tags stands last
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


def tags_key(tags: Sequence[str]) -> str:
    """Recordings by their tags as they are shown, those without any last."""
    return sort_key(", ".join(tags)) if tags else NO_TAGS


def matches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the terms of ``query`` stand in ``text``: (start, length) in characters, in order, none touching another.

    Case and accents do not matter, as in the search. A term marks beginnings of words; where all have three characters
    or more it marks pieces of words too.
    """
    pattern = _pattern(query)
    if pattern is None:
        return []
    spans = [match.span() for match in pattern.finditer(_folded(text))]
    places = _places(text) if spans else ()
    found: list[tuple[int, int]] = []
    for first, after in spans:
        start, end = places[first], _end(text, places[after - 1])
        if found and start <= found[-1][0] + found[-1][1]:
            start = found.pop()[0]
        found.append((start, end - start))
    return found


def absent(query: str, texts: Iterable[str]) -> list[str]:
    """The terms of ``query`` that stand in none of ``texts``."""
    folded = [_folded(text) for text in texts]
    wanted = _parts(query)
    return [term for term, part in wanted.items() if not any(re.search(part, text) for text in folded)]


def first_place(text: str, query: str, terms: Iterable[str]) -> int | None:
    """Where in ``text`` the first of these terms of ``query`` stands, marked as by `matches`; None: none does."""
    wanted = _parts(query)
    folded = _folded(text)
    found = [match.start() for term in terms if (match := re.search(wanted[term], folded))]
    return next(islice(_each_place(text), min(found), None)) if found else None


@functools.lru_cache(maxsize=16)
def _pattern(query: str) -> re.Pattern[str] | None:
    """The terms as one expression over folded text, the longest first, so that it wins where two begin together."""
    parts = sorted(_parts(query).values(), key=len, reverse=True)
    return re.compile("|".join(parts)) if parts else None


@functools.lru_cache(maxsize=16)
def _parts(query: str) -> Mapping[str, str]:
    """Each term as an expression over folded text."""
    terms = parse(query)
    begins = "" if terms.pieces else _WORD_BEGINS
    spoken = ((term, re.findall(r"[^\W_]+", _folded(term))) for term in terms.spoken)
    parts = {term: begins + _GAP.join(re.escape(word) for word in words) for term, words in spoken if words}
    parts |= {term: re.escape(_folded(term)) for term in terms.literal if _folded(term)}
    return parts


class _Folds(dict[int, str]):
    """Each character without case and accents, worked out once: notes may be long."""

    def __missing__(self, character: int) -> str:
        self[character] = folded = fold(chr(character))
        return folded


_FOLDS: Final = _Folds()


def _folded(text: str) -> str:
    """``text`` without case and accents, each character by itself, as `_places` counts them."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def _places(text: str) -> Sequence[int]:
    """For each character of the folded text the place in ``text`` that it came from."""
    if text.isascii():
        return range(len(text))
    return list(_each_place(text))


def _each_place(text: str) -> Iterator[int]:
    return (place for place, character in enumerate(text) for _ in _FOLDS[ord(character)])


def _end(text: str, last: int) -> int:
    """After the character at ``last`` and the accents that stand on it."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
