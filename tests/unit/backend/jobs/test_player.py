from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.support.audio_files import tone, write_audio
from vrp.backend.errors import FileUnplayable, PlaybackInterrupted, PlaybackUnavailable, VrpError
from vrp.backend.jobs.player import Player, PlayerState
from vrp.testing.microphone import RATE, VirtualMicrophone

pytestmark = pytest.mark.sound

SECONDS = 20


class HeardPlayer:
    """A player with a notebook."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.player = Player()
        self.faults: list[VrpError] = []
        self.states: list[PlayerState] = []
        self.positions: list[tuple[float, float]] = []
        self.finished = 0
        self.player.failed.connect(self.faults.append)
        self.player.state_changed.connect(self.states.append)
        self.player.position_changed.connect(lambda at: self.positions.append((time.monotonic(), at)))
        self.player.finished.connect(self._count)

    def _count(self) -> None:
        self.finished += 1

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=15_000)

    def play_until(self, position: float) -> None:
        self.player.play()
        self.until(lambda: self.player.state is PlayerState.PLAYING and self.player.position >= position)


@pytest.fixture
def heard(qtbot: QtBot, microphone: VirtualMicrophone) -> Iterator[HeardPlayer]:
    heard = HeardPlayer(qtbot)
    yield heard
    heard.player.shutdown()


@pytest.fixture(scope="module")
def stairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty seconds, each with a pitch of its own: 400 Hz, 500 Hz, and so on."""
    return _stairs(tmp_path_factory.mktemp("stairs") / "stairs.wav")


def _stairs(path: Path) -> Path:
    return write_audio(path, samples=np.concatenate([tone(1, frequency=400 + 100 * n) for n in range(SECONDS)]))


def _seconds_heard(samples: np.ndarray) -> list[int]:
    """Which seconds of the stairs sound there, in order; a step counts where it is clear."""
    block = RATE // 10
    heard: list[int] = []
    for start in range(0, len(samples) - block, block):
        part = samples[start : start + block].astype(float)
        spectrum = np.abs(np.fft.rfft(part * np.hanning(block)))
        pitch = float(np.argmax(spectrum)) * RATE / block
        if np.abs(part).max() > 1_000:
            heard.append(round((pitch - 400) / 100))
    return list(dict.fromkeys(heard))


