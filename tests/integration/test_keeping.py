"""Backup, restore and all that moves whole libraries, killed at any moment and on disks that are full.

Afterwards the library opens, holds every recording of before or of after, and no snapshot claims more than it holds.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.support.audio_files import write_audio
from tests.support.forked import Forked, begin
from tests.support.isolation import LogWatch
from tests.support.keeper import OPERATIONS, keep
from vrp.app.opening import Opening, open_backend, tidy
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import migrating, schema
from vrp.backend.services.places import default_folder
from vrp.backend.services.proving import prove
from vrp.backend.store.folder import BackupStore

_LONG: Final = (pytest.mark.campaign, pytest.mark.timeout(7200))
_SHORT: Final = pytest.mark.timeout(180)
KILLS: Final = pytest.mark.parametrize("kills", [pytest.param(1, marks=_SHORT), pytest.param(40, marks=_LONG)])
FLIPS: Final = pytest.mark.parametrize("flips", [pytest.param(40, marks=_SHORT), pytest.param(1000, marks=_LONG)])
Held = frozenset[tuple[str, str, str]]


def held(root: Path) -> Held:
    """What the library holds once it is opened as by its next start; nothing but what is told may be wrong."""
    with open_backend(Opening(str(root))) as backend:
        tidy(backend)
        findings = [one for one in backend.verification.verify().findings if one.code not in _TOLERATED]
        assert not findings
        rows = [*backend.library.page(LibraryQuery()).rows, *backend.library.page(LibraryQuery(trash=True)).rows]
        return frozenset((one.uuid, one.title, one.checksum) for one in rows)


# After a purge that was cut off, files without rows; after a rebuild or a rename, a side file that is written again.
_TOLERATED: Final = ("VRP-2004", "VRP-2005")


@dataclass
class Shelf:
    """A library with backups, kept pristine and copied for each trial."""

    pristine: Path
    root: Path

    @property
    def paths(self) -> LibraryPaths:
        return LibraryPaths(self.root)

    def renew(self) -> None:
        """Into the folders that are there: one that vanished counts as unplugged."""
        for place in (self.root, default_folder(self.paths)):
            place.mkdir(exist_ok=True)
            for entry in place.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
            subprocess.run(["cp", "-a", f"{self.pristine / place.name}/.", place], check=True)

    def begin(self, operation: str) -> Forked:
        """The operation in a process of its own, about to start."""
        begun = begin(keep, self.root, operation)
        assert begun.said.recv() == "ready"
        return begun

    def run(self, operation: str) -> float:
        """The whole operation; the seconds that it took."""
        running = self.begin(operation)
        begun = time.monotonic()
        running.said.send("go")
        assert running.said.recv() == "done"
        took = time.monotonic() - begun
        running.wait()
        return took


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "pristine", tmp_path / "work" / "library")
    made.root.parent.mkdir()
    sources = [write_audio(tmp_path / f"{number}.wav", 1.0 + number) for number in range(8)]
    with open_backend(Opening(str(made.root))) as backend:
        backend.importing.import_paths(sources[:6])
        backend.library.delete([6])
        backend.backup.create()
        backend.library.rename(1, "After the backup")
        backend.library.purge([4])
        backend.importing.import_paths(sources[6:])
        backend.backup.create()
        backend.library.rename(2, "After both")
    made.root.parent.rename(made.pristine)
    made.root.parent.mkdir()
    return made


def _prepare(shelf: Shelf, operation: str) -> None:
    if operation == "undo":
        shelf.renew()
        shelf.run("restore")
        shutil.rmtree(shelf.pristine)
        shutil.copytree(shelf.root.parent, shelf.pristine)
    elif operation == "migrate":
        shelf.renew()
        migrating.downgrade(schema.current_database(shelf.paths), "0001")
        shutil.rmtree(shelf.pristine)
        shutil.copytree(shelf.root.parent, shelf.pristine)


@pytest.mark.slow
@pytest.mark.parametrize("operation", list(OPERATIONS))
@KILLS
def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_claimed(
    shelf: Shelf, operation: str, kills: int, logged: LogWatch
) -> None:
    chance = random.Random(f"{operation} {kills}")
    _prepare(shelf, operation)
    shelf.renew()
    took = shelf.run(operation)
    after = held(shelf.root)
    shelf.renew()
    before = held(shelf.root)
    for _ in range(kills):
        shelf.renew()
        running = shelf.begin(operation)
        running.said.send("go")
        time.sleep(chance.uniform(0, took))  # the moment is the point, not an event
        running.kill()
        assert held(shelf.root) in (before, after)
        _every_snapshot_holds_what_it_claims(shelf)
        shelf.run("backup")
    logged.unexpected = [one for one in logged.unexpected if "take_not_recovered" in one]


def _every_snapshot_holds_what_it_claims(shelf: Shelf) -> None:
    store = BackupStore(default_folder(shelf.paths))
    found, faults = store.snapshots()
    assert not faults
    assert found, "there was one before"
    for one in found:
        assert prove(store, one.name, wait=5).proven


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 48 megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48m,mode=700", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("operation", ["backup", "restore", "retention", "migrate", "purge", "rebuild"])
def test_a_disk_that_is_full_at_each_step_costs_nothing(
    shelf: Shelf, operation: str, small_disk: Path, logged: LogWatch
) -> None:
    _prepare(shelf, operation)
    shelf.root = small_disk / "library"
    shelf.renew()
    before = held(shelf.root)
    shelf.renew()
    shelf.run(operation)
    after = held(shelf.root)
    ballast = small_disk / "ballast"
    for left in (0, 4, 40, 250, 1000, 4000, 16_500, 20_000):
        ballast.unlink(missing_ok=True)
        shelf.renew()
        with ballast.open("wb") as file:
            file.write(b"x" * max(0, shutil.disk_usage(small_disk).free - left * 1024))
        running = shelf.begin(operation)
        running.said.send("go")
        running.wait()
        ballast.unlink()
        assert held(shelf.root) in (before, after), f"with {left} KiB left"
        _every_snapshot_holds_what_it_claims(shelf)
    logged.unexpected = []


@pytest.mark.slow
@FLIPS
def test_each_bit_that_flips_is_found(shelf: Shelf, flips: int, logged: LogWatch) -> None:
    """In the newest snapshot by `prove`, in the library by `scrub`."""
    chance = random.Random(flips)
    shelf.renew()
    store = BackupStore(default_folder(shelf.paths))
    newest = store.snapshots()[0][-1]
    manifest = store.manifest(newest.name)
    extents = [(manifest.path, 0, manifest.path.stat().st_size)]
    extents += [(store.root / "database" / f"{one.pack}.pack", one.at, one.length) for one in manifest.chunks()]
    extents += [(store.audio_file(one.audio), 0, one.size) for one in manifest.audio()]
    with open_backend(Opening(str(shelf.root))) as backend:
        rows = backend.library.page(LibraryQuery()).rows
        sounds = [(backend.library.audio_path(row), 0, row.filesize_bytes) for row in rows]
        for number in range(flips):
            path, start, length = chance.choice(sounds if number % 2 else extents)
            place, bit = start + chance.randrange(length), chance.randrange(8)
            with _flipped(path, place, bit):
                if number % 2:
                    assert backend.scrubbing.scrub().damages
                else:
                    assert not _is_proven(store, newest.name)
    logged.unexpected = []


def _is_proven(store: BackupStore, name: str) -> bool:
    from vrp.backend.errors import BackupFault

    try:
        return prove(store, name).proven
    except BackupFault:
        return False


class _flipped:  # noqa: N801  # reads as a state
    """One bit of a file is another one; afterwards the file is whole again, wherever it was taken."""

    def __init__(self, path: Path, place: int, bit: int) -> None:
        self._path, self._whole = path, path.read_bytes()
        path.chmod(0o600)
        changed = bytearray(self._whole)
        changed[place] ^= 1 << bit
        path.write_bytes(changed)

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        self._path.write_bytes(self._whole)
