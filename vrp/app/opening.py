"""Opens a library: what every command needs, in the order in which it starts.

Settings → the library's folder → its lock → the database (made or upgraded if that is due) → the log file → the
services. Everything ends in reverse.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import vrp
from vrp.backend import files, known_libraries, paths
from vrp.backend.errors import DatabaseUnsupported, LibraryFault, LibraryInUse, SettingInvalid, VrpError
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths
from vrp.backend.phrases import Phrase

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

    from vrp.backend.domain.recordings import Recording
    from vrp.backend.domain.retention import RetentionPolicy
    from vrp.backend.metrics import PerformanceMonitor
    from vrp.backend.persistence.database import Database
    from vrp.backend.services.backup import BackupService
    from vrp.backend.services.erasing import ErasureService
    from vrp.backend.services.exporting import ExportService
    from vrp.backend.services.health import HealthService
    from vrp.backend.services.import_batches import Probe
    from vrp.backend.services.importing import ImportService
    from vrp.backend.services.library import LibraryService
    from vrp.backend.services.restoring_recordings import RecordingRestoreService
    from vrp.backend.services.revising import RevisionService
    from vrp.backend.services.scrubbing import ScrubService
    from vrp.backend.services.takes import TakeService
    from vrp.backend.services.verification import VerificationService
    from vrp.backend.services.waveforms import WaveformService
    from vrp.backend.settings import Settings
    from vrp.backend.settings_store import SettingsStore


_TOLD: Final = 12  # of what took the most time, when a library is closed


class Backend(NamedTuple):
    """One open library: its services, without Qt."""

    paths: LibraryPaths
    store: SettingsStore
    settings: Settings
    database: Database
    monitor: PerformanceMonitor
    library: LibraryService
    importing: ImportService
    takes: TakeService
    waveforms: WaveformService
    verification: VerificationService
    health: HealthService
    backup: BackupService
    restoring: RecordingRestoreService
    revising: RevisionService
    scrubbing: ScrubService
    exporting: ExportService
    erasing: ErasureService
    writable: bool


class Opening(NamedTuple):
    """How to open a library: ``folder`` from the command line, ``wait`` in seconds for whoever holds it.

    ``forgiving`` opens although a setting in the file is wrong: the window can name it and offers to reset it.
    ``safe`` opens with the default settings in place of the person's, and nothing that begins by itself.
    ``imports``: files are to come in at once, so that what examines them loads while the library is opened.
    ``apart``: imports run in a process of their own, so that they never keep a window waiting.
    """

    folder: str | None = None
    wait: float = 5.0
    write: bool = True
    forgiving: bool = False
    safe: bool = False
    imports: bool = False
    apart: bool = False


@contextlib.contextmanager
def open_backend(opening: Opening) -> Iterator[Backend]:
    """Open the library, making or upgrading it where that is due. Raises `LibraryFault` or `SettingInvalid`.

    Reading needs no lock, so that a list can be had while the window is open.
    """
    import structlog

    from vrp.backend.audio.probe import AudioProbe
    from vrp.backend.logs import setup  # with the settings a tenth of a second: after the window's first paint
    from vrp.backend.settings_store import SettingsStore

    os.umask(0o077)
    store = SettingsStore(paths.settings_file(), forgiving=opening.forgiving, safe=opening.safe)
    setup.LoggingConfig().install()  # what goes wrong with the settings is logged too
    settings = store.load()
    config = setup.LoggingConfig(
        level=settings.logs.level, max_file_mb=settings.logs.max_file_mb, files=settings.logs.files
    )
    config.install()
    elsewhere = _database_override()
    recorder = paths.recorder_name() if server_address() is not None else ""
    library = LibraryPaths(_place(opening.folder, store), recorder)
    settings = store.load()  # the end of a move that was cut off changes them
    with contextlib.ExitStack() as stack:
        probe = stack.enter_context(AudioProbe())
        if opening.imports:
            probe.start()
        lock = stack.enter_context(FileLock(library.lock))
        with files.translated(library.root):
            database = _open_folder(library, opening, lock, elsewhere, _store_folder(library, settings))
        stack.enter_context(config.written_to(library.logs, _identity(library)))
        structlog.get_logger().info("library_opened", version=vrp.__version__, writable=lock.held, safe=opening.safe)
        services = _services(library, database, store, settings, probe, lock, apart=opening.apart)
        backend = stack.enter_context(services)
        try:
            yield backend
        except (VrpError, BrokenPipeError):
            raise
        except Exception:  # logged while there is a log; whoever opened the library tells the person
            structlog.get_logger().exception("uncaught")
            raise


def _place(folder: str | None, store: SettingsStore) -> Path:
    """Where the library lies, also when it is being moved or such a move was cut off."""
    root = paths.library_folder(folder, store.load().storage.folder)
    if not paths.moves_file().exists():
        return root
    from vrp.backend.services import moving

    return moving.find(root, store)


def _open_folder(
    library: LibraryPaths, opening: Opening, lock: FileLock, elsewhere: Path | URL | None, store_folder: Path
) -> Path | URL:
    """The live database, with the lock held where something is to be written."""
    from vrp.backend.persistence import schema
    from vrp.backend.services import upgrade

    if not opening.write and (ready := _ready(library, elsewhere)):
        if _needs_care(library):
            with contextlib.suppress(LibraryFault):  # somebody works on it now, or it may only be read
                lock.acquire()
        return ready
    schema.check_folder(library)
    files.make_private_folder(library.root)
    files.make_private_folder(library.own)
    if not lock.acquire(wait=opening.wait):
        raise LibraryInUse(path=library.root, holder=lock.holder().phrase)
    if elsewhere is None:
        return upgrade.prepare(library, store_folder)
    upgrade.prepare_elsewhere(library, elsewhere, store_folder)
    return elsewhere


def _ready(library: LibraryPaths, elsewhere: Path | URL | None) -> Path | URL | None:
    """The database, where it can be opened as it is."""
    from vrp.backend.persistence import schema

    if elsewhere is None or isinstance(elsewhere, Path):
        return schema.ready_database(library, elsewhere)
    from vrp.backend.persistence import server

    return elsewhere if server.is_ready(elsewhere) else None


def _needs_care(library: LibraryPaths) -> bool:
    """Whether a program that died left a take or copies behind."""
    return any(any(folder.glob("*")) for folder in (library.takes, library.staging))


def server_address() -> URL | None:
    """The PostgreSQL database of the environment, if any. Raises `DatabaseUnsupported`."""
    elsewhere = _database_override()
    return None if elsewhere is None or isinstance(elsewhere, Path) else elsewhere


def _database_override() -> Path | URL | None:
    """The SQLite file or the PostgreSQL database that ``VRP_DATABASE_URL`` or ``DATABASE_URL`` names."""
    url = os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if not url:
        return None
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # the second for a port that is no number
        raise DatabaseUnsupported(path="(DATABASE_URL)", reason=Phrase("it is not a database address")) from None
    if parsed.get_backend_name() in ("postgresql", "postgres") and parsed.database:
        return parsed
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        shown = parsed.set(query={}).render_as_string(hide_password=True)
        raise DatabaseUnsupported(path=shown, reason=Phrase("only an SQLite file or PostgreSQL can hold a library"))
    return Path(str(parsed.database)).absolute()


@contextlib.contextmanager
def _services(
    library: LibraryPaths,
    address: Path | URL,
    store: SettingsStore,
    settings: Settings,
    probe: Probe,
    lock: FileLock,
    *,
    apart: bool,
) -> Iterator[Backend]:
    import structlog

    from vrp.backend.domain.queries import LibraryQuery
    from vrp.backend.metrics import PerformanceMonitor
    from vrp.backend.persistence.database import Database
    from vrp.backend.services.erasing import ErasureService
    from vrp.backend.services.exporting import ExportService
    from vrp.backend.services.health import HealthService
    from vrp.backend.services.library import LibraryService
    from vrp.backend.services.restoring_recordings import RecordingRestoreService
    from vrp.backend.services.revising import RevisionService
    from vrp.backend.services.scrubbing import ScrubService
    from vrp.backend.services.takes import TakeService
    from vrp.backend.services.verification import VerificationService
    from vrp.backend.services.waveforms import WaveformService

    monitor = PerformanceMonitor()
    database = Database(address, monitor=monitor, slow_ms=settings.logs.slow_query_ms)
    verification = VerificationService(database, library, notes=lock.held)
    service = LibraryService(database, library)
    backup = _backup(library, address, settings, monitor)
    try:
        yield Backend(
            paths=library,
            store=store,
            settings=settings,
            database=database,
            monitor=monitor,
            library=service,
            importing=_importing(database, library, probe, settings, lock if apart else None),
            takes=TakeService(database, library, title_pattern=lambda: _title_pattern(store)),
            waveforms=WaveformService(library),
            verification=verification,
            health=HealthService(database, library, verification, backup),
            restoring=RecordingRestoreService(database, library),
            revising=RevisionService(database, library),
            erasing=ErasureService(database, library, _policy(settings)),
            exporting=ExportService(database, library),
            scrubbing=ScrubService(database, library),
            backup=backup,
            writable=lock.held,
        )
    finally:
        with contextlib.suppress(Exception):  # the note is a convenience; closing must go on whatever happened before
            if service.page(LibraryQuery(), 0, 1).total:
                known_libraries.remember(library.root)
        database.close()
        for one in monitor.snapshot()[:_TOLD]:
            structlog.get_logger().info("performance", **{key: _shown(value) for key, value in asdict(one).items()})


def _importing(
    database: Database, library: LibraryPaths, probe: Probe, settings: Settings, lock: FileLock | None
) -> ImportService:
    """With the ``lock`` of the library, in a process of its own; on Windows a lock cannot be shared with one."""
    limit = settings.imports.max_file_mb
    if lock is None or sys.platform == "win32":
        from vrp.backend.services.importing import ImportService

        return ImportService(database, library, probe, max_file_mb=limit)
    from vrp.backend.services.import_process import ImportProcess

    return ImportProcess(database, library, probe, max_file_mb=limit, lock=lock)


def _backup(
    library: LibraryPaths, address: Path | URL, settings: Settings, monitor: PerformanceMonitor
) -> BackupService:
    from vrp.backend.services.backup import BackupService
    from vrp.backend.services.places import chosen_folder

    folder = chosen_folder(library, settings.backup.folder)
    return BackupService(address, library, folder, _policy(settings), monitor=monitor)


def _policy(settings: Settings) -> RetentionPolicy:
    from vrp.backend.domain.retention import RetentionPolicy

    kept = settings.backup
    return RetentionPolicy(kept.keep_daily, kept.keep_weekly, kept.keep_monthly)


def _title_pattern(store: SettingsStore) -> str:
    """A take is kept whatever somebody wrote into the settings meanwhile."""
    from vrp.backend.domain import titles

    try:
        return store.load().audio.title_pattern
    except SettingInvalid:
        return titles.DEFAULT


def _store_folder(library: LibraryPaths, settings: Settings) -> Path:
    """The backup folder: that of the settings, else the one beside the library."""
    from vrp.backend.services.places import chosen_folder

    return chosen_folder(library, settings.backup.folder)


def library_place(folder: str | None) -> tuple[LibraryPaths, Settings]:
    """Where the library is or was, and the settings, without opening it. Raises `SettingInvalid`."""
    from vrp.backend.logs import setup
    from vrp.backend.settings_store import SettingsStore

    os.umask(0o077)
    store = SettingsStore(paths.settings_file())
    setup.LoggingConfig(level=store.load().logs.level).install()
    return LibraryPaths(_place(folder, store)), store.load()


def _identity(library: LibraryPaths) -> bytes:
    """What tells this library from others, where it can be read."""
    with contextlib.suppress(OSError):
        return library.identity.read_bytes()
    return os.fsencode(library.root)


def _shown(value: object) -> object:
    """Seconds to the hundredth of a millisecond."""
    return round(value, 5) if isinstance(value, float) else value


def tidy(backend: Backend) -> tuple[Recording, ...]:
    """What a start does for a library whose program died: leftovers go, unfinished takes become recordings."""
    from vrp.backend.persistence import schema
    from vrp.backend.services import moving, stale_sidecars
    from vrp.backend.services.clock import utc_now

    backend.importing.collect_leftovers()
    schema.drop_old_generations(backend.paths, utc_now())
    stale_sidecars.refresh_sidecars(backend.paths)
    moving.remove_former(backend.paths.root)
    return backend.takes.recover()
