"""Rows far down are found from places that are known, whatever was jumped to, and whatever came and went meanwhile."""

from __future__ import annotations

import random

import pytest

from vrp.backend.persistence.views import order
from vrp.backend.persistence.views.order import Anchors, Place

STEP = 7


class Listed:
    """An order of rows as a plain list; it counts what it is asked."""

    def __init__(self, rows: list[Place], *, descending: bool) -> None:
        self.rows = rows
        self.descending = descending
        self.asked = 0

    @property
    def in_order(self) -> list[Place]:
        return sorted(self.rows, reverse=self.descending)

    def places(
        self, _source: None, limit: int, offset: int = 0, /, *, after: Place | None = None, backwards: bool = False
    ) -> list[Place]:
        self.asked += 1
        down = self.descending != backwards
        rows = sorted(
            (row for row in self.rows if after is None or (row < after if down else row > after)), reverse=down
        )
        return rows[offset : offset + limit]


@pytest.fixture(autouse=True)
def _short_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "STEP", STEP)


@pytest.mark.parametrize("leap", [1, 2, 1_000])
@pytest.mark.parametrize("descending", [True, False])
def test_each_window_is_that_of_the_whole_order_though_rows_come_and_go(leap: int, descending: bool) -> None:
    for seed in range(40):
        chance = random.Random(seed)
        listed = Listed([(chance.randrange(30), id_) for id_ in range(chance.randrange(150))], descending=descending)
        anchors: Anchors[None] = Anchors(leap=leap)
        for turn in range(1, 12):
            offset, limit = chance.randint(0, len(listed.rows) + 3), chance.randint(1, 9)
            found = anchors.window(None, listed, len(listed.rows), offset, limit)
            assert found == [id_ for _value, id_ in listed.in_order[offset : offset + limit]]
            if chance.random() < 0.3:
                anchors.step(None, listed)
            left = chance.sample(listed.rows, min(len(listed.rows), chance.randint(0, 30)))
            taken = [(chance.randrange(30), 1_000 * turn + number) for number in range(chance.randint(0, 40))]
            listed.rows = [row for row in listed.rows if row not in left] + taken
            anchors.shift(left, taken, descending=descending)


def test_a_row_near_the_end_is_reached_from_there() -> None:
    listed = Listed([(0, id_) for id_ in range(1_000)], descending=False)
    anchors: Anchors[None] = Anchors()
    assert anchors.window(None, listed, 1_000, 950, 5) == [950, 951, 952, 953, 954]
    assert listed.asked < 50 // STEP * 2 + 3


def test_steps_fill_what_was_leapt_over() -> None:
    listed = Listed([(0, id_) for id_ in range(300)], descending=False)
    anchors: Anchors[None] = Anchors(leap=1_000)
    anchors.window(None, listed, 300, 140, 5)
    while anchors.step(None, listed):
        pass
    listed.asked = 0
    for offset in range(0, 280, 10):
        anchors.window(None, listed, 300, offset, 5)
    assert listed.asked == 28  # one question each
