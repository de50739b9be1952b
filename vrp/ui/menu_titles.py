"""The menus of the window: their titles are all that its first paint needs of its commands."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # the name that lupdate looks for
    """Mark a text for translation where it stands; it is translated when it is shown."""
    return text


class Menu(StrEnum):
    FILE = "File"
    EDIT = "Edit"
    VIEW = "View"
    RECORDING = "Recording"
    TOOLS = "Tools"
    HELP = "Help"


MENU_TITLES: Final = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.RECORDING: QT_TRANSLATE_NOOP("Actions", "&Recording"),
    Menu.TOOLS: QT_TRANSLATE_NOOP("Actions", "&Tools"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}


def translated(text: str) -> str:
    """The text of a menu or command in the language that is spoken."""
    return QCoreApplication.translate("Actions", text)
