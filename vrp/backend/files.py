"""Durable file operations: what was acknowledged is on the disk, and a crash leaves the old content or the new.

The order everywhere: write a temporary file beside the target, fsync it, rename it, fsync the folder. After an error
from fsync the file is thrown away and written anew, never fsynced again: the kernel may have dropped its pages.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from vrp.backend.errors import (
    DiskFull,
    LibraryNotWritable,
    SourceChanged,
    SourceIsLink,
    SourceMissing,
    SourceNoPermission,
    SourceNotRegular,
    SourcePathTooLong,
    SourceUnreadable,
    VrpError,
)
from vrp.backend.phrases import Phrase

if TYPE_CHECKING:
    from queue import Queue

BLOCK: Final = 1 << 20
PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
READ_ONLY_FILE: Final = 0o400

_KINDS: Final = (
    (stat.S_ISDIR, Phrase("a folder")),
    (stat.S_ISFIFO, Phrase("a pipe")),
    (stat.S_ISSOCK, Phrase("a socket")),
    (stat.S_ISCHR, Phrase("a device")),
    (stat.S_ISBLK, Phrase("a device")),
)


def make_private_folder(folder: Path) -> None:
    """Make ``folder`` and its parents, readable by the owner only; raises `LibraryNotWritable` or `DiskFull`."""
    with translated(folder):
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def fsync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable. Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fsync_file(path: Path) -> None:
    """Make the content of ``path`` durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def publish(temporary: Path, target: Path) -> None:
    """Rename a file that is durable already to its final name, durably. Both lie on one file system."""
    with translated(target):
        temporary.replace(target)
        fsync_folder(target.parent)


def write_atomic(path: Path, data: bytes, *, by_way_of: Path | None = None) -> None:
    """Replace ``path`` by ``data``: after a crash at any point it holds the old bytes or the new.

    What a crash can leave behind lies in ``by_way_of``, a folder of the same disk; otherwise beside ``path``.
    """
    temporary = (by_way_of or path.parent) / f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp"
    with translated(path):
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
            try:
                write_all(descriptor, data)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            temporary.replace(path)
            fsync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


def write_new(path: Path, data: bytes) -> None:
    """Make the file ``path``, which must not exist, with ``data`` durable in it.

    Its name becomes durable with its folder (`fsync_folder`), which many new files share.
    """
    with translated(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        try:
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write every byte: a nearly full disk or a file size limit gives short writes first."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def free_bytes(path: Path) -> int:
    """Bytes that this user may still write on the disk of ``path``."""
    return shutil.disk_usage(path).free


def hash_file(path: Path, on_bytes: Callable[[int], None] = lambda count: None) -> str:
    """SHA-256 of the file as hex; ``on_bytes`` gets the size of each block and may raise to end it."""
    import hashlib  # OpenSSL is not loaded before the window's first paint

    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        _advise_sequential(file.fileno())
        buffer = bytearray(BLOCK)
        view = memoryview(buffer)
        while count := file.readinto(buffer):
            digest.update(view[:count])
            on_bytes(count)
    return digest.hexdigest()


def pour(source: BinaryIO, target: BinaryIO, on_bytes: Callable[[int], None] = lambda count: None) -> str:
    """Copy what is left of an open file into another and return the SHA-256 of it as hex. Raises OSError."""
    import hashlib

    digest = hashlib.sha256()
    while block := source.read(BLOCK):
        digest.update(block)
        target.write(block)
        on_bytes(len(block))
    return digest.hexdigest()


def new_private(path: Path) -> BinaryIO:
    """Open the file ``path``, which must not exist, for writing; the owner's only. Raises OSError."""
    return os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE), "wb"
    )


def forget(path: Path) -> None:
    """Let the system drop what it keeps of the file in memory, so that the next reading comes from the disk."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file, contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading that must be a plain one: links and pipes are refused. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a plain file", str(path))
    return os.fdopen(descriptor, "rb")


# --- Sources: files that are not ours ---------------------------------------------------------------------------------


def open_source(path: Path) -> tuple[int, os.stat_result]:
    """Open somebody's file without following links and without waiting for pipes.

    Returns the descriptor and its state; raises the `ImportRefused` that fits.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        state = path.lstat()  # before the open: opening some devices has effects of its own
        refuse_special(path, state)
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode):
        os.close(descriptor)
        refuse_special(path, state)
    return descriptor, state


