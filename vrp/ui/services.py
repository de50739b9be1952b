"""What the window works with: handed in by the composition root, replaced one by one in tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window opens before the heavy ones of these are imported
    from vrp.backend.domain.progress import Progress
    from vrp.backend.jobs.player import Player
    from vrp.backend.jobs.recorder import Recorder
    from vrp.backend.jobs.runner import JobRunner
    from vrp.backend.logs.tail import Tail
    from vrp.backend.paths import LibraryPaths
    from vrp.backend.services.backup import BackupService
    from vrp.backend.services.diagnostics import DiagnosticsService
    from vrp.backend.services.erasing import ErasureService
    from vrp.backend.services.exporting import ExportService
    from vrp.backend.services.health import HealthService
    from vrp.backend.services.importing import ImportService
    from vrp.backend.services.library import LibraryService
    from vrp.backend.services.restoring_audio import RestoreReport
    from vrp.backend.services.restoring_recordings import RecordingRestoreService
    from vrp.backend.services.revising import RevisionService
    from vrp.backend.services.scrubbing import ScrubService
    from vrp.backend.services.support_bundle import SupportBundle
    from vrp.backend.services.takes import TakeService
    from vrp.backend.services.verification import VerificationService
    from vrp.backend.services.waveforms import WaveformService
    from vrp.backend.settings_store import SettingsStore
    from vrp.backend.store.folder import BackupStore
    from vrp.ui.dialogs import Dialogs


def _nothing() -> None:
    """The library is open already."""


class Services(NamedTuple):
    """The window calls services only inside jobs of ``runner``; ``recorder`` and ``player`` answer by signals."""

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
    runner: JobRunner
    recorder: Recorder
    player: Player
    settings: SettingsStore
    paths: LibraryPaths
    dialogs: Dialogs
    records: Tail  # the newest log records, in memory
    diagnostics: Callable[[], DiagnosticsService]  # the one of this window; its slow rows are found out in jobs
    sound_check: Callable[[Path], tuple[Recorder, Player]] | None = None  # for a test take in a folder of its own
    safe: bool = False  # safe mode: the window says so
    open_library: Callable[[], None] = _nothing  # called once, in a job, after the first paint

    def store(self) -> BackupStore:
        """The backup folder of this library."""
        from vrp.backend.store.folder import BackupStore

        return BackupStore(self.backup.folder)

    def usable_store(self) -> BackupStore | None:
        """The backup folder, where it can be used."""
        from vrp.backend.errors import BackupFault

        store = self.store()
        try:
            store.check()
        except BackupFault:
            return None
        return store

    def check_move(self, target: Path) -> None:
        """Raises what speaks against moving the library there; called in a job."""
        from vrp.backend.services import moving

        moving.check(self.paths, target)

    def remove_former(self, progress: Progress) -> int:
        """Empty the place from which the library was moved here; called in a job."""
        from vrp.backend.services import moving

        return moving.remove_former(self.paths.root, progress)

    def support_bundle(self) -> SupportBundle:
        """What goes into one file for a supporter; called in a job."""
        from vrp.backend.services.support_bundle import SupportBundle

        return SupportBundle(self.diagnostics(), self.records)

    def can_undo_restore(self) -> bool:
        from vrp.backend.services import restoring, server_restoring

        address = self.library.database.address
        return restoring.can_undo(self.paths) if isinstance(address, Path) else server_restoring.can_undo(address)

    def restore_into(self, snapshot: str, folder: Path, progress: Progress) -> RestoreReport:
        """Make a library of its own in an empty folder; called in a job."""
        from vrp.backend.paths import LibraryPaths
        from vrp.backend.services import restoring

        return restoring.restore(self.store(), snapshot, LibraryPaths(folder), new_folder=True, progress=progress)
