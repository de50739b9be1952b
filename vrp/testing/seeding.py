"""Puts recordings into a library without the way of an import: a thousand in a second, each with a file that plays."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from vrp.backend.domain.recordings import Origin
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services import sidecars

if TYPE_CHECKING:
    from vrp.app.opening import Backend
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.paths import LibraryPaths

RATE: Final = 8000
NEWEST: Final = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def seed(backend: Backend, titles: Sequence[str], *, seconds: float = 0.1) -> list[Recording]:
    """One recording for each title, the first being the newest, a minute between each two; all in one transaction.

    Each has a mono WAV of ``seconds`` with 8,000 frames a second whose bytes no other has.
    """
    requests = [_written(backend.paths, place, title, seconds) for place, title in enumerate(titles)]
    with backend.database.get_db_session("seed", write=True) as session:
        added = RecordingRepository(session).add_all(requests, NEWEST)
    for recording in added:  # without waiting for the disk, as a real import does
        backend.paths.sidecar(recording.uuid).write_bytes(sidecars.content(recording))
    return added


def _written(paths: LibraryPaths, place: int, title: str, seconds: float) -> RecordingCreateRequest:
    uuid, sound = uuid4().hex, _wav(place, seconds)
    stored = f"{uuid}.wav"
    target = paths.audio_file(stored)
    target.parent.mkdir(mode=0o700, exist_ok=True)
    target.write_bytes(sound)
    return RecordingCreateRequest(
        uuid=uuid,
        filename=f"{place}.wav",
        stored_filename=stored,
        title=title,
        duration=seconds,
        filesize_bytes=len(sound),
        mime_type="audio/wav",
        checksum=hashlib.sha256(sound).hexdigest(),
        codec="pcm_s16le",
        sample_rate=RATE,
        channels=1,
        origin=Origin.RECORDED,
        recorded_at=NEWEST - timedelta(minutes=place),
    )


def _wav(place: int, seconds: float) -> bytes:
    """Frames that tell their place, so that no two files are the same."""
    frames = struct.pack("<I", place) * (int(seconds * RATE) // 2)
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(frames), b"WAVE", b"fmt ", 16, 1, 1, RATE, 2 * RATE, 2, 16,
        b"data", len(frames),
    )  # fmt: skip
    return head + frames
