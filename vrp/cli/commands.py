"""The commands: each opens the library, calls one service and prints what came of it.

With ``--json`` standard output is exactly one JSON document; everything else that is said goes to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import starmap
from pathlib import Path
from typing import Final

from vrp import cli
from vrp.app.opening import Backend, Opening, open_backend, tidy
from vrp.backend import files
from vrp.backend.domain.audit import AuditEntry
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.requests import RecordingChangeRequest, RecordingResponse
from vrp.backend.domain.rules import RecordingBusinessRules
from vrp.backend.errors import (
    ImportRefused,
    InternalFault,
    RecordingNotFound,
    RequestInvalid,
    SettingInvalid,
    SnapshotUnknown,
    VrpError,
)
from vrp.cli import backups, exchange, mending
from vrp.cli.terminal import length, output, output_documents, output_lines, progress_line, say

_MANY: Final = 10  # so many are not purged without a backup
_READERS: Final = ("list", "show", "history", "verify", "backup")


def run(options: argparse.Namespace) -> int:
    """Run the command that was parsed; errors become a sentence, a JSON document and an exit code."""
    try:
        if (apart := _apart(options.command)) is not None:
            return apart(options)
        if options.command in backups.WITHOUT_LIBRARY:
            return backups.WITHOUT_LIBRARY[options.command](options)
        if options.command == "backup":
            backups.refuse_nothing(options)
        imports = options.command == "import"
        opening = Opening(options.library, options.wait, write=not _only_reads(options), imports=imports)
        with open_backend(opening) as backend:
            _tidy(backend)
            return _COMMANDS[options.command](backend, options)
    except VrpError as error:
        return failed(error, options)
    except OSError as error:
        if error.filename is None:
            raise  # standard output's own
        return failed(files.library_fault(Path(os.fsdecode(error.filename)), error), options)
    except Exception as bug:  # noqa: BLE001  # a person gets a sentence and a code, the log got the trace
        return failed(InternalFault(reason=type(bug).__name__), options)


def _apart(command: str) -> Callable[[argparse.Namespace], int] | None:
    """What runs a command that opens the library in a way of its own, or another one."""
    match command:
        case "tour":
            from vrp.cli import tour

            return tour.run
        case "library":
            from vrp.cli import library

            return library.run
        case "diagnostics":
            from vrp.cli import support

            return support.diagnostics
        case "self-test":
            from vrp.cli import self_test

            return self_test.run
    return None


def _only_reads(options: argparse.Namespace) -> bool:
    return options.command in _READERS or (options.command == "health" and not options.repair)


def failed(error: VrpError, options: argparse.Namespace) -> int:
    say(f"vrp: {error.message} ({error.code})")
    if options.json:
        output(options, {"error": {"code": error.code, "message": error.message}}, ())
    match error:
        case RecordingNotFound() | ImportRefused() | SnapshotUnknown():
            return cli.SOME_REFUSED
        case RequestInvalid() if not isinstance(error, SettingInvalid):
            return cli.USAGE
    return cli.ENVIRONMENT


def _tidy(backend: Backend) -> None:
    if backend.writable:
        for recording in tidy(backend):
            what = f"{recording.id} “{recording.title}”, {length(recording.duration)}"
            say(f"Recovered a recording that was cut off: {what}.")


def _import(backend: Backend, options: argparse.Namespace) -> int:
    paths = [Path(name) for name in options.paths]
    with progress_line(options) as progress:
        report = backend.importing.import_paths(paths, keep_both=options.keep_both, progress=progress)
    document = {
        "imported": [
            {
                "path": os.fspath(one.path),
                "id": one.recording.id,
                "uuid": one.recording.uuid,
                "checksum": one.recording.checksum,
                "duration": one.recording.duration,
                "codec": one.recording.codec,
                "sample_rate": one.recording.sample_rate,
                "channels": one.recording.channels,
            }
            for one in report.imported
        ],
        "skipped": [{"path": os.fspath(one.path), "code": one.code, "id": one.id} for one in report.skipped],
        "refused": [
            {"path": os.fspath(one.path), "code": one.error.code, "message": one.error.message}
            for one in report.refused
        ],
    }
    for skipped in report.skipped:
        say(f"Skipped {skipped.path}: it is recording {skipped.id} already. ({skipped.code})")
    for refused in report.refused:
        say(f"Refused {refused.path}: {refused.error.message} ({refused.error.code})")
    output(options, document, [_line(one.recording) for one in report.imported])
    say(f"{len(report.imported)} imported, {len(report.skipped)} skipped, {len(report.refused)} refused.")
    return cli.SOME_REFUSED if report.refused else cli.DONE


def _record(backend: Backend, options: argparse.Namespace) -> int:
    title = None if options.title is None else RecordingBusinessRules.title(options.title)
    from vrp.cli import recording as terminal_recording  # the one command that needs Qt, for the microphone's process

    ended = terminal_recording.record(backend, options.seconds, say)
    recording = backend.takes.keep(ended)
    if recording is None:
        say("Nothing was recorded.")
        return cli.ENVIRONMENT
    if title is not None:
        recording = backend.library.rename(recording.id, title)
    document = {
        "id": recording.id,
        "uuid": recording.uuid,
        "frames": ended.frames,
        "sample_rate": recording.sample_rate,
        "channels": recording.channels,
        "gaps": [{"at": gap.at, "frames": gap.frames} for gap in ended.gaps],
        "path": os.fspath(backend.library.audio_path(recording)),
    }
    output(options, document, [_line(recording)])
    return cli.DONE if terminal_recording.as_asked(ended) else cli.ENVIRONMENT


def _list(backend: Backend, options: argparse.Namespace) -> int:
    query = LibraryQuery(search=options.search, trash=options.trash)
    if options.json:
        output_documents("recordings", backend.library.documents(query))
    else:
        output_lines(starmap(_brief, backend.library.briefs(query)))
    return cli.DONE


def _show(backend: Backend, options: argparse.Namespace) -> int:
    return _show_all(options, [backend.library.get(options.id)])


def _history(backend: Backend, options: argparse.Namespace) -> int:
    entries = backend.library.history(options.id)
    document = {
        "history": [{"seq": one.seq, "at": one.at.isoformat(), "action": one.action, "details": one.told}
                    for one in entries]
    }  # fmt: skip
    output(options, document, (f"{one.at.astimezone():%Y-%m-%d %H:%M:%S}  {_event(one)}" for one in entries))
    return cli.DONE


def _event(entry: AuditEntry) -> str:
    match entry.told.get("title"):
        case [was, now]:
            return f"{entry.action}: “{was}” → “{now}”"
    return str(entry.action)


def _rename(backend: Backend, options: argparse.Namespace) -> int:
    return _show_all(options, [backend.library.rename(options.id, options.title)])


def _edit(backend: Backend, options: argparse.Namespace) -> int:
    notes = options.notes
    if notes == "-":
        try:
            notes = sys.stdin.read()
        except UnicodeDecodeError:
            raise RequestInvalid(field="notes", reason="it is not valid text") from None
    request = RecordingChangeRequest.of(title=options.title, artist=options.artist, notes=notes, tags=options.tags)
    return _show_all(options, [backend.library.edit(options.id, request)])


def _delete(backend: Backend, options: argparse.Namespace) -> int:
    return _show_all(options, backend.library.delete(options.ids))


def _undelete(backend: Backend, options: argparse.Namespace) -> int:
    return _show_all(options, backend.library.undelete(options.ids))


def _purge(backend: Backend, options: argparse.Namespace) -> int:
    if len(options.ids) > _MANY:
        mending.back_up_before(backend, Reason.PURGE, options)
    return _show_all(options, backend.library.purge(options.ids))


def _show_all(options: argparse.Namespace, recordings: Sequence[Recording]) -> int:
    document = {
        "recordings": [RecordingResponse.of(one).model_dump(mode="json") for one in recordings] if options.json else [],
        "total": len(recordings),
    }
    output(options, document, (_line(recording) for recording in recordings))
    return cli.DONE


def _verify(backend: Backend, options: argparse.Namespace) -> int:
    with progress_line(options) as progress:
        report = backend.verification.verify(progress)
    findings = [
        {"code": one.code, "severity": one.severity, "message": one.message, "recording": one.recording}
        for one in report.findings
    ]
    lines = [f"{one.severity}: {one.message} ({one.code})" for one in report.findings]
    output(options, {"checked": report.checked, "findings": findings}, lines)
    say(f"{report.checked} checked, {len(findings)} findings.")
    return cli.SOME_REFUSED if findings else cli.DONE


def _health(backend: Backend, options: argparse.Namespace) -> int:
    with progress_line(options) as progress:
        report = backend.health.check(deep=options.deep, progress=progress)
        if options.repair:
            report = backend.health.repair(report, deep=options.deep, progress=progress)
    findings = [
        {"code": one.code, "severity": one.severity, "message": one.message, "recording": one.recording}
        for one in report.findings
    ]
    lines = [f"{one.severity}: {one.message} ({one.code})" for one in report.findings]
    output(options, {"checked": report.checked, "repaired": report.repaired, "findings": findings}, lines)
    for code in report.repaired:
        say(f"Repaired {code}.")
    say(f"Checked {', '.join(report.checked)}: {len(findings)} findings.")
    return cli.SOME_REFUSED if findings else cli.DONE


def _line(recording: Recording) -> str:
    return _brief(recording.id, recording.recorded_at, recording.duration, recording.title)


def _brief(id_: int, moment: datetime, duration: float, title: str) -> str:
    return f"{id_:>6}  {moment.astimezone():%Y-%m-%d %H:%M}  {length(duration):>9}  {title}"


_COMMANDS: Final[dict[str, Callable[[Backend, argparse.Namespace], int]]] = {
    "import": _import,
    "record": _record,
    "list": _list,
    "show": _show,
    "history": _history,
    "rename": _rename,
    "edit": _edit,
    "delete": _delete,
    "undelete": _undelete,
    "purge": _purge,
    "verify": _verify,
    "health": _health,
    "backup": backups.backup,
    "scrub": mending.scrub,
    "export": exchange.export,
    "erase": exchange.erase,
    "import-legacy": exchange.import_legacy,
}
