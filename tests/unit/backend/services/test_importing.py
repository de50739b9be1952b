from __future__ import annotations

import json
import os
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.audio_files import FORMATS, write_audio
from vrp.app.opening import Backend
from vrp.backend import files
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Origin
from vrp.backend.errors import Cancelled, DatabaseFault, DiskFull
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services import import_run


def _left_behind(backend: Backend) -> list[Path]:
    """Files in the library that are neither a recording's nor its sidecar's."""
    rows = backend.library.page(LibraryQuery()).rows + backend.library.page(LibraryQuery(trash=True)).rows
    known = {backend.library.audio_path(row) for row in rows} | {backend.paths.sidecar(row.uuid) for row in rows}
    found = [*backend.paths.staging.iterdir(), *backend.paths.audio.glob("*/*")]
    return [path for path in found if path not in known]


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_comes_in_with_its_true_length_and_the_same_bytes(
    backend: Backend, tmp_path: Path, suffix: str
) -> None:
    source = write_audio(tmp_path / f"Löwe.{suffix}", 1.5)
    report = backend.importing.import_paths([source])
    (imported,) = report.imported
    recording = imported.recording
    assert recording.duration == pytest.approx(1.5, abs=0.1)
    assert (recording.title, recording.filename, recording.origin) == ("Löwe", source.name, Origin.IMPORTED)
    assert backend.library.audio_path(recording).read_bytes() == source.read_bytes()
    assert recording.checksum == files.hash_file(source)
    assert _left_behind(backend) == []


def test_the_extension_is_not_believed(backend: Backend, tmp_path: Path) -> None:
    source = write_audio(tmp_path / "really.wav")
    liar = source.rename(tmp_path / "claims.mp3")
    recording = backend.importing.import_paths([liar]).imported[0].recording
    assert recording.mime_type == "audio/wav"
    assert recording.stored_filename.endswith(".wav")


def test_tags_in_the_file_give_title_artist_and_date(backend: Backend, tmp_path: Path) -> None:
    source = write_audio(tmp_path / "x.mp3", tags={"title": "Lecture 7", "artist": "A. Noether", "date": "2019-05-04"})
    recording = backend.importing.import_paths([source]).imported[0].recording
    assert (recording.title, recording.artist) == ("Lecture 7", "A. Noether")
    assert recording.recorded_at.date().isoformat() == "2019-05-04"


def test_the_same_bytes_are_skipped_or_kept_twice_when_asked(backend: Backend, tmp_path: Path) -> None:
    first = write_audio(tmp_path / "a.wav")
    shutil.copy(first, tmp_path / "b.wav")
    report = backend.importing.import_paths([first, tmp_path / "b.wav"])
    assert len(report.imported) == 1
    assert report.skipped[0].id == report.imported[0].recording.id
    again = backend.importing.import_paths([first], keep_both=True)
    assert again.imported[0].recording.id != report.imported[0].recording.id
    assert backend.verification.verify().findings == []


def test_bad_files_are_named_nothing_of_them_stays_and_the_good_one_comes_in(backend: Backend, tmp_path: Path) -> None:
    folder = tmp_path / "old files"
    folder.mkdir()
    good = write_audio(folder / "good.flac")
    (folder / "empty.wav").touch()
    (folder / "noise.mp3").write_bytes(os.urandom(5000))
    (folder / "letter.txt").write_text("hello")
    (folder / "new\nline.wav").write_bytes(good.read_bytes())
    (folder / os.fsdecode(b"bad\xff.wav")).write_bytes(good.read_bytes())
    os.mkfifo(folder / "pipe.wav")
    (folder / "loop").symlink_to(folder)
    report = backend.importing.import_paths([folder, tmp_path / "gone.wav", Path("/dev/zero"), Path("/" + "x/" * 2100)])
    assert [one.path.name for one in report.imported] == ["good.flac"]
    assert {one.path.name: one.error.code for one in report.refused} == {
        "empty.wav": "VRP-1105",
        "noise.mp3": "VRP-1112",
        "letter.txt": "VRP-1107",
        "new\nline.wav": "VRP-1108",
        os.fsdecode(b"bad\xff.wav"): "VRP-1108",
        "pipe.wav": "VRP-1102",
        "loop": "VRP-1103",
        "gone.wav": "VRP-1101",
        "zero": "VRP-1102",
        "x": "VRP-1109",
    }
    assert _left_behind(backend) == []


