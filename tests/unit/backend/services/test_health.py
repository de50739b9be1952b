from __future__ import annotations

import re
import shutil
import sqlite3
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from vrp.app.opening import Backend
from vrp.backend.domain.findings import Severity
from vrp.backend.domain.recordings import Recording
from vrp.backend.persistence import checks, schema
from vrp.backend.services import health
from vrp.backend.services.health import REPAIRS, HealthService

PAGE = Path(__file__).parents[4] / "docs" / "health.md"
Usage = namedtuple("Usage", "total used free")  # noqa: PYI024  # as shutil has it


@pytest.fixture
def recording(backend: Backend, tmp_path: Path) -> Recording:
    return backend.importing.import_paths([write_audio(tmp_path / "a.wav")]).imported[0].recording


def _codes(backend: Backend, *, deep: bool = False) -> list[str]:
    return [finding.code for finding in backend.health.check(deep=deep).findings]


def _change(backend: Backend, statement: str) -> None:
    with backend.database.get_db_session("harm", write=True) as session:
        session.execute(text(statement))


def _only_sqlite(backend: Backend) -> Path:
    if not isinstance(backend.database.address, Path):
        pytest.skip("of SQLite's files only")
    return backend.database.address


@pytest.mark.parametrize("deep", [False, True])
def test_a_healthy_library_is_never_called_ill(backend: Backend, recording: Recording, *, deep: bool) -> None:
    backend.library.rename(recording.id, "Another")
    backend.library.delete([recording.id])
    report = backend.health.check(deep=deep)
    assert report.findings == []
    assert report.checked == ["database", "search", "counts", "folders", "disk", "clock", "backups", "files"]


def test_an_empty_library_is_healthy(backend: Backend) -> None:
    assert _codes(backend) == _codes(backend, deep=True) == []


