"""The one window: its parts side by side, its menus, and what closing it means.

The parts show and ask; the flows do. This file joins them and keeps no state of its own beyond which place is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from vrp.backend.domain.queries import Page
from vrp.ui import messages, names, texts
from vrp.ui.command_menu import CommandMenu
from vrp.ui.first_paint import FirstPaint, Steps
from vrp.ui.frame.second_stage import second_stage
from vrp.ui.frame.window_state import SMALLEST, WindowState
from vrp.ui.frame.window_title import window_title
from vrp.ui.library.details import DetailsPane
from vrp.ui.library.model import LibraryModel
from vrp.ui.library.page_jobs import Pages
from vrp.ui.library.sidebar import Sidebar
from vrp.ui.library.view import LibraryPane
from vrp.ui.menu_titles import MENU_TITLES, translated
from vrp.ui.message_bar import MessageAction, MessageBar
from vrp.ui.sound.phases import Phase
from vrp.ui.sound.player_bar import PlayerBar
from vrp.ui.sound.record_bar import RecordBar
from vrp.ui.theme import GRID, Theme, scheme_named

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import Job
    from vrp.ui.command_states import CommandStates
    from vrp.ui.diagnostics.room import DiagnosticsRoom
    from vrp.ui.frame.closing import Closing
    from vrp.ui.frame.drop_target import DropTarget
    from vrp.ui.frame.notices import Notices
    from vrp.ui.frame.panes import Panes
    from vrp.ui.frame.tray import Tray
    from vrp.ui.help_flow import HelpFlow
    from vrp.ui.keeping.backup_flow import BackupFlow
    from vrp.ui.keeping.export_flow import ExportFlow
    from vrp.ui.keeping.import_flow import ImportFlow
    from vrp.ui.keeping.move_flow import MoveFlow
    from vrp.ui.keeping.verify_flow import VerifyFlow
    from vrp.ui.library.commands import LibraryCommands
    from vrp.ui.library.details_flow import DetailsFlow
    from vrp.ui.library.edits import LibraryEdits
    from vrp.ui.library.history_flow import HistoryFlow
    from vrp.ui.library.places_flow import PlacesFlow
    from vrp.ui.library.preparing import Preparing
    from vrp.ui.menus import Actions
    from vrp.ui.services import Services
    from vrp.ui.settings.flow import SettingsFlow
    from vrp.ui.settings.live import LiveSettings
    from vrp.ui.sound.playback_flow import PlaybackFlow
    from vrp.ui.sound.recording_flow import RecordingFlow
    from vrp.ui.tasks import TaskChip, TaskPanel
    from vrp.ui.wishes import Wish

_NARROW: Final = 880  # pixels: with sidebar and details less than this leaves no room for more than titles


class MainWindow(QMainWindow):
    """Made by the composition root, which shows it; the rest starts after its first paint."""

    closed = Signal()
    painted = Signal()  # for the first time
    began = Signal()  # the library is open, and everything works
    could_not_open = Signal()

    # made by `second_stage`
    live: LiveSettings
    edits: LibraryEdits
    commands: LibraryCommands
    places: PlacesFlow
    preparing: Preparing
    detailing: DetailsFlow
    recording: RecordingFlow
    playback: PlaybackFlow
    importing: ImportFlow
    exporting: ExportFlow
    history: HistoryFlow
    verifying: VerifyFlow
    backups: BackupFlow
    moving: MoveFlow
    settings: SettingsFlow
    help: HelpFlow
    diagnostics: DiagnosticsRoom
    chip: TaskChip
    tasks: TaskPanel
    closing: Closing
    tray: Tray
    notices: Notices
    panes: Panes
    drops: DropTarget
    actions_: Actions
    states: CommandStates

    def __init__(self, services: Services, theme: Theme | None = None, first: Page | None = None) -> None:
        """``first``: the rows to paint while the library is being opened."""
        super().__init__()
        self.services = services
        self.state = WindowState(services.paths.cache / "window.ini")
        self.theme = theme or Theme(scheme_named(self.state.text("scheme")), self)
        self._started = self._whole = self._narrow = False
        self._making = Steps(second_stage(self), self)
        self._making.done.connect(self._open_library)
        self.wish: Wish | None = None
        self.setObjectName(names.WINDOW)
        self.setMinimumSize(SMALLEST)
        self._make_parts()
        self._lay_out()
        self.state.restore(self, self.splitter)
        self.library.table.head.restore(self.state.text("columns"))
        self.details.setVisible(self._shows_details())
        self.show_title(self.record_bar.shown_phase)
        if first is not None:
            self.model.show_first(first)

    # --- building ---

    def _make_parts(self) -> None:
        services = self.services
        pages = Pages(services)
        self.model = LibraryModel(
            pages.page, lambda one: services.paths.audio_file(one.stored_filename), self, around=pages.around
        )
        middle = self._middle = QWidget(self)  # each part begins where it belongs: moving makes Qt tell it all anew
        self.setCentralWidget(middle)
        self.record_bar = RecordBar(services.recorder, middle)
        self.messages = MessageBar(middle)
        self.pages = QStackedWidget(middle)  # the library, or what takes its place
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.pages)
        self.sidebar = Sidebar(self.splitter)
        self.library = LibraryPane(self.model, texts.place(services.paths.root), self.splitter)
        self.details = DetailsPane(self.splitter)
        self.player_bar = PlayerBar(middle)
        self.status = QLabel(self)
        self.status.setObjectName(names.STATUS_TEXT)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self.show_count)
        self.menus = {menu: CommandMenu(translated(title), self.menuBar()) for menu, title in MENU_TITLES.items()}

    def _lay_out(self) -> None:
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([224, 592, 284])
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.record_bar, self.messages):
            column.addWidget(part)
        self.pages.addWidget(self.splitter)
        self.splitter.setFocusProxy(self.library.table)
        column.addWidget(self.pages, 1)
        column.addWidget(self.player_bar)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(8, 0, 8, 0)
        self.statusBar().addWidget(self.status)
        self.statusBar().setMinimumHeight(self.fontMetrics().height() + 2 * GRID + 6)  # as with the buttons to come
        self.library.table.setFocus()

    # --- after the first paint ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._started:
            self._started = True
            FirstPaint(self.library).done.connect(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self._making.start()

    def _open_library(self) -> None:
        """All is made. What the person did meanwhile counts now."""
        self._whole = True
        self._put_details(self._shows_details())
        self.show_keys()
        self.on_selection()
        opens = self.services.open_library
        job = self.services.runner.submit(self.tr("Opening the library"), lambda _progress: opens(), pool="db")
        job.succeeded.connect(self._begin)
        job.failed.connect(self.could_not_open)

    def _begin(self) -> None:
        self.preparing.start()
        self.model.set_query(self.model.query)
        self.recording.start()
        self.playback.start()
        self.live.start()
        self.moving.start()
        self.backups.start()
        self.detailing.start(self.places)
        self.places.start()
        self.began.emit()

    # --- places and selection ---

    def _shows_details(self) -> bool:
        return not self._narrow and self.state.text("details", "true") == "true"

    def show_details(self, shown: bool) -> None:
        self.state.set_text("details", "true" if shown else "false")
        self._put_details(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the table has the room; the details come back with the width, or when asked for."""
        super().resizeEvent(event)
        was_narrow, self._narrow = self._narrow, self.width() < _NARROW
        if was_narrow != self._narrow:
            self._put_details(self._shows_details())

    def _put_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        if not self._whole:
            return
        from vrp.ui.actions import ActionId

        self.actions_[ActionId.DETAILS].setChecked(shown)
        self.detailing.refresh()

    def on_selection(self) -> None:
        selected = self.library.table.selected
        if len(selected) == 1 and self.library.table.count_selected == 1:
            self.playback.show(selected[0])
        self.states.update()

    def show_count(self) -> None:
        count = self.model.rowCount()
        if self.model.query.search.strip():
            text = self.tr("{recordings} found").format(recordings=texts.recordings(count))
        elif self.model.query.trash:
            text = self.tr("{recordings} deleted").format(recordings=texts.recordings(count))
        else:
            text = texts.recordings(count) if count else ""
        self.status.setText(text)

    def show_keys(self) -> None:
        """Wherever the bars name a key, it is the one that the person has."""
        for part in (self.record_bar, self.player_bar, self.library.empty):
            part.show_keys(self.actions_.key)

    # --- other commands ---

    def play_from_message(self, recording: Recording) -> None:
        self.library.table.select([recording.id])
        self.playback.play(recording)

    def each_pane(self) -> list[tuple[QWidget, QWidget]]:
        """For F6: each pane, and what has the focus in it first."""
        record = self.record_bar.button if self.record_bar.button.isEnabled() else self.record_bar.device
        return [
            (self.record_bar, record),
            (self.messages, self.messages.first),
            (self.sidebar, self.sidebar),
            (self.library, self.library.table if self.library.table.isVisible() else self.library.search),
            (self.details, self.details),
            (self.player_bar, self.player_bar.waveform),
        ]

    def show_tasks(self) -> None:
        self.tasks.show_above(self.chip if self.chip.isVisible() else self.statusBar())

    # --- what is told to the window ---

    def on_job(self, job: Job) -> None:
        if job.visible:
            self.chip.add(job)
            self.tasks.add(job)
            self.notices.watch(job)
            job.ended.connect(self.closing.go_on)

    def on_page_failed(self, error: VrpError) -> None:
        again = MessageAction(self.tr("Try Again"), self.model.refresh)
        self.messages.post(messages.from_error("library", error, again))

    def show_title(self, phase: Phase) -> None:
        self.setWindowTitle(window_title(phase, safe=self.services.safe))

    def on_theme(self) -> None:
        self.state.set_text("scheme", self.theme.scheme.value)
        self.actions_.colour()
        self.actions_.show_scheme(self.theme.scheme)

    # --- closing ---

    def closeEvent(self, event: QCloseEvent) -> None:
        self._making.stop()
        if self._whole and not self.closing.is_done():
            event.ignore()
            return
        self.state.save(self, self.splitter)
        self.state.set_text("columns", self.library.table.head.remembered())
        event.accept()
        self.closed.emit()

    def leave_with(self, wish: Wish) -> None:
        """The library has to be closed for it; where the person keeps it open, there is no wish any more."""
        self.wish = wish
        if not self._whole:
            self.close()
            return
        self.closing.leave()
        if not self.closing.agreed:
            self.wish = None
