"""Moving a library, by name and by copy, cut off at each of its steps."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from vrp.app.opening import Opening, open_backend, tidy
from vrp.backend import files, paths
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import Cancelled, DiskFull, LibraryFault, LibraryMissing, MoveRefused
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths
from vrp.backend.services import moving
from vrp.backend.settings_store import SettingsStore

Held = frozenset[tuple[str, str, str]]
_STEPS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime")


@pytest.fixture
def store() -> SettingsStore:
    return SettingsStore(paths.settings_file())


@pytest.fixture
def library(store: SettingsStore, tmp_path: Path) -> LibraryPaths:
    """Three recordings, one of them deleted, at the place that the settings name; with a backup beside it."""
    store.set("storage.folder", str(tmp_path / "old"))
    sources = [write_audio(tmp_path / f"{number}.wav", 0.2 + number / 10) for number in range(3)]
    with open_backend(Opening()) as backend:
        backend.importing.import_paths(sources)
        backend.library.rename(1, "Interview")
        backend.library.delete([3])
        backend.backup.create()
        return backend.paths


@pytest.fixture
def another_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rename between two disks fails, so that of a library does."""
    on_one_disk = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if not (self / "CURRENT").exists():
            return on_one_disk(self, target)
        raise OSError(18, "Invalid cross-device link", str(self), None, str(target))

    monkeypatch.setattr(Path, "rename", rename)


def _held() -> tuple[Path, Held]:
    """Where the library is found without being told, and what it holds; it must be whole."""
    with open_backend(Opening()) as backend:
        tidy(backend)
        assert backend.verification.verify().findings == []
        rows = [*backend.library.page(LibraryQuery()).rows, *backend.library.page(LibraryQuery(trash=True)).rows]
        return backend.paths.root, frozenset((one.uuid, one.title, one.checksum) for one in rows)


def _move(library: LibraryPaths, target: Path, store: SettingsStore, **words: object) -> moving.MoveReport:
    with FileLock(library.lock) as lock:
        assert lock.acquire()
        return moving.move(library, target, store, **words)  # type: ignore[arg-type]  # progress alone


# --- both ways --------------------------------------------------------------------------------------------------------


def test_on_one_disk_nothing_is_copied_and_the_settings_name_the_new_place(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path
) -> None:
    before = _held()[1]
    report = _move(library, tmp_path / "new", store)
    assert (report.renamed, report.is_set) == (True, True)
    assert _held() == (tmp_path / "new", before)
    assert not library.root.exists()


@pytest.mark.usefixtures("another_disk")
def test_to_another_disk_it_is_copied_and_the_old_place_goes_when_the_new_one_was_opened(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path
) -> None:
    before = _held()[1]
    (tmp_path / "new").mkdir()
    told: list[tuple[int, int]] = []
    report = _move(library, tmp_path / "new", store, progress=lambda done, total, item="": told.append((done, total)))
    assert not report.renamed
    assert told[-1][0] == told[-1][1] == 2 * report.bytes
    assert library.current.exists()
    assert _held() == (tmp_path / "new", before)
    assert not library.root.exists()
    assert not paths.moves_file().exists()


@pytest.mark.parametrize("copied", [False, True])
def test_moving_back_undoes_it_and_the_settings_are_as_before(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path, copied: bool, request: pytest.FixtureRequest
) -> None:
    if copied:
        request.getfixturevalue("another_disk")
    before, backups = _held()[1], tmp_path / "old-backups"
    _move(library, tmp_path / "new", store)
    assert store.load().backup.folder == str(backups)
    _move(LibraryPaths(tmp_path / "new"), library.root, store)  # at once: the old place has not been emptied yet
    assert _held() == (library.root, before)
    assert not (tmp_path / "new").exists()
    assert store.load().backup.folder == ""


def test_a_place_that_was_named_on_the_command_line_leaves_the_settings_alone(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path
) -> None:
    store.set("storage.folder", str(tmp_path / "another library"))
    assert not _move(library, tmp_path / "new", store).is_set
    assert store.load().storage.folder == str(tmp_path / "another library")
    with open_backend(Opening(str(tmp_path / "new"))) as backend:
        assert backend.library.page(LibraryQuery()).total == 2


@pytest.mark.usefixtures("another_disk")
def test_what_was_written_to_the_old_place_since_stays_there(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path
) -> None:
    _move(library, tmp_path / "new", store)
    late = library.root / "takes" / "late.wav"
    late.write_bytes(b"sound")
    os.utime(late, ns=(0, 2**62))
    _held()
    assert [path for path in library.root.rglob("*") if path.is_file()] == [late]


# --- refused ----------------------------------------------------------------------------------------------------------


