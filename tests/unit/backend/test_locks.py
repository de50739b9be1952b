from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from vrp.backend.locks import FileLock

_HOLD = """
import sys
from pathlib import Path
from vrp.backend.locks import FileLock
lock = FileLock(Path(sys.argv[1]))
assert lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_lock_is_held_by_one_and_says_by_whom(tmp_path: Path) -> None:
    path = tmp_path / "library.lock"
    with FileLock(path) as first, FileLock(path) as second:
        assert first.acquire()
        assert not second.acquire(wait=0.05)
        assert second.holder().pid == os.getpid()
        first.release()
        assert second.acquire()


def test_kill_9_frees_the_lock_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.lock"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with FileLock(path) as lock:
            assert not lock.acquire()
            assert lock.holder().pid == holder.pid
            holder.kill()
            assert lock.acquire(wait=5)


def test_garbage_in_the_lock_file_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "library.lock"
    path.write_bytes(b"\x00\xff not json")
    with FileLock(path) as lock:
        assert lock.holder().pid == 0
        assert str(lock.holder()) == "another process"
        assert lock.acquire()
