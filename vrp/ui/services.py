"""What the window works with: handed in by the composition root, replaced one by one in tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window opens before the heavy ones of these are imported
    from vrp.backend.jobs.player import Player
    from vrp.backend.jobs.recorder import Recorder
    from vrp.backend.jobs.runner import JobRunner
    from vrp.backend.paths import LibraryPaths
    from vrp.backend.services.health import HealthService
    from vrp.backend.services.importing import ImportService
    from vrp.backend.services.library import LibraryService
    from vrp.backend.services.takes import TakeService
    from vrp.backend.services.verification import VerificationService
    from vrp.backend.services.waveforms import WaveformService
    from vrp.backend.settings import SettingsStore
    from vrp.ui.dialogs import Dialogs


@dataclass(frozen=True, slots=True)
class Services:
    """The window calls services only inside jobs of ``runner``; ``recorder`` and ``player`` answer by signals."""

    library: LibraryService
    importing: ImportService
    takes: TakeService
    waveforms: WaveformService
    verification: VerificationService
    health: HealthService
    runner: JobRunner
    recorder: Recorder
    player: Player
    settings: SettingsStore
    paths: LibraryPaths
    dialogs: Dialogs
