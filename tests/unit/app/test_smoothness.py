from __future__ import annotations

import gc
import sys
import weakref

import pytest
from pytestqt.qtbot import QtBot

from vrp.app.smoothness import smooth


class Knot:
    def __init__(self) -> None:
        self.me = self


@pytest.mark.alone
def test_garbage_is_collected_by_the_event_loop_only(qtbot: QtBot) -> None:
    with smooth():
        assert not gc.isenabled()
        gone = weakref.ref(Knot())
        kept: list[list[object]] = []
        assert gone() is not None

        def collected() -> bool:
            kept.extend([] for _ in range(gc.get_threshold()[0]))  # any objects will do; older ones go meanwhile
            return gone() is None

        qtbot.waitUntil(collected)
    assert len(kept) > 0


def test_everything_is_as_it_was_afterwards(qtbot: QtBot) -> None:
    gc.unfreeze()  # what a command of another test has frozen
    before = sys.getswitchinterval(), gc.isenabled(), gc.get_freeze_count()
    with smooth():
        assert sys.getswitchinterval() < before[0]
    assert (sys.getswitchinterval(), gc.isenabled(), gc.get_freeze_count()) == before
