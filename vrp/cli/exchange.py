"""The commands that take recordings out of the library, and those that bring others' in."""

from __future__ import annotations

import argparse
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vrp import cli
from vrp.app.opening import Backend
from vrp.backend.domain.exports import ExportSelection
from vrp.backend.errors import BackupFault, RequestInvalid
from vrp.cli.terminal import output, progress_line, say

if TYPE_CHECKING:
    from vrp.backend.store.folder import BackupStore


def export(backend: Backend, options: argparse.Namespace) -> int:
    from vrp.backend.services.exporting import ExportFormat  # half a second of modules that other commands do without

    selection = ExportSelection(
        ids=frozenset(options.ids) if options.ids else None,
        search=options.search,
        tag=options.tag,
        since=_day(options.since, "since"),
        until=_day(options.until, "until"),
        trash=not options.no_trash,
    )
    target = Path(options.to).absolute()
    with progress_line(options) as progress:
        report = backend.exporting.export_user_data(
            target, ExportFormat(options.format), selection, note=backend.writable, progress=progress
        )
    document = {
        "path": os.fspath(report.path),
        "recordings": report.recordings,
        "files": report.files,
        "bytes": report.bytes,
        "missing": report.missing,
        "damaged": report.damaged,
    }
    output(options, document, [f"{report.recordings:,} recordings exported to {report.path}."])
    if report.missing or report.damaged:
        say(f"{len(report.missing)} files were missing and {len(report.damaged)} damaged. Run `vrp scrub`.")
    return cli.SOME_REFUSED if report.missing or report.damaged else cli.DONE


def _day(text: str | None, field: str) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RequestInvalid(field=field, reason="it is a day such as 2026-11-24, or a time") from None
    return moment.astimezone(UTC)  # one without a zone is the person's own time


def erase(backend: Backend, options: argparse.Namespace) -> int:
    store = _store(backend)
    with progress_line(options) as progress:
        receipt = backend.erasing.erase(options.ids, store, progress)
    document = {
        "at": receipt.at.isoformat(),
        "erased": [{"id": id_, "uuid": uuid} for id_, uuid in receipt.erased],
        "files_removed": receipt.files_removed,
        "databases_removed": receipt.databases_removed,
        "log_mentions": receipt.log_mentions,
        "still_held": [{"snapshot": one.snapshot, "expires": one.expires.isoformat()} for one in receipt.held],
        "unreached": receipt.unreached,
    }
    lines = [f"Erased for good at {receipt.at.astimezone():%Y-%m-%d %H:%M:%S}:"]
    lines += [f"{id_:>6}  {uuid}" for id_, uuid in receipt.erased]
    lines.append("From the library: rows, words in the search, and what the history said.")
    lines.append(f"{receipt.files_removed} files and {receipt.databases_removed} former databases removed.")
    lines.append(f"{receipt.log_mentions} mentions in the logs overwritten.")
    lines += [f"Snapshot {one.snapshot} still holds it and goes by {one.expires:%Y-%m-%d}." for one in receipt.held]
    output(options, document, lines + receipt.unreached)
    if options.receipt:
        Path(options.receipt).write_text(json.dumps(document, indent=1) + "\n")
    return cli.DONE


def _store(backend: Backend) -> BackupStore | None:
    from vrp.backend.store.folder import BackupStore

    store = BackupStore(backend.backup.folder)
    try:
        store.check()
    except BackupFault:
        return None
    return store


def import_legacy(backend: Backend, options: argparse.Namespace) -> int:
    folder = Path(options.folder).absolute()
    with progress_line(options) as progress:
        report = backend.importing.import_legacy(folder, progress=progress)
    document = {
        "imported": [{"path": os.fspath(one.path), "id": one.recording.id, "uuid": one.recording.uuid}
                     for one in report.imported],
        "skipped": [{"path": os.fspath(one.path), "code": one.code, "id": one.id} for one in report.skipped],
        "refused": [{"path": os.fspath(one.path), "code": one.error.code, "message": one.error.message}
                    for one in report.refused],
    }  # fmt: skip
    output(options, document, (f"{one.recording.id:>6}  {one.recording.title}" for one in report.imported))
    for refused in report.refused:
        say(f"Refused {refused.path}: {refused.error.message} ({refused.error.code})")
    say(f"{len(report.imported)} imported, {len(report.skipped)} skipped, {len(report.refused)} refused.")
    return cli.SOME_REFUSED if report.refused else cli.DONE
