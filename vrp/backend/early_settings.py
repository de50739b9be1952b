"""Single settings for the moment before the first paint, read without the typed ones, which take a tenth of a second.

Nothing is checked here: the typed settings are loaded right after, and whatever is wrong is told then.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any


def read(path: Path) -> dict[str, Any]:
    """The settings file as it stands; nothing where it cannot be read."""
    with contextlib.suppress(OSError, ValueError):  # not there, no text, no TOML
        written = path.read_text(encoding="utf-8-sig")
        import tomllib  # only where there is something to read

        return tomllib.loads(written)
    return {}


def text(written: dict[str, Any], key: str) -> str:
    """The value of ``key`` (``storage.folder``) from the environment or from the file that was `read`, else empty."""
    section, _, name = key.partition(".")
    given = os.environ.get(f"VRP_{section}__{name}".upper())
    if given is not None:
        return given
    table = written.get(section)
    value = table.get(name) if isinstance(table, dict) else None
    return value if isinstance(value, str) else ""
