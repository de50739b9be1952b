"""Peaks of recordings: computed once, then read from the cache, which may be deleted at any time."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from vrp.backend.domain.progress import Progress, silent
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import FileUnplayable, LibraryFault
from vrp.backend.files import make_private_folder, write_atomic
from vrp.backend.paths import LibraryPaths
from vrp.backend.phrases import Phrase

if TYPE_CHECKING:
    from vrp.backend.audio.peaks import Peaks

log = structlog.get_logger()


class WaveformService:
    """Audio files never change, so peaks that were computed once stay true; the audio's checksum says of what."""

    def __init__(self, paths: LibraryPaths) -> None:
        self._paths = paths

    def peaks(self, recording: Recording, progress: Progress = silent) -> Peaks:
        """The recording's peaks; ``progress`` counts seconds of sound. Raises `FileUnplayable`, or `Cancelled`."""
        from vrp.backend.audio import peak_reader, peaks  # numpy and av: a quarter of a second

        cached, audio = self._cache_file(recording.uuid), bytes.fromhex(recording.checksum)
        with contextlib.suppress(OSError, peaks.PeaksDamaged):  # then they are computed anew
            return peaks.Peaks.from_bytes(cached.read_bytes(), audio)
        computed = peak_reader.compute_peaks(self._audio_file(recording), progress)
        self._keep(cached, computed.to_bytes(audio))
        return computed

    def part(self, recording: Recording, start: float, end: float, progress: Progress = silent) -> Peaks:
        """A small stretch between two times in seconds, sample by sample. Raises `FileUnplayable`, or `Cancelled`."""
        from vrp.backend.audio import peak_reader

        return peak_reader.samples(self._audio_file(recording), start, end, progress)

    def forget(self, uuid: str) -> None:
        """Remove what is cached for a recording that is gone."""
        with contextlib.suppress(OSError):
            self._cache_file(uuid).unlink()

    def _audio_file(self, recording: Recording) -> Path:
        audio = self._paths.audio_file(recording.stored_filename)
        if not audio.is_file():
            raise FileUnplayable(reason=Phrase("its file is not in the library's folder"))
        return audio

    def _cache_file(self, uuid: str) -> Path:
        return self._paths.cache / f"{self._paths.take(uuid).name}.peaks"

    def _keep(self, cached: Path, data: bytes) -> None:
        try:
            make_private_folder(cached.parent)
            write_atomic(cached, data)
        except LibraryFault as fault:  # a full disk costs the cache, not the picture
            log.info("peaks_not_cached", code=fault.code)
