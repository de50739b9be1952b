from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.support.audio_files import write_audio
from vrp.app.opening import Backend
from vrp.backend import files
from vrp.backend.domain.audit import Action
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import Cancelled
from vrp.backend.persistence.audit import AuditRepository
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

    after = RecordingRepository.after

    def meanwhile(repository: RecordingRepository, id_: int, limit: int) -> list[Recording]:
        old = after(repository, id_, limit)
        with ThreadPoolExecutor(1) as somebody_else:
            somebody_else.submit(backend.library.rename, recording.id, "Another title").result()
            somebody_else.submit(backend.library.purge, [other.recording.id]).result()
        return old

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(RecordingRepository, "after", meanwhile)
        assert backend.verification.verify().findings == []


def _behind_the_back(backend: Backend, statement: str) -> None:
    """As another program would: without our session, and past the triggers."""
    if isinstance(backend.database.address, Path):
        with sqlite3.connect(backend.database.address) as connection:
            for trigger in ("audit_entries_keep", "audit_entries_stay"):
                connection.execute(f"DROP TRIGGER {trigger}")
            connection.execute(statement)
        connection.close()
        return
    with psycopg.connect(backend.database.address.render_as_string(hide_password=False)) as server:
        server.execute("ALTER TABLE audit_entries DISABLE TRIGGER USER")
        server.execute(sql.SQL(statement))


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE recordings SET title = 'Forged' WHERE id = 1", {"VRP-2007", "VRP-2005"}),
        ("DELETE FROM recordings WHERE id = 1", {"VRP-2009", "VRP-2004"}),
        ("UPDATE audit_entries SET action = 'renamed' WHERE seq = 1", {"VRP-2006"}),
        ("UPDATE audit_entries SET details = '{}' WHERE seq = 1", {"VRP-2006"}),
        ("UPDATE audit_entries SET at = '2020-01-01 00:00:00.000000' WHERE seq = 2", {"VRP-2006"}),
        ("UPDATE audit_entries SET recording_uuid = 'x' WHERE seq = 1", {"VRP-2006", "VRP-2009"}),
        ("DELETE FROM audit_entries WHERE seq = 1", {"VRP-2006"}),
        ("DELETE FROM audit_entries WHERE seq > 1", {"VRP-2007"}),
        ("DELETE FROM audit_entries", {"VRP-2008"}),
    ],
)
def test_what_was_altered_behind_the_programs_back_is_found(
    backend: Backend, recording: Recording, statement: str, codes: set[str]
) -> None:
    backend.library.rename(recording.id, "Mine")
    backend.library.delete([recording.id])
    backend.library.undelete([recording.id])
    _behind_the_back(backend, statement)
    assert {finding.code for finding in backend.verification.verify().findings} == codes


def test_a_purged_recording_leaves_a_history_without_words(backend: Backend, recording: Recording) -> None:
    backend.library.rename(recording.id, "Nobody's business")
    backend.library.purge([recording.id])
    assert backend.verification.verify().findings == []
    with backend.database.get_db_session("look") as session:
        entries = list(AuditRepository(session).each())
    assert [entry.action for entry in entries] == [Action.IMPORTED, Action.RENAMED, Action.PURGED]
    assert {(entry.nonce, entry.details, entry.state) for entry in entries} == {(None, None, None)}
    assert all(entry.told == {} and entry.is_sound() for entry in entries)


def test_a_file_that_cannot_be_read_is_found(
    backend: Backend, recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise PermissionError(13, "no")

    monkeypatch.setattr(files, "hash_file", refuse)
    (finding,) = backend.verification.verify().findings
    assert (finding.code, finding.recording) == ("VRP-2003", recording.id)
    assert "PermissionError" in finding.message


def test_a_cancel_ends_the_check(backend: Backend, recording: Recording) -> None:
    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backend.verification.verify(cancel)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("verify")]


@pytest.mark.parametrize("note", [b'["NAME"]', b'["NAME', b"5"])
def test_what_an_import_has_in_hand_is_no_finding(backend: Backend, note: bytes) -> None:
    name = f"{'ab' * 16}.wav"
    audio = backend.paths.audio_file(name)
    audio.parent.mkdir()
    audio.write_bytes(b"renamed, and its row not yet written")
    (backend.paths.staging / "1.batch").write_bytes(note.replace(b"NAME", name.encode()))
    assert _codes(backend) == ([] if note.endswith(b'"]') else [("VRP-2004", None)])


def test_a_file_whose_row_comes_while_it_is_looked_at_is_no_finding(
    backend: Backend, recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RecordingRepository, "each", lambda _: iter(()))
    monkeypatch.setattr(AuditRepository, "each", lambda _: iter(()))
    assert backend.verification.verify().findings == []


def test_one_recording_is_checked_and_the_date_is_kept(backend: Backend, recording: Recording) -> None:
    assert backend.library.last_checked(recording.id) is None
    assert backend.verification.check(recording) == []
    checked = backend.library.last_checked(recording.id)
    assert checked is not None
    path = backend.library.audio_path(recording)
    path.chmod(0o600)
    path.write_bytes(b"other")
    assert [finding.recording for finding in backend.verification.check(recording)] == [recording.id]
    assert backend.library.last_checked(recording.id) == checked
