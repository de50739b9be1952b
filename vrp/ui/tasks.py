"""What runs in the background: a chip in the status bar for one look, a panel for the list."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vrp.backend.domain.progress import ProgressReport
from vrp.ui import names
from vrp.ui.icons import icon
from vrp.ui.task_row import TaskRow, cancel_button, show_progress, slim_bar
from vrp.ui.theme import GRID, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrp.backend.jobs.runner import Job

KEPT: Final = 8  # finished tasks that the panel still lists


class TaskPanel(QFrame):
    """A small window over the chip; Escape or a click elsewhere closes it."""

    details_wanted = Signal(str)
    log_wanted = Signal(int)  # number of the job

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(names.TASK_PANEL)
        self.setAccessibleName(self.tr("Tasks"))
        self.setFixedWidth(48 * GRID)
        self.rows: list[TaskRow] = []
        self._anchor: QWidget = parent
        title = QLabel(self.tr("Tasks"), self)
        title.setProperty("heading", True)
        self._none = QLabel(self.tr("Nothing is running. Imports and checks are listed here."), self)
        self._none.setObjectName(names.TASK_NONE)
        self._none.setProperty("muted", True)
        self._none.setWordWrap(True)
        self._clear = self._clear_button()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._layout.setSpacing(2 * GRID)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._clear)
        self._layout.addLayout(head)
        self._layout.addWidget(self._none)

    def _clear_button(self) -> QPushButton:
        button = QPushButton(self.tr("Clear"), self)
        button.setObjectName(names.TASK_CLEAR)
        button.setProperty("small", True)
        button.setAccessibleName(self.tr("Clear tasks that have ended"))
        button.setToolTip(self.tr("Take those that have ended off this list"))
        button.clicked.connect(self.clear)
        button.hide()
        return button

    def add(self, job: Job) -> TaskRow:
        row = TaskRow(job, self)
        row.details_wanted.connect(self.details_wanted)
        row.log_wanted.connect(self._show_log)
        row.retried.connect(lambda: self._retry(row))
        job.ended.connect(self._refresh)
        self.rows.append(row)
        self._layout.insertWidget(1, row)  # the newest first, below the head
        row.show()  # where the list is open
        ended = self._ended
        self._remove(ended[: max(0, len(ended) - KEPT)])
        return row

    def clear(self) -> None:
        """Take all off the list that have ended."""
        self._remove(self._ended)

    @property
    def _ended(self) -> list[TaskRow]:
        return [one for one in self.rows if one.job is None]

    def _show_log(self, job: int) -> None:
        self.hide()
        self.log_wanted.emit(job)

    def _retry(self, row: TaskRow) -> None:
        newest = self.rows[-1]
        if row.again is not None:
            row.again()
        if self.rows[-1] is not newest:  # not where the person was asked first, and refused
            self._remove([row])

    def _remove(self, rows: Sequence[TaskRow]) -> None:
        for row in rows:
            if row in self.rows:
                self.rows.remove(row)
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()
        self._refresh()

    def _refresh(self) -> None:
        """What goes with the rows that there are now: the last line, the order of Tab, the size."""
        self._none.setVisible(not self.rows)
        self._clear.setVisible(bool(self._ended))
        order = [*(control for row in reversed(self.rows) for control in row.controls), self._clear]
        for one, next_ in pairwise(order):
            QWidget.setTabOrder(one, next_)
        if self.isVisible():
            self._fit()

    def show_above(self, anchor: QWidget) -> None:
        """Show it over ``anchor``, with the focus in it."""
        self._anchor = anchor
        self._fit()
        self.show()
        shown = (one for row in reversed(self.rows) for one in row.controls if one.isVisible() and one.isEnabled())
        next(shown, self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Its lower edge stays over the anchor when rows come and go."""
        self.adjustSize()
        anchor = self._anchor
        side = 0 if anchor.layoutDirection() is Qt.LayoutDirection.RightToLeft else anchor.width() - self.width()
        corner = anchor.mapToGlobal(QPoint(side, -self.height() - GRID))
        self.move(corner.x(), max(corner.y(), self.screen().availableGeometry().top()))

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
        self._bar = slim_bar(self, self.tr("Progress"))
        self._bar.setObjectName(names.TASK_CHIP_BAR)
        self._bar.setFixedWidth(12 * GRID)
        self._cancel = cancel_button(self, self.tr("Cancel"))
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
            show_progress(self._bar, job.latest)
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