def test_every_code_is_explained_and_every_repair_is_promised() -> None:
    rows = re.findall(r"^\| (VRP-21\d\d) \|.*\| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    source = Path(health.__file__).read_text(encoding="utf-8")
    assert [code for code, _ in rows] == sorted(set(re.findall(r"VRP-21\d\d", source)))
    assert {code for code, action in rows if "repair" in action} == set(REPAIRS)


def test_a_database_that_does_not_answer_is_found_and_the_rest_is_still_looked_at(
    backend: Backend, logged: LogWatch
) -> None:
    _change(backend, "DROP TABLE alembic_version")
    report = backend.health.check()
    assert [one.code for one in report.findings] == ["VRP-2101"]
    assert report.checked == ["database", "folders", "disk"]
    logged.expect("database_operation_failed")


def test_a_database_of_another_version_is_found(backend: Backend) -> None:
    _change(backend, "UPDATE alembic_version SET version_num = '0001'")
    assert _codes(backend) == ["VRP-2102"]
    assert schema.known_revisions()[-1] in backend.health.check().findings[0].message


def test_a_damaged_index_is_found(backend: Backend, recording: Recording) -> None:
    database = _only_sqlite(backend)
    backend.database.close()
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_recordings_checksum'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(database.read_bytes())
    data[(page - 1) * size : (page - 1) * size + 64] = bytes(64)
    database.write_bytes(data)
    report = backend.health.check()
    assert [one.code for one in report.findings] == ["VRP-2103"]
    assert report.checked == ["database", "folders", "disk"]


def test_a_row_that_names_a_missing_one_is_found(backend: Backend) -> None:
    database = _only_sqlite(backend)
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE marks (recording INTEGER REFERENCES recordings)")
        connection.execute("INSERT INTO marks VALUES (77)")
    connection.close()
    assert _codes(backend) == ["VRP-2104"]


def test_a_log_that_has_grown_is_found_and_shortened(
    backend: Backend, recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not isinstance(backend.database.address, Path):
        assert checks.wal_bytes(backend.database) == 0
        backend.health.shorten_log()  # a server sees to its own log
        return
    assert checks.wal_bytes(backend.database) > 0
    monkeypatch.setattr(health, "WAL_MEBIBYTES", 0)
    report = backend.health.check()
    assert [one.code for one in report.findings] == ["VRP-2105"]
    mended = backend.health.repair(report)
    assert (mended.findings, mended.repaired) == ([], ["VRP-2105"])
    assert checks.wal_bytes(backend.database) == 0


@pytest.mark.parametrize(
    ("mebibytes", "severity"),
    [(1024, None), (1023, Severity.WARNING), (100, Severity.WARNING), (99, Severity.ERROR), (0, Severity.ERROR)],
)
def test_little_room_on_the_disk_is_found(
    backend: Backend, monkeypatch: pytest.MonkeyPatch, mebibytes: int, severity: Severity | None
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1 << 40, 0, mebibytes << 20))
    findings = backend.health.check().findings
    assert [(one.code, one.severity) for one in findings] == ([] if severity is None else [("VRP-2106", severity)])
    assert severity is None or f"{mebibytes:,} MiB" in findings[0].message


@pytest.mark.parametrize("name", ["takes", "staging", "cache", "logs"])
def test_a_missing_folder_is_found_and_made(backend: Backend, name: str) -> None:
    folder = getattr(backend.paths, name)
    shutil.rmtree(folder)
    report = backend.health.check()
    assert [one.code for one in report.findings] == ["VRP-2107"]
    assert name in report.findings[0].message
    mended = backend.health.repair(report)
    assert (mended.findings, mended.repaired) == ([], ["VRP-2107"])
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_can_look_into_is_found_and_closed(backend: Backend) -> None:
    backend.paths.audio.chmod(0o750)
    report = backend.health.check()
    assert [one.code for one in report.findings] == ["VRP-2108"]
    assert backend.health.repair(report).findings == []
    assert backend.paths.audio.stat().st_mode & 0o777 == 0o700


def test_a_search_that_lacks_a_recording_is_found_and_made_anew(backend: Backend, recording: Recording) -> None:
    if isinstance(backend.database.address, Path):
        _change(backend, "INSERT INTO recordings_words(recordings_words) VALUES ('delete-all')")
    else:
        _change(backend, "DELETE FROM recordings_search")
    report = backend.health.check()
    assert [one.code for one in report.findings] == ["VRP-2109"]
    mended = backend.health.repair(report, deep=True)
    assert (mended.findings, mended.repaired) == ([], ["VRP-2109"])


def test_a_search_with_wrong_words_is_found_by_the_deep_check(backend: Backend, recording: Recording) -> None:
    _only_sqlite(backend)
    _change(backend, "DROP TRIGGER recordings_search_update")
    _change(backend, "UPDATE recordings SET title = 'Not what the search has'")
    assert _codes(backend) == []
    report = backend.health.check(deep=True)
    assert "VRP-2109" in [one.code for one in report.findings]
    assert backend.health.repair(report, deep=True).repaired == ["VRP-2109"]


def test_missing_and_changed_files_are_found_at_once(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [write_audio(tmp_path / f"{number}.wav", 0.1 + number / 10) for number in range(4)]
    rows = [one.recording for one in backend.importing.import_paths(sources).imported]
    backend.library.audio_path(rows[0]).unlink()
    changed = backend.library.audio_path(rows[1])
    changed.chmod(0o600)
    changed.write_bytes(b"shorter")
    (backend.paths.audio / "stray.txt").write_text("no concern of the quick check")
    found = [(one.code, one.recording) for one in backend.health.check().findings]
    assert found == [("VRP-2001", rows[0].id), ("VRP-2002", rows[1].id)]
    monkeypatch.setattr(health, "_TOLD", 1)
    findings = backend.health.check().findings
    assert [one.code for one in findings] == ["VRP-2001", "VRP-2110"]
    assert findings[1].message.startswith("1 more")


def test_a_changed_byte_is_found_by_the_deep_check_only(backend: Backend, recording: Recording) -> None:
    path = backend.library.audio_path(recording)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.chmod(0o600)
    path.write_bytes(data)
    assert _codes(backend) == []
    assert _codes(backend, deep=True) == ["VRP-2002"]


@pytest.mark.parametrize(("days", "codes"), [(0, []), (-0.5, []), (-2, ["VRP-2111"]), (-365 * 20, ["VRP-2111"])])
def test_a_clock_that_cannot_be_right_is_found(
    backend: Backend, recording: Recording, days: float, codes: list[str]
) -> None:
    service = HealthService(
        backend.database, backend.paths, backend.verification, clock=lambda: datetime.now(UTC) + timedelta(days=days)
    )
    assert [one.code for one in service.check().findings] == codes


@pytest.mark.parametrize(
    ("moment", "codes"), [(datetime(2024, 1, 1, tzinfo=UTC), []), (datetime(2023, 12, 31, tzinfo=UTC), ["VRP-2111"])]
)
def test_a_clock_of_long_ago_is_found_in_an_empty_library_too(
    backend: Backend, moment: datetime, codes: list[str]
) -> None:
    service = HealthService(backend.database, backend.paths, backend.verification, clock=lambda: moment)
    assert [one.code for one in service.check().findings] == codes


def test_the_deep_check_tells_how_far_it_is(backend: Backend, recording: Recording) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int, item: str = "") -> None:
        seen.append((done, total))

    backend.health.check(deep=True, progress=progress)
    assert seen[-1] == (recording.filesize_bytes, recording.filesize_bytes)


def test_a_week_without_a_proven_backup_is_found(backend: Backend, recording: Recording) -> None:

    def codes(days: float) -> list[str]:
        service = HealthService(
            backend.database, backend.paths, backend.verification, backend.backup,
            clock=lambda: datetime.now(UTC) + timedelta(days=days),
        )  # fmt: skip
        return [one.code for one in service.check().findings]

    assert codes(6.9) == []
    assert codes(7.1) == ["VRP-2112"]
    backend.backup.create()
    assert codes(6.9) == []
    assert codes(7.1) == ["VRP-2112"]
