"""Finds the files that a person meant by the paths given, folders included."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vrp.backend import files
from vrp.backend.errors import SourceIsLink, VrpError


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
    for path in paths:
        yield from _look(path)


def _look(path: Path) -> Iterator[Found]:
    try:
        state = path.lstat()
        if stat.S_ISDIR(state.st_mode):
            children = sorted(entry for entry in os.listdir(path) if not entry.startswith("."))  # noqa: PTH208  # bytes-safe names, no objects
        elif stat.S_ISLNK(state.st_mode):
            raise SourceIsLink(name=path.name)
        else:
            yield Found(path, state.st_size)
            return
    except VrpError as refusal:
        yield Found(path, refusal=refusal)
        return
    except (OSError, ValueError) as error:
        yield Found(path, refusal=files.refusal(path, error))
        return
    for child in children:
        yield from _look(path / child)
