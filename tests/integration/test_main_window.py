"""The path that a user takes, in the real window with real sound: a private sound server stands for the hardware."""

from __future__ import annotations

import os
import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from vrp.app.opening import Opening, open_backend
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Origin
from vrp.backend.domain.takes import RecorderState
from vrp.backend.jobs.player import Player
from vrp.backend.jobs.recorder import Recorder
from vrp.testing.app import App, running_app
from vrp.testing.microphone import (
    RATE,
    VirtualMicrophone,
    counted,
    counter_wav,
    read_take,
    write_wav,
)
from vrp.ui import names

pytestmark = pytest.mark.sound
SECONDS_MS = 15_000


class Desk(App):
    """The whole program, with the sound that it hears and plays."""

    @property
    def recorder(self) -> Recorder:
        return self.window.services.recorder

    @property
    def player(self) -> Player:
        return self.window.services.player

    def press_record(self) -> None:
        self.click(names.RECORD_BUTTON)

    def newest_sound(self) -> NDArray[np.int16]:
        row = self.window.model.recording(0)
        assert row is not None
        return read_take(self.backend.library.audio_path(row))


@contextmanager
def open_window(folder: Path, qtbot: QtBot) -> Iterator[Desk]:
    with running_app(folder, qtbot) as app:
        desk = Desk(app.window, app.backend, app.dialogs, qtbot)
        desk.wait_for(lambda: desk.recorder.state is RecorderState.READY)
        yield desk


@pytest.fixture
def stereo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRP_AUDIO__PRESET", "interview")


@pytest.fixture
def desk(qtbot: QtBot, microphone: VirtualMicrophone, tmp_path: Path) -> Iterator[Desk]:
    with open_window(tmp_path / "library", qtbot) as opened:
        yield opened


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=SECONDS_MS)


Until = Callable[[Callable[[], bool]], None]


def tone(folder: Path, hertz: float, seconds: float = 20.0) -> Path:
    wave = 12_000 * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)
    return write_wav(folder / f"{hertz:.0f}.wav", np.stack([wave, wave], axis=1).astype(np.int16))


def pitch(sound: NDArray[np.int16]) -> float:
    """The strongest frequency in Hz."""
    if len(sound) < RATE // 4 or not sound.any():
        return 0.0
    return float(np.argmax(np.abs(np.fft.rfft(sound.astype(float))))) * RATE / len(sound)


def record(desk: Desk, until: Until, seconds: float) -> None:
    desk.press_record()
    until(lambda: desk.recorder.elapsed >= seconds)


