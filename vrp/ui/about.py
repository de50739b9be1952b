"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from vrp import __version__
from vrp.ui.icons import application_icon
from vrp.ui.theme import GRID, LARGE, tabular


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def about_dialog(parent: QWidget) -> QDialog:
    """Name, version, licence, and that nothing leaves this computer."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(_tr("About Voice Recorder Pro"))
    picture = QLabel(dialog)
    picture.setPixmap(application_icon().pixmap(64, 64))
    name = QLabel(f"Voice Recorder Pro {__version__}", dialog)
    name.setFont(tabular(dialog.font(), LARGE))
    text = QLabel(
        _tr(
            "Records, keeps and finds what was said.\n"
            "Everything stays on this computer: nothing is sent anywhere.\n\n"
            "Free software under the MIT licence. Uses Qt (LGPL) and FFmpeg."
        ),
        dialog,
    )
    words = QVBoxLayout()
    words.setSpacing(GRID)
    words.addWidget(name)
    words.addWidget(text)
    top = QHBoxLayout()
    top.setSpacing(2 * GRID)
    top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    top.addLayout(words)
    return _closable(dialog, top)


def _closable(dialog: QDialog, body: QHBoxLayout) -> QDialog:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    layout.setSpacing(2 * GRID)
    layout.addLayout(body)
    layout.addWidget(buttons)
    return dialog
