"""The small window of a start that failed: a person who clicked an icon does not see standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from vrp.ui import names
from vrp.ui.icons import application_icon

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError


def _tr(text: str) -> str:
    return QCoreApplication.translate("CannotOpen", text)


def wants_another_try(error: VrpError) -> bool:
    """Say what happened, what is safe and what to do. True: the person asks to try again."""
    box = QMessageBox()
    box.setObjectName(names.CANNOT_OPEN)
    box.setWindowIcon(application_icon())
    box.setWindowTitle("Voice Recorder Pro")
    box.setText(error.summary)
    box.setInformativeText(f"{error.safe}\n{error.action}\n\n{error.code}")
    again = box.addButton(_tr("Try Again"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(_tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(close)
    box.exec()
    return box.clickedButton() is again