def test_a_cancelled_import_leaves_nothing_unfinished(backend: Backend, tmp_path: Path) -> None:
    sources = [write_audio(tmp_path / f"{number}.wav", 0.2, rate=8000 + number) for number in range(5)]
    reports = 0

    def cancel_late(done: int, total: int, item: str = "") -> None:
        nonlocal reports
        reports += 1
        if reports == 7:
            raise Cancelled

    with pytest.raises(Cancelled):
        backend.importing.import_paths(sources, progress=cancel_late)
    assert backend.library.page(LibraryQuery()).total == 0
    assert _left_behind(backend) == []


def test_progress_ends_at_the_sum_of_the_bytes(backend: Backend, tmp_path: Path) -> None:
    sources = [write_audio(tmp_path / f"{number}.wav", 0.2 + number / 10) for number in range(3)]
    reports: list[tuple[int, int]] = []
    backend.importing.import_paths(sources, progress=lambda done, total, item="": reports.append((done, total)))
    size = sum(source.stat().st_size for source in sources)
    assert reports[-1] == (size, size)
    assert reports == sorted(reports)


def test_when_the_rows_cannot_be_written_the_files_go_too(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseFault(path="library", reason="TEST")

    monkeypatch.setattr(RecordingRepository, "add_all", refuse)
    with pytest.raises(DatabaseFault):
        backend.importing.import_paths([write_audio(tmp_path / "a.wav")])
    backend.importing.collect_leftovers()
    assert _left_behind(backend) == []


def test_copies_that_could_not_be_noted_go_at_once_and_do_not_fill_the_disk(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise DiskFull(path=path)

    monkeypatch.setattr(files, "write_atomic", full)
    with pytest.raises(DiskFull):
        backend.importing.import_paths([write_audio(tmp_path / "a.wav")])
    assert _left_behind(backend) == []


def test_a_file_for_which_there_is_no_room_is_refused_and_the_others_are_not(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big, small = write_audio(tmp_path / "big.wav", 2.0), write_audio(tmp_path / "small.wav", 0.1)
    room = 16 * 1024 * 1024 + small.stat().st_size
    monkeypatch.setattr(files, "free_bytes", lambda _path: room)
    report = backend.importing.import_paths([big, small])
    assert [one.path for one in report.imported] == [small]
    assert isinstance(report.refused[0].error, DiskFull)


def test_a_batch_that_was_cut_off_before_its_rows_is_collected(backend: Backend, tmp_path: Path) -> None:
    name = "0123456789abcdef0123456789abcdef.wav"
    audio = backend.paths.audio_file(name)
    audio.parent.mkdir(parents=True)
    audio.write_bytes(b"copy")
    (backend.paths.staging / "x.batch").write_text(json.dumps([name]))
    (backend.paths.staging / "y.part").write_bytes(b"half")
    kept = backend.importing.import_paths([write_audio(tmp_path / "a.wav")]).imported[0].recording
    (backend.paths.staging / "z.batch").write_text(json.dumps([kept.stored_filename]))
    backend.importing.collect_leftovers()
    assert _left_behind(backend) == []
    assert backend.library.audio_path(kept).exists()


def test_a_file_over_the_limit_is_refused_with_both_figures(backend: Backend, tmp_path: Path) -> None:
    sparse = tmp_path / "huge.wav"
    with sparse.open("wb") as file:
        file.truncate(501 * 1024 * 1024)
    (refused,) = backend.importing.import_paths([sparse]).refused
    assert refused.error.code == "VRP-1106"
    assert "501.0 MiB" in refused.error.message
    assert "500 MiB" in refused.error.message


def test_a_full_batch_is_written_while_the_next_is_copied_and_before_the_one_after_that(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_run, "BATCH_FILES", 2)
    sources = [write_audio(tmp_path / f"{number}.wav", 0.1 + number / 10) for number in range(7)]
    seen: dict[str, int] = {}

    def progress(done: int, total: int, item: str = "") -> None:
        seen[item] = backend.library.page(LibraryQuery()).total

    assert len(backend.importing.import_paths(sources, progress=progress).imported) == 7
    assert set(seen.values()) <= {0, 2, 4, 6}
    assert seen["4.wav"] >= 2
    assert seen["6.wav"] >= 4


def test_a_cancel_while_a_batch_is_written_leaves_all_of_it_or_nothing(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_run, "BATCH_FILES", 2)
    sources = [write_audio(tmp_path / f"{number}.wav", 0.1 + number / 10) for number in range(4)]

    def cancel_beside_the_writing(done: int, total: int, item: str = "") -> None:
        if item == "2.wav":
            raise Cancelled

    with pytest.raises(Cancelled):
        backend.importing.import_paths(sources, progress=cancel_beside_the_writing)
    backend.importing.collect_leftovers()
    assert backend.library.page(LibraryQuery()).total in (0, 2)
    assert _left_behind(backend) == []
    assert len(backend.importing.import_paths(sources).imported) in (2, 4)
    assert backend.verification.verify().findings == []


def test_twins_are_found_wherever_they_lie(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one group, in the batch, in the one that is being written, and in the library."""
    monkeypatch.setattr(import_run, "BATCH_FILES", 3)
    monkeypatch.setattr(import_run, "_GROUP_FILES", 2)
    one, two, three = (write_audio(tmp_path / f"{number}.wav", 0.1 + number / 10) for number in range(3))
    order = [one, one, two, three, one, three, two, three]
    names = [shutil.copy(source, tmp_path / f"{turn} of {source.name}") for turn, source in enumerate(order)]
    report = backend.importing.import_paths([Path(name) for name in names])
    assert [imported.path.name for imported in report.imported] == ["0 of 0.wav", "2 of 1.wav", "3 of 2.wav"]
    ids = {imported.recording.checksum: imported.recording.id for imported in report.imported}
    assert [skipped.id for skipped in report.skipped] == [
        ids[files.hash_file(skipped.path)] for skipped in report.skipped
    ]
    assert len(report.skipped) == 5
    assert _left_behind(backend) == []


@pytest.mark.parametrize(("moment", "kept"), [(1_000_000_000, True), (3_600, False), (32_503_680_000, False)])
def test_the_files_own_time_counts_where_it_can_be_one(
    backend: Backend, tmp_path: Path, moment: int, *, kept: bool
) -> None:
    source = write_audio(tmp_path / "a.wav")
    os.utime(source, (moment, moment))
    recording = backend.importing.import_paths([source]).imported[0].recording
    assert (recording.recorded_at.timestamp() == moment) is kept
    assert kept or recording.created_at - recording.recorded_at < timedelta(minutes=1)


def test_a_note_that_was_being_written_undoes_nothing(backend: Backend, tmp_path: Path) -> None:
    recording = backend.importing.import_paths([write_audio(tmp_path / "a.wav")]).imported[0].recording
    (backend.paths.staging / "1.batch").write_bytes(f'["{recording.stored_filename}'.encode())
    assert backend.importing.collect_leftovers() == 1
    assert backend.importing.collect_leftovers() == 0
    assert backend.verification.verify().findings == []


def test_cancelling_while_the_next_file_is_named_ends_the_import(backend: Backend, tmp_path: Path) -> None:
    sources = [write_audio(tmp_path / f"{number}.wav", 0.1 + number / 10) for number in range(3)]

    def cancel_in_the_copy(done: int, total: int, item: str = "") -> None:
        if item == "1.wav" and done > sources[0].stat().st_size:
            raise Cancelled

    with pytest.raises(Cancelled):
        backend.importing.import_paths(sources, progress=cancel_in_the_copy)
    assert backend.library.page(LibraryQuery()).total == 0
    assert _left_behind(backend) == []


def test_a_cancel_does_not_wait_until_the_disk_has_a_file(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_run, "BATCH_FILES", 1)
    waiting, disk = threading.Event(), threading.Event()

    def slow(_path: Path) -> None:
        waiting.set()
        disk.wait()

    def cancel_meanwhile(done: int, total: int, item: str = "") -> None:
        if waiting.is_set():
            raise Cancelled

    monkeypatch.setattr(files, "fsync_file", slow)
    try:
        with pytest.raises(Cancelled):
            backend.importing.import_paths([write_audio(tmp_path / "a.wav")], progress=cancel_meanwhile)
        assert not disk.is_set()
        assert _left_behind(backend) == []
    finally:
        disk.set()
