"""The commands for supporters, at the real command line."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.support.libraries import new_library
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.services.library import LibraryService
from vrp.cli import main
from vrp.cli.self_test import _Chain


def vrp(*words: str | Path, code: int = 0) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "vrp", *map(str, words), "--json"],
        capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def told_by(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> Any:
    assert main([*map(str, words), "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_the_self_test_tries_the_whole_chain_and_leaves_nothing_behind(home: Path) -> None:
    told = vrp("self-test")
    states = {step["step"]: step["state"] for step in told["steps"]}
    assert told["passed"]
    assert {"database", "migrations", "import", "decode", "search", "backup", "restore", "export", "window"} <= {
        step for step, state in states.items() if state == "ok"
    }
    assert (states["capture"], states["playback"]) == (
        "skipped",
        "skipped",
    )  # nobody listens at the test's sound server
    assert sum(step["seconds"] for step in told["steps"]) < 20
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_a_step_that_fails_is_told_with_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = LibraryService.page
    monkeypatch.setattr(LibraryService, "page", lambda self, query, *rest: page(self, LibraryQuery(), *rest))
    monkeypatch.setattr(_Chain, "_capture", lambda self: "not tried here")
    assert main(["self-test", "--json"]) == 1
    failed = [step for step in json.loads(capsys.readouterr().out)["steps"] if step["state"] == "failed"]
    assert [(step["step"], step["code"]) for step in failed] == [("search", "VRP-1760")]


def test_a_bundle_is_saved_beside_an_open_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with new_library(tmp_path / "library") as opened:
        opened.add(["Quibble Sonata"])
        told = told_by(
            capsys, "--library", tmp_path / "library", "diagnostics", tmp_path / "out.zip", "--without", "schema"
        )
    assert "1 recordings" in told["support_line"]
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert "report.txt" in archive.namelist()
        assert "schema.sql" not in archive.namelist()


def test_a_bundle_of_a_library_that_does_not_open_tells_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with new_library(tmp_path / "library") as opened:
        opened.add(["Quibble Sonata"])
    (tmp_path / "library" / "CURRENT").write_text("nonsense")
    told_by(capsys, "--library", tmp_path / "library", "diagnostics", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert "VRP-1204" in archive.read("report.txt").decode()


def test_a_bundle_makes_no_library_where_there_is_none_and_replaces_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told_by(capsys, "--library", tmp_path / "none", "diagnostics", tmp_path / "out.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["out.zip"]
    assert (
        told_by(capsys, "--library", tmp_path / "none", "diagnostics", tmp_path / "out.zip", code=3)["error"]["code"]
        == "VRP-1751"
    )
