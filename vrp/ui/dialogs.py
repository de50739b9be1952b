"""Every modal window, behind one service that tests replace: a dialog that waits would hang them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


class Dialogs:
    """Asks the person. Closing a dialog always means the harmless answer.

    What Qt has for it is imported when somebody is asked: it is not needed for the window's first paint.
    """

    def open_files(self, parent: QWidget, suffixes: Sequence[str]) -> list[Path]:
        """The chosen audio files; empty when nothing was chosen."""
        from PySide6.QtWidgets import QFileDialog

        pattern = " ".join(f"*{suffix}" for suffix in suffixes)
        chosen, _ = QFileDialog.getOpenFileNames(
            parent, _tr("Import Files"), "", f"{_tr('Audio files')} ({pattern});;{_tr('All files')} (*)"
        )
        return [Path(one) for one in chosen]

    def open_folder(self, parent: QWidget) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, _tr("Import Folder"))
        return Path(chosen) if chosen else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def save_file(self, parent: QWidget, title: str, name: str, filters: Sequence[str]) -> Path | None:
        """Where to write a new file; the dialog asks by itself before one that is there would be chosen."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), ";;".join(filters))
        return Path(chosen) if chosen else None

    def confirm(self, parent: QWidget, *, title: str, text: str, yes: str, no: str, yes_is_safe: bool = False) -> bool:
        """A question with verbs on its buttons. The safe one is the default and the answer to Escape."""
        from PySide6.QtWidgets import QMessageBox

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
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        answer, agreed = QInputDialog.getText(parent, title, label, QLineEdit.EchoMode.Normal, text)
        return answer if agreed else None

    def show_details(self, parent: QWidget, text: str) -> None:
        """All that there is to know of an error, to read and to copy."""
        from vrp.ui.report_dialog import ReportDialog

        self.show(ReportDialog(_tr("Details"), text, parent))

    def show(self, dialog: QDialog) -> None:
        """Show it until it is closed; it is gone afterwards."""
        dialog.exec()
        dialog.deleteLater()
