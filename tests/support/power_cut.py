"""A disk from which the power can be taken: an ext4 file system in a file.

A copy of that file, made without unmounting, holds only what the file system had sent to its disk by then: what a
computer finds when it starts again after a power cut.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


class Disk:
    """``folder`` is where it is mounted."""

    def __init__(self, image: Path, folder: Path) -> None:
        self._image = image
        self.folder = folder

    @contextlib.contextmanager
    def after_power_cut(self) -> Iterator[Path]:
        """The disk as it would be found if the power had gone now, mounted at another place."""
        image = self._image.with_suffix(".cut")
        shutil.copyfile(self._image, image)
        folder = self.folder.with_name("cut")
        folder.mkdir(exist_ok=True)
        _mount(image, folder)
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Skips where file systems may not be made or mounted."""
    image, folder = tmp_path / "disk.img", tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(96 << 20)
    folder.mkdir()
    try:
        # No lazy work of the kernel in the background: what is on the disk is what was asked for.
        options = "lazy_itable_init=0,lazy_journal_init=0"
        subprocess.run(["mkfs.ext4", "-q", "-E", options, image], check=True, capture_output=True)
        _mount(image, folder)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not make and mount a file system")
    yield Disk(image, folder)
    # Lazy: a test that failed may have left a process there, which must not spoil the rest of the run.
    subprocess.run(["umount", "--lazy", folder], check=True)


def _mount(image: Path, folder: Path) -> None:
    subprocess.run(["mount", "-o", "loop", image, folder], check=True, capture_output=True)
