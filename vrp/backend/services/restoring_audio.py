"""Brings sound back from a backup: each file of the new rows that the library does not have whole.

Files that are put into ``audio/`` are noted in ``staging/`` before, so that a restore that fails takes them away again.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import uuid4

import structlog

from vrp.backend import files
from vrp.backend.domain.progress import Meter
from vrp.backend.errors import BackupFault, DiskFull, InternalFault, SnapshotDamaged, VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.snapshot import AudioRow, DatabaseReader
from vrp.backend.phrases import Phrase
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import AudioEntry, Manifest

RESERVE_BYTES: Final = 16 * 1024 * 1024

log = structlog.get_logger()


@dataclass(slots=True)
class RestoreReport:
    """``brought`` files came from the backup, ``kept`` were there already; ``lost`` could be had from neither."""

    snapshot: str
    library: Path
    recordings: int = 0
    brought: int = 0
    kept: int = 0
    lost: list[str] = field(default_factory=list)
    erased: int = 0


def bring_audio(
    store: BackupStore,
    manifest: Manifest,
    rows: DatabaseReader,
    paths: LibraryPaths,
    note: Path,
    report: RestoreReport,
    meter: Meter,
) -> None:
    """Put each file of the new rows into its place that is not there whole; those are noted before."""
    wanted: dict[str, list[AudioRow]] = {}
    for row in rows.audio():
        try:
            paths.audio_file(row.stored_filename)
        except InternalFault:  # a path that leads out of the folder, for example: somebody wrote it by hand
            raise SnapshotDamaged(
                snapshot=manifest.name, reason=Phrase("its database names a file that cannot be")
            ) from None
        if is_there(paths, row, meter):
            report.kept += 1
        else:
            wanted.setdefault(row.checksum, []).append(row)
    names = [row.stored_filename for rows in wanted.values() for row in rows]
    files.write_atomic(note, json.dumps(names).encode())
    folders = set()
    for entry in manifest.audio():
        for row in wanted.pop(entry.audio, []):
            target = paths.audio_file(row.stored_filename)
            files.make_private_folder(target.parent)
            if _bring(store, manifest.name, entry, paths, target, report, meter):
                folders.add(target.parent)
    report.lost.extend(row.stored_filename for rows in wanted.values() for row in rows)
    with files.translated(paths.audio):
        for folder in (*folders, paths.audio):
            files.fsync_folder(folder)


def is_there(paths: LibraryPaths, row: AudioRow, meter: Meter) -> bool:
    path = paths.audio_file(row.stored_filename)
    try:
        if path.stat().st_size != row.filesize_bytes:
            return False
        return files.hash_file(path, meter.advance) == row.checksum
    except OSError:
        return False


def _bring(
    store: BackupStore,
    snapshot: str,
    entry: AudioEntry,
    paths: LibraryPaths,
    target: Path,
    report: RestoreReport,
    meter: Meter,
) -> bool:
    draft = paths.staging / f"{target.name}.part"
    draft.unlink(missing_ok=True)
    if entry.kept is not None and files.free_bytes(paths.staging) < entry.kept[1] + RESERVE_BYTES:
        raise DiskFull(path=paths.root)
    try:
        store.restore_audio(snapshot, entry, draft, meter.advance)
    except BackupFault as fault:
        log.warning("restore_lacks_file", code=fault.code)
        report.lost.append(target.name)
        return False
    set_aside(paths, target)
    with files.translated(target):
        draft.replace(target)
    report.brought += 1
    return True


def set_aside(paths: LibraryPaths, path: Path) -> None:
    """Keep a file that is no longer what was stored, out of the way of the good one."""
    if path.exists():
        files.make_private_folder(paths.aside)
        with files.translated(paths.aside):
            path.replace(paths.aside / f"{uuid4().hex[:8]}-{path.name}")


def drop_brought(note: Path, paths: LibraryPaths) -> None:
    """After a fault: the files that were put into ``audio/`` go again, those only."""
    with contextlib.suppress(OSError, ValueError, VrpError):
        names = json.loads(note.read_bytes())
        former = schema.current_database(paths)
        with DatabaseReader(former, live=True) as live:
            for name in names:
                if not live.knows(Path(name).stem):
                    paths.audio_file(name).unlink(missing_ok=True)
        note.unlink()
