"""What runs in the background: a chip in the status bar for one look, a panel for the list."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from vrp.backend.domain.progress import ProgressReport
from vrp.backend.domain.time_left import time_left
from vrp.ui import fault_texts, names
from vrp.ui.icons import icon
from vrp.ui.theme import GRID, colours

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import Job

KEPT: Final = 8  # finished tasks that the panel still lists


def _cancel_button(parent: QWidget, label: str) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("flat", True)
    button.setIconSize(QSize(14, 14))
    button.setIcon(icon("close", colours().muted))
    button.setAccessibleName(label)
    button.setToolTip(label)
    return button


def _slim_bar(parent: QWidget, label: str) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setProperty("slim", True)
    bar.setTextVisible(False)
    bar.setAccessibleName(label)
    bar.setRange(0, 0)
    return bar


def _show_progress(bar: QProgressBar, report: ProgressReport) -> None:
    """In thousandths: totals are bytes, and a progress bar counts in 32 bits."""
    if report.total > 0:
        bar.setRange(0, 1000)
        bar.setValue(min(1000, report.done * 1000 // report.total))


class TaskRow(QWidget):
    """One task in the panel: name, bar, how far it is and for how long still, cancel, and how it ended."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = job
        self.name = job.name
        self.detail = QLabel(self.tr("Running"), self)
        self.detail.setProperty("muted", True)
        self.pace = QLabel(self)
        self.pace.setProperty("muted", True)
        self.pace.hide()
        self._since: float | None = None  # of the first report: what waits in the queue has no pace
        self._bar = _slim_bar(self, job.name)
        self._cancel = _cancel_button(self, self.tr("Cancel {task}").format(task=job.name))
        self._cancel.clicked.connect(self.cancel)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.addWidget(QLabel(job.name, self), 0, 0)
        layout.addWidget(self.detail, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._cancel, 0, 2)
        layout.addWidget(self._bar, 1, 0, 1, 3)
        layout.addWidget(self.pace, 2, 0, 1, 3)
        layout.setColumnStretch(0, 1)
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.detail.setText(self.tr("Cancelling…"))
            self._cancel.setEnabled(False)

    def _on_progress(self, report: ProgressReport) -> None:
        _show_progress(self._bar, report)
        self._show_pace(report)
        if report.item and self._cancel.isEnabled():
            self.detail.setText(self.fontMetrics().elidedText(report.item, Qt.TextElideMode.ElideMiddle, 180))

    def _show_pace(self, report: ProgressReport) -> None:
        now = monotonic()
        self._since = now if self._since is None else self._since
        if report.total <= 0:
            return
        share = QLocale().toString(min(100, report.done * 100 // report.total)) + QLocale().percent()
        left = time_left(now - self._since, report.done, report.total)
        if left is None:
            text = share
        elif left < 60:
            text = self.tr("{share} · {seconds} s left").format(share=share, seconds=left)
        else:
            text = self.tr("{share} · {minutes} min left").format(share=share, minutes=left // 60)
        self.pace.setText(text)
        self.pace.show()

    def _on_succeeded(self, _value: object) -> None:
        self._end(self.tr("Done"))

    def _on_failed(self, error: VrpError) -> None:
        self._end(self.tr("Failed ({code})").format(code=error.code))
        self.setToolTip(fault_texts.message(error))

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled"))

    def _end(self, text: str) -> None:
        self.job = None
        self.detail.setText(text)
        for gone in (self._bar, self.pace, self._cancel):
            gone.hide()


class TaskPanel(QFrame):
    """A small window over the chip; Escape or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(names.TASK_PANEL)
        self.setAccessibleName(self.tr("Tasks"))
        self.setFixedWidth(48 * GRID)
        self.rows: list[TaskRow] = []
        self._none = QLabel(self.tr("Nothing is running. Imports and checks are listed here."), self)
        self._none.setProperty("muted", True)
        self._none.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._layout.setSpacing(2 * GRID)
        self._layout.addWidget(self._none)

    def add(self, job: Job) -> TaskRow:
        row = TaskRow(job, self)
        self.rows.append(row)
        self._layout.insertWidget(0, row)
        ended = [one for one in self.rows if one.job is None]
        for old in ended[: max(0, len(ended) - KEPT)]:
            self.rows.remove(old)
            old.deleteLater()
        self._none.hide()
        return row

    def show_above(self, anchor: QWidget) -> None:
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), -self.height() - GRID))
        self.move(corner)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class TaskChip(QWidget):
    """The newest running task with its progress; hidden while nothing runs."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.TASK_CHIP)
        self.setAccessibleName(self.tr("Running task"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._jobs: list[Job] = []
        self.label = QLabel(self)
        self._bar = _slim_bar(self, self.tr("Progress"))
        self._bar.setObjectName(names.TASK_CHIP_BAR)
        self._bar.setFixedWidth(12 * GRID)
        self._cancel = _cancel_button(self, self.tr("Cancel"))
        self._cancel.setObjectName(names.TASK_CHIP_CANCEL)
        self._cancel.clicked.connect(self._cancel_newest)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self.label, self._bar, self._cancel):
            layout.addWidget(widget)
        self.hide()

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(self._jobs)

    def add(self, job: Job) -> None:
        self._jobs.append(job)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)
        self._refresh()

    def _on_progress(self, _report: ProgressReport) -> None:
        self._refresh()

    def _on_ended(self) -> None:
        self._jobs = [job for job in self._jobs if job is not self.sender()]
        self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(self._jobs))
        if not self._jobs:
            return
        job = self._jobs[-1]
        more = self.tr(" +{count}").format(count=len(self._jobs) - 1) if len(self._jobs) > 1 else ""
        item = job.latest.item if job.latest is not None else ""
        text = self.fontMetrics().elidedText(item, Qt.TextElideMode.ElideMiddle, 160) if item else ""
        self.label.setText(" ".join(part for part in (job.name, text) if part) + more)
        self._cancel.setEnabled(not job.cancel_asked.is_set())
        if job.latest is not None and job.latest.total:
            _show_progress(self._bar, job.latest)
        else:
            self._bar.setRange(0, 0)

    def _cancel_newest(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
            self._cancel.setEnabled(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cancel"):
            self._cancel.setIcon(icon("close", colours().muted))
