"""A small search of its own over the first rows of a list: whether enough of them match, without asking who else does.

The full-text indexes of the library know all that match, which of a common word are many, and can only be asked for all
of them. Most first pages are found among a few hundred rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from vrp.backend.domain.searching import SearchTerms

ROWS: Final = 400
_CHARACTERS: Final = 400_000  # of long notes fewer rows are taken
_SEARCHED: Final = "title, filename, notes, tags, artist"
# Their words are split as in the library (revision 0001).
_TABLES: Final = {
    "words": "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'",
    "pieces": "tokenize = 'trigram'",
}
_TEXTS: Final = (
    f"SELECT recordings.id, {_SEARCHED} FROM json_each(?) AS wanted "  # noqa: S608  # our own names
    "CROSS JOIN recordings ON recordings.id = wanted.value"
)


class Sieve:
    """Of the first of ``ids``; ``complete`` says whether all rows are in it, of which these are ``all_`` or the first.

    One thread at a time.
    """

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[int], *, all_: bool = True) -> None:
        self._ids: list[int] = []
        self._texts = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        for name, options in _TABLES.items():
            self._texts.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({_SEARCHED}, content = '', {options})")
        self._texts.execute("BEGIN")
        characters = 0
        for id_, *texts in connection.execute(_TEXTS, (json.dumps(list(ids[:ROWS])),)):
            for name in _TABLES:
                values = (len(self._ids), *texts)
                self._texts.execute(f"INSERT INTO {name}(rowid, {_SEARCHED}) VALUES (?, ?, ?, ?, ?, ?)", values)  # noqa: S608
            self._ids.append(id_)
            characters += sum(map(len, texts))
            if characters > _CHARACTERS:
                break
        self._texts.execute("COMMIT")
        self.complete = all_ and len(self._ids) == len(ids)

    def __del__(self) -> None:
        self._texts.close()

    def found(self, terms: SearchTerms) -> list[int]:
        """Those that match, in their order."""
        places = self._places("words", terms.words)
        if terms.pieces:
            places |= self._places("pieces", terms.pieces)
        return [self._ids[place] for place in sorted(places)]

    def _places(self, table: str, expression: str) -> set[int]:
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608  # our own names
        return {place for (place,) in self._texts.execute(select, (expression,))}
