"""Export: everything that the library holds on somebody, in forms that need no Voice Recorder Pro to be read.

An archive holds the sound under readable names, `recordings.json` with its JSON Schema, `recordings.csv`, the history,
checksums as `sha256sum` checks them, and pages that any browser shows and plays. Rows are streamed: a library of a
million costs no more memory than a small one. The file appears under its name when it is whole.
"""

from __future__ import annotations

import contextlib
import csv
import html
import io
import json
import os
import shutil
import zipfile
from array import array
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol
from urllib.parse import quote

import structlog

import vrp
from vrp.backend import files
from vrp.backend.domain.audit import Action
from vrp.backend.domain.exports import FORMAT, VERSION, ExportedRecording, ExportSelection, csv_cell, readable_name
from vrp.backend.domain.progress import Meter, Progress, silent, unless_cancelled
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import DiskFull, ExportFull, ExportNotWritable, ExportThere, ImportRefused, LibraryNotWritable
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.audit import AuditRepository, Event
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services.clock import Clock, utc_now

_COLUMNS: Final = tuple(ExportedRecording.model_fields)
_PAGE: Final = 1000
_BATCH: Final = 1000
_AT_ONCE: Final = 500  # below SQLite's limit on bound values

log = structlog.get_logger()


class ExportFormat(StrEnum):
    ZIP = "zip"
    FOLDER = "folder"
    JSON = "json"
    CSV = "csv"


@dataclass(slots=True)
class ExportReport:
    """``missing`` recordings had lost their files, ``damaged`` ones are exported as they are; both by number."""

    path: Path
    recordings: int = 0
    files: int = 0
    bytes: int = 0
    missing: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)


class _Sink(Protocol):
    """Where the parts of an export go."""

    def open(self, name: str) -> BinaryIO: ...


class ExportService:
    """Writes exports of one library. Reads only, but for the note in the histories."""

    def __init__(self, database: Database, paths: LibraryPaths, clock: Clock = utc_now) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock

    def export_user_data(
        self,
        target: Path,
        form: ExportFormat = ExportFormat.ZIP,
        selection: ExportSelection | None = None,
        *,
        note: bool = True,
        progress: Progress = silent,
    ) -> ExportReport:
        """Write the chosen recordings to the new file or folder ``target``; ``progress`` counts bytes of sound.

        ``note`` writes into each history that it was exported, which needs the library's lock. Raises `ExportThere`,
        `ExportFull`, `ExportNotWritable`, `LibraryFault` and `Cancelled`; nothing stays under the name then.
        """
        chosen = selection or ExportSelection()
        if os.path.lexists(target):
            raise ExportThere(path=target)
        draft = target.with_name(f".{target.name}.part")
        report = ExportReport(target)
        try:
            with self.database.get_db_session("export") as session, _target_faults(target):
                self._write(session, draft, form, chosen, report, progress)
                _settle(draft)
                draft.rename(target)
                files.fsync_folder(target.parent)
        finally:
            _remove(draft)
        if note:
            self._note(chosen)
        log.info("exported", form=str(form), recordings=report.recordings, files=report.files,
                 missing=len(report.missing), damaged=len(report.damaged))  # fmt: skip
        return report

    def _write(
        self, session: Session, draft: Path, form: ExportFormat, chosen: ExportSelection, report: ExportReport,
        progress: Progress,
    ) -> None:  # fmt: skip
        _remove(draft)
        match form:
            case ExportFormat.ZIP:
                with files.new_private(draft) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                    _Archive(self, session, _ZipSink(archive), chosen, report, progress).write()
            case ExportFormat.FOLDER:
                draft.mkdir(mode=files.PRIVATE_FOLDER)
                _Archive(self, session, _FolderSink(draft), chosen, report, progress).write()
            case ExportFormat.JSON | ExportFormat.CSV:
                rows = (ExportedRecording.of(one, None, damaged=False) for one in self._rows(session, chosen))
                with files.new_private(draft) as out:
                    (write_json if form is ExportFormat.JSON else write_csv)(out, rows, self._clock())
                report.recordings = sum(1 for _ in self._rows(session, chosen))

    def _rows(self, session: Session, chosen: ExportSelection) -> Generator[Recording, None, None]:
        repository = RecordingRepository(session)
        with contextlib.closing(repository.each(chosen.search)) as recordings:
            for one in unless_cancelled(recordings):
                if chosen.holds(one):
                    yield one

    def _note(self, chosen: ExportSelection) -> None:
        with (
            self.database.get_db_session("exported") as session,
            contextlib.closing(self._rows(session, chosen)) as rows,
        ):
            ids = array("q", (one.id for one in rows))
        for start in range(0, len(ids), _BATCH):
            self._note_batch(list(ids[start : start + _BATCH]))

    @transactional("note_export")
    def _note_batch(self, session: Session, ids: list[int]) -> None:
        told = [Event(one.uuid, Action.EXPORTED, {}, one) for one in RecordingRepository(session).get_many(ids)]
        AuditRepository(session).append(told, self._clock())


