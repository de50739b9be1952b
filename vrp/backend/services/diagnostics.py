"""What the diagnostics page and a support bundle say: sections of rows, each of which stands for itself.

A row that cannot be found out shows its error and the others stand, so that the page is most useful where much is
broken: without a database, with a full disk, without sound. What is quick is a `Row` at once; what needs the disk, the
database or a child process is a `SlowRow` that the page runs in a job.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterable

import vrp
from vrp.backend.domain.diagnostics import Row, Section, SectionId, SlowRow, Source, State
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths


class DiagnosticsService:
    """Collects the sections. Other rooms add what only they know, such as the window its jobs, by `add`."""

    def __init__(self, paths: LibraryPaths) -> None:
        self.paths = paths
        self._sources: dict[SectionId, list[tuple[str, Source]]] = {section: [] for section in SectionId}
        self.add(SectionId.ABOUT, "About", _about)

    def add(self, section: SectionId, name: str, source: Source) -> None:
        """Further rows at the end of ``section``; ``name`` is that of the row which tells that ``source`` failed."""
        self._sources[section].append((name, source))

    def sections(self) -> tuple[Section, ...]:
        """All sections. At once: what is slow stands there as a `SlowRow`. Never raises."""
        return tuple(
            Section(section, tuple(row for name, source in sources for row in guarded(name, source)))
            for section, sources in self._sources.items()
        )

    def filled(self) -> tuple[Section, ...]:
        """All sections with their slow rows found out, one after the other: for the bundle and the command line."""
        return tuple(
            Section(section.id, tuple(found for row in section.rows for found in _found(row)))
            for section in self.sections()
        )

    def support_line(self) -> str:
        """One line to read out on the telephone."""
        return f"vrp {vrp.__version__}, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def guarded(name: str, source: Source) -> tuple[Row | SlowRow, ...]:
    """The rows of ``source``, or one that tells why there are none."""
    try:
        return tuple(source())
    except VrpError as fault:
        return (Row(name, f"{fault.code}: {fault.summary}", State.FAIL),)
    except Exception as error:  # noqa: BLE001  # one row that fails must not take the page with it
        return (Row(name, type(error).__name__, State.UNKNOWN),)


def slow(name: str, source: Callable[[], Iterable[Row]]) -> SlowRow:
    """A row that is found out later, in a job."""

    def find() -> tuple[Row, ...]:
        return tuple(row for row in guarded(name, source) if isinstance(row, Row))

    return SlowRow(name, find)


def _found(row: Row | SlowRow) -> tuple[Row, ...]:
    return row.find() if isinstance(row, SlowRow) else (row,)


def _about() -> Iterable[Row]:
    yield Row("Version", vrp.__version__)
    yield Row("Python", platform.python_version())
    yield Row("Program", sys.executable)
