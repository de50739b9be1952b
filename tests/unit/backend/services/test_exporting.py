from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.audio_files import write_audio
from vrp.app.opening import Backend, Opening, open_backend
from vrp.backend.domain.exports import ExportedRecording, ExportSelection, csv_cell, readable_name
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.errors import Cancelled, ExportFull, ExportNotWritable, ExportThere
from vrp.backend.services.exporting import ExportFormat, json_schema


@pytest.fixture
def backend(backend: Backend, tmp_path: Path) -> Backend:
    sources = [write_audio(tmp_path / f"{number}.wav", 0.1 * (number + 1)) for number in range(4)]
    backend.importing.import_paths(sources)
    words = {"title": '=HYPERLINK("x")', "notes": "<script>alert(1)</script>\nsecond line", "tags": ["Löwe", "+1"]}
    backend.library.edit(1, RecordingChangeRequest.of(**words))
    backend.library.rename(2, "../../etc/passwd: a/b\\c?")
    backend.library.rename(3, "ж" * 300)
    backend.library.delete([4])
    return backend


def all_of(backend: Backend) -> list[Recording]:
    queries = (LibraryQuery(), LibraryQuery(trash=True))
    return sorted((row for query in queries for row in backend.library.page(query).rows), key=lambda one: one.uuid)


def told(backend: Backend) -> list[dict[str, object]]:
    """All that an export must not lose."""
    names = [name for name in ExportedRecording.model_fields if name not in ("file", "damaged")]
    return [{name: getattr(one, name) for name in names} for one in all_of(backend)]


