"""One source of an import becomes a copy in ``staging/``, with what its row will say as soon as it was examined."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from pydantic import ValidationError

from vrp.backend import files
from vrp.backend.domain.exports import ExportedRecording
from vrp.backend.domain.recordings import AudioInfo, Origin, Past, Status
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.errors import ArchiveInvalid, DiskFull, SourceMissing
from vrp.backend.paths import LibraryPaths
from vrp.backend.phrases import Phrase
from vrp.backend.services.archives import Archive
from vrp.backend.services.clock import Clock
from vrp.backend.services.import_batches import Copied
from vrp.backend.services.legacy import LegacyRecording
from vrp.backend.services.sources import Found

_RESERVE_BYTES: Final = 16 * 1024 * 1024  # left free for the database and the log
_EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC)


class Copier:
    """Copies for one import; ``on_bytes`` hears of each block and may raise. The copies' names begin with ``mark``.

    Each method raises the refusal of its file, of which nothing stays then.
    """

    def __init__(
        self, paths: LibraryPaths, clock: Clock, max_file_mb: int, mark: str, on_bytes: Callable[[int], None]
    ) -> None:
        self._paths = paths
        self._staging = paths.staging
        self._clock = clock
        self._max_file_mb = max_file_mb
        self._mark = mark
        self._on_bytes = on_bytes

    def file(self, found: Found) -> Copied:
        if found.refusal is not None:
            raise found.refusal
        source = found.path
        name = Rules.file_name(source.name)
        Rules.file_type(name)
        uuid = uuid4().hex
        copy = self._copy_path(uuid)
        descriptor, state = files.open_source(source)
        try:
            self._check_size(name, state.st_size)
            checksum = files.copy_opened(
                source, descriptor, state, copy, mode=files.READ_ONLY_FILE, on_bytes=self._on_bytes
            )
        finally:
            os.close(descriptor)
        request = functools.partial(self._request, uuid, name, state, checksum)
        return Copied(source, name, copy, uuid, checksum, state.st_size, request)

    def legacy(self, one: LegacyRecording) -> Copied:
        """As `file`, with what the predecessor knew of the file."""
        if one.path is None:
            raise SourceMissing(name=one.filename)
        copied = self.file(Found(one.path))

        def told(info: AudioInfo) -> RecordingCreateRequest:
            request = copied.request(info)
            words = {
                "filename": Rules.title_from_file(one.filename) or request.filename,
                "title": Rules.title_from_file(one.title)
                or Rules.title_from_file(Path(one.filename).stem)
                or "Recording",
                "recorded_at": one.past.created_at,
            }
            return request.model_copy(update=words)

        return dataclasses.replace(copied, request=told, past=one.past)

    def exported(self, archive: Archive, one: ExportedRecording) -> Copied:
        """As `file`, for a recording of an export."""
        source = archive.path / (one.file or one.filename)
        self._check_size(one.filename, one.filesize_bytes)
        copy = self._copy_path(uuid4().hex)
        checksum = archive.extract(one, copy, self._on_bytes)
        copy.chmod(files.READ_ONLY_FILE)
        told = one.model_copy(update={"checksum": checksum})
        past = Past(one.created_at, one.modified_at, Status(one.status), one.deleted_at)
        request = functools.partial(_exported_request, told)
        return Copied(source, told.filename, copy, one.uuid, checksum, one.filesize_bytes, request, past)

    def _copy_path(self, name: str) -> Path:
        return self._staging / f"{self._mark}{name}.part"

    def _check_size(self, name: str, size: int) -> None:
        Rules.file_size(name, size, self._max_file_mb)
        if files.free_bytes(self._staging) < size + _RESERVE_BYTES:
            raise DiskFull(path=self._paths.root)

    def _request(
        self, uuid: str, name: str, state: os.stat_result, checksum: str, info: AudioInfo
    ) -> RecordingCreateRequest:
        stem = name.rpartition(".")[0]
        return RecordingCreateRequest(
            uuid=uuid,
            filename=name,
            stored_filename=f"{uuid}.{info.suffix}",
            title=Rules.title_from_file(info.title) or Rules.title_from_file(stem) or "Recording",
            artist=Rules.title_from_file(info.artist),
            duration=info.duration,
            filesize_bytes=state.st_size,
            mime_type=info.mime_type,
            checksum=checksum,
            codec=info.codec,
            sample_rate=info.sample_rate,
            channels=info.channels,
            origin=Origin.IMPORTED,
            recorded_at=info.recorded_at or self._modified(state),
        )

    def _modified(self, state: os.stat_result) -> datetime:
        """The file's own time where it can be one: archives carry dates before 1970 and after tomorrow."""
        now = self._clock()
        with contextlib.suppress(OverflowError, ValueError, OSError):
            moment = datetime.fromtimestamp(state.st_mtime, UTC)
            if _EARLIEST < moment <= now:
                return moment
        return now


def _exported_request(told: ExportedRecording, info: AudioInfo) -> RecordingCreateRequest:
    try:
        return told.request(info.suffix)
    except ValidationError as error:
        raise ArchiveInvalid(name=told.filename, reason=Phrase("what is told of it breaks the rules")) from error
