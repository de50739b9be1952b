from __future__ import annotations

from collections.abc import Iterable

from vrp.backend.audio.gaps import GapWatch
from vrp.backend.domain.takes import Gap

RATE = 48_000


def _watch(deliveries: Iterable[tuple[float, int]]) -> list[Gap]:
    watch, at, gaps = GapWatch(RATE), 0, []
    for now, frames in deliveries:
        gap = watch.feed(now, frames, at)
        at += frames
        if gap:
            gaps.append(gap)
    return gaps


def _steady(seconds: float, *, rate: float = RATE, step: float = 0.033) -> list[tuple[float, int]]:
    count = round(seconds / step)
    return [(n * step, round((n + 1) * step * rate) - round(n * step * rate)) for n in range(count)]


def test_steady_sound_has_no_gap() -> None:
    assert _watch(_steady(60)) == []


def test_a_device_whose_clock_is_half_a_per_mille_off_has_no_gap() -> None:
    assert _watch(_steady(600, rate=RATE * 1.0005)) == []
    assert _watch(_steady(600, rate=RATE * 0.9995)) == []


def test_late_sound_that_comes_after_all_is_no_gap() -> None:
    steady = _steady(10)
    late = [(now, 0) for now, _ in steady[100:115]]
    owed = sum(frames for _, frames in steady[100:116])
    assert _watch([*steady[:100], *late, (steady[115][0], owed), *steady[116:]]) == []


def test_lost_sound_is_a_gap_of_its_size_at_its_place() -> None:
    steady = _steady(10)
    (gap,) = _watch([*steady[:150], *steady[165:]])  # half a second never came
    assert abs(gap.frames - 15 * 0.033 * RATE) < 0.04 * RATE
    assert abs(gap.at - 150 * 0.033 * RATE) < 0.04 * RATE


def test_two_losses_are_two_gaps() -> None:
    steady = _steady(20)
    assert len(_watch([*steady[:150], *steady[165:350], *steady[370:]])) == 2
