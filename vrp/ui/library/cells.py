"""What a cell of the library's table answers for each role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt

from vrp.backend.domain.recordings import Recording
from vrp.ui.library import columns
from vrp.ui.library.columns import Column

DISPLAY_ROLE: Final = int(Qt.ItemDataRole.DisplayRole)  # plain numbers: a paint asks for them a thousand times
EDIT_ROLE: Final = int(Qt.ItemDataRole.EditRole)
SORT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
RECORDING_ROLE: Final = SORT_ROLE + 1

# Of a recording in a column, with what is searched for. A paint asks each cell for seven roles; most nobody answers.
CELLS: Final[Mapping[int, Callable[[Recording, Column, str], Any]]] = {
    DISPLAY_ROLE: lambda recording, column, _search: columns.shown(recording, column),
    EDIT_ROLE: lambda recording, column, _search: recording.title if column is Column.TITLE else None,
    SORT_ROLE: lambda recording, column, _search: columns.native(recording, column),
    RECORDING_ROLE: lambda recording, _column, _search: recording,
    int(Qt.ItemDataRole.TextAlignmentRole): lambda _recording, column, _search: columns.alignment(column),
    int(Qt.ItemDataRole.ToolTipRole): columns.tooltip,
    int(Qt.ItemDataRole.AccessibleTextRole): columns.heard,
}
