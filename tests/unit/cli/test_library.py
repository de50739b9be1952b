from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.audio_files import write_audio
from vrp.cli import main

Vrp = Callable[..., tuple[int, Any]]


@pytest.fixture
def vrp(capsys: pytest.CaptureFixture[str]) -> Vrp:
    """A command: its exit code, and its JSON document."""

    def run(*words: object) -> tuple[int, Any]:
        capsys.readouterr()
        code = main([*map(str, words), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_the_library_of_the_settings_is_found_after_its_move_and_after_the_way_back(
    vrp: Vrp, home: Path, tmp_path: Path
) -> None:
    vrp("import", write_audio(tmp_path / "0.wav", 0.2))
    code, told = vrp("library", "move", tmp_path / "new")
    assert code == 0
    old = Path(told["moved_from"])
    assert old.is_relative_to(home)
    assert (told["library"], told["recordings"], told["is_set"]) == (str(tmp_path / "new"), 1, True)
    assert vrp("verify") == (0, {"checked": 1, "findings": []})
    assert vrp("library", "move", old)[0] == 0
    assert not (tmp_path / "new").exists()
    assert vrp("list")[1]["total"] == 1


def test_a_library_that_was_named_has_to_be_named_at_its_new_place(
    vrp: Vrp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vrp("--library", tmp_path / "old", "import", write_audio(tmp_path / "0.wav", 0.2))
    vrp("--library", tmp_path / "old", "backup")
    assert main(["--library", str(tmp_path / "old"), "library", "move", str(tmp_path / "new")]) == 0
    told = capsys.readouterr()
    assert told.out == f"The library lies at {tmp_path / 'new'} now, with 1 recordings.\n"
    assert f"--library {tmp_path / 'new'}" in told.err
    assert f"Its backups are in {tmp_path / 'old-backups'}" in told.err
    assert vrp("--library", tmp_path / "new", "list")[1]["total"] == 1
    code, told_missing = vrp("--library", tmp_path / "old", "list")
    assert (code, told_missing["error"]["code"]) == (3, "VRP-1201")


def test_what_cannot_be_moved_is_refused_with_its_reason(vrp: Vrp, tmp_path: Path) -> None:
    vrp("--library", tmp_path / "old", "import", write_audio(tmp_path / "0.wav", 0.2))
    code, told = vrp("--library", tmp_path / "old", "library", "move", tmp_path)
    assert (code, told["error"]["code"]) == (3, "VRP-1725")
    code, told = vrp("--library", tmp_path / "nothing", "library", "move", tmp_path / "new")
    assert (code, told["error"]["code"]) == (3, "VRP-1201")
    assert not (tmp_path / "nothing").exists()
