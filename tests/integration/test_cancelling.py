"""A cancel is heard within a block of a file, however large the file is, and leaves everything as it was.

Each kind of long work runs as the window runs it, on one recording that has many blocks; the cancel comes when some of
them are read, and the work must end with most of them unread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.audio_files import write_audio
from tests.support.libraries import make_library
from vrp.app.opening import Backend, Opening, open_backend
from vrp.backend import files
from vrp.backend.domain.progress import Progress, cancelled_by
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import AudioInfo, Recording
from vrp.backend.errors import Cancelled
from vrp.backend.jobs.runner import Job, JobRunner
from vrp.backend.paths import settings_file
from vrp.backend.persistence.snapshot import DatabaseReader
from vrp.backend.services import moving, proving
from vrp.backend.services.exporting import ExportFormat
from vrp.backend.services.importing import ImportService
from vrp.backend.settings_store import SettingsStore
from vrp.backend.store.folder import BackupStore

SECONDS: Final = 120.0
BLOCK: Final = 64 * 1024  # so that a file of some megabytes has many


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(files, "BLOCK", BLOCK)
    path = write_audio(tmp_path / "large.wav", SECONDS)
    assert path.stat().st_size > 100 * BLOCK
    return path


@pytest.fixture
def backend(tmp_path: Path, large: Path) -> Iterator[Backend]:
    make_library(tmp_path / "library")
    with open_backend(Opening(str(tmp_path / "library"))) as opened:
        opened.importing.import_paths([large])
        yield opened


def one(backend: Backend) -> Recording:
    return backend.library.page(LibraryQuery()).rows[0]


def cancelled_inside(
    runner: JobRunner, qtbot: QtBot, work: Callable[[Progress], object], begun: int = 1
) -> tuple[int, int]:
    """Run it, cancel it when ``begun`` units are done; how many were done when it ended, and of how many."""
    seen = [(0, 0)]
    jobs: list[Job] = []
    submitted = threading.Event()

    def watched(progress: Progress) -> object:
        submitted.wait()

        def report(done: int, total: int, item: str = "") -> None:
            seen.append((done, total))
            if done >= begun:
                jobs[0].cancel()
            progress(done, total, item)

        return work(report)

    jobs.append(runner.submit("work", watched))
    with qtbot.waitSignal(jobs[0].cancelled, timeout=30_000):
        submitted.set()
    return max(seen)


WORK: Final[dict[str, Callable[[Backend, Path, Progress], object]]] = {
    "import": lambda backend, place, progress: backend.importing.import_paths(
        [place / "large.wav"], keep_both=True, progress=progress
    ),
    "verify": lambda backend, _place, progress: backend.verification.verify(progress),
    "check": lambda backend, _place, progress: backend.verification.check(one(backend), progress),
    "scrub": lambda backend, _place, progress: backend.scrubbing.scrub(None, progress),
    "zip": lambda backend, place, progress: backend.exporting.export_user_data(place / "x.zip", progress=progress),
    "folder": lambda backend, place, progress: backend.exporting.export_user_data(
        place / "x", ExportFormat.FOLDER, progress=progress
    ),
    "waveform": lambda backend, _place, progress: backend.waveforms.peaks(one(backend), progress),
}


@pytest.mark.parametrize("kind", list(WORK))
def test_a_cancel_is_heard_in_the_middle_of_a_file(
    kind: str, backend: Backend, tmp_path: Path, runner: JobRunner, qtbot: QtBot
) -> None:
    before = {path for path in tmp_path.rglob("*") if path.suffix in (".wav", ".part", ".zip", ".peaks", ".batch")}
    done, total = cancelled_inside(runner, qtbot, lambda progress: WORK[kind](backend, tmp_path, progress))
    assert 0 < done < total // 10
    after = {path for path in tmp_path.rglob("*") if path.suffix in (".wav", ".part", ".zip", ".peaks", ".batch")}
    assert after == before
    assert backend.verification.verify().findings == []


def test_a_cancel_is_heard_while_a_backup_copies(backend: Backend, runner: JobRunner, qtbot: QtBot) -> None:
    size = one(backend).filesize_bytes
    done, _ = cancelled_inside(runner, qtbot, lambda progress: backend.backup.create(progress=progress))
    assert done < size
    assert not list(backend.backup.folder.rglob("*.part"))
    assert backend.backup.create().proven


def test_a_cancel_is_heard_while_a_backup_reads_back_what_it_wrote(
    backend: Backend, runner: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    hash_file = files.hash_file

    def counted(path: Path, on_bytes: Callable[[int], None] = lambda _count: None) -> str:
        def count(size: int) -> None:
            read.append(size)
            reading.set()
            on_bytes(size)

        return hash_file(path, count)

    reading = threading.Event()
    monkeypatch.setattr(files, "hash_file", counted)

    def work(progress: Progress) -> object:
        def report(done: int, total: int, item: str = "") -> None:
            progress(1 if reading.is_set() else 0, total, item)

        return backend.backup.create(progress=report)

    cancelled_inside(runner, qtbot, work)
    assert sum(read) < one(backend).filesize_bytes // 10
    assert not list(backend.backup.folder.rglob("*.part"))


def test_a_cancel_is_heard_while_a_backup_is_proven(backend: Backend, runner: JobRunner, qtbot: QtBot) -> None:
    backend.backup.create()
    store = BackupStore(backend.backup.folder)
    facts = store.snapshots()[0][-1].facts
    done, _ = cancelled_inside(
        runner, qtbot, lambda progress: proving.prove(store, progress=progress), begun=facts.database_bytes + 1
    )
    assert done < facts.database_bytes + facts.audio_bytes // 10


def test_a_cancel_is_heard_while_the_library_moves_to_another_disk(
    backend: Backend, tmp_path: Path, runner: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, size = backend.paths, one(backend).filesize_bytes
    backend.database.close()
    monkeypatch.setattr(moving, "_rename", lambda _note: None)
    store = SettingsStore(settings_file(), forgiving=True)
    done, total = cancelled_inside(
        runner, qtbot, lambda progress: moving.move(paths, tmp_path / "new", store, progress)
    )
    assert done < size < total
    assert not (tmp_path / "new").exists()


ROWS: Final[dict[str, Callable[[Backend, Path], object]]] = {
    "verify": lambda backend, _place: backend.verification.verify(),
    "scrub": lambda backend, _place: backend.scrubbing.scrub(),
    "health": lambda backend, _place: backend.health.check(),
    "csv": lambda backend, place: backend.exporting.export_user_data(place / "x.csv", ExportFormat.CSV),
    "json": lambda backend, place: backend.exporting.export_user_data(place / "x.json", ExportFormat.JSON),
    "database": lambda backend, _place: checked_database(backend),
}


def checked_database(backend: Backend) -> object:
    with DatabaseReader(Path(str(backend.database.address))) as reader:
        return reader.check()


@pytest.mark.parametrize("kind", list(ROWS))
def test_a_cancel_is_heard_among_the_rows_too(kind: str, backend: Backend, tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    before = set(tmp_path.iterdir())
    with cancelled_by(cancel), pytest.raises(Cancelled):
        ROWS[kind](backend, tmp_path)
    assert set(tmp_path.iterdir()) == before


class SlowProbe:
    """Takes for ever with a file, until it is closed."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.closed = threading.Event()

    def start(self) -> None: ...

    def examine_all(self, files: Sequence[tuple[Path, str]], heard: Callable[[AudioInfo], object]) -> None:
        self.begun.set()
        self.closed.wait()
        raise Cancelled

    def close(self) -> None:
        self.closed.set()


def test_a_cancel_is_heard_while_a_file_is_examined(
    backend: Backend, tmp_path: Path, runner: JobRunner, qtbot: QtBot
) -> None:
    probe = SlowProbe()
    importing = ImportService(backend.database, backend.paths, probe, max_file_mb=100)

    def work(progress: Progress) -> object:
        def report(done: int, total: int, item: str = "") -> None:
            progress(1 if probe.begun.is_set() else 0, total, item)

        return importing.import_paths([tmp_path / "large.wav"], keep_both=True, progress=report)

    cancelled_inside(runner, qtbot, work)
    assert list(backend.paths.staging.iterdir()) == []
