"""The backup folder: every audio file once, by its checksum, and snapshots that refer to them.

::

    store.json                     the form of this folder
    store.lock                     one writer at a time
    audio/ab/<SHA-256>             an audio file as it was, read-only: any player opens it
    database/<snapshot>.pack       pieces of databases, compressed (see `vrp.backend.store.packs`)
    snapshots/<snapshot>.manifest  what belongs to the snapshot (see `vrp.backend.store.manifest`)
    snapshots/<snapshot>.proof     when it was last proven
    erased/<uuid>                  a recording that was erased for good and does not come back with a snapshot
    reading.json                   when each of the 256 folders of audio was last read to its end
    staging/                       what is being written

The order of writing: audio and pack durable under their names, then the manifest. The order of removing: the manifest,
then what no other manifest names. So a crash at any point leaves at worst files that nobody names, which the next
cleaning up removes.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

from vrp.backend import files
from vrp.backend.domain.snapshots import NAME, Proof, Snapshot, SnapshotFacts
from vrp.backend.errors import (
    BackupFault,
    BackupFolderFull,
    BackupFolderInUse,
    BackupFolderMissing,
    BackupFolderNotWritable,
    BackupFolderTooNew,
    BackupFolderUnreadable,
    DiskFull,
    ImportRefused,
    LibraryNotWritable,
    NotABackupFolder,
    SnapshotDamaged,
    SnapshotUnknown,
)
from vrp.backend.locks import FileLock
from vrp.backend.phrases import Phrase
from vrp.backend.store import manifest, packs
from vrp.backend.store.manifest import AudioEntry, ChunkEntry, Manifest, ManifestWriter
from vrp.backend.store.packs import PackReader, PackWriter

FORMAT: Final = 1
READ_AGAIN: Final = timedelta(days=14)  # with backups each day no file stays unread for longer than thirty
PREFIXES: Final = tuple(f"{number:02x}" for number in range(256))
_PROOF: Final = ".proof"
_CHECKSUM: Final = re.compile(r"[0-9a-f]{64}")
_UUID: Final = re.compile(r"[0-9a-f]{32}")

_T = TypeVar("_T")


class BackupStore:
    """One backup folder. Several libraries may share it. Errors of its disk come out as `BackupFault`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = FileLock(root / "store.lock")

    @property
    def staging(self) -> Path:
        return self.root / "staging"

    # --- opening ------------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make the folder where it is not there or empty. Its parent must be there: it may be a disk's place."""
        if not self.root.parent.is_dir():
            raise BackupFolderMissing(path=self.root)
        with self.faults():
            names = {entry.name for entry in self.root.iterdir()} if self.root.exists() else set()
            if not names:
                for folder in ("", "audio", "database", "snapshots", "erased", "staging"):
                    (self.root / folder).mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
                # Nothing is unread yet. Their turns are spread, so that not all come on one day.
                now = datetime.now(UTC)
                spread = READ_AGAIN / len(PREFIXES)
                self.note_readings({prefix: now - place * spread for place, prefix in enumerate(PREFIXES)})
                files.write_atomic(self.root / "store.json", json.dumps({"format": FORMAT}).encode())
        self.check()

    def check(self) -> None:
        """Raises the `BackupFault` that says why this folder cannot be used."""
        if not self.root.is_dir():
            raise BackupFolderMissing(path=self.root)
        try:
            values = json.loads((self.root / "store.json").read_bytes())
            found = values["format"]
        except FileNotFoundError:
            raise NotABackupFolder(path=self.root) from None
        except OSError as error:
            raise BackupFolderUnreadable(path=self.root, reason=_reason(error)) from error
        except (ValueError, KeyError, TypeError):
            raise BackupFolderUnreadable(path=self.root, reason=Phrase("store.json was changed")) from None
        if found != FORMAT:
            raise BackupFolderTooNew(path=self.root, found=found, known=FORMAT)

    @contextlib.contextmanager
    def locked(self, wait: float = 0.0) -> Iterator[None]:
        """Nobody else writes or removes meanwhile. Raises `BackupFolderInUse`.

        A folder that may only be read is read without a lock: through this way nobody can change it.
        """
        self.check()
        try:
            if not self._lock.acquire(wait=wait):
                raise BackupFolderInUse(path=self.root, holder=self._lock.holder().phrase)
        except LibraryNotWritable:
            pass
        else:
            with self.faults():
                self._clear_staging()
        with self._lock:
            yield

    def _clear_staging(self) -> None:
        for folder in ("audio", "database", "snapshots", "erased", "staging"):
            (self.root / folder).mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
        for left in self.staging.iterdir():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink()

    @contextlib.contextmanager
    def faults(self) -> Iterator[None]:
        """Turn errors about this folder's disk into those that people understand."""
        try:
            yield
        except DiskFull as fault:
            raise BackupFolderFull(path=self.root) from fault
        except LibraryNotWritable as fault:
            raise self._not_writable(fault.params.get("reason")) from fault
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise BackupFolderFull(path=self.root) from error
            raise self._not_writable(_reason(error)) from error

    def _not_writable(self, reason: object) -> BackupFault:
        if not self.root.is_dir():
            return BackupFolderMissing(path=self.root)
        return BackupFolderNotWritable(path=self.root, reason=reason)

    # --- audio --------------------------------------------------------------------------------------------------------

    def audio_file(self, checksum: str) -> Path:
        """Where the audio file with this checksum lies. Raises `ValueError` for what is none."""
        if not is_checksum(checksum):
            raise ValueError("not a checksum")
        return self.root / "audio" / checksum[:2] / checksum

    def audio_sizes(self, prefix: str) -> dict[str, int]:
        """Size by checksum of the plain files in one folder of audio; other things count as not there."""
        folder = self.root / "audio" / prefix
        with self.faults():
            if not folder.is_dir():
                return {}
            with os.scandir(folder) as entries:
                return {one.name: one.stat(follow_symlinks=False).st_size for one in entries
                        if one.is_file(follow_symlinks=False)}  # fmt: skip

    def add_audio(self, source: Path, on_bytes: Callable[[int], None]) -> tuple[str, int]:
        """Copy a file in and read it again from the disk; checksum and size of what is there now.

        Raises `BackupFault`, and an `ImportRefused` when the source cannot be read.
        """
        draft = self.staging / f"{source.name}.part"
        with self.faults():
            draft.unlink(missing_ok=True)
            checksum = files.copy_and_hash(source, draft, on_bytes=on_bytes)
            files.fsync_file(draft)
            files.forget(draft)
            draft.chmod(files.READ_ONLY_FILE)
            try:
                there = files.hash_file(draft, lambda _count: on_bytes(0))
            except BaseException:  # a cancel too
                draft.unlink()
                raise
            if there != checksum:
                draft.unlink()
                raise BackupFolderUnreadable(
                    path=self.root, reason=Phrase("its disk gives back other bytes than were written")
                )
            target = self.audio_file(checksum)
            target.parent.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
            size = draft.stat().st_size
            draft.replace(target)
        return checksum, size

    def sync_audio(self, prefixes: Iterable[str]) -> None:
        """Make the names in these folders of audio durable."""
        with self.faults():
            for prefix in prefixes:
                files.fsync_folder(self.root / "audio" / prefix)
            files.fsync_folder(self.root / "audio")

    # --- snapshots ----------------------------------------------------------------------------------------------------

    def manifests(self) -> list[Manifest]:
        """All manifests by name, whole or not."""
        with self.faults():
            paths = sorted((self.root / "snapshots").glob(f"*{manifest.SUFFIX}"))
        return [Manifest(path) for path in paths if NAME.fullmatch(path.name.removesuffix(manifest.SUFFIX))]

    def snapshots(self, library: str | None = None) -> tuple[list[Snapshot], list[BackupFault]]:
        """The snapshots that exist, oldest first, of one library or all; and why others do not."""
        found, faults = [], []
        for one in self.manifests():
            try:
                facts = one.facts()
            except BackupFault as fault:
                faults.append(fault)
                continue
            if library in (None, facts.library):
                found.append(Snapshot(facts, self._proof(one)))
        found.sort(key=lambda one: (one.facts.created_at, one.name))
        return found, faults

    def newest(self, library: str) -> Snapshot | None:
        """The newest snapshot of a library; only as many manifests are read as it takes to find it."""
        for one in reversed(self.manifests()):  # their names begin with the time
            with contextlib.suppress(BackupFault):
                facts = one.facts()
                if facts.library == library:
                    return Snapshot(facts, self._proof(one))
        return None

    def manifest(self, name: str) -> Manifest:
        """Raises `SnapshotUnknown`; whether it is whole is told by `Manifest.facts`."""
        path = self._snapshot_file(name, manifest.SUFFIX)
        if path is None or not path.is_file():
            raise SnapshotUnknown(snapshot=name[:80], path=self.root)
        return Manifest(path)

    def draft_manifest(self) -> ManifestWriter:
        with self.faults():
            return ManifestWriter(self.staging / "draft.manifest")

    def pack_writer(self, name: str, known: dict[str, ChunkEntry]) -> PackWriter:
        return PackWriter(self.root / "database" / f"{name}{packs.SUFFIX}", name, known)

    def pack_bytes(self, names: Iterable[str]) -> int:
        """The size of these packs together."""
        with self.faults():
            return sum((self.root / "database" / f"{name}{packs.SUFFIX}").stat().st_size for name in names)

    def drop_pack(self, name: str) -> None:
        """Of a snapshot that did not come to be."""
        with contextlib.suppress(OSError):
            (self.root / "database" / f"{name}{packs.SUFFIX}").unlink(missing_ok=True)

    def publish(self, draft: ManifestWriter, facts: SnapshotFacts) -> Manifest:
        """Seal the manifest and give it its name: from here on the snapshot exists."""
        target = self.root / "snapshots" / f"{facts.snapshot}{manifest.SUFFIX}"
        with self.faults():
            draft.seal(facts)
            files.fsync_folder(self.root / "database")
            files.publish(draft.path, target)
        return Manifest(target)

    def restore_database(self, source: Manifest, target: Path, on_bytes: Callable[[int], None]) -> None:
        """Put the database of a snapshot together as the new file ``target``; not yet durable.

        Raises `SnapshotDamaged`, `BackupFolderUnreadable`, and for the target `LibraryFault`.
        """
        try:
            reader = PackReader(self.root / "database", source.name)
            with reader, files.translated(target), files.new_private(target) as out:
                for data in _readable(self.root, reader.read_all(source.chunks())):
                    out.write(data)
                    on_bytes(len(data))
        except BaseException:  # whatever ended it, half a database must not stay
            target.unlink(missing_ok=True)
            raise

    def read_back(self, source: Manifest, *, all_unpacked: bool) -> Iterator[ChunkEntry]:
        """Read the pieces of a snapshot's database in their order, without putting it together.

        Of those that older snapshots brought only the stored bytes are tested, unless ``all_unpacked``. Raises
        `SnapshotDamaged` and `BackupFolderUnreadable`.
        """
        with PackReader(self.root / "database", source.name) as reader:
            yield from _readable(self.root, reader.read_back(source.chunks(), all_unpacked=all_unpacked))

    def restore_audio(self, snapshot: str, entry: AudioEntry, target: Path, on_bytes: Callable[[int], None]) -> None:
        """Copy the file of an entry to the new file ``target``, durably. Raises as `restore_database` does."""
        if entry.kept is None:
            raise SnapshotDamaged(snapshot=snapshot, reason=Phrase("the library had lost this file before"))
        checksum, size = entry.kept
        source = self.audio_file(checksum)
        if not source.is_file() or source.is_symlink():
            raise SnapshotDamaged(
                snapshot=snapshot, reason=Phrase("the audio file {file} is missing", file=checksum[:12])
            )
        try:
            whole = source.stat().st_size == size and files.copy_and_hash(source, target, on_bytes=on_bytes) == checksum
        except (ImportRefused, OSError) as error:
            raise BackupFolderUnreadable(path=self.root, reason=type(error).__name__) from error
        if not whole:
            target.unlink(missing_ok=True)
            raise SnapshotDamaged(
                snapshot=snapshot, reason=Phrase("the audio file {file} was changed", file=checksum[:12])
            )
        with files.translated(target):
            files.fsync_file(target)
            target.chmod(files.READ_ONLY_FILE)

    # --- proofs -------------------------------------------------------------------------------------------------------

    def note_proof(self, name: str, proof: Proof) -> None:
        values = {
            "at": proof.at.isoformat(), "recordings": proof.recordings, "tested": proof.tested.isoformat(),
            "state": proof.state, "changed": proof.changed, "last": proof.last,
        }  # fmt: skip
        with self.faults():
            files.write_atomic(self.root / "snapshots" / f"{name}{_PROOF}", json.dumps(values).encode())

    def withdraw_proof(self, name: str) -> None:
        """It was proven once, and is no longer whole."""
        with self.faults():
            (self.root / "snapshots" / f"{name}{_PROOF}").unlink(missing_ok=True)

    def _proof(self, of: Manifest) -> Proof | None:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            values = json.loads(of.path.with_suffix(_PROOF).read_bytes())
            at, tested = (datetime.fromisoformat(values[name]).astimezone(UTC) for name in ("at", "tested"))
            return Proof(at, int(values["recordings"]), tested, str(values["state"]),
                         bool(values.get("changed", False)), str(values.get("last", "")))  # fmt: skip
        return None

    def set_aside(self, checksum: str) -> None:
        """Take away an audio file that was changed, so that the next backup brings it anew; it is kept, not used."""
        with self.faults():
            (self.root / "damaged").mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
            self.audio_file(checksum).replace(self.root / "damaged" / checksum)

    def last_readings(self) -> dict[str, datetime]:
        """When each folder of audio was last read to its end."""
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
            values = json.loads((self.root / "reading.json").read_bytes())
            return {prefix: datetime.fromisoformat(values[prefix]) for prefix in PREFIXES if prefix in values}
        return {}

    def note_readings(self, readings: dict[str, datetime]) -> None:
        values = {prefix: moment.isoformat() for prefix, moment in sorted(readings.items())}
        with self.faults():
            files.write_atomic(self.root / "reading.json", json.dumps(values).encode())

    # --- erasing ------------------------------------------------------------------------------------------------------

    def note_erased(self, uuids: Iterable[str]) -> None:
        """These recordings shall not come back with any snapshot."""
        with self.faults():
            new = [one for one in uuids if _UUID.fullmatch(one) and not (self.root / "erased" / one).exists()]
            for uuid in new:
                (self.root / "erased" / uuid).touch(mode=files.PRIVATE_FILE)
            if new:
                files.fsync_folder(self.root / "erased")

    def erased(self) -> set[str]:
        with self.faults():
            return {path.name for path in (self.root / "erased").glob("*") if _UUID.fullmatch(path.name)}

    # --- cleaning up --------------------------------------------------------------------------------------------------

    def remove(self, names: Iterable[str]) -> None:
        """Let snapshots go: from here on they do not exist. What only they held is removed by `clearing.collect`."""
        with self.faults():
            for name in names:
                for suffix in (manifest.SUFFIX, _PROOF):
                    if (path := self._snapshot_file(name, suffix)) is not None:
                        path.unlink(missing_ok=True)
            files.fsync_folder(self.root / "snapshots")

    def _snapshot_file(self, name: str, suffix: str) -> Path | None:
        return self.root / "snapshots" / f"{name}{suffix}" if NAME.fullmatch(name) else None


def is_checksum(text: str) -> bool:
    """Whether this can be the name of an audio file here: a damaged database says anything."""
    return _CHECKSUM.fullmatch(text) is not None


def _readable(root: Path, pieces: Iterator[_T]) -> Iterator[_T]:
    """Keep the errors of reading the backup apart from those of writing the target."""
    try:
        yield from pieces
    except OSError as error:
        raise BackupFolderUnreadable(path=root, reason=_reason(error)) from error


def _reason(error: Any) -> str:
    return errno.errorcode.get(getattr(error, "errno", 0) or 0, type(error).__name__)
