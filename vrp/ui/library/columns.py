"""The columns of the library table: what each shows of a recording, how it sorts and how it stands."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt

from vrp.backend.domain.excerpts import Field, excerpts
from vrp.backend.domain.queries import SortKey
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.searching import sort_key, tags_key
from vrp.ui import texts


class Column(IntEnum):
    TITLE = 0
    RECORDED = 1
    LENGTH = 2
    SIZE = 3
    SOUND = 4
    FAVOURITE = 5
    TAGS = 6
    ADDED = 7
    ORIGIN = 8
    DELETED = 9  # in Recently Deleted only: when, and how long it stays


SORT_KEYS: Final = {
    Column.TITLE: SortKey.TITLE,
    Column.RECORDED: SortKey.RECORDED_AT,
    Column.LENGTH: SortKey.DURATION,
    Column.SIZE: SortKey.SIZE,
    Column.SOUND: SortKey.FORMAT,
    Column.ORIGIN: SortKey.ORIGIN,
    Column.FAVOURITE: SortKey.FAVOURITE,
    Column.TAGS: SortKey.TAGS,
    Column.ADDED: SortKey.ADDED,
    Column.DELETED: SortKey.DELETED,
}
FIGURES: Final = (Column.LENGTH, Column.SIZE)  # they stand at the far side

_ALIGNMENTS: Final = {
    column: int(
        Qt.AlignmentFlag.AlignVCenter
        | (Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft)
    )
    for column in Column
}


def tr(text: str) -> str:
    return QCoreApplication.translate("Columns", text)


_HEADINGS: Final[dict[Column, Callable[[], str]]] = {
    Column.TITLE: lambda: tr("Title"),
    Column.RECORDED: lambda: tr("Recorded"),
    Column.LENGTH: lambda: tr("Length"),
    Column.SIZE: lambda: tr("Size"),
    Column.SOUND: lambda: tr("Format"),
    Column.FAVOURITE: lambda: tr("Favourite"),
    Column.TAGS: lambda: tr("Tags"),
    Column.ADDED: lambda: tr("Added"),
    Column.ORIGIN: lambda: tr("Origin"),
    Column.DELETED: lambda: tr("Deleted"),
}


def heading(column: Column) -> str:
    return _HEADINGS[column]()


def native(recording: Recording, column: Column) -> Any:
    return {
        Column.TITLE: recording.title,
        Column.RECORDED: recording.recorded_at,
        Column.LENGTH: recording.duration,
        Column.SIZE: recording.filesize_bytes,
        Column.SOUND: recording.codec,
        Column.FAVOURITE: recording.favourite,
        Column.TAGS: recording.tags,
        Column.ADDED: recording.created_at,
        Column.ORIGIN: recording.origin.value,
        Column.DELETED: recording.deleted_at,
    }[column]


def shown(recording: Recording, column: Column) -> str:
    match column:
        case Column.TITLE:
            return recording.title
        case Column.RECORDED:
            return texts.moment(recording.recorded_at)
        case Column.LENGTH:
            return texts.length(recording.duration)
        case Column.SIZE:
            return texts.size(recording.filesize_bytes)
        case Column.SOUND:
            return texts.sound(recording)
        case Column.ADDED:
            return texts.moment(recording.created_at)
        case _:
            return _words(recording, column)


def _words(recording: Recording, column: Column) -> str:
    """Of the other columns; of those that are drawn as pictures, for those who hear the table."""
    if column is Column.FAVOURITE:
        return tr("yes") if recording.favourite else tr("no")
    if column is Column.TAGS:
        return ", ".join(recording.tags)
    if column is Column.ORIGIN:
        return texts.origin(recording.origin)
    return "" if recording.deleted_at is None else texts.moment(recording.deleted_at)


def alignment(column: Column) -> int:
    return _ALIGNMENTS[column]


def place_found(field: Field) -> str:
    """Said before the words of a recording that a search found."""
    return {
        Field.TAGS: tr("Tags:"),
        Field.NOTES: tr("Notes:"),
        Field.FILENAME: tr("File name:"),
        Field.ARTIST: tr("Artist:"),
    }[field]


def found(recording: Recording, search: str) -> list[str]:
    """Where a search found it beside its title, a line each."""
    return [f"{place_found(one.field)} {one.words}" for one in excerpts(recording, search)] if search else []


def heard(recording: Recording, column: Column, search: str) -> str:
    """What is said of a cell to those who hear the table."""
    words = [shown(recording, column), *(found(recording, search) if column is Column.TITLE else ())]
    return f"{heading(column)}: {', '.join(words)}"


def tooltip(recording: Recording, column: Column, search: str = "") -> str | None:
    match column:
        case Column.TITLE:
            origin = f"{texts.origin(recording.origin)} · {recording.filename}"
            return "\n".join((recording.title, origin, *found(recording, search)))
        case Column.RECORDED:
            return texts.full_moment(recording.recorded_at)
        case Column.ADDED:
            return texts.full_moment(recording.created_at)
        case Column.DELETED if recording.deleted_at is not None:
            return texts.full_moment(recording.deleted_at)
        case Column.TAGS:
            return ", ".join(recording.tags) or None
        case _:
            return None


def rank(recording: Recording, key: SortKey) -> tuple[Any, int]:
    """The sort key as the repository compares it: equal keys by id."""
    value: Any = {
        SortKey.RECORDED_AT: recording.recorded_at,
        SortKey.DURATION: recording.duration,
        SortKey.SIZE: recording.filesize_bytes,
        SortKey.FORMAT: recording.codec,
        SortKey.ORIGIN: recording.origin.value,
        SortKey.FAVOURITE: recording.favourite,
        SortKey.ADDED: recording.created_at,
        SortKey.DELETED: recording.deleted_at,
    }.get(key)
    if key is SortKey.TITLE:
        value = sort_key(recording.title)
    elif key is SortKey.TAGS:
        value = tags_key(recording.tags)
    return value, recording.id
