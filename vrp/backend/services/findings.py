"""Which findings of the health check are open: remembered until a later check no longer has them.

Only codes are kept, never a title. A finding can be ignored until the next version of the program, which may know more.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import vrp
from vrp.backend import files
from vrp.backend.errors import VrpError

NAME: Final = "findings.json"


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """``since``: the first check that had it, in UTC. ``ignored_in``: the version in which a person put it aside."""

    code: str
    since: str
    ignored_in: str = ""


class Findings:
    """The file ``findings.json`` in ``folder``. One that is missing or damaged is as good as empty."""

    def __init__(self, folder: Path, version: str = vrp.__version__) -> None:
        self._path = folder / NAME
        self._version = version

    def open(self) -> tuple[OpenFinding, ...]:
        """Those that nobody put aside in this version, by code."""
        return tuple(one for one in self._read().values() if one.ignored_in != self._version)

    def update(self, codes: Iterable[str], now: datetime) -> None:
        """What a check found. A finding that it no longer has is mended."""
        known = self._read()
        self._write([known.get(code, OpenFinding(code, now.isoformat())) for code in sorted(set(codes))])

    def ignore(self, code: str) -> None:
        """Put a finding aside until the next version."""
        known = self._read()
        if code in known:
            known[code] = OpenFinding(code, known[code].since, self._version)
            self._write(known.values())

    def _read(self) -> dict[str, OpenFinding]:
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8"))
            return {entry["code"]: OpenFinding(**entry) for entry in entries}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def _write(self, findings: Iterable[OpenFinding]) -> None:
        content = json.dumps([asdict(one) for one in findings], indent=1).encode()
        with contextlib.suppress(VrpError, OSError):  # a full disk is a finding itself
            files.write_atomic(self._path, content)
