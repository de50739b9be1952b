"""A person at the real questions of the window, who reads each and answers it by a key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from tests.support.stubs import DialogsStub
from vrp.ui.dialogs import Dialogs


@dataclass(frozen=True)
class Question:
    """``default`` and ``escape`` are the answers of Enter and of Esc."""

    title: str
    text: str
    default: str
    escape: str
    buttons: frozenset[str]


@contextmanager
def answering(dialogs: DialogsStub, answer: Qt.Key | str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Question]]:
    """Until the block ends each question is real, and gets this key or a click on the button of this name."""
    asked: list[Question] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not box.isVisible():
            return
        asked.append(_read(box))
        if isinstance(answer, str):
            next(one for one in box.buttons() if one.text() == answer).click()
        else:
            QTest.keyClick(box, answer)

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    with monkeypatch.context() as real:
        real.setattr(dialogs, "confirm", partial(Dialogs.confirm, dialogs))
        yield asked
    timer.stop()


def _read(box: QMessageBox) -> Question:
    return Question(
        box.text(),
        box.informativeText(),
        _text(box.defaultButton()),
        _text(box.escapeButton()),
        frozenset(one.text() for one in box.buttons()),
    )


def _text(button: QAbstractButton | None) -> str:
    return "" if button is None else button.text()
