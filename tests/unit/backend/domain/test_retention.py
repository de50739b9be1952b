from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.support.libraries import NOON
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.retention import RetentionPolicy, to_remove
from vrp.backend.domain.snapshots import Proof, Snapshot, SnapshotFacts, snapshot_name


def snapshot(age_days: float, *, proven: bool = True) -> Snapshot:
    made = NOON - timedelta(days=age_days)
    facts = SnapshotFacts(
        format=1,
        snapshot=snapshot_name(made, f"{int(age_days * 24) % 0xFFFFFF:06x}"),
        library="a" * 32,
        created_at=made,
        reason=Reason.SCHEDULED,
        app="2.0",
        revision="0003",
        database="sqlite",
        database_bytes=1,
        recordings=1,
        entries=1,
        audio_files=1,
        audio_bytes=1,
        missing=0,
    )
    return Snapshot(facts, Proof(made, 1, made) if proven else None)


def kept(snapshots: Sequence[Snapshot], policy: RetentionPolicy, now: datetime = NOON) -> list[Snapshot]:
    gone = to_remove(snapshots, policy, now)
    return [one for one in snapshots if one not in gone]


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    year = [snapshot(age) for age in range(400)]
    ages = [(NOON - one.facts.created_at).days for one in kept(year, RetentionPolicy(7, 4, 12))]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(ages) <= 7 + 4 + 12
    assert len({(NOON - timedelta(days=age)).strftime("%Y-%m") for age in ages}) == 12


def test_of_several_on_one_day_the_newest_proven_one_stays() -> None:
    morning, noon, evening = snapshot(0.9), snapshot(0.7), snapshot(0.6, proven=False)
    later = snapshot(0)
    left = kept([morning, noon, evening, later], RetentionPolicy(2, 0, 0))
    assert left == [noon, later]


@given(
    st.lists(st.tuples(st.integers(0, 2000), st.booleans()), unique_by=lambda one: one[0]),
    st.integers(1, 5), st.integers(0, 5), st.integers(0, 5),
)  # fmt: skip
def test_the_newest_and_the_last_proven_one_always_stay(
    made: list[tuple[int, bool]], daily: int, weekly: int, monthly: int
) -> None:
    snapshots = sorted((snapshot(age, proven=proven) for age, proven in made), key=lambda one: one.facts.created_at)
    left = kept(snapshots, RetentionPolicy(daily, weekly, monthly))
    assert left[-1:] == snapshots[-1:]
    proven = [one for one in snapshots if one.proof]
    assert {one.name for one in proven[-1:]} <= {one.name for one in left}
    assert not to_remove(left, RetentionPolicy(daily, weekly, monthly), NOON), "twice is once"


def test_nothing_goes_while_the_clock_stands_before_a_snapshot() -> None:
    year = [snapshot(age) for age in range(400)]
    assert to_remove(year, RetentionPolicy(1, 0, 0), NOON - timedelta(seconds=1)) == []
