"""Takes what was erased for good out of the log files. They hold no titles, but identifiers they may."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path


def forget(folder: Path, words: Iterable[str]) -> int:
    """Write noughts over each of these words in all files below ``folder``; how many there were.

    In place and of the same length, because the newest file is being written to. Files that cannot be read stay.
    """
    wanted, count = [word.encode() for word in words], 0
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            if path.is_file() and not path.is_symlink():
                count += _forget(path, wanted)
    return count


def _forget(path: Path, words: list[bytes]) -> int:
    content, count = path.read_bytes(), 0
    places = [(place, word) for word in words for place in _places(content, word)]
    if places:
        with path.open("r+b", buffering=0) as file:
            for place, word in places:
                file.seek(place)
                count += file.write(b"0" * len(word)) > 0
            os.fsync(file.fileno())
    return count


def _places(content: bytes, word: bytes) -> Iterable[int]:
    place = content.find(word)
    while place >= 0:
        yield place
        place = content.find(word, place + len(word))
