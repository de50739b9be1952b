"""What waits for the first paint."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from vrp.ui.first_paint import Steps


def test_what_happens_meanwhile_comes_between_two_steps(qtbot: QtBot) -> None:
    happened: list[str] = []

    def work() -> Iterator[None]:
        happened.append("first")
        QTimer.singleShot(0, lambda: happened.append("a click"))
        yield
        happened.append("second")

    parent = QObject()
    steps = Steps(work(), parent)
    with qtbot.waitSignal(steps.done):
        steps.start()
    assert happened == ["first", "a click", "second"]


def test_what_was_stopped_is_left_undone(qtbot: QtBot) -> None:
    happened: list[str] = []

    def work() -> Iterator[None]:
        happened.append("first")
        steps.stop()
        yield
        happened.append("second")

    parent = QObject()
    steps = Steps(work(), parent)
    steps.start()
    with qtbot.assertNotEmitted(steps.done, wait=50):
        pass
    assert happened == ["first"]
