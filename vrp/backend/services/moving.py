"""Moves a library to another folder, by renaming it on the same disk, by copying it to another one.

The order: a note of the move, outside of both places → everything but ``CURRENT`` is copied, made durable, read back
from the disk and compared → ``CURRENT``, which is the one step that counts (on one disk it is the rename of the folder)
→ the settings name the new place. A crash before that step leaves the library where it was, and `find` removes the
copies at the next start; after it the new place is opened. The old one is kept until the new one has been opened: then
`remove_former` empties it.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog

from vrp.backend import files, known_libraries
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.errors import DiskFull, ImportRefused, LibraryFault, LibraryMissing, MoveRefused, SettingsNotWritable
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths, library_folder, portable_folder
from vrp.backend.persistence import schema
from vrp.backend.phrases import Phrase
from vrp.backend.services import move_notes
from vrp.backend.services.move_notes import MoveNote
from vrp.backend.services.places import default_folder

if TYPE_CHECKING:
    from vrp.backend.settings_store import SettingsStore

_RESERVE_BYTES: Final = 64 * 1024 * 1024
_COARSE: Final = 2 * 10**9  # nanoseconds: how finely disks tell time
_HARMLESS: Final = {"lost+found"}  # of a disk that was formatted just now
_BESIDE: Final = (".tmp", "-wal", "-shm")  # of a file that was being written or looked at
_BY_NAME: Final = ("library.lock",)  # whoever looks at the old place writes its own

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class MoveReport:
    """``renamed``: nothing had to be copied. ``is_set``: the settings name the new place now."""

    source: Path
    target: Path
    files: int
    bytes: int
    renamed: bool
    is_set: bool


def move(paths: LibraryPaths, target: Path, store: SettingsStore, progress: Progress = silent) -> MoveReport:
    """Move the library to ``target``, a folder that is empty or not there yet.

    The caller holds the library's lock, and nobody has it open. ``progress`` counts bytes, those that are read back as
    well. Raises `MoveRefused`, `LibraryFault` or `Cancelled`; the library is where it was then.
    """
    target = target.expanduser().absolute()
    remove_former(paths.root)
    check(paths, target)
    schema.fold_log(paths)
    note = MoveNote(
        str(paths.root), str(target), schema.ensure_identity(paths), time.time_ns(), made=not target.exists()
    )
    move_notes.write(note)
    try:
        count, size, renamed = _rename(note) or _copy(paths, note, progress)
    except BaseException:  # whatever ended it, the library stays where it was
        if not note.is_committed:
            _take_back(note)
        raise
    is_set = _set_place(note, store)
    log.info("library_moved", files=count, bytes=size, renamed=renamed)
    return MoveReport(paths.root, target, count, size, renamed, is_set)


def find(root: Path, store: SettingsStore) -> Path:
    """Where the library lies that was at ``root``, after a move that may have been cut off: it is ended or taken back.

    Called before a library is opened; a move that is under way is left alone.
    """
    note = move_notes.note_from(root)
    if note is None:
        return root
    if note.is_committed:
        _set_place(note, store)
        return Path(note.target)
    if LibraryPaths(root).current.exists():
        with contextlib.suppress(LibraryFault, OSError), FileLock(LibraryPaths(root).lock) as lock:
            if lock.acquire():
                _take_back(note)
    return root


def remove_former(root: Path, progress: Progress = silent) -> int:
    """Empty the place where the library at ``root`` was before; how many files went.

    Called when it has been opened at its new place. What was written at the old place since stays there.
    """
    note = move_notes.note_to(root)
    if note is None or not note.is_committed:
        return 0
    former = LibraryPaths(Path(note.source))
    gone = 0
    with contextlib.suppress(OSError):
        if former.root.is_dir():
            former.current.unlink(missing_ok=True)  # first: what follows is no library any more
            files.fsync_folder(former.root)
            gone = _empty(former.root, lambda path: _is_old(path, note), progress)
    if not former.root.exists() or not any(former.root.rglob("*")):
        move_notes.drop(note)
    return gone


# --- before -----------------------------------------------------------------------------------------------------------


def check(paths: LibraryPaths, target: Path) -> None:
    """Raises what speaks against moving the library there; touches nothing."""
    if os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL"):
        raise MoveRefused(path=target, reason=Phrase("its database lies elsewhere (DATABASE_URL)"))
    if not paths.current.is_file():
        raise LibraryMissing(path=paths.root)
    root, place = paths.root.resolve(), target.resolve()
    if (beside := portable_folder()) is not None and root == (beside / "library").resolve():
        raise MoveRefused(
            path=target, reason=Phrase("it belongs to a portable program and moves with the program's folder")
        )
    if place == root:
        raise MoveRefused(path=target, reason=Phrase("it is there already"))
    if root in place.parents:
        raise MoveRefused(path=target, reason=Phrase("the folder lies inside the library"))
    if target.exists() and not target.is_dir():
        raise MoveRefused(path=target, reason=Phrase("it is a file and not a folder"))
    with files.translated(target):
        if target.is_dir() and {entry.name for entry in target.iterdir()} - _HARMLESS:
            raise MoveRefused(path=target, reason=Phrase("the folder is not empty"))


# --- on one disk ------------------------------------------------------------------------------------------------------


def _rename(note: MoveNote) -> tuple[int, int, bool] | None:
    """Rename the folder, which moves it in one step; None where the system does not do that."""
    source, target = Path(note.source), Path(note.target)
    with contextlib.suppress(LibraryFault, OSError):
        files.make_private_folder(target.parent)
        source.rename(target)
        for parent in {source.parent, target.parent}:
            files.fsync_folder(parent)
        known_libraries.remember(target)
        return 0, 0, True
    return None


# --- to another disk --------------------------------------------------------------------------------------------------


def _copy(paths: LibraryPaths, note: MoveNote, progress: Progress) -> tuple[int, int, bool]:
    target = LibraryPaths(Path(note.target))
    files.make_private_folder(target.root)
    found = [path for path in _walk(paths.root) if path not in (paths.current, paths.lock) and path.name[-4:] != "-shm"]
    size = sum(path.lstat().st_size for path in found)
    with files.translated(target.root):
        if files.free_bytes(target.root) < size + _RESERVE_BYTES:
            raise DiskFull(path=target.root)
    meter = Meter(progress, 2 * size)
    digests = _copy_files(paths.root, target.root, found, meter)
    for path, digest in digests.items():
        with files.translated(path):
            files.forget(path)
            if files.hash_file(path, meter.advance) != digest:
                raise MoveRefused(
                    path=target.root, reason=Phrase("“{name}” was not the same when it was read back", name=path.name)
                )
    if not schema.passes_check(target.database_dir / paths.current.read_text().strip() / schema.DATABASE_NAME):
        raise MoveRefused(path=target.root, reason=Phrase("the copy of the database does not pass its check"))
    known_libraries.remember(target.root)  # before: a disk that is not connected is no place for a new library
    files.write_atomic(target.current, paths.current.read_bytes())
    return len(found) + 1, size, False


def _copy_files(source: Path, target: Path, found: list[Path], meter: Meter) -> dict[Path, str]:
    """Copy them durably with their folders; the digests of what was read, by the copies' paths."""
    for folder in sorted(_folders(source)):
        files.make_private_folder(target / folder.relative_to(source))
    digests: dict[Path, str] = {}
    for path in found:
        copy = target / path.relative_to(source)
        if path.is_symlink():
            with files.translated(copy):
                copy.symlink_to(path.readlink())
            continue
        try:
            digests[copy] = files.copy_and_hash(path, copy, on_bytes=meter.advance)
        except ImportRefused as refusal:
            raise MoveRefused(
                path=target, reason=Phrase("“{name}” in the library cannot be read", name=path.name)
            ) from refusal
        with files.translated(copy):
            _finish(path, copy)
    with files.translated(target):
        for folder in _folders(target):
            files.fsync_folder(folder)
        files.fsync_folder(target.parent)
    return digests


