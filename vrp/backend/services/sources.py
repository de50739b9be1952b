"""Finds the files that a person meant by the paths given, folders included."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vrp.backend import files
from vrp.backend.errors import VrpError


@dataclass(frozen=True, slots=True)
class Found:
    """A path to import with its size in bytes, or the reason why it cannot be."""

    path: Path
    size: int = 0
    refusal: VrpError | None = None


def find(paths: Sequence[Path]) -> Iterator[Found]:
    """Files as they are named, folders walked in the order of names. Links are not followed, so no loop can catch us.

    Inside folders, names that begin with a dot are passed over: they belong to the system, not to the person.
    """
    waiting = list(reversed(paths))
    while waiting:
        path = waiting.pop()
        found = _look(path)
        if isinstance(found, Found):
            yield found
        else:
            waiting.extend(path / name for name in reversed(found))


def _look(path: Path) -> Found | list[str]:
    """One path: a file or a refusal, or the names in a folder."""
    try:
        state = path.lstat()
        if stat.S_ISDIR(state.st_mode):
            return sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
        files.refuse_special(path, state)
    except VrpError as refusal:
        return Found(path, refusal=refusal)
    except (OSError, ValueError) as error:
        return Found(path, refusal=files.refusal(path, error))
    return Found(path, state.st_size)
