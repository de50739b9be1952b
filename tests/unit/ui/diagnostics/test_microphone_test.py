"""The test of the microphone, with real engines on a sound server of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vrp.backend.jobs.player import Player
from vrp.backend.jobs.recorder import Recorder
from vrp.testing.microphone import RATE, VirtualMicrophone, write_wav
from vrp.ui.diagnostics import microphone_test
from vrp.ui.diagnostics.microphone_test import MicrophoneTest

pytestmark = pytest.mark.sound
Open = Callable[[], MicrophoneTest]


@pytest.fixture
def opened(qtbot: QtBot, microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr(microphone_test, "SECONDS", 1.0)

    window = QWidget()
    qtbot.addWidget(window)

    def make() -> MicrophoneTest:
        dialog = MicrophoneTest(lambda folder: (Recorder(folder), Player()), window)
        dialog.show()
        qtbot.waitUntil(dialog.start_button.isEnabled, timeout=15_000)
        return dialog

    return make


def test_what_was_said_is_measured_and_heard_again(
    opened: Open, qtbot: QtBot, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    tone = (12_000 * np.sin(2 * np.pi * 440 * np.arange(20 * RATE) / RATE)).astype(np.int16)
    dialog = opened()
    microphone.play(write_wav(tmp_path / "tone.wav", np.stack([tone, tone], axis=1)))
    qtbot.waitUntil(lambda: dialog.meter.value() > -20, timeout=15_000)

    dialog.start_button.click()
    qtbot.waitUntil(dialog.play_button.isEnabled, timeout=15_000)
    assert "the loudest at -" in dialog.text.text()
    microphone.quiet()
    with microphone.listen() as heard:
        dialog.play_button.click()
        qtbot.waitUntil(lambda: bool(np.abs(heard()).max(initial=0) > 5000), timeout=15_000)

    folder = dialog.folder
    dialog.close()
    assert not folder.exists()


def test_silence_says_what_to_check(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()

    dialog.start_button.click()
    qtbot.waitUntil(dialog.play_button.isEnabled, timeout=15_000)

    assert dialog.text.text().startswith("Nothing was heard.")
    dialog.close()
