"""At which places rows stand in the order of a view, without reading the whole of it.

SQLite counts from the last anchor, or from the row before, to each of them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from vrp.backend.domain import progress
from vrp.backend.persistence.views.order import Anchors, Order, Place


def ranks(
    connection: sqlite3.Connection, order: Order, anchors: Anchors[sqlite3.Connection], ids: Sequence[int]
) -> dict[int, int]:
    """Of those of ``ids`` that are in the view; anchors on the way to the last of them are noted."""
    found: dict[int, int] = {}
    at, before, counted = 0, anchors.befores[0], 0  # `counted` rows stand before what is behind `before`
    for place in _places(connection, order, ids):
        progress.check()
        _reach(connection, order, anchors, place)
        while at + 1 < len(anchors.rows) and _is_before(order, anchors.befores[at + 1], place):
            at += 1
            if anchors.rows[at] > counted:
                before, counted = anchors.befores[at], anchors.rows[at]
        found[place[1]] = rank = counted + _between(connection, order, before, place)
        before, counted = place, rank + 1
    return found


def _places(connection: sqlite3.Connection, order: Order, ids: Sequence[int]) -> list[Place]:
    chosen = f"SELECT {order.key}, id FROM recordings WHERE {order.where} AND id IN (SELECT value FROM json_each(?))"  # noqa: S608  # our own names
    return sorted(connection.execute(chosen, (*order.values, json.dumps(list(ids)))), reverse=order.descending)


def _reach(connection: sqlite3.Connection, order: Order, anchors: Anchors[sqlite3.Connection], place: Place) -> None:
    while not anchors.at_end and _is_before(order, anchors.befores[-1], place):
        progress.check()
        anchors.step(connection, order)


def _is_before(order: Order, one: Place | None, other: Place) -> bool:
    """None: the top."""
    return one is None or (one > other if order.descending else one < other)


def _between(connection: sqlite3.Connection, order: Order, first: Place | None, last: Place) -> int:
    """How many rows stand behind ``first`` and before ``last``, in ranges such as `Order.places` reads."""
    key, (behind, before) = order.key, ("<", ">") if order.descending else (">", "<")

    def count(condition: str, *values: object) -> int:
        select = f"SELECT count(*) FROM recordings INDEXED BY {order.index} WHERE {order.where} AND {condition}"  # noqa: S608  # our own names
        return int(connection.execute(select, (*order.values, *values)).fetchone()[0])

    if first is not None and first[0] == last[0]:
        return count(f"{key} = ? AND id {behind} ? AND id {before} ?", *first, last[1])
    same = count(f"{key} = ? AND id {before} ?", *last)
    if first is None:
        return same + count(f"{key} {before} ?", last[0])
    return (
        count(f"{key} = ? AND id {behind} ?", *first)
        + count(f"{key} {behind} ? AND {key} {before} ?", first[0], last[0])
        + same
    )
