from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.audio_files import write_audio
from vrp.backend.persistence.schema import known_revisions
from vrp.cli import main

Vrp = Callable[..., tuple[int, Any]]


@pytest.fixture
def vrp(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Vrp:
    """A command on one library: its exit code, and its JSON document."""

    def run(*words: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main(["--library", str(tmp_path / "library"), "--json", *words])
        return code, json.loads(capsys.readouterr().out)

    for number in range(3):
        write_audio(tmp_path / f"{number}.wav", 0.2 + number / 10)
    run("import", *(str(tmp_path / f"{number}.wav") for number in range(3)))
    return run


def titles(vrp: Vrp, *words: str) -> list[str]:
    return sorted(one["title"] for one in vrp("list", *words)[1]["recordings"])


def test_the_backup_tells_what_it_promises_to_tell(vrp: Vrp, tmp_path: Path) -> None:
    code, told = vrp("backup", "--to", str(tmp_path / "disk"))
    assert code == 0
    assert told.keys() == {
        "snapshot", "path", "recordings", "files_added", "bytes_added", "proven", "seconds",
    }  # fmt: skip
    assert (told["path"], told["recordings"], told["files_added"], told["proven"]) == (
        str(tmp_path / "disk"), 3, 3, True,
    )  # fmt: skip
    code, listed = vrp("backups", "--from", str(tmp_path / "disk"))
    assert code == 0
    assert [one["snapshot"] for one in listed["snapshots"]] == [told["snapshot"]]
    assert listed["snapshots"][0]["proven_at"]
    code, proof = vrp("prove", "--from", str(tmp_path / "disk"))
    assert (code, proof["proven"], proof["files_read"]) == (0, True, 3)


def test_a_restore_works_where_the_library_is_gone_and_goes_back(vrp: Vrp, tmp_path: Path) -> None:
    snapshot = vrp("backup")[1]["snapshot"]
    vrp("purge", "1")
    code, told = vrp("restore", snapshot)
    assert (code, told["recordings"], told["files_restored"], told["files_kept"]) == (0, 3, 1, 2)
    assert titles(vrp) == ["0", "1", "2"]
    assert vrp("restore", "--undo")[0] == 0
    assert titles(vrp) == ["1", "2"]
    shutil.rmtree(tmp_path / "library")
    code, told = vrp("restore", snapshot, "--from", str(tmp_path / "library-backups"))
    assert (code, told["files_restored"]) == (0, 3)
    assert titles(vrp) == ["0", "1", "2"]
    assert vrp("verify")[1]["findings"] == []


def test_single_recordings_and_new_folders(vrp: Vrp, tmp_path: Path) -> None:
    vrp("backup")
    vrp("purge", "2")
    code, told = vrp("restore", "--only", "2", "3")
    assert code == 0
    assert [one["id"] for one in told["restored"]] == [2]
    assert [one["id"] for one in told["present"]] == [3]
    assert vrp("restore", "--only", "99")[0] == 1
    assert vrp("restore", "--into", str(tmp_path / "new"))[0] == 0
    code, told = vrp("restore", "--into", str(tmp_path / "new"))
    assert (code, told["error"]["code"]) == (3, "VRP-1720")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("restore", "20200101T000000Z-000000"), 1),
        (("backups", "--from", "/nowhere"), 3),
        (("prove", "--from", "/nowhere"), 3),
        (("backup", "--to", "/nowhere/at/all"), 3),
        (("export", "--to", "/nowhere/at/all.zip"), 3),
        (("export", "--to", "x.csv", "--since", "yesterday"), 2),
        (("erase", "99"), 1),
        (("import-legacy", "/nowhere"), 3),
        (("restore", "--undo"), 3),
        (("rebuild",), 3),
    ],
)
def test_what_cannot_be_done_ends_with_its_code(vrp: Vrp, words: tuple[str, ...], code: int) -> None:
    vrp("backup")
    ended, told = vrp(*words)
    assert ended == code
    assert told["error"]["code"].startswith("VRP-")
    assert titles(vrp) == ["0", "1", "2"]


def test_a_mistyped_library_is_no_new_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("backup", "migrate", "rebuild"):
        assert main(["--library", str(tmp_path / "mistyped"), command]) == 3
    assert not (tmp_path / "mistyped").exists()


def test_damage_is_found_repaired_and_rebuilt(vrp: Vrp, tmp_path: Path) -> None:
    vrp("backup")
    sound = next((tmp_path / "library" / "audio").rglob("*.wav"))
    sound.chmod(0o600)
    sound.write_bytes(sound.read_bytes()[:-1] + b"\x55")
    code, told = vrp("scrub")
    assert (code, told["checked"], [one["repaired"] for one in told["damaged"]]) == (0, 3, [True])
    assert [one["reason"] for one in vrp("backups")[1]["snapshots"]] == ["manual", "repair"]
    shutil.rmtree(tmp_path / "library" / "database")
    assert vrp("list")[0] == 3
    code, told = vrp("rebuild")
    assert (code, told["recordings"]) == (0, 3)
    assert titles(vrp) == ["0", "1", "2"]


def test_export_import_erase_and_migrate(vrp: Vrp, tmp_path: Path) -> None:
    vrp("backup")
    code, told = vrp("export", "--to", str(tmp_path / "e.zip"), "1", "2")
    assert (code, told["recordings"], told["files"]) == (0, 2, 2)
    assert zipfile.is_zipfile(tmp_path / "e.zip")
    code, receipt = vrp("erase", "1", "--receipt", str(tmp_path / "receipt.json"))
    assert code == 0
    assert json.loads((tmp_path / "receipt.json").read_bytes()) == receipt
    assert set(receipt) == {
        "at", "erased", "files_removed", "databases_removed", "log_mentions", "still_held", "unreached"
    }  # fmt: skip
    assert len(receipt["still_held"]) == 1
    code, told = vrp("import", str(tmp_path / "e.zip"))
    assert [len(told[name]) for name in ("imported", "skipped", "refused")] == [1, 1, 0]
    assert told["imported"][0]["uuid"] != receipt["erased"][0]["uuid"], "no tombstone takes it away again"
    newest = known_revisions()[-1]
    assert vrp("migrate")[1] == {"from": newest, "to": newest}


def test_many_are_backed_up_before_they_are_purged(vrp: Vrp, tmp_path: Path) -> None:
    for number in range(3, 12):
        write_audio(tmp_path / f"{number}.wav", 0.2 + number / 10)
    vrp("import", *(str(tmp_path / f"{number}.wav") for number in range(3, 12)))
    assert vrp("purge", *map(str, range(1, 12)))[0] == 0
    (snapshot,) = vrp("backups")[1]["snapshots"]
    assert (snapshot["reason"], snapshot["recordings"]) == ("purge", 12)
