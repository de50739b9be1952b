"""Reads exports back: each recording of an archive comes in with everything that was known of it but its number.

An archive may come from anybody: names in it never become paths, each member is read to its declared size and not
further, its bytes must have the checksum that was told, and the sound is examined like any other.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from pydantic import ValidationError

from vrp.backend import files
from vrp.backend.domain.exports import FORMAT, VERSION, ExportedRecording
from vrp.backend.errors import ArchiveInvalid, ArchiveTooNew, SourceMissing
from vrp.backend.phrases import Phrase

SUFFIX: Final = ".zip"
_INDEX: Final = "recordings.json"
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)
_LONGEST_LINE: Final = 16 * 1024 * 1024
_LARGEST_DOCUMENT: Final = 256 * 1024 * 1024


class Archive:
    """An export that is open for reading."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive

    def recordings(self) -> Iterator[ExportedRecording | ArchiveInvalid]:
        """Each recording, or why it cannot come in. Raises `ArchiveInvalid` or `ArchiveTooNew` for the whole."""
        try:
            with self._archive.open(_INDEX) as document:
                for values in self._items(document):
                    try:
                        yield ExportedRecording.model_validate(values)
                    except ValidationError:
                        yield self._invalid(Phrase("a recording in it breaks the rules"))
        except (KeyError, *_UNREADABLE, OSError, ValueError) as error:
            raise self._invalid(Phrase("its {part} cannot be read", part=_INDEX)) from error

    def extract(self, one: ExportedRecording, target: Path, on_bytes: Callable[[int], None]) -> str:
        """Copy a recording's sound to the new file ``target``; SHA-256 of it as hex.

        Raises `ArchiveInvalid` or `SourceMissing`; for the target `LibraryFault`. The target is removed then.
        """
        if one.file is None:
            raise SourceMissing(name=one.filename)
        digest, left = hashlib.sha256(), one.filesize_bytes
        try:
            with self._archive.open(one.file) as member, files.translated(target), files.new_private(target) as out:
                while block := _read(self, member):
                    left -= len(block)
                    if left < 0:
                        raise self._invalid(Phrase("a file in it is larger than it says"))
                    digest.update(block)
                    out.write(block)
                    on_bytes(len(block))
            if left or (digest.hexdigest() != one.checksum and not one.damaged):
                raise self._invalid(Phrase("a file in it is not what was exported"))
        except KeyError:
            raise SourceMissing(name=one.filename) from None
        except BaseException as error:  # whatever ended it, half a copy must not stay
            target.unlink(missing_ok=True)
            if isinstance(error, _UNREADABLE):
                raise self._invalid(Phrase("a file in it cannot be read")) from error
            raise
        return digest.hexdigest()

    def _items(self, document: IO[bytes]) -> Iterator[object]:
        head = document.readline(_LONGEST_LINE)
        if not head.rstrip().endswith(b"["):  # written by another program
            values = json.loads(head + document.read(_LARGEST_DOCUMENT))
            self._check(values)
            yield from values["recordings"]
            return
        self._check(json.loads(head + b"]}"))
        while (line := document.readline(_LONGEST_LINE)) and (item := line.strip().rstrip(b",")) != b"]}":
            yield json.loads(item)

    def _check(self, head: object) -> None:
        if not isinstance(head, dict) or head.get("format") != FORMAT:
            raise self._invalid(Phrase("it is not an export"))
        version = head.get("version")
        if not isinstance(version, int) or version > VERSION:
            raise ArchiveTooNew(name=self.path.name, found=version)

    def _invalid(self, reason: str) -> ArchiveInvalid:
        return ArchiveInvalid(name=self.path.name, reason=reason)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Raises `ArchiveInvalid`, or the `ImportRefused` that says why the file cannot be read."""
    descriptor, _ = files.open_source(path)
    with os.fdopen(descriptor, "rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise ArchiveInvalid(name=path.name, reason=Phrase("it is not an archive that can be read")) from error
        with archive:
            yield Archive(path, archive)


def _read(archive: Archive, member: IO[bytes]) -> bytes:
    """A fault of the archive's file is not one of the library's disk."""
    try:
        return member.read(files.BLOCK)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise ArchiveInvalid(name=archive.path.name, reason=Phrase("a file in it cannot be read")) from error
