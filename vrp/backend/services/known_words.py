"""Everything private that this computer knows of the person and the library: what a support bundle must not tell.

Nothing is kept in a keyring: the program holds no account and no key of its own, so that there is nothing to ask there.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from vrp.backend import files
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import inspection, schema
from vrp.backend.phrases import Phrase
from vrp.backend.services.leak_test import KEY, Word

USER: Final = Phrase("the user's name")
COMPUTER: Final = Phrase("the computer's name")
_SECRET_NAME: Final = re.compile(
    r"passw|passphrase|secret|token|api_?key|private_?key|credential|cookie", re.IGNORECASE
)
_LARGEST_SIDECAR: Final = 8 * 1024 * 1024
_IN_SIDECARS: Final = (
    (Phrase("a title"), "title"),
    (Phrase("an artist"), "artist"),
    (Phrase("notes"), "notes"),
    (Phrase("a file name"), "filename"),
)


def of_environment() -> Iterator[Word]:
    """Names of the person and the computer, addresses and secrets in the environment."""
    yield from (Word(USER, name) for name in user_names())
    yield from (Word(COMPUTER, name) for name in computer_names())
    for name, value in os.environ.items():
        if _SECRET_NAME.search(name):
            yield Word(KEY, value)
        if "@" in value and "://" not in value:
            yield Word(Phrase("an e-mail address"), value)
        if "://" in value:
            with contextlib.suppress(ValueError):
                yield Word(KEY, urlsplit(value).password or "")


def user_names() -> list[str]:
    """What the system calls the person."""
    found = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME")}
    with contextlib.suppress(OSError, KeyError, ImportError):
        found.add(getpass.getuser())
    if sys.platform != "win32":
        import pwd

        with contextlib.suppress(KeyError):
            found.add(pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0])
    return sorted(found - {""})


def computer_names() -> list[str]:
    node = platform.node()
    return sorted({node, node.split(".")[0], os.environ.get("HOSTNAME", "")} - {""})


def of_library(paths: LibraryPaths) -> Iterator[Word]:
    """Every text in the library: from its database, and from the files beside the audio where that cannot be read."""
    try:
        for kind, text in inspection.private_words(schema.current_database(paths)):
            yield Word(kind, text)
    except (sqlite3.Error, OSError, VrpError):
        yield from _of_sidecars(paths.audio)
    yield from _of_takes(paths.takes)


def _of_sidecars(audio: Path) -> Iterator[Word]:
    for path in audio.glob("*/*.json"):
        values = _json(path)
        for kind, name in _IN_SIDECARS:
            yield Word(kind, str(values.get(name, "")))
        tags = values.get("tags")
        yield from (Word(Phrase("a tag"), str(tag)) for tag in (tags if isinstance(tags, list) else ()))


def _of_takes(takes: Path) -> Iterator[Word]:
    """Names of microphones, which people give."""
    for path in takes.glob("*/manifest.json"):
        values = _json(path)
        yield from (Word(Phrase("a microphone"), str(values[name])) for name in ("device", "title") if values.get(name))


def _json(path: Path) -> dict[str, object]:
    with contextlib.suppress(OSError, ValueError), files.open_regular(path) as file:
        values = json.loads(file.read(_LARGEST_SIDECAR))
        return values if isinstance(values, dict) else {}
    return {}
