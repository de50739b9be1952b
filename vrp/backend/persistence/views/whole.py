"""All rows of an order in memory, so that any of them are put in order without reading one."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from heapq import nsmallest
from typing import Final

from vrp.backend.domain import progress

_SLICE: Final = 50_000  # numbers that are looked at in one go, which nothing can interrupt
_NOWHERE: Final = 2**32 - 1  # whichever of its bytes comes first


class Whole:
    """``ids`` are the numbers of its rows; ``last`` is the highest number that any row of the library has.

    ``ranks`` says of each number where its row stands, in four bytes, the highest first: so SQLite compares them.
    """

    def __init__(self, ids: Iterable[int], last: int) -> None:
        self.ids = array("q", ids)
        self.ranks = array("I", [_NOWHERE]) * (last + 1)
        for start in range(0, len(self.ids), _SLICE):
            progress.check()
            places = _turned(array("I", range(start, min(start + _SLICE, len(self.ids)))))
            for place, id_ in zip(places, self.ids[start : start + _SLICE], strict=True):
                self.ranks[id_] = place

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
