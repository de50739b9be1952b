"""What the Help menu opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vrp.ui.dialogs import Dialogs
    from vrp.ui.keymap import Keymap


class HelpFlow(QObject):
    """Each is imported when it is asked for."""

    keys_wanted = Signal()  # the keys are to be changed

    def __init__(self, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._dialogs = dialogs
        self._window = window

    def manual(self) -> None:
        """Beside the window, and once."""
        from vrp.ui.manual import Manual

        manual = self._window.findChild(Manual) or Manual(self._window)
        manual.show()
        manual.activateWindow()

    def keys(self, keymap: Keymap) -> None:
        from vrp.ui.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(keymap, self._window)
        sheet.change.clicked.connect(self.keys_wanted)
        self._dialogs.show(sheet)

    def report(self) -> None:
        from vrp.ui.problem_report import problem_report

        self._dialogs.show(problem_report(self._window))

    def about(self) -> None:
        from vrp.ui.about import about_dialog

        self._dialogs.show(about_dialog(self._window))
