from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest

from tests.support.audio_files import write_audio
from vrp.app.opening import Backend
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import LegacyUnreadable

TABLE = """
CREATE TABLE recordings (id INTEGER PRIMARY KEY, filename TEXT, stored_filename TEXT UNIQUE, title TEXT, duration FLOAT,
  filesize_bytes INTEGER, mime_type TEXT, checksum TEXT, status TEXT, sync_status TEXT, last_synced_at DATETIME,
  created_at DATETIME, modified_at DATETIME);
CREATE TABLE jobs (id TEXT PRIMARY KEY, file_path TEXT, status TEXT);
"""


class Predecessor:
    """A library as Voice Recorder Pro v2 left it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("db", "recordings/raw", "recordings/edited"):
            (folder / name).mkdir(parents=True)
        with sqlite3.connect(folder / "db" / "app.db") as connection:
            connection.executescript(TABLE)
        connection.close()

    def add(self, place: str, seconds: float, **values: object) -> None:
        stored = f"{uuid4().hex}.wav"
        if place:
            write_audio(self.folder / "recordings" / place / stored, seconds)
        row = {
            "filename": "interview.wav", "stored_filename": stored, "title": "Interview", "status": "active",
            "created_at": "2024-05-01 10:00:00.000000", "modified_at": "2024-05-02 10:00:00", **values,
        }  # fmt: skip
        with sqlite3.connect(self.folder / "db" / "app.db") as connection:
            names = ", ".join(row)
            connection.execute(
                f"INSERT INTO recordings ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()]
            )
        connection.close()


@pytest.fixture
def predecessor(tmp_path: Path) -> Predecessor:
    return Predecessor(tmp_path / "v2")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_that_has_a_place_here_is_kept(backend: Backend, predecessor: Predecessor) -> None:
    predecessor.add("raw", 0.2)
    predecessor.add("edited", 0.3, title="", filename="C:\\old\\Löwe.wav", status="archived")
    predecessor.add("raw", 0.4, status="deleted")
    before = content(predecessor.folder)
    report = backend.importing.import_legacy(predecessor.folder)
    assert (len(report.imported), report.refused) == (3, [])
    first, second = sorted(backend.library.page(LibraryQuery()).rows, key=lambda one: one.id)
    assert (first.title, first.filename) == ("Interview", "interview.wav")
    assert first.recorded_at.isoformat() == "2024-05-01T10:00:00+00:00"
    assert (second.title, second.filename, second.status) == ("Löwe", "Löwe.wav", "archived")
    (deleted,) = backend.library.page(LibraryQuery(trash=True)).rows
    assert deleted.deleted_at is not None
    assert not backend.verification.verify().findings
    assert content(predecessor.folder) == before, "it is only read"


def test_done_twice_it_adds_nothing_twice(backend: Backend, predecessor: Predecessor) -> None:
    predecessor.add("raw", 0.2)
    backend.importing.import_legacy(predecessor.folder)
    report = backend.importing.import_legacy(predecessor.folder)
    assert (report.imported, len(report.skipped)) == ([], 1)


@pytest.mark.parametrize(
    "values",
    [
        {"stored_filename": "../../../etc/passwd"},
        {"stored_filename": "/etc/hostname"},
        {"stored_filename": f"{uuid4().hex}.wav"},
        {"stored_filename": None},
    ],
)
def test_a_row_without_its_file_is_named_and_never_leads_elsewhere(
    backend: Backend, predecessor: Predecessor, values: dict[str, object]
) -> None:
    predecessor.add("raw", 0.2)
    predecessor.add("", 0.2, **values)
    report = backend.importing.import_legacy(predecessor.folder)
    assert len(report.imported) == 1
    assert [one.error.code for one in report.refused] == ["VRP-1101"]


def test_odd_values_do_not_stop_it(backend: Backend, predecessor: Predecessor) -> None:
    predecessor.add("raw", 0.2, created_at="yesterday", modified_at=None, status="?", title="a\nb\u202e", filename=None)
    report = backend.importing.import_legacy(predecessor.folder)
    assert [one.recording.title for one in report.imported] == ["a b"]


@pytest.mark.parametrize("harm", ["no folder", "no database", "garbage", "other tables"])
def test_what_is_no_such_library_says_so(backend: Backend, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "v2"
    if harm != "no folder":
        (folder / "db").mkdir(parents=True)
    match harm:
        case "garbage":
            (folder / "db" / "app.db").write_bytes(b"x" * 10_000)
        case "other tables":
            sqlite3.connect(folder / "db" / "app.db").execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(LegacyUnreadable):
        backend.importing.import_legacy(folder)
    assert backend.library.page(LibraryQuery()).total == 0
