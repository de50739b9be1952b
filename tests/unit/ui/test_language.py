from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.errors import LibraryInUse
from vrp.ui import fault_texts, texts
from vrp.ui.actions import ActionId
from vrp.ui.language import speak


@pytest.fixture
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale(), qapp.layoutDirection()
    speak(qapp, request.param)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before[0])
    qapp.setLayoutDirection(before[1])


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_the_window_speaks_german(desk: OpenDesk, language: str) -> None:
    room = desk(["Interview", "Vorlesung"])
    assert room.window.record_bar.button.text() == "Aufnehmen"
    assert room.window.status.text() == "2 Aufnahmen"
    assert texts.recordings(1) == "1 Aufnahme"
    assert texts.size(1_500_000) == "1,4 MB"
    error = LibraryInUse(path="/x", holder="vrp")
    assert fault_texts.message(error).startswith("Die Bibliothek in /x wird verwendet von vrp. Nichts wurde geändert.")


@pytest.mark.parametrize("language", ["ar"], indirect=True)
def test_arabic_goes_from_right_to_left_and_time_does_not(desk: OpenDesk, language: str) -> None:
    window = desk(["مقابلة"]).window
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.sidebar.mapTo(window, window.sidebar.rect().center()).x() > window.width() / 2
    assert window.player_bar.waveform.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.player_bar.back.x() < window.player_bar.forward.x()
    forms = [texts.recordings(count) for count in (0, 1, 2, 3, 11, 100)]
    assert len(set(forms)) == 6


class Pseudo(QTranslator):
    """Every text in brackets, and 40 % longer: what is not in brackets was never translated."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"⟦{text}{'~' * max(2, len(text) * 2 // 5)}⟧"

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def said(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that can be read in a window, and every name that is heard."""
    for one in [root, *root.findChildren(QWidget)]:
        if one.accessibleName() and one.objectName() != "messageBar":
            yield one, one.accessibleName()
        if isinstance(one, (QLabel, QAbstractButton)) and one.text():
            yield one, one.text()
        elif isinstance(one, QLineEdit | QPlainTextEdit) and one.placeholderText():
            yield one, one.placeholderText()
        elif isinstance(one, QGroupBox):
            yield one, one.title()
        elif isinstance(one, QMenu):
            yield from ((one, action.text()) for action in one.actions() if action.text())
        if one.toolTip():
            yield one, one.toolTip()


# What is no language: names of things, and what the person or the system wrote.
_AS_IT_IS = (
    "Voice Recorder Pro",
    "English",
    "Deutsch",
    "العربية",
    "Desk Microphone",
    "Desk Loudspeaker",
    "JSON",
    "{title}",
)


def untranslated(root: QWidget, data: tuple[str, ...]) -> list[str]:
    return sorted(
        {
            text
            for _, text in said(root)
            if "⟦" not in text
            and sum(letter.isalpha() for letter in text) > 3
            and not text.startswith("/")
            and not any(known in text for known in (*_AS_IT_IS, *data))
        }
    )


def windows(room: Desk) -> list[QWidget]:
    for action in (ActionId.SETTINGS, ActionId.SHORTCUTS, ActionId.ABOUT):
        room.window.actions_[action].trigger()
    return [room.window, *room.dialogs.shown]


def test_no_text_escapes_translation(desk: OpenDesk, pseudo: None) -> None:
    room = desk(["Interview"])
    for one in windows(room):
        assert not untranslated(one, ("Interview", room.library.paths.root.name, "settings.toml"))


def test_longer_texts_have_room(desk: OpenDesk, pseudo: None) -> None:
    """Texts that are 40 % longer than ours, in the smallest window that can be had."""
    room = desk(["Interview"])
    room.window.resize(room.window.minimumSize())
    QApplication.processEvents()
    clipped = [
        one.text()
        for one in room.window.findChildren(QAbstractButton)
        if one.isVisible() and one.text() and one.width() < one.fontMetrics().horizontalAdvance(one.text())
    ]
    assert not clipped
    boxes = [one for one in room.window.findChildren(QComboBox) if one.isVisible()]
    assert all(one.width() > 40 for one in boxes)
