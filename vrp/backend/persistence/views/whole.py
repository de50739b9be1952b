"""All rows of an order in memory, so that any of them are put in order without reading one."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from heapq import nsmallest
from typing import Final

from vrp.backend.domain import progress

_SLICE: Final = 50_000  # numbers that are looked at in one go, which nothing can interrupt
_NOWHERE: Final = 2**31 - 1


class Whole:
    """``ids`` are the numbers of its rows; ``last`` is the highest number that any row of the library has."""

    def __init__(self, ids: Iterable[int], last: int) -> None:
        self.ids = array("q", ids)
        self._ranks = array("i", [_NOWHERE]) * (last + 1)  # where each of them stands
        for start in range(0, len(self.ids), _SLICE):
            progress.check()
            for place, id_ in enumerate(self.ids[start : start + _SLICE], start):
                self._ranks[id_] = place

    def sorted(self, ids: Collection[int]) -> array[int]:
        """Those of ``ids`` that are in the order, in order."""
        return array("q", self._at(sorted(map(self._ranks.__getitem__, ids))))

    def first(self, ids: Collection[int], limit: int) -> list[int]:
        """The first ``limit`` of them."""
        return self._at(nsmallest(limit, map(self._ranks.__getitem__, ids)))

    def places(self, ids: Iterable[int]) -> dict[int, int]:
        """At which places those are that are in the order."""
        found = {id_: self._ranks[id_] for id_ in ids if id_ < len(self._ranks)}
        return {id_: place for id_, place in found.items() if place != _NOWHERE}

    def _at(self, ranks: list[int]) -> list[int]:
        del ranks[bisect_left(ranks, _NOWHERE) :]
        return list(map(self.ids.__getitem__, ranks))
