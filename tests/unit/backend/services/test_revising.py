"""Steps over a real library, with a second service at the same database as the other hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, rule, run_state_machine_as_test

from tests.support.libraries import OpenLibrary, new_library
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.domain.revising import Outcome, Revision
from vrp.backend.errors import Cancelled, RequestInvalid
from vrp.backend.persistence.database import Database
from vrp.backend.services import sidecars
from vrp.backend.services.library import LibraryService
from vrp.backend.services.revising import BATCH, RevisionService


@pytest.fixture
def place(tmp_path: Path) -> Iterator[OpenLibrary]:
    with new_library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def steps(place: OpenLibrary) -> RevisionService:
    return RevisionService(place.database, place.paths)


@pytest.fixture
def others(place: OpenLibrary) -> Iterator[LibraryService]:
    """Another process: its own connections to the same database."""
    assert isinstance(place.database.place, Path)
    database = Database(place.database.place)
    yield LibraryService(database, place.paths)
    database.close()


def renamed(rows: Sequence[Recording], title: str) -> list[Revision]:
    return [Revision.of(row, title=title) for row in rows]


def test_a_step_and_its_way_back(place: OpenLibrary, steps: RevisionService) -> None:
    rows = place.add(["one", "two"])
    done = steps.revise(renamed(rows, "same"))
    assert [row.title for row in done.changed] == ["same", "same"]
    assert not sidecars.is_stale(place.paths.sidecar(rows[0].uuid), done.changed[0])
    back = steps.revise(done.back)
    assert [row.title for row in back.changed] == ["one", "two"]
    assert back.is_whole


def test_a_step_over_many_tells_how_far_it_is_and_when_cancelled_what_it_did(
    place: OpenLibrary, steps: RevisionService
) -> None:
    rows, told, part = place.add([f"r {number}" for number in range(2 * BATCH + 7)]), list[int](), Outcome()

    def progress(done: int, total: int, item: str = "") -> None:
        assert total == len(rows)
        told.append(done)
        if done == 2 * BATCH:
            raise Cancelled

    with pytest.raises(Cancelled):
        steps.revise(renamed(rows, "new"), progress=progress, into=part)
    assert told == [0, BATCH, 2 * BATCH]
    assert [one.id for one in part.left] == [row.id for row in rows[2 * BATCH :]]
    assert [one.id for one in part.changed] == [row.id for row in rows[: 2 * BATCH]]
    assert not sidecars.is_stale(place.paths.sidecar(rows[BATCH].uuid), part.changed[BATCH])
    steps.revise(part.back)
    assert [place.library.get(row.id).title for row in rows] == [row.title for row in rows]


def test_the_way_back_spares_what_others_wrote_since(
    place: OpenLibrary, steps: RevisionService, others: LibraryService
) -> None:
    rows = place.add(["one", "two"])
    done = steps.revise(renamed(rows, "same"))
    others.rename(rows[0].id, "theirs")
    back = steps.revise(done.back)
    assert [row.title for row in back.kept] == ["theirs"]
    assert [place.library.get(row.id).title for row in rows] == ["theirs", "two"]
    forth = steps.revise(back.back)
    assert [place.library.get(row.id).title for row in rows] == ["theirs", "same"]
    assert forth.is_whole


def test_a_purged_recording_is_told_and_the_others_go_back(
    place: OpenLibrary, steps: RevisionService, others: LibraryService
) -> None:
    rows = place.add(["one", "two"])
    done = steps.revise([Revision.of(row, deleted=True) for row in rows])
    assert all(row.status is Status.DELETED for row in done.changed)
    others.purge([rows[0].id])
    back = steps.revise(done.back)
    assert back.gone == [rows[0].id]
    assert [row.title for row in back.changed] == ["two"]
    assert place.library.get(rows[1].id).deleted_at is None


def test_a_number_given_again_is_not_the_same_recording(place: OpenLibrary, steps: RevisionService) -> None:
    row = place.add(["one"])[0]
    stranger = Revision(row.id, "f" * 32, {"title": ("one", "two")})
    assert steps.revise([stranger]).gone == [row.id]
    assert place.library.get(row.id).title == "one"


def test_a_word_that_breaks_a_rule_changes_nothing(place: OpenLibrary, steps: RevisionService) -> None:
    rows = place.add(["one", "two"])
    with pytest.raises(RequestInvalid):
        steps.revise([Revision.of(rows[0], title="fine"), Revision.of(rows[1], title="x" * 301)])
    assert place.library.get(rows[0].id).title == "one"


def test_the_position_tells_of_changes_by_others(
    place: OpenLibrary, steps: RevisionService, others: LibraryService
) -> None:
    row = place.add(["one"])[0]
    done = steps.revise(renamed([row], "two"))
    assert place.library.position() == done.after > done.before
    others.rename(row.id, "three")
    assert place.library.position() > done.after


WORDS = st.sampled_from(["a", "b", "c"])
TAGS = st.lists(st.sampled_from(["x", "y", "z"]), max_size=3, unique=True).map(tuple)


class TwoHands(RuleBasedStateMachine):
    """A person does, undoes and redoes; another hand changes the same rows. Words of the other hand are never lost."""

    done: Bundle[Any] = Bundle("done")
    undone: Bundle[Any] = Bundle("undone")
    library: OpenLibrary  # set by the test
    rows: int = 2

    @initialize()
    def begin(self) -> None:
        self.steps = RevisionService(self.library.database, self.library.paths)
        self.ids = [row.id for row in self.library.add(["a"] * self.rows)]
        self.theirs: dict[int, str] = {}
        self.written = 0

    def now(self) -> list[Recording]:
        return [self.library.library.get(id_) for id_ in self.ids]

    @rule(target=done, title=WORDS, tags=TAGS)
    def do(self, title: str, tags: tuple[str, ...]) -> Any:
        self.theirs.clear()  # the person has seen what is there now, and writes over it knowingly
        return self.steps.revise([Revision.of(row, title=title, tags=tags) for row in self.now()], in_any_case=True)

    @rule(target=undone, step=consumes(done))
    def undo(self, step: Any) -> Any:
        return self._there_and_back(step)

    @rule(target=done, step=consumes(undone))
    def redo(self, step: Any) -> Any:
        return self._there_and_back(step)

    def _there_and_back(self, step: Any) -> Any:
        before = {row.id: row for row in self.now()}
        outcome = self.steps.revise(step.back)
        wanted = {revision.id: revision.fields for revision in step.back}
        for row in self.now():
            old = before[row.id]
            assert row.title == old.title or (old.title, row.title) == wanted[row.id]["title"]
            if row.id in self.theirs:
                assert row.title == self.theirs[row.id]
        return outcome

    @rule(place=st.integers(0, 1), tag=st.sampled_from(["x", "theirs"]))
    def foreign_change(self, place: int, tag: str) -> None:
        self.written += 1
        id_, title = self.ids[place], f"their {self.written}"  # words that nobody has written before
        row = self.library.library.get(id_)
        tags = tuple(dict.fromkeys((*row.tags, tag)))
        self.library.library.edit(id_, RecordingChangeRequest.of(title=title, tags=tags))
        self.theirs[id_] = title

    def teardown(self) -> None:
        self.library.library.purge(self.ids)


@pytest.mark.timeout(180)
def test_two_hands_never_lose_words(place: OpenLibrary) -> None:
    machine = type("Machine", (TwoHands,), {"library": place})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
