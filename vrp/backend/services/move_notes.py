"""Notes of libraries that are being moved: where from and where to, until the old place is empty.

They lie with the program's own state, outside of both places, so that a start after a crash finds the library whichever
of the two holds it.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vrp.backend import files
from vrp.backend.paths import LibraryPaths, moves_file


@dataclass(frozen=True, slots=True)
class MoveNote:
    """``at``: when it began, in nanoseconds; ``made``: the folder was made for it, and was not there before."""

    source: str
    target: str
    library: str
    at: int
    made: bool

    @property
    def is_committed(self) -> bool:
        """Whether the library lies at its new place: its ``CURRENT`` is what comes last."""
        new = LibraryPaths(Path(self.target))
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return new.current.is_file() and new.identity.read_text(encoding="ascii").strip() == self.library
        return False


def note_from(source: Path) -> MoveNote | None:
    """The note of a move away from ``source``."""
    return next((note for note in _read() if note.source == str(source)), None)


def note_to(target: Path) -> MoveNote | None:
    """The note of a move to ``target``."""
    return next((note for note in _read() if note.target == str(target)), None)


def write(note: MoveNote) -> None:
    """Note it durably. Raises `LibraryFault`."""
    _write([*_others(note), note])


def drop(note: MoveNote) -> None:
    """The move is over, or was taken back. Raises `LibraryFault`."""
    _write(_others(note))


def _others(note: MoveNote) -> list[MoveNote]:
    return [one for one in _read() if one.source != note.source and one.target != note.target]


def _write(notes: list[MoveNote]) -> None:
    path = moves_file()
    files.make_private_folder(path.parent)
    if notes:
        files.write_atomic(path, json.dumps([asdict(one) for one in notes], indent=1).encode())
    else:
        with files.translated(path):
            path.unlink(missing_ok=True)
            files.fsync_folder(path.parent)


def _read() -> list[MoveNote]:
    with contextlib.suppress(OSError, ValueError, TypeError):
        found: Any = json.loads(moves_file().read_bytes())
        return [MoveNote(**one) for one in found]
    return []
