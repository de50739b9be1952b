"""Brings a library to the form of this version: a proven backup first, and the old database stays where it is."""

from __future__ import annotations

from pathlib import Path

import structlog

from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.errors import BackupFault, LibraryFault, MigrationFailed, VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema

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
    back_up_before(paths, backup_folder)
    try:
        return schema.prepare(paths)
    except Exception as error:
        log.exception("migration_failed")
        reason = error.code if isinstance(error, VrpError) else type(error).__name__
        raise MigrationFailed(path=paths.root, reason=reason, log=paths.logs) from error


def back_up_before(paths: LibraryPaths, backup_folder: Path) -> str | None:
    """Make a snapshot; its name. Where that is not possible the upgrade goes on: the old database stays beside it."""
    from vrp.backend.services.backup import BackupService  # pydantic and zstandard are only paid for by an upgrade

    database = schema.current_database(paths)
    schema.ensure_identity(paths)
    try:
        service = BackupService(database, paths, backup_folder, RetentionPolicy())
        return service.create(Reason.MIGRATION, wait=10.0).snapshot
    except (BackupFault, LibraryFault) as fault:
        log.warning("migration_without_backup", code=fault.code)
        return None
