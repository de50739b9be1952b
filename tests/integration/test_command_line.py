"""The contract of docs/cli.md, at the real command line."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.audio_files import write_audio
from vrp.backend.locks import FileLock

LISTED = {
    "id", "uuid", "title", "filename", "stored_filename", "duration", "filesize_bytes", "checksum", "status",
    "sync_status", "created_at", "origin", "tags", "notes", "favourite",
}  # fmt: skip


def _vrp(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vrp", *map(str, words)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def _json(*words: str | Path, code: int = 0) -> Any:
    done = _vrp(*words, "--json")
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def test_import_list_rename_delete_purge_and_verify_keep_their_contract(library: Path, tmp_path: Path) -> None:
    source = write_audio(tmp_path / "talk.wav", 1.0)
    copy = tmp_path / "copy.wav"
    copy.write_bytes(source.read_bytes())
    (tmp_path / "empty.mp3").touch()
    report = _json("--library", library, "import", source, copy, tmp_path / "empty.mp3", code=1)
    (imported,) = report["imported"]
    assert set(imported) == {"path", "id", "uuid", "checksum", "duration", "codec", "sample_rate", "channels"}
    assert (imported["path"], imported["duration"], imported["codec"]) == (str(source), 1.0, "pcm_s16le")
    assert report["skipped"] == [{"path": str(copy), "code": "VRP-1120", "id": imported["id"]}]
    assert [set(one) for one in report["refused"]] == [{"path", "code", "message"}]

    id_ = str(imported["id"])
    (listed,) = _json("list", "--library", library)["recordings"]
    assert set(listed) == LISTED
    assert _json("show", id_, "--library", library) == {"recordings": [listed], "total": 1}
    assert _json("rename", id_, "Löwe", "--library", library)["recordings"][0]["title"] == "Löwe"
    assert _json("list", "--search", "lowe", "--library", library)["total"] == 1
    assert _json("delete", id_, "--library", library)["recordings"][0]["status"] == "deleted"
    assert _json("list", "--library", library)["total"] == 0
    assert _json("list", "--trash", "--library", library)["total"] == 1
    assert _json("undelete", id_, "--library", library)["recordings"][0]["status"] == "active"
    edited = _json(
        "edit", id_, "--artist", "A. Noether", "--tag", "x", "--tag", "X", "--notes", "n", "--library", library
    )
    assert (edited["recordings"][0]["tags"], edited["recordings"][0]["notes"]) == (["x"], "n")
    assert _json("edit", id_, "--no-tags", "--library", library)["recordings"][0]["tags"] == []
    refused = _json("edit", id_, "--title", "a\nb", "--library", library, code=2)["error"]
    assert refused["code"] == "VRP-1301"
    assert refused["message"].startswith("title: ")
    history = _json("history", id_, "--library", library)["history"]
    assert [one["action"] for one in history] == ["imported", "renamed", "deleted", "restored", "edited", "edited"]
    assert history[1]["details"]["title"][1] == "Löwe"
    assert _json("verify", "--library", library) == {"checked": 1, "findings": []}
    _json("purge", id_, "--library", library)
    assert _json("verify", "--library", library) == {"checked": 0, "findings": []}


def test_exit_codes(library: Path, tmp_path: Path) -> None:
    assert _vrp("nonsense").returncode == 2
    assert _vrp("show", "x", "--library", library).returncode == 2
    assert _json("show", "7", "--library", library, code=1)["error"]["code"] == "VRP-1303"
    source = write_audio(tmp_path / "a.wav")
    _json("import", source, "--library", library)
    assert _json("rename", "1", "  ", "--library", library, code=2)["error"]["code"] == "VRP-1301"
    assert _json("list", "--library", source, code=3)["error"]["code"].startswith("VRP-12")
    assert _json("record", "--seconds", "1", "--library", library, code=3)["error"]["code"].startswith("VRP-14")


def test_a_finding_of_verify_is_exit_code_1(library: Path, tmp_path: Path) -> None:
    _json("import", write_audio(tmp_path / "a.wav"), "--library", library)
    (audio,) = library.glob("audio/*/*.wav")
    audio.unlink()
    (finding,) = _json("verify", "--library", library, code=1)["findings"]
    assert (finding["code"], finding["severity"], finding["recording"]) == ("VRP-2001", "error", 1)
    assert set(finding) == {"code", "severity", "message", "recording"}


def test_a_second_writer_waits_and_then_names_the_first(library: Path, tmp_path: Path) -> None:
    _json("list", "--library", library)
    code = (
        "import sys; from vrp.app.opening import Opening, open_backend\n"
        f"with open_backend(Opening({str(library)!r})): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        source = write_audio(tmp_path / "a.wav")
        refused = _json("import", source, "--library", library, "--wait", "0.2", code=3)
        assert refused["error"]["code"] == "VRP-1202"
        assert f"process {holder.pid}" in refused["error"]["message"]
        assert _json("list", "--library", library) == {"recordings": [], "total": 0}
        holder.kill()
    assert len(_json("import", source, "--library", library)["imported"]) == 1


def test_a_database_elsewhere(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "data" / "my.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}")
    _json("import", write_audio(tmp_path / "a.wav"), "--library", library)
    assert _json("list", "--library", library)["total"] == 1
    assert not (library / "CURRENT").exists()
    connection = sqlite3.connect(elsewhere)
    assert connection.execute("SELECT count(*) FROM recordings").fetchone() == (1,)
    connection.close()
    monkeypatch.setenv("DATABASE_URL", "mysql://user:geheim@host/db")
    refused = _vrp("list", "--library", library)
    assert refused.returncode == 3
    assert "geheim" not in refused.stderr


def test_an_import_that_is_killed_leaves_all_or_nothing(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    for number in range(60):
        write_audio(folder / f"{number}.wav", 0.05, rate=8000 + number)
    for fraction in (0.25, 0.35, 0.45, 0.6):
        words = [sys.executable, "-m", "vrp", "--library", str(library), "import", str(folder)]
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as importing:
            try:
                importing.wait(fraction)
            except subprocess.TimeoutExpired:
                importing.send_signal(signal.SIGKILL)
        assert _json("verify", "--library", library)["findings"] == []
    _json("import", folder, "--library", library)
    assert _json("list", "--library", library)["total"] == 60
    assert _json("verify", "--library", library) == {"checked": 60, "findings": []}
    assert list((library / "staging").iterdir()) == []


def test_help_and_version_load_nothing_heavy() -> None:
    code = (
        "import sys; from vrp.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'sqlalchemy', 'pydantic', 'av', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_what_needs_no_library_loads_no_database(library: Path) -> None:
    code = (
        "import sys; from vrp.cli import main; main(sys.argv[1:])\n"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'sqlalchemy', 'av', 'numpy')))"
    )
    words = [sys.executable, "-c", code, "--library", str(library), "backups"]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr  # it says that there is no backup yet


def test_the_tour_walks_the_whole_job(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    told = _json("tour", "--picture", picture)
    assert [step["step"] for step in told["steps"]] == ["import", "record", "search", "waveform", "verify", "window"]
    assert told["whole"] is True
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert not os.environ.get("VRP_LIBRARY")


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        ("VRP_AUDIO", "voice", "VRP-1302"),
        ("DATABASE_URL", "postgresql://u:p@host:port/x", "VRP-1210"),
    ],
)
def test_a_wrong_environment_is_a_sentence(
    library: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, code: str
) -> None:
    monkeypatch.setenv(variable, value)
    done = _vrp("list", "--library", library)
    assert (done.returncode, code in done.stderr, "Traceback" in done.stderr) == (3, True, False)


def test_a_reader_does_not_wait_for_a_writer(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _json("list", "--library", library)["total"] == 0
    (library / "staging" / "in-hand.part").touch()
    database = f"sqlite:///{library / 'database' / '0001' / 'library.db'}"
    with FileLock(library / "library.lock") as lock:
        assert lock.acquire()
        begun = time.monotonic()
        assert _json("list", "--library", library, "--wait", "30")["total"] == 0
        monkeypatch.setenv("DATABASE_URL", database)
        assert _json("list", "--library", library, "--wait", "30")["total"] == 0
        assert time.monotonic() - begun < 20
    assert (library / "staging" / "in-hand.part").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_a_sentence(library: Path, tmp_path: Path) -> None:
    _json("import", write_audio(tmp_path / "talk.wav", 0.2), "--library", library)
    command = [sys.executable, "-m", "vrp", "list", "--library", str(library)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=50, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    narrow = subprocess.run(command, env=ascii_only, capture_output=True, timeout=50, check=False)
    assert (narrow.returncode, narrow.stderr) == (0, b"")


def test_an_empty_path_is_not_the_current_folder(library: Path) -> None:
    assert _vrp("import", "", "--library", library).returncode == 2
