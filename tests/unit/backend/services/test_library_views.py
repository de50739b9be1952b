"""The places of the library: what is in them, their numbers, marks and saved searches."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.support.libraries import recording_request
from vrp.app.opening import Backend
from vrp.backend.domain.audit import Action
from vrp.backend.domain.queries import LibraryCounts, LibraryQuery, SavedSearch, SortKey, TagCount
from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.requests import RecordingChangeRequest, RecordingResponse
from vrp.backend.errors import RecordingNotFound, RequestInvalid
from vrp.backend.persistence import counting
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services import sidecars
from vrp.backend.services.clock import utc_now

KINDS = (
    ("Interview Löwen", Origin.RECORDED, ("thesis", "Löwe")),
    ("Lecture 7", Origin.IMPORTED, ("uni",)),
    ("Lecture 8", Origin.IMPORTED, ("Uni", "Thesis")),
    ("Kitchen", Origin.RECOVERED, ()),
)


@pytest.fixture
def recordings(backend: Backend) -> list[Recording]:
    requests = [recording_request(title=title, origin=origin, tags=tags) for title, origin, tags in KINDS]
    for request in requests:
        backend.paths.audio_file(request.stored_filename).parent.mkdir(exist_ok=True)
    with backend.database.get_db_session("add", write=True) as session:
        return RecordingRepository(session).add_all(requests, utc_now())


def titles(backend: Backend, query: LibraryQuery) -> set[str]:
    page = backend.library.page(query)
    assert page.total == len(page.rows)
    return {row.title for row in page.rows}


def test_the_numbers_follow_every_change(backend: Backend, recordings: list[Recording]) -> None:
    interview, seven, eight, kitchen = (one.id for one in recordings)
    tags: tuple[TagCount, ...] = (TagCount("Löwe", 1), TagCount("thesis", 2), TagCount("uni", 2))
    assert _counts(backend) == LibraryCounts(4, 1, 2, 1, 0, 0, tags, 20)
    backend.library.mark([interview, kitchen], favourite=True)
    backend.library.delete([kitchen])
    backend.library.edit(seven, RecordingChangeRequest(tags=("thesis", "new")))
    tags = (TagCount("Löwe", 1), TagCount("new", 1), TagCount("thesis", 3), TagCount("Uni", 1))
    assert _counts(backend) == LibraryCounts(3, 1, 2, 0, 1, 1, tags, 15, 5)
    backend.library.undelete([kitchen])
    backend.library.mark([kitchen], favourite=False)
    backend.library.purge([eight])
    tags = (TagCount("Löwe", 1), TagCount("new", 1), TagCount("thesis", 2))
    assert _counts(backend) == LibraryCounts(3, 1, 1, 1, 1, 0, tags, 15)
    with backend.database.get_db_session("test") as session:
        assert counting.are_in_step(session)


def _counts(backend: Backend) -> LibraryCounts:
    """The spelling that is shown of tags that are equally often written in two ways is left open."""
    counts = backend.library.counts()
    shown = {"Thesis": "thesis"} | ({"Uni": "uni"} if counts.all == 4 else {})
    return replace(counts, tags=tuple(replace(one, name=shown.get(one.name, one.name)) for one in counts.tags))


def test_each_place_shows_its_own(backend: Backend, recordings: list[Recording]) -> None:
    backend.library.mark([recordings[0].id], favourite=True)
    backend.library.delete([recordings[3].id])
    assert titles(backend, LibraryQuery()) == {"Interview Löwen", "Lecture 7", "Lecture 8"}
    assert titles(backend, LibraryQuery(origin=Origin.IMPORTED)) == {"Lecture 7", "Lecture 8"}
    assert titles(backend, LibraryQuery(favourite=True)) == {"Interview Löwen"}
    assert titles(backend, LibraryQuery(trash=True)) == {"Kitchen"}
    assert titles(backend, LibraryQuery(tag="THESIS")) == {"Interview Löwen", "Lecture 8"}
    assert titles(backend, LibraryQuery(tag="löwe")) == titles(backend, LibraryQuery(tag="LÖWE")) == {"Interview Löwen"}
    assert titles(backend, LibraryQuery(tag="thesis", origin=Origin.IMPORTED)) == {"Lecture 8"}
    assert titles(backend, LibraryQuery(tag="thesis", search="lowen")) == {"Interview Löwen"}
    assert titles(backend, LibraryQuery(tag="nobody's")) == set()


def test_a_mark_is_in_the_history_and_beside_the_file(backend: Backend, recordings: list[Recording]) -> None:
    id_ = recordings[0].id
    (marked,) = backend.library.mark([id_], favourite=True)
    assert marked.favourite
    last = backend.library.history(id_)[-1]
    assert (last.action, last.told) == (Action.EDITED, {"favourite": [False, True]})
    assert sidecars.read(backend.paths.sidecar(marked.uuid))[0].favourite
    backend.library.mark([id_], favourite=True)
    assert len(backend.library.history(id_)) == 2  # nothing changed, so nothing is told
    backend.library.mark([id_], favourite=False)
    assert b"favourite" not in backend.paths.sidecar(marked.uuid).read_bytes()
    assert not _broken_history(backend)


def _broken_history(backend: Backend) -> set[str]:
    found = {finding.code for finding in backend.verification.verify().findings}
    return {"VRP-2006", "VRP-2007", "VRP-2008", "VRP-2009"} & found


def test_a_file_that_was_read_and_found_whole_has_its_date(backend: Backend, recordings: list[Recording]) -> None:
    whole, missing = recordings[0], recordings[1]
    sound = b"12345"
    backend.paths.audio_file(whole.stored_filename).write_bytes(sound)
    with backend.database.get_db_session("harm", write=True) as session:
        session.connection().exec_driver_sql(f"UPDATE recordings SET checksum = '{hashlib.sha256(sound).hexdigest()}'")
    before = utc_now()
    assert backend.library.last_checked(whole.id) is None
    backend.verification.verify()
    checked = backend.library.last_checked(whole.id)
    assert checked is not None
    assert checked >= before
    assert backend.library.last_checked(missing.id) is None
    backend.library.purge([whole.id])
    assert backend.library.last_checked(whole.id) is None


def test_several_are_edited_all_or_none(backend: Backend, recordings: list[Recording]) -> None:
    one, other = recordings[0].id, recordings[1].id
    with pytest.raises(RecordingNotFound):
        backend.library.edit_many({one: RecordingChangeRequest(title="x"), 999: RecordingChangeRequest(title="y")})
    assert backend.library.get(one).title == "Interview Löwen"
    changes = {one: RecordingChangeRequest(title="first"), other: RecordingChangeRequest(title="second", tags=())}
    assert [row.title for row in backend.library.edit_many(changes)] == ["first", "second"]
    assert backend.library.get(other).tags == ()


def test_a_search_is_kept_under_its_name(backend: Backend) -> None:
    query = LibraryQuery("löwe", origin=Origin.IMPORTED, tag="uni", sort=SortKey.SIZE, descending=False)
    assert backend.library.change_searches({"Zoo": LibraryQuery("old")}) == {"Zoo": None}
    assert backend.library.change_searches({"Zoo": query}) == {"Zoo": LibraryQuery("old")}
    backend.library.change_searches({"älter": LibraryQuery(trash=True)})
    assert backend.library.saved_searches() == (
        SavedSearch("älter", LibraryQuery(trash=True)),
        SavedSearch("Zoo", query),
    )
    backend.library.change_searches({"älter": None, "never there": None})
    assert [one.name for one in backend.library.saved_searches()] == ["Zoo"]


def test_a_search_that_another_hand_changed_is_spared(backend: Backend) -> None:
    backend.library.change_searches({"Zoo": LibraryQuery("theirs")})
    assert backend.library.change_searches({"Zoo": None}, {"Zoo": LibraryQuery("mine")}) is None
    assert [one.query.search for one in backend.library.saved_searches()] == ["theirs"]
    with pytest.raises(RequestInvalid):
        backend.library.change_searches({"x" * 301: LibraryQuery()})


def test_wrong_numbers_are_found_and_mended(backend: Backend, recordings: list[Recording]) -> None:
    def codes() -> set[str]:
        return {one.code for one in backend.health.check(deep=True).findings}

    before = _counts(backend)
    assert "VRP-2113" not in codes()
    for harm in ("UPDATE library_counts SET recordings = 77", "DELETE FROM recording_tags"):
        with backend.database.get_db_session("harm", write=True) as session:
            session.connection().exec_driver_sql(harm)
        assert "VRP-2113" in codes()
        backend.health.recount()
        assert "VRP-2113" not in codes()
    assert _counts(backend) == before


def test_the_list_says_what_each_recording_says_of_itself_to_the_byte(backend: Backend) -> None:
    """It is made of the driver's values, in another way than a single recording is shown."""
    odd = {"title": 'Tom’s "take" \\ 7', "notes": "one\n\ttwo\u00a0🎙", "tags": ("Löwe", "a, b"), "favourite": True}
    requests = [recording_request(**odd), *(recording_request(duration=seconds) for seconds in (1e-5, 0.1, 3.0, 1e16))]
    requests.append(recording_request(title="deleted"))
    backend.paths.audio_file(requests[-1].stored_filename).parent.mkdir()
    with backend.database.get_db_session("add", write=True) as session:
        *_, deleted = RecordingRepository(session).add_all(requests, utc_now())
    with backend.database.get_db_session("add", write=True) as session:
        RecordingRepository(session).add_all([recording_request()], datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    backend.library.delete([deleted.id])
    for query in (LibraryQuery(), LibraryQuery(trash=True), LibraryQuery("löwe")):
        rows = backend.library.page(query).rows
        assert rows
        assert list(backend.library.documents(query)) == [RecordingResponse.of(row).model_dump_json() for row in rows]
        briefs = [(row.id, row.recorded_at, row.duration, row.title) for row in rows]
        assert list(backend.library.briefs(query)) == briefs
