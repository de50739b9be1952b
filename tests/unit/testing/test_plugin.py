"""The kit as a plugin of pytest. That the manual's examples hold is tested with the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_HEAVY = ("PySide6", "numpy", "sqlalchemy", "structlog", "pydantic")


def run_pytest(folder: Path, test: str, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_kit.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, "test_kit.py"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=55, check=False)


def test_a_test_that_fails_leaves_a_picture_of_its_window(tmp_path: Path) -> None:
    test = "def test_it(vrp_app):\n    assert vrp_app(recordings=2).titles == []\n"

    done = run_pytest(tmp_path, test)

    assert done.returncode == 1
    (picture,) = (tmp_path / "vrp-pictures").iterdir()
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert str(picture.relative_to(tmp_path)) in done.stdout


def test_a_run_that_does_not_use_the_kit_loads_nothing_for_it() -> None:
    code = f"import sys, vrp.testing.plugin; print([name for name in {_HEAVY} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)

    assert done.stdout.strip() == "[]"