class _ZipSink:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def open(self, name: str) -> BinaryIO:
        info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
        info.external_attr = files.PRIVATE_FILE << 16
        # Sound is packed already; text shrinks to a tenth.
        info.compress_type = zipfile.ZIP_STORED if name.startswith("audio/") else zipfile.ZIP_DEFLATED
        return self._archive.open(info, "w", force_zip64=True)  # type: ignore[return-value]  # a writer of bytes


class _FolderSink:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, name: str) -> BinaryIO:
        path = self._folder / name
        path.parent.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
        return files.new_private(path)


class _Archive:
    """One run: the sound first, then what is told of it, in as many passes over the rows as there are forms."""

    def __init__(
        self, service: ExportService, session: Session, sink: _Sink, chosen: ExportSelection, report: ExportReport,
        progress: Progress,
    ) -> None:  # fmt: skip
        self._service = service
        self._session = session
        self._sink = sink
        self._chosen = chosen
        self._report = report
        self._meter = Meter(progress)
        self._shared = RecordingRepository(session).shared_checksums()
        self._named: dict[str, str] = {}  # of those that several recordings share: the file in the archive
        self._lost: set[str] = set()  # checksums without a file
        self._changed: set[str] = set()  # checksums whose file is no longer what was stored

    def write(self) -> None:
        now = self._service._clock()  # noqa: SLF001  # the run is the service's other half
        self._meter.total = sum(one.filesize_bytes for one in self._recordings())
        with contextlib.closing(self._recordings()) as recordings:
            for recording in recordings:
                self._meter.item = recording.title
                self._write_sound(recording)
                self._report.recordings += 1
        with self._sink.open("recordings.json") as out:
            write_json(out, self._rows(), now)
        with self._sink.open("schema.json") as out:
            out.write(json.dumps(json_schema(), indent=1).encode())
        with self._sink.open("recordings.csv") as out:
            write_csv(out, self._rows(), now)
        with self._sink.open("history.jsonl") as out:
            self._write_history(out)
        with self._sink.open("checksums.txt") as out:
            self._write_checksums(out)
        self._write_pages(now)

    def _recordings(self) -> Generator[Recording, None, None]:
        return self._service._rows(self._session, self._chosen)  # noqa: SLF001  # see above

    def _rows(self) -> Iterator[ExportedRecording]:
        for one in self._recordings():
            yield ExportedRecording.of(one, self._name(one), damaged=one.checksum in self._changed)

    def _name(self, recording: Recording) -> str | None:
        """Its file in the archive. Only names that the row does not tell are remembered: there may be a million."""
        if recording.checksum in self._lost:
            return None
        return self._named.get(recording.checksum) or readable_name(recording)

    def _write_sound(self, recording: Recording) -> None:
        """Each different sound once. One that is no longer what was stored is exported as it is, and named."""
        checksum = recording.checksum
        if checksum in self._named or checksum in self._lost:
            self._meter.advance(recording.filesize_bytes)
        else:
            self._copy(recording)
        if checksum in self._lost:
            self._report.missing.append(recording.id)
        elif checksum in self._changed:
            self._report.damaged.append(recording.id)

    def _copy(self, recording: Recording) -> None:
        path = self._service._paths.audio_file(recording.stored_filename)  # noqa: SLF001  # see above
        try:
            source = files.open_regular(path)
        except OSError:
            self._lost.add(recording.checksum)
            return
        name = readable_name(recording)
        if recording.checksum in self._shared:
            self._named[recording.checksum] = name
        with source, self._sink.open(name) as out:
            digest = files.pour(source, out, self._meter.advance)
        self._report.files += 1
        self._report.bytes += recording.filesize_bytes
        if digest != recording.checksum:
            self._changed.add(recording.checksum)

    def _write_checksums(self, out: BinaryIO) -> None:
        written: set[str] = set()
        for one in self._recordings():
            name = self._name(one)
            if name is None or one.checksum in written:
                continue
            if one.checksum in self._shared:
                written.add(one.checksum)
            out.write(f"{one.checksum}  {name}\n".encode())

    def _write_history(self, out: BinaryIO) -> None:
        """Recording by recording, some at a time."""
        with contextlib.closing(self._recordings()) as recordings:
            while uuids := [one.uuid for one in islice(recordings, _AT_ONCE)]:
                for entry in AuditRepository(self._session).of_many(uuids):
                    values = {**asdict(entry), "at": entry.at.isoformat(), "details": entry.told}
                    out.write(json.dumps(values, ensure_ascii=False).encode() + b"\n")

    def _write_pages(self, now: datetime) -> None:
        rows, number, count = self._rows(), 1, self._report.recordings
        pages = max(1, -(-count // _PAGE))
        while number <= pages:
            with self._sink.open(_page_name(number)) as out:
                _write_page(out, islice(rows, _PAGE), number, pages, count, now)
            number += 1


def write_json(out: BinaryIO, rows: Iterator[ExportedRecording], now: datetime) -> None:
    """One recording a line, so that it can be read as a stream too."""
    head = {"format": FORMAT, "version": VERSION, "app": vrp.__version__, "exported_at": now.isoformat()}
    out.write(json.dumps(head)[:-1].encode() + b', "recordings": [')
    out.writelines((b",\n" if number else b"\n") + one.model_dump_json().encode() for number, one in enumerate(rows))
    out.write(b"\n]}\n")


def write_csv(out: BinaryIO, rows: Iterator[ExportedRecording], _now: datetime) -> None:
    """UTF-8 with its mark, as spreadsheets want it."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for one in rows:
        values = one.model_dump(mode="json")
        values["tags"] = ", ".join(one.tags)
        writer.writerow([csv_cell(values[name]) for name in _COLUMNS])
    text.detach()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `recordings.json`."""
    schema = ExportedRecording.model_json_schema(ref_template="#/$defs/{model}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Voice Recorder Pro export",
        "type": "object",
        "required": ["format", "version", "recordings"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "app": {"type": "string"},
            "exported_at": {"type": "string", "format": "date-time"},
            "recordings": {"type": "array", "items": {"$ref": "#/$defs/Recording"}},
        },
        "$defs": {**schema.pop("$defs", {}), "Recording": schema},
    }


def _page_name(number: int) -> str:
    return "index.html" if number == 1 else f"index-{number}.html"


_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1b1f24;"
    "background:#fff}article{border-top:1px solid #d0d7de;padding:1rem 0}h2{font-size:1rem;margin:0}"
    "p{margin:.2rem 0;color:#57606a;white-space:pre-wrap}audio{width:100%;margin-top:.4rem}nav a{margin-right:1rem}"
    "@media(prefers-color-scheme:dark){body{background:#15181c;color:#e6e8eb}p{color:#9aa3ad}}"
)


def _write_page(
    out: BinaryIO, rows: Iterator[ExportedRecording], number: int, pages: int, count: int, now: datetime
) -> None:
    def put(text: str) -> None:
        out.write(text.encode())

    put('<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n')
    put(f"<title>Recordings</title><style>{_STYLE}</style>\n<h1>Recordings</h1>\n")
    put(f"<p>{count:,} recordings, exported {now:%Y-%m-%d %H:%M} UTC from Voice Recorder Pro.</p>\n")
    if pages > 1:
        links = [
            f'<a href="{_page_name(other)}">{text}</a>'
            for other, text in ((number - 1, "Earlier page"), (number + 1, "Next page"))
            if 1 <= other <= pages
        ]
        put(f"<nav>Page {number} of {pages} {' '.join(links)}</nav>\n")
    for one in rows:
        put(f"<article><h2>{html.escape(one.title)}</h2><p>{one.recorded_at:%Y-%m-%d %H:%M} UTC")
        put("".join(f" · {html.escape(tag)}" for tag in one.tags))
        put(" · in Recently Deleted</p>" if one.deleted_at else "</p>")
        if one.notes:
            put(f"<p>{html.escape(one.notes)}</p>")
        if one.file is None:
            put("<p>Its sound is missing.</p>")
        else:
            put(f'<audio controls preload="none" src="{html.escape(quote(one.file))}"></audio>')
        put("</article>\n")


@contextmanager
def _target_faults(target: Path) -> Iterator[None]:
    try:
        yield
    except DiskFull as fault:
        raise ExportFull(path=target) from fault
    except (LibraryNotWritable, ImportRefused) as fault:
        raise ExportNotWritable(path=target, reason=fault.params.get("reason", fault.code)) from fault
    except OSError as error:
        found = files.library_fault(target, error)
        if isinstance(found, DiskFull):
            raise ExportFull(path=target) from error
        raise ExportNotWritable(path=target, reason=found.params.get("reason")) from error


def _settle(draft: Path) -> None:
    """Make it durable before it gets its name."""
    for path in sorted(draft.rglob("*")) if draft.is_dir() else []:
        if path.is_dir():
            files.fsync_folder(path)
        else:
            files.fsync_file(path)
    if draft.is_dir():
        files.fsync_folder(draft)
    else:
        files.fsync_file(draft)


def _remove(draft: Path) -> None:
    if draft.is_dir() and not draft.is_symlink():
        shutil.rmtree(draft, ignore_errors=True)
    else:
        draft.unlink(missing_ok=True)
