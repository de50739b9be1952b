"""Keeps takes: the WAV of a recording that ended becomes a recording of the library, and none is ever lost on the way.

The order: the WAV is closed and durable under ``takes/<uuid>/`` → rename into ``audio/`` → hash → sidecar → fsync of
the folders → row → the take's folder goes. The folder with its manifest stays until the row is there, so a start
after a crash at any point finds what is left to do.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import structlog

from vrp.backend import files
from vrp.backend.audio import take_folder
from vrp.backend.audio.wav import WavInfo, read_wav
from vrp.backend.domain import titles
from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.domain.takes import TakeEnded
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import sidecars
from vrp.backend.services.clock import Clock, utc_now

_LIVE_SECONDS: Final = 3.0
_GAPS_TOLD: Final = 1_000

log = structlog.get_logger()


class TakeService:
    """Moves ended and unfinished takes into the library. The caller holds the library's lock."""

    def __init__(
        self,
        database: Database,
        paths: LibraryPaths,
        clock: Clock = utc_now,
        title_pattern: Callable[[], str] = lambda: titles.DEFAULT,
    ) -> None:
        """``title_pattern`` is asked for each take, so that a changed setting holds for the next one."""
        self.database = database
        self._paths = paths
        self._clock = clock
        self._title_pattern = title_pattern

    def keep(self, ended: TakeEnded) -> Recording | None:
        """Make the take a recording; None when no frame was captured. Doing it twice is doing it once.

        Raises `LibraryFault` (the take stays and the next start tries again) and `AudioDamaged` where nothing says
        what the bytes are.
        """
        with files.translated(self._paths.take(UUID(ended.uuid).hex)):
            return self._keep(ended.uuid, Origin.RECORDED)

    def _keep(self, name: str, origin: Origin) -> Recording | None:
        uuid = UUID(name).hex
        folder = self._paths.take(uuid)
        audio = self._paths.audio_file(f"{uuid}.wav")
        recording = self._existing(uuid)
        if recording is None:
            if (folder / take_folder.WAV_NAME).exists() and take_folder.mend(folder).frames:
                self._move(folder, audio)
            if not audio.exists():
                self._remove(folder)
                return None
            recording = self._add(uuid, folder, audio, origin)
        self._remove(folder)
        log.info("take_kept", recording=recording.id, origin=str(origin), seconds=round(recording.duration, 3))
        return recording

    def recover(self, wait: Callable[[float], None] = time.sleep) -> tuple[Recording, ...]:
        """Keep every take that was never finished. One that cannot be kept now stays where it is."""
        recovered: list[Recording] = []
        for folder in sorted(self._paths.takes.glob("*")):
            try:
                _wait_for_writer(folder, wait)
                recording = self._keep(folder.name, Origin.RECOVERED)
            except (VrpError, OSError, ValueError) as error:
                code = error.code if isinstance(error, VrpError) else type(error).__name__
                log.warning("take_not_recovered", take=folder.name, code=code)
                continue
            if recording is not None:
                recovered.append(recording)
        return tuple(recovered)

    def _existing(self, uuid: str) -> Recording | None:
        with self.database.get_db_session("find_take") as session:
            return RecordingRepository(session).by_uuid(uuid)

    def _move(self, folder: Path, audio: Path) -> None:
        wav = folder / take_folder.WAV_NAME
        files.make_private_folder(audio.parent)
        with files.translated(audio):
            files.fsync_file(wav)
            files.fsync_folder(self._paths.audio)
        files.publish(wav, audio)

    def _add(self, uuid: str, folder: Path, audio: Path, origin: Origin) -> Recording:
        audio.chmod(files.READ_ONLY_FILE)  # only here: a start after a crash before must be able to mend it
        info = read_wav(audio)
        manifest = take_folder.read_manifest(folder)
        started = (manifest.started if manifest else self._guessed_start(audio, info)).astimezone()
        request = RecordingCreateRequest(
            uuid=uuid,
            filename=f"{started:%Y-%m-%d %H-%M-%S}.wav",
            stored_filename=audio.name,
            title=self._title(manifest, started),
            duration=info.frames / info.format.sample_rate,
            filesize_bytes=audio.stat().st_size,
            mime_type="audio/wav",
            checksum=files.hash_file(audio),
            codec=f"pcm_s{info.format.bits}le",
            sample_rate=info.format.sample_rate,
            channels=info.format.channels,
            origin=origin,
            recorded_at=started.astimezone(UTC),
        )
        sidecars.save(self._paths, request)
        return self._insert(request, _told(manifest))

    def _title(self, manifest: take_folder.TakeManifest | None, started: datetime) -> str:
        """A take that goes on from another is called as that one is called now."""
        if manifest and manifest.continues and (first := self._existing(manifest.continues)) is not None:
            return titles.continued(first.title)
        return titles.new_title(self._title_pattern(), started, manifest.device if manifest else "")

    @transactional("keep_take")
    def _insert(self, session: Session, request: RecordingCreateRequest, told: dict[str, object]) -> Recording:
        return RecordingRepository(session).add_all([request], self._clock(), (), told)[0]

    def _guessed_start(self, audio: Path, info: WavInfo) -> datetime:
        ended = datetime.fromtimestamp(audio.stat().st_mtime, UTC)
        return ended - timedelta(seconds=info.frames / info.format.sample_rate)

    def _remove(self, folder: Path) -> None:
        """The folder's audio has left it, or there never was any."""
        wav = folder / take_folder.WAV_NAME
        if wav.exists() and read_wav(wav).frames:
            return
        shutil.rmtree(folder, ignore_errors=True)
        files.fsync_folder(self._paths.takes)


def _told(manifest: take_folder.TakeManifest | None) -> dict[str, object]:
    """What the history keeps of the take beside its audio: where frames never came. The manifest goes."""
    gaps = [] if manifest is None else manifest.gaps[:_GAPS_TOLD]
    return {"gaps": [[gap.at, gap.frames] for gap in gaps]} if gaps else {}


def _wait_for_writer(folder: Path, wait: Callable[[float], None]) -> None:
    """A capture process whose program was killed still closes its take: give it the moment that it needs."""
    for _ in range(int(_LIVE_SECONDS / 0.05)):
        if not take_folder.is_live(folder):
            return
        wait(0.05)
