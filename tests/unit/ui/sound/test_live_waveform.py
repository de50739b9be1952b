from __future__ import annotations

from pytestqt.qtbot import QtBot

from vrp.backend.domain.takes import Level
from vrp.ui.sound.live_waveform import LiveWaveform
from vrp.ui.theme import colours


def test_it_keeps_a_bounded_past_and_shows_the_newest_at_the_right(qtbot: QtBot) -> None:
    live = LiveWaveform()
    qtbot.addWidget(live)
    live.resize(300, 44)
    for _ in range(LiveWaveform.PEAKS_KEPT * LiveWaveform.READINGS_A_BAR + 50):
        live.add(Level(-60.0))
    for _ in range(LiveWaveform.READINGS_A_BAR * 20):
        live.add(Level(0.0, clipped=True))
    image = live.grab().toImage()
    row = [image.pixelColor(x, 14) for x in range(image.width())]
    assert colours().of("record") in row[220:]
    assert colours().of("record") not in row[:200]
    assert colours().of("clip") in [image.pixelColor(x, 1) for x in range(220, image.width())]
    live.clear()
    assert colours().of("record") not in [live.grab().toImage().pixelColor(x, 14) for x in range(300)]
