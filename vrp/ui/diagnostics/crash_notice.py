"""Tells that the program did not end in order last time, and offers safe mode where that happens again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from vrp.ui.message_bar import Message, MessageAction, Severity
from vrp.ui.wishes import SafeModeWish

if TYPE_CHECKING:
    from vrp.backend.crashes import CrashReport
    from vrp.ui.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Crashes", text)


def tell(window: MainWindow, report: CrashReport | None, *, loops: bool, safe: bool) -> None:
    """``loops``: it was the second crash within a minute. What was recovered of a recording has its own message."""
    if safe:
        text = _tr("Safe mode: default settings, and nothing begins by itself. To leave it, quit and start again.")
        window.messages.post(Message("safe_mode", Severity.INFO, text, lasting=True))
    if report is None:
        return
    if loops and not safe:
        text = _tr("The program ended unexpectedly twice within a minute. Your recordings are kept.")
        action = MessageAction(_tr("Restart in Safe Mode"), lambda: window.leave_with(SafeModeWish()))
        window.messages.post(Message("crashed", Severity.WARNING, text, (action,)))
        return
    text = _tr("The program did not end in order last time. Your recordings are kept; a report lies on this computer.")
    view = MessageAction(_tr("View Report"), window.diagnostics.remedies.view_reports)
    window.messages.post(Message("crashed", Severity.INFO, text, (view,)))
