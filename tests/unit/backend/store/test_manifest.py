from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.libraries import NOON
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.snapshots import SnapshotFacts
from vrp.backend.errors import BackupFault, BackupFolderUnreadable, SnapshotDamaged, SnapshotTooNew
from vrp.backend.store.manifest import AudioEntry, ChunkEntry, Manifest, ManifestWriter

NAME = "20261123T120000Z-0000aa"
CHUNK = ChunkEntry(chunk="c" * 64, size=4096, pack=NAME, at=0, length=100, crc=7)
AUDIO = [AudioEntry(audio=letter * 64, size=5) for letter in "123"]


def facts(**values: object) -> SnapshotFacts:
    known: dict[str, object] = {
        "format": 1, "snapshot": NAME, "library": "a" * 32, "created_at": NOON, "reason": Reason.MANUAL, "app": "2.0",
        "revision": "0003", "database": "sqlite", "database_bytes": 4096, "recordings": 3, "entries": 3,
        "audio_files": 3, "audio_bytes": 15, "missing": 0,
    }  # fmt: skip
    return SnapshotFacts.model_validate({**known, **values})


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    writer = ManifestWriter(tmp_path / f"{NAME}.manifest")
    writer.add(CHUNK)
    for entry in AUDIO:
        writer.add(entry)
    writer.seal(facts())
    return Manifest(writer.path)


def test_what_was_written_is_read(manifest: Manifest) -> None:
    assert manifest.facts() == facts()
    assert list(manifest.chunks()) == [CHUNK]
    assert list(manifest.audio()) == AUDIO


def test_a_flipped_bit_anywhere_breaks_the_seal(manifest: Manifest) -> None:
    whole = manifest.path.read_bytes()
    for place in range(len(whole)):
        manifest.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises((SnapshotDamaged, SnapshotTooNew)):
            manifest.facts()


def test_a_manifest_cut_off_anywhere_does_not_exist(manifest: Manifest) -> None:
    whole = manifest.path.read_bytes()
    for length in range(len(whole) - 1):
        manifest.path.write_bytes(whole[:length])
        with pytest.raises(SnapshotDamaged):
            manifest.facts()


def resealed(lines: list[bytes]) -> bytes:
    """As by somebody who edits a manifest and knows how it is sealed."""
    body = b"".join(line + b"\n" for line in lines)
    return body + json.dumps({"seal": hashlib.sha256(body).hexdigest()}).encode() + b"\n"


def _first_audio(**values: object) -> Callable[[list[bytes]], None]:
    def change(lines: list[bytes]) -> None:
        lines[2] = json.dumps({**json.loads(lines[2]), **values}).encode()

    return change


def _twice(lines: list[bytes]) -> None:
    lines.insert(3, lines[2])


def _huge_piece(lines: list[bytes]) -> None:
    lines[1] = json.dumps({**json.loads(lines[1]), "size": 10**12}).encode()


def _pack_outside(lines: list[bytes]) -> None:
    lines[1] = json.dumps({**json.loads(lines[1]), "pack": "../../etc/passwd"}).encode()


@pytest.mark.parametrize(
    "edit",
    [
        _first_audio(audio="../../../../etc/passwd"),
        _first_audio(audio="/etc/passwd"),
        _first_audio(size=-1),
        _first_audio(size="5"),
        _first_audio(path="/etc/passwd"),
        _first_audio(instead="../x"),
        _twice,
        _huge_piece,
        _pack_outside,
    ],
)
def test_an_edited_line_is_refused_although_it_is_sealed(
    manifest: Manifest, edit: Callable[[list[bytes]], None]
) -> None:
    lines = manifest.path.read_bytes().splitlines()[:-1]
    edit(lines)
    manifest.path.write_bytes(resealed(lines))
    with pytest.raises(SnapshotDamaged):
        list(manifest.chunks()) + list(manifest.audio())


def test_a_newer_format_says_so_and_is_not_called_damaged(manifest: Manifest) -> None:
    lines = manifest.path.read_bytes().splitlines()[:-1]
    manifest.path.write_bytes(resealed([b'{"format": 2}', *lines[1:]]))
    with pytest.raises(SnapshotTooNew):
        manifest.facts()


def test_a_manifest_under_another_name_is_not_that_snapshot(manifest: Manifest) -> None:
    other = manifest.path.rename(manifest.path.with_name("20261123T120000Z-0000ab.manifest"))
    with pytest.raises(SnapshotDamaged):
        Manifest(other).facts()


def test_a_link_and_a_very_long_line_are_no_manifest(manifest: Manifest, tmp_path: Path) -> None:
    link = tmp_path / "20261123T120000Z-0000ac.manifest"
    link.symlink_to(manifest.path)
    with pytest.raises(BackupFolderUnreadable):
        Manifest(link).facts()
    manifest.path.write_bytes(b'{"format": 1, "x": "' + b"x" * 10_000_000)
    with pytest.raises(BackupFault):
        manifest.facts()
