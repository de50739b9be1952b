"""The manifest of a snapshot: JSON Lines, written last and sealed by a hash. Without a whole one there is no snapshot.

::

    {"format": 1}
    {"chunk": SHA-256, "size": 131072, "pack": NAME, "at": 0, "length": 4711, "crc": 123}    the database, in its order
    {"audio": SHA-256, "size": 5000000}                                  each different audio file, in order of SHA-256
    {"snapshot": NAME, "library": …, "created_at": …, "recordings": 1204, …}                                  the facts
    {"seal": SHA-256 of all that stands before}

An audio file that the library itself had lost says ``"missing": true``; of one that was no longer what had been
stored the bytes as found are kept ``instead``. No line holds a path: names are made of digits, so none can lead out
of the folder. Everything is read as a stream, so that a manifest of a million files costs no memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vrp.backend import files
from vrp.backend.domain.snapshots import NAME, SnapshotFacts
from vrp.backend.errors import BackupFolderUnreadable, SnapshotDamaged, SnapshotTooNew
from vrp.backend.phrases import Phrase

FORMAT: Final = 1
CHUNK: Final = 128 * 1024
SUFFIX: Final = ".manifest"
_LONGEST_LINE: Final = 4096

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Size = Annotated[int, Field(gt=0, le=2**62)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ChunkEntry(_Line):
    """A piece of the database: ``size`` bytes, compressed to ``length`` bytes ``at`` an offset of a pack."""

    chunk: Sha256
    size: Annotated[int, Field(gt=0, le=CHUNK)]
    pack: Annotated[str, Field(pattern=rf"^{NAME.pattern}$")]
    at: Annotated[int, Field(ge=0, le=2**62)]
    length: Annotated[int, Field(gt=0, le=2 * CHUNK)]
    crc: Annotated[int, Field(ge=0, le=2**32 - 1)]


class AudioEntry(_Line):
    """The audio file with the checksum ``audio``."""

    audio: Sha256
    size: _Size
    instead: Sha256 | None = None
    instead_size: Annotated[int, Field(ge=0, le=2**62)] | None = None
    missing: bool = False

    @property
    def kept(self) -> tuple[str, int] | None:
        """Checksum and size of what the store holds for it; None for a missing one."""
        if self.missing:
            return None
        if self.instead is not None:
            return self.instead, self.instead_size or 0
        return self.audio, self.size


class ManifestWriter:
    """Writes a manifest to a temporary file; it counts only once it is sealed and renamed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._digest = hashlib.sha256()
        self._file = files.new_private(path)
        self._write({"format": FORMAT})

    def add(self, entry: ChunkEntry | AudioEntry) -> None:
        self._write(entry.model_dump(exclude_defaults=True))

    def seal(self, facts: SnapshotFacts) -> None:
        """Write the facts and the seal, durably."""
        self._write(facts.model_dump(mode="json"))
        self._write({"seal": self._digest.hexdigest()})
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def drop(self) -> None:
        """Give up: the file goes. What was not written yet may not be writable; nobody needs it."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _write(self, values: dict[str, Any]) -> None:
        line = json.dumps(values, separators=(",", ":")).encode() + b"\n"
        self._digest.update(line)
        self._file.write(line)


class Manifest:
    """A manifest in a backup folder. ``name`` is what its file is called; nothing in it is trusted before its seal."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name.removesuffix(SUFFIX)

    def facts(self) -> SnapshotFacts:
        """Check the seal over the whole file and return the facts. Raises `SnapshotDamaged` or `SnapshotTooNew`."""
        digest, before, last = hashlib.sha256(), b"", b""
        for number, line in enumerate(self._lines()):
            if number == 0:
                self._check_format(line)
            digest.update(last)
            before, last = last, line
        if self._parsed(last) != {"seal": digest.hexdigest()}:
            raise self._damaged(Phrase("its manifest is not as it was sealed"))
        try:
            facts = SnapshotFacts.model_validate_json(before)
        except ValidationError:
            raise self._damaged(Phrase("its manifest has no facts")) from None
        if facts.snapshot != self.name:
            raise self._damaged(Phrase("its manifest bears another name"))
        return facts

    def chunks(self) -> Iterator[ChunkEntry]:
        """The database's pieces in order. Raises `SnapshotDamaged`."""
        return (entry for entry in self._entries() if isinstance(entry, ChunkEntry))

    def audio(self) -> Iterator[AudioEntry]:
        """The audio files in order of their checksums, none twice. Raises `SnapshotDamaged`."""
        previous = ""
        for entry in self._entries():
            if isinstance(entry, AudioEntry):
                if entry.audio <= previous:
                    raise self._damaged(Phrase("its manifest names a file twice"))
                previous = entry.audio
                yield entry

    def _entries(self) -> Iterator[ChunkEntry | AudioEntry]:
        for line in self._lines():
            try:
                if line.startswith(b'{"chunk"'):
                    yield ChunkEntry.model_validate_json(line)
                elif line.startswith(b'{"audio"'):
                    yield AudioEntry.model_validate_json(line)
            except ValidationError:
                raise self._damaged(Phrase("its manifest has a line that cannot be")) from None

    def _lines(self) -> Iterator[bytes]:
        try:
            with files.open_regular(self.path) as file:
                while line := file.readline(_LONGEST_LINE):
                    yield line
        except OSError as error:
            raise BackupFolderUnreadable(path=self.path.parent, reason=type(error).__name__) from error

    def _check_format(self, line: bytes) -> None:
        found = self._parsed(line).get("format")
        if isinstance(found, int) and found > FORMAT:
            raise SnapshotTooNew(snapshot=self.name, found=found)
        if found != FORMAT:
            raise self._damaged(Phrase("its manifest cannot be read"))

    def _parsed(self, line: bytes) -> dict[str, Any]:
        try:
            values = json.loads(line)
        except ValueError:
            return {}
        return values if isinstance(values, dict) else {}

    def _damaged(self, reason: str) -> SnapshotDamaged:
        return SnapshotDamaged(snapshot=self.name, reason=reason)
