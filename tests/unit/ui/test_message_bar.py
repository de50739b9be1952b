from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from vrp.ui.message_bar import Message, MessageAction, MessageBar, MessageMenu, Severity


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def say(bar: MessageBar, key: str, severity: Severity = Severity.INFO, timeout: int = 0) -> None:
    bar.post(Message(key, severity, key, timeout_ms=timeout))


def test_the_most_severe_comes_first_and_the_others_wait(bar: MessageBar) -> None:
    say(bar, "note")
    say(bar, "fault", Severity.ERROR)
    say(bar, "hint", Severity.WARNING)
    shown = []
    while bar.current is not None:
        shown.append(bar.text.text())
        bar.dismiss()
    assert shown == ["fault", "hint", "note"]
    assert bar.isHidden()


def test_a_lasting_state_gives_way_to_what_happened(bar: MessageBar) -> None:
    say(bar, "question", Severity.SUCCESS)
    bar.post(Message("capture", Severity.ERROR, "no microphone", lasting=True))
    assert bar.text.text() == "question"
    bar.dismiss()
    assert bar.text.text() == "no microphone"
    say(bar, "note")
    assert bar.text.text() == "note"


def test_a_newer_one_of_the_same_kind_takes_the_place(bar: MessageBar) -> None:
    bar.post(Message("import", Severity.INFO, "1 file"))
    bar.post(Message("import", Severity.INFO, "2 files"))
    assert bar.text.text() == "2 files"
    bar.dismiss()
    assert bar.current is None


def test_a_message_goes_when_its_cause_is_over(bar: MessageBar) -> None:
    say(bar, "capture", Severity.ERROR)
    say(bar, "note")
    bar.clear("capture")
    assert bar.text.text() == "note"
    bar.clear("note")
    assert bar.current is None


def test_its_time_counts_only_while_it_is_shown(bar: MessageBar, qtbot: QtBot) -> None:
    say(bar, "short", timeout=30)
    say(bar, "fault", Severity.ERROR)
    qtbot.wait(60)
    bar.dismiss()
    assert bar.text.text() == "short"
    qtbot.waitUntil(lambda: bar.current is None)


def test_a_button_closes_the_message_and_does_its_work_once(bar: MessageBar) -> None:
    done: list[str] = []
    bar.post(Message("deleted", Severity.INFO, "Deleted.", (MessageAction("Undo", lambda: done.append("undo")),)))
    button = bar.findChild(QPushButton)
    assert button is not None
    button.click()
    assert done == ["undo"]
    assert bar.current is None


def test_a_button_with_a_menu_offers_what_there_is_when_it_opens(bar: MessageBar) -> None:
    there: list[str] = []
    done: list[str] = []

    def choices() -> list[MessageAction]:
        return [MessageAction(one, partial(done.append, one)) for one in there]

    bar.post(Message("lost", Severity.WARNING, "Unplugged.", (MessageMenu("Resume with…", choices, "None is there"),)))
    button = bar.findChild(QPushButton)
    assert button is not None
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [(item.text(), item.isEnabled()) for item in menu.actions()] == [("None is there", False)]
    there.append("Desk & Co")
    menu.aboutToShow.emit()
    (item,) = menu.actions()
    assert item.text() == "Desk && Co"
    item.trigger()
    assert done == ["Desk & Co"]
    assert bar.current is None


def test_closing_is_told_and_choosing_is_not(bar: MessageBar) -> None:
    closed: list[str] = []
    bar.post(Message("a", Severity.INFO, "a", closed=lambda: closed.append("a")))
    bar.dismiss()
    action = MessageAction("Do", lambda: None)
    bar.post(Message("b", Severity.INFO, "b", (action,), closed=lambda: closed.append("b")))
    button = next(one for one in bar.findChildren(QPushButton) if not one.isHidden())
    button.click()
    assert closed == ["a"]


def test_text_is_never_taken_for_markup(bar: MessageBar) -> None:
    bar.post(Message("x", Severity.ERROR, "<b>name</b>.wav"))
    assert bar.text.text() == "<b>name</b>.wav"
    assert bar.accessibleName() == "<b>name</b>.wav"
