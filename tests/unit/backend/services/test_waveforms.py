from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from tests.support.libraries import recording
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import Cancelled, FileUnplayable
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.waveforms import WaveformService


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    return LibraryPaths(tmp_path / "library")


@pytest.fixture
def kept(paths: LibraryPaths) -> Recording:
    """A recording of one second whose file lies in the library."""
    row = recording(7)
    audio = paths.audio_file(row.stored_filename)
    audio.parent.mkdir(parents=True)
    write_audio(audio)
    return row


def cached(paths: LibraryPaths, row: Recording) -> Path:
    return paths.cache / f"{row.uuid}.peaks"


def test_peaks_are_computed_once_and_then_read(paths: LibraryPaths, kept: Recording) -> None:
    service = WaveformService(paths)
    first = service.peaks(kept)
    paths.audio_file(kept.stored_filename).unlink()  # what follows cannot come from it
    again = service.peaks(kept)
    assert again.duration == first.duration == pytest.approx(1.0)
    assert again.maxima.tolist() == first.maxima.tolist()


def test_a_damaged_cache_is_computed_anew_and_mended(paths: LibraryPaths, kept: Recording) -> None:
    service = WaveformService(paths)
    service.peaks(kept)
    good = cached(paths, kept).read_bytes()
    for bad in (b"", good[:-3], b"older format" + good):
        cached(paths, kept).write_bytes(bad)
        assert service.peaks(kept).duration == pytest.approx(1.0)
        assert cached(paths, kept).read_bytes() == good


def test_the_cache_may_be_deleted_at_any_time(paths: LibraryPaths, kept: Recording) -> None:
    service = WaveformService(paths)
    service.peaks(kept)
    shutil.rmtree(paths.cache)
    assert service.peaks(kept).duration == pytest.approx(1.0)
    assert cached(paths, kept).stat().st_mode & 0o077 == 0


def test_a_cache_that_cannot_be_written_costs_only_the_cache(paths: LibraryPaths, kept: Recording) -> None:
    paths.cache.write_bytes(b"")  # a file where the folder should be
    assert WaveformService(paths).peaks(kept).duration == pytest.approx(1.0)


def test_a_missing_file_is_said(paths: LibraryPaths) -> None:
    with pytest.raises(FileUnplayable):
        WaveformService(paths).peaks(recording(8))


def test_cancelled_work_leaves_nothing(paths: LibraryPaths, kept: Recording) -> None:
    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        WaveformService(paths).peaks(kept, cancel)
    assert not cached(paths, kept).exists()


def test_what_is_cached_can_be_forgotten(paths: LibraryPaths, kept: Recording) -> None:
    service = WaveformService(paths)
    service.peaks(kept)
    service.forget(kept.uuid)
    service.forget(kept.uuid)
    assert not cached(paths, kept).exists()


def test_peaks_of_other_audio_in_the_cache_are_computed_anew(paths: LibraryPaths, kept: Recording) -> None:
    """A restored library may have the same identifier over other bytes."""
    service = WaveformService(paths)
    service.peaks(kept)
    before = cached(paths, kept).read_bytes()
    service.peaks(replace(kept, checksum="ab" * 32))
    assert cached(paths, kept).read_bytes() != before


def test_a_part_is_decoded_by_itself(paths: LibraryPaths, kept: Recording) -> None:
    part = WaveformService(paths).part(kept, 0.25, 0.5)
    assert (part.start, part.duration, part.frames_per_peak) == (0.25, 0.25, 1)
    with pytest.raises(FileUnplayable):
        WaveformService(paths).part(recording(8), 0.0, 1.0)
