"""Which snapshots are kept: grandfather, father and son."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from vrp.backend.domain.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """The newest snapshot of each of the last so many days, weeks and months that have one."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 12


def to_remove(snapshots: Iterable[Snapshot], policy: RetentionPolicy, now: datetime) -> list[Snapshot]:
    """The snapshots of one library that the policy does not keep, oldest first.

    Never the last proven one nor the newest; and none at all when a snapshot is from the future, for then the clock
    went backwards and ages mean nothing.
    """
    by_age = sorted(snapshots, key=lambda one: (one.facts.created_at, one.name))
    if not by_age or by_age[-1].facts.created_at > now:
        return []
    kept = {by_age[-1].name} | {one.name for one in [one for one in by_age if one.proof is not None][-1:]}
    for form, count in (("%Y-%m-%d", policy.daily), ("%G-%V", policy.weekly), ("%Y-%m", policy.monthly)):
        kept |= _newest_of_each(by_age, form, count)
    return [one for one in by_age if one.name not in kept]


def _newest_of_each(by_age: Sequence[Snapshot], form: str, count: int) -> set[str]:
    """By the person's own days. A proven snapshot goes before a newer one of its period that is not proven."""
    periods: dict[str, Snapshot] = {}
    for one in by_age:
        period = one.facts.created_at.astimezone().strftime(form)
        if period not in periods or one.proof is not None or periods[period].proof is None:
            periods[period] = one
    newest = sorted(periods.values(), key=lambda one: one.facts.created_at, reverse=True)
    return {one.name for one in newest[:count]}
