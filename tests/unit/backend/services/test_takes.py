from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest

from vrp.app.opening import Backend
from vrp.backend import files
from vrp.backend.audio import take_folder
from vrp.backend.audio.wav import header
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Origin
from vrp.backend.domain.takes import CaptureFormat, EndReason, Gap, TakeEnded
from vrp.backend.errors import DatabaseFault, LibraryNotWritable
from vrp.backend.persistence.recordings import RecordingRepository

FORMAT = CaptureFormat(48_000, 2, 16)


def _cut_off(backend: Backend, seconds: float, *, told: float = 0.0, continues: str = "") -> str:
    """A take as a capture process that was killed leaves it: the header tells less than the file holds."""
    uuid = uuid4().hex
    now = datetime.now().astimezone()
    manifest = take_folder.TakeManifest.begin(uuid, "mic", FORMAT, now, continues=continues)
    folder = take_folder.create(backend.paths.takes, manifest)
    audio = os.urandom(round(seconds * FORMAT.sample_rate) * FORMAT.bytes_per_frame)
    (folder / take_folder.WAV_NAME).write_bytes(header(FORMAT, round(told * FORMAT.sample_rate)) + audio)
    return uuid


def _ended(uuid: str) -> TakeEnded:
    return TakeEnded(uuid, 0, FORMAT, EndReason.REQUESTED)


def test_a_take_becomes_a_recording_and_its_folder_goes(backend: Backend) -> None:
    uuid = _cut_off(backend, 1.0, told=1.0)
    recording = backend.takes.keep(_ended(uuid))
    assert recording is not None
    assert (recording.uuid, recording.duration, recording.origin) == (uuid, 1.0, Origin.RECORDED)
    assert list(backend.paths.takes.iterdir()) == []
    assert backend.verification.verify().findings == []


def test_a_take_that_was_cut_off_is_recovered_to_its_last_whole_frame(backend: Backend) -> None:
    uuid = _cut_off(backend, 2.5, told=2.0)
    with (backend.paths.take(uuid) / take_folder.WAV_NAME).open("ab") as file:
        file.write(b"\x01\x02\x03")  # the frame that was being written
    (recording,) = backend.takes.recover()
    assert recording.duration == pytest.approx(2.5)
    assert recording.origin is Origin.RECOVERED
    assert backend.verification.verify().findings == []
    assert backend.takes.recover() == ()


def test_what_never_came_stays_known_after_the_take_is_kept(backend: Backend) -> None:
    uuid = _cut_off(backend, 2.0, told=2.0)
    folder = backend.paths.take(uuid)
    manifest = take_folder.read_manifest(folder)
    assert manifest is not None
    gaps = (Gap(24_000, 4_800), Gap(72_000, 480))
    take_folder.write_manifest(folder, manifest.ended(96_000, EndReason.REQUESTED, gaps))
    recording = backend.takes.keep(_ended(uuid))
    assert recording is not None
    assert backend.library.gaps(recording.id) == gaps
    assert backend.verification.verify().findings == []


def test_a_take_without_gaps_tells_none(backend: Backend) -> None:
    recording = backend.takes.keep(_ended(_cut_off(backend, 1.0, told=1.0)))
    assert recording is not None
    assert backend.library.gaps(recording.id) == ()


def test_the_title_of_a_take_follows_the_setting(backend: Backend) -> None:
    backend.store.set("audio.title_pattern", "Lecture {year}, {input}")
    recording = backend.takes.keep(_ended(_cut_off(backend, 1.0, told=1.0)))
    assert recording is not None
    assert recording.title == f"Lecture {datetime.now().astimezone():%Y}, mic"


