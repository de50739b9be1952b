"""Rows of the diagnostics page about one library: each reads what it needs by itself, so that each can fail alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from vrp.backend.domain.diagnostics import Action, Row, State
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import inspection, schema
from vrp.backend.phrases import Phrase
from vrp.backend.services.machine_rows import size

if TYPE_CHECKING:
    from vrp.backend.metrics import PerformanceMonitor
    from vrp.backend.persistence.database import Database
    from vrp.backend.services.backup import BackupService
    from vrp.backend.services.health import HealthService
    from vrp.backend.settings_store import SettingsStore

_TOLD: Final = 25
_WIDE: Final = 80  # of a statement, the beginning tells which it is
_OLD: Final = timedelta(days=7)

_SOURCES: Final = {
    "default": Phrase("default"),
    "file": Phrase("file"),
    "environment": Phrase("environment"),
}


class OpenLibrary(Protocol):
    """What an open library has to show. Each part may be waited for, and may raise why the library did not open."""

    @property
    def store(self) -> SettingsStore: ...
    @property
    def database(self) -> Database: ...
    @property
    def monitor(self) -> PerformanceMonitor: ...
    @property
    def health(self) -> HealthService: ...
    @property
    def backup(self) -> BackupService | None: ...


def health(opened: OpenLibrary) -> Iterator[Row]:
    """All checks of `vrp health`, the worst finding first."""
    report = opened.health.check()
    for finding in sorted(report.findings, key=lambda one: one.severity != "error"):
        state = State.FAIL if finding.severity == "error" else State.WARN
        action = Action.REPAIR if finding.code in report.repairable else Action.CHECK_HEALTH
        yield Row(finding.code, finding.message, state, action)
    passed = Phrase("{count} checks passed", count=len(report.checked))
    good = reduce(_listed, report.checked) if report.findings else passed
    yield Row(Phrase("Checked"), good, action=Action.CHECK_HEALTH)


def _listed(before: str, after: str) -> Phrase:
    return Phrase("{before}, {after}", before=before, after=after)


def database(paths: LibraryPaths) -> Iterator[Row]:
    place = schema.current_database(paths)
    facts = inspection.database_facts(place)
    known = schema.known_revisions()[-1]
    yield Row(Phrase("Generation"), place.parent.name)
    yield Row("SQLite", facts.version)
    yield Row(
        Phrase("Revision"),
        Phrase("{found} of {known}", found=facts.revision, known=known),
        State.OK if facts.revision == known else State.WARN,
    )
    yield Row(Phrase("Journal"), facts.journal, State.OK if facts.journal == "wal" else State.WARN)
    told = {"size": size(facts.size), "log": size(facts.wal), "free": facts.free_pages, "pages": facts.pages}
    yield Row(Phrase("Size"), Phrase("{size}, log {log}, {free} of {pages} pages free", **told))


def database_check(opened: OpenLibrary) -> Iterator[Row]:
    """SQLite's own quick check; reads the whole file."""
    from vrp.backend.persistence import checks

    with opened.database.get_db_session("diagnostics") as session:
        faults = checks.integrity(session, deep=False)
        in_step = checks.search_is_in_step(session, deep=False)
    yield Row(Phrase("Quick check"), "; ".join(faults) or Phrase("ok"), State.FAIL if faults else State.OK)
    told = Phrase("knows every recording") if in_step else Phrase("does not know every recording")
    yield Row(Phrase("Search"), told, State.OK if in_step else State.WARN, Action.REBUILD_SEARCH)


def library(paths: LibraryPaths) -> Iterator[Row]:
    facts = inspection.library_facts(schema.current_database(paths))
    hours = facts.seconds / 3600
    yield Row(
        Phrase("Recordings"), Phrase("{number}", number=facts.recordings - facts.deleted), action=Action.CHECK_LIBRARY
    )
    yield Row(Phrase("Recently Deleted"), Phrase("{number}", number=facts.deleted))
    yield Row(Phrase("Audio"), Phrase("{size}, {hours} h", size=size(facts.audio), hours=hours))
    yield Row(Phrase("History"), Phrase("{count} entries", count=facts.entries))
    yield _leftovers(Phrase("Unfinished takes"), paths.takes)
    yield _leftovers(Phrase("Copies under way"), paths.staging)


def _leftovers(name: str, folder: Path) -> Row:
    count = sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0
    return Row(name, str(count))


def backups(opened: OpenLibrary) -> Iterator[Row]:
    service = opened.backup
    if service is None:
        yield Row(Phrase("Backups"), Phrase("made with the server's own pg_dump"), State.UNKNOWN)
        return
    yield Row(Phrase("Folder"), str(service.folder))
    same = service.on_the_same_disk()
    yield Row(
        Phrase("Disk"),
        Phrase("the same as the library's") if same else Phrase("another one"),
        State.WARN if same else State.OK,
    )
    try:
        snapshots = service.snapshots()
    except VrpError as fault:
        yield Row(
            Phrase("Snapshots"),
            Phrase("{code}: {fault}", code=fault.code, fault=fault.summary),
            State.WARN,
            Action.BACK_UP,
        )
        return
    if not snapshots:
        yield Row(Phrase("Snapshots"), Phrase("none yet"), State.WARN, Action.BACK_UP)
        return
    newest = snapshots[-1]
    now = datetime.now(UTC)
    yield Row(Phrase("Snapshots"), str(len(snapshots)))
    yield Row(
        Phrase("Newest"), _ago(now - newest.facts.created_at), _fresh(now, newest.facts.created_at), Action.BACK_UP
    )
    proofs = [one.proof.at for one in snapshots if one.proof is not None]
    proven = _ago(now - max(proofs)) if proofs else Phrase("never")
    yield Row(Phrase("Last proven"), proven, _fresh(now, max(proofs)) if proofs else State.WARN, Action.PROVE_BACKUP)


def _fresh(now: datetime, moment: datetime) -> State:
    return State.OK if now - moment < _OLD else State.WARN


def _ago(span: timedelta) -> Phrase:
    minutes = int(span.total_seconds()) // 60
    if minutes < 60:
        return Phrase("{count} min ago", count=max(minutes, 0))
    if minutes < 48 * 60:
        return Phrase("{count} h ago", count=minutes // 60)
    return Phrase("{count} days ago", count=minutes // 1440)


def metrics(opened: OpenLibrary) -> Iterator[Row]:
    """What took the most time in this process."""
    for one in opened.monitor.snapshot()[:_TOLD]:
        times = Phrase(
            "{times} ×, mean {mean} ms, p95 {p95}, max {max}",
            times=one.count,
            mean=f"{1000 * one.mean:.2f}",
            p95=f"{1000 * one.p95:.2f}",
            max=f"{1000 * one.max:.1f}",
        )
        yield Row(f"{one.kind} {one.name[:_WIDE]}", times)


def settings(opened: OpenLibrary) -> Iterator[Row]:
    """Every key with its value and where it comes from."""
    store = opened.store
    values = store.load().model_dump(mode="json")
    wrong = {problem.key: problem for problem in store.problems()}
    for key, source in store.sources().items():
        section, _, name = key.partition(".")
        state = State.WARN if key in wrong else State.OK
        told = Phrase("{value} ({source})", value=str(values[section].get(name)), source=_SOURCES.get(source, source))
        if key in wrong:
            found = wrong[key].value
            told = Phrase("{value}; the file says {found}, which is not allowed", value=told, found=found)
        yield Row(key, told, state, Action.OPEN_SETTINGS if key in wrong else "")
    if changed := values.get("shortcuts"):
        yield Row("shortcuts", Phrase("{count} changed (file)", count=len(changed)))
