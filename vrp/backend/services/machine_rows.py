"""Rows of the diagnostics page that need no library: the program, the computer, folders, threads, sound."""

from __future__ import annotations

import contextlib
import datetime as dt
import locale
import os
import platform
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import vrp
from vrp.backend import crashes
from vrp.backend import paths as places
from vrp.backend.domain.diagnostics import Action, Row, State
from vrp.backend.paths import LibraryPaths
from vrp.backend.phrases import Phrase
from vrp.backend.services import power

_MEBIBYTE: Final = 1024 * 1024
_LITTLE: Final = 1024 * _MEBIBYTE
_SCARCE: Final = 100 * _MEBIBYTE
_ENDED: Final = {crashes.CRASH: Phrase("the program"), crashes.POWER: Phrase("the computer")}
_LIBRARIES: Final = ("PySide6-Essentials", "SQLAlchemy", "alembic", "pydantic", "structlog", "av", "numpy", "zstandard")


def about() -> Iterator[Row]:
    yield Row(Phrase("Version"), vrp.__version__)
    yield Row("Python", platform.python_version())
    installed = (
        Phrase("source tree")
        if (Path(vrp.__file__).parents[1] / "pyproject.toml").is_file()
        else Phrase("installed package")
    )
    yield Row(Phrase("Runs from"), installed)
    if places.portable_folder() is not None:
        yield Row(Phrase("Portable mode"), Phrase("on"))


def versions() -> Iterator[Row]:
    """Of the libraries; slow, because each is looked up on the disk."""
    from importlib import metadata

    for name in _LIBRARIES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            yield Row(name, metadata.version(name))


def system() -> Iterator[Row]:
    yield Row(Phrase("System"), _system_name())
    yield Row(Phrase("Kernel"), f"{platform.system()} {platform.release()} ({platform.machine()})")
    yield Row(Phrase("Processors"), str(os.cpu_count() or 0))
    yield from _memory()
    with contextlib.suppress(OSError, AttributeError):
        yield Row(Phrase("Load"), " ".join(f"{load:.1f}" for load in os.getloadavg()))
    yield Row(Phrase("Language"), ".".join(part for part in locale.getlocale() if part) or "C")
    yield Row(Phrase("Time zone"), dt.datetime.now().astimezone().strftime("%Z %z"))
    yield Row(
        Phrase("Desktop"), os.environ.get("XDG_CURRENT_DESKTOP") or os.environ.get("XDG_SESSION_TYPE") or Phrase("none")
    )
    if power.on_battery():
        yield Row(Phrase("Power"), Phrase("battery"), State.WARN)


def _system_name() -> str:
    with contextlib.suppress(OSError):
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return platform.platform(terse=True)


def _memory() -> Iterator[Row]:
    with contextlib.suppress(OSError, ValueError, KeyError):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        found = {name: int(rest.split()[0]) // 1024 for name, _, rest in (line.partition(":") for line in lines)}
        free = found["MemAvailable"]
        state = State.WARN if free < 256 else State.OK
        yield Row(Phrase("Memory"), Phrase("{free} of {total} MiB free", free=free, total=found["MemTotal"]), state)


def folders(paths: LibraryPaths) -> Iterator[Row]:
    """Where things lie and what room there is; each is tried."""
    yield Row(Phrase("Library"), os.fspath(paths.root), action=Action.OPEN_FOLDER)
    yield from _room(Phrase("Room for the library"), paths.root)
    yield _writable(Phrase("Library can be written to"), paths.root)
    yield Row(Phrase("Logs"), os.fspath(paths.logs), action=Action.OPEN_LOGS)
    yield _log_state()
    yield Row(Phrase("Settings file"), os.fspath(places.settings_file()), action=Action.OPEN_SETTINGS)
    yield from _room(Phrase("Room for temporary files"), Path(tempfile.gettempdir()))


def _room(name: str, folder: Path) -> Iterator[Row]:
    try:
        usage = shutil.disk_usage(folder)
    except OSError as error:
        yield Row(name, error.strerror or Phrase("unknown"), State.FAIL)
        return
    state = State.FAIL if usage.free < _SCARCE else State.WARN if usage.free < _LITTLE else State.OK
    yield Row(name, Phrase("{free} of {total} free", free=size(usage.free), total=size(usage.total)), state)


def _writable(name: str, folder: Path) -> Row:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Row(name, Phrase("yes"))
    except OSError as error:
        return Row(name, Phrase("no: {reason}", reason=error.strerror), State.FAIL)


def _log_state() -> Row:
    from vrp.backend.logs.setup import pipeline  # structlog is there by now, or is loaded in this job

    running = pipeline()
    if running is None:
        return Row(Phrase("Log"), Phrase("not set up yet"), State.UNKNOWN)
    if running.trouble:
        told = Phrase("cannot be written ({reason}); the newest records are kept in memory", reason=running.trouble)
        return Row(Phrase("Log"), told, State.WARN)
    all_of_it = running.raised_until
    return Row(Phrase("Log"), Phrase("is written, with everything for a while") if all_of_it else Phrase("is written"))


def sound() -> Iterator[Row]:
    from vrp.backend.audio.sound_server import SoundServer

    answers = SoundServer().answers(1.0)
    told = Phrase("answers") if answers else Phrase("does not answer")
    yield Row(
        Phrase("Sound server"), told, State.OK if answers else State.FAIL, Action.TEST_MICROPHONE if answers else ""
    )


def crash_reports(paths: LibraryPaths) -> Iterator[Row]:
    """The unclean ends that are kept, the newest first."""
    kept = crashes.reports(paths.logs)
    if not kept:
        yield Row(Phrase("Crashes"), Phrase("none"))
    for report in kept:
        ran = report.ended - report.started
        seconds = round(ran.total_seconds())
        told = Phrase(
            "{what} ended unexpectedly, version {version}, after {seconds} s",
            what=_ENDED.get(report.what, report.what),
            version=report.version,
            seconds=seconds,
        )
        yield Row(f"{report.ended:%Y-%m-%d %H:%M:%S} UTC", told, State.WARN, Action.VIEW_REPORTS)


def threads() -> Iterator[Row]:
    """The names of Python's threads."""
    yield Row(Phrase("Threads"), str(threading.active_count()), action=Action.DUMP_STACKS)
    frames = sys._current_frames()  # noqa: SLF001  # the documented way to where threads stand
    for thread in threading.enumerate():
        frame = frames.get(thread.ident or 0)
        where = (
            f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}"
            if frame
            else Phrase("ended")
        )
        yield Row(thread.name, where)


def size(count: float) -> Phrase:
    """Bytes as people read them."""
    units = ("B", "KiB", "MiB", "GiB", "TiB")
    place = 0
    while count >= 1024 and place < len(units) - 1:
        count, place = count / 1024, place + 1
    return Phrase("{number} {unit}", number=count if place else round(count), unit=units[place])
