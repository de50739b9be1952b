from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from tests.support.libraries import new_library
from vrp.backend import known_libraries
from vrp.backend.domain.audit import Action
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryFault,
    LibraryMissing,
    LibraryNotWritable,
    LibraryTooNew,
    NotALibrary,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import migrating, schema
from vrp.backend.persistence.tables import Base
from vrp.backend.services.verification import VerificationService


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    return LibraryPaths(tmp_path / "library")


def test_a_new_library_is_made_by_migrations_alone_and_is_ready(paths: LibraryPaths) -> None:
    database = schema.prepare(paths)
    assert paths.current.read_text() == "0001\n"
    assert schema.ready_database(paths)
    assert schema.prepare(paths) == database
    assert all(folder.stat().st_mode & 0o077 == 0 for folder in paths.folders())


def test_the_tables_are_those_that_the_migrations_make(paths: LibraryPaths) -> None:
    engine = create_engine(f"sqlite:///{schema.prepare(paths)}")
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _parents: kind != "table" or not _is_search(name)}
        changes = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    engine.dispose()
    assert changes == []


def _is_search(table: str) -> bool:
    """The search's own tables, which only the migrations know."""
    return table.startswith("recordings_") or table == "sqlite_sequence"


def test_down_and_up_again(paths: LibraryPaths) -> None:
    database = schema.prepare(paths)
    migrating.downgrade(database, "base")
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'recordings%'").fetchall() == []
    connection.close()
    schema.upgrade(database)
    assert schema.ready_database(paths)


def test_the_recordings_of_an_older_library_begin_their_history_at_the_upgrade(tmp_path: Path) -> None:
    with new_library(tmp_path / "old") as library:
        library.add(["Löwe", "second"])
        database = schema.current_database(library.paths)
    migrating.downgrade(database, "0001")
    with new_library(tmp_path / "old") as library:
        assert schema.current_database(library.paths) != database  # the old generation stays beside it
        for id_ in (1, 2):
            assert [entry.action for entry in library.library.history(id_)] == [Action.ADOPTED]
        findings = VerificationService(library.database, library.paths).verify().findings
    assert not {"VRP-2006", "VRP-2007", "VRP-2008", "VRP-2009"} & {finding.code for finding in findings}


