"""Why a snapshot is made."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    MANUAL = "manual"
    SCHEDULED = "scheduled"
    MIGRATION = "migration"
    RESTORE = "restore"
    REPAIR = "repair"
    PURGE = "purge"
