from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.backend.paths import manual_page
from vrp.ui.actions import ACTIONS, ActionId
from vrp.ui.keymap import Keymap
from vrp.ui.manual import FIRST, PAGES, Manual
from vrp.ui.menu_titles import MENU_TITLES


@pytest.fixture
def manual(qtbot: QtBot) -> Manual:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    opened = Manual(window)
    opened.show()
    opened.keep = window  # type: ignore[attr-defined]  # its parent lives as long as it does
    return opened


def test_f1_opens_the_manual_beside_the_window_and_once(desk: OpenDesk) -> None:
    room = desk([])
    room.window.actions_[ActionId.USER_MANUAL].trigger()
    room.window.actions_[ActionId.USER_MANUAL].trigger()
    (opened,) = room.window.findChildren(Manual)
    assert opened.isVisible()
    assert not opened.isModal()


def test_links_lead_from_page_to_page_and_back_but_never_out(manual: Manual) -> None:
    manual.page.anchorClicked.emit(QUrl("backups.md"))
    assert manual.shown == "backups.md"
    assert manual.page.toPlainText().startswith("Backups, restore")
    manual.page.anchorClicked.emit(QUrl("https://example.org/errors"))
    manual.page.anchorClicked.emit(QUrl("architecture.md"))
    assert manual.shown == "backups.md"
    manual.back.click()
    assert manual.shown == FIRST


def test_words_are_found_on_every_page(manual: Manual) -> None:
    manual.search.setText("proven RESTORABLE")
    manual.find_next()
    assert manual.page.textCursor().selectedText().casefold() == "proven restorable"
    manual.search.setText("VRP-1402")
    manual.find_next()
    manual.find_next()
    assert manual.shown == "errors.md"
    assert manual.page.textCursor().selectedText() == "VRP-1402"
    manual.search.setText("words that nobody wrote")
    manual.find_next()
    assert manual.told.text() == "Not found"


def test_the_headings_of_a_page_lead_to_their_places(manual: Manual) -> None:
    headings = [manual.contents.item(row).text() for row in range(manual.contents.count())]
    assert headings[:2] == ["The manual", "The first recording"]
    manual.contents.setCurrentRow(headings.index("Settings"))
    assert manual.page.textCursor().block().text() == "Settings"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_links_pages_that_are_carried_only(name: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", manual_page(name).read_text(encoding="utf-8"))
    assert set(links) <= set(PAGES)


def test_the_commands_and_keys_that_the_manual_names_are_there() -> None:
    text = manual_page(FIRST).read_text(encoding="utf-8")
    commands = {(MENU_TITLES[spec.menu].replace("&", ""), spec.plain) for spec in ACTIONS}
    for menu, command in re.findall(r"\b(File|Edit|Tools|Help) > ([A-Z][A-Za-z]*(?: (?:[A-Z][a-z]+|a\b))*)", text):
        assert (menu, command) in commands, (menu, command)
    keys = {key for spec in ACTIONS for key in Keymap().keys(spec.id)}
    assert set(re.findall(r"Ctrl\+(?:Shift\+)?(?:\w+|,)", text)) <= keys | {"Ctrl+,"}
