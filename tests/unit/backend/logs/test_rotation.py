"""Many threads and processes write to one log that is turned over again and again: nothing is lost, nothing torn."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from vrp.backend.logs import reader
from vrp.backend.logs.rotation import LogFile


def start(folder: Path, *, threads: int, each: int, kibibytes: int, files: int, writer: str) -> subprocess.Popen[str]:
    words = [str(folder), *map(str, (threads, each, kibibytes, files)), writer]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.log_writer", *words], stdout=subprocess.PIPE, text=True
    )


def check_all_is_there(folder: Path, *, threads: int, each: int, writers: int) -> None:
    counts: Counter[tuple[str, int]] = Counter()
    seen = set()
    for path in reader.log_files(folder):
        for line in path.read_bytes().splitlines():
            record = json.loads(line)  # each line is whole
            seen.add((record["writer"], record["thread"], record["number"]))
            counts[record["writer"], record["thread"]] += 1
    assert len(counts) == writers * threads
    assert set(counts.values()) == {each}
    assert len(seen) == writers * threads * each
    assert len(reader.log_files(folder)) > 2


def crowd(folder: Path, *, threads: int, each: int, kibibytes: int, writers: int) -> None:
    running = [
        start(folder, threads=threads, each=each, kibibytes=kibibytes, files=10_000, writer=str(number))
        for number in range(writers)
    ]
    for one in running:
        one.communicate()
        assert one.returncode == 0
    check_all_is_there(folder, threads=threads, each=each, writers=writers)


def kill_while_it_logs(folder: Path, times: int) -> None:
    chance = random.Random(6)
    for number in range(times):
        with start(folder, threads=4, each=10**9, kibibytes=64, files=20, writer=str(number)) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() / 20)  # the moment of the kill is the test's chance
            process.send_signal(signal.SIGKILL)
    torn = 0
    for path in reader.log_files(folder):
        lines = path.read_bytes().split(b"\n")
        torn += sum(reader.record_of(line) is None for line in lines if line)
        assert len(list(reader.records(path))) >= len(lines) - 2
    assert torn <= times


def test_threads_and_processes_share_a_log_that_turns_over(tmp_path: Path) -> None:
    crowd(tmp_path, threads=8, each=250, kibibytes=64, writers=2)


def test_a_kill_tears_at_most_the_last_line_and_the_reader_copes(tmp_path: Path) -> None:
    kill_while_it_logs(tmp_path, 3)


@pytest.mark.campaign
@pytest.mark.timeout(1200)
def test_a_million_records_of_eight_threads(tmp_path: Path) -> None:
    crowd(tmp_path, threads=8, each=125_000, kibibytes=5 * 1024, writers=1)


@pytest.mark.campaign
@pytest.mark.timeout(1200)
def test_two_hundred_kills(tmp_path: Path) -> None:
    kill_while_it_logs(tmp_path, 200)


def test_only_so_many_files_are_kept(tmp_path: Path) -> None:
    log = LogFile(tmp_path, max_bytes=100, files_kept=2)
    for number in range(50):
        log.write(b'{"number": %d}\n' % number)
    log.close()
    assert [path.name for path in reader.log_files(tmp_path)] == ["app.log", "app.log.1", "app.log.2"]
    assert json.loads((tmp_path / "app.log").read_bytes().splitlines()[-1]) == {"number": 49}


def test_a_log_that_was_taken_away_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = LogFile(tmp_path, max_bytes=10**6, files_kept=2)
    (tmp_path / "app.log").unlink()
    clock = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: clock)
    log.write(b"{}\n")
    log.close()
    assert (tmp_path / "app.log").read_bytes() == b"{}\n"


def test_a_link_in_place_of_the_log_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("precious")
    (tmp_path / "app.log").symlink_to(other)
    with pytest.raises(OSError, match="symbolic link"):
        LogFile(tmp_path, max_bytes=100, files_kept=2)
    assert other.read_text() == "precious"
