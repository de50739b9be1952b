from __future__ import annotations

import threading

from vrp.backend.audio.stall_guard import MISSED_LOOKS, StallGuard


def test_a_loop_that_beats_is_left_alone_and_one_that_stops_is_ended() -> None:
    abandoned = threading.Event()
    guard = StallGuard(abandoned.set, look_seconds=0.05)
    guard.start()
    for _ in range(3 * MISSED_LOOKS):
        guard.beat()
        assert not abandoned.wait(0.03)
    assert abandoned.wait(5)


def test_a_stopped_guard_ends_nothing() -> None:
    abandoned = threading.Event()
    guard = StallGuard(abandoned.set, look_seconds=0.01)
    guard.start()
    guard.stop()
    guard.join(5)
    assert not abandoned.is_set()
