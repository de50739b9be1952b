"""Makes a snapshot of a library: copies what the backup folder lacks, and names it all in a manifest.

The order: the database is copied as it is at one moment → its copy is tested, beside all that follows → audio that the
backup folder lacks is copied, each file read again from the disk → the manifest, last. Nothing of the library is locked
meanwhile: recording and importing go on.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

import vrp
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.snapshots import Snapshot, SnapshotFacts, snapshot_name
from vrp.backend.errors import BackupFault, DatabaseBusy
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema, soundness
from vrp.backend.persistence.snapshot import DatabaseFacts, DatabaseReader, SqliteSource
from vrp.backend.persistence.sources import DatabaseSource
from vrp.backend.services.clock import Clock
from vrp.backend.services.copying_audio import AudioCopier, GoneMeanwhile, Tally
from vrp.backend.services.proving import Copied
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import FORMAT, ChunkEntry, Manifest, ManifestWriter

TEST_CHANGED: Final = timedelta(days=1)  # of further backups of a day only the structure of the database is tested
_ATTEMPTS: Final = 3
_WASTE: Final = 2  # how many times its own size a database's pieces may keep alive in old packs
_WASTE_BYTES: Final = 16 * 1024 * 1024
_LOOK_SECONDS: Final = 0.2  # between two looks at whether a backup that waits is still wanted

log = structlog.get_logger()


class SnapshotMaker:
    """Makes the snapshots of one library in one backup folder, which is locked meanwhile."""

    def __init__(self, source: DatabaseSource, paths: LibraryPaths, store: BackupStore, clock: Clock) -> None:
        self._source = source
        self._paths = paths
        self._store = store
        self._clock = clock

    def repeat(self, same: Snapshot, reason: Reason, tally: Tally) -> Manifest | None:
        """A snapshot like the one before; None where the folder lost a file since."""
        now = self._clock()
        before, draft = self._store.manifest(same.name), self._store.draft_manifest()
        try:
            for piece in before.chunks():
                draft.add(piece)
            present: dict[str, int] = {}
            prefix = ""
            for entry in before.audio():
                if entry.audio[:2] != prefix:
                    prefix = entry.audio[:2]
                    present = self._store.audio_sizes(prefix)
                if present.get(entry.audio) != entry.size:
                    draft.drop()
                    tally.reset()
                    return None
                draft.add(entry)
                tally.count(entry)
            name = snapshot_name(now, secrets.token_hex(3))
            told = {"snapshot": name, "created_at": now, "reason": reason, "app": vrp.__version__}
            return self._store.publish(draft, same.facts.model_copy(update=told))
        except BaseException:  # whatever ended it, the snapshot does not come to be
            draft.drop()
            raise

    def create(self, reason: Reason, tally: Tally, held: contextlib.ExitStack) -> tuple[Manifest, Copied | None]:
        """A snapshot of the library as it is, and the copy of its database, which is tested until ``held`` is closed.

        None for the copy of a server. Raises as `BackupService.create` does.
        """
        for attempt in range(_ATTEMPTS):
            try:
                with contextlib.ExitStack() as own:
                    made = self._attempt(reason, tally, own)
                    held.enter_context(own.pop_all())
                    return made
            except GoneMeanwhile:
                tally.reset()
                log.info("backup_begins_again", attempt=attempt + 1)
        raise DatabaseBusy(path=self._paths.root)

    def _attempt(self, reason: Reason, tally: Tally, held: contextlib.ExitStack) -> tuple[Manifest, Copied | None]:
        now = self._clock()
        name = snapshot_name(now, secrets.token_hex(3))
        copy = self._new_copy(held)
        audio = AudioCopier(self._source, self._paths, self._store, tally)
        draft = self._store.draft_manifest()
        try:
            with ThreadPoolExecutor(1, thread_name_prefix="sound") as beside, contextlib.ExitStack() as reading:
                brought = beside.submit(audio.bring)
                with self._store.faults():
                    database = reading.enter_context(self._source.copied(copy, lambda: tally.meter.advance(0)))
                size = copy.stat().st_size
                tally.meter.total += size
                facts = database.facts()
                before = self._to_build_on(facts.library or schema.ensure_identity(self._paths))
                copied = self._start_test(copy, facts.last, before, tally, held)
                self._store.note_erased(self._erased(database, before))
                with self._store.faults():
                    order = self._write_database(name, copy, before, draft, tally)
                brought.result()
                for entry in audio.entries(database):
                    draft.add(entry)
                    tally.count(entry)
            if tally.missing:
                log.warning("backup_lacks_files", files=tally.missing)
            self._store.sync_audio(sorted(tally.touched))
            made = self._store.publish(draft, self._facts(name, now, reason, facts, size, tally))
        except BaseException:  # whatever ended it, the snapshot does not come to be
            draft.drop()
            self._store.drop_pack(name)
            raise
        return made, copied and copied(order)

    def _new_copy(self, held: contextlib.ExitStack) -> Path:
        """Where the database is copied to, until ``held`` is closed."""
        copy = self._store.staging / "library.db"
        with self._store.faults():
            copy.unlink(missing_ok=True)

        def remove() -> None:
            with contextlib.suppress(OSError):  # the next backup removes it
                copy.unlink(missing_ok=True)

        held.callback(remove)
        return copy

    def _to_build_on(self, library: str) -> Snapshot | None:
        """The newest snapshot, if it is proven: on what is not, nothing is built."""
        newest = self._store.newest(library)
        return newest if newest is not None and newest.proof is not None else None

    def _start_test(
        self, copy: Path, last: str, before: Snapshot | None, tally: Tally, held: contextlib.ExitStack
    ) -> Callable[[str], Copied] | None:
        """Begin SQLite's test of a copy, which takes longer than all the rest. None for what is no file of SQLite's.

        The whole test, unless the copy grew from one that passed it less than a day ago.
        """
        if self._source.kind != SqliteSource.kind:
            return None
        tested = before.proof.tested if before is not None and before.proof is not None else None
        deep = tested is None or not timedelta() <= self._clock() - tested < TEST_CHANGED
        ended = threading.Event()
        threads = held.enter_context(ThreadPoolExecutor(1, thread_name_prefix="test"))
        held.callback(ended.set)  # the test of a backup that failed or was cancelled is not waited for
        test = threads.submit(soundness.findings, copy, deep=deep, cancel=ended)

        def outcome() -> list[str]:
            while not test.done():
                wait([test], _LOOK_SECONDS)
                tally.meter.advance(0)
            return test.result()

        return lambda order: Copied(order, outcome, None if deep else tested, last)

    def _erased(self, database: DatabaseReader, before: Snapshot | None) -> set[str]:
        """What was erased for good, but for what is noted in this folder since the snapshot before."""
        if before is None or before.proof is None:
            return database.erased()
        return database.erased(before.facts.entries, before.proof.last)

    def _write_database(
        self, name: str, copy: Path, before: Snapshot | None, draft: ManifestWriter, tally: Tally
    ) -> str:
        """Write the pieces that the folder lacks; what tells the bytes of all in their order."""
        pack = self._store.pack_writer(name, self._known_pieces(before))
        for entry in pack.write(copy, tally.meter.advance):
            draft.add(entry)
        tally.bytes_added += pack.written
        return pack.order

    def _known_pieces(self, before: Snapshot | None) -> dict[str, ChunkEntry]:
        """The pieces of the snapshot before, unless they keep too much alive that nobody needs any more."""
        if before is None:
            return {}
        pieces = {entry.chunk: entry for entry in self._store.manifest(before.name).chunks()}
        try:
            held = self._store.pack_bytes({entry.pack for entry in pieces.values()})
        except BackupFault:  # a pack is missing
            return {}
        needed = sum(entry.length for entry in pieces.values())
        return pieces if held <= _WASTE * needed + _WASTE_BYTES else {}

    def _facts(
        self, name: str, now: datetime, reason: Reason, facts: DatabaseFacts, size: int, tally: Tally
    ) -> SnapshotFacts:
        return SnapshotFacts(
            format=FORMAT,
            snapshot=name,
            library=facts.library or schema.ensure_identity(self._paths),
            created_at=now,
            reason=reason,
            app=vrp.__version__,
            revision=facts.revision,
            database=self._source.kind,
            database_bytes=size,
            recordings=facts.recordings,
            entries=facts.entries,
            audio_files=tally.audio_files,
            audio_bytes=tally.audio_bytes,
            missing=tally.missing,
        )
