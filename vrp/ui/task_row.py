"""One task among those that run or have ended, and what can be done about it."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from vrp.backend.domain.progress import ProgressReport
from vrp.backend.domain.time_left import time_left
from vrp.ui import fault_texts, names
from vrp.ui.elided_label import ElidedLabel
from vrp.ui.icons import icon
from vrp.ui.theme import GRID, colours

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import Job


def cancel_button(parent: QWidget, label: str) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("flat", True)
    button.setIconSize(QSize(14, 14))
    button.setIcon(icon("close", colours().muted))
    button.setAccessibleName(label)
    button.setToolTip(label)
    return button


def slim_bar(parent: QWidget, label: str) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setProperty("slim", True)
    bar.setTextVisible(False)
    bar.setAccessibleName(label)
    bar.setRange(0, 0)
    return bar


def show_progress(bar: QProgressBar, report: ProgressReport) -> None:
    """In thousandths: totals are bytes, and a progress bar counts in 32 bits."""
    if report.total > 0:
        bar.setRange(0, 1000)
        bar.setValue(min(1000, report.done * 1000 // report.total))


def _line(*parts: tuple[QWidget | None, int]) -> QHBoxLayout:
    """Side by side, each with its stretch; None is empty room."""
    line = QHBoxLayout()
    line.setSpacing(GRID)
    for widget, stretch in parts:
        if widget is None:
            line.addStretch(stretch)
        else:
            line.addWidget(widget, stretch)
    return line


class TaskRow(QWidget):
    """One task in the panel: name, bar, how far it is and for how long still, cancel, and how it ended.

    One that failed or was cancelled can be tried again where its job says how.
    """

    retried = Signal()
    details_wanted = Signal(str)
    log_wanted = Signal(int)  # number of the job

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = job
        self.again = job.again
        self.setObjectName(f"{names.TASK_ROW}.{job.number}")
        self._error: VrpError | None = None
        self._since: float | None = None  # of the first report that knows a total: what waits or gets ready has no pace
        self._make_parts(job)
        self._lay_out()
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def _make_parts(self, job: Job) -> None:
        self.name = ElidedLabel(self)
        self.name.setText(job.name)
        self.detail = QLabel(self.tr("Running"), self)
        self.detail.setObjectName(f"{names.TASK_STATE}.{job.number}")
        self.pace = QLabel(self)
        self.item = ElidedLabel(self)
        self.item.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        for label in (self.detail, self.pace, self.item):
            label.setProperty("muted", True)
        for label in (self.pace, self.item):
            label.hide()
        self._bar = slim_bar(self, job.name)
        self._cancel = cancel_button(self, self.tr("Cancel {task}").format(task=job.name))
        self._cancel.setObjectName(f"{names.TASK_CANCEL}.{job.number}")
        self._cancel.clicked.connect(self.cancel)
        self._details = self._button(self.tr("Details"), self.tr("Details of {task}").format(task=job.name))
        self._details.setObjectName(f"{names.TASK_DETAILS}.{job.number}")
        self._details.clicked.connect(self._show_details)
        self._log = self._button(self.tr("Show Log"), self.tr("Show log of {task}").format(task=job.name))
        self._log.setObjectName(f"{names.TASK_LOG}.{job.number}")
        self._log.clicked.connect(partial(self.log_wanted.emit, job.number))
        self._retry = self._button(self.tr("Retry"), self.tr("Retry {task}").format(task=job.name))
        self._retry.setObjectName(f"{names.TASK_RETRY}.{job.number}")
        self._retry.clicked.connect(self.retried)

    def _button(self, text: str, label: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("small", True)
        button.setAccessibleName(label)
        button.hide()
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_line((self.name, 1), (self.detail, 0), (self._cancel, 0)))
        column.addWidget(self._bar)
        column.addLayout(_line((self.pace, 0), (self.item, 1)))
        column.addLayout(_line((None, 1), (self._details, 0), (self._log, 0), (self._retry, 0)))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """In the order in which Tab goes through them."""
        return self._cancel, self._details, self._log, self._retry

    def cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.detail.setText(self.tr("Cancelling…"))
            self._cancel.setEnabled(False)

    def _on_progress(self, report: ProgressReport) -> None:
        show_progress(self._bar, report)
        self._show_pace(report)
        self.item.setText(report.item)
        self.item.setVisible(bool(report.item))

    def _show_pace(self, report: ProgressReport) -> None:
        if report.total <= 0:
            return
        now = monotonic()
        self._since = now if self._since is None else self._since
        share = QLocale().toString(min(100, report.done * 100 // report.total)) + QLocale().percent()
        left = time_left(now - self._since, report.done, report.total)
        if left is None:
            text = share
        elif left < 60:
            text = self.tr("{share} · {seconds} s left").format(share=share, seconds=QLocale().toString(left))
        else:
            text = self.tr("{share} · {minutes} min left").format(share=share, minutes=QLocale().toString(left // 60))
        self.pace.setText(text)
        self.pace.show()

    def _on_succeeded(self, _value: object) -> None:
        self._end(self.tr("Done"))

    def _on_failed(self, error: VrpError) -> None:
        self._error = error
        self._end(self.tr("Failed ({code})").format(code=error.code))
        self.setToolTip(fault_texts.message(error))
        self._details.show()
        self._log.show()
        self._retry.setVisible(self.again is not None)

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled"))
        self._retry.setVisible(self.again is not None)

    def _end(self, text: str) -> None:
        self.job = None
        self.detail.setText(text)
        for gone in (self._bar, self.pace, self.item, self._cancel):
            gone.hide()

    def _show_details(self) -> None:
        if self._error is not None:
            self.details_wanted.emit(f"{self.name.text()}\n\n{fault_texts.details(self._error)}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cancel"):
            self._cancel.setIcon(icon("close", colours().muted))
