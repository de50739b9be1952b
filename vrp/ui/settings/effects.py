"""What a setting does when it changes while the window is open: each takes effect at once, where it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vrp.ui.keymap import Keymap
from vrp.ui.theme import Theme, scheme_named

if TYPE_CHECKING:
    from collections.abc import Collection

    from vrp.backend.settings import Settings
    from vrp.ui.frame.tray import Tray
    from vrp.ui.library.table import LibraryTable
    from vrp.ui.menus import Actions
    from vrp.ui.services import Services
    from vrp.ui.settings.live import LiveSettings
    from vrp.ui.sound.playback_flow import PlaybackFlow
    from vrp.ui.sound.recording_flow import RecordingFlow


class SettingEffects(QObject):
    """Hands changed settings to the parts that they are about."""

    def __init__(
        self,
        live: LiveSettings,
        services: Services,
        *,
        theme: Theme,
        actions: Actions,
        recording: RecordingFlow,
        playback: PlaybackFlow,
        table: LibraryTable,
        tray: Tray,
    ) -> None:
        super().__init__(live)
        self._live = live
        self._services = services
        self._theme = theme
        self._actions = actions
        self._recording = recording
        self._playback = playback
        self._table = table
        self._tray = tray
        live.begun.connect(self._begin)
        live.changed.connect(self._on_changed)

    def _begin(self) -> None:
        """The parts that need a setting to begin have read it themselves; the look and the keys have not."""
        self._on_changed(("shortcuts.", "appearance.scheme"))

    def _on_changed(self, keys: Collection[str]) -> None:
        if self._live.snapshot is None:
            return
        settings, changed = self._live.snapshot.settings, {key.partition(".")[0] for key in keys}
        if "shortcuts" in changed:
            self._actions.use(Keymap(settings.shortcuts))
        if "appearance" in changed:
            self._change_look(settings)
        if "audio" in changed:
            self._recording.use(settings)
        self._table.show_days(settings.storage.keep_deleted_days)
        if "playback.volume" in keys:
            self._playback.show_volume(settings.playback.volume)
        if "playback.device" in keys:
            self._services.player.set_output(settings.playback.device)
        if "imports" in changed:
            self._services.importing.max_file_mb = settings.imports.max_file_mb
        if "backup" in changed:
            self._change_backups(settings)
        if "logs" in changed:
            self._change_logs(settings)

    def _change_look(self, settings: Settings) -> None:
        if settings.appearance.scheme != self._theme.scheme:
            self._theme.choose(scheme_named(settings.appearance.scheme))
        self._playback.reduce_motion(settings.appearance.reduced_motion)
        self._tray.use(settings.appearance.tray)

    def _change_logs(self, settings: Settings) -> None:
        from vrp.backend.logs.setup import use_level

        use_level(settings.logs.level)
        self._services.library.database.slow_ms = settings.logs.slow_query_ms

    def _change_backups(self, settings: Settings) -> None:
        from vrp.backend.domain.retention import RetentionPolicy
        from vrp.backend.services.places import chosen_folder

        backup, kept = self._services.backup, settings.backup
        backup.folder = chosen_folder(self._services.paths, kept.folder)
        backup.policy = RetentionPolicy(kept.keep_daily, kept.keep_weekly, kept.keep_monthly)