def _full(place: Path) -> None:
    place.mkdir()
    (place / "mine.txt").touch()


@pytest.mark.parametrize(
    ("target", "prepare", "why"),
    [
        ("old", None, "it is there already"),
        ("old/audio/inside", None, "lies inside the library"),
        ("full", _full, "is not empty"),
        ("file", Path.touch, "is a file"),
    ],
)
def test_a_place_that_will_not_do_is_refused_and_nothing_changes(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path, target: str,
    prepare: Callable[[Path], None] | None, why: str,
) -> None:  # fmt: skip
    before = _held()
    if prepare is not None:
        prepare(tmp_path / target)
    with pytest.raises(MoveRefused, match=why):
        _move(library, tmp_path / target, store)
    assert _held() == before
    assert not paths.moves_file().exists()


def test_a_library_that_is_not_there_is_not_moved(store: SettingsStore, tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        moving.move(LibraryPaths(tmp_path / "nothing"), tmp_path / "new", store)


@pytest.mark.usefixtures("another_disk")
def test_a_disk_without_the_room_is_told_before_anything_is_copied(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _held()
    monkeypatch.setattr(files, "free_bytes", lambda _path: 70_000)
    with pytest.raises(DiskFull):
        _move(library, tmp_path / "new", store)
    assert not (tmp_path / "new").exists()
    assert _held() == before


@pytest.mark.usefixtures("another_disk")
def test_a_place_that_cannot_be_written_is_told(library: LibraryPaths, store: SettingsStore) -> None:
    before = _held()
    with pytest.raises(LibraryFault):
        _move(library, Path("/proc/nowhere/library"), store)
    assert _held() == before


@pytest.mark.usefixtures("another_disk")
def test_cancelling_leaves_the_library_where_it_was_and_no_copies(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path
) -> None:
    before = _held()
    (tmp_path / "new").mkdir()

    def progress(done: int, total: int, item: str = "") -> None:
        if done > total // 2:  # while the copies are read back
            raise Cancelled

    with pytest.raises(Cancelled):
        _move(library, tmp_path / "new", store, progress=progress)
    assert list((tmp_path / "new").iterdir()) == []
    assert _held() == before


@pytest.mark.usefixtures("another_disk")
def test_a_copy_that_reads_back_otherwise_is_noticed(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _held()
    forget = files.forget

    def spoil(path: Path) -> None:
        if path.suffix == ".wav":
            path.chmod(0o600)
            path.write_bytes(b"another sound")
        forget(path)

    monkeypatch.setattr(files, "forget", spoil)
    with pytest.raises(MoveRefused, match="not the same when it was read back"):
        _move(library, tmp_path / "new", store)
    assert not (tmp_path / "new").exists()
    assert _held() == before


# --- killed -----------------------------------------------------------------------------------------------------------


def _killed_at(step: int, work: Callable[[], object]) -> bool:
    """Run ``work`` in a process that dies before its ``step``-th change of the disk; whether it got so far."""
    child = os.fork()
    if child == 0:
        left = step

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            writes = (
                event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
            )
            if event in _STEPS or writes:
                left -= 1
                if left == 0:
                    os._exit(9)

        sys.addaudithook(watch)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.fixture
def renewed(library: LibraryPaths, store: SettingsStore, tmp_path: Path) -> Callable[[], None]:
    """Everything as it was before the move."""
    kept = tmp_path / "kept"
    shutil.copytree(library.root, kept)
    settings = store.path.read_bytes()

    def renew() -> None:
        for place in (library.root, tmp_path / "new"):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(kept, library.root)
        store.path.write_bytes(settings)
        paths.moves_file().unlink(missing_ok=True)

    return renew


def _steps(stride: int) -> Iterator[int]:
    yield from range(1, 1000, stride)


@pytest.mark.parametrize("stride", [7, pytest.param(1, marks=(pytest.mark.campaign, pytest.mark.timeout(1800)))])
@pytest.mark.parametrize("copied", [False, True])
def test_killed_at_any_step_one_whole_library_opens(
    library: LibraryPaths, store: SettingsStore, tmp_path: Path, renewed: Callable[[], None], copied: bool,
    stride: int, request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    if copied:
        request.getfixturevalue("another_disk")
    before, new = _held()[1], tmp_path / "new"

    def work() -> None:
        _move(library, new, store)
        _held()

    seen = set()
    for step in _steps(stride):
        renewed()
        if not _killed_at(step, work):
            break
        place, found = _held()
        assert found == before, step
        seen.add(place)
        other = ({library.root, new} - {place}).pop()
        assert not [path for path in other.rglob("*") if path.is_file()], step
        assert not paths.moves_file().exists(), step
    assert seen == {library.root, new}
