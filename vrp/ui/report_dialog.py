"""A longer text in a window of its own, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from vrp.ui import names
from vrp.ui.theme import GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


class ReportDialog(QDialog):
    """A longer text to read and to copy."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 360)
        body = QPlainTextEdit(text, self)
        body.setObjectName(names.REPORT_TEXT)
        body.setReadOnly(True)
        body.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(_tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName(names.REPORT_COPY)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(body)
        layout.addWidget(buttons)
