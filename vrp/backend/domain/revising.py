"""A step that can be taken back, field by field, also where somebody else has changed the recording meanwhile.

A `Revision` says of one recording which fields go from what to what. It is held against the recording as it is now:
a field that still says what it said is set, one that says something else by now is left alone, and what really was
changed gives the `Revision` that takes it back. So undo never overwrites words that came later.

Tags are a set that several hands work on: what a step added or took off is added or taken off, whatever else is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from vrp.backend.domain.recordings import Recording, Status

FIELDS: Final = ("title", "artist", "notes", "tags", "favourite", "deleted")


@dataclass(frozen=True, slots=True)
class Revision:
    """``fields``: name → (before, after), of `FIELDS`; ``deleted`` is whether it lies in Recently Deleted.

    ``uuid`` guards against a number that was given again after a purge.
    """

    id: int
    uuid: str
    fields: Mapping[str, tuple[object, object]]

    @classmethod
    def of(cls, recording: Recording, **after: object) -> Revision:
        """What turns ``recording``, as the person saw it, into one with these values."""
        return cls(
            recording.id, recording.uuid, {name: (current(recording, name), value) for name, value in after.items()}
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a revision comes to: ``values`` to set, ``back`` which takes them back, ``kept`` fields left alone.

    ``over`` names the fields whose newer words were replaced, because the revision was to hold in any case.
    """

    values: Mapping[str, object]
    back: Revision | None
    kept: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()


@dataclass(slots=True)
class Outcome:
    """What came of a step. ``back`` is the step that takes it back, of what was really changed.

    ``before`` and ``after`` are the numbers of the last entry of the history, before the step and after it; where
    another hand wrote in between, only up to there. ``left`` are the revisions that a step which was stopped did not
    come to.
    """

    changed: list[Recording] = field(default_factory=list)
    back: list[Revision] = field(default_factory=list)
    kept: list[Recording] = field(default_factory=list)
    over: list[Recording] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    left: Sequence[Revision] = ()
    before: int = 0
    after: int = 0

    @property
    def is_whole(self) -> bool:
        return not self.kept and not self.gone and not self.left

    def join(self, later: Outcome) -> None:
        """What came of more of the same step."""
        if not self.after:
            self.before, self.after = later.before, later.after
        elif self.after == later.before:
            self.after = later.after
        self.changed += later.changed
        self.back += later.back
        self.kept += later.kept
        self.over += later.over
        self.gone += later.gone


def current(recording: Recording, name: str) -> object:
    """The value of one of `FIELDS`."""
    return recording.status is Status.DELETED if name == "deleted" else getattr(recording, name)


def answer(now: Recording, revision: Revision, *, in_any_case: bool = False) -> Answer:
    """Hold ``revision`` against the recording as it is now.

    ``in_any_case``: a person has just written it, and it holds; what it replaces is told and can be had back.
    """
    values: dict[str, object] = {}
    kept, over = set(), set()
    for name, (before, after) in revision.fields.items():
        here = current(now, name)
        if name == "tags":
            after = merged(_texts(here), _texts(before), _texts(after))  # noqa: PLW2901  # what it comes to
        if here == after:
            continue
        if name != "tags" and here != before:
            if not in_any_case:
                kept.add(name)
                continue
            over.add(name)
        values[name] = after
    back = {name: (value, current(now, name)) for name, value in values.items()}
    return Answer(
        values, Revision(now.id, now.uuid, back) if back else None, kept=frozenset(kept), over=frozenset(over)
    )


def joined(older: Sequence[Revision], newer: Sequence[Revision]) -> list[Revision]:
    """What takes back two steps, the newer one on top of the older, where nothing came between them."""
    fields = {revision.id: dict(revision.fields) for revision in older}
    known = {revision.id: revision for revision in (*older, *newer)}
    for revision in newer:
        mine = fields.setdefault(revision.id, {})
        for name, (now, before) in revision.fields.items():
            between, first = mine.get(name, (before, before))
            mine[name] = (now, first if between == before else before)
    return [Revision(id_, known[id_].uuid, mine) for id_, mine in fields.items()]


def merged(now: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """``now`` with what ``after`` added to ``before``, and without what it took off; each tag once."""
    if _folded(now) == _folded(before):
        return after
    known, wanted = set(_folded(before)), {tag.casefold(): tag for tag in after}
    written_anew = {tag.casefold(): tag for tag in after if tag not in before}
    left = [
        written_anew.get(tag.casefold(), tag) for tag in now if tag.casefold() in wanted or tag.casefold() not in known
    ]
    there = set(_folded(left))
    return (*left, *(tag for folded, tag in wanted.items() if folded not in known and folded not in there))


def _folded(tags: Sequence[str]) -> list[str]:
    return [tag.casefold() for tag in tags]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else ()
