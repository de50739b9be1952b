"""The sheet of keys that Help shows: every command with its keys as they are now, found by a word or by a key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names
from vrp.ui.keymap import Keymap, listing, shown
from vrp.ui.theme import GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)


class ShortcutSheet(QDialog):
    """Reads only; ``change`` is the button that leads to the editor."""

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.SHORTCUT_SHEET)
        self.setWindowTitle(_tr("Keyboard Shortcuts"))
        self.resize(70 * GRID, 72 * GRID)
        self.search = QLineEdit(self)
        self.search.setObjectName(names.SHORTCUT_SEARCH)
        self.search.setAccessibleName(_tr("Search commands and keys"))
        self.search.setPlaceholderText(_tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = self._table(keymap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.change: QPushButton = buttons.addButton(_tr("Change Keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.table)
        layout.addWidget(buttons)

    def _table(self, keymap: Keymap) -> QTableWidget:
        rows = listing(keymap)
        table = QTableWidget(len(rows), 3, self)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([_tr("Menu"), _tr("Command"), _tr("Keys")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().setVisible(False)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for row, (menu, command, keys) in enumerate(rows):
            for column, text in enumerate((menu, command, "   ".join(map(shown, keys)))):
                table.setItem(row, column, QTableWidgetItem(text))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.table.rowCount()):
            cells = " ".join(item.text() for column in range(3) if (item := self.table.item(row, column)) is not None)
            self.table.setRowHidden(row, not all(word in cells.casefold() for word in words))
