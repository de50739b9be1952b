"""What a recording is: plain frozen values that cross threads and rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    ACTIVE = "active"
    ARCHIVED = "archived"
    DELETED = "deleted"


class SyncStatus(StrEnum):
    UNSYNCED = "unsynced"
    SYNCING = "syncing"
    SYNCED = "synced"
    FAILED = "failed"


class Origin(StrEnum):
    RECORDED = "recorded"
    IMPORTED = "imported"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """What a file really is, as measured by decoding, not as its name or header says.

    ``duration`` is in seconds; ``sample_rate`` in Hz; ``codec`` is FFmpeg's name (``pcm_s16le``, ``mp3``, ``opus``);
    ``suffix`` the file suffix, without dot, that fits the container; ``recorded_at`` comes from the file's tags.
    """

    duration: float
    codec: str
    sample_rate: int
    channels: int
    mime_type: str
    suffix: str
    title: str = ""
    artist: str = ""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What a recording went through before it came in from an export."""

    created_at: datetime
    modified_at: datetime
    status: Status
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Recording:
    """One row of the library. ``recorded_at`` is when it sounded, ``created_at`` when it came in; times are UTC."""

    id: int
    uuid: str
    filename: str
    stored_filename: str
    title: str
    artist: str
    notes: str
    tags: tuple[str, ...]
    duration: float
    filesize_bytes: int
    mime_type: str
    checksum: str
    codec: str
    sample_rate: int
    channels: int
    origin: Origin
    status: Status
    sync_status: SyncStatus
    last_synced_at: datetime | None
    recorded_at: datetime
    created_at: datetime
    modified_at: datetime
    deleted_at: datetime | None
    favourite: bool = False


class StoredFile(NamedTuple):
    """What the row of a recording says of its file: the name that it has in the library, and its size in bytes."""

    id: int
    title: str
    name: str
    size: int
