from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from vrp.backend.services.findings import NAME, Findings

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_a_finding_stays_open_with_its_first_day_until_a_check_no_longer_has_it(tmp_path: Path) -> None:
    findings = Findings(tmp_path)
    findings.update(["VRP-2109", "VRP-2001", "VRP-2001"], NOON)
    findings.update(["VRP-2001"], NOON + timedelta(days=1))

    (left,) = Findings(tmp_path).open()

    assert (left.code, left.since) == ("VRP-2001", NOON.isoformat())


def test_an_ignored_finding_comes_back_with_the_next_version(tmp_path: Path) -> None:
    findings = Findings(tmp_path, "1.0")
    findings.update(["VRP-2112"], NOON)

    findings.ignore("VRP-2112")
    findings.update(["VRP-2112"], NOON)

    assert findings.open() == ()
    assert [one.code for one in Findings(tmp_path, "1.1").open()] == ["VRP-2112"]


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("[{")

    assert Findings(tmp_path).open() == ()


def test_a_folder_that_is_gone_costs_nothing(tmp_path: Path) -> None:
    Findings(tmp_path / "gone").update(["VRP-2106"], NOON)

    assert Findings(tmp_path / "gone").open() == ()
