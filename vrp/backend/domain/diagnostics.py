"""What the diagnostics page shows: sections of rows. English here; the window translates what is a `Phrase`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a row stands. A row that only informs is `OK`."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """``action`` names what can be done about it (see `Action`), or is empty.

    ``name`` and ``value`` are a `Phrase` each where they are language, plain text where they are not, such as a path.
    """

    name: str
    value: str
    state: State = State.OK
    action: str = ""


@dataclass(frozen=True, slots=True)
class SlowRow:
    """Stands where ``find`` will put its rows. ``find`` may take long and is called in a job; it never raises."""

    name: str
    find: Callable[[], tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    rows: tuple[Row | SlowRow, ...]


class SectionId(StrEnum):
    """The sections, in the order in which they are shown."""

    HEALTH = "Health"
    ABOUT = "About"
    SYSTEM = "System"
    PATHS = "Paths and space"
    AUDIO = "Audio"
    DATABASE = "Database"
    LIBRARY = "Library"
    JOBS = "Jobs"
    CLOUD = "Cloud"
    BACKUPS = "Backups"
    METRICS = "Metrics"
    SETTINGS = "Settings"
    CRASHES = "Crashes"
    THREADS = "Threads"


class Action(StrEnum):
    """What a row can offer to do."""

    TEST_MICROPHONE = "test_microphone"
    CHECK_HEALTH = "check_health"
    REPAIR = "repair"
    CHECK_LIBRARY = "check_library"
    BACK_UP = "back_up"
    PROVE_BACKUP = "prove_backup"
    REBUILD_SEARCH = "rebuild_search"
    RESET_BREAKER = "reset_breaker"
    DUMP_STACKS = "dump_stacks"
    VIEW_REPORTS = "view_reports"  # of crashes
    OPEN_FOLDER = "open_folder"  # the library's
    OPEN_LOGS = "open_logs"
    OPEN_SETTINGS = "open_settings"


Source = Callable[[], Iterable[Row | SlowRow]]
