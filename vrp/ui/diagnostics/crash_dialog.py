"""The reports of ends that were not in order: to be read, copied and deleted. They lie on this computer only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names, texts
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.backend.crashes import CrashReport

_TEXT = Qt.ItemDataRole.UserRole
_PATH = Qt.ItemDataRole.UserRole + 1


def tr(text: str) -> str:
    return QCoreApplication.translate("CrashDialog", text)


class CrashDialog(QDialog):
    """``reports`` with their texts, the newest first; ``delete`` removes the file of one."""

    def __init__(
        self, reports: list[tuple[CrashReport, str]], delete: Callable[[Path], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._delete_file = delete
        self.setObjectName(names.CRASH_DIALOG)
        self.setWindowTitle(tr("Crash Reports"))
        self.resize(100 * GRID, 64 * GRID)
        self.list = QListWidget(self)
        self.list.setObjectName(names.CRASH_LIST)
        self.list.setAccessibleName(tr("Reports, the newest first"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The chosen report"))
        self.text.setPlaceholderText(tr("There is no report."))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.list.currentItemChanged.connect(self._show)
        self._lay_out()
        for report, text in reports:
            item = QListWidgetItem(texts.moment(report.ended), self.list)
            item.setData(_TEXT, text)
            item.setData(_PATH, report.path)
        self.list.setCurrentRow(0)
        self._show()

    def _lay_out(self) -> None:
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self.list)
        middle.addWidget(self.text)
        middle.setSizes([24 * GRID, 76 * GRID])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = self._button(buttons, tr("Copy"), lambda: QGuiApplication.clipboard().setText(self._chosen))
        self.delete = self._button(buttons, tr("Delete Report"), self._delete)
        self.delete.setObjectName(names.CRASH_DELETE)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(middle, 1)
        column.addWidget(buttons)

    def _button(self, box: QDialogButtonBox, label: str, pressed: Callable[[], object]) -> QPushButton:
        button: QPushButton = box.addButton(label, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    @property
    def _chosen(self) -> str:
        items = self.list.selectedItems()
        return str(items[0].data(_TEXT)) if items else ""

    def _show(self) -> None:
        self.text.setPlainText(self._chosen)
        for button in (self.copy, self.delete):
            button.setEnabled(self.list.count() > 0)

    def _delete(self) -> None:
        """The report in question is nobody's data but the program's own: it goes at once."""
        for item in self.list.selectedItems():
            self._delete_file(item.data(_PATH))
            self.list.takeItem(self.list.row(item))
        self._show()
