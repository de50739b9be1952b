"""What happened to a recording, read in the background and shown in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vrp.backend.domain.audit import Action
from vrp.ui import messages, texts

if TYPE_CHECKING:
    from vrp.backend.domain.audit import AuditEntry
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.errors import VrpError
    from vrp.ui.message_bar import MessageBar
    from vrp.ui.services import Services


class HistoryFlow(QObject):
    """Reads the entries in a job; the dialog only shows them."""

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

    def show(self, selected: list[Recording]) -> None:
        """Show the history of the first of ``selected``."""
        if not selected:
            return
        library, recording = self._services.library, selected[0]
        job = self._services.runner.submit(
            self.tr("Reading the history"), lambda _progress: library.history(recording.id)
        )
        job.succeeded.connect(lambda entries: self._on_read(recording, entries))
        job.failed.connect(self._on_failed)

    def _on_read(self, recording: Recording, entries: list[AuditEntry]) -> None:
        self._services.dialogs.show(HistoryDialog(recording, entries, self._window))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("history", error))


class HistoryDialog(QDialog):
    """When, and what; the oldest first, as it was written."""

    def __init__(self, recording: Recording, entries: list[AuditEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.resize(560, 360)
        title = QLabel(recording.title, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        table = QTableWidget(len(entries), 2, self)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([self.tr("When"), self.tr("What")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )  # a long title is read whole
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, entry in enumerate(entries):
            when = QTableWidgetItem(texts.moment(entry.at))
            when.setToolTip(f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}")
            table.setItem(row, 0, when)
            table.setItem(row, 1, QTableWidgetItem(self._what(entry)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(table)
        layout.addWidget(buttons)

    def _what(self, entry: AuditEntry) -> str:
        match entry.action, entry.told.get("title"):
            case _, [before, after]:
                return self.tr("Renamed from “{before}” to “{after}”").format(before=before, after=after)
        return {
            Action.RECORDED: self.tr("Recorded here"),
            Action.IMPORTED: self.tr("Imported from {name}").format(name=entry.told.get("filename", "")),
            Action.RECOVERED: self.tr("Recovered after the program was cut off"),
            Action.ADOPTED: self.tr("Was there when histories began to be kept"),
            Action.RENAMED: self.tr("Renamed"),
            Action.EDITED: self.tr("Edited"),
            Action.DELETED: self.tr("Moved to Recently Deleted"),
            Action.RESTORED: self.tr("Restored to the library"),
            Action.PURGED: self.tr("Deleted permanently"),
            Action.EXPORTED: self.tr("Exported"),
            Action.REPAIRED: self.tr("Repaired"),
            Action.ERASED: self.tr("Erased for good"),
        }[entry.action]
