"""Brings a library to the form of this version: a proven backup first, and the old database stays where it is."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.errors import BackupFault, LibraryFault, MigrationFailed, VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema

if TYPE_CHECKING:
    from vrp.backend.persistence.database import Address

log = structlog.get_logger()


def is_due(paths: LibraryPaths) -> bool:
    """Whether the library is of an older form. Raises `LibraryFault`."""
    schema.check_folder(paths)
    if not paths.current.exists():
        return False
    return schema.stored_revision(paths, schema.current_database(paths)) != schema.known_revisions()[-1]


def prepare(paths: LibraryPaths, backup_folder: Path) -> Path:
    """Make or upgrade the library where that is needed; returns the live database file. The lock must be held.

    Before an upgrade the library is backed up. Raises `LibraryFault`, and `MigrationFailed` when the upgrade failed:
    the library is then as it was.
    """
    if not is_due(paths):
        return schema.prepare(paths)
    schema.ensure_identity(paths)
    back_up_before(paths, schema.current_database(paths), backup_folder)
    with _told(paths):
        return schema.prepare(paths)


def prepare_elsewhere(paths: LibraryPaths, address: Address, backup_folder: Path) -> None:
    """As `prepare`, for a database file elsewhere or one on a server: there is no old one beside it to go back to.

    So it is upgraded only after a backup that was made, and in one transaction. Raises `BackupFault` too.
    """
    if isinstance(address, Path):
        found = schema.stored_revision(paths, address) if address.exists() else ""
        make: Callable[[], object] = functools.partial(schema.prepare_at, paths, address)
        adopt: Callable[[str], None] = functools.partial(schema.adopt_identity, address)
    else:
        from vrp.backend.persistence import server  # its driver is only there where it is needed

        found = server.revision_of(address)
        make = functools.partial(server.prepare, paths, address)
        adopt = functools.partial(server.adopt_identity, address)
    if found in ("", schema.known_revisions()[-1]):
        make()
        return
    back_up_before(paths, address, backup_folder, needed=True)
    with _told(paths):
        make()
    if found < "0003":  # its backup was made under the identity that stands in the folder
        adopt(schema.known_identity(paths))


@contextlib.contextmanager
def _told(paths: LibraryPaths) -> Iterator[None]:
    """Around an upgrade: whatever ends it, the database is as it was."""
    try:
        yield
    except Exception as error:  # whatever it was, the library is as it was, and the person learns it
        log.exception("migration_failed")
        reason = error.code if isinstance(error, VrpError) else type(error).__name__
        raise MigrationFailed(path=paths.root, reason=reason, log=paths.logs) from error


def back_up_before(paths: LibraryPaths, address: Address, backup_folder: Path, *, needed: bool = False) -> str | None:
    """Make a snapshot; its name. Where that is not possible and it is not ``needed`` the upgrade goes on."""
    from vrp.backend.services.backup import BackupService  # pydantic and zstandard are only paid for by an upgrade

    try:
        service = BackupService(address, paths, backup_folder, RetentionPolicy())
        return service.create(Reason.MIGRATION, wait=10.0).snapshot
    except (BackupFault, LibraryFault) as fault:
        if needed:
            raise
        log.warning("migration_without_backup", code=fault.code)
        return None
