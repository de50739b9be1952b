"""Rows of the diagnostics page about one library: each reads what it needs by itself, so that each can fail alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from vrp.backend.domain.diagnostics import Action, Row, State
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import inspection, schema
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
    good = f"{len(report.checked)} checks passed" if not report.findings else ", ".join(report.checked)
    yield Row("Checked", good, action=Action.CHECK_HEALTH)


def database(paths: LibraryPaths) -> Iterator[Row]:
    place = schema.current_database(paths)
    facts = inspection.database_facts(place)
    known = schema.known_revisions()[-1]
    yield Row("Generation", place.parent.name)
    yield Row("SQLite", facts.version)
    yield Row("Revision", f"{facts.revision} of {known}", State.OK if facts.revision == known else State.WARN)
    yield Row("Journal", facts.journal, State.OK if facts.journal == "wal" else State.WARN)
    yield Row("Size", f"{size(facts.size)}, log {size(facts.wal)}, {facts.free_pages:,} of {facts.pages:,} pages free")


def database_check(opened: OpenLibrary) -> Iterator[Row]:
    """SQLite's own quick check; reads the whole file."""
    from vrp.backend.persistence import checks

    with opened.database.get_db_session("diagnostics") as session:
        faults = checks.integrity(session, deep=False)
        in_step = checks.search_is_in_step(session, deep=False)
    yield Row("Quick check", "; ".join(faults) or "ok", State.FAIL if faults else State.OK)
    told = "knows every recording" if in_step else "does not know every recording"
    yield Row("Search", told, State.OK if in_step else State.WARN, Action.REBUILD_SEARCH)


def library(paths: LibraryPaths) -> Iterator[Row]:
    facts = inspection.library_facts(schema.current_database(paths))
    hours = facts.seconds / 3600
    yield Row("Recordings", f"{facts.recordings - facts.deleted:,}", action=Action.CHECK_LIBRARY)
    yield Row("Recently Deleted", f"{facts.deleted:,}")
    yield Row("Audio", f"{size(facts.audio)}, {hours:,.1f} h")
    yield Row("History", f"{facts.entries:,} entries")
    yield _leftovers("Unfinished takes", paths.takes)
    yield _leftovers("Copies under way", paths.staging)


def _leftovers(name: str, folder: Path) -> Row:
    count = sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0
    return Row(name, str(count))


def backups(opened: OpenLibrary) -> Iterator[Row]:
    service = opened.backup
    if service is None:
        yield Row("Backups", "made with the server's own pg_dump", State.UNKNOWN)
        return
    yield Row("Folder", str(service.folder))
    same = service.on_the_same_disk()
    yield Row("Disk", "the same as the library's" if same else "another one", State.WARN if same else State.OK)
    try:
        snapshots = service.snapshots()
    except VrpError as fault:
        yield Row("Snapshots", f"{fault.code}: {fault.summary}", State.WARN, Action.BACK_UP)
        return
    if not snapshots:
        yield Row("Snapshots", "none yet", State.WARN, Action.BACK_UP)
        return
    newest = snapshots[-1]
    now = datetime.now(UTC)
    yield Row("Snapshots", str(len(snapshots)))
    yield Row("Newest", _ago(now - newest.facts.created_at), _fresh(now, newest.facts.created_at), Action.BACK_UP)
    proofs = [one.proof.at for one in snapshots if one.proof is not None]
    proven = _ago(now - max(proofs)) if proofs else "never"
    yield Row("Last proven", proven, _fresh(now, max(proofs)) if proofs else State.WARN, Action.PROVE_BACKUP)


def _fresh(now: datetime, moment: datetime) -> State:
    return State.OK if now - moment < _OLD else State.WARN


def _ago(span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    if minutes < 60:
        return f"{max(minutes, 0)} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{minutes // 1440} days ago"


def metrics(opened: OpenLibrary) -> Iterator[Row]:
    """What took the most time in this process."""
    for one in opened.monitor.snapshot()[:_TOLD]:
        times = f"{one.count:,} ×, mean {1000 * one.mean:.2f} ms, p95 {1000 * one.p95:.2f}, max {1000 * one.max:.1f}"
        yield Row(f"{one.kind} {one.name[:_WIDE]}", times)


def settings(opened: OpenLibrary) -> Iterator[Row]:
    """Every key with its value and where it comes from."""
    store = opened.store
    values = store.load().model_dump(mode="json")
    wrong = {problem.key: problem for problem in store.problems()}
    for key, source in store.sources().items():
        section, _, name = key.partition(".")
        state = State.WARN if key in wrong else State.OK
        note = f"; the file says {wrong[key].value}, which is not allowed" if key in wrong else ""
        yield Row(key, f"{values[section].get(name)} ({source}){note}", state, Action.OPEN_SETTINGS if note else "")
    if changed := values.get("shortcuts"):
        yield Row("shortcuts", f"{len(changed)} changed (file)")
