"""One category of the settings window: its heading, its rows, and the way back for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from vrp.ui import names
from vrp.ui.settings.row import RowWidget
from vrp.ui.settings.table import Category, LibraryPlace, Row, translated
from vrp.ui.theme import GRID, LARGE, tabular

if TYPE_CHECKING:
    from vrp.ui.settings.keyboard_page import KeyboardPage
    from vrp.ui.settings.live import Snapshot


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


class Section(QWidget):
    """A heading over a page."""

    def __init__(self, category: Category, page: KeyboardPage | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.category = category
        self._page = page
        heading = QLabel(translated(category), self)
        heading.setFont(tabular(self.font(), LARGE, QFont.Weight.DemiBold))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID)
        self.column.addWidget(heading)
        if page is not None:
            self.column.addWidget(page)

    def narrow(self, text: str) -> bool:
        """Show what ``text`` finds; whether there is anything."""
        return self._page is not None and self._page.narrow(text, translated(self.category))

    def show_snapshot(self, found: Snapshot, value: Callable[[Row], object], file: Path) -> None:
        """Show what holds now; a page does so by itself."""


class RowSection(Section):
    """The rows of a category."""

    reset = Signal(object)  # list[Row]

    def __init__(self, category: Category, rows: Sequence[RowWidget], note: FileNote | None, parent: QWidget) -> None:
        super().__init__(category, None, parent)
        self.rows = rows
        self._note = note
        for row in rows:
            self.column.addWidget(row)
        if note is not None:
            self.column.addWidget(note)
        self._button = QPushButton(_tr("Reset Section"), self)
        self._button.setObjectName(f"{names.SETTINGS_RESET_SECTION}.{category.name.lower()}")
        self._button.setAccessibleName(_tr("Reset {section}").format(section=translated(category)))
        self._button.setAutoDefault(False)
        self._button.clicked.connect(lambda: self.reset.emit(self._changed))
        self.column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._changed: list[Row] = []

    def narrow(self, text: str) -> bool:
        shown = [row for row in self.rows if row.row.finds(text)]
        for row in self.rows:
            row.setVisible(row in shown)
        if self._note is not None:
            self._note.setVisible(not text)
        self._button.setVisible(not text)
        return bool(shown)

    def show_snapshot(self, found: Snapshot, value: Callable[[Row], object], file: Path) -> None:
        for row in self.rows:
            row.show_snapshot(found, value(row.row))
        wrong = {problem.key for problem in found.problems}
        self._changed = [
            one.row
            for one in self.rows
            if not isinstance(one.row.kind, LibraryPlace)
            and (found.sources[one.row.key] == "file" or one.row.key in wrong)
        ]
        self._button.setEnabled(bool(self._changed) and not found.unreadable)
        if self._note is not None:
            self._note.show_snapshot(found, file)


class FileNote(QLabel):
    """Where the settings are kept, what stands there that is not known, and that nothing is sent anywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("muted", True)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_snapshot(self, found: Snapshot, file: Path) -> None:
        lines = [
            _tr("Nothing leaves this computer: no account, no statistics, no search for updates."),
            _tr("Settings file: {path}").format(path=str(file).replace("/", "/\u200b")),
        ]
        if found.unknown:
            lines.append(
                _tr("Not known to this version, and kept in the file: {keys}").format(keys=", ".join(found.unknown))
            )
        self.setText("\n".join(lines))
