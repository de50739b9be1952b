"""The log as it is written, at the bottom of the window: for support, closed until somebody opens it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names
from vrp.ui.diagnostics.error_help import help_for
from vrp.ui.diagnostics.log_model import LEVELS, TEXT, LogFilter, LogModel, as_json, as_text, level_name
from vrp.ui.theme import GRID, tabular

if TYPE_CHECKING:
    from vrp.backend.logs.record_view import LogRecordView
    from vrp.ui.services import Services

POLL_MS: Final = 150
_SOON_MS: Final = 12  # where a slice left some over: often, and with room for a picture between
_TYPING_MS: Final = 150
MINUTES: Final = 15


class LogPanel(QDockWidget):
    """Looks at the tail only while it is seen."""

    left = Signal()  # by the keyboard
    folder_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner = services.runner
        self.setObjectName(names.LOG_PANEL)
        self.setWindowTitle(self.tr("Log"))
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget(self))  # the panel has a button of its own to close it
        self.model = LogModel(services.records, self)
        self._make_view()
        self._make_fields()
        self.detail = _Detail(self)
        self._lay_out()
        self._poll = QTimer(self, singleShot=True)
        self._poll.timeout.connect(self._take)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._filter)

    # --- building ---

    def _make_view(self) -> None:
        self.view = QTableView(self)
        self.view.setObjectName(names.LOG_TABLE)
        self.view.setAccessibleName(self.tr("Log records"))
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setMinimumHeight(18 * GRID)
        self.view.setFont(tabular(self.font()))
        rows = self.view.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(3 * GRID)
        rows.hide()
        head = self.view.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, cells in enumerate((14, 13, 50, 12, 8)):
            head.resizeSection(column, cells * GRID)
        head.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.view.selectionModel().currentRowChanged.connect(self._show_record)
        self.view.installEventFilter(self)

    def _make_fields(self) -> None:
        self.level = QComboBox(self)
        self.level.setObjectName(names.LOG_LEVEL)
        self.level.setAccessibleName(self.tr("Least level"))
        for level in LEVELS[:-1]:
            self.level.addItem(self.tr("{level} and above").format(level=level_name(level)), level)
        self.level.setItemText(0, self.tr("All levels"))
        self.level.currentIndexChanged.connect(self._filter)
        self.text = self._field(names.LOG_TEXT, self.tr("Search the log"), 24)
        self.job = self._field(names.LOG_JOB, self.tr("Job"), 9)
        self.recording = self._field(names.LOG_RECORDING, self.tr("Recording"), 13)
        self.pause = self._button(names.LOG_PAUSE, self.tr("Pause"), self._on_pause)
        self.pause.setCheckable(True)
        self.copy = self._button(names.LOG_COPY, self.tr("Copy"), None)
        menu = QMenu(self.copy)
        menu.addAction(self.tr("As Text"), lambda: self._copy(as_text))
        menu.addAction(self.tr("As JSON"), lambda: self._copy(as_json))
        self.copy.setMenu(menu)
        self.copy.setToolTip(self.tr("Copies the selected records; all that are shown where none is selected"))
        self.clear = self._button(names.LOG_CLEAR, self.tr("Clear View"), self.model.clear)
        self.folder = self._button(names.LOG_FOLDER, self.tr("Open Folder"), self.folder_wanted.emit)
        self.raise_button = RaiseButton(self)
        self.close_button = self._button(names.LOG_CLOSE, self.tr("Close Log"), self.hide)
        self.count = QLabel(self)
        self.count.setObjectName(names.LOG_COUNT)
        self.count.setProperty("muted", True)

    def _field(self, name: str, label: str, cells: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setPlaceholderText(label)
        field.setAccessibleName(label)
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(cells * GRID)
        field.textChanged.connect(lambda _text: self._typing.start())
        return field

    def _button(self, name: str, label: str, pressed: Callable[[], object] | None) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        if pressed is not None:
            button.clicked.connect(lambda _checked=False: pressed())
        return button

    def _lay_out(self) -> None:
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        for field, stretch in ((self.level, 0), (self.text, 3), (self.job, 1), (self.recording, 1)):
            fields.addWidget(field, stretch)
        fields.addWidget(self.close_button)
        for button in (self.pause, self.copy, self.clear, self.folder, self.raise_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.count)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(fields)
        column.addWidget(self.splitter, 1)
        column.addLayout(buttons)
        self.setWidget(body)

    # --- what comes ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_pause()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._poll.stop()

    def _take(self) -> None:
        """One slice; at the end of the list it stays there, as people who watch a log expect."""
        bar = self.view.verticalScrollBar()
        follows = bar.value() >= bar.maximum()
        before = self.model.rowCount()
        left = self.model.take()
        if follows and self.model.rowCount() != before:
            self.view.scrollToBottom()
        self._show_count()
        if not self.pause.isChecked():
            self._poll.start(_SOON_MS if left else POLL_MS)

    def _on_pause(self) -> None:
        if self.pause.isChecked():
            self._poll.stop()
        else:
            self._poll.start(0)
        self._show_count()

    def _show_count(self) -> None:
        count = self.locale().toString(self.model.rowCount())
        text = self.tr("{count} shown").format(count=count)
        self.count.setText(self.tr("Paused: {shown}").format(shown=text) if self.pause.isChecked() else text)

    # --- what the person does ---

    def _filter(self) -> None:
        self._typing.stop()
        self.model.show_only(
            LogFilter(
                str(self.level.currentData()),
                self.text.text(),
                self.job.text().strip(),
                self.recording.text().strip(),
            )
        )
        self._poll.start(0)

    def show_job(self, number: int) -> None:
        """All records of this job, whatever was looked for before; also those that were cleared from the view."""
        self.level.setCurrentIndex(0)
        for field, text in ((self.text, ""), (self.job, str(number)), (self.recording, "")):
            field.setText(text)
        self.pause.setChecked(False)
        self.model.bring_back()
        self._filter()

    def _show_record(self) -> None:
        row = self.view.currentIndex().row()
        self.detail.show_record(self.model.record(row) if row >= 0 else None)

    def _copy(self, form: Callable[[Sequence[LogRecordView]], str]) -> None:
        """In the background: a hundred thousand records are a long text."""
        chosen = [self.model.record(index.row()) for index in self.view.selectionModel().selectedRows()]
        records = sorted(chosen, key=lambda one: one.position) if chosen else self.model.records()
        job = self._runner.submit("copy log", lambda _progress: form(records))
        job.succeeded.connect(lambda text: QGuiApplication.clipboard().setText(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+C in the list copies whole records, not one cell."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Copy):
                self._copy(as_text)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.detail.setFocus()
                return True
        return bool(super().eventFilter(watched, event))


class _Detail(QPlainTextEdit):
    """The whole record, and what can be done about its code."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.LOG_DETAIL)
        self.setAccessibleName(self.tr("The chosen record"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.show_record(None)

    def show_record(self, record: LogRecordView | None) -> None:
        if record is None:
            self.setPlainText(self.tr("Choose a record to see all of it."))
            return
        advice = help_for(record.error_code) if record.error_code else ""
        values = "\n".join(f"{name} = {value}" for name, value in record.fields.items())
        head = f"{record.event}\n{record.at.isoformat()}  {level_name(record.level)}  {record.logger}"
        parts = (f"{record.error_code}\n{advice}" if advice else "", head, values)
        self.setPlainText("\n\n".join(part for part in parts if part))


class RaiseButton(QPushButton):
    """Everything is written down for a quarter of an hour, with the time that is left to be seen; again ends it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.LOG_RAISE)
        self._until = 0.0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._show)
        self.clicked.connect(self._on_clicked)
        self._show()

    def _on_clicked(self) -> None:
        from vrp.backend.logs import setup

        if self._until:
            self._until = 0.0
            setup.lower_level()
        else:
            self._until = setup.raise_level(MINUTES).timestamp()
            self._second.start()
        self._show()

    def _show(self) -> None:
        left = math.ceil(self._until - time.time())
        if left <= 0:
            self._until = 0.0
            self._second.stop()
            text = self.tr("More Detail for {minutes} Minutes").format(minutes=MINUTES)
        else:
            text = self.tr("Less Detail ({left} left)").format(left=f"{left // 60}:{left % 60:02d}")
        self.setText(text)
        self.setAccessibleName(text)
