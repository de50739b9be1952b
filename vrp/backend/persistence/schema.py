"""Makes, checks and upgrades the database of a library, always as a new generation that one rename publishes.

``CURRENT`` names the live generation. A new or upgraded database is made complete and checked in the next generation's
folder; publishing ``CURRENT`` is the commit point, so a crash leaves the library as it was before or as it is after.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from vrp.backend import files, known_libraries
from vrp.backend.errors import DatabaseFault, LibraryDamaged, LibraryMissing, LibraryTooNew, NotALibrary, VrpError
from vrp.backend.paths import LibraryPaths, migrations

APPLICATION_ID: Final = 0x56525021  # "VRP!"
DATABASE_NAME: Final = "library.db"
_OUR_NAMES: Final = {"CURRENT", "database", "audio", "takes", "staging", "cache", "logs", "library.lock", "recorders"}
_GENERATION: Final = re.compile(r"[0-9]{4,9}")
_CHECK_SECONDS: Final = 5.0


def known_revisions() -> list[str]:
    """The revisions that this program knows, oldest first, read from the names of their files."""
    return sorted(path.name.partition("_")[0] for path in (migrations() / "versions").glob("[0-9]*_*.py"))


def check_folder(paths: LibraryPaths) -> None:
    """Refuse a folder that is missing though it held a library, and one that holds other things.

    Changes nothing. Raises `LibraryMissing` or `NotALibrary`.
    """
    names = {entry.name for entry in paths.root.iterdir()} if paths.root.is_dir() else set()
    if "CURRENT" in names:
        return
    if "audio" not in names and known_libraries.was_unplugged(paths.root):
        raise LibraryMissing(path=paths.root)
    if names and not names & (_OUR_NAMES - {"logs", "cache"}):
        raise NotALibrary(path=paths.root)


def ready_database(paths: LibraryPaths, elsewhere: Path | None = None) -> Path | None:
    """The database, where it can be opened as it is; None where it is to be made or upgraded. Raises `LibraryFault`."""
    check_folder(paths)
    if not (elsewhere or paths.current).exists():
        return None
    database = elsewhere or current_database(paths)
    return database if stored_revision(paths, database) == known_revisions()[-1] else None


def prepare(paths: LibraryPaths) -> Path:
    """Make or upgrade the library where that is needed; returns the live database file. The lock must be held.

    alembic is imported only when there is something to do. Raises `LibraryFault`.
    """
    check_folder(paths)
    for folder in paths.folders():
        files.make_private_folder(folder)
    if not paths.current.exists():
        _refuse_lost_pointer(paths)
        return _make_generation(paths, None)
    database = current_database(paths)
    if stored_revision(paths, database) == known_revisions()[-1]:
        return database
    return _make_generation(paths, database)


def current_database(paths: LibraryPaths) -> Path:
    """The database that ``CURRENT`` names; raises `LibraryDamaged` when it is not there."""
    try:
        name = paths.current.read_text(encoding="ascii").strip()
    except PermissionError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryDamaged(path=paths.root, reason="its file CURRENT cannot be read") from error
    if _GENERATION.fullmatch(name) is None:
        raise LibraryDamaged(path=paths.root, reason="its file CURRENT does not name a database")
    database = paths.database_dir / name / DATABASE_NAME
    if not database.is_file():
        raise LibraryDamaged(path=paths.root, reason=f"its database {name} is missing")
    return database


def stored_revision(paths: LibraryPaths, database: Path) -> str:
    """The revision of a database file; raises `LibraryTooNew` for one this program does not know."""
    known = known_revisions()
    try:
        with contextlib.closing(_open_read_only(database)) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise _fault(paths, error) from error
    if application != APPLICATION_ID or found is None:
        raise LibraryDamaged(path=paths.root, reason="its database is not one of this program")
    if found[0] not in known:
        raise LibraryTooNew(path=paths.root, found=found[0], known=known[-1])
    return str(found[0])


def _fault(paths: LibraryPaths, error: sqlite3.Error) -> VrpError:
    """A full disk, missing rights or another program are no damage: nobody is to restore a backup for them."""
    from vrp.backend.persistence.faults import translate  # SQLAlchemy takes half a second to import

    fault = translate(error, paths.root)
    if isinstance(fault, DatabaseFault):
        return LibraryDamaged(path=paths.root, reason="its database cannot be read")
    return fault


def _open_read_only(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(os.fsencode(database))}?mode=ro", uri=True, timeout=_CHECK_SECONDS)


def _refuse_lost_pointer(paths: LibraryPaths) -> None:
    """Without CURRENT but with audio this is a damaged library, never a new one."""
    if any(paths.audio.glob("*/*")):
        raise LibraryDamaged(path=paths.root, reason="its file CURRENT is missing")


def _make_generation(paths: LibraryPaths, source: Path | None) -> Path:
    numbers = [int(entry.name) for entry in paths.database_dir.glob("[0-9]*")] if paths.database_dir.is_dir() else []
    name = f"{max(numbers, default=0) + 1:04d}"
    folder = paths.database_dir / name
    files.make_private_folder(folder)
    database = folder / DATABASE_NAME
    try:
        with files.translated(database):
            _build(database, source)
            files.fsync_file(database)
            for parent in (folder, paths.database_dir, paths.root):
                files.fsync_folder(parent)
    except BaseException:  # whatever ended it, half a generation must not stay
        shutil.rmtree(folder, ignore_errors=True)
        raise
    files.write_atomic(paths.current, f"{name}\n".encode())
    return database


def _build(database: Path, source: Path | None) -> None:
    if source is not None:
        with contextlib.closing(_open_read_only(source)) as old, contextlib.closing(sqlite3.connect(database)) as new:
            old.backup(new)  # in one go: stepping never ends under a writer
    upgrade(database)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        faults = (
            connection.execute("PRAGMA integrity_check").fetchall()
            + connection.execute("PRAGMA foreign_key_check").fetchall()
        )
        if faults != [("ok",)]:
            raise LibraryDamaged(path=database, reason="the upgraded database does not pass its check")
        connection.execute("PRAGMA journal_mode=WAL")  # closing it then checkpoints and removes the log


def upgrade(database: Path, revision: str = "head") -> None:
    """Run the migrations on a database file that nobody else uses, in one transaction."""
    from vrp.backend.persistence import migrating  # alembic takes a quarter of a second to import

    migrating.upgrade(database, revision)


def prepare_at(paths: LibraryPaths, database: Path) -> Path:
    """As `prepare`, for a database file elsewhere (``DATABASE_URL``), which has no generations.

    It is made beside its place and renamed, and upgraded in one transaction.
    """
    for folder in paths.folders():
        files.make_private_folder(folder)
    if not database.exists():
        files.make_private_folder(database.parent)
        new = database.with_name(f".{database.name}.new")
        new.unlink(missing_ok=True)
        with files.translated(new):
            _build(new, None)
            files.fsync_file(new)
        files.publish(new, database)
    elif stored_revision(paths, database) != known_revisions()[-1]:
        upgrade(database)
    return database
