"""The one button that records and stops."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from vrp.backend.domain.takes import RecorderState
from vrp.ui import names, texts
from vrp.ui.icons import icon
from vrp.ui.theme import GRID, colours

_RUNNING: Final = (RecorderState.RECORDING, RecorderState.PAUSED)


class RecordButton(QPushButton):
    """Red, and nothing else in the window is: a dot to record, a square to stop, with the word beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.RECORD_BUTTON)
        self.setIconSize(QSize(20, 20))
        self.setMinimumHeight(5 * GRID)
        self.setMinimumWidth(17 * GRID)  # the longest word fits: nothing moves when it changes
        self._key = ""
        self.show_state(RecorderState.OFF)

    def show_state(self, state: RecorderState) -> None:
        self._state = state
        running = state in _RUNNING
        label = (
            self.tr("Stop") if running else self.tr("Saving…") if state is RecorderState.STOPPING else self.tr("Record")
        )
        self.setText(label)
        self.setAccessibleName(self.tr("Stop recording") if running else self.tr("Record"))
        self.setEnabled(running or state is RecorderState.READY)
        self.setToolTip(
            self.tr("The microphone is not ready yet")
            if state is RecorderState.OFF
            else texts.with_key(self.accessibleName(), self._key)
        )
        self._draw()
        self.setProperty("running", running)
        self.style().unpolish(self)
        self.style().polish(self)

    def show_key(self, key: str) -> None:
        """The key that records too, for the tooltip."""
        self._key = key
        self.show_state(self._state)

    def _draw(self) -> None:
        table, running = colours(), self._state in _RUNNING
        colour = table.on_record if running else table.record
        self.setIcon(icon("stop" if running else "record", colour, disabled=table.muted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_state"):
            self._draw()
