from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.support.libraries import NOON, OpenLibrary, new_library, recording
from vrp.backend.domain.audit import START, Action, AuditEntry, row_state
from vrp.backend.persistence.audit import AuditRepository, Event
from vrp.backend.persistence.database import Session
from vrp.backend.persistence.recordings import RecordingRepository


@pytest.fixture
def library(tmp_path: Path) -> Iterator[OpenLibrary]:
    with new_library(tmp_path / "library") as opened:
        yield opened


def _entries(library: OpenLibrary) -> list[AuditEntry]:
    with library.database.get_db_session("look") as session:
        return list(AuditRepository(session).each())


def test_entries_are_chained_in_their_order_and_sound(library: OpenLibrary) -> None:
    first, second = library.add(["one", "two"])
    library.library.rename(first.id, "eins")
    entries = _entries(library)
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.recording_uuid for entry in entries] == [first.uuid, second.uuid, first.uuid]
    assert [entry.previous for entry in entries] == [START, entries[0].hash, entries[1].hash]
    assert all(entry.is_sound() for entry in entries)
    assert len({entry.nonce for entry in entries}) == 3


def test_nothing_to_tell_adds_nothing(library: OpenLibrary) -> None:
    with library.database.get_db_session("w", write=True) as session:
        AuditRepository(session).append([], NOON)
    assert _entries(library) == []


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 2},
        {"at": NOON + timedelta(microseconds=1)},
        {"recording_uuid": "0" * 32},
        {"action": Action.EDITED},
        {"nonce": "another"},
        {"details": "{}"},
        {"state": "0" * 64},
        {"digest": "0" * 64},
        {"previous": "1" * 64},
        {"hash": "0" * 64},
    ],
)
def test_whatever_is_changed_in_an_entry_it_is_no_longer_sound(library: OpenLibrary, change: dict[str, object]) -> None:
    library.add(["one"])
    (entry,) = _entries(library)
    assert entry.is_sound()
    assert not replace(entry, **change).is_sound()  # type: ignore[arg-type]


def test_erasing_leaves_a_sound_entry_without_words(library: OpenLibrary) -> None:
    mine, other = library.add(["one", "two"])
    with library.database.get_db_session("w", write=True) as session:
        AuditRepository(session).erase(mine.uuid)
    erased, kept = _entries(library)
    assert (erased.nonce, erased.details, erased.state, erased.told) == (None, None, None, {})
    assert erased.is_sound()
    assert kept.told == {"filename": other.filename}


def test_details_that_are_no_table_tell_nothing(library: OpenLibrary) -> None:
    library.add(["one"])
    assert replace(_entries(library)[0], details="[1]").told == {}


@pytest.mark.parametrize(
    "field",
    ["uuid", "filename", "stored_filename", "title", "artist", "notes", "tags", "duration", "filesize_bytes",
     "mime_type", "checksum", "codec", "sample_rate", "channels", "origin", "status", "recorded_at", "created_at",
     "modified_at", "deleted_at"],
)  # fmt: skip
def test_the_seal_of_a_row_covers_every_field_that_matters(field: str) -> None:
    row = {name: getattr(recording(1), name) for name in recording(1).__slots__}
    assert row_state({**row, field: "another"}) != row_state(row)


def test_the_seal_of_a_row_does_not_depend_on_its_number_its_time_zone_or_the_kind_of_list() -> None:
    row = {name: getattr(recording(1, tags=("a", "b")), name) for name in recording(1).__slots__}
    east = datetime(2026, 11, 23, 15, 0, tzinfo=timezone(timedelta(hours=3)))
    same = {"id": 77, "tags": ["a", "b"], "created_at": east, "sync_status": "synced", "last_synced_at": NOON}
    assert row_state({**row, **same}) == row_state(row)
    assert row_state(row) == row_state({**row, "recorded_at": row["recorded_at"].astimezone(UTC)})


def test_a_change_tells_words_before_and_after_but_of_notes_only_that_they_changed(library: OpenLibrary) -> None:
    (row,) = library.add(["one"])

    def edit(session: Session, **values: object) -> None:
        RecordingRepository(session).change(row.id, Action.EDITED, NOON, **values)

    with library.database.get_db_session("w", write=True) as session:
        edit(session, title="eins", artist="me", tags=["x"], notes="secret")
        edit(session, notes="secret")
    told = [entry.told for entry in _entries(library)[1:]]
    assert told == [{"title": ["one", "eins"], "artist": ["", "me"], "tags": [[], ["x"]], "notes": True}, {}]


def test_an_event_without_a_recording_has_no_state(library: OpenLibrary) -> None:
    with library.database.get_db_session("w", write=True) as session:
        AuditRepository(session).append([Event("0" * 32, Action.PURGED, {}, None)], NOON)
    (entry,) = _entries(library)
    assert (entry.state, entry.details, entry.action) == ("", "{}", Action.PURGED)
