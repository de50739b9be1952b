"""Where things lie: the library folder, and the read-only folders that come with the program."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from vrp.backend.errors import InternalFault

APP: Final = "voice-recorder-pro"
PORTABLE_FLAG: Final = "portable"
_STORED: Final = re.compile(r"([0-9a-f]{2})[0-9a-f]{30}\.[a-z0-9]{1,8}")
_UUID: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class LibraryPaths:
    """The layout of one library folder. Names that come from data are checked before they become a path.

    Where several recorders share the folder, each has a ``recorder`` name and a place of its own for what it has in
    hand; only ``audio/`` is common.
    """

    root: Path
    recorder: str = ""

    @property
    def own(self) -> Path:
        """What only this recorder writes to."""
        return self.root / "recorders" / self.recorder if self.recorder else self.root

    @property
    def current(self) -> Path:
        return self.root / "CURRENT"

    @property
    def identity(self) -> Path:
        """Which library this is, also when its database is gone: its backups are told by it."""
        return self.root / "library.id"

    @property
    def searches(self) -> Path:
        """The saved searches, also when the database is gone."""
        return self.root / "searches.json"

    @property
    def database_dir(self) -> Path:
        return self.root / "database"

    @property
    def audio(self) -> Path:
        return self.root / "audio"

    @property
    def aside(self) -> Path:
        """Files that were no longer what had been stored and were replaced by good ones; kept."""
        return self.root / "aside"

    @property
    def restoring(self) -> Path:
        """There while a restore into a new folder has not come to its end."""
        return self.root / "RESTORING"

    @property
    def takes(self) -> Path:
        return self.own / "takes"

    @property
    def staging(self) -> Path:
        return self.own / "staging"

    @property
    def cache(self) -> Path:
        return self.own / "cache"

    @property
    def logs(self) -> Path:
        return self.own / "logs"

    @property
    def lock(self) -> Path:
        return self.own / "library.lock"

    def everyone(self) -> tuple[LibraryPaths, ...]:
        """This library as each of its recorders sees it."""
        if not self.recorder:
            return (self,)
        return tuple(LibraryPaths(self.root, place.name) for place in (self.root / "recorders").glob("*"))

    def audio_file(self, stored_filename: str) -> Path:
        """The file of a recording; ``stored_filename`` is UUID hex and suffix."""
        match = _STORED.fullmatch(stored_filename)
        if match is None:
            raise InternalFault(reason="stored name is not one of ours")
        return self.root.joinpath("audio", match[1], stored_filename)  # in one step: a check does it for each file

    def sidecar(self, uuid: str) -> Path:
        return self.root.joinpath("audio", _checked(uuid)[:2], f"{uuid}.json")

    def take(self, uuid: str) -> Path:
        return self.takes / _checked(uuid)

    def folders(self) -> tuple[Path, ...]:
        return (self.root, self.own, self.audio, self.takes, self.staging, self.cache, self.logs)


def recorder_name() -> str:
    """This recorder among those that share a library: ``VRP_RECORDER``, else the computer's name."""
    import platform

    named = os.environ.get("VRP_RECORDER") or platform.node()
    return re.sub(r"[^A-Za-z0-9-]+", "-", named).strip("-")[:60] or "recorder"


def _checked(uuid: str) -> str:
    if _UUID.fullmatch(uuid) is None:
        raise InternalFault(reason="identifier is not one of ours")
    return uuid


def library_folder(chosen: str | None = None, configured: str = "") -> Path:
    """The library's folder: the command line, then ``VRP_LIBRARY``, then portable mode, the settings, the default."""
    choice = chosen or os.environ.get("VRP_LIBRARY")
    if choice:
        return _absolute(choice)
    if (beside := portable_folder()) is not None:
        return beside / "library"
    if configured:
        return _absolute(configured)
    return platformdirs.user_data_path(APP, appauthor=False) / "library"


def place_given_by() -> str:
    """The variable, or the file beside the program, that goes before the setting of the library's folder."""
    if os.environ.get("VRP_LIBRARY"):
        return "VRP_LIBRARY"
    if os.environ.get("VRP_PORTABLE"):
        return "VRP_PORTABLE"
    return str(portable_folder() or "")


def portable_folder() -> Path | None:
    """The program's own folder when a file named ``portable`` lies there or ``VRP_PORTABLE`` names one."""
    if named := os.environ.get("VRP_PORTABLE"):
        return _absolute(named)
    beside = Path(sys.argv[0]).absolute().parent
    return beside if (beside / PORTABLE_FLAG).is_file() else None


def settings_file() -> Path:
    """The settings file: ``VRP_CONFIG``, else beside the program in portable mode, else the user's own folder."""
    if named := os.environ.get("VRP_CONFIG"):
        return _absolute(named)
    if (beside := portable_folder()) is not None:
        return beside / "settings.toml"
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.toml"


def known_libraries_file() -> Path:
    """Remembers which libraries held recordings, so that an unplugged disk is told from a new library."""
    return platformdirs.user_state_path(APP, appauthor=False) / "libraries.json"


def moves_file() -> Path:
    """Notes which libraries are being moved, and where to."""
    return platformdirs.user_state_path(APP, appauthor=False) / "moves.json"


def _absolute(text: str) -> Path:
    return Path(os.path.expanduser(text)).absolute()  # noqa: PTH111  # pathlib's raises where there is no such user


def resource(*parts: str) -> Path:
    """A file under ``resources/``: inside the package in a wheel, beside it in the source tree."""
    return _carried("resources").joinpath(*parts)


def manual_page(name: str) -> Path:
    """A page of the manual, by its file's name."""
    return _carried("docs") / name


def migrations() -> Path:
    """The alembic folder."""
    return _carried("migrations")


def _carried(name: str) -> Path:
    package = Path(__file__).parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
