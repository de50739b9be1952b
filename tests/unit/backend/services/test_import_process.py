"""The import of a window, in its process: as good as one in our own, and whole whatever happens to either."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from vrp.app.opening import Backend, Opening, open_backend, tidy
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import Cancelled, ImportDied, NotAudio, SourceMissing, SourceTooLarge
from vrp.backend.logs import tail
from vrp.backend.services import import_process

PARENT: Final = """
import sys
from pathlib import Path
from vrp.app.opening import Opening, open_backend
def progress(done, total, item=""):
    if done:
        print("under way", flush=True)
with open_backend(Opening(sys.argv[1], apart=True)) as backend:
    backend.importing.import_paths([Path(sys.argv[2])], progress=progress)
"""

FILES: Final = 110  # more than a batch


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    with open_backend(Opening(str(tmp_path / "library"), apart=True)) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def either(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgres_url"))
    with open_backend(Opening(str(tmp_path / "library"), apart=True)) as opened:
        yield opened


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    for number in range(FILES):
        write_audio(tmp_path / "sources" / f"{number}.wav", 0.05, rate=8000 + number)
    return tmp_path / "sources"


def import_processes() -> list[int]:
    """Those that this process has begun and that still run."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words, state = (place / "cmdline").read_bytes().split(b"\0"), (place / "stat").read_text()
        except OSError:
            continue  # it has just ended
        parent = int(state.rpartition(")")[2].split()[1])
        if parent == os.getpid() and b"--audio-engine" in words and b"import" in words:
            found.append(int(place.name))
    return found


def is_whole(backend: Backend) -> bool:
    return not list(backend.paths.staging.iterdir()) and not backend.verification.verify().findings


def test_a_few_files_do_not_wait_for_a_process_to_begin(backend: Backend, tmp_path: Path) -> None:
    few = [write_audio(tmp_path / f"{number}.wav", 0.1, rate=8000 + number) for number in range(3)]
    begun: list[int] = []
    report = backend.importing.import_paths(few, progress=lambda *_: begun.extend(import_processes()))
    assert (len(report.imported), begun) == (3, [])


def test_what_came_of_each_file_is_told_as_by_an_import_in_our_own_process(
    either: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_process, "FEW_FILES", 0)
    backend = either
    good = write_audio(tmp_path / "Löwe.wav", 0.5)
    backend.importing.max_file_mb = 1  # as the settings change it while the window is open
    (tmp_path / "text.wav").write_text("no sound")
    large = write_audio(tmp_path / "large.wav", 20)
    reports: list[tuple[int, int]] = []
    report = backend.importing.import_paths(
        [good, good, tmp_path / "text.wav", tmp_path / "gone\udcff.wav", large],
        progress=lambda done, total, item="": reports.append((done, total)),
    )
    (imported,), (skipped,) = report.imported, report.skipped
    assert imported.path == skipped.path == good
    assert imported.recording == backend.library.get(skipped.id)
    assert [(type(one.error), one.path.name) for one in report.refused] == [
        (SourceMissing, "gone\udcff.wav"), (SourceTooLarge, "large.wav"), (NotAudio, "text.wav")
    ]  # fmt: skip
    assert "large.wav" in report.refused[1].error.message
    assert max(done for done, _ in reports) <= max(total for _, total in reports)
    assert is_whole(backend)
    told = [one.text for one in tail.PROCESS.newest(50)]
    assert any("import_ended" in text and "imported=1" in text for text in told)


def test_what_a_server_asks_for_is_not_among_the_arguments(either: Backend, sources: Path) -> None:
    seen: set[bytes] = set()

    def look(done: int, total: int, item: str = "") -> None:
        seen.update(Path(f"/proc/{one}/cmdline").read_bytes() for one in import_processes())

    assert len(either.importing.import_paths([sources], progress=look).imported) == FILES
    (words,) = seen - {b""}  # of one that has just ended nothing is left to read
    assert b"postgres" not in words
    assert import_processes() == []


def test_a_cancel_ends_the_process_and_leaves_the_library_whole(backend: Backend, sources: Path) -> None:
    def cancel(done: int, total: int, item: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        backend.importing.import_paths([sources], progress=cancel)
    assert import_processes() == []
    assert is_whole(backend)
    here = backend.library.page(LibraryQuery()).total
    report = backend.importing.import_paths([sources])
    assert len(report.imported) + here == FILES


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_process_that_is_killed_costs_a_message_and_nothing_else(
    backend: Backend, sources: Path, share: float, logged: LogWatch
) -> None:
    def kill(done: int, total: int, item: str = "") -> None:
        if total and done >= share * total:
            for one in import_processes():
                os.kill(one, signal.SIGKILL)

    other = backend.paths.staging / "of another job.part"
    other.write_bytes(b"")
    with pytest.raises(ImportDied):
        backend.importing.import_paths([sources], progress=kill)
    logged.expect("import_process_died")
    assert list(backend.paths.staging.iterdir()) == [other]
    other.unlink()
    assert is_whole(backend)
    here = backend.library.page(LibraryQuery()).total
    report = backend.importing.import_paths([sources])
    assert len(report.imported) + here == FILES
    assert is_whole(backend)


def test_a_window_that_is_killed_keeps_the_library_until_its_import_has_ended(tmp_path: Path, sources: Path) -> None:
    library = tmp_path / "library"
    words = [sys.executable, "-c", PARENT, str(library), str(sources)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"under way\n"
        parent.kill()
    with open_backend(Opening(str(library), wait=30)) as backend:  # it gets the lock when that process has ended too
        tidy(backend)
        assert is_whole(backend)
        here = backend.library.page(LibraryQuery()).total
        report = backend.importing.import_paths([sources])
        assert len(report.imported) + here == FILES
