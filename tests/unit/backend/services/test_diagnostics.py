from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.libraries import new_library
from vrp.app.opening import Opening, open_backend
from vrp.backend.domain.diagnostics import Action, Row, Section, SectionId, SlowRow, State
from vrp.backend.errors import LibraryDamaged, LibraryFault
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.diagnostics import DiagnosticsService


def rows_of(sections: tuple[Section, ...], wanted: SectionId) -> dict[str, Row]:
    found = next(section for section in sections if section.id == wanted)
    return {row.name: row for row in found.rows if isinstance(row, Row)}


def test_a_library_that_is_well_has_its_sections_filled(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as opened:
        opened.add(["Interview"])
    with open_backend(Opening(str(tmp_path / "library"))) as backend:
        service = DiagnosticsService(backend.paths, backend)
        sections = service.filled()
        assert [section.id for section in sections] == list(SectionId)
        assert rows_of(sections, SectionId.DATABASE)["Quick check"].value == "ok"
        assert rows_of(sections, SectionId.LIBRARY)["Recordings"].value == "1"
        assert rows_of(sections, SectionId.SETTINGS)["audio.preset"].value == "voice (default)"
        assert rows_of(sections, SectionId.BACKUPS)["Snapshots"].action == Action.BACK_UP
        assert "1 recordings" in service.support_line()


def test_what_is_quick_is_there_at_once_and_the_rest_waits_for_a_job(tmp_path: Path) -> None:
    begun = time.perf_counter()
    sections = DiagnosticsService(LibraryPaths(tmp_path / "none")).sections()
    assert time.perf_counter() - begun < 0.3
    health = next(section for section in sections if section.id == SectionId.HEALTH)
    assert [type(row) for row in health.rows] == [SlowRow]


def test_with_a_broken_database_the_other_rows_stand(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as opened:
        opened.add(["Interview"])
        paths = opened.paths
    database = next(paths.database_dir.glob("*/library.db"))
    database.write_bytes(b"no database at all" * 1000)
    with pytest.raises(LibraryFault) as failed, open_backend(Opening(str(tmp_path / "library"))):
        pass
    service = DiagnosticsService(paths, fault=failed.value)
    sections = service.filled()
    assert rows_of(sections, SectionId.HEALTH)["Health"].state is State.FAIL
    assert "VRP-" in rows_of(sections, SectionId.HEALTH)["Health"].value
    assert rows_of(sections, SectionId.PATHS)["Library can be written to"].value == "yes"
    assert rows_of(sections, SectionId.ABOUT)["Version"].state is State.OK
    assert failed.value.code in service.support_line()


def test_a_row_that_fails_shows_its_error_and_keeps_those_before_it(tmp_path: Path) -> None:
    def half() -> Any:
        yield Row("Devices", "2")
        raise LibraryDamaged(path=tmp_path, reason="of a test")

    service = DiagnosticsService(LibraryPaths(tmp_path))
    service.add(SectionId.JOBS, "Jobs", half)
    service.add_slow(SectionId.JOBS, "Other", lambda: (1 / 0,))  # type: ignore[arg-type,return-value]
    rows = rows_of(service.filled(), SectionId.JOBS)
    assert rows["Devices"].value == "2"
    assert rows["Jobs"].value.startswith("VRP-1204")
    assert rows["Other"] == Row("Other", "ZeroDivisionError", State.UNKNOWN)


def test_a_part_of_the_library_that_is_not_there_costs_its_own_rows_only(tmp_path: Path) -> None:
    service = DiagnosticsService(LibraryPaths(tmp_path), SimpleNamespace())
    assert rows_of(service.filled(), SectionId.METRICS)["Metrics"].state is State.UNKNOWN
