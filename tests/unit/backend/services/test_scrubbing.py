from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from tests.support.isolation import LogWatch
from vrp.app.opening import Backend
from vrp.backend.errors import OnBattery
from vrp.backend.services.power import on_battery
from vrp.backend.services.scrubbing import ScrubService
from vrp.backend.store.folder import BackupStore


@pytest.fixture
def backend(backend: Backend, tmp_path: Path, request: pytest.FixtureRequest) -> Backend:
    backend.importing.import_paths([write_audio(tmp_path / f"{number}.wav", 10.0 + number) for number in range(2)])
    return backend


@pytest.fixture
def store(backend: Backend) -> BackupStore:
    backend.backup.create()
    return BackupStore(backend.backup.folder)


def audio(backend: Backend, id_: int) -> Path:
    path = backend.library.audio_path(backend.library.get(id_))
    path.chmod(0o600)
    return path


def flip(path: Path, place: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)


def test_a_whole_library_has_nothing_to_repair(backend: Backend, store: BackupStore) -> None:
    report = backend.scrubbing.scrub(store)
    assert (report.checked, report.damages) == (2, [])


def test_the_damaged_second_is_named_and_the_good_copy_takes_its_place(backend: Backend, store: BackupStore) -> None:
    path = audio(backend, 1)
    whole = path.read_bytes()
    flip(path, len(whole) * 7 // 10)
    (damage,) = backend.scrubbing.scrub(store).damages
    assert damage.repaired
    assert damage.first == pytest.approx(7.0, abs=0.1)
    assert damage.last == pytest.approx(7.0, abs=0.1)
    assert path.read_bytes() == whole
    assert not backend.verification.verify().findings
    assert backend.library.history(1)[-1].action == "repaired"
    assert len(list(backend.paths.aside.iterdir())) == 1


def test_a_missing_file_comes_back(backend: Backend, store: BackupStore) -> None:
    audio(backend, 2).unlink()
    (damage,) = backend.scrubbing.scrub(store).damages
    assert (damage.missing, damage.repaired) == (True, True)
    assert not backend.verification.verify().findings


@pytest.mark.parametrize("harm", ["no folder", "changed too", "gone"])
def test_without_a_good_copy_the_damaged_file_stays_and_its_checksum_too(
    backend: Backend, store: BackupStore, harm: str, logged: LogWatch
) -> None:
    path = audio(backend, 1)
    checksum = backend.library.get(1).checksum
    flip(path, 1000)
    before = path.read_bytes()
    match harm:
        case "changed too":
            store.audio_file(checksum).chmod(0o600)
            flip(store.audio_file(checksum), 1000)
        case "gone":
            shutil.rmtree(store.root)
    (damage,) = backend.scrubbing.scrub(None if harm == "no folder" else store).damages
    assert not damage.repaired
    assert path.read_bytes() == before
    assert backend.library.get(1).checksum == checksum
    if harm != "no folder":
        logged.expect("scrub_without_good_copy")


def test_each_of_many_flipped_bits_is_found_and_mended(backend: Backend, store: BackupStore) -> None:
    chance = random.Random(4)
    path = audio(backend, 1)
    whole = path.read_bytes()
    for _ in range(25):
        path.chmod(0o600)
        flip(path, chance.randrange(len(whole)), chance.randrange(8))
        assert [one.repaired for one in backend.scrubbing.scrub(store).damages] == [True]
        assert path.read_bytes() == whole


def test_on_battery_nothing_is_read(backend: Backend) -> None:
    service = ScrubService(backend.database, backend.paths, battery=lambda: True)
    with pytest.raises(OnBattery):
        service.scrub()


@pytest.mark.parametrize(
    ("supplies", "battery"),
    [
        ({}, False),
        ({"BAT0": ("Battery", "1")}, False),
        ({"AC": ("Mains", "1"), "BAT0": ("Battery", "1")}, False),
        ({"AC": ("Mains", "0"), "BAT0": ("Battery", "1")}, True),
        ({"AC": ("Mains", "0"), "usb": ("USB", "1")}, False),
    ],
)
def test_the_battery_is_told_from_the_mains(
    tmp_path: Path, supplies: dict[str, tuple[str, str]], battery: bool
) -> None:
    for name, (kind, online) in supplies.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "type").write_text(kind + "\n")
        (tmp_path / name / "online").write_text(online + "\n")
    assert on_battery(tmp_path) == battery
