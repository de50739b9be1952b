from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.backend.domain.takes import Gap
from vrp.backend.errors import PlaybackUnavailable
from vrp.ui.actions import ActionId

TITLES = ["Alpha", "Beta", "Gamma"]


def test_muting_is_silent_and_keeps_the_volume(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    bar, actions = room.window.player_bar, room.window.actions_
    bar.volume.setValue(60)
    actions[ActionId.MUTE].trigger()
    assert (room.player.volume, bar.volume.value(), bar.mute.accessibleName()) == (0.0, 60, "Sound on")
    actions[ActionId.MUTE].trigger()
    assert room.player.volume == pytest.approx(0.6)
    actions[ActionId.MUTE].trigger()
    bar.volume.setValue(70)
    assert room.player.volume == pytest.approx(0.7)
    assert not bar.mute.isChecked()


def test_speed_goes_by_keys_within_its_bounds(desk: OpenDesk) -> None:
    room = desk(TITLES)
    actions = room.window.actions_
    for _ in range(9):
        actions[ActionId.FASTER].trigger()
    assert room.player.speed == 2.0
    assert room.window.player_bar.chosen_speed == 2.0
    for _ in range(9):
        actions[ActionId.SLOWER].trigger()
    assert room.player.speed == 0.5


def test_the_next_recording_plays_where_one_plays(desk: OpenDesk) -> None:
    room = desk(TITLES)
    table, actions = room.window.library.table, room.window.actions_
    table.selectRow(0)
    actions[ActionId.NEXT].trigger()
    assert (table.currentIndex().row(), room.player.loaded) == (1, None)
    room.window.playback.toggle()
    actions[ActionId.NEXT].trigger()
    assert table.current is not None
    assert room.player.loaded == room.library.library.audio_path(table.current)
    assert str(room.player.state) == "playing"
    actions[ActionId.NEXT].trigger()
    assert table.currentIndex().row() == 2
    actions[ActionId.PREVIOUS].trigger()
    assert table.currentIndex().row() == 1


def test_the_state_and_a_fault_are_in_the_bar(desk: OpenDesk) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    bar = room.window.player_bar
    assert bar.state.text() == ""
    room.window.playback.toggle()
    assert bar.state.text() == "Playing"
    room.window.playback.toggle()
    assert bar.state.text() == "Paused"
    room.player.failed.emit(PlaybackUnavailable())
    assert "Cannot be played" in bar.state.text()


def test_the_playhead_glides_between_two_reports(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    room.window.playback.toggle()
    room.player.position_changed.emit(10.0)
    waveform = room.window.player_bar.waveform
    qtbot.waitUntil(lambda: 10_050 < waveform.value() < 10_600)
    room.window.playback.toggle()
    room.player.position_changed.emit(10.2)
    assert waveform.value() == 10_200


def test_a_long_title_is_cut_in_the_picture_only(desk: OpenDesk) -> None:
    room = desk(["A title " * 37])
    room.window.library.table.selectRow(0)
    bar = room.window.player_bar
    assert bar.title.text() == ("A title " * 37).strip()
    assert bar.width() <= room.window.width()


def test_the_waveform_zooms_by_keys(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    waveform = room.window.player_bar.waveform
    qtbot.waitUntil(lambda: waveform.peaks is not None)
    QTest.keyClick(room.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    zoomed = waveform.view.is_zoomed
    QTest.keyClick(room.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (zoomed, waveform.view.is_zoomed) == (True, False)


def test_what_never_came_is_marked(desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    room = desk(TITLES)
    rate = 48_000
    monkeypatch.setattr(type(room.library.library), "gaps", lambda _self, _id: (Gap(rate * 5, rate // 4),))
    room.window.library.table.selectRow(0)
    current = room.window.library.table.current
    assert current is not None
    waveform = room.window.player_bar.waveform
    if current.origin == "imported":
        return  # nothing is recorded of those
    qtbot.waitUntil(lambda: bool(waveform.gaps))
    assert waveform.gaps[0].at == pytest.approx(5 * rate / current.sample_rate)


def test_with_reduced_motion_the_playhead_goes_in_steps(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.live.set({"appearance.reduced_motion": True})
    qtbot.waitUntil(lambda: not room.window.live.is_busy)
    room.window.library.table.selectRow(0)
    waveform, steps = room.window.player_bar.waveform, list[int]()
    room.window.playback.toggle()
    room.player.position_changed.emit(10.0)
    waveform.valueChanged.connect(steps.append)
    qtbot.waitUntil(lambda: waveform.value() >= 10_400)
    assert len(steps) <= 4  # a glide would be twenty
    room.window.playback.toggle()


def test_nothing_in_the_window_blinks_faster_than_once_a_second(qapp: QApplication) -> None:
    """The cursor of text fields is the only thing that blinks at all: what else moves follows the sound."""
    assert qapp.cursorFlashTime() == 0 or qapp.cursorFlashTime() >= 1000