@pytest.mark.parametrize("step", ["_add", "_remove"])
def test_a_crash_between_the_steps_is_finished_by_the_next_start(
    backend: Backend, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    uuid = _cut_off(backend, 1.0)
    with monkeypatch.context() as crash:

        def die(*_: object) -> None:
            raise KeyboardInterrupt

        crash.setattr(type(backend.takes), step, die)
        with pytest.raises(KeyboardInterrupt):
            backend.takes.keep(_ended(uuid))
    backend.takes.recover()
    (row,) = backend.library.page(LibraryQuery()).rows
    assert (row.uuid, row.duration) == (uuid, 1.0)
    assert list(backend.paths.takes.iterdir()) == []
    assert backend.verification.verify().findings == []


def test_a_take_that_cannot_be_kept_now_stays(backend: Backend, monkeypatch: pytest.MonkeyPatch, logged) -> None:  # type: ignore[no-untyped-def]  # the watch of tests/conftest.py
    uuid = _cut_off(backend, 1.0)
    with monkeypatch.context() as fault:

        def refuse(*_: object) -> None:
            raise DatabaseFault(path="library", reason="TEST")

        fault.setattr(RecordingRepository, "add_all", refuse)
        assert backend.takes.recover() == ()
    logged.expect("take_not_recovered")
    assert backend.paths.take(uuid).is_dir()
    assert [one.uuid for one in backend.takes.recover()] == [uuid]


def test_without_a_manifest_the_audio_counts(backend: Backend) -> None:
    uuid = _cut_off(backend, 1.0, told=0.5)
    (backend.paths.take(uuid) / take_folder.MANIFEST_NAME).write_bytes(b"garbage")
    (recording,) = backend.takes.recover()
    assert recording.duration == pytest.approx(1.0)


def test_a_take_without_a_frame_is_no_recording(backend: Backend) -> None:
    uuid = _cut_off(backend, 0.0)
    assert backend.takes.keep(_ended(uuid)) is None
    assert list(backend.paths.takes.iterdir()) == []


def test_a_take_that_still_runs_is_left_alone(backend: Backend, logged) -> None:  # type: ignore[no-untyped-def]  # see above
    uuid = _cut_off(backend, 1.0)
    with take_folder.locked(backend.paths.take(uuid)):
        assert backend.takes.recover(wait=lambda _seconds: None) == ()
    logged.expect("take_not_recovered")
    assert len(backend.takes.recover()) == 1


def test_foreign_things_among_the_takes_do_not_stop_the_recovery(backend: Backend, tmp_path: Path, logged) -> None:  # type: ignore[no-untyped-def]  # see above
    (backend.paths.takes / "not a take").mkdir()
    uuid = _cut_off(backend, 1.0)
    assert [one.uuid for one in backend.takes.recover()] == [uuid]
    logged.expect("take_not_recovered")
    assert (backend.paths.takes / "not a take").is_dir()


def test_a_take_stays_writable_until_it_has_moved_so_that_a_crash_before_can_be_mended(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    uuid = _cut_off(backend, 1.0)
    wav = backend.paths.take(uuid) / take_folder.WAV_NAME
    with monkeypatch.context() as patched:
        patched.setattr(files, "publish", lambda *_: (_ for _ in ()).throw(LibraryNotWritable(path="x", reason="EIO")))
        with pytest.raises(LibraryNotWritable):
            backend.takes.keep(_ended(uuid))
    assert wav.stat().st_mode & 0o200
    recording = backend.takes.keep(_ended(uuid))
    assert recording is not None
    assert backend.library.audio_path(recording).stat().st_mode & 0o222 == 0


def test_a_disk_that_fails_while_a_take_is_kept_is_told_as_such(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> str:
        raise OSError(errno.EIO, "")

    uuid = _cut_off(backend, 1.0)
    monkeypatch.setattr(files, "hash_file", fail)
    with pytest.raises(LibraryNotWritable, match="EIO"):
        backend.takes.keep(_ended(uuid))


def test_a_folder_with_sound_that_is_a_recording_already_is_not_removed(backend: Backend) -> None:
    uuid = _cut_off(backend, 1.0, told=1.0)
    assert backend.takes.keep(_ended(uuid)) is not None
    again = backend.paths.take(uuid)
    again.mkdir()
    (again / take_folder.WAV_NAME).write_bytes(header(FORMAT, 10) + bytes(10 * FORMAT.bytes_per_frame))
    assert backend.takes.keep(_ended(uuid)) is not None
    assert again.exists()


def test_an_empty_take_that_was_cut_off_is_cleared_away(backend: Backend) -> None:
    _cut_off(backend, 0.0)
    assert backend.takes.recover() == ()
    assert list(backend.paths.takes.iterdir()) == []


def test_a_take_that_goes_on_is_called_after_the_one_before_it_as_that_is_called_now(backend: Backend) -> None:
    first = backend.takes.keep(_ended(_cut_off(backend, 1.0, told=1.0)))
    assert first is not None
    backend.library.rename(first.id, "Interview")
    second = backend.takes.keep(_ended(_cut_off(backend, 1.0, told=1.0, continues=first.uuid)))
    assert second is not None
    assert second.title == "Interview (2)"
    _cut_off(backend, 1.0, continues=second.uuid)
    assert [one.title for one in backend.takes.recover()] == ["Interview (3)"]


def test_a_take_whose_first_part_is_not_there_has_a_title_of_its_own(backend: Backend) -> None:
    backend.store.set("audio.title_pattern", "Lecture")
    recording = backend.takes.keep(_ended(_cut_off(backend, 1.0, told=1.0, continues=uuid4().hex)))
    assert recording is not None
    assert recording.title == "Lecture"
