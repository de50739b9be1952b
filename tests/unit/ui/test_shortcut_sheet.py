from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vrp.ui.keymap import Keymap
from vrp.ui.shortcut_sheet import ShortcutSheet


def _rows(sheet: ShortcutSheet) -> list[tuple[str, str]]:
    model = sheet.table.model()
    return [
        (str(model.index(row, 1).data()), str(model.index(row, 2).data()))
        for row in range(model.rowCount())
        if not sheet.table.isRowHidden(row)
    ]


def test_the_sheet_shows_the_keys_as_they_are_and_finds_them_by_word_and_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = ShortcutSheet(Keymap({"find": ["Ctrl+K"]}), window)
    assert ("Find", "Ctrl+K") in _rows(sheet)
    sheet.search.setText("full scr")
    assert _rows(sheet) == [("Full Screen", "F11")]
    sheet.search.setText("ctrl+k")
    assert _rows(sheet) == [("Find", "Ctrl+K")]
