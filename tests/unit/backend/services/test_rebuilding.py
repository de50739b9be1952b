from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from vrp.app.opening import Backend, Opening, open_backend
from vrp.backend.audio.probe import AudioProbe
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.errors import Cancelled
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.services.rebuilding import rebuild


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    """A library that was closed: three recordings, of which one is in Recently Deleted."""
    sources = [write_audio(tmp_path / f"{number}.wav", 0.1 * (number + 1)) for number in range(3)]
    with opened(tmp_path / "library") as backend:
        backend.importing.import_paths(sources)
        request = RecordingChangeRequest.of(title="Löwe", artist="Ada", notes="one\ntwo", tags=["a", "b"])
        backend.library.edit(1, request)
        backend.library.delete([3])
        return backend.paths


class opened:  # noqa: N801  # reads as a function
    def __init__(self, folder: Path) -> None:
        self._backend = open_backend(Opening(str(folder)))

    def __enter__(self) -> Backend:
        return self._backend.__enter__()

    def __exit__(self, *_: object) -> None:
        self._backend.__exit__(None, None, None)


@pytest.fixture
def probe() -> Iterator[AudioProbe]:
    probe = AudioProbe()
    yield probe
    probe.close()


def told(paths: LibraryPaths) -> set[tuple[object, ...]]:
    with opened(paths.root) as backend:
        assert not backend.verification.verify().findings
        rows = [*backend.library.page(LibraryQuery()).rows, *backend.library.page(LibraryQuery(trash=True)).rows]
        return {
            (one.uuid, one.title, one.artist, one.notes, one.tags, one.checksum, one.recorded_at, one.deleted_at)
            for one in rows
        }


def _nothing(_: LibraryPaths) -> None:
    pass


def _no_database(paths: LibraryPaths) -> None:
    shutil.rmtree(paths.database_dir)


def _no_pointer(paths: LibraryPaths) -> None:
    paths.current.unlink()


def _garbage(paths: LibraryPaths) -> None:
    schema.current_database(paths).write_bytes(b"?" * 50_000)


@pytest.mark.parametrize("harm", [_nothing, _no_database, _no_pointer, _garbage])
def test_everything_but_the_numbers_comes_back(
    paths: LibraryPaths, probe: AudioProbe, harm: Callable[[LibraryPaths], None]
) -> None:
    before, identity = told(paths), schema.known_identity(paths)
    harm(paths)
    report = rebuild(paths, probe)
    assert (report.recordings, report.examined, report.silent, report.refused) == (3, 0, [], [])
    assert told(paths) == before
    assert schema.known_identity(paths) == identity, "so that its backups are still its own"


def test_a_file_without_its_sidecar_is_examined_and_kept(paths: LibraryPaths, probe: AudioProbe) -> None:
    sidecar = next(path for path in paths.audio.rglob("*.json") if json.loads(path.read_bytes())["title"] == "Löwe")
    sidecar.write_bytes(b'{"version": 1, "title": "../../x"}')
    report = rebuild(paths, probe)
    assert (report.recordings, report.examined) == (3, 1)
    with opened(paths.root) as backend:
        found = backend.library.page(LibraryQuery()).rows
        assert {one.origin for one in found} == {"imported", "recovered"}


def test_what_is_no_sound_or_has_none_is_named_and_left_alone(paths: LibraryPaths, probe: AudioProbe) -> None:
    sidecar = next(paths.audio.rglob("*.json"))
    sidecar.with_suffix(".wav").unlink()
    junk = paths.audio / "ab" / f"{'ab' * 16}.wav"
    junk.parent.mkdir(exist_ok=True)
    junk.write_bytes(b"not sound at all")
    odd = paths.audio / "ab" / "holiday photo.jpg"
    odd.write_bytes(b"jpg")
    report = rebuild(paths, probe)
    assert report.recordings == 2
    assert report.silent == [sidecar.name]
    assert sorted(report.refused) == sorted([junk.name, odd.name])
    assert junk.exists()
    assert odd.exists()


def test_saved_searches_come_back(paths: LibraryPaths, probe: AudioProbe) -> None:
    with opened(paths.root) as backend:
        backend.library.change_searches({"Löwen": LibraryQuery("löwe", favourite=True), "gone": LibraryQuery("x")})
        backend.library.change_searches({"gone": None})
        before = backend.library.saved_searches()
    _no_database(paths)
    assert rebuild(paths, probe).searches == 1
    with opened(paths.root) as backend:
        assert backend.library.saved_searches() == before


@pytest.mark.parametrize("content", [b"", b"[]", b'{"version": 9}', b'{"version": 1, "searches": [{"name": 1}]}'])
def test_a_file_of_searches_that_cannot_be_read_is_as_none(
    paths: LibraryPaths, probe: AudioProbe, content: bytes
) -> None:
    paths.searches.write_bytes(content)
    assert rebuild(paths, probe).searches == 0


def test_what_was_erased_for_good_stays_away(paths: LibraryPaths, probe: AudioProbe) -> None:
    uuid = next(paths.audio.rglob("*.json")).stem
    assert rebuild(paths, probe, erased=frozenset([uuid])).recordings == 2


def test_a_damaged_file_is_still_found_to_be_damaged(paths: LibraryPaths, probe: AudioProbe) -> None:
    sound = next(paths.audio.rglob("*.wav"))
    sound.chmod(0o600)
    whole = sound.read_bytes()
    sound.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    rebuild(paths, probe)
    with opened(paths.root) as backend:
        assert [one.code for one in backend.verification.verify().findings] == ["VRP-2002"]


def test_a_cancelled_rebuild_leaves_the_library_as_it_was(paths: LibraryPaths, probe: AudioProbe) -> None:
    before, live = told(paths), paths.current.read_bytes()

    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rebuild(paths, probe, progress=cancel)
    assert paths.current.read_bytes() == live
    assert told(paths) == before
