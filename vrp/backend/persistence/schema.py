"""Makes, checks and upgrades the database of a library, always as a new generation that one rename publishes.

``CURRENT`` names the live generation. A new or upgraded database is made complete and checked in the next generation's
folder; publishing ``CURRENT`` is the commit point, so a crash leaves the library as it was before or as it is after.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import quote

from vrp.backend import files, known_libraries
from vrp.backend.errors import (
    DatabaseBusy,
    DatabaseFault,
    LibraryDamaged,
    LibraryMissing,
    LibraryTooNew,
    NotALibrary,
    VrpError,
)
from vrp.backend.paths import LibraryPaths, migrations
from vrp.backend.phrases import Phrase

APPLICATION_ID: Final = 0x56525021  # "VRP!"
DATABASE_NAME: Final = "library.db"
_OUR_NAMES: Final = {
    "CURRENT", "RESTORING", "library.id", "database", "audio", "aside", "takes", "staging", "cache", "logs",
    "library.lock", "recorders",
}  # fmt: skip
_GENERATION: Final = re.compile(r"[0-9]{4,9}")
_IDENTITY: Final = re.compile(r"[0-9a-f]{32}")
_CHECK_SECONDS: Final = 5.0
_DRAFT: Final = "next"
_ORIGIN: Final = "origin.json"
KEPT: Final = timedelta(days=30)  # how long a database that was replaced is kept, to go back to


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
        raise LibraryDamaged(path=paths.root, reason=Phrase("its file CURRENT cannot be read")) from error
    if _GENERATION.fullmatch(name) is None:
        raise LibraryDamaged(path=paths.root, reason=Phrase("its file CURRENT does not name a database"))
    database = paths.database_dir / name / DATABASE_NAME
    if not database.is_file():
        raise LibraryDamaged(path=paths.root, reason=Phrase("its database {name} is missing", name=name))
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
        raise LibraryDamaged(path=paths.root, reason=Phrase("its database is not one of this program"))
    if found[0] not in known:
        raise LibraryTooNew(path=paths.root, found=found[0], known=known[-1])
    return str(found[0])


def _fault(paths: LibraryPaths, error: sqlite3.Error) -> VrpError:
    """A full disk, missing rights or another program are no damage: nobody is to restore a backup for them."""
    from vrp.backend.persistence.faults import translate  # SQLAlchemy takes half a second to import

    fault = translate(error, paths.root)
    if isinstance(fault, DatabaseFault):
        return LibraryDamaged(path=paths.root, reason=Phrase("its database cannot be read"))
    return fault


def _open_read_only(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(os.fsencode(database))}?mode=ro", uri=True, timeout=_CHECK_SECONDS)


def _refuse_lost_pointer(paths: LibraryPaths) -> None:
    """Without CURRENT but with audio this is a damaged library, never a new one."""
    if paths.restoring.exists():
        raise LibraryDamaged(
            path=paths.root, reason=Phrase("a restore into it was not finished; run `vrp restore` again")
        )
    if any(paths.audio.glob("*/*")):
        raise LibraryDamaged(path=paths.root, reason=Phrase("its file CURRENT is missing"))


def add_generation(paths: LibraryPaths, fill: Callable[[Path], None], came_from: Mapping[str, str]) -> Path:
    """Make a database complete and checked beside the live one; `publish_generation` makes it the live one.

    ``fill`` makes the file at the path that it gets; ``came_from`` is noted beside it. Raises `LibraryFault`.
    """
    draft = paths.database_dir / _DRAFT
    with files.translated(draft):
        shutil.rmtree(draft, ignore_errors=True)
    files.make_private_folder(draft)
    database = draft / DATABASE_NAME
    try:
        with files.translated(database):
            fill(database)
            _finish(database)
            if (identity := _noted_identity(paths)) and came_from.get("from") == "upgrade":
                adopt_identity(database, identity)
            files.fsync_file(database)
            live = _live_name(paths)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            origin = {**came_from, "previous": live, "at": now}
            files.write_atomic(draft / _ORIGIN, json.dumps(origin).encode())
            target = paths.database_dir / f"{max([0, *map(int, generations(paths))]) + 1:04d}"
            draft.rename(target)
            for parent in (paths.database_dir, paths.root):
                files.fsync_folder(parent)
    except BaseException:  # whatever ended it, half a generation must not stay
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return target / DATABASE_NAME


def publish_generation(paths: LibraryPaths, database: Path) -> None:
    """Make this the live database: the one step that counts. The one before stays where it is."""
    if identity := _identity(database):
        files.write_atomic(paths.identity, f"{identity}\n".encode())
    files.write_atomic(paths.current, f"{database.parent.name}\n".encode())


def generations(paths: LibraryPaths) -> list[str]:
    """The names of all databases, complete ones only, oldest first."""
    if not paths.database_dir.is_dir():
        return []
    return sorted((one.name for one in paths.database_dir.iterdir() if _GENERATION.fullmatch(one.name)), key=int)


def former_databases(paths: LibraryPaths) -> list[Path]:
    """The databases that were live once, or were undone, and are still kept; newest first."""
    live = _live_name(paths)
    databases = [paths.database_dir / one / DATABASE_NAME for one in reversed(generations(paths)) if one != live]
    return [one for one in databases if one.is_file()]


def origin_of(database: Path) -> dict[str, str]:
    """Where a generation came from: ``previous``, ``at``, and what its maker noted; empty where nothing is known."""
    with contextlib.suppress(OSError, ValueError):
        values = json.loads((database.parent / _ORIGIN).read_bytes())
        if isinstance(values, dict):
            return {str(key): str(value) for key, value in values.items()}
    return {}


def previous_database(paths: LibraryPaths) -> Path | None:
    """The database that was live before the present one, where it is still kept."""
    name = origin_of(current_database(paths)).get("previous", "")
    database = paths.database_dir / name / DATABASE_NAME
    return database if _GENERATION.fullmatch(name) and database.is_file() else None


def drop_old_generations(paths: LibraryPaths, now: datetime) -> int:
    """Remove drafts, and databases that were replaced more than thirty days ago; how many. The lock must be held."""
    shutil.rmtree(paths.database_dir / _DRAFT, ignore_errors=True)
    dropped = 0
    replaced = {origin.get("previous"): origin.get("at", "") for origin in
                (origin_of(paths.database_dir / one / DATABASE_NAME) for one in generations(paths))}  # fmt: skip
    for database in former_databases(paths):
        when = replaced.get(database.parent.name) or origin_of(database).get("at", "")
        with contextlib.suppress(ValueError, OSError):
            if now - datetime.fromisoformat(when) > KEPT:
                shutil.rmtree(database.parent)
                dropped += 1
    return dropped


def is_sound(paths: LibraryPaths) -> bool:
    """Whether the live database can be opened and passes SQLite's test."""
    try:
        return passes_check(current_database(paths))
    except (LibraryDamaged, OSError):
        return False


