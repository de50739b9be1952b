"""Which commands can be used now, what they are called now, and why one cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from vrp.backend.domain.takes import RecorderState
from vrp.ui.actions import ActionId
from vrp.ui.menus import Actions

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from vrp.backend.jobs.recorder import Recorder
    from vrp.ui.library.model import LibraryModel
    from vrp.ui.library.table import LibraryTable
    from vrp.ui.sound.playback_flow import PlaybackFlow
    from vrp.ui.sound.recording_flow import RecordingFlow

_ZOOM = (ActionId.ZOOM_IN, ActionId.ZOOM_OUT, ActionId.ZOOM_ALL)


class CommandStates(QObject):
    """Looks at the parts and tells the actions; `update` is called whenever a part has changed."""

    def __init__(
        self,
        actions: Actions,
        *,
        recorder: Recorder,
        recording: RecordingFlow,
        playback: PlaybackFlow,
        model: LibraryModel,
        table: LibraryTable,
        stack: QUndoStack,
    ) -> None:
        super().__init__(actions)
        self._actions = actions
        self._recorder = recorder
        self._recording = recording
        self._playback = playback
        self._model = model
        self._table = table
        self._stack = stack
        for changed in (stack.canUndoChanged, stack.canRedoChanged, stack.undoTextChanged, stack.redoTextChanged):
            changed.connect(self._update_undo)

    def update(self) -> None:
        self._update_recording()
        self._update_library()
        self._update_playback()
        self._update_undo()

    def show_findings(self, count: int) -> None:
        """How many findings of the last check are open, where the check is chosen."""
        text = self.tr("Check &Health")
        self._actions[ActionId.HEALTH].setText(f"{text} ({count})" if count else text)

    def _update_recording(self) -> None:
        state, running, actions = self._recorder.state, self._recording.is_running, self._actions
        actions[ActionId.RECORD].setText(self.tr("&Stop Recording") if running else self.tr("&Record"))
        ready = running or state is RecorderState.READY
        actions.allow(ActionId.RECORD, "" if ready else self.tr("The microphone is not ready"))
        paused = state is RecorderState.PAUSED
        actions[ActionId.PAUSE_RECORDING].setText(
            self.tr("Resume R&ecording") if paused else self.tr("P&ause Recording")
        )
        actions.allow(ActionId.PAUSE_RECORDING, "" if running else self.tr("Nothing is being recorded"))

    def _update_library(self) -> None:
        actions, trash = self._actions, self._model.query.trash
        nothing = "" if self._table.selectionModel().hasSelection() else self.tr("No recording is selected")
        for action in (ActionId.DELETE, ActionId.PURGE, ActionId.ERASE, ActionId.SHOW_FILE, ActionId.COPY):
            actions.allow(action, nothing)
        for action in (ActionId.RENAME, ActionId.FAVOURITE, ActionId.EDIT_TAGS):
            actions.allow(action, self.tr("Restore the recording first") if trash else nothing)
        selected = self._table.selected
        favourites = bool(selected) and all(one.favourite for one in selected)
        actions[ActionId.FAVOURITE].setText(
            self.tr("Remove from Fa&vourites") if favourites else self.tr("Add to Fa&vourites")
        )
        actions.allow(ActionId.RESTORE, nothing if trash else self.tr("It is in the library"))
        several = "" if self._table.count_selected < 2 else self.tr("Select one recording only")
        actions.allow(ActionId.HISTORY, nothing or several)

    def _update_playback(self) -> None:
        shown = "" if self._playback.shown is not None else self.tr("No recording is selected")
        self._actions[ActionId.PLAY].setText(self.tr("&Pause") if self._playback.is_playing else self.tr("&Play"))
        for action in (ActionId.PLAY, ActionId.BACK, ActionId.FORWARD, *_ZOOM):
            self._actions.allow(action, shown)

    def _update_undo(self) -> None:
        stack = self._stack
        if not isValid(stack):  # it tells of its own end, when the window goes
            return
        for action, can, text, verb in (
            (ActionId.UNDO, stack.canUndo(), stack.undoText(), self.tr("&Undo")),
            (ActionId.REDO, stack.canRedo(), stack.redoText(), self.tr("&Redo")),
        ):
            self._actions[action].setText(f"{verb} {text}".rstrip())
            self._actions.allow(action, "" if can else self.tr("There is nothing to take back or do again"))
