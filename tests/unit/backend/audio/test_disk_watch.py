from __future__ import annotations

from pathlib import Path
from queue import Queue

from vrp.backend.audio.disk_watch import DiskWatch


def test_the_free_room_is_told_as_soon_as_the_folder_is_known(tmp_path: Path) -> None:
    told: Queue[int] = Queue()
    watch = DiskWatch(told.put)
    watch.start()
    watch.watch(tmp_path / "not there")
    watch.watch(tmp_path)
    assert told.get(timeout=10) > 0
