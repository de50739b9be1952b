from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from vrp.app.opening import Backend
from vrp.backend import files
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import DiskFull, RecordingNotFound, RequestInvalid

TITLES = ("Interview Löwen", "Lecture 7", "café noir", "50% off", "C++ talk")


@pytest.fixture
def recordings(backend: Backend, tmp_path: Path) -> list[Recording]:
    sources = [
        write_audio(tmp_path / f"{number}.wav", 0.1 * (number + 1), tags={"title": title})
        for number, title in enumerate(TITLES)
    ]
    added = [one.recording for one in backend.importing.import_paths(sources).imported]
    return [backend.library.rename(one.id, title) for one, title in zip(added, TITLES, strict=True)]


@pytest.mark.parametrize(
    ("search", "titles"),
    [
        ("lowen", {"Interview Löwen"}),
        ("INTER", {"Interview Löwen"}),
        ("view", {"Interview Löwen"}),
        ("lecture 7", {"Lecture 7"}),
        ("cafe", {"café noir"}),
        ("%", {"50% off"}),
        ("++", {"C++ talk"}),
        ("nothing like it", set()),
        ('"*( AND NEAR', set()),
        ("", set(TITLES)),
    ],
)
def test_search_finds_words_beginnings_pieces_and_signs(
    backend: Backend, recordings: list[Recording], search: str, titles: set[str]
) -> None:
    page = backend.library.page(LibraryQuery(search=search))
    assert {row.title for row in page.rows} == titles
    assert page.total == len(titles)


@pytest.mark.parametrize("key", list(SortKey))
def test_every_order_is_total_and_its_pages_join(backend: Backend, recordings: list[Recording], key: SortKey) -> None:
    query = LibraryQuery(sort=key, descending=False)
    whole = backend.library.page(query).rows
    pages = [backend.library.page(query, offset, 2).rows for offset in range(0, 6, 2)]
    assert [row.id for page in pages for row in page] == [row.id for row in whole]
    backwards = backend.library.page(LibraryQuery(sort=key, descending=True)).rows
    assert [row.id for row in backwards] == [row.id for row in reversed(whole)]


def test_a_new_title_is_found_and_written_into_the_side_file(backend: Backend, recordings: list[Recording]) -> None:
    backend.library.rename(recordings[0].id, "  Renamed ")
    assert backend.library.page(LibraryQuery(search="renamed")).total == 1
    assert backend.library.page(LibraryQuery(search="lowen")).total == 0
    assert json.loads(backend.paths.sidecar(recordings[0].uuid).read_bytes())["title"] == "Renamed"


def test_a_bad_title_changes_nothing(backend: Backend, recordings: list[Recording]) -> None:
    with pytest.raises(RequestInvalid, match="title"):
        backend.library.rename(recordings[0].id, "two\nlines")
    assert backend.library.get(recordings[0].id).title == TITLES[0]


def test_deleting_moves_to_the_trash_and_back(backend: Backend, recordings: list[Recording]) -> None:
    ids = [recordings[0].id, recordings[1].id]
    backend.library.delete(ids)
    assert backend.library.page(LibraryQuery()).total == 3
    assert {row.id for row in backend.library.page(LibraryQuery(trash=True)).rows} == set(ids)
    assert all(backend.library.audio_path(one).exists() for one in recordings)
    backend.library.undelete(ids)
    assert backend.library.page(LibraryQuery()).total == 5


def test_one_unknown_id_and_nothing_is_deleted(backend: Backend, recordings: list[Recording]) -> None:
    with pytest.raises(RecordingNotFound, match="999"):
        backend.library.delete([recordings[0].id, 999])
    assert backend.library.page(LibraryQuery()).total == 5


def test_purging_removes_row_file_and_side_file_and_the_number_is_not_given_again(
    backend: Backend, recordings: list[Recording], tmp_path: Path
) -> None:
    last = recordings[-1]
    backend.library.purge([last.id])
    assert not backend.library.audio_path(last).exists()
    assert not backend.paths.sidecar(last.uuid).exists()
    assert backend.verification.verify().findings == []
    new = backend.importing.import_paths([write_audio(tmp_path / "new.wav", 0.3)]).imported[0].recording
    assert new.id > last.id


def test_the_history_says_what_happened_in_order(backend: Backend, recordings: list[Recording]) -> None:
    first = recordings[0]
    backend.library.delete([first.id])
    backend.library.delete([first.id])  # nothing happens, so nothing is written
    backend.library.undelete([first.id])
    entries = backend.library.history(first.id)
    assert [entry.action for entry in entries] == ["imported", "renamed", "deleted", "restored"]
    assert entries[0].told == {"filename": "0.wav"}
    assert entries[1].told == {}  # to the title that it had
    backend.library.rename(first.id, "Another")
    assert backend.library.history(first.id)[-1].told == {"title": [TITLES[0], "Another"]}
    with pytest.raises(RecordingNotFound):
        backend.library.history(999)


def test_a_change_that_is_not_kept_leaves_no_history(backend: Backend, recordings: list[Recording]) -> None:
    with pytest.raises(RecordingNotFound):
        backend.library.delete([recordings[0].id, 999])
    assert backend.library.history(recordings[0].id)[-1].action == "renamed"


def test_purging_takes_the_cached_waveform_too_and_that_of_nobody_else(
    backend: Backend, recordings: list[Recording]
) -> None:
    mine, other = (backend.paths.cache / f"{one.uuid}.peaks" for one in recordings[:2])
    mine.write_bytes(b"peaks")
    other.write_bytes(b"peaks")
    backend.library.purge([recordings[0].id])
    assert (mine.exists(), other.exists()) == (False, True)


def test_a_side_file_that_cannot_be_written_does_not_undo_the_change(
    backend: Backend, recordings: list[Recording], monkeypatch: pytest.MonkeyPatch, logged: LogWatch
) -> None:
    def full(path: Path, _content: bytes, **_: Path) -> None:
        raise DiskFull(path=path)

    monkeypatch.setattr(files, "write_atomic", full)
    assert backend.library.rename(recordings[0].id, "Kept").title == "Kept"
    logged.expect("sidecar_not_written")
    monkeypatch.undo()
    assert [one.code for one in backend.verification.verify().findings] == ["VRP-2005"]
    backend.paths.sidecar(recordings[0].uuid).unlink()
    assert [one.code for one in backend.verification.verify().findings] == ["VRP-2005"]


def test_a_program_that_dies_while_it_writes_a_side_file_leaves_nothing_half_in_the_library(
    backend: Backend, recordings: list[Recording], monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        backend.library.rename(recordings[0].id, "Renamed")
    monkeypatch.undo()
    assert [one.code for one in backend.verification.verify().findings] == ["VRP-2005"]
    assert backend.importing.collect_leftovers() == 1
    backend.library.rename(recordings[0].id, "Renamed again")
    assert backend.verification.verify().findings == []
