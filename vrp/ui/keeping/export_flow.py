"""Export and erasure from the window: both run in the background, and tell what they did and what is left to know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from vrp.ui import messages, texts
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity
from vrp.ui.report_dialog import ReportDialog

if TYPE_CHECKING:
    from vrp.backend.domain.exports import ExportSelection
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.errors import VrpError
    from vrp.backend.services.erasing import Receipt
    from vrp.backend.services.exporting import ExportFormat, ExportReport
    from vrp.ui.services import Services


class ExportFlow(QObject):
    """Takes recordings out of the library: as a copy for other programs, or for good."""

    erased = Signal(list)  # numbers

    def __init__(self, services: Services, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

    def export(self, selected: list[Recording]) -> None:
        """Ask where to, and write the selected recordings, or all where none is selected."""
        from vrp.backend.domain.exports import ExportSelection
        from vrp.backend.services.exporting import ExportFormat

        today = QDate.currentDate().toString("yyyy-MM-dd")
        target = self._services.dialogs.save_file(
            self._window,
            self.tr("Export {what}").format(
                what=texts.recordings(len(selected)) if selected else self.tr("All Recordings")
            ),
            self.tr("Recordings {day}.zip").format(day=today),
            [self.tr("Everything, for any browser (*.zip)"), self.tr("Table (*.csv)"), self.tr("Data (*.json)")],
        )
        if target is None:
            return
        form = {".csv": ExportFormat.CSV, ".json": ExportFormat.JSON}.get(target.suffix.lower(), ExportFormat.ZIP)
        chosen = ExportSelection(ids=frozenset(one.id for one in selected) if selected else None)
        self._write(target, form, chosen)

    def _write(self, target: Path, form: ExportFormat, chosen: ExportSelection) -> None:
        exporting = self._services.exporting
        job = self._services.runner.submit(
            self.tr("Exporting to {name}").format(name=target.name),
            lambda progress: exporting.export_user_data(target, form, chosen, progress=progress),
            visible=True,
            again=lambda: self._write(target, form, chosen),
        )
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_failed)

    def _on_exported(self, report: ExportReport) -> None:
        text = self.tr("{recordings} exported to {name}.").format(
            recordings=texts.recordings(report.recordings), name=report.path.name
        )
        severity = Severity.SUCCESS
        if report.missing or report.damaged:
            count = len(report.missing) + len(report.damaged)
            text += " " + self.tr("{files} were missing or damaged.").format(files=texts.files(count))
            severity = Severity.WARNING
        show = MessageAction(self.tr("Show"), lambda: _open_folder(report.path.parent))
        self._bar.post(Message("export", severity, text, (show,)))

    def erase(self, selected: list[Recording]) -> None:
        """Ask, and erase for good."""
        if not selected or not self._services.dialogs.confirm(
            self._window,
            title=self.tr("Erase {recordings} for good?").format(recordings=texts.recordings(len(selected))),
            text=self.tr("Nothing of it stays in the library, and no backup brings it back."),
            yes=self.tr("Erase for Good"),
            no=self.tr("Keep"),
        ):
            return
        erasing, store, ids = self._services.erasing, self._services.usable_store(), [one.id for one in selected]
        job = self._services.runner.submit(
            self.tr("Erasing for good"), lambda progress: erasing.erase(ids, store, progress), pool="db", visible=True
        )
        job.succeeded.connect(self._on_erased)
        job.failed.connect(self._on_failed)

    def _on_erased(self, receipt: Receipt) -> None:
        self.erased.emit([id_ for id_, _ in receipt.erased])
        text = self.tr("{recordings} erased for good.").format(recordings=texts.recordings(len(receipt.erased)))
        show = MessageAction(self.tr("Receipt"), lambda: self._show(receipt))
        self._bar.post(Message("erased", Severity.SUCCESS, text, (show,)))

    def _show(self, receipt: Receipt) -> None:
        lines = [self.tr("Erased {when}:").format(when=f"{receipt.at.astimezone():%Y-%m-%d %H:%M:%S}")]
        lines += [f"{id_}  {uuid}" for id_, uuid in receipt.erased]
        lines.append(self.tr("From the library: the row, its words in the search, what its history said."))
        lines.append(self.tr("{files} removed.").format(files=texts.files(receipt.files_removed)))
        lines.append(self.tr("Mentions in the logs that were overwritten: {count}").format(count=receipt.log_mentions))
        lines += [
            self.tr("The backup {name} still holds it and goes by {day}.").format(
                name=one.snapshot, day=f"{one.expires:%Y-%m-%d}"
            )
            for one in receipt.held
        ]
        lines += map(texts.translated, receipt.unreached)
        self._services.dialogs.show(ReportDialog(self.tr("Receipt"), "\n".join(lines), self._window))

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("export", error))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