def test_an_archive_holds_everything_in_forms_that_need_no_program_of_ours(backend: Backend, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    report = backend.exporting.export_user_data(target)
    assert (report.recordings, report.files, report.missing, report.damaged) == (4, 4, [], [])
    assert target.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        document = json.loads(archive.read("recordings.json"))
        for line in archive.read("checksums.txt").decode().splitlines():
            checksum, _, name = line.partition("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == checksum
        rows = list(csv.reader(io.StringIO(archive.read("recordings.csv").decode("utf-8-sig"))))
        page = archive.read("index.html").decode()
        history = [json.loads(line) for line in archive.read("history.jsonl").splitlines()]
    assert not any(".." in name or name.startswith("/") or "\\" in name for name in names)
    assert all(len(name.encode()) < 255 for name in names)
    assert {one["title"] for one in document["recordings"]} == {one.title for one in all_of(backend)}
    assert len(rows) == 5
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
    assert "<script>" not in page
    assert page.count("<audio") == 4
    assert {"imported", "renamed", "edited", "deleted"} <= {one["action"] for one in history}


def test_what_is_exported_is_as_its_schema_says(backend: Backend, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    backend.exporting.export_user_data(target, ExportFormat.JSON)
    document, schema = json.loads(target.read_bytes()), json_schema()
    assert set(schema["required"]) <= document.keys() <= schema["properties"].keys()
    known = schema["$defs"]["Recording"]
    for one in document["recordings"]:
        assert one.keys() <= known["properties"].keys()
        assert set(known["required"]) <= one.keys()


def test_an_export_comes_back_with_nothing_lost_but_numbers(backend: Backend, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    before = told(backend)
    backend.exporting.export_user_data(target)
    with open_backend(Opening(str(tmp_path / "second"))) as second:
        # A server is shared: where the test's library lies on one, these recordings are there already.
        if isinstance(second.database.address, Path):
            report = second.importing.import_paths([target])
            assert (len(report.imported), report.skipped, report.refused) == (4, [], [])
            assert told(second) == before
            assert not second.verification.verify().findings
        again = second.importing.import_paths([target, target])
        assert (again.imported, len(again.skipped), again.refused) == ([], 8, [])


def test_histories_tell_of_the_export(backend: Backend, tmp_path: Path) -> None:
    backend.exporting.export_user_data(tmp_path / "one.csv", ExportFormat.CSV, ExportSelection(ids=frozenset([1])))
    assert backend.library.history(1)[-1].action == "exported"
    assert backend.library.history(2)[-1].action != "exported"
    assert not backend.verification.verify().findings


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (ExportSelection(), {1, 2, 3, 4}),
        (ExportSelection(trash=False), {1, 2, 3}),
        (ExportSelection(ids=frozenset([2, 4])), {2, 4}),
        (ExportSelection(search="passwd"), {2}),
        (ExportSelection(tag="löwe"), {1}),
        (ExportSelection(since=datetime(1999, 1, 1, tzinfo=UTC)), {1, 2, 3, 4}),
        (ExportSelection(since=datetime.now(UTC) + timedelta(days=1)), set()),
        (ExportSelection(until=datetime(1999, 1, 1, tzinfo=UTC)), set()),
    ],
)
def test_a_part_can_be_exported(backend: Backend, tmp_path: Path, selection: ExportSelection, ids: set[int]) -> None:
    report = backend.exporting.export_user_data(tmp_path / "part", ExportFormat.FOLDER, selection, note=False)
    document = json.loads((tmp_path / "part" / "recordings.json").read_bytes())
    uuids = {one.uuid for one in all_of(backend) if one.id in ids}
    assert {one["uuid"] for one in document["recordings"]} == uuids
    assert report.recordings == len(ids)
    if shutil.which("sha256sum"):
        checked = subprocess.run(
            ["sha256sum", "--check", "--quiet", "checksums.txt"],
            cwd=tmp_path / "part",
            capture_output=True,
            check=False,
        )
        assert checked.returncode == 0 or not ids


def test_missing_and_damaged_files_are_named_and_do_not_stop_the_rest(backend: Backend, tmp_path: Path) -> None:
    backend.library.audio_path(backend.library.get(1)).unlink()
    damaged = backend.library.audio_path(backend.library.get(2))
    damaged.chmod(0o600)
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"\x7f")
    report = backend.exporting.export_user_data(tmp_path / "all.zip", note=False)
    assert (report.missing, report.damaged) == ([1], [2])
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        marks = {
            one["uuid"]: (one["file"], one["damaged"])
            for one in json.loads(archive.read("recordings.json"))["recordings"]
        }
    assert marks[backend.library.get(1).uuid] == (None, False)
    assert marks[backend.library.get(2).uuid][1]


def test_what_is_there_is_never_written_over(backend: Backend, tmp_path: Path) -> None:
    (tmp_path / "thesis.zip").write_bytes(b"mine")
    with pytest.raises(ExportThere):
        backend.exporting.export_user_data(tmp_path / "thesis.zip")
    assert (tmp_path / "thesis.zip").read_bytes() == b"mine"
    with pytest.raises(ExportNotWritable):
        backend.exporting.export_user_data(tmp_path / "no such folder" / "x.zip")


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_cancelled_or_failed_export_leaves_nothing(
    backend: Backend, tmp_path: Path, form: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out"
    place.mkdir()

    def cancel(done: int, total: int, item: str = "") -> None:
        raise Cancelled

    if form in (ExportFormat.ZIP, ExportFormat.FOLDER):
        with pytest.raises(Cancelled):
            backend.exporting.export_user_data(place / "x", form, progress=cancel)

    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("vrp.backend.services.exporting._settle", full)
    with pytest.raises(ExportFull):
        backend.exporting.export_user_data(place / "x", form)
    assert list(place.iterdir()) == []


def test_cells_and_names_cannot_be_taken_for_something_else(backend: Backend) -> None:
    assert [csv_cell(text) for text in ("=1", "+1", "-1", "@x", "\tx", "a=1", "", None)] == [
        "'=1", "'+1", "'-1", "'@x", "'\tx", "a=1", "", "",
    ]  # fmt: skip
    for one in all_of(backend):
        name = readable_name(one)
        assert name.startswith("audio/")
        assert name.count("/") == 1


# --- archives from anybody --------------------------------------------------------------------------------------------


def _rewrite(source: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


def _edit(**values: object) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        document = json.loads(parts["recordings.json"])
        document["recordings"][0].update(values)
        parts["recordings.json"] = json.dumps(document).encode()

    return change


def _other_sound(parts: dict[str, bytes]) -> None:
    name = json.loads(parts["recordings.json"])["recordings"][0]["file"]
    parts[name] = parts[name][:-1] + b"\x7f"


def _bomb(parts: dict[str, bytes]) -> None:
    name = json.loads(parts["recordings.json"])["recordings"][0]["file"]
    parts[name] += b"\0" * 50_000_000


def _not_sound(parts: dict[str, bytes]) -> None:
    junk = b"x" * 1000
    _edit(checksum=hashlib.sha256(junk).hexdigest(), filesize_bytes=1000)(parts)
    parts[json.loads(parts["recordings.json"])["recordings"][0]["file"]] = junk


@pytest.mark.parametrize(
    "change",
    [
        _edit(file="../../../etc/passwd"),
        _edit(file="/etc/passwd"),
        _edit(file="audio/not there.wav"),
        _edit(uuid="../x"),
        _edit(title="\u202eevil"),
        _edit(title=""),
        _edit(filesize_bytes=10**15),
        _edit(checksum="0" * 64),
        _edit(codec="../x"),
        _other_sound,
        _bomb,
        _not_sound,
    ],
)
def test_a_hostile_archive_harms_nobody_and_its_good_recordings_come_in(
    backend: Backend, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    if not isinstance(backend.database.address, Path):
        pytest.skip("one server holds one library")
    backend.exporting.export_user_data(tmp_path / "all.zip", note=False)
    evil = _rewrite(tmp_path / "all.zip", tmp_path / "evil.zip", change)
    with open_backend(Opening(str(tmp_path / "second"))) as second:
        report = second.importing.import_paths([evil])
        assert (len(report.imported), len(report.refused)) == (3, 1)
        assert not second.verification.verify().findings
        assert not list(second.paths.staging.iterdir())


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04" + b"\0" * 100, b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_export_is_refused(backend: Backend, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    report = backend.importing.import_paths([tmp_path / "x.zip"])
    assert [one.error.code for one in report.refused] == ["VRP-1117"]


def test_a_newer_export_says_so(backend: Backend, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("recordings.json", '{"format": "vrp-export", "version": 2, "recordings": []}')
    report = backend.importing.import_paths([tmp_path / "x.zip"])
    assert [one.error.code for one in report.refused] == ["VRP-1118"]
