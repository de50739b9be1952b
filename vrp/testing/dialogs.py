"""Answers in the place of a person: a dialog that waits would hang the test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from vrp.ui.dialogs import Dialogs


class ScriptedDialogs(Dialogs):
    """Answers as the test says, and remembers what was asked (``asked``) and what would have been shown (``shown``)."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.folder: Path | None = None
        self.target: Path | None = None
        self.answer = True
        self.text: str | None = None
        self.asked: list[str] = []
        self.shown: list[QDialog] = []

    def open_files(self, parent: QWidget, suffixes: Sequence[str]) -> list[Path]:
        return self.files

    def open_folder(self, parent: QWidget) -> Path | None:
        return self.folder

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        return self.folder

    def save_file(self, parent: QWidget, title: str, name: str, filters: Sequence[str]) -> Path | None:
        return self.target

    def confirm(self, parent: QWidget, *, title: str, text: str, yes: str, no: str, yes_is_safe: bool = False) -> bool:
        self.asked.append(title)
        return self.answer

    def ask_text(self, parent: QWidget, *, title: str, label: str, text: str) -> str | None:
        self.asked.append(title)
        return self.text

    def show(self, dialog: QDialog) -> None:
        self.shown.append(dialog)
