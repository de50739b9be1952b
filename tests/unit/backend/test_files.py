from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from vrp.backend import files
from vrp.backend.errors import (
    Cancelled,
    DiskFull,
    LibraryNotWritable,
    SourceChanged,
    SourceIsLink,
    SourceMissing,
    SourceNotRegular,
    SourcePathTooLong,
)


@pytest.mark.parametrize("size", [0, 1, files.BLOCK, 5 * files.BLOCK + 17])
def test_a_copy_has_the_bytes_and_the_hash_of_its_source(tmp_path: Path, size: int) -> None:
    source = tmp_path / "source"
    source.write_bytes(os.urandom(size))
    checksum = files.copy_and_hash(source, tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == source.read_bytes()
    assert checksum == hashlib.sha256(source.read_bytes()).hexdigest() == files.hash_file(source)


def test_progress_counts_every_byte(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(bytes(3 * files.BLOCK + 5))
    counted: list[int] = []
    files.copy_and_hash(source, tmp_path / "copy", on_bytes=counted.append)
    assert sum(counted) == 3 * files.BLOCK + 5


def test_a_source_that_grows_while_it_is_read_is_refused_and_its_copy_goes(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(bytes(2 * files.BLOCK))

    def grow(_count: int) -> None:
        with source.open("ab") as file:
            file.write(b"more")

    with pytest.raises(SourceChanged):
        files.copy_and_hash(source, tmp_path / "copy", on_bytes=grow)
    assert not (tmp_path / "copy").exists()


def test_a_cancelled_copy_leaves_nothing(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(bytes(4 * files.BLOCK))

    def cancel(_count: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        files.copy_and_hash(source, tmp_path / "copy", on_bytes=cancel)
    assert not (tmp_path / "copy").exists()


def test_links_pipes_folders_and_devices_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceIsLink):
        files.open_source(tmp_path / "link")
    for special in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(SourceNotRegular):
            files.open_source(special)


def test_missing_and_overlong_paths_have_refusals_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        files.open_source(tmp_path / "nothing")
    with pytest.raises(SourcePathTooLong):
        files.open_source(tmp_path / "/".join(["x" * 100] * 41))


def test_an_atomic_write_that_fails_leaves_the_old_content_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "settings"
    files.write_atomic(target, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        files.write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["settings"]


def test_files_and_folders_are_the_owners_alone(tmp_path: Path) -> None:
    files.make_private_folder(tmp_path / "a" / "b")
    files.write_atomic(tmp_path / "a" / "b" / "file", b"x")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o077 == 0
    assert (tmp_path / "a" / "b" / "file").stat().st_mode & 0o077 == 0


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:7])))
    files.write_new(tmp_path / "file", b"a line that is longer than seven bytes")
    assert (tmp_path / "file").read_bytes() == b"a line that is longer than seven bytes"


def test_a_target_that_cannot_be_made_is_the_librarys_fault(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"x")
    with pytest.raises(LibraryNotWritable):
        files.copy_and_hash(tmp_path / "source", tmp_path / "no" / "copy")
