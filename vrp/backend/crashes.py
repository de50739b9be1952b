"""Notices at the next start that the program did not end in order, and keeps a report of it on this computer.

While the window is open a marker lies in ``logs/``, with the process and the start of the computer; who finds one
there, with the library's lock in hand, knows that its writer died. The report holds what Python could still write down
(``faults.log``, by faulthandler) and the last records of the log. Nothing is sent; the newest reports are kept.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, TextIO

import vrp
from vrp.backend import files
from vrp.backend.errors import LibraryFault
from vrp.backend.locks import boot_id
from vrp.backend.logs import reader

MARKER: Final = "running.json"
FAULTS: Final = "faults.log"
FOLDER: Final = "crashes"
RECORDS: Final = 200
KEPT: Final = 20
CRASH: Final = "the program"
POWER: Final = "the computer"  # it went down with the program in it
_FAULT_BYTES: Final = 256 * 1024
_LOOP: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One unclean end: what ended (`CRASH` or `POWER`), and when as far as is known. Times are UTC."""

    path: Path
    started: datetime
    ended: datetime
    what: str
    version: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class _Marker:
    pid: int
    boot_id: str
    started: str
    version: str
    safe: bool


class CrashWatch:
    """Watches over one run of the window on one library. A log folder that cannot be written costs the watch only."""

    def __init__(self, logs: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._logs = logs
        self._clock = clock
        self._born = clock()
        self._faults: TextIO | None = None
        self._begun = False
        self.found: CrashReport | None = None

    def begin(self, *, safe: bool = False) -> None:
        """Look for the marker of a run that died, which is then `found`, and set our own. The lock must be held."""
        self._begun = True
        with contextlib.suppress(OSError, LibraryFault):
            self.found = self._report()
        with contextlib.suppress(OSError, LibraryFault):
            marker = _Marker(os.getpid(), boot_id(), self._born.isoformat(), vrp.__version__, safe)
            files.write_atomic(self._logs / MARKER, json.dumps(asdict(marker)).encode())
            descriptor = os.open(self._logs / FAULTS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, files.PRIVATE_FILE)
            self._faults = os.fdopen(descriptor, "w")
            faulthandler.enable(self._faults)

    def end(self) -> None:
        """The run ends in order."""
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None
        if self._begun:
            with contextlib.suppress(OSError):
                (self._logs / MARKER).unlink()

    def loops(self) -> bool:
        """Whether this is the second crash within a minute."""
        if self.found is None:
            return False
        newest = reports(self._logs)[:2]
        return len(newest) == 2 and newest[0].ended - newest[1].ended < _LOOP  # two

    def _report(self) -> CrashReport | None:
        marker = _read_marker(self._logs / MARKER)
        if marker is None:
            return None
        records = self._last_records()
        started = _moment(marker.started)
        ended = max([started, *(_moment(str(one["timestamp"])) for one in records[-1:])])
        what = CRASH if marker.boot_id == boot_id() else POWER
        folder = self._logs / FOLDER
        files.make_private_folder(folder)
        path = folder / f"{ended:%Y%m%dT%H%M%S%fZ}.json"
        report = CrashReport(path, started, ended, what, marker.version, marker.safe)
        files.write_atomic(path, _document(report, self._stacks(), records))
        for old in sorted(folder.glob("*.json"))[:-KEPT]:
            old.unlink(missing_ok=True)
        return report

    def _stacks(self) -> list[str]:
        with contextlib.suppress(OSError), files.open_regular(self._logs / FAULTS) as file:
            return file.read(_FAULT_BYTES).decode("utf-8", "replace").splitlines()
        return []

    def _last_records(self) -> list[dict[str, Any]]:
        """The last ones before this run."""
        found: list[dict[str, Any]] = []
        for path in reader.log_files(self._logs):
            with contextlib.suppress(OSError):
                before = [one for one in reader.records(path) if _moment(str(one["timestamp"])) < self._born]
                found = [*before, *found][-RECORDS:]
            if len(found) >= RECORDS:
                break
        return found


def reports(logs: Path) -> list[CrashReport]:
    """The reports that are kept, the newest first. What cannot be read is passed over."""
    found = []
    for path in sorted((logs / FOLDER).glob("*.json"), reverse=True):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError), files.open_regular(path) as file:
            values = json.loads(file.read())
            started, ended = _moment(values["started"]), _moment(values["ended"])
            found.append(CrashReport(path, started, ended, values["what"], values["version"], bool(values["safe"])))
    return found


def dump_stacks(logs: Path) -> Path:
    """Write down where each thread stands now; the file. Raises OSError or `LibraryFault`."""
    files.make_private_folder(logs / FOLDER)
    path = logs / FOLDER / "stacks.txt"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, files.PRIVATE_FILE)
    with os.fdopen(descriptor, "w") as file:
        faulthandler.dump_traceback(file)
    return path


def _document(report: CrashReport, stacks: list[str], records: list[dict[str, Any]]) -> bytes:
    """JSON in which each record and each line of a stack stands on a line of its own."""
    head = {
        "format": 1,
        "what": report.what,
        "started": report.started.isoformat(),
        "ended": report.ended.isoformat(),
        "version": report.version,
        "safe": report.safe,
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    for name, members in (("stacks", stacks), ("records", records)):
        lines.append(f"{json.dumps(name)}: [\n" + ",\n".join(map(json.dumps, members)) + "\n]")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _read_marker(path: Path) -> _Marker | None:
    try:
        with files.open_regular(path) as file:
            return _Marker(**json.loads(file.read()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):  # a power cut can leave it empty: it was there all the same
        return _Marker(0, "", "", "", safe=False)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
