"""The columns of the library table: what each shows of a recording, how it sorts and how it stands."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt

from vrp.backend.domain.queries import SortKey
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.searching import sort_key
from vrp.ui import texts


class Column(IntEnum):
    TITLE = 0
    RECORDED = 1
    LENGTH = 2
    SIZE = 3
    SOUND = 4


SORT_KEYS: Final = {
    Column.TITLE: SortKey.TITLE,
    Column.RECORDED: SortKey.RECORDED_AT,
    Column.LENGTH: SortKey.DURATION,
    Column.SIZE: SortKey.SIZE,
}

_ALIGNMENTS: Final = {
    column: int(
        Qt.AlignmentFlag.AlignVCenter
        | (Qt.AlignmentFlag.AlignRight if column in (Column.LENGTH, Column.SIZE) else Qt.AlignmentFlag.AlignLeft)
    )
    for column in Column
}


def heading(column: Column) -> str:
    return {
        Column.TITLE: QCoreApplication.translate("Columns", "Title"),
        Column.RECORDED: QCoreApplication.translate("Columns", "Recorded"),
        Column.LENGTH: QCoreApplication.translate("Columns", "Length"),
        Column.SIZE: QCoreApplication.translate("Columns", "Size"),
        Column.SOUND: QCoreApplication.translate("Columns", "Format"),
    }[column]


def native(recording: Recording, column: Column) -> Any:
    return {
        Column.TITLE: recording.title,
        Column.RECORDED: recording.recorded_at,
        Column.LENGTH: recording.duration,
        Column.SIZE: recording.filesize_bytes,
        Column.SOUND: recording.codec,
    }[column]


def shown(recording: Recording, column: Column) -> str:
    if column is Column.TITLE:
        return recording.title
    if column is Column.RECORDED:
        return texts.moment(recording.recorded_at)
    if column is Column.LENGTH:
        return texts.length(recording.duration)
    if column is Column.SIZE:
        return texts.size(recording.filesize_bytes)
    return texts.sound(recording)


def alignment(column: Column) -> int:
    return _ALIGNMENTS[column]


def tooltip(recording: Recording, column: Column) -> str | None:
    if column is not Column.TITLE:
        return None
    return f"{recording.title}\n{texts.origin(recording.origin)} · {recording.filename}"


def rank(recording: Recording, key: SortKey) -> tuple[Any, int]:
    """The sort key as the repository compares it: equal keys by id."""
    value: Any = {
        SortKey.RECORDED_AT: recording.recorded_at,
        SortKey.DURATION: recording.duration,
        SortKey.SIZE: recording.filesize_bytes,
    }.get(key)
    return sort_key(recording.title) if key is SortKey.TITLE else value, recording.id
