"""What `make bench` leaves behind, also when it is run in parts."""

import json
from pathlib import Path

from tests.performance.report import Case, Note, Report


def test_a_part_of_the_benchmark_renews_its_own_figures_and_keeps_the_others(tmp_path: Path) -> None:
    first = Report(
        cases=[Case("import", 1.0, "cp", 2.0), Case("verify", 3.0, "sha256sum", 4.0)],
        notes=[Note("cancel", "20 ms")],
        curves={"rename": [(1000, 0.1), (10_000, 0.2)]},
    )
    first.write(tmp_path)
    second = Report(cases=[Case("import", 1.0, "cp", 4.0)], curves={"rename": [(10_000, 0.3), (100_000, 0.4)]})

    document, picture = second.write(tmp_path)

    found = json.loads(document.read_text(encoding="utf-8"))
    assert [(case["name"], case["ratio"]) for case in found["cases"]] == [("import", 0.25), ("verify", 0.75)]
    assert found["notes"] == [{"name": "cancel", "text": "20 ms"}]
    assert found["curves"]["rename"] == [[1000, 0.1], [10_000, 0.3], [100_000, 0.4]]
    assert picture.stat().st_size > 0
