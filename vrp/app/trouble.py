"""When the library cannot be opened: what the window of that moment works with, and what the person decides there.

Nothing of it needs the library, so that it works where the database is broken, the disk full or the folder gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop

from vrp.backend import early_settings, paths
from vrp.backend.jobs.player import Player
from vrp.backend.jobs.recorder import Recorder
from vrp.backend.jobs.runner import JobRunner
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.diagnostics import DiagnosticsService
from vrp.ui.diagnostics.trouble_window import TroubleWindow
from vrp.ui.dialogs import Dialogs
from vrp.ui.theme import Scheme, Theme
from vrp.ui.wishes import RestoreWish

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.services.health import HealthService
    from vrp.backend.services.support_bundle import SupportBundle
    from vrp.backend.store.folder import BackupStore
    from vrp.ui.diagnostics.remedies import SoundCheck


@dataclass(frozen=True, slots=True)
class ClosedLibrary:
    """What can be offered without a library that is open."""

    paths: LibraryPaths
    runner: JobRunner
    dialogs: Dialogs
    diagnostics: DiagnosticsService
    health: HealthService | None = None
    sound_check: SoundCheck | None = None

    def store(self) -> BackupStore:
        from vrp.backend.services.places import chosen_folder
        from vrp.backend.store.folder import BackupStore

        return BackupStore(chosen_folder(self.paths, early_settings.text(_written(), "backup.folder")))

    def support_bundle(self) -> SupportBundle:
        from vrp.backend.services.support_bundle import SupportBundle

        return SupportBundle(self.diagnostics)


def _sound_check(folder: Path) -> tuple[Recorder, Player]:
    return Recorder(folder), Player()


def _written() -> dict[str, Any]:
    return early_settings.read(paths.settings_file())


def closed_library(fault: VrpError, library: LibraryPaths, dialogs: Dialogs | None = None) -> ClosedLibrary:
    """What there is although ``fault`` keeps the library closed."""
    diagnostics = DiagnosticsService(library, fault=fault)
    return ClosedLibrary(library, JobRunner(), dialogs or Dialogs(), diagnostics, sound_check=_sound_check)


def ask(fault: VrpError, library: LibraryPaths) -> tuple[bool, RestoreWish | None]:
    """Show it until the person has decided: whether to try again, and what is to be restored before."""
    theme = Theme(Scheme.SYSTEM)
    parts, loop = closed_library(fault, library), QEventLoop()
    window = TroubleWindow(fault, parts)
    window.decided.connect(loop.quit)
    window.show()
    loop.exec()
    parts.runner.shutdown()
    theme.deleteLater()
    return window.again, window.wish
