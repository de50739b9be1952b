"""The log's records as rows: asked for from the tail in slices, each short enough that the window does not notice.

No logging handler knows this model. It asks "what came after position N?", takes what fits its filter, and keeps at
most 100,000 rows; whoever has it calls `take` again after a moment.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from vrp.backend.logs.record_view import LogRecordView
from vrp.backend.logs.tail import Tail
from vrp.ui.icons import icon
from vrp.ui.theme import colours

MAX_ROWS: Final = 100_000
SLICE_SECONDS: Final = 0.005
_BATCH: Final = 200
LEVELS: Final = ("debug", "info", "warning", "error", "critical")
TIME, LEVEL, TEXT, CODE, JOB = range(5)

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


def tr(text: str) -> str:
    return QCoreApplication.translate("LogPanel", text)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is shown: from ``level`` up, with every word of ``text`` in it, of one job and recording, where named."""

    level: str = "debug"
    text: str = ""
    job: str = ""
    recording: str = ""

    def accepts(self, record: LogRecordView) -> bool:
        if _rank(record.level) < _rank(self.level):
            return False
        if self.job and str(record.job) != self.job:
            return False
        if self.recording and not record.recording.startswith(self.recording):
            return False
        words = self.text.casefold().split()
        return not words or all(word in f"{record.logger} {record.text}".casefold() for word in words)


class LogModel(QAbstractTableModel):
    """One row a record, the oldest first."""

    def __init__(self, tail: Tail, parent: QObject | None = None, *, max_rows: int = MAX_ROWS) -> None:
        super().__init__(parent)
        self._tail = tail
        self._max_rows = max_rows
        self._rows: list[LogRecordView] = []
        self._position = 0
        self._cleared = 0
        self.filter = LogFilter()

    @property
    def waiting(self) -> int:
        """Records that were not looked at yet."""
        return self._tail.last - max(self._position, self._tail.first - 1)

    def take(self, seconds: float = SLICE_SECONDS) -> bool:
        """Take what came meanwhile, for so long; whether some is left."""
        deadline = time.perf_counter() + seconds
        found: list[LogRecordView] = []
        while True:
            records = self._tail.after(self._position, _BATCH)
            if records:
                self._position = records[-1].position
            found += filter(self.filter.accepts, records)
            left = len(records) == _BATCH
            if not left or time.perf_counter() > deadline:
                break
        self._append(found)
        return left

    def show_only(self, wanted: LogFilter) -> None:
        """Begin anew with another filter."""
        self.filter = wanted
        self._begin(self._cleared)

    def clear(self) -> None:
        """Show only what comes from now on. The log itself is not touched."""
        self._cleared = self._tail.last
        self._begin(self._cleared)

    def bring_back(self) -> None:
        """What was cleared is shown again when the model begins anew."""
        self._cleared = 0

    def record(self, row: int) -> LogRecordView:
        return self._rows[row]

    def records(self) -> tuple[LogRecordView, ...]:
        """All that is shown."""
        return tuple(self._rows)

    def _begin(self, position: int) -> None:
        self.beginResetModel()
        self._rows.clear()
        self._position = position
        self.endResetModel()

    def _append(self, found: list[LogRecordView]) -> None:
        found = found[-self._max_rows :]
        if not found:
            return
        if (surplus := len(self._rows) + len(found) - self._max_rows) > 0:
            self.beginRemoveRows(QModelIndex(), 0, surplus - 1)
            del self._rows[:surplus]
            self.endRemoveRows()
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self._rows += found
        self.endInsertRows()

    # --- Qt's questions ---

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Time"), tr("Level"), tr("What"), tr("Code"), tr("Job"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(record, column)
        if role == Qt.ItemDataRole.DecorationRole and column == LEVEL:
            return icon(*_sign(record.level))
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(record, column)
        if role == Qt.ItemDataRole.FontRole and column == CODE and record.error_code:
            font = QFont()
            font.setUnderline(True)
            return font
        return None


def as_text(records: Iterable[LogRecordView]) -> str:
    """As a person reads them; times in UTC, as a supporter elsewhere needs them."""
    return "".join(f"{one.at.isoformat()} {one.level.upper():7} {one.logger}: {one.text}\n" for one in records)


def as_json(records: Iterable[LogRecordView]) -> str:
    """As they stand in the log file: one JSON document a line."""
    return "".join(
        json.dumps(
            {
                "timestamp": one.at.isoformat(),
                "level": one.level,
                "logger": one.logger,
                "event": one.event,
                **one.fields,
            },
            ensure_ascii=False,
        )
        + "\n"
        for one in records
    )


def level_name(level: str) -> str:
    return {
        "debug": tr("Detail"),
        "info": tr("Info"),
        "warning": tr("Warning"),
        "error": tr("Error"),
        "critical": tr("Error"),
    }.get(level, level)


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else 1


def _shown(record: LogRecordView, column: int) -> str:
    if column == TIME:
        local = record.at.astimezone()
        return f"{local:%H:%M:%S}.{local.microsecond // 1000:03d}"
    if column == LEVEL:
        return level_name(record.level)
    if column == TEXT:
        return record.text
    if column == CODE:
        return record.error_code
    return "" if record.job is None else str(record.job)


def _sign(level: str) -> tuple[str, str]:
    table = colours()
    return {"debug": ("info", table.muted), "info": ("info", table.accent), "warning": ("warning", table.loud)}.get(
        level, ("error", table.clip)
    )


def _colour(record: LogRecordView, column: int) -> Any:
    table = colours()
    if column == CODE:
        return table.of("accent")
    if column in (TIME, JOB) or record.level == "debug":
        return table.of("muted")
    return None
