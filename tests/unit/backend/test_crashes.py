from __future__ import annotations

import faulthandler
import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vrp.backend import crashes
from vrp.backend.crashes import CRASH, POWER, CrashWatch

DIED: list[CrashWatch] = []
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def faults() -> Iterator[None]:
    """The test run's own handler of faults is put back, and the files of runs that died are closed."""
    yield
    while DIED:
        DIED.pop().end()
    faulthandler.enable(sys.__stderr__ or sys.stderr)


def watch_at(folder: Path, seconds: float) -> CrashWatch:
    return CrashWatch(folder, lambda: NOON + timedelta(seconds=seconds))


def died_at(folder: Path, seconds: float) -> None:
    """A run that began then, and never came to its end."""
    DIED.append(watch_at(folder, seconds))
    DIED[-1].begin()


def test_a_run_that_ended_in_order_is_not_reported(tmp_path: Path) -> None:
    first = watch_at(tmp_path, 0)
    first.begin()
    first.end()
    second = watch_at(tmp_path, 60)
    second.begin()
    second.end()
    assert second.found is None
    assert crashes.reports(tmp_path) == []


def test_a_run_that_died_is_reported_once_with_its_last_records(tmp_path: Path) -> None:
    died_at(tmp_path, 0)
    with (tmp_path / "app.log").open("w") as log:
        for number in range(500):
            at = NOON + timedelta(seconds=1 + number / 100)
            log.write(json.dumps({"timestamp": at.isoformat(), "event": "step", "number": number}) + "\n")
        log.write('{"timestamp": "torn')
    (tmp_path / "faults.log").write_text("Fatal Python error: Segmentation fault\n")
    second = watch_at(tmp_path, 60)
    second.begin()
    second.end()
    report = second.found
    assert report is not None
    assert (report.what, report.started) == (CRASH, NOON)
    assert report.ended == NOON + timedelta(seconds=5.99)
    document = json.loads(report.path.read_text())
    assert [one["number"] for one in document["records"]] == list(range(300, 500))
    assert document["stacks"] == ["Fatal Python error: Segmentation fault"]
    assert stat.S_IMODE(report.path.stat().st_mode) == 0o600
    third = watch_at(tmp_path, 120)
    third.begin()
    third.end()
    assert third.found is None
    assert crashes.reports(tmp_path) == [report]


def test_a_computer_that_went_down_is_told_from_a_crash(tmp_path: Path) -> None:
    died_at(tmp_path, 0)
    marker = json.loads((tmp_path / "running.json").read_text())
    (tmp_path / "running.json").write_text(json.dumps({**marker, "boot_id": "of another start"}))
    second = watch_at(tmp_path, 60)
    second.begin()
    second.end()
    assert second.found is not None
    assert second.found.what == POWER


def test_two_crashes_within_a_minute_are_a_loop(tmp_path: Path) -> None:
    died_at(tmp_path, 0)
    died_at(tmp_path, 30)
    third = watch_at(tmp_path, 50)
    third.begin()
    third.end()
    assert third.loops()


def test_two_crashes_that_lie_apart_are_none(tmp_path: Path) -> None:
    died_at(tmp_path, 0)
    died_at(tmp_path, 300)
    third = watch_at(tmp_path, 320)
    third.begin()
    third.end()
    assert third.found is not None
    assert not third.loops()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}'])
def test_a_marker_that_a_power_cut_emptied_is_one_all_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "running.json").write_text(text)
    watch = watch_at(tmp_path, 0)
    watch.begin()
    watch.end()
    assert watch.found is not None


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    for number in range(crashes.KEPT + 5):
        died_at(tmp_path, 100 * number)
    kept = crashes.reports(tmp_path)
    assert len(kept) == crashes.KEPT
    assert kept[0].started == NOON + timedelta(seconds=100 * (crashes.KEPT + 3))


def test_a_folder_that_cannot_be_written_costs_the_watch_only(tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "none")
    watch.begin()
    watch.end()
    assert watch.found is None


def test_where_the_threads_stand_can_be_written_down(tmp_path: Path) -> None:
    assert "test_crashes.py" in crashes.dump_stacks(tmp_path).read_text()


def test_the_stack_of_a_fault_in_a_library_is_in_the_report(tmp_path: Path) -> None:
    program = (
        "import faulthandler, sys; from pathlib import Path; from vrp.backend.crashes import CrashWatch; "
        "CrashWatch(Path(sys.argv[1])).begin(); faulthandler._sigsegv()"
    )
    assert subprocess.run([sys.executable, "-c", program, tmp_path], check=False).returncode < 0
    watch = CrashWatch(tmp_path)
    watch.begin()
    watch.end()
    assert watch.found is not None
    assert any("Segmentation fault" in line for line in json.loads(watch.found.path.read_text())["stacks"])
