"""What the diagnostics page and a support bundle say: sections of rows, each of which stands for itself.

A row that cannot be found out shows its error and the others stand, so that the page is most useful where much is
broken: without a database, with a full disk, without sound. What is quick is a `Row` at once; what needs the disk, the
database or the sound server is a `SlowRow` that the page runs in a job.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import vrp
from vrp.backend.domain.diagnostics import Row, Section, SectionId, SlowRow, Source, State
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.phrases import Phrase

if TYPE_CHECKING:
    from vrp.backend.services.library_rows import OpenLibrary


class DiagnosticsService:
    """Collects the sections. Other rooms add what only they know, such as the window its jobs, by `add`."""

    def __init__(self, paths: LibraryPaths, opened: OpenLibrary | None = None, fault: VrpError | None = None) -> None:
        """``opened`` may be a library that is still being opened; ``fault`` says why one did not open."""
        self.paths = paths
        self._opened = opened
        self._fault = fault
        self._worst = ""
        self._recordings = ""
        self._sources: dict[SectionId, list[tuple[str, Source]]] = {section: [] for section in SectionId}
        self._add_own()

    def add(self, section: SectionId, name: str, source: Source) -> None:
        """Further rows at the end of ``section``; ``name`` is that of the row which tells that ``source`` failed."""
        self._sources[section].append((name, source))

    def add_slow(self, section: SectionId, name: str, source: Callable[[], Iterable[Row]]) -> None:
        """As `add`, for what may take long and is found out in a job."""
        self.add(section, name, lambda: (slow(name, source),))

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
        """One line to read out on the telephone; it tells more once the slow rows of health and library were found."""
        import platform

        system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
        library = f"{self._recordings} recordings" if self._recordings else "library not read"
        return f"vrp {vrp.__version__}, {system}, {library}, {self._worst or 'health not checked'}"

    def _add_own(self) -> None:
        self.add_slow(SectionId.HEALTH, Phrase("Health"), self._health)
        self.add(SectionId.ABOUT, Phrase("About"), lambda: self._of_machine("about"))
        self.add_slow(SectionId.ABOUT, Phrase("Libraries"), lambda: self._of_machine("versions"))
        self.add(SectionId.SYSTEM, Phrase("System"), lambda: self._of_machine("system"))
        self.add_slow(SectionId.PATHS, Phrase("Folders"), lambda: self._of_machine("folders", self.paths))
        self.add_slow(SectionId.AUDIO, Phrase("Sound server"), lambda: self._of_machine("sound"))
        self.add_slow(SectionId.DATABASE, Phrase("Database"), lambda: self._of_file("database"))
        self.add_slow(SectionId.DATABASE, Phrase("Quick check"), lambda: self._of_library("database_check"))
        self.add_slow(SectionId.LIBRARY, Phrase("Library"), self._library)
        self.add(SectionId.CLOUD, Phrase("Cloud"), lambda: (Row(Phrase("Cloud"), Phrase("not connected")),))
        self.add_slow(SectionId.BACKUPS, Phrase("Backups"), lambda: self._of_library("backups"))
        self.add_slow(SectionId.METRICS, Phrase("Metrics"), lambda: self._of_library("metrics"))
        self.add_slow(SectionId.SETTINGS, Phrase("Settings"), lambda: self._of_library("settings"))
        self.add_slow(SectionId.CRASHES, Phrase("Crashes"), lambda: self._of_machine("crash_reports", self.paths))
        self.add(SectionId.THREADS, Phrase("Threads"), lambda: self._of_machine("threads"))

    def _of_machine(self, name: str, *given: object) -> Iterable[Row]:
        from vrp.backend.services import machine_rows  # here and below: not before the window's first paint

        rows: Iterable[Row] = getattr(machine_rows, name)(*given)
        return rows

    def _of_file(self, name: str) -> Iterable[Row]:
        """What is read from the database's file, whether the library is open or not."""
        from vrp.backend.services import library_rows

        rows: Iterable[Row] = getattr(library_rows, name)(self.paths)
        return rows

    def _of_library(self, name: str) -> Iterable[Row]:
        from vrp.backend.services import library_rows

        if self._opened is None:
            raise self._fault or VrpError(reason=Phrase("the library is not open"))
        rows: Iterable[Row] = getattr(library_rows, name)(self._opened)
        return rows

    def _library(self) -> Iterable[Row]:
        for row in self._of_file("library"):
            self._recordings = self._recordings or row.value
            yield row

    def _health(self) -> list[Row]:
        if self._fault is not None:
            self._worst = self._fault.code
        rows = list(self._of_library("health"))
        self._worst = next((row.name for row in rows if row.state is not State.OK), "healthy")
        return rows


def guarded(name: str, source: Source) -> tuple[Row | SlowRow, ...]:
    """The rows of ``source``, those before its error, and one that tells the error."""
    rows: list[Row | SlowRow] = []
    try:
        rows.extend(source())
    except VrpError as fault:
        rows.append(Row(name, Phrase("{code}: {fault}", code=fault.code, fault=fault.summary), State.FAIL))
    except OSError as error:
        rows.append(Row(name, error.strerror or type(error).__name__, State.FAIL))
    except Exception as error:  # noqa: BLE001  # one row that fails must not take the page with it
        rows.append(Row(name, type(error).__name__, State.UNKNOWN))
    return tuple(rows)


def slow(name: str, source: Callable[[], Iterable[Row]]) -> SlowRow:
    """A row that is found out later, in a job."""

    def find() -> tuple[Row, ...]:
        return tuple(row for row in guarded(name, source) if isinstance(row, Row))

    return SlowRow(name, find)


def _found(row: Row | SlowRow) -> tuple[Row, ...]:
    return row.find() if isinstance(row, SlowRow) else (row,)
