from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from vrp.app.opening import Backend
from vrp.backend.domain.recordings import Recording
from vrp.backend.persistence.recordings import RecordingRepository


@pytest.fixture
def recording(backend: Backend, tmp_path: Path) -> Recording:
    return backend.importing.import_paths([write_audio(tmp_path / "a.wav")]).imported[0].recording


def _codes(backend: Backend) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.recording) for finding in backend.verification.verify().findings]


def test_a_whole_library_has_no_findings(backend: Backend, recording: Recording) -> None:
    report = backend.verification.verify()
    assert (report.checked, report.findings) == (1, [])


def test_one_flipped_bit_is_found(backend: Backend, recording: Recording) -> None:
    path = backend.library.audio_path(recording)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(data)
    assert _codes(backend) == [("VRP-2002", recording.id)]


def test_a_shorter_file_is_found(backend: Backend, recording: Recording) -> None:
    path = backend.library.audio_path(recording)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-2])
    assert _codes(backend) == [("VRP-2002", recording.id)]


def test_a_missing_file_is_found(backend: Backend, recording: Recording) -> None:
    backend.library.audio_path(recording).unlink()
    assert _codes(backend) == [("VRP-2001", recording.id)]


def test_a_file_of_no_recording_is_reported_and_left_alone(backend: Backend, recording: Recording) -> None:
    stray = backend.paths.audio / "ab" / "stray.wav"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    assert _codes(backend) == [("VRP-2004", None)]
    assert stray.exists()


def test_a_side_file_that_is_out_of_date_is_found_and_a_rename_mends_it(backend: Backend, recording: Recording) -> None:
    backend.paths.sidecar(recording.uuid).write_text("{}")
    assert _codes(backend) == [("VRP-2005", recording.id)]
    backend.library.rename(recording.id, "again")
    assert _codes(backend) == []


def test_a_recording_that_is_purged_or_renamed_meanwhile_is_no_finding(
    backend: Backend, recording: Recording, tmp_path: Path
) -> None:
    (other,) = backend.importing.import_paths([write_audio(tmp_path / "other.wav", 0.3)]).imported

    def meanwhile(_: object, *__: object) -> list[Recording]:
        old = [recording, other.recording]
        with ThreadPoolExecutor(1) as somebody_else:
            somebody_else.submit(backend.library.rename, recording.id, "Another title").result()
            somebody_else.submit(backend.library.purge, [other.recording.id]).result()
        return old

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(RecordingRepository, "each", meanwhile)
        assert backend.verification.verify().findings == []
