"""The sidecar: a small JSON file beside each recording, from which the library can be rebuilt without its database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import structlog

from vrp.backend import files
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.errors import LibraryFault, SidecarInvalid
from vrp.backend.paths import LibraryPaths

VERSION: Final = 1
_LARGEST: Final = 8 * 1024 * 1024  # notes may be long, but not without end
_THREADS: Final = 4
_LINES: Final = ",\n "
_WRITTEN: Final = json.JSONEncoder(ensure_ascii=False).encode

log = structlog.get_logger()


def content(recording: Recording | RecordingCreateRequest) -> bytes:
    """The sidecar's bytes. Equal recordings give equal bytes, so that a stale one can be told."""
    values = {
        "version": VERSION,
        "uuid": recording.uuid,
        "title": recording.title,
        "artist": recording.artist,
        "tags": list(recording.tags),
        "notes": recording.notes,
        "filename": recording.filename,
        "stored_filename": recording.stored_filename,
        "checksum": recording.checksum,
        "filesize_bytes": recording.filesize_bytes,
        "duration": recording.duration,
        "codec": recording.codec,
        "mime_type": recording.mime_type,
        "sample_rate": recording.sample_rate,
        "channels": recording.channels,
        "origin": str(recording.origin),
        "recorded_at": recording.recorded_at.isoformat(),
    }
    if recording.favourite:  # said only where it is so: the sidecars of older libraries stay as they are
        values["favourite"] = True
    if isinstance(recording, Recording) and recording.deleted_at is not None:
        values["deleted_at"] = recording.deleted_at.isoformat()
    return f"{{\n {_LINES.join(_line(name, value) for name, value in values.items())}\n}}\n".encode()


def _line(name: str, value: object) -> str:
    """As `json.dumps` with an indent of 1 writes it, which for a whole document leaves the quick encoder aside."""
    if isinstance(value, list) and value:
        members = ",\n  ".join(map(_WRITTEN, value))
        return f'"{name}": [\n  {members}\n ]'
    return f'"{name}": {_WRITTEN(value)}'


def save(paths: LibraryPaths, recording: Recording | RecordingCreateRequest) -> None:
    """Put the sidecar in its place; half of one is never seen in ``audio/``. Raises `LibraryFault`."""
    files.write_atomic(paths.sidecar(recording.uuid), content(recording), by_way_of=paths.staging)


def write(paths: LibraryPaths, recording: Recording) -> None:
    """Write the sidecar from the row. The row is the truth: what cannot be written now is found stale later."""
    try:
        save(paths, recording)
    except LibraryFault as fault:
        log.warning("sidecar_not_written", recording=recording.id, code=fault.code)


def write_all(paths: LibraryPaths, recordings: Sequence[Recording]) -> None:
    """As `write`, for many: each waits for the disk, so they wait together."""
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="sidecars") as threads:
        list(threads.map(lambda one: write(paths, one), recordings))


def read(path: Path) -> tuple[RecordingCreateRequest, datetime | None]:
    """What a sidecar says, and when the recording was deleted. Raises `SidecarInvalid`."""
    try:
        with files.open_regular(path) as file:
            values = json.loads(file.read(_LARGEST))
        deleted = values.pop("deleted_at", None)
        version = values.pop("version")
        request = RecordingCreateRequest.model_validate(values)
        moment = None if deleted is None else datetime.fromisoformat(deleted).astimezone(UTC)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:  # pydantic's error is a ValueError
        raise SidecarInvalid(name=path.name) from error
    if version != VERSION or path.stem != request.uuid or not request.stored_filename.startswith(request.uuid):
        raise SidecarInvalid(name=path.name)
    return request, moment


def is_stale(path: Path, recording: Recording) -> bool:
    """Whether the sidecar is missing or does not say what the row says."""
    try:
        return path.read_bytes() != content(recording)
    except OSError:
        return True
