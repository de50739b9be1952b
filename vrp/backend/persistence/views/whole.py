"""The rows of an order in memory, so that any of them are put in order without reading one."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from typing import Final

from vrp.backend.domain import progress

_SLICE: Final = 20_000  # numbers that are put down in one go, which nothing can interrupt: two milliseconds
_NOWHERE: Final = 2**32 - 1  # whichever of its bytes comes first


class Whole:
    """``ids`` are the numbers of its rows; ``last`` is the highest number that any row of the library has.

    ``ranks`` says of each number where its row stands, in four bytes, the highest first: so SQLite compares them.
    Until it is ``complete`` it holds those at the top, which others may use while they become more.
    """

    def __init__(self, last: int) -> None:
        self.complete = False
        self.ids = array("q")
        self.ranks = array("I", [_NOWHERE]) * (last + 1)

    def read(self, ids: Iterator[int]) -> None:
        while part := array("q", islice(ids, _SLICE)):
            progress.check()
            start = len(self.ids)
            self.ids.extend(part)
            for place, id_ in zip(_turned(array("I", range(start, len(self.ids)))), part, strict=True):
                self.ranks[id_] = place
        self.complete = True

    def sorted(self, ids: Collection[int]) -> array[int]:
        """Those of ``ids`` that are in the order, in order."""
        return array("q", self._at(sorted(self._ranked(ids))))

    def first(self, ids: Collection[int], limit: int) -> list[int]:
        """The first ``limit`` of them."""
        return self._at(nsmallest(limit, self._ranked(ids)))

    def places(self, ids: Iterable[int]) -> dict[int, int]:
        """At which places those are that are in the order."""
        known = [id_ for id_ in ids if id_ < len(self.ranks)]
        return {id_: place for id_, place in zip(known, self._ranked(known), strict=True) if place != _NOWHERE}

    def _ranked(self, ids: Iterable[int]) -> array[int]:
        return _turned(array("I", map(self.ranks.__getitem__, ids)))

    def _at(self, ranks: list[int]) -> list[int]:
        del ranks[bisect_left(ranks, _NOWHERE) :]
        return list(map(self.ids.__getitem__, ranks))


def _turned(ranks: array[int]) -> array[int]:
    if sys.byteorder == "little":
        ranks.byteswap()
    return ranks
