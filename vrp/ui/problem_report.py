"""Help > Report a Problem: what helps others to help; the person sees every word, and sends it."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication

from vrp import __version__
from vrp.ui.report_dialog import ReportDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProblemReport", text)


def problem_report(parent: QWidget) -> ReportDialog:
    """A form to fill in, with the versions; nothing about recordings, and no path."""
    return ReportDialog(_tr("Report a Problem"), f"{_form()}\n\n{_facts()}\n", parent)


def _form() -> str:
    return _tr(
        "Copy this text, fill it in, and send it to whoever helps you. Nothing is sent by itself.\n"
        "Never send a private recording: a second of silence in the same format usually shows the same problem.\n\n"
        "What I did:\n\n"
        "What I expected:\n\n"
        "What happened, with the code of the message (VRP-…):"
    )


def _facts() -> str:
    """English on purpose: it is read by those who help."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return "\n".join(
        (
            f"Voice Recorder Pro {__version__}",
            f"{platform.platform()}, Python {platform.python_version()}, PySide6 {pyside_version}",
            f"{QGuiApplication.platformName()}, {size.width()}x{size.height()} at {screen.devicePixelRatio():g}",
            f"{QLocale().name()}",
        )
    )