def _finish(path: Path, copy: Path) -> None:
    state = path.stat()
    os.utime(copy, ns=(state.st_atime_ns, state.st_mtime_ns))
    files.fsync_file(copy)
    copy.chmod(state.st_mode & 0o777)


# --- afterwards -------------------------------------------------------------------------------------------------------


def _set_place(note: MoveNote, store: SettingsStore) -> bool:
    """Let the settings name the new place, where they or the default named the old one.

    Backups that lay beside the library stay where they are, and are named as well.
    """
    settings, source, target = store.load(), Path(note.source), Path(note.target)
    if os.environ.get("VRP_LIBRARY") or library_folder(None, settings.storage.folder) != source:
        return False
    changes: dict[str, object] = {"storage.folder": str(target)}
    beside_old, beside_new = (default_folder(LibraryPaths(place)) for place in (source, target))
    if not settings.backup.folder and beside_old.is_dir():
        changes["backup.folder"] = str(beside_old)
    elif settings.backup.folder == str(beside_new):
        changes["backup.folder"] = None
    with contextlib.suppress(SettingsNotWritable):
        store.set_all(changes)
    return library_folder(None, store.load().storage.folder) == target


def _take_back(note: MoveNote) -> None:
    """Remove from the new place what has its original at the old one, and nothing else."""
    source, target = Path(note.source), Path(note.target)
    if target.is_dir() and not LibraryPaths(target).current.exists():
        _empty(
            target,
            lambda path: os.path.lexists(source / path.relative_to(target)) or path.name.endswith(_BESIDE),
        )
        if not note.made:
            files.make_private_folder(target)
    move_notes.drop(note)


def _is_old(path: Path, note: MoveNote) -> bool:
    """Whether it was there when the move began, and so lies at the new place or was removed there since."""
    state = path.lstat()
    return (
        max(state.st_mtime_ns, state.st_ctime_ns) <= note.at + _COARSE
        or path.name in _BY_NAME
        or path.name[-4:] == "-shm"
    )


def _empty(folder: Path, may_go: Callable[[Path], bool], progress: Progress = silent) -> int:
    """Remove what may go, and the folders that are empty then; how many files went."""
    found, gone = list(_walk(folder)), 0
    for place, path in enumerate(found):
        progress(place, len(found))
        with contextlib.suppress(FileNotFoundError):
            if may_go(path):
                path.unlink()
                gone += 1
    for inner in sorted(_folders(folder), reverse=True):
        with contextlib.suppress(OSError):
            inner.rmdir()
    return gone


def _walk(folder: Path) -> Iterator[Path]:
    """Every file and every link below ``folder``; links are not followed."""
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
        yield from (Path(place, name) for name in folders if Path(place, name).is_symlink())


def _folders(folder: Path) -> Iterator[Path]:
    """``folder`` and those below it."""
    for place, _, _ in os.walk(folder):
        yield Path(place)
