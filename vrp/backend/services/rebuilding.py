"""Rebuilds a library whose database is gone or damaged from its audio folder: the files and their sidecars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

import structlog

from vrp.backend import files
from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.domain.recordings import AudioInfo, Origin, Status
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.errors import ImportRefused, InternalFault, SidecarInvalid
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.saved_searches import SavedSearchRepository
from vrp.backend.services import search_file, sidecars
from vrp.backend.services.clock import Clock, utc_now

_BATCH: Final = 500
_Found = tuple[RecordingCreateRequest, datetime | None]

log = structlog.get_logger()


class Probe(Protocol):
    """Examines a file in a process of its own (`vrp.backend.audio.probe.AudioProbe`)."""

    def examine(self, path: Path, name: str) -> AudioInfo: ...


@dataclass(slots=True)
class RebuildReport:
    """``examined`` had no sidecar that can be read; ``silent`` sidecars have no sound; ``refused`` is no sound.

    ``searches`` are the saved ones.
    """

    recordings: int = 0
    searches: int = 0
    examined: int = 0
    silent: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def rebuild(
    paths: LibraryPaths, probe: Probe, *, erased: frozenset[str] = frozenset(), clock: Clock = utc_now,
    progress: Progress = silent,
) -> RebuildReport:  # fmt: skip
    """Make a new database from what lies in ``audio/``; the one before stays beside it.

    The caller holds the library's lock, and nobody has it open. Checksums come from the sidecars, so that a file that
    was damaged is still found to be. ``erased`` recordings are left out. Raises `LibraryFault` and `Cancelled`; the
    library is as it was then.
    """
    report = RebuildReport()
    identity = schema.known_identity(paths)

    def fill(target: Path) -> None:
        schema.upgrade(target)
        if identity:
            schema.adopt_identity(target, identity)
        database = Database(target)
        try:
            batch: list[_Found] = []
            for found in _find(paths, probe, erased, report, progress):
                batch.append(found)
                if len(batch) == _BATCH:
                    _add(database, batch, clock)
                    batch = []
            _add(database, batch, clock)
            report.searches = _add_searches(database, paths)
        finally:
            database.close()

    for folder in (*paths.folders(), paths.database_dir):
        files.make_private_folder(folder)
    made = schema.add_generation(paths, fill, {"from": "rebuild"})
    schema.publish_generation(paths, made)
    log.info("library_rebuilt", recordings=report.recordings, searches=report.searches, examined=report.examined,
             silent=len(report.silent), refused=len(report.refused))  # fmt: skip
    return report


def _find(
    paths: LibraryPaths, probe: Probe, erased: frozenset[str], report: RebuildReport, progress: Progress
) -> Iterator[_Found]:
    folders = sorted(folder for folder in paths.audio.glob("*") if folder.is_dir())
    for number, folder in enumerate(folders):
        progress(number, len(folders), folder.name)
        sounds = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix != ".json" and path.is_file()}
        for path in sorted(folder.glob("*.json")):
            if path.stem in erased:
                sounds.pop(path.stem, None)
            elif path.stem not in sounds:
                report.silent.append(path.name)
        for uuid, sound in sounds.items():
            found = _read(paths, uuid, sound, probe, report)
            if found is not None:
                report.recordings += 1
                yield found


def _read(paths: LibraryPaths, uuid: str, sound: Path, probe: Probe, report: RebuildReport) -> _Found | None:
    try:
        found = sidecars.read(paths.sidecar(uuid))
        if found[0].stored_filename == sound.name:
            return found
    except (SidecarInvalid, InternalFault):  # the second for a name that is not one of ours
        pass
    try:
        paths.audio_file(sound.name)
        request = _examined(uuid, sound, probe)
    except (ImportRefused, InternalFault, OSError, ValueError):
        report.refused.append(sound.name)
        return None
    report.examined += 1
    return request, None


def _examined(uuid: str, sound: Path, probe: Probe) -> RecordingCreateRequest:
    """What can be told of a file without its sidecar: what it is, and when it was written."""
    info, state = probe.examine(sound, sound.name), sound.stat()
    when = info.recorded_at or datetime.fromtimestamp(state.st_mtime, UTC)
    return RecordingCreateRequest(
        uuid=uuid,
        filename=f"{when.astimezone():%Y-%m-%d %H-%M-%S}{sound.suffix}",
        stored_filename=sound.name,
        title=info.title or f"{when.astimezone():%Y-%m-%d %H:%M}",
        artist=info.artist,
        duration=info.duration,
        filesize_bytes=state.st_size,
        mime_type=info.mime_type,
        checksum=files.hash_file(sound),
        codec=info.codec,
        sample_rate=info.sample_rate,
        channels=info.channels,
        origin=Origin.RECOVERED,
        recorded_at=when,
    )


def _add(database: Database, batch: list[_Found], clock: Clock) -> None:
    now = clock()
    with database.get_db_session("rebuild", write=True) as session:
        repository = RecordingRepository(session)
        added = repository.add_all([request for request, _ in batch], now)
        for recording, (_, deleted) in zip(added, batch, strict=True):
            if deleted is not None:
                repository.change(recording.id, Action.DELETED, now, status=Status.DELETED, deleted_at=deleted)


def _add_searches(database: Database, paths: LibraryPaths) -> int:
    searches = search_file.read(paths)
    with database.get_db_session("rebuild", write=True) as session:
        repository = SavedSearchRepository(session)
        for one in searches:
            repository.put(one.name, one.query)
    return len(searches)
