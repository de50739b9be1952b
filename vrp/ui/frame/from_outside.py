"""What reaches the window from outside of it: the command line, another start, and what came of a wish."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from vrp.ui import messages
from vrp.ui.actions import ActionId
from vrp.ui.frame.notices import bring_to_front
from vrp.ui.message_bar import Message, MessageAction, Severity
from vrp.ui.wishes import MoveWish, Told

if TYPE_CHECKING:
    from vrp.ui.main_window import MainWindow

_PATIENCE_MS: Final = 10_000


def tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def tell(window: MainWindow, told: Told) -> None:
    """What came of a wish that closed the window before this one."""
    if told.fault is not None:
        window.messages.post(messages.from_error("wish", told.fault))
        return
    undo, actions = told.undo, list[MessageAction]()
    if undo is not None:
        text = tr("Move Back") if isinstance(undo, MoveWish) else tr("Go Back")
        actions.append(MessageAction(text, lambda: window.leave_with(undo)))
    window.messages.post(Message("wish", Severity.SUCCESS, told.text, tuple(actions)))


def take_over(window: MainWindow, files: Sequence[Path], first: str = "") -> None:
    """Another start on the same library: its wish is ours."""
    bring_to_front(window)
    do_first(window, files, first)


def do_first(window: MainWindow, files: Sequence[Path], first: str) -> None:
    """What a start asks for: files to import, and the id of a command, done as soon as that is possible."""
    if files:
        window.importing.run(list(files))
    if first not in (ActionId.RECORD, ActionId.IMPORT_FILES) or (
        first == ActionId.RECORD and window.recording.is_running
    ):
        return
    action = window.actions_[ActionId(first)]
    if action.isEnabled():
        action.trigger()
    else:  # the microphone is not ready yet; one that comes much later must not be recorded from unasked
        once = Qt.ConnectionType(Qt.ConnectionType.SingleShotConnection.value)
        waiting = action.enabledChanged.connect(lambda enabled: action.trigger() if enabled else None, once)
        QTimer.singleShot(_PATIENCE_MS, window, lambda: QObject.disconnect(waiting))
