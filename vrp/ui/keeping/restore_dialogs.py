"""The dialogs of a restore: which backup, and which of its recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names, texts
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.domain.snapshots import Snapshot


def _table(dialog: QDialog, headers: list[str], rows: list[list[str]]) -> QTableWidget:
    table = QTableWidget(len(rows), len(headers), dialog)
    table.setAccessibleName(dialog.windowTitle())
    table.setHorizontalHeaderLabels(headers)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.verticalHeader().setVisible(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.horizontalHeader().setHighlightSections(False)
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            table.setItem(row, column, QTableWidgetItem(value))
    table.resizeColumnsToContents()
    table.horizontalHeader().setSectionResizeMode(len(headers) - 1, QHeaderView.ResizeMode.Stretch)
    return table


class RestoreDialog(QDialog):
    """The snapshots, the newest first, and what can be done with the chosen one."""

    whole = Signal(object)  # Snapshot
    into = Signal(object)
    some = Signal(object)
    undo = Signal()

    def __init__(self, snapshots: list[Snapshot], can_undo: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._snapshots = snapshots
        self.setWindowTitle(self.tr("Restore From a Backup"))
        self.setObjectName(names.RESTORE_DIALOG)
        self.resize(640, 400)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        lead = self.tr("Choose a backup. The library as it is now is kept, and you can go back to it.")
        if not snapshots:
            lead = self.tr("There is no backup of this library yet. File > Back Up Now makes one.")
        label = QLabel(lead, self)
        label.setWordWrap(True)
        layout.addWidget(label)
        rows = [
            [
                texts.moment(one.facts.created_at),
                texts.recordings(one.facts.recordings),
                self._proof(one),
            ]
            for one in snapshots
        ]
        self.table = _table(self, [self.tr("Made"), self.tr("Holds"), self.tr("Proof")], rows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        layout.addWidget(self.table)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self._add(self.tr("Restore Library…"), names.RESTORE_WHOLE, self.whole)
        self._add(self.tr("Into a New Folder…"), names.RESTORE_INTO, self.into)
        self._add(self.tr("Missing Recordings…"), names.RESTORE_SOME, self.some)
        if can_undo:
            button = self.buttons.addButton(self.tr("Take Last Restore Back"), QDialogButtonBox.ButtonRole.ResetRole)
            button.clicked.connect(self._undo)
        layout.addWidget(self.buttons)
        if snapshots:
            self.table.selectRow(0)

    def _proof(self, one: Snapshot) -> str:
        if one.proof is None:
            return self.tr("Not proven")
        when = texts.moment(one.proof.at)
        return self.tr("Proven {when}").format(when=when[:1].lower() + when[1:])

    def _add(self, text: str, name: str, signal: SignalInstance) -> None:
        button: QPushButton = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setEnabled(bool(self._snapshots))
        button.clicked.connect(lambda _checked=False: self._choose(signal))

    def _choose(self, signal: SignalInstance) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.accept()
            signal.emit(self._snapshots[row])

    def _undo(self) -> None:
        self.accept()
        self.undo.emit()


class RecordingsDialog(QDialog):
    """Recordings of a backup that the library does not have."""

    chosen = Signal(list)  # numbers

    def __init__(self, recordings: list[Recording], parent: QWidget) -> None:
        super().__init__(parent)
        self._recordings = recordings
        self.setWindowTitle(self.tr("Recordings That Are Only in the Backup"))
        self.setObjectName(names.MISSING_DIALOG)
        self.resize(560, 400)
        rows = [[texts.moment(one.recorded_at), texts.length(one.duration), one.title] for one in recordings]
        self.table = _table(self, [self.tr("Recorded"), self.tr("Length"), self.tr("Title")], rows)
        self.table.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        bring = buttons.addButton(self.tr("Bring Back"), QDialogButtonBox.ButtonRole.AcceptRole)
        bring.setObjectName(names.BRING_BACK)
        letters = bring.font()
        letters.setBold(True)  # as the default button is drawn, which its width does not know
        bring.setFont(letters)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.table)
        layout.addWidget(buttons)

    def _accept(self) -> None:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        self.accept()
        if rows:
            self.chosen.emit([self._recordings[row].id for row in rows])
