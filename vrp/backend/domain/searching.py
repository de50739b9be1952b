"""What a person types becomes a search, whatever it is: never a syntax error."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

MAX_TERMS: Final = 16
MAX_CHARACTERS: Final = 400
_TRIGRAM: Final = 3


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
