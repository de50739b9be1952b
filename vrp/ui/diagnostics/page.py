"""The diagnostics page: what this program sees of itself and of its computer, for whoever helps on the telephone.

It shows at once and fills its slow rows as they come; nothing of it needs a library that works.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from vrp.backend.domain.diagnostics import Row, Section, SlowRow
from vrp.ui import names
from vrp.ui.diagnostics.report import Report, section_name
from vrp.ui.diagnostics.rows_view import RowsView, state_icon
from vrp.ui.texts import translated
from vrp.ui.theme import GRID, LARGE, tabular

if TYPE_CHECKING:
    from vrp.backend.domain.progress import Progress
    from vrp.backend.jobs.runner import JobRunner
    from vrp.backend.services.diagnostics import DiagnosticsService
    from vrp.ui.diagnostics.lag import LagMonitor

_GATHER_MS: Final = 40  # what comes within it is shown together
_LAG_MS: Final = 2000


class DiagnosticsPage(QWidget):
    """Asks the service in jobs only. What a row's button means is the window's to know: ``action_chosen``."""

    back = Signal()
    bundle_wanted = Signal()
    action_chosen = Signal(str, object)  # what to do, and the Row
    ignored = Signal(object)  # the Row of a finding that is put aside
    filled = Signal()  # every row has been found out

    def __init__(self, service: DiagnosticsService, runner: JobRunner, lag: LagMonitor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.DIAGNOSTICS)
        self.report = Report()
        self._service = service
        self._runner = runner
        self._lag = lag
        self._round = 0
        self._make_parts()
        self._lay_out()
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._show)
        self._ticking = QTimer(self, interval=_LAG_MS)
        self._ticking.timeout.connect(self._show_lag)

    # --- building ---

    def _make_parts(self) -> None:
        self.title = QLabel(self.tr("Diagnostics"), self)
        self.title.setFont(tabular(self.font(), LARGE))
        self.search = QLineEdit(self)
        self.search.setObjectName(names.DIAGNOSTICS_SEARCH)
        self.search.setPlaceholderText(self.tr("Search all sections"))
        self.search.setAccessibleName(self.tr("Search all sections"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_rows)
        self.list = QListWidget(self)
        self.list.setObjectName(names.DIAGNOSTICS_SECTIONS)
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setFixedWidth(26 * GRID)
        self.list.currentItemChanged.connect(self._on_section)
        self.rows = RowsView(self)
        self.rows.action_chosen.connect(self.action_chosen)
        self.rows.ignored.connect(self.ignored)
        self.loop = QLabel(self)
        self.loop.setProperty("muted", True)
        button = self._button
        self.back_button = button(names.DIAGNOSTICS_BACK, self.tr("Back"), self.back.emit)
        self.refresh_button = button(names.DIAGNOSTICS_REFRESH, self.tr("Refresh"), self.refresh)
        self.copy_button = button(names.DIAGNOSTICS_COPY, self.tr("Copy All"), self._copy_all)
        self.line_button = button(names.DIAGNOSTICS_LINE, self.tr("Copy Support Line"), self._copy_line)
        self.bundle_button = button(names.DIAGNOSTICS_BUNDLE, self.tr("Save Support Bundle…"), self.bundle_wanted.emit)

    def _button(self, name: str, label: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label.rstrip("…"))
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def _lay_out(self) -> None:
        top, middle, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line in (top, middle, bottom):
            line.setSpacing(GRID)
        top.addWidget(self.back_button)
        top.addSpacing(GRID)
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.search, 1)
        top.addWidget(self.refresh_button)
        middle.addWidget(self.list)
        middle.addWidget(self.rows, 1)
        for one in (self.copy_button, self.line_button, self.bundle_button):
            bottom.addWidget(one)
        bottom.addStretch(1)
        bottom.addWidget(self.loop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(bottom)

    # --- asking ---

    def refresh(self) -> None:
        """Ask for everything again; what was known stays to be seen until then."""
        self._round += 1
        job = self._runner.submit("diagnostics", lambda _progress: self._service.sections())
        job.succeeded.connect(partial(self._on_sections, self._round))

    def refresh_if_shown(self) -> None:
        """Something was done that the rows may tell of."""
        if self.isVisible():
            self.refresh()

    def _on_sections(self, round_: int, sections: tuple[Section, ...]) -> None:
        if not self._is_awaited(round_):
            return
        self.report = Report(sections)
        for section, slow in self.report.due:
            job = self._runner.submit("diagnostics row", _finding(slow))
            job.succeeded.connect(partial(self._on_found, round_, section, slow))
        self._show()

    def _on_found(self, round_: int, section: str, slow: SlowRow, found: tuple[Row, ...]) -> None:
        if not self._is_awaited(round_):
            return
        self.report.fill(section, slow, found)
        self._gather.start()

    def _is_awaited(self, round_: int) -> bool:
        """Not after a newer question, nor when the window went meanwhile."""
        return isValid(self) and round_ == self._round

    # --- showing ---

    def _show(self) -> None:
        self._gather.stop()
        chosen, sections = self._section, self.report.sections
        if sections != [self._id(place) for place in range(self.list.count())]:
            self.list.clear()
            for section in sections:
                item = QListWidgetItem(self.list)
                item.setData(Qt.ItemDataRole.UserRole, section)
            self.list.setCurrentRow(sections.index(chosen) if chosen in sections else 0)
        for place, section in enumerate(sections):
            self._show_mark(self.list.item(place), section)
        self._show_rows()
        if sections and not self.report.due:
            self.filled.emit()

    def _show_mark(self, item: QListWidgetItem, section: str) -> None:
        count = self.report.troubles(section)
        item.setText(f"{section_name(section)} ({count})" if count else section_name(section))
        item.setIcon(state_icon(self.report.worst(section)))

    def _show_rows(self) -> None:
        if text := self.search.text().strip():
            self.rows.show_rows([(section_name(section), rows) for section, rows in self.report.found(text)])
        else:
            self.rows.show_rows([("", self.report.rows(self._section))])

    def _on_section(self) -> None:
        if self.search.text():
            self.search.clear()  # which shows the rows
        else:
            self._show_rows()

    @property
    def _section(self) -> str:
        place = self.list.currentRow()
        return self._id(place) if place >= 0 else ""

    def _id(self, place: int) -> str:
        return str(self.list.item(place).data(Qt.ItemDataRole.UserRole))

    def go(self, section: str) -> None:
        """Choose a section; where the rows are not there yet it is the first."""
        for place in range(self.list.count()):
            if self._id(place) == section:
                self.list.setCurrentRow(place)

    def _show_lag(self) -> None:
        lag = self._lag.reading()
        text = self.tr("Event loop: 99 of 100 looks within {p99} ms, the longest {longest} ms")
        self.loop.setText(text.format(p99=round(lag.p99), longest=round(lag.max)))
        self.loop.setToolTip(translated(lag.phrase))

    # --- what the person does ---

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._service.support_line()}\n\n{self.report.text()}")

    def _copy_line(self) -> None:
        QGuiApplication.clipboard().setText(self._service.support_line())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()
        self._show_lag()
        self._ticking.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticking.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_ticking"):
            self._gather.start()


def _finding(slow: SlowRow) -> Callable[[Progress], object]:
    return lambda _progress: slow.find()