def passes_check(database: Path) -> bool:
    """Whether it can be opened and passes SQLite's test."""
    try:
        with contextlib.closing(_open_read_only(database)) as connection:
            found = connection.execute("PRAGMA quick_check").fetchall()
            connection.execute("SELECT count(*) FROM recordings").fetchone()
    except sqlite3.Error:
        return False
    return bool(found == [("ok",)])


def fold_log(paths: LibraryPaths) -> None:
    """Write the log of the live database into it, so that the file alone is all of it. The lock must be held.

    Raises `DatabaseBusy` where somebody reads it.
    """
    database = current_database(paths)
    with contextlib.closing(sqlite3.connect(database, timeout=_CHECK_SECONDS)) as connection:
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.Error as error:
            raise _fault(paths, error) from error
    if busy:
        raise DatabaseBusy


def known_identity(paths: LibraryPaths) -> str:
    """The library's identity as its folder or one of its databases tells it; empty where nothing does."""
    if noted := _noted_identity(paths):
        return noted
    for name in reversed(generations(paths)):
        with contextlib.suppress(sqlite3.Error):
            if found := _identity(paths.database_dir / name / DATABASE_NAME):
                return found
    return ""


def _noted_identity(paths: LibraryPaths) -> str:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        noted = paths.identity.read_text(encoding="ascii").strip()
        return noted if _IDENTITY.fullmatch(noted) else ""
    return ""


def adopt_identity(database: Path, identity: str) -> None:
    """Give a new database the identity of the library that it takes the place of."""
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE library SET id = ?", (identity,))


def _identity(database: Path) -> str:
    with contextlib.closing(_open_read_only(database)) as connection:
        row = connection.execute("SELECT id FROM library").fetchone()
    return str(row[0]) if row else ""


def drop_former(paths: LibraryPaths) -> int:
    """Remove the databases that are kept to go back to; how many."""
    former = former_databases(paths)
    for database in former:
        shutil.rmtree(database.parent, ignore_errors=True)
    return len(former)


def ensure_identity(paths: LibraryPaths) -> str:
    """The library's identity; one that had none gets it, and keeps it through the upgrade that brings it."""
    identity = known_identity(paths)
    if not identity:
        from uuid import uuid4

        identity = uuid4().hex
        files.write_atomic(paths.identity, f"{identity}\n".encode())
    return identity


def _live_name(paths: LibraryPaths) -> str:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        name = paths.current.read_text(encoding="ascii").strip()
        return name if _GENERATION.fullmatch(name) else ""
    return ""


def _make_generation(paths: LibraryPaths, source: Path | None) -> Path:
    def fill(database: Path) -> None:
        if source is not None:
            _copy(source, database)

    made = add_generation(paths, fill, {"from": "upgrade" if source else "new"})
    publish_generation(paths, made)
    return made


def _copy(source: Path, target: Path) -> None:
    with contextlib.closing(_open_read_only(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)  # in one go: stepping never ends under a writer


def _finish(database: Path) -> None:
    """Upgrade a database that is nobody's yet, test it, and give it the form of a live one."""
    upgrade(database)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        faults = (
            connection.execute("PRAGMA integrity_check").fetchall()
            + connection.execute("PRAGMA foreign_key_check").fetchall()
        )
        if faults != [("ok",)]:
            raise LibraryDamaged(path=database, reason=Phrase("the upgraded database does not pass its check"))
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
            _finish(new)
            files.fsync_file(new)
        files.publish(new, database)
    elif stored_revision(paths, database) != known_revisions()[-1]:
        upgrade(database)
    return database
