"""Packs hold pieces of databases, compressed. Each snapshot adds one with the pieces that the one before lacked."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Self, TypeVar

import zstandard

from vrp.backend import files
from vrp.backend.errors import SnapshotDamaged
from vrp.backend.phrases import Phrase
from vrp.backend.store.manifest import CHUNK, ChunkEntry

SUFFIX: Final = ".pack"
_LEVEL: Final = 1  # four to one on a database; higher levels take twice as long for a tenth less
_AT_ONCE: Final = 64
_THREADS: Final = 2

_T = TypeVar("_T")
_local = threading.local()


class PackWriter:
    """Cuts a database into pieces and writes those that ``known`` (by checksum) lacks into a new pack at ``path``."""

    def __init__(self, path: Path, name: str, known: dict[str, ChunkEntry]) -> None:
        self._path = path
        self._name = name
        self._known = known
        self._order = hashlib.sha256()
        self.written = 0

    @property
    def order(self) -> str:
        """What `order_of` the entries gives: tells the database's bytes."""
        return self._order.hexdigest()

    def write(self, database: Path, on_bytes: Callable[[int], None]) -> Iterator[ChunkEntry]:
        """The entries of all pieces in order; the pack is durable when they end. No pack is left without pieces."""
        with files.new_private(self._path) as pack, ThreadPoolExecutor(_THREADS, thread_name_prefix="pack") as threads:
            for pieces in _batches(_pieces(database)):
                for data, (digest, packed) in zip(pieces, threads.map(self._pack, pieces), strict=True):
                    self._order.update(digest.encode())
                    yield self._place(pack, data, digest, packed)
                    on_bytes(len(data))
            pack.flush()
            os.fsync(pack.fileno())
        files.forget(self._path)  # so that it is read back from the disk
        if not self.written:
            self._path.unlink()

    def _pack(self, data: bytes) -> tuple[str, bytes]:
        digest = hashlib.sha256(data).hexdigest()
        if digest in self._known:
            return digest, b""
        if not hasattr(_local, "compressor"):
            _local.compressor = zstandard.ZstdCompressor(level=_LEVEL)
        packed: bytes = _local.compressor.compress(data)
        return digest, packed

    def _place(self, pack: BinaryIO, data: bytes, digest: str, packed: bytes) -> ChunkEntry:
        if (entry := self._known.get(digest)) is not None:
            return entry
        entry = ChunkEntry(
            chunk=digest,
            size=len(data),
            pack=self._name,
            at=self.written,
            length=len(packed),
            crc=zlib.crc32(packed),
        )
        pack.write(packed)
        self.written += len(packed)
        self._known[digest] = entry
        return entry


class PackReader:
    """Reads pieces back, each checked to the last bit."""

    def __init__(self, folder: Path, snapshot: str) -> None:
        self._folder = folder
        self._snapshot = snapshot
        self._open: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._open.values():
            file.close()

    def read_all(self, entries: Iterable[ChunkEntry]) -> Iterator[bytes]:
        """The pieces in order. Raises `SnapshotDamaged` or an OSError."""
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="pack") as threads:
            for batch in _batches(entries):
                packed = [self._checked(entry) for entry in batch]
                yield from threads.map(self._unpack, batch, packed)

    def read_back(self, entries: Iterable[ChunkEntry], *, all_unpacked: bool) -> Iterator[ChunkEntry]:
        """Read the pieces in order. Those of this snapshot's own pack, or all, are unpacked and held against their sum.

        Of others the stored bytes are. Raises `SnapshotDamaged` or an OSError.
        """
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="pack") as threads:
            for batch in _batches(entries):
                packed = [self._checked(entry) for entry in batch]
                unpacked = [(entry, data) for entry, data in zip(batch, packed, strict=True)
                            if all_unpacked or entry.pack == self._snapshot]  # fmt: skip
                for _ in threads.map(lambda one: self._unpack(*one), unpacked):
                    pass
                yield from batch

    def _checked(self, entry: ChunkEntry) -> bytes:
        packed = self._stored(entry)
        if len(packed) != entry.length or zlib.crc32(packed) != entry.crc:
            raise self._damaged(Phrase("its database was changed"))
        return packed

    def _stored(self, entry: ChunkEntry) -> bytes:
        if entry.pack not in self._open:
            try:
                self._open[entry.pack] = files.open_regular(self._folder / f"{entry.pack}{SUFFIX}")
            except FileNotFoundError:
                raise self._damaged(Phrase("a part of its database is missing")) from None
        file = self._open[entry.pack]
        file.seek(entry.at)
        return file.read(entry.length)

    def _unpack(self, entry: ChunkEntry, packed: bytes) -> bytes:
        if not hasattr(_local, "decompressor"):
            _local.decompressor = zstandard.ZstdDecompressor()
        with contextlib.suppress(zstandard.ZstdError):
            # The size stands in the frame itself too, where it could be a lie that fills the memory.
            if zstandard.frame_content_size(packed) == entry.size:
                data: bytes = _local.decompressor.decompress(packed, max_output_size=entry.size)
                if hashlib.sha256(data).hexdigest() == entry.chunk:
                    return data
        raise self._damaged(Phrase("its database was changed"))

    def _damaged(self, reason: str) -> SnapshotDamaged:
        return SnapshotDamaged(snapshot=self._snapshot, reason=reason)


def order_of(entries: Iterable[ChunkEntry]) -> str:
    """A checksum of the bytes that the pieces are in their order."""
    order = hashlib.sha256()
    for entry in entries:
        order.update(entry.chunk.encode())
    return order.hexdigest()


def _pieces(database: Path) -> Iterator[bytes]:
    with database.open("rb", buffering=0) as file:
        while data := file.read(CHUNK):
            yield data


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _AT_ONCE)):
        yield batch
