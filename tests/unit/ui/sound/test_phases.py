from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from vrp.backend.domain.takes import RecorderState
from vrp.ui.sound.phase_line import PhaseLine, phase_text
from vrp.ui.sound.phases import Phase, phase_of


@pytest.mark.parametrize(
    ("state", "arming", "failed", "phase"),
    [
        (RecorderState.OFF, False, False, Phase.OFF),
        (RecorderState.READY, False, False, Phase.IDLE),
        (RecorderState.READY, True, False, Phase.ARMING),
        (RecorderState.RECORDING, True, True, Phase.RECORDING),
        (RecorderState.PAUSED, False, False, Phase.PAUSED),
        (RecorderState.STOPPING, False, True, Phase.FINALISING),
        (RecorderState.OFF, False, True, Phase.FAILED),
    ],
)
def test_a_take_that_runs_goes_before_what_was(state: RecorderState, arming: bool, failed: bool, phase: Phase) -> None:
    assert phase_of(state, arming=arming, failed=failed) is phase


def test_each_phase_has_a_word_and_a_shape_of_its_own(qtbot: QtBot) -> None:
    line = PhaseLine(None)  # type: ignore[arg-type]  # alone in a test
    qtbot.addWidget(line)
    assert len({phase_text(phase) for phase in Phase}) == len(Phase)
    shapes = set()
    for phase in Phase:
        line.show_phase(phase)
        image = line.sign.grab().toImage().convertToFormat(line.sign.grab().toImage().Format.Format_Grayscale8)
        ground = image.pixelColor(0, 0)
        shapes.add(
            tuple(
                abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 40
                for x in range(image.width())
                for y in range(image.height())
            )
        )
    assert len(shapes) == len(Phase) - 1  # a recorder that is off and one that is ready both do nothing
