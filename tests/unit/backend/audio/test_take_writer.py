from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from vrp.backend.audio import take_folder, take_writer
from vrp.backend.audio.take_folder import TakeManifest
from vrp.backend.audio.take_writer import Begun, Ended, TakeWriter
from vrp.backend.audio.wav import DATA_OFFSET, read_wav
from vrp.backend.domain.takes import CaptureFormat, EndReason, Gap
from vrp.backend.errors import TakeDiskFull, TakeWriteFailed

MONO = CaptureFormat(48_000, 1, 16)
TENTH = bytes(range(256)) * 38  # a tenth of a second and a bit


class Take:
    def __init__(self, takes: Path) -> None:
        self.news: list[Begun | Ended] = []
        manifest = TakeManifest.begin(uuid4().hex, "mic", MONO, datetime.now(UTC))
        self.writer = TakeWriter(takes, manifest, self.news.append)
        self.folder = takes / manifest.uuid
        self.wav = self.folder / take_folder.WAV_NAME

    def end(self, reason: EndReason = EndReason.REQUESTED) -> Ended:
        self.writer.finish(reason)
        self.writer.join(10)
        assert not self.writer.is_alive()
        last = self.news[-1]
        assert isinstance(last, Ended)
        return last

    def audio(self) -> bytes:
        return self.wav.read_bytes()[DATA_OFFSET:]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    return Take(tmp_path / "takes")


def test_everything_that_was_put_is_in_the_file(take: Take) -> None:
    take.writer.start()
    for _ in range(20):
        take.writer.put(TENTH)
    take.writer.note(Gap(5, 6))
    ended = take.end(EndReason.DEVICE_LOST)

    assert take.news[0] == Begun(take.folder.name)
    assert ended.fault is None
    assert ended.take is not None
    assert (ended.take.frames, ended.take.reason, ended.take.gaps) == (
        20 * len(TENTH) // 2,
        EndReason.DEVICE_LOST,
        (Gap(5, 6),),
    )
    assert take.audio() == TENTH * 20
    manifest = take_folder.read_manifest(take.folder)
    assert manifest is not None
    assert (manifest.done, manifest.frames, manifest.reason) == (True, ended.take.frames, EndReason.DEVICE_LOST)
    assert take.folder.stat().st_mode & 0o077 == take.wav.stat().st_mode & 0o077 == 0


def test_a_disk_that_is_slow_costs_nothing(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def slow(fd: int) -> None:
        time.sleep(0.3)
        real(fd)

    monkeypatch.setattr(os, "fsync", slow)
    take.writer.start()
    for _ in range(30):
        take.writer.put(TENTH)
    ended = take.end()
    assert ended.take is not None
    assert ended.take.gaps == ()
    assert take.audio() == TENTH * 30


def test_a_disk_that_hangs_longer_than_memory_lasts_costs_a_gap_that_is_noted(
    take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take.writer, "_limit", len(TENTH) * 3)
    for _ in range(5):
        take.writer.put(TENTH)  # nobody writes yet
    frames = len(TENTH) // 2
    take.writer.start()
    ended = take.end()
    assert ended.take is not None
    assert (ended.take.frames, ended.take.gaps) == (3 * frames, (Gap(3 * frames, frames), Gap(3 * frames, frames)))


def _fails(number: int, after: int) -> Callable[[int, bytes], int]:
    real, written = os.write, 0

    def write(fd: int, data: bytes) -> int:
        nonlocal written
        room = after - written
        if len(data) >= 1_000:  # sound, not a header or a manifest
            if room <= 0:
                raise OSError(number, os.strerror(number))
            data = bytes(data[: min(len(data), room)])
            written += len(data)
        return real(fd, data)

    return write


@pytest.mark.parametrize(
    ("number", "reason", "fault"),
    [
        (errno.ENOSPC, EndReason.DISK_FULL, TakeDiskFull),
        (errno.EDQUOT, EndReason.DISK_FULL, TakeDiskFull),
        (errno.EFBIG, EndReason.WRITE_FAILED, TakeWriteFailed),
        (errno.EIO, EndReason.WRITE_FAILED, TakeWriteFailed),
    ],
)
def test_a_write_that_fails_ends_the_take_and_keeps_what_is_there(
    take: Take, monkeypatch: pytest.MonkeyPatch, number: int, reason: EndReason, fault: type
) -> None:
    monkeypatch.setattr(os, "write", _fails(number, after=20_001))
    for _ in range(10):
        take.writer.put(TENTH)
    take.writer.start()
    take.writer.join(10)
    monkeypatch.undo()

    ended = take.news[-1]
    assert isinstance(ended, Ended)
    assert ended.take is not None
    assert (ended.take.frames, ended.take.reason) == (10_000, reason)
    assert type(ended.fault) is fault
    assert take.audio() == (TENTH * 10)[:20_001]
    assert read_wav(take.wav).claimed == 10_000


def test_after_an_fsync_that_failed_no_other_one_is_believed(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_writer, "SYNC_SECONDS", 0.0)
    take.writer.start()
    while not take.news:
        time.sleep(0.01)
    asked: list[int] = []
    empty = take.wav.stat().st_size

    def fail(fd: int) -> None:
        # Not before the sound is there: the writer syncs without a pause.
        if Path(f"/proc/self/fd/{fd}").readlink() == take.wav and os.fstat(fd).st_size > empty:
            asked.append(fd)
            raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", fail)
    take.writer.put(TENTH)
    take.writer.join(10)
    ended = take.news[-1]
    assert isinstance(ended, Ended)
    assert ended.take is not None
    assert (ended.take.reason, ended.take.frames) == (EndReason.WRITE_FAILED, len(TENTH) // 2)
    assert len(asked) == 1


def test_a_take_that_cannot_begin_says_why(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("not a folder")
    take = Take(tmp_path / "takes")
    take.writer.start()
    ended = take.end()
    assert ended.take is None
    assert isinstance(ended.fault, TakeWriteFailed)


def test_the_lock_is_free_when_the_end_is_told(tmp_path: Path) -> None:
    live: list[bool] = []
    manifest = TakeManifest.begin(uuid4().hex, "mic", MONO, datetime.now(UTC))
    writer = TakeWriter(tmp_path, manifest, lambda _: live.append(take_folder.is_live(tmp_path / manifest.uuid)))
    writer.start()
    writer.put(TENTH)
    writer.finish(EndReason.REQUESTED)
    writer.join(10)
    assert live == [True, False]
