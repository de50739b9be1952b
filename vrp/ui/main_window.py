"""The one window: its parts side by side, its menus, and what closing it means.

The parts show and ask; the flows do. This file joins them and keeps no state of its own beyond which place is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QSplitter, QVBoxLayout, QWidget

from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.takes import RecorderState
from vrp.ui import messages, names, texts
from vrp.ui.about import about_dialog, shortcuts_dialog
from vrp.ui.actions import ActionId, Actions, Scope
from vrp.ui.backup_flow import BackupFlow, RestoreWish
from vrp.ui.empty_state import EmptyReason
from vrp.ui.export_flow import ExportFlow
from vrp.ui.health_flow import HealthFlow
from vrp.ui.history_flow import HistoryFlow
from vrp.ui.icons import application_icon, icon
from vrp.ui.import_flow import ImportFlow
from vrp.ui.library_edits import LibraryEdits
from vrp.ui.library_model import LibraryModel
from vrp.ui.library_view import LibraryPane
from vrp.ui.message_bar import MessageAction, MessageBar
from vrp.ui.playback_flow import SKIP, PlaybackFlow
from vrp.ui.player_bar import PlayerBar
from vrp.ui.record_bar import RecordBar
from vrp.ui.recording_flow import RecordingFlow
from vrp.ui.sidebar import Place, Sidebar
from vrp.ui.tasks import TaskChip, TaskPanel
from vrp.ui.theme import Scheme, Theme, colours
from vrp.ui.verify_flow import VerifyFlow

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import Job
    from vrp.ui.services import Services

APP_NAME: Final = "Voice Recorder Pro"
_SCHEMES: Final = {
    Scheme.SYSTEM: ActionId.SCHEME_SYSTEM,
    Scheme.LIGHT: ActionId.SCHEME_LIGHT,
    Scheme.DARK: ActionId.SCHEME_DARK,
}


class MainWindow(QMainWindow):
    """Made by the composition root, which shows it; the rest starts after its first paint."""

    closed = Signal()

    def __init__(self, services: Services, theme: Theme | None = None) -> None:
        super().__init__()
        self.services = services
        self._state = QSettings(str(services.paths.cache / "window.ini"), QSettings.Format.IniFormat)
        self.theme = theme or Theme(Scheme(str(self._state.value("scheme", Scheme.SYSTEM.value))), self)
        self._started = False
        self._closing = False
        self.wish: RestoreWish | None = None
        self.setObjectName(names.WINDOW)
        self.setWindowIcon(application_icon())
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self._make_parts()
        self._make_flows()
        self._make_actions()
        self._connect()
        self._lay_out()
        self._restore_state()
        self._show_title(services.recorder.state)
        self._update_actions()
        self.model.set_query(LibraryQuery())

    # --- building ---

    def _make_parts(self) -> None:
        services = self.services
        self.model = LibraryModel(self._load_page, services.library.audio_path, self)
        self.record_bar = RecordBar(services.recorder, self)
        self.messages = MessageBar(self)
        self.sidebar = Sidebar(self)
        self.library = LibraryPane(self.model, _short_path(services.paths.root), self)
        self.player_bar = PlayerBar(self)
        self.chip = TaskChip(self)
        self.tasks = TaskPanel(self)
        self.status = QLabel(self)
        self.status.setObjectName(names.STATUS_TEXT)

    def _make_flows(self) -> None:
        services = self.services
        self.edits = LibraryEdits(services, self.model, self.messages, self)
        self.recording = RecordingFlow(services, self.record_bar, self.messages, self)
        self.importing = ImportFlow(services, self.messages, self)
        self.history = HistoryFlow(services, self.messages, self)
        self.health = HealthFlow(services, self.messages, self)
        self.backups = BackupFlow(services, self.messages, self)
        self.exporting = ExportFlow(services, self.messages, self)
        self.verifying = VerifyFlow(services, self.messages, self)
        self.playback = PlaybackFlow(services, self.player_bar, self.messages, self)

    def _make_actions(self) -> None:
        table = self.library.table
        handlers: dict[ActionId, Callable[[], object]] = {
            ActionId.IMPORT_FILES: self.importing.choose_files,
            ActionId.IMPORT_FOLDER: self.importing.choose_folder,
            ActionId.EXPORT: lambda: self._with_selected(self.exporting.export),
            ActionId.SHOW_FILE: self._show_file,
            ActionId.BACK_UP: self.backups.run,
            ActionId.RESTORE_BACKUP: self.backups.choose,
            ActionId.CLOSE: self.close,
            ActionId.QUIT: self.close,
            ActionId.UNDO: self.edits.stack.undo,
            ActionId.REDO: self.edits.stack.redo,
            ActionId.RENAME: table.rename_current,
            ActionId.DELETE: self._delete,
            ActionId.RESTORE: self._restore,
            ActionId.PURGE: self._purge,
            ActionId.ERASE: lambda: self._with_selected(self.exporting.erase),
            ActionId.SELECT_ALL: table.selectAll,
            ActionId.FIND: self.library.focus_search,
            ActionId.SETTINGS: self._settings,
            ActionId.SHOW_LIBRARY: lambda: self.sidebar.go(Place.LIBRARY),
            ActionId.SHOW_TRASH: lambda: self.sidebar.go(Place.TRASH),
            ActionId.SHOW_TASKS: self._show_tasks,
            ActionId.REFRESH: self.model.refresh,
            ActionId.SCHEME_SYSTEM: lambda: self._choose_scheme(Scheme.SYSTEM),
            ActionId.SCHEME_LIGHT: lambda: self._choose_scheme(Scheme.LIGHT),
            ActionId.SCHEME_DARK: lambda: self._choose_scheme(Scheme.DARK),
            ActionId.FULL_SCREEN: self._toggle_full_screen,
            ActionId.RECORD: self.recording.toggle,
            ActionId.PAUSE_RECORDING: self.recording.toggle_pause,
            ActionId.PLAY: self.playback.toggle,
            ActionId.BACK: lambda: self.playback.skip(-SKIP),
            ActionId.FORWARD: lambda: self.playback.skip(SKIP),
            ActionId.HISTORY: lambda: self._with_selected(self.history.show),
            ActionId.VERIFY: self.verifying.run,
            ActionId.HEALTH: self.health.run,
            ActionId.SCRUB: self.backups.scrub,
            ActionId.SHORTCUTS: lambda: self.services.dialogs.show(shortcuts_dialog(self)),
            ActionId.ABOUT: lambda: self.services.dialogs.show(about_dialog(self)),
        }
        self.actions_ = Actions(self, handlers)
        self.actions_.fill(self.menuBar())
        self.actions_.put_keys_on(table, (Scope.LIBRARY, Scope.PLAYBACK))
        self.actions_.put_keys_on(self.player_bar.waveform, (Scope.PLAYBACK,))

    def _connect(self) -> None:
        table = self.library.table
        self.model.rename_requested.connect(self.edits.rename)
        self.model.failed.connect(self._on_page_failed)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_count)
        table.play_requested.connect(self.playback.play)
        table.selection_changed.connect(self._on_selection)
        table.customContextMenuRequested.connect(self._context_menu)
        self.library.empty_pressed.connect(self._on_empty_button)
        self.sidebar.chosen.connect(self._show_place)
        self.edits.gone.connect(self.playback.forget)
        self.edits.renamed.connect(self.playback.rename)
        stack = self.edits.stack
        for changed in (stack.canUndoChanged, stack.canRedoChanged, stack.undoTextChanged, stack.redoTextChanged):
            changed.connect(self._update_undo)
        self.recording.state_changed.connect(self._on_recorder_state)
        self.recording.kept.connect(self._on_kept)
        self.recording.recovered.connect(self.model.insert)
        self.recording.play_requested.connect(self._play_from_message)
        self.recording.discard_requested.connect(self.edits.delete)
        self.recording.settled.connect(self._close_if_wanted)
        for signal in (self.recording.state_changed, self.recording.settled):
            signal.connect(lambda *_: self.library.show_take(self.recording.is_busy))
        self.importing.imported.connect(self._on_imported)
        self.importing.interrupted.connect(self.model.refresh)
        self.backups.wished.connect(self._on_wish)
        self.backups.restored.connect(self._on_imported)
        self.backups.tidied.connect(self.model.refresh)
        self.exporting.erased.connect(self.edits.forget)
        self.playback.playing_changed.connect(table.show_playing)
        self.playback.state_changed.connect(self._update_actions)
        self.services.runner.job_started.connect(self._on_job)
        self.chip.pressed.connect(self._show_tasks)
        self.theme.changed.connect(self._on_theme)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(self.library)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([200, 900])
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.record_bar, self.messages):
            column.addWidget(part)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.player_bar)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(8, 0, 8, 0)
        self.statusBar().addWidget(self.status)
        self.statusBar().addPermanentWidget(self.chip)
        self._on_theme()
        self.library.table.setFocus()

    # --- after the first paint ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._started:
            self._started = True
            self.backups.start()
            QTimer.singleShot(0, self.recording.start)  # after the first paint: microphone, recovery, free room

    def _load_page(self, query: LibraryQuery, offset: int, limit: int) -> Job:
        library = self.services.library
        return self.services.runner.submit("page", lambda _progress: library.page(query, offset, limit))

    # --- places and selection ---

    def _show_place(self, place: Place) -> None:
        self.model.set_query(replace(self.model.query, trash=place is Place.TRASH))
        self.library.table.clearSelection()
        self._update_actions()

    def _on_selection(self) -> None:
        selected = self.library.table.selected
        if len(selected) == 1:
            self.playback.show(selected[0])
        self._update_actions()

    def _on_empty_button(self, reason: EmptyReason) -> None:
        if reason is EmptyReason.SEARCH:
            self.library.search.clear()
        elif reason is EmptyReason.TRASH:
            self.sidebar.go(Place.LIBRARY)
        else:
            self.importing.choose_files()

    def _context_menu(self, position: QPoint) -> None:
        groups = (
            (ActionId.PLAY, ActionId.RENAME, ActionId.SHOW_FILE, ActionId.HISTORY),
            (ActionId.RESTORE, ActionId.DELETE, ActionId.PURGE),
        )
        menu = self.actions_.menu(self, groups)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.library.table.viewport().mapToGlobal(position))

    def _show_count(self) -> None:
        count = self.model.rowCount()
        if self.model.query.search.strip():
            text = self.tr("{recordings} found").format(recordings=texts.recordings(count))
        elif self.model.query.trash:
            text = self.tr("{recordings} deleted").format(recordings=texts.recordings(count))
        else:
            text = texts.recordings(count) if count else ""
        self.status.setText(text)

    # --- changes ---

    def _with_selected(self, use: Callable[[list[Recording]], None]) -> None:
        """Call ``use`` with the selected recordings, also with those that are not in memory."""
        table = self.library.table
        selected = table.selected
        spans = table.selected_spans
        if len(selected) == sum(count for _first, count in spans):
            use(selected)
            return
        library, query = self.services.library, self.model.query

        def work(_progress: object) -> list[Recording]:
            return [row for first, count in spans for row in library.page(query, first, count).rows]

        job = self.services.runner.submit(self.tr("Reading the selection"), work)
        job.succeeded.connect(use)
        job.failed.connect(self._on_page_failed)

    def _delete(self) -> None:
        if self.model.query.trash:
            self._purge()
        else:
            self._with_selected(self.edits.delete)

    def _restore(self) -> None:
        self._with_selected(self.edits.restore)

    def _purge(self) -> None:
        self._with_selected(self._ask_and_purge)

    def _ask_and_purge(self, recordings: list[Recording]) -> None:
        if recordings and self.services.dialogs.confirm(
            self,
            title=self.tr("Delete {recordings} permanently?").format(recordings=texts.recordings(len(recordings))),
            text=self.tr("The sound is removed from this computer and cannot be brought back."),
            yes=self.tr("Delete Permanently"),
            no=self.tr("Keep"),
        ):
            self.edits.purge(recordings)

    def _on_kept(self, recording: Recording) -> None:
        """The new take is what the person wants to see, wherever they were."""
        if self.model.query.trash or self.model.query.search:
            self.library.search.clear()
            self.sidebar.go(Place.LIBRARY)
            self._select_when_loaded([recording.id])
            self.model.set_query(replace(self.model.query, trash=False, search=""))
        else:
            self._insert_and_select([recording])
        if not isinstance(self.focusWidget(), QLineEdit):
            self.library.table.setFocus()  # so that F2 names it and Space plays it

    def _on_imported(self, recordings: list[Recording]) -> None:
        if not self.model.query.trash:
            self._insert_and_select(recordings)

    def _insert_and_select(self, recordings: list[Recording]) -> None:
        ids = [recording.id for recording in recordings]
        if len(recordings) > 20:
            self.model.refresh()
        else:
            self.model.insert(recordings)
        if all(self.model.row_of(id_) is not None for id_ in ids):
            self.library.table.select(ids)
        else:
            self._select_when_loaded(ids)

    def _select_when_loaded(self, ids: list[int]) -> None:
        self.model.loaded.connect(
            lambda: self.library.table.select(ids), Qt.ConnectionType(Qt.ConnectionType.SingleShotConnection.value)
        )

    def _play_from_message(self, recording: Recording) -> None:
        self.library.table.select([recording.id])
        self.playback.play(recording)

    # --- other commands ---

    def _show_file(self) -> None:
        recording = self.library.table.current
        if recording is not None:
            folder = self.services.library.audio_path(recording).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _settings(self) -> None:
        from vrp.ui.settings_dialog import SettingsDialog

        self.services.dialogs.show(SettingsDialog(self.services, self.theme, self.messages, self))

    def _choose_scheme(self, scheme: Scheme) -> None:
        self.theme.choose(scheme)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_tasks(self) -> None:
        self.tasks.show_above(self.chip if self.chip.isVisible() else self.statusBar())

    # --- what is told from outside ---

    def tell(self, text: str, fault: VrpError | None, *, can_undo: bool) -> None:
        """What came of a restore that closed the window before this one."""
        if fault is not None:
            self.messages.post(messages.from_error("restored", fault))
        else:
            self.backups.told_restored(text, can_undo=can_undo)

    def _on_job(self, job: Job) -> None:
        if job.visible:
            self.chip.add(job)
            self.tasks.add(job)
            job.ended.connect(self._close_if_wanted)

    def _on_page_failed(self, error: VrpError) -> None:
        again = MessageAction(self.tr("Try Again"), self.model.refresh)
        self.messages.post(messages.from_error("library", error, again))

    def _on_recorder_state(self, state: RecorderState) -> None:
        self._show_title(state)
        self._update_actions()

    def _show_title(self, state: RecorderState) -> None:
        prefix = {RecorderState.RECORDING: self.tr("Recording"), RecorderState.PAUSED: self.tr("Recording paused")}.get(
            state
        )
        self.setWindowTitle(f"{prefix} – {APP_NAME}" if prefix else APP_NAME)

    def _on_theme(self) -> None:
        self._state.setValue("scheme", self.theme.scheme.value)
        self.actions_.colour()
        table = colours()
        self.actions_[ActionId.RECORD].setIcon(icon("record", table.record))
        for scheme, action in _SCHEMES.items():
            self.actions_[action].setChecked(scheme is self.theme.scheme)

    def _update_undo(self) -> None:
        stack = self.edits.stack
        for action, can, text, verb in (
            (ActionId.UNDO, stack.canUndo(), stack.undoText(), self.tr("&Undo")),
            (ActionId.REDO, stack.canRedo(), stack.redoText(), self.tr("&Redo")),
        ):
            self.actions_[action].setText(f"{verb} {text}".rstrip())
            self.actions_.allow(action, "" if can else self.tr("There is nothing to take back or do again"))

    def _update_actions(self) -> None:
        state = self.services.recorder.state
        running = self.recording.is_running
        actions = self.actions_
        actions[ActionId.RECORD].setText(self.tr("&Stop Recording") if running else self.tr("&Record"))
        ready = running or state is RecorderState.READY
        actions.allow(ActionId.RECORD, "" if ready else self.tr("The microphone is not ready"))
        paused = state is RecorderState.PAUSED
        actions[ActionId.PAUSE_RECORDING].setText(
            self.tr("Resume R&ecording") if paused else self.tr("P&ause Recording")
        )
        actions.allow(ActionId.PAUSE_RECORDING, "" if running else self.tr("Nothing is being recorded"))
        trash = self.model.query.trash
        nothing = "" if self.library.table.selectionModel().hasSelection() else self.tr("No recording is selected")
        for action in (ActionId.DELETE, ActionId.PURGE, ActionId.ERASE, ActionId.SHOW_FILE):
            actions.allow(action, nothing)
        actions.allow(ActionId.RENAME, self.tr("Restore the recording first") if trash else nothing)
        actions.allow(ActionId.RESTORE, nothing if trash else self.tr("It is in the library"))
        several = "" if len(self.library.table.selected) < 2 else self.tr("Select one recording only")
        actions.allow(ActionId.HISTORY, nothing or several)
        shown = "" if self.playback.shown is not None else self.tr("No recording is selected")
        actions[ActionId.PLAY].setText(self.tr("&Pause") if self.playback.is_playing else self.tr("&Play"))
        for action in (ActionId.PLAY, ActionId.BACK, ActionId.FORWARD):
            actions.allow(action, shown)
        self._update_undo()

    # --- drag and drop ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.importing.run(paths)

    # --- closing ---

    def closeEvent(self, event: QCloseEvent) -> None:
        """A take is stopped and kept first; tasks are cancelled first. Both only after the person agreed."""
        if not self._closing and not self._may_close():
            event.ignore()
            return
        self._closing = True
        if self.recording.is_running:
            self.services.recorder.stop()
        for job in self.chip.running:
            job.cancel()
        if self.recording.is_busy or self.chip.running:
            event.ignore()  # `_close_if_wanted` comes back here
            return
        self._save_state()
        event.accept()
        self.closed.emit()

    def _on_wish(self, wish: RestoreWish) -> None:
        """The library has to be closed for it; where the person keeps it open, there is no wish any more."""
        self.wish = wish
        if not self.close() and not self._closing:
            self.wish = None

    def _may_close(self) -> bool:
        dialogs = self.services.dialogs
        if self.recording.is_running and not dialogs.confirm(
            self,
            title=self.tr("A recording is running"),
            text=self.tr("It can be stopped and saved now."),
            yes=self.tr("Stop and Save"),
            no=self.tr("Keep Recording"),
            yes_is_safe=True,
        ):
            return False
        return not self.chip.running or dialogs.confirm(
            self,
            title=self.tr("A task is still running: {task}").format(task=self.chip.running[-1].name),
            text=self.tr("What is finished is kept; the rest can be done again later."),
            yes=self.tr("Cancel It and Quit"),
            no=self.tr("Keep Running"),
        )

    def _close_if_wanted(self) -> None:
        if self._closing:
            QTimer.singleShot(0, self.close)

    def _save_state(self) -> None:
        self._state.setValue("geometry", self.saveGeometry())
        self._state.setValue("splitter", self.splitter.saveState())

    def _restore_state(self) -> None:
        geometry = self._state.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1100, 720)
        if (splitter := self._state.value("splitter")) is not None:
            self.splitter.restoreState(splitter)


def _short_path(path: Path) -> str:
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)
