"""Moving the library from the window: what speaks against it is told at once, the rest happens with it closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from vrp.backend.paths import moves_file
from vrp.ui import messages
from vrp.ui.wishes import MoveWish

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.ui.message_bar import MessageBar
    from vrp.ui.services import Services


class MoveFlow(QObject):
    """Asks, and leaves the wish; after a move, empties the place where the library was."""

    wished = Signal(object)  # MoveWish: the window is to close
    refused = Signal(object)  # VrpError, while the settings are open

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

    def start(self) -> None:
        """The library is open: where it was moved here, the old place has done its duty."""
        if not moves_file().exists():
            return
        work = self._services.remove_former
        job = self._services.runner.submit(self.tr("Emptying the library's old folder"), work)
        job.failed.connect(lambda error: self._bar.post(messages.from_error("moved", error)))

    def ask(self, target: Path, settings: QDialog) -> None:
        """From the settings, which close when the person agrees."""
        check = self._services.check_move
        job = self._services.runner.submit(self.tr("Looking at the folder"), lambda _progress: check(target))
        job.failed.connect(self._on_refused)
        job.succeeded.connect(lambda _nothing: self._confirm(target, settings))

    def _on_refused(self, error: VrpError) -> None:
        self.refused.emit(error)

    def _confirm(self, target: Path, settings: QDialog) -> None:
        if self._services.dialogs.confirm(
            settings,
            title=self.tr("Move the library to {folder}?").format(folder=target),
            text=self.tr(
                "The window closes until it is done. Each copy is compared with its original before the old folder is "
                "emptied, and you can move it back."
            ),
            yes=self.tr("Move"),
            no=self.tr("Cancel"),
            yes_is_safe=True,
        ):
            settings.accept()
            self.wished.emit(MoveWish(target))
