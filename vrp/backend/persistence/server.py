"""The database of a library that lies on a PostgreSQL server: made, checked and upgraded there."""

from __future__ import annotations

from typing import Final

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from vrp.backend import files
from vrp.backend.errors import DatabaseUnsupported, LibraryTooNew
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.database import postgresql, shown
from vrp.backend.persistence.faults import translate
from vrp.backend.persistence.schema import known_revisions
from vrp.backend.phrases import Phrase

OLDEST: Final = 15
_UPGRADE_LOCK: Final = 0x56525021  # "VRP!"


def is_ready(address: URL) -> bool:
    """Whether the database can be used as it is. Raises `LibraryFault`."""
    return revision_of(address) == known_revisions()[-1]


def revision_of(address: URL) -> str:
    """The form of the library there; empty for an empty database. Raises `LibraryFault`."""
    return _use(address, upgrade=False)


def adopt_identity(address: URL, identity: str) -> None:
    """Say which library this is. Raises `LibraryFault`."""
    engine = postgresql(address, pool_size=1, max_overflow=0)
    try:
        with engine.begin() as connection:
            connection.execute(text("UPDATE library SET id = :id"), {"id": identity})
    except SQLAlchemyError as error:
        raise translate(error, shown(address)) from error
    finally:
        engine.dispose()


def prepare(paths: LibraryPaths, address: URL) -> None:
    """Make or upgrade the database where that is needed, in one transaction; other recorders wait meanwhile.

    Raises `LibraryFault`.
    """
    for folder in paths.folders():
        files.make_private_folder(folder)
    _use(address, upgrade=True)


def _use(address: URL, *, upgrade: bool) -> str:
    """The revision that was found; empty for an empty database."""
    engine = postgresql(address, pool_size=1, max_overflow=0)
    try:
        with engine.begin() as connection:
            if upgrade:
                connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _UPGRADE_LOCK})
            found = _revision(connection, address)
            if upgrade and found != known_revisions()[-1]:
                from vrp.backend.persistence import migrating  # alembic takes a quarter of a second to import

                migrating.upgrade_open(connection)
            return found
    except SQLAlchemyError as error:
        raise translate(error, shown(address)) from error
    finally:
        engine.dispose()


def _revision(connection: Connection, address: URL) -> str:
    """Empty for an empty database. Refuses a server that is too old, and a database that holds other things."""
    if connection.scalar(text("SELECT current_setting('server_version_num')::int / 10000")) < OLDEST:
        raise DatabaseUnsupported(
            path=shown(address), reason=Phrase("the server is older than PostgreSQL {oldest}", oldest=OLDEST)
        )
    tables = inspect(connection).get_table_names()
    if not tables:
        return ""
    if "alembic_version" not in tables or "recordings" not in tables:
        raise DatabaseUnsupported(path=shown(address), reason=Phrase("the database holds other things"))
    found = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    if found not in known_revisions():
        raise LibraryTooNew(path=shown(address), found=found, known=known_revisions()[-1])
    return found