@pytest.mark.parametrize("suffix", ["wav", "mp3", "m4a", "flac", "ogg", "opus"])
def test_the_right_second_is_heard_also_after_a_seek(
    heard: HeardPlayer, microphone: VirtualMicrophone, tmp_path: Path, suffix: str
) -> None:
    path = _stairs(tmp_path / f"stairs.{suffix}")
    with microphone.listen() as speaker:
        heard.player.load(path, SECONDS)
        heard.play_until(1.3)
        heard.player.pause()
        heard.until(lambda: heard.player.state is PlayerState.PAUSED)
        before = len(speaker())
        heard.player.seek(14.2)
        heard.play_until(15.3)
        heard.player.stop()
        everything = speaker()
    assert _seconds_heard(everything[:before]) == [0, 1]
    assert _seconds_heard(everything[before + RATE // 10 :])[-2:] == [14, 15]
    assert heard.faults == []


@pytest.mark.alone
def test_the_position_runs_thirty_times_a_second_with_the_clock(heard: HeardPlayer, stairs: Path) -> None:
    heard.player.load(stairs, SECONDS)
    heard.play_until(0.3)
    heard.positions.clear()
    heard.play_until(2.3)
    moments, positions = np.array(heard.positions).T
    assert len(positions) > 45
    assert np.all(np.diff(positions) > -0.05)
    assert abs((positions[-1] - positions[0]) - (moments[-1] - moments[0])) < 0.2


@pytest.mark.alone
def test_double_speed_takes_half_the_time(heard: HeardPlayer, stairs: Path) -> None:
    heard.player.load(stairs, SECONDS)
    heard.player.set_speed(2.0)
    heard.play_until(0.5)
    began = time.monotonic()
    heard.play_until(4.5)
    assert 1.6 < time.monotonic() - began < 2.6


def test_the_volume_is_heard(heard: HeardPlayer, microphone: VirtualMicrophone, stairs: Path) -> None:
    with microphone.listen() as speaker:
        heard.player.set_volume(0.25)
        heard.player.load(stairs, SECONDS)
        heard.play_until(1.0)
        quiet = int(np.abs(speaker()[-RATE // 4 :]).max())
        heard.player.set_volume(1.0)
        heard.until(lambda: heard.player.position > 1.8)
        loud = int(np.abs(speaker()[-RATE // 8 :]).max())
    assert 0.2 < quiet / loud < 0.3


def test_the_end_is_told_and_play_begins_anew(heard: HeardPlayer, stairs: Path) -> None:
    heard.player.load(stairs, SECONDS)
    heard.player.seek(SECONDS - 0.5)
    heard.player.play()
    heard.until(lambda: heard.finished == 1)
    assert heard.player.state is PlayerState.STOPPED
    assert heard.player.position == pytest.approx(SECONDS, abs=0.1)
    heard.player.play()
    heard.until(lambda: heard.player.state is PlayerState.PLAYING and 0.2 < heard.player.position < 2)


def test_an_engine_that_dies_goes_on_at_the_same_place_and_says_so(heard: HeardPlayer, stairs: Path) -> None:
    heard.player.load(stairs, SECONDS)
    heard.player.seek(10)
    heard.play_until(11)
    engine = heard.player.engine_pid
    os.kill(engine, signal.SIGKILL)
    heard.until(lambda: bool(heard.faults))
    assert isinstance(heard.faults[0], PlaybackInterrupted)
    heard.play_until(11.5)
    assert 11 < heard.player.position < 13
    assert heard.player.engine_pid != engine


@pytest.mark.parametrize("end", ["kill", "freeze"])
def test_a_sound_server_that_fails_costs_a_message(
    heard: HeardPlayer, microphone: VirtualMicrophone, stairs: Path, end: str
) -> None:
    heard.player.load(stairs, SECONDS)
    heard.play_until(1)
    getattr(microphone, end)()
    heard.until(lambda: bool(heard.faults))
    assert [type(fault) for fault in heard.faults] == [PlaybackUnavailable]
    assert heard.player.state is PlayerState.PAUSED
    stopped_at = heard.player.position
    assert 1 <= stopped_at < 8

    if end == "kill":
        heard.player.seek(stopped_at + 1)
        heard.player.play()
        heard.until(lambda: len(heard.faults) == 2)
        microphone.start()
        heard.play_until(stopped_at + 1.5)
    else:
        microphone.thaw()
        heard.play_until(stopped_at + 0.5)
    assert heard.player.position < stopped_at + 4


def test_without_a_sound_server_play_costs_a_message(
    heard: HeardPlayer, microphone: VirtualMicrophone, stairs: Path
) -> None:
    microphone.kill()
    heard.player.load(stairs, SECONDS)
    heard.player.play()
    heard.until(lambda: bool(heard.faults))
    assert isinstance(heard.faults[0], PlaybackUnavailable)
    microphone.start()
    heard.play_until(0.3)


@pytest.mark.parametrize("content", [b"", b"this is not sound" * 1_000, None])
def test_a_file_that_cannot_be_played_is_named_as_such(
    heard: HeardPlayer, tmp_path: Path, stairs: Path, content: bytes | None
) -> None:
    path = tmp_path / "broken.wav"
    if content is not None:
        path.write_bytes(content)
    heard.player.load(path, 3.0)
    heard.player.play()
    heard.until(lambda: bool(heard.faults))
    assert [type(fault) for fault in heard.faults] == [FileUnplayable]
    assert heard.player.state is PlayerState.STOPPED
    heard.player.load(stairs, SECONDS)
    heard.play_until(0.3)
