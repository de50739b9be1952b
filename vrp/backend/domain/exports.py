"""The documented form of an export: what `recordings.json` holds. Its JSON Schema lies in each export."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from vrp.backend.domain.recordings import Origin, Recording, Status
from vrp.backend.domain.requests import FileName, RecordingCreateRequest, Utc

FORMAT: Final = "vrp-export"
VERSION: Final = 1
AUDIO_FILE: Final = re.compile(r"audio/[^/\\]{1,200}")
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST: Final = 80  # characters of a title in a file name: at most 240 bytes with the rest


class ExportedRecording(BaseModel):
    """One recording in an export. ``file`` is its place in the archive; none where the library had lost the file.

    Recordings with the same bytes share a file. ``duration`` is in seconds, sizes in bytes, times in UTC.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")  # a later version may tell more

    uuid: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    file: Annotated[str, Field(pattern=rf"^{AUDIO_FILE.pattern}$")] | None
    damaged: bool = False
    title: str
    artist: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    favourite: bool = False
    filename: FileName
    duration: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    filesize_bytes: Annotated[int, Field(gt=0)]
    mime_type: str
    checksum: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    codec: str
    sample_rate: int
    channels: int
    origin: Origin
    status: Literal["active", "archived", "deleted"]
    recorded_at: Utc
    created_at: Utc
    modified_at: Utc
    deleted_at: Utc | None = None

    @classmethod
    def of(cls, recording: Recording, file: str | None, *, damaged: bool) -> ExportedRecording:
        """What is told of a recording whose file lies in the archive under ``file``."""
        known = {name: getattr(recording, name) for name in cls.model_fields if name not in ("file", "damaged")}
        return cls(file=file, damaged=damaged, **known)

    def request(self, suffix: str) -> RecordingCreateRequest:
        """As it comes in again; raises pydantic's ValidationError for what breaks a rule."""
        known = {name: getattr(self, name) for name in RecordingCreateRequest.model_fields if name != "stored_filename"}
        return RecordingCreateRequest(**known, stored_filename=f"{self.uuid}.{suffix}")


@dataclass(frozen=True, slots=True)
class ExportSelection:
    """Which recordings are exported; all, deleted ones too, where nothing else is said."""

    ids: frozenset[int] | None = None
    search: str = ""
    tag: str = ""
    since: datetime | None = None
    until: datetime | None = None
    trash: bool = True

    def holds(self, recording: Recording) -> bool:
        """Whether it is chosen; ``search`` is answered by the repository."""
        return (
            (self.ids is None or recording.id in self.ids)
            and (not self.tag or self.tag.casefold() in (one.casefold() for one in recording.tags))
            and (self.since is None or recording.recorded_at >= self.since)
            and (self.until is None or recording.recorded_at < self.until)
            and (self.trash or recording.status is not Status.DELETED)
        )


def readable_name(recording: Recording) -> str:
    """``audio/2026-11-24 Interview with Ada (1a2b3c4d).flac``: safe on every system, and no two alike."""
    title = " ".join(_UNSAFE.sub(" ", recording.title).split())[:_LONGEST].strip(" .") or "Recording"
    while len(title.encode()) > 2 * _LONGEST:
        title = title[:-1]
    suffix = recording.stored_filename.rpartition(".")[2]
    when = recording.recorded_at.astimezone(UTC)
    return f"audio/{when:%Y-%m-%d} {title} ({recording.uuid[:8]}).{suffix}"


def csv_cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