def test_the_version_before_knows_no_marks_and_the_history_stays_whole(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        marked = library.add(["Löwe", "second"])[0]
        library.library.edit(marked.id, RecordingChangeRequest(tags=("a", "b")))
        library.library.mark([marked.id], favourite=True)
        before = library.library.counts()
        database = schema.current_database(library.paths)
    migrating.downgrade(database, "0003")
    migrating.upgrade(database, "head")
    with new_library(tmp_path / "library") as library:
        assert library.library.counts() == replace(before, favourites=0)
        assert library.library.history(marked.id)[-1].told == {"favourite": [True, False]}
        findings = VerificationService(library.database, library.paths).verify().findings
    assert not {"VRP-2006", "VRP-2007", "VRP-2008", "VRP-2009"} & {finding.code for finding in findings}


def test_the_tags_of_an_older_library_are_in_their_order_after_the_upgrade(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        added = library.add(["one", "two", "three"])
        library.library.edit(added[0].id, RecordingChangeRequest(tags=("Zug",)))
        library.library.edit(added[2].id, RecordingChangeRequest(tags=("äther", "x")))
        database = schema.current_database(library.paths)
    migrating.downgrade(database, "0004")
    with new_library(tmp_path / "library") as library:
        page = library.library.page(LibraryQuery(sort=SortKey.TAGS, descending=False))
        assert [one.title for one in page.rows] == ["three", "one", "two"]


def test_a_library_of_a_newer_version_is_refused_untouched(paths: LibraryPaths) -> None:
    database = schema.prepare(paths)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database.read_bytes()
    for call in (schema.prepare, schema.ready_database):
        with pytest.raises(LibraryTooNew, match="9999"):
            call(paths)
    assert database.read_bytes() == before


def test_an_unplugged_library_is_an_error_and_nothing_is_made(paths: LibraryPaths, tmp_path: Path) -> None:
    schema.prepare(paths)
    known_libraries.remember(paths.root)
    paths.root.rename(tmp_path / "elsewhere")
    with pytest.raises(LibraryMissing):
        schema.prepare(paths)
    assert not paths.root.exists()


def test_a_folder_with_other_things_is_not_taken_over(paths: LibraryPaths) -> None:
    paths.root.mkdir()
    (paths.root / "thesis.odt").write_text("mine")
    with pytest.raises(NotALibrary):
        schema.prepare(paths)
    assert [entry.name for entry in paths.root.iterdir()] == ["thesis.odt"]


@pytest.mark.parametrize("harm", ["garbage", "empty", "missing", "pointer", "no pointer"])
def test_a_damaged_library_is_named_and_left_as_it_is(paths: LibraryPaths, harm: str) -> None:
    database = schema.prepare(paths)
    recording = paths.audio_file("0123456789abcdef0123456789abcdef.wav")
    recording.parent.mkdir()
    recording.write_bytes(b"sound")
    match harm:
        case "garbage":
            database.write_bytes(os.urandom(8192))
        case "empty":
            database.write_bytes(b"")
        case "missing":
            database.unlink()
        case "pointer":
            paths.current.write_text("../../elsewhere")
        case _:
            paths.current.unlink()
    with pytest.raises(LibraryDamaged):
        schema.prepare(paths)
    assert recording.read_bytes() == b"sound"


def test_a_creation_that_was_cut_off_is_begun_anew(paths: LibraryPaths) -> None:
    (paths.database_dir / "0001").mkdir(parents=True)
    (paths.database_dir / "0001" / "library.db").write_bytes(b"half")
    assert schema.prepare(paths).parent.name == "0002"
    assert schema.ready_database(paths)


def test_a_failed_build_leaves_no_generation_behind(paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(schema, "_finish", fail)
    with pytest.raises(Exception, match="no room"):
        schema.prepare(paths)
    assert not paths.current.exists()
    assert list(paths.database_dir.iterdir()) == []


def test_opening_a_library_at_head_does_not_import_alembic(paths: LibraryPaths) -> None:
    schema.prepare(paths)
    code = (
        "import sys; from vrp.app.opening import Opening, open_backend\n"
        f"with open_backend(Opening({str(paths.root)!r})) as backend: backend.library.page.__self__\n"
        "sys.exit(any(name in sys.modules for name in ('alembic', 'PySide6', 'av', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("code", "fault"), [("SHMSIZE", DiskFull), ("CANTOPEN", LibraryNotWritable)])
def test_a_full_disk_or_a_missing_right_is_not_called_damage(
    paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch, code: str, fault: type[LibraryFault]
) -> None:
    database = schema.prepare(paths)

    def refuse(_database: Path) -> sqlite3.Connection:
        error = sqlite3.OperationalError("refused")
        error.sqlite_errorcode = {"SHMSIZE": sqlite3.SQLITE_IOERR_SHMSIZE, "CANTOPEN": sqlite3.SQLITE_CANTOPEN}[code]
        raise error

    monkeypatch.setattr(schema, "_open_read_only", refuse)
    with pytest.raises(fault):
        schema.stored_revision(paths, database)


def test_a_pointer_that_may_not_be_read_is_no_damage(paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    schema.prepare(paths)
    for error, fault in ((PermissionError(13, "no"), PermissionError), (OSError(5, "broken"), LibraryDamaged)):

        def refuse(*_: object, error: OSError = error, **__: object) -> str:
            raise error

        monkeypatch.setattr(Path, "read_text", refuse)
        with pytest.raises(fault):
            schema.current_database(paths)
        monkeypatch.undo()


def test_a_database_of_another_program_is_refused(paths: LibraryPaths) -> None:
    database = schema.prepare(paths)
    for harm in ("PRAGMA application_id=0", "DELETE FROM alembic_version"):
        kept = database.read_bytes()
        with sqlite3.connect(database) as connection:
            connection.execute(harm)
        connection.close()
        with pytest.raises(LibraryDamaged, match="not one of this program"):
            schema.stored_revision(paths, database)
        database.write_bytes(kept)


def test_an_upgrade_that_breaks_a_rule_is_not_published(paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    first = schema.prepare(paths)
    migrating.downgrade(first, "0001")

    def broken(database: Path, revision: str = "head") -> None:
        migrating.upgrade(database, revision)
        with sqlite3.connect(database) as connection:
            connection.execute("CREATE TABLE child (parent INTEGER REFERENCES recordings)")
            connection.execute("INSERT INTO child VALUES (77)")
        connection.close()

    monkeypatch.setattr(schema, "upgrade", broken)
    with pytest.raises(LibraryDamaged, match="does not pass its check"):
        schema.prepare(paths)
    assert schema.current_database(paths) == first
    assert [entry.name for entry in paths.database_dir.iterdir()] == ["0001"]


def test_a_database_file_elsewhere_is_made_upgraded_and_used(paths: LibraryPaths, tmp_path: Path) -> None:
    elsewhere = tmp_path / "fast disk" / "library.db"
    assert schema.ready_database(paths, elsewhere) is None
    assert schema.prepare_at(paths, elsewhere) == elsewhere
    assert schema.ready_database(paths, elsewhere) == elsewhere == schema.prepare_at(paths, elsewhere)
    migrating.downgrade(elsewhere, "0001")
    assert schema.ready_database(paths, elsewhere) is None
    schema.prepare_at(paths, elsewhere)
    assert schema.ready_database(paths, elsewhere) == elsewhere
    assert not list(elsewhere.parent.glob("*.new"))
    assert not paths.current.exists()


@pytest.mark.parametrize("statement", ["UPDATE audit_entries SET action = 'edited'", "DELETE FROM audit_entries"])
def test_the_history_is_only_added_to(tmp_path: Path, statement: str) -> None:
    with new_library(tmp_path / "library") as library:
        library.add(["one"])
        database = schema.current_database(library.paths)
    connection = sqlite3.connect(database)
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute(statement)
    connection.close()


def test_a_folder_whose_name_is_not_utf_8_can_hold_a_library(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path / "caf\udce9")
    assert schema.prepare(paths) == schema.ready_database(paths)