def refuse_special(path: Path, state: os.stat_result) -> None:
    """Raises `SourceIsLink` or `SourceNotRegular` for what is not a plain file."""
    if stat.S_ISLNK(state.st_mode):
        raise SourceIsLink(name=path.name)
    for test, kind in _KINDS:
        if test(state.st_mode):
            raise SourceNotRegular(name=path.name, kind=kind)


def refusal(path: Path, error: Exception) -> VrpError:
    """The refusal that a driver error on a source file means."""
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    match number:
        case errno.ENOENT | errno.ENOTDIR:
            return SourceMissing(name=path.name)
        case errno.EACCES | errno.EPERM:
            return SourceNoPermission(name=path.name)
        case errno.ENAMETOOLONG:
            return SourcePathTooLong(name=path.name[:80])
        case errno.ELOOP:
            return SourceIsLink(name=path.name)
        case errno.EISDIR:
            return SourceNotRegular(name=path.name, kind=Phrase("a folder"))
    return SourceUnreadable(name=path.name, reason=errno.errorcode.get(number or 0, type(error).__name__))


def copy_and_hash(source: Path, target: Path, *, on_bytes: Callable[[int], None] = lambda count: None) -> str:
    """Copy ``source`` to the new file ``target`` in one pass and return the SHA-256 of what was written, as hex.

    The target is not yet durable (`fsync_file`). Hashing runs beside the copying, in a thread of its own. Raises an
    `ImportRefused` when the source cannot be read or changed meanwhile, `DiskFull` or `LibraryNotWritable` for the
    target; the target is removed then.
    """
    descriptor, state = open_source(source)
    try:
        return copy_opened(source, descriptor, state, target, on_bytes=on_bytes)
    finally:
        os.close(descriptor)


def copy_opened(
    source: Path,
    descriptor: int,
    before: os.stat_result,
    target: Path,
    *,
    mode: int = PRIVATE_FILE,
    on_bytes: Callable[[int], None] = lambda count: None,
) -> str:
    """As `copy_and_hash`, for a source that `open_source` opened; ``mode`` is the target's from its beginning."""
    with translated(target):
        out = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with translated(target):
            digest = _pump(source, descriptor, out, before.st_size, on_bytes)
        after = os.fstat(descriptor)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise SourceChanged(name=source.name)
    except BaseException:  # whatever ended it, half a copy must not stay
        target.unlink(missing_ok=True)
        raise
    finally:
        os.close(out)
    return digest


def _pump(source: Path, descriptor: int, out: int, size: int, on_bytes: Callable[[int], None]) -> str:
    """Copy exactly ``size`` bytes: a source that grows for ever must not be followed for ever."""
    _advise_sequential(descriptor)
    left = size
    with _HashingThread() as hashing:
        while True:
            try:
                block = os.read(descriptor, min(BLOCK, left + 1))
            except OSError as error:
                raise refusal(source, error) from error
            left -= len(block)
            if left < 0 or (not block and left):
                raise SourceChanged(name=source.name)
            if not block:
                return hashing.finish()
            hashing.feed(block)
            write_all(out, block)
            on_bytes(len(block))


class _HashingThread:
    """SHA-256 in a thread: hashlib lets go of the interpreter for large blocks, so copying goes on beside it.

    The thread starts with the second block: most files are small, and a thread costs more than their hash.
    """

    def __init__(self) -> None:
        import hashlib

        self._digest = hashlib.sha256()
        self._first: bytes | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._join()

    def feed(self, block: bytes) -> None:
        if self._first is None and self._thread is None:
            self._first = block
            return
        if self._thread is None:
            from queue import Queue

            self._blocks: Queue[bytes | None] = Queue(maxsize=8)
            self._thread = threading.Thread(target=self._run, name="hash", daemon=True)
            self._thread.start()
            self._blocks.put(self._first)
            self._first = None
        self._blocks.put(block)

    def finish(self) -> str:
        self._join()
        if self._first is not None:
            self._digest.update(self._first)
        return self._digest.hexdigest()

    def _join(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._blocks.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (block := self._blocks.get()) is not None:
            self._digest.update(block)


def _advise_sequential(descriptor: int) -> None:
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_SEQUENTIAL)


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the system's errors about a file of ours into those that people understand."""
    try:
        yield
    except OSError as error:
        raise library_fault(path, error) from error


def library_fault(path: Path, error: OSError) -> VrpError:
    """The fault that a driver error on one of our files means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path=path)
    return LibraryNotWritable(path=path, reason=errno.errorcode.get(error.errno or 0, type(error).__name__))
