"""Nothing is clipped where words are as long as German ones, and every control has a name for those who listen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QSystemTrayIcon,
    QWidget,
)

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.ui.actions import ActionId
from vrp.ui.manual import Manual
from vrp.ui.settings.table import Category
from vrp.ui.settings.window import SettingsWindow


class Longer(QTranslator):
    """Every text two fifths longer, as German is at its worst."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source + "n" * (2 * len(source) // 5) if len(source) < 60 else source


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def _open(room: Desk, action: ActionId) -> QDialog:
    room.window.actions_[action].trigger()
    dialog = room.dialogs.shown[-1]
    dialog.show()
    return dialog


def _clipped(window: QWidget) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height():
                found.append(widget.text())
        elif isinstance(widget, QLabel | QPushButton | QCheckBox) and widget.sizeHint().width() > widget.width():
            found.append(widget.text())
        elif isinstance(widget, QComboBox) and widget.sizeHint().width() > widget.width():
            found.append(widget.currentText())
    return found


@pytest.mark.usefixtures("longer")
@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # of a platform that has no tray
def test_no_text_of_the_settings_is_clipped_in_a_language_of_long_words(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    window = _open(desk([]), ActionId.SETTINGS)
    assert isinstance(window, SettingsWindow)
    assert window.categories.item(0).text().endswith("nn")
    for category in Category:
        window.go(category)
        QCoreApplication.processEvents()
        assert _clipped(window) == [], category


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("action", [ActionId.SHORTCUTS, ActionId.REPORT_PROBLEM, ActionId.ABOUT])
def test_no_text_of_the_other_dialogs_is_clipped_either(desk: OpenDesk, action: ActionId) -> None:
    dialog = _open(desk([]), action)
    QCoreApplication.processEvents()
    assert _clipped(dialog) == []


@pytest.mark.parametrize(
    "action", [ActionId.SETTINGS, ActionId.SHORTCUTS, ActionId.USER_MANUAL, ActionId.REPORT_PROBLEM]
)
def test_whatever_takes_the_focus_has_a_name(desk: OpenDesk, action: ActionId) -> None:
    room = desk([])
    room.window.actions_[action].trigger()
    window: QWidget = room.window.findChildren(Manual)[0] if action is ActionId.USER_MANUAL else room.dialogs.shown[-1]
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and not widget.objectName().startswith("qt_")  # parts of a spin box, a scroll bar, a table's head
    ]
    assert nameless == []
