"""What each command of the table does in the main window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from vrp.ui.actions import ActionId
from vrp.ui.library.places import Place
from vrp.ui.sound.playback_flow import SKIP
from vrp.ui.theme import Scheme

if TYPE_CHECKING:
    from vrp.ui.main_window import MainWindow


def handlers(window: MainWindow) -> dict[ActionId, Callable[[], object]]:
    table = window.library.table
    return {
        ActionId.IMPORT_FILES: window.importing.choose_files,
        ActionId.IMPORT_FOLDER: window.importing.choose_folder,
        ActionId.EXPORT: lambda: window.commands.with_selected(window.exporting.export),
        ActionId.SHOW_FILE: window.commands.show_file,
        ActionId.BACK_UP: window.backups.run,
        ActionId.RESTORE_BACKUP: window.backups.choose,
        ActionId.CLOSE: window.close,
        ActionId.QUIT: window.closing.leave,
        ActionId.UNDO: window.edits.stack.undo,
        ActionId.REDO: window.edits.stack.redo,
        ActionId.RENAME: table.rename_current,
        ActionId.DELETE: window.commands.delete,
        ActionId.RESTORE: window.commands.restore,
        ActionId.PURGE: window.commands.purge,
        ActionId.ERASE: lambda: window.commands.with_selected(window.exporting.erase),
        ActionId.FAVOURITE: window.commands.toggle_favourite,
        ActionId.EDIT_TAGS: lambda: _edit_tags(window),
        ActionId.COPY: window.commands.copy,
        ActionId.SELECT_ALL: table.selectAll,
        ActionId.FIND: lambda: _find(window),
        ActionId.FIND_NEXT: window.library.find_next,
        ActionId.SETTINGS: lambda: window.settings.open(window.actions_),
        ActionId.SHOW_LIBRARY: lambda: window.sidebar.go(Place.LIBRARY),
        ActionId.SHOW_TRASH: lambda: window.sidebar.go(Place.TRASH),
        ActionId.SHOW_TASKS: window.show_tasks,
        ActionId.DETAILS: lambda: window.show_details(window.actions_[ActionId.DETAILS].isChecked()),
        ActionId.REFRESH: window.places.refresh,
        ActionId.SCHEME_SYSTEM: lambda: _choose_scheme(window, Scheme.SYSTEM),
        ActionId.SCHEME_LIGHT: lambda: _choose_scheme(window, Scheme.LIGHT),
        ActionId.SCHEME_DARK: lambda: _choose_scheme(window, Scheme.DARK),
        ActionId.SCHEME_CONTRAST: lambda: _choose_scheme(window, Scheme.CONTRAST),
        ActionId.NEXT_PANE: window.panes.next,
        ActionId.PREVIOUS_PANE: window.panes.previous,
        ActionId.FULL_SCREEN: lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen),
        ActionId.ZOOM_IN: window.player_bar.waveform.zoom_in,
        ActionId.ZOOM_OUT: window.player_bar.waveform.zoom_out,
        ActionId.ZOOM_ALL: window.player_bar.waveform.zoom_all,
        ActionId.RECORD: window.recording.toggle,
        ActionId.PAUSE_RECORDING: window.recording.toggle_pause,
        ActionId.PLAY: window.playback.toggle,
        ActionId.BACK: lambda: window.playback.skip(-SKIP),
        ActionId.FORWARD: lambda: window.playback.skip(SKIP),
        ActionId.PREVIOUS: lambda: _go_to_neighbour(window, -1),
        ActionId.NEXT: lambda: _go_to_neighbour(window, 1),
        ActionId.SLOWER: lambda: window.playback.faster(-1),
        ActionId.FASTER: window.playback.faster,
        ActionId.MUTE: window.playback.toggle_mute,
        ActionId.HISTORY: lambda: window.commands.with_selected(window.history.show),
        ActionId.VERIFY: window.verifying.run,
        ActionId.HEALTH: window.diagnostics.health.run,
        ActionId.DIAGNOSTICS: window.diagnostics.toggle,
        ActionId.LOG: window.diagnostics.toggle_log,
        ActionId.SUPPORT_BUNDLE: window.diagnostics.save_bundle,
        ActionId.SCRUB: window.backups.scrub,
        ActionId.USER_MANUAL: window.help.manual,
        ActionId.SHORTCUTS: lambda: window.help.keys(window.actions_.keymap),
        ActionId.REPORT_PROBLEM: window.help.report,
        ActionId.ABOUT: window.help.about,
    }


def _find(window: MainWindow) -> None:
    if not window.diagnostics.find():
        window.library.focus_search()


def _edit_tags(window: MainWindow) -> None:
    window.show_details(True)
    window.detailing.edit_tags()


def _go_to_neighbour(window: MainWindow, by: int) -> None:
    """The recording above or below; it plays if one plays."""
    table, playing = window.library.table, window.playback.is_playing
    row = table.currentIndex().row() + by
    if 0 <= row < window.model.rowCount():
        table.selectRow(row)
        if playing and (recording := table.current) is not None:
            window.playback.play(recording)


def _choose_scheme(window: MainWindow, scheme: Scheme) -> None:
    window.theme.choose(scheme)
    window.live.set({"appearance.scheme": scheme.value})
