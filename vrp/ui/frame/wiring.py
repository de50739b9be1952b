"""Who hears what of whom in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from vrp.backend.domain.diagnostics import Action
from vrp.ui import messages
from vrp.ui.actions import ActionId

if TYPE_CHECKING:
    from vrp.ui.main_window import MainWindow


def _connect_library(window: MainWindow) -> None:
    table = window.library.table
    window.model.failed.connect(window.on_page_failed)
    window.commands.failed.connect(window.on_page_failed)
    table.play_requested.connect(window.playback.play)
    table.selection_changed.connect(window.on_selection)
    table.customContextMenuRequested.connect(lambda at: window.commands.context_menu(window.actions_, at))
    window.places.import_wanted.connect(window.importing.choose_files)
    window.places.shown.connect(window.states.update)
    window.edits.revised.connect(lambda _rows: window.states.update())
    window.closed.connect(window.places.stop)
    for signal in (
        window.recording.kept,
        window.recording.recovered,
        window.importing.imported,
        window.importing.interrupted,
        window.backups.restored,
        window.backups.tidied,
    ):
        signal.connect(window.places.count_again)


def connect(window: MainWindow) -> None:
    _connect_library(window)
    table = window.library.table
    window.details.made.connect(window.panes.put_in_order)
    window.edits.gone.connect(window.playback.forget)
    window.edits.revised.connect(window.playback.show_revised)
    window.recording.state_changed.connect(window.states.update)
    window.record_bar.phase_changed.connect(window.show_title)
    window.recording.kept.connect(window.commands.take_kept)
    window.recording.recovered.connect(window.commands.show_recovered)
    window.recording.play_requested.connect(window.play_from_message)
    window.recording.discard_requested.connect(window.edits.delete)
    window.recording.settled.connect(window.closing.go_on)
    window.tray.quit_wanted.connect(window.closing.leave)
    for signal in (window.recording.state_changed, window.recording.settled):
        signal.connect(lambda *_: _show_take(window))
    window.drops.dropped.connect(window.importing.run)
    window.messages.posted.connect(window.notices.on_message)
    for place in (window.messages, window.tasks):
        place.details_wanted.connect(lambda text: window.services.dialogs.show_details(window, text))
    window.importing.imported.connect(window.commands.show_imported)
    window.importing.interrupted.connect(window.model.refresh)
    window.backups.wished.connect(window.leave_with)
    window.moving.wished.connect(window.leave_with)
    window.backups.restored.connect(window.commands.show_imported)
    window.backups.tidied.connect(window.model.refresh)
    window.exporting.erased.connect(window.edits.forget)
    window.playback.playing_changed.connect(table.show_playing)
    window.playback.state_changed.connect(window.states.update)
    window.services.runner.job_started.connect(window.on_job)
    window.actions_.keys_changed.connect(window.show_keys)
    window.library.empty.offer(window.actions_[ActionId.RECORD])
    window.chip.pressed.connect(window.show_tasks)
    window.theme.changed.connect(window.on_theme)
    window.help.keys_wanted.connect(lambda: window.settings.open(window.actions_, "Keyboard"))
    window.live.failed.connect(lambda error: window.messages.post(messages.from_error("settings", error)))
    _connect_diagnostics(window)


def _show_take(window: MainWindow) -> None:
    """The button that began the first take goes with the empty page: the one that ends it has the focus then."""
    focus = QApplication.focusWidget()
    was_there = focus is not None and window.library.empty.isAncestorOf(focus)
    window.library.show_take(window.recording.is_busy)
    if was_there and window.recording.is_running:
        window.record_bar.button.setFocus()


def _connect_diagnostics(window: MainWindow) -> None:
    room = window.diagnostics
    room.offer(
        {
            Action.CHECK_LIBRARY: window.verifying.run,
            Action.BACK_UP: window.backups.run,
            Action.OPEN_SETTINGS: lambda: window.settings.open(window.actions_),
        }
    )
    window.began.connect(room.start)
    window.tasks.log_wanted.connect(room.show_log_of)
    window.closed.connect(room.remember)
    room.counted.connect(window.states.show_findings)
    for place in (ActionId.SHOW_LIBRARY, ActionId.SHOW_TRASH):
        window.actions_[place].triggered.connect(room.hide)
