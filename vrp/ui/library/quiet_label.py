"""The label of the details: what is said there is read, not looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def quiet_label(parent: QWidget, name: str = "") -> QLabel:
    """Plain text that wraps and never makes its place wider. To copy from it there are commands."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("muted", True)
    label.setMinimumWidth(1)
    return label
