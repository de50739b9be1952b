"""What the window makes after its first paint, in steps between which it answers: flows, commands, who hears whom.

Nothing of it is seen at first, and what it imports would cost a third of the start.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrp.ui.library.parts import LibraryParts
    from vrp.ui.main_window import MainWindow


def second_stage(window: MainWindow) -> Iterator[None]:
    """Each step takes some milliseconds."""
    for step in (
        _make_library, _make_recording, _make_playback, _make_backups, _make_other_keeping, _make_diagnostics,
        _make_settings, _make_details, _make_frame, _make_actions, _draw_icons, _make_states,
    ):  # fmt: skip
        step(window)
        yield
    from vrp.ui.frame.wiring import connect

    connect(window)


def _make_library(window: MainWindow) -> None:
    from vrp.ui.library.commands import LibraryCommands
    from vrp.ui.library.edits import LibraryEdits
    from vrp.ui.library.places_flow import PlacesFlow
    from vrp.ui.library.preparing import Preparing

    window.edits = LibraryEdits(window.services, window.model, window.messages, window)
    window.commands = LibraryCommands(_parts(window))
    window.places = PlacesFlow(_parts(window), window.commands)
    window.preparing = Preparing(window.services, window.model, window.library.search, window)


def _parts(window: MainWindow) -> LibraryParts:
    from vrp.ui.library.parts import LibraryParts

    return LibraryParts(
        window.services, window.model, window.library, window.sidebar, window.details, window.edits, window.messages,
        window,
    )  # fmt: skip


def _make_recording(window: MainWindow) -> None:
    from vrp.ui.sound.recording_flow import RecordingFlow

    window.recording = RecordingFlow(window.services, window.record_bar, window.messages, window)


def _make_playback(window: MainWindow) -> None:
    from vrp.ui.sound.playback_flow import PlaybackFlow

    window.playback = PlaybackFlow(window.services, window.player_bar, window.messages, window)


def _make_backups(window: MainWindow) -> None:
    from vrp.ui.keeping.backup_flow import BackupFlow

    window.backups = BackupFlow(window.services, window.messages, window)
    window.statusBar().addPermanentWidget(window.backups.proof)


def _make_other_keeping(window: MainWindow) -> None:
    from vrp.ui.frame.drop_target import DropTarget
    from vrp.ui.keeping.export_flow import ExportFlow
    from vrp.ui.keeping.import_flow import ImportFlow
    from vrp.ui.keeping.move_flow import MoveFlow
    from vrp.ui.keeping.verify_flow import VerifyFlow
    from vrp.ui.library.history_flow import HistoryFlow

    services, bar = window.services, window.messages
    window.importing = ImportFlow(services, bar, window)
    window.drops = DropTarget(window)
    window.exporting = ExportFlow(services, bar, window)
    window.history = HistoryFlow(services, bar, window)
    window.verifying = VerifyFlow(services, bar, window)
    window.moving = MoveFlow(services, bar, window)


def _make_diagnostics(window: MainWindow) -> None:
    from vrp.ui.diagnostics.room import DiagnosticsRoom

    window.diagnostics = DiagnosticsRoom(window.services, window, window.pages, window.messages, window.state.kept)
    window.statusBar().addPermanentWidget(window.diagnostics.badge)


def _make_settings(window: MainWindow) -> None:
    from vrp.ui.help_flow import HelpFlow
    from vrp.ui.settings.flow import SettingsFlow
    from vrp.ui.settings.live import LiveSettings

    window.live = LiveSettings(window.services, window)
    window.settings = SettingsFlow(window.live, window.services, window.moving, window)
    window.help = HelpFlow(window.services.dialogs, window)


def _make_details(window: MainWindow) -> None:
    from vrp.ui.library.details_flow import DetailsFlow

    window.detailing = DetailsFlow(_parts(window), window.commands)


def _make_frame(window: MainWindow) -> None:
    from vrp.ui.frame.closing import Closing
    from vrp.ui.frame.notices import Notices
    from vrp.ui.frame.panes import Panes
    from vrp.ui.frame.tray import Tray
    from vrp.ui.tasks import TaskChip, TaskPanel

    window.chip = TaskChip(window)
    window.statusBar().addPermanentWidget(window.chip)
    window.tasks = TaskPanel(window)
    window.tray = Tray(window.services.recorder, window)
    window.closing = Closing(window.services, window.recording, window.chip, window.tray, window)
    window.notices = Notices(window)
    window.panes = Panes(window, window.each_pane)


def _make_actions(window: MainWindow) -> None:
    from vrp.ui.actions import Scope
    from vrp.ui.frame.handlers import handlers
    from vrp.ui.menus import Actions
    from vrp.ui.submenus import add_submenus

    table, waveform = window.library.table, window.player_bar.waveform
    window.actions_ = Actions(window, handlers(window))
    window.actions_.fill(window.menus)
    add_submenus(window.menus, window.actions_, table, window.record_bar.device, window.player_bar.speed)
    window.actions_.put_keys_on(table, (Scope.LIBRARY, Scope.PLAYBACK))
    window.actions_.put_keys_on(waveform, (Scope.PLAYBACK,))


def _draw_icons(window: MainWindow) -> None:
    from vrp.ui.icons import application_icon

    window.setWindowIcon(application_icon())
    window.on_theme()


def _make_states(window: MainWindow) -> None:
    from vrp.ui.command_states import CommandStates
    from vrp.ui.settings.effects import SettingEffects

    table = window.library.table
    window.states = CommandStates(
        window.actions_,
        recorder=window.services.recorder,
        recording=window.recording,
        playback=window.playback,
        model=window.model,
        table=table,
        stack=window.edits.stack,
    )
    SettingEffects(
        window.live,
        window.services,
        theme=window.theme,
        actions=window.actions_,
        recording=window.recording,
        playback=window.playback,
        table=table,
        tray=window.tray,
    )
