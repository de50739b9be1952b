"""Closing the window while a take runs: the one question that is asked, and what each answer does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.questions import answering
from tests.support.stubs import TakesStub
from tests.unit.ui.conftest import OpenDesk
from vrp.backend.domain.takes import CaptureFormat, EndReason, RecorderState, TakeEnded


def test_enter_stops_and_saves_and_then_the_window_closes(
    desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    takes = TakesStub()
    room = desk([], takes)
    room.recorder.record()
    with answering(room.dialogs, Qt.Key.Key_Return, monkeypatch) as asked:
        room.window.close()
    (question,) = asked
    assert question.title == "A recording is running"
    assert question.buttons == {"Stop and Save", "Keep Recording"}
    assert (question.default, question.escape) == ("Stop and Save", "Keep Recording")
    assert room.recorder.state is RecorderState.STOPPING
    takes.kept = room.library.add(["kept"])[0]
    with qtbot.waitSignal(room.window.closed):
        room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.REQUESTED))
        room.recorder.become(RecorderState.READY)


def test_escape_goes_on_recording(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    room = desk([])
    room.recorder.record()
    with answering(room.dialogs, Qt.Key.Key_Escape, monkeypatch) as asked:
        room.window.close()
    assert len(asked) == 1
    assert room.window.isVisible()
    assert room.recorder.state is RecorderState.RECORDING