def test_record_play_rename_search_delete_undo(
    desk: Desk, microphone: VirtualMicrophone, until: Until, tmp_path: Path
) -> None:
    microphone.play(tone(tmp_path, 440))
    until(lambda: desk.recorder.level.peak > -20)
    until(lambda: desk.window.record_bar.level.meter.value() > -20)
    record(desk, until, 1.5)
    assert desk.window.windowTitle().startswith("Recording")
    desk.press_record()
    until(lambda: len(desk.titles) == 1)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", desk.titles[0])
    microphone.quiet()
    assert pitch(desk.newest_sound()[:, 0]) == pytest.approx(440, abs=3)
    table = desk.window.library.table
    assert len(table.selected) == 1

    table.setFocus()
    with microphone.listen() as heard:
        QTest.keyClick(table, Qt.Key.Key_Space)
        until(lambda: desk.player.position > 0.8)
        until(lambda: abs(pitch(heard()[-RATE // 2 :]) - 440) < 5)
    QTest.keyClick(table, Qt.Key.Key_Space)
    until(lambda: str(desk.player.state) != "playing")

    QTest.keySequence(table, QKeySequence("F2"))
    editor = table.findChild(QLineEdit, names.TITLE_EDITOR)
    assert editor is not None
    editor.selectAll()
    editor.insert("Interview Löwen")  # QTest types ASCII only
    QTest.keyClick(editor, Qt.Key.Key_Return)
    until(lambda: desk.titles == ["Interview Löwen"])

    QTest.keyClicks(desk.window.library.search, "lowen")
    until(lambda: desk.window.model.query.search == "lowen" and desk.titles == ["Interview Löwen"])
    desk.window.library.search.clear()
    until(lambda: desk.window.model.query.search == "" and desk.titles == ["Interview Löwen"])

    QTest.keySequence(table, QKeySequence("Del"))
    until(lambda: desk.titles == [])
    next(button for button in desk.window.messages.findChildren(QPushButton) if button.text() == "Undo").click()
    until(lambda: desk.titles == ["Interview Löwen"])


def test_the_waveform_of_a_take_is_drawn(
    desk: Desk, microphone: VirtualMicrophone, until: Until, tmp_path: Path
) -> None:
    microphone.play(tone(tmp_path, 440))
    record(desk, until, 0.5)
    desk.press_record()
    until(lambda: len(desk.titles) == 1)
    until(lambda: desk.window.player_bar.waveform.peaks is not None)
    peaks = desk.window.player_bar.waveform.peaks
    assert peaks is not None
    assert int(peaks.maxima.max()) == pytest.approx(12_000, abs=1_600)


@pytest.mark.alone
def test_a_window_that_stands_still_costs_no_frame(
    stereo: None, desk: Desk, microphone: VirtualMicrophone, until: Until, tmp_path: Path
) -> None:
    record(desk, until, 0.3)
    microphone.play(counter_wav(tmp_path / "counter.wav", 2.5))
    time.sleep(2.0)  # the window's thread is blocked: that is what is tested
    until(lambda: desk.recorder.elapsed >= 3.5)
    desk.press_record()
    until(lambda: len(desk.titles) == 1)
    sound = desk.newest_sound()
    numbers = counted(sound[:, 0], sound[:, 1])
    assert len(numbers) >= 2 * RATE
    assert (np.diff(numbers) == 1).all()


def test_the_engine_killed_in_mid_take_loses_nothing_that_was_written(
    desk: Desk, until: Until, logged: LogWatch
) -> None:
    record(desk, until, 1.5)
    os.kill(desk.recorder.engine_pid, signal.SIGKILL)
    until(lambda: len(desk.titles) == 1)
    row = desk.window.model.recording(0)
    assert row is not None
    assert row.duration > 0.5
    assert "kept" in desk.message
    until(lambda: desk.recorder.state is RecorderState.READY)


def test_the_microphone_unplugged_in_mid_take(desk: Desk, microphone: VirtualMicrophone, until: Until) -> None:
    record(desk, until, 1.0)
    microphone.unplug("mic")
    until(lambda: len(desk.titles) == 1)
    assert desk.message.startswith("Microphone unplugged.")
    microphone.plug("mic")
    until(lambda: desk.recorder.state is RecorderState.READY)


def choose_in_the_bar(desk: Desk, until: Until, microphone: str) -> None:
    """Open the menu of “Resume with…” by a click, and choose as soon as the microphone is offered."""
    button = next(one for one in desk.window.messages.findChildren(QPushButton) if one.text() == "Resume with…")

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for item in menu.actions():
            if item.text() == microphone:
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(item).center())

    until(lambda: microphone in [one.name for one in desk.recorder.devices])
    QTimer.singleShot(100, desk.window, choose)  # the menu may take the loop for itself
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    until(lambda: desk.message == "")


@pytest.mark.alone
@pytest.mark.parametrize("chosen", ["usb", "mic"])
def test_a_take_whose_microphone_is_unplugged_goes_on_beside_itself_with_the_one_that_is_chosen(
    stereo: None, desk: Desk, microphone: VirtualMicrophone, until: Until, tmp_path: Path, chosen: str
) -> None:
    microphone.plug("usb")
    microphone.play(counter_wav(tmp_path / "first.wav", 15))
    record(desk, until, 1.5)
    microphone.unplug("mic")
    until(lambda: len(desk.titles) == 1)
    until(lambda: desk.message.startswith("Microphone unplugged. Recording kept"))
    (title,) = desk.titles
    first = desk.newest_sound()
    if chosen == "mic":
        microphone.plug("mic")  # the system listens to the other one meanwhile, and goes on doing so
    choose_in_the_bar(desk, until, chosen)
    until(lambda: desk.recorder.state is RecorderState.RECORDING)
    microphone.play(counter_wav(tmp_path / "second.wav", 1), chosen)
    until(lambda: desk.recorder.elapsed >= 2)
    assert desk.window.record_bar.facts.text().startswith(chosen)
    desk.press_record()
    until(lambda: desk.titles == [f"{title} (2)", title])

    numbers = counted(first[:, 0], first[:, 1])
    assert len(first) >= 1.5 * RATE
    assert len(numbers) >= RATE
    assert (np.diff(numbers) == 1).all()
    second = desk.newest_sound()
    assert len(second) >= 2 * RATE
    assert (counted(second[:, 0], second[:, 1]) == np.arange(1, RATE + 1)).all()


def test_the_sound_server_killed_in_mid_take(desk: Desk, microphone: VirtualMicrophone, until: Until) -> None:
    record(desk, until, 1.0)
    microphone.kill()
    until(lambda: len(desk.titles) == 1)
    assert "kept" in desk.message
    microphone.start()
    until(lambda: desk.recorder.state is RecorderState.READY)
    record(desk, until, 0.3)
    desk.press_record()
    until(lambda: len(desk.titles) == 2)


@pytest.mark.parametrize("choice", ["Keep", "Discard"])
def test_a_take_that_was_never_finished_is_offered_at_the_next_start(
    desk: Desk, qtbot: QtBot, until: Until, tmp_path: Path, choice: str
) -> None:
    record(desk, until, 1.5)
    crashed = tmp_path / "crashed"
    with open_backend(Opening(folder=str(crashed))):
        pass
    shutil.copytree(desk.backend.paths.takes, crashed / "takes", dirs_exist_ok=True)  # as a crash would leave it
    desk.press_record()
    until(lambda: len(desk.titles) == 1)
    with open_window(crashed, qtbot) as next_start:
        until(lambda: next_start.message.startswith("One recording was recovered"))
        until(lambda: len(next_start.titles) == 1)
        row = next_start.window.model.recording(0)
        assert row is not None
        assert row.origin is Origin.RECOVERED
        buttons = next_start.window.messages.findChildren(QPushButton)
        next(button for button in buttons if button.text() == choice).click()
        left = 1 if choice == "Keep" else 0
        until(lambda: len(next_start.titles) == left)
        assert next_start.backend.library.page(LibraryQuery(trash=True)).total == 1 - left
