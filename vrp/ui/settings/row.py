"""One row of the settings window: label, control, where the value comes from, and the way back to the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from vrp.ui import names, texts
from vrp.ui.icons import icon
from vrp.ui.settings.controls import WIDTH, Control
from vrp.ui.settings.table import Row, translated
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.backend.settings_store import Problem
    from vrp.ui.settings.live import Snapshot

LABEL_WIDTH: Final = 22 * GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


class RowWidget(QWidget):
    chosen = Signal(object, object)  # Row, the new value
    reset = Signal(object)  # Row: back to the default

    def __init__(self, row: Row, control: Control, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.control = control
        self.setObjectName(f"{names.SETTINGS_ROW}.{row.key}")
        self._label = QLabel(translated(row.label), self)
        self._label.setWordWrap(True)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._label.setContentsMargins(0, GRID, 0, 0)
        self.told = QLabel(self)
        self.told.setProperty("muted", True)
        self.told.setWordWrap(True)
        self.told.setFixedWidth(WIDTH)
        self._reset = QToolButton(self)
        self._reset.setObjectName(f"{names.SETTINGS_RESET}.{row.key}")
        self._reset.setProperty("flat", True)
        self._reset.setIconSize(QSize(16, 16))
        self._reset.setFixedSize(4 * GRID, 4 * GRID)
        self._reset.setIcon(icon("undo"))
        self._reset.setToolTip(_tr("Back to the default"))
        self._reset.setAccessibleName(_tr("{setting}: back to the default").format(setting=translated(row.label)))
        self._reset.clicked.connect(lambda: self.reset.emit(row))
        self._place(control)
        control.chosen.connect(lambda value: self.chosen.emit(row, value))

    def _place(self, control: Control) -> None:
        control.setObjectName(f"{names.SETTINGS_CONTROL}.{self.row.key}")
        control.setAccessibleName(translated(self.row.label))
        control.setFixedWidth(WIDTH)
        self._label.setBuddy(control)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * GRID)
        layout.setVerticalSpacing(GRID // 2)
        layout.addWidget(self._label, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(control, 0, 1)
        layout.addWidget(self._reset, 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.told, 1, 1)
        layout.setColumnStretch(3, 1)

    def show_snapshot(self, found: Snapshot, value: object) -> None:
        """The value that holds, where it comes from, and whether it can be changed here."""
        key, source = self.row.key, found.sources[self.row.key]
        problem = next((one for one in found.problems if one.key in {key, key.partition(".")[0]}), None)
        self.control.show_value(value)
        locked = source == "environment" or bool(found.unreadable)
        self.control.setEnabled(not locked)
        self._reset.setVisible(not locked and (source == "file" or problem is not None))
        hint = translated(self.row.hint) if self.row.hint else ""
        late = _tr("Holds from the next start of the program.") if self.row.late else ""
        self.told.setText(" ".join(filter(None, (self._origin(found, source, problem), hint, late))))

    def _origin(self, found: Snapshot, source: str, problem: Problem | None) -> str:
        if source == "environment":
            return _tr("Set by {variable} in the environment.").format(variable=found.variables[self.row.key])
        if problem is not None:
            return _tr("In the file stands {value}, which is not allowed ({allowed}); the default holds.").format(
                value=problem.value, allowed=texts.translated(problem.allowed)
            )
        if source == "argument":
            return _tr("Given by --library, for this time.")
        return _tr("From the settings file.") if source == "file" else _tr("Default.")
