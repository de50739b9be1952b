"""Every modal window, behind one service that tests replace: a dialog that waits would hang them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names
from vrp.ui.theme import GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


class Dialogs:
    """Asks the person. Closing a dialog always means the harmless answer."""

    def open_files(self, parent: QWidget, suffixes: Sequence[str]) -> list[Path]:
        """The chosen audio files; empty when nothing was chosen."""
        pattern = " ".join(f"*{suffix}" for suffix in suffixes)
        chosen, _ = QFileDialog.getOpenFileNames(
            parent, _tr("Import Files"), "", f"{_tr('Audio files')} ({pattern});;{_tr('All files')} (*)"
        )
        return [Path(one) for one in chosen]

    def open_folder(self, parent: QWidget) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, _tr("Import Folder"))
        return Path(chosen) if chosen else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def save_file(self, parent: QWidget, title: str, name: str, filters: Sequence[str]) -> Path | None:
        """Where to write a new file; the dialog asks by itself before one that is there would be chosen."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), ";;".join(filters))
        return Path(chosen) if chosen else None

    def confirm(self, parent: QWidget, *, title: str, text: str, yes: str, no: str, yes_is_safe: bool = False) -> bool:
        """A question with verbs on its buttons. The safe one is the default and the answer to Escape."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(text)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agree if yes_is_safe else refuse)
        box.setEscapeButton(refuse)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is agree

    def ask_text(self, parent: QWidget, *, title: str, label: str, text: str) -> str | None:
        """One line of text; None when nothing was answered."""
        answer, agreed = QInputDialog.getText(parent, title, label, QLineEdit.EchoMode.Normal, text)
        return answer if agreed else None

    def show_details(self, parent: QWidget, text: str) -> None:
        """All that there is to know of an error, to read and to copy."""
        self.show(ReportDialog(_tr("Details"), text, parent))

    def show(self, dialog: QDialog) -> None:
        """Show it until it is closed; it is gone afterwards."""
        dialog.exec()
        dialog.deleteLater()


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
